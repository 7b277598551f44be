"""The people of the table, a row each: who is there, and how each may be told."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from roundtable.domain.people import Attendance, Consent, Participant, Sector
from roundtable.domain.session import Session
from roundtable.domain.text import folded
from roundtable.i18n import N_, _
from roundtable.ui.themes import sector_colour

# A sign for each, so that nothing hangs on a colour.
ATTENDANCE = {
    Attendance.EXPECTED: ("·", N_("expected"), "$warning"),
    Attendance.PRESENT: ("●", N_("present"), "$accent"),
    Attendance.ONLINE: ("◐", N_("online"), "$accent"),
    Attendance.LEFT: ("←", N_("left"), "$dim"),
    Attendance.ABSENT: ("×", N_("absent"), "$dim"),
}
CONSENT = {
    Consent.UNASKED: ("?", N_("not asked"), "$warning"),
    Consent.NAMED: ("●", N_("by name"), "$text"),
    Consent.SECTOR: ("◐", N_("by sector"), "$text"),
    Consent.NONE: ("×", N_("not told of"), "$text"),
}
GAP = 2  # columns between two
MARGIN = 1  # at each end of a row
MARK = "▌"  # before the marked row, for where no colour shows it
SHORT = 8  # columns that a sector's short name may take
LEAST_NAME = 12


@dataclass(frozen=True, slots=True)
class Columns:
    """How wide each column is."""

    name: int
    sector: int
    organisation: int
    attendance: int
    consent: int

    @classmethod
    def of(cls, session: Session, width: int) -> "Columns":
        """Share a width: names go first, and organisations take what is left."""
        sector = min(SHORT, _widest(one.short for one in session.sectors))
        attendance = _widest([_("Here?"), *(f"· {_(word)}" for _sign, word, _colour in ATTENDANCE.values())])
        consent = _widest([_("Told?"), *(f"· {_(word)}" for _sign, word, _colour in CONSENT.values())])
        rest = max(0, width - 2 * MARGIN - sector - attendance - consent - 4 * GAP)
        names = max(LEAST_NAME, _widest(one.name for one in session.participants))
        beside = _widest(beside_name(session, one) for one in session.participants)
        name = min(names, max(rest - beside, rest * 3 // 5))
        # No wider than it has to be: an eye that follows a row across a wide screen ends up on another.
        organisation = max(beside, cell_len(_("Organisation"))) if beside else 0
        return cls(name, sector, max(0, min(organisation, rest - name)), attendance, consent)


def _widest(texts: Iterable[str]) -> int:
    return max((cell_len(text) for text in texts), default=0)


def beside_name(session: Session, one: Participant) -> str:
    """Say whom somebody came instead of, and where they work."""
    replaced = session.of(Participant).get(one.instead_of or "")
    instead = _("instead of {name}").format(name=replaced.name) if replaced else ""
    return " · ".join(part for part in (instead, one.organisation) if part)


def heading_row(columns: Columns) -> Content:
    """Give what stands above the columns."""
    cells = [
        Content(_("Name")).truncate(columns.name, ellipsis=True, pad=True),
        Content(" " * columns.sector),
        Content(_("Organisation")).truncate(columns.organisation, ellipsis=True, pad=True),
        Content(_("Here?")).truncate(columns.attendance, pad=True),
        Content(_("Told?")).truncate(columns.consent, pad=True),
    ]
    return Content.assemble(" " * MARGIN, Content(" " * GAP).join(cells)).stylize("$dim")


def person_row(session: Session, one: Participant, columns: Columns) -> Content:
    """Give somebody's row."""
    places = {sector.id: place for place, sector in enumerate(session.sectors)}
    sector = session.of(Sector).get(one.sector or "")
    short, colour = (
        (sector.short, sector_colour(places[sector.id])) if sector and sector.id in places else ("", "")
    )
    gone = one.attendance in {Attendance.LEFT, Attendance.ABSENT}
    sign, word, shade = ATTENDANCE[one.attendance]
    consent_sign, consent_word, consent_shade = CONSENT[one.consent]
    if gone:
        consent_shade = "$dim"
    cells = [
        Content.styled(one.name, "$dim" if gone else "$text").truncate(columns.name, ellipsis=True, pad=True),
        Content.styled(short, f"bold {colour}" if colour else "").truncate(
            columns.sector, ellipsis=True, pad=True
        ),
        Content.styled(beside_name(session, one), "$dim").truncate(
            columns.organisation, ellipsis=True, pad=True
        ),
        Content.styled(f"{sign} {_(word)}", shade).truncate(columns.attendance, ellipsis=True, pad=True),
        Content.styled(f"{consent_sign} {_(consent_word)}", consent_shade).truncate(
            columns.consent, ellipsis=True, pad=True
        ),
    ]
    return Content.assemble(" " * MARGIN, Content(" " * GAP).join(cells))


