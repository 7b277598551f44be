"""The statements of a topic as they lie together, ten thousand without a pause; several may be chosen at once."""

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Region, Size
from textual.message import Message

from roundtable.domain.contributions import Contribution
from roundtable.domain.gathering import By, Gathered, gathered
from roundtable.ui.widgets.statement_lines import StatementLines
from roundtable.ui.widgets.statement_rows import MARK, heading_key

DOUBLE = 2  # clicks


class StatementList(StatementLines, can_focus=True):
    """Statements below headings; the cursor is on one row, `chosen` are those on which commands act together."""

    class Marked(Message):
        """The cursor came to another row, or something else is chosen."""

    class Opened(Message):
        """A statement was opened: with Enter, or a double click."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "step(-1)", show=False),
        Binding("down,j", "step(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
        Binding("home", "home", show=False),
        Binding("end,G", "end", show=False),
        Binding("left", "fold(True)", show=False),
        Binding("right", "fold(False)", show=False),
        Binding("space", "choose", show=False),
        Binding("enter", "open", show=False),
    ]
    _width = 40  # columns, until it is known
    DEFAULT_CSS = "StatementList { overflow-x: hidden; overflow-y: auto; scrollbar-gutter: stable; }"

    # State

    @property
    def those(self) -> tuple[Contribution, ...]:
        """The statements that are shown, as they lie together."""
        return tuple(said for group in self._groups for said in group.said)

    @property
    def used(self) -> frozenset[str]:
        """The statements (ids) that stand in a takeaway, for it or against it, or in prose."""
        return frozenset((*self.positions, *self.against, *self.written))

    @property
    def marked(self) -> Contribution | None:
        """The statement under the cursor; none on a heading."""
        place = self._rows.place_of(self.cursor)
        return self._rows.rows[place].said if place is not None else None

    @property
    def group(self) -> Gathered | None:
        """What lies together around the cursor."""
        place = self._rows.place_of(self.cursor)
        return self._rows.rows[place].group if place is not None else None

    @property
    def acted_on(self) -> tuple[str, ...]:
        """The ids on which a command acts: those chosen, else the one under the cursor, else all below the heading."""
        if self.chosen:
            return self.chosen
        if self.marked:
            return (self.marked.id,)
        group = self.group
        return tuple(said.id for said in group.said) if group and group.by is not By.NOTHING else ()

    def watch_session(self) -> None:
        """Lay out the new state; the cursor stays where it was."""
        self._show()

    def watch_sieve(self) -> None:
        """Show what fits, from the top, or where the cursor still is."""
        self._folded = set()
        self._show()
        self._show_cursor()

    def watch_positions(self) -> None:
        """Show the takeaways that rest on statements."""
        self._show() if self.sieve.unused else self.refresh()

    def watch_against(self) -> None:
        """Show the takeaways that statements speak against."""
        self._show() if self.sieve.unused else self.refresh()

    def watch_written(self) -> None:
        """Show which statements stand in prose."""
        self._show() if self.sieve.unused else self.refresh()

    def watch_chosen(self) -> None:
        """Show what is chosen, and say so."""
        self.refresh()
        self.post_message(self.Marked())

    def watch_cursor(self) -> None:
        """Say where the cursor is."""
        self.refresh()
        self.post_message(self.Marked())

    def _show(self) -> None:
        if self.session is None or not self.is_mounted:
            return
        before = self._rows.place_of(self.cursor)
        self._backing = {}
        used = self.used if self.sieve.unused else ()
        self._groups = gathered(self.session, self.sieve.of(self.session, used))
        self._width = width = self.scrollable_content_region.width or self._width  # 0 where it is hidden
        self._rows.lay_out(self.session, self._groups, self._folded, width)
        self.virtual_size = Size(width, self._rows.height)
        if self.show_vertical_scrollbar:
            self.vertical_scrollbar.window_virtual_size = self._rows.height
        elif self._rows.height > self.scrollable_content_region.height:
            self.refresh(layout=True)  # the bar is wanted now
        there = {said.id for said in self.those}
        if not there.issuperset(self.chosen):
            self.chosen = tuple(key for key in self.chosen if key in there)
        if self._rows.place_of(self.cursor) is None:
            self.cursor = self._near(before)
        self.refresh()

    def _near(self, before: int | None) -> str:
        """Give where the cursor goes when its row is gone: to what stands there now; at first to the first."""
        rows = self._rows.rows
        if not rows:
            return ""
        if before is None:
            return next((row.key for row in rows if row.said), rows[0].key)
        return rows[min(before, len(rows) - 1)].key

    def on_resize(self, event: events.Resize) -> None:
        """Lay out anew at another width."""
        event.stop()
        self._show()
        self._show_cursor()

    def notify_style_update(self) -> None:
        """Paint anew with other colours."""
        super().notify_style_update()
        self.refresh()

    # Moving about

    def go_to(self, key: str) -> None:
        """Put the cursor on a statement (its id), unfolding what it lies in."""
        for group in self._groups:
            if any(said.id == key for said in group.said) and heading_key(group) in self._folded:
                self._folded.discard(heading_key(group))
                self._show()
        if self._rows.place_of(key) is not None:
            self.cursor = key
            self._show_cursor()

    def _go(self, place: int) -> None:
        if self._rows.rows:
            self.cursor = self._rows.rows[max(0, min(len(self._rows.rows) - 1, place))].key
            self._show_cursor()

    def action_step(self, by: int) -> None:
        """Go a row up or down."""
        self._go((self._rows.place_of(self.cursor) or 0) + by)

    def action_page(self, way: int) -> None:
        """Go a page up or down."""
        self.action_step(way * max(1, self.size.height // 2))

    def action_home(self) -> None:
        """Go to the first row."""
        self._go(0)

    def action_end(self) -> None:
        """Go to the last row."""
        self._go(len(self._rows.rows) - 1)

    def action_fold(self, close: bool) -> None:  # noqa: FBT001 - Textual's own way of giving arguments
        """Fold what lies together around the cursor, or unfold it."""
        if group := self.group:
            key = heading_key(group)
            (self._folded.add if close else self._folded.discard)(key)
            if close:
                self.cursor = key
            self._show()
            self._show_cursor()

    def action_choose(self) -> None:
        """Choose the statement under the cursor, or let it go; on a heading all below it."""
        group = self.group
        if self.marked:
            those: tuple[str, ...] = (self.marked.id,)
        else:
            those = tuple(said.id for said in group.said) if group else ()
        if all(key in self.chosen for key in those):
            self.chosen = tuple(key for key in self.chosen if key not in those)
        else:
            self.chosen = tuple(dict.fromkeys((*self.chosen, *those)))

    def action_open(self) -> None:
        """Open the statement under the cursor; on a heading fold or unfold."""
        if self.marked:
            self.post_message(self.Opened())
        elif group := self.group:
            self.action_fold(heading_key(group) not in self._folded)

    def on_click(self, event: events.Click) -> None:
        """Put the cursor where the mouse is: on a heading it folds; held with Ctrl it chooses; a double click opens."""
        event.stop()
        place = self._rows.at(event.y + self.scroll_offset.y)
        if place is None:
            return
        self.cursor = self._rows.rows[place].key
        if event.chain == DOUBLE or self.marked is None:
            self.action_open()
        elif event.ctrl or event.x < MARK:
            self.action_choose()

    def _show_cursor(self) -> None:
        place = self._rows.place_of(self.cursor)
        if place is not None:
            first, behind = self._rows.span(place)
            top = max(0, first - 1)  # with the heading above the first
            self.scroll_to_region(Region(0, top, 1, behind - top), animate=False, force=True)
