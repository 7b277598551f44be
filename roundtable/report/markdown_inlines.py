"""Inlines written as Markdown: emphasis, links and code around words that are escaped."""

import re
import unicodedata
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Literal

from roundtable.report import escaping
from roundtable.report.document import Inline
from roundtable.report.escaping import Surroundings
from roundtable.report.runs import Run, flat, merged

Look = Literal["strong", "emphasis"]
_MARKS: dict[Look, str] = {"strong": "**", "emphasis": "*"}
_BREAK = "\\\n"

_UNSAFE = re.compile(r"[\s<>\\`{}|]")
_BRACKET = re.compile(r"[()]")
_BALANCED = re.compile(r"[^()]*(?:\([^()]*\)[^()]*)*")
_REFERENCE = re.compile(r"&(?=#?\w+;)")
_BARE = re.compile(r"(?:https?://|mailto:)[^\s<>\\^`{|}*_~$]+", re.ASCII)
_TICKS = re.compile("`+")
_ENDS = re.compile(r"^(\s*)(.*?)(\s*)$", re.DOTALL)


def paragraph_lines(
    inlines: tuple[Inline, ...], look: Look | None = None, *, traced: bool = False
) -> list[str]:
    """Write a paragraph: one line, and one more for each break in it; `look` is for all of its words.

    With `traced`, words that rest on a contribution become a link to it.
    """
    runs = _dressed(flat(inlines), look)
    *broken, last = _Writer(_around(runs), traced).written(runs).split(_BREAK)
    lines = [*(escaping.line(line) + "\\" for line in broken), escaping.line(last)]
    return lines if runs else []


def heading_line(inlines: tuple[Inline, ...], *, traced: bool = False) -> str:
    """Write the words of a heading."""
    runs = _dressed(_unbroken(flat(inlines)))
    return escaping.title(_Writer(_around(runs), traced).written(runs))


def cell_line(inlines: tuple[Inline, ...], *, traced: bool = False) -> str:
    """Write the words of a table's cell."""
    runs = _dressed(_unbroken(flat(inlines)))
    return escaping.edges(_Writer(replace(_around(runs), cell=True), traced).written(runs))


def _around(runs: list[Run]) -> Surroundings:
    # Code and addresses count as well: a formula that begins in the text could end in them.
    pairs = escaping.paired("".join(run.text + run.target for run in runs))
    return Surroundings(pairs, looks=any(run.strong or run.emphasis for run in runs))


def _unbroken(runs: list[Run]) -> list[Run]:
    return [replace(run, text=" ") if run.breaks else run for run in runs]


def _dressed(runs: list[Run], look: Look | None = None) -> list[Run]:
    """Dress all words in `look`; blanks at the edge of a look lose it, as marks would mean nothing beside them."""
    if look:
        runs = [_with(run, look, on=True) for run in runs]
    while runs and runs[-1].breaks:
        runs = runs[:-1]
    pieces: list[Run] = []
    for run in runs:
        if run.code or run.breaks or not (run.strong or run.emphasis):
            pieces.append(run)
        elif found := _ENDS.match(run.text):
            pieces += [replace(run, text=text) for text in found.groups() if text]
    return merged(_bared(pieces, at) if piece.text.isspace() else piece for at, piece in enumerate(pieces))


def _bared(pieces: list[Run], at: int) -> Run:
    """Give a blank the looks that the words on both sides of it have."""
    blank = pieces[at]
    beside = [pieces[other] for other in (at - 1, at + 1) if 0 <= other < len(pieces)]
    inside = len(beside) > 1 and not any(piece.text.isspace() for piece in beside)
    return replace(
        blank,
        strong=blank.strong and inside and all(piece.strong for piece in beside),
        emphasis=blank.emphasis and inside and all(piece.emphasis for piece in beside),
    )


def _with(run: Run, look: Look, *, on: bool) -> Run:
    return replace(run, strong=on) if look == "strong" else replace(run, emphasis=on)


