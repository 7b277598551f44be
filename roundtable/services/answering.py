"""An answer to what was said: a line like any other, about a contribution that somebody chose."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from roundtable.domain.changes import Edit
from roundtable.domain.clock import present
from roundtable.domain.contributions import Contribution, Support
from roundtable.domain.records import Record, created
from roundtable.domain.session import Session
from roundtable.errors import NothingSaid
from roundtable.services.recording import Moment, carried, hear, table_of, topic_at
from roundtable.storage.journal import Journal


def answer(journal: Journal, uid: str, number: str, line: str, *, at: datetime | None = None) -> Session:
    """Keep a line as an answer to a contribution (by number or id), whether or not it takes a stance.

    Marks alone (`+ ret, npo`) are put on it. The line belongs to the topic that the table is at.
    Raises NoSuchContribution, NothingSaid.
    """
    from roundtable.domain.capture import understand  # the first frame of a screen needs none of the grammar

    def decide(session: Session) -> list[Edit]:
        answered = session.contribution(number)
        begun = at or present(session, journal.now())
        moment = Moment(begun, topic_at(session, begun) or answered.topic)
        own = journal.own(uid, Contribution.KIND)
        draft = understand(line, table_of(session), *carried(session, own, moment.topic))
        if draft.empty:
            raise NothingSaid
        records, _said, _marked = hear(session, draft, moment, answered.id)
        return [created(one) for one in _about(records, answered)]

    return journal.append(uid, decide).session


def _about(records: Sequence[Record], answered: Contribution) -> list[Record]:
    """Let what a line adds be about a contribution, wherever in the evening that was said."""
    marks_only = not any(isinstance(one, Contribution) for one in records)
    about: list[Record] = []
    for one in records:
        if isinstance(one, Contribution):
            about.append(replace(one, answers=answered.id))
        elif isinstance(one, Support) and marks_only:
            about.append(replace(one, on=answered.id))
        else:
            about.append(one)
    return about
