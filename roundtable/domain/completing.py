"""What can be meant by the first letters of a name: for Tab, and for the list that helps while typing."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from roundtable.domain.contributions import Voice
from roundtable.domain.naming import Speaker, Table, plain
from roundtable.domain.openers import FIXED
from roundtable.domain.people import Participant

_LAST_NAME = re.compile(r"(?P<kept>(?:.*[,&+]\s*)?)(?P<typed>.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Completion:
    """One way to complete a prefix: `text` is to stand before the colon, `shown` is the whole name."""

    text: str
    shown: str
    speaker: Speaker


def completions(prefix: str, table: Table, limit: int = 6) -> tuple[Completion, ...]:
    """Give whom a prefix can be completed to, best first: whole names, then those in which a word begins so.

    The fixed words follow where nobody's name begins so, and names that hold the letters in their order where none.

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
        and (alone or completion.speaker.voice in {Voice.PERSON, Voice.SECTOR})
    ]
    begun = [one for one in likely if one[0] <= _BEGINS]
    at_table = [one for one in begun if one[2].speaker.participant or one[2].speaker.sector]
    likely = at_table or begun or likely
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


def _choices(table: Table) -> Iterator[tuple[Iterable[str], Completion]]:
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


def _unlikeness(name: str, wanted: str) -> int:
    """Tell how far a name is from what was typed: 0 the same, 1 begins so, 2 a word does, 3 inside, 4 scattered."""
    if not name:
        return _NOT_AT_ALL
    tests = (
        name == wanted,
        name.startswith(wanted),
        f" {wanted}" in name,
        wanted in name,
        _in_order(wanted, name),
    )
    return tests.index(True) if any(tests) else _NOT_AT_ALL


def _in_order(letters: str, name: str) -> bool:
    left = iter(name)
    return all(letter in left for letter in letters)
