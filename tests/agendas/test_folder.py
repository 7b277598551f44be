"""The folders of agendas."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roundtable import i18n
from roundtable.agendas.folder import find_agenda, has_agenda, list_agendas, new_agenda_text, split_name
from roundtable.agendas.reader import read_agenda, read_agenda_file
from roundtable.errors import NoSuchAgenda, NoSuchAgendaButClose


@pytest.fixture
def folders(tmp_path: Path) -> list[Path]:
    """Give two folders of agendas, the first of which hides what the second has of the same name."""
    files = {
        "here": ["telewerk.nl.md", "telewerk.fr.md", "Éénmaal.md", "README.md", ".hidden.md", "plan.txt"],
        "shipped": ["telewerk.nl.md", "telewerk.en.md", "schaarste.nl.md"],
    }
    for folder, names in files.items():
        (tmp_path / folder).mkdir()
        for name in names:
            (tmp_path / folder / name).write_text("## A (1 min)\n", "utf-8")
    return [tmp_path / "here", tmp_path / "missing", tmp_path / "shipped"]


def test_the_name_is_that_of_the_file_without_its_endings() -> None:
    assert split_name("telewerk.nl.md") == ("telewerk", "nl")
    assert split_name("tafel.3.md") == ("tafel.3", "")


def test_files_of_an_earlier_folder_hide_their_namesakes(folders: list[Path]) -> None:
    assert [(one.name, one.language, one.path.parent.name) for one in list_agendas(folders)] == [
        ("Éénmaal", "", "here"),
        ("schaarste", "nl", "shipped"),
        ("telewerk", "en", "shipped"),
        ("telewerk", "fr", "here"),
        ("telewerk", "nl", "here"),
    ]


@pytest.mark.parametrize("name", ["schaarste", "schaarste.nl", "schaarste.nl.md", "SCHAARSTE"])
def test_an_agenda_is_found_by_its_name_with_or_without_endings(folders: list[Path], name: str) -> None:
    assert find_agenda(name, folders) == folders[2] / "schaarste.nl.md"


def test_of_several_languages_that_of_the_interface_is_taken(folders: list[Path]) -> None:
    before = i18n.current()
    try:
        i18n.use("fr")
        assert find_agenda("telewerk", folders).name == "telewerk.fr.md"
        i18n.use("en")
        assert find_agenda("telewerk", folders).name == "telewerk.nl.md"
    finally:
        i18n.use(before)


def test_a_path_is_taken_as_it_is(folders: list[Path], tmp_path: Path) -> None:
    path = folders[0] / "plan.txt"
    assert find_agenda(str(path), folders) == path
    assert find_agenda(str(tmp_path / "not-yet.md"), folders) == tmp_path / "not-yet.md"


def test_a_name_that_is_close_is_proposed(folders: list[Path]) -> None:
    with pytest.raises(NoSuchAgendaButClose, match="telewerk"):
        find_agenda("telework", folders)
    with pytest.raises(NoSuchAgenda):
        find_agenda("zzz", folders)
    with pytest.raises(NoSuchAgenda):
        find_agenda("x" * 5000, folders)


def test_what_means_an_agenda_is_told_from_what_does_not(tmp_path: Path) -> None:
    assert has_agenda(str(tmp_path / "not-yet.md"))
    assert not has_agenda("telewerk-2026-11-23")


def test_the_agendas_that_are_shipped_are_without_problems() -> None:
    shipped = list_agendas([Path(__file__).parents[2] / "topics"])
    assert {one.language for one in shipped} == {"nl", "fr", "en"}
    for one in shipped:
        reading = read_agenda_file(one.path)
        assert not reading.problems, [str(problem) for problem in reading.problems]
        assert reading.agenda.language == one.language
        assert reading.agenda.name == one.name
        assert len(reading.agenda.topics) > 3
        assert all(topic.prompts for topic in reading.agenda.topics)
        assert [topic.conclusion for topic in reading.agenda.topics].count(True) == 1


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
def test_a_new_agenda_is_without_problems(language: str) -> None:
    reading = read_agenda(new_agenda_text("telewerk-2026", language), "telewerk.md")
    assert not reading.problems
    assert (reading.agenda.title, reading.agenda.language) == ("Telewerk 2026", language)
    assert [topic.chapter for topic in reading.agenda.topics] == [False, True, True, False]
    assert reading.agenda.topics[-1].conclusion
    assert reading.agenda.opening
    assert reading.agenda.questions


@given(st.text(max_size=20))
def test_a_new_agenda_takes_any_name(name: str) -> None:
    reading = read_agenda(new_agenda_text(name, "en"), "x.md")
    assert not reading.problems
    assert reading.agenda.title
