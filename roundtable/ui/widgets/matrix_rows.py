"""The evening as a matrix, sectors by topics, and the people below it: lines for a width."""

from dataclasses import dataclass
from datetime import datetime

from rich.cells import cell_len
from textual.content import Content

from roundtable.domain.balance import Matrix, PersonHeard, Tally, silence_seconds
from roundtable.domain.people import GONE, Attendance, Sector
from roundtable.i18n import N_, _
from roundtable.services.balance_words import airtime_told, silence_told
from roundtable.ui.themes import sector_colour

LEVELS = "▁▂▃▄▅▆▇█"  # how much was said, also without colour
NARROWEST, WIDEST = 5, 14  # columns of a topic
LABEL_SHARE, LEAST_LABEL, WIDEST_LABEL = 0.2, 8, 24
SILENCE_FROM = 90  # columns from which sectors have their silence beside them
PERSON_BAR = 12
NAME_SHARE = 0.32
GAP = 2
LONGEST = 999 * 60  # seconds of silence for which there is room
NO_DOTS = 6  # columns of a topic up to which letters say more than dots
HERE = "▌"
ATTENDANCE = {Attendance.LEFT: N_("left"), Attendance.ABSENT: N_("absent")}


@dataclass(frozen=True, slots=True)
class Frame:
    """How a matrix lies in a width: columns of the label, of each topic, and of what stands behind; topics seen.

    `most` is the count of the fullest cell.
    """

    label: int
    topic: int
    total: int
    airtime: int
    silence: int
    first: int
    seen: int
    most: int

    @classmethod
    def of(cls, matrix: Matrix, width: int, first: int) -> "Frame":
        """Show all topics where they fit, else as many as fit from `first` on."""
        total = max(cell_len(_("all")), len(str(sum(matrix.totals)))) + GAP
        airtime = max((len(airtime_told(row.seconds)) + GAP for row in matrix.rows if row.seconds), default=0)
        silence = cell_len(silence_told(LONGEST)) + GAP if width >= SILENCE_FROM else 0
        names = max((cell_len(_called(row.sector)) for row in matrix.rows), default=0)
        label = max(LEAST_LABEL, min(WIDEST_LABEL, int(width * LABEL_SHARE), names + GAP))
        room = width - label - total - airtime - silence
        count = len(matrix.topics)
        topic = max(NARROWEST, min(WIDEST, room // max(1, count)))
        seen = min(count, max(1, room // topic))
        most = max((said for row in matrix.rows for said in row.counts), default=0)
        return cls(label, topic, total, airtime, silence, max(0, min(first, count - seen)), seen, most)

    @property
    def places(self) -> range:
        """The places of the topics that are seen."""
        return range(self.first, self.first + self.seen)


def matrix_lines(tally: Tally, now: datetime, width: int, first: int) -> list[Content]:
    """Give the matrix: two lines of headings, a line a sector, the totals."""
    matrix = tally.matrix()
    frame = Frame.of(matrix, width, first)
    current = tally.session.current
    lines = [
        *_headings(matrix, frame, current.id if current else None),
        *(_sector_line(matrix, frame, place, now) for place in range(len(matrix.rows))),
        _totals_line(matrix, frame),
    ]
    if frame.seen < len(matrix.topics):
        told = _("topics {first} to {last} of {count}   ← →").format(
            first=frame.first + 1, last=frame.first + frame.seen, count=len(matrix.topics)
        )
        lines.append(Content.styled(told, "$dim"))
    return lines


def _headings(matrix: Matrix, frame: Frame, current: str | None) -> list[Content]:
    numbered = any(topic and topic.number for topic in matrix.topics)
    on_agenda = [topic for topic in matrix.topics if topic]
    numbers, titles = [Content(" " * frame.label)], [Content(" " * frame.label)]
    for place in frame.places:
        topic = matrix.topics[place]
        here = topic is not None and topic.id == current
        number = "" if topic is None else topic.number if numbered else str(on_agenda.index(topic) + 1)
        sign = f"{HERE}{number} " if here else f"{number} "
        numbers.append(_right(Content.styled(sign, "bold $accent" if here else "bold"), frame.topic))
        title = Content.styled(topic.title if topic else "–", "$accent" if here else "$dim")
        titles.append(_right(title.truncate(frame.topic - 1, ellipsis=frame.topic > NO_DOTS), frame.topic))
    numbers.append(Content.styled(_("all").rjust(frame.total), "$dim"))
    return [Content("").join(numbers), Content("").join(titles)]


def _right(shown: Content, columns: int) -> Content:
    return Content.assemble(" " * max(0, columns - shown.cell_length), shown)


def _sector_line(matrix: Matrix, frame: Frame, place: int, now: datetime) -> Content:
    row = matrix.rows[place]
    colour = sector_colour(place) if row.sector else "$dim"
    cells = [_label(row.sector, colour, frame.label)]
    for column in frame.places:
        count = row.counts[column]
        if count:
            level = LEVELS[-(-count * len(LEVELS) // frame.most) - 1]
            cells.append(_right(Content.assemble(str(count), (level, colour)), frame.topic))
        else:
            unheard = Content.styled("· ", "bold $warning") if column in matrix.reached else Content()
            cells.append(_right(unheard, frame.topic))
    cells.append(Content.styled(str(row.total).rjust(frame.total), "bold" if row.total else "bold $warning"))
    if frame.airtime:
        cells.append(Content((airtime_told(row.seconds) if row.seconds else "").rjust(frame.airtime)))
    if frame.silence:
        told = silence_told(silence_seconds(row.latest, now))
        cells.append(Content.styled(told.rjust(frame.silence), "$dim" if row.latest else "$warning"))
    return Content("").join(cells)


def _called(sector: Sector | None) -> str:
    if sector is None:
        return _("no sector")
    return sector.short if sector.name == sector.short else f"{sector.short} {sector.name}"


def _label(sector: Sector | None, colour: str, columns: int) -> Content:
    short = len(sector.short) if sector else 0
    shown = Content(_called(sector)).stylize(f"bold {colour}", 0, short) if sector else Content(_called(None))
    return shown.truncate(columns, ellipsis=True, pad=True)


def _totals_line(matrix: Matrix, frame: Frame) -> Content:
    totals = matrix.totals
    shown = [f"{totals[place]} " if place in matrix.reached else "" for place in frame.places]
    label = Content(_("all")).truncate(frame.label, ellipsis=True, pad=True)
    cells = "".join(cell.rjust(frame.topic) for cell in shown)
    return Content.assemble(label, cells, str(sum(totals)).rjust(frame.total)).stylize("$dim")


def people_lines(tally: Tally, now: datetime, width: int) -> list[Content]:
    """Give a line a person, the least heard of those who are here first, then the longest silent."""
    those = sorted(tally.people(), key=lambda one: _loudness(one, now))
    if not those:
        return [Content.styled(_("Nobody is on the list yet."), "$dim")]
    name = min(int(width * NAME_SHARE), max(cell_len(one.participant.name) for one in those))
    most = max(one.contributions for one in those)
    airtime = max((len(airtime_told(one.seconds)) for one in those if one.seconds), default=0)
    return [_person_line(tally, one, now, (name, most, airtime)) for one in those]


def _loudness(one: PersonHeard, now: datetime) -> tuple[bool, int, float]:
    silence = silence_seconds(one.latest, now)
    return (
        one.participant.attendance in GONE,
        one.contributions,
        -float("inf") if silence is None else -silence,
    )


def _person_line(tally: Tally, one: PersonHeard, now: datetime, columns: tuple[int, int, int]) -> Content:
    wide, most, airtime = columns
    places = {sector.id: place for place, sector in enumerate(tally.session.sectors)}
    place = places.get(one.participant.sector or "")
    short = tally.session.sectors[place].short if place is not None else ""
    colour = sector_colour(place) if place is not None else "$dim"
    shorts = max((cell_len(sector.short) for sector in tally.session.sectors), default=0)
    full = max(1, round(PERSON_BAR * one.contributions / most)) if one.contributions else 0
    gone = ATTENDANCE.get(one.participant.attendance)
    silence = _(gone) if gone else silence_told(silence_seconds(one.latest, now))
    parts = [
        Content(one.participant.name).truncate(wide, ellipsis=True, pad=True),
        Content.styled(short, f"bold {colour}").truncate(shorts, ellipsis=True, pad=True),
        Content.assemble(("━" * full, colour), ("─" * (PERSON_BAR - full), "$dim")),
        Content(str(one.contributions).rjust(len(str(most)))),
        *([Content((airtime_told(one.seconds) if one.seconds else "").rjust(airtime))] if airtime else []),
        Content.styled(silence, "$warning" if one.latest is None and not gone else "$dim"),
    ]
    return Content("  ").join(parts)
