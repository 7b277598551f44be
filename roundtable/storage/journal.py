"""The journal: changes are decided, stamped, appended and folded in one transaction, and never altered."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from roundtable.domain.changes import Change, Edit, Key, Value, holdable
from roundtable.domain.erasures import Erasure, all_gone, stripped
from roundtable.domain.session import Details, Session
from roundtable.domain.stamps import horizon, new_id, next_stamp
from roundtable.domain.undoing import UNDO, take_back
from roundtable.errors import ErasedButRead, RoundtableError
from roundtable.storage import arrivals, erasing, picture
from roundtable.storage.database import open_database, reading, writing
from roundtable.storage.own import OwnTables, this_place
from roundtable.storage.projection import Projector, read_records, read_touched, tables
from roundtable.storage.search import Hit, find, search
from roundtable.storage.undo import touched, undoable, undone


@dataclass(frozen=True, slots=True)
class SessionSummary:
    """A session in a list: `contributions` counts those not withdrawn, `started` says whether the table ever sat.

    `newest` is the stamp of the change that arrived last.
    """

    uid: str
    details: Details
    contributions: int
    started: bool
    newest: str


@dataclass(frozen=True, slots=True)
class Appended:
    """What an act came to: the session after it, the action's id, its changes (none: nothing was to be done)."""

    session: Session
    action: str
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Received:
    """What came from elsewhere: how many changes were new, which were refused or are far ahead of our clock.

    Refused are damaged ones, and those that say something else than the change that is here under their stamp.
    """

    new: int
    refused: tuple[Change, ...] = ()
    ahead: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class Undone:
    """What was taken back: the actions, the changes that did it, and the fields that somebody changed since."""

    session: Session
    actions: tuple[str, ...]
    changes: tuple[Change, ...]
    kept: tuple[tuple[Key, str], ...]


@dataclass(frozen=True, slots=True)
class _Held:
    """A session as it was read: up to which arrival, with which stamp, at which state of the file (None: ask again)."""

    session: Session
    arrival: int
    stamp: str
    state: int | None


def utc_now() -> datetime:
    """Give the present instant."""
    return datetime.now(UTC)


