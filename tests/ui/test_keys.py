"""Keys act in the order in which they come, however fast: on a real terminal, with a program that stalls."""

import os
import signal
from pathlib import Path

import pytest

from roundtable.domain.contributions import Contribution
from roundtable.domain.floor import queue
from roundtable.services import ledger
from tests.ui.evening import Evening, going_on

pytest.importorskip("pty", reason="pseudo-terminals are POSIX")
from tests.terminal import Terminal, program

SIZE = 100, 30
LINES = ("karim: eerste zin", "els: tweede", "an: - derde", "zonder naam", "mieke: vierde !!")
WANTED = [
    ("Karim", "eerste zin"),
    ("Els", "tweede"),
    ("An", "derde"),
    ("An", "zonder naam"),
    ("Mieke", "vierde"),
]
TEXTS = [text for _name, text in WANTED]


def spoken(evening: Evening, count: int = len(WANTED)) -> list[tuple[str, str]]:
    """Give who said what, of the last contributions."""

    def name(said: Contribution) -> str:
        return evening.session.shown.get(said.participant or "", "?")

    return [(name(said), said.text) for said in evening.session.contributions[-count:]]


def writing(evening: Evening) -> Terminal:
    terminal = Terminal(program("--db", str(evening.path), "note"), *SIZE)
    terminal.wait_for("WRITING")
    return terminal


def test_lines_that_come_in_one_burst_are_kept_one_by_one_with_their_speakers(tmp_path: Path) -> None:
    evening = going_on(tmp_path)
    with writing(evening) as terminal:
        terminal.send("".join(f"{line}\r" for line in LINES))
        terminal.wait_for(lambda _screen: evening.texts[-5:] == TEXTS)
        terminal.settle()
    assert spoken(evening) == WANTED


@pytest.mark.parametrize("turn", range(3))
def test_lines_typed_while_the_program_stalls_are_neither_glued_nor_lost(tmp_path: Path, turn: int) -> None:
    evening = going_on(tmp_path)
    before = len(evening.texts)
    with writing(evening) as terminal:
        for place, line in enumerate(LINES):
            stalled = (place + turn) % 2 == 0
            if stalled:
                terminal.signal(signal.SIGSTOP)
            slip = f"{line}xyz\x7f\x7f\x7f\r"
            terminal.send(slip[: 4 + turn])
            if stalled:
                terminal.signal(signal.SIGCONT)
            terminal.send(slip[4 + turn :])
        terminal.wait_for(lambda _screen: evening.texts[-5:] == TEXTS)
        terminal.settle()
    assert spoken(evening) == WANTED
    assert len(evening.texts) == before + len(WANTED)


def test_a_speaker_is_chosen_by_a_letter_however_fast(tmp_path: Path) -> None:
    evening = going_on(tmp_path)
    with writing(evening) as terminal:
        terminal.send("\tkeerste\r\tmtweede\rderde\r\tNvierde\r")
        terminal.wait_for(lambda _screen: evening.texts[-1] == "vierde")
        terminal.settle(0.2)
    assert spoken(evening, 3) == [("Mieke", "tweede"), ("Mieke", "derde"), ("?", "vierde")]
    assert evening.newest.typed == "NPO: vierde"
    assert evening.session.contributions[-4].typed == "Karim: eerste"


def test_escape_and_enter_change_over_for_the_very_next_letter(tmp_path: Path) -> None:
    evening = going_on(tmp_path)
    with writing(evening) as terminal:
        terminal.signal(signal.SIGSTOP)
        # Apart from the letter behind it, as Esc and a letter in one are what Alt sends.
        os.write(terminal.ours, b"els: eerst\r\x1b")
        terminal.settle(0.1)
        terminal.signal(signal.SIGCONT)
        terminal.settle(0.3)
        terminal.send("\x1b[An")
        terminal.settle(0.6)
        terminal.send("\rnadia: is nieuw\r")
        terminal.wait_for(lambda _screen: evening.texts[-1].endswith("is nieuw"))
        assert "WRITING" in terminal.settle()
    assert evening.texts[-2] == "eerst"
    assert evening.session.current == evening.session.topics[2]
    assert not evening.session.contributions[-1].parked


def test_escape_with_a_letter_in_the_same_breath_steers_and_acts(tmp_path: Path) -> None:
    evening = going_on(tmp_path)
    here = evening.session.current
    with writing(evening) as terminal:
        terminal.send("\x1bn")
        terminal.wait_for(lambda _screen: evening.session.current != here)
        terminal.wait_for("STEERING")


def test_a_line_typed_by_mistake_while_steering_is_a_line(tmp_path: Path) -> None:
    evening = going_on(tmp_path)
    with Terminal(program("--db", str(evening.path), "run"), *SIZE) as terminal:
        terminal.wait_for("STEERING")
        terminal.send("nadia: eerste zin\rkarim: tweede\r")
        terminal.wait_for(lambda _screen: evening.texts[-1] == "tweede")
    assert spoken(evening, 1) == [("Karim", "tweede")]
    assert evening.session.contributions[-2].typed == "nadia: eerste zin"
    assert evening.session.current == evening.session.topics[1]
    assert not any(said.parked for said in evening.session.contributions)


def test_leaving_says_which_session_it_was_and_how_to_go_on(tmp_path: Path) -> None:
    evening = going_on(tmp_path)
    with Terminal(program("--db", str(evening.path), "run"), *SIZE) as terminal:
        terminal.wait_for("STEERING")
        terminal.send("q")
        wanted = f"--db{evening.path}note{evening.session.details.slug}"
        terminal.wait_for(lambda screen: wanted in "".join(screen.split()))


def test_a_name_typed_right_behind_f_asks_for_the_floor_and_is_no_line(tmp_path: Path) -> None:
    evening = going_on(tmp_path)
    before = len(evening.texts)
    with Terminal(program("--db", str(evening.path), "run"), *SIZE) as terminal:
        terminal.wait_for("STEERING")
        terminal.send("fkar\r")
        terminal.wait_for(lambda screen: "waiting" in screen and "Karim" in screen)
    assert [evening.session.shown[one.participant or ""] for one in queue(evening.session)] == ["Karim"]
    assert len(evening.texts) == before


def test_what_is_typed_right_behind_a_key_of_a_page_is_for_what_it_opens(tmp_path: Path) -> None:
    evening = going_on(tmp_path)
    ledger.add_takeaway(evening.journal, evening.uid, "Goals count, not hours.")
    with Terminal(program("--db", str(evening.path), "run"), *SIZE) as terminal:
        terminal.wait_for("STEERING")
        terminal.send("c")
        terminal.wait_for("LAST TEN MINUTES")
        terminal.send("nxeno, hours and days\r")
        terminal.wait_for(lambda _screen: len(evening.session.takeaways) > 1)
    assert [one.text for one in evening.session.takeaways] == [
        "Goals count, not hours.",
        "xeno, hours and days",
    ]


def test_what_is_typed_right_behind_the_key_of_the_search_is_looked_for(tmp_path: Path) -> None:
    evening = going_on(tmp_path)
    with Terminal(program("--db", str(evening.path), "run"), *SIZE) as terminal:
        terminal.wait_for("STEERING")
        terminal.send("/quarter")
        terminal.wait_for(lambda screen: "1 found" in screen and "SEARCH" in screen)
