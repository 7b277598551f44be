"""Who was heard, by sector or person, on this topic or over the evening; who was not yet, and whom to ask next."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from rich.cells import cell_len
from textual.content import Content
from textual.geometry import Size
from textual.reactive import reactive

from roundtable.domain.balance import AskNext, Tally, silence_seconds
from roundtable.domain.people import GONE
from roundtable.i18n import _
from roundtable.services.balance_words import airtime_told, silence_told, why_told
from roundtable.ui.commands import key_of
from roundtable.ui.themes import sector_colour
from roundtable.ui.widgets.counting import MINUTE, Counting
from roundtable.ui.widgets.lines import hanging, spread

WIDEST_BAR = 12  # columns
LEAST_BAR = 3
WIDEST_SHORT = 8
WITH_SILENCE = 28  # columns from which there is room to say how long each has been silent
NAME_SHARE = 0.42  # of the columns that a person's name may take


class Heard(StrEnum):
    """What the panel shows; one after the other on a key."""

    SECTORS = "sectors"
    PEOPLE = "people"
    SECTORS_TONIGHT = "sectors tonight"
    PEOPLE_TONIGHT = "people tonight"

    @property
    def next(self) -> "Heard":
        """What comes after it."""
        order = list(Heard)
        return order[(order.index(self) + 1) % len(order)]


@dataclass(frozen=True, slots=True)
class Row:
    """A sector or person: contributions, seconds on the floor, seconds of silence; `away`: nobody of them is here."""

    label: str
    colour: str
    contributions: int
    seconds: int
    silence: int | None
    away: bool = False


class Balance(Counting):
    """A row a sector or person; what there is no room for shares lines, those not heard yet first of all."""

    view: reactive[Heard] = reactive(Heard.SECTORS)
    _heard: tuple[Row, ...] = ()
    _next: AskNext | None = None

    def watch_view(self) -> None:
        """Show the other rows."""
        if self.tally:
            self.counted(self.tally)

    def turn(self) -> None:
        """Show the next of the four views."""
        self.view = self.view.next

    @property
    def _by_sector(self) -> bool:
        return self.view in {Heard.SECTORS, Heard.SECTORS_TONIGHT}

    def counted(self, tally: Tally) -> None:
        """Take the rows of this view, and whom to ask next."""
        current = tally.session.current
        here = current.id if current else None
        topic = here if self.view in {Heard.SECTORS, Heard.PEOPLE} else None
        self._heard = self._sectors(tally, topic) if self._by_sector else self._people(tally, topic)
        self._next = None if tally.session.details.closed else tally.ask_next(here, self.moment)

    def _sectors(self, tally: Tally, topic: str | None) -> tuple[Row, ...]:
        return tuple(
            Row(
                one.sector.short,
                f"bold {sector_colour(place)}",
                one.contributions,
                one.seconds,
                silence_seconds(one.latest, self.moment),
                away=not one.people,
            )
            for place, one in enumerate(tally.sectors(topic))
        )

    def _people(self, tally: Tally, topic: str | None) -> tuple[Row, ...]:
        """Give the loudest first."""
        places = {sector.id: place for place, sector in enumerate(tally.session.sectors)}
        rows = [
            Row(
                tally.session.shown.get(one.participant.id, one.participant.name),
                sector_colour(places[one.participant.sector]) if one.participant.sector in places else "",
                one.contributions,
                one.seconds,
                silence_seconds(one.latest, self.moment),
                away=one.participant.attendance in GONE,
            )
            for one in tally.people(topic)
        ]
        there = [row for row in rows if row.contributions or row.seconds or not row.away]
        return tuple(sorted(there, key=lambda row: -row.contributions))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 — Textual's signature
        """Take a line for each row, the heading, and whom to ask."""
        asking = self._asking(width)
        return len(self._heard) + 1 + len(asking) + bool(asking)

    def render(self) -> Content:
        """Give the panel."""
        size = self.content_size
        asking = self._asking(size.width)
        room = size.height - 1 - len(asking)
        rows = self._rows(size.width, room)
        gap = [Content()] if room > len(rows) else []
        return Content("\n").join([self._title(size.width), *rows, *gap, *asking])

    def _title(self, width: int) -> Content:
        on_topic = self.session is not None and self.session.current is not None
        titles = {
            Heard.SECTORS: _("HEARD ON THIS TOPIC") if on_topic else _("HEARD"),
            Heard.PEOPLE: _("PEOPLE, THIS TOPIC") if on_topic else _("PEOPLE"),
            Heard.SECTORS_TONIGHT: _("HEARD TONIGHT"),
            Heard.PEOPLE_TONIGHT: _("PEOPLE TONIGHT"),
        }
        title, key = (
            Content.styled(titles[self.view], "bold $dim"),
            Content.styled(key_of("turn_balance"), "$dim"),
        )
        for hint in (key + Content.styled(" ›", "$dim"), key):
            if title.cell_length + 1 + hint.cell_length <= width:
                return spread(title, hint, width)
        return title

    def _rows(self, width: int, room: int) -> list[Content]:
        columns = self._columns(width)
        rows = [self._row(row, columns) for row in self._heard]
        if len(rows) <= room:
            return rows
        loud = [self._row(row, columns) for row in self._heard if row.contributions]
        told = [
            self._together(_("not heard yet"), "$warning", (False, False), width),
            self._together(_("nobody here"), "$dim", (False, True), width),
        ]
        together = [line for lines in told for line in lines]
        kept = max(1, room - len(together))
        if len(loud) > kept:
            more = _("and {count} more").format(count=len(loud) - kept + 1)
            loud = [*loud[: kept - 1], Content.styled(more, "$dim")]
        return [*loud, *together][: max(0, room)]

    def _together(self, what: str, style: str, which: tuple[bool, bool], width: int) -> list[Content]:
        """Give those who (heard, away) in lines that they share."""
        those = [row for row in self._heard if (row.contributions > 0, row.away) == which]
        if not those or not width:
            return []
        names = Content(" " if self._by_sector else ", ").join(
            Content.styled(row.label, row.colour) for row in those
        )
        return Content.assemble((what, style), " ", names).wrap(width)

    def _columns(self, width: int) -> "_Columns":
        widest = max((cell_len(row.label) for row in self._heard), default=0)
        label = min(WIDEST_SHORT if self._by_sector else max(WIDEST_SHORT, int(width * NAME_SHARE)), widest)
        numbers = _widest([str(row.contributions) for row in self._heard])
        airtime = _widest([airtime_told(row.seconds) for row in self._heard if row.seconds])
        silence = _widest([_silence(row) for row in self._heard]) if width >= WITH_SILENCE else 0
        rest = width - label - 1 - numbers - 1 - (airtime + 1 if airtime else 0)
        if rest - silence - 1 < LEAST_BAR:
            silence = 0
        rest -= silence + 1 if silence else 0
        most = max((row.contributions for row in self._heard), default=0)
        return _Columns(label, min(WIDEST_BAR, max(LEAST_BAR, rest)), numbers, airtime, silence, most)

    def _row(self, row: Row, columns: "_Columns") -> Content:
        label = Content.styled(row.label, row.colour).truncate(columns.label, ellipsis=True, pad=True)
        if not row.contributions and not row.seconds:
            told = (_("nobody here"), "$dim") if row.away else (_("not heard yet"), "$warning")
            return Content.assemble(label, " ", told)
        full = max(1, round(columns.bar * row.contributions / columns.most)) if row.contributions else 0
        parts = [
            Content.assemble(label, " ", ("━" * full, row.colour), ("─" * (columns.bar - full), "$dim")),
            Content(str(row.contributions).rjust(columns.numbers)),
        ]
        if columns.airtime:
            parts.append(Content((airtime_told(row.seconds) if row.seconds else "").rjust(columns.airtime)))
        if columns.silence:
            parts.append(Content.styled(_silence(row).rjust(columns.silence), "$dim"))
        return Content(" ").join(parts)

    def _asking(self, width: int) -> list[Content]:
        """Give whom to ask next, and why."""
        if self._next is None or self.session is None or not width:
            return []
        one = self._next.participant
        who = Content.assemble(
            (_("ask next"), "$dim"), "  ", (self.session.shown.get(one.id, one.name), "bold")
        )
        why = why_told(self._next)
        lines = hanging(Content.styled(why, "$dim"), Content(" "), width) if why else []
        return [who.truncate(width, ellipsis=True), *lines]


@dataclass(frozen=True, slots=True)
class _Columns:
    """How wide the parts of a row are, and how many contributions a full bar is."""

    label: int
    bar: int
    numbers: int
    airtime: int
    silence: int
    most: int


def _widest(texts: Sequence[str]) -> int:
    return max(map(cell_len, texts), default=0)


def _silence(row: Row) -> str:
    """Say for how many minutes somebody has been silent, where it is at least one."""
    if row.silence is None or row.silence < MINUTE or row.away:
        return ""
    return silence_told(row.silence)
