"""What was edited in Word comes back by `prose import`: shown, asked about, taken, told as JSON."""

from io import BytesIO
from pathlib import Path

import docx
import pytest

from tests.cli.running import Program

pytest.importorskip("pty", reason="pseudo-terminals are POSIX")
from tests.terminal import Terminal, program

ANEW = {
    "Work changes fast.": "Work changes slowly.",
    "Trust comes first.": "Trust comes last.",
    "It stays.": "It never stays.",
    "Goals count.": "Only goals count.",
}


@pytest.fixture
def edited(table: Program, tmp_path: Path) -> Path:
    """Give the paper of a table, with four paragraphs worded anew in Word."""
    table("prose", "set", "1", stdin="Work changes fast.\n\nAnd so on.\n")
    table("prose", "set", "2", stdin="Trust comes first.\n\nIt stays.\n")
    table("takeaway", "add", "Goals count.", "--title", "Goals")
    path = tmp_path / "paper.docx"
    table("export", "--format", "docx", "--output", str(path))
    paper = docx.Document(BytesIO(path.read_bytes()))
    for paragraph in paper.paragraphs:
        if paragraph.text in ANEW:
            paragraph.runs[0].text = ANEW[paragraph.text]
    paper.save(str(path))
    return path


def test_without_a_choice_it_shows_what_differs_and_takes_nothing(table: Program, edited: Path) -> None:
    done = table.run("prose", "import", str(edited))
    assert done.code == 0
    assert "- Trust comes [-first-].\n+ Trust comes {+last+}.\n" in done.out
    assert "[takeaway: Goals]" in done.out
    assert "0 of 4 differences taken." in done.err
    assert "--take all" in done.err
    assert table("prose", "show", "2") == "Trust comes first.\n\nIt stays.\n"


def test_a_script_takes_all_and_one_undo_takes_it_back(table: Program, edited: Path) -> None:
    assert "4 of 4 differences taken." in table.run("prose", "import", str(edited), "--take", "all").err
    assert table("prose", "show", "1") == "Work changes slowly.\n\nAnd so on.\n"
    assert table.json("takeaway", "list")[0]["text"] == "Only goals count."
    assert "No paragraph differs" in table.run("prose", "import", str(edited)).err
    table("undo")
    assert table("prose", "show", "2") == "Trust comes first.\n\nIt stays.\n"


def test_only_some_parts_are_taken(table: Program, edited: Path) -> None:
    table("prose", "import", str(edited), "--part", "2", "--yes")
    assert table("prose", "show", "2") == "Trust comes last.\n\nIt never stays.\n"
    assert table("prose", "show", "1").startswith("Work changes fast.")
    table("prose", "import", str(edited), "--part", "takeaways", "--yes")
    assert table.json("takeaway", "list")[0]["text"] == "Only goals count."
    assert "no part" in table.run("prose", "import", str(edited), "--part", "9").err.lower()


def test_json_tells_each_difference(table: Program, edited: Path) -> None:
    told = table.json("prose", "import", str(edited))
    assert [one["title"] for one in told["parts"]] == ["The future of work", "Trust", "Goals"]
    assert told["parts"][1]["differences"][0] == {
        "how": "changed",
        "old": "Trust comes first.",
        "new": "Trust comes last.",
        "contested": False,
        "lost": [],
    }
    assert told["taken"] == 0
    assert table.json("prose", "import", str(edited), "--take", "all")["taken"] == 4


def test_what_was_changed_here_meanwhile_is_not_taken_with_all_the_rest(table: Program, edited: Path) -> None:
    table("prose", "set", "2", stdin="Trust comes second.\n\nIt stays.\n")
    done = table.run("prose", "import", str(edited), "--take", "all")
    assert "was changed here as well" in done.out
    assert "3 of 4 differences taken." in done.err
    assert table("prose", "show", "2") == "Trust comes second.\n\nIt never stays.\n"
    table("prose", "import", str(edited), "--take", "all", "--contested")
    assert table("prose", "show", "2") == "Trust comes last.\n\nIt never stays.\n"


def test_a_file_that_is_no_word_file_or_not_there_is_told(table: Program, tmp_path: Path) -> None:
    (tmp_path / "no.docx").write_text("no")
    done = table.run("prose", "import", str(tmp_path / "no.docx"))
    assert (done.code, "is no Word document" in done.err) == (1, True)
    assert table.run("prose", "import", str(tmp_path / "none.docx")).code == 1


def test_on_a_terminal_it_asks_for_each(table: Program, edited: Path) -> None:
    with Terminal(program("--db", str(table.db), "prose", "import", str(edited)), 100, 60) as terminal:
        for answer, told in (("y\r", "slowly"), ("n\r", "last"), ("a\r", "never")):
            terminal.wait_for(told)
            terminal.send(answer)
        terminal.wait_for("3 of 4 differences taken.")
    assert table("prose", "show", "2") == "Trust comes first.\n\nIt never stays.\n"
    assert table.json("takeaway", "list")[0]["text"] == "Only goals count."
