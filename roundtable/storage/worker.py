"""The one storage thread of a process: it opens the journal and does all that is asked of it, in order."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from pathlib import Path
from typing import ParamSpec, TypeVar

from roundtable.storage.journal import Journal, utc_now

P = ParamSpec("P")
T = TypeVar("T")


class StorageWorker:
    """A journal in a thread of its own; hand `journal` to services, and run these with `run`."""

    def __init__(self, journal: Journal, thread: ThreadPoolExecutor) -> None:
        self.journal = journal
        self._thread = thread

    @classmethod
    async def open(
        cls, path: Path, now: Callable[[], datetime] = utc_now, place: str | None = None
    ) -> "StorageWorker":
        """Start the thread and open the journal in it. Raises what opening raises."""
        thread = ThreadPoolExecutor(1, thread_name_prefix="storage")
        try:
            journal = await asyncio.wrap_future(thread.submit(Journal.open, path, now, place))
        except BaseException:
            thread.shutdown(wait=False)
            raise
        return cls(journal, thread)

    async def run(self, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run a function in the storage thread; what was asked is done even where nobody waits for it any longer."""
        return await asyncio.shield(asyncio.wrap_future(self._thread.submit(function, *args, **kwargs)))

    async def close(self) -> None:
        """Finish what was asked, close the file and end the thread."""
        await self.run(self.journal.close)
        self._thread.shutdown()
