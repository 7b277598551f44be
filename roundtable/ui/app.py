"""The program on the screen: its looks, its storage, and the screen to begin with."""

import gc
import sys
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any, ClassVar

from textual import events
from textual.command import CommandPalette, Provider

from roundtable.config import Settings
from roundtable.domain.clock import present
from roundtable.domain.timekeeper import Timekeeper
from roundtable.errors import RoundtableError
from roundtable.i18n import _
from roundtable.storage.journal import utc_now
from roundtable.storage.worker import StorageWorker
from roundtable.ui.desk import Desk, Held
from roundtable.ui.hangups import leave_when_gone
from roundtable.ui.palette import ProgramCommands
from roundtable.ui.settled_app import SettledApp, as_text
from roundtable.ui.stalls import resume_only_what_was_suspended

Clock = Callable[[], datetime]
Leaving = Callable[[None], None] | None


class RoundtableApp(SettledApp):
    """Begins with the live table of a session (its uid), its stage or its synthesis, or with the start screen.

    `now` is the clock that times are taken from; `settings` are the user's own, which are read where none are given.
    """

    TITLE = "roundtable"
    CSS_PATH: ClassVar = [
        f"styles/{name}.tcss" for name in ("base", "live", "feed", "dialogs", "start", "arrival", "prepare")
    ]
    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = {ProgramCommands}

    def __init__(
        self,
        path: Path,
        *,
        session: str | None = None,
        writing: bool = False,
        stage: bool = False,
        synthesis: bool = False,
        now: Clock = utc_now,
        light: bool = False,
        settings: Settings | None = None,
    ) -> None:
        super().__init__(settings, light=light)
        self.path, self.now, self._wall = path, Timekeeper(now, _ticks), now
        self._session, self._writing, self._stage, self._synthesis = session, writing, stage, synthesis
        self._stores: dict[Path, StorageWorker] = {}
        self._clocks: dict[tuple[Path, str], Timekeeper] = {}  # of each session that was opened
        self._last: tuple[str, Path] | None = None  # the session that was last at the table, and its file
        self._failure: RoundtableError | None = None

    def run(self, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 — handed on as they are
        """Run until the program is left. Raises what kept the first screen from opening."""
        left = super().run(*args, **kwargs)
        if self._failure:
            raise self._failure
        if self._last and sys.stdout.isatty():
            from roundtable.services.closing import program_for

            slug, file = self._last
            told = _("All is saved. To go on: {program} note {slug}")
            sys.stdout.write(told.format(program=program_for(file), slug=slug) + "\n")
        return left

    async def on_mount(self) -> None:
        """Open the first screen."""
        resume_only_what_was_suspended()
        leave_when_gone(self._leave_at_once)
        try:
            if self._session is None:
                from roundtable.ui.screens.start import StartScreen

                await self.storage()
                self.push_screen(StartScreen(self), lambda _left: self.exit())
            elif self._stage:
                await self.open_stage(self._session, leaving=lambda _left: self.exit())
            elif self._synthesis:
                await self.open_synthesis(self._session, leaving=lambda _left: self.exit())
            else:
                await self.open_table(self._session, writing=self._writing, leaving=lambda _left: self.exit())
        except RoundtableError as error:
            self._failure = error
            self.exit()
        self.tell_what_is_wrong()
        self.call_after_refresh(_tidy_from_now_on)

    def _leave_at_once(self) -> None:
        """Leave, though nobody asked for it here, and keep the last letter that was typed."""
        for screen in self.screen_stack:
            if hold := getattr(screen, "hold_line", None):
                hold()
        self.exit()

    async def on_event(self, event: events.Event) -> None:
        """Hand keys to a screen that acts on them in their order; see there."""
        event = as_text(event)
        if isinstance(event, events.Key | events.Paste) and not event.is_forwarded and self.screen_stack:
            # By what it can do, not by its class: the start screen needs none of the live table.
            take = getattr(self.screen, "take_key", None)
            if isinstance(event, events.Key) and not self.app_focus:
                self.app_focus = True  # a terminal that told of its going need not tell of its coming back
            if take and await take(event):
                return
        await super().on_event(event)

    async def pass_on(self, event: events.Event) -> None:
        """Let an event go its usual way."""
        await super().on_event(event)

    async def open_table(
        self, uid: str, *, writing: bool, path: Path | None = None, leaving: Leaving = None
    ) -> None:
        """Open the live table of a session, in this file or another; `leaving` is called when it is left.

        Raises what opening and reading a file raise.
        """
        from roundtable.ui.screens.live import LiveScreen

        desk, held, now = await self._opened(uid, path)
        self._last = held.session.details.slug, desk.path
        await self.push_screen(LiveScreen(desk, held, now, writing=writing), leaving)

    async def open_stage(self, uid: str, leaving: Leaving = None) -> None:
        """Open the stage of a session. Raises what opening and reading a file raise."""
        from roundtable.ui.screens.stage import StageScreen

        await self.push_screen(StageScreen(*await self._opened(uid)), leaving)

    async def open_synthesis(self, uid: str, *, path: Path | None = None, leaving: Leaving = None) -> None:
        """Open the synthesis of a session, in this file or another. Raises what opening and reading a file raise."""
        from roundtable.ui.screens.synthesis import SynthesisScreen

        await self.push_screen(SynthesisScreen(*await self._opened(uid, path)), leaving)

    async def _opened(self, uid: str, path: Path | None = None) -> tuple[Desk, Held, Timekeeper]:
        """Give a session with a clock of its own: how far time has come at one table tells nothing about another."""
        storage = await self.storage(path)
        now = self._clocks.setdefault((storage.journal.path, uid), Timekeeper(self._wall, _ticks))
        desk = Desk(storage, uid, now)
        held = await desk.read()
        now.at_least(present(held.session, now()))
        return desk, held, now

    async def storage(self, path: Path | None = None) -> StorageWorker:
        """Give the storage thread of a file, opened when it is first needed. Raises what opening raises."""
        path = path or self.path
        if path not in self._stores:
            self._stores[path] = await StorageWorker.open(path, self.now)
        return self._stores[path]

    async def on_unmount(self) -> None:
        """Close what was opened."""
        for store in self._stores.values():
            await store.close()

    def on_topic_clock_time_up(self) -> None:
        """Ring once a topic has had its time, where the settings want a sound."""
        if self.settings.bell:
            self.bell()

    def action_command_palette(self) -> None:
        """Open the palette."""
        if self.screen.id != "--command-palette":
            self.push_screen(CommandPalette(placeholder=_("Search for a command …"), id="--command-palette"))

    async def action_synthesis(self) -> None:
        """Open the synthesis of the session that is on the screen."""
        from roundtable.ui.screens.session_screen import SessionScreen

        if isinstance(self.screen, SessionScreen):
            await self.open_synthesis(self.screen.session.uid, path=self.screen.desk.path)

    def action_help_quit(self) -> None:
        """Say how the program is left."""
        self.notify(_("Ctrl+Q leaves the program; everything is saved."), markup=False)


def _ticks() -> float:
    """Give the seconds that went by, from anywhere; with those in which the machine slept, where it counts them."""
    if hasattr(time, "CLOCK_BOOTTIME"):
        return time.clock_gettime(time.CLOCK_BOOTTIME)
    return time.monotonic()


def _tidy_from_now_on() -> None:
    """Let garbage be collected, which the start was spared; what was loaded for it stays, and is not looked through."""
    if not gc.isenabled():
        gc.freeze()
        gc.enable()
