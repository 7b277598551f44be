"""Choosing somebody at the table by the beginning of a name."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.content import Content
from textual.widgets import Input

from roundtable.domain.people import GONE, Participant
from roundtable.domain.session import Session
from roundtable.domain.text import folded
from roundtable.i18n import _
from roundtable.ui.dialogs.choice import Choice, Offer
from roundtable.ui.dialogs.speaker_choice import Newcomer
from roundtable.ui.themes import sector_colour

if TYPE_CHECKING:
    from textual.timer import Timer

WIDEST = 24  # columns of the name that somebody is called by
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
        self._called: list[tuple[str, ...]] = []
        self._names: list[tuple[str, ...]] = []
        self._gone: set[int] = set()  # places of those who left or did not come: they are offered last

        def place_of(one: Participant) -> tuple[bool, str]:
            return one.attendance in GONE, folded(session.shown.get(one.id, one.name))

        wide = min(WIDEST, max((cell_len(session.shown.get(one.id, one.name)) for one in people), default=0))
        narrow = max((len(short) for short in shorts.values()), default=0)
        for one in sorted(people, key=place_of):
            if one.attendance in GONE:
                self._gone.add(len(offers))
            short = shorts.get(one.sector or "", "")
            colour = sector_colour(places[one.sector]) if one.sector in places else ""
            called = session.shown.get(one.id, one.name)
            whole = "" if called == one.name else one.name
            weight = "$dim" if one.attendance in GONE else "bold"
            name = Content.assemble((called, weight)).truncate(wide, ellipsis=True, pad=True)
            shown = Content.assemble(name, "  ", (short.ljust(narrow), colour), "  ", (whole, "$dim"))
            offers.append(Offer(one.id, shown, f"{called} {one.name} {short}"))
            self._called.append(tuple(folded(name) for name in (one.nickname, called, one.name)))
            self._names.append(tuple(folded(name) for name in one.name.split()))
        self._newcomers = newcomers
        super().__init__(question, offers)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Take somebody whom alone the beginning fits, once no letter follows."""
        if self._rest:
            self._rest.stop()
        wanted = folded(event.value.strip())
        person = self._alone(wanted) if wanted else None
        if person:
            self._rest = self.set_timer(self.rests, lambda: self._take(person))

    def _alone(self, wanted: str) -> "str | Newcomer | None":
        """Give whom alone a beginning fits: by what they are called, else by any name; first of all those here."""
        for names in (self._called, self._names):
            fitting = [place for place, those in enumerate(names) if any(n.startswith(wanted) for n in those)]
            fitting = [place for place in fitting if place not in self._gone] or fitting
            if fitting:
                return self._offers[fitting[0]].value if len(fitting) == 1 else None
        return None

    def _take(self, person: str | Newcomer) -> None:
        if self.is_current:
            self.dismiss(person)

    def otherwise(self, typed: str) -> list[Offer[str | Newcomer]]:
        """Offer a name that fits nobody as that of somebody new."""
        if not (typed and self._newcomers):
            return []
        return [Offer(Newcomer(typed), Content(_("new person: {name}").format(name=typed)), typed)]
