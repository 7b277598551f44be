"""What there is to settle before a paper is final, and to look at before it goes out; also as JSON, from elsewhere."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from roundtable.domain.mentions import Kept
from roundtable.domain.session import Session
from roundtable.report.looks import Look, Why
from roundtable.report.obstacles import Obstacle
from roundtable.services.looks import ChapterLooks, looks_in
from roundtable.services.names import names_inside
from roundtable.services.publishing import Wanted, composed

_STAYS = (Kept.DECIDED, Kept.AGREED, Kept.UNSURE)


@dataclass(frozen=True, slots=True)
class KeptName:
    """A name of somebody that stays in the paper, why, and where: as commands name the places."""

    name: str
    why: Kept
    places: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Checked:
    """What is in the way of a final paper, the names that stay in it, and what else may identify somebody."""

    obstacles: tuple[Obstacle, ...] = ()
    kept: tuple[KeptName, ...] = ()
    looks: tuple[ChapterLooks, ...] = ()


def check(session: Session, wanted: Wanted, contested: Collection[str] = ()) -> Checked:
    """Look through the paper as it would be exported; `contested` are the parts that several people wrote at once."""
    made = composed(session, wanted, contested)
    places: dict[tuple[str, Kept], list[str]] = {}
    names: dict[tuple[str, Kept], str] = {}
    for one in names_inside(session, wanted.attribution):
        if one.kept in _STAYS:
            places.setdefault((one.key, one.kept), []).append(one.called)
            names.setdefault((one.key, one.kept), one.name)
    kept = (KeptName(names[key], key[1], tuple(those)) for key, those in places.items())
    return Checked(made.draft_reasons, tuple(kept), looks_in(made.document))


def shape(found: Checked) -> Mapping[str, object]:
    """Give it as JSON holds it."""
    return {
        "obstacles": [
            {"told": one.told(), "template": one.template, "places": dict(one.places)}
            for one in found.obstacles
        ],
        "kept": [{"name": one.name, "why": one.why.value, "places": list(one.places)} for one in found.kept],
        "looks": [
            {
                "part": chapter.key,
                "title": chapter.title,
                "looks": [
                    {"contribution": one.contribution, "why": one.why.value, "words": one.words}
                    for one in chapter.looks
                ],
            }
            for chapter in found.looks
        ],
    }


def read_checked(found: Mapping[str, Any]) -> Checked:
    """Read it from its JSON."""
    return Checked(
        tuple(Obstacle(one["template"], one["places"]) for one in found["obstacles"]),
        tuple(KeptName(one["name"], Kept(one["why"]), tuple(one["places"])) for one in found["kept"]),
        tuple(
            ChapterLooks(
                one["part"],
                one["title"],
                tuple(Look(each["contribution"], Why(each["why"]), each["words"]) for each in one["looks"]),
            )
            for one in found["looks"]
        ),
    )
