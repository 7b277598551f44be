"""Names that will be mistaken in a capture line: reported while an evening is prepared, with a nickname to take."""

import string
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from roundtable.domain.naming import Names, plain
from roundtable.domain.openers import COMMON_NAMES, FIXED, OPENERS, PROSE, TITLES
from roundtable.domain.session import Session

_SHORTEST = 2  # letters


class Named(Protocol):
    """Somebody with a name and perhaps a nickname."""

    @property
    def name(self) -> str:
        """The name in full."""

    @property
    def nickname(self) -> str:
        """What they are called at the table, or nothing."""


class Trouble(StrEnum):
    """Why a name is awkward."""

    COMMON_WORD = "common word"
    SHARED = "shared"
    BEGINS_ANOTHER = "begins another"
    INITIALS = "initials"
    SECTOR = "sector"


@dataclass(frozen=True, slots=True)
class Awkward:
    """A name that will be mistaken: `called` is what is awkward, `others` the names that it fits as well.

    `nickname` is one to take; `place` is where among the people whoever bears the name stands, 0 for the first.
    """

    name: str
    called: str
    trouble: Trouble
    others: tuple[str, ...] = ()
    nickname: str = ""
    place: int = 0


@dataclass(frozen=True, slots=True)
class _Called:
    """A person, and what they are called; `ways`, `initials` and `joined` (the whole name) as `plain` spells them."""

    name: str
    called: str
    short: str
    ways: frozenset[str]
    initials: frozenset[str]
    joined: str
    nickname: str

    @classmethod
    def of(cls, one: Named) -> "_Called":
        names = Names.of(one.name)
        called = one.nickname or one.name.split(" ", 1)[0]
        nickname = plain(one.nickname)
        ways = frozenset({nickname}) if nickname else names.whole
        joined = plain("".join(_letters(one.name)))
        return cls(one.name, called, plain(called), ways, names.initials, joined, nickname)


def nicknames(session: Session) -> dict[str, Awkward]:
    """Find the participants whose names will be mistaken, by id, each with a nickname to take."""
    people = session.participants
    shorts = [sector.short for sector in session.sectors]
    found = awkward_names(people, session.details.language, shorts)
    return {people[one.place].id: one for one in found}


def awkward_names(people: Sequence[Named], language: str, sectors: Iterable[str] = ()) -> tuple[Awkward, ...]:
    """Find the names that are common words of a language, are shared, begin another, or are initials or a sector's.

    `sectors` are short names. Whoever has a nickname is judged by that alone; everybody is reported once at most.
    """
    everybody = [_Called.of(one) for one in people]
    shorts = frozenset(map(plain, sectors))
    given = {one.nickname for one in everybody if one.nickname}
    found: list[Awkward] = []
    for place, one in enumerate(everybody):
        others = everybody[:place] + everybody[place + 1 :]
        if trouble := _trouble(one, others, language, shorts):
            taken = _Taken(others, given - {one.nickname}, shorts | COMMON_NAMES.get(language, frozenset()))
            nickname = next(each for each in _candidates(one.name) if taken.leaves(each))
            given.add(plain(nickname))
            found.append(Awkward(one.name, one.called, *trouble, nickname, place))
    return tuple(found)


def _trouble(
    one: _Called, others: Sequence[_Called], language: str, sectors: Collection[str]
) -> tuple[Trouble, tuple[str, ...]] | None:
    if any(
        one.short in words for words in (COMMON_NAMES.get(language, ()), OPENERS.get(language, ()), FIXED)
    ):
        return Trouble.COMMON_WORD, ()
    if same := tuple(other.name for other in others if one.short in other.ways):
        return Trouble.SHARED, same
    if longer := tuple(other.name for other in others if other.short.startswith(one.short)):
        return Trouble.BEGINS_ANOTHER, longer
    if initials := tuple(other.name for other in others if one.short in other.initials):
        return Trouble.INITIALS, initials
    # A nickname goes before a sector; a name goes behind it.
    return (Trouble.SECTOR, ()) if one.short in sectors and not one.nickname else None


@dataclass(frozen=True, slots=True)
class _Taken:
    """What a nickname must not be mistaken for: the others, the nicknames there are, words with a meaning."""

    others: Sequence[_Called]
    nicknames: Collection[str]
    words: Collection[str]

    def leaves(self, nickname: str) -> bool:
        """Tell whether a nickname is free: neither it nor its beginning is anybody else's."""
        wanted = plain(nickname)
        if len(wanted) < _SHORTEST or wanted in PROSE or wanted in FIXED or wanted in self.words:
            return False
        if any(given.startswith(wanted) or wanted.startswith(given) for given in self.nicknames):
            return False
        return not any(
            wanted in other.initials or any(way.startswith(wanted) for way in (*other.ways, other.joined))
            for other in self.others
        )


def _candidates(name: str) -> Iterator[str]:
    """Give nicknames without end: the first name with letters of the last, initials, the last name, any letters."""
    first, *last = _letters(name)
    rest = "".join(word[:1].upper() + word[1:] for word in last)
    yield from (first + rest[:length] for length in range(1, len(rest) + 1))
    yield "".join(word[0] for word in (first, *last)).upper()
    yield from (rest, first)
    ends = [""]
    while True:
        ends = [end + letter for end in ends for letter in string.ascii_uppercase]
        yield from (first + end for end in ends)


def _letters(name: str) -> list[str]:
    """Give the words of a name without their marks, forms of address left out; at least one word."""
    words = ["".join(mark for mark in word if mark.isalnum()) for word in name.split()]
    filled = [word for word in words if word]
    while len(filled) > 1 and plain(filled[0]) in TITLES:
        filled = filled[1:]
    return filled or ["X"]
