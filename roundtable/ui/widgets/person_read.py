"""How a line for a person is understood, and what is said of somebody who is marked in the preparation."""

from textual.content import Content

from roundtable.domain.awkward import Awkward
from roundtable.domain.people import Participant
from roundtable.domain.session import Session
from roundtable.i18n import _
from roundtable.services.preparing import why_awkward
from roundtable.services.seating import person_typed


def person_read(session: Session, line: str) -> Content:
    """Say how a line is understood: name, sector (also that it is a new one), organisation, role, address."""
    one = person_typed(line, session.sectors)
    known = {name.casefold() for sector in session.sectors for name in (sector.short, sector.name)}
    parts = [Content.assemble((one.name or "?", "bold"))]
    if one.sector:
        new = one.sector.casefold() not in known
        parts.append(
            Content.assemble((_("{sector} (a new sector)").format(sector=one.sector), "$warning"))
            if new
            else Content(one.sector)
        )
    parts += [Content(part) for part in (one.organisation, one.role, one.email) if part]
    return Content.assemble("  ", Content(" · ").join(parts))


def person_told(one: Participant, awkward: Awkward | None) -> Content:
    """Say more of somebody; first of all why the name is hard to type, where it is."""
    if awkward:
        told = _("{name}: {why}. n takes the nickname “{nickname}”.")
        why = why_awkward(awkward)
        return Content.assemble((told.format(name=one.name, why=why, nickname=awkward.nickname), "$warning"))
    parts = (one.name, one.nickname, one.organisation, one.role, one.email)
    return Content.assemble((" · ".join(part for part in parts if part), "$dim"))
