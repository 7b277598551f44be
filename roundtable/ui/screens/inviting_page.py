"""Who is to come: added one by one, from a table or a file; taken off the list; given a nickname."""

import asyncio
from collections.abc import Callable, Collection
from pathlib import Path

from textual.widgets import Input

from roundtable.agendas.paths import is_list, path_in
from roundtable.agendas.people import PeopleReading, read_pasted, read_people
from roundtable.domain.people import Participant
from roundtable.errors import RoundtableError
from roundtable.i18n import _, ngettext
from roundtable.i18n import told as told_error
from roundtable.services import people as service
from roundtable.services import preparing
from roundtable.services.seating import person_typed
from roundtable.ui.dialogs.people_file import PeopleFile
from roundtable.ui.dialogs.people_look import PeopleLook
from roundtable.ui.screens.agenda_page import AgendaPage
from roundtable.ui.widgets.person_line import ListGiven, TablePasted


class InvitingPage(AgendaPage):
    """A preparation whose list of people is filled and put right."""

    def action_add(self) -> None:
        """Go to the line in which people are added."""
        self.set_focus(self.adding)  # at once: the next letter belongs to it

    def on_input_changed(self, event: Input.Changed) -> None:
        """Say how the line is understood."""
        event.stop()
        self._show_about()

    def add_typed(self) -> None:
        """Add who stands in the line, or look at the file that it names; where it is empty, go to the list."""
        line = self.adding.value
        self.adding.clear()  # at once: the letters behind it belong to the next
        path = path_in(line)
        if path and is_list(path):
            self.work(self._look_at_file(path))
        elif line.strip():
            self.work(self._add(line))
        else:
            self.set_focus(self.prepared)

    async def _add(self, line: str) -> None:
        added = await self.perform(service.add_person, person_typed(line, self.session.sectors))
        if added is None:
            if not self.adding.value:
                self.adding.put_in(line)
            return
        self.prepared.mark(added.participants[-1].id)
        self.tell(_("{name} is added.").format(name=added.participants[-1].name))

    def on_table_pasted(self, event: TablePasted) -> None:
        """Look at a table that was pasted."""
        event.stop()
        self.work(self._look(lambda: read_pasted(event.text), _("What was pasted")))

    def on_list_given(self, event: ListGiven) -> None:
        """Look at a file that was dropped."""
        event.stop()
        self.work(self._look_at_file(event.path))

    def action_people_file(self) -> None:
        """Ask for a file, and look at it."""
        self.work(self._ask_for_file())

    async def _ask_for_file(self) -> None:
        path = await self.ask(PeopleFile())
        if path is not None:
            await self._look_at_file(path)

    async def _look_at_file(self, path: Path) -> None:
        await self._look(lambda: read_people(path), path.name)

    async def _look(self, read: Callable[[], PeopleReading], source: str) -> None:
        try:
            reading = await asyncio.to_thread(read)
        except RoundtableError as error:
            self.tell(told_error(error), warning=True)
            return
        if not await self.ask(PeopleLook(self.session, reading, source)):
            return
        invited = await self.perform(service.invite, reading.people)
        if invited:
            count = len(invited.new)
            self.tell(ngettext("{count} person added.", "{count} people added.", count).format(count=count))

    def action_remove(self) -> None:
        """Take who is marked off the list."""
        if person := self.session.of(Participant).get(self.prepared.marked):
            self.work(self._remove(person))

    async def _remove(self, one: Participant) -> None:
        if await self.perform(preparing.uninvite, one.id):
            self.tell(_("{name} is off the list; u brings them back.").format(name=one.name))

    def action_nickname(self) -> None:
        """Take the nickname that is proposed for who is marked."""
        if self.prepared.marked in self.prepared.awkward:
            self.work(self._take_nicknames(frozenset({self.prepared.marked})))

    def action_nicknames(self) -> None:
        """Take all nicknames that are proposed."""
        self.work(self._take_nicknames(frozenset(self.prepared.awkward)))

    async def _take_nicknames(self, people: Collection[str]) -> None:
        taken = await self.perform(preparing.take_nicknames, people) if people else None
        if taken:
            count = len(people)
            self.tell(
                ngettext("{count} nickname taken.", "{count} nicknames taken.", count).format(count=count)
            )
