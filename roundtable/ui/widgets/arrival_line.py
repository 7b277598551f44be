"""One line below the people: somebody new, somebody who comes instead, or a name to find."""

from collections.abc import Callable
from enum import StrEnum

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static

from roundtable.i18n import _
from roundtable.ui.widgets.footer import key_pairs


class Wanted(StrEnum):
    """What a line is for."""

    NOTHING = ""
    NEWCOMER = "newcomer"
    INSTEAD = "instead"
    FOUND = "found"


class ArrivalLine(Vertical):
    """Hidden until it is asked for; says below the line how what is typed is understood (`understand`)."""

    class Typed(Message):
        """Something was typed."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    def __init__(self, understand: Callable[[str], Content]) -> None:
        super().__init__()
        self.wanted = Wanted.NOTHING
        self._understand = understand
        self.display = False

    def compose(self) -> ComposeResult:
        """Put the question before the line, and how it is understood below."""
        with Horizontal(id="arrival-asked"):
            yield Static(id="arrival-question", markup=False)
            typed = Input(id="arrival-typed", compact=True, select_on_focus=False)
            typed.cursor_blink = False
            yield typed
        yield Static(id="arrival-reading", markup=False)

    @property
    def typed(self) -> Input:
        """Where it is typed."""
        return self.query_one(Input)

    def open(self, wanted: Wanted, question: str, text: str = "") -> None:
        """Ask for something."""
        self.wanted = wanted
        self.query_one("#arrival-question", Static).update(Content(question))
        self.typed.value = text
        self.typed.cursor_position = len(text)
        self.display = True
        self._read()

    def close(self) -> str:
        """Hide the line, and give what was typed."""
        self.wanted = Wanted.NOTHING
        self.display = False
        return self.typed.value

    def on_input_changed(self, event: Input.Changed) -> None:
        """Say how it is understood."""
        event.stop()
        if self.wanted:
            self._read()
            self.post_message(self.Typed(event.value))

    def _read(self) -> None:
        keys = key_pairs([("Enter", _("done")), ("Esc", _("leave it"))])
        reading = Content.assemble(self._understand(self.typed.value), "   ", keys)
        self.query_one("#arrival-reading", Static).update(reading)
