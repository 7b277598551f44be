"""Writing the white paper: which files, under which names, and what is said about them."""

import io
import os
import re
import shutil
import sqlite3
import zipfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import docx
import pytest

from tests.cli.running import Program

LINES = (
    "els: trust starts with goals",
    "+ log",
    "karim: “whoever gets freedom returns it” !!",
    "an: ! learn to let go",
)


@contextmanager
def inside(folder: Path) -> Iterator[None]:
    """Work in a folder."""
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        yield


@pytest.fixture
def talked(table: Program) -> Program:
    """Give a table at which something was said."""
    table.record(*LINES)
    return table


def written(program: Program, *words: str) -> list[str]:
    """Export, and give the paths that were printed."""
    return program("export", *words).splitlines()


def test_a_draft_goes_into_exports_under_its_slug_in_both_formats(talked: Program, tmp_path: Path) -> None:
    with inside(tmp_path):
        paths = written(talked)
        assert paths == ["exports/telework-draft.md", "exports/telework-draft.docx"]
        assert all(Path(path).stat().st_size for path in paths)


def test_json_tells_each_file_and_the_names_told_neutrally(talked: Program, tmp_path: Path) -> None:
    talked.record("an: as Karim Haddad said")
    done = talked.run("export", "--output", str(tmp_path / "paper"), "--json")
    assert done.code == 0
    assert done.document["replaced"] == ["Karim Haddad"]
    for told in done.document["files"]:
        assert set(told) >= {"path", "format", "draft", "bytes"}
        assert told["draft"] is True
        assert Path(told["path"]).stat().st_size == told["bytes"]
    assert [told["format"] for told in done.document["files"]] == ["md", "docx"]
    assert "This is a draft, because:" in done.err


@pytest.mark.parametrize(
    ("formats", "output", "names"),
    [
        ("md", "paper.txt", ["paper.txt"]),
        ("docx", "my.paper", ["my.paper"]),
        ("md,docx", "paper", ["paper.md", "paper.docx"]),
        ("md,docx", "paper.docx", ["paper.md", "paper.docx"]),
        ("docx, MD,docx", "paper.MD", ["paper.docx", "paper.md"]),
        ("md,docx", "my.paper", ["my.paper.md", "my.paper.docx"]),
        ("md", "new/folder/paper.md", ["new/folder/paper.md"]),
        ("md,docx", "there", ["there/telework-draft.md", "there/telework-draft.docx"]),
        ("md", "there", ["there/telework-draft.md"]),
    ],
)
def test_output_is_the_file_for_one_format_a_stem_for_several_and_may_be_a_folder(
    talked: Program, tmp_path: Path, formats: str, output: str, names: list[str]
) -> None:
    (tmp_path / "there").mkdir()
    with inside(tmp_path):
        assert written(talked, "--format", formats, "--output", output) == names
        assert all(Path(name).is_file() for name in names)
        assert not list(tmp_path.rglob("*.part"))


@pytest.mark.parametrize("formats", ["odt", "md,odt", "", ","])
def test_a_format_that_cannot_be_written_is_wrong_usage(talked: Program, formats: str) -> None:
    done = talked.run("export", "--format", formats)
    assert done.code == 2
    assert "md, docx" in done.err


def test_an_attribution_that_there_is_not_is_wrong_usage(talked: Program) -> None:
    assert talked.run("export", "--attribution", "everybody").code == 2


def test_the_same_session_and_options_give_the_same_bytes(talked: Program, tmp_path: Path) -> None:
    def made(name: str) -> list[bytes]:
        paths = written(talked, "--appendix", "--output", str(tmp_path / name))
        return [Path(path).read_bytes() for path in paths]

    first = made("one")
    assert made("two") == first
    assert made("one") == first


def test_what_a_person_edited_is_left_alone_and_what_we_wrote_is_replaced(
    talked: Program, tmp_path: Path
) -> None:
    with inside(tmp_path):
        words = ("--format", "md", "--output", "paper.md")
        assert written(talked, *words) == ["paper.md"]
        talked.record("an: one more thing")
        assert written(talked, *words) == ["paper.md"]
        assert "one more thing" in Path("paper.md").read_text("utf-8").lower()
        Path("paper.md").write_text("mine", "utf-8")
        done = talked.run("export", *words)
        assert done.out == "paper-2.md\n"
        assert "paper.md has been edited since" in done.err
        assert Path("paper.md").read_text("utf-8") == "mine"
        assert written(talked, *words) == ["paper-2.md"]
        Path("paper-2.md").write_text("mine too", "utf-8")
        assert written(talked, *words) == ["paper-3.md"]


