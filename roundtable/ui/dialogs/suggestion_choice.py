"""Choosing the statement of which a takeaway is made."""

from collections.abc import Sequence

from textual.content import Content

from roundtable.domain.contributions import Contribution
from roundtable.domain.counting import backing_of
from roundtable.domain.session import Session
from roundtable.i18n import _, ngettext
from roundtable.ui.dialogs.choice import Choice, Offer
from roundtable.ui.themes import sector_colour


class SuggestionChoice(Choice[str]):
    """A dialog that is left with the id of a contribution; support is what was recorded, never guessed."""

    def __init__(self, session: Session, those: Sequence[Contribution]) -> None:
        offers = [Offer(said.id, _shown(session, said), said.text) for said in those]
        super().__init__(_("Which of these speaks for the table?"), offers)


def _shown(session: Session, said: Contribution) -> Content:
    sector = session.sector_of(said)
    places = {one.id: place for place, one in enumerate(session.sectors)}
    whose = (f"{sector.short}  ", f"bold {sector_colour(places[sector.id])}") if sector else ""
    backing = backing_of(session, said.id)
    told = []
    if backing.agreed:
        agree = ngettext("{count} agrees", "{count} agree", backing.agreed)
        told.append(agree.format(count=backing.agreed))
    if backing.against:
        told.append(_("{count} against").format(count=backing.against))
    return Content.assemble(whose, said.text, (f"  ({', '.join(told)})" if told else "", "$dim"))
