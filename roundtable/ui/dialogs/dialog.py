"""What all dialogs share: a title, what is asked, the keys; Esc leaves without an answer."""

from collections.abc import Iterable
from typing import ClassVar, TypeVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Static

from roundtable.ui.screens.settling import Settling

T = TypeVar("T")


class Dialog(Settling[T], ModalScreen[T]):
    """A dialog that is left with an answer of type T, or with nothing."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", show=False)]
    HORIZONTAL_BREAKPOINTS = [(0, "-whole"), (90, "-inset")]
    VERTICAL_BREAKPOINTS = [(0, "-short"), (30, "-tall"), (40, "-taller"), (56, "-tallest")]

    def __init__(self, question: str, keys: str) -> None:
        super().__init__()
        self._question = question
        self._keys = keys

    def compose(self) -> ComposeResult:
        """Put what is asked between the question and the keys."""
        with Vertical(classes="dialog"):
            yield Static(self._question, markup=False, classes="dialog--question")
            yield from self.inside()
            yield Static(self._keys, markup=False, classes="dialog--keys")

    def inside(self) -> Iterable[Widget]:
        """Give the widgets between the question and the keys."""
        return ()

    def action_leave(self) -> None:
        """Leave without an answer."""
        self.dismiss(None)
