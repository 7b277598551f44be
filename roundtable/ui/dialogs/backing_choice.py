"""Choosing who supports or opposes something."""

from textual.content import Content

from roundtable.domain.contributions import Contribution, Vote
from roundtable.domain.session import Session
from roundtable.i18n import _
from roundtable.ui.dialogs.choice import Choice, Offer
from roundtable.ui.themes import sector_colour
from roundtable.ui.undone import shortened

SIGNS = {Vote.AGREE: "+", Vote.OPPOSE: "−", Vote.PASS: "·"}


class BackingChoice(Choice[str]):
    """A dialog that is left with the id of a participant, or the short name of a sector; how each voted is shown."""

    def __init__(self, session: Session, said: Contribution, question: str) -> None:
        places = {sector.id: place for place, sector in enumerate(session.sectors)}
        voted = {one.participant: one.vote for one in session.supports.get(said.id, ())}
        offers = []
        # Who said it comes last: one seldom agrees with oneself.
        for one in sorted(session.participants, key=lambda one: one.id == said.participant):
            sector = session.sectors[places[one.sector]] if one.sector in places else None
            short = (sector.short, sector_colour(places[sector.id])) if sector else ""
            sign = SIGNS[voted[one.id]] if one.id in voted else " "
            shown = Content.assemble((f"{sign} ", "bold $accent"), (one.name, "bold"), "  ", short)
            offers.append(Offer(one.id, shown, f"{one.name} {one.nickname} {sector.short if sector else ''}"))
        for place, sector in enumerate(session.sectors):
            shown = Content.assemble(
                "  ", (sector.short, f"bold {sector_colour(place)}"), "  ", (sector.name, "$dim")
            )
            offers.append(Offer(sector.short, shown, f"{sector.short} {sector.name}"))
        super().__init__(question.format(text=shortened(said.text)), offers)

    @classmethod
    def supporting(cls, session: Session, said: Contribution) -> "BackingChoice":
        """Ask who supports it."""
        return cls(session, said, _("Who supports “{text}”?"))

    @classmethod
    def opposing(cls, session: Session, said: Contribution) -> "BackingChoice":
        """Ask who opposes it."""
        return cls(session, said, _("Who opposes “{text}”?"))