def test_where_one_of_two_was_edited_both_take_the_same_new_name(talked: Program, tmp_path: Path) -> None:
    with inside(tmp_path):
        written(talked)
        Path("exports/telework-draft.docx").write_bytes(b"mine")
        talked.record("an: one more thing")
        done = talked.run("export")
        assert done.out.split() == ["exports/telework-draft-2.md", "exports/telework-draft-2.docx"]
        assert "telework-draft.docx has been edited since" in done.err
        assert "telework-draft.md was edited" not in done.err
        assert Path("exports/telework-draft.docx").read_bytes() == b"mine"
        assert written(talked) == ["exports/telework-draft-2.md", "exports/telework-draft-2.docx"]


def test_a_file_that_is_there_to_the_byte_is_left_whoever_wrote_it(talked: Program, tmp_path: Path) -> None:
    with inside(tmp_path):
        paths = [Path(path) for path in written(talked)]
        shutil.copy(talked.db, "other.db")
        for path in paths:
            os.utime(path, (1, 1))
        with closing(sqlite3.connect("other.db")) as db:
            db.execute("DELETE FROM papers")
            db.commit()
        assert [Path(path) for path in written(Program(tmp_path / "other.db"))] == paths
        assert [path.stat().st_mtime for path in paths] == [1, 1]
        Program(tmp_path / "other.db").record("an: one more thing")
        assert [Path(path) for path in written(Program(tmp_path / "other.db"))] == paths


def test_a_file_of_somebody_else_is_not_written_over(talked: Program, tmp_path: Path) -> None:
    (tmp_path / "paper.md").write_text("an old paper", "utf-8")
    assert written(talked, "--format", "md", "--output", str(tmp_path / "paper.md")) == [
        str(tmp_path / "paper-2.md")
    ]
    assert (tmp_path / "paper.md").read_text("utf-8") == "an old paper"


@pytest.mark.parametrize("output", ["file/paper.md", f"{'x' * 300}.md"])
def test_a_place_that_cannot_be_written_is_told(talked: Program, tmp_path: Path, output: str) -> None:
    (tmp_path / "file").write_text("no folder", "utf-8")
    done = talked.run("export", "--format", "md", "--output", str(tmp_path / output))
    assert done.code == 1
    assert "cannot be written" in done.err
    assert "--output" in done.err
    assert sorted(path.name for path in tmp_path.glob("*.md")) == []


def test_final_refuses_a_draft_with_the_list_of_what_is_in_its_way(talked: Program, tmp_path: Path) -> None:
    with inside(tmp_path):
        done = talked.run("export", "--final")
        assert (done.code, done.out) == (1, "")
        assert "“The future of work” was drafted by the tool" in done.err
        assert "how they may be told: Els De Wit" in done.err
        assert not Path("exports").exists()


def test_a_paper_that_was_looked_at_is_final_and_called_so_nowhere(talked: Program, tmp_path: Path) -> None:
    for name in ("els", "karim", "an claes", "anke"):
        talked("people", "consent", name, "sector")
    talked("prose", "set", "1", stdin="People want to choose.\n")
    talked("prose", "set", "conclusion", stdin="Trust and goals.\n")
    talked("takeaway", "add", "Trust needs goals.", "--title", "Trust", "--from", "1")
    talked("takeaway", "edit", "1", "--text", "Trust needs goals that are clear.")
    with inside(tmp_path):
        done = talked.run("export", "--final", "--json")
        assert done.code == 0, done.err
        assert [told["path"] for told in done.document["files"]] == [
            "exports/telework.md",
            "exports/telework.docx",
        ]
        assert not any(told["draft"] for told in done.document["files"])
        assert "raft" not in Path("exports/telework.md").read_text("utf-8")


def test_each_export_is_in_the_journal(talked: Program, tmp_path: Path) -> None:
    written(talked, "--output", str(tmp_path / "paper"))
    assert "paper" in talked("journal")


