"""The input of the capture line: it tells apart what is typed, finished, completed and pasted, and knows no more."""

from typing import ClassVar, Protocol

from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.reactive import Reactive
from textual.widgets import Input


class Line(Protocol):
    """What an input hands its keys on to."""

    def finish(self) -> None:
        """Say that the line is finished."""

    def complete(self) -> None:
        """Complete the name before the colon."""

    def paste(self, text: str) -> None:
        """Take what was pasted."""


class LineInput(Input):
    """A line of input that knows nothing of what it holds; several pasted lines are told apart."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "screen.take_back", show=False),  # where it does not scroll
        Binding("tab", "complete", show=False),
    ]
    # What is typed grows inside of the line; Textual would lay out the screen anew with every key.
    virtual_size: Reactive[Size] = Reactive(Size(0, 0), layout=False)

    def __init__(self, line: Line, *, id: str | None = None) -> None:
        super().__init__(id=id, compact=True, select_on_focus=False)
        self._line = line

    async def action_submit(self) -> None:
        """Finish the line."""
        self._line.finish()

    def action_complete(self) -> None:
        """Complete the name that is begun."""
        self._line.complete()

    def _on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.prevent_default()
        self._line.paste(event.text)
