"""Writing a takeaway, and wording it anew."""

from collections.abc import Iterable

from textual.widget import Widget
from textual.widgets import Input

from roundtable.domain.text import clean, clean_prose
from roundtable.i18n import _
from roundtable.ui.dialogs.dialog import Dialog
from roundtable.ui.dialogs.text_dialog import TextDialog


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


class Reword(TextDialog):
    """A dialog that takes the words of a takeaway and is left with the new ones; no words leave it."""

    def __init__(self, text: str) -> None:
        super().__init__(_("Word it anew"), _("Enter keep   Esc leave it as it was"), text)

    def given(self, text: str) -> str:
        """Give the words, in as many lines as were pasted."""
        return clean_prose(text).strip() if clean(text) else ""
