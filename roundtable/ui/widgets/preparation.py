"""What the preparation screen shows: the evening and its people in a list, the agenda and its problems beside it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from rich.cells import cell_len
from textual.content import Content

from roundtable.agendas.problems import Problem, Severity
from roundtable.agendas.reader import Reading
from roundtable.domain.awkward import Awkward
from roundtable.domain.people import Participant
from roundtable.domain.session import Details, Session
from roundtable.i18n import N_, _, ngettext
from roundtable.services.sessions import zone_of
from roundtable.ui.widgets.lines import hanging, spread

MINUTE = 60  # seconds
SHORT = 5  # columns of a sector's short name
NAMES = 22  # columns of a name, where there is room
MINUTES = 4  # columns
BEGIN, TITLE, START, PLACE, MODERATOR, AGENDA = "begin", "title", "start", "place", "moderator", "agenda"
LABELS = {
    TITLE: N_("Title"),
    START: N_("Start"),
    PLACE: N_("Place"),
    MODERATOR: N_("Moderator"),
    AGENDA: N_("Agenda"),
}
DAYS = (N_("Mon"), N_("Tue"), N_("Wed"), N_("Thu"), N_("Fri"), N_("Sat"), N_("Sun"))


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the list; `key` says what it is (a person's is their id), and is empty for a heading."""

    key: str
    shown: Content


@dataclass(frozen=True, slots=True)
class Source:
    """The file of an agenda and how it was read; nothing where it is gone."""

    path: Path | None = None
    reading: Reading | None = None

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong or doubtful in it."""
        return self.reading.problems if self.reading else ()


def rows_of(session: Session, source: Source, awkward: Mapping[str, Awkward], width: int) -> list[Row]:
    """Give the rows for a width in cells."""
    told = {
        TITLE: session.details.title,
        START: start_told(session, session.details),
        PLACE: session.details.place,
        MODERATOR: session.details.moderator,
        AGENDA: _agenda_told(source),
    }
    column = max(Content(_(label)).cell_length for label in LABELS.values()) + 2
    rows = [Row(BEGIN, Content.assemble("▶ ", (_("Begin the evening"), "bold $accent"))), Row("", Content())]
    for key, label in LABELS.items():
        named = Content.assemble("  ", (_(label), "$dim"))
        line = Content.assemble(named.truncate(column + 2, pad=True), told[key] or ("–", "$dim"))
        rows.append(Row(key, line.truncate(width, ellipsis=True)))
    rows += [Row("", Content()), Row("", _people_heading(session, awkward, width))]
    shorts = {sector.id: sector.short for sector in session.sectors}
    rows += [
        Row(one.id, _person(one, shorts.get(one.sector or "", ""), awkward.get(one.id), width))
        for one in session.participants
    ]
    return rows


def _agenda_told(source: Source) -> str:
    if not source.path:
        return _("its file is not found")
    count = len(source.problems)
    problems = ngettext("{count} problem", "{count} problems", count).format(count=count) if count else ""
    return " · ".join(part for part in (source.path.name, problems) if part)


def start_told(session: Session, details: Details) -> str:
    """Say when an evening begins and, as far as is known, when it ends: `Thu 26/11/2026, 19:30 – 21:40`."""
    try:
        day = date.fromisoformat(details.date)
    except ValueError:
        return details.date
    told = f"{_(DAYS[day.weekday()])} {day:%d/%m/%Y}"
    if not details.start:
        return told
    start = details.start.astimezone(zone_of(session))
    end = (details.start + timedelta(seconds=planned_seconds(session))).astimezone(zone_of(session))
    return f"{told}, {start:%H:%M} – {end:%H:%M}"


def planned_seconds(session: Session) -> int:
    """Give how long all topics take."""
    return sum(topic.allotted_seconds for topic in session.topics)


def _people_heading(session: Session, awkward: Mapping[str, Awkward], width: int) -> Content:
    count = len(session.participants)
    if not count:
        return Content.assemble(
            (_("PEOPLE"), "bold $dim"),
            ("  " + _("nobody yet · a add · f file · or paste"), "$dim"),
        ).truncate(width, ellipsis=True)
    sectors = len({one.sector for one in session.participants if one.sector})
    told = _("PEOPLE") + f" · {count}"
    if sectors:
        told += " · " + ngettext("{count} sector", "{count} sectors", sectors).format(count=sectors)
    hard = ngettext("{count} hard to type", "{count} hard to type", len(awkward)).format(count=len(awkward))
    return spread(
        Content.assemble((told, "bold $dim")), Content.assemble((hard if awkward else "", "$warning")), width
    )


def _person(one: Participant, short: str, awkward: Awkward | None, width: int) -> Content:
    room = min(NAMES, max(10, width // 2 - 4))
    name = f"{one.name} “{one.nickname}”" if one.nickname else one.name
    told = " · ".join(part for part in (one.organisation, one.role) if part)
    behind = Content.assemble((told, "$dim"))
    if awkward:
        behind = Content.assemble((f"→ “{awkward.nickname}”", "$warning"))
    line = Content.assemble(
        "  ",
        Content(name).truncate(room, ellipsis=True, pad=True),
        " ",
        Content(short or "–").truncate(SHORT, ellipsis=True, pad=True),
        behind,
    )
    return line.truncate(width, ellipsis=True)


def plan_of(session: Session, problems: Sequence[Problem], width: int) -> Content:
    """Give the topics with their minutes and the problems of the agenda, for a width in cells."""
    minutes = _("{minutes} min").format(minutes=round(planned_seconds(session) / MINUTE))
    count = len(session.topics)
    topics = ngettext("{count} topic", "{count} topics", count).format(count=count)
    lines: list[Content] = []
    if problems:
        lines.append(Content.assemble((_("PROBLEMS IN THE AGENDA"), "bold $warning")))
        for one in problems:
            colour = "$error" if one.severity is Severity.ERROR else "$warning"
            number = Content.assemble((f"{one.line:>3}  ", colour))
            lines += hanging(Content(f"{one.what} {one.mend}"), number, width)
        lines.append(Content())
    titles = (" · ".join((_("AGENDA"), *parts)) for parts in ((topics, minutes), (minutes,), ()))
    title = next(one for one in titles if cell_len(one) <= width or one == _("AGENDA"))
    lines.append(Content.styled(title, "bold $dim"))
    for topic in session.topics:
        first = Content.assemble((f"{round(topic.allotted_seconds / MINUTE):>{MINUTES - 1}} ", "$dim"))
        lines += hanging(Content(f"{topic.number} {topic.title}".strip()), first, width)
    return Content("\n").join(lines)
