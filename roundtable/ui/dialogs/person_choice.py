"""Choosing somebody at the table by the beginning of a name."""

from collections.abc import Sequence

from rich.cells import cell_len
from textual.content import Content

from roundtable.domain.people import GONE, Participant
from roundtable.domain.session import Session
from roundtable.domain.text import folded
from roundtable.i18n import _
from roundtable.ui.dialogs.choice import Choice, Offer
from roundtable.ui.dialogs.speaker_choice import Newcomer
from roundtable.ui.themes import sector_colour

WIDEST = 24  # columns of the name that somebody is called by


class PersonChoice(Choice[str | Newcomer]):
    """A dialog that is left with the id of a person.

    A beginning that is one person's alone is enough, and Enter.
    With `newcomers`, a name that fits nobody is offered as that of somebody new.
    """

    def __init__(
        self, session: Session, people: Sequence[Participant], question: str, *, newcomers: bool = False
    ) -> None:
        places = {sector.id: place for place, sector in enumerate(session.sectors)}
        shorts = {sector.id: sector.short for sector in session.sectors}
        offers: list[Offer[str | Newcomer]] = []

        def place_of(one: Participant) -> tuple[bool, str]:
            return one.attendance in GONE, folded(session.shown.get(one.id, one.name))

        wide = min(WIDEST, max((cell_len(session.shown.get(one.id, one.name)) for one in people), default=0))
        narrow = max((len(short) for short in shorts.values()), default=0)
        for one in sorted(people, key=place_of):
            short = shorts.get(one.sector or "", "")
            colour = sector_colour(places[one.sector]) if one.sector in places else ""
            called = session.shown.get(one.id, one.name)
            whole = "" if called == one.name else one.name
            weight = "$dim" if one.attendance in GONE else "bold"
            name = Content.assemble((called, weight)).truncate(wide, ellipsis=True, pad=True)
            shown = Content.assemble(name, "  ", (short.ljust(narrow), colour), "  ", (whole, "$dim"))
            offers.append(Offer(one.id, shown, f"{called} {one.name} {short}"))
        self._newcomers = newcomers
        super().__init__(question, offers)

    def otherwise(self, typed: str) -> list[Offer[str | Newcomer]]:
        """Offer a name that fits nobody as that of somebody new."""
        if not (typed and self._newcomers):
            return []
        return [Offer(Newcomer(typed), Content(_("new person: {name}").format(name=typed)), typed)]
