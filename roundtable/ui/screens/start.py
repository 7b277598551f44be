"""The start screen: the sessions of the file, the agendas to start an evening from, the sample evening."""

import asyncio
from collections.abc import Coroutine, Sequence
from datetime import datetime
from pathlib import Path
from typing import ClassVar, Protocol

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from roundtable.errors import RoundtableError
from roundtable.i18n import N_, _, current, told
from roundtable.services.sessions import slugged, waiting_for
from roundtable.storage.journal import SessionSummary
from roundtable.storage.worker import StorageWorker
from roundtable.ui.desk import Desk
from roundtable.ui.widgets.footer import fitting_pairs
from roundtable.ui.widgets.offers import AgendaOffer, Offer, SampleOffer, offer_row
from roundtable.ui.widgets.too_small import LEAST_HEIGHT, LEAST_WIDTH, TooSmall

KEYS = (
    ("Enter", N_("open")),
    ("w", N_("write")),
    ("N", N_("new agenda")),
    ("e", N_("edit")),
    ("Ctrl+P", N_("commands")),
)
LAST_KEYS = (("?", N_("help")), ("q", N_("leave")))  # there is room for these always
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


class StartScreen(Screen[None]):
    """Sessions newest first, then agendas, then the sample evening."""

    HORIZONTAL_BREAKPOINTS = [(0, "-too-narrow"), (LEAST_WIDTH, "-narrow")]
    VERTICAL_BREAKPOINTS = [(0, "-too-low"), (LEAST_HEIGHT, "-short")]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("w", "open_to_write", show=False),
        Binding("N", "new_agenda", show=False),
        Binding("e", "edit", show=False),
        Binding("j", "move(1)", show=False),
        Binding("k", "move(-1)", show=False),
        Binding("O", "app.settings", show=False, id="settings"),
        Binding("question_mark,f1", "help", show=False),
        Binding("q,escape", "leave", show=False),
    ]

    def __init__(self, program: Program) -> None:
        super().__init__()
        self._program = program
        self._sessions: Sequence[SessionSummary] = ()
        self._agendas: Sequence[AgendaOffer] = ()
        self._rows: list[Offer | None] = []  # None: a heading
        self._writing = False
        self._busy = False
        self._all_there = False

    def compose(self) -> ComposeResult:
        """Lay out the list between title and keys."""
        yield Static("roundtable", id="name", markup=False)
        yield OptionList(id="offers", compact=True, markup=False)
        yield Static(id="keys", markup=False)
        yield TooSmall()

    def on_screen_resume(self) -> None:
        """Look what there is, also after a table was left."""
        self.run_worker(self._look(), group="looking", exclusive=True)

    def on_resize(self, event: events.Resize) -> None:
        """Fill the rows anew at another width."""
        self._show(event.size.width)

    async def _look(self) -> None:
        try:
            storage = await self._program.storage()
            found = await storage.run(storage.journal.sessions)
            self._sessions = sorted(found, key=lambda one: one.details.stamp, reverse=True)
            self._show(self.size.width)
            self._agendas = await asyncio.to_thread(_agendas)
        except RoundtableError as error:
            self._tell(error)
        self._show(self.size.width)
        self._all_there = True

    def _show(self, width: int) -> None:
        keys, last = ([(key, _(label)) for key, label in those] for those in (KEYS, LAST_KEYS))
        self.query_one("#keys", Static).update(fitting_pairs(keys, last, max(0, width - 2)))
        kept = self._marked() if self._all_there else None
        groups: list[tuple[str, Sequence[Offer]]] = [
            (
                _("SESSIONS")
                if self._sessions
                else _("NO SESSIONS YET · begin with an agenda, or look at the sample"),
                self._sessions,
            ),
            (_("BEGIN AN EVENING FROM AN AGENDA"), self._agendas),
            (_("TO TRY"), [SampleOffer()]),
        ]
        self._rows = []
        options = []
        for title, offers in groups:
            if self._rows:
                options.append(Option("", disabled=True))
                self._rows.append(None)
            options.append(Option(title, disabled=True))
            self._rows.append(None)
            options += [Option(offer_row(offer, width - 6)) for offer in offers]
            self._rows += offers
        offered = self.query_one(OptionList)
        offered.set_options(options)
        first = next(place for place, row in enumerate(self._rows) if row is not None)
        offered.highlighted = self._rows.index(kept) if kept in self._rows and kept is not None else first

    def _marked(self) -> Offer | None:
        place = self.query_one(OptionList).highlighted
        return self._rows[place] if place is not None and place < len(self._rows) else None

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Open what was chosen."""
        event.stop()
        self._open(writing=False)

    def action_open_to_write(self) -> None:
        """Open what is marked, the capture line first."""
        self._open(writing=True)

    def action_move(self, by: int) -> None:
        """Mark another."""
        offered = self.query_one(OptionList)
        if by > 0:
            offered.action_cursor_down()
        else:
            offered.action_cursor_up()

    def _open(self, *, writing: bool) -> None:
        offer = self._marked()
        if offer is not None and not self._busy:
            self.run_worker(self._guarded(self._opened(offer, writing=writing)), group="opening")

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
        if screen.begins:
            await self._program.open_table(screen.session.uid, writing=False)

    def action_edit(self) -> None:
        """Prepare an evening from the agenda that is marked, or one that waits, and open the agenda in the editor."""
        offer = self._marked()
        if isinstance(offer, AgendaOffer):
            self.run_worker(self._guarded(self._prepare(offer, edits=True)), group="opening")
        elif isinstance(offer, SessionSummary) and not (offer.started or offer.details.closed):
            self.run_worker(self._guarded(self._prepare_again(offer, edits=True)), group="opening")

    def action_new_agenda(self) -> None:
        """Ask for a title, write an agenda from the template, and open it in the editor."""
        self.run_worker(self._guarded(self._new_agenda()), group="opening")

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
        from roundtable.services.samples import demo_session

        path = self._program.path.with_name(SAMPLE_FILE)
        storage = await self._program.storage(path)
        uid = await storage.run(demo_session, storage.journal, current())
        await self._program.open_table(uid, writing=writing, path=path)

    def _tell(self, error: RoundtableError) -> None:
        self.notify(told(error), severity="warning", timeout=10, markup=False)

    def action_help(self) -> None:
        """Show all keys."""
        from roundtable.ui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen())

    def action_leave(self) -> None:
        """Leave the program."""
        self.dismiss()


def _agendas() -> list[AgendaOffer]:
    """Read all agendas that can be found; one that cannot be read at all is left to `roundtable agenda check`."""
    from roundtable.agendas.folder import list_agendas
    from roundtable.agendas.reader import read_agenda_file

    found = []
    for one in list_agendas():
        try:
            found.append(AgendaOffer(one.path, read_agenda_file(one.path)))
        except RoundtableError:
            continue
    return found


def _agenda_of(one: SessionSummary) -> AgendaOffer | None:
    """Find and read the agenda that a session was prepared from; nothing where it is gone or cannot be read."""
    from roundtable.agendas.own import agenda_of_session
    from roundtable.agendas.reader import read_agenda_file

    path = agenda_of_session(one.details.agenda, one.details.language)
    try:
        return AgendaOffer(path, read_agenda_file(path)) if path else None
    except RoundtableError:
        return None
