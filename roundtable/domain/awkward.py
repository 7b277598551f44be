"""Names that will be mistaken in a capture line: reported while an evening is prepared, with a nickname to take."""

from collections.abc import Sequence
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


@dataclass(frozen=True, slots=True)
class _Called:
    """A person, and what they are called, spelled as `plain` does."""

    name: str
    called: str
    short: str
    ways: frozenset[str]
    initials: frozenset[str]

    @classmethod
    def of(cls, one: Named) -> "_Called":
        names = Names.of(one.name)
        called = one.nickname or one.name.split(" ", 1)[0]
        ways = frozenset({plain(one.nickname)}) if one.nickname else names.whole
        return cls(one.name, called, plain(called), ways, names.initials)


def awkward_names(people: Sequence[Named], language: str) -> tuple[Awkward, ...]:
    """Find the names that are common words of a language, are shared, begin another or are somebody's initials.

    Whoever has a nickname is judged by that alone; everybody is reported once at most.
    """
    everybody = [_Called.of(one) for one in people]
    taken = {way for one in everybody for way in one.ways}
    found: list[Awkward] = []
    for place, one in enumerate(everybody):
        others = everybody[:place] + everybody[place + 1 :]
        if trouble := _trouble(one, others, language):
            nickname = _free_nickname(one.name, taken)
            taken.add(plain(nickname))
            found.append(Awkward(one.name, one.called, *trouble, nickname))
    return tuple(found)


def _trouble(
    one: _Called, others: Sequence[_Called], language: str
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
    return None


def _free_nickname(name: str, taken: set[str]) -> str:
    """Make a nickname of the first name and as many letters of the last name as it takes."""
    first, _, last = name.partition(" ")
    letters = "".join(word[:1].upper() + word[1:] for word in last.split())
    tries = (first + letters[:length] for length in range(1, len(letters) + 1))
    return next((one for one in tries if plain(one) not in taken), "")
