"""Preparing an evening: when and where it is, who comes, what they are called; the agenda in an editor."""

import asyncio
from collections.abc import Callable, Collection, Mapping
from datetime import datetime
from pathlib import Path

from textual.widgets import Input, OptionList

from roundtable.agendas.paths import is_list, path_in
from roundtable.agendas.people import PeopleReading, read_pasted, read_people
from roundtable.agendas.person_line import read_person
from roundtable.domain.people import Participant, Person
from roundtable.domain.starting import read_start
from roundtable.errors import NothingToUndo, RoundtableError, StartNotUnderstood
from roundtable.i18n import N_, _, ngettext
from roundtable.i18n import told as told_error
from roundtable.services import people as service
from roundtable.services import preparing
from roundtable.storage.journal import Journal, Undone
from roundtable.ui.desk import Desk, Held
from roundtable.ui.dialogs.one_line import OneLine
from roundtable.ui.dialogs.people_file import PeopleFile
from roundtable.ui.dialogs.people_look import PeopleLook
from roundtable.ui.dialogs.person_form import PersonForm
from roundtable.ui.screens.agenda_page import AgendaPage
from roundtable.ui.widgets import preparation
from roundtable.ui.widgets.person_line import ListGiven, TablePasted
from roundtable.ui.widgets.preparation import Source, start_told

PLANS: Mapping[str, Callable[[str], preparing.Plan]] = {
    preparation.TITLE: lambda line: preparing.Plan(title=line),
    preparation.PLACE: lambda line: preparing.Plan(place=line),
    preparation.MODERATOR: lambda line: preparing.Plan(moderator=line),
}
QUESTIONS = {
    preparation.TITLE: N_("What is the evening called?"),
    preparation.PLACE: N_("Where is it?"),
    preparation.MODERATOR: N_("Who leads the discussion?"),
}


class PrepareScreen(AgendaPage):
    """A screen on a session that has not begun; `begins` says, once it is left, whether the table is to be opened.

    With a `PendingDesk` nothing is kept until something is done here that is worth it. With `edits` the agenda is
    opened in the editor at once.
    """

    def __init__(
        self,
        desk: Desk,
        held: Held,
        moment: Callable[[], datetime],
        source: Source,
        *,
        edits: bool = False,
    ) -> None:
        super().__init__(desk, held, moment, source)
        self.begins = False
        self._edits = edits

    async def on_mount(self) -> None:
        """Open the agenda, where that was asked for; what the pages below do is done as well."""
        if self._edits:
            self.action_edit_agenda()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Do what the row says."""
        event.stop()
        self._choose()

    def _choose(self) -> None:
        if self._marked() == preparation.BEGIN:
            self.action_begin()
        else:
            self.action_edit()

    def action_edit(self) -> None:
        """Edit what is marked: a person, a fact of the evening, else the agenda."""
        marked = self._marked()
        if marked in QUESTIONS:
            self.work(self._ask_for(marked))
        elif marked == preparation.START:
            self.work(self._ask_for_start())
        elif person := self.session.of(Participant).get(marked):
            self.work(self._correct(person))
        else:
            self.action_edit_agenda()

    async def _ask_for(self, what: str) -> None:
        line = await self.ask(OneLine(_(QUESTIONS[what]), getattr(self.session.details, what)))
        if line is not None:
            await self.perform(preparing.plan, PLANS[what](line))

    async def _ask_for_start(self) -> None:
        today = self.moment().astimezone(self.zone).date()

        def understood(line: str) -> tuple[str, bool]:
            found = read_start(line, today)
            if found is None:
                return told_error(StartNotUnderstood(said=line)), False
            return start_told(self.session, preparing.started(self.session, found)), True

        details = self.session.details
        planned = details.start.astimezone(self.zone) if details.start else None
        day = f"{datetime.fromisoformat(details.date):%d/%m/%Y}" if details.date else ""
        line = f"{day} {planned:%H:%M}" if planned else day
        said = await self.ask(OneLine(_("When does it begin?"), line, understood))
        if said is not None:
            await self.perform(preparing.plan, preparing.Plan(starting=read_start(said, today)))

    async def _correct(self, one: Participant) -> None:
        sector = next((each.short for each in self.session.sectors if each.id == one.sector), "")
        known = Person(one.name, sector, one.organisation, one.role, one.nickname, one.email, one.consent)
        wanted = await self.ask(PersonForm(known))
        if wanted is not None and wanted != known:
            await self.perform(preparing.correct_person, one.id, wanted)

    def action_add(self) -> None:
        """Go to the line in which people are added."""
        self.set_focus(self.adding)  # at once: the next letter belongs to it

    def on_input_changed(self, event: Input.Changed) -> None:
        """Say how the line is understood."""
        event.stop()
        self._show_about()

    async def _run(self, key: str) -> None:
        # The list would tell of it by a message, and the letters behind it would act before that comes.
        if key == "enter":
            self.action_enter()
        else:
            await super()._run(key)

    def action_enter(self) -> None:
        """Add who stands in the line, which stays open for the next; in the list, do what the row says."""
        if not self._adds:
            self._choose()
            return
        line = self.adding.value
        self.adding.clear()  # at once: the letters behind it belong to the next
        path = path_in(line)
        if path and is_list(path):
            self.work(self._look_at_file(path))
        elif line.strip():
            self.work(self._add(line))
        else:
            self.set_focus(self.query_one("#prepared"))

    async def _add(self, line: str) -> None:
        added = await self.perform(service.add_person, read_person(line))
        if added is None:
            if not self.adding.value:
                self.adding.put_in(line)
            return
        self._mark(added.participants[-1].id)
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
        if person := self.session.of(Participant).get(self._marked()):
            self.work(self._remove(person))

    async def _remove(self, one: Participant) -> None:
        if await self.perform(preparing.uninvite, one.id):
            self.tell(_("{name} is off the list; u brings them back.").format(name=one.name))

    def action_nickname(self) -> None:
        """Take the nickname that is proposed for who is marked."""
        if self._marked() in self._awkward:
            self.work(self._take_nicknames(frozenset({self._marked()})))

    def action_nicknames(self) -> None:
        """Take all nicknames that are proposed."""
        self.work(self._take_nicknames(frozenset(self._awkward)))

    async def _take_nicknames(self, people: Collection[str]) -> None:
        taken = await self.perform(preparing.take_nicknames, people) if people else None
        if taken:
            count = len(people)
            self.tell(
                ngettext("{count} nickname taken.", "{count} nicknames taken.", count).format(count=count)
            )

    def action_undo(self) -> None:
        """Take back the last thing done here."""
        self.work(self._undo())

    async def _undo(self) -> None:
        if not self.made:
            self.tell(told_error(NothingToUndo()), warning=True)
        elif await self.perform(_take_back):
            self.tell(_("Taken back."))

    # Leaving

    def action_begin(self) -> None:
        """Leave for the live table."""
        self.work(self._leave(begins=True))

    def action_keep(self) -> None:
        """Keep what is prepared, and go back."""
        self.work(self._leave(begins=False))

    async def _leave(self, *, begins: bool) -> None:
        if await self.perform(preparing.keep):
            self.begins = begins
            self.dismiss()

    def action_leave(self) -> None:
        """Go from the line to the list, and from there back."""
        if self._adds:
            self.set_focus(self.query_one("#prepared"))
        else:
            self.dismiss()


def _take_back(journal: Journal, uid: str) -> Undone:
    return journal.undo(uid)
