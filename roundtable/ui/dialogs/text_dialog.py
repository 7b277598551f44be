"""What dialogs share that take a text and are left with it as it is to be; Enter gives it, as it makes no new line."""

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import TextArea

from roundtable.ui.dialogs.dialog import Dialog


class TextDialog(Dialog[str]):
    """A dialog with a text in it; `given` says what it is left with, and nothing leaves the text as it was."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "give", show=False, priority=True),  # before the text sees it
    ]

    def __init__(self, question: str, keys: str, text: str) -> None:
        super().__init__(question, keys)
        self._text = text

    def inside(self) -> Iterable[Widget]:
        """Show the text, the cursor behind it."""
        written = TextArea(self._text, soft_wrap=True, tab_behavior="focus", compact=True)
        written.cursor_blink = False
        written.move_cursor(written.document.end)
        yield written

    def action_give(self) -> None:
        """Give the text."""
        self.dismiss(self.given(self.query_one(TextArea).text) or None)

    def given(self, text: str) -> str:
        """Give what the dialog is left with."""
        raise NotImplementedError
