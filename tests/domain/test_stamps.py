"""Stamps sort as things happened, whatever the clocks of the machines say."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from roundtable.domain.stamps import (
    horizon,
    instant_of,
    is_stamp,
    milliseconds,
    new_id,
    next_stamp,
)

NOW = datetime(2026, 11, 23, 18, 30, tzinfo=UTC)
INSTANTS = st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 — hypothesis adds the zone


@given(st.lists(INSTANTS, min_size=1, max_size=20))
def test_every_stamp_sorts_after_the_one_before_though_the_clock_jumps_back(clock: list[datetime]) -> None:
    newest: str | None = None
    for now in clock:
        stamp = next_stamp(now, newest)
        assert is_stamp(stamp)
        assert newest is None or stamp[:16] > newest[:16]
        assert instant_of(stamp) >= now - timedelta(milliseconds=1)
        newest = stamp


@given(INSTANTS)
def test_a_stamp_tells_its_instant_to_the_millisecond(now: datetime) -> None:
    assert milliseconds(instant_of(next_stamp(now, None))) == milliseconds(now)


def test_a_hundred_thousand_stamps_of_one_millisecond_still_sort() -> None:
    stamps = [next_stamp(NOW, None)]
    while len(stamps) < 100_000:
        stamps.append(next_stamp(NOW, stamps[-1]))
    assert stamps == sorted(stamps)
    assert instant_of(stamps[-1]) - NOW < timedelta(milliseconds=3)


def test_a_clock_a_day_ahead_is_believed_and_one_further_ahead_is_not() -> None:
    assert next_stamp(NOW + timedelta(hours=23), None) <= horizon(NOW)
    assert next_stamp(NOW + timedelta(hours=25), None) > horizon(NOW)


@given(st.one_of(st.text(max_size=30), st.none(), st.integers()))
def test_what_only_looks_like_a_stamp_is_none(text: object) -> None:
    assert not is_stamp(text)


def test_a_stamp_beyond_the_calendar_is_none() -> None:
    assert is_stamp(next_stamp(datetime(9998, 12, 31, tzinfo=UTC), None))
    assert not is_stamp("f" * 24)
    assert not is_stamp(next_stamp(NOW, None).upper() + "\n")


def test_ids_never_look_like_numbers_and_never_come_twice() -> None:
    ids = {new_id() for _ in range(10_000)}
    assert len(ids) == 10_000
    assert all(len(one) == 12 and one[0].isalpha() and one.isalnum() for one in ids)
