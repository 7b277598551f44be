"""What only this machine keeps beside the journal: who writes here, drafts, where papers lie."""

import hashlib
import os
import sqlite3
from collections.abc import Callable, Collection, Iterable
from contextlib import nullcontext
from dataclasses import dataclass
from datetime import UTC, datetime
from getpass import getuser
from pathlib import Path

from roundtable.domain.records import read_instant, write_instant
from roundtable.domain.stamps import new_id
from roundtable.storage.database import reading, writing


@dataclass(frozen=True, slots=True)
class Draft:
    """A text that somebody was typing; `base` is the stamp that the editing of prose started from."""

    writer: str
    text: str
    at: datetime
    base: str | None = None


@dataclass(frozen=True, slots=True)
class Paper:
    """A file that was written for a session, and the SHA-256 (hex) of what stood in it then."""

    path: Path
    sha256: str
    session: str
    at: datetime


def this_place() -> str:
    """Name this terminal of this user on this machine, unreadably; a program without a terminal has one name a user."""
    machine = os.uname().nodename if hasattr(os, "uname") else os.environ.get("COMPUTERNAME", "")
    try:
        user = getuser()
    except (KeyError, OSError):  # a user id without a name, in a container
        user = str(os.getuid()) if hasattr(os, "getuid") else ""
    return hashlib.sha256(f"{machine}\n{user}\n{_terminal()}".encode("utf-8", "replace")).hexdigest()[:24]


def _terminal() -> str:
    for stream in range(3):
        try:
            return os.ttyname(stream)
        except (OSError, AttributeError):  # no terminal, or Windows, which does not name them
            continue
    return os.environ.get("WT_SESSION", "")


