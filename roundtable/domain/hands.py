"""A show of hands as it is typed: one number for the whole table, or a number a sector, with those against."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NoReturn

from roundtable.domain.counting import Counts, seats
from roundtable.domain.people import Sector
from roundtable.domain.session import Session
from roundtable.domain.text import clean, folded
from roundtable.errors import HandsNotUnderstood, HandsTwice, NoSuchSector

MOST_HANDS = 100_000
# In each of the three languages, at all times: "8 against 2", "8 tegen 2", "8 contre 2".
_AGAINST = r"(?:-|–|−|/|against|tegen|contre)"
_NUMBERS = re.compile(
    rf"\s*[:=]?\s*(\d+)(?:\s*{_AGAINST}\s*(\d+))?(?:\s*{_AGAINST}\s*(\d+))?\s*(?:[,;.]|and\b|en\b|et\b)?\s*"
)


@dataclass(frozen=True, slots=True)
class Hands:
    """How many raised a hand (agree, oppose, pass): by sector (ids), or, under None, at the whole table."""

    counts: Mapping[str | None, Counts]


@dataclass(frozen=True, slots=True)
class TooMany:
    """More hands than people: `sector` is None for the whole table."""

    sector: Sector | None
    hands: int
    people: int


def understand_hands(session: Session, typed: str) -> Hands:
    """Read a show of hands: "8", "8-2", "8 against 2", "ret 3, log 2-1, npo 0"; a third number would not say.

    Raises HandsNotUnderstood, HandsTwice, NoSuchSector.
    """
    wanted = folded(clean(typed))
    counts: dict[str | None, Counts] = {}
    for sector, numbers in _parts(session, wanted, typed):
        if sector in counts or (counts and (sector is None or None in counts)):
            raise HandsTwice(typed=clean(typed))
        agree, oppose, passed = numbers
        counts[sector] = (agree, oppose, passed)
    return Hands(counts)


def _parts(session: Session, wanted: str, typed: str) -> Iterator[tuple[str | None, Counts]]:
    place = 0
    names = _names(session)
    while place < len(wanted) or place == 0:
        sector, behind = _sector_at(names, wanted, place)
        found = _NUMBERS.match(wanted, behind)
        if not found or not found[1]:
            _refuse(session, wanted[place:], typed)
        else:
            agree, oppose, passed = (min(MOST_HANDS, int(one or 0)) for one in found.groups())
            yield sector, (agree, oppose, passed)
            place = found.end()


def _names(session: Session) -> Sequence[tuple[str, str]]:
    """Give what sectors are called, and their ids; the longest name first."""
    called = [(folded(name), one.id) for one in session.sectors for name in (one.short, one.name) if name]
    return sorted(called, key=lambda pair: -len(pair[0]))


def _sector_at(names: Sequence[tuple[str, str]], wanted: str, place: int) -> tuple[str | None, int]:
    for name, key in names:
        behind = place + len(name)
        if wanted.startswith(name, place) and not wanted[behind : behind + 1].isalpha():
            return key, behind
    return None, place


def _refuse(session: Session, rest: str, typed: str) -> NoReturn:
    """Say what is wrong: a sector that is not there, or something that is no number."""
    name = re.match(r"[^\d\s:=,;-][^\d:=,;]*", rest)
    known = _sector_at(_names(session), rest, 0)[0]
    if name and not known and any(mark.isdigit() for mark in rest):
        sectors = ", ".join(f"{one.short} {one.name}" for one in session.sectors)
        raise NoSuchSector(name=name[0].strip(), sectors=sectors)
    raise HandsNotUnderstood(typed=clean(typed))


def too_many(session: Session, hands: Hands) -> tuple[TooMany, ...]:
    """Tell where more hands were counted than there are people."""
    sectors = {one.id: one for one in session.sectors}
    found: list[TooMany] = []
    for key, counts in hands.counts.items():
        people = seats(session, key)
        if sum(counts) > people:
            found.append(TooMany(sectors.get(key or ""), sum(counts), people))
    return tuple(found)
