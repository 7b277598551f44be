"""Erasing: changes are rewritten without what was erased, and the file is made anew, so that no byte of it is left."""

import sqlite3
from collections.abc import Iterable
from itertools import groupby

from roundtable.domain.changes import Change
from roundtable.domain.erasing import Eraser
from roundtable.domain.erasures import Erasure, Erasures
from roundtable.domain.session import Details
from roundtable.errors import FileBusy, RoundtableError
from roundtable.storage import arrivals
from roundtable.storage.database import PATIENCE, writing
from roundtable.storage.own import is_unscrubbed
from roundtable.storage.projection import Projector, tables
from roundtable.storage.search import fill_again
from roundtable.storage.telling import path_of, telling

ERASING = 3.0  # seconds that an erasure waits for those who read an older state of the file
_BRIEFLY = 0.2  # seconds that opening it does


def erasures_in(db: sqlite3.Connection, session: str) -> Erasures:
    """Give what was erased in a session, by its id."""
    found = tables()[Erasure.KIND].records(db, session)
    return {one.id: one for one in found if isinstance(one, Erasure)}


def erasing_changes(db: sqlite3.Connection) -> list[Change]:
    """Give all changes of the acts that erased something, of every session."""
    acts = """"action" IN (SELECT "action" FROM changes WHERE kind = 'erasure')"""
    return list(arrivals.read(db, acts))


def apply(db: sqlite3.Connection, session: str) -> None:
    """Take out of a session all that was erased in it, as often as is wanted, inside a transaction."""
    changes = list(arrivals.read(db, "session = ?", session))
    eraser = Eraser(changes, erasures_in(db, session), _language(db, session))
    after = [eraser.rewritten(change) for change in changes]
    altered = [new for new, old in zip(after, changes, strict=True) if new is not old]
    arrivals.rewrite(db, altered)
    _fold_again(db, session, after, altered)
    fill_again(db)
    _clean_drafts(db, session, eraser)
    db.execute("UPDATE backups SET behind = 1")
    db.execute("INSERT INTO unscrubbed VALUES (datetime())")


def _language(db: sqlite3.Connection, session: str) -> str:
    text = f"SELECT language FROM {tables()[Details.KIND].name} WHERE session = ? AND id = ?"  # noqa: S608 — our own name
    found = db.execute(text, (session, session)).fetchone()
    return str(found[0]) if found else "en"


def _fold_again(
    db: sqlite3.Connection, session: str, changes: Iterable[Change], altered: Iterable[Change]
) -> None:
    keys = {change.key for change in altered}
    of_these = sorted((change for change in changes if change.key in keys), key=lambda change: change.key)
    projector = Projector(db)
    for key, those in groupby(of_these, key=lambda change: change.key):
        projector.take_anew(session, key, those)
    projector.write()


def _clean_drafts(db: sqlite3.Connection, session: str, eraser: Eraser) -> None:
    for table in ("line_drafts", "prose_drafts"):
        text = f"SELECT rowid, text FROM {table} WHERE session = ?"  # noqa: S608 — one of the two above
        for row, draft in db.execute(text, (session,)).fetchall():
            cleaned = eraser.text(draft)
            if cleaned != draft:
                db.execute(f"UPDATE {table} SET text = ? WHERE rowid = ?", (cleaned, row))  # noqa: S608 — as said


def scrub_left_over(db: sqlite3.Connection, patience: float = _BRIEFLY) -> None:
    """Make the file anew where something was erased since, and empty its journal beside it.

    Where somebody reads an older state of it for longer than `patience` (s), or the disk is full, it is left to the
    next who opens it.
    """
    db.execute(f"PRAGMA busy_timeout={round(1000 * patience)}")
    try:
        with telling(db):
            if is_unscrubbed(db):
                _scrub(db)
    except RoundtableError:
        return
    finally:
        db.execute(f"PRAGMA busy_timeout={round(1000 * PATIENCE)}")


def _scrub(db: sqlite3.Connection) -> None:
    db.execute("PRAGMA secure_delete=ON")
    db.execute("VACUUM")
    _truncate(db)
    with writing(db):
        db.execute("DELETE FROM unscrubbed")
    _truncate(db)


def _truncate(db: sqlite3.Connection) -> None:
    busy, *_ = db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    if busy:
        raise FileBusy(file=path_of(db))