@dataclass(frozen=True, slots=True)
class _Span:
    """Runs from `start` up to `end` that share a look."""

    look: Look
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Writer:
    """What decides how words are written: what is around them, and whether contributions are linked."""

    around: Surroundings
    traced: bool

    def written(self, runs: list[Run]) -> str:
        """Write the runs of a paragraph, heading or cell."""
        written = ""
        groups = [(target, list(group)) for target, group in groupby(runs, self._target)]
        for at, (target, group) in enumerate(groups):
            if target:
                written += self._link(group, target)
                continue
            after = "[" if at + 1 < len(groups) else ""
            written += self._marked(group, ")" if at else "", after)
            if after and written.endswith("!"):
                written = written[:-1] + "\\!"
        return written

    def _target(self, run: Run) -> str:
        return f"{run.tells}:{run.contribution}" if self.traced and run.contribution else run.target

    def _link(self, group: list[Run], target: str) -> str:
        if _BARE.fullmatch(target) and target == "".join(run.text for run in group):
            return f"<{target}>"
        return f"[{self._marked(group, '[', ']', linked=True)}]({_address(target)})"

    def _marked(self, runs: list[Run], before: str, after: str, *, linked: bool = False) -> str:
        """Write runs with marks around their looks; a look that marks cannot express here is left out."""
        spans = _spans(runs, 0, len(runs), ("strong", "emphasis"))
        if faulty := _faulty(runs, spans, before, after):
            for at in range(faulty.start, faulty.end):
                runs[at] = _with(runs[at], faulty.look, on=False)
            return self._marked(merged(runs), before, after, linked=linked)
        written = ""
        for at, run in enumerate(runs):
            written += "".join(_MARKS[span.look] for span in spans if span.start == at)
            written += self._words(run, linked=linked)
            written += "".join(_MARKS[span.look] for span in reversed(spans) if span.end == at + 1)
        return written

    def _words(self, run: Run, *, linked: bool) -> str:
        if run.breaks:
            return _BREAK
        if run.code:
            return _code(run.text.replace("|", "\\|") if self.around.cell else run.text)
        return escaping.escaped(run.text, replace(self.around, linked=linked))


def _spans(runs: list[Run], start: int, end: int, looks: tuple[Look, ...]) -> list[_Span]:
    """Give the spans of looks, outer before inner: of two that begin together, the longer is the outer."""
    spans: list[_Span] = []
    at = start
    while at < end:
        reach = {look: _reach(runs, at, end, look) for look in looks}
        widest = max(looks, key=lambda look: reach[look], default=None)
        if widest is None or reach[widest] == at:
            at += 1
            continue
        rest = tuple(look for look in looks if look != widest)
        spans += [_Span(widest, at, reach[widest]), *_spans(runs, at, reach[widest], rest)]
        at = reach[widest]
    return spans


def _reach(runs: list[Run], at: int, end: int, look: Look) -> int:
    while at < end and (runs[at].strong if look == "strong" else runs[at].emphasis):
        at += 1
    return at


def _faulty(runs: list[Run], spans: list[_Span], before: str, after: str) -> _Span | None:
    """Give a span whose marks readers would not take for marks, if there is one."""
    ends = {span.end for span in spans}
    for span in spans:
        first, last = _first(runs[span.start]), _last(runs[span.end - 1])
        outside = _last(runs[span.start - 1]) if span.start else before
        behind = _first(runs[span.end]) if span.end < len(runs) else after
        if span.start in ends or not _opens(outside, first) or not _opens(behind, last):
            return span
    return None


def _first(run: Run) -> str:
    return "`" if run.code else run.text[0]


def _last(run: Run) -> str:
    return "`" if run.code else run.text[-1]


def _opens(outside: str, inside: str) -> bool:
    """Whether a mark between these two characters opens (or, seen from the other side, closes) a look."""
    if inside.isspace():
        return False
    # Readers disagree what symbols and invisible characters are: whichever is the stricter reading counts.
    if unicodedata.category(inside)[0] in "LMN":
        return True
    return not outside or outside.isspace() or unicodedata.category(outside)[0] == "P"


def _address(target: str) -> str:
    """Write what a link leads to, what would end it as the bytes it stands for."""

    def quoted(found: re.Match[str]) -> str:
        return "".join(f"%{byte:02X}" for byte in found[0].encode())

    safe = _UNSAFE.sub(quoted, target)
    return _REFERENCE.sub("&amp;", safe if _BALANCED.fullmatch(safe) else _BRACKET.sub(quoted, safe))


def _code(text: str) -> str:
    """Write words in a fixed pitch, between more backticks than they hold."""
    ticks = "`" * (1 + max((len(found) for found in _TICKS.findall(text)), default=0))
    padded = "`" in {text[0], text[-1]} or (text[0] == text[-1] == " " and text.strip())
    return f"{ticks} {text} {ticks}" if padded else f"{ticks}{text}{ticks}"
