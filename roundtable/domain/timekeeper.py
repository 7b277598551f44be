"""The present instant, from the clock of this machine; where that one is set back, time goes on as before."""

from collections.abc import Callable
from datetime import datetime, timedelta
from threading import Lock

JUMP = 20  # seconds by which a clock has to part from the time that went by, so that it was set
_NONE = timedelta(0)


class Timekeeper:
    """A clock that never goes back.

    It looks at the wall clock (`now`) and at one that only counts on (`ticks`, seconds from anywhere). A wall clock
    that goes ahead is believed: the laptop slept, and some counters sleep with it. One that goes back was set back,
    by hand or because it had been wrong: the instants of the evening so far are told by the clock before, so they
    are gone on with, and what is recorded keeps its order. Where it goes back by a little, time stands still until it
    is there again. A clock that went ahead and comes back by as much was set wrong and put right: then it is believed
    again, and that alone takes time back. It may be asked from several threads.
    """

    def __init__(self, now: Callable[[], datetime], ticks: Callable[[], float]) -> None:
        self._now, self._ticks = now, ticks
        self._lock = Lock()
        self._behind = _NONE  # what the wall clock lacks
        self._ahead: list[float] = []  # jumps ahead, in seconds
        self._wall, self._tick = now(), ticks()
        self._untold: timedelta | None = None
        self._last = self._wall

    def __call__(self) -> datetime:
        """Give the present instant."""
        with self._lock:
            wall, tick = self._now(), self._ticks()
            jump = (wall - self._wall).total_seconds() - (tick - self._tick)
            self._wall, self._tick = wall, tick
            if jump > JUMP:
                self._went_ahead(jump)
            elif jump < -JUMP:
                self._went_back(-jump)
            self._last = max(self._last, wall + self._behind)
            return self._last

    def at_least(self, instant: datetime) -> None:
        """Go on from an instant that is known to have been, where the wall clock is not that far."""
        missing = instant - self()
        with self._lock:
            if missing > timedelta(seconds=JUMP):
                self._behind += missing
                self._untold = missing
            self._last = max(self._last, instant)

    def told(self) -> timedelta | None:
        """Give once by how much the wall clock was set back; nothing where it was not, or where that was told."""
        with self._lock:
            found, self._untold = self._untold, None
            return found

    def _went_ahead(self, jump: float) -> None:
        behind = self._behind.total_seconds()
        if behind and abs(jump - behind) < JUMP:  # it was set back, and that was put right
            self._behind = _NONE
        else:
            self._ahead.append(jump)

    def _went_back(self, jump: float) -> None:
        wrong = next((one for one in self._ahead if abs(one - jump) < JUMP), None)
        if wrong is not None:
            self._ahead.remove(wrong)
            self._last = self._wall + self._behind
            return
        self._behind += timedelta(seconds=jump)
        self._untold = timedelta(seconds=jump)
