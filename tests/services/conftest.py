"""A table in a file of its own, on a clock that the test sets."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from roundtable.agendas.reader import read_agenda
from roundtable.services.sessions import prepare
from roundtable.storage.journal import Journal
from tests.services.tables import AGENDA, EVENING, Clock, Table


@pytest.fixture
def clock() -> Clock:
    """Give a clock that stands still until it is moved on."""
    return Clock()


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """Give a file with a table that was prepared, to copy, and the table's uid."""
    path = tmp_path_factory.mktemp("tables") / "prepared.db"
    journal = Journal.open(path, lambda: EVENING, "elsewhere")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TZ", "UTC")
        uid = prepare(journal, read_agenda(AGENDA, "telework.md").agenda, slug="telework")
    journal.close()
    return path, uid


@pytest.fixture
def table(prepared: tuple[Path, str], tmp_path: Path, clock: Clock) -> Iterator[Table]:
    """Give a table that has not begun."""
    path = tmp_path / "roundtable.db"
    shutil.copyfile(prepared[0], path)
    journal = Journal.open(path, clock, "here")
    yield Table(journal, prepared[1], clock)
    journal.close()


@pytest.fixture
def other(table: Table, clock: Clock) -> Iterator[Table]:
    """Give the same table as another terminal has it."""
    journal = Journal.open(table.journal.path, clock, "there")
    yield Table(journal, table.uid, clock)
    journal.close()
