"""A guess at the page on which each part begins, for contents that no word processor has laid out yet."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from roundtable.report.docx.look import Look, Page
from roundtable.report.docx.measure import line_height, lines

_FEWEST = 2  # lines of a paragraph that may stand alone at the head or foot of a page


@dataclass(frozen=True, slots=True)
class Stretch:
    """What is laid out in one piece: a paragraph, or a row of a table, which has a height of its own."""

    look: Look
    text: str = ""
    bookmark: str = ""
    height: float = 0

    @property
    def whole(self) -> bool:
        """Whether no page may end inside it."""
        return bool(self.height) or self.look.keep_lines

    def lines(self, measure: int) -> int:
        """Give the number of its lines on a page with this measure."""
        return 1 if self.height else lines(self.text, self.look, measure - self.look.left - self.look.right)

    def line_height(self) -> float:
        """Give the height of a line."""
        return self.height or line_height(self.look)


@dataclass(slots=True)
class Pages:
    """Where bookmarks stand, and which page is the last."""

    last: int
    numbers: dict[str, int] = field(default_factory=dict)


def laid_out(flow: Sequence[Stretch], page: Page, first: int) -> Pages:
    """Lay out stretches from the head of page `first` on, without widows, headings with what they are kept with."""
    pages, filled, after, room = Pages(first), 0.0, 0, page.room
    for at, stretch in enumerate(flow):
        if at and stretch.look.new_page:
            pages.last, filled = pages.last + 1, 0.0
        gap = _gap(stretch, filled, after, first=not at)
        if filled and filled + gap + _together(flow, at, page) > room:
            pages.last, filled, gap = pages.last + 1, 0.0, 0.0
        if stretch.bookmark:
            pages.numbers[stretch.bookmark] = pages.last
        filled = _placed(stretch, filled + gap, page, pages)
        after = stretch.look.after
    return pages


def _gap(stretch: Stretch, filled: float, after: int, *, first: bool) -> float:
    """Give the space above, the larger of two; at the head of a page, none but where it was begun on purpose."""
    if filled:
        return max(after, stretch.look.before)
    return stretch.look.before if first or stretch.look.new_page else 0.0


def _placed(stretch: Stretch, filled: float, page: Page, pages: Pages) -> float:
    """Place the lines of a stretch, on further pages where they do not fit; give how far the last page is filled."""
    left, height, room = stretch.lines(page.measure), stretch.line_height(), page.room
    while not stretch.whole and filled + left * height > room:
        fitting = int((room - filled) / height)
        pages.last, left, filled = pages.last + 1, max(_FEWEST, left - fitting), 0.0
        if not fitting:
            break
    return filled + left * height


def _together(flow: Sequence[Stretch], at: int, page: Page) -> float:
    """Give the height of what has to begin on one page with a stretch: its first lines, and what it is kept with."""
    total, measure, room = 0.0, page.measure, page.room
    while flow[at].look.keep_next and at + 1 < len(flow) and not flow[at + 1].look.new_page and total < room:
        total += flow[at].lines(measure) * flow[at].line_height()
        total += max(flow[at].look.after, flow[at + 1].look.before)
        at += 1
    count = flow[at].lines(measure)
    return total + flow[at].line_height() * (count if flow[at].whole or count < 2 * _FEWEST else _FEWEST)
