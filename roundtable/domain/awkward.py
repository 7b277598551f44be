"""Names that will be mistaken in a capture line: reported while an evening is prepared, with a nickname to take."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from roundtable.domain.naming import Names, plain
from roundtable.domain.openers import COMMON_NAMES, FIXED, OPENERS


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


@dataclass(frozen=True, slots=True)
class Awkward:
    """A name that will be mistaken: `called` is what is awkward, `others` the names that it fits as well.

    `nickname` is one to take, or empty where none could be made.
    """

    name: str
    called: str
    trouble: Trouble
    others: tuple[str, ...] = ()
    nickname: str = ""


def awkward_names(people: Sequence[Named], language: str) -> tuple[Awkward, ...]:
    """Find the names that are common words of a language, are shared, begin another or are somebody's initials.

    Whoever has a nickname is judged by that alone; everybody is reported once at most.
    """
    taken = {plain(way) for one in people for way in (*_ways(one), one.nickname)}
    found: list[Awkward] = []
    for place, one in enumerate(people):
        others = [other for at, other in enumerate(people) if at != place]
        trouble = _trouble(one, others, language)
        if trouble is None:
            continue
        nickname = _free_nickname(one, taken)
        taken.add(plain(nickname))
        found.append(Awkward(one.name, _called(one), *trouble, nickname))
    return tuple(found)


def _called(one: Named) -> str:
    return one.nickname or one.name.split(" ", 1)[0]


def _ways(one: Named) -> frozenset[str]:
    return frozenset({plain(one.nickname)}) if one.nickname else Names.of(one.name).whole


def _trouble(one: Named, others: Iterable[Named], language: str) -> tuple[Trouble, tuple[str, ...]] | None:
    called = plain(_called(one))
    if called in COMMON_NAMES.get(language, ()) or called in OPENERS.get(language, ()) or called in FIXED:
        return Trouble.COMMON_WORD, ()
    if same := tuple(other.name for other in others if called in _ways(other)):
        return Trouble.SHARED, same
    if longer := tuple(other.name for other in others if plain(_called(other)).startswith(called)):
        return Trouble.BEGINS_ANOTHER, longer
    if initials := tuple(other.name for other in others if called in Names.of(other.name).initials):
        return Trouble.INITIALS, initials
    return None


def _free_nickname(one: Named, taken: set[str]) -> str:
    """Make a nickname of the first name and as many letters of the last name as it takes."""
    first, _, last = one.name.partition(" ")
    letters = "".join(word[:1].upper() + word[1:] for word in last.split())
    for length in range(1, len(letters) + 1):
        if plain(first + letters[:length]) not in taken:
            return first + letters[:length]
    return ""
