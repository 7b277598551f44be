"""Choosing several of a list: Space marks, Enter takes what is marked."""

from collections.abc import Iterable, Sequence
from typing import ClassVar, Generic, TypeVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from roundtable.i18n import _
from roundtable.ui.dialogs.choice import Offer
from roundtable.ui.dialogs.dialog import Dialog

T = TypeVar("T")
PAGE = 8  # rows that a page key goes


class Several(Dialog[tuple[T, ...]], Generic[T]):
    """A dialog that is left with the values that were marked, at least one; those in `marked` are so to begin with."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "mark", show=False),
        Binding("enter", "take", show=False),
        Binding("up,k", "move(-1)", show=False),
        Binding("down,j", "move(1)", show=False),
        Binding("pageup", f"move(-{PAGE})", show=False),
        Binding("pagedown", f"move({PAGE})", show=False),
    ]

    def __init__(
        self, question: str, offers: Sequence[Offer[T]], marked: Iterable[T] = (), keys: str = ""
    ) -> None:
        super().__init__(question, keys or _("Space mark   Enter take what is marked   Esc leave"))
        self._offers = offers
        wanted = list(marked)
        self._marked = {place for place, offer in enumerate(offers) if offer.value in wanted}

    def inside(self) -> Iterable[Widget]:
        """Give the list."""
        offered = OptionList(*self._options(), compact=True, markup=False)
        offered.can_focus = False
        yield offered

    def on_mount(self) -> None:
        """Begin at the first."""
        self.query_one(OptionList).highlighted = 0 if self._offers else None

    def _options(self) -> Iterable[Option]:
        for place, offer in enumerate(self._offers):
            sign = "● " if place in self._marked else "○ "
            yield Option(Content.assemble((sign, "bold $accent"), offer.shown))

    @property
    def chosen(self) -> tuple[T, ...]:
        """The values that are marked; where none is, the one under the bar."""
        place = self.query_one(OptionList).highlighted
        places = sorted(self._marked) or ([place] if place is not None else [])
        return tuple(self._offers[one].value for one in places)

    def action_mark(self) -> None:
        """Mark what is under the bar, or take its mark away."""
        self._turn(self.query_one(OptionList).highlighted)
        self.action_move(1)

    def _turn(self, place: int | None) -> None:
        if place is None:
            return
        self._marked ^= {place}
        offered = self.query_one(OptionList)
        offered.set_options(self._options())
        offered.highlighted = place

    def action_move(self, by: int) -> None:
        """Go to another."""
        offered = self.query_one(OptionList)
        if self._offers:
            offered.highlighted = max(0, min(len(self._offers) - 1, (offered.highlighted or 0) + by))

    def action_take(self) -> None:
        """Give what is marked."""
        self.dismiss(self.chosen or None)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Mark what was clicked."""
        event.stop()
        self._turn(event.option_index)