class ArrivalList(OptionList):
    """The rows; the marked one stays the same person whatever comes and goes around it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("k", "cursor_up", show=False),
        Binding("j", "cursor_down", show=False),
        Binding("enter,space", "screen.came_next", show=False),
    ]

    session: reactive[Session | None] = reactive(None, always_update=True, layout=False)

    class Resized(Message):
        """The rows are as wide as these columns say."""

        def __init__(self, columns: Columns) -> None:
            super().__init__()
            self.columns = columns

    def __init__(self) -> None:
        super().__init__(compact=True, markup=False)
        self._shown: list[tuple[str, Content]] = []
        self._columns: Columns | None = None

    @property
    def marked(self) -> Participant | None:
        """Whoever is marked."""
        key = self.highlighted_option.id if self.highlighted_option else None
        return self.session.of(Participant).get(key or "") if self.session else None

    def watch_session(self) -> None:
        """Show the new state."""
        self._lay_out()

    def on_resize(self, event: events.Resize) -> None:
        """Lay out anew at another width."""
        event.stop()
        self._lay_out()

    def _lay_out(self) -> None:
        width = self.scrollable_content_region.width
        if self.session is None or not width:
            return
        session, columns = self.session, Columns.of(self.session, width)
        if columns != self._columns:
            self._columns = columns
            self.post_message(self.Resized(columns))
        rows = [(one.id, person_row(session, one, columns)) for one in session.participants]
        if [key for key, _row in rows] != [key for key, _row in self._shown]:
            self._replace(rows)
        else:
            for place, (row, shown) in enumerate(zip(rows, self._shown, strict=True)):
                if row != shown:
                    self.replace_option_prompt_at_index(place, row[1])
        self._shown = rows

    def _replace(self, rows: list[tuple[str, Content]]) -> None:
        before = self.highlighted_option.id if self.highlighted_option else None
        self.set_options(Option(shown, id=key) for key, shown in rows)
        if rows:
            keys = [key for key, _row in rows]
            self.highlighted = keys.index(before) if before in keys else 0

    def render_line(self, y: int) -> Strip:
        """Give one line of what is seen, with a mark before the marked row; each row is one line."""
        strip = super().render_line(y)
        first = next(iter(strip), None)
        if first is None or self.scroll_offset.y + y != self.highlighted:
            return strip
        return Strip([Segment(MARK, first.style), *strip.crop(MARGIN)])

    def mark(self, key: str) -> None:
        """Mark somebody (an id) who has a row."""
        keys = [known for known, _row in self._shown]
        if key in keys:
            self.highlighted = keys.index(key)

    def find(self, typed: str) -> bool:
        """Mark the first of whose name a word begins with what is typed, else has it within; tell whether any."""
        wanted = folded(typed.strip())
        people = self.session.participants if self.session and wanted else ()
        for fits in (_begins, _contains):
            for one in people:
                if fits(one, wanted):
                    self.mark(one.id)
                    return True
        return False

    def go_on(self) -> None:
        """Mark the next one; the last stays."""
        if self.highlighted is not None:
            self.highlighted = min(self.highlighted + 1, self.option_count - 1)

    def action_cursor_up(self) -> None:
        """Mark the one before; the first stays."""
        if self.highlighted:
            self.highlighted -= 1

    def action_cursor_down(self) -> None:
        """Mark the next one; the last stays."""
        self.go_on()


def _begins(one: Participant, wanted: str) -> bool:
    words = [folded(one.nickname), folded(one.name), *folded(one.name).split()]
    return any(word.startswith(wanted) for word in words)


def _contains(one: Participant, wanted: str) -> bool:
    return wanted in folded(f"{one.name} {one.organisation}")
