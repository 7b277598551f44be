"""Footer, help and palette follow from the commands: what belongs to the way the screen is held comes first."""

from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

import pytest
from rich.cells import cell_len
from textual.binding import BindingType
from textual.command import CommandInput, CommandList
from textual.content import Content
from textual.pilot import Pilot
from textual.widget import Widget

from roundtable.domain.session import Session
from roundtable.ui.app import RoundtableApp
from roundtable.ui.commands import COMMANDS, Command
from roundtable.ui.keys import use_keys
from roundtable.ui.screens.help import HelpScreen
from roundtable.ui.screens.table_view import TableView, keys_of
from roundtable.ui.widgets.footer import KeyLine
from tests.ui.evening import half_way, is_live, live
from tests.ui.waiting import wait_until


class Page(TableView):
    """A page over the table with one command of its own."""

    commands = (Command("count", "c", "count", "Count what is here", action="leave"),)
    BINDINGS: ClassVar[list[BindingType]] = [*keys_of(commands)]


def lines_of(widget: Widget) -> list[str]:
    shown = widget.render()
    assert isinstance(shown, Content)
    return shown.plain.splitlines()


async def help_of(pilot: Pilot[None]) -> list[str]:
    await wait_until(
        pilot, lambda: isinstance(pilot.app.screen, HelpScreen) and pilot.app.screen.query("Page")
    )
    page = pilot.app.screen.query_one("Page")
    await wait_until(pilot, lambda: page.size.width)
    return lines_of(page)


def place(lines: Sequence[str], beginning: str) -> int:
    return next(number for number, line in enumerate(lines) if line.startswith(beginning))


async def test_while_steering_the_keys_of_steering_come_first(tmp_path: Path) -> None:
    app = half_way(tmp_path).app()
    async with app.run_test(size=(80, 24)) as pilot:
        await wait_until(pilot, is_live(app))
        await pilot.press("question_mark")
        lines = await help_of(pilot)
    assert lines[0].startswith("STEERING")
    assert place(lines, "MOVING THROUGH") < place(lines, "WHAT WAS SAID") < place(lines, "THE LINE")


async def test_while_writing_the_line_comes_first(tmp_path: Path) -> None:
    app = half_way(tmp_path).app(writing=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await wait_until(pilot, is_live(app))
        await pilot.press("f1")
        lines = await help_of(pilot)
    assert lines[0] == "THE LINE"
    assert place(lines, "WRITING") < place(lines, "STEERING")


async def test_on_a_page_its_own_keys_come_first_and_its_help_opens_with_a_question_mark(
    tmp_path: Path,
) -> None:
    app = half_way(tmp_path).app()
    async with app.run_test(size=(80, 24)) as pilot:
        await wait_until(pilot, is_live(app))
        app.push_screen(Page(live(app)))
        await wait_until(pilot, lambda: isinstance(app.screen, Page))
        await pilot.press("question_mark")
        lines = await help_of(pilot)
        await pilot.press("q")
        await wait_until(pilot, lambda: isinstance(app.screen, Page))
    assert lines[0] == "ON THIS PAGE"
    assert lines[1].split() == "c Count what is here".split()


async def test_every_command_with_a_key_is_told_once(tmp_path: Path) -> None:
    use_keys({})
    app = half_way(tmp_path).app()
    async with app.run_test(size=(200, 60)) as pilot:
        await wait_until(pilot, is_live(app))
        await pilot.press("question_mark")
        told = " ".join(" ".join(line.split()) for line in await help_of(pilot))
    for command in COMMANDS:
        assert told.count(f"{command.shown} {command.title}") == bool(command.key), command.name


@pytest.mark.parametrize("writing", [False, True])
@pytest.mark.parametrize("width", [80, 100, 120, 200])
async def test_the_footer_shows_at_every_width_what_nobody_can_do_without(
    tmp_path: Path, width: int, *, writing: bool
) -> None:
    app = half_way(tmp_path).app(writing=writing)
    async with app.run_test(size=(width, 30)) as pilot:
        await wait_until(pilot, is_live(app))
        await pilot.pause(0.1)
        (line,) = lines_of(live(app).query_one(KeyLine))
    wanted = (
        ("WRITING", "Enter save", "Ctrl+Z undo", "Esc steer", "Ctrl+P commands", "saved")
        if writing
        else ("STEERING", "Enter write", "n next", "u undo", "? help", "q leave", "saved")
    )
    assert [one for one in wanted if one not in line] == []
    assert cell_len(line) <= width - 2


@pytest.mark.parametrize("typed", ["refermer", "réfermer"])
async def test_the_palette_minds_no_accents(
    tmp_path: Path, typed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    close = next(one for one in COMMANDS if one.name == "close")
    monkeypatch.setattr("roundtable.ui.palette._", lambda text: "Réfermer" if text == close.title else text)
    app = half_way(tmp_path).app()
    async with app.run_test(size=(100, 30)) as pilot:
        await found_in_palette(app, pilot, typed, "Réfermer")


async def test_the_palette_shows_a_key_beside_its_sentence_and_goes_to_topics(tmp_path: Path) -> None:
    evening = half_way(tmp_path)
    app = evening.app()
    async with app.run_test(size=(100, 30)) as pilot:
        await found_in_palette(app, pilot, "next topic", "Go to the next topic  n")
        await pilot.press("escape", "escape")
        await wait_until(pilot, lambda: app.screen is live(app))
        await found_in_palette(app, pilot, "manag", "Go to: 4 Managing differently")
        await pilot.press("enter")
        await wait_until(pilot, lambda: topic_of(evening.session) == "Managing differently")


def topic_of(session: Session) -> str:
    return session.current.title if session.current else ""


async def found_in_palette(app: RoundtableApp, pilot: Pilot[None], typed: str, wanted: str) -> None:
    await wait_until(pilot, is_live(app))
    await app.run_action("command_palette")
    await wait_until(pilot, lambda: app.screen.query(CommandInput))
    app.screen.query_one(CommandInput).value = typed
    rows = app.screen.query_one(CommandList)

    def first() -> str:
        return str(rows.get_option_at_index(0).prompt) if rows.option_count else ""

    await wait_until(pilot, lambda: wanted in first())
