"""From a line that somebody types to what the session keeps of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, cast

from roundtable.domain.clock import present
from roundtable.domain.contributions import Contribution, Support, Theme, Voice
from roundtable.domain.naming import Speaker, Table
from roundtable.domain.people import Attendance, Participant, Person, Sector
from roundtable.domain.records import Record, created, order_between
from roundtable.domain.session import Session
from roundtable.domain.stamps import new_id
from roundtable.domain.text import folded
from roundtable.services.sessions import zone_of
from roundtable.storage.journal import Journal

if TYPE_CHECKING:
    from roundtable.domain.capture import Draft

WATCH_AHEAD = timedelta(hours=1)
_EVENING = timedelta(hours=12)  # as long as a visit that nobody ended is taken to have lasted
_DAY = timedelta(days=1)
_FAR_BEFORE = timedelta(hours=6)  # no talk before the first topic lasts as long
_NEWEST = "g"  # behind every stamp


@dataclass(frozen=True, slots=True)
class Moment:
    """When and at which topic (id, None: before the first) a line was begun; `stamp` is its own, once it has one."""

    at: datetime
    topic: str | None
    stamp: str = _NEWEST


@dataclass(frozen=True, slots=True)
class Recorded:
    """What became of a line: how it was understood, the contribution (None where the line was only marks or nothing).

    `marked` is the contribution that marks of support were put on; `overtaken` says that somebody else had put right
    what this line puts right.
    """

    session: Session
    draft: "Draft"
    contribution: Contribution | None = None
    marked: Contribution | None = None
    overtaken: bool = False


def record(
    journal: Journal,
    uid: str,
    line: str,
    *,
    at: datetime | None = None,
    topic: str | None = None,
    answers: str | None = None,
    newcomer: Person | None = None,
) -> Recorded:
    """Keep a line; it is safe on the disk when this returns.

    `at` (UTC) is when it was said, now unless told; `topic` an id, unless told the one that the table was at then.
    `answers` is the contribution (id) that a stance or marks are about, if it can still be answered; unless told, the
    last. A `newcomer` sits down with this line, and is who spoke it: both are one act.
    """
    from roundtable.domain.capture import understand  # the first frame of a screen needs none of the grammar

    heard: list[Recorded] = []

    def decide(session: Session) -> list[Record]:
        heard.clear()
        begun = at or present(session, journal.now())
        moment = Moment(begun, topic or topic_at(session, begun))
        own = journal.own(uid, Contribution.KIND)
        draft = understand(line, table_of(session), *carried(session, own, moment.topic))
        if draft.said_at:
            moment = said_before(session, draft.said_at, moment, journal.now(), topic)
            draft = understand(line, table_of(session), *carried(session, own, moment.topic))
        seats: list[Record] = []
        if newcomer and not draft.placed:
            seats, draft = _seated(session, draft, newcomer)
            session = session.having(seats)
        records, contribution, marked = hear(session, draft, moment, answers)
        heard.append(Recorded(session, draft, contribution, marked))
        return [*seats, *records]

    appended = journal.append(uid, lambda session: [created(one) for one in decide(session)])
    found = heard[0]
    kept = appended.session.of(Contribution).get(found.contribution.id) if found.contribution else None
    return Recorded(appended.session, found.draft, kept, found.marked)


def _seated(session: Session, draft: "Draft", newcomer: Person) -> tuple[list[Record], "Draft"]:
    """Give the records of somebody who sits down, and their line understood as theirs."""
    from roundtable.domain.capture import placed
    from roundtable.services.seating import participant_records

    seats = participant_records([newcomer], session.sectors, session.participants)
    *fresh, person = seats
    # Where it is recorded who is there, they are.
    known = any(one.at_table for one in session.participants)
    attendance = Attendance.PRESENT if known else Attendance.EXPECTED
    here = replace(cast("Participant", person), attendance=attendance)
    speaker = Speaker(Voice.PERSON, participant=here.id)
    seats = [*fresh, here]
    return seats, placed(draft.typed, table_of(session.having(seats)), speaker)


def table_of(session: Session) -> Table:
    """Give what the grammar needs of a session; made anew only where people or sectors changed."""
    return _table(session.participants, session.sectors)


@lru_cache(maxsize=4)
def _table(people: tuple[Participant, ...], sectors: tuple[Sector, ...]) -> Table:
    return Table(people, sectors)


def carried(session: Session, own: Sequence[str], topic: str | None) -> tuple[Speaker | None, Speaker | None]:
    """Give the speaker of this writer's line before in this topic, and the speaker before that one.

    `own` are ids of the writer's contributions, newest first. Nothing reaches back past a line of nobody known.
    """
    found: list[Speaker] = []
    for key in own:
        said = session.of(Contribution).get(key)
        if said is None or said.withdrawn:
            continue
        if said.topic != topic or not said.placed:
            break
        speaker = speaker_of(said)
        if speaker and speaker not in found:
            found.append(speaker)
        if len(found) > 1:
            break
    return (found[0] if found else None), (found[1] if len(found) > 1 else None)


def speaker_of(said: Contribution) -> Speaker | None:
    """Give who said something, as a capture line knows speakers."""
    if said.voice is Voice.PERSON:
        return Speaker(Voice.PERSON, participant=said.participant)
    if said.voice is Voice.SECTOR:
        return Speaker(Voice.SECTOR, sector=said.sector)
    return Speaker(said.voice)


def said_before(session: Session, clock: time, moment: Moment, now: datetime, topic: str | None) -> Moment:
    """Give the moment that a time of day in a line means: on the evening of the session.

    One that lies ahead, and falls into no visit of the last day either, is a slip: `moment` it is.
    """
    at = on_the_evening(session, clock, moment.at)
    zone = zone_of(session)
    ahead = datetime.combine(now.astimezone(zone).date(), clock, zone) - now > WATCH_AHEAD
    far_before = min(begins for begins, _ends in _spans(session, moment.at)) - at > _FAR_BEFORE
    if at - now > WATCH_AHEAD or (ahead and far_before and now - at < _DAY):
        return moment
    return Moment(at, topic or topic_at(session, at) or moment.topic, moment.stamp)


def on_the_evening(session: Session, clock: time, now: datetime) -> datetime:
    """Give the instant that lies in a visit, else the nearest to one (or to the planned start), the latest of these."""
    zone = zone_of(session)
    spans = _spans(session, now)
    days = {
        edge.astimezone(zone).date() + timedelta(days=by)
        for span in spans
        for edge in span
        for by in (-1, 0, 1)
    }
    instants = [datetime.combine(day, clock, zone).astimezone(UTC) for day in sorted(days, reverse=True)]

    def away(at: datetime) -> timedelta:
        return min(max(begins - at, at - ends, timedelta(0)) for begins, ends in spans)

    return min(instants, key=away)


def _spans(session: Session, now: datetime) -> list[tuple[datetime, datetime]]:
    """Give when the table sat; where its clock never ran, the planned start, or the second half of a day gone by."""
    if visits := [(one.begins, one.ends) for one in session.visits if one.begins]:
        return [(begins, ends or min(now, begins + _EVENING)) for begins, ends in visits]
    start, zone = session.details.start, zone_of(session)
    if start is None and session.details.date and session.details.date < f"{now.astimezone(zone):%Y-%m-%d}":
        noon = datetime.combine(date.fromisoformat(session.details.date), time(12), zone).astimezone(UTC)
        return [(noon, noon + _EVENING)]
    return [(start or now, start or now)]


def not_to_come(at: datetime, now: datetime) -> datetime:
    """Give the instant at the same time of day that is not after now; an hour is left for a watch that is ahead."""
    days = max(timedelta(0), at - now - WATCH_AHEAD) // timedelta(days=1)
    return at - timedelta(days=days + 1) if at - now > WATCH_AHEAD else at


def topic_at(session: Session, at: datetime) -> str | None:
    """Give the topic that the table was at, also while it paused; none before the first."""
    return next((one.topic for one in reversed(session.visits) if one.begins and one.begins <= at), None)


def hear(
    session: Session, draft: "Draft", moment: Moment, answers: str | None = None
) -> tuple[list[Record], Contribution | None, Contribution | None]:
    """Give the records that a line adds, the contribution among them, and the one that its marks are on.

    `answers` is what a stance or marks are about (id), if it can be; else it is the last thing said.
    """
    if draft.empty:
        return [], None, None
    target = target_of(session, draft, moment, answers)
    if draft.marks_only and target:
        return marks_on(draft, target), None, target
    themes = theme_records(session, draft.themes)
    said = _contribution(draft, moment, themes, target)
    fresh: list[Record] = [one for one in themes if one.id not in session.of(Theme)]
    return [*fresh, said, *marks_on(draft, said)], said, said if draft.marks else None


def target_of(
    session: Session, draft: "Draft", moment: Moment, answers: str | None = None
) -> Contribution | None:
    """Give what the stance or the marks of a line are about: `answers` (an id) if it can be, else the last said."""
    possible = answerable(session, draft, moment)
    first = next(possible, None)
    if answers is None or first is None or first.id == answers:
        return first
    return next((said for said in possible if said.id == answers), first)


def answerable(session: Session, draft: "Draft", moment: Moment) -> Iterator[Contribution]:
    """Give what the stance or the marks of a line can be about, the last said first."""
    if draft.marks_only:
        return said_up_to(session, moment)
    if draft.stance:
        return said_up_to(session, moment, other_than=draft.speaker or Speaker(Voice.NOBODY))
    return iter(())


def _contribution(
    draft: "Draft", moment: Moment, themes: Sequence[Theme], target: Contribution | None
) -> Contribution:
    speaker = draft.speaker or Speaker(Voice.NOBODY)
    return Contribution(
        id=new_id(),
        typed=draft.typed,
        text=draft.text or draft.typed,
        at=moment.at,
        topic=moment.topic,
        participant=speaker.participant if draft.placed else None,
        sector=speaker.sector if draft.placed else None,
        voice=speaker.voice if draft.placed else Voice.NOBODY,
        kind=draft.kind,
        stance=draft.stance,
        answers=target.id if target and draft.stance else None,
        themes=frozenset(theme.id for theme in themes),
        starred=draft.starred,
        check=draft.check,
        placed=draft.placed and not draft.marks_only,
    )


def marks_on(draft: "Draft", target: Contribution) -> list[Record]:
    """Give the support that the marks of a line put on a contribution."""
    return [
        Support(id=new_id(), on=target.id, participant=mark.participant, sector=mark.sector, vote=mark.vote)
        for mark in draft.marks
    ]


def last_said(session: Session, moment: Moment, other_than: Speaker | None = None) -> Contribution | None:
    """Give the last thing said on a topic up to a moment, by another speaker if one is given."""
    return next(said_up_to(session, moment, other_than), None)


def said_up_to(session: Session, moment: Moment, other_than: Speaker | None = None) -> Iterator[Contribution]:
    """Give what was said on a topic up to a moment, the last first, by other speakers if one is given."""
    for said in reversed(session.contributions):
        later = said.at and (said.at, said.stamp) > (moment.at, moment.stamp)
        if said.topic != moment.topic or later or said.parked:
            continue
        if other_than is None or (said.placed and speaker_of(said) != other_than):
            yield said


def theme_records(session: Session, names: Sequence[str]) -> list[Theme]:
    """Give the themes of these names, new records where there are none yet; of two of one name it is the first."""
    known = {folded(theme.name): theme for theme in reversed(session.themes)}
    last = session.themes[-1].order if session.themes else ""
    found = []
    for name in names:
        if folded(name) not in known:
            last = order_between(last, "")
            known[folded(name)] = Theme(id=new_id(), name=name, order=last)
        found.append(known[folded(name)])
    return found
