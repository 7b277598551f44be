"""Who has been heard, by sector and by person, on a topic or over the evening, and whom to ask next.

Advice for the moderator: what the moderator, the table or nobody in particular said counts for nobody.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from roundtable.domain.contributions import Contribution, Voice
from roundtable.domain.people import Attendance, Participant, Sector
from roundtable.domain.session import Session


@dataclass(frozen=True, slots=True)
class SectorHeard:
    """What a sector said: `people` who are there, contributions, seconds of airtime (0 until the floor is kept)."""

    sector: Sector
    people: int
    contributions: int
    seconds: int = 0


@dataclass(frozen=True, slots=True)
class PersonHeard:
    """What somebody said, when last, and seconds of airtime (0 until the floor is kept)."""

    participant: Participant
    contributions: int
    last: datetime | None
    seconds: int = 0


@dataclass(frozen=True, slots=True)
class AskNext:
    """Whom to ask: somebody of the sector heard least; seconds of silence, None where nothing was said yet."""

    participant: Participant
    silence_seconds: int | None
    sector: Sector | None


@dataclass(slots=True)
class _Count:
    """How often somebody was heard on the topic and over the evening, and when last."""

    here: int = 0
    all: int = 0
    last: datetime | None = None
    last_here: datetime | None = None

    def hear(self, said: Contribution, *, here: bool) -> None:
        self.all += 1
        self.last = said.at or self.last
        if here:
            self.here += 1
            self.last_here = said.at or self.last_here

    def silence(self, now: datetime) -> timedelta:
        """Give a key that sorts the longest silence first; who said nothing has been silent for longest."""
        return self.last - now if self.last else timedelta.min


@dataclass(frozen=True, slots=True)
class _Counts:
    people: dict[str, _Count]
    sectors: dict[str | None, _Count]


def heard(session: Session, topic: str | None = None) -> tuple[SectorHeard, ...]:
    """Tell how much each sector was heard on a topic (its id; None: over the evening), in the sectors' order."""
    return _heard(session, _count(session, topic))


def _heard(session: Session, counts: _Counts) -> tuple[SectorHeard, ...]:
    there = [one.sector for one in _there(session, counts.people)]
    return tuple(
        SectorHeard(sector, there.count(sector.id), counts.sectors.get(sector.id, _Count()).here)
        for sector in session.sectors
    )


def people_heard(session: Session, topic: str | None = None) -> tuple[PersonHeard, ...]:
    """Tell how much each person was heard on a topic (None: over the evening): all who are there or who spoke."""
    counts = _count(session, topic)
    there = {one.id for one in _there(session, counts.people)}
    return tuple(
        PersonHeard(one, count.here, count.last_here)
        for one in session.participants
        if one.id in there or one.id in counts.people
        for count in (counts.people.get(one.id, _Count()),)
    )


def ask_next(session: Session, topic: str | None, now: datetime) -> AskNext | None:
    """Propose whom to ask: in the sector least heard on the topic its least heard person, the longest silent first.

    Ties go to who was heard less over the evening; nobody where nobody is there.
    """
    return _ask_next(session, _count(session, topic), now)


def heard_and_next(
    session: Session, topic: str | None, now: datetime
) -> tuple[tuple[SectorHeard, ...], AskNext | None]:
    """Tell both, as `heard` and `ask_next` do, and count only once."""
    counts = _count(session, topic)
    return _heard(session, counts), _ask_next(session, counts, now)


def _ask_next(session: Session, counts: _Counts, now: datetime) -> AskNext | None:
    there = _there(session, counts.people)
    if not there:
        return None
    places = {sector.id: place for place, sector in enumerate(session.sectors)}

    def turn(one: Participant) -> tuple[object, ...]:
        sector = one.sector if one.sector in places else None
        ours = counts.sectors.get(sector, _Count())
        own = counts.people.get(one.id, _Count())
        place = places.get(sector or "", len(places))
        return (ours.here, ours.all, ours.silence(now), place, own.here, own.silence(now), own.all)

    chosen = min(there, key=turn)
    last = counts.people.get(chosen.id, _Count()).last
    sector = session.of(Sector).get(chosen.sector or "") if chosen.sector in places else None
    return AskNext(chosen, max(0, (now - last) // timedelta(seconds=1)) if last else None, sector)


def _there(session: Session, spoke: dict[str, _Count]) -> tuple[Participant, ...]:
    """Give who can be asked: all but absent ones and those who left; once anybody was marked present, only those."""
    recorded = any(one.at_table for one in session.participants)
    gone = {Attendance.LEFT, Attendance.ABSENT}
    return tuple(
        one
        for one in session.participants
        if one.attendance not in gone and (one.at_table or not recorded or one.id in spoke)
    )


def _count(session: Session, topic: str | None) -> _Counts:
    """Count in one pass; `here` is the evening where no topic is given."""
    people: dict[str, _Count] = {}
    sectors: dict[str | None, _Count] = {}
    sits_for = {one.id: one.sector for one in session.participants}
    by_person, by_sector = (
        Voice.PERSON,
        Voice.SECTOR,
    )  # looked up once: there may be ten thousand contributions
    for said in session.contributions:
        voice = said.voice
        if not said.placed or (voice is not by_person and voice is not by_sector):
            continue
        here = topic is None or said.topic == topic
        person = said.participant if voice is by_person else None
        if person:
            people.setdefault(person, _Count()).hear(said, here=here)
        sector = said.sector or sits_for.get(person or "")
        sectors.setdefault(sector, _Count()).hear(said, here=here)
    return _Counts(people, sectors)
