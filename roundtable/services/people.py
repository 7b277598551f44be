"""Who sits at the table: adding, correcting, attendance, consent."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from roundtable.domain.changes import Edit
from roundtable.domain.contributions import Contribution, Support
from roundtable.domain.people import Attendance, Consent, Participant, Person
from roundtable.domain.records import changed
from roundtable.domain.session import Session
from roundtable.domain.text import clean
from roundtable.errors import NameMissing
from roundtable.services.sessions import edits_of, participant_records
from roundtable.storage.journal import Journal


def add_people(journal: Journal, uid: str, people: Iterable[Person]) -> Session:
    """Add people to the table; a sector that is new is made. Raises NameMissing."""
    those = tuple(people)
    if not all(clean(one.name) for one in those):
        raise NameMissing

    def decide(session: Session) -> list[Edit]:
        last = session.participants[-1].order if session.participants else ""
        return edits_of(participant_records(those, list(session.sectors), after=last))

    return journal.append(uid, decide).session


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
    """Make one person of two: what the second said becomes the first's. Raises NoSuchPerson, SeveralPeople."""

    def decide(session: Session) -> list[Edit]:
        one, other = session.person(kept), session.person(gone)
        if one.id == other.id:
            return []
        edits = [
            changed(said, replace(said, participant=one.id))
            for said in session.of(Contribution).values()
            if said.participant == other.id
        ]
        edits += [
            changed(mark, replace(mark, participant=one.id))
            for mark in session.of(Support).values()
            if mark.participant == other.id
        ]
        filled = replace(
            one,
            sector=one.sector or other.sector,
            organisation=one.organisation or other.organisation,
            role=one.role or other.role,
            nickname=one.nickname or other.nickname,
            email=one.email or other.email,
        )
        if filled != one:
            edits.append(changed(one, filled))
        return [*edits, changed(other, replace(other, withdrawn=True))]

    return journal.append(uid, decide).session


def _alter(
    journal: Journal, uid: str, name: str, change: Callable[[Session, Participant], Participant]
) -> Session:
    def decide(session: Session) -> list[Edit]:
        one = session.person(name)
        edit = changed(one, change(session, one))
        return [edit] if edit.fields else []

    return journal.append(uid, decide).session
