"""Wording a takeaway: a title of a few words and two or three sentences, with what it rests on in sight."""

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static, TextArea

from roundtable.domain.text import clean, clean_prose
from roundtable.i18n import _
from roundtable.ui.dialogs.dialog import Dialog

Words = tuple[str, str]


class TakeawayForm(Dialog[Words]):
    """A dialog that is left with title and text; without any text it leaves them as they were.

    `rests_on` are the statements to read beside it, already told.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "go_on", show=False, priority=True),  # before the text sees it
    ]

    def __init__(self, title: str, text: str, rests_on: Sequence[Content], *, worded: bool = True) -> None:
        super().__init__(
            _("Word the takeaway: a few words, then two or three sentences"),
            _("Enter to the text, then keep   Tab between them   Esc leave it as it was"),
        )
        self._title, self._text, self._rests_on, self._worded = title, text, rests_on, worded

    def inside(self) -> Iterable[Widget]:
        """Ask for the title and the text, above what the takeaway rests on."""
        title = Input(self._title, placeholder=_("Title"), compact=True, select_on_focus=False)
        title.cursor_blink = False
        yield title
        written = TextArea(self._text, soft_wrap=True, tab_behavior="focus", compact=True)
        written.cursor_blink = False
        if self._worded:
            written.move_cursor(written.document.end)
        else:  # the words of a statement: typing takes their place
            written.select_all()
        yield written
        if self._rests_on:
            with VerticalScroll(classes="rests-on", can_focus=False):
                for told in self._rests_on:
                    yield Static(told, markup=False)

    def action_go_on(self) -> None:
        """Go from the title to the text, from there give the words."""
        title, written = self.query_one(Input), self.query_one(TextArea)
        if title.has_focus:
            written.focus()
        else:
            self.dismiss(
                (clean(title.value), clean_prose(written.text).strip()) if clean(written.text) else None
            )
