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
    counts = [stretch.lines(page.measure) for stretch in flow]
    for at, stretch in enumerate(flow):
        if at and stretch.look.new_page:
            pages.last, filled = pages.last + 1, 0.0
        gap = _gap(stretch, filled, after, first=not at)
        if filled and filled + gap + _together(flow, counts, at, room) > room:
            pages.last, filled, gap = pages.last + 1, 0.0, 0.0
        if stretch.bookmark:
            pages.numbers[stretch.bookmark] = pages.last
        filled = _placed(stretch, counts[at], filled + gap, room, pages)
        after = stretch.look.after
    return pages


def _gap(stretch: Stretch, filled: float, after: int, *, first: bool) -> float:
    """Give the space above, the larger of two; at the head of a page, none but where it was begun on purpose."""
    if filled:
        return max(after, stretch.look.before)
    return stretch.look.before if first or stretch.look.new_page else 0.0


def _placed(stretch: Stretch, left: int, filled: float, room: float, pages: Pages) -> float:
    """Place lines, on further pages where they do not fit; give how far the last page is filled."""
    height = stretch.line_height()
    while not stretch.whole and filled + left * height > room:
        fitting = int((room - filled) / height)
        pages.last, left, filled = pages.last + 1, max(_FEWEST, left - fitting), 0.0
        if not fitting:
            break
    return filled + left * height


def _together(flow: Sequence[Stretch], counts: Sequence[int], at: int, room: float) -> float:
    """Give the height of what has to begin on one page with a stretch: its first lines, and what it is kept with."""
    total = 0.0
    while flow[at].look.keep_next and at + 1 < len(flow) and not flow[at + 1].look.new_page and total < room:
        total += counts[at] * flow[at].line_height()
        total += max(flow[at].look.after, flow[at + 1].look.before)
        at += 1
    count = counts[at]
    return total + flow[at].line_height() * (count if flow[at].whole or count < 2 * _FEWEST else _FEWEST)
