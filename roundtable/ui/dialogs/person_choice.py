"""Choosing somebody at the table by the beginning of a name."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.content import Content
from textual.widgets import Input

from roundtable.domain.floor import GONE
from roundtable.domain.people import Participant
from roundtable.domain.session import Session
from roundtable.domain.text import folded
from roundtable.i18n import _
from roundtable.ui.dialogs.choice import Choice, Offer
from roundtable.ui.dialogs.speaker_choice import Newcomer
from roundtable.ui.themes import sector_colour

if TYPE_CHECKING:
    from textual.timer import Timer

RESTS = 0.7  # seconds after the last letter; whoever is typing a longer name is not cut short


class PersonChoice(Choice[str | Newcomer]):
    """A dialog that is left with the id of a person.

    A beginning that is one person's alone is enough: Enter takes it at once, and resting for a moment takes it too.
    With `newcomers`, a name that fits nobody is offered as that of somebody new.
    """

    rests = RESTS
    _rest: "Timer | None" = None

    def __init__(
        self, session: Session, people: Sequence[Participant], question: str, *, newcomers: bool = False
    ) -> None:
        places = {sector.id: place for place, sector in enumerate(session.sectors)}
        shorts = {sector.id: sector.short for sector in session.sectors}
        offers: list[Offer[str | Newcomer]] = []
        self._names: list[tuple[str, ...]] = []
        self._gone: set[int] = set()  # places of those who left or did not come: they are offered last

        def place_of(one: Participant) -> tuple[bool, str]:
            return one.attendance in GONE, folded(session.shown.get(one.id, one.name))

        for one in sorted(people, key=place_of):
            if one.attendance in GONE:
                self._gone.add(len(offers))
            short = shorts.get(one.sector or "", "")
            colour = sector_colour(places[one.sector]) if one.sector in places else ""
            called = session.shown.get(one.id, one.name)
            whole = "" if called == one.name else one.name
            weight = "$dim" if one.attendance in GONE else "bold"
            shown = Content.assemble((called, weight), "  ", (short, colour), "  ", (whole, "$dim"))
            offers.append(Offer(one.id, shown, f"{called} {one.name} {short}"))
            self._names.append(
                tuple(folded(name) for name in (one.nickname, called, *one.name.split(), one.name))
            )
        self._newcomers = newcomers
        super().__init__(question, offers)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Take somebody whom alone the beginning fits, once no letter follows."""
        if self._rest:
            self._rest.stop()
        wanted = folded(event.value.strip())
        fitting = [
            place for place, names in enumerate(self._names) if any(name.startswith(wanted) for name in names)
        ]
        alone = [place for place in fitting if place not in self._gone] or fitting
        if wanted and len(alone) == 1:
            person = self._offers[alone[0]].value
            self._rest = self.set_timer(self.rests, lambda: self._take(person))

    def _take(self, person: str | Newcomer) -> None:
        if self.is_current:
            self.dismiss(person)

    def otherwise(self, typed: str) -> list[Offer[str | Newcomer]]:
        """Offer a name that fits nobody as that of somebody new."""
        if not (typed and self._newcomers):
            return []
        return [Offer(Newcomer(typed), Content(_("new person: {name}").format(name=typed)), typed)]
