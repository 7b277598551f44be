"""What can be meant by the first letters of a name: for Tab, and for the list that helps while typing."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from roundtable.domain.contributions import Voice
from roundtable.domain.marks import front_of, time_before
from roundtable.domain.naming import Speaker, Table, is_prose, looks_like_a_name, plain
from roundtable.domain.openers import FIXED, PARTICLES
from roundtable.domain.people import Participant
from roundtable.domain.text import clean

_LAST_NAME = re.compile(r"(?P<kept>(?:.*[,&+]\s*)?)(?P<typed>.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Completion:
    """One way to complete a prefix: `text` is to stand before the colon, `shown` is the whole name."""

    text: str
    shown: str
    speaker: Speaker


@dataclass(frozen=True, slots=True)
class Begun:
    """A line around the name that is begun in it: `before` it a time and signs, `rest` behind its colon.

    `rest` is None where there is no colon yet; `alone` says that the line may be nothing but marks (`+ ret, np`).
    """

    before: str
    name: str
    rest: str | None
    alone: bool = False

    def named(self, name: str) -> str:
        """Give the line with this name in the place of what was typed."""
        if self.rest is None and self.alone:
            return f"{self.before}{name}"
        return f"{self.before}{name}: {self.rest or ''}"


def begun_in(line: str) -> Begun:
    """Give the name that is begun in a line, or complete before its colon."""
    _time, spoken = time_before(line)
    front = front_of(spoken)
    place = len(line.rstrip()) - len(front.rest)
    name, colon, rest = line[place:].partition(":")
    return Begun(line[:place], name, rest.lstrip() if colon else None, alone=front.marks == ("sign",))


def newcomer_in(name: str) -> str:
    """Give the name of a person who may be new, as typed before a colon; empty where it looks like no name.

    What is all in lower case is given its capitals, as a name at the table is shown to everybody.
    """
    typed = clean(name).lstrip("@").rstrip()
    words = typed.split(" ")
    if not looks_like_a_name(typed) or len(words) > _MOST_WORDS or is_prose(plain(typed)):
        return ""
    if typed != typed.lower():
        return typed
    return " ".join(
        word if place and word in PARTICLES else _capital(word) for place, word in enumerate(words)
    )


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]


def completions(prefix: str, table: Table, limit: int = 6) -> tuple[Completion, ...]:
    """Give whom a prefix can be completed to, best first: whole names, then those in which a word begins so.

    The fixed words follow where nobody's name begins so; where none does, names that hold the letters, that begin so
    but for one slip of the fingers, or that have the letters in their order.

    Of several names (`els, na`) the last is completed, and `text` holds them all.
    """
    found = _LAST_NAME.fullmatch(prefix)
    kept, typed = (found["kept"], found["typed"]) if found else ("", prefix)
    wanted = plain(typed)
    alone = (
        bool(wanted) and not kept
    )  # the fixed words stand alone, and are not offered before anything is typed
    likely = [
        (likeness, place, completion)
        for place, (spellings, completion) in enumerate(_choices(table))
        if (likeness := min((_unlikeness(one, wanted) for one in spellings), default=_NOT_AT_ALL))
        < _NOT_AT_ALL
        and (completion.speaker.voice in {Voice.PERSON, Voice.SECTOR} or (alone and likeness <= _BEGINS))
    ]
    begun = [one for one in likely if one[0] <= _BEGINS]
    at_table = [one for one in begun if one[2].speaker.participant or one[2].speaker.sector]
    likely = at_table or begun or ([] if is_prose(wanted) else likely)
    best = (one for *_, one in sorted(likely, key=lambda one: one[:2]) if _safe(one, table))
    return tuple(Completion(kept + one.text, one.shown, one.speaker) for one in islice(best, limit))


def _safe(one: Completion, table: Table) -> bool:
    """Tell whether nobody else is meant by the text."""
    return table.who(one.text).speaker in {one.speaker, None}


def shortest_name(one: Participant, table: Table) -> str:
    """Give the shortest that names a participant clearly: nickname, first name, name, else the name in full."""
    words = one.name.split()
    for name in (one.nickname, one.first_name, " ".join(words[1:])):
        meant = table.who(name)
        if meant.complete and meant.speaker and meant.speaker.participant == one.id:
            return name
    return one.name


@lru_cache(maxsize=2)
def _choices(table: Table) -> tuple[tuple[tuple[str, ...], Completion], ...]:
    """Give all that can be meant at a table; asked with every letter, so it is made once."""
    return tuple(_all_choices(table))


def _all_choices(table: Table) -> Iterator[tuple[tuple[str, ...], Completion]]:
    for one in table.people:
        known = table.names[one.id]
        spellings = (plain(one.nickname), plain(one.name), *known.whole, *known.initials)
        yield (
            spellings,
            Completion(shortest_name(one, table), one.name, Speaker(Voice.PERSON, participant=one.id)),
        )
    for sector in table.sectors:
        yield (
            (plain(sector.short), plain(sector.name)),
            Completion(sector.short, sector.name, Speaker(Voice.SECTOR, sector=sector.id)),
        )
    for word, voice in FIXED.items():
        yield (word,), Completion(word, word, Speaker(voice))


_NOT_AT_ALL = 9
_BEGINS = 2
_MOST_WORDS = 4  # in a name
_LEAST_SLIPPED = 3  # letters, one of which may be wrong


def _unlikeness(name: str, wanted: str) -> int:
    """Tell how far a name is from what was typed.

    0 the same, 1 begins so, 2 a word does, 3 inside, 4 a word begins so but for one slip, 5 scattered.
    """
    if not name:
        return _NOT_AT_ALL
    tests = (
        name == wanted,
        name.startswith(wanted),
        f" {wanted}" in name,
        wanted in name,
        len(wanted) >= _LEAST_SLIPPED and any(_begins_but_for_one(wanted, word) for word in name.split()),
        _in_order(wanted, name),
    )
    return tests.index(True) if any(tests) else _NOT_AT_ALL


def _in_order(letters: str, name: str) -> bool:
    left = iter(name)
    return all(letter in left for letter in letters)


def _begins_but_for_one(wanted: str, word: str) -> bool:
    """Tell whether a word begins so, but for one letter wrong, missing or too many, or two in each other's place."""
    return any(_one_slip(wanted, word[: len(wanted) + more]) for more in (-1, 0, 1))


def _one_slip(typed: str, meant: str) -> bool:
    here = next((i for i, (a, b) in enumerate(zip(typed, meant, strict=False)) if a != b), None)
    if here is None:
        return abs(len(typed) - len(meant)) <= 1
    left, right = typed[here:], meant[here:]
    swapped = left[:2] == right[1::-1] and left[2:] == right[2:]
    return swapped or left[1:] == right[1:] or left == right[1:] or left[1:] == right
