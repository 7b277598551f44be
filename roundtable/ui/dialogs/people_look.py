"""Looking at how a list of people was understood before any of it is kept."""

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from roundtable.agendas.columns import TOLD
from roundtable.agendas.people import PeopleReading
from roundtable.domain.people import Person
from roundtable.domain.session import Session
from roundtable.i18n import _, ngettext
from roundtable.services.preparing import Foreseen, foreseen
from roundtable.ui.dialogs.dialog import Dialog

ROWS = 5
PROBLEMS = 12
HEADING = 24  # columns


class PeopleLook(Dialog[bool]):
    """A dialog that shows a list as it was read, and is left with yes where it is to be taken."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "take", show=False),
        Binding("down,j", "scroll(1)", show=False),
        Binding("up,k", "scroll(-1)", show=False),
    ]

    def __init__(self, session: Session, reading: PeopleReading, source: str) -> None:
        self._foreseen = foreseen(session, reading.people)
        self._reading = reading
        count = len(self._foreseen.new)
        added = ngettext("Enter add {count} person", "Enter add {count} people", count).format(count=count)
        keys = added + "   " + _("↑↓ look   Esc leave") if reading.people else _("Esc leave")
        super().__init__(source, keys)

    def inside(self) -> Iterable[Widget]:
        """Show columns, first rows, what it comes to, and what is doubtful."""
        with VerticalScroll(can_focus=False):
            for lines in (self._columns(), self._first(), list(_comes_to(self._foreseen)), self._problems()):
                if lines:
                    yield Static(Content("\n").join(lines), classes="look--part")

    def _columns(self) -> list[Content]:
        return [
            Content.assemble(
                Content(column.heading or "–").truncate(HEADING, ellipsis=True, pad=True),
                (" → ", "$dim"),
                (_(TOLD[column.meaning]), "bold") if column.meaning else (_("left out"), "$warning"),
            )
            for column in self._reading.columns
            if column.heading or column.meaning
        ]

    def _first(self) -> list[Content]:
        shown = [_person(one) for one in self._reading.people[:ROWS]]
        more = len(self._reading.people) - ROWS
        if more > 0:
            shown.append(Content.assemble((_("… and {count} more").format(count=more), "$dim")))
        return shown

    def _problems(self) -> list[Content]:
        found = self._reading.problems
        shown = [
            Content.assemble((f"{one.line}  ", "$dim"), (f"{one.what} {one.mend}", "$warning"))
            for one in found[:PROBLEMS]
        ]
        if len(found) > PROBLEMS:
            more = _("… and {count} more").format(count=len(found) - PROBLEMS)
            shown.append(Content.assemble((more, "$dim")))
        return shown

    def action_take(self) -> None:
        """Say yes, where there is anybody."""
        if self._reading.people:
            self.dismiss(True)

    def action_scroll(self, by: int) -> None:
        """Show what does not fit."""
        self.query_one(VerticalScroll).scroll_relative(y=by, animate=False)


def _person(one: Person) -> Content:
    rest = " · ".join(
        part for part in (one.sector, one.organisation, one.role, one.nickname, one.email) if part
    )
    return Content.assemble(one.name, (f"  {rest}" if rest else "", "$dim"))


def _comes_to(found: Foreseen) -> Iterable[Content]:
    """Say who is new, who is there already, and which sectors are made."""
    count = len(found.new)
    yield Content(ngettext("{count} person is new.", "{count} people are new.", count).format(count=count))
    if found.known:
        there = _("At the table already: {names}.").format(names=", ".join(found.known))
        yield Content(there)
    if found.sectors:
        names = ", ".join(f"{one.name} ({one.short})" for one in found.sectors)
        yield Content.assemble((_("New sectors: {names}.").format(names=names), "$warning"))
