"""The moderator's moves, by one and by two at once."""

import pytest

from roundtable.domain.clock import TopicState, schedule
from roundtable.domain.splitting import Way
from roundtable.errors import NothingToSplit, NoTopicAfter, TopicUntitled
from roundtable.services import facilitation
from roundtable.storage.journal import Journal
from tests.services.tables import Clock, Table


def here(table: Table) -> str | None:
    """Give the title of the topic that the table is at."""
    return table.session.current.title if table.session.current else None


def test_two_who_press_next_at_once_make_one_step(table: Table, other: Table) -> None:
    facilitation.go(table.journal, table.uid, "1")
    seen = table.session.current
    assert seen
    assert facilitation.step(table.journal, table.uid, 1, seen.id).moved
    assert not facilitation.step(other.journal, table.uid, 1, seen.id).moved
    assert here(table) == here(other) == "Trust"


def test_two_who_skip_at_once_skip_one_topic(table: Table, other: Table) -> None:
    facilitation.go(table.journal, table.uid, "1")
    seen = table.session.current
    assert seen
    assert facilitation.skip(table.journal, table.uid, seen.id).moved
    assert not facilitation.skip(other.journal, table.uid, seen.id).moved
    assert [topic.title for topic in table.session.topics if topic.skipped] == ["Work"]


def test_going_where_the_table_is_changes_nothing(table: Table) -> None:
    facilitation.go(table.journal, table.uid, "1")
    assert not facilitation.go(table.journal, table.uid, "work").moved
    assert len(table.session.visits) == 1


def test_a_pause_stops_the_clock_of_the_topic(table: Table, clock: Clock) -> None:
    facilitation.go(table.journal, table.uid, "1")
    clock.on(minutes=5)
    facilitation.pause(table.journal, table.uid)
    clock.on(minutes=30)
    facilitation.resume(table.journal, table.uid)
    clock.on(minutes=1)
    times = schedule(table.session, clock())
    assert times.topics[1].elapsed_seconds == 360
    assert len(table.session.visits) == 2


def test_what_was_skipped_is_passed_over_and_can_be_taken_up(table: Table) -> None:
    facilitation.go(table.journal, table.uid, "1")
    facilitation.skip(table.journal, table.uid)
    assert here(table) == "Trust"
    facilitation.step(table.journal, table.uid, -1)
    assert here(table) == "Welcome"
    facilitation.go(table.journal, table.uid, "1")
    assert not table.session.topics[1].skipped


def test_skipping_the_last_topic_only_leaves_it(table: Table) -> None:
    facilitation.go(table.journal, table.uid, "conclusion")
    facilitation.skip(table.journal, table.uid)
    assert all(visit.ends for visit in table.session.visits)
    times = schedule(table.session, table.clock())
    assert times.current is None
    assert times.topics[-1].state is TopicState.SKIPPED
    with pytest.raises(NoTopicAfter):
        facilitation.step(table.journal, table.uid)


def test_going_to_a_topic_opens_a_closed_table_again(table: Table) -> None:
    facilitation.go(table.journal, table.uid, "1")
    facilitation.close(table.journal, table.uid)
    with pytest.raises(NothingToSplit):
        facilitation.split_rest(table.journal, table.uid)
    facilitation.go(table.journal, table.uid, "1")
    assert table.session.details.closed is None
    assert here(table) == "Work"


def test_a_move_is_taken_back_whole(table: Table) -> None:
    facilitation.go(table.journal, table.uid, "1")
    facilitation.skip(table.journal, table.uid)
    table.journal.undo(table.uid)
    assert here(table) == "Work"
    assert not table.session.topics[1].skipped
    assert [visit.ends for visit in table.session.visits] == [None]


@pytest.mark.parametrize(
    ("minutes", "allotted"), [(5, 20), (-5, 10), (-99, 0), (10**13, 24 * 60), (10**30, 24 * 60)]
)
def test_a_topic_has_no_less_than_nothing_and_no_more_than_a_day(
    table: Table, minutes: int, allotted: int
) -> None:
    facilitation.go(table.journal, table.uid, "1")
    facilitation.more(table.journal, table.uid, minutes)
    assert schedule(table.session, table.clock()).topics[1].planned_seconds == 60 * allotted
    assert table.journal.check() == []


