"""The moderator's moves: topics, pauses, minutes, the end."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from roundtable.domain.agenda import Topic
from roundtable.domain.changes import Edit
from roundtable.domain.clock import present
from roundtable.domain.records import changed, created, order_between
from roundtable.domain.session import Session
from roundtable.domain.splitting import Way, split
from roundtable.domain.stamps import new_id
from roundtable.domain.text import clean
from roundtable.domain.visits import Visit
from roundtable.errors import (
    NotBegun,
    NothingToSplit,
    NoTopicAfter,
    NoTopicBefore,
    TableClosed,
    TopicUntitled,
)
from roundtable.services.floor import all_over
from roundtable.storage.journal import Journal

_DAY = 24 * 60 * 60  # seconds


@dataclass(frozen=True, slots=True)
class Moved:
    """The session after a move; `moved` is false where somebody else had made the step already."""

    session: Session
    moved: bool = True


def go(journal: Journal, uid: str, topic: str) -> Moved:
    """Go to a topic (number or beginning of its title); the clock starts. Raises NoSuchTopic, SeveralTopics."""
    return _append(
        journal, uid, lambda session: _enter(session, session.topic(topic), present(session, journal.now()))
    )


def step(journal: Journal, uid: str, by: int = 1, seen: str | None = "") -> Moved:
    """Go to the next topic (`by` 1) or the previous one (-1), passing over those skipped.

    `seen` is the id of the topic that whoever pressed the key saw (None: none yet); where the table is no longer
    there, nothing happens. Left out, the step is taken from wherever the table is.
    Raises NoTopicAfter, NoTopicBefore, TableClosed.
    """

    def decide(session: Session) -> list[Edit]:
        here = session.current.id if session.current else None
        if seen not in {"", here}:
            return []
        _need_open(session)
        return _enter(session, _neighbour(session, by), present(session, journal.now()))

    return _append(journal, uid, decide)


def _neighbour(session: Session, by: int) -> Topic:
    places = session.positions
    here = places[session.current.id] if session.current else 0
    ahead = session.topics[here:] if by > 0 else session.topics[: max(0, here - 1)][::-1]
    for topic in ahead:
        if not topic.skipped:
            return topic
    if by > 0:
        raise NoTopicAfter(title=session.current.title if session.current else "")
    raise NoTopicBefore(title=session.current.title if session.current else "")


def skip(journal: Journal, uid: str, seen: str | None = "") -> Moved:
    """Leave the topic as skipped and go on to the next; the last one is only left. Raises NotBegun, TableClosed.

    `seen` is the id of the topic that whoever pressed the key saw, as for `step`.
    """

    def decide(session: Session) -> list[Edit]:
        topic = _here(session)
        if seen not in {"", topic.id}:
            return []
        _need_open(session)
        marked = changed(topic, replace(topic, skipped=True))
        rest = [one for one in session.topics[session.positions[topic.id] :] if not one.skipped]
        now = present(session, journal.now())
        moves = _enter(session, rest[0], now) if rest else _leave(session, now)
        return [marked, *moves]

    return _append(journal, uid, decide)


def pause(journal: Journal, uid: str) -> Moved:
    """Stop the clock; the end moves. Raises NotBegun."""

    def decide(session: Session) -> list[Edit]:
        _here(session)
        return _leave(session, present(session, journal.now()))

    return _append(journal, uid, decide)


def resume(journal: Journal, uid: str) -> Moved:
    """Let the clock run on at the topic where it stopped. Raises NotBegun, TableClosed."""

    def decide(session: Session) -> list[Edit]:
        topic = _here(session)
        _need_open(session)
        return [] if _open(session) else _enter(session, topic, present(session, journal.now()))

    return _append(journal, uid, decide)


def more(journal: Journal, uid: str, minutes: int) -> Moved:
    """Give the topic more minutes, or with a negative number fewer; it never has less than none or more than a day.

    Raises NotBegun.
    """

    def decide(session: Session) -> list[Edit]:
        topic = _here(session)
        planned = topic.planned_seconds or 0
        allotted = min(max(0, planned + topic.granted_seconds + 60 * minutes), max(planned, _DAY))
        return [changed(topic, replace(topic, granted_seconds=allotted - planned))]

    return _append(journal, uid, decide)


def split_rest(journal: Journal, uid: str, way: Way = Way.IN_PROPORTION) -> Moved:
    """Split the minutes that are left anew over the topics that are left. Raises NotBegun, NothingToSplit."""

    def decide(session: Session) -> list[Edit]:
        _here(session)
        granted = split(session, present(session, journal.now()), way)
        if not granted:
            raise NothingToSplit
        return [
            changed(topic, replace(topic, granted_seconds=granted[topic.id]))
            for topic in session.topics
            if topic.id in granted and granted[topic.id] != topic.granted_seconds
        ]

    return _append(journal, uid, decide)


def hold(journal: Journal, uid: str, topic: str, *, fixed: bool | None = None) -> Moved:
    """Hold a topic's minutes (its id, number or a beginning of its title), so that no new split takes or gives any.

    With `fixed` false they are let go; left out, the one becomes the other. Raises NoSuchTopic, SeveralTopics.
    """

    def decide(session: Session) -> list[Edit]:
        found = session.topic(topic)
        wanted = not found.fixed if fixed is None else fixed
        return [changed(found, replace(found, fixed=wanted))]

    return _append(journal, uid, decide)


@dataclass(frozen=True, slots=True)
class Added:
    """The session with a topic that was not planned."""

    session: Session
    topic: Topic


def add_topic(journal: Journal, uid: str, title: str, minutes: int) -> Added:
    """Add a topic that was not planned, behind the one that the table is at; before the beginning, at the end.

    The end never goes before a conclusion. Its minutes are granted and not planned, so that the table is the later
    for it. Raises TopicUntitled.
    """
    key = new_id()

    def decide(session: Session) -> list[Edit]:
        if not clean(title):
            raise TopicUntitled
        seconds = min(max(0, 60 * minutes), _DAY)
        order = _order_behind(session)
        return [created(Topic(id=key, title=clean(title), granted_seconds=seconds, order=order))]

    after = journal.append(uid, decide).session
    return Added(after, after.of(Topic)[key])


def _order_behind(session: Session) -> str:
    """Give the order of a topic that comes next."""
    topics = session.topics
    place = session.positions[session.current.id] if session.current else len(topics)
    while session.current is None and place and topics[place - 1].conclusion:
        place -= 1
    before = topics[place - 1].order if place else ""
    return order_between(before, topics[place].order if place < len(topics) else "")


def close(journal: Journal, uid: str) -> Moved:
    """End the evening; what was recorded stays open to correction."""

    def decide(session: Session) -> list[Edit]:
        if session.details.closed:
            return []
        now = present(session, journal.now())
        over = [*_leave(session, now), *all_over(session, now)]
        return [*over, changed(session.details, replace(session.details, closed=now))]

    return _append(journal, uid, decide)


def reopen(journal: Journal, uid: str) -> Moved:
    """Take back the end; the table pauses until the clock is let run on."""

    def decide(session: Session) -> list[Edit]:
        if not session.details.closed:
            return []
        return [changed(session.details, replace(session.details, closed=None))]

    return _append(journal, uid, decide)


def _append(journal: Journal, uid: str, decide: Callable[[Session], Sequence[Edit]]) -> Moved:
    appended = journal.append(uid, decide)
    return Moved(appended.session, bool(appended.changes))


def _here(session: Session) -> Topic:
    if session.current is None:
        raise NotBegun(session=session.details.slug)
    return session.current


def _need_open(session: Session) -> None:
    if session.details.closed:
        raise TableClosed(session=session.details.slug)


def _open(session: Session) -> list[Visit]:
    return [visit for visit in session.visits if visit.ends is None]


def _leave(session: Session, now: datetime) -> list[Edit]:
    return [changed(visit, replace(visit, ends=now)) for visit in _open(session)]


def _enter(session: Session, topic: Topic, now: datetime) -> list[Edit]:
    running = _open(session)
    if running and running[-1].topic == topic.id and not session.details.closed:
        return []
    edits = _leave(session, now)
    if topic.skipped:
        edits.append(changed(topic, replace(topic, skipped=False)))
    if session.details.closed:
        edits.append(changed(session.details, replace(session.details, closed=None)))
    return [*edits, created(Visit(id=new_id(), topic=topic.id, begins=now))]
