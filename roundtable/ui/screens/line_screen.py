"""A screen with a capture line, which is held in two ways: writing and steering."""

from textual import events
from textual.reactive import var

from roundtable.domain.naming import Speaker
from roundtable.services.recording import carried
from roundtable.ui.desk import Held
from roundtable.ui.screens.keyed_screen import KeyedScreen
from roundtable.ui.widgets.capture_line import CaptureLine
from roundtable.ui.widgets.footer import Mode


class LineScreen(KeyedScreen):
    """A session screen that is held in two ways: writing (the capture line has the focus) and steering."""

    topic: var[str | None] = var(None)
    carry: var[Speaker | None] = var(None)
    before: var[Speaker | None] = var(None)
    mode: var[Mode] = var(Mode.STEERING)
    correcting: var[str | None] = var(None)
    _writes: bool = False

    @property
    def line(self) -> CaptureLine:
        """The capture line."""
        return self.query_one(CaptureLine)

    def take(self, held: Held) -> None:
        """Show a new state, and with whom a line without a name goes on."""
        self.topic = held.session.current.id if held.session.current else None
        self.carry, self.before = carried(held.session, held.own, self.topic)
        super().take(held)

    def on_descendant_focus(self) -> None:
        """Know in which of the two ways the screen is held."""
        self._show_mode()

    def watch_correcting(self) -> None:
        """Show whether the line puts something right."""
        self._show_mode()

    def _show_mode(self) -> None:
        correcting = Mode.CORRECTING if self.correcting else Mode.WRITING
        self.mode = correcting if self.writing else Mode.STEERING

    # Keys, in their order

    @property
    def writing(self) -> bool:
        """Whether letters are typed; while the terminal is in the background, as it was before."""
        return self._writes

    def watch_focused(self) -> None:
        """Know in which of the two ways the screen is held, from the very key on that changed it."""
        if self.focused is not None:
            self._writes = self.line in self.focused.ancestors_with_self

    def type(self, text: str) -> None:
        """Put letters into the line, going over to writing first."""
        if self.focused is None or not self.writing:
            self.line.take_focus()
        if text:
            self.line.insert(text)

    def paste(self, event: events.Paste) -> None:
        """Put what was pasted into the line, going over to writing first."""
        self.line.take_focus()
        self.line.paste(event.text)
