"""Looking at several pasted lines before they are kept."""

from collections.abc import Iterable, Sequence
from datetime import UTC
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widget import Widget
from textual.widgets import Static

from roundtable.domain.capture import Draft, Speaker, Table, understand
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

    def __init__(
        self,
        session: Session,
        lines: Sequence[str],
        carry: Speaker | None = None,
        before: Speaker | None = None,
    ) -> None:
        question = ngettext("{count} line was pasted.", "{count} lines were pasted.", len(lines))
        super().__init__(
            question.format(count=len(lines)),
            _("Enter keep each as a contribution   j join them to one line   Esc leave"),
        )
        self._session = session
        self._lines = tuple(lines)
        self._carry, self._before = carry, before

    def inside(self) -> Iterable[Widget]:
        """Show how the first lines are understood."""
        with VerticalScroll():
            for line, draft in zip(self._lines, self._drafts(self._lines[:SHOWN]), strict=False):
                reading = told(self._session, draft, None, UTC)
                yield Static(line, markup=False, classes="paste--line")
                yield Static(reading, classes="paste--reading")
            if len(self._lines) > SHOWN:
                yield Static(_("… and {count} more").format(count=len(self._lines) - SHOWN), markup=False)

    def _drafts(self, lines: Sequence[str]) -> Iterable[Draft]:
        """Understand lines one after the other: a line without a name goes on with the speaker of the one before."""
        table = Table.of(self._session)
        carry, before = self._carry, self._before
        for line in lines:
            draft = understand(line, table, carry, before)
            yield draft
            if draft.empty or draft.marks_only:
                continue
            if not draft.placed:
                carry = before = None
            elif draft.speaker and draft.speaker != carry:
                carry, before = draft.speaker, carry

    def action_each(self) -> None:
        """Keep each line as a contribution."""
        self.dismiss(self._lines)

    def action_join(self) -> None:
        """Make one line of all."""
        self.dismiss((" ".join(self._lines),))
