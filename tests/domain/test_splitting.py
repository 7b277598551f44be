"""A new split of the minutes that are left, and the arithmetic of an evening that goes otherwise than planned."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roundtable.domain.agenda import Topic
from roundtable.domain.clock import MINUTE, State, TopicState, TopicTime, present, schedule
from roundtable.domain.contributions import Contribution
from roundtable.domain.records import Record
from roundtable.domain.session import Details, Session
from roundtable.domain.splitting import Way, proposal, split
from roundtable.domain.stamps import next_stamp
from roundtable.domain.visits import Visit

NINETEEN = datetime(2026, 11, 23, 19, tzinfo=UTC)
BRUSSELS = ZoneInfo("Europe/Brussels")
NAMES = "abcd"


def at(minutes: float) -> datetime:
    """Give the instant so many minutes after seven."""
    return NINETEEN + timedelta(minutes=minutes)


def visit(topic: str, begins: float, ends: float | None = None) -> Visit:
    """Give a visit between two minutes after seven."""
    return Visit(
        id=f"{topic}-{begins}", topic=topic, begins=at(begins), ends=None if ends is None else at(ends)
    )


def evening(*records: Record, start: datetime | None = NINETEEN) -> Session:
    """Give a session with four topics of a quarter, a to d, planned at seven."""
    topics = [Topic(id=name, title=name, order=name, planned_seconds=900) for name in NAMES]
    return Session("s").having([Details(id="s", start=start), *topics, *records])


def held(session: Session, *names: str) -> Session:
    """Give the session with some topics held."""
    return session.having(replace(session.topic(name), fixed=True) for name in names)


def after(session: Session, now: datetime, way: Way) -> Session:
    """Give the session after a new split."""
    granted = split(session, now, way)
    return session.having(
        replace(session.topic(name), granted_seconds=seconds) for name, seconds in granted.items()
    )


def allotted(session: Session) -> list[float]:
    """Give the minutes that each topic may take."""
    return [topic.allotted_seconds / MINUTE for topic in session.topics]


def still(session: Session, now: datetime) -> list[TopicTime]:
    """Give the topics that may still take time."""
    wanted = {TopicState.CURRENT, TopicState.WAITING}
    return [one for one in schedule(session, now).topics if one.state in wanted]


def test_what_was_planned_last_gives_first_each_down_to_a_minute() -> None:
    late = evening(visit("a", 0, 25), visit("b", 25))
    assert allotted(after(late, at(25), Way.LAST_FIRST)) == [15, 15, 15, 5]
    very_late = evening(visit("a", 0, 40), visit("b", 40))
    assert allotted(after(very_late, at(40), Way.LAST_FIRST)) == [15, 15, 4, 1]


def test_what_there_is_to_spare_the_very_last_topic_gets() -> None:
    early = evening(visit("a", 0, 10), visit("b", 10))
    assert allotted(after(early, at(10), Way.LAST_FIRST)) == [15, 15, 15, 20]
    assert allotted(after(early, at(10), Way.IN_PROPORTION)) == [15, 17, 17, 16]


@pytest.mark.parametrize("way", Way)
def test_a_topic_that_is_held_keeps_its_minutes(way: Way) -> None:
    late = held(evening(visit("a", 0, 24), visit("b", 24)), "d")
    shared = allotted(after(late, at(24), way))
    assert shared[3] == 15
    assert sum(shared[1:]) == 36
    assert "d" not in split(late, at(24), way)


@pytest.mark.parametrize("way", Way)
def test_a_current_topic_that_is_held_and_over_takes_no_more(way: Way) -> None:
    late = held(evening(visit("a", 0, 15), visit("b", 15)), "b")
    shared = after(late, at(35), way)
    assert allotted(shared)[1] == 15
    assert schedule(shared, at(35)).late_seconds == 0


def test_where_all_is_held_nothing_is_split() -> None:
    assert split(held(evening(visit("a", 0)), *NAMES), at(20)) == {}


def test_a_split_is_proposed_from_two_minutes_late_and_while_it_still_helps() -> None:
    session = evening(visit("a", 0))
    assert proposal(session, at(16.9)) == {}
    assert proposal(session, at(18)) == {"a": 19, "b": 14, "c": 14, "d": 13}
    assert proposal(session, at(70)) == {}
    assert proposal(evening(), at(10)) == {}
    assert proposal(held(session, *NAMES), at(18)) == {}
    assert proposal(after(session, at(18), Way.IN_PROPORTION), at(18)) == {}


def test_a_topic_that_was_not_planned_makes_the_table_late_by_its_minutes() -> None:
    session = evening(visit("a", 0))
    extra = Topic(id="x", title="x", order="ab", granted_seconds=600)
    before, with_it = schedule(session, at(5)), schedule(session.having([extra]), at(5))
    assert with_it.planned_end == before.planned_end
    assert with_it.late_seconds == before.late_seconds + 600
    shared = after(session.having([extra]), at(5), Way.IN_PROPORTION)
    assert schedule(shared, at(5)).late_seconds == 0
    gone = session.having([extra, visit("x", 5, 17), visit("a", 17)])
    assert schedule(gone, at(17)).late_seconds == 12 * MINUTE


def test_a_topic_that_was_left_at_once_for_one_after_it_is_done() -> None:
    assert schedule(evening(visit("a", 0, 0.1), visit("b", 0.1)), at(1)).topics[0].state is TopicState.DONE


def test_a_topic_that_was_only_touched_before_going_back_waits_as_before() -> None:
    touched = evening(visit("a", 0, 15), visit("c", 15, 15.2), visit("b", 15.2))
    times = schedule(touched, at(16))
    assert "".join(one.state[0] for one in times.topics) == "dcww"
    assert times.late_seconds == 0  # what it took goes off its own minutes
    stayed = evening(visit("a", 0, 15), visit("c", 15, 15.6), visit("b", 15.6))
    assert schedule(stayed, at(16)).topics[2].state is TopicState.DONE
    said = Contribution(id="said", text="yes", at=at(15.1), topic="c")
    assert schedule(touched.having([said]), at(16)).topics[2].state is TopicState.DONE


def test_the_last_topic_visited_is_done_however_short_it_was() -> None:
    session = evening(visit("a", 0, 15), visit("d", 15))
    closed = session.having([Details(id="s", start=NINETEEN, closed=at(15.1))])
    assert schedule(closed, at(20)).topics[3].state is TopicState.DONE


def test_where_this_clock_was_set_back_the_present_is_what_the_table_lived_through() -> None:
    # The line was kept at ten past; "19:40", typed in it by mistake, tells nothing of now.
    line = Contribution(id="said", at=at(40), topic="a", stamp=next_stamp(at(10), None))
    session = evening(visit("a", 0), line)
    assert present(session, at(12)) == at(12)
    assert present(session, at(-50)) == at(10)
    assert present(session, at(-24 * 60)) == at(-24 * 60)
    assert present(evening(), at(-50)) == at(-50)


@pytest.mark.parametrize(
    ("start", "hours"),
    [
        (datetime(2026, 10, 25, 1, 30, tzinfo=BRUSSELS), 2),  # the hour from two to three comes twice
        (datetime(2027, 3, 28, 1, 30, tzinfo=BRUSSELS), 0),  # and here not at all
        (datetime(2026, 11, 23, 23, 30, tzinfo=BRUSSELS), 1),
    ],
)
def test_nights_on_which_the_hour_changes_and_midnights_are_counted_by_what_went_by(
    start: datetime, hours: int
) -> None:
    begins = start.astimezone(UTC)
    session = evening(Visit(id="v", topic="a", begins=begins), start=start)
    times = schedule(session, (begins + timedelta(minutes=10)).astimezone(BRUSSELS))
    assert (times.left_seconds, times.late_seconds) == (5 * MINUTE, 0)
    assert times.ends_at - begins == timedelta(hours=1)
    shown = times.ends_at.astimezone(BRUSSELS).replace(tzinfo=None) - start.replace(tzinfo=None)
    assert shown == timedelta(hours={2: 1, 0: 2, 1: 1}[hours])


minutes = st.floats(0, 200, allow_nan=False).map(lambda value: round(value, 3))
visits = st.lists(
    st.tuples(st.sampled_from(NAMES), minutes, st.none() | minutes), min_size=1, max_size=8
).map(
    lambda found: [
        visit(topic, begins, None if long is None else begins + long) for topic, begins, long in found
    ]
)
some = st.sets(st.sampled_from(NAMES))


@given(visits, some, minutes, st.sampled_from(list(Way)))
def test_both_ways_add_up_to_what_is_left_whatever_the_order_the_pauses_and_what_is_held(
    found: list[Visit], fixed: set[str], now: float, way: Way
) -> None:
    session = held(evening(*found), *fixed)
    shared = after(session, at(now), way)
    granted = split(session, at(now), way)
    sharing = [one for one in still(shared, at(now)) if not one.topic.fixed]
    assert {one.topic.id for one in sharing} == set(granted)
    assert all(one.left_seconds >= MINUTE and one.planned_seconds % MINUTE == 0 for one in sharing)
    assert [topic for topic in shared.topics if topic.fixed] == [t for t in session.topics if t.fixed]
    times = schedule(shared, at(now))
    least = MINUTE * len(sharing)
    rest_held = sum(max(0, one.left_seconds) for one in still(session, at(now)) if one.topic.fixed)
    room = (times.planned_end - at(now)).total_seconds() - rest_held
    if granted and room >= least + MINUTE:
        assert -MINUTE <= times.late_seconds <= 0


@given(visits, minutes, st.sampled_from(list(Way)))
def test_a_second_split_at_the_same_moment_changes_nothing(found: list[Visit], now: float, way: Way) -> None:
    once = after(evening(*found), at(now), way)
    assert after(once, at(now), way) == once


@given(visits, minutes)
def test_what_was_planned_last_never_gives_less_than_what_comes_before_it(
    found: list[Visit], now: float
) -> None:
    session = evening(*found)
    before = {one.topic.id: max(1, -(-one.left_seconds // MINUTE)) for one in still(session, at(now))}
    shared = after(session, at(now), Way.LAST_FIRST)
    given = [
        (one.topic.id, before[one.topic.id] - -(-one.left_seconds // MINUTE))
        for one in still(shared, at(now))
    ]
    for place, (_name, minutes_given) in enumerate(given):
        if minutes_given > 0:
            assert all(one.left_seconds <= 2 * MINUTE for one in still(shared, at(now))[place + 1 :])


@given(visits, minutes, st.floats(0, 90, allow_nan=False))
def test_as_time_goes_by_nothing_that_was_spent_is_lost_and_only_one_clock_runs(
    found: list[Visit], now: float, more: float
) -> None:
    session = evening(*found)
    last = now + 400  # behind all that is in the journal
    earlier, later = schedule(session, at(last)), schedule(session, at(last + more))
    spent = [b.elapsed_seconds - a.elapsed_seconds for a, b in zip(earlier.topics, later.topics, strict=True)]
    assert all(seconds >= 0 for seconds in spent)
    assert sum(spent) <= more * MINUTE + len(spent)
    assert later.ends_at >= earlier.ends_at - timedelta(seconds=1)


@given(minutes, minutes, minutes)
def test_a_pause_moves_the_end_by_its_length(begun: float, ran: float, paused: float) -> None:
    session = evening(visit("b", begun, begun + ran))
    stops, goes_on = (
        schedule(session, at(begun + ran)),
        schedule(session.having([visit("b", begun + ran + paused)]), at(begun + ran + paused)),
    )
    assert stops.state is State.PAUSED
    assert abs((goes_on.ends_at - stops.ends_at).total_seconds() - paused * MINUTE) <= 1
    assert goes_on.topics[1].elapsed_seconds == stops.topics[1].elapsed_seconds


@given(minutes)
def test_a_planned_start_that_was_missed_is_lateness_from_then_on(missed: float) -> None:
    waiting = schedule(evening(), at(missed))
    begun = schedule(evening(visit("a", missed)), at(missed))
    assert waiting.late_seconds == begun.late_seconds
    assert abs(begun.late_seconds - missed * MINUTE) <= 1
    assert waiting.planned_end == begun.planned_end == at(60)
