"""What lies together, in words: its title, and who stands behind it as far as that was recorded."""

from roundtable.domain.contributions import Stance, Takeaway
from roundtable.domain.gathering import By, Gathered
from roundtable.domain.session import Session
from roundtable.i18n import _
from roundtable.services.backing import support_told

MANY = 400  # statements; what so many lie in says nothing by who stands behind it


def gathered_told(group: Gathered) -> str:
    """Give the title of what lies together."""
    match group.by:
        case By.THEME:
            return group.title
        case By.POINT:
            return _("the same point: “{text}”").format(text=group.title)
        case By.NOTHING:
            return _("on their own")


def stands_behind(session: Session, group: Gathered) -> str:
    """Say who said it or agreed with it, a person counted once: "8 people · 4 sectors · 1 against"."""
    if group.by is By.NOTHING or len(group.said) > MANY:
        return ""
    there = {said.id for said in group.said}
    against = {said.id for said in group.said if said.stance is Stance.OPPOSES and said.answers in there}
    resting = Takeaway(id="", evidence=frozenset(there - against), dissent=frozenset(against))
    return " · ".join(part.replace(", ", " · ") for part in support_told(session, resting))
