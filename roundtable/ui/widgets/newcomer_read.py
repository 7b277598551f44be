"""How a line about somebody who has come is understood, shown while it is typed."""

from textual.content import Content

from roundtable.domain.people import Participant, Person
from roundtable.domain.session import Session
from roundtable.domain.text import folded
from roundtable.i18n import _
from roundtable.services.seating import person_typed
from roundtable.ui.themes import sector_colour


def newcomer_read(session: Session, typed: str, replaced: Participant | None) -> Content:
    """Tell name, sector and organisation as understood; `replaced` is whom they come instead of."""
    newcomer = person_typed(typed, session.sectors)
    if not newcomer.name:
        return Content.styled(_("Jan Jansen LOG   or   Jan Jansen, Logistics, firm"), "$dim")
    parts = [Content.styled(newcomer.name, "bold"), _seat(session, newcomer, replaced)]
    if newcomer.organisation:
        parts.append(Content(newcomer.organisation))
    listed = [one for one in session.participants if folded(one.name) == folded(newcomer.name)]
    if any(not one.at_table for one in listed):
        parts.append(Content.styled(_("on the list: will be here"), "$accent"))
    elif listed:
        parts.append(Content.styled(_("sits here already"), "$warning"))
    return Content(" · ").join(parts)


def _seat(session: Session, newcomer: Person, replaced: Participant | None) -> Content:
    taken_over = replaced.sector if replaced and not newcomer.sector else None
    for place, sector in enumerate(session.sectors):
        if sector.id == taken_over or sector.short == newcomer.sector:
            return Content.assemble((sector.short, f"bold {sector_colour(place)}"), " ", sector.name)
    if newcomer.sector:
        return Content.styled(_("new sector: {name}").format(name=newcomer.sector), "$warning")
    return Content.styled(_("no sector"), "$dim")
