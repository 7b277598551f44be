"""One session in one file, as a screen holds it: what it is now, and acts on it, all in the storage thread."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Concatenate, ParamSpec, TypeVar

from roundtable.domain.contributions import Contribution
from roundtable.domain.session import Session
from roundtable.storage.journal import Journal
from roundtable.storage.worker import StorageWorker

P = ParamSpec("P")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Held:
    """A state of a session, and the ids of the contributions made here, the newest first."""

    session: Session
    own: tuple[str, ...]


class Desk:
    """What a screen knows of storage; everything may raise what storage and services raise."""

    def __init__(self, storage: StorageWorker, uid: str) -> None:
        self._storage = storage
        self._uid = uid

    async def read(self) -> Held:
        """Give the session as it is now."""
        return await self._storage.run(self._held)

    async def changed(self) -> bool:
        """Tell whether another process has written since this was last asked."""
        return await self._storage.run(self._storage.journal.changed)

    async def act(
        self, act: Callable[Concatenate[Journal, str, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> tuple[T, Held]:
        """Let a service act, and give what it gave with the session after it."""

        def acted() -> tuple[T, Held]:
            found = act(self._storage.journal, self._uid, *args, **kwargs)
            return found, self._held()

        return await self._storage.run(acted)

    def _held(self) -> Held:
        journal = self._storage.journal
        return Held(journal.session(self._uid), tuple(journal.own(self._uid, Contribution.KIND)))
