"""Who sits at the table: adding, correcting, attendance, consent."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from roundtable.domain.changes import Edit
from roundtable.domain.contributions import Contribution, Support
from roundtable.domain.people import Attendance, Consent, Participant, Person
from roundtable.domain.records import changed, created
from roundtable.domain.session import Session, spoke
from roundtable.domain.text import clean, folded
from roundtable.domain.turns import Turn
from roundtable.errors import NameMissing, NameTaken, SamePerson
from roundtable.services.consent_lines import line_in
from roundtable.services.corrections import Correction, edits_to_correct
from roundtable.services.seating import (
    paired,
    participant_records,
    sat_down,
    seated,
    seats_for,
    with_gaps_filled,
)
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
        filled = [
            changed(old, with_gaps_filled(replace(old, sector=old.sector or seats.of(one)), one))
            for one, old in known
        ]
        return [*edits_of([*seats.fresh, *seated(new, seats, there)]), *filled]

    return Invited(journal.append(uid, decide).session, names[True], names[False])


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
        if correction.consent is None or correction.consent is one.consent:
            return found
        return _agreed(journal, session, found, correction.consent)

    return _alter(journal, uid, name, change)


def _or(wanted: str | None, known: str) -> str:
    return known if wanted is None else clean(wanted)


def attend(journal: Journal, uid: str, name: str, attendance: Attendance) -> Session:
    """Say whether somebody is at the table. Raises NoSuchPerson, SeveralPeople."""
    return attend_together(journal, uid, [name], attendance)


def attend_together(journal: Journal, uid: str, names: Iterable[str], attendance: Attendance) -> Session:
    """Say of several people, in one act, whether they are at the table. Raises NoSuchPerson, SeveralPeople."""

    def decide(session: Session) -> list[Edit]:
        return _attending([session.person(name) for name in names], attendance)

    return journal.append(uid, decide).session


def everybody_came(journal: Journal, uid: str) -> tuple[str, ...]:
    """Mark as present, in one act, all who are still expected, and give their ids."""
    came: list[Participant] = []

    def decide(session: Session) -> list[Edit]:
        came[:] = [one for one in session.participants if one.attendance is Attendance.EXPECTED]
        return _attending(came, Attendance.PRESENT)

    journal.append(uid, decide)
    return tuple(one.id for one in came)


def _attending(those: Iterable[Participant], attendance: Attendance) -> list[Edit]:
    return [changed(one, replace(one, attendance=attendance)) for one in those]


@dataclass(frozen=True, slots=True)
class Arrived:
    """Somebody who has come, and whether they were on the list already."""

    session: Session
    participant: Participant
    known: bool


def arrive(journal: Journal, uid: str, person: Person, instead_of: str | None = None) -> Arrived:
    """Seat somebody who has come, in one act: new at the table, or on the list under this very name.

    Where they come instead of somebody (a name or id), that one is absent (has left, where they sat here or spoke),
    and sector and organisation are taken over unless they are given.
    Raises NameMissing, NameTaken (that name sits here already), NoSuchPerson, SeveralPeople.
    """
    seat: list[tuple[str, bool]] = []

    def decide(session: Session) -> list[Edit]:
        replaced = session.person(instead_of) if instead_of else None
        one, listed, made = sat_down(session, person, lambda known: not known.at_table)
        one = replace(one, attendance=Attendance.PRESENT)
        edits: list[Edit] = []
        if replaced and replaced.id != one.id:
            one = _in_the_place_of(replaced, one)
            edits = _attending([replaced], _gone(session, replaced))
        seat[:] = [(one.id, listed)]
        own = changed(session.of(Participant)[one.id], one) if listed else created(one)
        return [*made, own, *edits]

    after = journal.append(uid, decide).session
    key, known = seat[0]
    return Arrived(after, after.of(Participant)[key], known)


def _in_the_place_of(replaced: Participant, one: Participant) -> Participant:
    return replace(
        one,
        instead_of=replaced.id,
        sector=one.sector or replaced.sector,
        organisation=one.organisation or replaced.organisation,
    )


def _gone(session: Session, one: Participant) -> Attendance:
    sat_here = one.at_table or one.attendance is Attendance.LEFT or one.id in spoke(session)
    return Attendance.LEFT if sat_here else Attendance.ABSENT


def seat_speaker(journal: Journal, uid: str, number: str, person: Person) -> Session:
    """Add somebody to the table who said a contribution (its number or id), in one act.

    Where it is recorded who is there, they are.
    Raises NameMissing, NoSuchContribution.
    """
    if not clean(person.name):
        raise NameMissing

    def decide(session: Session) -> list[Edit]:
        seats = seats_for([person], session.sectors)
        fresh = seated([person], seats, session.participants)[0]
        if any(one.at_table for one in session.participants):
            fresh = replace(fresh, attendance=Attendance.PRESENT)
        known = session.having([*seats.fresh, fresh])
        said_by = Correction(participant=fresh.id)
        return [
            *edits_of([*seats.fresh, fresh]),
            *edits_to_correct(journal, uid, known, session.contribution(number).id, said_by),
        ]

    return journal.append(uid, decide).session


def consent_line(session: Session) -> str:
    """Give what is read out about consent, in the session's language."""
    details = session.details
    return line_in(details.language, details.publisher or details.organiser, details.contact)


def consent(journal: Journal, uid: str, name: str, form: Consent, by: str = "") -> Session:
    """Record how somebody agreed to be told, when, and who asked: the moderator unless told.

    Raises NoSuchPerson, SeveralPeople.
    """
    return _alter(journal, uid, name, lambda session, one: _agreed(journal, session, one, form, by))


def _agreed(journal: Journal, session: Session, one: Participant, form: Consent, by: str = "") -> Participant:
    asked = form is not Consent.UNASKED
    who = (clean(by) or session.details.moderator) if asked else ""
    return replace(one, consent=form, consent_at=journal.now() if asked else None, consent_by=who)


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
        turns = [each for each in session.of(Turn).values() if each.participant == other.id]
        moved = [
            *(changed(each, replace(each, participant=one.id)) for each in said),
            *(changed(each, replace(each, participant=one.id)) for each in marks),
            *(changed(each, replace(each, participant=one.id)) for each in turns),
        ]
        return [*moved, changed(one, _merged(one, other)), changed(other, replace(other, withdrawn=True))]

    return journal.append(uid, decide).session


_CAREFUL = (Consent.NONE, Consent.SECTOR, Consent.NAMED, Consent.UNASKED)
_SEEN = (Attendance.PRESENT, Attendance.ONLINE, Attendance.LEFT, Attendance.EXPECTED, Attendance.ABSENT)


def _merged(one: Participant, other: Participant) -> Participant:
    asked = min(one, other, key=lambda each: _CAREFUL.index(each.consent))
    return replace(
        one,
        sector=one.sector or other.sector,
        organisation=one.organisation or other.organisation,
        role=one.role or other.role,
        nickname=one.nickname or other.nickname,
        email=one.email or other.email,
        consent=asked.consent,
        consent_at=asked.consent_at,
        consent_by=asked.consent_by,
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
