"""The capture line: one line, Enter, safe; what it is understood as stands above it while it is typed."""

from collections.abc import Callable
from datetime import UTC, datetime, tzinfo
from typing import TYPE_CHECKING, ClassVar
from zoneinfo import ZoneInfo

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.reactive import reactive
from textual.widgets import Static

from roundtable.domain.naming import Speaker, Table
from roundtable.domain.session import Session
from roundtable.domain.text import clean
from roundtable.i18n import _
from roundtable.services.recording import Moment
from roundtable.ui.messages import ContributionMade, DraftChanged, LastWanted, LineEmptied, LinesPasted
from roundtable.ui.widgets.line_input import LineInput
from roundtable.ui.widgets.reading import speaker_told
from roundtable.ui.widgets.waiting_line import WaitingLine

if TYPE_CHECKING:
    from textual.content import Content

    from roundtable.ui.widgets.line_help import LineHelp
    from roundtable.ui.widgets.line_read import LineRead

SETTLED = 0.3  # seconds after which the first frame stands, and the grammar can be loaded for the first key


class CaptureLine(WaitingLine):
    """The line and what it is understood as.

    `topic` is the id of the topic that the table is at; a line belongs to the one at its first keystroke.
    `carry` and `before` are the speakers that a line without a name goes on with.
    """

    session: reactive[Session | None] = reactive(None, layout=False, always_update=True)
    topic: reactive[str | None] = reactive(None)
    carry: reactive[Speaker | None] = reactive(None)
    before: reactive[Speaker | None] = reactive(None)
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+t", "move_here", show=False),
    ]

    def __init__(
        self,
        *,
        zone: tzinfo | None = None,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        id: str | None = None,
    ) -> None:
        super().__init__(id=id)
        self.zone: tzinfo = zone or ZoneInfo("UTC")
        self._now = now
        self._table = Table()
        self._carried: str | None = None  # as it is shown
        self._begun: Moment | None = None
        self._moved = False
        self._aim: str | None = None  # the contribution that its stance was pointed at by hand
        self._help: LineHelp | None = None

    def compose(self) -> ComposeResult:
        """Put the reading above the line."""
        yield Static("", id="reading", markup=False)
        with Horizontal(id="line"):
            yield Static("", id="carry", markup=False)
            yield LineInput(self, id="typed")

    def watch_session(self) -> None:
        """Know the table anew."""
        if self.session is None:
            return
        if (self._table.people, self._table.sectors) != (self.session.participants, self.session.sectors):
            self._table = Table.of(self.session)
        self._show()

    def watch_carry(self) -> None:
        """Show with whom a line goes on, where it goes, and what waits behind it."""
        self._show()

    watch_topic = watch_behind = watch_carry

    def on_mount(self) -> None:
        """Load the grammar before the first key is struck, but after the first frame."""
        self.set_timer(SETTLED, self._read)

    # What is typed

    def on_input_changed(self, event: LineInput.Changed) -> None:
        """Read what is typed, and remember when and where it was begun."""
        event.stop()
        self._remember_beginning()
        self._show()
        self.post_message(DraftChanged(self.typed.value))

    def _remember_beginning(self) -> None:
        if not self.typed.value:
            self._begun, self._moved, self._aim = None, False, None
        elif self._begun is None:
            self._begun = Moment(self._now(), self.topic)

    def insert(self, text: str) -> None:
        """Put letters where the cursor is, for what is selected; one may choose a speaker instead."""
        if self._help and (line := self._help.chosen_by(text, self.typed.value)) is not None:
            self.restore(line)
        else:
            self.typed.replace(text, *sorted(self.typed.selection))
        self._remember_beginning()
        self._show()

    def paste(self, text: str) -> None:
        """Take a pasted line, or say that several were pasted."""
        lines = [line for line in map(clean, text.splitlines()) if line]
        if len(lines) > 1:
            self.post_message(LinesPasted(tuple(lines)))
        elif lines:
            self.insert(clean(text))

    def finish(self) -> None:
        """Say that the line is finished; an empty one changes nothing, so that Enter struck twice does no harm."""
        self.leave_letters()
        if self.waits or not clean(self.typed.value):
            return
        begun = self._begun or Moment(self._now(), self.topic)
        newcomer = self._help.newcomer(self.typed.value) if self._help else None
        topic = begun.topic if self._moved else None
        self.waits = True
        self.post_message(ContributionMade(self.typed.value, topic, begun.at, self._aim, newcomer))

    def saved(self) -> None:
        """Clear the line, now that it is safe."""
        self.restore("", anew=True)
        self._begun, self._moved, self._aim, self._help = None, False, None, None

    def emptied(self) -> None:
        """Say that all that stood in the line was taken back."""
        self.post_message(LineEmptied())

    def action_move_here(self) -> None:
        """Let the line belong to the topic that the table is at now."""
        if self._begun:
            self._begun, self._moved = Moment(self._begun.at, self.topic), True
            self._show()

    # Help with names, and with what is answered

    def complete(self, by: int = 1) -> None:
        """Complete the name before the colon; again, with the next. On an empty line, show all with their letters."""
        from roundtable.ui.widgets.line_help import LineHelp

        read = self._read()
        if read is None:
            return
        self._help = self._help or LineHelp()
        line = self._help.turned(read, by)
        if line != self.typed.value:
            self.restore(line)
        self._show()

    def leave_letters(self) -> bool:
        """Choose nobody by a letter; tell whether there was the choice."""
        left = self._help is not None and self._help.leave_letters()
        if left:
            self._show()
        return left

    def reach_back(self, by: int) -> None:
        """Point the line's stance further back (1) or less far (-1); on an empty line, ask for the last line."""
        if not self.typed.value:
            if by > 0:
                self.post_message(LastWanted())
        elif read := self._read():
            self._aim = read.aimed(by)
            self._show()

    def _read(self) -> "LineRead | None":
        from roundtable.ui.widgets.line_read import LineRead

        if self.session is None:
            return None
        line = self.typed.value
        moment = Moment(self._now(), self._begun.topic if self._begun else self.topic)
        newcomer = self._help.newcomer(line) if self._help else None
        return LineRead(self.session, self._table, line, self.carry, self.before, moment, self._aim, newcomer)

    # What is shown

    def _show(self) -> None:
        if self.session is None or not self.is_mounted:
            return
        carried = speaker_told(self.session, self.carry) if self.carry else ""
        # A key that laid out the screen anew would paint much of it anew: only the carried name has a width.
        if carried != self._carried:
            self._carried = carried
            self.query_one("#carry", Static).update(Text(f"{carried} › " if carried else "› ", no_wrap=True))
        letters = self._help is not None and self._help.letters_up(self.typed.value)
        self.set_class(letters, "-letters")
        self.query_one("#reading", Static).update(self._above(), layout=letters)

    def _above(self) -> "Text | Content":
        if not (self.typed.value or self._help or self.behind) or (read := self._read()) is None:
            hint = "" if self.carry else _("name: what was said  ·  Tab: who speaks, by a letter")
            return Text(hint, no_wrap=True, overflow="ellipsis")
        from roundtable.ui.widgets.line_help import Surroundings, above

        return above(read, self._help, Surroundings(self.size.width, self.zone, self.topic, self.behind))
