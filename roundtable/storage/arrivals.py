"""The journal's own table: changes as rows, in the order in which they arrived in this file."""

import json
import sqlite3
from collections.abc import Iterable, Iterator

from roundtable.domain.changes import Change, spelled

_COLUMNS = 'stamp, session, kind, record, fields, writer, "action", base'
_INSERT = f"INSERT INTO changes ({_COLUMNS}, checksum) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"  # noqa: S608 — our own names


def insert(db: sqlite3.Connection, changes: Iterable[Change]) -> None:
    """Append changes with stamps of our own."""
    db.executemany(_INSERT, map(_row, changes))


def insert_new(db: sqlite3.Connection, change: Change) -> bool:
    """Append a change unless it is there; tell whether it was new."""
    return db.execute(f"{_INSERT} ON CONFLICT (stamp) DO NOTHING", _row(change)).rowcount > 0


def rewrite(db: sqlite3.Connection, changes: Iterable[Change]) -> None:
    """Put changes in the place of those under their stamps: the one exception to that none is ever altered."""
    said = ((spelled(change.fields), change.checksum, change.stamp) for change in changes)
    db.executemany("UPDATE changes SET fields = ?, checksum = ? WHERE stamp = ?", said)


def is_known(db: sqlite3.Connection, change: Change) -> bool:
    """Tell whether the change that is there under this stamp is the very same."""
    found = db.execute("SELECT checksum FROM changes WHERE stamp = ?", (change.stamp,)).fetchone()
    return bool(found) and found[0] == change.checksum


def read(db: sqlite3.Connection, where: str, *values: str | int) -> Iterator[Change]:
    """Read changes in order of arrival; `where` is a condition of our own making."""
    found = db.execute(f"SELECT {_COLUMNS} FROM changes WHERE {where} ORDER BY arrival", values)  # noqa: S608 — as said
    return map(_change, found)


def read_with_checksum(db: sqlite3.Connection, session: str) -> Iterator[tuple[Change, str]]:
    """Read the changes of a session with the checksum that each was given."""
    text = f"SELECT checksum, {_COLUMNS} FROM changes WHERE session = ? ORDER BY arrival"  # noqa: S608 — our own names
    found = db.execute(text, (session,))
    for checksum, *row in found:
        yield _change(row), checksum


def sessions(db: sqlite3.Connection) -> list[str]:
    """Give the uids of all sessions of which anything arrived, the first to arrive first."""
    found = db.execute("SELECT session FROM changes GROUP BY session ORDER BY MIN(arrival)")
    return [uid for (uid,) in found]


def last_arrival(db: sqlite3.Connection) -> tuple[int, str]:
    """Give the number and the stamp of the change that arrived last, 0 and nothing where none has."""
    found = db.execute("SELECT arrival, stamp FROM changes ORDER BY arrival DESC LIMIT 1").fetchone()
    return found or (0, "")


def arrived(db: sqlite3.Connection, arrival: int, stamp: str) -> bool:
    """Tell whether a change is still there under the number in which it arrived: the file is the one we know."""
    found = db.execute("SELECT stamp = ? FROM changes WHERE arrival = ?", (stamp, arrival)).fetchone()
    return bool(found and found[0]) or not arrival


def newest_stamp(db: sqlite3.Connection, until: str) -> str | None:
    """Give the newest stamp of the file that is believed."""
    found: str | None = db.execute("SELECT MAX(stamp) FROM changes WHERE stamp <= ?", (until,)).fetchone()[0]
    return found


def newest_stamp_of(db: sqlite3.Connection, session: str, until: str) -> str | None:
    """Give the newest stamp of a session that is believed."""
    # The plus has SQLite go down the stamps: the first few are nearly always of the session that is written to.
    text = "SELECT stamp FROM changes WHERE +session = ? AND stamp <= ? ORDER BY stamp DESC LIMIT 1"
    found = db.execute(text, (session, until)).fetchone()
    return found[0] if found else None


def _row(change: Change) -> tuple[str | None, ...]:
    return (
        change.stamp,
        change.session,
        change.kind,
        change.record,
        spelled(change.fields),
        change.writer,
        change.action,
        change.base,
        change.checksum,
    )


def _change(row: Iterable[str]) -> Change:
    stamp, session, kind, record, fields, writer, action, base = row
    return Change(stamp, session, kind, record, json.loads(fields), writer, action, base)
