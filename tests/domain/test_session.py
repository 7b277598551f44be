"""A session that grew change by change is the one that was read at once."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from roundtable.domain.contributions import Contribution
from roundtable.domain.session import Session

BEGAN = datetime(2026, 11, 23, 18, 30, tzinfo=UTC)

contributions = st.builds(
    Contribution,
    id=st.sampled_from("abcdefgh"),
    stamp=st.text("0123456789abcdef", min_size=1, max_size=3),
    at=st.one_of(st.none(), st.integers(-5, 5).map(lambda minutes: BEGAN + timedelta(minutes=minutes))),
    withdrawn=st.booleans(),
)


@given(st.lists(st.lists(contributions, max_size=4), max_size=8))
def test_what_was_said_is_in_order_however_the_session_grew(steps: list[list[Contribution]]) -> None:
    grown = read = Session("evening")
    for step in steps:
        grown = grown.having(step)
        assert len(grown.everything_said) == len(
            grown.of(Contribution)
        )  # asked after each step, so that it is kept
        read = read.having(step)
    assert grown.everything_said == read.everything_said
    assert grown.contributions == read.contributions
