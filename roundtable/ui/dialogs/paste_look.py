"""Looking at several pasted lines before they are kept."""

from collections.abc import Iterable, Sequence
from datetime import UTC
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widget import Widget
from textual.widgets import Static

from roundtable.domain.capture import Table, understand
from roundtable.domain.session import Session
from roundtable.i18n import _, ngettext
from roundtable.ui.dialogs.dialog import Dialog
from roundtable.ui.widgets.reading import told

SHOWN = 100  # lines


class PasteLook(Dialog[tuple[str, ...]]):
    """A dialog that takes pasted lines and is left with those to be kept: each as one, or all joined to one."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "each", show=False),
        Binding("j", "join", show=False),
    ]

    def __init__(self, session: Session, lines: Sequence[str]) -> None:
        question = ngettext("{count} line was pasted.", "{count} lines were pasted.", len(lines))
        super().__init__(
            question.format(count=len(lines)),
            _("Enter keep each as a contribution   j join them to one line   Esc leave"),
        )
        self._session = session
        self._lines = tuple(lines)

    def inside(self) -> Iterable[Widget]:
        """Show how the first lines are understood."""
        table = Table.of(self._session)
        with VerticalScroll():
            for line in self._lines[:SHOWN]:
                reading = told(self._session, understand(line, table), None, UTC)
                yield Static(line, markup=False, classes="paste--line")
                yield Static(reading, classes="paste--reading")
            if len(self._lines) > SHOWN:
                yield Static(_("… and {count} more").format(count=len(self._lines) - SHOWN), markup=False)

    def action_each(self) -> None:
        """Keep each line as a contribution."""
        self.dismiss(self._lines)

    def action_join(self) -> None:
        """Make one line of all."""
        self.dismiss((" ".join(self._lines),))
