"""Looking at several lines before they are kept."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from itertools import islice
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from roundtable.domain.session import Session
from roundtable.i18n import _, ngettext
from roundtable.services.pasting import LineHeard, heard_lines
from roundtable.services.sessions import zone_of
from roundtable.ui.dialogs.dialog import Dialog
from roundtable.ui.undone import shortened
from roundtable.ui.widgets.lines import clock_of
from roundtable.ui.widgets.reading import told

SHOWN, COUNTED = 200, 2000  # lines
LONGEST_TITLE = 24


class PasteLook(Dialog[tuple[str, ...]]):
    """A dialog that takes lines and is left with those to be kept: each as one, or all joined to one.

    `question` says where they come from; `own` are the ids of the contributions made here, the newest first.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "each", show=False),
        Binding("j", "join", show=False),
        *(
            Binding(key, f"scroll({by})", show=False)
            for key, by in (("down", 1), ("up", -1), ("pagedown", 8), ("pageup", -8))
        ),
    ]

    def __init__(
        self, session: Session, lines: Sequence[str], own: Sequence[str], now: datetime, *, left: bool = False
    ) -> None:
        question = ngettext("{count} line was pasted.", "{count} lines were pasted.", len(lines))
        if left:
            question = ngettext(
                "{count} line could not be saved the last time.",
                "{count} lines could not be saved the last time.",
                len(lines),
            )
        heard = list(islice(heard_lines(session, lines, own, now), COUNTED))
        doubtful = sum(not one.draft.placed for one in heard)
        parts = [question.format(count=len(lines))]
        if doubtful:
            parts.append(
                ngettext(
                    "Of {count} it is not clear who speaks.",
                    "Of {count} it is not clear who speaks.",
                    doubtful,
                ).format(count=doubtful)
            )
        super().__init__(
            " ".join(parts), _("Enter keep each as a contribution   j join them to one line   Esc leave")
        )
        self._session = session
        self._lines = tuple(lines)
        self._heard = heard
        self._now = now
        self._here = session.current.id if session.current else None

    def inside(self) -> Iterable[Widget]:
        """Show how the first lines are understood."""
        shown = [self._row(one) for one in self._heard[:SHOWN]]
        if len(self._lines) > SHOWN:
            more = _("… and {count} more").format(count=len(self._lines) - SHOWN)
            shown.append(Content(more))
        with VerticalScroll(can_focus=False):
            yield Static(Content("\n").join(shown), markup=False)

    def _row(self, one: LineHeard) -> Content:
        zone = zone_of(self._session)
        moved = clock_of(one.moment.at, zone) if one.moment.at != self._now else ""
        title = next((topic.title for topic in self._session.topics if topic.id == one.moment.topic), "")
        where = shortened(title, LONGEST_TITLE) if one.moment.topic != self._here else ""
        reading = told(self._session, one.draft, None, zone, clock=False)
        under = " · ".join(part for part in (moved, where, reading.plain) if part)
        return Content.assemble(one.line, "\n", ("  " + under, "$error" if not one.draft.placed else "$dim"))

    def action_scroll(self, by: int) -> None:
        """Look further down, or back up."""
        self.query_one(VerticalScroll).scroll_relative(y=by, animate=False)

    def action_each(self) -> None:
        """Keep each line as a contribution."""
        self.dismiss(self._lines)

    def action_join(self) -> None:
        """Make one line of all."""
        self.dismiss((" ".join(self._lines),))
