"""Care for the picture: making it again from the journal, and looking whether all is as it should be."""

import sqlite3
from collections.abc import Iterator
from datetime import datetime

from roundtable.domain.changes import Folded, Key
from roundtable.domain.stamps import horizon, instant_of
from roundtable.errors import ClockAhead, DamagedChange, FileDamaged, PictureDiffers, RoundtableError
from roundtable.storage.arrivals import newest_stamp, read, read_with_checksum, sessions
from roundtable.storage.projection import Projector, Table, table_of, tables, unknown
from roundtable.storage.search import made_again
from roundtable.storage.telling import path_of


def rebuild(db: sqlite3.Connection) -> None:
    """Make the tables of records and the index again from all changes, inside a transaction."""
    with made_again(db):
        for table in (*tables().values(), unknown()):
            db.execute(f"DELETE FROM {table.name}")  # noqa: S608 — a name of our own
        for uid in sessions(db):
            projector = Projector(db)
            for change in read(db, "session = ?", uid):
                projector.take(change)
            projector.write()


def findings(db: sqlite3.Connection, now: datetime) -> Iterator[RoundtableError]:
    """Look through the file: damage, changes that are not what they were, rows that the journal does not add up to."""
    for (said,) in db.execute("PRAGMA integrity_check(10)"):
        if said != "ok":
            yield FileDamaged(file=path_of(db), reason=said)
    if (newest := newest_stamp(db, "g")) and newest > horizon(now):
        yield ClockAhead(instant=instant_of(newest).date().isoformat())
    for uid in sessions(db):
        yield from _session(db, uid)
    yield from _strays(db)


def _session(db: sqlite3.Connection, uid: str) -> Iterator[RoundtableError]:
    folds: dict[Key, Folded] = {}
    for change, checksum in read_with_checksum(db, uid):
        folds.setdefault(change.key, Folded()).take(change)
        if change.checksum != checksum or not change.sound:
            yield DamagedChange(stamp=change.stamp)
    for key, folded in folds.items():
        table = table_of(key[0])
        row = db.execute(table.select, table.key(uid, key)).fetchone()
        if row is None or tuple(row) != table.row(folded):
            yield PictureDiffers(table=table.name, record=key[1])


def _strays(db: sqlite3.Connection) -> Iterator[RoundtableError]:
    for table in (*tables().values(), unknown()):
        for (key,) in db.execute(_stray(table)):
            yield PictureDiffers(table=table.name, record=key)


def _stray(table: Table) -> str:
    kind = f"'{table.cls.KIND}'" if table.cls else "here.kind"
    return (
        f"SELECT here.id FROM {table.name} AS here WHERE NOT EXISTS (SELECT 1 FROM changes "  # noqa: S608 — our own names
        f"WHERE session = here.session AND kind = {kind} AND record = here.id)"
    )
