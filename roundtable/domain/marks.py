"""The small marks of a capture line: the time before it, signs in front, themes and stars, quotation marks."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from datetime import time

from roundtable.domain.contributions import QUOTED, Kind, Stance

_TIME = re.compile(r"([0-9]{1,2})[:uh]([0-9]{2}):?\s+(?=\S)", re.IGNORECASE)
# `9:00 - 17:00` and `9:00 tot 17:00` are spans of time, and text.
_UNTIL = re.compile(r"(?:[-–—/]|tot|to|till|until|à|a)\s*\d", re.IGNORECASE)

_OPENING = '“„«"'
_DASHES = "-–—−"
# A sign before a number, a currency or a percentage belongs to the text.
_AMOUNT = r"(?:[.,±~≈<>]?\s?\d|[$€£¥₣%‰]|(?:eur|usd|gbp|chf)\s?\d)"
_WORDS_FOLLOW = rf"(?=\s+\S|[^\W\d_]|[{_OPENING}‘'’(@])"
_IN_FRONT = re.compile(
    rf"(?P<bullet>[•*·▪◦‣](?=\s+\S))"
    rf"|(?P<starred>!!+){_WORDS_FOLLOW}"
    rf"|(?P<check>\?\?+){_WORDS_FOLLOW}"
    rf"|(?P<proposal>!){_WORDS_FOLLOW}"
    rf"|(?P<question>\?){_WORDS_FOLLOW}"
    rf"|(?P<sign>[{_DASHES}+])(?!\s*{_AMOUNT}){_WORDS_FOLLOW}",
    re.IGNORECASE,
)
_THEME = re.compile(r"(?:(?<=\s)|^)[=#]([^\W\d_][\w-]*)(?=[.,;:!?]*(?:\s|$))")
_WHOLLY_A_THEME = re.compile(r"[=#]([^\W\d_][\w-]*)")
_STARS_AND_CHECKS = re.compile(r"(?:!!+|\?\?+)+")
_CLOSING = re.compile(r"[?!]*\?[?!]*")


def time_before(line: str) -> tuple[time | None, str]:
    """Split off the time at which a line was said (`19:42`, `19u42`, `19h42`), if it begins with one."""
    found = _TIME.match(line)
    if found is None or _UNTIL.match(line, found.end()):
        return None, line
    hour, minute = int(found[1]), int(found[2])
    if hour > 23 or minute > 59:  # noqa: PLR2004 - a day has 24 hours of 60 minutes
        return None, line
    return time(hour, minute), line[found.end() :]


@dataclass(frozen=True, slots=True)
class Front:
    """The marks in front of a text, in the order typed, and the `rest` behind them."""

    marks: tuple[str, ...]
    sign: str
    rest: str

    @property
    def kind(self) -> Kind | None:
        """The kind that was asked for with `!` or `?`."""
        if "proposal" in self.marks:
            return Kind.PROPOSAL
        return Kind.QUESTION if "question" in self.marks else None

    @property
    def stance(self) -> Stance | None:
        """What the sign says, where it is one: `+` supports, any dash opposes."""
        if not self.sign:
            return None
        return Stance.SUPPORTS if self.sign == "+" else Stance.OPPOSES


def front_of(text: str) -> Front:
    """Split off `!`, `?`, `!!`, `??`, a sign and a bullet, each once, as long as words follow."""
    marks: list[str] = []
    sign = ""
    rest = text.strip()
    while (found := _IN_FRONT.match(rest)) and found.lastgroup not in marks:
        marks.append(str(found.lastgroup))
        sign = found["sign"] or sign
        rest = rest[found.end() :].lstrip()
    return Front(tuple(marks), sign, rest)


@dataclass(frozen=True, slots=True)
class Ending:
    """A text without the stars, checks and themes behind it, and what these were."""

    text: str
    themes: tuple[str, ...]
    starred: bool
    check: bool


def ending_of(text: str) -> Ending:
    """Split off `!!`, `??` and themes that are the last words; where nothing else is there, they are the text."""
    end = _without_spaces(text, len(text))
    starred = check = False
    themes: list[str] = []
    while end:
        start = text.rfind(" ", 0, end) + 1
        word = text[start:end]
        if word[0] in "=#" and (theme := _WHOLLY_A_THEME.fullmatch(word)):
            themes.append(theme[1])
        elif word[0] in "!?" and _STARS_AND_CHECKS.fullmatch(word):
            starred |= "!" in word
            check |= "?" in word
        else:
            break
        end = _without_spaces(text, start)
    if not end:
        return Ending(text.strip(), (), starred=False, check=False)
    return Ending(text[:end].lstrip(), tuple(reversed(themes)), starred, check)


def _without_spaces(text: str, end: int) -> int:
    while end and text[end - 1].isspace():
        end -= 1
    return end


def themes_within(text: str) -> tuple[str, tuple[str, ...]]:
    """Find the themes inside a text and take away their signs, but never inside a quote, which is verbatim."""
    found = list(_THEME.finditer(text))
    if not found:
        return text, ()
    spans = [part.span() for part in QUOTED.finditer(text)]
    pieces: list[str] = []
    done = 0
    for theme in found:
        span = bisect_right(spans, (theme.start(), len(text))) - 1
        if span < 0 or theme.start() >= spans[span][1]:
            pieces.append(text[done : theme.start()])
            done = theme.start() + 1
    return "".join([*pieces, text[done:]]), tuple(theme[1] for theme in found)


def quotes_in(text: str) -> tuple[str, ...]:
    """Give the verbatim parts: from quotation mark to quotation mark, or to the end."""
    return tuple(part.strip() for part in QUOTED.findall(text) if part.strip())


def kind_of(text: str) -> Kind:
    """Tell what kind of thing a text is by its own marks.

    A question closes with a question mark outside quotation marks. A quote begins with a quotation mark, or the
    quoted parts make up more than half of it. Anything else is a point.
    """
    spans = [part.span() for part in QUOTED.finditer(text)]
    closing = len(text) - len(text.rstrip("?!"))
    if closing and "?" in text[-closing:] and not (spans and spans[-1][1] == len(text)):
        return Kind.QUESTION
    quoted = sum(end - start for start, end in spans)
    return Kind.QUOTE if spans and (spans[0][0] == 0 or 2 * quoted > len(text)) else Kind.POINT
