"""The day and the hour of an evening, as people type them."""

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roundtable.domain.starting import Starting, read_start

TODAY = date(2026, 11, 23)  # a Monday
THURSDAY = date(2026, 11, 26)


@pytest.mark.parametrize(
    ("said", "day", "hour"),
    [
        ("26/11 19u30", THURSDAY, time(19, 30)),
        ("26-11-2026 19:30", THURSDAY, time(19, 30)),
        ("26.11.26 om 19.30 uur", THURSDAY, time(19, 30)),
        ("2026-11-26", THURSDAY, None),
        ("2026-11-26T19:30", THURSDAY, time(19, 30)),
        ("19u30", None, time(19, 30)),
        ("19.30", None, time(19, 30)),
        ("20u", None, time(20)),
        ("8 pm", None, time(20)),
        ("12:15 am", None, time(0, 15)),
        ("19h", None, time(19)),
        ("do 26 nov 19u30", THURSDAY, time(19, 30)),
        ("donderdag 26 november 2026, 19u", THURSDAY, time(19)),
        ("jeudi 26 novembre à 19h30", THURSDAY, time(19, 30)),
        ("November 26, 7pm", THURSDAY, time(19)),
        ("26/11 19", THURSDAY, time(19)),
        ("tomorrow 20h", date(2026, 11, 24), time(20)),
        ("morgen", date(2026, 11, 24), None),
        ("aujourd'hui 19:00", TODAY, time(19)),
        ("vrijdag 19u", date(2026, 11, 27), time(19)),
        ("3/2", date(2027, 2, 3), None),
        ("29/2", date(2028, 2, 29), None),
        ("1er mars", date(2027, 3, 1), None),
    ],
)
def test_a_day_and_an_hour_are_read_as_people_write_them(
    said: str, day: date | None, hour: time | None
) -> None:
    assert read_start(said, TODAY) == Starting(day, hour)


@pytest.mark.parametrize(
    "said", ["", "soon", "31/2", "26/13", "25:00", "19:75", "26/11 whenever", "19u30 x", "0/0", "-", "99"]
)
def test_what_is_neither_is_not_guessed(said: str) -> None:
    assert read_start(said, TODAY) is None


@given(st.text(alphabet="0123456789/:.-uhapm novdor", max_size=20))
def test_whatever_is_typed_gives_a_start_or_nothing(said: str) -> None:
    found = read_start(said, TODAY)
    assert found is None or found.day or found.hour is not None


@given(
    st.dates(date(2026, 11, 23), date(2027, 9, 1)),
    st.times().map(lambda one: one.replace(second=0, microsecond=0)),
)
def test_a_start_is_read_back_as_it_is_shown(day: date, hour: time) -> None:
    assert read_start(f"{day:%d/%m/%Y} {hour:%H:%M}", TODAY) == Starting(day, hour)
    assert read_start(f"{day:%d/%m} {hour:%Hu%M}", TODAY) == Starting(day, hour)
