"""LibreOffice as a process of its own: what it makes, and what is said where it does not."""

import io
import os
import platform
from collections.abc import Callable
from pathlib import Path

import pytest
from pypdf import PdfReader

from roundtable.errors import OfficeFailed, OfficeMissing, OfficeTooSlow
from roundtable.report.pdf import settled
from roundtable.services import office
from roundtable.services.word_paper import WordPaper
from tests.report.papers import telework


def test_without_libreoffice_it_is_said_how_to_get_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(OfficeMissing, match=r"libreoffice\.org"):
        office.program()
    for paginate in (True, False):
        with pytest.raises(OfficeMissing):
            _ = WordPaper(telework(), paginate=paginate).pdf
    assert WordPaper(telework()).docx


def test_it_is_found_where_windows_installs_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    installed = tmp_path / "LibreOffice" / "program" / "soffice.com"
    installed.parent.mkdir(parents=True)
    installed.touch()
    monkeypatch.setenv("PATH", "")
    monkeypatch.setenv("PROGRAMFILES", str(tmp_path))
    assert office.program() == str(installed)


def test_one_that_takes_too_long_is_ended_with_all_it_started(
    tool: Callable[[str], str], tmp_path: Path
) -> None:
    tool("soffice")
    (tmp_path / "paper.docx").write_bytes(WordPaper(telework()).docx)
    with pytest.raises(OfficeTooSlow):
        office.converted(tmp_path / "paper.docx", tmp_path / "paper.pdf", longest=0.2)
    assert not (tmp_path / "paper.pdf").exists()
    running = [path.read_bytes() for path in Path("/proc").glob("[0-9]*/cmdline") if os.access(path, os.R_OK)]
    assert not [one for one in running if str(tmp_path).encode() in one]


def test_what_it_cannot_convert_is_told(tool: Callable[[str], str], tmp_path: Path) -> None:
    tool("soffice")
    (tmp_path / "paper.docx").write_bytes(WordPaper(telework()).docx)
    with pytest.raises(OfficeFailed, match=r"\(.+\)"):
        office.converted(tmp_path / "paper.docx", tmp_path / "paper.nothing")


def test_a_pdf_can_be_read_aloud_says_its_title_and_language_and_nothing_of_this_machine(
    tool: Callable[[str], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    tool("soffice")
    told: list[str] = []
    paper = WordPaper(telework(), tell=told.append, paginate=True)
    made = paper.pdf
    assert len(told) == 2
    read = PdfReader(io.BytesIO(made))
    assert read.root_object["/MarkInfo"]["/Marked"]
    assert read.root_object["/Lang"] == "nl-BE"
    assert read.root_object["/ViewerPreferences"]["/DisplayDocTitle"]
    titles = [part.title for part in telework().parts]
    outline = [one for one in read.outline if not isinstance(one, list)]
    assert [one.title.split(" ", 1)[-1] if one.title[0].isdigit() else one.title for one in outline] == titles
    assert read.metadata is not None
    assert set(read.metadata) == {"/Title", "/Author", "/Creator", "/Producer", "/CreationDate"} | (
        {"/Subject"} if telework().cover.subtitle else set()
    )
    assert (read.metadata.title, read.metadata.author) == ("Telewerk en bedrijfsgroei", telework().author)
    assert read.metadata["/CreationDate"] == "D:20261120080000Z'"
    host, home = platform.node(), str(Path.home())
    assert not [one for one in (host, home, "/tmp", "roundtable-") if one.encode() in made]  # noqa: S108 — looked for
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    assert settled(office.pdf(paper.docx), "2026-11-20T08:00:00Z") == made
