"""What people type is hostile: on a real terminal nothing of it acts, and all of it can be read."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from roundtable.domain.contributions import Contribution, Theme, Voice
from roundtable.domain.people import Participant
from roundtable.domain.records import changed, created
from roundtable.domain.session import Session
from roundtable.domain.stamps import new_id
from tests.ui.evening import Evening, going_on

pytest.importorskip("pty", reason="pseudo-terminals are POSIX")
from tests.terminal import Terminal, program

TITLE_SET = "\x1b]0;pwned\x07"
RED = "\x1b[31mpwned"
C1 = "\x9b31mpwned"
CONTROLS = f"{TITLE_SET}{RED}{C1}\x7f\u202epwned\u2028\u2066pwned\x08\x0e"
MARKUP = "[/] [b]b[/b] [@click=app.quit]x[/] [see annex] =HYPERLINK("
NEVER = [
    b"\x1b]0;pwned",
    b"\x1b[31mpwned",
    "\x9b".encode(),
    b"\x7f",
    "\u202e".encode(),
    "\u2028".encode(),
    "\u2066".encode(),
    b"\x07",
    b"\x08",
    b"\x0e",
]


def sent(terminal: Terminal) -> bytes:
    """Give what reached the terminal, without the shape of the mouse pointer, which Textual ends with a bell."""
    return re.sub(rb"\x1b\]22;\w*\x07", b"", terminal.raw)


def poison(evening: Evening) -> None:
    """Put a payload past every entry into each text that the table shows."""

    def decide(session: Session) -> list[object]:
        topic = session.topics[1]
        els = session.participants[0]
        said = Contribution(
            id=new_id(),
            typed=CONTROLS,
            text=CONTROLS + MARKUP,
            at=evening.now(),
            topic=topic.id,
            participant=els.id,
            voice=Voice.PERSON,
        )
        return [
            changed(session.details, replace(session.details, title=CONTROLS + "[/]T", closed=None)),
            changed(topic, replace(topic, title="[/]" + CONTROLS, prompts=(CONTROLS + MARKUP,))),
            changed(els, replace(els, name=CONTROLS + "[/]Els")),
            changed(session.sectors[0], replace(session.sectors[0], short="[/]\x9b")),
            created(Participant(id=new_id(), name="[@click=app.quit]x[/]", order="zz")),
            created(Theme(id=new_id(), name="[/]" + CONTROLS + MARKUP, order="z")),
            created(said),
        ]

    evening.journal.append(evening.uid, decide)  # type: ignore[arg-type]  # a list of edits


def test_no_control_byte_of_a_payload_reaches_the_terminal_wherever_it_is_shown(tmp_path: Path) -> None:
    evening = going_on(tmp_path)
    poison(evening)
    with Terminal(program("--db", str(evening.path), "run"), 100, 40) as terminal:
        terminal.wait_for("STEERING")
        for keys in (
            "o",
            "g",
            "\x1b",
            "w",
            "\x1b",
            "e",
            "\x1b",
            "\x10topic",
            "\x1b",
            "T",
            "r",
            "\x1b",
            "m",
            "\x1b",
            "\x1b",
            "x",
            "v",
            "\x1b",
            "u",
            "?",
            "\x1b",
        ):
            terminal.send(keys)
            terminal.settle()
        assert "STEERING" in terminal.screen
        assert not terminal.ended
    assert [payload for payload in NEVER if payload in sent(terminal)] == []


def test_what_is_typed_is_shown_as_typed(tmp_path: Path) -> None:
    evening = going_on(tmp_path)
    with Terminal(program("--db", str(evening.path), "note"), 100, 40) as terminal:
        terminal.wait_for("WRITING")
        for line in (
            "els: [/] closes nothing",
            "els: [@click=app.quit]x[/]",
            "els: =HYPERLINK(1)",
            "els: [see annex]",
        ):
            terminal.send(line + "\r")
            terminal.wait_for(lambda screen, line=line: f"  {line.removeprefix('els: ')}" in screen)
    assert evening.texts[-4:] == [
        "[/] closes nothing",
        "[@click=app.quit]x[/]",
        "=HYPERLINK(1)",
        "[see annex]",
    ]


def test_a_hundred_thousand_characters_pasted_with_controls_among_them_are_kept(tmp_path: Path) -> None:
    evening = going_on(tmp_path)
    before = len(evening.texts)
    with Terminal(program("--db", str(evening.path), "note")) as terminal:
        terminal.wait_for("WRITING")
        terminal.paste("els: " + "word \x07" * 20_000)
        terminal.settle(1)
        terminal.send("\r")
        terminal.wait_for(lambda _screen: len(evening.texts) > before)
        terminal.wait_for("word word")
    assert b"\x07" not in sent(terminal)
    assert evening.newest.text == " ".join(["word"] * 20_000)


@pytest.mark.parametrize("environment", [{"NO_COLOR": "1"}, {"TERM": "xterm-16color", "COLORTERM": None}])
def test_without_colour_or_with_sixteen_everything_is_still_said(
    tmp_path: Path, environment: dict[str, str | None]
) -> None:
    evening = going_on(tmp_path)
    with Terminal(program("--db", str(evening.path), "run"), **environment) as terminal:
        screen = terminal.wait_for(lambda screen: "???" in screen and "STEERING" in screen)
        assert "SOF not heard yet" in screen
        if "NO_COLOR" in environment:
            terminal.settle()
            assert b"38;2;" not in terminal.raw
            assert b"48;2;" not in terminal.raw
