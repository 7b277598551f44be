"""Preparing an evening: when and where it is, who comes, what they are called; the agenda in an editor."""

import asyncio
from collections.abc import Callable, Collection, Coroutine, Mapping
from datetime import datetime
from pathlib import Path
from typing import ClassVar

from textual import events
from textual.app import ComposeResult, SuspendNotSupported
from textual.binding import Binding, BindingType
from textual.command import Provider
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from roundtable.agendas.own import own_copy
from roundtable.agendas.paths import is_list, path_in
from roundtable.agendas.people import PeopleReading, read_pasted, read_people
from roundtable.agendas.person_line import read_person
from roundtable.agendas.reader import Reading, read_agenda_file
from roundtable.domain.awkward import Awkward, nicknames
from roundtable.domain.people import Participant, Person
from roundtable.domain.starting import read_start
from roundtable.errors import NothingToUndo, RoundtableError, StartNotUnderstood
from roundtable.i18n import N_, _, ngettext
from roundtable.i18n import told as told_error
from roundtable.services import people as service
from roundtable.services import preparing
from roundtable.storage.journal import Journal, Undone
from roundtable.ui.commands import Command
from roundtable.ui.desk import Desk, Held
from roundtable.ui.dialogs.one_line import OneLine
from roundtable.ui.dialogs.people_file import PeopleFile
from roundtable.ui.dialogs.people_look import PeopleLook
from roundtable.ui.dialogs.person_form import PersonForm
from roundtable.ui.editor import write_in_editor
from roundtable.ui.palette import ViewCommands
from roundtable.ui.pending_desk import PendingDesk
from roundtable.ui.screens.session_screen import SessionScreen
from roundtable.ui.screens.table_view import keys_of
from roundtable.ui.widgets import preparation
from roundtable.ui.widgets.footer import key_pairs
from roundtable.ui.widgets.lines import spread
from roundtable.ui.widgets.person_line import ListGiven, PersonLine, TablePasted
from roundtable.ui.widgets.preparation import Source, start_told
from roundtable.ui.widgets.too_small import LEAST_HEIGHT, LEAST_WIDTH, TooSmall

EDGES = 4  # columns beside the rows
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
ACTS = (
    Command("prepare_begin", "b", N_("begin"), N_("Begin the evening: open the live table"), action="begin"),
    Command("prepare_edit", "e", N_("edit"), N_("Edit what is marked; elsewhere, the agenda"), action="edit"),
    Command("prepare_add", "a", N_("add"), N_("Add people one by one"), action="add"),
    Command(
        "prepare_file", "f", N_("file"), N_("Add the people of a file (XLSX or CSV)"), action="people_file"
    ),
    Command("prepare_remove", "x", N_("remove"), N_("Take somebody off the list"), action="remove"),
    Command(
        "prepare_nickname",
        "n",
        "",
        N_("Take the nickname that is proposed for who is marked"),
        action="nickname",
    ),
    Command(
        "prepare_nicknames",
        "N",
        N_("nicknames"),
        N_("Take all nicknames that are proposed"),
        action="nicknames",
    ),
    Command("prepare_undo", "u,ctrl+z", N_("undo"), N_("Take back the last thing done here"), action="undo"),
    Command("prepare_agenda", "E", N_("agenda"), N_("Open the agenda in your editor"), action="edit_agenda"),
    Command("prepare_keep", "s", N_("keep"), N_("Keep it as prepared, and go back"), action="keep"),
)


