"""The start screen: the sessions of the file, the agendas to start an evening from, the sample evening."""

import asyncio
from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from roundtable.errors import RoundtableError
from roundtable.i18n import N_, _
from roundtable.storage.journal import SessionSummary
from roundtable.ui.screens.opening_screen import OpeningScreen, Program
from roundtable.ui.widgets.footer import fitting_pairs
from roundtable.ui.widgets.offers import AgendaOffer, Offer, SampleOffer, offer_row
from roundtable.ui.widgets.too_small import LEAST_HEIGHT, LEAST_WIDTH, TooSmall

KEYS = (
    ("Enter", N_("open")),
    ("w", N_("write")),
    ("s", N_("synthesis")),
    ("x", N_("export")),
    ("N", N_("new agenda")),
    ("e", N_("edit")),
    ("Ctrl+P", N_("commands")),
)
LAST_KEYS = (("?", N_("help")), ("q", N_("leave")))  # there is room for these always


class StartScreen(OpeningScreen):
    """Sessions newest first, then agendas, then the sample evening."""

    HORIZONTAL_BREAKPOINTS = [(0, "-too-narrow"), (LEAST_WIDTH, "-narrow")]
    VERTICAL_BREAKPOINTS = [(0, "-too-low"), (LEAST_HEIGHT, "-short")]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("w", "open_to_write", show=False),
        Binding("s", "weigh", show=False),
        Binding("x", "export", show=False),
        Binding("N", "new_agenda", show=False),
        Binding("e", "edit", show=False),
        Binding("j", "move(1)", show=False),
        Binding("k", "move(-1)", show=False),
        Binding("O", "app.settings", show=False, id="settings"),
        Binding("question_mark,f1", "help", show=False),
        Binding("q,escape", "leave", show=False),
    ]

    def __init__(self, program: Program) -> None:
        super().__init__(program)
        self._agendas: Sequence[AgendaOffer] = ()
        self._rows: list[Offer | None] = []  # None: a heading
        self._writing = False
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
        if not self.query("#keys"):  # it is being closed while what there is was looked for
            return
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

    def action_weigh(self) -> None:
        """Open the synthesis of what is marked."""
        offer = self._marked()
        if offer is not None and not self._busy:
            self.run_worker(self._guarded(self._weigh(offer)), group="opening")

    def action_export(self) -> None:
        """Open the page from which the paper of what is marked goes out."""
        offer = self._marked()
        if offer is not None and not self._busy:
            self.run_worker(self._guarded(self._export(offer)), group="opening")

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
