"""Giving a topic more minutes."""

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Input

from roundtable.i18n import _
from roundtable.ui.dialogs.dialog import Dialog

MOST = 600  # minutes


class Minutes(Dialog[int]):
    """A dialog that is left with a number of minutes to add, negative to take away; the arrows alone are enough."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "step(1)", show=False),
        Binding("down", "step(-1)", show=False),
    ]

    def __init__(self, title: str, minutes: int) -> None:
        question = _("How many minutes more for “{title}”?").format(title=title)
        super().__init__(question, _("↑ more   ↓ fewer   Enter give   Esc leave"))
        self._minutes = minutes

    def inside(self) -> Iterable[Widget]:
        """Ask for a whole number."""
        asked = Input(str(self._minutes), type="integer", max_length=4, compact=True)
        asked.cursor_blink = False
        yield asked

    def action_step(self, by: int) -> None:
        """Count one up or down."""
        asked = self.query_one(Input)
        asked.value = str(_within(_whole(asked.value) + by))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Give the minutes."""
        event.stop()
        self.dismiss(_within(_whole(event.value)))


def _whole(typed: str) -> int:
    try:
        return int(typed)
    except ValueError:  # nothing, or only a sign
        return 0


def _within(minutes: int) -> int:
    return max(-MOST, min(MOST, minutes))
