"""The rows of the feed: what stands in them, and how their text wraps."""

from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import tzinfo
from itertools import accumulate
from operator import is_

from rich.cells import cell_len
from textual.content import Content

from roundtable.domain.contributions import Contribution, Support, Theme, Voice, Vote
from roundtable.domain.session import Session
from roundtable.i18n import _
from roundtable.ui.undone import shortened

NARROW = 66  # columns; below, the time is left out
LONGEST_SHOWN = 14  # columns of a name
LONGEST_LINE = 120  # columns of text; what is wider is hard to read
FEW = 100  # rows that are put right one by one; more are made anew with all behind them


@dataclass(frozen=True, slots=True)
class Columns:
    """Where the columns of the feed begin, and how wide the text is."""

    time: int
    name: int
    text: int
    width: int

    @classmethod
    def of(cls, session: Session, width: int) -> "Columns":
        """Give the columns for a width in cells."""
        longest = max((cell_len(name) for name in session.shown.values()), default=4)
        time = 0 if width < NARROW else 6
        name = min(max(longest, 5), LONGEST_SHOWN if time else 8) + 1
        text = time + name + 5 + 2
        return cls(time, name, text, max(10, min(LONGEST_LINE, width - text - 1)))


@dataclass(frozen=True, slots=True)
class Row:
    """A contribution, or the heading of a topic above one, and how many lines it takes.

    `told` is a heading's title, or what was recorded about a contribution: it stands at the end of the last line.
    `above` is the number of lines before its text. The heading of a topic on which nothing was said yet stands above
    nothing: `said` is then only where and when the table went there.
    """

    said: Contribution
    height: int
    told: str = ""
    heading: bool = False
    above: int = 0

    @property
    def key(self) -> str:
        """What the row is found by: the id of the contribution, or a sign of its heading."""
        return f"> {self.said.id}" if self.heading else self.said.id


@dataclass(frozen=True, slots=True)
class Left:
    """What stands at the left of a contribution; `sector` is its place among them, 1 for the first, 0 for none."""

    time: str
    name: str
    short: str
    sector: int


