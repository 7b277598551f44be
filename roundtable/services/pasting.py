"""Many lines at once, out of a text or from paper: understood one after the other, kept in one act."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from roundtable.domain.capture import Draft, understand
from roundtable.domain.clock import present
from roundtable.domain.contributions import Contribution
from roundtable.domain.marks import time_before
from roundtable.domain.naming import Speaker
from roundtable.domain.records import Record, created
from roundtable.domain.session import Session
from roundtable.domain.text import clean
from roundtable.services.recording import Moment, carried, hear, said_before, table_of, topic_at
from roundtable.storage.journal import Journal

_BEHIND_ALL = "h"  # sorts behind the stamps that are made up here


@dataclass(frozen=True, slots=True)
class LineHeard:
    """A line of several, with what it is understood as, and when and at which topic it was said."""

    line: str
    draft: Draft
    moment: Moment


def heard_lines(
    session: Session, lines: Iterable[str], own: Sequence[str], now: datetime
) -> Iterator[LineHeard]:
    """Understand lines one after the other; `own` are ids of this writer's contributions, the newest first.

    A line without a name goes on with the speaker of the one before, and one without a time with its time: on paper
    a time stands only where a new one begins.
    """
    table = table_of(session)
    begun = Moment(now, topic_at(session, now))
    moment = begun
    carry, before = carried(session, own, begun.topic)
    for line in lines:
        clock, _spoken = time_before(clean(line))
        if clock:
            topic = moment.topic
            moment = said_before(session, clock, begun, now, None)
            if moment.topic != topic:
                carry = before = None
        draft = understand(line, table, carry, before)
        yield LineHeard(line, draft, moment)
        carry, before = _next(draft, carry, before)


def _next(
    draft: Draft, carry: Speaker | None, before: Speaker | None
) -> tuple[Speaker | None, Speaker | None]:
    """Give with whom the line behind this one goes on."""
    if draft.empty or draft.marks_only:
        return carry, before
    if not draft.placed:
        return None, None
    if draft.speaker and draft.speaker != carry:
        return draft.speaker, carry
    return carry, before


def record_lines(journal: Journal, uid: str, lines: Sequence[str]) -> int:
    """Keep lines in one act, and give how many contributions they made.

    They are heard in the order in which they were said, so that one of later can answer one of before,
    however they lie in the text.
    """
    count = 0

    def decide(session: Session) -> list[Record]:
        nonlocal count
        now = present(session, journal.now())
        heard = heard_lines(session, lines, journal.own(uid, Contribution.KIND), now)
        records: list[Record] = []
        for one in sorted(heard, key=lambda one: one.moment.at):
            fresh, *_ = hear(session, one.draft, replace(one.moment, stamp=_BEHIND_ALL))
            # Until they have stamps of their own, these keep them in the order in which they come.
            places = range(len(records), len(records) + len(fresh))
            session = session.having(replace(r, stamp=f"g{p:09}") for r, p in zip(fresh, places, strict=True))
            records += fresh
        count = sum(isinstance(one, Contribution) for one in records)
        return records

    journal.append(uid, lambda session: [created(one) for one in decide(session)])
    return count
