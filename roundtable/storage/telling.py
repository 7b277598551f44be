"""What SQLite and the system say, turned into errors that a user can read."""

import errno
import os
import sqlite3
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from roundtable.errors import (
    DiskFull,
    FileBusy,
    FileDamaged,
    FileOutOfReach,
    FileReadOnly,
    NotOurFile,
    RoundtableError,
)

_READ_ONLY = {errno.EACCES, errno.EPERM, errno.EROFS}
_TOLD: dict[int, type[RoundtableError]] = {
    sqlite3.SQLITE_NOTADB: NotOurFile,
    sqlite3.SQLITE_BUSY: FileBusy,
    sqlite3.SQLITE_LOCKED: FileBusy,
    sqlite3.SQLITE_FULL: DiskFull,
    sqlite3.SQLITE_READONLY: FileReadOnly,
    sqlite3.SQLITE_CORRUPT: FileDamaged,
    sqlite3.SQLITE_CANTOPEN: FileOutOfReach,
    sqlite3.SQLITE_IOERR: FileOutOfReach,
    sqlite3.SQLITE_PERM: FileReadOnly,
}


@contextmanager
def telling(file: Path | sqlite3.Connection) -> Generator[None]:
    """Turn what SQLite says about a file into an error of ours; what is a mistake of ours stays as it is."""
    try:
        yield
    except sqlite3.Error as error:
        # The low byte is the primary result code; an error of Python's own module has none.
        kind = _TOLD.get(getattr(error, "sqlite_errorcode", 0) & 0xFF)
        if kind is None:
            raise
        path = file if isinstance(file, Path) else path_of(file)
        if kind is FileOutOfReach and path.is_file() and not os.access(path.parent, os.W_OK):
            kind = FileReadOnly  # SQLite cannot make its two companions there
        raise kind(file=path, reason=error) from error


@contextmanager
def telling_of_system(path: Path) -> Generator[None]:
    """Turn what the system says about a file into an error of ours."""
    try:
        yield
    except OSError as error:
        if error.errno in _READ_ONLY:
            raise FileReadOnly(file=path) from error
        if error.errno == errno.ENOSPC:
            raise DiskFull(file=path) from error
        raise FileOutOfReach(file=path, reason=error.strerror or error) from error


def path_of(db: sqlite3.Connection) -> Path:
    """Give the path of an open file."""
    return Path(db.execute("PRAGMA database_list").fetchone()[2])
