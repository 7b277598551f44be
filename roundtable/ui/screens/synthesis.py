"""The synthesis: statements as they lie together, the takeaways that rest on them, and the prose of the paper."""

import asyncio
from collections.abc import Callable
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.command import Provider
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.reactive import var
from textual.widget import Widget

from roundtable.domain.contributions import Contribution, Prose, Takeaway
from roundtable.domain.gathering import Sieve
from roundtable.domain.references import used_in
from roundtable.domain.takeaways import in_takeaways
from roundtable.i18n import _
from roundtable.services.publishing import Wanted, composed
from roundtable.storage.presence import SYNTHESIS
from roundtable.ui.desk import Desk, Held
from roundtable.ui.palette import ViewCommands
from roundtable.ui.screens import synthesis_commands
from roundtable.ui.screens.prose_screen import CONCLUSION, ProseScreen
from roundtable.ui.screens.table_view import HELP
from roundtable.ui.widgets.ledger import Ledger, TakeawayRead
from roundtable.ui.widgets.prose_pane import ProsePane, ProseText
from roundtable.ui.widgets.statement_list import StatementList
from roundtable.ui.widgets.synthesis_lines import ChosenLine, PaneLine, SieveLine, SynthesisHeading
from roundtable.ui.widgets.too_small import LEAST_HEIGHT, LEAST_WIDTH, TooSmall

if TYPE_CHECKING:
    from textual.timer import Timer

QUIET = 3.0  # seconds without a change after which the paper is looked at anew
QUICKLY_COMPOSED = 1500  # contributions; more take longer than a moment


class Pane(StrEnum):
    """Where the keys go."""

    STATEMENTS = "statements"
    TAKEAWAYS = "takeaways"
    PROSE = "prose"


