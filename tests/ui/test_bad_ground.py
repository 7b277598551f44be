"""The file goes away, is held by another, or the session is deleted under a running table: nothing typed is lost."""

import sqlite3
import time
from dataclasses import replace
from pathlib import Path

import pytest

from roundtable.domain.records import changed
from tests.ui.evening import Evening, going_on

pytest.importorskip("pty", reason="pseudo-terminals are POSIX")
from tests.terminal import Terminal, program


def writing(evening: Evening) -> Terminal:
    terminal = Terminal(program("--db", str(evening.path), "note"), 120, 30)
    terminal.wait_for("WRITING")
    return terminal


@pytest.mark.parametrize("replaced", [False, True])
def test_while_the_file_is_away_a_line_stays_in_its_place_and_is_kept_once_it_is_back(
    tmp_path: Path, *, replaced: bool
) -> None:
    evening = going_on(tmp_path)
    away = tmp_path / "away.db"
    with writing(evening) as terminal:
        evening.path.rename(away)
        if replaced:
            evening.path.write_bytes(b"")
        terminal.wait_for(lambda screen: "was moved, replaced or deleted" in " ".join(screen.split()))
        terminal.send("els: not lost\r")
        terminal.wait_for(lambda screen: "NOT SAVED" in screen and "els: not lost" in screen)
        evening.path.unlink(missing_ok=True)
        away.rename(evening.path)
        terminal.send("\r")
        terminal.wait_for(lambda screen: "NOT SAVED" not in screen and "els: not lost" not in screen)
    assert evening.newest.text == "not lost"


def test_a_line_waits_while_another_program_holds_the_file(tmp_path: Path) -> None:
    evening = going_on(tmp_path)
    with writing(evening) as terminal:
        holder = sqlite3.connect(evening.path, isolation_level=None)
        holder.execute("BEGIN IMMEDIATE")
        terminal.send("els: in good time\r")
        terminal.wait_for("saving")
        time.sleep(1)
        assert evening.newest.text != "in good time"
        holder.execute("ROLLBACK")
        terminal.wait_for(lambda screen: "saving" not in screen)
    assert evening.newest.text == "in good time"


def test_a_session_that_was_deleted_elsewhere_is_told_and_still_takes_lines(tmp_path: Path) -> None:
    evening = going_on(tmp_path)
    with writing(evening) as terminal:
        evening.journal.append(
            evening.uid,
            lambda session: [changed(session.details, replace(session.details, withdrawn=True))],
        )
        terminal.wait_for("deleted elsewhere")
        terminal.send("els: kept all the same\r")
        terminal.wait_for(lambda _screen: evening.newest.text == "kept all the same")
