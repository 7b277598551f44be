"""What every screen of a session shares: it holds the state, follows what others write, and lets services act."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

from rich.cells import cell_len
from textual.reactive import var
from textual.screen import ModalScreen, Screen
from textual.timer import Timer

from roundtable.domain.clock import Schedule, schedule
from roundtable.domain.session import Session
from roundtable.domain.timekeeper import Timekeeper
from roundtable.errors import (
    DiskFull,
    FileBusy,
    FileDamaged,
    FileGone,
    FileOutOfReach,
    FileReadOnly,
    RoundtableError,
)
from roundtable.i18n import _
from roundtable.i18n import told as told_error
from roundtable.services.sessions import zone_of
from roundtable.storage.journal import Journal
from roundtable.storage.presence import RUN, Here
from roundtable.ui.desk import Desk, Held
from roundtable.ui.widgets.footer import BRIEFLY, LONGER, Saving, Told

if TYPE_CHECKING:
    from textual.notifications import SeverityLevel

    from roundtable.ui.screens.table_view import TableView

P = ParamSpec("P")
T = TypeVar("T")

BLINK = 0.15  # seconds after which it is said that something is being saved
TICKS = 1.0  # seconds between two looks at the clock
BESIDE = 26  # columns of the bottom line that are kept for how the screen is held, and whether all is saved
LOOKS_ROUND = 2.0  # seconds between two looks at who else is here
UNSAFE = (DiskFull, FileBusy, FileDamaged, FileGone, FileOutOfReach, FileReadOnly)


class SessionScreen(Screen[None]):
    """A screen on one session; the session, its times and the present instant flow down to its widgets."""

    # These only flow on: as `reactive` they would have the whole screen painted anew with each change.
    session: var[Session] = var(Session(""), always_update=True)
    times: var[Schedule | None] = var(None)
    now: var[datetime] = var(datetime(1970, 1, 1, tzinfo=UTC))
    saving: var[Saving] = var(Saving.SAVED)
    told: var[Told | None] = var(None)
    others: var[tuple[Here, ...]] = var(())
    role = RUN  # as what the other programs on this machine see it here
    _silence: Timer | None = None
    _seen = False

    def __init__(self, desk: Desk, held: Held, moment: Callable[[], datetime]) -> None:
        super().__init__()
        self.desk = desk
        self.moment = moment
        self.zone = zone_of(held.session)
        self.own = held.own
        self.asks = False  # a dialog is up
        self._answered = asyncio.Event()
        self._views: list[TableView] = []  # the pages that lie over this screen, the lowest first
        self.set_reactive(SessionScreen.session, held.session)

    @property
    def held(self) -> Session:
        """The session as it is shown."""
        return self.session

    async def on_mount(self) -> None:
        """Begin to follow the clock, and what others write."""
        self.take(Held(self.session, self.own))
        self.set_interval(TICKS, self._tick)
        self.run_worker(self._follow(), group="following")
        self.run_worker(self._look_round(), group="following")

    def take(self, held: Held) -> None:
        """Show a new state."""
        self.own = held.own
        self.now = self.moment()
        self.times = schedule(held.session, self.now)
        self.session = held.session
        for view in self._views:
            view.now, view.times, view.session = self.now, self.times, self.session

    def _take_new(self, held: Held) -> None:
        # An unchanged session is the same object: others may only have kept a draft.
        if held.session is not self.session or held.own != self.own:
            deleted = held.session.details.withdrawn and not self.session.details.withdrawn
            self.take(held)
            if deleted:
                self.tell(
                    _("This session was deleted elsewhere. What is typed here is still kept with it."),
                    warning=True,
                )

    def _tell_set_back(self) -> None:
        by = self.moment.told() if isinstance(self.moment, Timekeeper) else None
        if by:
            told = _(
                "The clock of this computer was set back by {minutes} min. The table goes on by the time before."
            )
            self.tell(told.format(minutes=round(by.total_seconds() / 60)), warning=True)

    def _tick(self) -> None:
        # Differences of instants: after a lid was closed, the time is right at once.
        self.now = self.moment()
        self._tell_set_back()
        self.times = schedule(self.session, self.now)
        for view in self._views:
            view.now, view.times = self.now, self.times

    async def _follow(self) -> None:
        """Look whether another process has written, again and again, and show what it wrote."""
        failed = ""
        while True:
            try:
                if await self.desk.changed():
                    self._take_new(await self.desk.read())
                failed = ""
            except RoundtableError as error:
                if failed != (failed := told_error(error)):
                    self.tell(failed, warning=True)

    async def be_seen(self) -> None:
        """Be seen here by the other programs on this machine, from the first call on."""
        if not self._seen:
            self._seen = True
            with suppress(OSError):
                await self.desk.enter(self.role)

    async def look_round(self) -> tuple[Here, ...] | None:
        """Give who else is here; nothing where the system does not tell it."""
        try:
            return await self.desk.others()
        except OSError:
            return None

    async def _look_round(self) -> None:
        """Be seen here by the other programs on this machine, and see them."""
        await self.be_seen()
        while True:
            self.others = await self.look_round() or ()
            await asyncio.sleep(LOOKS_ROUND)

    async def on_unmount(self) -> None:
        """Be seen here no longer."""
        await self.desk.leave()

    async def perform(
        self, act: Callable[Concatenate[Journal, str, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T | None:
        """Let a service act on the session; what goes wrong is told, and then nothing is given."""
        # What is safe within a blink flickers no word.
        under_way = asyncio.get_running_loop().call_later(BLINK, setattr, self, "saving", Saving.UNDER_WAY)
        try:
            found, held = await self.desk.act(act, *args, **kwargs)
        except RoundtableError as error:
            self.saving = Saving.FAILED if isinstance(error, UNSAFE) else Saving.SAVED
            self.tell(told_error(error), warning=True)
            return None
        finally:
            under_way.cancel()
        self.saving = Saving.SAVED
        self._take_new(held)
        return found

    async def remember(
        self, act: Callable[Concatenate[Journal, str, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T | None:
        """Do something that is no part of the session, such as keeping a draft; what goes wrong is told."""
        try:
            found, _held = await self.desk.act(act, *args, **kwargs)
        except RoundtableError as error:
            self.tell(told_error(error), warning=True)
            return None
        return found

    async def ask(self, dialog: ModalScreen[T]) -> T | None:
        """Show a dialog and give what it was answered with; nothing where it was left, or another is up."""
        if self.asks:
            return None
        self.asks = True
        try:
            return await self.app.push_screen_wait(dialog)
        finally:
            self.asks = False
            self._answered.set()

    async def ask_in_turn(self, dialog: ModalScreen[T]) -> T | None:
        """Show a dialog as `ask` does, behind one that is up already."""
        while self.asks:
            self._answered.clear()
            await self._answered.wait()
        return await self.ask(dialog)

    async def show(self, view: Screen[None]) -> None:
        """Open a page over this screen; returns when it is left. It follows the session as this screen does."""
        from roundtable.ui.screens.table_view import TableView

        if isinstance(view, TableView):
            view.now, view.times = self.now, self.times
            self._views.append(view)
        try:
            await self.app.push_screen_wait(view)
        finally:
            if isinstance(view, TableView):
                self._views.remove(view)

    def tell(self, sentence: str, *, warning: bool = False) -> None:
        """Say something in passing: in the bottom line for a while, or beside all else where it is too long.

        While a page lies over this screen, it says it.
        """
        if self._views:
            self._views[-1].tell(sentence, warning=warning)
            return
        self.app.clear_notifications()
        self._fall_silent()
        if cell_len(sentence) > self.size.width - BESIDE:
            severity: SeverityLevel = "warning" if warning else "information"
            self.notify(sentence, severity=severity, timeout=LONGER if warning else BRIEFLY, markup=False)
        else:
            self.told = Told(sentence, warning)
            self._silence = self.set_timer(BRIEFLY, self._fall_silent)

    def _fall_silent(self) -> None:
        if self._silence:
            self._silence.stop()
        self.told = self._silence = None
