"""Erasing from the plain command line: shown first, asked for, gone, and told what is left to do."""

from pathlib import Path

import pytest

from tests.cli.running import Program
from tests.services.leftovers import leftovers
from tests.terminal import Terminal, program

SAID = "we will close the Genk warehouse"


@pytest.fixture
def told(table: Program) -> Program:
    """Give a table where something was said between us, and Els is spoken of."""
    table.record("karim: good evening", f"els: {SAID}", "an claes: Els De Wit may be right")
    return table


def test_contributions_go_for_good_and_their_number_stays(told: Program, tmp_path: Path) -> None:
    shown = told("contributions", "erase", "2", "--yes")
    assert SAID in shown
    assert "Erased: contribution 2." in shown
    assert [said["number"] for said in told.said()] == [1, 3]
    assert told.said("--withdrawn") == []
    assert leftovers(tmp_path, SAID) == []
    done = told.run("contributions", "restore", "2")
    assert (done.code, done.err) == (1, "Contribution 2 was erased; nothing of it is left.\n")
    assert "erased: contribution 2" in told("journal")
    assert told.run("undo").err.startswith("What was erased here cannot be taken back")
    assert told.run("doctor").code == 0


def test_a_script_has_to_say_that_it_is_meant_and_how_much(told: Program) -> None:
    assert "--yes" in told.run("contributions", "erase", "2").err
    assert "--words" in told.run("erase", "els", "--yes").err
    assert "--everybody" in told.run("erase").err
    assert told.run("erase", "--everybody", "--link", "--yes").code == 1
    assert told.said()[1]["text"] == SAID
    assert told.run("erase", "nadia", "--link", "--yes").code == 1


def test_a_person_goes_from_every_session_or_one(told: Program, agenda: str, tmp_path: Path) -> None:
    told("new", agenda, "--id", "second")
    told("erase", "Els De Wit", "--session", "telework", "--link", "--yes")
    assert leftovers(tmp_path, "Els De Wit") != []
    told("erase", "els de wit", "--link", "--yes")
    assert leftovers(tmp_path, "Els De Wit") == []
    assert [said["text"] for said in told.said("--session", "telework")] == [
        "good evening",
        SAID,
        "Somebody at the table may be right",
    ]


def test_on_a_terminal_the_name_is_to_be_typed(told: Program) -> None:
    with Terminal(program("--db", str(told.db), "erase", "els", "--link", "--mentions", "neutral")) as asked:
        shown = asked.wait_for("Type Els De Wit to erase this for good")
        assert "Els De Wit may be right" in shown
        asked.send("karim\r")
        asked.wait_for("That is not “Els De Wit”; nothing was changed.")
        assert asked.exit_code(10) == 1
    assert len(told.json("people", "list")) == 4
    with Terminal(program("--db", str(told.db), "erase", "els")) as asked:
        asked.wait_for("or only the link")
        asked.send("words\r")
        asked.wait_for("neutral words")
        asked.send("\r")
        asked.wait_for("Type Els De Wit")
        asked.send("els de wit\r")
        asked.wait_for("Erased: Els De Wit.")
        assert asked.exit_code(10) == 0
    assert [said["text"] for said in told.said()] == ["good evening", "Somebody at the table may be right"]


def test_papers_are_deleted_where_that_is_wanted_and_told_where_not(
    told: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    told("export", "--appendix")
    paper = tmp_path / "exports" / "telework-draft.md"
    assert SAID in paper.read_text("utf-8")
    kept = told.run("contributions", "erase", "2", "--papers", "keep", "--yes")
    assert str(paper) in kept.err
    assert paper.exists()
    done = told.run("erase", "els", "--words", "--papers", "delete", "--yes")
    assert done.code == 0
    told.record("an claes: more to say of Genk harbour")
    told("export", "--appendix")
    told("contributions", "erase", "4", "--papers", "delete", "--yes")
    assert not paper.exists()
    assert leftovers(tmp_path, "Genk harbour") == []


def test_a_backup_is_made_and_comes_back_without_what_was_erased(told: Program, tmp_path: Path) -> None:
    backup = tmp_path / "safe" / "one.db"
    assert str(backup) in told("backup", str(backup))
    told("contributions", "erase", "2", "--yes")
    assert leftovers(tmp_path, SAID) == []
    told.record("an claes: after the backup")
    assert "--yes" in told.run("restore", str(backup)).err
    done = told.run("restore", str(backup), "--yes")
    assert "before-restore" in done.err
    assert [said["number"] for said in told.said()] == [1, 3]
    assert [path.name for path in backup.parent.iterdir()] == ["one.db"]
    assert told.run("backup", str(tmp_path)).code == 1


def test_a_backup_that_is_away_is_told_until_it_is_back(told: Program, tmp_path: Path) -> None:
    stick, away = tmp_path / "stick", tmp_path / "away"
    told("backup", str(stick / "one.db"))
    stick.rename(away)
    done = told.run("contributions", "erase", "2", "--yes")
    assert (done.code, str(stick / "one.db") in done.err) == (0, True)
    assert told.run("doctor").code == 1
    away.rename(stick)
    assert told.run("doctor").code == 0
    assert leftovers(tmp_path, SAID) == []


def test_after_its_day_it_is_offered_to_erase_the_names_and_everybody_goes_at_once(told: Program) -> None:
    assert "2020-01-31" in told("retention", "2020-01-31")
    assert "2020-01-31" in told("retention", "telework")
    offered = "roundtable erase --everybody --session telework"
    assert offered in told.run("sessions").err
    assert told.json("sessions")[0]["names_until"] == "2020-01-31"
    assert offered in told.run("doctor").out
    told("erase", "--everybody", "--session", "telework", "--yes")
    assert told.json("people", "list") == []
    assert [said["text"] for said in told.said()][1] == SAID
    assert offered not in told.run("sessions").err
    assert told.run("doctor").code == 0


def test_a_day_is_written_as_one_and_can_be_taken_away(told: Program) -> None:
    told("retention", "telework", "2030-01-31")
    assert told.run("sessions").err == ""
    assert "2030-01-31" not in told("retention", "none")
    assert told.run("retention", "31/31/2030").code == 1
    assert "kept" in told("journal")
