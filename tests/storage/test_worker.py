"""One thread owns the file; the screen awaits it."""

import asyncio
import sqlite3
import threading
from pathlib import Path

import pytest

from roundtable.errors import NotOurFile
from roundtable.storage.worker import StorageWorker
from tests.storage.making import UID, Clock, begin, line


async def test_what_is_asked_is_done_in_one_thread_of_its_own(path: Path) -> None:
    worker = await StorageWorker.open(path, Clock(), "here")
    await worker.run(begin, worker.journal)
    appended = await worker.run(worker.journal.append, UID, line("een"), action="act")
    assert appended.action == "act"
    threads = {await worker.run(threading.get_ident) for _ in range(3)}
    assert len(threads) == 1
    assert threading.get_ident() not in threads
    with pytest.raises(sqlite3.ProgrammingError):
        worker.journal.sessions()
    await worker.close()


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    """Give a file that is no database."""
    file = tmp_path / "letter.txt"
    file.write_text("Dit is geen databank.", "utf-8")
    return file


async def test_what_goes_wrong_comes_to_whoever_asked(path: Path, letter: Path) -> None:
    with pytest.raises(NotOurFile):
        await StorageWorker.open(letter)
    worker = await StorageWorker.open(path)
    with pytest.raises(ZeroDivisionError):
        await worker.run(divmod, 1, 0)
    await worker.close()


async def test_a_line_is_kept_though_nobody_waits_for_it_any_longer(path: Path) -> None:
    worker = await StorageWorker.open(path, Clock(), "here")
    gate = threading.Event()
    first = asyncio.ensure_future(worker.run(gate.wait, 5))
    second = asyncio.ensure_future(worker.run(worker.journal.append, UID, line("een")))
    await asyncio.sleep(0)
    first.cancel()
    second.cancel()
    gate.set()
    session = await worker.run(worker.journal.session, UID)
    assert [one.text for one in session.contributions] == ["een"]
    await worker.close()
