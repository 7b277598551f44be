"""A backup is whole, and puts things back as they were."""

import sqlite3
from pathlib import Path

import pytest

from roundtable.errors import FileIsNewer, FileOutOfReach, NotOurFile
from roundtable.storage.backup import back_up, restore
from roundtable.storage.database import version
from roundtable.storage.journal import Journal
from tests.storage.making import UID, dump, line


def texts(journal: Journal) -> list[str]:
    return [one.text for one in journal.session(UID).contributions]


@pytest.fixture
def backup(journal: Journal, tmp_path: Path) -> Path:
    """Give a backup of a session in which one line was said; another line follows it."""
    journal.append(UID, line("een"))
    target = tmp_path / "safe" / "backup.db"
    back_up(journal.path, target)
    journal.append(UID, line("twee"))
    return target


def test_a_backup_is_one_file_that_holds_all(backup: Path) -> None:
    assert [file.name for file in backup.parent.iterdir()] == ["backup.db"]
    found = Journal.open(backup)
    assert texts(found) == ["een"]
    assert found.check() == []
    found.close()


def test_restoring_puts_back_what_was_and_keeps_what_is(
    journal: Journal, other: Journal, backup: Path
) -> None:
    assert texts(other) == ["een", "twee"]
    before = restore(journal.path, backup).before
    # Programs that have the file open see it, and go on from there.
    assert texts(other) == texts(journal) == ["een"]
    journal.append(UID, line("drie"))
    assert texts(other) == ["een", "drie"]
    assert journal.check() == []
    assert before is not None
    kept = Journal.open(before)
    assert texts(kept) == ["een", "twee"]
    kept.close()


def test_a_backup_can_be_put_where_nothing_is(backup: Path, tmp_path: Path) -> None:
    target = tmp_path / "new" / "roundtable.db"
    assert restore(target, backup).before is None
    assert dump(target) == dump(backup)


def test_a_file_that_is_damaged_makes_way_for_a_backup(journal: Journal, backup: Path) -> None:
    journal.close()
    journal.path.write_bytes(b"damaged" * 1000)
    done = restore(journal.path, backup)
    assert not done.readable
    before = done.before
    assert before is not None
    assert before.read_bytes().startswith(b"damaged")
    found = Journal.open(journal.path)
    assert texts(found) == ["een"]
    found.close()


def test_a_later_backup_takes_the_place_of_an_earlier_one(journal: Journal, backup: Path) -> None:
    back_up(journal.path, backup)
    found = Journal.open(backup)
    assert texts(found) == ["een", "twee"]
    found.close()


def test_what_is_no_backup_is_neither_restored_nor_written_over(journal: Journal, tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("Dit is geen databank." * 100, "utf-8")
    with pytest.raises(NotOurFile):
        restore(journal.path, letter)
    with pytest.raises(NotOurFile):
        back_up(journal.path, letter)
    assert letter.read_text("utf-8").startswith("Dit")
    with pytest.raises(FileOutOfReach):
        restore(journal.path, tmp_path / "none.db")
    assert not (tmp_path / "none.db").exists()


def test_a_backup_of_a_newer_version_is_not_restored(journal: Journal, backup: Path) -> None:
    newer = sqlite3.connect(backup)
    newer.execute(f"PRAGMA user_version = {version() + 1}")
    newer.close()
    with pytest.raises(FileIsNewer):
        restore(journal.path, backup)
    assert texts(journal) == ["een", "twee"]


def test_a_place_that_cannot_hold_a_backup_is_told(journal: Journal, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(FileOutOfReach):
        back_up(journal.path, tmp_path / "file" / "backup.db")
