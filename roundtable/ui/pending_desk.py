"""A session that is only looked at: it is made with the first thing that is kept of it."""

from collections.abc import Callable
from typing import Concatenate, ParamSpec, TypeVar

from roundtable.domain.agenda import Agenda
from roundtable.domain.session import Session
from roundtable.services.sessions import begin, drafted
from roundtable.storage.journal import Journal
from roundtable.storage.worker import StorageWorker
from roundtable.ui.desk import Desk, Held

P = ParamSpec("P")
T = TypeVar("T")


class PendingDesk(Desk):
    """A desk whose session is not in the file yet, until something acts on it."""

    def __init__(self, storage: StorageWorker, agenda: Agenda) -> None:
        self._details, self._records = drafted(agenda, storage.journal.now())
        super().__init__(storage, self._details.id)
        self._kept = False

    @property
    def kept(self) -> bool:
        """Whether the session is in the file."""
        return self._kept

    def draft_anew(self, agenda: Agenda) -> None:
        """Take another state of the agenda, while nothing is kept."""
        self._details, self._records = drafted(agenda, self._storage.journal.now())
        self._uid = self._details.id

    async def read(self) -> Held:
        """Give the session as it is, or would be."""
        if self._kept:
            return await super().read()
        return Held(Session(self._uid).having([self._details, *self._records]), ())

    async def changed(self) -> bool:
        """Wait until another process may have written, and tell whether one has; what is not kept, nobody changes."""
        return await super().changed() and self._kept

    async def act(
        self, act: Callable[Concatenate[Journal, str, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> tuple[T, Held]:
        """Make the session where it is not there yet, and let a service act."""
        if not self._kept:
            await self._storage.run(begin, self._storage.journal, self._details, self._records)
            self._kept = True
        return await super().act(act, *args, **kwargs)
