"""The line in which people are added one by one, and into which tables are pasted and files dropped."""

from dataclasses import dataclass
from pathlib import Path

from textual import events
from textual.message import Message
from textual.widgets import Input

from roundtable.agendas.paths import is_list, path_in


@dataclass
class TablePasted(Message):
    """Several lines, or cells, were pasted."""

    text: str


@dataclass
class ListGiven(Message):
    """The path of a list was pasted, dropped or typed."""

    path: Path


class PersonLine(Input):
    """A line for one person; Enter posts what stands there as `Input.Submitted`."""

    def on_paste(self, event: events.Paste) -> None:
        """Hand on tables and files; a single line is put in."""
        event.stop()
        event.prevent_default()
        self.take_paste(event.text)

    def take_paste(self, text: str) -> None:
        """Do with a paste what it is meant for."""
        path = path_in(text)
        stripped = text.strip("\r\n")
        if path and is_list(path):
            self.post_message(ListGiven(path))
        elif "\t" in stripped or "\n" in stripped or "\r" in stripped:
            self.post_message(TablePasted(text))
        elif self.selection.is_empty:
            self.insert_text_at_cursor(stripped)
        else:
            self.replace(stripped, *self.selection)
