"""The rows of the statements as they lie together: headings, statements below them, and how their text wraps."""

from array import array
from bisect import bisect_right
from collections.abc import Container, Sequence
from dataclasses import dataclass

from rich.cells import cell_len

from roundtable.domain.contributions import Contribution
from roundtable.domain.gathering import Gathered
from roundtable.domain.session import Session
from roundtable.ui.widgets.feed_rows import wrapped

LONGEST_NAME = 12  # columns
LONGEST_LINE = 110  # columns of text; what is wider is hard to read
NARROW = 60  # columns; below, the sector alone tells who spoke
MARK, SHORT, SIGN, TAGS = 2, 5, 2, 10  # columns of the mark, a sector's short name, the sign, the tags
FEW_TAGS = 6  # columns of the tags where it is narrow
WORDED = "→ "  # before how a statement is to be printed


@dataclass(frozen=True, slots=True)
class Columns:
    """How wide the columns of statements are."""

    name: int
    width: int

    @classmethod
    def of(cls, session: Session, width: int) -> "Columns":
        """Give the columns for a width in cells; where it is narrow, names give way first."""
        longest = max((cell_len(name) for name in session.shown.values()), default=0)
        name = min(longest, LONGEST_NAME) + 1 if longest else 0
        if width < NARROW:
            name = 0
        tags = TAGS if width >= NARROW else FEW_TAGS
        return cls(name, max(10, min(LONGEST_LINE, width - MARK - SHORT - name - SIGN - tags - 1)))

    @property
    def text(self) -> int:
        """The column in which texts begin."""
        return MARK + SHORT + self.name + SIGN


@dataclass(frozen=True, slots=True)
class Row:
    """The heading of what lies together, or a statement below it; `opens` says where a statement is unfolded."""

    group: Gathered
    said: Contribution | None
    height: int = 1

    @property
    def key(self) -> str:
        """What the row is found by: the id of the statement, or a sign of its heading."""
        return self.said.id if self.said else heading_key(self.group)


def heading_key(group: Gathered) -> str:
    """Give the sign by which a heading is found."""
    return f"> {group.by} {group.key}"


class StatementRows:
    """All rows at one width; how many lines a statement takes is worked out once for its words."""

    def __init__(self) -> None:
        self.rows: list[Row] = []
        self.ends = array("l")
        self.columns = Columns(0, 10)
        self._places: dict[str, int] = {}
        self._heights: dict[str, tuple[Contribution, int]] = {}

    @property
    def height(self) -> int:
        """The number of lines."""
        return self.ends[-1] if self.ends else 0

    def lay_out(
        self, session: Session, groups: Sequence[Gathered], closed: Container[str], width: int
    ) -> None:
        """Lay out what lies together at a width in cells; of what is `closed` (headings' keys) the heading alone."""
        columns = Columns.of(session, width)
        if columns != self.columns:
            self.columns, self._heights = columns, {}
        self.rows = []
        for group in groups:
            heading = Row(group, None)
            self.rows.append(heading)
            if heading.key not in closed:
                self.rows += [Row(group, said, self._height(said)) for said in group.said]
        self._places = {row.key: place for place, row in enumerate(self.rows)}
        self.ends = array("l")
        line = 0
        for row in self.rows:
            line += row.height
            self.ends.append(line)

    def _height(self, said: Contribution) -> int:
        known = self._heights.get(said.id)
        if known is None or known[0] is not said:
            known = self._heights[said.id] = (said, len(self.lines(said)))
        return known[1]

    def lines(self, said: Contribution) -> Sequence[str]:
        """Give the lines of a statement: as it was said, then how it is to be printed."""
        lines = list(wrapped(said.text, self.columns.width))
        if said.wording and said.wording != said.text:
            room = self.columns.width - len(WORDED)
            first, *others = wrapped(said.wording, room)
            lines += [WORDED + first, *(" " * len(WORDED) + line for line in others)]
        return lines

    def spoken(self, said: Contribution) -> int:
        """Give how many of a statement's lines are what was said."""
        return len(wrapped(said.text, self.columns.width))

    def place_of(self, key: str | None) -> int | None:
        """Give the place of a row, of a statement by its id."""
        return self._places.get(key or "")

    def at(self, line: int) -> int | None:
        """Give the place of the row that has a line, none behind the last."""
        place = bisect_right(self.ends, line)
        return place if place < len(self.rows) else None

    def span(self, place: int) -> tuple[int, int]:
        """Give the first line of a row and the line behind its last."""
        return (self.ends[place - 1] if place else 0), self.ends[place]
