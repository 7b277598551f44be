"""Finished files looked through from the plain command line, and our own before they get their name."""

from pathlib import Path

import pytest

from tests.cli.running import Program
from tests.report.houses import house_naming
from tests.report.planting.places import SURVIVING
from tests.report.planting.word import opened, zipped

LINES = ("els: trust starts with goals", "karim: whoever gets freedom returns it")


@pytest.fixture
def talked(table: Program) -> Program:
    """Give a table at which something was said."""
    table.record(*LINES)
    return table


@pytest.fixture
def paper(talked: Program, tmp_path: Path) -> Path:
    """Give the paper of that table, as Word has it."""
    path = tmp_path / "paper.docx"
    talked("export", "--format", "docx", "--output", str(path))
    return path


def edited(paper: Path, place: str, term: str) -> Path:
    """Give a copy of a paper in which somebody put a name."""
    parts = opened(paper.read_bytes())
    SURVIVING[place](parts, term)
    path = paper.with_name("edited.docx")
    path.write_bytes(zipped(parts))
    return path


def test_a_clean_file_is_said_to_be_so_with_exit_code_0(talked: Program, paper: Path) -> None:
    done = talked.run("scan", str(paper))
    assert (done.code, done.out) == (0, f"{paper}: nothing that gives somebody away.\n")
    assert talked.json("scan", str(paper)) == {"file": str(paper), "found": []}


def test_what_gives_somebody_away_is_told_with_exit_code_3(talked: Program, paper: Path) -> None:
    path = edited(paper, "comment", "Karim Haddad")
    done = talked.run("scan", str(path), "--json")
    assert done.code == 3
    assert done.document["file"] == str(path)
    names = [one for one in done.document["found"] if one["what"] == "name"]
    assert {"text": "vraag dit aan Karim Haddad zelf", "sure": True}.items() <= names[0].items()
    assert names[0]["where"] == "word/comments.xml, comment 1"
    told = talked.run("scan", str(path))
    assert told.code == 3
    assert "- name: “vraag dit aan Karim Haddad zelf” (word/comments.xml, comment 1)" in told.out


def test_who_agreed_is_found_unless_the_paper_names(talked: Program, paper: Path) -> None:
    talked("people", "consent", "karim", "named")
    path = edited(paper, "text", "Karim Haddad")
    assert talked.run("scan", str(path)).code == 3
    assert talked.run("scan", str(path), "--attribution", "named").code == 0


def test_several_files_are_each_looked_through_to_the_end(
    talked: Program, paper: Path, tmp_path: Path
) -> None:
    path = edited(paper, "text", "Karim Haddad")
    broken = tmp_path / "broken.docx"
    broken.write_bytes(paper.read_bytes()[:900])
    done = talked.run("scan", str(broken), str(path), str(paper), "--json")
    assert done.code == 3
    assert [len(one.get("found", "?")) for one in done.document] == [1, 1, 0]
    assert "could not be looked through" in done.document[0]["error"]
    assert "broken.docx" in done.err


@pytest.mark.parametrize("name", ["missing.docx", ".", "broken.docx", "odd.doc", "text.pdf"])
def test_a_file_that_cannot_be_looked_through_is_never_called_clean(
    talked: Program, tmp_path: Path, name: str
) -> None:
    for made in ("broken.docx", "odd.doc", "text.pdf"):
        (tmp_path / made).write_bytes(bytes(range(256)) * 20)
    done = talked.run("scan", str(tmp_path / name))
    assert (done.code, done.out) == (1, "")
    assert name.removeprefix(".") in done.err


# Before an export gets its name.


@pytest.fixture
def house(tmp_path: Path) -> str:
    """Give the path of a house's template, which names somebody along the foot of its pages."""
    path = tmp_path / "house.docx"
    path.write_bytes(house_naming("Karim Haddad"))
    return str(path)


def test_a_paper_that_would_give_somebody_away_is_not_written(
    talked: Program, house: str, tmp_path: Path
) -> None:
    done = talked.run("export", "--output", str(tmp_path / "paper"), "--template", house)
    assert (done.code, done.out) == (3, "")
    assert "- paper.docx: name: “Vragen aan Karim Haddad” (word/footer" in done.err
    assert "--force" in done.err
    assert not list(tmp_path.glob("*paper*"))
    assert not list(tmp_path.glob("*.part"))
    assert "paper" not in talked("journal")


def test_none_of_several_formats_is_written_over_what_was_there(
    talked: Program, house: str, tmp_path: Path
) -> None:
    words = ("export", "--output", str(tmp_path / "paper"))
    talked(*words)
    before = [path.read_bytes() for path in sorted(tmp_path.glob("paper.*"))]
    assert talked.run(*words, "--template", house).code == 3
    assert [path.read_bytes() for path in sorted(tmp_path.glob("paper*"))] == before


def test_force_writes_it_and_says_what_it_gives_away(talked: Program, house: str, tmp_path: Path) -> None:
    path = tmp_path / "paper.docx"
    words = ("export", "--format", "docx", "--output", str(path), "--template", house)
    stopped = talked.run(*words, "--json")
    assert stopped.code == 3
    assert stopped.document["files"] == []
    forced = talked.run(*words, "--force", "--json")
    assert forced.code == 0
    assert forced.document["found"] == stopped.document["found"]
    assert {(one["what"], one["sure"]) for one in forced.document["found"]} == {("name", True)}
    assert "It gives away:\n- paper.docx: name: “Vragen aan Karim Haddad” (word/footer" in forced.err
    assert any(b"Karim Haddad" in part for part in opened(path.read_bytes()).values())


def test_a_file_is_not_called_after_somebody(talked: Program, tmp_path: Path) -> None:
    done = talked.run("export", "--format", "md", "--output", str(tmp_path / "for-karim.md"))
    assert done.code == 3
    assert "the name of the file" in done.err


def test_a_name_that_may_be_a_word_blocks_nothing_and_is_shown(talked: Program, tmp_path: Path) -> None:
    talked("people", "add", "Will Smith", "--sector", "LOG")
    talked.record("els: we will see")
    done = talked.run("export", "--format", "md", "--output", str(tmp_path / "paper.md"))
    assert done.code == 0
    assert "Look whether this gives somebody away:\n- paper.md: perhaps name: “" in done.err