class Journal(OwnTables):
    """The journal in one file; it belongs to the thread that opened it."""

    def __init__(self, path: Path, db: sqlite3.Connection, now: Callable[[], datetime], place: str) -> None:
        self.path = path
        self.now = now
        self._db = db
        self._place = place
        self._held: dict[str, _Held] = {}
        self._asked = self._state()

    @classmethod
    def open(cls, path: Path, now: Callable[[], datetime] = utc_now, place: str | None = None) -> "Journal":
        """Open the file, made where it is missing; `place` names who writes (a profile and terminal)."""
        db = open_database(path)
        erasing.scrub_left_over(db)
        return cls(path, db, now, place or this_place())

    def close(self) -> None:
        """Close the file."""
        self._db.close()

    @contextmanager
    def by_clock(self, now: Callable[[], datetime]) -> Iterator[None]:
        """Take the present instant from another clock for a while, such as that of one table."""
        before, self.now = self.now, now
        try:
            yield
        finally:
            self.now = before

    def sessions(self) -> list[SessionSummary]:
        """Give all sessions that are not withdrawn, the first made first."""
        with reading(self._db):
            details = {
                one.id: one
                for (uid,) in self._db.execute(
                    "SELECT session FROM sessions WHERE session = id AND NOT withdrawn"
                )
                for one in tables()[Details.KIND].records(self._db, uid)
                if isinstance(one, Details)
            }
            found = [self._summary(one) for one in details.values()]
        return sorted(found, key=lambda one: (one.details.stamp, one.uid))

    def _summary(self, details: Details) -> SessionSummary:
        said, visits, newest = self._db.execute(
            """
            SELECT (SELECT COUNT(*) FROM contributions WHERE session = ?1 AND withdrawn = 0),
                EXISTS (SELECT 1 FROM visits WHERE session = ?1 AND withdrawn = 0 AND begins IS NOT NULL),
                (SELECT stamp FROM changes WHERE session = ?1 ORDER BY arrival DESC LIMIT 1)
            """,
            (details.id,),
        ).fetchone()
        return SessionSummary(details.id, details, said, bool(visits), newest)

    def session(self, uid: str) -> Session:
        """Give a session as it is now; one that nobody made yet is empty."""
        held = self._held.get(uid)
        if held is None or held.state != self._state():
            with reading(self._db):
                held = self._held[uid] = self._read(uid)
        return held.session

    def _read(self, uid: str) -> _Held:
        """Bring what is held of a session up to date, inside a transaction."""
        state = self._state()
        held = self._held.get(uid)
        if held and held.state == state:
            return held
        last = arrivals.last_arrival(self._db)
        if held is None or not arrivals.arrived(self._db, held.arrival, held.stamp):
            return _Held(Session(uid).having(read_records(self._db, uid)), *last, state)
        # The plus keeps SQLite to the few that came last.
        keys = self._db.execute(
            "SELECT DISTINCT kind, record FROM changes WHERE arrival > ? AND +session = ?",
            (held.arrival, uid),
        ).fetchall()
        if any(kind == Erasure.KIND for kind, _ in keys):  # what came before was rewritten
            return _Held(Session(uid).having(read_records(self._db, uid)), *last, state)
        session = held.session.having(read_touched(self._db, uid, keys)) if keys else held.session
        return _Held(session, *last, state)

    def append(
        self, uid: str, decide: Callable[[Session], Sequence[Edit]], action: str | None = None
    ) -> Appended:
        """Do what `decide` decides on the session as it is once no other can write; safe when this returns.

        Whatever `decide` raises leaves everything as it was; it may be given no edits, and then nothing is written.
        """
        self.session(uid)  # read before the turn to write is taken, so that others wait the less
        action = action or new_id()
        with writing(self._db):
            held = self._read(uid)
            erased = held.session.of(Erasure)
            edits = [
                edit
                for edit in decide(held.session)
                if edit.fields and not all_gone(erased, edit.kind, edit.record)
            ]
            changes, after = self._write(held, edits, action) if edits else ((), held)
        self._held[uid] = after
        return Appended(after.session, action, changes)

    def _write(self, held: _Held, edits: Iterable[Edit], action: str) -> tuple[tuple[Change, ...], _Held]:
        """Stamp, append and fold edits, inside a transaction."""
        projector = Projector(self._db)
        changes = tuple(self._stamped(projector, held.session.uid, edits, action))
        arrivals.insert(self._db, changes)
        projector.write()
        session = held.session.having(projector.records(held.session.uid))
        return changes, _Held(session, *arrivals.last_arrival(self._db), held.state)

    def _stamped(
        self, projector: Projector, uid: str, edits: Iterable[Edit], action: str
    ) -> Iterable[Change]:
        now = self.now()
        writer = self.writer
        # Of this session alone: a clock that was wrong at another table tells nothing about this one.
        newest = arrivals.newest_stamp_of(self._db, uid, horizon(now)) or ""
        for edit in edits:
            # What a clock far ahead of ours has stamped does not drag our clock along, and still gives way to us.
            known = projector.fold(uid, (edit.kind, edit.record)).stamps
            beyond = max((known.get(name, "") for name in edit.fields), default="")
            stamp = next_stamp(now, max(newest, beyond))
            newest = max(newest, stamp) if beyond <= newest else newest
            fields = {name: storable(value) for name, value in edit.fields.items()}
            change = Change(stamp, uid, edit.kind, edit.record, fields, writer, action, edit.base)
            projector.take(change)
            yield change

    def receive(self, changes: Iterable[Change]) -> Received:
        """Take in changes from elsewhere, in any order and however often; all that are sound are kept."""
        last = horizon(self.now())
        refused: list[Change] = []
        new: list[Change] = []
        with writing(self._db):
            projector = Projector(self._db)
            without = cache(lambda uid: erasing.erasures_in(self._db, uid))
            for came in changes:
                change = stripped(came, without(came.session)) if came.sound else came
                if not change.sound:
                    refused.append(change)
                elif arrivals.insert_new(self._db, change):
                    projector.take(change)
                    new.append(change)
                elif not arrivals.is_known(self._db, change):
                    refused.append(change)
            projector.write()
            erased = {change.session for change in new if change.kind == Erasure.KIND}
            for uid in erased:
                erasing.apply(self._db, uid)
        if erased:
            self._held.clear()
            erasing.scrub_left_over(self._db)
        for uid in {change.session for change in new} & self._held.keys():
            self._held[uid] = replace(self._held[uid], state=None)
        ahead = tuple(change for change in new if change.stamp > last)
        return Received(len(new), tuple(refused), ahead)

    def erase(self, uid: str, decide: Callable[[Session], Sequence[Edit]]) -> Appended:
        """Append erasures, as `append` does, and take what was erased out of all that the file knows.

        No byte of it is left in the file then, unless `unscrubbed` says that this has to wait.
        """
        action = new_id()
        with writing(self._db):
            held = self._read(uid)
            changes, _after = self._write(held, decide(held.session), action)
            if changes:
                erasing.apply(self._db, uid)
            changes = tuple(arrivals.read(self._db, 'session = ? AND "action" = ?', uid, action))
        self._held.clear()
        if changes:
            erasing.scrub_left_over(self._db, erasing.ERASING)
        return Appended(self.session(uid), action, changes)

    def erased(self) -> list[Change]:
        """Give all changes of the acts that erased something, of every session, for copies of this file to receive."""
        with reading(self._db):
            return erasing.erasing_changes(self._db)

    def changed(self) -> bool:
        """Tell whether others have written to the file since this was last asked."""
        before, self._asked = self._asked, self._state()
        return before != self._asked

    def undo(self, uid: str, times: int = 1) -> Undone:
        """Take back the last things done here in a session. Raises NothingToUndo.

        A field that somebody changed since is left. Making the session itself is not taken back.
        """
        self.session(uid)
        with writing(self._db):
            held = self._read(uid)
            actions = undoable(self._db, uid, self.writer, times)
            changes: list[Change] = []
            kept: list[tuple[Key, str]] = []
            for action in actions:
                around = touched(self._db, uid, action)
                back = take_back(action, around, undone(self._db, uid))
                # Where all is left, an empty change still says that the action was taken back.
                edits = back.edits or [Edit(*around[0].key, {})]
                written, held = self._write(held, edits, UNDO + action)
                changes += written
                kept += back.kept
        self._held[uid] = held
        return Undone(held.session, tuple(actions), tuple(changes), tuple(kept))

    def own(self, uid: str, kind: str, limit: int = 100) -> list[str]:
        """Give the ids of the last records of a kind that were made here and not withdrawn, the newest first."""
        writer = self.writer  # who may have to be written down first, and this transaction only reads
        with reading(self._db):
            found = self._db.execute(
                f"""
                SELECT made.record FROM changes AS made JOIN {tables()[kind].name} AS here
                    ON here.session = made.session AND here.id = made.record AND here.stamp = made.stamp
                WHERE made.session = ? AND made.writer = ? AND made.kind = ? AND NOT here.withdrawn
                ORDER BY made.arrival DESC LIMIT ?
                """,  # noqa: S608 — the name of a table of our own
                (uid, writer, kind, limit),
            )
            return [record for (record,) in found]

    def history(self, uid: str, kind: str | None = None, record: str | None = None) -> list[Change]:
        """Give the changes of a session, of one kind, or of one record, in order of arrival."""
        chosen = {"session": uid, "kind": kind, "record": record}
        wanted = {column: value for column, value in chosen.items() if value is not None}
        with reading(self._db):
            return list(
                arrivals.read(self._db, " AND ".join(f"{column} = ?" for column in wanted), *wanted.values())
            )

    def search(self, query: str, uid: str | None = None, limit: int = 200) -> list[tuple[str, str]]:
        """Find contributions by words, the last one as a beginning: (session, id), the newest that arrived first."""
        with reading(self._db):
            return search(self._db, query, uid, limit)

    def find(self, query: str, uid: str | None = None, limit: int = 200) -> list[Hit]:
        """Find contributions as `search` does, and read what is shown of them: no session is read whole for it."""
        with reading(self._db):
            return find(self._db, query, uid, limit)

    def rebuild(self) -> None:
        """Make the picture again from the journal."""
        with writing(self._db):
            picture.rebuild(self._db)
        self._held.clear()

    def check(self) -> list[RoundtableError]:
        """Look through the file and give what is not as it should be."""
        with reading(self._db):
            unscrubbed = [ErasedButRead(file=self.path)] if self.unscrubbed else []
            return [*unscrubbed, *picture.findings(self._db, self.now())]

    def _state(self) -> int:
        """Give a number that differs once another connection has written to the file."""
        found: int = self._db.execute("PRAGMA data_version").fetchone()[0]
        return found


def storable(value: Value) -> Value:
    """Give a value without the half characters (surrogates) that no file can hold; nothing for a boundless number."""
    if isinstance(value, str) and not value.isascii():
        return value.encode("utf-8", "replace").decode("utf-8")
    return value if holdable(value) else None
