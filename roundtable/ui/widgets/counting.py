"""What all widgets share that show who was heard: they count anew, but no line waits for it."""

from datetime import UTC, datetime

from textual.reactive import reactive
from textual.widget import Widget

from roundtable.domain.balance import Tally
from roundtable.domain.floor import speaking
from roundtable.domain.session import Session

MINUTE = 60  # seconds
WHILE_SOMEBODY_SPEAKS = 10  # seconds between two counts of the time on the floor
COUNTED_AT_ONCE = 1000  # contributions
LATER = 0.5  # seconds after which more of them are counted


class Counting(Widget):
    """Counts with each contribution, over thousands of them soon after; and now and then, since silence lasts."""

    session: reactive[Session | None] = reactive(None, always_update=True, repaint=False)
    now: reactive[datetime] = reactive(datetime.min.replace(tzinfo=UTC), repaint=False)
    tally: Tally | None = None
    _counted: datetime | None = None
    _waits = False

    @property
    def moment(self) -> datetime:
        """The instant up to which silence lasts: now, or the end of the evening."""
        closed = self.session.details.closed if self.session else None
        return closed or self.now

    def watch_session(self) -> None:
        """Count anew; over thousands of contributions not with each of them, but soon after."""
        if self.session is None or len(self.session.contributions) <= COUNTED_AT_ONCE:
            self._count()
        elif not self._waits:
            self._waits = True
            self.set_timer(LATER, self._count)

    def watch_now(self) -> None:
        """Count anew every minute, and more often while somebody has the floor."""
        if self._counted is None or self.session is None:
            self._count()
            return
        often = WHILE_SOMEBODY_SPEAKS if speaking(self.session) else MINUTE
        if abs((self.now - self._counted).total_seconds()) >= often:
            self._count()

    def _count(self) -> None:
        self._waits = False
        if self.session is None:
            return
        self.tally = Tally(self.session, self.moment)
        self._counted = self.now
        self.counted(self.tally)
        self.refresh()

    def counted(self, tally: Tally) -> None:
        """Take what is to be shown out of a new count."""
