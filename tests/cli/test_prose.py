"""What the organiser writes, from the plain command line."""

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

from roundtable.domain.contributions import Prose
from roundtable.services.prose import save_prose
from roundtable.storage.journal import Journal
from tests.cli.running import Program

CHAPTER = "Trust grows **slowly**.\n\n- one\n- two"


@pytest.mark.parametrize("part", ["introduction", "2", "trust", "conclusion"])
def test_what_was_written_is_shown_to_the_letter(table: Program, part: str) -> None:
    assert f"Kept: {part}, 5 words." in table("prose", "set", part, stdin=CHAPTER)
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


# Statements at hand, versions, an editor.


@pytest.fixture
def written(table: Program) -> str:
    """Let something be said and written about it; give the id of what was said."""
    (said,) = table.record("els: trust grows slowly")
    table("prose", "set", "1", stdin="Trust grows slowly.⟦RET 1⟧")
    return str(said["id"])


def test_marks_are_kept_as_links_and_shown_as_marks_where_that_is_asked_for(
    table: Program, written: str
) -> None:
    assert table("prose", "show", "1") == f"Trust grows slowly.[](contribution:{written})\n"
    assert table("prose", "show", "1", "--marks") == "Trust grows slowly.⟦RET 1⟧\n"
    table("prose", "set", "1", stdin=table("prose", "show", "1"))
    assert table("prose", "show", "1", "--marks") == "Trust grows slowly.⟦RET 1⟧\n"
    table("contributions", "withdraw", "1")
    assert table("prose", "show", "1", "--marks") == "Trust grows slowly.⟦gone 1⟧\n"


@pytest.mark.usefixtures("written")
def test_what_was_written_is_given_as_json(table: Program) -> None:
    table("prose", "set", "introduction", stdin="Why")
    introduction, chapter = table.json("prose", "show")
    assert introduction == {
        "part": "introduction",
        "title": "Introduction",
        "text": "Why",
        "words": 1,
        "drafted": False,
        "versions": 1,
    }
    assert (chapter["part"], chapter["title"], chapter["words"]) == ("1", "The future of work", 3)
    assert table.json("prose", "show", "1") == chapter
    assert table.json("prose", "show", "2") is None


def test_what_of_a_topic_stands_in_the_prose_is_listed(table: Program, written: str) -> None:
    table.record("karim: not in a warehouse")
    done = table.run("prose", "used", "1")
    assert done.out == "✓    1  trust grows slowly\n·    2  not in a warehouse\n"
    assert done.err == "1 of 2 statements stand in the prose. 3 words.\n"
    found = table.json("prose", "used", "1")
    assert ([one["id"] for one in found["used"]], [one["number"] for one in found["unused"]]) == (
        [written],
        [2],
    )


def test_a_draft_is_kept_until_somebody_looks_and_never_over_what_a_person_wrote(
    table: Program, tmp_path: Path
) -> None:
    table.record("els: trust grows slowly", "karim: not in a warehouse")
    done = table.run("prose", "draft", "1", "--keep")
    assert "roundtable prose looked 1" in done.err
    assert table("prose", "show", "1").strip() == done.out.strip()
    assert table.json("prose", "show", "1")["drafted"] is True

    def reasons() -> str:
        return table.run("export", "--output", str(tmp_path / "paper.md"), "--format", "md").err

    assert "“The future of work” was drafted by the tool" in reasons()
    assert table("prose", "looked", "1") == "Looked at: 1.\n"
    assert table("journal").endswith("prose “The future of work”: looked at\n")
    assert "“The future of work” was drafted by the tool" not in reasons()
    refused = table.run("prose", "draft", "1", "--keep")
    assert refused.code == 1
    assert "roundtable prose draft 1 --keep --force" in refused.err
    table("prose", "draft", "1", "--keep", "--force")
    assert table.json("prose", "show", "1")["drafted"] is True
    assert table.run("prose", "looked", "2").code == 1


def test_of_texts_that_were_written_at_once_one_is_chosen_before_a_final_paper(
    table: Program, tmp_path: Path
) -> None:
    table("prose", "set", "1", stdin="one")
    for place, text in (("here", "two"), ("there", "three")):
        journal = Journal.open(table.db, place=place)
        uid = journal.sessions()[0].uid
        first = journal.history(uid, Prose.KIND)[0].stamp
        save_prose(journal, uid, "1", text, first)
        journal.close()
    in_force, other = table.json("prose", "versions", "1")
    assert (in_force["text"], in_force["in_force"], other["text"]) == ("three", True, "two")
    assert "[2] " in table("prose", "versions", "1")
    final = table.run("export", "--final", "--output", str(tmp_path / "paper.md"), "--format", "md")
    assert final.code == 1
    assert "roundtable prose versions 1" in final.err
    assert table.run("prose", "choose", "1", "3").code == 1
    table("prose", "choose", "1", "1")
    assert table("undo") == "Taken back: prose “The future of work”: a version chosen\n"
    table("prose", "choose", "1", "2")
    assert table("prose", "show", "1") == "two\n"
    assert [one["text"] for one in table.json("prose", "versions", "1")] == ["two"]
    again = table.run("export", "--final", "--output", str(tmp_path / "paper.md"), "--format", "md")
    assert "prose versions" not in again.err


@pytest.fixture
def editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Give what lets a line of shell, on the file `$1`, be the editor."""

    def use(line: str) -> None:
        script = tmp_path / "my editor"
        script.write_text(f"#!/bin/sh\n{line}\n", "utf-8")
        script.chmod(0o755)
        monkeypatch.setenv("EDITOR", f"'{script}'")

    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr(tempfile, "tempdir", None)
    return use


def test_a_part_is_written_in_an_editor_with_marks(
    table: Program, written: str, editor: Callable[[str], None], tmp_path: Path
) -> None:
    editor("sed -i 's/slowly/fast/; s/$/ Yes.⟦1⟧/' \"$1\"")
    assert table("prose", "edit", "1") == "Kept: 1, 4 words.\n"
    link = f"[](contribution:{written})"
    assert table("prose", "show", "1") == f"Trust grows fast.{link} Yes.{link}\n"
    editor("true")
    assert table("prose", "edit", "1") == "Nothing was changed.\n"
    assert not list(tmp_path.glob("roundtable-*.md"))


def test_what_an_editor_left_half_done_stays_in_its_file(
    table: Program, editor: Callable[[str], None], tmp_path: Path
) -> None:
    editor('echo "half done" > "$1"; exit 3')
    done = table.run("prose", "edit", "1")
    assert done.code == 1
    (left,) = tmp_path.glob("roundtable-*.md")
    assert str(left) in done.err
    assert left.read_text("utf-8") == "half done\n"
    assert table("prose", "show") == ""


@pytest.mark.usefixtures("written")
def test_who_was_overtaken_in_an_editor_is_told_and_loses_nothing(
    table: Program, editor: Callable[[str], None]
) -> None:
    program = f"'{sys.executable}' -m roundtable --db '{table.db}' prose set 1"
    editor(f'echo meanwhile | {program} >&2; echo mine > "$1"')
    done = table.run("prose", "edit", "1")
    assert done.code == 0
    assert "roundtable prose versions 1" in done.err
    assert {one["text"] for one in table.json("prose", "versions", "1")} == {"mine", "meanwhile"}
