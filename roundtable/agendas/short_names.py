"""Short names for sectors that have none: two to four letters, unique in their session."""

import re
from collections.abc import Iterable, Iterator
from itertools import count

from roundtable.domain.openers import FIXED
from roundtable.domain.text import folded

_WORD = re.compile(r"[^\W_]+")
_CAMEL = re.compile(r"[A-Z]+(?=[A-Z]|$)|[A-Z](?=[a-z])")
_VOWELS = set("AEIOUY")
_SMALL = re.compile("a|and|at|d|de|den|der|des|du|en|et|for|het|in|l|la|le|les|of|or|ou|pour|the|van|voor")
_SHORTEST, _LONGEST = 2, 4
# Words that open a capture line in a meaning of their own; a sector must not be called so.
_TAKEN = frozenset(word.upper() for word in FIXED)


def short_names(names: Iterable[str], taken: Iterable[str] = ()) -> dict[str, str]:
    """Give each sector's name a short one (upper-case letters and digits), none of which is in `taken`.

    Names that are short already go first, then the others in their order; the same names give the same result.
    """
    wanted = list(dict.fromkeys(names))
    used = {_plain(name) for name in taken} | _TAKEN
    found: dict[str, str] = {}
    for name in sorted(wanted, key=lambda name: not _is_short(name)):
        short = next(
            one for one in _candidates(name) if _SHORTEST <= len(one) <= _LONGEST and one not in used
        )
        used.add(short)
        found[name] = short
    return {name: found[name] for name in wanted}


def _plain(text: str) -> str:
    return "".join(_WORD.findall(folded(text).upper()))


def _is_short(name: str) -> bool:
    return _SHORTEST <= len(_plain(name)) <= _LONGEST


def _candidates(name: str) -> Iterator[str]:
    """Give short names from the most readable to the barely readable, without end."""
    plain = _plain(name)
    if _is_short(name):
        yield plain
    words = _WORD.findall(name)
    if len(words) > 1:
        yield _initials(words)
    elif words and not name.isupper() and len(capitals := _CAMEL.findall(words[0])) > 1:
        yield _plain("".join(capitals))[:_LONGEST]  # GroenLinks is GL
    consonants = plain[:1] + "".join(letter for letter in plain[1:] if letter not in _VOWELS)
    for letters in (plain, consonants):
        yield letters[:3]
        yield letters[:_LONGEST]
    yield plain[:_SHORTEST]
    yield consonants[:_SHORTEST]
    stem = plain or "S"
    for number in count(2):
        yield stem[: max(1, _LONGEST - len(str(number)))] + str(number)


def _initials(words: list[str]) -> str:
    telling = [words[0], *(word for word in words[1:] if not _SMALL.fullmatch(word))]
    return _plain("".join(word[0] for word in telling))[:_LONGEST]
