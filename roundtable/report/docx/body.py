"""The parts of the paper as paragraphs and tables of Word, each in a named style."""

from collections.abc import Iterable
from copy import deepcopy
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeGuard, assert_never

from roundtable.report.document import (
    Block,
    BlockQuote,
    Bullets,
    CodeBlock,
    Heading,
    Inline,
    Mark,
    Numbered,
    Paragraph,
    Part,
    PullQuote,
    Rule,
    Strong,
    Table,
)
from roundtable.report.docx.bookmarks import part_bookmark, takeaway_bookmark
from roundtable.report.docx.elements import Element, paragraph, root, run, w
from roundtable.report.docx.inlines import Words, shown
from roundtable.report.docx.look import Design
from roundtable.report.docx.measure import width
from roundtable.report.docx.numbering import LEVELS, Numbering
from roundtable.report.docx.pages import Stretch
from roundtable.report.docx.tables import table
from roundtable.report.runs import flat

_MARKS = {
    None: "Normal",
    Mark.REMARK: "Remark",
    Mark.LABEL: "Label",
    Mark.LEAD: "Lead",
    Mark.TITLE: "TakeawayTitle",
}
_DEEPEST = 3
_KEPT_TOGETHER = 3  # points of a list
_BEHIND_LANDMARKS = 100_000  # numbers below are those of the bookmarks that the contents lead to


@dataclass(frozen=True, slots=True)
class Landmark:
    """A heading that the contents list: its level, the number before it, its words, and the bookmark around it."""

    level: int
    number: str
    title: str
    bookmark: str


@dataclass(frozen=True, slots=True)
class _List:
    """The list that paragraphs stand in: its level, the kind of its marks, and what it starts anew with."""

    level: int
    kind: str
    anew: Element | None = None


