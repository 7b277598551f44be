"""The floor: who asks for it, to whom it is given, when they are done, how long a turn may last."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from roundtable.domain.changes import Edit
from roundtable.domain.clock import present
from roundtable.domain.floor import queue, speaking
from roundtable.domain.people import GONE, Attendance, Participant, Person
from roundtable.domain.records import changed, created
from roundtable.domain.session import Session
from roundtable.domain.stamps import new_id
from roundtable.domain.turns import Turn
from roundtable.errors import NobodyWaits, NotWaiting, TableClosed
from roundtable.services.seating import sat_down
from roundtable.storage.journal import Journal

LONGEST = 3600  # seconds that a limit may be


@dataclass(slots=True)
class OnFloor:
    """What a move on the floor came to.

    `person` asked for it, has it now, or takes the hand down; `ended` is whose turn is over; `changed` is false where
    things were so already, or somebody else had made the move.
    """

    session: Session
    person: Participant | None = None
    ended: Participant | None = None
    changed: bool = True


def ask(journal: Journal, uid: str, name: str | Person) -> OnFloor:
    """Put somebody at the end of the queue; who waits already, or speaks, stays where they are.

    Who had left, or was thought absent, is there after all; a newcomer (a person, and no name) sits down with it.
    Raises NoSuchPerson, SeveralPeople, TableClosed; for a newcomer NameMissing, and NameTaken where somebody of that
    name sits here already.
    """
    found: list[Participant] = []

    def decide(session: Session) -> list[Edit]:
        person, seat = _person(session, name, found)
        if person.id in {turn.participant for turn in (*queue(session), *_present(session))}:
            return []
        raised = _raised(session, person)
        return [*seat, *([] if raised else [_created(person, asked=present(session, journal.now()))])]

    return _append(journal, uid, decide, found)


def give(journal: Journal, uid: str, name: str | Person | None = None, *, seen: str | None = "") -> OnFloor:
    """Give somebody the floor, without a name the next who waits; the present turn ends, also where nobody waits.

    `seen` is the id of the turn that whoever pressed the key saw being taken (None: nobody spoke); where that is no
    longer so, nothing happens. Left out, the floor is given whoever has it. A newcomer sits down as with `ask`.
    Raises NobodyWaits, NoSuchPerson, SeveralPeople, TableClosed, NameMissing, NameTaken.
    """
    found: list[Participant] = []
    over: list[Participant] = []

    def decide(session: Session) -> list[Edit]:
        found.clear()
        over.clear()
        _need_open(session)
        taken = _present(session)
        if seen not in {"", taken[0].id if taken else None}:
            return []
        now = _after(session, journal.now())
        person, seat = _person(session, name, found) if name else (_next(session, now, found), [])
        if person is None and not taken:
            raise NobodyWaits
        if person and taken and taken[0].participant == person.id:
            return []
        over.extend(_holder(session, taken))
        return [*_ended(taken, now), *seat, *(_begun(session, person, now) if person else [])]

    return _append(journal, uid, decide, found, over)


def done(journal: Journal, uid: str, *, seen: str | None = "") -> OnFloor:
    """End the present turn; nobody has the floor.

    `seen` is the id of the turn that whoever pressed the key saw being taken, as for `give`.
    """
    over: list[Participant] = []

    def decide(session: Session) -> list[Edit]:
        over.clear()
        taken = _present(session)
        if seen not in {"", taken[0].id if taken else None}:
            return []
        over.extend(_holder(session, taken))
        return _ended(taken, _after(session, journal.now()))

    return _append(journal, uid, decide, (), over)


def drop(journal: Journal, uid: str, name: str) -> OnFloor:
    """Take somebody's hand down. Raises NotWaiting, NoSuchPerson, SeveralPeople."""
    found: list[Participant] = []

    def decide(session: Session) -> list[Edit]:
        found[:] = [session.person(name)]
        raised = _raised(session, found[0])
        if not raised:
            those = [session.of(Participant)[turn.participant or ""].name for turn in queue(session)]
            raise NotWaiting(name=found[0].name, waiting=", ".join(those) or "–")
        return [changed(turn, replace(turn, withdrawn=True)) for turn in raised]

    return _append(journal, uid, decide, found)


def all_over(session: Session, now: datetime) -> list[Edit]:
    """End the turn that is being taken, where there is one: the evening is over."""
    return _ended(_present(session), now)


