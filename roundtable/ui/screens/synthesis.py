"""The synthesis: statements as they lie together, the takeaways that rest on them, and the prose of the paper."""

import asyncio
from collections.abc import Callable
from enum import StrEnum
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.command import Provider
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.reactive import var
from textual.widget import Widget

from roundtable.domain.gathering import Sieve
from roundtable.i18n import _
from roundtable.storage.presence import SYNTHESIS
from roundtable.ui.palette import ViewCommands
from roundtable.ui.screens import synthesis_commands
from roundtable.ui.screens.table_view import HELP
from roundtable.ui.screens.weighing_screen import WeighingScreen
from roundtable.ui.widgets.ledger import Ledger, TakeawayRead
from roundtable.ui.widgets.prose_pane import ProsePane, ProseText
from roundtable.ui.widgets.statement_list import StatementList
from roundtable.ui.widgets.synthesis_lines import ChosenLine, PaneLine, SieveLine, SynthesisHeading
from roundtable.ui.widgets.too_small import LEAST_HEIGHT, LEAST_WIDTH, TooSmall


class Pane(StrEnum):
    """Where the keys go."""

    STATEMENTS = "statements"
    TAKEAWAYS = "takeaways"
    PROSE = "prose"


class SynthesisScreen(WeighingScreen):
    """Statements at the left, ledger and prose at the right; where it is narrow, one pane at a time."""

    CSS_PATH = "../styles/synthesis.tcss"
    AUTO_FOCUS = "StatementList"
    commands = synthesis_commands.COMMANDS
    signs = synthesis_commands.SIGNS
    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = {ViewCommands}
    HORIZONTAL_BREAKPOINTS = [(0, "-too-narrow"), (LEAST_WIDTH, "-narrow"), (100, "-wide"), (140, "-broad")]
    VERTICAL_BREAKPOINTS = [(0, "-too-low"), (LEAST_HEIGHT, "-short"), (30, "-tall")]
    BINDINGS: ClassVar[list[BindingType]] = [
        *(one.binding for one in (*synthesis_commands.COMMANDS, HELP) if one.key),
        Binding("q", "leave", show=False),
        Binding("escape", "escape", show=False),
        Binding("ctrl+z", "command('undo')", show=False),
    ]
    ours_while_typing = frozenset({"escape", "tab", "shift+tab"})
    role = SYNTHESIS

    pane: var[Pane] = var(Pane.STATEMENTS)
    _going = False  # from a pane to another, by a key

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

    async def on_mount(self) -> None:
        """Begin at the topic of now, else at the first on which something was said."""
        here = self.session.current if not self.session.details.closed else None
        spoken = [one for one in self.session.topics if self.session.on_topic(one.id) and not one.conclusion]
        chapters = [one for one in spoken if one.chapter] or spoken
        first = here if here in spoken else next(iter(chapters), None)
        self.part = first.id if first else self.parts[0]
        await self.load_prose()
        self.follow_part()
        await self.tell_what_is_left()

    # What widgets say happened

    @on(StatementList.Opened)
    def _word_statement(self) -> None:
        self.action_command("wording")

    @on(Ledger.Opened)
    def _word_takeaway(self) -> None:
        self.action_command("reword")

    @on(events.DescendantFocus)
    def _know_the_pane(self) -> None:
        """Follow the mouse; where keys go is known before."""
        before, now = self.pane, self._pane_of(self.focused)
        if self._going or now in {None, before}:
            return
        self._show_pane(now or before)
        if before is Pane.PROSE:
            self.run_worker(self.save_prose(), group="prose")

    def _show_pane(self, pane: Pane) -> None:
        self.pane = pane
        for one in Pane:
            self.set_class(one is pane, f"-at-{one}")

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
        self.work(self._go_to_pane(order[(order.index(self.pane) + by) % len(order)]))

    async def _go_to_pane(self, pane: Pane) -> None:
        """Show a pane and let keys go there; those behind wait until they do."""
        self._going = True
        self._show_pane(pane)
        shown, typed = asyncio.Event(), asyncio.Event()
        self.call_after_refresh(shown.set)  # what is not displayed yet takes no focus
        self.pane_of_prose.area.call_later(typed.set)  # and what was typed before stands there then
        await shown.wait()
        await typed.wait()
        widgets = {
            Pane.STATEMENTS: self.statements,
            Pane.TAKEAWAYS: self.ledger,
            Pane.PROSE: self.pane_of_prose.area,
        }
        self.set_focus(widgets[pane])
        self._going = False
        if pane is not Pane.PROSE:
            await self.save_prose()

    async def go_to_prose(self) -> None:
        """Show the prose and let keys go there."""
        await self._go_to_pane(Pane.PROSE)

    def action_part(self, by: int) -> None:
        """Go to another part of the paper."""
        parts = self.parts
        place = parts.index(self.part) if self.part in parts else 0
        self.work(self._go_to_part(parts[(place + by) % len(parts)]))

    async def _go_to_part(self, part: str) -> None:
        await self.show_part(part)
        self.follow_part()

    def go_to_place(self, place: str) -> None:
        """Go to the prose of a part, or to a takeaway (its id); to the ledger where it is neither."""
        self.work(self._go_to_place(place))

    async def _go_to_place(self, place: str) -> None:
        if place in self.parts:
            await self._go_to_part(place)
            await self._go_to_pane(Pane.PROSE)
        else:
            self.mark(place)
            await self._go_to_pane(Pane.TAKEAWAYS)

    def action_insert_statements(self, verbatim: bool = False) -> None:  # noqa: FBT001, FBT002 — Textual's own way
        """Insert the chosen statements in the prose, at its cursor."""
        those = tuple(self.session.contribution(key) for key in self.statements.acted_on)
        if those and self.insert(those, verbatim=verbatim):
            self.statements.chosen = ()
            self.work(self._go_to_pane(Pane.PROSE))

    def action_escape(self) -> None:
        """Leave the prose; else let go of what is chosen, else of the filter."""
        shown = self.statements
        if self.pane is not Pane.STATEMENTS:
            self.work(self._go_to_pane(Pane.STATEMENTS))
        elif shown.chosen:
            shown.chosen = ()
            self.follow_statements()
        elif shown.sieve != Sieve(topic=shown.sieve.topic):
            shown.sieve = Sieve(topic=shown.sieve.topic)
            self.follow_statements()
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
