"""A file is opened by what the system has for it, and where there is nothing that is said."""

from pathlib import Path

import pytest

from roundtable.ui.opening import open_file, opener, show_folder


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