class PrepareScreen(SessionScreen):
    """A screen on a session that has not begun; `begins` says, once it is left, whether the table is to be opened.

    With a `PendingDesk` nothing is kept until something is done here that is worth it.
    """

    commands: ClassVar[tuple[Command, ...]] = ACTS
    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = {ViewCommands}
    HORIZONTAL_BREAKPOINTS = [(0, "-too-narrow"), (LEAST_WIDTH, "-narrow"), (100, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-too-low"), (LEAST_HEIGHT, "-short"), (30, "-tall")]
    BINDINGS: ClassVar[list[BindingType]] = [
        *keys_of(ACTS),
        Binding("j", "move(1)", show=False),
        Binding("k", "move(-1)", show=False),
    ]

    def __init__(
        self, desk: Desk, held: Held, moment: Callable[[], datetime], source: Source, *, edits: bool = False
    ) -> None:
        super().__init__(desk, held, moment)
        self.source = source
        self.begins = False
        self._edits = edits  # the agenda is opened at once
        self.rows: list[preparation.Row] = []
        self._awkward: dict[str, Awkward] = {}
        self._seen = _written(source.path)
        self._agenda_read = source.reading.agenda if source.reading else None
        self._reading_again = asyncio.Lock()

    def compose(self) -> ComposeResult:
        """Put the list beside the agenda, and the line for people below both."""
        yield Static(id="heading", markup=False)
        with Horizontal(id="preparation"):
            yield OptionList(id="prepared", compact=True, markup=False)
            with VerticalScroll(id="plan", can_focus=False):
                yield Static(id="plan-text", markup=False)
        yield Static(id="about", markup=False)
        line = PersonLine(placeholder=_("name, sector, organisation, role"), compact=True, id="adding")
        line.cursor_blink = False
        yield line
        yield Static(id="view-keys", markup=False)
        yield TooSmall()

    async def on_mount(self) -> None:
        """Mark what begins the evening; what the screens of all sessions do is done as well."""
        self.set_focus(self.query_one("#prepared"))
        if self._edits:
            self.action_edit_agenda()

    # What is shown

    @property
    def made(self) -> bool:
        """Whether the session is in the file."""
        return not isinstance(self.desk, PendingDesk) or self.desk.kept

    def watch_session(self) -> None:
        """Show the evening anew."""
        self._show()

    def on_resize(self) -> None:
        """Fill the rows anew at another width."""
        self.call_after_refresh(self._show)

    def _show(self) -> None:
        if not self.is_mounted:
            return
        self._awkward = nicknames(self.session)
        offered = self.query_one("#prepared", OptionList)
        marked, place = self._marked(), offered.highlighted or 0
        width = max(20, offered.size.width - EDGES)
        self.rows = preparation.rows_of(self.session, self.source, self._awkward, width)
        offered.set_options([Option(row.shown, disabled=not row.key) for row in self.rows])
        keys = [row.key for row in self.rows]
        offered.highlighted = keys.index(marked) if marked in keys and marked else min(place, len(keys) - 1)
        panel = self.query_one("#plan")
        plan = preparation.plan_of(self.session, self.source.problems, max(16, panel.size.width - 3))
        self.query_one("#plan-text", Static).update(plan)
        self._show_heading()
        self._show_about()

    def _show_heading(self) -> None:
        kept = _("prepared · {slug}").format(slug=self.session.details.slug)
        state = Content.assemble(
            (kept if self.made else _("nothing is kept yet"), "$accent" if self.made else "$dim")
        )
        title = Content.assemble((_("PREPARE"), "bold $accent"), "  ", (self.session.details.title, "bold"))
        self.query_one("#heading", Static).update(spread(title, state, max(10, self.size.width - 2)))

    def watch_told(self) -> None:
        """Say something in passing, or show the keys."""
        self._show_keys()

    def _show_keys(self) -> None:
        if not self.is_mounted:
            return
        line = self.query_one("#view-keys", Static)
        if self.told:
            line.update(Content.assemble((self.told.sentence, "$warning" if self.told.warning else "$text")))
        elif self._adds:
            pairs = [
                ("Enter", _("add")),
                ("Esc", _("back to the list")),
                (_("paste"), _("a table or a file")),
            ]
            line.update(key_pairs(pairs))
        else:
            labelled = [
                one for one in self.commands if one.label and (one.action != "nicknames" or self._awkward)
            ]
            pairs = [(one.shown, _(one.label)) for one in labelled]
            last = [("?", _("help")), ("q", _("back"))]
            while len(pairs) > 1 and key_pairs([*pairs, *last]).cell_length > self.size.width - 2:
                pairs.pop()
            line.update(key_pairs([*pairs, *last]))

    def _show_about(self) -> None:
        """Say how the line is understood, or more of who is marked."""
        line = self.query_one("#adding", Input).value
        person = self.session.of(Participant).get(self._marked())
        about = Content()
        if self._adds and line.strip():
            about = self._understood(line)
        elif person and not self._adds:
            about = self._told_of(person)
        elif self._marked() == preparation.AGENDA and self.source.path:
            about = Content.assemble((str(self.source.path), "$dim"))
        self.query_one("#about", Static).update(about)
        self._show_keys()

    def _understood(self, line: str) -> Content:
        one = read_person(line)
        known = {name.casefold() for sector in self.session.sectors for name in (sector.short, sector.name)}
        parts = [Content.assemble((one.name or "?", "bold"))]
        if one.sector:
            new = one.sector.casefold() not in known
            parts.append(
                Content.assemble((_("{sector} (a new sector)").format(sector=one.sector), "$warning"))
                if new
                else Content(one.sector)
            )
        parts += [Content(part) for part in (one.organisation, one.role, one.email) if part]
        return Content.assemble("  ", Content(" · ").join(parts))

    def _told_of(self, one: Participant) -> Content:
        if found := self._awkward.get(one.id):
            told = _("{name}: {why}. n takes the nickname “{nickname}”.")
            why = preparing.why_awkward(found)
            return Content.assemble(
                (told.format(name=one.name, why=why, nickname=found.nickname), "$warning")
            )
        parts = (one.name, one.nickname, one.organisation, one.role, one.email)
        return Content.assemble((" · ".join(part for part in parts if part), "$dim"))

    # What keys and clicks do

    @property
    def _adds(self) -> bool:
        return isinstance(self.focused, PersonLine)

    def _marked(self) -> str:
        place = self.query_one("#prepared", OptionList).highlighted
        return self.rows[place].key if place is not None and place < len(self.rows) else ""

    def on_descendant_focus(self) -> None:
        """Show the keys of where one is."""
        self.call_after_refresh(self._show_about)

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Say more of what is marked."""
        event.stop()
        self._show_about()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Do what the row says."""
        event.stop()
        if self._marked() == preparation.BEGIN:
            self.action_begin()
        else:
            self.action_edit()

    def action_move(self, by: int) -> None:
        """Mark another row."""
        offered = self.query_one("#prepared", OptionList)
        if by > 0:
            offered.action_cursor_down()
        else:
            offered.action_cursor_up()

    def action_edit(self) -> None:
        """Edit what is marked: a person, a fact of the evening, else the agenda."""
        marked = self._marked()
        if marked in QUESTIONS:
            self._work(self._ask_for(marked))
        elif marked == preparation.START:
            self._work(self._ask_for_start())
        elif person := self.session.of(Participant).get(marked):
            self._work(self._correct(person))
        else:
            self.action_edit_agenda()

    def _work(self, act: Coroutine[None, None, None]) -> None:
        self.run_worker(act, group="preparing")

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
        self.set_focus(self.query_one("#adding"))  # at once: the next letter belongs to it

    def on_input_changed(self, event: Input.Changed) -> None:
        """Say how the line is understood."""
        event.stop()
        self._show_about()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Add who stands in the line; the line stays open for the next."""
        event.stop()
        path = path_in(event.value)
        if path and is_list(path):
            event.input.clear()
            self._work(self._look_at_file(path))
        elif event.value.strip():
            self._work(self._add(event.value))
        else:
            self.set_focus(self.query_one("#prepared"))

    async def _add(self, line: str) -> None:
        person, field = read_person(line), self.query_one("#adding", Input)
        if field.value == line:
            field.clear()  # the next may be typed while this one is stored
        added = await self.perform(service.add_person, person)
        if added is None:
            field.value = field.value or line
            field.cursor_position = len(field.value)
            return
        self._mark(added.participants[-1].id)
        self.tell(_("{name} is added.").format(name=added.participants[-1].name))

    def _mark(self, key: str) -> None:
        keys = [row.key for row in self.rows]
        if key in keys:
            self.query_one("#prepared", OptionList).highlighted = keys.index(key)

    def on_paste(self, event: events.Paste) -> None:
        """Take a paste into the list as one into the line."""
        event.stop()
        line = self.query_one("#adding", PersonLine)
        self.set_focus(line)
        line.take_paste(event.text)

    def on_table_pasted(self, event: TablePasted) -> None:
        """Look at a table that was pasted."""
        event.stop()
        self._work(self._look(lambda: read_pasted(event.text), _("What was pasted")))

    def on_list_given(self, event: ListGiven) -> None:
        """Look at a file that was dropped."""
        event.stop()
        self._work(self._look_at_file(event.path))

    def action_people_file(self) -> None:
        """Ask for a file, and look at it."""
        self._work(self._ask_for_file())

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
            self._work(self._remove(person))

    async def _remove(self, one: Participant) -> None:
        if await self.perform(preparing.uninvite, one.id):
            self.tell(_("{name} is off the list; u brings them back.").format(name=one.name))

    def action_nickname(self) -> None:
        """Take the nickname that is proposed for who is marked."""
        if self._marked() in self._awkward:
            self._work(self._take_nicknames(frozenset({self._marked()})))

    def action_nicknames(self) -> None:
        """Take all nicknames that are proposed."""
        self._work(self._take_nicknames(frozenset(self._awkward)))

    async def _take_nicknames(self, people: Collection[str]) -> None:
        taken = await self.perform(preparing.take_nicknames, people) if people else None
        if taken:
            count = len(people)
            self.tell(
                ngettext("{count} nickname taken.", "{count} nicknames taken.", count).format(count=count)
            )

    def action_undo(self) -> None:
        """Take back the last thing done here."""
        self._work(self._undo())

    async def _undo(self) -> None:
        if not self.made:
            self.tell(told_error(NothingToUndo()), warning=True)
        elif await self.perform(_take_back):
            self.tell(_("Taken back."))

    # The agenda

    def action_edit_agenda(self) -> None:
        """Open the agenda in the editor, and read it again afterwards."""
        self._work(self._edit_agenda())

    async def _edit_agenda(self) -> None:
        if self.source.path is None:
            self.tell(
                _("The file of this agenda is not found; topics can still be added at the table."),
                warning=True,
            )
            return
        try:
            path = await asyncio.to_thread(own_copy, self.source.path)
            self.source = Source(path, self.source.reading)
            with self.app.suspend():
                write_in_editor(path)
        except SuspendNotSupported:
            self.tell(
                _("No editor can be opened here. Change {file} elsewhere; it is read again.").format(
                    file=path
                )
            )
        except RoundtableError as error:
            self.tell(told_error(error), warning=True)
        await self.read_again()

    def _tick(self) -> None:
        # An editor with a window of its own comes back at once; what it writes later counts as well.
        super()._tick()
        if self.source.path and self._seen != _written(self.source.path) and not self._reading_again.locked():
            self._work(self.read_again())

    async def read_again(self) -> None:
        """Read the agenda again: its problems are shown, and what it says is taken; unreadable, all stays as it was."""
        async with self._reading_again:
            path = self.source.path
            if path is None:
                return
            self._seen = _written(path)
            try:
                reading = await asyncio.to_thread(read_agenda_file, path)
            except RoundtableError as error:
                self.tell(told_error(error), warning=True)
                return
            self.source = Source(path, reading)
            if not reading.agenda.topics and self.session.topics:
                self.tell(_("The agenda has no topics now; what was prepared stays as it was."), warning=True)
            elif reading.agenda != self._agenda_read:
                await self._take_agenda(reading)
            self._show()

    async def _take_agenda(self, reading: Reading) -> None:
        before, self._agenda_read = self._agenda_read, reading.agenda
        if isinstance(self.desk, PendingDesk) and not self.desk.kept:
            self.desk.draft_anew(reading.agenda)
            self.take(await self.desk.read())
        elif await self.perform(preparing.take_agenda, before, reading.agenda) is None:
            return
        count = len(reading.problems)
        told = ngettext("{count} problem", "{count} problems", count).format(count=count)
        self.tell(_("The agenda was read again: {told}.").format(told=told if count else _("it is fine")))

    # Leaving

    def action_begin(self) -> None:
        """Leave for the live table."""
        self._work(self._leave(begins=True))

    def action_keep(self) -> None:
        """Keep what is prepared, and go back."""
        self._work(self._leave(begins=False))

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

    def action_help(self) -> None:
        """Show all keys."""
        from roundtable.ui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen())


def _take_back(journal: Journal, uid: str) -> Undone:
    return journal.undo(uid)


def _written(path: Path | None) -> tuple[int, int]:
    """Give what tells that a file was written: when, and how long it is."""
    try:
        found = path.stat() if path else None
    except OSError:
        return (0, 0)
    return (found.st_mtime_ns, found.st_size) if found else (0, 0)
