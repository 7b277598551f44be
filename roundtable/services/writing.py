"""Prose as an editor shows it: references as marks; and what is put in of a statement."""

from roundtable.domain.contributions import Contribution
from roundtable.domain.references import Shown, shown
from roundtable.domain.session import Session
from roundtable.i18n import _


def shown_prose(session: Session, text: str) -> Shown:
    """Show the prose of a part with marks in place of links."""
    return shown(text, session, lambda cited: cited.words, _("gone"))


def inserted(said: Contribution) -> str:
    """Give what is put into prose of a statement, with its reference."""
    return f"[{said.text}](contribution:{said.id})"
