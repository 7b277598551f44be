"""Where an evening stands, and rehearsals, from the plain command line."""

import pytest

from roundtable.cli.place import Place
from roundtable.cli.table import rehearsal_of
from tests.cli.running import Program


def test_closing_tells_minutes_what_is_left_and_what_to_do_next(table: Program) -> None:
    table("record", "els: we stopped counting", "zoe: who am I?", "karim: check this ??")
    told = table("closing")
    assert any(
        line.startswith("1 ") and "/ 15 min" in line and "The future" in line for line in told.splitlines()
    )
    assert "3 contributions · 2 of 4 people heard" in told
    assert "NPO, An, Anke" in told
    assert "who?       1 · #2" in told
    assert "to check   1 · #3" in told
    assert f"roundtable --db {table.db} contributions list telework --unplaced" in told


def test_close_prints_the_same_summary(table: Program) -> None:
    table("record", "els: we stopped counting")
    told = table("close")
    assert told.startswith("“Telework” is closed.\n")
    assert table("closing").partition("\n")[2] in told
    assert "roundtable" in told
    assert " close telework" not in told


def test_every_command_that_is_proposed_can_be_given(table: Program) -> None:
    table("record", "els: we stopped counting", "zoe: who am I?")
    table("contributions", "park", "1")
    table("takeaway", "add", "We count differently")
    table("close")
    for line in table.json("closing")["next"]:
        words = (
            line.replace("NAME", "els")
            .replace("FORM", "named")
            .replace("TEXT", "text")
            .replace("--from N", "--from 1")
        )
        program, option, file, *rest = words.split()
        assert (program, option, file) == ("roundtable", "--db", str(table.db))
        if rest[0] != "export":
            assert table.run(*rest).code == 0, line


def test_the_json_has_the_figures(table: Program) -> None:
    table("record", "els: we stopped counting")
    found = table.json("closing", "telework")
    assert (found["state"], found["contributions"], found["takeaways"]) == ("running", 1, 0)
    assert [one["planned_seconds"] for one in found["topics"]] == [600, 900, 1200, 900, 600]
    assert found["planned_seconds"] == 4200
    assert found["not_heard"] == ["Karim Haddad", "An Claes", "Anke Maes"]
    assert len(found["not_asked"]) == 4


def test_a_rehearsal_is_told_in_the_list_and_never_meant_unless_named(
    table: Program, capsys: pytest.CaptureFixture[str]
) -> None:
    assert rehearsal_of(Place(table.db, chosen=True), "telework") == "telework-rehearsal"
    assert "does not count" in capsys.readouterr().err
    assert "Telework (rehearsal)" in table("sessions")
    assert [one["rehearsal"] for one in table.json("sessions")] == [True, False]
    assert table.json("status")["session"] == "telework"
    assert table.json("status", "telework-rehearsal")["topic"] is None


def test_of_a_rehearsal_the_next_step_is_the_evening_itself(table: Program) -> None:
    rehearsal_of(Place(table.db, chosen=True), None)
    table("topic", "go", "1", "--session", "telework-rehearsal")
    table("record", "--session", "telework-rehearsal", "els: hello")
    assert table.json("closing", "telework-rehearsal")["next"] == [f"roundtable --db {table.db} run telework"]
    done = table.run(
        "export", "telework-rehearsal", "--final", "--format", "md", "--output", str(table.db.parent / "x.md")
    )
    assert done.code == 1
    assert "rehearsal" in done.err
