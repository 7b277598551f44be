"""A copy of the file in one piece, while others write; and putting such a copy in its place."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from roundtable.errors import FileDamaged, FileIsNewer, FileOutOfReach, NotOurFile
from roundtable.storage.database import APPLICATION, open_database, version
from roundtable.storage.telling import telling, telling_of_system


def back_up(source: Path, target: Path) -> None:
    """Copy the file to `target`, whole or not at all; a backup that is there already is replaced.

    Raises the errors about files.
    """
    if target.exists() and target.stat().st_size:
        _examine(target)  # what is none of our files is not written over
    part = target.with_name(f".{target.name}.part")
    with telling_of_system(target):
        target.parent.mkdir(parents=True, exist_ok=True)
        part.unlink(missing_ok=True)
        os.close(os.open(part, os.O_CREAT | os.O_WRONLY, 0o600))
    try:
        with closing(open_database(source)) as db, telling(target):
            db.execute("VACUUM INTO ?", (str(part),))
        with telling_of_system(target):
            with part.open("rb+") as written:
                os.fsync(written.fileno())
            part.replace(target)
    finally:
        part.unlink(missing_ok=True)


def restore(target: Path, backup: Path) -> Path | None:
    """Put a backup in the place of the file; give where the file as it was is kept, where there was one.

    Programs that have the file open see it change in one step. Raises the errors about files.
    """
    _examine(backup)
    before = None
    if target.exists() and target.stat().st_size:
        before = target.with_name(f"{target.stem}.before-restore{target.suffix}")
        _set_aside(target, before)
    with closing(open_database(target)) as db, closing(_read_only(backup)) as source, telling(target):
        source.backup(db)
    open_database(target).close()  # what the backup lacks of this version is made now
    return before


def _set_aside(target: Path, before: Path) -> None:
    """Keep a copy of the file; one that is too damaged to be copied makes way, as it is."""
    try:
        back_up(target, before)
    except (FileDamaged, NotOurFile):
        with telling_of_system(target):
            for companion in ("-wal", "-shm"):
                target.with_name(target.name + companion).unlink(missing_ok=True)
            target.replace(before)


def _read_only(path: Path) -> sqlite3.Connection:
    if not path.is_file():
        raise FileOutOfReach(file=path, reason=os.strerror(2))
    with telling(path):
        return sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, isolation_level=None)


def _examine(path: Path) -> None:
    """Look whether a backup is one. Raises NotOurFile, FileIsNewer, FileDamaged, FileOutOfReach."""
    with closing(_read_only(path)) as db, telling(path):
        if db.execute("PRAGMA application_id").fetchone()[0] != APPLICATION:
            raise NotOurFile(file=path)
        if db.execute("PRAGMA user_version").fetchone()[0] > version():
            raise FileIsNewer(file=path)
        (found,) = db.execute("PRAGMA quick_check(1)").fetchone()
        if found != "ok":
            raise FileDamaged(file=path, reason=found)
