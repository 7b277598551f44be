"""A table whose lines were stamped by a clock that ran ahead: it goes on from there, and no other table does."""

from datetime import timedelta
from pathlib import Path

from textual.pilot import Pilot

from roundtable.services import facilitation
from roundtable.services.sessions import prepare
from roundtable.storage.journal import Journal
from roundtable.ui.app import RoundtableApp
from roundtable.ui.screens.stage import StageScreen
from roundtable.ui.widgets.footer import Mode
from tests.ui.evening import AGENDA, PEOPLE, START, Evening, half_way, is_live, live
from tests.ui.waiting import wait_until


def two_tables(folder: Path) -> tuple[Evening, str]:
    """Give an evening that was kept by a clock two hours ahead, and another one that runs, in one file."""
    evening = half_way(folder)
    ahead = evening.colleague("ahead")
    ahead.now = lambda: evening.now() + timedelta(hours=2)
    evening.say(["els: by a clock two hours ahead"], ahead)
    other = prepare(evening.journal, AGENDA, people=PEOPLE, start=START, day=START.date())
    facilitation.step(evening.journal, other)
    return evening, other


async def leave(app: RoundtableApp, pilot: Pilot[None]) -> None:
    await pilot.press("escape")
    await pilot.press("q")
    await wait_until(pilot, lambda: not is_live(app)())


async def test_the_time_of_one_table_is_not_that_of_the_next(tmp_path: Path) -> None:
    evening, other = two_tables(tmp_path)
    app = RoundtableApp(evening.path, now=evening.now)
    async with app.run_test(size=(120, 40)) as pilot:
        await app.open_table(evening.uid, writing=True)
        await wait_until(pilot, is_live(app))
        assert live(app).now - evening.now() >= timedelta(hours=2)
        await pilot.press(*"els: here", "enter")
        await wait_until(pilot, lambda: evening.newest.text == "here")
        assert evening.newest.at - evening.now() >= timedelta(hours=2)
        await leave(app, pilot)
        await app.open_table(other, writing=True)
        await wait_until(pilot, lambda: is_live(app)() and live(app).mode is Mode.WRITING)
        assert live(app).now == evening.now()
        await pilot.press(*"els: there", "enter")
        await wait_until(pilot, lambda: evening.journal.session(other).contributions != ())
        await pilot.press("escape", "n")
        await wait_until(pilot, lambda: len(evening.journal.session(other).visits) == 2)
    session = Journal.open(evening.path).session(other)
    assert session.contributions[-1].at == evening.now()
    assert session.visits[-1].begins == evening.now()


async def test_the_stage_goes_on_from_what_is_known_and_says_so(tmp_path: Path) -> None:
    evening, _other = two_tables(tmp_path)
    app = RoundtableApp(evening.path, session=evening.uid, stage=True, now=evening.now)
    async with app.run_test(size=(80, 24)) as pilot:
        await wait_until(pilot, lambda: isinstance(app.screen, StageScreen))
        stage = app.screen
        assert isinstance(stage, StageScreen)
        assert stage.now - evening.now() >= timedelta(hours=2)
        await wait_until(pilot, lambda: bool(stage.told and "was set back by" in stage.told.sentence))
