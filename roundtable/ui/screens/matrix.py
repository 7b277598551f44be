"""Who has been heard on each topic of the evening, sectors by topics, and everybody below."""

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.geometry import Size
from textual.reactive import reactive
from textual.widget import Widget

from roundtable.domain.balance import AskNext, Tally
from roundtable.i18n import N_, _, ngettext
from roundtable.services.balance_words import why_told
from roundtable.ui.commands import Command
from roundtable.ui.screens.table_view import TableView, keys_of
from roundtable.ui.widgets.counting import Counting
from roundtable.ui.widgets.matrix_rows import Frame, matrix_lines, people_lines

COMMANDS = (
    Command("topics_before", "left,h", "", N_("Show the topics before"), action="move(-1)"),
    Command("topics_after", "right,l", "", N_("Show the topics after"), action="move(1)"),
    Command("matrix_leave", "b", "", N_("Back to the table"), action="leave"),
)


class MatrixView(TableView):
    """The matrix of the evening; sideways through the topics where there are more than fit."""

    AUTO_FOCUS = "MatrixScroll"
    commands = COMMANDS
    BINDINGS: ClassVar[list[BindingType]] = [*keys_of(COMMANDS)]

    def inside(self) -> Iterable[Widget]:
        """Give the page, which scrolls."""
        with MatrixScroll():
            yield MatrixPage().data_bind(TableView.session, TableView.now)

    def heading(self) -> Content:
        """Count what was said."""
        said = len(self.session.contributions)
        others = sum(not one.somebodys for one in self.session.contributions)
        told = ngettext("{count} contribution", "{count} contributions", said).format(count=said)
        beside = _("{count} of them of nobody in a sector").format(count=others) if others else ""
        return Content.assemble(
            (_("WHO WAS HEARD"), "bold $accent"), "  ", (told, "bold"), "  ", (beside, "$dim")
        )

    def action_move(self, by: int) -> None:
        """Go sideways through the topics."""
        self.query_one(MatrixPage).move(by)


class MatrixScroll(VerticalScroll, can_focus=True):
    """What scrolls the page."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("k", "scroll_up", show=False),
        Binding("j", "scroll_down", show=False),
    ]


class MatrixPage(Counting):
    """The matrix, whom to ask next, and everybody with what they said."""

    first: reactive[int] = reactive(0)
    _next: AskNext | None = None

    def counted(self, tally: Tally) -> None:
        """Take whom to ask next."""
        session = tally.session
        asked = tally.ask_next(session.current.id if session.current else None, self.moment)
        self._next = None if session.details.closed else asked
        self.refresh(layout=True)

    def move(self, by: int) -> None:
        """Go sideways through the topics, as far as there are any."""
        if self.tally:
            self.first = Frame.of(self.tally.matrix(), self.content_size.width, self.first + by).first

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 — Textual's signature
        """Take a line for each line."""
        return len(self._lines(width))

    def render(self) -> Content:
        """Give the page."""
        return Content("\n").join(self._lines(self.content_size.width))

    def _lines(self, width: int) -> list[Content]:
        if self.tally is None or not width:
            return []
        return [
            *matrix_lines(self.tally, self.moment, width, self.first),
            Content(),
            *self._asking(self.tally, width),
            *people_lines(self.tally, self.moment, width),
        ]

    def _asking(self, tally: Tally, width: int) -> list[Content]:
        if self._next is None:
            return []
        one = self._next.participant
        name = tally.session.shown.get(one.id, one.name)
        told = Content.assemble(
            (_("ask next"), "$dim"), "  ", (name, "bold"), "  ", (why_told(self._next), "$dim")
        )
        return [told.truncate(width, ellipsis=True), Content()]
