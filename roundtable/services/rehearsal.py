"""A rehearsal: the same table, with nothing said yet, that does not count."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar

from roundtable.domain.changes import Edit
from roundtable.domain.people import Attendance
from roundtable.domain.records import Record, changed
from roundtable.domain.session import Session
from roundtable.domain.stamps import new_id
from roundtable.services.sessions import begin
from roundtable.storage.journal import Journal

SUFFIX = "-rehearsal"
R = TypeVar("R", bound=Record)


def rehearse(journal: Journal, uid: str) -> str:
    """Make a rehearsal of a session, and give its uid: the same agenda, topics and people, and nothing said.

    An earlier rehearsal of the same session is withdrawn. The rehearsal of a rehearsal is one of what that was of.
    """
    original = journal.session(uid)
    slug = rehearsed(original.details.slug) + SUFFIX
    for one in journal.sessions():
        if one.details.rehearsal and rehearsed(one.details.slug) + SUFFIX == slug:
            journal.append(one.uid, _withdraw)
    details = replace(
        original.details,
        id=new_id(),
        stamp="",
        withdrawn=False,
        slug=slug,
        rehearsal=True,
        start=None,  # the plan counts from when the rehearsal begins
        closed=None,
        on_stage=None,
        on_stage_since=None,
    )
    return begin(journal, details, _set_up(original)).uid


def count_it(journal: Journal, uid: str) -> Session:
    """Let a rehearsal count after all: from now on it is a session as any other."""

    def decide(session: Session) -> list[Edit]:
        return [changed(session.details, replace(session.details, rehearsal=False))]

    return journal.append(uid, decide).session


def rehearsed(slug: str) -> str:
    """Give the slug of what a rehearsal is of; one that is none stays as it is."""
    return slug.rpartition(SUFFIX)[0] or slug


def _withdraw(session: Session) -> list[Edit]:
    return [changed(session.details, replace(session.details, withdrawn=True))]


def _set_up(original: Session) -> list[Record]:
    """Give sectors, topics and people under ids of their own, as they were before anything happened."""
    sectors = {one.id: _anew(one) for one in original.sectors}
    people = {one.id: _anew(one) for one in original.participants}
    return [
        *sectors.values(),
        *(replace(_anew(one), skipped=False, granted_seconds=0) for one in original.topics),
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


def _new_id(known: Mapping[str, Record], old: str | None) -> str | None:
    found = known.get(old or "")
    return found.id if found else None


def _anew(one: R) -> R:
    return replace(one, id=new_id(), stamp="")
