"""Places of a draft that want a look: followers, "we", other languages, long ones, and what may identify somebody.

The last is a heuristic, no promise: it knows proper names, figures and superlatives by their form alone.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from roundtable.report.choosing import Chosen
from roundtable.report.word_lists import WordLists, word_lists, words_of

_PROPER = re.compile(
    r"(?<![.!?…“„«\":]\s)(?<![“„«\"])(?<=\s)[^\W\d_]*[A-ZÀ-ÖØ-Þ][\w’'-]*(?:\s[A-ZÀ-ÖØ-Þ][\w’'-]*)*"
)
_FIGURE = re.compile(r"(?<![\w-])(?:[€$£]\s?)?\d[\d.,]*(?:\s?[%€$£])?")
_MOST = {
    "nl": re.compile(r"\b(?:de|het)\s+(?!eerste|laatste|beste)\w+ste\b", re.IGNORECASE),
    "fr": re.compile(r"\b(?:le|la|les)\s+(?:plus|moins)\s+\w+", re.IGNORECASE),
    "en": re.compile(r"\bthe\s+(?:most\s+\w+|least\s+\w+|(?!rest|west|test)\w+est)\b", re.IGNORECASE),
}


class Why(StrEnum):
    """Why a place wants a look."""

    FOLLOWS = "follows"
    LOOSE = "loose"
    WE = "we"
    LANGUAGE = "language"
    LONG = "long"
    NAME = "name"
    PROPER_NAME = "proper name"
    FIGURE = "figure"
    SUPERLATIVE = "superlative"


@dataclass(frozen=True, slots=True)
class Look:
    """A place that wants a look: which contribution, why, and the words meant (where it is not the whole)."""

    contribution: str
    why: Why
    words: str = ""


def looks(chosen: Chosen, language: str) -> tuple[Look, ...]:
    """List the places of a chapter that want a look, in the order of printing."""
    followers = {one.id for unit in chosen.units for one in unit.followers}
    found: list[Look] = []
    for one in chosen.statements:
        if one.id in followers:
            found.append(Look(one.id, Why.FOLLOWS))
        elif one.leaning or one.said.stance:
            found.append(Look(one.id, Why.LOOSE))
        if one.personal:
            found.append(Look(one.id, Why.WE))
        if one.language:
            found.append(Look(one.id, Why.LANGUAGE))
        if one.long:
            found.append(Look(one.id, Why.LONG))
        found += [Look(one.id, Why.NAME, name) for name in one.undecided]
        found += [Look(one.id, why, words) for why, words in identifying(one.text, one.language or language)]
    return tuple(found)


def identifying(text: str, language: str) -> Iterator[tuple[Why, str]]:
    """Find what else may identify somebody: proper names and places, figures, superlatives."""
    yield from ((Why.PROPER_NAME, found[0]) for found in _PROPER.finditer(text) if not _usual(found[0]))
    yield from ((Why.FIGURE, found[0].rstrip(".,")) for found in _FIGURE.finditer(text))
    most = [found[0] for found in _MOST[language].finditer(text)] if language in _MOST else []
    inside = {word for found in most for word in words_of(found)}
    alone = [word for word in _alone(text, word_lists(language)) if word not in inside]
    yield from ((Why.SUPERLATIVE, words) for words in (*most, *alone))


def _usual(name: str) -> bool:
    """Pass over single capitals (I) and short words all in capitals (HR, IT)."""
    return (
        len(name) == 1
        or (name.isupper() and len(name) <= len("CO2X"))
        or name in {"I’m", "I'm", "I've", "I’ve"}
    )


def _alone(text: str, lists: WordLists) -> Iterator[str]:
    return (word for word in words_of(text) if word in lists.superlatives)
