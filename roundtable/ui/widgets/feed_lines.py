"""The lines of the feed as they are painted, and the text that is selected in them with the mouse."""

from bisect import bisect_right
from datetime import tzinfo
from typing import ClassVar
from zoneinfo import ZoneInfo

from rich.cells import cell_len
from rich.segment import Segment
from textual.cache import LRUCache
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.selection import Selection
from textual.strip import Strip

from roundtable.domain.session import Session
from roundtable.ui.widgets.feed_painting import STYLES, Painter
from roundtable.ui.widgets.feed_rows import Row, Rows


class FeedLines(ScrollView):
    """Paints the rows that are seen.

    `cursor` is the id of the contribution under the cursor; None while the feed follows what comes.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {*STYLES}

    session: reactive[Session | None] = reactive(None, layout=False, always_update=True)
    cursor: reactive[str | None] = reactive(None)

    def __init__(self, *, zone: tzinfo | None = None, id: str | None = None) -> None:
        super().__init__(id=id)
        self.zone: tzinfo = zone or ZoneInfo("UTC")
        self._rows = Rows()
        self._painter = Painter(self, self.zone)
        self._strips: LRUCache[tuple[object, ...], Strip] = LRUCache(2048)

    @property
    def empty_told(self) -> str:
        """What is said where there is nothing to show."""
        return ""

    @property
    def mark_told(self) -> str:
        """What stands on the line before the first that is unread."""
        return ""

    @property
    def below_told(self) -> str:
        """What is said at the bottom edge of what waits below it."""
        return ""

    def render_line(self, y: int) -> Strip:
        """Give one line of what is seen."""
        line = y + self.scroll_offset.y
        strip = self._line(line)
        if y == self.size.height - 1 and (told := self.below_told):
            return self._painter.over(strip, told, self.size.width)
        selection = self.text_selection
        span = selection.get_span(line) if selection else None
        if span:
            strip = self._selected(strip, *span)
        return strip.apply_offsets(0, line)

    def _line(self, line: int) -> Strip:
        width = self.size.width
        place = bisect_right(self._rows.ends, line)
        if place >= len(self._rows.rows) or self.session is None:
            told = self.empty_told if line == 0 else ""
            return self._painter.sentence(told, width) if told else self._painter.blank(width)
        row, part = self._rows.rows[place], line - self._rows.span(place)[0]
        if part < row.above:
            return self._painter.mark(self.mark_told, width)
        under = not row.heading and row.said.id == self.cursor
        key = (row.said, row.told, row.heading, row.height, part, under, width, self._rows.generation)
        if key not in self._strips:
            self._strips[key] = self._painted(self.session, row, part, width, under=under)
        return self._strips[key]

    def _painted(self, session: Session, row: Row, part: int, width: int, *, under: bool) -> Strip:
        lines = self._rows.lines(row)
        if row.heading:
            if not lines[part]:
                return self._painter.blank(width)
            # Where lines have no column of their own for the time, an old one could be taken for one of now.
            timed = row.said.at is not None and not self._rows.columns.time
            return self._painter.heading(lines[part], width, row.said.at if timed else None)
        first, tail = part == row.above, row.told if part == len(lines) - 1 else ""
        return self._painter.line(
            session, self._rows.columns, row.said, lines[part], width, first=first, tail=tail, under=under
        )

    # Selecting text with the mouse

    def _selected(self, strip: Strip, first: int, behind: int) -> Strip:
        """Show a part of a line, from character to character (-1: its end), as selected."""
        text = strip.text
        begins = cell_len(text[:first])
        ends = strip.cell_length if behind < 0 else cell_len(text[:behind])
        before, inside, after = (strip.crop(*cells) for cells in ((0, begins), (begins, ends), (ends, None)))
        style = self.screen.get_component_rich_style("screen--selection")
        shown = Strip([Segment(one.text, (one.style + style) if one.style else style) for one in inside])
        return Strip.join([before, shown, after])

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """Give the text that is selected, as it is seen."""
        first = selection.start.y if selection.start else 0
        last = selection.end.y if selection.end else self._rows.height - 1
        lines = []
        for line in range(max(0, first), min(last, self._rows.height - 1) + 1):
            begins, ends = selection.get_span(line) or (0, 0)
            lines.append(self._line(line).text[begins : None if ends < 0 else ends].rstrip())
        return "\n".join(lines), "\n"

    def selection_updated(self, selection: Selection | None) -> None:  # noqa: ARG002 — Textual's signature
        """Show what is selected now."""
        self.refresh()

    def notify_style_update(self) -> None:
        """Forget strips that were made with other colours."""
        super().notify_style_update()
        self._strips.clear()
