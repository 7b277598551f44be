"""The line for somebody new, for somebody who comes instead of another, or for a name to find among those there."""

from textual import events
from textual.content import Content

from roundtable.domain.people import Participant
from roundtable.domain.text import clean
from roundtable.i18n import _
from roundtable.services import people
from roundtable.services.seating import person_typed
from roundtable.ui.at_table import AtTable
from roundtable.ui.screens.in_order import Input
from roundtable.ui.screens.table_view import TableView
from roundtable.ui.undone import shortened
from roundtable.ui.widgets.arrival_line import ArrivalLine, Wanted
from roundtable.ui.widgets.arrival_list import ArrivalList
from roundtable.ui.widgets.newcomer_read import newcomer_read

NAME_ASKED = 24  # characters of the name of somebody who is replaced


class NewcomerPage(TableView):
    """A page with the people of the table, and a line below them that is open while it is typed into."""

    def __init__(self, at: AtTable) -> None:
        super().__init__(at)
        self._replaced: Participant | None = None

    @property
    def rows(self) -> ArrivalList:
        """The rows."""
        return self.query_one(ArrivalList)

    @property
    def line(self) -> ArrivalLine:
        """The line for somebody new."""
        return self.query_one(ArrivalLine)

    def action_add(self) -> None:
        """Ask for somebody who is not on the list."""
        self._open(Wanted.NEWCOMER)

    def action_instead(self) -> None:
        """Ask who comes instead of the marked person."""
        self._replaced = self.rows.marked
        self._open(Wanted.INSTEAD if self._replaced else Wanted.NEWCOMER)

    def action_find(self) -> None:
        """Ask for a part of a name."""
        self._open(Wanted.FOUND)

    def _open(self, wanted: Wanted, text: str = "") -> None:
        name = self._replaced.name if self._replaced else ""
        questions = {
            Wanted.NEWCOMER: _("Somebody new:"),
            Wanted.INSTEAD: _("Instead of {name}:").format(name=shortened(name, NAME_ASKED)),
            Wanted.FOUND: _("Find:"),
        }
        self.line.open(wanted, questions[wanted], text)
        self.set_focus(self.line.typed)

    def on_arrival_line_typed(self, message: ArrivalLine.Typed) -> None:
        """Mark the person that is looked for."""
        message.stop()
        if self.line.wanted is Wanted.FOUND:
            self.rows.find(message.text)

    def _close(self) -> str:
        typed = self.line.close()
        self.set_focus(self.rows)
        return typed

    def _finish(self) -> None:
        wanted = self.line.wanted
        typed = self._close()
        if wanted is Wanted.FOUND:
            self.rows.find(typed)
        elif clean(typed):
            instead_of = self._replaced if wanted is Wanted.INSTEAD else None
            self.work(self._seat(wanted, typed, instead_of))

    async def _seat(self, wanted: Wanted, typed: str, instead_of: Participant | None) -> None:
        newcomer = person_typed(typed, self.session.sectors)
        arrived = await self.perform(people.arrive, newcomer, instead_of.id if instead_of else None)
        if arrived is None:  # it was told why; what was typed is kept
            if not self.line.wanted:
                self._replaced = instead_of
                self._open(wanted, typed)
            return
        self.rows.mark(arrived.participant.id)
        told = (
            _("{name} is here instead of {other} (u: back).")
            if instead_of
            else _("{name} is here (u: back).")
        )
        self.tell(told.format(name=arrived.participant.name, other=instead_of.name if instead_of else ""))

    def understood(self, typed: str) -> Content:
        """Say how what stands in the line is understood."""
        if self.line.wanted is Wanted.FOUND:
            return Content.styled(_("A part of the name; Enter stays there."), "$dim")
        replaced = self._replaced if self.line.wanted is Wanted.INSTEAD else None
        return newcomer_read(self.session, typed, replaced)

    # Keys, strictly in their order: a letter behind the one that opens the line is for the line

    def _is_ours(self, event: Input) -> bool:
        if not self.line.wanted:
            return super()._is_ours(event)
        return isinstance(event, events.Paste) or event.is_printable or event.key in self.active_bindings

    async def _act_on(self, event: Input) -> None:
        if not (self.line.wanted and self._taken_by_line(event)):
            await super()._act_on(event)

    def _taken_by_line(self, event: Input) -> bool:
        if isinstance(event, events.Paste):
            self.line.typed.insert_text_at_cursor(clean(event.text))
        elif event.key == "enter":
            self._finish()
        elif event.key == "escape":
            self._close()
        elif event.is_printable and event.character:
            self.line.typed.insert_text_at_cursor(event.character)
        else:
            return False
        return True
