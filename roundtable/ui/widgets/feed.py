"""The feed: what was said, newest last, ten thousand rows without a pause."""

from bisect import bisect_right
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType

from roundtable.ui.messages import ContributionChosen, CursorMoved
from roundtable.ui.widgets.feed_sheet import FeedSheet

DOUBLE = 2  # clicks


class Feed(FeedSheet, can_focus=True):
    """Contributions of the whole evening under their topics' titles, with a cursor to choose one.

    New rows never move what is being read.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "cursor_up", show=False),
        Binding("down,j", "cursor_down", show=False),
        Binding("pageup", "page_up", show=False),
        Binding("pagedown", "page_down", show=False),
        Binding("home", "home", show=False),
        Binding("end", "end", show=False),
    ]

    DEFAULT_CSS = """
    Feed { overflow-x: hidden; overflow-y: auto; scrollbar-gutter: stable; scrollbar-size-vertical: 1; }
    """

    def watch_cursor(self) -> None:
        """Say where the cursor is."""
        self.refresh()
        self.post_message(CursorMoved(self.cursor))

    def _contributions(self) -> list[int]:
        return [place for place, row in enumerate(self._rows.rows) if row.said]

    def _step(self, by: int) -> None:
        places = self._contributions()
        if not places:
            return
        here = self._rows.place_of(self.cursor)
        if here is None:
            target = places[-1] if by < 0 else None
        else:
            index = places.index(here) + by
            target = None if index >= len(places) else places[max(0, index)]
        row = self._rows.rows[target] if target is not None else None
        self.cursor = row.said.id if row and row.said else None
        self._show_cursor()

    def action_cursor_up(self) -> None:
        """Go to the contribution before."""
        self._step(-1)

    def action_cursor_down(self) -> None:
        """Go to the contribution after; behind the last, follow what comes."""
        self._step(1)

    def action_page_up(self) -> None:
        """Go a page up."""
        self._step(-max(1, self.size.height // 2))

    def action_page_down(self) -> None:
        """Go a page down."""
        self._step(max(1, self.size.height // 2))

    def action_home(self) -> None:
        """Go to the first contribution."""
        if places := self._contributions():
            first = self._rows.rows[places[0]].said
            self.cursor = first.id if first else None
            self._show_cursor()

    def action_end(self) -> None:
        """Follow what comes."""
        self.cursor = None
        self._show_cursor()

    def on_click(self, event: events.Click) -> None:
        """Put the cursor where the mouse is; a double click opens."""
        event.stop()
        place = bisect_right(self._rows.ends, event.y + self.scroll_offset.y)
        row = self._rows.rows[place] if place < len(self._rows.rows) else None
        if row is None or row.said is None:
            return
        self.cursor = row.said.id
        if event.chain == DOUBLE:
            self.post_message(ContributionChosen(row.said.id))
