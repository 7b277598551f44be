"""The line in which people are added one by one, and into which tables are pasted and files dropped."""

from dataclasses import dataclass
from pathlib import Path

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
    """A line for one person, which its screen fills with the keys in their order."""

    def __init__(self, *, placeholder: str, id: str) -> None:
        # Selecting comes late: it would have the first letters typed behind the key overwritten by those after them.
        super().__init__(placeholder=placeholder, id=id, compact=True, select_on_focus=False)
        self.cursor_blink = False

    def put_in(self, text: str) -> None:
        """Put letters in at the cursor, or in the place of what is selected."""
        self.replace(text, *self.selection)

    def take_paste(self, text: str) -> None:
        """Do with a paste what it is meant for: hand on tables and files, put in a single line."""
        path = path_in(text)
        stripped = text.strip("\r\n")
        if path and is_list(path):
            self.post_message(ListGiven(path))
        elif "\t" in stripped or "\n" in stripped or "\r" in stripped:
            self.post_message(TablePasted(text))
        else:
            self.put_in(stripped)
