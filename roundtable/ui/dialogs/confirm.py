"""Asking before something that is meant to be rare."""

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Static

from roundtable.i18n import _
from roundtable.ui.dialogs.dialog import Dialog


class Confirm(Dialog[bool]):
    """A dialog that is left with yes, or with nothing; `told` may say more about what is asked."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "agree", show=False)]

    def __init__(self, question: str, act: str, told: str = "") -> None:
        super().__init__(question, _("Enter {act}   Esc leave").format(act=act))
        self._told = told

    def inside(self) -> Iterable[Widget]:
        """Say more, where there is more to say."""
        if self._told:
            yield Static(self._told, markup=False, classes="dialog--told")

    def action_agree(self) -> None:
        """Say yes."""
        self.dismiss(True)
