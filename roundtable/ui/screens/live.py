"""The live table: what was said, where the table is in time, who was heard, and the line that takes what is said."""

from collections.abc import Callable
from datetime import datetime
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.command import Provider
from textual.containers import Horizontal, Vertical
from textual.reactive import var

from roundtable.domain.contributions import Contribution
from roundtable.i18n import _, ngettext
from roundtable.storage.presence import RUN, WRITE
from roundtable.ui import messages
from roundtable.ui.commands import COMMANDS, key_of
from roundtable.ui.desk import Desk, Held
from roundtable.ui.palette import TableCommands
from roundtable.ui.screens.writing_screen import WritingScreen
from roundtable.ui.widgets.agenda import AgendaPanel
from roundtable.ui.widgets.balance import Balance
from roundtable.ui.widgets.capture_line import CaptureLine
from roundtable.ui.widgets.feed import Feed
from roundtable.ui.widgets.floor_line import FloorLine
from roundtable.ui.widgets.footer import KeyLine
from roundtable.ui.widgets.header import Header
from roundtable.ui.widgets.prompts import Prompts
from roundtable.ui.widgets.too_small import LEAST_HEIGHT, LEAST_WIDTH, TooSmall
from roundtable.ui.widgets.topic_clock import TopicClock

ROOMY = 100, 30  # columns, rows
BROAD = 160  # columns from which the side has room for whole titles
KEYS = [command.binding for command in COMMANDS if command.key]
AT_ONCE = {command.name for command in COMMANDS if command.at_once}
ACTS = {command.name: command for command in COMMANDS if command.act}


class LiveScreen(WritingScreen):
    """The live table; while it is steered, letters act."""

    AUTO_FOCUS = ""
    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = {TableCommands}
    HORIZONTAL_BREAKPOINTS = [
        (0, "-too-narrow"),
        (LEAST_WIDTH, "-narrow"),
        (ROOMY[0], "-wide"),
        (BROAD, "-broad"),
    ]
    VERTICAL_BREAKPOINTS = [(0, "-too-low"), (LEAST_HEIGHT, "-short"), (ROOMY[1], "-tall")]
    BINDINGS: ClassVar[list[BindingType]] = [
        *KEYS,
        Binding("escape", "steer", show=False),
        Binding("ctrl+z", "command('undo')", show=False),
    ]

    short: var[bool] = var(True)

    def __init__(self, desk: Desk, held: Held, moment: Callable[[], datetime], *, writing: bool) -> None:
        super().__init__(desk, held, moment)
        self._writes_first = writing
        self.role = WRITE if writing else RUN

    def compose(self) -> ComposeResult:
        """Lay out the table."""
        cls = LiveScreen
        self._know_the_room()
        yield Header(zone=self.zone).data_bind(cls.session, cls.times, cls.now)
        with Horizontal(id="table"):
            with Vertical(id="side"):
                yield AgendaPanel().data_bind(cls.session, cls.times, cls.now)
                yield Balance().data_bind(cls.session, cls.now)
            with Vertical(id="talk"):
                yield TopicClock().data_bind(cls.session, cls.times)
                yield Prompts().data_bind(cls.session, cls.short)
                yield FloorLine().data_bind(cls.session, cls.now)
                yield Feed(zone=self.zone).data_bind(cls.session)
                yield CaptureLine(zone=self.zone, now=self.moment).data_bind(
                    cls.session, cls.topic, cls.carry, cls.before
                )
        yield KeyLine().data_bind(cls.mode, cls.saving, cls.told, cls.others)
        yield TooSmall()

    def _know_the_room(self) -> None:
        """Set the classes for this size before there are widgets, which would all be styled a second time."""
        width, height = self.app.size
        for size, marks in ((width, self.HORIZONTAL_BREAKPOINTS), (height, self.VERTICAL_BREAKPOINTS)):
            self.add_class(max(mark for mark in marks if mark[0] <= size)[1])

    async def on_mount(self) -> None:
        """Begin in the way that was wanted."""
        if self._writes_first:
            self.line.take_focus()
        else:
            self.set_focus(self.feed)

    @property
    def feed(self) -> Feed:
        """The feed."""
        return self.query_one(Feed)

    @property
    def chosen(self) -> Contribution | None:
        """The contribution under the cursor, else the newest shown; none before anything was said."""
        newest = self.session.contributions[-1] if self.session.contributions else None
        return self.feed.marked or newest

    def point_at(self, contribution: str) -> None:
        """Put the cursor on a contribution (its id)."""
        self.feed.go_to(contribution)

    def take(self, held: Held) -> None:
        """Show a new state; a line that was just kept from here is seen, wherever the wheel had gone."""
        kept = held.own[:1] and held.own[0] not in self.own
        super().take(held)
        if kept:
            self.feed.show_own()

    def on_resize(self, event: events.Resize) -> None:
        """Know whether there is room for all questions."""
        self.short = event.size.height < ROOMY[1]

    # What widgets say happened

    def on_contribution_chosen(self, message: messages.ContributionChosen) -> None:
        """Correct what was opened in the feed."""
        message.stop()
        self.action_command("correct")

    def on_topic_clock_nearly_over(self, message: TopicClock.NearlyOver) -> None:
        """Say once that a topic is nearly over."""
        message.stop()
        sentence = ngettext(
            "{count} minute left for “{title}”.", "{count} minutes left for “{title}”.", message.minutes
        )
        self.tell(sentence.format(count=message.minutes, title=message.title), warning=True)

    def on_topic_clock_time_up(self, message: TopicClock.TimeUp) -> None:
        """Say once that a topic has had its time; the program may ring as well."""
        self.tell(_("Time is up for “{title}”.").format(title=message.title), warning=True)

    # What keys and the palette ask for

    def acts_at_once(self, key: str) -> bool:
        """Tell whether a key opens something that is typed into."""
        found = self.active_bindings.get(key)
        return found is not None and found.binding.id in AT_ONCE

    def action_tell_company(self) -> None:
        """Say who else is at the session on this computer."""
        from roundtable.ui.company import company_told

        self.tell(company_told(self.others))

    def action_command(self, name: str) -> None:
        """Do what a command says."""
        self.work(ACTS[name].perform(self))

    def action_go_to(self, topic: str) -> None:
        """Go to a topic (its id)."""
        from roundtable.services import facilitation

        self.run_worker(self.perform(facilitation.go, topic), group="commands")

    def action_begin_writing(self) -> None:
        """Go over from steering to writing."""
        self.line.take_focus()

    def action_steer(self) -> None:
        """Go over from writing to steering; first let go of a correction, and there of what is under the cursor."""
        if self.writing:
            if not self.leave_correction():
                self.set_focus(self.feed)
        elif not self.feed.let_go():
            self.tell(_("Steering: letters act. {key} writes.").format(key=key_of("write")))

    def action_turn_balance(self) -> None:
        """Show who was heard by sector or person, on this topic or over the evening."""
        self.query_one(Balance).turn()

    def action_help(self) -> None:
        """Show all keys."""
        from roundtable.ui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen())

    def action_leave(self) -> None:
        """Leave the table."""
        self.dismiss()
