"""Who sits at the table: adding, correcting, attendance, consent."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from roundtable.domain.changes import Edit
from roundtable.domain.contributions import Contribution, Support
from roundtable.domain.people import Attendance, Consent, Participant, Person
from roundtable.domain.records import changed
from roundtable.domain.session import Session
from roundtable.domain.text import clean, folded
from roundtable.errors import NameMissing, NameTaken, SamePerson
from roundtable.services.seating import paired, participant_records, seated, seats_for
from roundtable.services.sessions import edits_of
from roundtable.storage.journal import Journal


def add_people(journal: Journal, uid: str, people: Iterable[Person]) -> Session:
    """Add people to the table; a sector that is new is made. Raises NameMissing."""
    those = tuple(people)
    if not all(clean(one.name) for one in those):
        raise NameMissing

    def decide(session: Session) -> list[Edit]:
        return edits_of(participant_records(those, session.sectors, session.participants))

    return journal.append(uid, decide).session


def add_person(journal: Journal, uid: str, person: Person) -> Session:
    """Add somebody who is not at the table yet; a namesake comes with a nickname. Raises NameMissing, NameTaken."""
    if not clean(person.name):
        raise NameMissing

    def decide(session: Session) -> list[Edit]:
        namesakes = [one for one in session.participants if folded(one.name) == folded(clean(person.name))]
        nicknames = {folded(one.nickname) for one in session.participants if one.nickname}
        nickname = folded(clean(person.nickname))
        if namesakes and (not nickname or nickname in nicknames):
            raise NameTaken(name=namesakes[0].name)
        return edits_of(participant_records([person], session.sectors, session.participants))

    return journal.append(uid, decide).session


@dataclass(frozen=True, slots=True)
class Invited:
    """What a list of people came to: the names that are new, and those that were at the table already."""

    session: Session
    new: tuple[str, ...]
    known: tuple[str, ...]


def invite(journal: Journal, uid: str, people: Iterable[Person]) -> Invited:
    """Add those of a list who are not at the table yet; what is known of the others stays, and gaps are filled."""
    those = [one for one in people if clean(one.name)]
    names: dict[bool, tuple[str, ...]] = {}

    def decide(session: Session) -> list[Edit]:
        there = session.participants
        pairs = paired([one.name for one in there], those)
        new = [one for one, place in pairs if place is None]
        known = [(one, there[place]) for one, place in pairs if place is not None]
        seats = seats_for([*new, *(one for one, old in known if not old.sector)], session.sectors)
        names.update({True: tuple(one.name for one in new), False: tuple(old.name for _, old in known)})
        filled = [changed(old, _filled(old, one, seats.of(one))) for one, old in known]
        return [*edits_of([*seats.fresh, *seated(new, seats, there)]), *filled]

    return Invited(journal.append(uid, decide).session, names[True], names[False])


def _filled(known: Participant, listed: Person, sector: str | None) -> Participant:
    return replace(
        known,
        sector=known.sector or sector,
        organisation=known.organisation or clean(listed.organisation),
        role=known.role or clean(listed.role),
        nickname=known.nickname or clean(listed.nickname),
        email=known.email or clean(listed.email),
        consent=known.consent or listed.consent,
    )


@dataclass(frozen=True, slots=True)
class PersonCorrection:
    """What is to be put right about somebody; None leaves a thing as it is."""

    name: str | None = None
    sector: str | None = None
    organisation: str | None = None
    role: str | None = None
    nickname: str | None = None
    email: str | None = None
    consent: Consent | None = None


def edit_person(journal: Journal, uid: str, name: str, correction: PersonCorrection) -> Session:
    """Correct what is known of somebody. Raises NoSuchPerson, SeveralPeople, NameMissing."""

    def change(session: Session, one: Participant) -> Participant:
        if correction.name is not None and not clean(correction.name):
            raise NameMissing
        found = replace(
            one,
            name=_or(correction.name, one.name),
            organisation=_or(correction.organisation, one.organisation),
            role=_or(correction.role, one.role),
            nickname=_or(correction.nickname, one.nickname),
            email=_or(correction.email, one.email),
        )
        if correction.sector is not None:
            found = replace(found, sector=session.sector(correction.sector).id if correction.sector else None)
        return found if correction.consent is None else replace(found, consent=correction.consent)

    return _alter(journal, uid, name, change)


def _or(wanted: str | None, known: str) -> str:
    return known if wanted is None else clean(wanted)


def attend(journal: Journal, uid: str, name: str, attendance: Attendance) -> Session:
    """Say whether somebody is at the table. Raises NoSuchPerson, SeveralPeople."""
    return _alter(journal, uid, name, lambda _, one: replace(one, attendance=attendance))


def consent(journal: Journal, uid: str, name: str, form: Consent) -> Session:
    """Record how somebody agreed to be told. Raises NoSuchPerson, SeveralPeople."""
    return _alter(journal, uid, name, lambda _, one: replace(one, consent=form))


def merge(journal: Journal, uid: str, kept: str, gone: str) -> Session:
    """Make one person of two: what the second said becomes the first's, whose gaps the second fills.

    Where both said how they may be told, the more careful form counts.
    Raises NoSuchPerson, SeveralPeople, SamePerson.
    """

    def decide(session: Session) -> list[Edit]:
        one, other = session.person(kept), session.person(gone)
        if one.id == other.id:
            raise SamePerson(name=one.name)
        said = [each for each in session.of(Contribution).values() if each.participant == other.id]
        marks = [each for each in session.of(Support).values() if each.participant == other.id]
        moved = [
            *(changed(each, replace(each, participant=one.id)) for each in said),
            *(changed(each, replace(each, participant=one.id)) for each in marks),
        ]
        return [*moved, changed(one, _merged(one, other)), changed(other, replace(other, withdrawn=True))]

    return journal.append(uid, decide).session


_CAREFUL = (Consent.NONE, Consent.SECTOR, Consent.NAMED, Consent.UNASKED)
_SEEN = (Attendance.PRESENT, Attendance.ONLINE, Attendance.LEFT, Attendance.EXPECTED, Attendance.ABSENT)


def _merged(one: Participant, other: Participant) -> Participant:
    return replace(
        one,
        sector=one.sector or other.sector,
        organisation=one.organisation or other.organisation,
        role=one.role or other.role,
        nickname=one.nickname or other.nickname,
        email=one.email or other.email,
        consent=min(one.consent, other.consent, key=_CAREFUL.index),
        attendance=min(one.attendance, other.attendance, key=_SEEN.index),
    )


def _alter(
    journal: Journal, uid: str, name: str, change: Callable[[Session, Participant], Participant]
) -> Session:
    def decide(session: Session) -> list[Edit]:
        one = session.person(name)
        edit = changed(one, change(session, one))
        return [edit] if edit.fields else []

    return journal.append(uid, decide).session
