"""A copy of the file in one piece, while others write; and putting such a copy in its place."""

import os
import sqlite3
from collections.abc import Generator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from roundtable.domain.changes import Change
from roundtable.errors import FileDamaged, FileIsNewer, FileOutOfReach, NotOurFile
from roundtable.storage.database import APPLICATION, open_database, version, writing
from roundtable.storage.journal import Journal, utc_now
from roundtable.storage.own import Paper, keep_backup
from roundtable.storage.telling import telling, telling_of_system


@dataclass(frozen=True, slots=True)
class Restored:
    """What putting a backup in place came to: where the file as it was is kept, whether it could be read.

    Where it could, all that was erased in it was erased in the backup as well before it took its place.
    """

    before: Path | None = None
    readable: bool = True


def back_up(source: Path, target: Path) -> None:
    """Copy the file to `target`, whole or not at all, and remember where; a backup that is there is replaced.

    Raises the errors about files.
    """
    if target.exists() and target.stat().st_size:
        _examine(target)  # what is none of our files is not written over
    with _beside(target) as part:
        with closing(open_database(source)) as db:
            _copy(db, part, target)
            with writing(db):
                keep_backup(db, target, utc_now())
        _put(part, target)


def restore(target: Path, backup: Path) -> Restored:
    """Put a backup in the place of the file, which is kept beside it; what was erased in either stays erased.

    Programs that have the file open see it change in one step. Raises the errors about files.
    """
    _examine(backup)
    done, known = Restored(), _Known()
    if target.exists() and target.stat().st_size:
        before = target.with_name(f"{target.stem}.before-restore{target.suffix}")
        done = Restored(before, _set_aside(target, before))
        if done.readable:
            known = _known(target)
    with _beside(target) as part:
        with closing(_read_only(backup)) as source:
            _copy(source, part, target)
        with closing(Journal.open(part)) as copy:  # what the backup lacks of this version is made by that
            copy.receive(known.erased)
            kept = [*known.backups, *filter(None, [done.before]), backup]
            copy.keep_backups(kept, behind=bool(known.erased))
            for paper in known.papers:
                copy.keep_paper(paper.path, paper.sha256, paper.session)
        with closing(open_database(target)) as db, closing(_read_only(part)) as source, telling(target):
            source.backup(db)
            db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return done


def catch_up(backup: Path, erased: Sequence[Change]) -> None:
    """Erase in a backup what was erased in the file since; it stays one file, and is replaced in one step.

    Raises the errors about files.
    """
    _examine(backup)
    with _beside(backup) as part:
        with closing(_read_only(backup)) as source:
            _copy(source, part, backup)
        with closing(Journal.open(part)) as copy:
            copy.forget_papers()  # the file itself knows them
            copy.receive(erased)
        with closing(open_database(part)) as db:
            db.execute("PRAGMA journal_mode=DELETE")
        _put(part, backup)


@dataclass(frozen=True, slots=True)
class _Known:
    """What a file knows that its backup may not: what was erased, and where backups and papers lie."""

    erased: Sequence[Change] = ()
    backups: Sequence[Path] = ()
    papers: Sequence[Paper] = ()


def _known(path: Path) -> _Known:
    with closing(Journal.open(path)) as journal:
        return _Known(journal.erased(), journal.backups(), journal.papers())


@contextmanager
def _beside(target: Path) -> Generator[Path]:
    """Give a file of no bytes beside another, for this user alone; whatever is left of it goes."""
    part = target.with_name(f".{target.name}.part")
    with telling_of_system(target):
        target.parent.mkdir(parents=True, exist_ok=True)
        part.unlink(missing_ok=True)
        os.close(os.open(part, os.O_CREAT | os.O_WRONLY, 0o600))
    try:
        yield part
    finally:
        for companion in ("", "-wal", "-shm", ".lock"):
            part.with_name(part.name + companion).unlink(missing_ok=True)


def _copy(db: sqlite3.Connection, part: Path, target: Path) -> None:
    with telling(target):
        db.execute("VACUUM INTO ?", (str(part),))


def _put(part: Path, target: Path) -> None:
    with telling_of_system(target):
        with part.open("rb+") as written:
            os.fsync(written.fileno())
        part.replace(target)


def _set_aside(target: Path, before: Path) -> bool:
    """Keep a copy of the file, and tell whether it can be read; one too damaged to be copied makes way, as it is."""
    try:
        back_up(target, before)
    except (FileDamaged, NotOurFile):
        with telling_of_system(target):
            for companion in ("-wal", "-shm"):
                target.with_name(target.name + companion).unlink(missing_ok=True)
            target.replace(before)
        return False
    return True


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