# Sessions at the edges.


def test_a_table_at_which_nothing_was_said_has_a_paper(prepared: Program, tmp_path: Path) -> None:
    (path,) = written(prepared, "--appendix", "--format", "md", "--output", str(tmp_path / "paper.md"))
    told = Path(path).read_text("utf-8")
    assert told.count("Nothing was recorded on this point.") == 3
    assert docx.Document(written(prepared, "--format", "docx", "--output", str(tmp_path / "paper.docx"))[0])


def test_one_participant_and_a_title_of_three_hundred_letters(empty: Program, tmp_path: Path) -> None:
    title = "A title that does not end " * 12
    agenda = tmp_path / "long.md"
    agenda.write_text(
        f"---\ntitle: {title}\nlanguage: en\nsectors: {{LOG: Logistics}}\n"
        f"people: [{{name: Karim Haddad, sector: LOG}}]\n---\nWhy.\n\n## {title} (10 min)\n",
        "utf-8",
    )
    empty("new", str(agenda))
    empty("topic", "go", "1")
    empty.record("karim: alone at the table")
    paths = written(empty, "--appendix", "--output", str(tmp_path / "paper"))
    for told in map(words_of, paths):
        assert "alone at the table" in told.lower()
        assert "karim" not in told.lower()
        assert "One person" in told
    with inside(tmp_path):
        assert all(Path(path).is_file() for path in written(empty))


PROSE = """## A heading

Words, *leaning*, **heavy**, `fixed`, a [link](https://example.org), a line\\
break, ![a picture](x.png), <b>raw</b> and &amp;.

> A quotation
> - with a list

1. one
   - inside
2. two

- [ ] open

| a | b |
|---|--:|
| c | 1 |

---

```python
x = "*"
```

    indented

Setext
======

[^1] and ~~struck~~ https://example.org
"""


def test_prose_may_hold_everything_that_markdown_has(talked: Program, tmp_path: Path) -> None:
    talked("prose", "set", "1", stdin=PROSE)
    for told in map(words_of, written(talked, "--output", str(tmp_path / "paper"))):
        for word in (
            "A heading",
            "leaning",
            "heavy",
            "fixed",
            "link",
            "A quotation",
            "with a list",
            "inside",
            "indented",
        ):
            assert word in told
        assert re.search(r"Setext", told)


def words_of(path: str) -> str:
    """Give the words of a paper."""
    content = Path(path).read_bytes()
    if path.endswith(".md"):
        return content.decode()
    opened = docx.Document(io.BytesIO(content))
    cells = [cell.text for table in opened.tables for row in table.rows for cell in row.cells]
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
    return "\n".join([*(paragraph.text for paragraph in opened.paragraphs), *cells])


def test_the_contributions_are_written_beside_the_paper_under_its_name(
    talked: Program, tmp_path: Path
) -> None:
    talked.record("an: as Karim Haddad said")
    done = talked.run("export", "--format", "md,html,csv,xlsx", "--output", str(tmp_path / "paper"), "--json")
    assert [Path(one["path"]).name for one in done.document["files"]] == [
        "paper.md",
        "paper.html",
        "paper.csv",
        "paper.xlsx",
    ]
    assert done.document["replaced"] == ["Karim Haddad"]
    assert "somebody at the table" in (tmp_path / "paper.csv").read_text("utf-8-sig")
    assert "Karim" not in (tmp_path / "paper.html").read_text("utf-8")


def test_of_very_many_names_the_first_are_told_and_how_many_more_there_are(
    talked: Program, tmp_path: Path
) -> None:
    called = [f"Zander{chr(one)}" for one in range(ord("a"), ord("o"))]
    for name in called:
        talked("people", "add", name, "--sector", "RET")
    talked("prose", "set", "1", stdin="Ask them: " + ", ".join(called))
    with inside(tmp_path):
        draft, final = (talked.run("export", *words).err for words in ((), ("--final",)))
        checked = talked.run("export", "--check").out
    assert "Zanderl … (+2)." in draft
    for told in (draft, final, checked):
        assert told.count("it is not decided what happens to it") == 12
        assert "- … and 2 more names: roundtable names list\n" in told
