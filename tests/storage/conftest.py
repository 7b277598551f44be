"""A journal in a file of its own, and a clock that the test sets."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from roundtable.storage.journal import Journal
from tests.storage.making import Clock, begin


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Give the path of a file that is not there yet."""
    return tmp_path / "roundtable.db"


@pytest.fixture
def clock() -> Clock:
    """Give a clock that stands still until it is moved on."""
    return Clock()


@pytest.fixture
def journal(path: Path, clock: Clock) -> Iterator[Journal]:
    """Give a journal with one session, written to from one terminal."""
    found = Journal.open(path, clock, "here")
    begin(found)
    yield found
    found.close()


@pytest.fixture
def other(journal: Journal, clock: Clock) -> Iterator[Journal]:
    """Give the same file as another terminal has it open."""
    found = Journal.open(journal.path, clock, "there")
    yield found
    found.close()


@pytest.fixture(scope="session")
def blank(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give an up-to-date file without anything in it, to copy."""
    made = tmp_path_factory.mktemp("blank") / "blank.db"
    Journal.open(made).close()
    return made
