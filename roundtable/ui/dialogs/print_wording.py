"""Wording a statement for print, with what was said above it and what is written out in sight."""

from collections.abc import Callable, Iterable

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static, TextArea

from roundtable.domain.text import clean
from roundtable.i18n import _
from roundtable.ui.dialogs.text_dialog import TextDialog

Told = Callable[[str], str]


class PrintWording(TextDialog):
    """A dialog that takes a wording and is left with it as it is to be; "" takes the wording away.

    `written_out` says which abbreviations of the agenda will be written out in what stands there.
    """

    def __init__(self, said: Content, wording: str, written_out: Told) -> None:
        super().__init__(
            _("How is it to be printed?"), _("Enter keep   empty: as it was said   Esc leave"), wording
        )
        self._said, self._written_out = said, written_out

    def inside(self) -> Iterable[Widget]:
        """Show what was said, the wording, and what will be written out."""
        yield Static(self._said, markup=False, classes="dialog--said")
        yield from super().inside()
        yield Static(self._written_out(self._text), markup=False, classes="dialog--told")

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Say what will be written out."""
        event.stop()
        self.query_one(".dialog--told", Static).update(self._written_out(event.text_area.text))

    def action_give(self) -> None:
        """Give the wording, an empty one too."""
        self.dismiss(clean(self.query_one(TextArea).text))
