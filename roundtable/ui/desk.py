"""One session in one file, as a screen holds it: what it is now, and acts on it, all in the storage thread."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Concatenate, ParamSpec, TypeVar

from roundtable.domain.contributions import Contribution
from roundtable.domain.session import Session
from roundtable.errors import RoundtableError
from roundtable.storage.journal import Journal
from roundtable.storage.presence import Here, Presence
from roundtable.storage.watch import FileWatch
from roundtable.storage.worker import StorageWorker

P = ParamSpec("P")
T = TypeVar("T")
ASKS = 0.1  # seconds between two looks at whether others have written
# A mark that moved is seen a little before what was written can be read, so SQLite is asked that often after it;
# and once in so many looks anyway, where a system tells of marks late.
AFTER, ANYWAY = 3, 20


@dataclass(frozen=True, slots=True)
class Held:
    """A state of a session, and the ids of the contributions made here, the newest first."""

    session: Session
    own: tuple[str, ...]


class Desk:
    """What a screen knows of storage; everything may raise what storage and services raise.

    `now` is the clock by which acts on the session are told, where it is not the one of the file.
    """

    def __init__(self, storage: StorageWorker, uid: str, now: Callable[[], datetime] | None = None) -> None:
        self._storage = storage
        self._uid = uid
        self._now = now or storage.journal.now
        self._watch = FileWatch(storage.journal.path)
        self._presence = Presence(storage.journal.path)
        self._looks = self._lively = 0  # looks so far, and those to come at which SQLite is asked in any case

    @property
    def path(self) -> Path:
        """The file."""
        return self._storage.journal.path

    async def read(self) -> Held:
        """Give the session as it is now."""
        return await self._storage.run(self._held)

    async def changed(self) -> bool:
        """Wait until another process may have written, and tell whether one has. Raises FileGone too."""
        await self._stirred()
        return await self._storage.run(self._storage.journal.changed)

    async def _stirred(self) -> None:
        # One call of the loop a look: a task that sleeps takes several, ten times a second, all evening.
        loop = asyncio.get_running_loop()
        found: asyncio.Future[None] = loop.create_future()

        def look() -> None:
            if found.done():
                return
            try:
                stirred = self._watch.stirred()
            except RoundtableError as error:
                found.set_exception(error)
                return
            self._looks += 1
            self._lively = AFTER if stirred else max(0, self._lively - 1)
            if self._lively or self._looks % ANYWAY == 0:
                found.set_result(None)
            else:
                loop.call_later(ASKS, look)

        loop.call_later(ASKS, look)
        await found

    async def enter(self, role: str) -> None:
        """Be seen at the session by the other programs on this machine, as what one is there."""
        await self._storage.run(
            lambda: self._presence.enter(self._uid, Here(self._storage.journal.writer, role))
        )

    async def others(self) -> tuple[Here, ...]:
        """Give who else is at the session on this machine."""
        return await self._storage.run(self._presence.others, self._uid)

    async def leave(self) -> None:
        """Be seen at the session no longer."""
        await self._storage.run(self._presence.leave_all)

    async def act(
        self, act: Callable[Concatenate[Journal, str, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> tuple[T, Held]:
        """Let a service act, and give what it gave with the session after it."""

        def acted() -> tuple[T, Held]:
            with self._storage.journal.by_clock(self._now):
                found = act(self._storage.journal, self._uid, *args, **kwargs)
            return found, self._held()

        return await self._storage.run(acted)

    def _held(self) -> Held:
        journal = self._storage.journal
        return Held(journal.session(self._uid), tuple(journal.own(self._uid, Contribution.KIND)))
