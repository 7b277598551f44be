"""What the journal knows about taking back: which actions come next, what was taken back, what they touched."""

import sqlite3

from roundtable.domain.changes import Change
from roundtable.domain.undoing import UNDO, undone_by
from roundtable.errors import ErasureStays, NothingToUndo
from roundtable.storage.arrivals import read


def undoable(db: sqlite3.Connection, uid: str, writer: str, times: int) -> list[str]:
    """Give the last actions of a writer that can be taken back, the newest first. Raises NothingToUndo, ErasureStays.

    Not those that were taken back before, not the one that made the session, and none up to one that erased something.
    """
    passed = undone(db, uid)
    erasing = _erasing(db, uid)
    birth = db.execute(
        'SELECT "action" FROM changes WHERE stamp = (SELECT stamp FROM sessions WHERE session = ?1 AND id = ?1)',
        (uid,),
    )
    passed.update(action for (action,) in birth)
    found: list[str] = []
    for (action,) in db.execute(
        'SELECT "action" FROM changes WHERE session = ? AND writer = ? ORDER BY arrival DESC', (uid, writer)
    ):
        if action in erasing and not found:
            raise ErasureStays
        if len(found) == times or action in erasing:
            break
        if action not in passed and undone_by(action) is None:
            found.append(action)
            passed.add(action)
    if not found:
        raise NothingToUndo
    return found


def _erasing(db: sqlite3.Connection, uid: str) -> set[str]:
    found = db.execute("""SELECT "action" FROM changes WHERE session = ? AND kind = 'erasure'""", (uid,))
    return {action for (action,) in found}


def undone(db: sqlite3.Connection, uid: str) -> set[str]:
    """Give the actions in a session that were taken back."""
    found = db.execute(
        """SELECT DISTINCT "action" FROM changes WHERE session = ? AND "action" >= ? AND "action" < 'undo.'""",
        (uid, UNDO),
    )
    return {undone_by(action) or "" for (action,) in found}


def touched(db: sqlite3.Connection, uid: str, action: str) -> list[Change]:
    """Give all changes, of whomever, of the records that an action touched."""
    keys = dict.fromkeys(change.key for change in read(db, 'session = ? AND "action" = ?', uid, action))
    return [
        change
        for kind, record in keys
        for change in read(db, "session = ? AND kind = ? AND record = ?", uid, kind, record)
    ]
