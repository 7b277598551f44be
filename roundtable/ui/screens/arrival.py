"""Who is here, and how each may be told: a row a person, a key for each answer."""

from collections.abc import Iterable
from datetime import datetime
from typing import ClassVar

from rich.cells import cell_len
from textual.binding import BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from roundtable.domain.people import Attendance, Consent, Participant
from roundtable.i18n import N_, _, ngettext
from roundtable.services import people
from roundtable.services.sessions import zone_of
from roundtable.ui.at_table import AtTable
from roundtable.ui.commands import Command
from roundtable.ui.screens.newcomer_page import NewcomerPage
from roundtable.ui.screens.table_view import TableView, keys_of
from roundtable.ui.undone import shortened
from roundtable.ui.widgets.arrival_line import ArrivalLine
from roundtable.ui.widgets.arrival_list import ATTENDANCE, CONSENT, ArrivalList, Columns, heading_row
from roundtable.ui.widgets.footer import key_pairs

NAME_TOLD = 40  # characters of a name in the bottom line

COMMANDS = (
    Command(
        "came_next",
        "enter,space",
        N_("here, next"),
        N_("This person is here, unless it is known already; on to the next"),
        action="came_next",
    ),
    Command("came", "p", "", N_("This person is at the table"), action="attend('present')"),
    Command("online", "o", "", N_("This person takes part from a distance"), action="attend('online')"),
    Command("went", "l", "", N_("This person has left"), action="attend('left')"),
    Command("stayed_away", "x", "", N_("This person did not come"), action="attend('absent')"),
    Command("expected", "e", "", N_("This person is expected again"), action="attend('expected')"),
    Command("named", "n", "", N_("May be told by name"), action="allow('named')"),
    Command("by_sector", "s", "", N_("May be told by sector only"), action="allow('sector')"),
    Command("not_told", "d", "", N_("May not be told of at all"), action="allow('none')"),
    Command("not_asked", "c", "", N_("Was not asked yet how to be told"), action="allow('')"),
    Command("newcomer", "a,plus", N_("add"), N_("Add somebody who is not on the list"), action="add"),
    Command(
        "instead", "i", N_("instead"), N_("Somebody else comes instead of this person"), action="instead"
    ),
    Command("find", "slash,f", N_("find"), N_("Find a person by a part of the name"), action="find"),
    Command("everybody", "P", N_("all here"), N_("All who are still expected are here"), action="everybody"),
    Command(
        "read_out",
        "r",
        N_("read out"),
        N_("Show what to read out about consent, or hide it"),
        action="read_out",
    ),
    Command("undo", "u", N_("undo"), N_("Take back the last thing done here"), "repairs:undo"),
)
# What the commands say of somebody, in the words of the last two columns.
ATTENDING = {
    "came": Attendance.PRESENT,
    "online": Attendance.ONLINE,
    "went": Attendance.LEFT,
    "stayed_away": Attendance.ABSENT,
    "expected": Attendance.EXPECTED,
}
ALLOWING = {
    "named": Consent.NAMED,
    "by_sector": Consent.SECTOR,
    "not_told": Consent.NONE,
    "not_asked": Consent.UNASKED,
}


