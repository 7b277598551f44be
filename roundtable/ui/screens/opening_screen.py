"""What is opened from the start screen: a table, a preparation, a new agenda, the sample evening; one at a time."""

import asyncio
from collections.abc import Coroutine, Sequence
from datetime import datetime
from pathlib import Path
from typing import Protocol

from textual.screen import Screen

from roundtable.errors import RoundtableError
from roundtable.i18n import _, current, told
from roundtable.services.sessions import slugged, waiting_for
from roundtable.storage.journal import SessionSummary
from roundtable.storage.worker import StorageWorker
from roundtable.ui.desk import Desk
from roundtable.ui.widgets.offers import AgendaOffer, Offer, SampleOffer

SAMPLE_FILE = "demo.db"


class Program(Protocol):
    """What the start screen asks of the program."""

    path: Path

    def now(self) -> datetime:
        """Give the present instant."""

    async def storage(self, path: Path | None = None) -> StorageWorker:
        """Give the storage of the program's file, or of another."""

    async def open_table(self, uid: str, *, writing: bool, path: Path | None = None) -> None:
        """Open the live table of a session."""

    async def open_synthesis(self, uid: str, *, path: Path | None = None) -> None:
        """Open the synthesis of a session."""


class OpeningScreen(Screen[None]):
    """A screen that opens what it offers, and tells what goes wrong."""

    def __init__(self, program: Program) -> None:
        super().__init__()
        self._program = program
        self._sessions: Sequence[SessionSummary] = ()
        self._busy = False

    async def _opened(self, offer: Offer, *, writing: bool) -> None:
        match offer:
            case SessionSummary() if writing or offer.started or offer.details.closed:
                await self._program.open_table(offer.uid, writing=writing)
            case SessionSummary():
                await self._prepare_again(offer)
            case AgendaOffer():
                await self._prepare(offer)
            case SampleOffer():
                await self._try(writing=writing)

    async def _prepare(self, offer: AgendaOffer, *, edits: bool = False) -> None:
        """Prepare an evening from an agenda: one that waits already, or a new one."""
        from roundtable.ui.dialogs.waiting import Waiting
        from roundtable.ui.pending_desk import PendingDesk

        storage = await self._program.storage()
        agenda = offer.reading.agenda
        slug = await storage.run(waiting_for, storage.journal, agenda.name)
        waiting = next((one for one in self._sessions if one.details.slug == slug), None) if slug else None
        another: bool | None = True
        if waiting:
            another = await self.app.push_screen_wait(Waiting(waiting.details))
        if another is None:
            return
        if waiting and not another:
            await self._prepare_again(waiting, edits=edits)
        else:
            await self._open_preparation(PendingDesk(storage, agenda), offer, edits=edits)

    async def _prepare_again(self, one: SessionSummary, *, edits: bool = False) -> None:
        storage = await self._program.storage()
        offer = await asyncio.to_thread(_agenda_of, one)
        await self._open_preparation(Desk(storage, one.uid), offer, edits=edits)

    async def _open_preparation(self, desk: Desk, offer: AgendaOffer | None, *, edits: bool) -> None:
        from roundtable.ui.screens.prepare import PrepareScreen
        from roundtable.ui.widgets.preparation import Source

        source = Source(offer.path, offer.reading) if offer else Source()
        screen = PrepareScreen(desk, await desk.read(), self._program.now, source, edits=edits)
        await self.app.push_screen_wait(screen)
        if screen.rehearsal or screen.begins:
            await self._program.open_table(screen.rehearsal or screen.session.uid, writing=False)

    async def _new_agenda(self) -> None:
        from roundtable.agendas.own import new_agenda
        from roundtable.agendas.reader import read_agenda_file
        from roundtable.ui.dialogs.one_line import OneLine

        title = await self.app.push_screen_wait(OneLine(_("What is the new agenda called?")))
        if title and any(mark.isalnum() for mark in title):
            path = await asyncio.to_thread(new_agenda, title, current(), slugged(title))
            reading = await asyncio.to_thread(read_agenda_file, path)
            await self._prepare(AgendaOffer(path, reading), edits=True)

    async def _guarded(self, act: Coroutine[None, None, None]) -> None:
        """Do something one at a time, and tell what goes wrong."""
        if self._busy:
            act.close()
            return
        self._busy = True
        try:
            await act
        except RoundtableError as error:
            self._tell(error)
        finally:
            self._busy = False

    async def _try(self, *, writing: bool) -> None:
        uid, path = await self._sample()
        await self._program.open_table(uid, writing=writing, path=path)

    async def _sample(self) -> tuple[str, Path]:
        """Give the sample evening in its own file, made where there is none yet."""
        from roundtable.services.samples import demo_session

        path = self._program.path.with_name(SAMPLE_FILE)
        storage = await self._program.storage(path)
        return await storage.run(demo_session, storage.journal, current()), path

    async def _weigh(self, offer: Offer) -> None:
        """Open the synthesis of a session, or of the sample evening."""
        if isinstance(offer, SampleOffer):
            uid, path = await self._sample()
            await self._program.open_synthesis(uid, path=path)
        elif isinstance(offer, SessionSummary):
            await self._program.open_synthesis(offer.uid)

    async def _export(self, offer: Offer) -> None:
        """Open the synthesis of a session, and over it the page from which its paper goes out."""
        from roundtable.ui.exporting import export
        from roundtable.ui.screens.synthesis import SynthesisScreen

        await self._weigh(offer)
        screen = self.app.screen
        if isinstance(screen, SynthesisScreen):
            screen.work(export(screen))

    def _tell(self, error: RoundtableError) -> None:
        self.notify(told(error), severity="warning", timeout=10, markup=False)


def _agenda_of(one: SessionSummary) -> AgendaOffer | None:
    """Find and read the agenda that a session was prepared from; nothing where it is gone or cannot be read."""
    from roundtable.agendas.own import agenda_of_session
    from roundtable.agendas.reader import read_agenda_file

    path = agenda_of_session(one.details.agenda, one.details.language)
    try:
        return AgendaOffer(path, read_agenda_file(path)) if path else None
    except RoundtableError:
        return None
