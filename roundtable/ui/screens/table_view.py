"""What all pages over the live table share: they show the same session, and act on it through the table."""

from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, ClassVar, Concatenate, ParamSpec, TypeVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.command import Provider
from textual.content import Content
from textual.reactive import var
from textual.screen import ModalScreen, Screen
from textual.widget import Widget
from textual.widgets import Static

from roundtable.domain.clock import Schedule
from roundtable.domain.contributions import Contribution
from roundtable.domain.session import Session
from roundtable.i18n import N_, _
from roundtable.services.sessions import zone_of
from roundtable.storage.journal import Journal
from roundtable.ui.at_table import AtTable
from roundtable.ui.commands import Command
from roundtable.ui.palette import ViewCommands
from roundtable.ui.screens.beside_typing import BesideTyping
from roundtable.ui.widgets.footer import BRIEFLY, LONGER, Told, fitting_pairs
from roundtable.ui.widgets.header import brief
from roundtable.ui.widgets.lines import spread
from roundtable.ui.widgets.too_small import LEAST_HEIGHT, LEAST_WIDTH, TooSmall

if TYPE_CHECKING:
    from textual.timer import Timer

P = ParamSpec("P")
T = TypeVar("T")

HELP = Command("view_help", "question_mark,f1", N_("help"), N_("Show all keys"), action="help")
LEAVE = Command("leave_view", "escape,q", "", "", action="leave")


def keys_of(commands: Sequence[Command]) -> list[Binding]:
    """Give the keys of a view as Textual wants them declared."""
    return [one.binding for one in (*commands, HELP, LEAVE) if one.key]


class TableView(BesideTyping):
    """A page over the live table; Esc or q leaves it.

    A subclass gives `heading`, `inside`, and its commands, each declared once (`commands`, and
    `BINDINGS = keys_of(commands)`): its bottom line, its help and its palette follow from them. The session, its
    times and the present instant flow down to it as they do to the table; bind widgets to them with `data_bind`.
    It is itself a place where commands can act: `AtTable`.
    """

    commands: ClassVar[tuple[Command, ...]] = ()
    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = {ViewCommands}
    HORIZONTAL_BREAKPOINTS = [(0, "-too-narrow"), (LEAST_WIDTH, "-narrow"), (100, "-wide"), (150, "-broad")]
    VERTICAL_BREAKPOINTS = [(0, "-too-low"), (LEAST_HEIGHT, "-short"), (30, "-tall")]

    session: var[Session] = var(Session(""), always_update=True)
    times: var[Schedule | None] = var(None)
    now: var[datetime] = var(datetime(1970, 1, 1, tzinfo=UTC))
    help_key: ClassVar[str] = ""  # where another than the usual one is told in the bottom line
    _silence: "Timer | None" = None
    _clock = Content()
    _room = 0  # columns that the heading leaves for the clock

    def __init__(self, at: AtTable) -> None:
        super().__init__()
        self.at = at
        self.set_reactive(TableView.session, at.held)

    def compose(self) -> ComposeResult:
        """Put what the view shows between its heading and its keys."""
        yield Static(id="heading", markup=False)
        yield from self.inside()
        yield Static(id="view-keys", markup=False)
        yield TooSmall()

    def inside(self) -> Iterable[Widget]:
        """Give the widgets between heading and keys."""
        return ()

    def heading(self) -> Content:
        """Give what stands at the top."""
        return Content()

    def on_mount(self) -> None:
        """Show heading and keys."""
        self.add_class("view")
        self.watch(self, "times", self._tell_time, init=False)
        self.show_heading()
        self._show_keys()

    def show_heading(self) -> None:
        """Show the heading anew."""
        for line in self.query("#heading").results(Static):  # none yet before it is laid out
            left, width = self.heading(), max(0, self.size.width - 2)
            self._room = width - left.cell_length - 3
            self._clock = self._brief(self._room)
            line.update(
                spread(left, self._clock, width) if self._clock else left.truncate(width, ellipsis=True)
            )

    def _brief(self, room: int) -> Content:
        """Give the clock in brief: a moderator who reads a page still sees where the table is."""
        return brief(self.times, zone_of(self.session), room) if self.times else Content()

    def _tell_time(self) -> None:
        # Once it tells something else, and not with every second: a heading may count all that was said.
        if self._brief(self._room) != self._clock:
            self.show_heading()

    @on(events.Resize)
    def _lay_out_lines(self) -> None:
        self.show_heading()
        if self._silence is None and self.is_mounted:
            self._show_keys()

    def watch_session(self) -> None:
        """Show the heading anew, which may count."""
        self.show_heading()

    def _show_keys(self) -> None:
        pairs = [(one.shown, _(one.label)) for one in self.commands if one.key and one.label]
        last = [(self.help_key or HELP.shown, _(HELP.label)), ("Esc", _("back"))]
        self._silence = None
        shown = fitting_pairs(pairs, last, max(0, self.size.width - 2))
        self.query_one("#view-keys", Static).update(shown)

    # A place where commands can act

    @property
    def held(self) -> Session:
        """The session as it is shown."""
        return self.session

    @property
    def chosen(self) -> Contribution | None:
        """The contribution that is marked here; none unless a view has such a thing."""
        return None

    def point_at(self, contribution: str) -> None:
        """Put the table's cursor on a contribution (its id)."""
        self.at.point_at(contribution)

    def moment(self) -> datetime:
        """Give the present instant."""
        return self.at.moment()

    async def perform(
        self, act: Callable[Concatenate[Journal, str, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T | None:
        """Let a service act on the session; what goes wrong is told, and then nothing is given."""
        return await self.at.perform(act, *args, **kwargs)

    async def ask(self, dialog: ModalScreen[T]) -> T | None:
        """Show a dialog and give what it was answered with; nothing where it was left."""
        return await self.at.ask(dialog)

    async def show(self, view: Screen[None]) -> None:
        """Open a page over this one; returns when it is left."""
        await self.at.show(view)

    def tell(self, sentence: str, *, warning: bool = False) -> None:
        """Say something in passing, in the place of the keys."""
        told = Told(sentence, warning)
        colour = "$warning" if told.warning else "$text"
        self.query_one("#view-keys", Static).update(Content.assemble((told.sentence, colour)))
        if self._silence:
            self._silence.stop()
        self._silence = self.set_timer(LONGER if warning else BRIEFLY, self._show_keys)

    # What keys and the palette ask for

    def action_command(self, name: str) -> None:
        """Do what a command says."""
        found = next(one for one in self.commands if one.name == name)
        self.work(found.perform(self))

    def action_leave(self) -> None:
        """Go back."""
        self.dismiss()

    def action_help(self) -> None:
        """Show all keys."""
        from roundtable.ui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen())
