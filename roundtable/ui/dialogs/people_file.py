"""Asking for the file of a list of people."""

from collections.abc import Collection, Iterable
from pathlib import Path
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from roundtable.agendas.paths import LISTS, common_beginning, completions, path_in, recent_lists
from roundtable.i18n import _
from roundtable.ui.dialogs.dialog import Dialog

SHOWN = 8


class PathLine(Input):
    """A line for a path: Tab completes it, and a file that is dropped into the terminal replaces it."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("tab", "complete", show=False)]
    endings: Collection[str] = LISTS  # of the files that are meant

    def action_complete(self) -> None:
        """Complete as far as it is clear."""
        found = completions(self.value, self.endings)
        if len(found) == 1 or len(common_beginning(found)) > len(self.value):
            self.value = common_beginning(found)
            self.cursor_position = len(self.value)

    def on_paste(self, event: events.Paste) -> None:
        """Take a dropped file."""
        path = path_in(event.text)
        if path:
            event.prevent_default()
            event.stop()
            self.value = str(path)
            self.cursor_position = len(self.value)


class PeopleFile(Dialog[Path]):
    """A dialog that is left with the path of a file: typed, completed, dropped, or one that lies at hand."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "move(1)", show=False),
        Binding("up", "move(-1)", show=False),
    ]

    endings: ClassVar[frozenset[str]] = LISTS

    def __init__(self) -> None:
        super().__init__(self.question(), _("Enter read   Tab complete   ↑↓ choose   Esc leave"))
        self._offered: tuple[str, ...] = ()

    def question(self) -> str:
        """Give what is asked."""
        return _("Which file lists the people? (XLSX or CSV)")

    def at_hand(self) -> tuple[Path, ...]:
        """Give the files that could be meant before anything is typed."""
        return recent_lists()

    def inside(self) -> Iterable[Widget]:
        """Show the line, and below it the files that could be meant."""
        asked = PathLine("", compact=True, placeholder=_("a path, or drop the file here"))
        asked.cursor_blink = False
        asked.endings = self.endings
        yield asked
        offered = OptionList(compact=True, markup=False)
        offered.can_focus = False
        yield offered

    def on_mount(self) -> None:
        """Offer what lies at hand."""
        self._offer()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Offer what could be meant."""
        event.stop()
        self._offer()

    def _offer(self) -> None:
        typed = self.query_one(Input).value
        found = completions(typed, self.endings) if typed.strip() else tuple(map(str, self.at_hand()))
        self._offered = found[:SHOWN]
        self.query_one(OptionList).set_options([Option(Content(name)) for name in self._offered])

    def action_move(self, by: int) -> None:
        """Choose among those offered."""
        offered = self.query_one(OptionList)
        if by > 0:
            offered.action_cursor_down()
        else:
            offered.action_cursor_up()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Take what was clicked on."""
        event.stop()
        self._take(self._offered[event.option_index])

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Give the file; go into a folder."""
        event.stop()
        chosen = self.query_one(OptionList).highlighted
        self._take(event.value if chosen is None else self._offered[chosen])

    def _take(self, name: str) -> None:
        path = path_in(name)
        if path is None:
            return
        if name.endswith("/") or path.is_dir():
            asked = self.query_one(Input)
            asked.value = name if name.endswith("/") else name + "/"
            asked.cursor_position = len(asked.value)
        else:
            self.dismiss(path)
