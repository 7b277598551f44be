"""Choosing a contribution."""

from collections.abc import Sequence

from textual.content import Content

from roundtable.domain.contributions import Contribution
from roundtable.domain.session import Session
from roundtable.services.sessions import zone_of
from roundtable.ui.dialogs.choice import Choice, Offer
from roundtable.ui.themes import sector_colour


class ContributionChoice(Choice[str]):
    """A dialog that is left with the id of a contribution; the first is proposed."""

    def __init__(self, session: Session, those: Sequence[Contribution], question: str) -> None:
        super().__init__(question, [offer_of(session, said) for said in those])


def offer_of(session: Session, said: Contribution) -> Offer[str]:
    """Offer a contribution: when it was said, by whom, and what."""
    at = said.at.astimezone(zone_of(session)).strftime("%H:%M") if said.at else ""
    who = session.shown.get(said.participant or "", "")
    sector = session.sector_of(said)
    short = sector.short if sector else ""
    colour = f"bold {sector_colour(session.sectors.index(sector))}" if sector in session.sectors else "bold"
    shown = Content.assemble(
        (f"{at} ", "$dim"), (f"{who} ", "bold"), (f"{short}  " if short else "", colour), said.text
    )
    return Offer(said.id, shown, f"{at} {who} {short} {said.text}")
