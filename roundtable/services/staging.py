"""What the moderator puts on the stage for the table to see, and takes off it."""

from dataclasses import replace

from roundtable.domain.changes import Edit
from roundtable.domain.clock import present
from roundtable.domain.contributions import Contribution
from roundtable.domain.records import changed
from roundtable.domain.session import Session
from roundtable.domain.staging import Shown, on_stage
from roundtable.errors import NotForStage
from roundtable.storage.journal import Journal


def show_contribution(journal: Journal, uid: str, number: str) -> Session:
    """Show a contribution (number or id) on the stage. Raises NoSuchContribution, NotForStage."""
    return journal.append(
        uid, lambda session: _showing(journal, session, session.contribution(number))
    ).session


def show_takeaway(journal: Journal, uid: str, number: str) -> Session:
    """Show a takeaway (its place in the ledger, or its id) on the stage. Raises NoSuchTakeaway, NotForStage."""
    return journal.append(uid, lambda session: _showing(journal, session, session.takeaway(number))).session


def hide(journal: Journal, uid: str) -> Session:
    """Show nothing of what was said on the stage."""
    return journal.append(uid, _hiding).session


def show_or_hide(journal: Journal, uid: str, key: str, *, wanted: bool | None = None) -> Session:
    """Show a contribution or a takeaway (its id) on the stage (`wanted`), or hide it; left out, the other of the two.

    What is not shown at this moment need not be hidden. Raises NoSuchContribution, NotForStage.
    """

    def decide(session: Session) -> list[Edit]:
        shown = on_stage(session, present(session, journal.now()))
        is_shown = shown is not None and shown.id == key
        if is_shown and not wanted:
            return _hiding(session)
        if wanted is False:
            return []
        takeaway = next((one for one in session.takeaways if one.id == key), None)
        return _showing(journal, session, takeaway or session.contribution(key))

    return journal.append(uid, decide).session


def turn_prompt(journal: Journal, uid: str, seen: int | None = None) -> Session:
    """Ask the next question of the topic (before the first: of the opening); behind the last comes the first.

    `seen` is the place of the question that whoever pressed the key saw: where another is asked by now, that one stays.
    """

    def decide(session: Session) -> list[Edit]:
        if len(session.prompts) < 2 or seen not in {None, session.prompt}:  # noqa: PLR2004 - one alone
            return []
        following = (session.prompt + 1) % len(session.prompts)
        if session.current:
            return [changed(session.current, replace(session.current, prompt=following))]
        return [changed(session.details, replace(session.details, prompt=following))]

    return journal.append(uid, decide).session


def _showing(journal: Journal, session: Session, shown: Shown) -> list[Edit]:
    if (
        shown.withdrawn
        or session.details.closed
        or (isinstance(shown, Contribution) and (shown.parked or not shown.placed))
    ):
        raise NotForStage
    details = session.details
    now = present(session, journal.now())
    return [changed(details, replace(details, on_stage=shown.id, on_stage_since=now))]


def _hiding(session: Session) -> list[Edit]:
    details = session.details
    return [changed(details, replace(details, on_stage=None))] if details.on_stage else []
