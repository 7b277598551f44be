"""Choosing one of several: with the arrows, or by typing a part of it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar, Generic, TypeVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from roundtable.domain.text import clean, folded
from roundtable.i18n import _
from roundtable.ui.dialogs.dialog import Dialog

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Offer(Generic[T]):
    """One thing to choose: its value, how it is shown, and the text in which what is typed is looked for."""

    value: T
    shown: Content
    searched: str


class Choice(Dialog[T]):
    """A dialog that is left with the value of the offer that was chosen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
        Binding("pageup", "move(-8)", show=False),
        Binding("pagedown", "move(8)", show=False),
    ]

    line: ClassVar[type[Input]] = Input  # what is typed into

    def __init__(self, question: str, offers: Sequence[Offer[T]], first: int = 0) -> None:
        super().__init__(question, _("↑ ↓ or type   Enter choose   Esc leave"))
        self._offers = offers
        self._fitting = list(offers)
        self._first = first

    def inside(self) -> Iterable[Widget]:
        """Offer all, the proposed one marked."""
        looked_for = self.line(compact=True, select_on_focus=False)
        looked_for.cursor_blink = False
        yield looked_for
        offered = OptionList(
            *(Option(self.shown(offer)) for offer in self._offers), compact=True, markup=False
        )
        offered.can_focus = False
        yield offered

    def on_mount(self) -> None:
        """Mark what is proposed."""
        if self._offers:
            self.query_one(OptionList).highlighted = self._first

    def on_input_changed(self, event: Input.Changed) -> None:
        """Offer what fits what was typed, what is just that first, then what begins with it."""
        event.stop()
        wanted = self.looked_for(event.value)
        found = [o for o in self._offers if all(word in folded(o.searched) for word in wanted.split())]
        self._fitting = sorted(found, key=lambda offer: _unlike(offer.searched, wanted))
        self._fitting += self.besides(clean(event.value))
        self._fitting += [] if self._fitting else self.otherwise(clean(event.value))
        offered = self.query_one(OptionList)
        offered.set_options(Option(self.shown(offer)) for offer in self._fitting)
        self.query_one(".dialog--keys", Static).update(self._keys)
        if self._fitting:
            offered.highlighted = self._fitting.index(self._offers[self._first]) if not wanted else 0

    def shown(self, offer: Offer[T]) -> Content:
        """Give how an offer is shown."""
        return offer.shown

    def looked_for(self, typed: str) -> str:
        """Give what is looked for of what was typed."""
        return folded(typed)

    def besides(self, typed: str) -> list[Offer[T]]:  # noqa: ARG002 — for those that offer something
        """Give what to offer behind all that fits what was typed."""
        return []

    def otherwise(self, typed: str) -> list[Offer[T]]:  # noqa: ARG002 — for those that offer something
        """Give what to offer where nothing fits what was typed."""
        return []

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Choose what is marked."""
        event.stop()
        place = self.query_one(OptionList).highlighted
        if place is not None and place < len(self._fitting):
            self.give(place)
        elif not self._fitting:
            self.query_one(".dialog--keys", Static).update(_("Nothing like that.   Esc leave"))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Choose what was clicked."""
        event.stop()
        self.take_click(event.option_index)

    def give(self, place: int) -> None:
        """Leave with the offer at a place."""
        self.dismiss(self._fitting[place].value)

    def take_click(self, place: int) -> None:
        """Do what a click on the offer at a place means."""
        self.give(place)

    def action_move(self, by: int) -> None:
        """Mark another."""
        offered = self.query_one(OptionList)
        if self._fitting:
            offered.highlighted = max(0, min(len(self._fitting) - 1, (offered.highlighted or 0) + by))


def _unlike(searched: str, wanted: str) -> tuple[bool, bool]:
    text = folded(searched)
    return text != wanted, not text.startswith(wanted)
