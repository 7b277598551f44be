"""The one file: opened, brought up to date and written to safely, whatever else goes on beside it."""

import os
import sqlite3
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from roundtable.errors import (
    FileBusy,
    FileGone,
    FileIsNewer,
    FileReadOnly,
    InSyncedFolder,
    NotOurFile,
    OnNetworkShare,
    RoundtableError,
)
from roundtable.storage.projection import projected_fields
from roundtable.storage.telling import path_of, telling, telling_of_system
from roundtable.storage.watch import which_file

APPLICATION = 0x726F756E  # "roun", in the header of the file
MIGRATIONS = 3  # how many there are in migrations.py, which is not loaded where none has to run
PATIENCE = 10.0  # seconds that one process waits for another

_SHARES = {
    "9p",
    "afs",
    "ceph",
    "cifs",
    "fuse.glusterfs",
    "fuse.rclone",
    "fuse.sshfs",
    "nfs",
    "nfs4",
    "smb3",
    "smbfs",
}
_SYNCED = (
    "Dropbox",
    "Google Drive",
    "iCloud Drive",
    "Mobile Documents",
    "Nextcloud",
    "OneDrive",
    "ownCloud",
    "pCloud",
)


class OpenFile(sqlite3.Connection):
    """A connection that knows which file it was opened on."""

    opened: tuple[Path, tuple[int, ...]] | None = None

    def need_in_place(self) -> None:
        """Make sure that the file is still where it was opened. Raises FileGone."""
        if self.opened and which_file(self.opened[0]) != self.opened[1]:
            raise FileGone(file=self.opened[0])


def version() -> int:
    """Give the number that an up-to-date file bears: it grows with each migration and each field of a record."""
    return MIGRATIONS * 1000 + projected_fields()


def open_database(path: Path) -> sqlite3.Connection:
    """Open the file, made and brought up to date where needed; the connection belongs to this thread.

    Raises one of the errors about files.
    """
    with telling_of_system(path):
        if path.is_file() and path.stat().st_size:
            db = _connected(path)
            with _closed_on_error(db, path):
                if _up_to_date(db, path):
                    return db
            db.close()
        path.parent.mkdir(parents=True, exist_ok=True)
        with _alone(path):
            return _made(path)


def _connected(path: Path) -> sqlite3.Connection:
    with telling(path):
        db = sqlite3.connect(
            path, timeout=PATIENCE, isolation_level=None, cached_statements=256, factory=OpenFile
        )
        db.opened = path, which_file(path)
        return db


def _up_to_date(db: sqlite3.Connection, path: Path) -> bool:
    """Set up a connection and tell whether nothing has to be done to the file. Raises NotOurFile, FileIsNewer."""
    db.execute("PRAGMA synchronous=FULL")
    db.execute("PRAGMA foreign_keys=ON")
    found = _number(db, "user_version")
    if _number(db, "application_id") != APPLICATION:
        if found or _number(db, "schema_version"):
            raise NotOurFile(file=path)
        return False
    if found > version():
        raise FileIsNewer(file=path)
    (mode,) = db.execute("PRAGMA journal_mode").fetchone()
    return found == version() and mode == "wal"


def _made(path: Path) -> sqlite3.Connection:
    # What people said is theirs: the file is for this user alone (SQLite makes its two companions alike).
    os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
    db = _connected(path)
    with _closed_on_error(db, path):
        if not _up_to_date(db, path):
            from roundtable.storage.migrations import migrate

            db.execute("PRAGMA journal_mode=WAL")
            with _in_turn(db):
                migrate(db)
                db.execute(f"PRAGMA application_id={APPLICATION}")
                db.execute(f"PRAGMA user_version={version()}")
    return db


@contextmanager
def _closed_on_error(db: sqlite3.Connection, path: Path) -> Generator[None]:
    with telling(path):
        try:
            yield
        except BaseException:
            db.close()
            raise


@contextmanager
def _alone(path: Path) -> Generator[None]:
    # Processes that make or migrate one file at one moment would fail each other.
    from filelock import FileLock, Timeout

    lock = f"{path}.lock"
    try:
        os.close(os.open(lock, os.O_CREAT | os.O_RDWR, 0o600))
    except FileNotFoundError as error:  # its folder is there: the system takes no files in it, as in /proc
        raise FileReadOnly(file=path) from error
    except OSError:
        pass  # the lock will tell, and it knows the cases of each system
    try:
        with FileLock(lock, timeout=3 * PATIENCE):
            yield
    except Timeout as error:
        raise FileBusy(file=path) from error


@contextmanager
def writing(db: sqlite3.Connection) -> Generator[None]:
    """Write in one transaction that begins by taking the turn to write; the one way to write.

    Whatever is raised inside undoes it all. Raises FileIsNewer where a newer program has changed the file meanwhile,
    FileGone where it is no longer in its place.
    """
    with _in_turn(db):
        if isinstance(db, OpenFile):
            db.need_in_place()
        if _number(db, "user_version") != version():
            raise FileIsNewer(file=path_of(db))
        yield


@contextmanager
def _in_turn(db: sqlite3.Connection) -> Generator[None]:
    with telling(db):
        db.execute("BEGIN IMMEDIATE")
        try:
            yield
            db.execute("COMMIT")
        except BaseException:
            db.rollback()  # which does nothing where the error has already done so
            raise


@contextmanager
def reading(db: sqlite3.Connection) -> Generator[None]:
    """Read one moment of the file, whatever others write meanwhile; inside `writing`, its moment."""
    if db.in_transaction:
        yield
        return
    with telling(db):
        db.execute("BEGIN")
        try:
            yield
        finally:
            db.rollback()  # which does nothing where an error has already ended it


def _number(db: sqlite3.Connection, pragma: str) -> int:
    found: int = db.execute(f"PRAGMA {pragma}").fetchone()[0]
    return found


def sqlite_version() -> str:
    """Give the version of SQLite itself."""
    return sqlite3.sqlite_version


def place_warnings(path: Path, mounts: Path = Path("/proc/mounts")) -> list[RoundtableError]:
    """Warn of places that several machines reach: SQLite's journal beside the file does not bear them."""
    place = path.expanduser().resolve()
    found: list[RoundtableError] = []
    if (kind := _file_system(place, mounts)) in _SHARES or str(place).startswith("\\\\"):
        found.append(OnNetworkShare(file=path, kind=kind or "UNC"))
    for part in place.parts[:-1]:
        found += [
            InSyncedFolder(file=path, program=name)
            for name in _SYNCED
            if part.casefold().startswith(name.casefold())
        ]
    return found


def _file_system(place: Path, mounts: Path) -> str:
    """Give the kind of file system on which a path lies; empty where the system does not tell."""
    try:
        lines = mounts.read_text("utf-8", "replace").splitlines()
    except OSError:
        return ""
    found = [line.split(" ")[1:3] for line in lines if line.count(" ") > 1]
    # The table writes a space in a path as \040; of mounts over each other the last one counts.
    lying = [
        (len(point), number, kind)
        for number, (point, kind) in enumerate(found)
        if place.is_relative_to(point.replace("\\040", " "))
    ]
    return max(lying)[2] if lying else ""
