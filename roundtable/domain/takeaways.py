"""The ledger of takeaways: what each rests on, what wants a look, what is left out."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from roundtable.domain.agenda import Topic
from roundtable.domain.changes import spelled
from roundtable.domain.contributions import Contribution, Takeaway, Voice
from roundtable.domain.counting import standing_behind, still_there
from roundtable.domain.people import Sector, who_came
from roundtable.domain.session import Session, said_order, spoke

_MARK = 8  # hex digits that tell the words of one contribution from others it may have had


def dissenting(session: Session, takeaway: Takeaway) -> tuple[str, ...]:
    """Give the ids of a takeaway's dissent, in the order of saying, without what was withdrawn."""
    return tuple(said.id for said in still_there(session, takeaway.dissent))


def evidence(session: Session, takeaway: Takeaway) -> tuple[str, ...]:
    """Give the ids of what a takeaway rests on, in the order of saying, without what was withdrawn."""
    return tuple(said.id for said in still_there(session, takeaway.evidence))


def no_evidence(session: Session, takeaway: Takeaway) -> bool:
    """Say whether nothing is left on which the takeaway rests."""
    return not still_there(session, takeaway.evidence)


def dropped(session: Session) -> tuple[Takeaway, ...]:
    """Give the takeaways that were dropped, the one drawn last first; not those that went into another."""
    gone = [one for one in session.of(Takeaway).values() if one.withdrawn and not one.merged_into]
    return tuple(sorted(gone, key=lambda one: (one.stamp, one.id), reverse=True))


def in_takeaways(session: Session) -> dict[str, tuple[int, ...]]:
    """Give, for each contribution (id) that is evidence, the positions of the takeaways that rest on it."""
    return _positions(one.evidence for one in session.takeaways)


def against_takeaways(session: Session) -> dict[str, tuple[int, ...]]:
    """Give, for each contribution (id) that is dissent, the positions of the takeaways that it speaks against."""
    return _positions(one.dissent for one in session.takeaways)


def _positions(ledger: Iterable[Iterable[str]]) -> dict[str, tuple[int, ...]]:
    places: dict[str, list[int]] = {}
    for position, those in enumerate(ledger, 1):
        for key in those:
            places.setdefault(key, []).append(position)
    return {key: tuple(positions) for key, positions in places.items()}


# What wants a look.


class Since(StrEnum):
    """What became of a contribution since a person last looked at a takeaway that rests on it."""

    WITHDRAWN = "withdrawn"
    CORRECTED = "corrected"
    RESTORED = "restored"
    GONE = "gone"


def marks(session: Session, contributions: Iterable[str]) -> dict[str, str]:
    """Give for contributions (ids) a short mark of their words, by which a later look tells whether they changed.

    It is the beginning of SHA-256 over text and wording; empty for what was withdrawn or is gone.
    """
    known = session.of(Contribution)
    return {key: _mark(known.get(key)) for key in contributions}


def _mark(said: Contribution | None) -> str:
    if said is None or said.withdrawn:
        return ""
    words = spelled([said.text, said.wording]).encode("utf-8", "surrogatepass")
    return hashlib.sha256(words).hexdigest()[:_MARK]


def why_flagged(session: Session, takeaway: Takeaway) -> dict[str, Since]:
    """Give what a takeaway rests on (ids) that changed since a person last looked, in the order of saying.

    Where no mark was kept of what was seen then, only what was withdrawn or is gone tells itself. Dissent is not
    looked at: a takeaway stands no worse without it.
    """
    known, seen = session.of(Contribution), takeaway.seen
    now = marks(session, takeaway.evidence)
    found = [key for key, mark in now.items() if (seen[key] != mark if key in seen else not mark)]
    there = sorted((known[key] for key in found if key in known), key=said_order)
    told = {said.id: _since(said, takeaway) for said in there}
    return {**told, **{key: Since.GONE for key in sorted(found) if key not in known}}


def _since(said: Contribution, takeaway: Takeaway) -> Since:
    if said.withdrawn:
        return Since.WITHDRAWN
    return Since.CORRECTED if takeaway.seen[said.id] else Since.RESTORED


def flagged(session: Session, takeaway: Takeaway) -> bool:
    """Say whether something on which a takeaway rests changed since a person last looked, so that it wants a look."""
    return bool(why_flagged(session, takeaway))


# What is left out.


@dataclass(frozen=True, slots=True)
class Gaps:
    """What the ledger leaves out.

    `topics` are the chapters on which something was said and from which no takeaway draws; `sectors` those that came
    or spoke, of which nobody is recorded behind any takeaway; `alone` are the takeaways behind which one person
    stands, and nobody else.
    """

    topics: tuple[Topic, ...] = ()
    sectors: tuple[Sector, ...] = ()
    alone: tuple[Takeaway, ...] = ()


def gaps(session: Session) -> Gaps:
    """Say what the ledger leaves out, as it stands now.

    What was parked, withdrawn or said by the moderator makes no topic. A hand raised in a count of the whole table is
    no known sector's.
    """
    known = session.of(Contribution)
    backings = {one.id: standing_behind(session, one) for one in session.takeaways}
    behind = {sector for backing in backings.values() for sector in backing.sectors}
    drawn_on = {known[key].topic for one in session.takeaways for key in evidence(session, one)}
    left = {
        said.topic
        for said in session.contributions
        if said.topic not in drawn_on and not said.parked and said.voice is not Voice.MODERATOR
    }
    there = _at_table(session)
    return Gaps(
        tuple(one for one in session.topics if one.chapter and not one.conclusion and one.id in left),
        tuple(one for one in session.sectors if one.id in there and one.id not in behind),
        tuple(one for one in session.takeaways if backings[one.id].agreed == 1),
    )


def _at_table(session: Session) -> set[str]:
    """Give the sectors (ids) of those who came or spoke."""
    came, voices = {one.id for one in who_came(session.participants)}, spoke(session)
    sat = {one.sector for one in session.participants if one.id in came or one.id in voices}
    heard = {session.sector_of(said) for said in session.contributions if said.somebodys}
    return {one for one in sat if one} | {one.id for one in heard if one}
