"""What the organiser writes, from the plain command line."""

from pathlib import Path

import pytest

from tests.cli.running import Program

CHAPTER = "Trust grows **slowly**.\n\n- one\n- two"


@pytest.mark.parametrize("part", ["introduction", "2", "trust", "conclusion"])
def test_what_was_written_is_shown_to_the_letter(table: Program, part: str) -> None:
    assert f"Kept: {part}, 7 words." in table("prose", "set", part, stdin=CHAPTER)
    assert table("prose", "show", part) == CHAPTER + "\n"


def test_it_comes_from_a_file_of_whatever_encoding(table: Program, tmp_path: Path) -> None:
    (tmp_path / "chapter.md").write_bytes("Één café\r\n\r\nTwee".encode("cp1252"))
    table("prose", "set", "1", str(tmp_path / "chapter.md"))
    assert table("prose", "show", "1") == "Één café\n\nTwee\n"
    table("prose", "set", "1", "-", stdin="From - as well")
    assert table("prose", "show", "1") == "From - as well\n"


def test_the_conclusion_may_be_called_as_the_topic_is(table: Program) -> None:
    table("prose", "set", "Conclusion", stdin="The end")
    assert table("prose", "show", "conclusion") == "The end\n"


def test_all_that_was_written_is_shown_in_the_order_of_the_paper(table: Program) -> None:
    for part in ("conclusion", "2", "introduction"):
        table("prose", "set", part, stdin=f"Of {part}")
    shown = table("prose", "show")
    places = [shown.index(f"Of {part}") for part in ("introduction", "2", "conclusion")]
    assert places == sorted(places)


def test_nothing_written_is_said_and_is_no_error(table: Program) -> None:
    done = table.run("prose", "show", "introduction")
    assert (done.code, done.out) == (0, "")
    assert done.err
    assert table.run("prose", "show").out == ""


def test_a_text_that_is_empty_changes_nothing_and_is_told(table: Program) -> None:
    table("prose", "set", "1", stdin="Here")
    done = table.run("prose", "set", "1", stdin=" \n")
    assert done.code == 1
    assert "roundtable prose set 1 --remove" in done.err
    assert table("prose", "show", "1") == "Here\n"


def test_prose_is_taken_away_where_that_is_asked_for_and_undo_brings_it_back(table: Program) -> None:
    table("prose", "set", "1", stdin="Here")
    assert "Taken away: 1." in table("prose", "set", "1", "--remove")
    assert table.run("prose", "set", "1", "chapter.md", "--remove").code == 2
    assert table.run("prose", "show", "1").out == ""
    table("undo")
    assert table("prose", "show", "1") == "Here\n"


def test_a_part_that_the_paper_does_not_have_is_told_with_those_it_has(table: Program) -> None:
    for words in (("show", "9"), ("set", "9"), ("draft", "9")):
        done = table.run("prose", *words, stdin="x")
        assert done.code == 1
        assert "introduction, conclusion" in done.err
        assert "2 Trust" in done.err


def test_a_file_that_is_no_text_is_told(table: Program) -> None:
    done = table.run("prose", "set", "1", str(table.db))
    assert done.code == 1
    assert str(table.db) in done.err
    assert table.run("prose", "set", "1", str(table.db.parent / "nothing.md")).code == 1


def test_each_version_says_from_which_one_it_started(table: Program) -> None:
    for text in ("one", "two", "three"):
        table("prose", "set", "introduction", stdin=text)
    written = [change for change in table.json("journal") if change["kind"] == "prose"]
    assert [change["base"] for change in written] == [None, written[0]["stamp"], written[1]["stamp"]]


def test_a_draft_of_a_chapter_is_printed_and_what_wants_a_look_beside_it(table: Program) -> None:
    table.record("els: trust grows slowly", 'karim: "not in a warehouse"')
    done = table.run("prose", "draft", "1")
    assert done.code == 0
    assert "rust grows slowly" in done.out
    assert "ot in a warehouse" in done.out
    assert table("prose", "show") == ""
