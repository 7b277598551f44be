"""Who has the floor, for how long, and who waits for it; out of sight until somebody asks."""

from datetime import UTC, datetime

from rich.cells import cell_len
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from roundtable.domain.floor import in_use, queue, speaking, turn_length
from roundtable.domain.people import Participant
from roundtable.domain.session import Session
from roundtable.domain.turns import Turn
from roundtable.i18n import _
from roundtable.services.balance_words import airtime_told
from roundtable.ui.themes import sector_colour
from roundtable.ui.widgets.topic_clock import urgency

ORDERS = 10  # seconds between two looks at the order of the queue while somebody speaks


class FloorLine(Widget):
    """One line; of those who wait it names as many as there is room for, and counts them all."""

    session: reactive[Session | None] = reactive(None, always_update=True)
    now: reactive[datetime] = reactive(datetime.min.replace(tzinfo=UTC), repaint=False)
    _queue: tuple[Turn, ...] = ()
    _queued: datetime | None = None  # when the queue was put in order

    def on_mount(self) -> None:
        """Stay out of sight until the floor is used."""
        self.watch_session()

    def watch_session(self) -> None:
        """Come into sight when the floor is used, and go when the evening is over."""
        session = self.session
        self.display = bool(session and in_use(session) and not session.details.closed)
        self._put_in_order()

    def _put_in_order(self) -> None:
        # Quieter sectors first means counting all that was said: not with each second of a turn.
        self._queue = queue(self.session, self.now) if self.session and self.display else ()
        self._queued = self.now

    def watch_now(self) -> None:
        """Paint anew while somebody speaks."""
        if self.display and self.session and speaking(self.session):
            if self._queued is None or abs((self.now - self._queued).total_seconds()) >= ORDERS:
                self._put_in_order()
            self.refresh()

    def render(self) -> Content:
        """Give the line."""
        session = self.session
        if session is None:
            return Content()
        width = self.content_size.width
        turn, waiting = speaking(session), self._queue
        has_it = self._turn(session, turn) if turn else Content.assemble((_("free"), "$dim"))
        line = Content.assemble((_("floor"), "$dim"), "  ", has_it)
        if waiting:
            line = Content.assemble(
                line, "   ", self._waiting(session, waiting, width - line.cell_length - 3)
            )
        return line.truncate(width, ellipsis=True)

    def _turn(self, session: Session, turn: Turn) -> Content:
        seconds, most = turn_length(session, turn, self.now), session.details.turn_seconds
        colour, sign = urgency(most - seconds, most) if most else ("", "")
        taken = f"{airtime_told(seconds)} / {airtime_told(most)}" if most else airtime_told(seconds)
        return Content.assemble(_name(session, turn), "  ", (sign + taken, f"bold {colour}"))

    def _waiting(self, session: Session, waiting: tuple[Turn, ...], room: int) -> Content:
        label = _("waiting, quieter first") if session.details.quiet_first else _("waiting")
        count = f" ({len(waiting)})"
        names = [session.shown.get(turn.participant or "", "") for turn in waiting]
        for shown in range(len(names), 0, -1):
            more = " · …" if shown < len(names) else ""
            told = " · ".join(names[:shown]) + more + count
            line = Content.assemble((label, "$dim"), "  ", told)
            if line.cell_length <= room:
                return line
        # Where there is no room for one whole name, the count is still told.
        rest = room - cell_len(_("waiting")) - 2 - cell_len(count)
        name = Content(names[0]).truncate(max(1, rest), ellipsis=True)
        return Content.assemble((_("waiting"), "$dim"), "  ", name, count)


def _name(session: Session, turn: Turn) -> Content:
    person = session.of(Participant).get(turn.participant or "")
    name = session.shown.get(turn.participant or "", person.name if person else "")
    places = {sector.id: place for place, sector in enumerate(session.sectors)}
    if person is None or person.sector not in places:
        return Content.assemble((name, "bold"))
    place = places[person.sector]
    return Content.assemble((name, "bold"), " ", (session.sectors[place].short, sector_colour(place)))
