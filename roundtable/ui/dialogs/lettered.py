"""Choosing one of a few things by a letter, with what is asked in sight."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from textual import events
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from roundtable.i18n import _
from roundtable.ui.dialogs.dialog import Dialog

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Lettered(Generic[T]):
    """One thing to choose: its value, what it means, its letter; `now` where it holds already."""

    value: T
    told: str
    letter: str
    now: bool = False


class LetteredChoice(Dialog[T]):
    """A dialog that is left with the value of a letter; `about` is what it is asked of, which scrolls."""

    def __init__(self, question: str, offers: Sequence[Lettered[T]], about: Content | None = None) -> None:
        super().__init__(question, _("a letter chooses   Esc leave"))
        self._offers = offers
        self._about = about

    def inside(self) -> Iterable[Widget]:
        """Show what it is about, then the letters, what holds now marked."""
        if self._about:
            with VerticalScroll(classes="dialog--said"):
                yield Static(self._about, markup=False)
        for one in self._offers:
            mark = ("● ", "$accent") if one.now else "  "
            yield Static(Content.assemble(mark, (f"{one.letter}  ", "bold $accent"), one.told))

    def on_key(self, event: events.Key) -> None:
        """Take the letter."""
        found = next((one for one in self._offers if one.letter == event.character), None)
        if found:
            event.stop()
            self.dismiss(found.value)