class SynthesisScreen(ProseScreen):
    """Statements at the left, ledger and prose at the right; where it is narrow, one pane at a time."""

    CSS_PATH = "../styles/synthesis.tcss"
    AUTO_FOCUS = "StatementList"
    commands = synthesis_commands.COMMANDS
    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = {ViewCommands}
    HORIZONTAL_BREAKPOINTS = [(0, "-too-narrow"), (LEAST_WIDTH, "-narrow"), (100, "-wide"), (140, "-broad")]
    VERTICAL_BREAKPOINTS = [(0, "-too-low"), (LEAST_HEIGHT, "-short"), (30, "-tall")]
    BINDINGS: ClassVar[list[BindingType]] = [
        *(one.binding for one in (*synthesis_commands.COMMANDS, HELP) if one.key),
        Binding("q", "leave", show=False),
        Binding("escape", "escape", show=False),
        Binding("ctrl+z", "command('undo')", show=False),
    ]
    role = SYNTHESIS

    pane: var[Pane] = var(Pane.STATEMENTS)

    def compose(self) -> ComposeResult:
        """Lay out the panes."""
        cls = SynthesisScreen
        yield SynthesisHeading(zone=self.zone).data_bind(cls.session, cls.times)
        with Horizontal(id="synthesis"):
            with Vertical(id="statements-side"):
                yield SieveLine()
                yield StatementList(id="statements").data_bind(cls.session)
                yield ChosenLine()
            with Vertical(id="writing-side"):
                with Vertical(id="ledger-side"):
                    yield Ledger(id="synthesis-ledger").data_bind(cls.session)
                    with VerticalScroll(id="read-side", can_focus=False):
                        yield TakeawayRead(id="read").data_bind(cls.session)
                yield ProsePane(id="prose")
        yield PaneLine().data_bind(cls.pane, cls.saving, cls.told)
        yield TooSmall()

    def __init__(self, desk: Desk, held: Held, moment: Callable[[], datetime]) -> None:
        super().__init__(desk, held, moment)
        self._prose_seen: Prose | None = None
        self._rest: Timer | None = None  # until the paper is looked at anew

    async def on_mount(self) -> None:
        """Begin at the topic of now, else at the first on which something was said."""
        here = self.session.current if not self.session.details.closed else None
        spoken = [one for one in self.session.topics if self.session.on_topic(one.id) and not one.conclusion]
        chapters = [one for one in spoken if one.chapter] or spoken
        first = here if here in spoken else next(iter(chapters), None)
        self.part = first.id if first else self.parts[0]
        await self.load_prose()
        self._show_part()
        self.prose_changed()
        self._look_at_paper_soon()

    # State

    @property
    def statements(self) -> StatementList:
        """The statements."""
        return self.query_one(StatementList)

    @property
    def ledger(self) -> Ledger:
        """The ledger."""
        return self.query_one(Ledger)

    @property
    def topic(self) -> str | None:
        """The topic (its id) of which the statements are shown; None for all."""
        return self.statements.sieve.topic

    @property
    def marked(self) -> Takeaway | None:
        """The takeaway that is marked."""
        return self.ledger.marked

    def mark(self, key: str) -> None:
        """Mark a takeaway (its id)."""
        self.ledger.mark(key)

    @property
    def chosen(self) -> Contribution | None:
        """The statement under the cursor."""
        return self.statements.marked

    def point_at(self, contribution: str) -> None:
        """Put the cursor on a statement (its id)."""
        self.statements.go_to(contribution)

    def take(self, held: Held) -> None:
        """Show a new state; prose that somebody else saved is shown where nothing was written here meanwhile."""
        super().take(held)
        if not self.query(StatementList):
            return
        self.statements.positions = in_takeaways(self.session)
        self.prose_changed()
        self._look_at_paper_soon()
        written = self.session.prose(self.part)
        if written is not self._prose_seen:
            self._prose_seen = written
            if not self.pane_of_prose.changed:
                self.run_worker(self.load_prose(), group="prose")
        self._show_part()

    def _look_at_paper_soon(self) -> None:
        """Count anew what makes the paper a draft, once all has been quiet; of a summit only the preview tells."""
        if self._rest:
            self._rest.stop()
        if len(self.session.contributions) <= QUICKLY_COMPOSED:
            self._rest = self.set_timer(QUIET, self._look_at_paper)

    def _look_at_paper(self) -> None:
        self.run_worker(self._count_what_is_left(), exclusive=True, group="composing")

    async def _count_what_is_left(self) -> None:
        made = await asyncio.to_thread(composed, self.session, Wanted())
        self.query_one(SynthesisHeading).to_settle = len(made.draft_reasons)

    def prose_changed(self) -> None:
        """Take note of which statements stand in the prose, of all parts."""
        parts = [
            one.text for one in self.session.of(Prose).values() if not one.withdrawn and one.id != self.part
        ]
        written = frozenset[str]().union(*map(used_in, parts), self.used_here())
        self.statements.written = written
        self.query_one(SynthesisHeading).used = len({*written, *self.statements.positions})

    def _show_part(self) -> None:
        """Show the statements of the part that is written."""
        topic = self.part if self.chapter else None
        if self.part == CONCLUSION:
            topic = next((one.id for one in self.session.topics if one.conclusion), None)
        if self.statements.sieve.topic != topic:
            self.statements.sieve = Sieve(topic=topic)
        line = self.query_one(SieveLine)
        line.session, line.title, line.sieve = self.session, self.title_of(self.part), self.statements.sieve
        line.count = len(self.statements.those)

    # What widgets say happened

    @on(StatementList.Marked)
    def _count_chosen(self) -> None:
        self._follow_statements()

    def _follow_statements(self) -> None:
        line = self.query_one(SieveLine)
        line.sieve, line.count = self.statements.sieve, len(self.statements.those)
        chosen = self.query_one(ChosenLine)
        chosen.count = len(self.statements.chosen)
        chosen.display = bool(chosen.count)

    @on(StatementList.Opened)
    def _word_statement(self) -> None:
        self.action_command("wording")

    @on(Ledger.Marked)
    def _read_takeaway(self) -> None:
        one = self.ledger.marked
        self.query_one(TakeawayRead).key = one.id if one else ""

    @on(Ledger.Opened)
    def _word_takeaway(self) -> None:
        self.action_command("reword")

    @on(events.DescendantFocus)
    def _know_the_pane(self) -> None:
        before, self.pane = self.pane, self._pane_of(self.focused) or self.pane
        for pane in Pane:
            self.set_class(pane is self.pane, f"-at-{pane}")
        if before is Pane.PROSE and self.pane is not Pane.PROSE:
            self.run_worker(self.save_prose(), group="prose")

    def _pane_of(self, focused: Widget | None) -> Pane | None:
        match focused:
            case StatementList():
                return Pane.STATEMENTS
            case Ledger():
                return Pane.TAKEAWAYS
            case ProseText():
                return Pane.PROSE
            case _:
                return None

    # What keys and the palette ask for

    def action_command(self, name: str) -> None:
        """Do what a command says."""
        found = next(one for one in self.commands if one.name == name)
        self.work(found.perform(self))

    def action_pane(self, by: int) -> None:
        """Go to another pane."""
        order = list(Pane)
        self._go_to_pane(order[(order.index(self.pane) + by) % len(order)])

    def _go_to_pane(self, pane: Pane) -> None:
        for one in Pane:
            self.set_class(one is pane, f"-at-{one}")
        widgets = {
            Pane.STATEMENTS: self.statements,
            Pane.TAKEAWAYS: self.ledger,
            Pane.PROSE: self.pane_of_prose.area,
        }
        widgets[pane].focus()

    def action_part(self, by: int) -> None:
        """Go to another part of the paper."""
        parts = self.parts
        place = parts.index(self.part) if self.part in parts else 0
        self.work(self._go_to_part(parts[(place + by) % len(parts)]))

    async def _go_to_part(self, part: str) -> None:
        await self.show_part(part)
        self._show_part()
        self.prose_changed()

    def action_insert_statements(self, verbatim: bool = False) -> None:  # noqa: FBT001, FBT002 — Textual's own way
        """Insert the chosen statements in the prose, at its cursor."""
        those = tuple(self.session.contribution(key) for key in self.statements.acted_on)
        if those:
            self.insert(those, verbatim=verbatim)
            self.statements.chosen = ()
            self._go_to_pane(Pane.PROSE)

    def action_escape(self) -> None:
        """Leave the prose; else let go of what is chosen, else of the filter."""
        shown = self.statements
        if self.pane is not Pane.STATEMENTS:
            self._go_to_pane(Pane.STATEMENTS)
        elif shown.chosen:
            shown.chosen = ()
            self._follow_statements()
        elif shown.sieve != Sieve(topic=shown.sieve.topic):
            shown.sieve = Sieve(topic=shown.sieve.topic)
            self._follow_statements()
        else:
            self.tell(_("q leaves the synthesis; everything is saved."))

    def action_help(self) -> None:
        """Show all keys."""
        from roundtable.ui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen())

    def action_leave(self) -> None:
        """Leave, once what was written is safe."""
        self.work(self._leave())

    async def _leave(self) -> None:
        if await self.save_prose():
            self.dismiss()

    def hold_line(self) -> None:
        """Keep what stands in the prose where the terminal goes."""
        self.run_worker(self.save_prose(), group="prose")
