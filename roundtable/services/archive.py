"""A whole session out of a file."""

from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from roundtable.agendas.session_file import FileContribution, SessionFile, read_session_file
from roundtable.agendas.short_names import short_names
from roundtable.domain.agenda import Topic
from roundtable.domain.changes import Change
from roundtable.domain.contributions import Contribution, Support, Voice, Vote
from roundtable.domain.people import Attendance, Participant, Sector
from roundtable.domain.records import Record, changed, spread_orders
from roundtable.domain.session import Details
from roundtable.domain.stamps import new_id
from roundtable.domain.text import clean
from roundtable.domain.visits import Visit
from roundtable.services.archiving import changes_in
from roundtable.services.sessions import begin, free_slug, local_zone, slugged
from roundtable.storage.journal import Journal

# What a file brings was typed by nobody here: no line goes on with its last speaker, no undo takes it apart.
_WRITER = "import"
_VOTES = (Vote.AGREE, Vote.OPPOSE, Vote.PASS)


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import brought: the session's uid, its slug, how many contributions, and whether any of it was new."""

    uid: str
    slug: str
    contributions: int
    new: bool = True


def import_session(journal: Journal, path: Path) -> Imported:
    """Bring a session in from a JSON file, as an evening that has just ended; one from an archive as it was.

    Raises BrokenSessionFile and what reading a file may raise.
    """
    found = read_session_file(path)
    if "journal" in found.extra:
        return _received(journal, changes_in(path, found.extra.get("session"), found.extra["journal"]))
    start = _start(found, journal.now())
    times = _ascending(found.contributions, start)
    details = Details(
        id=new_id(),
        slug=slugged(path.stem),
        title=clean(found.title),
        language=found.language,
        start=start,
        date=start.date().isoformat(),
        zone=local_zone(),
        closed=times[-1] if times else start,
    )
    with closing(Journal.open(journal.path, journal.now, _WRITER)) as own:
        made = begin(own, details, list(_records(found, times)))
    return Imported(made.uid, made.details.slug, len(found.contributions))


def _received(journal: Journal, changes: list[Change]) -> Imported:
    """Take in a session with all that happened in it; where its slug is taken, it gets a number."""
    uid = changes[0].session
    new = journal.receive(changes).new
    details = journal.session(uid).details
    others = [one for one in journal.sessions() if one.uid != uid]
    if (slug := free_slug(others, details.slug)) != details.slug:
        with closing(Journal.open(journal.path, journal.now, _WRITER)) as own:
            own.append(uid, lambda _: [changed(details, replace(details, slug=slug))])
    return Imported(uid, slug, len(journal.session(uid).contributions), bool(new))


def _start(found: SessionFile, now: datetime) -> datetime:
    lasted = max((said.at_seconds for said in found.contributions), default=0.0)
    return (now.astimezone(UTC) - timedelta(seconds=lasted)).replace(second=0, microsecond=0)


def _records(found: SessionFile, times: list[datetime]) -> Iterable[Record]:
    sectors = _sectors(found)
    topics = [
        Topic(
            id=new_id(),
            title=clean(one.title),
            planned_seconds=None if one.minutes is None else round(60 * one.minutes),
            order=order,
        )
        for one, order in zip(found.topics, spread_orders(len(found.topics)), strict=True)
    ]
    people = {
        one.name: Participant(
            id=new_id(),
            name=clean(one.name),
            sector=sectors[one.sector].id if one.sector else None,
            attendance=Attendance.PRESENT,
            order=order,
        )
        for one, order in zip(found.participants, spread_orders(len(found.participants)), strict=True)
    }
    yield from sectors.values()
    yield from topics
    yield from people.values()
    yield from _visits(found.contributions, times, topics)
    for said, at in zip(found.contributions, times, strict=True):
        topic = topics[said.topic_index].id if said.topic_index is not None else None
        contribution = _contribution(said, at, topic, people.get(said.participant or ""))
        yield contribution
        yield from _support(said, contribution, sectors)


def _sectors(found: SessionFile) -> dict[str, Sector]:
    named = [one.sector for one in found.participants if one.sector]
    voted = [group for said in found.contributions for group in said.votes]
    names = list(dict.fromkeys([*named, *voted]))
    shorts = short_names(names)
    return {
        name: Sector(id=new_id(), short=shorts[name], name=clean(name), order=order)
        for name, order in zip(names, spread_orders(len(names)), strict=True)
    }


def _ascending(said: Iterable[FileContribution], start: datetime) -> list[datetime]:
    """Give the times, none before the one in front of it: the order of the file is the order in which it was said."""
    times: list[datetime] = []
    for one in said:
        at = start + timedelta(seconds=one.at_seconds)
        times.append(max(at, times[-1]) if times else at)
    return times


def _visits(said: Iterable[FileContribution], times: list[datetime], topics: list[Topic]) -> Iterable[Record]:
    """Give a visit for each run of contributions to one topic."""
    runs: list[tuple[int, datetime]] = []
    for one, at in zip(said, times, strict=True):
        if one.topic_index is not None and (not runs or runs[-1][0] != one.topic_index):
            runs.append((one.topic_index, at))
    ends = [*(at for _, at in runs[1:]), *times[-1:]]
    for (index, begins), ends_at in zip(runs, ends, strict=True):
        yield Visit(id=new_id(), topic=topics[index].id, begins=begins, ends=ends_at)


def _contribution(
    said: FileContribution, at: datetime, topic: str | None, speaker: Participant | None
) -> Contribution:
    text = clean(said.text)
    return Contribution(
        id=new_id(),
        typed=text,
        text=text,
        at=at,
        topic=topic,
        participant=speaker.id if speaker else None,
        voice=Voice.PERSON if speaker else Voice.NOBODY,
    )


def _support(said: FileContribution, on: Contribution, sectors: dict[str, Sector]) -> Iterable[Record]:
    for group, counts in said.votes.items():
        for vote, count in zip(_VOTES, counts, strict=True):
            if count:
                yield Support(id=new_id(), on=on.id, sector=sectors[group].id, vote=vote, count=count)
