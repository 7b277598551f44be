"""Adding a topic that was not planned: its title and minutes, in one line."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from textual.widget import Widget
from textual.widgets import Input

from roundtable.domain.text import clean
from roundtable.i18n import _
from roundtable.ui.dialogs.dialog import Dialog

USUAL = 10  # minutes
MOST = 180  # minutes; a larger number at the end is a year, or part of the title
# Also with a comma or brackets, and with a sign or a word for minutes behind the number.
_MINUTES = re.compile(r"^(?P<title>.*?)[\s,;:(]+(?P<minutes>[0-9]{1,3})\s*(?:'|min\.?)?\s*\)?$")


@dataclass(frozen=True, slots=True)
class TitleAndMinutes:
    """A topic as it was typed."""

    title: str
    minutes: int


class NewTopic(Dialog[TitleAndMinutes]):
    """A dialog that is left with a title and minutes; without a title it stays."""

    def __init__(self) -> None:
        super().__init__(_("Which topic comes next? Its title, then its minutes"), _("Enter add   Esc leave"))

    def inside(self) -> Iterable[Widget]:
        """Ask for one line."""
        asked = Input(placeholder=_("Title 10"), max_length=200, compact=True)
        asked.cursor_blink = False
        yield asked

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Give what was typed."""
        event.stop()
        if told := read(event.value):
            self.dismiss(told)


def read(typed: str) -> TitleAndMinutes | None:
    """Read a title with minutes behind it, the usual ones where there are none; nothing without a title."""
    line = clean(typed).strip()
    found = _MINUTES.match(line)
    if found and int(found["minutes"]) <= MOST and found["title"].strip():
        return TitleAndMinutes(found["title"].strip(), int(found["minutes"]))
    return TitleAndMinutes(line, USUAL) if line else None
