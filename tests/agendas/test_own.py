"""The user's own agendas."""

from pathlib import Path

import pytest

from roundtable.agendas import own
from roundtable.agendas.folder import agenda_folders
from roundtable.agendas.reader import read_agenda_file


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))


def test_an_agenda_that_came_with_the_program_is_copied_before_it_is_changed() -> None:
    shipped = next(agenda_folders()[2].glob("*.nl.md"))
    before = shipped.read_bytes()
    copy = own.own_copy(shipped)
    assert copy.parent == own.own_folder()
    assert copy.read_bytes() == before
    copy.write_text("mine", "utf-8")
    assert own.own_copy(shipped).read_text("utf-8") == "mine"
    assert own.own_copy(copy) == copy
    assert shipped.read_bytes() == before


def test_an_agenda_of_ones_own_is_changed_where_it_lies(tmp_path: Path) -> None:
    path = tmp_path / "topics" / "mine.nl.md"
    path.parent.mkdir()
    path.write_text("## A (5 min)\n", "utf-8")
    assert own.own_copy(path) == path


def test_a_new_agenda_has_its_title_and_no_problem_and_hides_no_other() -> None:
    first = own.new_agenda("Zorg: morgen?", "nl", "zorg-morgen")
    second = own.new_agenda("Zorg: morgen?", "nl", "zorg-morgen")
    assert [path.name for path in (first, second)] == ["zorg-morgen.nl.md", "zorg-morgen-2.nl.md"]
    reading = read_agenda_file(second)
    assert (reading.agenda.title, reading.problems) == ("Zorg: morgen?", ())
    assert own.agenda_of_session("zorg-morgen", "nl") == first
    assert own.agenda_of_session("gone", "nl") is None
