"""Where an evening stands at its end: minutes, who was heard, and what is left to put right."""

from collections.abc import Callable
from dataclasses import dataclass

from roundtable.domain.agenda import Topic
from roundtable.domain.clock import Schedule, TopicState
from roundtable.domain.contributions import Contribution, Takeaway
from roundtable.domain.people import Consent, Participant, Sector, who_came
from roundtable.domain.session import Session, spoke
from roundtable.domain.takeaways import no_evidence


@dataclass(frozen=True, slots=True)
class TopicTaken:
    """A topic: the seconds that the agenda gave it (0: none) and those it took, and how much was said."""

    topic: Topic
    state: TopicState
    planned_seconds: int
    taken_seconds: int
    contributions: int

    @property
    def settled(self) -> bool:
        """Whether it can be told how it kept to its minutes: it was reached, and is left or has had its time."""
        left = self.state is not TopicState.CURRENT
        return self.taken_seconds > 0 and (left or self.taken_seconds >= self.planned_seconds)


@dataclass(frozen=True, slots=True)
class Closing:
    """The evening in figures, and what a person has still to look at; withdrawn contributions count nowhere.

    `came` are those who sat at the table as far as that is known; `not_heard` those among them who said nothing, and
    `silent_sectors` the sectors for which somebody came and nothing was said. `not_asked` came or spoke, and nobody
    asked how they may be told. `unsupported` are takeaways that rest on nothing.
    """

    times: Schedule
    topics: tuple[TopicTaken, ...]
    contributions: int
    came: tuple[Participant, ...]
    not_heard: tuple[Participant, ...]
    silent_sectors: tuple[Sector, ...]
    unplaced: tuple[Contribution, ...]
    to_check: tuple[Contribution, ...]
    parked: tuple[Contribution, ...]
    open_questions: tuple[Contribution, ...]
    not_asked: tuple[Participant, ...]
    takeaways: int
    unsupported: tuple[Takeaway, ...]

    @property
    def planned_seconds(self) -> int:
        """The seconds that the agenda gave all topics together."""
        return sum(one.planned_seconds for one in self.topics)

    @property
    def taken_seconds(self) -> int:
        """The seconds that all topics took together."""
        return sum(one.taken_seconds for one in self.topics)

    @property
    def heard(self) -> int:
        """How many of those who came said something."""
        return len(self.came) - len(self.not_heard)


def closing(session: Session, times: Schedule) -> Closing:
    """Tell where an evening stands, at the moment of its schedule."""
    voices = spoke(session)
    seen = {one.id for one in who_came(session.participants)}
    came = tuple(one for one in session.participants if one.id in voices or one.id in seen)
    not_heard = tuple(one for one in came if one.id not in voices)

    def those(fits: Callable[[Contribution], bool]) -> tuple[Contribution, ...]:
        return tuple(filter(fits, session.contributions))

    return Closing(
        times=times,
        topics=_topics(session, times),
        contributions=len(session.contributions),
        came=came,
        not_heard=not_heard,
        silent_sectors=_silent(session, came),
        unplaced=those(lambda said: not said.placed),
        to_check=those(lambda said: said.check),
        parked=those(lambda said: said.parked and not said.open_question),
        open_questions=those(lambda said: said.open_question),
        not_asked=tuple(one for one in came if one.consent is Consent.UNASKED),
        takeaways=len(session.takeaways),
        unsupported=tuple(one for one in session.takeaways if no_evidence(session, one)),
    )


def _topics(session: Session, times: Schedule) -> tuple[TopicTaken, ...]:
    return tuple(
        TopicTaken(
            one.topic,
            one.state,
            one.topic.planned_seconds or 0,
            one.elapsed_seconds,
            len(session.on_topic(one.topic.id)),
        )
        for one in times.topics
    )


def _silent(session: Session, came: tuple[Participant, ...]) -> tuple[Sector, ...]:
    sat_for = {one.sector for one in came}
    heard = {
        sector.id
        for said in session.contributions
        if said.somebodys
        for sector in [session.sector_of(said)]
        if sector
    }
    return tuple(one for one in session.sectors if one.id in sat_for and one.id not in heard)
