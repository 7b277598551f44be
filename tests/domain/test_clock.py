"""Where a table is in time."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from roundtable.domain.agenda import Topic
from roundtable.domain.clock import MINUTE, Schedule, State, TopicState, schedule
from roundtable.domain.records import Record
from roundtable.domain.session import Details, Session
from roundtable.domain.splitting import split
from roundtable.domain.visits import Visit

NINETEEN = datetime(2026, 11, 23, 19, tzinfo=UTC)
QUARTER = 15 * MINUTE


def at(minutes: float) -> datetime:
    """Give the instant so many minutes after seven."""
    return NINETEEN + timedelta(minutes=minutes)


def visit(topic: str, begins: float, ends: float | None = None) -> Visit:
    """Give a visit between two minutes after seven."""
    return Visit(
        id=f"{topic}-{begins}", topic=topic, begins=at(begins), ends=None if ends is None else at(ends)
    )


def evening(*records: Record, start: datetime | None = NINETEEN, closed: datetime | None = None) -> Session:
    """Give a session with three topics of a quarter, a, b and c, planned at seven."""
    topics = [Topic(id=name, title=name, order=name, planned_seconds=QUARTER) for name in "abc"]
    return Session("s").having([Details(id="s", start=start, closed=closed), *topics, *records])


def states(times: Schedule) -> str:
    """Give the first letters of the topics' states."""
    return "".join(one.state[0] for one in times.topics)


def elapsed(times: Schedule) -> list[float]:
    """Give the minutes taken by each topic."""
    return [one.elapsed_seconds / MINUTE for one in times.topics]


def test_before_the_beginning_the_plan_stands() -> None:
    times = schedule(evening(), at(-30))
    assert (times.state, times.current, states(times)) == (State.PREPARED, None, "www")
    assert times.planned_end == times.ends_at == at(45)
    assert times.late_seconds == 0


def test_a_table_that_has_not_begun_is_late_as_soon_as_it_should_have() -> None:
    assert schedule(evening(), at(4)).late_seconds == 4 * MINUTE


def test_without_a_planned_start_the_plan_counts_from_now_then_from_the_first_visit() -> None:
    assert schedule(evening(start=None), at(4)).planned_end == at(49)
    begun = schedule(evening(visit("a", 10), start=None), at(12))
    assert (begun.planned_end, begun.late_seconds) == (at(55), 0)


def test_a_rehearsal_on_another_day_is_not_days_late_or_early() -> None:
    for days in (-7, 7):
        session = evening(visit("a", 0), start=NINETEEN + timedelta(days=days))
        assert schedule(session, at(5)).late_seconds == 0
    assert schedule(evening(start=NINETEEN - timedelta(days=7)), at(0)).late_seconds == 0


def test_a_table_brought_forward_by_hours_is_not_hours_early_and_one_that_waits_is_late() -> None:
    morning = evening(visit("a", 0), start=NINETEEN + timedelta(hours=9))
    assert schedule(morning, at(5)).late_seconds == 0
    early = evening(visit("a", 0), start=NINETEEN + timedelta(minutes=20))
    assert schedule(early, at(5)).late_seconds == -20 * MINUTE
    waited = evening(visit("a", 0), start=NINETEEN - timedelta(hours=2))
    assert schedule(waited, at(5)).late_seconds == 120 * MINUTE


def test_the_current_topic_has_minutes_left_and_then_is_over() -> None:
    session = evening(visit("a", 0, 17), visit("b", 17))
    times = schedule(session, at(26))
    assert times.current is not None
    assert times.current.id == "b"
    assert (times.state, states(times), elapsed(times)) == (State.RUNNING, "dcw", [17, 9, 0])
    assert (times.left_seconds, times.late_seconds, times.ends_at) == (6 * MINUTE, 2 * MINUTE, at(47))
    over = schedule(session, at(35))
    assert (over.left_seconds, over.late_seconds) == (-3 * MINUTE, 5 * MINUTE)


def test_a_table_that_goes_fast_is_early() -> None:
    assert schedule(evening(visit("a", 0, 5), visit("b", 5)), at(6)).late_seconds == -10 * MINUTE


