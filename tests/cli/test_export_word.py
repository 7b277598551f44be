"""The paper in a house's template, with real page numbers, and as PDF, from the plain command line."""

import os
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from pypdf import PdfReader

from tests.cli.running import Program
from tests.cli.test_export import inside, written
from tests.report import houses


@pytest.fixture
def talked(table: Program) -> Program:
    table.record("els: nobody comes in on Friday", "karim: a lorry cannot be driven from home")
    return table


@pytest.fixture
def house(tmp_path: Path) -> Path:
    (tmp_path / "huis.docx").write_bytes(houses.house())
    return tmp_path / "huis.docx"


def test_a_house_s_template_gives_its_looks_and_what_it_lacks_is_named(
    talked: Program, house: Path, tmp_path: Path
) -> None:
    with inside(tmp_path):
        done = talked.run("export", "--template", str(house))
        assert "huis.docx lacks styles that this paper needs; ours were added: Kicker, " in done.err
        assert done.err.index("huis.docx lacks") < done.err.index("This is a draft")
        assert done.out.split() == ["exports/telework-draft.md", "exports/telework-draft.docx"]
        made = Path("exports/telework-draft.docx")
        assert "Kop1" in {one.style.style_id for one in docx.Document(str(made)).paragraphs if one.style}
        assert houses.PLANTED.encode() not in made.read_bytes()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "There is no file"),
        (b"nothing of Word", "is no Word document"),
        (houses.house()[:-100], "is damaged"),
        (houses.house(houses.DOTX), "(.dotx)"),
        (houses.house(houses.DOCM), "macros"),
    ],
    ids=["missing", "text", "cut off", "dotx", "docm"],
)
def test_where_the_template_is_none_nothing_is_written(
    talked: Program, tmp_path: Path, content: bytes | None, said: str
) -> None:
    with inside(tmp_path):
        if content is not None:
            Path("huis.docx").write_bytes(content)
        done = talked.run("export", "--template", "huis.docx")
        assert (done.code, done.out) == (1, "")
        assert said in done.err
        assert "huis.docx" in done.err
        assert not Path("exports").exists()


def test_a_template_is_not_looked_at_where_no_word_document_is_wanted(
    talked: Program, tmp_path: Path
) -> None:
    with inside(tmp_path):
        assert written(talked, "--format", "md", "--template", "not-there.docx") == [
            "exports/telework-draft.md"
        ]


def test_a_pdf_alone_leaves_no_word_document_behind(
    talked: Program, tmp_path: Path, tool: Callable[[str], str]
) -> None:
    tool("soffice")
    with inside(tmp_path):
        done = talked.run("export", "--format", "pdf", "--paginate", "--json")
        (file,) = done.document["files"]
        assert (file["path"], file["format"]) == ("exports/telework-draft.pdf", "pdf")
        assert len(PdfReader(file["path"]).pages) > 3
        assert [path.name for path in Path("exports").iterdir()] == ["telework-draft.pdf"]
        assert "LibreOffice makes the PDF …" in done.err


@pytest.mark.parametrize("wanted", [("--format", "md,pdf"), ("--paginate",)])
def test_without_libreoffice_nothing_is_written_and_it_is_said_how_to_get_it(
    talked: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, wanted: tuple[str, ...]
) -> None:
    monkeypatch.setenv("PATH", os.devnull)
    with inside(tmp_path):
        done = talked.run("export", *wanted)
        assert (done.code, done.out) == (1, "")
        assert "https://www.libreoffice.org/download" in done.err
        assert not Path("exports").exists()