class Rows:
    """All rows at one width; a new state of the session makes only what is new in it.

    Rows keep no wrapped text: of ten thousand, only those that are seen are wrapped again, when they are painted.
    """

    def __init__(self) -> None:
        self.rows: list[Row] = []
        self.ends = array("l")
        self.columns = Columns(0, 0, 0, 10)
        self.generation = 0  # goes up when every row was made anew
        self.said: tuple[Contribution, ...] = ()
        self._places: dict[str, int] = {}
        self._seen: tuple[object, ...] = ()
        self._titles: Mapping[str, str] = {}
        self._themes: Mapping[str, str] = {}
        self._recorded: Mapping[str, object] = {}
        self._supports: Mapping[str, Sequence[Support]] = {}
        self._unread: str | None = None

    @property
    def height(self) -> int:
        """The number of lines."""
        return self.ends[-1] if self.ends else 0

    def lay_out(
        self,
        session: Session,
        width: int,
        zone: tzinfo,
        those: tuple[Contribution, ...] | None = None,
        unread: str | None = None,
        *,
        ahead: Contribution | None = None,
    ) -> None:
        """Lay out a state of the session, or `those` of it, at a width in cells.

        Before the contribution `unread` (its id) a line is left free. Behind all stands the heading of the topic of
        `ahead`, on which nothing was said yet.
        """
        those = session.contributions if those is None else those
        self._titles = {topic.id: f"{topic.number} {topic.title}".strip() for topic in session.topics}
        self._themes = {one.id: one.name for one in session.of(Theme).values()}
        columns = Columns.of(session, width)
        seen = (columns, session.sectors, session.participants, zone, self._titles, self._themes)
        if seen != self._seen:
            self._seen, self.columns, self.said = seen, columns, ()
            self._cut(0)
            self.generation += 1
        touched = {key for key in (self._unread, unread) if key} if unread != self._unread else set()
        self._unread = unread
        touched |= self._marked_anew(session)
        self._follow(those, touched)
        title = self._titles.get(ahead.topic or "") if ahead and self.rows else None
        if ahead and title is not None:
            self._append(Row(ahead, 2, title, heading=True))

    def _marked_anew(self, session: Session) -> set[str]:
        """Give the ids of what support was recorded on since the last state."""
        recorded = session.records.get(Support.KIND, {})
        if recorded is self._recorded:
            return set()
        before, self._supports, self._recorded = self._supports, session.supports, recorded
        return {
            key
            for key in before.keys() | self._supports.keys()
            if before.get(key, ()) != self._supports.get(key, ())
        }

    def _follow(self, those: tuple[Contribution, ...], touched: set[str]) -> None:
        """Keep the rows of what is as it was, put right what stands where it stood, make anew from there on."""
        before, self.said = self.said, those
        differing = (
            []  # nearly always: only something new at the end
            if all(map(is_, before, those))
            else [place for place, same in enumerate(map(is_, before, those)) if not same]
        )
        moved = len(differing) > FEW or any(
            (before[place].id, before[place].topic) != (those[place].id, those[place].topic)
            for place in differing
        )
        first = differing[0] if moved else min(len(before), len(those))
        begins = self._places[those[first - 1].id] + 1 if first else 0
        known = self._cut(begins)
        self._add(those, first, known, touched)
        self._put_right(
            [
                *(those[place] for place in differing if not moved),
                *(self.rows[self._places[key]].said for key in touched if key in self._places),
            ]
        )

    def _cut(self, begins: int) -> dict[str, Row]:
        """Take the rows from a place on away, and give those of contributions."""
        gone = self.rows[begins:]
        for row in gone:
            del self._places[row.key]
        del self.rows[begins:], self.ends[begins:]
        return {row.said.id: row for row in gone if not row.heading}

    def _add(
        self, those: Sequence[Contribution], first: int, known: Mapping[str, Row], touched: set[str]
    ) -> None:
        topic = those[first - 1].topic if first else None
        for said in those[first:]:
            title = self._titles.get(said.topic or "")
            if said.topic != topic and title is not None:
                self._append(Row(said, 2 if self.rows else 1, title, heading=True))
            topic = said.topic
            row = known.get(said.id)
            fits = row is not None and row.said is said and said.id not in touched
            self._append(row if row and fits else self._row(said))

    def _append(self, row: Row) -> None:
        self._places[row.key] = len(self.rows)
        self.rows.append(row)
        self.ends.append(self.height + row.height)

    def _put_right(self, those: Iterable[Contribution]) -> None:
        """Make the rows of contributions anew where they stand."""
        lowest = len(self.rows)
        for said in those:
            place = self._places[said.id]
            before, self.rows[place] = self.rows[place], self._row(said)
            if before.height != self.rows[place].height:
                lowest = min(lowest, place)
        if lowest < len(self.rows):
            above = self.span(lowest)[0]
            heights = [row.height for row in self.rows[lowest:]]
            heights[0] += above
            self.ends[lowest:] = array("l", accumulate(heights))

    def _row(self, said: Contribution) -> Row:
        marks = self._supports.get(said.id, ())
        tail = self._tail(said, marks) if marks or said.themes or said.parked else ""
        above = int(said.id == self._unread)
        return Row(said, above + len(self._wrapped(said, tail)), tail, above=above)

    def lines(self, row: Row) -> Sequence[str]:
        """Give the lines of a row; those that are left free are empty."""
        if row.heading:
            return ("", row.told) if row.height > 1 else (row.told,)
        return ("",) * row.above + tuple(self._wrapped(row.said, row.told))

    def _wrapped(self, said: Contribution, tail: str) -> Sequence[str]:
        text = said.text + ("\u00a0★" if said.starred else "") + ("\u00a0??" if said.check else "")
        return wrapped(f"{text} {tail}" if tail else text, self.columns.width)

    def _tail(self, said: Contribution, marks: Sequence[Support]) -> str:
        """Say what was recorded about a contribution, in one piece that is never broken."""
        last = {one.participant or one.id: one for one in marks}.values()  # a person counts once
        agreed = sum(one.count for one in last if one.vote is Vote.AGREE)
        opposed = sum(one.count for one in last if one.vote is Vote.OPPOSE)
        parts = [
            *([_("parked")] if said.parked else []),
            *(f"={name}" for name in sorted(self._themes.get(theme, "") for theme in said.themes)),
            *([f"+{agreed}"] if agreed else []),
            *([f"−{opposed}"] if opposed else []),
        ]
        return shortened("\u00a0".join(parts).replace(" ", "\u00a0"), self.columns.width // 2)

    def place_of(self, key: str | None) -> int | None:
        """Give the place of a row, of a contribution by its id."""
        return self._places.get(key or "")

    def span(self, place: int) -> tuple[int, int]:
        """Give the first line of a row and the line behind its last."""
        return (self.ends[place - 1] if place else 0), self.ends[place]


def ahead_of(session: Session) -> Contribution | None:
    """Give where and when the table went, where nothing was said there since; nothing otherwise."""
    here = session.current
    if here is None or session.details.closed or not session.contributions:
        return None
    if session.contributions[-1].topic == here.id:
        return None
    begins = None
    for visit in reversed(session.visits):  # behind a pause it goes on with the same topic
        if visit.topic != here.id:
            break
        begins = visit.begins
    return Contribution(id=here.id, topic=here.id, at=begins)


def left_of(session: Session, said: Contribution, zone: tzinfo) -> Left:
    """Give what stands at the left of a contribution; asked only of what is painted."""
    sector = session.sector_of(said)
    return Left(
        said.at.astimezone(zone).strftime("%H:%M") if said.at else "",
        _name(session, said),
        "???" if not said.placed else sector.short if sector else "",
        session.sectors.index(sector) + 1 if sector and said.placed else 0,
    )


def _name(session: Session, said: Contribution) -> str:
    if not said.placed:
        return "?"
    if said.voice is Voice.TABLE:
        return _("all")
    if said.voice is Voice.MODERATOR:
        return _("mod")
    return session.shown.get(said.participant or "", "")


def wrapped(text: str, width: int) -> Sequence[str]:
    """Wrap a text at a width in cells; at least one line."""
    if not text.isascii() and cell_len(text) != len(text):
        return [line.plain.rstrip() for line in Content(text).wrap(width)] or ("",)
    lines: list[str] = []
    begins = 0
    while len(text) - begins > width:
        space = text.rfind(" ", begins, begins + width + 1)
        ends = space if space > begins else begins + width  # a word that is longer than a line is cut
        lines.append(text[begins:ends])
        begins = ends + (text[ends] == " ")
    return (*lines, text[begins:]) if begins < len(text) or not lines else lines
