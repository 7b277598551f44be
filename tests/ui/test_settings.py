"""The settings screen: what is chosen holds at once, is written, and a key that cannot be is refused with a reason."""

from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import OptionList, Static

from roundtable import i18n
from roundtable.config import Settings, read_settings
from roundtable.ui.app import RoundtableApp
from roundtable.ui.screens.settings import SettingsScreen
from roundtable.ui.themes import DARK, LIGHT, PLAIN
from tests.ui.evening import Evening, half_way, is_live, live
from tests.ui.waiting import wait_until


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("ROUNDTABLE_SETTINGS", str(tmp_path / "settings.toml"))
    return tmp_path / "settings.toml"


@pytest.fixture
def evening(tmp_path: Path) -> Evening:
    return half_way(tmp_path)


def app_with(evening: Evening, **settings: object) -> RoundtableApp:
    """Open the table with settings of a user: `keys`, `theme` and the like."""
    chosen = Settings(**{"theme": "dark", **settings})  # type: ignore[arg-type] # each test names what it needs
    return RoundtableApp(evening.path, session=evening.uid, now=evening.now, settings=chosen)


async def opened(pilot: Pilot[None]) -> SettingsScreen:
    app = pilot.app
    assert isinstance(app, RoundtableApp)
    await wait_until(pilot, is_live(app))
    await pilot.press("O")
    await wait_until(pilot, lambda: isinstance(app.screen, SettingsScreen) and app.screen.is_mounted)
    screen = app.screen
    assert isinstance(screen, SettingsScreen)
    await wait_until(pilot, lambda: screen.query_one(OptionList).option_count)
    return screen


def write(file: Path, text: str) -> None:
    file.write_text(text, "utf-8")


def text_of(file: Path) -> str:
    return file.read_text("utf-8") if file.exists() else ""


def mark(screen: SettingsScreen, name: str) -> None:
    rows = screen.query_one(OptionList)
    rows.highlighted = rows.get_option_index(name)


def bottom(screen: SettingsScreen) -> str:
    return str(screen.query_one("#view-keys", Static).content)


def row(screen: SettingsScreen, name: str) -> str:
    return str(screen.query_one(OptionList).get_option(name).prompt)


async def test_enter_changes_the_look_at_once_and_for_the_next_time(evening: Evening, file: Path) -> None:
    app = app_with(evening)
    async with app.run_test(size=(100, 30)) as pilot:
        screen = await opened(pilot)
        mark(screen, "theme")
        assert app.theme == DARK
        await pilot.press("enter")
        await wait_until(pilot, lambda: app.theme == LIGHT)
        await wait_until(pilot, lambda: "light" in row(screen, "theme"))
        assert read_settings(file).theme == "light"
        await pilot.press("enter")
        await wait_until(pilot, lambda: app.theme == PLAIN)
        assert app.has_class("-few-colours")


async def test_a_new_key_holds_at_once_in_table_footer_help_and_file(evening: Evening, file: Path) -> None:
    app = app_with(evening)
    here = evening.session.current
    async with app.run_test(size=(100, 60)) as pilot:
        screen = await opened(pilot)
        mark(screen, "next")
        await pilot.press("enter")
        assert "Press the new key" in bottom(screen)
        await pilot.press("Z")
        await wait_until(pilot, lambda: read_settings(file).keys == {"next": "Z"})
        await wait_until(pilot, lambda: "was n" in row(screen, "next"))
        await pilot.press("escape")
        await wait_until(pilot, lambda: app.screen is live(app))
        footer = live(app).query_one("KeyLine")
        assert "Z next" in footer.render().plain  # type: ignore[union-attr] # a KeyLine renders content
        await pilot.press("n")
        await pilot.pause(0.5)
        assert evening.session.current == here
        await pilot.press("Z")
        await wait_until(pilot, lambda: evening.session.current != here)
        await pilot.press("question_mark")
        await wait_until(pilot, lambda: "Page" in {type(one).__name__ for one in app.screen.walk_children()})
        page = app.screen.query_one("Page")  # which tells nothing before it has a width
        await wait_until(pilot, lambda: page.content_size.width)
        told = page.render().plain.splitlines()  # type: ignore[union-attr] # likewise
        assert any(line.split() == "Z Go to the next topic".split() for line in told)