def allotted(table: Table) -> list[int]:
    """Give the minutes that each topic may take."""
    return [topic.allotted_seconds // 60 for topic in table.session.topics]


def test_a_split_in_either_way_is_one_action_and_leaves_what_is_held(table: Table) -> None:
    facilitation.go(table.journal, table.uid, "1")
    facilitation.hold(table.journal, table.uid, "conclusion")
    facilitation.more(table.journal, table.uid, 12)
    facilitation.split_rest(table.journal, table.uid, Way.LAST_FIRST)
    assert allotted(table) == [10, 27, 8, 10]
    facilitation.split_rest(table.journal, table.uid)
    assert allotted(table) == [10, 27, 8, 10]
    table.journal.undo(table.uid)
    assert allotted(table) == [10, 27, 20, 10]
    assert table.session.topics[3].fixed


def test_a_topic_is_held_and_let_go(table: Table) -> None:
    def held() -> bool:
        return table.session.topic("trust").fixed

    facilitation.hold(table.journal, table.uid, "trust")
    assert held()
    assert not facilitation.hold(table.journal, table.uid, "trust", fixed=True).moved
    facilitation.hold(table.journal, table.uid, "trust")
    assert not held()


def test_an_unplanned_topic_comes_next_is_gone_to_and_taken_back(table: Table) -> None:
    facilitation.go(table.journal, table.uid, "1")
    added = facilitation.add_topic(table.journal, table.uid, "  Pay\n ", 7).topic
    assert (added.title, added.planned_seconds, added.granted_seconds) == ("Pay", None, 420)
    assert [topic.title for topic in table.session.topics] == [
        "Welcome",
        "Work",
        "Pay",
        "Trust",
        "Conclusion",
    ]
    facilitation.step(table.journal, table.uid)
    assert here(table) == "Pay"
    table.journal.undo(table.uid)
    table.journal.undo(table.uid)
    assert "Pay" not in [topic.title for topic in table.session.topics]
    with pytest.raises(TopicUntitled):
        facilitation.add_topic(table.journal, table.uid, " \n", 7)


def test_two_who_add_a_topic_at_the_same_place_both_keep_theirs(table: Table, other: Table) -> None:
    facilitation.add_topic(table.journal, table.uid, "Pay", 7)
    facilitation.add_topic(other.journal, table.uid, "Room", 7)
    assert sorted(topic.title for topic in table.session.topics[3:5]) == ["Pay", "Room"]
    assert table.session.topics[-1].title == "Conclusion"


def test_moves_after_the_clock_was_set_back_lose_no_minute_and_are_the_newest(
    table: Table, clock: Clock
) -> None:
    facilitation.go(table.journal, table.uid, "1")
    clock.on(minutes=9)
    table.record("els: yes")
    clock.on(minutes=-60)
    facilitation.step(table.journal, table.uid)
    assert here(table) == "Trust"
    times = schedule(table.session, table.session.visits[-1].begins or clock())
    assert times.topics[1].elapsed_seconds == 541
    facilitation.pause(table.journal, table.uid)
    assert all(visit.begins and visit.ends and visit.begins <= visit.ends for visit in table.session.visits)
    facilitation.close(table.journal, table.uid)
    assert table.session.details.closed == table.session.visits[-1].ends


def test_the_clock_goes_on_over_a_crash(table: Table, clock: Clock) -> None:
    facilitation.go(table.journal, table.uid, "1")
    clock.on(minutes=4)
    table.journal.close()
    clock.on(minutes=3)
    again = Journal.open(table.journal.path, clock, "again")
    assert schedule(again.session(table.uid), clock()).left_seconds == 8 * 60
    again.close()


def test_a_line_after_the_clock_was_set_back_stands_behind_those_before(table: Table, clock: Clock) -> None:
    facilitation.go(table.journal, table.uid, "1")
    clock.on(minutes=9)
    table.record("els: first")
    clock.on(minutes=-60)
    table.record("els: second")
    assert [said.text for said in table.said] == ["first", "second"]
    assert table.title(table.said[1]) == "Work"
