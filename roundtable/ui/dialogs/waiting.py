"""Asking, where an evening waits already that was prepared from an agenda, whether that one is meant."""

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Static

from roundtable.domain.session import Details
from roundtable.i18n import _
from roundtable.ui.dialogs.dialog import Dialog


class Waiting(Dialog[bool]):
    """A dialog that is left with yes for another evening from the same agenda, with no for the one that waits."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "give(False)", show=False),
        Binding("a", "give(True)", show=False),
    ]

    def __init__(self, waiting: Details) -> None:
        super().__init__(
            _("An evening from this agenda is prepared already."),
            _("Enter go on with it   a prepare another   Esc leave"),
        )
        self._waiting = waiting

    def inside(self) -> Iterable[Widget]:
        """Say which one waits."""
        told = " · ".join(
            part for part in (self._waiting.title, self._waiting.date, self._waiting.slug) if part
        )
        yield Static(told, markup=False, classes="dialog--told")

    def action_give(self, another: bool) -> None:  # noqa: FBT001 — from a key
        """Give the answer."""
        self.dismiss(another)
