"""What a topic's heading says beside its title: a number, minutes, whether it means conclusion."""

import re
from dataclasses import dataclass
from enum import Enum, auto

from roundtable.domain.text import clean, folded

LONGEST_MINUTES = 600
_PLAIN_NUMBERS = frozenset(str(five) for five in range(5, 181, 5))  # bare, but may well be minutes

_NUMBERED = re.compile(r"(\d{1,3})\\?[.)](?!\d)\s*")
_BARE = re.compile(r"(\d{1,3})\s+")
_BRACKETED = re.compile(r"\s*(?:\(([^()\[\]]*)\)|\[([^()\[\]]*)\])\s*$")
_ABOUT = re.compile(r"(?:ca\.?|circa|±|~|about|env\.?|environ|max\.?|ong\.?)\s*")
_HOURS = r"(?:h|hr|hrs|hours?|heures?|u|uur|uren)"
_MINUTES = r"(?:m|mn|min|mins|minutes?|minuut|minuten|')"
_AMOUNT = r"\d{1,9}(?:[.,]\d{1,9})?"
_FRACTION = re.compile(r"(\d{0,9})\s?([½¼¾])")
_ONLY_MINUTES = re.compile(rf"({_AMOUNT})\s*{_MINUTES}\.?")
_WITH_HOURS = re.compile(rf"({_AMOUNT})\s*{_HOURS}\.?(?:\s*(?:en|et|and)?\s*(\d{{1,9}})\s*{_MINUTES}?\.?)?")
_LIKE_LENGTH = re.compile(rf"\d\s*(?:{_HOURS}|{_MINUTES})(?![a-z])")
_WORDED = {
    "kwartier": 15,
    "een kwartier": 15,
    "un quart d'heure": 15,
    "a quarter of an hour": 15,
    "half uur": 30,
    "een half uur": 30,
    "een halfuur": 30,
    "une demi-heure": 30,
    "half an hour": 30,
    "drie kwartier": 45,
    "een uur": 60,
    "une heure": 60,
    "an hour": 60,
    "anderhalf uur": 90,
}
_DECIMALS = {"½": ".5", "¼": ".25", "¾": ".75"}
_CONCLUSION_FIRST = re.compile(r"conclusi(?:e|es|on|ons)\b")
_CONCLUSIONS = frozenset(
    [
        "besluit",
        "slot",
        "slotbeschouwing",
        "slotwoord",
        "tot besluit",
        "tot slot",
        "en conclusion",
        "in conclusion",
    ]
)


class Length(Enum):
    """What was found in brackets at the end of a heading."""

    NONE = auto()
    GIVEN = auto()
    BARE = auto()  # a number without a unit, taken for minutes
    NONSENSE = auto()


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading taken apart; `seconds` is None unless a length was given."""

    title: str
    number: str = ""
    seconds: int | None = None
    length: Length = Length.NONE
    written: str = ""  # the bracket's content


def read_heading(text: str, expected: int) -> Heading:
    """Take a heading apart; a number without a dot counts only where it is `expected` (15 jaar later is a title)."""
    title, length, seconds, written = _without_length(clean(text))
    found = _NUMBERED.match(title)
    if not found and (bare := _BARE.match(title)) and int(bare[1]) == expected:
        found = bare
    if found:
        return Heading(title[found.end() :], found[1], seconds, length, written)
    return Heading(title, "", seconds, length, written)


def means_conclusion(title: str) -> bool:
    """Say whether a heading means conclusion, in Dutch, French or English."""
    plain = folded(title).strip(" .:!*_")
    return plain in _CONCLUSIONS or _CONCLUSION_FIRST.match(plain) is not None


def _without_length(title: str) -> tuple[str, Length, int | None, str]:
    bracket = _BRACKETED.search(title)
    if not bracket:
        return title, Length.NONE, None, ""
    written = clean(bracket[1] if bracket[1] is not None else bracket[2])
    decimal = _FRACTION.sub(lambda found: (found[1] or "0") + _DECIMALS[found[2]], written)
    plain = _ABOUT.sub("", folded(decimal).replace("\N{PRIME}", "'"), count=1).strip()
    minutes = _minutes(plain)
    if minutes is None and plain in _PLAIN_NUMBERS:
        return title[: bracket.start()], Length.BARE, int(plain) * 60, written
    if minutes is None:
        return title, Length.NONSENSE if _LIKE_LENGTH.search(plain) else Length.NONE, None, written
    if not 1 <= minutes <= LONGEST_MINUTES:
        return title[: bracket.start()], Length.NONSENSE, None, written
    return title[: bracket.start()], Length.GIVEN, round(minutes * 60), written


def _minutes(plain: str) -> float | None:
    if plain in _WORDED:
        return _WORDED[plain]
    if found := _ONLY_MINUTES.fullmatch(plain):
        return _amount(found[1])
    if (found := _WITH_HOURS.fullmatch(plain)) and int(found[2] or 0) < 60:  # noqa: PLR2004 — minutes of an hour
        return _amount(found[1]) * 60 + int(found[2] or 0)
    return None


def _amount(text: str) -> float:
    return float(text.replace(",", "."))
