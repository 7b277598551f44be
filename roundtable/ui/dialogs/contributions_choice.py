"""Choosing several contributions: those that fit what is typed, one by one or all at once."""

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import OptionList, Static

from roundtable.domain.contributions import Contribution
from roundtable.domain.session import Session
from roundtable.i18n import _
from roundtable.ui.dialogs.choice import Choice, Offer
from roundtable.ui.themes import sector_colour

CHOSEN, OPEN = "✓ ", "  "
Ids = tuple[str, ...]


class ContributionsChoice(Choice[Ids]):
    """A dialog that is left with the ids of contributions, in their order; of the marked one where none was chosen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "choose", show=False, priority=True),  # before it goes to the next field
        Binding("shift+tab", "choose_all", show=False, priority=True),
    ]

    def __init__(self, session: Session, those: Sequence[Contribution], question: str) -> None:
        places = {sector.id: place for place, sector in enumerate(session.sectors)}
        super().__init__(question, [_offer(session, said, places) for said in those])
        self._keys = _("type narrows   Tab choose   Shift+Tab all   Enter done   Esc leave")
        self._chosen: set[Ids] = set()

    def shown(self, offer: Offer[Ids]) -> Content:
        """Show whether it is chosen."""
        return Content.assemble((CHOSEN if offer.value in self._chosen else OPEN, "bold $star"), offer.shown)

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
        told = _("{count} chosen   Tab choose   Shift+Tab all   Enter done   Esc leave")
        self.query_one(".dialog--keys", Static).update(told.format(count=len(self._chosen)))

    def give(self, place: int) -> None:
        """Leave with what was chosen."""
        if not self._chosen:
            super().give(place)
            return
        chosen = (offer.value for offer in self._offers if offer.value in self._chosen)
        self.dismiss(tuple(key for value in chosen for key in value))

    def take_click(self, place: int) -> None:
        """Choose what was clicked, or leave it out again."""
        self._turn([place])


def _offer(session: Session, said: Contribution, places: dict[str, int]) -> Offer[Ids]:
    sector = session.sector_of(said)
    who = session.shown.get(said.participant or "", "")
    short = sector.short if sector else ""
    colour = f"bold {sector_colour(places[sector.id])}" if sector else ""
    shown = Content.assemble(
        (f"{who} ", "bold") if who else "", (f"{short}  ", colour) if short else "", said.text
    )
    return Offer((said.id,), shown, f"{who} {short} {said.text}")
