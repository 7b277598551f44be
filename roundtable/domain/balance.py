"""Who has been heard, by sector and by person, on a topic or over the evening, and whom to ask next.

Advice for the moderator: what the moderator, the table or nobody in particular said counts for nobody.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from roundtable.domain.agenda import Topic
from roundtable.domain.contributions import Contribution, Voice
from roundtable.domain.floor import airtime, speaking
from roundtable.domain.people import GONE, Participant, Sector
from roundtable.domain.session import Session

NOWHERE = ""  # what was said before the first topic, or on one that was taken off the agenda
SECOND = timedelta(seconds=1)


@dataclass(frozen=True, slots=True)
class SectorHeard:
    """What a sector said: `people` who are there, contributions, seconds of airtime; `latest` over the evening."""

    sector: Sector
    people: int
    contributions: int
    seconds: int = 0
    latest: datetime | None = None


@dataclass(frozen=True, slots=True)
class PersonHeard:
    """What somebody said, when last (`latest`: over the evening), and seconds of airtime."""

    participant: Participant
    contributions: int
    last: datetime | None
    seconds: int = 0
    latest: datetime | None = None


class Why(StrEnum):
    """Why a sector is asked: not heard this evening, not on this topic, less than others, or for the longest time."""

    NEVER = "never"
    UNHEARD = "unheard"
    LEAST = "least"
    SILENT = "silent"


@dataclass(frozen=True, slots=True)
class AskNext:
    """Whom to ask: somebody of the sector heard least; seconds of silence, None where nothing was said yet."""

    participant: Participant
    silence_seconds: int | None
    sector: Sector | None
    why: Why = Why.SILENT


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """What a sector (None: speakers without one) said on each topic of the matrix, and over the evening."""

    sector: Sector | None
    counts: tuple[int, ...]
    total: int
    seconds: int
    latest: datetime | None


@dataclass(frozen=True, slots=True)
class Matrix:
    """The evening, sectors by topics (None: on no topic); `reached` are the places of topics that were talked of."""

    topics: tuple[Topic | None, ...]
    rows: tuple[MatrixRow, ...]
    reached: frozenset[int]

    @property
    def totals(self) -> tuple[int, ...]:
        """What was said on each topic, by all."""
        return tuple(sum(row.counts[place] for row in self.rows) for place in range(len(self.topics)))


@dataclass(slots=True)
class _Count:
    """How often and when last somebody was heard over the evening, and on each topic."""

    all: int = 0
    latest: datetime | None = None
    on: dict[str, int] = field(default_factory=dict)
    last: dict[str, datetime | None] = field(default_factory=dict)

    def hear(self, said: Contribution) -> None:
        topic = said.topic or NOWHERE
        self.all += 1
        self.on[topic] = self.on.get(topic, 0) + 1
        if said.at:
            self.latest = self.last[topic] = said.at

    def heard(self, topic: str | None) -> int:
        """Give how often on a topic; None is the evening."""
        return self.all if topic is None else self.on.get(topic, 0)

    def silence(self, now: datetime) -> timedelta:
        """Give a key that sorts the longest silence first; who said nothing has been silent for longest."""
        return self.latest - now if self.latest else timedelta.min


_NOTHING = _Count()


class Tally:
    """What was said this evening, counted in one pass, and the time that everybody had the floor up to `now`."""

    def __init__(self, session: Session, now: datetime | None = None) -> None:
        self.session = session
        self.airtime: Mapping[str | None, Mapping[str, int]] = airtime(session, now) if now else {}
        self._people: dict[str, _Count] = {}
        self._sectors: dict[str | None, _Count] = {}
        self._seats = {one.id: one.sector for one in session.participants}
        self._known = {sector.id for sector in session.sectors}
        self._count()
        self._spoke = self._people.keys() | self.airtime.get(None, {}).keys()
        self.there = self._who_is_there()

    def _count(self) -> None:
        by_person, by_sector = Voice.PERSON, Voice.SECTOR  # looked up once: there may be ten thousand
        for said in self.session.contributions:
            voice = said.voice
            if not said.placed or (voice is not by_person and voice is not by_sector):
                continue
            person = said.participant if voice is by_person else None
            if person:
                self._people.setdefault(person, _Count()).hear(said)
            sector = said.sector or self._seats.get(person or "")
            known = sector if sector in self._known else None
            self._sectors.setdefault(known, _Count()).hear(said)

    def _who_is_there(self) -> tuple[Participant, ...]:
        """Give who can be asked: nobody who is gone; once anybody was marked present, who is, or who spoke."""
        people = self.session.participants
        recorded = any(one.at_table for one in people)
        return tuple(
            one
            for one in people
            if one.attendance not in GONE and (one.at_table or not recorded or one.id in self._spoke)
        )

    def sectors(self, topic: str | None = None) -> tuple[SectorHeard, ...]:
        """Tell how much each sector was heard on a topic (its id; None: the evening), in the sectors' order."""
        there = [one.sector for one in self.there]
        seconds = self._sector_seconds(topic)
        return tuple(
            SectorHeard(
                sector,
                there.count(sector.id),
                count.heard(topic),
                seconds.get(sector.id, 0),
                count.latest,
            )
            for sector in self.session.sectors
            for count in (self._sectors.get(sector.id, _NOTHING),)
        )

    def people(self, topic: str | None = None) -> tuple[PersonHeard, ...]:
        """Tell how much each person was heard on a topic (None: the evening): all who are there or who spoke."""
        there = {one.id for one in self.there}
        seconds = self.airtime.get(topic, {})
        return tuple(
            PersonHeard(
                one,
                count.heard(topic),
                count.latest if topic is None else count.last.get(topic),
                seconds.get(one.id, 0),
                count.latest,
            )
            for one in self.session.participants
            if one.id in there or one.id in self._spoke
            for count in (self._people.get(one.id, _NOTHING),)
        )

    def ask_next(self, topic: str | None, now: datetime) -> AskNext | None:
        """Propose whom to ask: in the sector least heard on the topic its least heard person, the longest silent first.

        Ties go to who was heard less over the evening; whoever has the floor is not asked, and nobody where nobody is
        there.
        """
        turn_now = speaking(self.session)
        others = [one for one in self.there if turn_now is None or one.id != turn_now.participant]
        if not others:
            return None
        places = {sector.id: place for place, sector in enumerate(self.session.sectors)}

        def turn(one: Participant) -> tuple[object, ...]:
            ours = self._sectors.get(self._seat(one), _NOTHING)
            own = self._people.get(one.id, _NOTHING)
            place = places.get(self._seat(one) or "", len(places))
            heard_of_us = (ours.heard(topic), ours.all, ours.silence(now), place)
            return (*heard_of_us, own.heard(topic), own.silence(now), own.all)

        chosen = min(others, key=turn)
        sector = self.session.of(Sector).get(self._seat(chosen) or "")
        latest = self._people.get(chosen.id, _NOTHING).latest
        return AskNext(chosen, silence_seconds(latest, now), sector, self._why(self._seat(chosen), topic))

    def _why(self, sector: str | None, topic: str | None) -> Why:
        ours = self._sectors.get(sector, _NOTHING)
        others = [self._sectors.get(self._seat(one), _NOTHING) for one in self.there]
        if not ours.all:
            return Why.NEVER
        if ours.heard(topic) < max(one.heard(topic) for one in others):
            return Why.LEAST if ours.heard(topic) else Why.UNHEARD
        return Why.LEAST if ours.all < max(one.all for one in others) else Why.SILENT

    def matrix(self) -> Matrix:
        """Give sectors by topics; a row for those without a sector, and a column for no topic, where needed."""
        topics: tuple[Topic | None, ...] = self.session.topics
        agenda = {topic.id for topic in self.session.topics}
        if any(self._sectors[key].on.keys() - agenda for key in self._sectors):
            topics = (None, *topics)
        seconds = self._sector_seconds(None)
        rows: list[tuple[str | None, Sector | None]] = [(one.id, one) for one in self.session.sectors]
        if None in self._sectors:
            rows.append((None, None))
        visited = {visit.topic for visit in self.session.visits}
        made = tuple(
            MatrixRow(sector, _counts(count, topics, agenda), count.all, seconds.get(key, 0), count.latest)
            for key, sector in rows
            for count in (self._sectors.get(key, _NOTHING),)
        )
        reached = frozenset(
            place
            for place, topic in enumerate(topics)
            if topic is None or topic.id in visited or any(row.counts[place] for row in made)
        )
        return Matrix(topics, made, reached)

    def _sector_seconds(self, topic: str | None) -> dict[str | None, int]:
        found: dict[str | None, int] = {}
        for person, seconds in self.airtime.get(topic, {}).items():
            seat = self._seats.get(person)
            key = seat if seat in self._known else None
            found[key] = found.get(key, 0) + seconds
        return found

    def _seat(self, one: Participant) -> str | None:
        return one.sector if one.sector in self._known else None


def _counts(count: _Count, topics: tuple[Topic | None, ...], agenda: set[str]) -> tuple[int, ...]:
    nowhere = sum(said for key, said in count.on.items() if key not in agenda)
    return tuple(nowhere if topic is None else count.on.get(topic.id, 0) for topic in topics)


def silence_seconds(latest: datetime | None, now: datetime) -> int | None:
    """Give the whole seconds since somebody last spoke, never negative; None where they never did."""
    return max(0, (now - latest) // SECOND) if latest else None


def heard(session: Session, topic: str | None = None, now: datetime | None = None) -> tuple[SectorHeard, ...]:
    """Tell how much each sector was heard on a topic (its id; None: over the evening), in the sectors' order.

    Airtime is counted up to `now`, and not at all without it.
    """
    return Tally(session, now).sectors(topic)


def ask_next(session: Session, topic: str | None, now: datetime) -> AskNext | None:
    """Propose whom to ask, as `Tally.ask_next` does."""
    return Tally(session).ask_next(topic, now)
