"""The preview of the paper, as it would be exported now, and what still makes it a draft."""

import asyncio
from collections.abc import Iterable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from roundtable.domain.disclosure import own_form
from roundtable.i18n import N_, _, ngettext
from roundtable.report.white_paper import Composition
from roundtable.services import prose
from roundtable.services.publishing import Wanted, composed
from roundtable.services.settling import to_settle
from roundtable.ui.at_table import AtTable
from roundtable.ui.commands import Command
from roundtable.ui.screens.table_view import TableView, keys_of
from roundtable.ui.widgets.lines import hanging
from roundtable.ui.widgets.paper import paper_lines, state_told

MEASURE = 76  # columns; longer lines are hard to read
COMMANDS = (
    Command(
        "export",
        "x",
        N_("export"),
        N_("Export: settle what is in the way, and write the paper"),
        "exporting:export",
    ),
)


class PaperView(TableView):
    """The whole paper, to be read; below it why it is a draft."""

    AUTO_FOCUS = "PaperSheet"
    commands = COMMANDS
    BINDINGS: ClassVar[list[BindingType]] = [*keys_of(COMMANDS)]

    _composition: Composition | None = None

    def __init__(self, at: AtTable, wanted: Wanted | None = None) -> None:
        super().__init__(at)
        self._wanted = wanted or Wanted()

    def inside(self) -> Iterable[Widget]:
        """Give the sheet."""
        yield PaperSheet(id="paper")

    def heading(self) -> Content:
        """Say what this is, and whether it is a draft."""
        made = self._composition
        if made is None:
            return Content.assemble((_("THE PAPER"), "bold $accent"), "  ", (_("being composed …"), "$dim"))
        state = state_told(self._count(made)).stylize("bold")
        return Content.assemble((_("THE PAPER"), "bold $accent"), "  ", state)

    def on_mount(self) -> None:
        """Compose it beside all else."""
        self.run_worker(self._make(), exclusive=True, group="composing")

    def watch_session(self) -> None:
        """Compose it anew."""
        super().watch_session()
        if self.is_mounted:
            self.run_worker(self._make(), exclusive=True, group="composing")

    async def _make(self) -> None:
        contested = await self.perform(prose.contested)
        self._composition = await asyncio.to_thread(composed, self.session, self._wanted, contested or ())
        self.query_one(PaperSheet).show(self._composition, self._count(self._composition))
        self.show_heading()

    def _count(self, made: Composition) -> int:
        """Count what there is to settle, people who were not asked one by one."""
        return len(
            to_settle(self.session, self._wanted.attribution or own_form(self.session), made.draft_reasons)
        )


class PaperSheet(VerticalScroll, can_focus=True):
    """The lines of the paper, which scroll."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("k", "scroll_up", show=False),
        Binding("j", "scroll_down", show=False),
        Binding("space", "page_down", show=False),
    ]

    _composition: Composition | None = None
    _count = 0

    def compose(self) -> ComposeResult:
        """Give the page."""
        yield Static(id="paper-page", markup=False)

    def show(self, composition: Composition, count: int) -> None:
        """Show a paper, and how much there is to settle."""
        self._composition, self._count = composition, count
        self.on_resize()

    def on_resize(self) -> None:
        """Wrap it anew."""
        if self._composition is not None and self.size.width:
            width = min(MEASURE, self.scrollable_content_region.width - 4)
            lines = [*_settling(self._count, width), *paper_lines(self._composition.document, width)]
            self.query_one("#paper-page", Static).update(Content("\n").join(lines))


def _settling(count: int, width: int) -> list[Content]:
    """Say how much is to be settled before the paper is final, and where that is done."""
    if not count:
        return []
    told = ngettext(
        "{count} thing still makes it a draft: x shows it, and settles it.",
        "{count} things still make it a draft: x shows them, and settles them.",
        count,
    )
    return [*hanging(Content.assemble((told.format(count=count), "$warning")), Content(), width), Content()]
