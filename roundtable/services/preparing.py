"""Preparing an evening before it begins: what it is called, when, where, who comes; its agenda read again."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from roundtable.domain.agenda import Agenda, Topic
from roundtable.domain.awkward import Awkward, Trouble, nicknames
from roundtable.domain.changes import Edit
from roundtable.domain.contributions import Support
from roundtable.domain.people import Participant, Person, Sector
from roundtable.domain.records import changed, created
from roundtable.domain.session import Details, Session, spoke
from roundtable.domain.starting import Starting
from roundtable.domain.text import clean, clean_prose, folded
from roundtable.domain.turns import Turn
from roundtable.errors import BegunAlready, HasSpoken, NameMissing, TookPart
from roundtable.i18n import N_, _
from roundtable.services.seating import paired, participant_records, seats_for, sector_records
from roundtable.services.sessions import dated_slug, drafted, free_slug, topic_records, zone_of
from roundtable.storage.journal import Journal

_TROUBLES = {
    Trouble.COMMON_WORD: N_("“{called}” is an ordinary word as well"),
    Trouble.SHARED: N_("“{called}” fits {others} as well"),
    Trouble.BEGINS_ANOTHER: N_("“{called}” fits {others} as well"),
    Trouble.INITIALS: N_("“{called}” are the initials of {others}"),
    Trouble.SECTOR: N_("“{called}” is the short name of a sector as well"),
}


def why_awkward(one: Awkward) -> str:
    """Say why a name will be mistaken."""
    return _(_TROUBLES[one.trouble]).format(called=one.called, others=", ".join(one.others))


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be put right about an evening; None leaves a thing as it is."""

    title: str | None = None
    starting: Starting | None = None
    place: str | None = None
    moderator: str | None = None


def keep(journal: Journal, uid: str) -> Session:
    """Give the session as it is, and with that have it made where it was only looked at."""
    return journal.session(uid)


def plan(journal: Journal, uid: str, wanted: Plan) -> Session:
    """Put right what an evening is called, when and where it is, who leads it. Raises NameMissing.

    An id that was made of the day follows it as long as the evening has not begun.
    """
    if wanted.title is not None and not clean(wanted.title):
        raise NameMissing

    def decide(session: Session) -> list[Edit]:
        old = session.details
        new = replace(
            old,
            title=old.title if wanted.title is None else clean(wanted.title),
            place=old.place if wanted.place is None else clean(wanted.place),
            moderator=old.moderator if wanted.moderator is None else clean(wanted.moderator),
        )
        if wanted.starting:
            new = _dated(journal, session, started(session, wanted.starting, new))
        edit = changed(old, new)
        return [edit] if edit.fields else []

    return journal.append(uid, decide).session


def started(session: Session, starting: Starting, details: Details | None = None) -> Details:
    """Give a session's own record with another day, hour, or both."""
    details = details or session.details
    zone = zone_of(session)
    planned = details.start.astimezone(zone) if details.start else None
    day = starting.day.isoformat() if starting.day else details.date
    hour = starting.hour if starting.hour is not None else planned.time() if planned else None
    if not day or hour is None:
        return replace(details, date=day)
    start = datetime.combine(datetime.fromisoformat(day), hour, zone).astimezone(UTC)
    return replace(details, date=day, start=start)


def _dated(journal: Journal, session: Session, new: Details) -> Details:
    old = session.details
    made = dated_slug(old.agenda or old.title, old.date)
    if old.date == new.date or session.visits or not old.slug.startswith(made):
        return new
    others = [one for one in journal.sessions() if one.uid != session.uid]
    return replace(new, slug=free_slug(others, dated_slug(old.agenda or old.title, new.date)))


def take_nicknames(journal: Journal, uid: str, people: Collection[str] | None = None) -> Session:
    """Give those whose names will be mistaken (some of them, by id; all unless told) the nicknames proposed."""

    def decide(session: Session) -> list[Edit]:
        those = session.of(Participant)
        return [
            changed(those[key], replace(those[key], nickname=found.nickname))
            for key, found in nicknames(session).items()
            if people is None or key in people
        ]

    return journal.append(uid, decide).session


def correct_person(journal: Journal, uid: str, key: str, person: Person) -> Session:
    """Say anew who somebody (an id) is; a sector that is new is made. Raises NoSuchPerson, NameMissing."""
    if not clean(person.name):
        raise NameMissing

    def decide(session: Session) -> list[Edit]:
        one = session.person(key)
        seats = seats_for([person], session.sectors)
        new = replace(
            one,
            name=clean(person.name),
            sector=seats.of(person),
            organisation=clean(person.organisation),
            role=clean(person.role),
            nickname=clean(person.nickname),
            email=clean(person.email),
        )
        edit = changed(one, new)
        return [*map(created, seats.fresh), edit] if edit.fields else []

    return journal.append(uid, decide).session


