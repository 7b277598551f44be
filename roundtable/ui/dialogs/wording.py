"""Writing a takeaway, and wording it anew."""

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Input, TextArea

from roundtable.domain.text import clean, clean_prose
from roundtable.i18n import _
from roundtable.ui.dialogs.dialog import Dialog


class NewTakeaway(Dialog[str]):
    """A dialog that is left with one line; an empty one leaves it."""

    def __init__(self) -> None:
        super().__init__(_("What does the table take with it?"), _("Enter keep   Esc leave"))

    def inside(self) -> Iterable[Widget]:
        """Ask for a line."""
        asked = Input(compact=True)
        asked.cursor_blink = False
        yield asked

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Give the line."""
        event.stop()
        self.dismiss(clean(event.value) or None)


class Reword(Dialog[str]):
    """A dialog that takes the words of a takeaway and is left with the new ones; no words leave it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        # Before the text sees it: who words in front of the table wants it kept, not a new line.
        Binding("enter", "give", show=False, priority=True),
    ]

    def __init__(self, text: str) -> None:
        super().__init__(_("Word it anew"), _("Enter keep   Esc leave it as it was"))
        self._text = text

    def inside(self) -> Iterable[Widget]:
        """Show the words, the cursor behind them."""
        written = TextArea(self._text, soft_wrap=True, tab_behavior="focus", compact=True)
        written.cursor_blink = False
        written.move_cursor(written.document.end)
        yield written

    def action_give(self) -> None:
        """Give the words."""
        text = clean_prose(self.query_one(TextArea).text).strip()
        self.dismiss(text if clean(text) else None)
