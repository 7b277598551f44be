"""The rows of the feed: what stands in them, and how their text wraps."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import tzinfo
from itertools import accumulate

from rich.cells import cell_len
from textual.content import Content

from roundtable.domain.contributions import Contribution, Support, Theme, Voice, Vote
from roundtable.domain.session import Session
from roundtable.i18n import _
from roundtable.ui.undone import shortened

NARROW = 66  # columns; below, the time is left out
LONGEST_SHOWN = 14  # columns of a name


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
        return cls(time, name, text, max(10, width - text - 1))


@dataclass(frozen=True, slots=True)
class Row:
    """A contribution, or the heading of a topic (then `said` is None), wrapped into lines.

    `tail` is what was recorded about it; it stands at the end of the last line.
    """

    said: Contribution | None
    title: str
    lines: Sequence[str]
    tail: str = ""

    @property
    def key(self) -> str:
        """The id of the contribution, or the heading's title."""
        return self.said.id if self.said else self.title


@dataclass(frozen=True, slots=True)
class Left:
    """What stands at the left of a contribution; `sector` is its place among them, 1 for the first, 0 for none."""

    time: str
    name: str
    short: str
    sector: int


class Rows:
    """All rows at one width; a new state of the session wraps only what is new in it."""

    def __init__(self) -> None:
        self.rows: list[Row] = []
        self.ends: list[int] = []
        self.columns = Columns(0, 0, 0, 10)
        self.generation = 0  # goes up when every row was made anew
        self._known: dict[str, Row] = {}
        self._seen: tuple[object, ...] = ()
        self._themes: dict[str, str] = {}

    @property
    def height(self) -> int:
        """The number of lines."""
        return self.ends[-1] if self.ends else 0

    def lay_out(self, session: Session, width: int, zone: tzinfo) -> None:
        """Lay out a state of the session at a width in cells."""
        columns = Columns.of(session, width)
        seen = (columns, session.sectors, session.participants, zone)
        if seen != self._seen:
            self._known, self._seen, self.columns = {}, seen, columns
            self.generation += 1
        self._themes = {one.id: one.name for one in session.of(Theme).values()}
        self.rows = self._made(session)
        self._known = {row.said.id: row for row in self.rows if row.said}
        self.ends = list(accumulate(len(row.lines) for row in self.rows))

    def _made(self, session: Session) -> list[Row]:
        titles = {topic.id: f"{topic.number} {topic.title}".strip() for topic in session.topics}
        rows: list[Row] = []
        topic: str | None = None
        for said in session.contributions:
            if said.topic != topic and said.topic in titles:
                title = titles[said.topic]
                rows.append(Row(None, title, ("", title) if rows else (title,)))
            topic = said.topic
            known = self._known.get(said.id)
            marks = session.supports.get(said.id, ())
            tail = self._tail(said, marks) if marks or said.themes or said.parked else ""
            same = known and known.said is said and known.tail == tail
            rows.append(known if known and same else self._row(said, tail))
        return rows

    def _row(self, said: Contribution, tail: str) -> Row:
        text = said.text + ("\u00a0★" if said.starred else "") + ("\u00a0??" if said.check else "")
        return Row(said, "", wrapped(f"{text} {tail}" if tail else text, self.columns.width), tail)

    def _tail(self, said: Contribution, marks: Sequence[Support]) -> str:
        """Say what was recorded about a contribution, in one piece that is never broken."""
        agreed = sum(one.count for one in marks if one.vote is Vote.AGREE)
        opposed = sum(one.count for one in marks if one.vote is Vote.OPPOSE)
        parts = [
            *([_("parked")] if said.parked else []),
            *(f"={self._themes.get(theme, '')}" for theme in sorted(said.themes)),
            *([f"+{agreed}"] if agreed else []),
            *([f"−{opposed}"] if opposed else []),
        ]
        return shortened("\u00a0".join(parts).replace(" ", "\u00a0"), self.columns.width // 2)

    def place_of(self, key: str | None) -> int | None:
        """Give the place of a contribution among the rows."""
        for place, row in enumerate(self.rows):
            if row.said and row.said.id == key:
                return place
        return None

    def span(self, place: int) -> tuple[int, int]:
        """Give the first line of a row and the line behind its last."""
        return (self.ends[place - 1] if place else 0), self.ends[place]


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
