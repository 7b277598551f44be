"""What terminals do: AltGr told in their own way, few colours, sizes that change all the time."""

import re
from pathlib import Path

import pytest

from roundtable.ui.settled_app import ALTGR
from tests.ui.evening import going_on

pytest.importorskip("pty", reason="pseudo-terminals are POSIX")

from tests.terminal import Terminal, program

NOT_HERE = {"WT_SESSION": None, "SSH_CONNECTION": None, "SSH_TTY": None, "TEXTUAL_DISABLE_KITTY_KEY": None}
CTRL_ALT, ALT = 7, 3
COLOURS = re.compile(rb"\x1b\[([\d;]*)m")


def told_as_keys(text: str, modifiers: int) -> str:
    """Give a text as some terminals on Windows send what AltGr gives: each character as a key with Ctrl and Alt."""
    return "".join(f"\x1b[{ord(sign)};{modifiers}u" for sign in text)


@pytest.mark.parametrize("modifiers", [CTRL_ALT, ALT])
def test_what_altgr_gives_is_text_also_where_a_terminal_tells_it_as_keys(
    tmp_path: Path, modifiers: int
) -> None:
    evening = going_on(tmp_path)
    signs = "".join(ALTGR.values())
    with Terminal(program("--db", str(evening.path), "note"), 100, 30, **NOT_HERE) as terminal:
        terminal.wait_for("WRITING")
        terminal.send(f"els: mail {told_as_keys(signs, modifiers)} en\r")
        terminal.wait_for(lambda _screen: evening.texts[-1].startswith("mail"))
    assert evening.texts[-1] == f"mail {signs} en"


def test_altgr_with_e_is_the_euro_sign_on_all_our_keyboards(tmp_path: Path) -> None:
    evening = going_on(tmp_path)
    with Terminal(program("--db", str(evening.path), "note"), 100, 30, **NOT_HERE) as terminal:
        terminal.wait_for("WRITING")
        terminal.send("els: 20 " + told_as_keys("e", CTRL_ALT) + " per dag\r")
        terminal.wait_for(lambda _screen: evening.texts[-1].startswith("20"))
    assert evening.texts[-1] == "20 € per dag"


@pytest.mark.parametrize("name", ["WT_SESSION", "SSH_TTY"])
def test_the_protocol_that_swallows_altgr_is_not_asked_for_where_it_would(tmp_path: Path, name: str) -> None:
    evening = going_on(tmp_path)
    asked = re.compile(rb"\x1b\[>\d+u")
    sent = []
    for surroundings in (NOT_HERE, {**NOT_HERE, name: "1"}):
        with Terminal(program("--db", str(evening.path), "note"), 100, 30, **surroundings) as terminal:
            terminal.wait_for("WRITING")
            sent.append(bool(asked.search(terminal.raw)))
    assert sent == [True, False]


def test_a_terminal_of_sixteen_colours_gets_those_of_its_own_palette_alone(tmp_path: Path) -> None:
    evening = going_on(tmp_path)
    surroundings = {"TERM": "xterm", "COLORTERM": None, "TEXTUAL_COLOR_SYSTEM": None}
    with Terminal(program("--db", str(evening.path), "run"), 100, 30, **surroundings) as terminal:
        terminal.wait_for("STEERING")
        terminal.send("k")
        terminal.settle()
        raw = terminal.raw
    codes = {code for found in COLOURS.findall(raw) for code in found.split(b";") if code}
    assert not codes & {b"38", b"48"}, "a colour that the terminal has not"
    assert {b"36", b"7"} <= codes, "no accent, or the marked row is not shown the other way round"
    inks = {int(code) for code in codes if 30 <= int(code) < 50 or 90 <= int(code) < 110}
    assert inks <= {31, 32, 35, 36, 39, 49}


def test_without_colour_the_marked_row_is_shown_the_other_way_round(tmp_path: Path) -> None:
    evening = going_on(tmp_path)
    with Terminal(program("--db", str(evening.path), "run"), 100, 30, NO_COLOR="1") as terminal:
        terminal.wait_for("STEERING")
        terminal.send("k")
        terminal.settle()
        terminal.send("O")
        terminal.wait_for("SETTINGS")
        raw = terminal.raw
    codes = {code for found in COLOURS.findall(raw) for code in found.split(b";") if code}
    assert b"7" in codes
    assert not {int(code) for code in codes} & {
        *range(30, 39),
        *range(40, 49),
        *range(90, 98),
        *range(100, 108),
    }


def test_fifty_changes_of_size_within_a_second_end_in_a_right_picture(tmp_path: Path) -> None:
    evening = going_on(tmp_path)
    with Terminal(program("--db", str(evening.path), "note"), 100, 30) as terminal:
        terminal.wait_for("WRITING")
        terminal.send("els: half een")
        terminal.wait_for("half een")
        quiet = terminal.settle()
        for turn in range(50):
            width, height = (60 + turn * 3, 12 + turn) if turn % 2 else (200 - turn * 2, 60 - turn)
            terminal.resize(width, height)
            terminal.settle(0.02)
        terminal.resize(100, 30)
        after = terminal.wait_for(lambda screen: without_clocks(screen) == without_clocks(quiet), 10)
        terminal.send(" zin\r")
        terminal.wait_for(lambda _screen: evening.texts[-1] == "half een zin")
    assert "WRITING" in after


def without_clocks(screen: str) -> str:
    """Give what is shown without the times, which go on."""
    return re.sub(r"\d\d?:\d\d|\d+/\d+|[━╸╺─]+|\d+ min", "", screen)
