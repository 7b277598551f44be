"""A table is seen by others before it looks at what was left unfinished, and goes on where nobody can be seen."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from textual.pilot import Pilot

from roundtable.storage.journal import Journal
from roundtable.storage.presence import WRITE, Here, Presence
from roundtable.ui.app import RoundtableApp
from roundtable.ui.desk import Desk
from roundtable.ui.screens.live import LiveScreen
from roundtable.ui.widgets.footer import Mode
from tests.ui.evening import Evening, half_way
from tests.ui.waiting import wait_until


class Watched(Desk):
    """A desk at which one looks in from outside while the unfinished line is read, and that may refuse to look out."""

    refuses = False
    seen: tuple[Here, ...] = ()

    async def act(self, act: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 — handed on as they are
        if act is Journal.line_draft:
            self.seen = Presence(self._storage.journal.path).others(self._uid)
        return await super().act(act, *args, **kwargs)

    async def others(self) -> tuple[Here, ...]:
        if self.refuses:
            raise PermissionError(13, "used by another process")
        return await super().others()


@asynccontextmanager
async def opened(evening: Evening, *, refuses: bool = False) -> AsyncIterator[tuple[Watched, Pilot[Any]]]:
    app = RoundtableApp(evening.path, now=evening.now)
    async with app.run_test(size=(100, 30)) as pilot:
        desk = Watched(await app.storage(), evening.uid)
        desk.refuses = refuses
        screen = LiveScreen(desk, await desk.read(), app.now, writing=True)
        await app.push_screen(screen)
        await wait_until(pilot, lambda: not screen.waits and screen.mode is Mode.WRITING)
        yield desk, pilot


async def test_who_opens_a_table_is_seen_there_before_the_unfinished_line_is_read(tmp_path: Path) -> None:
    async with opened(half_way(tmp_path)) as (desk, _pilot):
        assert WRITE in {one.role for one in desk.seen}


async def test_where_nobody_can_be_seen_the_table_runs_and_no_line_of_another_is_taken(
    tmp_path: Path,
) -> None:
    evening = half_way(tmp_path)
    other = evening.colleague("next to us")
    other.keep_line_draft(evening.uid, "els: mine")
    there = Presence(evening.path)
    there.enter(evening.uid, here := Here(other.writer, WRITE))
    async with opened(evening, refuses=True) as (desk, pilot):
        await pilot.press(*"els: on", "enter")
        await wait_until(pilot, lambda: evening.newest.text == "on")
        assert other.line_draft(evening.uid) == "els: mine"
        desk.refuses = False
        screen = pilot.app.screen
        assert isinstance(screen, LiveScreen)
        await wait_until(pilot, lambda: screen.others == (here,))
    there.leave_all()
