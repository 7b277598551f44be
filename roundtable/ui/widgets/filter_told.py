"""What a filter lets through, in a word."""

from roundtable.domain.contributions import Kind, Theme
from roundtable.domain.filtering import Filter
from roundtable.domain.people import Participant, Sector
from roundtable.domain.session import Session
from roundtable.i18n import _


def filter_told(session: Session, wanted: Filter) -> str:
    """Give the words of a filter, side by side."""
    kinds = {
        Kind.POINT: _("points"),
        Kind.QUOTE: _("quotes"),
        Kind.QUESTION: _("questions"),
        Kind.PROPOSAL: _("proposals"),
    }
    sector = session.of(Sector).get(wanted.sector or "")
    person = session.of(Participant).get(wanted.participant or "")
    theme = session.of(Theme).get(wanted.theme or "")
    words = [
        _("starred") if wanted.starred else "",
        _("to check") if wanted.check else "",
        _("who?") if wanted.unplaced else "",
        _("parked") if wanted.parked else "",
        _("withdrawn") if wanted.withdrawn else "",
        kinds[wanted.kind] if wanted.kind else "",
        f"={theme.name}" if theme else _("no theme") if wanted.theme == "" else "",
        sector.short if sector else "",
        person.name if person else "",
    ]
    return ", ".join(word for word in words if word)
