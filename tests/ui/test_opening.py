"""A file is opened by what the system has for it, and where there is nothing that is said."""

from pathlib import Path

import pytest

from roundtable.domain.disclosure import Form
from roundtable.report.formats import Format
from roundtable.services.export_choices import ExportChoices, remember
from roundtable.ui.opening import open_file, opener, show_folder
from tests.ui.evening import half_way
from tests.ui.outgoing import SLOWLY, lying
from tests.ui.waiting import wait_until
from tests.ui.weighing import Desk, weighing

WIDE = (400, 42)  # enough for the paths of tests in one line


@pytest.fixture
def desktop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a desktop whose opener writes down what it was asked for."""
    told = tmp_path / "told"
    program = tmp_path / "xdg-open"
    program.write_text(f'#!/bin/sh\nprintf "%s" "$1" > "{told}"\ntest -e "$1"\n')
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    monkeypatch.setenv("DISPLAY", ":0")
    return told


def test_a_file_and_its_folder_are_handed_to_the_opener_of_the_desktop(desktop: Path, tmp_path: Path) -> None:
    paper = tmp_path / "a paper; with [signs].md"
    paper.touch()
    assert open_file(paper)
    assert desktop.read_text() == str(paper)
    assert show_folder(paper)
    assert desktop.read_text() == str(tmp_path)
    assert not open_file(tmp_path / "gone.md")


@pytest.mark.usefixtures("desktop")
def test_without_a_desktop_nothing_is_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DISPLAY")
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    assert not open_file(tmp_path)
    assert not show_folder(tmp_path)
    assert opener({"DISPLAY": ":0"}).endswith("xdg-open")


async def browsed(desk: Desk) -> str:
    """Ask in the palette for the paper in a browser, and give what is told when it is written."""
    await desk.press("ctrl+p", *"browser")
    await desk.press("enter")
    await wait_until(desk.pilot, lambda: ".html" in desk.told(), SLOWLY)
    return desk.told()


async def test_the_paper_goes_to_a_browser_as_it_was_last_wanted(
    desktop: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    evening = half_way(tmp_path)
    remember(evening.journal, evening.uid, ExportChoices((Format.DOCX,), Form.NONE))
    async with weighing(tmp_path, WIDE, evening) as desk:
        assert (await browsed(desk)).startswith("Opened: ")
    (paper,) = lying()
    assert desktop.read_text() == str(paper.absolute())  # noqa: ASYNC240 — nobody waits
    assert "No statement is attributed" in paper.read_text("utf-8")


async def test_without_a_browser_it_is_told_where_the_paper_lies(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    async with weighing(tmp_path, WIDE) as desk:
        sentence = await browsed(desk)
    (paper,) = lying()
    assert "no browser" in sentence
    assert str(paper.absolute()) in sentence
