"""The feed: what was said, newest last, ten thousand rows without a pause."""

from bisect import bisect_right
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType

from roundtable.domain.contributions import Contribution
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
        Binding("end,G", "end", show=False),
    ]

    DEFAULT_CSS = """
    Feed { overflow-x: hidden; overflow-y: auto; scrollbar-gutter: stable; scrollbar-size-vertical: 1; }
    """

    def watch_cursor(self) -> None:
        """Say where the cursor is."""
        self.refresh()
        self.post_message(CursorMoved(self.cursor))

    @property
    def marked(self) -> Contribution | None:
        """The contribution under the cursor, else the last that is shown."""
        place = self._rows.place_of(self.cursor)
        if place is not None:
            return self._rows.rows[place].said
        return self._rows.said[-1] if self._rows.said else None

    def go_to(self, contribution: str) -> None:
        """Put the cursor on a contribution (its id; "" for none); a filter that it does not fit ends."""
        if not contribution:
            self.action_end()
            return
        if self._rows.place_of(contribution) is None:
            self.filter = None
        if self._rows.place_of(contribution) is not None:
            self.cursor = contribution
            self._show_cursor()

    def show_own(self) -> None:
        """Show what was just said from here, where it was scrolled away from and nothing is marked."""
        if self.cursor is None:
            self.action_end()

    def let_go(self) -> bool:
        """Let go of selected text, else of what is under the cursor, else of the filter; tell whether there was any."""
        if self.text_selection is not None:
            self.screen.clear_selection()
            return True
        if self.cursor is None and self.filter is None:
            return False
        if self.cursor is None:
            self.filter = None
        self.action_end()
        return True

    # Moving about

    def _step(self, by: int) -> None:
        """Go some contributions up or down; behind the last, follow what comes."""
        rows = self._rows.rows
        place = self._rows.place_of(self.cursor)
        if place is None:
            if by > 0 or not rows:
                self.action_end()
                return
            place, by = len(rows), -1  # the first step up marks the last
        way, left, found = (1 if by > 0 else -1), abs(by), None
        at = place + way
        while 0 <= at < len(rows) and left:
            if not rows[at].heading:
                found, left = at, left - 1
            at += way
        if by > 0 and left:
            self.action_end()
        elif found is not None:
            self.cursor = rows[found].said.id
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
        if self._rows.said:
            self.go_to(self._rows.said[0].id)

    def action_end(self) -> None:
        """Follow what comes."""
        self.cursor = None
        self._show_cursor()
        self._forget_unread()

    def action_topic(self, by: int) -> None:
        """Go to the beginning of this topic (by -1; from there of the one before) or of the next (by 1)."""
        rows = self._rows.rows
        place = self._rows.place_of(self.cursor)
        place = len(rows) if place is None else place
        begins = [at for at, row in enumerate(rows) if row.heading]
        # The contribution right behind a heading stands at the beginning: from there back is the topic before.
        before = [at for at in begins if at + 1 < place]
        after = [at for at in begins if at > place]
        if by < 0 and before:
            self._show_topic(before[-1])
        elif by < 0:
            self.action_home()
        elif after:
            self._show_topic(after[0])
        else:
            self.action_end()

    def _show_topic(self, place: int) -> None:
        """Put the cursor behind a heading, which stands at the top; behind the last there may be nothing yet."""
        if place + 1 == len(self._rows.rows):
            self.action_end()
            return
        self.cursor = self._rows.rows[place + 1].said.id
        self.scroll_to(y=self._rows.span(place)[1] - 1, animate=False, immediate=True, force=True)

    def on_click(self, event: events.Click) -> None:
        """Put the cursor where the mouse is; a double click opens."""
        event.stop()
        if self.text_selection is not None:  # a mark was drawn over the text
            return
        place = bisect_right(self._rows.ends, event.y + self.scroll_offset.y)
        row = self._rows.rows[place] if place < len(self._rows.rows) else None
        if row is None or row.heading:
            return
        self.cursor = row.said.id
        if event.chain == DOUBLE:
            self.post_message(ContributionChosen(row.said.id))