def test_a_pause_keeps_the_topic_and_moves_the_end() -> None:
    session = evening(visit("a", 0, 5))
    for minute in (5, 9, 30):
        times = schedule(session, at(minute))
        assert times.current is not None
        assert (times.state, times.current.id, times.left_seconds) == (State.PAUSED, "a", 10 * MINUTE)
        assert times.late_seconds == (minute - 5) * MINUTE


def test_topics_may_come_in_any_order_be_skipped_and_be_taken_up_again() -> None:
    skipped = Topic(id="b", title="b", order="b", planned_seconds=QUARTER, skipped=True)
    out_of_order = evening(skipped, visit("c", 0, 10), visit("a", 10))
    assert states(schedule(out_of_order, at(12))) == "csd"
    again = out_of_order.having([visit("a", 10, 20), visit("c", 20)])
    times = schedule(again, at(22))
    assert (states(times), elapsed(times), times.left_seconds) == ("dsc", [10, 0, 12], 3 * MINUTE)
    assert times.ends_at == at(25)
    reopened = schedule(again.having([visit("c", 20, 22), visit("b", 22)]), at(23))
    assert states(reopened) == "dcd"


def test_minutes_that_were_granted_move_the_end_and_not_the_plan() -> None:
    longer = Topic(id="a", title="a", order="a", planned_seconds=QUARTER, granted_seconds=5 * MINUTE)
    times = schedule(evening(longer, visit("a", 0)), at(3))
    assert (times.left_seconds, times.late_seconds, times.planned_end) == (17 * MINUTE, 5 * MINUTE, at(45))


def test_a_closed_table_stands_still_at_its_closing() -> None:
    times = schedule(evening(visit("a", 0, 15), visit("b", 15), closed=at(40)), at(500))
    assert (times.state, times.current, states(times)) == (State.CLOSED, None, "ddw")
    assert (elapsed(times), times.ends_at, times.late_seconds) == ([15, 25, 0], at(40), -5 * MINUTE)


def test_only_the_newest_visit_can_be_open_and_an_older_one_ends_where_the_next_begins() -> None:
    times = schedule(evening(visit("a", 0), visit("b", 10)), at(30))
    assert elapsed(times) == [10, 20, 0]
    paused = schedule(evening(visit("a", 0), visit("b", 10, 12)), at(30))
    assert (paused.state, elapsed(paused)) == (State.PAUSED, [10, 2, 0])


def test_where_visits_overlap_the_newest_has_the_time() -> None:
    times = schedule(evening(visit("a", 0, 30), visit("b", 10, 20), visit("c", 15, 18)), at(40))
    assert elapsed(times) == [20, 7, 3]


def test_a_visit_of_a_clock_that_runs_ahead_counts_nothing_yet() -> None:
    assert elapsed(schedule(evening(visit("a", 0, 10), visit("b", 20)), at(15))) == [10, 0, 0]


def test_a_topic_that_was_withdrawn_is_not_current() -> None:
    times = schedule(evening(visit("gone", 0)), at(5))
    assert (times.state, times.current, times.left_seconds) == (State.RUNNING, None, 0)


def test_midnight_and_the_end_of_summer_time_are_of_no_account() -> None:
    brussels = ZoneInfo("Europe/Brussels")
    start = datetime(2026, 10, 25, 1, 30, tzinfo=brussels)
    begins = datetime(2026, 10, 24, 23, 50, tzinfo=UTC)
    session = evening(Visit(id="v", topic="a", begins=begins), start=start)
    times = schedule(session, datetime(2026, 10, 25, 2, 5, tzinfo=brussels, fold=1))
    assert times.topics[0].elapsed_seconds == 75 * MINUTE
    assert times.planned_end == datetime(2026, 10, 25, 0, 15, tzinfo=UTC)
    assert times.planned_end.tzinfo is UTC
    assert times.ends_at == datetime(2026, 10, 25, 1, 35, tzinfo=UTC)


def test_a_split_shares_what_is_left_in_proportion() -> None:
    session = evening(visit("a", 0, 25), visit("b", 25))
    # 20 minutes are left for 15 of b and 15 of c.
    assert split(session, at(25)) == {"b": -5 * MINUTE, "c": -5 * MINUTE}
    # Of 12 minutes the current topic had 8; 12 are left for its 7 and for 15.
    assert split(session, at(33)) == {"b": -3 * MINUTE, "c": -7 * MINUTE}


