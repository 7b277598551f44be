"""Who else is at a session on this machine: each program holds a lock on a file of its own while it is there.

A lock goes with the program that held it, however that ended: so nobody has to say again and again that they are there.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from roundtable.domain.stamps import new_id

if TYPE_CHECKING:
    from filelock import BaseFileLock

FOLDER = ".here"  # behind the name of the file
RUN, WRITE, STAGE, SYNTHESIS = "run", "note", "stage", "synthesis"  # as what a program is there
TRIES = 5  # names that are tried, where others look at a mark in the very instant in which it is made
Remove = Callable[[Path], None]


@dataclass(frozen=True, slots=True)
class Here:
    """Somebody at a session: the writer's id, and as what they are there (RUN, WRITE, STAGE, SYNTHESIS)."""

    writer: str
    role: str


class Presence:
    """One program's place at the sessions of one file; where the folder takes no files, nobody is seen there.

    `name` gives a name that no other mark has; `remove` takes a file away, which a system may refuse while it is open.
    """

    def __init__(self, path: Path, name: Callable[[], str] = new_id, remove: Remove = Path.unlink) -> None:
        self._folder = path.with_name(path.name + FOLDER)
        self._name, self._remove = name, remove
        self._held: dict[str, BaseFileLock] = {}

    def enter(self, uid: str, here: Here) -> None:
        """Be seen at a session, until `leave`; a second time in another role changes it."""
        from filelock import Timeout

        self.leave(uid)
        for _ in range(TRIES):
            # A name of its own each time: one terminal may run the program twice.
            mark = self._folder / f"{uid}.{here.writer}.{here.role}.{self._name()}"
            try:
                self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
                lock = _lock(mark)
                lock.acquire(blocking=False)
            except Timeout:  # who looks round holds the new mark for an instant, and then clears it away
                continue
            except OSError:
                return
            self._held[uid] = lock
            return

    def leave(self, uid: str) -> None:
        """Be seen at a session no longer."""
        if lock := self._held.pop(uid, None):
            self._clear(lock)

    def leave_all(self) -> None:
        """Be seen nowhere any longer."""
        for uid in tuple(self._held):
            self.leave(uid)

    def others(self, uid: str) -> tuple[Here, ...]:
        """Give who else is at a session; what a program left behind that ended without leaving is cleared away."""
        own = self._held.get(uid)
        return tuple(
            here
            for mark, here in self._marks(uid)
            if (own is None or Path(own.lock_file) != mark) and self._is_held(mark)
        )

    def _is_held(self, mark: Path) -> bool:
        """Tell whether a program holds a mark; one that nobody holds is removed."""
        from filelock import Timeout

        lock = _lock(mark)
        try:
            lock.acquire(blocking=False)
        except Timeout:
            return True
        except OSError:  # gone by now, or not ours to look at
            return False
        self._clear(lock)
        return False

    def _clear(self, lock: "BaseFileLock") -> None:
        """Let go of a mark and remove it; one that cannot be removed now is removed by whoever looks next."""
        mark = Path(lock.lock_file)
        # While it is held, nobody can take it in between; but Windows refuses to remove what is open.
        with suppress(OSError):
            self._remove(mark)
        with suppress(OSError):
            lock.release()
        if mark.exists():
            with suppress(OSError):
                self._remove(mark)

    def _marks(self, uid: str) -> Iterator[tuple[Path, Here]]:
        try:
            names = sorted(os.listdir(self._folder))  # noqa: PTH208 — asked every few seconds, and only names are wanted
        except OSError:
            return
        for name in names:
            session, _, rest = name.partition(".")
            writer, _, rest = rest.partition(".")
            role, dot, _own = rest.partition(".")
            if session == uid and dot:
                yield self._folder / name, Here(writer, role)


def _lock(mark: Path) -> "BaseFileLock":
    from filelock import FileLock

    return FileLock(mark, timeout=0, mode=0o600, thread_local=False)
