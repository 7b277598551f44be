"""The approval of quotes: whose words the paper prints, how it stands with each, and what was answered."""

import asyncio
from collections.abc import Iterable
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from roundtable.domain.contributions import Contribution
from roundtable.i18n import N_, _, ngettext
from roundtable.report.approving import OwnWords
from roundtable.services.approvals import printed_words
from roundtable.services.sessions import zone_of
from roundtable.ui.at_table import AtTable
from roundtable.ui.commands import Command
from roundtable.ui.screens.table_view import TableView, keys_of
from roundtable.ui.widgets.approval_rows import approval_line, approval_lines

EDGES = 3  # columns beside the rows: a blank one, and the bar that scrolls

COMMANDS = (
    Command(
        "approve", "a", N_("approved"), N_("Record that it was approved as it stands"), "approving:approve"
    ),
    Command(
        "approve_changed",
        "c",
        N_("changed"),
        N_("Record that it was approved in other words"),
        "approving:change",
    ),
    Command("refuse", "r", N_("refused"), N_("Record that it is not to be printed"), "approving:refuse"),
    Command(
        "write_sheets",
        "w",
        N_("write the sheets"),
        N_("Write a sheet for each person of whom something waits, to send to them"),
        "approving:write_sheets",
    ),
    Command("undo", "u", N_("undo"), N_("Take back the last thing done here"), "repairs:undo"),
)


class ApprovalsView(TableView):
    """A line a quote, person by person; below it the words of the marked one as they would be printed."""

    CSS_PATH = "../styles/approvals.tcss"
    AUTO_FOCUS = "#approvals"
    commands = COMMANDS
    BINDINGS: ClassVar[list[BindingType]] = [
        *keys_of(COMMANDS),
        Binding("j", "step(1)", show=False),
        Binding("k", "step(-1)", show=False),
    ]

    def __init__(self, at: AtTable) -> None:
        super().__init__(at)
        self.those: tuple[OwnWords, ...] | None = None
        self._key = ""
        self._place = 0

    def inside(self) -> Iterable[Widget]:
        """Put the quotes above the words of the marked one."""
        yield Static(id="approvals-none", markup=False)
        yield OptionList(id="approvals", compact=True, markup=False)
        with VerticalScroll(id="approval-side", can_focus=False):
            yield Static(id="approval-read", markup=False)

    def heading(self) -> Content:
        """Count the quotes, and how many of them wait."""
        title = Content.assemble((_("APPROVAL OF QUOTES"), "bold $accent"))
        if self.those is None:
            return Content.assemble(title, "  ", (_("the paper is being composed …"), "$dim"))
        count, waiting = len(self.those), sum(one.waits for one in self.those)
        told = ngettext("{count} statement", "{count} statements", count).format(count=count)
        left = ngettext("{count} waits", "{count} wait", waiting).format(count=waiting) if waiting else ""
        return Content.assemble(title, "  ", (told if count else "", "bold"), "  ", (left, "$warning"))

    def on_mount(self) -> None:
        """Look through the paper beside all else."""
        self._look()

    def watch_session(self) -> None:
        """Look through the paper anew; the mark stays on its quote."""
        super().watch_session()
        if self.is_mounted:
            self._look()

    def _look(self) -> None:
        self.run_worker(self._find(), exclusive=True, group="composing")

    async def _find(self) -> None:
        self.those = await asyncio.to_thread(printed_words, self.session)
        self._show_rows()
        self.show_heading()

    def on_resize(self, _event: events.Resize) -> None:
        """Lay the rows out anew."""
        self._show_rows()

    # What is shown

    def _show_rows(self) -> None:
        those = self.those
        if those is None:
            return
        rows = self.query_one("#approvals", OptionList)
        today, width = (
            self.moment().astimezone(zone_of(self.session)).date(),
            max(40, self.size.width - EDGES),
        )
        keys = [one.said.id for one in those]
        place = keys.index(self._key) if self._key in keys else min(self._place, len(keys) - 1)
        with self.prevent(OptionList.OptionHighlighted):
            rows.set_options(Option(approval_line(self.session, one, today, width)) for one in those)
            rows.highlighted = place if those else None
        self.set_class(not those, "-none")
        none = _("The paper prints no quotes yet, and tells no statement by name.")
        how = _(
            "A line such as els: “we stopped counting hours” is a quote, and stands here once the paper has it."
        )
        self.query_one("#approvals-none", Static).update(f"{none} {how}")
        self._mark_at(place)

    def _mark_at(self, place: int) -> None:
        self._place = max(0, place)
        one = self.marked
        self._key = one.said.id if one else ""
        if one:
            today = self.moment().astimezone(zone_of(self.session)).date()
            lines = approval_lines(self.session, one, today, max(20, self.size.width - 2 * EDGES))
            self.query_one("#approval-read", Static).update(Content("\n").join(lines))

    # A place where commands can act

    @property
    def marked(self) -> OwnWords | None:
        """The words that are marked; none where there are none."""
        those = self.those or ()
        return those[self._place] if self._place < len(those) else None

    @property
    def chosen(self) -> Contribution | None:
        """The contribution that is marked."""
        return self.marked.said if self.marked else None

    # What keys and the mouse ask for

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Show the words of what is marked."""
        event.stop()
        self._mark_at(event.option_index)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Only mark what was clicked."""
        event.stop()

    def action_step(self, by: int) -> None:
        """Mark the next one, or the one before."""
        count = len(self.those or ())
        if count:
            self.query_one("#approvals", OptionList).highlighted = max(0, min(count - 1, self._place + by))
