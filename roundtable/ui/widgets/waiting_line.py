"""A line that is finished, waits until it is safe, and stays where that failed."""

from textual.containers import Vertical
from textual.reactive import reactive

from roundtable.ui.widgets.line_input import LineInput


class WaitingLine(Vertical):
    """A widget around one input.

    From Enter on it `waits` until the line is `saved`, `failed` or `released`; what is typed meanwhile is not for it,
    and where it could not be saved, is told in `behind`.
    """

    behind: reactive[str] = reactive("", layout=False)
    waits: bool = False
    stuck: bool = False  # the line could not be saved, and stays

    @property
    def typed(self) -> LineInput:
        """The input."""
        return self.query_one("#typed", LineInput)

    def on_focus(self) -> None:
        """Hand the focus on to the input."""
        self.typed.focus()

    def take_focus(self) -> None:
        """Begin to write, from the next key on."""
        self.screen.set_focus(self.typed)

    def failed(self) -> None:
        """Keep the line as it is, until it can be saved."""
        self.waits, self.stuck = False, True

    def released(self) -> None:
        """Go on with the line as it is."""
        self.waits = self.stuck = False
        self.behind = ""

    def restore(self, text: str, *, anew: bool = False) -> None:
        """Put a text into the line, the cursor behind it; `anew`, it is not what was typed here before."""
        self.released()
        self.typed.put(text, anew=anew)
