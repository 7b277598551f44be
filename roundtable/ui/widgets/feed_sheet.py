"""The sheet of the feed: rows laid out over lines, and painted, one contribution at the most under the cursor."""

from bisect import bisect_right
from datetime import tzinfo
from typing import ClassVar
from zoneinfo import ZoneInfo

from textual import events
from textual.cache import LRUCache
from textual.geometry import Region, Size
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from roundtable.domain.session import Session
from roundtable.i18n import _
from roundtable.ui.widgets.feed_painting import STYLES, Painter
from roundtable.ui.widgets.feed_rows import Rows


class FeedSheet(ScrollView):
    """Lays out the contributions of a session, and keeps what is being read where it is.

    `cursor` is the id of the contribution under the cursor; None while the sheet follows what comes.
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

    def watch_session(self) -> None:
        """Lay out the new state; stay at the end where the feed was, else where one reads."""
        if self.session is None or not self.size.width:
            return
        at_end = self.cursor is None and self.is_vertical_scroll_end
        held = self._top_row()
        was_seen = self._cursor_is_seen()
        self._lay_out()
        if self.cursor is not None and self._rows.place_of(self.cursor) is None:
            self.cursor = None
        if at_end:
            self._to_end()
        elif held:
            self._hold(*held)
            if was_seen and not self._cursor_is_seen():  # its row grew by what was just done to it
                self._show_cursor()
        self.refresh()

    def _lay_out(self) -> None:
        if self.session is None:
            return
        width = self.scrollable_content_region.width
        self._rows.lay_out(self.session, width, self.zone)
        self.virtual_size = Size(width, self._rows.height)

    def _top_row(self) -> tuple[str, int] | None:
        """Give the contribution at the top of what is seen, and how many of its lines are above."""
        place = bisect_right(self._rows.ends, self.scroll_offset.y)
        if place >= len(self._rows.rows):
            return None
        return self._rows.rows[place].key, self.scroll_offset.y - self._rows.span(place)[0]

    def _hold(self, key: str, above: int) -> None:
        place = self._rows.place_of(key)
        if place is not None:
            self.scroll_to(y=self._rows.span(place)[0] + above, animate=False, immediate=True)

    def on_resize(self, event: events.Resize) -> None:
        """Lay out anew at another width."""
        event.stop()
        self._strips.clear()
        at_end = self.cursor is None
        self._lay_out()
        if at_end:
            self._to_end()
        elif self.cursor:
            self._show_cursor()

    def _to_end(self) -> None:
        # By force, and telling the bar: both would wait for the frame in which the bar first shows.
        self.scroll_end(animate=False, immediate=True, force=True)
        self.vertical_scrollbar.position = self.scroll_y

    def notify_style_update(self) -> None:
        """Forget strips that were made with other colours."""
        super().notify_style_update()
        self._strips.clear()

    def _cursor_is_seen(self) -> bool:
        place = self._rows.place_of(self.cursor) if self.cursor else None
        if place is None:
            return False
        first, behind = self._rows.span(place)
        top = self.scroll_offset.y
        return top <= first and behind <= top + self.size.height

    def _show_cursor(self) -> None:
        place = self._rows.place_of(self.cursor)
        if place is None:
            self._to_end()
            return
        first, behind = self._rows.span(place)
        self.scroll_to_region(Region(0, first, 1, behind - first), animate=False, force=True)

    def render_line(self, y: int) -> Strip:
        """Give one line of what is seen."""
        width = self.size.width
        line = y + self.scroll_offset.y
        place = bisect_right(self._rows.ends, line)
        if place >= len(self._rows.rows) or self.session is None:
            return self._beyond(y, width)
        row = self._rows.rows[place]
        under = row.said is not None and row.said.id == self.cursor
        part = line - self._rows.span(place)[0]
        key = (row.said or row.title, row.tail, part, under, width, self._rows.generation)
        if key not in self._strips:
            columns = self._rows.columns
            self._strips[key] = self._painter.line(self.session, columns, row, part, width, under=under)
        return self._strips[key]

    def _beyond(self, y: int, width: int) -> Strip:
        if y == 0 and not self._rows.rows:
            return self._painter.sentence(_("Nothing said yet. What is typed below appears here."), width)
        return self._painter.blank(width)
