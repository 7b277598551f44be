"""A database file that is not there yet: who makes it, and what the others say."""

from pathlib import Path

import pytest

from tests.cli.running import Program


@pytest.fixture
def nowhere(tmp_path: Path) -> Program:
    """Give the program on a file that was never made, in a folder that is not there."""
    return Program(tmp_path / "new" / "roundtable.db")


@pytest.mark.parametrize(
    "words",
    ["status", "people list", "prose show", "journal", "export", "contributions list", "suggest", "rebuild"],
)
def test_looking_makes_no_file_and_says_how_to_make_one(nowhere: Program, words: str) -> None:
    done = nowhere.run(*words.split())
    assert (done.code, done.out) == (1, "")
    assert str(nowhere.db) in done.err
    assert "roundtable new AGENDA" in done.err
    assert not nowhere.db.parent.exists()


def test_a_list_of_sessions_is_empty_and_makes_no_file(nowhere: Program) -> None:
    assert nowhere.json("sessions") == []
    assert "roundtable new AGENDA" in nowhere("sessions")
    assert not nowhere.db.parent.exists()


def test_a_new_session_makes_the_file(nowhere: Program, agenda: str) -> None:
    nowhere("new", agenda)
    assert nowhere.db.is_file()


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="there is no such place on this system")
def test_a_place_that_takes_no_files_is_told_at_once(agenda: str) -> None:
    done = Program(Path("/proc/x.db")).run("new", agenda)
    assert done.code == 1
    assert "cannot be written" in done.err
