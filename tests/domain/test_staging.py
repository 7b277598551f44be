"""What the stage shows of what was said, and for how long."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from roundtable.domain.agenda import Topic
from roundtable.domain.contributions import Contribution, Takeaway
from roundtable.domain.records import Record
from roundtable.domain.session import Details, Session
from roundtable.domain.staging import A_MOMENT, on_stage
from roundtable.domain.visits import Visit

NINE = datetime(2026, 11, 23, 21, tzinfo=UTC)
SAID = Contribution(id="c", text="Trust first", topic="one")
TAKEN = Takeaway(id="t", text="Trust first")


def visit(topic: str, begins: int, ends: int | None = None) -> Visit:
    """Give a visit from one second after nine to another."""
    over = None if ends is None else NINE + timedelta(seconds=ends)
    return Visit(id=f"{topic}{begins}", topic=topic, begins=NINE + timedelta(seconds=begins), ends=over)


def table(shown: str | None, *more: Record) -> Session:
    """Give a table at its first topic since a minute before nine, that shows something since nine."""
    details = Details(id="s", on_stage=shown, on_stage_since=NINE if shown else None)
    topics = [Topic(id="one", order="a"), Topic(id="two", order="b")]
    return Session("s").having([details, *topics, SAID, TAKEN, visit("one", -60), *more])


@pytest.mark.parametrize(("seconds", "there"), [(0, True), (89, True), (90, False), (3600, False)])
def test_a_contribution_is_shown_for_a_moment(seconds: int, *, there: bool) -> None:
    assert timedelta(seconds=90) == A_MOMENT
    assert (on_stage(table("c"), NINE + timedelta(seconds=seconds)) == SAID) is there


def test_a_takeaway_is_shown_until_it_is_hidden() -> None:
    later = NINE + timedelta(hours=1)
    assert on_stage(table("t"), later) == TAKEN
    assert on_stage(table("t", visit("two", 30)), later) == TAKEN
    assert on_stage(table(None), later) is None
    assert on_stage(table("unknown"), later) is None


@pytest.mark.parametrize(
    "gone",
    [
        replace(SAID, withdrawn=True),
        replace(SAID, parked=True),
        visit("two", 30),
        Details(id="s", on_stage="c", on_stage_since=NINE, closed=NINE),
    ],
    ids=["withdrawn", "parked", "next topic", "closed"],
)
def test_it_disappears_at_once(gone: Record) -> None:
    assert on_stage(table("c", gone), NINE + timedelta(seconds=31)) is None


def test_a_takeaway_that_was_dropped_disappears() -> None:
    assert on_stage(table("t", replace(TAKEN, withdrawn=True)), NINE) is None


def test_a_pause_and_its_end_hide_nothing() -> None:
    paused = table("c", visit("one", -60, 10))
    assert on_stage(paused, NINE + timedelta(seconds=20)) == SAID
    assert on_stage(paused.having([visit("one", 15)]), NINE + timedelta(seconds=20)) == SAID


def test_before_the_first_topic_something_may_be_shown_too() -> None:
    details = Details(id="s", on_stage="c", on_stage_since=NINE)
    assert on_stage(Session("s").having([details, SAID]), NINE) == SAID


def test_a_line_of_which_it_is_not_clear_who_spoke_is_not_shown_with_the_name_in_it() -> None:
    unclear = replace(SAID, text="Zoe Dupont: we are short of staff", placed=False)
    assert on_stage(table("c", unclear), NINE) is None