def uninvite(journal: Journal, uid: str, key: str) -> Session:
    """Take somebody (an id) off the list who took no part: said nothing, backed nothing, never wanted the floor.

    Raises NoSuchPerson, HasSpoken, TookPart.
    """

    def decide(session: Session) -> list[Edit]:
        one = session.person(key)
        marked = {mark.participant for mark in session.of(Support).values() if not mark.withdrawn}
        floor = {turn.participant for turn in session.of(Turn).values() if not turn.withdrawn}
        if one.id in spoke(session):
            raise HasSpoken(name=one.name)
        if one.id in marked | floor:
            raise TookPart(name=one.name)
        return [changed(one, replace(one, withdrawn=True))]

    return journal.append(uid, decide).session


@dataclass(frozen=True, slots=True)
class Foreseen:
    """What inviting a list would come to: who is new, who is there already, which sectors are made."""

    new: tuple[Person, ...]
    known: tuple[str, ...]
    sectors: tuple[Sector, ...]


def foreseen(session: Session, people: Iterable[Person]) -> Foreseen:
    """Tell what inviting a list of people would come to."""
    there = session.participants
    pairs = paired([one.name for one in there], people)
    new = tuple(one for one, place in pairs if place is None)
    known = [(one, there[place]) for one, place in pairs if place is not None]
    seats = seats_for([*new, *(one for one, old in known if not old.sector)], session.sectors)
    return Foreseen(new, tuple(old.name for _one, old in known), seats.fresh)


def take_agenda(journal: Journal, uid: str, before: Agenda | None, agenda: Agenda) -> Session:
    """Take an agenda that was written anew into a session that has not begun. Raises BegunAlready.

    What was put right in the session since it was made of `before` stays; so do topics, sectors and people that
    the agenda still has, under their ids.
    """

    def decide(session: Session) -> list[Edit]:
        if session.visits or any(said.topic for said in session.contributions):
            raise BegunAlready(title=session.details.title)
        details = _details(session.details, before, agenda, journal.now())
        sectors, after = _sectors(session, agenda)
        edits = [
            changed(session.details, details),
            *_topics(session, agenda),
            *sectors,
            *_people(session, before, agenda, after),
        ]
        return [edit for edit in edits if edit.fields]

    return journal.append(uid, decide).session


def _details(old: Details, before: Agenda | None, agenda: Agenda, now: datetime) -> Details:
    new, _records = drafted(agenda, now)
    found = replace(
        old,
        subtitle=new.subtitle,
        language=new.language,
        opening=clean_prose(new.opening),
        questions=new.questions,
        abbreviations=new.abbreviations,
        organiser=new.organiser,
        publisher=new.publisher,
        contact=new.contact,
        logo=new.logo,
        accent=new.accent,
        attribution=new.attribution,
    )
    if before is None:
        return found
    was, _records = drafted(before, now)
    if old.title == was.title:
        found = replace(found, title=new.title)
    if old.place == was.place:
        found = replace(found, place=new.place)
    if (old.date, old.start) == (was.date, was.start):
        found = replace(found, date=new.date, start=new.start)
    return found


def _topics(session: Session, agenda: Agenda) -> list[Edit]:
    """Keep topics of the same title, then take what is left of both in order: a title that was put right."""
    wanted = topic_records(agenda)
    left = list(session.topics)
    kept: dict[str, Topic] = {}
    for topic in wanted:
        same = next((one for one in left if folded(one.title) == folded(topic.title)), None)
        if same:
            left.remove(same)
            kept[topic.id] = same
    for topic in wanted:
        if topic.id not in kept and left:
            kept[topic.id] = left.pop(0)
    edits = []
    for topic in wanted:
        old = kept.get(topic.id)
        if old:
            held = replace(topic, id=old.id, granted_seconds=old.granted_seconds, fixed=old.fixed)
            edits.append(changed(old, replace(held, stamp=old.stamp)))
        else:
            edits.append(created(topic))
    return [*edits, *(changed(one, replace(one, withdrawn=True)) for one in left)]


def _sectors(session: Session, agenda: Agenda) -> tuple[list[Edit], list[Sector]]:
    """Give the edits that make the sectors those of the agenda, and the sectors as they are then."""
    edits: list[Edit] = []
    after: dict[str, Sector] = {}
    for wanted in sector_records(agenda.sectors):
        names = {folded(wanted.short), folded(wanted.name)}
        old = next((one for one in session.sectors if names & {folded(one.short), folded(one.name)}), None)
        new = replace(wanted, id=old.id, stamp=old.stamp) if old else wanted
        edits.append(changed(old, new) if old else created(new))
        after[new.id] = new
    filled = {one.sector for one in session.participants}
    for one in session.sectors:
        if one.id not in after and one.id in filled:
            after[one.id] = one
        elif one.id not in after:
            edits.append(changed(one, replace(one, withdrawn=True)))
    return edits, list(after.values())


def _people(session: Session, before: Agenda | None, agenda: Agenda, sectors: Sequence[Sector]) -> list[Edit]:
    """Invite whom the agenda names since; who was taken off the list here does not come back."""
    listed = [one.name for one in before.people] if before else []
    fresh = [one for one, place in paired(listed, agenda.people) if place is None]
    there = session.participants
    new = [one for one, place in paired([one.name for one in there], fresh) if place is None]
    return [created(one) for one in participant_records(new, sectors, there)] if new else []
