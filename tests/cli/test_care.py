"""Undo, the journal, doctor and rebuild."""

import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.cli.running import Program


def test_undo_takes_back_the_last_things_done_here_one_by_one(table: Program) -> None:
    table.record("els: one", "els, karim: two")
    table("contributions", "star", "1")
    assert "starred" in table("undo")
    assert [said["starred"] for said in table.said()] == [False, False]
    assert "contribution 2" in table("undo")
    assert [said["text"] for said in table.said()] == ["one"]
    table("undo", "--times", "2")
    assert table.said() == []
    assert table.json("status")["state"] == "prepared"


def test_where_nothing_is_left_undo_says_so(prepared: Program) -> None:
    done = prepared.run("undo")
    assert (done.code, done.out) == (1, "")
    assert done.err
    assert prepared.run("undo", "--times", "0").code == 2


def test_what_somebody_changed_since_is_left_and_told(
    table: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    table.record("els: one")
    table("contributions", "edit", "1", "--text", "two")
    monkeypatch.setenv("WT_SESSION", "another terminal")
    table("contributions", "edit", "1", "--text", "three")
    monkeypatch.delenv("WT_SESSION")
    done = table.run("undo")
    assert done.code == 0
    assert "changed by somebody since" in done.err
    assert table.said()[0]["text"] == "three"


def test_the_journal_tells_in_words_who_changed_what_and_when(table: Program) -> None:
    table.record("els: - one")
    table("topic", "pause")
    table("people", "consent", "els", "named")
    table("takeaway", "add", "T", "--from", "1")
    table("undo")
    lines = table("journal").splitlines()
    assert "session “Telework”: new" in lines[0]
    told = "\n".join(lines)
    for words in (
        "clock “The future of work”: new; begins",
        "contribution 1: new; ",
        "speaker Els De Wit",
        "stance opposes",
        "participant Els De Wit: consent by name",
        "takeaway “T”: new; rests on + 1; text “T”",
        "undo: takeaway “T”: taken away",
    ):
        assert words in told


def test_the_journal_tells_minutes_with_their_sign_and_shortens_what_nobody_reads(
    table: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    table("topic", "more", "5")
    table("topic", "more", "-8")
    table("export", "--format", "md")
    lines = table("journal").splitlines()
    assert any(line.endswith("minutes given +5") for line in lines)
    assert any(line.endswith("minutes given −3") for line in lines)
    (paper,) = (line for line in lines if "sha256" in line)
    assert re.search(r"sha256 [0-9a-f]{8}(;|$)", paper)


def test_the_journal_is_complete_as_json(table: Program) -> None:
    table.record("els: one")
    changes = table.json("journal")
    stamps = [change["stamp"] for change in changes]
    assert stamps == sorted(stamps)
    assert changes[-1]["kind"] == "contribution"
    assert changes[-1]["fields"]["typed"] == "els: one"


def test_doctor_finds_a_good_place_fine(table: Program) -> None:
    done = table.run("doctor")
    assert done.code == 0, done.out
    assert "✗" not in done.out
    assert "1 session" in done.out
    assert all(one["fine"] for one in table.json("doctor"))


def test_doctor_finds_a_file_that_is_not_made_yet_fine_and_does_not_make_it(tmp_path: Path) -> None:
    program = Program(tmp_path / "new" / "roundtable.db")
    assert program.run("doctor").code == 0
    assert not program.db.parent.exists()


def test_doctor_tells_what_is_wrong_with_a_bad_place(table: Program) -> None:
    with closing(sqlite3.connect(table.db)) as db:
        db.execute("UPDATE topics SET title = 'Another'")
        db.commit()
    done = table.run("doctor")
    assert done.code == 1
    assert "✗" in done.out
    assert "roundtable rebuild" in done.out
    table("rebuild")
    assert table.run("doctor").code == 0
    table.db.write_bytes(b"no database at all, but long enough to be looked at as one" * 100)
    wrong = table.run("doctor", "--json")
    assert wrong.code == 1
    assert [one["what"] for one in wrong.document if not one["fine"]] == ["data"]


def dumped(path: Path) -> list[str]:
    """Give every row of every table of the projection, its index included."""
    with closing(sqlite3.connect(path)) as db:
        return sorted(line for line in db.iterdump() if "contributions_text_" not in line)


@pytest.mark.parametrize("name", ["en-polis-biodiversity", "nl-tk-2018-zorg"])
def test_rebuilding_changes_no_row_of_an_imported_session(empty: Program, shared: Path, name: str) -> None:
    empty("import", str(shared / "sessions" / f"{name}.json"))
    empty.record("els: one", "ret: two")
    empty("contributions", "edit", "1", "--text", "put right")
    empty("undo")
    before = dumped(empty.db)
    assert str(empty.db) in empty("rebuild")
    assert dumped(empty.db) == before
