"""Correcting the text of a contribution."""

from roundtable.domain.text import clean
from roundtable.i18n import _
from roundtable.ui.dialogs.text_dialog import TextDialog


class CorrectText(TextDialog):
    """A dialog that takes a text and is left with the text as it is to be, one line; an empty one leaves it."""

    def __init__(self, text: str) -> None:
        super().__init__(_("What was said"), _("Enter save   Esc leave"), text)

    def given(self, text: str) -> str:
        """Give the text as the one line that a contribution is."""
        return clean(text)
