"""Choosing a contribution."""

from collections.abc import Sequence

from textual.content import Content

from roundtable.domain.contributions import Contribution
from roundtable.domain.session import Session
from roundtable.services.sessions import zone_of
from roundtable.ui.dialogs.choice import Choice, Offer


class ContributionChoice(Choice[str]):
    """A dialog that is left with the id of a contribution; the first is proposed."""

    def __init__(self, session: Session, those: Sequence[Contribution], question: str) -> None:
        zone = zone_of(session)
        offers = []
        for said in those:
            at = said.at.astimezone(zone).strftime("%H:%M") if said.at else ""
            who = session.shown.get(said.participant or "", "")
            shown = Content.assemble((f"{at} ", "$dim"), (f"{who} ", "bold"), said.text)
            offers.append(Offer(said.id, shown, f"{at} {who} {said.text}"))
        super().__init__(question, offers)
