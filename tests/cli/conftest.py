"""Databases for the tests of commands, made once and copied."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from roundtable.cli.language import speak
from roundtable.storage.journal import Journal
from tests.cli.running import AGENDA, Program


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """Speak English, whatever a test before spoke."""
    speak("en")
    yield
    speak("en")


@pytest.fixture(scope="session")
def templates(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make an empty database, one with a table that was prepared, and one with a table that sits at topic 1."""
    folder = tmp_path_factory.mktemp("templates")
    agenda = folder / "telework.md"
    agenda.write_text(AGENDA, "utf-8")
    Journal.open(folder / "empty.db").close()
    shutil.copy(folder / "empty.db", folder / "prepared.db")
    prepared = Program(folder / "prepared.db")
    prepared("new", str(agenda), "--id", "telework")
    shutil.copy(folder / "prepared.db", folder / "running.db")
    running = Program(folder / "running.db")
    running("people", "here", "els", "karim", "an claes", "anke")
    running("topic", "go", "1")
    return folder


def copied(template: Path, folder: Path) -> Program:
    """Give the program on a copy of its own."""
    path = folder / "roundtable.db"
    shutil.copy(template, path)
    return Program(path)


@pytest.fixture
def empty(templates: Path, tmp_path: Path) -> Program:
    """Give the program on an empty database."""
    return copied(templates / "empty.db", tmp_path)


@pytest.fixture
def prepared(templates: Path, tmp_path: Path) -> Program:
    """Give the program on a database with a table that was prepared."""
    return copied(templates / "prepared.db", tmp_path)


@pytest.fixture
def table(templates: Path, tmp_path: Path) -> Program:
    """Give the program on a database with a table that sits at topic 1; nothing was said yet."""
    return copied(templates / "running.db", tmp_path)


@pytest.fixture
def agenda(templates: Path) -> str:
    """Give the path of the agenda of these tables."""
    return str(templates / "telework.md")
