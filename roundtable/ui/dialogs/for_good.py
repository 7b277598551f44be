"""Asking for something explicit to be typed before what cannot be taken back, with all that would go in sight."""

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widget import Widget
from textual.widgets import Input, Static

from roundtable.domain.text import clean, folded
from roundtable.i18n import _
from roundtable.ui.dialogs.dialog import Dialog


class ForGood(Dialog[bool]):
    """A dialog that is left with yes once `wanted` was typed; `lines` say what would go."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "scroll(-1)", show=False),
        Binding("down", "scroll(1)", show=False),
        Binding("pageup", "scroll(-8)", show=False),
        Binding("pagedown", "scroll(8)", show=False),
    ]

    def __init__(self, question: str, lines: Iterable[str], wanted: str) -> None:
        super().__init__(question, _("↑ ↓ all that would go   Enter erases it for good   Esc leave"))
        self._lines = tuple(lines)
        self._wanted = wanted

    def inside(self) -> Iterable[Widget]:
        """Show what would go, and the line in which it is to be confirmed."""
        with VerticalScroll(can_focus=False):
            yield Static("\n".join(self._lines), markup=False)
        yield Static(
            _("Type {what} to erase this for good").format(what=self._wanted),
            markup=False,
            classes="dialog--told",
        )
        typed = Input(compact=True)
        typed.cursor_blink = False
        yield typed

    def action_scroll(self, by: int) -> None:
        """Look further down, or back up."""
        self.query_one(VerticalScroll).scroll_relative(y=by, animate=False)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Say yes, where it was typed."""
        event.stop()
        if folded(clean(event.value)) == folded(self._wanted):
            self.dismiss(True)
            return
        told = _("That is not “{wanted}”; nothing was changed.").format(wanted=self._wanted)
        self.query_one(".dialog--keys", Static).update(f"{told}   " + _("Esc leave"))
