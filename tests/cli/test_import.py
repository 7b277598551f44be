"""Sessions from files: to the letter, in number and order; and files that are none."""

import json
from pathlib import Path
from typing import Any

import pytest

from roundtable.domain.text import clean
from tests.cli.running import Program

SESSIONS = (
    "en-ami-es2002",
    "en-argkp-dev",
    "en-europarl-2011-07-05-huge",
    "en-polis-biodiversity",
    "en-qmsum-covid4",
    "fr-fredsum-retraites",
    "nl-tk-2018-zorg",
)
SMALL: dict[str, Any] = {
    "title": "Small",
    "language": "nl",
    "topics": [{"title": "One", "minutes": 5}],
    "participants": [{"name": "Els", "sector": "Retail"}],
    "contributions": [{"at_seconds": 1, "participant": "Els", "topic_index": 0, "text": "hello"}],
}


@pytest.mark.parametrize("name", SESSIONS)
def test_a_shared_session_arrives_to_the_letter(empty: Program, shared: Path, name: str) -> None:
    source = shared / "sessions" / f"{name}.json"
    file = json.loads(source.read_text("utf-8"))
    done = empty.run("import", "--json", str(source))
    assert done.document == {"session": name, "contributions": len(file["contributions"])}
    said = empty.said(name)
    assert [one["number"] for one in said] == list(range(1, len(file["contributions"]) + 1))
    sectors = {one["name"]: one["sector"] for one in file["participants"]}
    for one, wanted in zip(said, file["contributions"], strict=True):
        assert one["text"] == one["typed"] == clean(wanted["text"])
        assert one["participant"] == wanted["participant"]
        assert one["topic"] == wanted["topic_index"] + 1
        assert (one["sector"] is None) == (not sectors.get(wanted["participant"]))
        assert {sum(counts) for counts in one["support"]["counts"].values()} == {
            sum(votes) for votes in wanted.get("votes", {}).values() if sum(votes)
        }
    status = empty.json("status", name)
    assert (status["title"], status["language"], status["state"]) == (
        file["title"],
        file["language"],
        "closed",
    )
    assert [topic["title"] for topic in status["topics"]] == [
        clean(topic["title"]) for topic in file["topics"]
    ]
    assert empty.json("takeaway", "list", name) == []


def imported(program: Program, session: object) -> str:
    """Import a session that is written here, and give its id."""
    path = program.db.with_name("small.json")
    path.write_text(session if isinstance(session, str) else json.dumps(session), "utf-8")
    return program("import", str(path)).strip()


def test_sectors_get_short_names_that_are_unique(empty: Program, shared: Path) -> None:
    empty("import", str(shared / "sessions" / "nl-tk-2018-zorg.json"))
    shorts = [one["sector"] for one in empty.json("status")["balance"]]
    assert len(set(shorts)) == len(shorts)
    assert all(2 <= len(short) <= 4 for short in shorts)


def test_a_file_that_comes_twice_becomes_two_sessions(empty: Program) -> None:
    assert imported(empty, SMALL) == "small"
    assert imported(empty, SMALL) == "small-2"
    assert empty("contributions", "list", "small") == empty("contributions", "list", "small-2")


def test_votes_become_recorded_support_by_sector(empty: Program) -> None:
    voted = {**SMALL["contributions"][0], "votes": {"Retail": [3, 1, 2], "Zorg": [0, 4, 0]}}
    imported(empty, {**SMALL, "contributions": [voted]})
    counts = empty.said()[0]["support"]["counts"]
    assert list(counts.values()) == [[3, 1, 2], [0, 4, 0]]


def test_no_line_that_is_typed_here_goes_on_with_the_last_speaker_of_a_file(empty: Program) -> None:
    imported(empty, SMALL)
    (said,) = empty.record("and this?")
    assert (said["participant"], said["voice"]) == (None, "nobody")


def test_undo_does_not_take_an_import_apart(empty: Program) -> None:
    imported(empty, SMALL)
    assert empty.run("undo").code == 1
    assert len(empty.said()) == 1


def without(field: str) -> dict[str, Any]:
    """Give the small session with a contribution that lacks a field."""
    said = {name: value for name, value in SMALL["contributions"][0].items() if name != field}
    return {**SMALL, "contributions": [said]}


@pytest.mark.parametrize(
    ("session", "told"),
    [
        (without("text"), "contributions[0].text"),
        (without("at_seconds"), "contributions[0].at_seconds"),
        ({**SMALL, "topics": []}, "contributions[0].topic_index"),
        ({**SMALL, "participants": []}, "“Els”"),
        ({name: value for name, value in SMALL.items() if name != "title"}, "title"),
        ([], "small.json"),
        ("{", "line 1"),
        ("", "line 1"),
        ("[" * 100_000, "JSON"),
        ("PK\x03\x04", "small.json"),
    ],
)
def test_a_broken_session_is_told_and_nothing_is_stored(empty: Program, session: object, told: str) -> None:
    path = empty.db.with_name("small.json")
    path.write_text(session if isinstance(session, str) else json.dumps(session), "utf-8")
    done = empty.run("import", str(path))
    assert (done.code, done.out) == (1, "")
    assert told in done.err
    assert empty.json("sessions") == []


@pytest.mark.parametrize("name", ["nothing.json", "."])
def test_a_file_that_is_not_there_is_told(empty: Program, name: str) -> None:
    done = empty.run("import", str(empty.db.parent / name))
    assert done.code == 1
    assert str(empty.db.parent) in done.err


def test_an_archive_goes_out_and_comes_back_as_the_same_session(table: Program, tmp_path: Path) -> None:
    table.record("els: trust starts with goals", "an: as Els said")
    assert table("archive", "telework", str(tmp_path / "whole.json")) == f"{tmp_path / 'whole.json'}\n"
    there = Program(tmp_path / "there.db")
    assert there.run("import", "--json", str(tmp_path / "whole.json")).document == {
        "session": "telework",
        "contributions": 2,
    }
    assert there.said("telework") == table.said("telework")
    again = there.run("import", str(tmp_path / "whole.json"))
    assert "All of it was here already." in again.err
    assert len(there.json("sessions")) == 1


def test_an_archive_without_names_holds_numbers_in_their_place(table: Program, tmp_path: Path) -> None:
    table.record("els: trust starts with goals", "an: as Els said")
    done = table.run("archive", "telework", str(tmp_path / "bare.json"), "--no-names")
    assert "may still tell who they are" in done.err
    text = (tmp_path / "bare.json").read_text("utf-8")
    assert "as somebody at the table said" in text
    assert "Els" not in text
    assert table.run("archive", "telework", str(tmp_path / "bare.json")).code == 1
