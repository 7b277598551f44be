"""Until when the names of a session are kept."""

from dataclasses import replace
from datetime import date

from roundtable.domain.changes import Edit
from roundtable.domain.records import changed
from roundtable.domain.session import Details, Session
from roundtable.errors import NoDay
from roundtable.i18n import _
from roundtable.storage.journal import Journal

_NONE = frozenset({"", "none", "geen", "aucun", "aucune"})


def looks_like_day(said: str) -> bool:
    """Say whether a word is meant as a day, or as none."""
    return said.strip().lower() in _NONE or set(said) <= set("0123456789-/.")


def read_day(said: str) -> str:
    """Read a day as it is kept (ISO 8601); empty for none. Raises NoDay."""
    if said.strip().lower() in _NONE:
        return ""
    try:
        return date.fromisoformat(said.strip()).isoformat()
    except ValueError:
        raise NoDay(said=said) from None


def keep_names_until(journal: Journal, uid: str, day: str) -> Session:
    """Say until which day (ISO 8601) the names of a session are kept; empty takes it away."""

    def decide(session: Session) -> list[Edit]:
        return [changed(session.details, replace(session.details, names_until=day))]

    return journal.append(uid, decide).session


def overdue(details: Details, today: date) -> bool:
    """Say whether the names of a session were kept longer than was said."""
    try:
        return bool(details.names_until) and date.fromisoformat(details.names_until) < today
    except ValueError:  # from elsewhere
        return False


def overdue_told(details: Details, today: date) -> str:
    """Say that the names of a session were to be erased by now, and how; empty where they were not."""
    if not overdue(details, today):
        return ""
    told = _(
        "The names of “{title}” were kept until {day}. Erase them: roundtable erase --everybody --session {slug}"
    )
    return told.format(title=details.title, day=details.names_until, slug=details.slug)
