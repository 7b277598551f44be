"""Journals, sessions and lines for the tests of storage."""

import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from roundtable.domain.changes import Edit
from roundtable.domain.contributions import Contribution, Voice
from roundtable.domain.records import created
from roundtable.domain.session import Details, Session
from roundtable.domain.stamps import new_id
from roundtable.storage.journal import Journal
from roundtable.storage.projection import tables, unknown

UID = "sessionuid"
EVENING = datetime(2026, 11, 23, 18, 30, tzinfo=UTC)


class Clock:
    """A clock that the test sets."""

    def __init__(self, now: datetime = EVENING) -> None:
        self.at = now

    def __call__(self) -> datetime:
        return self.at

    def on(self, **amount: float) -> None:
        self.at += timedelta(**amount)


def said(text: str, key: str | None = None) -> Edit:
    """Give the edit that records a line."""
    return created(Contribution(id=key or new_id(), typed=text, text=text, at=EVENING, voice=Voice.TABLE))


def line(text: str, key: str | None = None) -> Callable[[Session], list[Edit]]:
    """Decide to record a line."""
    return lambda _session: [said(text, key)]


def begin(journal: Journal, uid: str = UID, slug: str = "telewerk-2026-11-23") -> None:
    """Make a session."""
    journal.append(uid, lambda _: [created(Details(id=uid, slug=slug, title="Telewerk"))])


def dump(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Give all rows of the picture, without the numbers that say in which order they came."""
    db = sqlite3.connect(path)
    found = {}
    for table in (*tables().values(), unknown()):
        cursor = db.execute(f"SELECT * FROM {table.name} ORDER BY {', '.join(table.keys)}")  # noqa: S608 — a name of ours
        columns = [name for name, *_ in cursor.description]
        kept = [number for number, name in enumerate(columns) if name != "row"]
        found[table.name] = [tuple(row[number] for number in kept) for row in cursor]
    db.close()
    return found


def blank_copy(blank: Path, path: Path) -> Path:
    """Give a new file, quickly: a copy of one that was made before and closed."""
    shutil.copyfile(blank, path)
    return path


def program(code: str, *words: object) -> "subprocess.Popen[str]":
    """Start Python code in a process of its own; `sys.argv[1:]` are the words."""
    return subprocess.Popen(
        [sys.executable, "-c", code, *map(str, words)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def finished(process: "subprocess.Popen[str]") -> str:
    """Wait for a process and give what it printed."""
    out, err = process.communicate(timeout=60)
    assert process.returncode == 0, err
    return out