class Body:
    """Collects what stands after the contents: `made` for Word, `flow` for the estimate of pages, `landmarks`.

    What is made stands in the `whole` document from the start: to move it there later takes longer than to make it.
    """

    def __init__(self, words: Words, numbering: Numbering, design: Design) -> None:
        self.whole = root("w:document", "w r a wp wps pic adec mc", w("body"))
        self.made: Element = self.whole[0]
        self.flow: list[Stretch] = []
        self.landmarks: list[Landmark] = []
        self._words = words
        self._numbering = numbering
        self._design = design
        self._bookmarks = 0

    def part(self, part: Part) -> None:
        """Add a part: its title, and what stands under it."""
        numbered = [run(part.number, "PartNumber"), run(" ", "PartGap")] if part.number else []
        landmark = self._landmark(1, part.number, part.title)
        title = self._marked(part_bookmark(part.key), run(part.title, "PartTitle"))
        self._add("Heading1", f"{part.number} {part.title}".strip(), *numbered, *title, landmark=landmark)
        self.blocks(part.blocks)

    def end_section(self, section: Element) -> None:
        """End a section with what was added last."""
        if len(self.made) == 0 or self.made[-1].tag != w("p").tag:
            self._add("Spacer", "")
        self.made[-1][0].append(section)

    def blocks(self, blocks: Iterable[Block]) -> None:
        """Add blocks; what stands before a list stays on its page."""
        for block, following in pairwise((*blocks, None)):
            if _plain(block) and isinstance(following, Bullets | Numbered):
                self._words_in("ListOpening", block.inlines)
            elif isinstance(block, Bullets) and _plain(following):
                self._list(block, 0, closed=self._on_one_line(following.inlines))
            elif block is not None:
                self._block(block)

    def _block(self, block: Block) -> None:
        match block:
            case Heading():
                self._heading(block)
            case Paragraph():
                self._words_in(_MARKS[block.mark], block.inlines)
            case BlockQuote():
                self._quote(block)
            case PullQuote():
                self._words_in("IntenseQuote", block.inlines)
                self._words_in("QuoteAttribution", block.attribution)
            case Bullets() | Numbered():
                self._list(block, 0)
            case CodeBlock():
                self._code(block.text)
            case Rule():
                self._add("Rule", "")
            case Table():
                self._table(block)
            case _:
                assert_never(block)

    def _heading(self, heading: Heading) -> None:
        level = min(heading.level, _DEEPEST)
        runs = flat(heading.inlines)
        words = shown(runs).replace("\n", " ")
        if not words.strip():
            return
        landmark = self._landmark(level, "", words) if level < _DEEPEST else None
        self._add(f"Heading{level}", words, *self._words.of(runs), landmark=landmark)

    def _quote(self, quote: BlockQuote) -> None:
        for block in quote.blocks:
            if isinstance(block, Paragraph) and block.mark is None:
                self._words_in("Quote", block.inlines)
            else:
                self._block(block)

    def _on_one_line(self, inlines: tuple[Inline, ...]) -> bool:
        return width(shown(flat(inlines)), self._design.looks["Normal"]) <= self._design.page.measure

    def _list(self, points: Bullets | Numbered, depth: int, *, closed: bool = False) -> None:
        """Add a list; one that is `closed` by a line has its last point stay with it, lest it stand alone on a page."""
        level = min(depth, LEVELS - 1)
        if isinstance(points, Bullets):
            place = _List(level, "ListBullet")
        elif any(
            isinstance(block, Paragraph) and block.mark is Mark.TITLE
            for point in points.items
            for block in point
        ):
            place = _List(0, "Takeaway", self._numbering.restart("TakeawayTitle", points.start))
        else:
            style = "ListNumber" + _suffix(level)
            place = _List(level, "ListNumber", self._numbering.restart(style, points.start))
        keys = points.keys if isinstance(points, Numbered) else ()
        for at, point in enumerate(points.items, 1):
            first, rest = (point[:1], point[1:]) if point and isinstance(point[0], Paragraph) else ((), point)
            last = at == len(points.items)
            kept = closed and not rest if last else _short(points) and not depth
            self._point(first, place, keys[at - 1] if at <= len(keys) else "", kept=kept)
            for block in rest:
                if isinstance(block, Paragraph):
                    self._words_in(_continued(block.mark, place), block.inlines)
                elif isinstance(block, Bullets | Numbered):
                    self._list(block, depth + 1)
                else:
                    self._block(block)

    def _point(self, first: tuple[Block, ...], place: _List, key: str, *, kept: bool) -> None:
        """Add the paragraph that carries the mark of a list; one without words if there is none to carry it."""
        inlines: tuple[Inline, ...] = ()
        style = "TakeawayTitle" if place.kind == "Takeaway" else place.kind + _suffix(place.level)
        style = "ListBulletKept" if kept else style
        for block in first:
            if isinstance(block, Paragraph):
                inlines = (Strong(block.inlines),) if block.mark is Mark.LABEL else block.inlines
                if place.kind == "Takeaway" and block.mark is not Mark.TITLE:
                    style = "TakeawayText"
        runs = flat(inlines)
        self._add(style, shown(runs), *self._marked(takeaway_bookmark(key), *self._words.of(runs)))
        if place.anew is not None:
            self.made[-1][0].append(deepcopy(place.anew))

    def _code(self, text: str) -> None:
        runs: list[Element] = []
        for line in text.split("\n"):
            runs += [*([w("r", w("br"))] if runs else []), run(line)]
        self._add("CodeBlock", text, *runs)

    def _table(self, block: Table) -> None:
        if not any(block.header) and not any(block.rows):
            return
        self._words_in("Caption", block.caption)
        made, rows = table(block, self._words, self._design)
        self.made.append(made)
        self.flow += rows
        self._add("Spacer", "")

    def _words_in(self, style: str, inlines: tuple[Inline, ...]) -> None:
        if runs := flat(inlines):
            self._add(style, shown(runs), *self._words.of(runs))

    def _add(self, style: str, text: str, *runs: Element, landmark: Landmark | None = None) -> None:
        if landmark:
            runs = _bookmarked(runs, landmark.bookmark, len(self.landmarks))
        paragraph(style, *runs, into=self.made)
        self.flow.append(Stretch(self._design.looks[style], text, landmark.bookmark if landmark else ""))

    def _marked(self, bookmark: str, *runs: Element) -> tuple[Element, ...]:
        """Give words that are found again when the file comes back from Word; as they are without a bookmark."""
        if not bookmark:
            return runs
        self._bookmarks += 1
        return _bookmarked(runs, bookmark, _BEHIND_LANDMARKS + self._bookmarks)

    def _landmark(self, level: int, number: str, title: str) -> Landmark:
        landmark = Landmark(level, number, title, f"_Toc{len(self.landmarks) + 1:09}")
        self.landmarks.append(landmark)
        return landmark


def _plain(block: Block | None) -> TypeGuard[Paragraph]:
    return isinstance(block, Paragraph) and block.mark is None


def _short(points: Bullets | Numbered) -> bool:
    """Say whether no page may end inside a list: its last point would stand alone on the next."""
    few = isinstance(points, Bullets) and len(points.items) <= _KEPT_TOGETHER
    return few and all(len(point) == 1 and _plain(point[0]) for point in points.items)


def _continued(mark: Mark | None, place: _List) -> str:
    """Give the style of a paragraph that goes on with a point of a list."""
    if place.kind == "Takeaway":
        return "TakeawayRemark" if mark is Mark.REMARK else "TakeawayText"
    return "ListContinue" + _suffix(place.level)


def _suffix(level: int) -> str:
    return str(level + 1) if level else ""


def _bookmarked(runs: tuple[Element, ...], name: str, number: int) -> tuple[Element, ...]:
    key = str(number)
    return w("bookmarkStart", id=key, name=name), *runs, w("bookmarkEnd", id=key)
