"""The start screen: what it offers, and what opening it does."""

from pathlib import Path

import pytest
from textual.widgets import OptionList

from roundtable.errors import NotOurFile
from roundtable.storage.journal import Journal
from roundtable.ui.app import RoundtableApp
from roundtable.ui.screens.prepare import PrepareScreen
from roundtable.ui.widgets.footer import Mode
from tests.ui.evening import half_way, is_live, live, prepared
from tests.ui.waiting import wait_until


def rows(app: RoundtableApp) -> list[str]:
    offered = app.screen.query_one(OptionList)
    return [str(option.prompt) for option in offered.options]


def marked(app: RoundtableApp) -> str:
    offered = app.screen.query_one(OptionList)
    return rows(app)[offered.highlighted] if offered.highlighted is not None else ""


def shown(app: RoundtableApp) -> str:
    return type(app.screen).__name__


def all_is_there(app: RoundtableApp) -> bool:
    return any("120 min" in row or "130 min" in row for row in rows(app))


async def test_an_empty_file_offers_agendas_and_the_sample(tmp_path: Path) -> None:
    app = RoundtableApp(tmp_path / "roundtable.db")
    async with app.run_test(size=(80, 24)) as pilot:
        await wait_until(pilot, lambda: all_is_there(app))
        assert rows(app)[0].startswith("NO SESSIONS YET")
        assert any("sample evening" in row for row in rows(app))


async def test_sessions_are_listed_with_state_date_and_count_and_opened_to_write(tmp_path: Path) -> None:
    evening = half_way(tmp_path)
    app = RoundtableApp(evening.path, now=evening.now)
    async with app.run_test(size=(100, 30)) as pilot:
        await wait_until(pilot, lambda: all_is_there(app))
        assert (
            marked(app).split() == "▶ Telework and business growth running 2026-11-23 9 contributions".split()
        )
        await pilot.press("w")
        await wait_until(pilot, is_live(app))
        await wait_until(pilot, lambda: live(app).mode is Mode.WRITING)


async def test_an_agenda_is_looked_at_and_becomes_an_evening(tmp_path: Path) -> None:
    path = tmp_path / "roundtable.db"
    app = RoundtableApp(path)
    async with app.run_test(size=(100, 30)) as pilot:
        await wait_until(pilot, lambda: all_is_there(app))
        await pilot.press("enter")
        await wait_until(pilot, lambda: shown(app) == "PrepareScreen")
        await pilot.press("escape")
        await wait_until(pilot, lambda: shown(app) == "StartScreen")
        assert Journal.open(path).sessions() == []
        await pilot.press("enter")
        await wait_until(pilot, lambda: shown(app) == "PrepareScreen")
        screen = app.screen
        assert isinstance(screen, PrepareScreen)
        await pilot.press("enter")  # so fast behind the others that nobody can have read what was asked
        assert shown(app) == "PrepareScreen"
        screen.least = 0
        await pilot.press("enter")
        await wait_until(pilot, is_live(app))
        (made,) = Journal.open(path).sessions()
        assert made.details.title == live(app).session.details.title
        await pilot.press("q")
        await wait_until(pilot, lambda: shown(app) == "StartScreen")
        await wait_until(pilot, lambda: any("prepared" in row for row in rows(app)))


async def test_a_second_evening_from_one_agenda_is_only_made_on_purpose(tmp_path: Path) -> None:
    path = tmp_path / "roundtable.db"
    app = RoundtableApp(path)
    async with app.run_test(size=(100, 30)) as pilot:
        await wait_until(pilot, lambda: all_is_there(app))
        await pilot.press("enter")
        await wait_until(pilot, lambda: shown(app) == "PrepareScreen")
        await pilot.press("s")
        await wait_until(pilot, lambda: any("prepared" in row for row in rows(app)))
        await pilot.press("enter")
        await wait_until(pilot, lambda: shown(app) == "Waiting")
        await pilot.press("enter")
        await wait_until(pilot, lambda: shown(app) == "PrepareScreen")
        await pilot.press("q")
        await wait_until(pilot, lambda: shown(app) == "StartScreen")
        assert len(Journal.open(path).sessions()) == 1
        await pilot.press("enter")
        await wait_until(pilot, lambda: shown(app) == "Waiting")
        await pilot.press("a")
        await wait_until(pilot, lambda: shown(app) == "PrepareScreen")
        await pilot.press("s")
        await wait_until(pilot, lambda: len(Journal.open(path).sessions()) == 2)


async def test_a_session_that_waits_is_prepared_again_and_w_opens_its_table(tmp_path: Path) -> None:
    evening = prepared(tmp_path)
    app = RoundtableApp(evening.path, now=evening.now)
    async with app.run_test(size=(100, 30)) as pilot:
        await wait_until(pilot, lambda: all_is_there(app))
        await pilot.press("enter")
        await wait_until(pilot, lambda: shown(app) == "PrepareScreen")
        await pilot.press("q")
        await wait_until(pilot, lambda: shown(app) == "StartScreen")
        await pilot.press("w")
        await wait_until(pilot, is_live(app))


async def test_a_rehearsal_opens_from_the_preparation(tmp_path: Path) -> None:
    evening = prepared(tmp_path)
    app = RoundtableApp(evening.path, now=evening.now)
    async with app.run_test(size=(100, 30)) as pilot:
        await wait_until(pilot, lambda: all_is_there(app))
        await pilot.press("enter")
        await wait_until(pilot, lambda: shown(app) == "PrepareScreen")
        await pilot.press("R")
        await wait_until(pilot, is_live(app))
        assert live(app).session.details.rehearsal


@pytest.mark.parametrize("session", [None, "gone"])
def test_a_file_that_is_none_of_ours_is_told_when_the_program_has_left_the_screen(
    tmp_path: Path, session: str | None
) -> None:
    path = tmp_path / "letter.db"
    path.write_text("Dear all, this is no database at all, however long one looks at it.\n" * 40)
    with pytest.raises(NotOurFile):
        RoundtableApp(path, session=session).run(headless=True)


async def test_the_sample_evening_opens_in_a_file_of_its_own(tmp_path: Path) -> None:
    app = RoundtableApp(tmp_path / "roundtable.db")
    async with app.run_test(size=(100, 30)) as pilot:
        await wait_until(pilot, lambda: all_is_there(app))
        await pilot.press("end", "enter")
        await wait_until(pilot, is_live(app), seconds=30)
        assert live(app).session.details.invented
        assert Journal.open(tmp_path / "roundtable.db").sessions() == []
        assert len(Journal.open(tmp_path / "demo.db").sessions()) == 1


async def test_x_opens_the_page_from_which_the_paper_of_a_session_goes_out(tmp_path: Path) -> None:
    evening = half_way(tmp_path)
    app = RoundtableApp(evening.path, now=evening.now)
    async with app.run_test(size=(100, 30)) as pilot:
        await wait_until(pilot, lambda: all_is_there(app))
        await pilot.press("x")
        await wait_until(pilot, lambda: shown(app) == "ExportView")
        await pilot.press("q")
        await wait_until(pilot, lambda: shown(app) == "SynthesisScreen")