class OwnTables:
    """The tables of this machine's own; part of the journal's interface."""

    _db: sqlite3.Connection
    _place: str
    now: Callable[[], datetime]
    _writer = ""

    @property
    def writer(self) -> str:
        """The random id of this profile and terminal, remembered by its place."""
        if self._writer:
            return self._writer
        found = self._known_writer()
        if not found:
            with nullcontext() if self._db.in_transaction else writing(self._db):
                self._db.execute("INSERT OR IGNORE INTO writers VALUES (?, ?)", (self._place, new_id()))
                found = self._known_writer()
        if not self._db.in_transaction:  # else it may yet be undone with all the rest
            self._writer = found
        return found

    def _known_writer(self) -> str:
        with reading(self._db):
            found = self._db.execute("SELECT writer FROM writers WHERE place = ?", (self._place,)).fetchone()
        return found[0] if found else ""

    def line_draft(self, uid: str) -> str:
        """Give the line that was being typed here, empty where none was."""
        return next((one.text for one in self.line_drafts(uid) if one.writer == self.writer), "")

    def line_drafts(self, uid: str) -> list[Draft]:
        """Give the lines that are or were being typed on this machine, the newest first."""
        with reading(self._db):
            found = self._db.execute(
                "SELECT writer, text, at FROM line_drafts WHERE session = ? ORDER BY at DESC", (uid,)
            ).fetchall()
        return [Draft(writer, text, _instant(at)) for writer, text, at in found]

    def keep_line_draft(self, uid: str, text: str) -> None:
        """Keep the line that is being typed here; an empty one is forgotten."""
        writer = self.writer
        with writing(self._db):
            if text:
                self._db.execute(
                    "INSERT OR REPLACE INTO line_drafts VALUES (?, ?, ?, ?)",
                    (uid, writer, text, write_instant(self.now())),
                )
            else:
                self._db.execute("DELETE FROM line_drafts WHERE session = ? AND writer = ?", (uid, writer))

    def adopt_line_draft(self, uid: str, live: Collection[str]) -> str:
        """Take over the newest line that somebody was typing here who is not `live` (writers) any more.

        It is this writer's from then on, and so never stands in two terminals. Empty where there is none.
        """
        writer = self.writer
        with writing(self._db):
            found = self._db.execute(
                "SELECT writer, text FROM line_drafts WHERE session = ? ORDER BY at DESC", (uid,)
            ).fetchall()
            for owner, text in found:
                if owner == writer or owner in live:
                    continue
                self._db.execute("DELETE FROM line_drafts WHERE session = ? AND writer = ?", (uid, owner))
                self._db.execute(
                    "INSERT OR REPLACE INTO line_drafts VALUES (?, ?, ?, ?)",
                    (uid, writer, text, write_instant(self.now())),
                )
                return str(text)
        return ""

    def prose_drafts(self, uid: str, part: str) -> list[Draft]:
        """Give the unsaved prose for a part on this machine, the newest first."""
        with reading(self._db):
            found = self._db.execute(
                "SELECT writer, text, at, base FROM prose_drafts WHERE session = ? AND part = ? ORDER BY at DESC",
                (uid, part),
            ).fetchall()
        return [Draft(writer, text, _instant(at), base) for writer, text, at, base in found]

    def prose_draft(self, uid: str, part: str) -> Draft | None:
        """Give the unsaved prose that was being written here for a part, if any."""
        return next((one for one in self.prose_drafts(uid, part) if one.writer == self.writer), None)

    def adopt_prose_draft(self, uid: str, part: str, live: Collection[str]) -> Draft | None:
        """Take over the newest prose for a part that somebody was writing who is not `live` (writers) any more.

        It is this writer's from then on, as it stood and with what it started from. Nothing where there is none, or
        where something unsaved of one's own would be lost.
        """
        writer = self.writer
        with writing(self._db):
            found = self._db.execute(
                "SELECT writer, text, at, base FROM prose_drafts WHERE session = ? AND part = ? ORDER BY at DESC",
                (uid, part),
            ).fetchall()
            owners = [owner for owner, *_ in found]
            left = next((row for row in found if row[0] not in live), None)
            if left is None or writer in owners:
                return None
            self._db.execute(
                "UPDATE prose_drafts SET writer = ? WHERE session = ? AND part = ? AND writer = ?",
                (writer, uid, part, left[0]),
            )
        _owner, text, at, base = left
        return Draft(writer, text, _instant(at), base)

    def keep_prose_draft(self, uid: str, part: str, text: str | None, base: str | None = None) -> None:
        """Keep the prose that is being written here for a part; None forgets it."""
        writer = self.writer
        with writing(self._db):
            if text is None:
                self._db.execute(
                    "DELETE FROM prose_drafts WHERE session = ? AND part = ? AND writer = ?",
                    (uid, part, writer),
                )
            else:
                self._db.execute(
                    "INSERT OR REPLACE INTO prose_drafts VALUES (?, ?, ?, ?, ?, ?)",
                    (uid, part, writer, text, base, write_instant(self.now())),
                )

    def paper(self, path: Path) -> Paper | None:
        """Give what is known of a file that was written here."""
        with reading(self._db):
            found = self._db.execute("SELECT * FROM papers WHERE path = ?", (str(path.resolve()),)).fetchone()
        return _paper(found) if found else None

    def papers(self, uid: str | None = None) -> list[Paper]:
        """Give the files that were written here for a session (None: for any), the newest first."""
        with reading(self._db):
            found = self._db.execute(
                "SELECT * FROM papers WHERE ?1 IS NULL OR session = ?1 ORDER BY at DESC", (uid,)
            ).fetchall()
        return [_paper(row) for row in found]

    def keep_paper(self, path: Path, sha256: str, uid: str) -> None:
        """Remember a file that was written for a session."""
        with writing(self._db):
            self._db.execute(
                "INSERT OR REPLACE INTO papers (path, sha256, session, at) VALUES (?, ?, ?, ?)",
                (str(path.resolve()), sha256, uid, write_instant(self.now())),
            )

    def export_choices(self, uid: str) -> str:
        """Give how a paper of a session was last wanted here, as `keep_export_choices` took it; empty at first."""
        with reading(self._db):
            found = self._db.execute(
                "SELECT choices FROM export_choices WHERE session = ?", (uid,)
            ).fetchone()
        return found[0] if found else ""

    def keep_export_choices(self, uid: str, choices: str) -> None:
        """Remember how a paper of a session is wanted here."""
        with writing(self._db):
            self._db.execute("INSERT OR REPLACE INTO export_choices VALUES (?, ?)", (uid, choices))

    def forget_papers(self) -> None:
        """Forget where all files lie: their names may name somebody."""
        with writing(self._db):
            self._db.execute("DELETE FROM papers")

    def forget_paper(self, path: Path) -> None:
        """Forget a file that is no longer there."""
        with writing(self._db):
            self._db.execute("DELETE FROM papers WHERE path = ?", (str(path),))

    @property
    def unscrubbed(self) -> bool:
        """Whether the file may still hold bytes of what was erased: somebody read an older state of it all the time."""
        with reading(self._db):
            return is_unscrubbed(self._db)

    def backups(self) -> list[Path]:
        """Give where backups of this file were put, the newest last; they may have gone since."""
        with reading(self._db):
            return [Path(path) for (path,) in self._db.execute("SELECT path FROM backups ORDER BY at, path")]

    def backups_behind(self) -> list[Path]:
        """Give the backups that may still hold something that was erased here."""
        with reading(self._db):
            found = self._db.execute("SELECT path FROM backups WHERE behind ORDER BY at, path").fetchall()
        return [Path(path) for (path,) in found]

    def backup_caught_up(self, path: Path) -> None:
        """Take note that a backup holds nothing any more that was erased here."""
        with writing(self._db):
            self._db.execute("UPDATE backups SET behind = 0 WHERE path = ?", (str(path),))

    def keep_backups(self, paths: Iterable[Path], *, behind: bool = False) -> None:
        """Remember where backups were put, and whether something was erased since that they may hold."""
        with writing(self._db):
            for path in paths:
                keep_backup(self._db, path, self.now(), behind=behind)

    def forget_backup(self, path: Path) -> None:
        """Forget a backup that is no longer there."""
        with writing(self._db):
            self._db.execute("DELETE FROM backups WHERE path = ?", (str(path),))


def is_unscrubbed(db: sqlite3.Connection) -> bool:
    """Tell whether the file is still to be made anew without what was erased."""
    return db.execute("SELECT 1 FROM unscrubbed").fetchone() is not None


def keep_backup(db: sqlite3.Connection, path: Path, at: datetime, *, behind: bool = False) -> None:
    """Remember where a backup was put, inside a transaction."""
    told = str(path.resolve()), write_instant(at), behind
    db.execute("INSERT OR REPLACE INTO backups (path, at, behind) VALUES (?, ?, ?)", told)


def _paper(row: tuple[str, str, str, str]) -> Paper:
    path, sha256, session, at = row
    return Paper(Path(path), sha256, session, _instant(at))


def _instant(text: str) -> datetime:
    return read_instant(text) or datetime(1970, 1, 1, tzinfo=UTC)
