"""The capture line: one line, Enter, safe; what it is understood as stands above it while it is typed."""

from collections.abc import Callable
from datetime import UTC, datetime, tzinfo
from typing import TYPE_CHECKING, ClassVar
from zoneinfo import ZoneInfo

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.reactive import reactive
from textual.widgets import Input, Static

from roundtable.domain.naming import Speaker, Table
from roundtable.domain.session import Session
from roundtable.domain.text import clean
from roundtable.i18n import _
from roundtable.services.recording import Moment, last_said
from roundtable.ui.messages import ContributionMade, DraftChanged, LinesPasted
from roundtable.ui.undone import shortened
from roundtable.ui.widgets.line_input import LineInput
from roundtable.ui.widgets.reading import speaker_told, told

if TYPE_CHECKING:
    from roundtable.domain.capture import Draft
    from roundtable.domain.completing import Completion
    from roundtable.domain.contributions import Contribution

LONGEST_TITLE = 18  # columns of a topic's title, so that the key behind it is always seen
LONGEST_PREFIX = 40  # characters before a colon that are looked at for completion
SETTLED = 0.3  # seconds after which the first frame stands, and the grammar can be loaded for the first key


class CaptureLine(Vertical):
    """The line and what it is understood as.

    `topic` is the id of the topic that the table is at; a line belongs to the one at its first keystroke.
    `carry` and `before` are the speakers that a line without a name goes on with.
    From Enter on it `waits` until the line is `saved`, `failed` or `released`; what is typed meanwhile is not for it.
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
        self._offered: list[str] = []  # by Tab, the one that stands in the line first
        self.waits = False
        self.stuck = False  # the line could not be saved, and stays

    def compose(self) -> ComposeResult:
        """Put the reading above the line."""
        yield Static("", id="reading", markup=False)
        with Horizontal(id="line"):
            yield Static("", id="carry", markup=False)
            yield LineInput(self, id="typed")

    @property
    def typed(self) -> Input:
        """The input."""
        return self.query_one("#typed", Input)

    def watch_session(self) -> None:
        """Know the table anew."""
        if self.session is None:
            return
        if (self._table.people, self._table.sectors) != (self.session.participants, self.session.sectors):
            self._table = Table.of(self.session)
        self._show()

    def watch_carry(self) -> None:
        """Show with whom a line goes on."""
        self._show()

    def watch_topic(self) -> None:
        """Show where the line goes, once the table is elsewhere."""
        self._show()

    def on_mount(self) -> None:
        """Load the grammar before the first key is struck, but after the first frame."""
        self.set_timer(SETTLED, self._understood)

    def on_focus(self) -> None:
        """Hand the focus on to the input."""
        self.typed.focus()

    def take_focus(self) -> None:
        """Begin to write, from the next key on."""
        self.screen.set_focus(self.typed)

    # What is typed

    def on_input_changed(self, event: Input.Changed) -> None:
        """Read what is typed, and remember when and where it was begun."""
        event.stop()
        self._remember_beginning()
        self._show()
        self.post_message(DraftChanged(self.typed.value))

    def _remember_beginning(self) -> None:
        if not self.typed.value:
            self._begun, self._moved = None, False
        elif self._begun is None:
            self._begun = Moment(self._now(), self.topic)

    def insert(self, text: str) -> None:
        """Put letters where the cursor is, for what is selected."""
        self.typed.replace(text, *sorted(self.typed.selection))
        self._remember_beginning()

    def paste(self, text: str) -> None:
        """Take a pasted line, or say that several were pasted."""
        lines = [line for line in map(clean, text.splitlines()) if line]
        if len(lines) > 1:
            self.post_message(LinesPasted(tuple(lines)))
        elif lines:
            self.insert(clean(text))

    def finish(self) -> None:
        """Say that the line is finished; an empty one changes nothing, so that Enter struck twice does no harm."""
        if self.waits or not clean(self.typed.value):
            return
        begun = self._begun or Moment(self._now(), self.topic)
        self.waits = True
        self.post_message(ContributionMade(self.typed.value, begun.topic if self._moved else None, begun.at))

    def saved(self) -> None:
        """Clear the line, now that it is safe."""
        self.restore("")
        self._begun, self._moved = None, False

    def failed(self) -> None:
        """Keep the line as it is, until it can be saved."""
        self.waits, self.stuck = False, True

    def released(self) -> None:
        """Go on with the line as it is."""
        self.waits = self.stuck = False

    def restore(self, text: str) -> None:
        """Put a text into the line, the cursor behind it."""
        self.released()
        self.typed.value = text
        self.typed.cursor_position = len(text)

    def action_move_here(self) -> None:
        """Let the line belong to the topic that the table is at now."""
        if self._begun:
            self._begun, self._moved = Moment(self._begun.at, self.topic), True
            self._show()

    def complete(self) -> None:
        """Complete the name before the colon with the likeliest; again, with the next one."""
        rest = self._prefix()[1] or ""
        if not (self._offered and self.typed.value == f"{self._offered[0]}: {rest}"):
            self._offered = [one.text for one in self._completions()]
        elif len(self._offered) > 1:
            self._offered = [*self._offered[1:], self._offered[0]]
        if self._offered:
            self.restore(f"{self._offered[0]}: {rest}")

    def _prefix(self) -> tuple[str, str | None]:
        """Give what may be a name that is begun, and what stands behind its colon (None: no colon yet)."""
        prefix, colon, rest = self.typed.value.partition(":")
        return (prefix, rest.lstrip()) if colon else (prefix, None)

    def _completions(self) -> "tuple[Completion, ...]":
        from roundtable.domain.completing import completions

        prefix, rest = self._prefix()
        if len(prefix) > LONGEST_PREFIX or not prefix.strip():
            return ()
        if rest is not None and self._understood().placed:
            return ()
        return completions(prefix, self._table)

    def _understood(self) -> "Draft":
        from roundtable.domain.capture import understand

        return understand(self.typed.value, self._table, self.carry, self.before)

    # What is shown

    def _show(self) -> None:
        if self.session is None or not self.is_mounted:
            return
        carried = speaker_told(self.session, self.carry) if self.carry else ""
        # A key that laid out the screen anew would paint much of it anew: only the carried name has a width.
        if carried != self._carried:
            self._carried = carried
            self.query_one("#carry", Static).update(Text(f"{carried} › " if carried else "› ", no_wrap=True))
        self.query_one("#reading", Static).update(self._reading(self.session), layout=False)

    def _reading(self, session: Session) -> Text:
        value = self.typed.value
        if not value:
            return Text()
        draft = self._understood()
        prefix, rest = self._prefix()
        found = self._completions() if rest is None and len(prefix.split()) == 1 else ()
        elsewhere = self._elsewhere(session)
        if found and not draft.marks_only and " " not in value:
            names = " · ".join(
                f"{one.text} ({one.shown})" if one.text != one.shown else one.shown for one in found[:4]
            )
            told_names = _("Tab: {names}").format(names=names)
            return Text(elsewhere + told_names, no_wrap=True, overflow="ellipsis")
        moment = Moment(self._now(), self._begun.topic if self._begun else self.topic)
        target: Contribution | None = None
        if draft.marks_only:
            target = last_said(session, moment)
        elif draft.stance and draft.speaker:
            target = last_said(session, moment, other_than=draft.speaker)
        reading = told(session, draft, target, self.zone)
        return Text(elsewhere) + reading if elsewhere else reading

    def _elsewhere(self, session: Session) -> str:
        """Say to which topic the line belongs where that is no longer the one that the table is at."""
        if self._begun is None or self._begun.topic == self.topic or self._begun.topic is None:
            return ""
        title = next((topic.title for topic in session.topics if topic.id == self._begun.topic), "")
        return _("to {title} (Ctrl+T: here) · ").format(title=shortened(title, LONGEST_TITLE))