class ArrivalView(NewcomerPage):
    """The people of the table.

    A letter leaves the mark where it is: what is said next is of the same person, and nothing is put down for another.
    Enter goes on, and says of somebody who is still expected that they are here: ten people take ten keys.
    """

    AUTO_FOCUS = "ArrivalList"
    commands = COMMANDS
    BINDINGS: ClassVar[list[BindingType]] = [*keys_of(COMMANDS)]

    def __init__(self, at: AtTable) -> None:
        super().__init__(at)
        self._columns: Columns | None = None

    def inside(self) -> Iterable[Widget]:
        """Give the people, what is read out, and the line for somebody new."""
        yield Static(id="arrival-columns", markup=False)
        yield ArrivalList().data_bind(TableView.session)
        yield Static(id="consent-line", markup=False)
        yield Static(id="arrival-legend", markup=False)
        yield ArrivalLine(self.understood)

    def on_mount(self) -> None:
        """Say what to do where nobody is on the list yet."""
        self.query_one("#consent-line").display = False
        self.query_one("#arrival-legend", Static).update(_legend())
        self._show_columns()

    def heading(self) -> Content:
        """Count who is here, and who was not asked yet."""
        everybody = self.session.participants
        replaced = {one.instead_of for one in everybody}
        wanted = [one for one in everybody if one.id not in replaced or one.at_table]
        here = sum(one.at_table for one in wanted)
        absent = sum(one.attendance is Attendance.ABSENT for one in wanted)
        unasked = sum(
            one.consent is Consent.UNASKED and one.attendance is not Attendance.ABSENT for one in wanted
        )
        told = [
            (_("{here} of {all} here").format(here=here, all=len(wanted)), "bold"),
            (ngettext("{count} absent", "{count} absent", absent).format(count=absent) if absent else "", ""),
            (_("{count} not asked").format(count=unasked) if unasked else "", "$warning"),
        ]
        counts = Content(" · ").join(Content.styled(text, style) for text, style in told if text)
        return Content.assemble((_("WHO IS HERE"), "bold $accent"), "  ", counts)

    def watch_session(self) -> None:
        """Count anew."""
        super().watch_session()
        if self.is_mounted:
            self._show_columns()

    def on_arrival_list_resized(self, message: ArrivalList.Resized) -> None:
        """Put the headings over their columns."""
        message.stop()
        self._columns = message.columns
        self._show_columns()

    def _show_columns(self) -> None:
        shown = Content(_("Nobody is on the list yet. Press a and type a name and a sector: Jan Jansen LOG"))
        if self.session.participants:
            shown = heading_row(self._columns) if self._columns else Content()
        self.query_one("#arrival-columns", Static).update(shown)

    # What is said of the marked person

    def action_came_next(self) -> None:
        """Say that the marked person is here, where it is not known yet, and go on to the next."""
        one = self.rows.marked
        self.rows.go_on()
        if one and one.attendance is Attendance.EXPECTED:
            self.work(self._attend(one, Attendance.PRESENT))

    def action_attend(self, attendance: str) -> None:
        """Say whether the marked person is at the table."""
        if one := self.rows.marked:
            self.work(self._attend(one, Attendance(attendance)))

    def action_allow(self, form: str) -> None:
        """Say how the marked person may be told."""
        if one := self.rows.marked:
            self.work(self._allow(one, Consent(form)))

    async def _attend(self, one: Participant, attendance: Attendance) -> None:
        fresh = one.attendance is not attendance
        if not fresh or await self.perform(people.attend, one.id, attendance) is not None:
            self._tell_of(one, _(ATTENDANCE[attendance][1]), fresh=fresh)

    async def _allow(self, one: Participant, consent: Consent) -> None:
        fresh = one.consent is not consent
        if not fresh and one.consent_at:
            self._tell_since(one, _(CONSENT[consent][1]), one.consent_at)
        elif not fresh or await self.perform(people.consent, one.id, consent) is not None:
            self._tell_of(one, _(CONSENT[consent][1]), fresh=fresh)

    def _tell_since(self, one: Participant, answer: str, at: datetime) -> None:
        """Say since when somebody has given this answer, and to whom."""
        when = at.astimezone(zone_of(self.session)).strftime("%d/%m %H:%M")
        told = _("{name}: {answer}, as it was since {when}")
        if one.consent_by:
            told = _("{name}: {answer}, as it was since {when}, asked by {by}")
        name = shortened(one.name, NAME_TOLD)
        self.tell(told.format(name=name, answer=answer, when=when, by=shortened(one.consent_by, NAME_TOLD)))

    def _tell_of(self, one: Participant, answer: str, *, fresh: bool) -> None:
        """Say what was put down, and for whom."""
        told = _("{name}: {answer} (u: back)") if fresh else _("{name}: {answer}, as it was")
        self.tell(told.format(name=shortened(one.name, NAME_TOLD), answer=answer))

    def action_everybody(self) -> None:
        """Mark all who are still expected as here."""
        self.work(self._everybody())

    async def _everybody(self) -> None:
        came = await self.perform(people.everybody_came)
        if came:
            told = ngettext(
                "{count} person is here now (u: back).", "{count} people are here now (u: back).", len(came)
            )
            self.tell(told.format(count=len(came)))
        elif came is not None:
            self.tell(_("Nobody is expected any more."))

    def action_read_out(self) -> None:
        """Show what to read out about consent, in the session's language; or hide it."""
        shown = self.query_one("#consent-line", Static)
        shown.display = not shown.display
        shown.update(Content.assemble((_("READ OUT"), "bold $dim"), "\n", people.consent_line(self.session)))


def _legend() -> Content:
    """Give the keys for attendance and consent, with the words of their columns."""
    keys = {one.name: one.shown for one in COMMANDS}
    here = [(keys[name], _(ATTENDANCE[meant][1])) for name, meant in ATTENDING.items()]
    told = [(keys[name], _(CONSENT[meant][1])) for name, meant in ALLOWING.items()]
    titles = [_("Here?"), _("Told?")]
    wide = max(map(cell_len, titles))
    return Content("\n").join(
        Content.assemble(Content(title).truncate(wide, pad=True), "  ", key_pairs(pairs))
        for title, pairs in zip(titles, (here, told), strict=True)
    )
