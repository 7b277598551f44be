"""Taking down an answer to what was said."""

from collections.abc import Iterable

from textual.widget import Widget
from textual.widgets import Input, Static

from roundtable.domain.contributions import Contribution
from roundtable.domain.session import Session
from roundtable.domain.text import clean
from roundtable.i18n import _
from roundtable.services.recording import speaker_of
from roundtable.ui.dialogs.dialog import Dialog
from roundtable.ui.undone import shortened
from roundtable.ui.widgets.reading import speaker_told


class AnswerLine(Dialog[str]):
    """A dialog that takes a contribution and is left with a capture line that answers it; an empty one leaves it."""

    def __init__(self, session: Session, said: Contribution) -> None:
        who = speaker_told(session, speaker_of(said)) if said.placed else _("who?")
        question = _("Answer to {who}: “{text}”").format(who=who, text=shortened(said.text))
        super().__init__(question, _("Enter save   Esc leave"))

    def inside(self) -> Iterable[Widget]:
        """Ask for a line, as in the capture line."""
        line = Input(compact=True, placeholder=_("els: + so do we     karim: - not in a warehouse"))
        line.cursor_blink = False
        yield line
        yield Static(_("+ supports it, - opposes it, neither is just an answer."), classes="dialog--told")

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Give the line."""
        event.stop()
        self.dismiss(clean(event.value) or None)
