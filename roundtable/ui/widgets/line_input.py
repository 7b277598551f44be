"""The input of the capture line: it tells apart what is typed, finished, completed and pasted, and knows no more."""

from typing import ClassVar, Protocol

from rich.cells import cell_len
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Region, Size
from textual.reactive import Reactive
from textual.widgets import Input


class Line(Protocol):
    """What an input hands its keys on to."""

    def finish(self) -> None:
        """Say that the line is finished."""

    def complete(self, by: int) -> None:
        """Complete the name before the colon; with the next one (1), or the one before (-1)."""

    def reach_back(self, by: int) -> None:
        """Point at what was said further back (1), or less far (-1)."""

    def paste(self, text: str) -> None:
        """Take what was pasted."""

    def emptied(self) -> None:
        """Know that all that stood there was taken back."""


class Typing:
    """The steps in which a line came to be: a word is one, and so is whatever else changed it at once."""

    def __init__(self) -> None:
        self._steps: list[str] = []
        self._shrinking = False

    def __bool__(self) -> bool:
        return bool(self._steps)

    def follow(self, old: str, new: str) -> None:
        """Keep what stood there before, where another step begins."""
        grows = len(new) == len(old) + 1
        shrinks = len(new) == len(old) - 1
        word_begins = not old or old.endswith(" ")
        turns = word_begins or self._shrinking if grows else not self._shrinking
        if turns or not (grows or shrinks):
            self._steps.append(old)
        self._shrinking = shrinks

    @property
    def lost_much(self) -> bool:
        """Whether what stood there a step ago was more than a word."""
        return bool(self._steps) and " " in self._steps[-1].strip()

    def back(self) -> str:
        """Give the line as it was a step ago."""
        self._shrinking = False
        return self._steps.pop()

    def begin_with(self, text: str) -> None:
        """Begin anew, with a text that is one step by itself."""
        self._steps = [""] if text else []
        self._shrinking = False


class LineInput(Input):
    """A line of input that knows nothing of what it holds; several pasted lines are told apart."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "reach_back(1)", show=False),  # where it does not scroll
        Binding("down", "reach_back(-1)", show=False),
        Binding("tab", "complete(1)", show=False),
        Binding("shift+tab", "complete(-1)", show=False),
        Binding("ctrl+z", "untype", show=False),
    ]
    # What is typed grows inside of the line; Textual would lay out the screen anew with every key.
    virtual_size: Reactive[Size] = Reactive(Size(0, 0), layout=False)

    def __init__(self, line: Line, *, id: str | None = None) -> None:
        super().__init__(id=id, compact=True, select_on_focus=False)
        self._line = line
        self._typing = Typing()
        self._goes_back = False

    def watch_value(self, old: str, new: str) -> None:
        """Remember the steps of typing."""
        if not self._goes_back:
            self._typing.follow(old, new)

    def put(self, text: str, *, anew: bool) -> None:
        """Put a text there, the cursor behind it; `anew` forgets how the one before was typed."""
        self.value = text
        self.cursor_position = len(text)
        if anew:
            self._typing.begin_with(text)
        self.call_after_refresh(self._show_cursor)  # only then is it known how wide the text is

    def _show_cursor(self) -> None:
        """Scroll to where the text goes on: of a long one its end is seen, and not its beginning."""
        place = cell_len(self.value[: self.cursor_position])
        self.scroll_to_region(Region(place, 0, 1, 1), force=True, animate=False)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave the key that takes back to the screen, where there is no typing to take back.

        Above an empty line that is so as well, unless more than a word was just cleared from it.
        """
        if action == "untype":
            return bool(self._typing) if self.value else self._typing.lost_much
        return super().check_action(action, parameters)

    def action_untype(self) -> None:
        """Take back the last step of typing."""
        self._goes_back = True
        self.put(self._typing.back(), anew=False)
        self._goes_back = False
        if not self.value:
            self._line.emptied()

    async def action_submit(self) -> None:
        """Finish the line."""
        self._line.finish()

    def action_complete(self, by: int) -> None:
        """Complete the name that is begun."""
        self._line.complete(by)

    def action_reach_back(self, by: int) -> None:
        """Reach for what was said before."""
        self._line.reach_back(by)

    def _on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.prevent_default()
        self._line.paste(event.text)
