"""What is to be printed instead of what was said, as whoever said it wants it."""

from collections.abc import Iterable

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from roundtable.domain.text import clean
from roundtable.i18n import _
from roundtable.ui.dialogs.text_dialog import TextDialog


class ApprovedWords(TextDialog):
    """A dialog that takes the words that were approved, and is left with them."""

    def __init__(self, said: str, words: str) -> None:
        super().__init__(_("In which words was it approved?"), _("Enter keep   Esc leave"), words)
        self._said = said

    def inside(self) -> Iterable[Widget]:
        """Show what was said, and the words."""
        yield Static(
            Content.assemble((_("said: "), "$dim"), self._said), markup=False, classes="dialog--said"
        )
        yield from super().inside()

    def given(self, text: str) -> str:
        """Give the words."""
        return clean(text)