def limit(journal: Journal, uid: str, seconds: int) -> OnFloor:
    """Set how long a turn may last; 0 takes the limit away."""
    wanted = max(0, min(LONGEST, seconds))
    return _set(journal, uid, turn_seconds=wanted)


def order(journal: Journal, uid: str, *, quiet_first: bool) -> OnFloor:
    """Let the queue go in the order of the sectors heard least, or in that of asking."""
    return _set(journal, uid, quiet_first=quiet_first)


def _set(journal: Journal, uid: str, **settings: int) -> OnFloor:
    def decide(session: Session) -> list[Edit]:
        edit = changed(session.details, replace(session.details, **settings))  # type: ignore[arg-type]  # as named above
        return [edit] if edit.fields else []

    return _append(journal, uid, decide)


def _append(
    journal: Journal,
    uid: str,
    decide: Callable[[Session], Sequence[Edit]],
    found: Sequence[Participant] = (),
    over: Sequence[Participant] = (),
) -> OnFloor:
    appended = journal.append(uid, decide)
    person, ended = next(iter(found), None), next(iter(over), None)
    return OnFloor(appended.session, person, ended, changed=bool(appended.changes))


def _person(session: Session, name: str | Person, found: list[Participant]) -> tuple[Participant, list[Edit]]:
    """Give who is meant, and what it takes for them to sit at the table."""
    _need_open(session)
    if isinstance(name, str):
        found[:] = [session.person(name)]
        return found[0], _back(session, found[0])
    recorded = any(one.at_table for one in session.participants)
    one, listed, made = sat_down(
        session, name, lambda known: not known.at_table if recorded else known.attendance in GONE
    )
    found[:] = [replace(one, attendance=_there(session))]
    own = changed(session.of(Participant)[one.id], found[0]) if listed else created(found[0])
    return found[0], [*made, own]


def _next(session: Session, now: datetime, found: list[Participant]) -> Participant | None:
    found[:] = [session.of(Participant)[turn.participant or ""] for turn in queue(session, now)[:1]]
    return next(iter(found), None)


def _need_open(session: Session) -> None:
    if session.details.closed:
        raise TableClosed(session=session.details.slug)


def _present(session: Session) -> tuple[Turn, ...]:
    """Give the turn that is being taken, if any."""
    turn = speaking(session)
    return (turn,) if turn else ()


def _holder(session: Session, taken: Sequence[Turn]) -> list[Participant]:
    known = session.of(Participant)
    those = [known.get(turn.participant or "") for turn in taken]
    return [one for one in those if one]


def _raised(session: Session, person: Participant) -> list[Turn]:
    """Give the turns that somebody waits for, the first asked for first; two terminals may have made two."""
    those = [
        turn
        for turn in session.of(Turn).values()
        if turn.participant == person.id and turn.asked and not (turn.begins or turn.ends or turn.withdrawn)
    ]
    return sorted(those, key=lambda turn: (turn.asked, turn.stamp, turn.id))


def _begun(session: Session, person: Participant, now: datetime) -> list[Edit]:
    """Let somebody's turn begin: the one they waited for, or one of its own."""
    raised = _raised(session, person)
    own = [changed(raised[0], replace(raised[0], begins=now))] if raised else [_created(person, begins=now)]
    spare = [changed(turn, replace(turn, withdrawn=True)) for turn in raised[1:]]
    return [*own, *spare]


def _created(person: Participant, *, asked: datetime | None = None, begins: datetime | None = None) -> Edit:
    return created(Turn(id=new_id(), participant=person.id, asked=asked, begins=begins))


def _back(session: Session, person: Participant) -> list[Edit]:
    """Say that somebody who was thought gone is there: they speak."""
    if person.attendance not in GONE:
        return []
    return [changed(person, replace(person, attendance=_there(session)))]


def _there(session: Session) -> Attendance:
    """Give how somebody is marked who is there."""
    # Where nobody is marked as present, all who are expected count as there; one mark would change that.
    recorded = any(one.at_table for one in session.participants)
    return Attendance.PRESENT if recorded else Attendance.EXPECTED


def _ended(taken: Sequence[Turn], now: datetime) -> list[Edit]:
    return [changed(turn, replace(turn, ends=now)) for turn in taken]


def _after(session: Session, now: datetime) -> datetime:
    """Give the present instant, or where the clock was set back the beginning of the last turn: its order stays."""
    now = present(session, now)
    last = session.turns[-1].begins if session.turns else None
    return max(now, last) if last else now
