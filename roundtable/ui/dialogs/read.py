"""Reading something through that is longer than a line, and agreeing to it or not."""

from collections.abc import Callable, Iterable
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from roundtable.ui.dialogs.dialog import Dialog

Lines = Callable[[int], list[Content]]


class Read(Dialog[str]):
    """A dialog that shows lines (made for a width) to be read; it is left with one of its letters, or with nothing."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j,down", "scroll(1)", show=False),
        Binding("k,up", "scroll(-1)", show=False),
        Binding("space,pagedown", "page(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
    ]

    def __init__(self, question: str, keys: str, lines: Lines, letters: str = "") -> None:
        super().__init__(question, keys)
        self._lines, self._letters = lines, letters

    def inside(self) -> Iterable[Widget]:
        """Show the lines in something that scrolls."""
        with VerticalScroll(classes="dialog--read"):
            yield Static(markup=False)

    def on_resize(self) -> None:
        """Make the lines for the width."""
        room = self.query_one(VerticalScroll)
        width = max(20, room.scrollable_content_region.width - 1)
        room.query_one(Static).update(Content("\n").join(self._lines(width)))

    def on_mount(self) -> None:
        """Make the lines once it is laid out."""
        self.call_after_refresh(self.on_resize)

    def on_key(self, event: events.Key) -> None:
        """Leave with a letter."""
        if event.character and event.character in self._letters:
            event.stop()
            self.dismiss(event.character)

    def action_scroll(self, by: int) -> None:
        """Scroll a line."""
        self.query_one(VerticalScroll).scroll_relative(y=by, animate=False)

    def action_page(self, by: int) -> None:
        """Scroll a page."""
        room = self.query_one(VerticalScroll)
        room.scroll_relative(y=by * max(1, room.size.height - 1), animate=False)
