"""The same changes give the same picture, in whatever order and however often they come."""

import math
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roundtable.domain.changes import Change, Folded, Value, fold

NAMES = st.sampled_from(["text", "title", "theme.a", "theme.b", "later"])
VALUES: st.SearchStrategy[Value] = st.one_of(
    st.none(), st.booleans(), st.integers(-5, 5), st.floats(-5, 5), st.text(max_size=5)
)
# Few stamps, so that two changes often claim the same one: a forged journal must not tear the picture either.
CHANGES = st.lists(
    st.builds(
        Change,
        stamp=st.sampled_from([f"{number:024x}" for number in range(6)]),
        session=st.just("s"),
        kind=st.sampled_from(["contribution", "topic"]),
        record=st.sampled_from(["a", "b"]),
        fields=st.dictionaries(NAMES, VALUES, max_size=3),
        writer=st.just("w"),
        action=st.just("x"),
    ),
    max_size=12,
)
SAID = Change("0" * 24, "s", "contribution", "c", {"text": "Een dag thuis"}, "w", "a")


@given(CHANGES, st.randoms())
def test_order_and_repetition_make_no_difference(changes: list[Change], random: Random) -> None:
    shuffled = changes * 2
    random.shuffle(shuffled)
    once, again = fold(changes), fold(shuffled)
    assert again == once
    spelled = {key: {n: (type(v), v) for n, v in one.fields.items()} for key, one in once.items()}
    assert {k: {n: (type(v), v) for n, v in one.fields.items()} for k, one in again.items()} == spelled


@given(CHANGES, CHANGES)
def test_what_was_added_up_before_can_be_added_to(early: list[Change], late: list[Change]) -> None:
    assert fold(late, into=fold(early)) == fold([*early, *late])


def test_for_every_field_the_newest_stamp_wins() -> None:
    older = replace(SAID, stamp="1" * 24, fields={"text": "oud", "kind": "quote"})
    newer = replace(SAID, stamp="2" * 24, fields={"text": "nieuw"})
    (picture,) = fold([newer, older]).values()
    assert picture == Folded(
        {"text": "nieuw", "kind": "quote"}, {"text": "2" * 24, "kind": "1" * 24}, "1" * 24
    )


def test_two_who_add_to_a_list_at_once_both_keep_what_they_added() -> None:
    one = replace(SAID, stamp="1" * 24, fields={"theme.onboarding": True})
    other = replace(SAID, stamp="2" * 24, fields={"theme.schedules": True})
    (picture,) = fold([one, other]).values()
    assert picture.fields == {"theme.onboarding": True, "theme.schedules": True}


def test_a_change_that_says_nothing_only_marks_that_the_record_is_known() -> None:
    (picture,) = fold([replace(SAID, fields={})]).values()
    assert picture == Folded({}, {}, SAID.stamp)


@pytest.mark.parametrize(
    "other",
    [
        replace(SAID, stamp="1" * 24),
        replace(SAID, session="t"),
        replace(SAID, kind="topic"),
        replace(SAID, record="d"),
        replace(SAID, fields={"text": "Twee dagen thuis"}),
        replace(SAID, fields={"text": "Een dag thuis", "starred": True}),
        replace(SAID, writer="v"),
        replace(SAID, action="b"),
        replace(SAID, base="1" * 24),
    ],
)
def test_the_checksum_covers_all_that_a_change_says(other: Change) -> None:
    assert other.checksum != SAID.checksum


def test_the_checksum_does_not_depend_on_the_order_of_fields() -> None:
    one = replace(SAID, fields={"a": 1, "b": 2})
    assert one.checksum == replace(SAID, fields={"b": 2, "a": 1}).checksum


def test_the_checksum_of_a_change_stays_what_it_was_in_earlier_versions() -> None:
    assert SAID.checksum == "e7659dede2addbf5"


def test_true_and_one_are_two_values() -> None:
    assert replace(SAID, fields={"a": True}).checksum != replace(SAID, fields={"a": 1}).checksum


@pytest.mark.parametrize("value", [None, True, 0, -(2**63), 1.5, "", "é", "👩‍🏫", "\x00"])
def test_any_value_that_every_machine_can_hold_is_sound(value: Value) -> None:
    assert replace(SAID, fields={"text": value}).sound


@pytest.mark.parametrize("value", [2**63, math.inf, math.nan, "\ud800", ["a"], {"a": 1}, b"a"])
def test_a_value_that_some_machine_cannot_hold_is_not_sound(value: Value) -> None:
    assert not replace(SAID, fields={"text": value}).sound


@pytest.mark.parametrize(
    "broken",
    [
        replace(SAID, stamp="soon"),
        replace(SAID, session=""),
        replace(SAID, kind="\udc00"),
        replace(SAID, record=""),
        replace(SAID, writer=""),
        replace(SAID, action=""),
        replace(SAID, base="\ud800"),
        replace(SAID, base=True),
        replace(SAID, fields={"": 1}),
        replace(SAID, fields={"\ud800": 1}),
    ],
)
def test_a_change_that_does_not_say_who_and_what_and_when_is_not_sound(broken: Change) -> None:
    assert not broken.sound
