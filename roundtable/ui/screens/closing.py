"""Where the evening stands: minutes, who was heard, what is left to put right, and what to do next."""

from collections.abc import Iterable
from pathlib import Path
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.containers import Container, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from roundtable.domain.clock import Schedule, State
from roundtable.domain.closing import Closing, closing
from roundtable.i18n import N_, _
from roundtable.services.closing import ended_told, facts, minute_rows, steps
from roundtable.ui.at_table import AtTable
from roundtable.ui.commands import Command, Group
from roundtable.ui.screens.table_view import TableView, keys_of
from roundtable.ui.widgets.lines import hanging, spread

MINUTE = 60  # seconds
WIDE = 116  # columns from which minutes and facts stand side by side
BESIDE, WIDEST_BESIDE = 60, 84  # columns of the minutes then
LONGEST_LINE = 110  # columns; what is wider is hard to read
MARGIN = 4
WANTING = "! "  # in front of what has still to be looked at

COMMANDS = (
    Command(
        "unclear",
        "W",
        N_("who?"),
        N_("Put right the lines of which it is not clear who spoke, one after the other"),
        "unclear:put_right",
    ),
    Command(
        "parking",
        "l",
        N_("parked"),
        N_("Show the parking lot: take up again, or keep for the paper"),
        "parking:parking_lot",
    ),
    Command(
        "arrival", "a", N_("consent"), N_("Say who is here, and how they may be told"), "attendance:arrival"
    ),
    Command("takeaways", "c", N_("takeaways"), N_("Takeaways: the last ten minutes"), "concluding:takeaways"),
    Command(
        "export",
        "x",
        N_("export"),
        N_("Export: settle what is in the way, and write the paper"),
        "exporting:export",
    ),
    Command("undo", "u", N_("undo"), N_("Take back the last thing done here"), "repairs:undo"),
    Command("reopen", "", "", N_("Open the evening again"), "moves:reopen"),
)


class ClosingView(TableView):
    """A page to read and to start from; it follows the session, so that what is put right goes from it."""

    CSS_PATH = "../styles/closing.tcss"  # the first frame of the live table needs none of it
    AUTO_FOCUS = "#closing"
    commands = COMMANDS
    BINDINGS: ClassVar[list[BindingType]] = [
        *keys_of(COMMANDS),
        Binding("j", "scroll(1)", show=False),
        Binding("k", "scroll(-1)", show=False),
    ]
    _told: tuple[object, ...] = ()

    def __init__(self, at: AtTable, file: Path) -> None:
        super().__init__(at)
        self._file = file

    def inside(self) -> Iterable[Widget]:
        """Put minutes and facts side by side where there is room, and what to do next below."""
        columns = Container(
            Static(id="closing-minutes", markup=False),
            Static(id="closing-facts", markup=False),
            id="closing-columns",
        )
        yield VerticalScroll(columns, Static(id="closing-steps", markup=False), id="closing")

    def heading(self) -> Content:
        """Give the title, and when it ended against the plan."""
        if self.times is None:
            return Content()
        title = Content.assemble((self.session.details.title, "bold"))
        ended = ended_told(self.session, self.times)
        colour = "$warning" if self.times.late_seconds >= MINUTE else ""
        return spread(title, Content.assemble((ended, colour)), max(0, self.size.width - 2))

    def on_mount(self) -> None:
        """Show everything."""
        self._fill()

    def on_resize(self, event: events.Resize) -> None:
        """Lay the lines out anew."""
        self.query_one("#closing-columns").set_class(event.size.width >= WIDE, "-beside")
        self.query_one("#closing-minutes").styles.width = self._beside or "100%"
        self._fill()
        self.show_heading()

    def watch_session(self) -> None:
        """Show what is left after each act."""
        super().watch_session()
        self._fill()

    def watch_times(self, _before: Schedule | None, after: Schedule | None) -> None:
        """Show other minutes with each minute, not with each second."""
        told = _minutes_of(after) if after else ()
        if told != self._told:
            self._told = told
            self._fill()
            self.show_heading()

    def action_scroll(self, by: int) -> None:
        """Scroll a line up or down."""
        self.query_one("#closing", VerticalScroll).scroll_relative(y=by, animate=False)

    def _fill(self) -> None:
        if not self.is_mounted or self.times is None:
            return
        found = closing(self.session, self.times)
        whole, beside = max(20, self.size.width - 2 * MARGIN), self._beside
        self._show("#closing-minutes", _minutes(found, beside - MARGIN if beside else whole))
        self._show("#closing-facts", self._facts(found, min(LONGEST_LINE, whole - beside)))
        self._show("#closing-steps", self._steps(found, whole))

    @property
    def _beside(self) -> int:
        """The columns of the minutes, where the facts stand beside them; else 0."""
        width = self.size.width
        return min(WIDEST_BESIDE, max(BESIDE, width // 2)) if width >= WIDE else 0

    def _show(self, where: str, lines: list[Content]) -> None:
        self.query_one(where, Static).update(Content("\n").join(lines))

    def _facts(self, found: Closing, width: int) -> list[Content]:
        those = facts(self.session, found)
        labels = max(len(one.label) for one in those) + len(WANTING)
        lines = [Content.assemble((_(Group.SAID.value), "bold $dim"))] if self._beside else []
        for one in those:
            label = (WANTING if one.wanting else " " * len(WANTING)) + one.label
            first = Content.assemble((label.ljust(labels), "$warning" if one.wanting else "$dim"), "  ")
            lines += hanging(Content(one.told), first, width)
        return lines

    def _steps(self, found: Closing, width: int) -> list[Content]:
        lines = [Content.assemble((_("WHAT TO DO NEXT"), "bold $dim"))]
        for step in steps(self.session, found, self._file):
            lines += hanging(Content.assemble((step.purpose, "$dim")), Content("  "), width)
            lines += hanging(Content.assemble((step.command, "$accent")), Content("    "), width)
        return lines


def _minutes_of(times: Schedule) -> tuple[object, ...]:
    """Give what a person sees of a schedule."""
    ends = times.ends_at if times.state is not State.CLOSED else None
    taken = tuple(round(one.elapsed_seconds / MINUTE) for one in times.topics)
    return (times.state, ends and ends.replace(second=0, microsecond=0), taken)


def _minutes(found: Closing, width: int) -> list[Content]:
    rows = minute_rows(found)
    numbers = max(len(row[0]) for row in rows)
    spent = [_("{taken} / {planned} min").format(taken=row[2], planned=row[3]) for row in rows]
    wide, differences = max(map(len, spent)), max(len(row[4]) for row in rows)
    lines = [Content.assemble((_("MINUTES, TAKEN AND PLANNED"), "bold $dim"))]
    for row, minutes in zip(rows, spent, strict=True):
        number, title, over = row[0], row[1], row[4]
        left = Content.assemble((number.rjust(numbers), "$accent"), "  ", title)
        colour = "$warning" if over.startswith("+") else "$dim"
        right = Content.assemble(minutes.rjust(wide), "  ", (over.rjust(differences), colour))
        lines.append(spread(left, right, width))
    lines[-1] = lines[-1].stylize("bold")
    return lines
