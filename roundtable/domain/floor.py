"""The floor: who speaks, who waits for it, and for how long each has had it."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, timedelta

from roundtable.domain.clock import NOTHING, SECOND, Interval, stretches
from roundtable.domain.people import GONE, Participant
from roundtable.domain.session import Session
from roundtable.domain.turns import Turn


def in_use(session: Session) -> bool:
    """Say whether the floor is kept this evening: somebody asked for it, or had it."""
    return any(not turn.withdrawn for turn in session.of(Turn).values())


def speaking(session: Session) -> Turn | None:
    """Give the turn that is being taken; nobody has the floor once the evening is closed."""
    last = session.turns[-1] if session.turns else None
    return last if last and last.ends is None and not session.details.closed else None


def queue(session: Session, now: datetime | None = None) -> tuple[Turn, ...]:
    """Give the turns that wait, the next one first: one a person, without those who are gone.

    In the order of asking, or where the session says so with the sectors of least airtime first, then those of the
    fewest contributions. `now` counts the turn that is being taken as far as it has come (left out: not at all).
    """
    waiting = _waiting(session)
    if not session.details.quiet_first:
        return waiting
    taken = _by_sector(session, now or _before_this_turn(session))
    said = _contributions(session)

    def loudness(turn: Turn) -> tuple[timedelta, int]:
        sector = _sector(session, turn)
        return taken.get(sector, NOTHING), said[sector]

    return tuple(sorted(waiting, key=loudness))


def _waiting(session: Session) -> tuple[Turn, ...]:
    """Give the turns that wait, in the order of asking."""
    known = session.of(Participant)
    found: dict[str, Turn] = {}
    asked = [one for one in session.of(Turn).values() if one.asked and one.begins is None and not one.ends]
    for turn in sorted(asked, key=lambda one: (one.asked, one.stamp, one.id)):
        person = known.get(turn.participant or "")
        if person and not (turn.withdrawn or person.withdrawn or person.attendance in GONE):
            found.setdefault(person.id, turn)
    return tuple(found.values())


def airtime(session: Session, now: datetime) -> Mapping[str | None, Mapping[str, int]]:
    """Give how long everybody had the floor up to `now`: whole seconds by topic (its id) and person (their id).

    Under None is the whole evening. Time in which the table paused, or had not begun, is nobody's; a turn during which
    another one began ends there; nothing counts after the end of the evening.
    """
    on_topics: dict[str, dict[str, timedelta]] = {}
    over_evening: dict[str, timedelta] = {}
    for topic, person, spent in _pieces(session, now):
        here = on_topics.setdefault(topic, {})
        here[person] = here.get(person, NOTHING) + spent
        over_evening[person] = over_evening.get(person, NOTHING) + spent
    found: dict[str | None, dict[str, int]] = {None: _seconds(over_evening)}
    return {**found, **{topic: _seconds(spent) for topic, spent in on_topics.items()}}


def turn_length(session: Session, turn: Turn, now: datetime) -> int:
    """Give the seconds that a turn has lasted up to `now`, without pauses."""
    at = _until(session, now)
    held = next((held for one, held in _held(session, at) if one.id == turn.id), None)
    shared = (_shared(held, stretch) for _, stretch in stretches(session, at)) if held else ()
    return sum(shared, NOTHING) // SECOND


def _pieces(session: Session, now: datetime) -> Iterable[tuple[str, str, timedelta]]:
    """Give the pieces of turns by topic and person; together they are never longer than the topics lasted."""
    if not session.turns:
        return
    at = _until(session, now)
    on_topics = stretches(session, at)
    for turn, held in _held(session, at):
        for topic, stretch in on_topics:
            spent = _shared(held, stretch)
            if turn.participant and spent:
                yield topic, turn.participant, spent


def _until(session: Session, now: datetime) -> datetime:
    closed = session.details.closed
    return (min(now, closed) if closed else now).astimezone(UTC)


def _held(session: Session, at: datetime) -> Iterable[tuple[Turn, Interval]]:
    """Give each turn with its interval up to `at`; they are disjoint, and none ends before it begins."""
    following: datetime | None = None
    for turn in reversed(session.turns):
        if turn.begins is None:
            continue
        ends = min(end for end in (turn.ends, following, at) if end)
        yield turn, (turn.begins, max(turn.begins, ends))
        following = turn.begins


def _shared(one: Interval, other: Interval) -> timedelta:
    """Give how long two intervals are at the same time."""
    return max(NOTHING, min(one[1], other[1]) - max(one[0], other[0]))


def _seconds(spent: Mapping[str, timedelta]) -> dict[str, int]:
    return {person: length // SECOND for person, length in spent.items()}


def _by_sector(session: Session, now: datetime) -> dict[str | None, timedelta]:
    known = session.of(Participant)
    found: dict[str | None, timedelta] = {}
    for _topic, person, spent in _pieces(session, now):
        sector = known[person].sector if person in known else None
        found[sector] = found.get(sector, NOTHING) + spent
    return found


def _before_this_turn(session: Session) -> datetime:
    """Give the moment up to which turns are over."""
    last = speaking(session)
    ends = [instant for turn in session.turns for instant in (turn.begins, turn.ends) if instant]
    return last.begins if last and last.begins else max(ends, default=datetime.max.replace(tzinfo=UTC))


def _contributions(session: Session) -> Counter[str | None]:
    """Count what each sector said over the evening, as the balance does."""
    found: Counter[str | None] = Counter()
    for said in session.contributions:
        if said.somebodys:
            sector = session.sector_of(said)
            found[sector.id if sector else None] += 1
    return found


def _sector(session: Session, turn: Turn) -> str | None:
    person = session.of(Participant).get(turn.participant or "")
    return person.sector if person else None
