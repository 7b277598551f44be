"""The picture that the changes add up to, as ordinary tables: one for each class of records, one row a record.

A row is exactly what the fold returns. A plain field has a column of its own, in which the value stands as the record
reads it; what spreads over several fields, what this version does not know and what it cannot read stands in `other`;
`stamps` says since which change each field has its value.
"""

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache
from typing import Any

from roundtable.domain.changes import Change, Folded, Key, Value, fold, spelled
from roundtable.domain.records import Plain, Record, plain_fields, read_record, spread_fields
from roundtable.domain.session import RECORDS

_UNCOUNTED = {"prose", "support"}


class Table:
    """The table of a class of records; without a class, that of all kinds that this version does not know."""

    def __init__(self, cls: type[Record] | None) -> None:
        self.cls = cls
        self.name = table_name(cls.KIND) if cls else "unknown_records"
        self.keys = ("session", "id") if cls else ("session", "kind", "id")
        self.plain: Mapping[str, Plain] = plain_fields(cls) if cls else {}
        self._spread = spread_fields(cls) if cls else {}
        # A record is filled field by field, past its own __init__: a third of the time where there are thousands.
        readers: dict[str, Callable[[Any], Any]] = {"id": str, "stamp": str}
        readers |= {name: codec.read for name, codec in self.plain.items()}
        self._columns = tuple((getattr(cls, name).__set__, read) for name, read in readers.items() if cls)
        blank = cls(id="") if cls else None
        self._unspread = tuple((getattr(cls, name).__set__, getattr(blank, name)) for name in self._spread)
        names = "".join(f'"{name}", ' for name in self.plain)
        chosen = " AND ".join(f"{key} = ?" for key in self.keys)
        set_anew = ", ".join(
            f'"{name}" = excluded."{name}"' for name in ("stamp", *self.plain, "stamps", "other")
        )
        places = ", ".join("?" * (len(self.keys) + len(self.plain) + 3))
        # Every name in these texts comes from our own classes.
        self.select = f"SELECT stamp, {names}stamps, other FROM {self.name} WHERE {chosen}"  # noqa: S608 — as said
        self.select_all = f"SELECT other, id, stamp, {names}0 FROM {self.name} WHERE session = ?"  # noqa: S608 — as said
        self.upsert = (
            f"INSERT INTO {self.name} ({', '.join(self.keys)}, stamp, {names}stamps, other) VALUES ({places}) "  # noqa: S608 — as said
            f"ON CONFLICT ({', '.join(self.keys)}) DO UPDATE SET {set_anew}"
        )

    def key(self, session: str, key: Key) -> tuple[str, ...]:
        """Give what the row of a record is found by."""
        return (session, key[1]) if self.cls else (session, *key)

    def folded(self, row: tuple[Any, ...]) -> Folded:
        """Read what `select` gives."""
        first, *values, stamps, other = row
        known: dict[str, str] = json.loads(stamps)
        fields: dict[str, Value] = json.loads(other)
        for (name, codec), value in zip(self.plain.items(), values, strict=True):
            if name in known and name not in fields:
                fields[name] = codec.write(codec.read(value))
        return Folded(fields, known, first)

    def row(self, folded: Folded) -> tuple[Value, ...]:
        """Give the values for `upsert`, without the key."""
        other = dict(folded.fields)
        values: list[Value] = []
        for name, codec in self.plain.items():
            value = codec.write(codec.read(folded.fields.get(name)))
            values.append(value)
            if name in other and same(other[name], value):
                del other[name]
        return (folded.first, *values, spelled(folded.stamps), spelled(other))

    def record(self, key: str, folded: Folded) -> Record | None:
        """Give the typed record, where the kind is known."""
        return read_record(self.cls, key, folded.first, folded.fields) if self.cls else None

    def records(self, db: sqlite3.Connection, session: str) -> Iterator[Record]:
        """Read all records of a session."""
        cls = self.cls
        if cls is None:
            return
        for other, *values in db.execute(self.select_all, (session,)):
            record = cls.__new__(cls)
            for (put, read), value in zip(self._columns, values, strict=False):
                put(record, read(value))
            for put, empty in self._unspread:
                put(record, empty)
            yield record if other == "{}" else replace(record, **self._read_other(json.loads(other)))

    def _read_other(self, other: Mapping[str, Value]) -> dict[str, Any]:
        fields = {name: self.plain[name].read(other[name]) for name in other.keys() & self.plain.keys()}
        for name, spread in self._spread.items():
            start = len(spread.prefix)
            fields[name] = spread.read(
                {known[start:]: value for known, value in other.items() if known.startswith(spread.prefix)}
            )
        return fields


