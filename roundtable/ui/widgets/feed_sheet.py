"""The sheet of the feed: rows laid out over lines, what is being read kept where it is, what is unread marked."""

from bisect import bisect_right

from textual import events
from textual.content import Content
from textual.geometry import Region, Size
from textual.reactive import Reactive, reactive

from roundtable.domain.contributions import Contribution
from roundtable.domain.filtering import Filter
from roundtable.domain.session import Session
from roundtable.i18n import _
from roundtable.ui.widgets.feed_lines import FeedLines
from roundtable.ui.widgets.feed_rows import ahead_of
from roundtable.ui.widgets.filter_told import filter_told


class FeedSheet(FeedLines):
    """Lays out what was said in a session, or what of it fits a filter; new rows never move what is being read."""

    filter: reactive[Filter | None] = reactive(None, layout=False)
    # With every line Textual would lay out the whole screen anew, of which only the bar at the side changes.
    virtual_size: Reactive[Size] = Reactive(Size(0, 0), layout=False)

    _read: Contribution | None = None  # the last that was there when one began to read further up
    _unread: str | None = None  # the first that came since
    _waiting: int = 0  # how many there are from that one on
    _at_end: bool = True  # before the size changed, after which it can no longer be told

    # State

    @property
    def follows(self) -> bool:
        """Whether the end is shown, and will be when something comes."""
        return self.cursor is None and self.is_vertical_scroll_end

    def watch_session(self) -> None:
        """Lay out the new state; stay at the end where the feed was, else where one reads."""
        if self.session is None or not self.size.width:
            return
        at_end = self.follows
        held, before = self._top_row(), self._rows.said
        was_seen = self._cursor_is_seen()
        if at_end:
            self._read = None
        elif self._read is None and self._rows.said:
            self._read = self._rows.said[-1]
        self._lay_out()
        if self.cursor is not None and self._rows.place_of(self.cursor) is None:
            self.cursor = self._next_there(before)
        if at_end:
            self._to_end()
        elif held:
            self._hold(*held)
            if was_seen and not self._cursor_is_seen():  # its row grew by what was just done to it
                self._show_cursor()
        self.refresh()

    def _next_there(self, before: tuple[Contribution, ...]) -> str | None:
        """Give the first behind the cursor that is still shown: what was marked is gone, and no other may be meant."""
        ids = [said.id for said in before]
        behind = ids[ids.index(self.cursor) + 1 :] if self.cursor in ids else []
        return next((key for key in behind if self._rows.place_of(key) is not None), None)

    def watch_filter(self) -> None:
        """Show what fits, from the contribution on that was marked where it does."""
        self._read = None
        self.set_class(self.filter is not None, "-filtered")
        if self.session is None or not self.size.width:
            return
        self._lay_out()
        if self._rows.place_of(self.cursor) is None:
            self.cursor = None
        self._show_cursor()
        self.refresh()

    def _lay_out(self) -> None:
        if self.session is None:
            return
        those = self.filter.of(self.session) if self.filter else self.session.contributions
        self._find_unread(those)
        width = self.scrollable_content_region.width
        ahead = None if self.filter else ahead_of(self.session)
        self._rows.lay_out(self.session, width, self.zone, those, self._unread, ahead=ahead)
        self.virtual_size = Size(width, self._rows.height)
        if self.show_vertical_scrollbar:
            self.vertical_scrollbar.window_virtual_size = self._rows.height
        elif self._rows.height > self.scrollable_content_region.height:
            self.refresh(layout=True)  # the bar is wanted now
        if self.filter:
            self.border_title = Content(self.filter_line(self.session, self.filter, len(those)))

    def filter_line(self, session: Session, wanted: Filter, count: int) -> str:
        """Say what the filter lets through, and how to be rid of it."""
        told = _("filter: {what} ({count} of {all}) · z changes, Esc ends it")
        return told.format(what=filter_told(session, wanted), count=count, all=len(session.contributions))

    def _find_unread(self, those: tuple[Contribution, ...]) -> None:
        """Find what came behind the last that was read."""
        behind = 0
        if self._read is not None:
            for said in reversed(those):
                if said.id == self._read.id:
                    break
                behind += 1
        if behind == len(those):  # it is no longer there, or nothing is marked
            behind = 0
        self._waiting = behind
        self._unread = those[-behind].id if behind else None

    def _forget_unread(self) -> None:
        """Take the mark away: the end is read again."""
        self._read = None
        if self._unread:
            self._lay_out()
            self._to_end()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Take the mark away once the wheel has come to the end."""
        super().watch_scroll_y(old_value, new_value)
        self._at_end = self.is_vertical_scroll_end
        if self._unread and self.follows:
            self.call_later(self._forget_unread)

    # Where what is shown stands

    def _top_row(self) -> tuple[str, int] | None:
        """Give the row at the top of what is seen, and how many of its lines are above."""
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
        held = self._top_row()
        self._lay_out()
        if self.cursor is not None:
            self._show_cursor()
        elif self._at_end:
            self._to_end()
        elif held:
            self._hold(*held)

    def _to_end(self) -> None:
        # By force, and telling the bar: both would wait for the frame in which the bar first shows.
        self.scroll_end(animate=False, immediate=True, force=True)
        self.vertical_scrollbar.position = self.scroll_y

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

    # What is said beside what was said

    @property
    def empty_told(self) -> str:
        """What is said where there is nothing to show."""
        if self.filter:
            return _("Nothing fits this filter.")
        return _("Nothing said yet. What is typed below appears here.")

    @property
    def mark_told(self) -> str:
        """What stands on the line before the first that is unread."""
        at = self._read.at.astimezone(self.zone).strftime("%H:%M") if self._read and self._read.at else ""
        return _("new since {time} ({count})").format(time=at, count=self._waiting)

    @property
    def below_told(self) -> str:
        """How many unread ones begin below the last line that is seen."""
        if not self._unread:
            return ""
        place = bisect_right(self._rows.ends, self.scroll_offset.y + self.size.height - 1)
        first = self._rows.place_of(self._unread)
        if first is None:
            return ""
        rows = self._rows.rows[max(first, place + 1) :]
        count = sum(not row.heading for row in rows)
        return _("↓ {count} new").format(count=count) if count else ""