def test_a_split_leaves_a_minute_to_each_when_nothing_is_left() -> None:
    session = evening(visit("a", 0, 40), visit("b", 40))
    assert split(session, at(70.5)) == {"b": 17 * MINUTE, "c": -14 * MINUTE}


def test_nothing_is_split_once_the_table_is_closed_or_when_nothing_waits() -> None:
    assert split(evening(visit("a", 0), closed=at(20)), at(21)) == {}
    assert split(Session("s"), at(0)) == {}


def test_topics_without_minutes_get_their_share_too() -> None:
    bare = [Topic(id=name, title=name, order=name) for name in "bc"]
    assert split(evening(*bare, visit("a", 0)), at(0)) == {"a": -2 * MINUTE, "b": MINUTE, "c": MINUTE}


minutes = st.floats(0, 300, allow_nan=False).map(lambda value: round(value, 3))
visits = st.lists(st.tuples(st.sampled_from("abc"), minutes, st.none() | minutes), max_size=8)


def visited(found: list[tuple[str, float, float | None]]) -> list[Visit]:
    """Give visits of these topics, beginnings and lengths."""
    return [
        Visit(
            id=f"v{place}", topic=topic, begins=at(begins), ends=None if long is None else at(begins + long)
        )
        for place, (topic, begins, long) in enumerate(found)
    ]


@given(visits, minutes)
def test_what_was_spent_is_never_more_than_what_went_by(
    found: list[tuple[str, float, float | None]], now: float
) -> None:
    times = schedule(evening(*visited(found)), at(now))
    begun = [begins for _, begins, _ in found if begins < now]
    spent = sum(one.elapsed_seconds for one in times.topics)
    assert all(one.elapsed_seconds >= 0 for one in times.topics)
    assert spent <= (now - min(begun)) * MINUTE + 1 if begun else spent == 0


@given(visits, minutes)
def test_an_evening_is_the_same_in_whatever_zone_the_clock_is_read(
    found: list[tuple[str, float, float | None]], now: float
) -> None:
    session = evening(*visited(found))
    there = at(now).astimezone(ZoneInfo("Pacific/Auckland"))
    assert schedule(session, there) == schedule(session, at(now))
    assert split(session, there) == split(session, at(now))


@given(visits, minutes)
def test_late_is_the_end_against_the_plan(found: list[tuple[str, float, float | None]], now: float) -> None:
    times = schedule(evening(*visited(found)), at(now))
    assert times.late_seconds == (times.ends_at - times.planned_end) // timedelta(seconds=1)
    assert times.ends_at >= at(now)


@given(visits, minutes)
def test_a_split_brings_the_end_to_the_plan_as_near_as_whole_minutes_allow(
    found: list[tuple[str, float, float | None]], now: float
) -> None:
    session = evening(*visited(found))
    before = schedule(session, at(now))
    shared = split(session, at(now))
    again = session.having(
        Topic(
            id=topic.id,
            title="",
            order=topic.order,
            planned_seconds=QUARTER,
            granted_seconds=shared[topic.id],
        )
        for topic in session.topics
        if topic.id in shared
    )
    after = schedule(again, at(now))
    assert set(shared) == {
        one.topic.id for one in before.topics if one.state in {TopicState.CURRENT, TopicState.WAITING}
    }
    for one in after.topics:
        if one.topic.id in shared:
            assert one.planned_seconds % MINUTE == 0
            assert one.left_seconds >= MINUTE
    enough = before.planned_end - at(now) >= timedelta(minutes=len(shared) + 1)
    if shared and enough:
        assert -MINUTE <= after.late_seconds <= 0


@given(minutes)
def test_a_split_of_a_table_that_is_on_time_changes_nothing(now: float) -> None:
    on = int(now // 15)
    if on < 3:
        before = [visit("abc"[place], place * 15, place * 15 + 15) for place in range(on)]
        session = evening(*before, visit("abc"[on], on * 15))
        left = 15 - now % 15
        if left > 1:
            assert set(split(session, at(now)).values()) == {0}
