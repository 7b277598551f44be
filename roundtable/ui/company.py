"""Who else is at a session on this computer, in a sentence."""

from collections.abc import Sequence

from roundtable.i18n import _, ngettext
from roundtable.storage.presence import RUN, STAGE, WRITE, Here


def company_told(others: Sequence[Here]) -> str:
    """Say how many others steer and write, and whether a projector shows the table."""
    roles = [other.role for other in others]
    steer, write, stages = (roles.count(role) for role in (RUN, WRITE, STAGE))
    told = [
        ngettext("{count} who steers", "{count} who steer", steer).format(count=steer) if steer else "",
        ngettext("{count} who writes", "{count} who write", write).format(count=write) if write else "",
        _("the stage") if stages else "",
    ]
    if not others:
        return _("Nobody else is at this session on this computer.")
    return _("Here as well on this computer: {those}").format(those=", ".join(one for one in told if one))
