"""A rehearsal: the same table, with nothing said yet, that does not count."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from roundtable.domain.agenda import Topic
from roundtable.domain.changes import Edit
from roundtable.domain.people import Attendance
from roundtable.domain.records import Record, changed
from roundtable.domain.session import Details, Session
from roundtable.domain.stamps import new_id
from roundtable.services.sessions import begin, free_slug
from roundtable.storage.journal import Journal, SessionSummary

SUFFIX = "-rehearsal"
_ENDING = re.compile(f"{SUFFIX}(-[0-9]+)?$")
R = TypeVar("R", bound=Record)


def rehearse(journal: Journal, uid: str) -> str:
    """Make a rehearsal of a session, and give its uid: the same agenda, topics and people, and nothing said.

    Earlier rehearsals of the same session are withdrawn once it is there. The rehearsal of a rehearsal is one of what
    that was of.
    """
    known = journal.sessions()
    model = journal.session(uid)
    original = _original(known, model.details)
    slug = (original.slug if original else rehearsed(model.details.slug)) + SUFFIX
    details = replace(
        model.details,
        id=new_id(),
        stamp="",
        withdrawn=False,
        slug=slug,
        rehearsal=True,
        rehearsal_of=original.id if original else model.details.rehearsal_of,
        start=None,  # the plan counts from when the rehearsal begins
        closed=None,
        on_stage=None,
        on_stage_since=None,
        prompt=0,
    )
    made = begin(journal, details, _set_up(model))
    _take_the_place(journal, made, slug, known)
    return made.uid


def _original(known: Sequence[SessionSummary], details: Details) -> Details | None:
    """Give what a session is a rehearsal of, itself where it is none; nothing where that is no longer there."""
    if not details.rehearsal:
        return details
    others = [one.details for one in known if not one.details.rehearsal]
    if details.rehearsal_of:
        return next((one for one in others if one.id == details.rehearsal_of), None)
    # As rehearsals were before they said so.
    return next((one for one in others if one.slug == rehearsed(details.slug)), None)


def _take_the_place(journal: Journal, made: Session, slug: str, before: Sequence[SessionSummary]) -> None:
    """Withdraw the rehearsals that were there before one was made, and give it their slug.

    Of two that are made at once none withdraws the other: both may stay, and never none.
    """
    for one in before:
        old = one.details
        if not old.rehearsal:
            continue
        of = _original(before, old)
        if (of.id if of else old.rehearsal_of) == made.details.rehearsal_of:
            journal.append(one.uid, _withdraw)
    # Part of making it, which no undo takes back.
    birth = journal.history(made.uid)[0].action
    others = [one for one in journal.sessions() if one.uid != made.uid]

    def rename(session: Session) -> list[Edit]:
        return [changed(session.details, replace(session.details, slug=free_slug(others, slug)))]

    journal.append(made.uid, rename, birth)


def count_it(journal: Journal, uid: str) -> Session:
    """Let a rehearsal count after all: from now on it is a session as any other."""

    def decide(session: Session) -> list[Edit]:
        return [changed(session.details, replace(session.details, rehearsal=False))]

    return journal.append(uid, decide).session


def rehearsed(slug: str) -> str:
    """Give the slug of what a rehearsal is of, from its own; one that is none stays as it is."""
    return _ENDING.sub("", slug) or slug


def _withdraw(session: Session) -> list[Edit]:
    if not session.details.rehearsal:
        return []  # it counts by now
    return [changed(session.details, replace(session.details, withdrawn=True))]


def _set_up(original: Session) -> list[Record]:
    """Give sectors, topics and people under ids of their own, as they were before anything happened."""
    sectors = {one.id: _anew(one) for one in original.sectors}
    people = {one.id: _anew(one) for one in original.participants}
    return [
        *sectors.values(),
        *map(_topic, original.topics),
        *(
            replace(
                one,
                sector=_new_id(sectors, one.sector),
                instead_of=_new_id(people, one.instead_of),
                attendance=Attendance.EXPECTED,
            )
            for one in people.values()
        ),
    ]


def _topic(one: Topic) -> Topic:
    # A topic that was added at the table has no minutes but those that it was granted.
    planned = (
        one.granted_seconds
        if one.planned_seconds is None and one.granted_seconds > 0
        else one.planned_seconds
    )
    return replace(_anew(one), skipped=False, planned_seconds=planned, granted_seconds=0, prompt=0)


def _new_id(known: Mapping[str, Record], old: str | None) -> str | None:
    found = known.get(old or "")
    return found.id if found else None


def _anew(one: R) -> R:
    return replace(one, id=new_id(), stamp="")
