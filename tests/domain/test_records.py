"""Records are spelled as fields and read back; whatever a journal holds, a record can be read."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roundtable.domain.agenda import Topic
from roundtable.domain.changes import Change, Edit, Value, fold
from roundtable.domain.contributions import Contribution, Kind, Stance, Support, Voice, Vote
from roundtable.domain.records import (
    Record,
    changed,
    created,
    fields_of,
    order_between,
    plain_fields,
    read_instant,
    read_record,
    spread_fields,
    spread_orders,
    write_instant,
)
from roundtable.domain.session import RECORDS, Details

CLASSES = pytest.mark.parametrize("cls", RECORDS.values(), ids=RECORDS)
ANYTHING = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=30), st.datetimes().map(str)
)
IDS = st.frozensets(st.text("abc", min_size=1, max_size=3), max_size=4)
INSTANTS = st.datetimes(timezones=st.just(UTC)).map(
    lambda at: at.replace(microsecond=at.microsecond // 1000 * 1000)
)
CONTRIBUTIONS = st.builds(
    Contribution,
    id=st.just("c"),
    text=st.text(max_size=20),
    at=st.none() | INSTANTS,
    participant=st.none() | st.just("p"),
    voice=st.sampled_from(Voice),
    kind=st.sampled_from(Kind),
    stance=st.none() | st.sampled_from(Stance),
    themes=IDS,
    starred=st.booleans(),
    placed=st.booleans(),
    withdrawn=st.booleans(),
)
TOPICS = st.builds(
    Topic,
    id=st.just("t"),
    title=st.text(max_size=20),
    planned_seconds=st.none() | st.integers(0, 9999),
    granted_seconds=st.integers(-999, 999),
    prompts=st.lists(st.text(max_size=9), max_size=4).map(tuple),
    chapter=st.booleans(),
)


def written(*edits: Edit) -> Record:
    """Read what edits of one record, one after the other, add up to."""
    stamped = [
        Change(f"{number:024x}", "s", edit.kind, edit.record, edit.fields, "w", "a")
        for number, edit in enumerate(edits)
    ]
    ((kind, key), picture), *_ = fold(stamped).items()
    return read_record(RECORDS[kind], key, "", picture.fields)


@given(CONTRIBUTIONS | TOPICS)
def test_what_comes_into_being_is_read_back_as_it_was(record: Record) -> None:
    assert written(created(record)) == record


@given(st.one_of(st.tuples(CONTRIBUTIONS, CONTRIBUTIONS), st.tuples(TOPICS, TOPICS)))
def test_what_is_changed_is_read_back_as_it_became(states: tuple[Record, Record]) -> None:
    old, new = states
    assert written(created(old), changed(old, new)) == new


def test_only_what_differs_is_said() -> None:
    said = Contribution(id="c", text="Een dag thuis", voice=Voice.TABLE)
    assert created(said).fields == {"text": "Een dag thuis", "voice": "table"}
    assert changed(said, replace(said, starred=True)).fields == {"starred": True}
    assert changed(said, said).fields == {}


def test_what_differs_in_nothing_from_the_default_still_comes_into_being() -> None:
    assert created(Contribution(id="c")).fields == {"withdrawn": False}


def test_a_member_that_is_gone_becomes_false_and_a_text_nothing() -> None:
    one = Contribution(id="c", themes=frozenset({"a", "b"}))
    assert changed(one, replace(one, themes=frozenset({"b"}))).fields == {"theme.a": False}
    topic = Topic(id="t", prompts=("Wie?", "Wat?"))
    assert changed(topic, replace(topic, prompts=("Wie?",))).fields == {"prompt.0001": None}


@CLASSES
@settings(max_examples=40)
@given(st.data())
def test_a_record_can_be_read_whatever_its_fields_hold(cls: type[Record], drawn: st.DataObject) -> None:
    names = [*plain_fields(cls), *(one.prefix + "x" for one in spread_fields(cls).values()), "unknown"]
    fields: dict[str, Value] = drawn.draw(st.dictionaries(st.sampled_from(names), ANYTHING))
    found = read_record(cls, "r", "", fields)
    # What was read can be written, and reads the same again.
    assert read_record(cls, "r", "", fields_of(found)) == found or _truncated(fields)
    for name, codec in plain_fields(cls).items():
        kept = codec.write(getattr(found, name))
        assert codec.write(codec.read(kept)) == kept


def _truncated(fields: dict[str, Value]) -> bool:
    """Whether instants with more than milliseconds were among the fields: those are written with three digits."""
    return any(
        found != read_instant(write_instant(found)) for found in map(read_instant, fields.values()) if found
    )


@CLASSES
def test_nothing_reads_as_the_default(cls: type[Record]) -> None:
    nothing = dict.fromkeys(plain_fields(cls))
    assert read_record(cls, "r", "", nothing) == cls(id="r")


@CLASSES
def test_a_field_is_a_number_exactly_where_it_writes_one(cls: type[Record]) -> None:
    for codec in plain_fields(cls).values():
        assert isinstance(codec.write(codec.read(1)), bool | int) == codec.number


@pytest.mark.parametrize(
    ("name", "value", "read"),
    [
        ("kind", "poll", Kind.POINT),
        ("stance", "shrugs", None),
        ("at", "yesterday", None),
        ("at", "0001-01-01T00:00:00+14:00", None),
        ("at", 12, None),
        ("text", 12, ""),
        ("placed", None, True),
        ("participant", 12, None),
    ],
)
def test_what_cannot_be_read_becomes_the_default(name: str, value: Value, read: object) -> None:
    assert getattr(read_record(Contribution, "c", "", {name: value}), name) == read


@pytest.mark.parametrize("value", [float("inf"), float("nan"), 1e300, 2**64, 10**9, "many"])
def test_a_number_that_is_none_becomes_the_default(value: Any) -> None:  # noqa: ANN401 — any value of a foreign journal
    assert read_record(Support, "x", "", {"count": value}).count == 1
    assert read_record(Topic, "t", "", {"planned_seconds": value}).planned_seconds is None


def test_fields_of_a_later_version_are_passed_over() -> None:
    found = read_record(Support, "x", "", {"vote": "pass", "weight": 3, "reason.a": "why"})
    assert found == Support(id="x", vote=Vote.PASS)


def test_instants_are_kept_in_utc_with_milliseconds() -> None:
    at = datetime(2026, 11, 23, 19, 42, 5, 120_999, timezone(timedelta(hours=1)))
    assert write_instant(at) == "2026-11-23T18:42:05.120Z"
    assert read_instant("2026-11-23T18:42:05.120Z") == at.replace(microsecond=120_000)
    assert read_instant("2026-11-23T18:42:05") == datetime(2026, 11, 23, 18, 42, 5, tzinfo=UTC)
    assert write_instant(None) is None


def test_the_questions_of_an_agenda_keep_their_order() -> None:
    questions = tuple(f"Vraag {number}?" for number in range(12))
    assert written(created(Details(id="d", questions=questions))) == Details(id="d", questions=questions)


@given(st.lists(st.integers(0, 99), max_size=60))
def test_there_is_always_a_place_between_two_keys(places: list[int]) -> None:
    keys = spread_orders(3)
    for place in places:
        at = place % (len(keys) + 1)
        between = order_between(keys[at - 1] if at else "", keys[at] if at < len(keys) else "")
        keys.insert(at, between)
        assert keys == sorted(set(keys))


@settings(max_examples=25)
@given(st.integers(0, 3000))
def test_keys_made_at_once_are_in_order_and_leave_room(count: int) -> None:
    keys = spread_orders(count)
    assert len(keys) == count
    assert keys == sorted(set(keys))
    ends = ["", *keys, ""]
    for before, after in pairwise(ends):
        between = order_between(before, after)
        assert before < between
        assert not after or between < after


@given(st.text("abz", max_size=4), st.text("abz", max_size=4))
def test_keys_that_are_no_neighbours_still_give_a_key(before: str, after: str) -> None:
    assert order_between(before, after) > before