class Projector:
    """Folds changes into the rows, inside one transaction."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._folds: dict[tuple[str, Key], Folded] = {}

    def fold(self, session: str, key: Key) -> Folded:
        """Give what is known of a record, as it will be written."""
        known = self._folds.get((session, key))
        if known is None:
            table = table_of(key[0])
            row = self._db.execute(table.select, table.key(session, key)).fetchone()
            known = self._folds[session, key] = table.folded(row) if row else Folded()
        return known

    def take(self, change: Change) -> None:
        """Add a change."""
        self.fold(change.session, change.key).take(change)

    def take_anew(self, session: str, key: Key, changes: Iterable[Change]) -> None:
        """Forget what was known of a record, and add up all its changes."""
        self._folds[session, key] = fold(changes).get(key, Folded())

    def write(self) -> None:
        """Write the rows of all records that were touched, a statement a table."""
        rows: dict[Table, list[tuple[Value, ...]]] = {}
        for (session, key), folded in self._folds.items():
            table = table_of(key[0])
            rows.setdefault(table, []).append((*table.key(session, key), *table.row(folded)))
        for table, those in rows.items():
            self._db.executemany(table.upsert, those)

    def records(self, session: str) -> Iterator[Record]:
        """Give the typed records of a session that were touched, as they are now."""
        for (owner, key), folded in self._folds.items():
            record = table_of(key[0]).record(key[1], folded) if owner == session else None
            if record:
                yield record


@cache
def tables() -> Mapping[str, Table]:
    """Give the table of each kind of record."""
    return {kind: Table(cls) for kind, cls in RECORDS.items()}


@cache
def unknown() -> Table:
    """Give the table of all kinds that this version does not know."""
    return Table(None)


def table_of(kind: str) -> Table:
    """Give the table in which a kind of record lies."""
    return tables().get(kind) or unknown()


def table_name(kind: str) -> str:
    """Give the name of the table for a kind of record."""
    return kind if kind in _UNCOUNTED else f"{kind}s"


def projected_fields() -> int:
    """Count the tables and columns that record classes ask for; we only ever add some."""
    return len(RECORDS) + sum(len(plain_fields(cls)) for cls in RECORDS.values())


def read_records(db: sqlite3.Connection, session: str) -> Iterator[Record]:
    """Read all records of a session."""
    for table in tables().values():
        yield from table.records(db, session)


def read_touched(db: sqlite3.Connection, session: str, keys: Iterable[Key]) -> Iterator[Record]:
    """Read some records of a session."""
    projector = Projector(db)
    for key in keys:
        projector.fold(session, key)
    yield from projector.records(session)


def follow_records(db: sqlite3.Connection) -> bool:
    """Make the tables and columns that record classes ask for and the file lacks; tell whether any did."""
    lacking = False
    for table in (*tables().values(), unknown()):
        present = {name for _, name, *_ in db.execute(f"PRAGMA table_info({table.name})")}
        if not present:
            db.execute(_creation(table))
        for name, codec in table.plain.items():
            if present and name not in present:
                db.execute(f'ALTER TABLE {table.name} ADD COLUMN "{name}" {_kind(codec)}')
        lacking = lacking or not table.plain.keys() <= present
    return lacking


def _creation(table: Table) -> str:
    keys = ", ".join(table.keys)
    columns = [f"{key} TEXT NOT NULL" for key in table.keys]
    columns += ["stamp TEXT NOT NULL"]
    columns += [f'"{name}" {_kind(codec)}' for name, codec in table.plain.items()]
    columns += ["stamps TEXT NOT NULL", "other TEXT NOT NULL"]
    # The full-text index refers to a number that stays (VACUUM may change a hidden one).
    searched = table.name == "contributions"
    columns = (
        ["row INTEGER PRIMARY KEY", *columns, f"UNIQUE ({keys})"]
        if searched
        else [*columns, f"PRIMARY KEY ({keys})"]
    )
    return f"CREATE TABLE {table.name} ({', '.join(columns)})"


def _kind(codec: Plain) -> str:
    return "INTEGER" if codec.number else "TEXT"


def same(one: Value, other: Value) -> bool:
    """Whether two values are the same, 1 and true being two."""
    return type(one) is type(other) and one == other
