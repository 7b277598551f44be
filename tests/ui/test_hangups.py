"""Nobody says goodbye: the terminal is closed, the system ends the program; what was typed is there the next time."""

import os
import signal
from pathlib import Path

import pytest

from tests.ui.evening import going_on

pytest.importorskip("pty", reason="pseudo-terminals are POSIX")
from tests.terminal import Terminal, program

HALF = "els: half a line"


def close(terminal: Terminal) -> None:
    """Close a terminal, as a window is closed."""
    os.close(terminal.ours)
    terminal.ours = os.open(os.devnull, os.O_RDWR)


@pytest.mark.parametrize("way", ["closed", "SIGHUP", "SIGTERM"])
def test_the_line_that_was_typed_when_the_terminal_went_is_kept_to_its_last_letter(
    tmp_path: Path, way: str
) -> None:
    evening = going_on(tmp_path)
    with Terminal(program("--db", str(evening.path), "note"), 100, 30) as terminal:
        terminal.wait_for("WRITING")
        terminal.send(HALF)
        terminal.wait_for(lambda screen: HALF in screen)
        close(terminal) if way == "closed" else terminal.signal(signal.Signals[way])
        assert terminal.exit_code(seconds=10) == 0
    (draft,) = evening.journal.line_drafts(evening.uid)
    assert draft.text == HALF


def test_two_who_press_next_at_once_make_one_step_and_the_second_is_told(tmp_path: Path) -> None:
    evening = going_on(tmp_path)
    before = evening.session.positions[evening.session.current.id] if evening.session.current else 0
    with (
        Terminal(program("--db", str(evening.path), "run"), 120, 30) as one,
        Terminal(program("--db", str(evening.path), "run"), 120, 30) as other,
    ):
        for terminal in (one, other):
            terminal.wait_for("STEERING")
        # Stopped, neither can see what the other does; so both press on the same topic.
        for terminal in (one, other):
            terminal.signal(signal.SIGSTOP)
            os.write(terminal.ours, b"n")
        for terminal in (one, other):
            terminal.signal(signal.SIGCONT)

        def told(_screen: str) -> bool:
            return any("somebody had already gone to" in each.settle(0.1) for each in (one, other))

        one.wait_for(told)
    here = evening.session.current
    assert here
    assert evening.session.positions[here.id] == before + 1


def test_each_sees_that_the_other_is_here(tmp_path: Path) -> None:
    evening = going_on(tmp_path)
    with Terminal(program("--db", str(evening.path), "note"), 120, 30) as one:
        one.wait_for("WRITING")
        with Terminal(program("--db", str(evening.path), "run"), 120, 30) as other:
            other.wait_for(lambda screen: "STEERING" in screen and "2 writers" in screen)
            one.wait_for("2 writers")
        one.wait_for(lambda screen: "2 writers" not in screen)


def test_a_terminal_that_shows_no_screens_is_told_so(tmp_path: Path) -> None:
    evening = going_on(tmp_path)
    with Terminal(program("--db", str(evening.path), "note"), 200, TERM="dumb") as terminal:
        screen = terminal.wait_for("roundtable record")
        assert "TERM=dumb" in screen
        assert terminal.exit_code(seconds=10) == 1
    assert "\x1b" not in terminal.raw.decode()
