"""Where the table is in time: elapsed, over or under, when it will end.

Everything is a difference of instants (UTC), so that a lid that was closed or a change of the hour is of no account.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from roundtable.domain.agenda import Topic
from roundtable.domain.session import Session
from roundtable.domain.stamps import instant_of

Interval = tuple[datetime, datetime]

SECOND = timedelta(seconds=1)
MINUTE = 60  # seconds
NOTHING = timedelta(0)
# A table that begins this long after its planned start was put off, and one that begins this long before it is a
# rehearsal or was brought forward: its plan moves with it.
PUT_OFF = timedelta(hours=12)
BROUGHT_FORWARD = timedelta(hours=1)
# A topic that was left sooner for one before it, and on which nothing was said, was only touched: somebody slipped.
TOUCHED = timedelta(seconds=30)
# A clock that is no further behind what the table lived through was set back; beyond that, one of them is wrong.
SET_BACK = timedelta(hours=12)


class State(StrEnum):
    """Where a session is."""

    PREPARED = "prepared"
    RUNNING = "running"
    PAUSED = "paused"
    CLOSED = "closed"


class TopicState(StrEnum):
    """Where a topic is; one that was visited and left is done, until it is visited again.

    One that was only touched waits as before.
    """

    WAITING = "waiting"
    CURRENT = "current"
    DONE = "done"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class TopicTime:
    """A topic, the seconds it may take as things stand, and those it took."""

    topic: Topic
    planned_seconds: int
    elapsed_seconds: int
    state: TopicState

    @property
    def left_seconds(self) -> int:
        """The seconds left, negative when it is over."""
        return self.planned_seconds - self.elapsed_seconds


@dataclass(frozen=True, slots=True)
class Schedule:
    """The time of a table at one moment.

    `current` is the topic of the newest visit, also while paused; none once the last one was skipped.
    `left_seconds` are those of the current topic (negative: over; 0 without one), `late_seconds` how much after
    `planned_end` the table will end (negative: before it).
    """

    state: State
    current: Topic | None
    topics: tuple[TopicTime, ...]
    left_seconds: int
    late_seconds: int
    ends_at: datetime
    planned_end: datetime


def schedule(session: Session, now: datetime) -> Schedule:
    """Tell where the table is at `now` (aware); once closed, where it was at that moment."""
    closed = session.details.closed
    at = (closed or now).astimezone(UTC)
    spent = spent_on(session, at)
    topics = tuple(
        TopicTime(
            topic,
            topic.allotted_seconds,
            spent.get(topic.id, NOTHING) // SECOND,
            _topic_state(session, topic, spent),
        )
        for topic in session.topics
    )
    begins, planned_begin = beginnings(session, at)
    planned_end = planned_begin + SECOND * sum(topic.planned_seconds or 0 for topic in session.topics)
    ends_at = at if closed else begins + sum((remaining(one, spent) for one in topics), NOTHING)
    on = next((one for one in topics if one.state is TopicState.CURRENT), None)
    return Schedule(
        state=_state(session),
        current=on.topic if on else None,
        topics=topics,
        left_seconds=on.left_seconds if on else 0,
        late_seconds=(ends_at - planned_end) // SECOND,
        ends_at=ends_at,
        planned_end=planned_end,
    )


def present(session: Session, now: datetime) -> datetime:
    """Give the present instant of a table that sits: `now`, unless it has been further already (a clock set back)."""
    if session.details.closed or not session.visits:
        return now
    # By the stamp of the last line, which tells when it was kept; when it was said, is often typed by hand.
    last = [instant_of(said.stamp) for said in session.contributions[-1:] if said.stamp]
    lived = [one for one in (session.visits[-1].begins, session.visits[-1].ends, *last) if one]
    newest = max(lived, default=now)
    return newest if now < newest <= now + SET_BACK else now


def _state(session: Session) -> State:
    if session.details.closed:
        return State.CLOSED
    if not session.visits:
        return State.PREPARED
    return State.PAUSED if session.visits[-1].ends else State.RUNNING


def beginnings(session: Session, at: datetime) -> tuple[datetime, datetime]:
    """Give the moment from which the remaining time counts, and that from which the plan counts."""
    planned = session.details.start
    first = next((visit.begins for visit in session.visits if visit.begins), None)
    began = first or at
    if planned is None or (began - planned > PUT_OFF) or (first and planned - first > BROUGHT_FORWARD):
        planned = began
    return (at if first else max(at, planned)), planned.astimezone(UTC)


def _topic_state(session: Session, topic: Topic, spent: Mapping[str, timedelta]) -> TopicState:
    newest = session.visits[-1] if session.visits else None
    is_newest = newest is not None and newest.topic == topic.id
    # The last topic, skipped, is left for no other.
    left = topic.skipped and newest is not None and newest.ends is not None
    if is_newest and not left and not session.details.closed:
        return TopicState.CURRENT
    if topic.skipped:
        return TopicState.SKIPPED
    if topic.id not in spent:
        return TopicState.WAITING
    places = session.positions
    went_back = newest is not None and places.get(newest.topic or "", 0) < places[topic.id]
    touched = went_back and spent[topic.id] < TOUCHED and not session.on_topic(topic.id)
    return TopicState.WAITING if touched else TopicState.DONE


def remaining(one: TopicTime, spent: Mapping[str, timedelta]) -> timedelta:
    """Give the time that a topic may still take; nothing once it is done or skipped."""
    if one.state not in {TopicState.CURRENT, TopicState.WAITING}:
        return NOTHING
    return max(NOTHING, one.planned_seconds * SECOND - spent.get(one.topic.id, NOTHING))


def stretches(session: Session, at: datetime) -> tuple[tuple[str, Interval], ...]:
    """Give the stretches of time up to `at` that were spent on topics (ids), disjoint, the newest first.

    Where visits overlap, the newest has the time; an open one that another followed ended there.
    """
    found: list[tuple[str, Interval]] = []
    covered: list[Interval] = []
    following: datetime | None = None
    for visit in reversed(session.visits):
        if visit.begins is None or visit.topic is None:
            continue
        begins = min(visit.begins, at)
        ends = max(begins, min(visit.ends or following or at, at))
        found += [(visit.topic, part) for part in _parts_beside((begins, ends), covered)]
        covered = _joined((begins, ends), covered)
        following = begins
    return tuple(found)


def spent_on(session: Session, at: datetime) -> dict[str, timedelta]:
    """Give the time spent on each topic that was visited."""
    spent = {visit.topic: NOTHING for visit in session.visits if visit.topic}
    for topic, (begins, ends) in stretches(session, at):
        spent[topic] += ends - begins
    return spent


def _parts_beside(one: Interval, covered: Sequence[Interval]) -> list[Interval]:
    """Give the parts of an interval that are not covered; those covered are disjoint and in order."""
    begins, ends = one
    parts: list[Interval] = []
    for first, last in covered:
        if first >= ends:
            break
        if begins < first:
            parts.append((begins, first))
        begins = max(begins, last)
    return [*parts, (begins, ends)] if begins < ends else parts


def _joined(one: Interval, covered: Sequence[Interval]) -> list[Interval]:
    """Add an interval that begins no later than those covered, which are disjoint and in order."""
    begins, ends = one
    apart = [(first, last) for first, last in covered if first > ends]
    touching = [last for first, last in covered if first <= ends]
    return [(begins, max([ends, *touching])), *apart]
