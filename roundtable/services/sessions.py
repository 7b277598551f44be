"""Finding a session and preparing a new one."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, tzinfo

from roundtable.domain.agenda import Agenda, Topic
from roundtable.domain.changes import Edit
from roundtable.domain.people import Person
from roundtable.domain.records import Record, created, spread_orders
from roundtable.domain.session import Details, Session
from roundtable.domain.stamps import new_id
from roundtable.domain.text import clean, clean_prose, folded
from roundtable.errors import NoSessionYet, NoSuchSession, SeveralSessions, SlugTaken
from roundtable.services.seating import participant_records, sector_records, together
from roundtable.storage.journal import Journal, SessionSummary


def find_session(journal: Journal, name: str | None = None) -> str:
    """Give the uid of the session that is meant.

    By slug or a unique beginning of it; left out: the one that is running, else the newest. A rehearsal is meant only
    where it is named.
    Raises NoSuchSession, SeveralSessions, NoSessionYet.
    """
    known = journal.sessions()
    if name:
        return _named(known, name, journal)
    known = [one for one in known if not one.details.rehearsal]
    running = [one for one in known if one.started and not one.details.closed]
    if len(running) > 1:
        raise SeveralSessions(names=", ".join(one.details.slug for one in running))
    if running or known:
        return (running or [max(known, key=lambda one: one.details.stamp)])[0].uid
    raise NoSessionYet(file=journal.path)


def _named(known: Sequence[SessionSummary], name: str, journal: Journal) -> str:
    exact = [one for one in known if name in {one.details.slug, one.uid}]
    begun = [one for one in known if one.details.slug.startswith(name.strip())]
    found = exact or [one for one in begun if not one.details.rehearsal] or begun
    if len(found) == 1 and name.strip():
        return found[0].uid
    if found:
        raise SeveralSessions(names=", ".join(one.details.slug for one in found))
    raise NoSuchSession(name=name, file=journal.path)


def waiting_for(journal: Journal, agenda: str) -> str | None:
    """Give the slug of the newest session that was prepared from an agenda (its name) and has not begun yet, if any."""
    waiting = [
        one.details
        for one in journal.sessions()
        if one.details.agenda == agenda
        and not (one.started or one.details.closed or one.details.invented or one.details.rehearsal)
    ]
    return max(waiting, key=lambda one: one.stamp).slug if waiting else None


def local_zone() -> str:
    """Give the IANA name of this machine's time zone, UTC where it cannot be told."""
    from zoneinfo import ZoneInfo

    from tzlocal import get_localzone_name

    try:
        return str(ZoneInfo(get_localzone_name() or "UTC"))
    except (LookupError, OSError, ValueError):  # a zone that nobody knows is a LookupError
        return "UTC"


def free_slug(known: Iterable[SessionSummary], wanted: str) -> str:
    """Give the wanted slug, or with -2, -3 … behind it where it is taken."""
    taken = {one.details.slug for one in known}
    slug, count = wanted, 1
    while slug in taken:
        count += 1
        slug = f"{wanted}-{count}"
    return slug


def slugged(name: str) -> str:
    """Give a name as part of an id: lower case, letters and digits, hyphens between."""
    return re.sub(r"[^a-z0-9]+", "-", folded(name)).strip("-")[:48].strip("-") or "session"


def dated_slug(name: str, day: str) -> str:
    """Give the id that a session gets of its agenda's name and its day."""
    return f"{slugged(name)}-{day}"


def prepare(
    journal: Journal,
    agenda: Agenda,
    *,
    people: Iterable[Person] = (),
    title: str = "",
    day: date | None = None,
    moderator: str = "",
    slug: str = "",
    invented: bool = False,
    start: datetime | None = None,
) -> str:
    """Make a session from an agenda, which is copied into it; give its uid. Raises SlugTaken."""
    details, records = drafted(agenda, journal.now(), people=people, title=title, day=day, start=start)
    details = replace(details, slug=slug or details.slug, moderator=clean(moderator), invented=invented)
    return begin(journal, details, records, chosen=bool(slug)).uid


def drafted(
    agenda: Agenda,
    now: datetime,
    *,
    people: Iterable[Person] = (),
    title: str = "",
    day: date | None = None,
    start: datetime | None = None,
) -> tuple[Details, list[Record]]:
    """Give what a session from an agenda would be made of: its own record, and the others."""
    zone = local_zone()
    day = day or _agenda_date(agenda) or now.astimezone(_zone(zone)).date()
    details = Details(
        id=new_id(),
        slug=dated_slug(agenda.name or agenda.title, day.isoformat()),
        title=clean(title) or agenda.title,
        subtitle=agenda.subtitle,
        language=agenda.language,
        agenda=agenda.name,
        opening=clean_prose(agenda.opening),
        questions=agenda.questions,
        abbreviations=dict(agenda.abbreviations),
        date=day.isoformat(),
        start=start or _planned_start(agenda, day, _zone(zone)),
        zone=zone,
        place=agenda.place,
        organiser=agenda.organiser,
        publisher=agenda.publisher,
        contact=agenda.contact,
        logo=agenda.logo,
        accent=agenda.accent,
        attribution=agenda.attribution,
    )
    sectors = sector_records(agenda.sectors)
    records: list[Record] = [*sectors, *topic_records(agenda)]
    records += participant_records(together(agenda.people, people), sectors)
    return details, records


def begin(journal: Journal, details: Details, records: Sequence[Record], *, chosen: bool = False) -> Session:
    """Make a session of its records; a slug that is taken gets a number. Raises SlugTaken where it was `chosen`."""

    def decide(_: Session) -> list[Edit]:
        free = free_slug(journal.sessions(), details.slug)
        if chosen and free != details.slug:
            raise SlugTaken(slug=details.slug)
        return edits_of([replace(details, slug=free), *records])

    return journal.append(details.id, decide).session


def _agenda_date(agenda: Agenda) -> date | None:
    return date.fromisoformat(agenda.date) if agenda.date else None


def _planned_start(agenda: Agenda, day: date, zone: tzinfo) -> datetime | None:
    if not agenda.start:
        return None
    return datetime.combine(day, time.fromisoformat(agenda.start), zone).astimezone(UTC)


def topic_records(agenda: Agenda) -> list[Topic]:
    """Give the agenda's topics as records."""
    orders = spread_orders(len(agenda.topics))
    return [
        Topic(
            id=new_id(),
            title=one.title,
            number=one.number,
            planned_seconds=one.planned_seconds,
            context=one.context,
            prompts=one.prompts,
            chapter=one.chapter,
            conclusion=one.conclusion,
            order=order,
        )
        for one, order in zip(agenda.topics, orders, strict=True)
    ]


def edits_of(records: Iterable[Record]) -> list[Edit]:
    """Say that all these records come into being."""
    return [created(record) for record in records]


def zone_of(session: Session) -> tzinfo:
    """Give the session's time zone."""
    return _zone(session.details.zone)


def _zone(name: str) -> tzinfo:
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError  # not needed to record a line

    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        return UTC
