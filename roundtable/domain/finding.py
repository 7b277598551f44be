"""Where the words that somebody looks for stand in a text."""

import re
from collections.abc import Sequence

from roundtable.domain.text import folded

_WORD = re.compile(r"[^\W_]+")


def spots(text: str, query: str) -> Sequence[tuple[int, int]]:
    """Give the places (first character, the one behind the last) of the words of a query, without case and accents.

    As in the search itself the last word is a beginning, unless something else is typed behind it.
    """
    wanted = _WORD.findall(folded(query))
    beginning = wanted[-1] if wanted and query[-1:].isalnum() else None
    # Folding may make two letters of one, so each remembers where it came from.
    letters = [(letter, place) for place, mark in enumerate(text) for letter in folded(mark)]
    places = [place for _, place in letters]
    found: list[tuple[int, int]] = []
    for word in _WORD.finditer("".join(letter for letter, _ in letters)):
        first, behind = word.span()
        if word.group() not in wanted:
            if beginning is None or not word.group().startswith(beginning):
                continue
            behind = first + len(beginning)
        spot = places[first], places[behind - 1] + 1
        if found and spot[0] < found[-1][1]:  # two words that one sign stands for: ½
            spot = found.pop()[0], spot[1]
        found.append(spot)
    return found
