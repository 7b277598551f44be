"""Choosing several: those that fit what is typed, one by one or all at once."""

from collections.abc import Iterable, Sequence
from typing import ClassVar, TypeVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Input, OptionList, Static

from roundtable.i18n import _
from roundtable.ui.dialogs.choice import Choice, Offer

T = TypeVar("T")
CHOSEN, OPEN = "✓ ", "  "


class BlankChooses(Input):
    """A line in which a blank is none until something is typed."""

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Leave the blank to what is chosen with it."""
        return (key != "space" or bool(self.value)) and super().check_consume_key(key, character)

    async def _on_key(self, event: events.Key) -> None:
        if self.check_consume_key(event.key, event.character):
            await super()._on_key(event)
        else:
            event.prevent_default()  # not stopped: it goes on to the dialog


class Several(Choice[tuple[T, ...]]):
    """A dialog that is left with the values that were chosen, in their order; where none was, with the marked one.

    Those in `chosen` are so to begin with.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "choose", show=False, priority=True),  # before it goes to the next field
        Binding("shift+tab", "choose_all", show=False, priority=True),
        Binding("space", "choose", show=False),
    ]
    line: ClassVar[type[Input]] = BlankChooses

    def __init__(self, question: str, offers: Sequence[Offer[T]], chosen: Iterable[T] = ()) -> None:
        super().__init__(question, [Offer((one.value,), one.shown, one.searched) for one in offers])
        self._chosen: set[tuple[T, ...]] = {(value,) for value in chosen}
        self._tell()

    def _tell(self) -> None:
        self._keys = (
            _("{count} chosen   Space choose   Shift+Tab all   Enter done   Esc leave").format(
                count=len(self._chosen)
            )
            if self._chosen
            else _("Space choose   Shift+Tab all   or type   Enter done   Esc leave")
        )

    def shown(self, offer: Offer[tuple[T, ...]]) -> Content:
        """Show whether it is chosen."""
        return Content.assemble((CHOSEN if offer.value in self._chosen else OPEN, "bold $star"), offer.shown)

    @property
    def values(self) -> tuple[T, ...]:
        """The values that are chosen, in their order."""
        return tuple(value for offer in self._offers if offer.value in self._chosen for value in offer.value)

    def action_choose(self) -> None:
        """Choose what is marked, or leave it out again, and go on to the next."""
        place = self.query_one(OptionList).highlighted
        if place is not None and place < len(self._fitting):
            self._turn([place])
            self.action_move(1)

    def action_choose_all(self) -> None:
        """Choose all that fit what is typed; where all of them are, leave them out again."""
        left = [place for place, one in enumerate(self._fitting) if one.value not in self._chosen]
        self._turn(left or range(len(self._fitting)))

    def _turn(self, places: Sequence[int]) -> None:
        offered = self.query_one(OptionList)
        for place in places:
            self._chosen ^= {self._fitting[place].value}
            offered.replace_option_prompt_at_index(place, self.shown(self._fitting[place]))
        self._tell()
        self.query_one(".dialog--keys", Static).update(self._keys)

    def give(self, place: int) -> None:
        """Leave with what was chosen."""
        if self._chosen:
            self.dismiss(self.values)
        else:
            super().give(place)

    def take_click(self, place: int) -> None:
        """Choose what was clicked, or leave it out again."""
        self._turn([place])
