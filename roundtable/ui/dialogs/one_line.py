"""Asking for one line of text, which is shown back as it is understood."""

from collections.abc import Callable, Iterable

from textual.widget import Widget
from textual.widgets import Input, Static

from roundtable.i18n import _
from roundtable.ui.dialogs.dialog import Dialog

Understood = Callable[[str], tuple[str, bool]]


class OneLine(Dialog[str]):
    """A dialog that takes a line and is left with the line as it is to be.

    `understood` gives, for what stands there, the sentence below it and whether it can be taken.
    """

    def __init__(self, question: str, line: str = "", understood: Understood | None = None) -> None:
        super().__init__(question, _("Enter save   Esc leave"))
        self._line = line
        self._understood = understood

    def inside(self) -> Iterable[Widget]:
        """Show the line, all of it chosen, so that typing replaces it."""
        asked = Input(self._line, compact=True, select_on_focus=True)
        asked.cursor_blink = False
        yield asked
        if self._understood:
            yield Static("", markup=False, classes="dialog--told")

    def on_input_changed(self, event: Input.Changed) -> None:
        """Say how it is understood."""
        event.stop()
        if self._understood:
            self.query_one(".dialog--told", Static).update(self._understood(event.value)[0])

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Give the line, where it can be taken."""
        event.stop()
        if self._understood is None or self._understood(event.value)[1]:
            self.dismiss(event.value)
