"""Preparing an evening: when and where it is, who comes, what they are called; the agenda in an editor."""

from collections.abc import Callable, Mapping
from datetime import datetime
from time import monotonic

from textual.widgets import OptionList

from roundtable.domain.people import Participant, Person
from roundtable.domain.starting import read_start
from roundtable.errors import NothingToUndo, StartNotUnderstood
from roundtable.i18n import N_, _
from roundtable.i18n import told as told_error
from roundtable.services import preparing, rehearsal
from roundtable.storage.journal import Journal, Undone
from roundtable.ui.desk import Desk, Held
from roundtable.ui.dialogs.one_line import OneLine
from roundtable.ui.dialogs.person_form import PersonForm
from roundtable.ui.screens.inviting_page import InvitingPage
from roundtable.ui.widgets import preparation
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

LEAST, MOST = 0.7, 15.0  # seconds between the two times that Enter is pressed to begin with nobody


class PrepareScreen(InvitingPage):
    """A screen on a session that has not begun.

    Once it is left, `begins` says whether its table is to be opened, `rehearsal` (a uid) that of which rehearsal.
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
        self.rehearsal = ""
        self.least = LEAST
        self._asked_at: float | None = None  # when it was said that nobody is invited yet
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
        if self.prepared.marked != preparation.BEGIN:
            self.action_edit()
        elif self.session.participants or self._asked_before():
            self.action_begin()

    def _asked_before(self) -> bool:
        """Say that nobody is invited yet; tell whether that was said, and could be read, before."""
        now, before = monotonic(), self._asked_at
        if before is not None and self.least <= now - before <= MOST:
            return True
        self._asked_at = now
        self.tell(_("Nobody is invited yet. Enter again begins anyway."), warning=True)
        return False

    def action_edit(self) -> None:
        """Edit what is marked: a person, a fact of the evening, else the agenda."""
        marked = self.prepared.marked
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

    async def _run(self, key: str) -> None:
        # The list would tell of it by a message, and the letters behind it would act before that comes.
        if key == "enter":
            self.action_enter()
        else:
            await super()._run(key)

    def action_enter(self) -> None:
        """Add who stands in the line, which stays open for the next; in the list, do what the row says."""
        if self.writing:
            self.add_typed()
        else:
            self._choose()

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

    def action_rehearse(self) -> None:
        """Make a rehearsal of the evening, and leave for its table."""
        self.work(self._rehearse())

    async def _rehearse(self) -> None:
        if made := await self.perform(rehearsal.rehearse):
            self.rehearsal = made
            self.dismiss()

    def action_keep(self) -> None:
        """Keep what is prepared, and go back."""
        self.work(self._leave(begins=False))

    async def _leave(self, *, begins: bool) -> None:
        if await self.perform(preparing.keep):
            self.begins = begins
            self.dismiss()

    def action_leave(self) -> None:
        """Go from the line to the list, and from there back."""
        if self.writing:
            self.set_focus(self.prepared)
        else:
            self.dismiss()


def _take_back(journal: Journal, uid: str) -> Undone:
    return journal.undo(uid)
