"""What the moderator shows on the stage, and for how long."""

from datetime import datetime, timedelta

from roundtable.domain.contributions import Contribution, Takeaway
from roundtable.domain.session import Session

Shown = Contribution | Takeaway

A_MOMENT = timedelta(seconds=90)  # time to read a sentence aloud, and to look at it once more


def on_stage(session: Session, now: datetime) -> Shown | None:
    """Give what the stage shows at `now`: nothing that was withdrawn, dropped or parked since.

    Nor a line of which it is not clear who spoke: the name that nobody could place still stands in its text.

    A contribution is shown for a moment, and only while the table stays at the topic where it was shown; a takeaway
    is read aloud and voted on, so it stays until it is hidden.
    """
    key, since = session.details.on_stage, session.details.on_stage_since
    if not key or since is None or session.details.closed:
        return None
    shown = session.of(Contribution).get(key) or session.of(Takeaway).get(key)
    if shown is None or shown.withdrawn:
        return None
    if isinstance(shown, Takeaway):
        return shown
    if shown.parked or not shown.placed or now - since >= A_MOMENT or _went_on(session, since):
        return None
    return shown


def _went_on(session: Session, since: datetime) -> bool:
    """Tell whether the table has gone to another topic; pausing and resuming is no such thing."""
    before = [visit.topic for visit in session.visits if visit.begins and visit.begins <= since]
    here = session.visits[-1].topic if session.visits else None
    return here != (before[-1] if before else None)