@pytest.mark.parametrize(
    ("key", "said"),
    [("at", "AltGr"), ("s", "Star the contribution"), ("5", "Choose a letter"), ("j", "Choose")],
)
async def test_a_key_that_cannot_be_is_refused_with_a_reason(
    evening: Evening, file: Path, key: str, said: str
) -> None:
    app = app_with(evening)
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await opened(pilot)
        mark(screen, "next")
        await pilot.press("enter", key)
        await wait_until(pilot, lambda: said in bottom(screen))
        assert not text_of(file)
        assert app.settings.keys == {}


async def test_r_brings_back_the_key_a_command_came_with(evening: Evening, file: Path) -> None:
    write(file, '[keys]\nnext = "Z"\n')
    app = app_with(evening, keys={"next": "Z"})
    async with app.run_test(size=(100, 30)) as pilot:
        screen = await opened(pilot)
        mark(screen, "next")
        assert row(screen, "next").split()[0] == "Z"
        await pilot.press("r")
        await wait_until(pilot, lambda: row(screen, "next").split()[0] == "n")
        assert read_settings(file).keys == {}


async def test_two_keys_can_change_places_by_way_of_a_third(evening: Evening) -> None:
    app = app_with(evening, keys={"next": "p", "previous": "n"})
    here = evening.session.current
    async with app.run_test(size=(100, 30)) as pilot:
        await wait_until(pilot, is_live(app))
        assert not app.settings.problems
        await pilot.press("p")
        await wait_until(pilot, lambda: evening.session.current != here)
        assert evening.session.positions[evening.session.current.id] == 3


async def test_what_a_changed_key_was_keeps_enter_and_f1(evening: Evening) -> None:
    app = app_with(evening, keys={"write": "Z", "help": "F"})
    async with app.run_test(size=(100, 30)) as pilot:
        await wait_until(pilot, is_live(app))
        bound = {key: one.binding.id for key, one in live(app).active_bindings.items()}
        assert {key for key, name in bound.items() if name == "write"} == {"enter", "Z"}
        assert {key for key, name in bound.items() if name == "help"} == {"F", "f1"}


async def test_faults_of_the_file_are_told_on_the_screen(evening: Evening, file: Path) -> None:
    write(file, 'theme = "purple"\n[keys]\nnext = "@"\n')
    app = RoundtableApp(evening.path, session=evening.uid, now=evening.now)
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await wait_until(pilot, is_live(app))
        told = " ".join(one.message for one in app._notifications)  # noqa: SLF001 — Textual gives no other way
        assert "purple" in told
        assert "AltGr" in told


async def test_a_file_that_cannot_be_written_is_told_and_the_choice_holds(
    evening: Evening, file: Path
) -> None:
    write(file, "theme = ")
    app = app_with(evening)
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        screen = await opened(pilot)
        mark(screen, "theme")
        await pilot.press("enter")
        await wait_until(pilot, lambda: app.theme == LIGHT)
        assert any(str(file) in one.message for one in app._notifications)  # noqa: SLF001 — as above
    assert text_of(file) == "theme = "


async def test_the_language_changes_at_once(evening: Evening, file: Path) -> None:
    app = app_with(evening, language="en")
    try:
        async with app.run_test(size=(100, 30)) as pilot:
            screen = await opened(pilot)
            mark(screen, "language")
            for _press in range(2):
                await pilot.press("enter")
                await pilot.pause(0.2)
            await wait_until(pilot, lambda: read_settings(file).language == "nl")
            assert "Ga naar het volgende agendapunt" in row(screen, "next")
    finally:
        i18n.use("en")


async def test_the_change_of_look_from_the_palette_is_remembered(evening: Evening, file: Path) -> None:
    app = app_with(evening)
    async with app.run_test(size=(100, 30)) as pilot:
        await wait_until(pilot, is_live(app))
        await app.run_action("change_look")
        assert app.theme == LIGHT
        assert read_settings(file).theme == "light"


async def test_the_settings_open_from_the_start_screen(tmp_path: Path, file: Path) -> None:
    app = RoundtableApp(tmp_path / "new.db", settings=Settings(theme="dark"))
    async with app.run_test(size=(80, 24)) as pilot:
        await wait_until(pilot, lambda: type(app.screen).__name__ == "StartScreen")
        await pilot.press("O")
        await wait_until(pilot, lambda: isinstance(app.screen, SettingsScreen))
        await pilot.press("q")
        await wait_until(pilot, lambda: type(app.screen).__name__ == "StartScreen")
    assert not text_of(file)
