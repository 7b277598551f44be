"""What stands on the screens can be read in each look: measured on what is painted, screen by screen."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from rich.segment import Segment
from textual.color import Color
from textual.geometry import Region
from textual.pilot import Pilot
from textual.widget import Widget
from textual.widgets import OptionList

from roundtable.config import Settings
from roundtable.ui.app import RoundtableApp
from roundtable.ui.commands import COMMANDS
from roundtable.ui.screens.synthesis import SynthesisScreen
from roundtable.ui.themes import LIGHT, PLAIN
from tests.ui.evening import Evening, half_way, is_live, live
from tests.ui.test_contrast import LEAST, contrast
from tests.ui.waiting import wait_until

DRAWN = set("━╸╺─│┃▌▐█▀▄▁▂▃▅▆▇▔▏▎▍▋▊▉░▒▓╴╶·┌┐└┘╭╮╰╯├┤┬┴┼⎸ ")  # no text: bars, lines and frames
READ_ON_BOTH = {
    "default",
    "color(1)",
    "color(2)",
    "color(5)",
    "color(6)",
}  # on a dark ground, and on a light one
LOOKS = (LIGHT, PLAIN)  # what shows in the light look to be no colour of ours is none in the dark one either
LEFT_OUT = {"leave", "close"}  # after them there is no table


@pytest.fixture
def evening(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Evening:
    monkeypatch.setenv("ROUNDTABLE_SETTINGS", str(tmp_path / "settings.toml"))
    return half_way(tmp_path)


def painted(widget: Widget) -> Iterator[Segment]:
    """Give what a widget paints where it can be seen."""
    room = Region(0, 0, *widget.outer_size)
    for strip in widget.render_lines(room):
        yield from (segment for segment in strip if set(segment.text) - DRAWN)


def seen(app: RoundtableApp) -> Iterator[tuple[Widget, Segment]]:
    for widget in app.screen.walk_children():
        if widget.region and widget.display and not any(one for one in widget.children):
            for segment in painted(widget):
                yield widget, segment


@cache
def of_enough_contrast(text: Color, ground: Color) -> bool:
    return contrast(text, ground) >= LEAST - 0.005  # colours are rounded on their way to the terminal


def inks(segment: Segment) -> tuple[Color, Color]:
    """Give the colours of text and ground as they come to the terminal."""
    style = segment.style
    assert style is not None
    assert style.color is not None, segment
    assert style.bgcolor is not None, segment
    text, ground = Color.from_rich_color(style.color), Color.from_rich_color(style.bgcolor)
    return (ground, text) if style.reverse else (text, ground)


def hard_to_read(app: RoundtableApp) -> set[str]:
    """Give the texts of the screen whose contrast is too low."""
    found = set()
    for widget, segment in seen(app):
        text, ground = inks(segment)
        if not of_enough_contrast(text, ground) or (segment.style and segment.style.dim):
            found.add(
                f"{type(widget).__name__}#{widget.id}: {segment.text.strip()!r} {text.hex} on {ground.hex}"
            )
    return found


def beyond_the_palette(app: RoundtableApp) -> set[str]:
    """Give the texts that are shown in a colour of ours, in one that is not read on both grounds, or unseen."""
    found = set()
    for widget, segment in seen(app):
        style = segment.style
        assert style is not None
        colours = [one.name for one in (style.color, style.bgcolor) if one]
        unseen = len(colours) > len(set(colours)) and "default" not in colours
        if unseen or set(colours) - READ_ON_BOTH or style.dim:
            found.add(f"{type(widget).__name__}#{widget.id}: {segment.text.strip()!r} {colours}")
    return found


def take(app: RoundtableApp, look: str) -> None:
    app.theme = look
    app.set_class(look == PLAIN, "-few-colours")


def wrong_with(app: RoundtableApp) -> set[str]:
    wrong = beyond_the_palette(app) if app.theme == PLAIN else hard_to_read(app)
    return {f"{type(app.screen).__name__} {app.theme} {one}" for one in wrong}


async def in_each_look(app: RoundtableApp, pilot: Pilot[None]) -> set[str]:
    found = set()
    for look in LOOKS:
        take(app, look)
        await pilot.pause(0.05)
        found |= wrong_with(app)
    return found


async def test_every_screen_that_a_command_opens_can_be_read_in_every_look(evening: Evening) -> None:
    app = RoundtableApp(evening.path, session=evening.uid, now=evening.now, settings=Settings(theme="dark"))
    async with app.run_test(size=(110, 36)) as pilot:
        await wait_until(pilot, is_live(app))
        table = live(app)
        found = await in_each_look(app, pilot)
        looked_at = set()
        for command in COMMANDS:
            if command.name in LEFT_OUT:
                continue
            await table.run_action(command.action or f"command('{command.name}')")
            await pilot.pause(0.15)
            while app.screen is not table:
                if type(app.screen) not in looked_at:
                    looked_at.add(type(app.screen))
                    found |= await in_each_look(app, pilot)
                # There Esc lets go of one thing after the other, and only q leaves.
                await pilot.press("q" if isinstance(app.screen, SynthesisScreen) else "escape")
                await pilot.pause(0.05)
            table.set_focus(table.feed)
    assert not found, "\n".join(sorted(found))
    assert {"HelpScreen", "SettingsScreen", "SpeakerChoice"} <= {one.__name__ for one in looked_at}


async def test_the_line_the_palette_and_the_start_screen_can_be_read_in_every_look(evening: Evening) -> None:
    app = RoundtableApp(evening.path, session=evening.uid, now=evening.now, writing=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await wait_until(pilot, is_live(app))
        await pilot.press(*"els, nad")
        found = await in_each_look(app, pilot)
        for look in LOOKS:
            take(app, look)
            await app.run_action("command_palette")
            await wait_until(pilot, lambda: app.screen.query("CommandList"))
            await pilot.press(*"top")
            await pilot.pause(0.3)
            found |= wrong_with(app)
            await pilot.press("escape")
    start = RoundtableApp(evening.path)
    async with start.run_test(size=(80, 24)) as pilot:
        await wait_until(pilot, lambda: type(start.screen).__name__ == "StartScreen")
        await pilot.pause(0.3)
        found |= await in_each_look(start, pilot)
    assert not found, "\n".join(sorted(found))


@pytest.mark.parametrize("key", ["w", "O", "ctrl+p"], ids=["dialog", "settings", "palette"])
async def test_the_marked_row_of_a_list_is_told_by_more_than_colour_where_there_are_few(
    evening: Evening, key: str
) -> None:
    app = RoundtableApp(evening.path, session=evening.uid, now=evening.now, settings=Settings(theme="plain"))
    async with app.run_test(size=(80, 24)) as pilot:
        await wait_until(pilot, is_live(app))
        await pilot.press(key)
        await wait_until(pilot, lambda: app.screen.query(OptionList))
        rows = app.screen.query_one(OptionList)
        await wait_until(pilot, lambda: rows.highlighted is not None and rows.size.height)
        await pilot.pause(0.2)
        marked = [
            y
            for y in range(rows.size.height)
            if any(one.style and one.style.underline and one.text.strip() for one in rows.render_line(y))
        ]
    assert len(marked) == 1
