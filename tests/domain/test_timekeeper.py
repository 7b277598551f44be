"""A clock that never goes back, whatever is done to the one of the machine."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from roundtable.domain.timekeeper import Timekeeper

SEVEN = datetime(2026, 11, 23, 19, tzinfo=UTC)
HOUR = 3600.0


class Machine:
    """A wall clock that can be set, and a counter that only counts on."""

    def __init__(self) -> None:
        self.wall, self.ticks = 0.0, 0.0
        self.keeper = Timekeeper(lambda: SEVEN + timedelta(seconds=self.wall), lambda: self.ticks)

    def live(self, seconds: float) -> None:
        """Let time go by, and look at the clock as a screen does."""
        self.wall += seconds
        self.ticks += seconds
        self.seconds()

    def set(self, by: float) -> None:
        self.wall += by

    def seconds(self) -> float:
        """Give the seconds since seven that the keeper tells."""
        return (self.keeper() - SEVEN).total_seconds()


def test_a_clock_that_nobody_touches_is_told_as_it_is() -> None:
    machine = Machine()
    machine.live(HOUR)
    assert (machine.seconds(), machine.keeper.told()) == (HOUR, None)


def test_a_clock_set_back_an_hour_makes_no_jump_and_is_told_once() -> None:
    machine = Machine()
    machine.live(600)
    machine.set(-HOUR)
    assert machine.seconds() == 600
    assert machine.keeper.told() == timedelta(hours=1)
    machine.live(60)
    assert (machine.seconds(), machine.keeper.told()) == (660, None)


def test_a_laptop_that_slept_is_believed_at_once() -> None:
    machine = Machine()
    machine.live(600)
    machine.set(2400)  # the counter slept as well
    assert (machine.seconds(), machine.keeper.told()) == (3000, None)


def test_a_clock_set_wrong_and_put_right_is_right_again() -> None:
    machine = Machine()
    machine.set(HOUR)
    machine.live(60)
    machine.set(-HOUR)
    assert (machine.seconds(), machine.keeper.told()) == (60, None)
    machine.set(-HOUR)
    machine.live(60)
    machine.set(HOUR)
    machine.live(60)
    assert machine.seconds() == 180


def test_time_stands_still_while_the_network_takes_a_clock_back_a_little() -> None:
    machine = Machine()
    machine.live(600)
    machine.set(-3)
    assert (machine.seconds(), machine.keeper.told()) == (600, None)
    machine.live(2)
    assert machine.seconds() == 600
    machine.live(2)
    assert machine.seconds() == 601


def test_a_line_of_a_moment_from_now_is_not_gone_behind() -> None:
    machine = Machine()
    machine.keeper.at_least(SEVEN + timedelta(seconds=5))
    assert (machine.seconds(), machine.keeper.told()) == (5, None)


def test_a_program_opened_after_the_clock_was_set_back_goes_on_from_what_is_known() -> None:
    machine = Machine()
    machine.keeper.at_least(SEVEN + timedelta(minutes=50))
    machine.live(60)
    assert machine.seconds() == 3060
    assert machine.keeper.told() == timedelta(minutes=50)
    machine.keeper.at_least(SEVEN)
    assert machine.seconds() == 3060


jumps = st.floats(-7200, 7200, allow_nan=False)


@given(st.lists(st.tuples(st.floats(0, 600, allow_nan=False), jumps), max_size=12))
def test_time_never_goes_back_but_by_what_was_put_right(
    steps: list[tuple[float, float]],
) -> None:
    machine = Machine()
    ahead: list[float] = []
    for lived, jump in steps:
        machine.live(lived)
        before = machine.seconds()
        machine.set(jump)
        after = machine.seconds()
        ahead += [jump] if jump > 0 else []
        put_right = any(abs(one + jump) <= 20 for one in ahead)
        assert after >= before or put_right
