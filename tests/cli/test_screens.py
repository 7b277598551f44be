"""Which session a screen is opened on."""

from pathlib import Path

import pytest

from roundtable.cli.place import Place
from roundtable.cli.table import session_or_agenda
from roundtable.errors import NeitherSessionNorAgenda
from tests.cli.running import AGENDA, Program


@pytest.fixture
def place(prepared: Program, monkeypatch: pytest.MonkeyPatch) -> Place:
    """Give a place with the session `telework` and, in the folder here, the agendas `telework` and `tele`."""
    monkeypatch.chdir(prepared.db.parent)
    Path("topics").mkdir()
    for name in ("telework", "tele"):
        Path("topics", f"{name}.md").write_text(AGENDA, "utf-8")
    return Place(prepared.db, chosen=True)


def made(place: Place) -> int:
    """Count the sessions."""
    return len(Program(place.path).json("sessions"))


def test_an_exact_id_goes_before_an_agenda_of_that_name(place: Place) -> None:
    assert session_or_agenda(place, "telework") == "telework"
    assert made(place) == 1


def test_an_agenda_goes_before_a_beginning_of_an_id_and_makes_a_session(place: Place) -> None:
    found = session_or_agenda(place, "tele")
    assert found
    assert found.startswith("tele-20")
    assert made(place) == 2


def test_the_session_that_was_prepared_from_an_agenda_is_opened_and_said_so(
    place: Place, capsys: pytest.CaptureFixture[str]
) -> None:
    program = Program(place.path)
    for name in ("first", "second"):
        program("new", "tele", "--id", name)
    assert session_or_agenda(place, "topics/tele.md") == "second"
    assert "second" in capsys.readouterr().err
    program("topic", "next", "--session", "second")
    assert session_or_agenda(place, "tele") == "first"
    program("topic", "next", "--session", "first")
    program("close", "first")
    assert session_or_agenda(place, "tele") not in {"first", "second"}
    assert made(place) == 4


def test_what_is_neither_makes_no_file(tmp_path: Path) -> None:
    nowhere = Place(tmp_path / "new" / "roundtable.db", chosen=True)
    with pytest.raises(NeitherSessionNorAgenda):
        session_or_agenda(nowhere, "nothing")
    assert not nowhere.path.parent.exists()
    assert session_or_agenda(nowhere, "telewerk")


def test_an_agenda_may_be_a_path(place: Place) -> None:
    found = session_or_agenda(place, "topics/tele.md")
    assert found
    assert found.startswith("tele-20")


def test_a_beginning_of_an_id_comes_last(place: Place) -> None:
    assert session_or_agenda(place, "telew") == "telework"
    assert made(place) == 1


def test_what_is_neither_is_told_as_neither(place: Place) -> None:
    with pytest.raises(NeitherSessionNorAgenda):
        session_or_agenda(place, "nothing")


def test_without_a_name_it_is_left_to_the_rules(place: Place) -> None:
    assert session_or_agenda(place, None) is None
