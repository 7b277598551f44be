"""Where the table is in time: elapsed, over or under, when it will end, and a new split of what is left.

Everything is a difference of instants (UTC), so that a lid that was closed or a change of the hour is of no account.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from roundtable.domain.agenda import Topic
from roundtable.domain.session import Session

Interval = tuple[datetime, datetime]

SECOND = timedelta(seconds=1)
MINUTE = 60  # seconds
NOTHING = timedelta(0)
# A table that begins this long after its planned start was put off, and one that begins this long before it is a
# rehearsal or was brought forward: its plan moves with it.
PUT_OFF = timedelta(hours=12)
BROUGHT_FORWARD = timedelta(hours=1)


class State(StrEnum):
    """Where a session is."""

    PREPARED = "prepared"
    RUNNING = "running"
    PAUSED = "paused"
    CLOSED = "closed"


class TopicState(StrEnum):
    """Where a topic is; one that was visited and left is done, until it is visited again."""

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
    spent = _spent(session, at)
    newest = None if closed else _newest(session)
    topics = tuple(_topic_time(topic, spent, newest) for topic in session.topics)
    begins, planned_begin = _beginnings(session, at)
    planned_end = planned_begin + SECOND * sum(topic.planned_seconds or 0 for topic in session.topics)
    ends_at = at if closed else begins + sum((_remaining(one, spent) for one in topics), NOTHING)
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


def split(session: Session, now: datetime) -> Mapping[str, int]:
    """Share the minutes that are left until the planned end among the current topic's rest and those that wait.

    Gives `granted_seconds` by topic id, in proportion to what each may still take: whole minutes, at least one for
    each, in sum what is left where that is enough. Empty once the session is closed.
    """
    times = schedule(session, now)
    open_topics = [one for one in times.topics if one.state in {TopicState.CURRENT, TopicState.WAITING}]
    if times.state is State.CLOSED or not open_topics:
        return {}
    at = now.astimezone(UTC)
    begins, _ = _beginnings(session, at)
    spent = _spent(session, at)
    taken = [spent.get(one.topic.id, NOTHING) for one in open_topics]
    # Minutes that were begun are gone: so all that is granted is whole, and a table on time stays as it is.
    gone = [-(-one // (MINUTE * SECOND)) for one in taken]
    minutes = (times.planned_end - begins + sum(taken, NOTHING)) // (MINUTE * SECOND) - sum(gone)
    weights = [
        max(0, one.planned_seconds - before * MINUTE) for one, before in zip(open_topics, gone, strict=True)
    ]
    return {
        one.topic.id: (before + share) * MINUTE - (one.topic.planned_seconds or 0)
        for one, before, share in zip(open_topics, gone, _shares(minutes, weights), strict=True)
    }


def _state(session: Session) -> State:
    if session.details.closed:
        return State.CLOSED
    if not session.visits:
        return State.PREPARED
    return State.PAUSED if session.visits[-1].ends else State.RUNNING


def _beginnings(session: Session, at: datetime) -> tuple[datetime, datetime]:
    """Give the moment from which the remaining time counts, and that from which the plan counts."""
    planned = session.details.start
    first = next((visit.begins for visit in session.visits if visit.begins), None)
    began = first or at
    if planned is None or (began - planned > PUT_OFF) or (first and planned - first > BROUGHT_FORWARD):
        planned = began
    return (at if first else max(at, planned)), planned.astimezone(UTC)


def _newest(session: Session) -> str | None:
    visit = session.visits[-1] if session.visits else None
    # The last topic, skipped, is left for no other.
    left = visit and visit.ends and session.current and session.current.skipped
    return visit.topic if visit and not left else None


def _topic_time(topic: Topic, spent: Mapping[str, timedelta], newest: str | None) -> TopicTime:
    if topic.id == newest:
        state = TopicState.CURRENT
    elif topic.skipped:
        state = TopicState.SKIPPED
    else:
        state = TopicState.DONE if topic.id in spent else TopicState.WAITING
    return TopicTime(topic, topic.allotted_seconds, spent.get(topic.id, NOTHING) // SECOND, state)


def _remaining(one: TopicTime, spent: Mapping[str, timedelta]) -> timedelta:
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


def _spent(session: Session, at: datetime) -> dict[str, timedelta]:
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


def _shares(minutes: int, weights: Sequence[int]) -> list[int]:
    """Share whole minutes in proportion to weights, at least one each; the largest fractions are rounded up."""
    if minutes <= len(weights):
        return [1] * len(weights)
    total = sum(weights)
    if not total:
        return _shares(minutes, [1] * len(weights))
    small = [weight * minutes < total for weight in weights]
    if any(small):
        rest = [weight for weight, is_small in zip(weights, small, strict=True) if not is_small]
        shared = iter(_shares(minutes - sum(small), rest))
        return [1 if is_small else next(shared) for is_small in small]
    shares = [weight * minutes // total for weight in weights]
    by_fraction = sorted(range(len(weights)), key=lambda place: (-(weights[place] * minutes % total), place))
    for place in by_fraction[: minutes - sum(shares)]:
        shares[place] += 1
    return shares
