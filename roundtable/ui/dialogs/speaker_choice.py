"""Choosing who said something."""

from dataclasses import dataclass

from textual.content import Content

from roundtable.domain.contributions import Contribution
from roundtable.domain.session import Session
from roundtable.i18n import _
from roundtable.services.corrections import Correction
from roundtable.ui.dialogs.choice import Choice, Offer
from roundtable.ui.themes import sector_colour
from roundtable.ui.undone import shortened


@dataclass(frozen=True, slots=True)
class Newcomer:
    """Somebody who is not at the table yet."""

    name: str


class SpeakerChoice(Choice[Correction | Newcomer]):
    """A dialog that is left with the correction that gives a contribution to a person, a sector or nobody.

    A name that fits nobody is offered as that of somebody new.
    """

    def __init__(self, session: Session, said: Contribution, proposed: str | None) -> None:
        places = {sector.id: place for place, sector in enumerate(session.sectors)}
        shorts = {sector.id: sector.short for sector in session.sectors}
        offers: list[Offer[Correction | Newcomer]] = []
        first = 0
        for one in session.participants:
            short = shorts.get(one.sector or "", "")
            colour = sector_colour(places[one.sector]) if one.sector in places else ""
            shown = Content.assemble((one.name, "bold"), "  ", (short, colour))
            first = len(offers) if one.id == proposed else first
            offers.append(Offer(Correction(participant=one.id), shown, f"{one.name} {one.nickname} {short}"))
        for place, sector in enumerate(session.sectors):
            shown = Content.assemble(
                (sector.short, f"bold {sector_colour(place)}"), "  ", (sector.name, "$dim")
            )
            # A sector alone is, where somebody is named, the sector for which that person spoke.
            correction = Correction(participant="" if said.participant else None, sector=sector.short)
            offers.append(Offer(correction, shown, f"{sector.short} {sector.name}"))
        nobody = _("nobody in particular")
        offers.append(Offer(Correction(participant=""), Content(nobody), nobody))
        question = _("Who said “{text}”?").format(text=shortened(said.text if said.placed else said.typed))
        super().__init__(question, offers, first)

    def otherwise(self, typed: str) -> list[Offer[Correction | Newcomer]]:
        """Offer a name that fits nobody as that of somebody new."""
        return (
            [Offer(Newcomer(typed), Content(_("new person: {name}").format(name=typed)), typed)]
            if typed
            else []
        )


class SectorChoice(Choice[str]):
    """A dialog that is left with the short name of a sector, or with "" for none."""

    def __init__(self, session: Session, name: str) -> None:
        nothing = _("no sector")
        offers = [Offer("", Content(nothing), nothing)]
        for place, sector in enumerate(session.sectors):
            shown = Content.assemble(
                (sector.short, f"bold {sector_colour(place)}"), "  ", (sector.name, "$dim")
            )
            offers.append(Offer(sector.short, shown, f"{sector.short} {sector.name}"))
        super().__init__(_("For which sector does {name} sit here?").format(name=name), offers)
