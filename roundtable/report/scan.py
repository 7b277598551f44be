"""What a finished file gives away: looked through piece by piece, by the rule that its paper follows."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from roundtable.domain.disclosure import Disclosure
from roundtable.i18n import N_, _, ngettext
from roundtable.report.scanning.judging import Judge, Suspicion
from roundtable.report.scanning.kinds import pieces_of
from roundtable.report.scanning.pieces import Piece, Role, Room

_KINDS = {
    "name": N_("name"),
    "nickname": N_("nickname"),
    "organisation": N_("organisation"),
    "address": N_("e-mail address"),
    "author": N_("author"),
    "path": N_("path on a computer"),
    "computer": N_("login or name of this computer"),
    "comment": N_("comment"),
    "change": N_("tracked change"),
    "hidden": N_("hidden text"),
    "withdrawn": N_("withdrawn statement"),
}


@dataclass(frozen=True, slots=True)
class Found:
    """Something that a file gives away: what it is, the words with a bit around them, and where they stand.

    What is not `sure` is shown, and blocks nothing.
    """

    what: str
    text: str
    where: str
    sure: bool


def scan(content: bytes, name: str, disclosure: Disclosure) -> tuple[Found, ...]:
    """Look through a finished file of this name, whoever made it.

    Raises FileLocked, FileBroken, FileEndless, FileOdd.
    """
    judge = Judge(disclosure)
    found = _gathered(one for piece in _all_of(content, name) for one in judge.judged(piece))
    return tuple(sorted(found, key=lambda one: not one.sure))


def _all_of(content: bytes, name: str) -> Iterator[Piece]:
    yield Piece(Path(name).stem, _("the name of the file"), Role.BEHIND)
    yield from pieces_of(content, name, Room(name))


def _gathered(suspicions: Iterator[Suspicion]) -> Iterator[Found]:
    """Give each thing found once a place; what is not sure once in all, with how many places more there are."""
    places: dict[tuple[str, ...], list[Suspicion]] = {}
    for one in suspicions:
        key = (one.what, one.known_by, one.where) if one.sure else (one.what, one.known_by)
        places.setdefault(key, []).append(one)
    for those in places.values():
        yield _told_once(those)


def _told_once(those: list[Suspicion]) -> Found:
    first, more = those[0], len({one.where for one in those}) - 1
    found = Found(first.what, first.text, first.where, first.sure)
    if not more:
        return found
    told = ngettext("{where}, and {count} more place", "{where}, and {count} more places", more)
    return replace(found, where=told.format(where=first.where, count=more))


def told(found: Found) -> str:
    """Tell in a line what was found and where."""
    line = _("{what}: “{text}” ({where})") if found.sure else _("perhaps {what}: “{text}” ({where})")
    return line.format(what=_(_KINDS.get(found.what, found.what)), text=found.text, where=found.where)
