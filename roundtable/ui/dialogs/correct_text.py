"""Correcting the text of a contribution."""

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import TextArea

from roundtable.domain.text import clean
from roundtable.i18n import _
from roundtable.ui.dialogs.dialog import Dialog


class CorrectText(Dialog[str]):
    """A dialog that takes a text and is left with the text as it is to be; an empty one leaves it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        # Before the text sees it: a contribution is one line.
        Binding("enter", "give", show=False, priority=True)
    ]

    def __init__(self, text: str) -> None:
        super().__init__(_("What was said"), _("Enter save   Esc leave"))
        self._text = text

    def inside(self) -> Iterable[Widget]:
        """Show the text, the cursor behind it."""
        written = TextArea(self._text, soft_wrap=True, tab_behavior="focus", compact=True)
        written.cursor_blink = False
        written.move_cursor(written.document.end)
        yield written

    def action_give(self) -> None:
        """Give the text."""
        self.dismiss(clean(self.query_one(TextArea).text) or None)
