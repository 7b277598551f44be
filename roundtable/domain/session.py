"""A session: typed, immutable, it filters and counts itself."""

from bisect import insort
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property
from typing import Any, ClassVar, TypeVar, cast

from roundtable.domain.agenda import Topic
from roundtable.domain.approvals import Approval
from roundtable.domain.contributions import (
    Contribution,
    Decision,
    Export,
    Prose,
    Support,
    Takeaway,
    Theme,
    Voice,
)
from roundtable.domain.erasures import Erasure
from roundtable.domain.people import Participant, Sector, shown_names
from roundtable.domain.records import Record, flag, instant, mapped, ordered, reference, whole, words
from roundtable.domain.same_point import Groups, SamePoint
from roundtable.domain.text import folded
from roundtable.domain.turns import Turn
from roundtable.domain.visits import Visit
from roundtable.errors import (
    ErasedForGood,
    NoSuchContribution,
    NoSuchPerson,
    NoSuchSector,
    NoSuchTakeaway,
    NoSuchTopic,
    SeveralNamesakes,
    SeveralPeople,
    SeveralTopics,
)

R = TypeVar("R", bound=Record)
FEW = 100  # contributions that are put in their places one by one; more are sorted with all the rest


@dataclass(frozen=True, slots=True, kw_only=True)
class Details(Record):
    """The session's own record: what it is called, when and where, how it is to be told.

    `start` is the planned start; `zone` an IANA name; `opening` Markdown; `attribution` a form or empty;
    an `invented` session says so wherever it is shown, and a `rehearsal` does not count; `rehearsal_of` is what it is
    one of (the uid of a session).
    `on_stage` is the contribution or takeaway (its id) that the projector shows since `on_stage_since`.
    `turn_seconds` is how long a turn on the floor may last (0: no limit); with `quiet_first` the queue is in the
    order of the sectors heard least, else in that of asking. `prompt` is the place of the opening question that is
    asked now. `names_until` is the day (ISO 8601) after which it is offered to erase the names, or empty.
    """

    KIND: ClassVar[str] = "session"
    slug: str = words()
    title: str = words()
    subtitle: str = words()
    language: str = words("en")
    agenda: str = words()
    opening: str = words()
    questions: tuple[str, ...] = ordered("question")
    abbreviations: Mapping[str, str] = mapped("abbreviation")
    date: str = words()
    start: datetime | None = instant()
    zone: str = words("UTC")
    place: str = words()
    organiser: str = words()
    publisher: str = words()
    contact: str = words()
    logo: str = words()
    accent: str = words()
    moderator: str = words()
    attribution: str = words()
    closed: datetime | None = instant()
    invented: bool = flag()
    rehearsal: bool = flag()
    rehearsal_of: str | None = reference()
    on_stage: str | None = reference()
    on_stage_since: datetime | None = instant()
    turn_seconds: int = whole()
    quiet_first: bool = flag()
    prompt: int = whole()
    names_until: str = words()


RECORDS: Mapping[str, type[Record]] = {
    cls.KIND: cls
    for cls in (
        Details,
        Sector,
        Participant,
        Topic,
        Visit,
        Turn,
        Contribution,
        Support,
        Theme,
        Takeaway,
        Prose,
        Decision,
        Export,
        SamePoint,
        Approval,
        Erasure,
    )
}


@dataclass(frozen=True)
class Session:
    """All records of one session, by kind and id; a new state shares with the old one what did not change."""

    uid: str
    records: Mapping[str, Mapping[str, Record]] = field(default_factory=dict)

    def having(self, records: Iterable[Record]) -> "Session":
        """Give the session with these records added or put in the place of older states of themselves."""
        kinds: dict[str, dict[str, Record]] = {}
        fresh: dict[str, Contribution] = {}
        for record in records:
            if record.KIND not in kinds:
                kinds[record.KIND] = dict(self.records.get(record.KIND, {}))
            kinds[record.KIND][record.id] = record
            if isinstance(record, Contribution):
                fresh[record.id] = record
        after = replace(self, records={**self.records, **kinds})
        # With every line ten thousand would be sorted anew, for one that nearly always comes last.
        if "everything_said" in vars(self) and len(fresh) <= FEW:
            known = self.of(Contribution)
            vars(after)["everything_said"] = _put_in_order(self.everything_said, fresh, among=known)
            if "contributions" in vars(self):
                vars(after)["contributions"] = _put_in_order(
                    self.contributions, fresh, among=known, withdrawn=False
                )
        return after

    def of(self, cls: type[R]) -> Mapping[str, R]:
        """Give all records of a class by id, withdrawn ones too."""
        return cast("Mapping[str, R]", self.records.get(cls.KIND, {}))

    def _in_order(self, cls: type[R]) -> tuple[R, ...]:
        found: list[Any] = [one for one in self.of(cls).values() if not one.withdrawn]
        return tuple(sorted(found, key=lambda one: (one.order, one.id)))

    @cached_property
    def details(self) -> Details:
        """The session's own record."""
        return self.of(Details).get(self.uid) or Details(id=self.uid)

    @cached_property
    def sectors(self) -> tuple[Sector, ...]:
        """The sectors, in the agenda's order."""
        return self._in_order(Sector)

    @cached_property
    def participants(self) -> tuple[Participant, ...]:
        """The participants, in their order."""
        return self._in_order(Participant)

    @cached_property
    def topics(self) -> tuple[Topic, ...]:
        """The topics, in the agenda's order; position 1 is the first."""
        return self._in_order(Topic)

    @cached_property
    def themes(self) -> tuple[Theme, ...]:
        """The themes, in their order; one that was withdrawn stays as long as something said bears it."""
        if not any(one.withdrawn for one in self.of(Theme).values()):
            return self._in_order(Theme)
        borne = frozenset().union(*(said.themes for said in self.contributions))
        kept = [one for one in self.of(Theme).values() if not one.withdrawn or one.id in borne]
        return tuple(sorted(kept, key=lambda one: (one.order, one.id)))

    @cached_property
    def takeaways(self) -> tuple[Takeaway, ...]:
        """The takeaways that were not dropped, in the ledger's order."""
        return self._in_order(Takeaway)

    @cached_property
    def visits(self) -> tuple[Visit, ...]:
        """The visits that have begun, by their beginning."""
        begun = [
            (v.begins, v.stamp, v.id, v) for v in self.of(Visit).values() if v.begins and not v.withdrawn
        ]
        return tuple(visit for *_, visit in sorted(begun, key=lambda known: known[:3]))

    @cached_property
    def turns(self) -> tuple[Turn, ...]:
        """The turns on the floor that have begun, by their beginning; the last one without an end is being taken."""
        begun = [(t.begins, t.stamp, t.id, t) for t in self.of(Turn).values() if t.begins and not t.withdrawn]
        return tuple(turn for *_, turn in sorted(begun, key=lambda known: known[:3]))

    @property
    def current(self) -> Topic | None:
        """The topic of the newest visit, also while the table pauses; none before the first."""
        found = self.of(Topic).get(self.visits[-1].topic or "") if self.visits else None
        return found if found and not found.withdrawn else None

    @property
    def prompts(self) -> tuple[str, ...]:
        """The questions to ask now: those of the current topic, before the first the opening ones; none once closed."""
        if self.current:
            return self.current.prompts
        return () if self.details.closed else self.details.questions

    @property
    def prompt(self) -> int:
        """The place of the question that is asked now, 0 for the first (and where there is none)."""
        asked = (self.current or self.details).prompt
        return asked if 0 <= asked < len(self.prompts) else 0

    @cached_property
    def everything_said(self) -> tuple[Contribution, ...]:
        """All contributions in the order in which they were said (at, stamp), withdrawn ones too."""
        return tuple(sorted(self.of(Contribution).values(), key=said_order))

    @cached_property
    def contributions(self) -> tuple[Contribution, ...]:
        """The contributions in the order in which they were said, without those withdrawn."""
        return tuple(one for one in self.everything_said if not one.withdrawn)

    @cached_property
    def withdrawn(self) -> tuple[Contribution, ...]:
        """The contributions that were withdrawn and can be brought back: not those whose words were erased."""
        return tuple(one for one in self.everything_said if one.withdrawn and not one.erased)

    @cached_property
    def numbers(self) -> Mapping[str, int]:
        """The number of each contribution by id: its rank, 1 for the first said; withdrawn ones keep theirs."""
        return {one.id: number for number, one in enumerate(self.everything_said, 1)}

    @cached_property
    def supports(self) -> Mapping[str, tuple[Support, ...]]:
        """The recorded support by the id of what it is on, oldest first."""
        found: dict[str, list[Support]] = {}
        for one in sorted(self.of(Support).values(), key=lambda one: (one.stamp, one.id)):
            if one.on and not one.withdrawn:
                found.setdefault(one.on, []).append(one)
        return {on: tuple(those) for on, those in found.items()}

    @cached_property
    def answers(self) -> Mapping[str, tuple[Contribution, ...]]:
        """The contributions that support or oppose another, by the id of that one, in the order of saying."""
        found: dict[str, list[Contribution]] = {}
        for one in self.contributions:
            if one.stance and one.answers:
                found.setdefault(one.answers, []).append(one)
        return {answered: tuple(those) for answered, those in found.items()}

    @cached_property
    def groups(self) -> Groups:
        """The groups of contributions of which somebody decided that they make the same point."""
        return Groups.decided(self)

    @cached_property
    def shown(self) -> Mapping[str, str]:
        """The short name by which each participant is shown, by id."""
        return shown_names({one.id: one for one in self.participants})

    @cached_property
    def positions(self) -> Mapping[str, int]:
        """The position of each topic by id, 1 for the first."""
        return {topic.id: place for place, topic in enumerate(self.topics, 1)}

    def on_topic(self, topic: str | None) -> tuple[Contribution, ...]:
        """Give the contributions to a topic (None: before the first)."""
        return tuple(one for one in self.contributions if one.topic == topic)

    def sector_of(self, said: Contribution) -> Sector | None:
        """Give the sector for which something was said: its own where it has one, else its speaker's."""
        speaker = self.of(Participant).get(said.participant or "")
        found = self.of(Sector).get(said.sector or (speaker.sector if speaker else None) or "")
        return found if found and not found.withdrawn else None

    def prose(self, part: str) -> Prose | None:
        """Give what was written for a part (`introduction`, a topic's id, `conclusion`), if anything."""
        found = self.of(Prose).get(part)
        return found if found and not found.withdrawn and found.text.strip() else None

    # What people call things: numbers, ids, names.

    def topic(self, name: str) -> Topic:
        """Find a topic by the number that is shown (its position where none is numbered), or a beginning of its title.

        Raises NoSuchTopic, SeveralTopics.
        """
        wanted = name.strip()
        numbers = {topic.number or None: topic for topic in reversed(self.topics)}
        if not any(topic.number for topic in self.topics):
            numbers = {str(place): topic for place, topic in enumerate(self.topics, 1)}
        if wanted in numbers:
            return numbers[wanted]
        if found := [topic for topic in self.topics if topic.id == wanted]:
            return found[0]
        begun = [t for t in self.topics if wanted and folded(t.title).startswith(folded(wanted))]
        exact = [topic for topic in begun if folded(topic.title) == folded(wanted)]
        if len(exact or begun) == 1:
            return (exact or begun)[0]
        if begun:
            raise SeveralTopics(name=name, titles=", ".join(topic.title for topic in begun))
        titles = ", ".join(f"{topic.number} {topic.title}".strip() for topic in self.topics)
        raise NoSuchTopic(name=name, titles=titles)

    def topic_name(self, topic: Topic) -> str:
        """Give by what commands find a topic: its number, its position where none is numbered, else its title."""
        numbered = any(one.number for one in self.topics)
        return topic.number or (topic.title if numbered else str(self.positions[topic.id]))

    def contribution(self, name: str) -> Contribution:
        """Find a contribution by number or id, a withdrawn one too. Raises NoSuchContribution, ErasedForGood."""
        wanted = name.strip().removeprefix("#")
        found = self.of(Contribution).get(wanted)
        if wanted.isdecimal() and 1 <= int(wanted) <= len(self.everything_said):
            found = self.everything_said[int(wanted) - 1]
        if found is None:
            raise NoSuchContribution(name=name)
        if found.erased:
            raise ErasedForGood(number=self.numbers[found.id])
        return found

    def takeaway(self, name: str) -> Takeaway:
        """Find a takeaway by its place in the ledger or its id, a dropped one by id too. Raises NoSuchTakeaway."""
        wanted = name.strip()
        if wanted.isdecimal() and 1 <= int(wanted) <= len(self.takeaways):
            return self.takeaways[int(wanted) - 1]
        if found := self.of(Takeaway).get(wanted):
            return found
        raise NoSuchTakeaway(name=name)

    def person(self, name: str) -> Participant:
        """Find a participant by nickname, name, first or last name, or a unique beginning; a complete name goes first.

        Raises NoSuchPerson, SeveralPeople.
        """
        wanted = folded(name.strip())
        for fits in (_exactly, _whole_word, _beginning):
            found = [one for one in self.participants if wanted and fits(one, wanted)]
            if len(found) == 1:
                return found[0]
            if found:
                raise self._several(name, found)
        raise NoSuchPerson(name=name)

    def _several(self, name: str, found: Sequence[Participant]) -> SeveralPeople:
        names = [one.name for one in found]
        if len(set(map(folded, names))) == len(names):
            return SeveralPeople(name=name, people=", ".join(names))
        shorts = {sector.id: sector.short for sector in self.sectors}
        told = (f"{one.name} {shorts.get(one.sector or '', '')}".strip() + f" [{one.id}]" for one in found)
        return SeveralNamesakes(name=name, people=", ".join(told))

    def sector(self, name: str) -> Sector:
        """Find a sector by its short name or its name. Raises NoSuchSector."""
        wanted = folded(name.strip())
        for one in self.sectors:
            if wanted in {folded(one.short), folded(one.name)}:
                return one
        raise NoSuchSector(name=name, sectors=", ".join(f"{one.short} {one.name}" for one in self.sectors))


def said_order(said: Contribution) -> tuple[float, str, str]:
    """Give what contributions are sorted by: when they were said, then the stamp."""
    return (said.at.timestamp() if said.at else 0.0, said.stamp, said.id)


def _put_in_order(
    said: tuple[Contribution, ...],
    fresh: Mapping[str, Contribution],
    *,
    among: Mapping[str, Contribution],
    withdrawn: bool = True,
) -> tuple[Contribution, ...]:
    """Put new states of contributions into an order that may hold the old ones of them; `withdrawn` ones or not."""
    if not fresh:
        return said
    kept = [one for one in said if one.id not in fresh] if any(key in among for key in fresh) else list(said)
    for one in fresh.values():
        if withdrawn or not one.withdrawn:
            insort(kept, one, key=said_order)
    return tuple(kept)


def spoke(session: Session) -> frozenset[str]:
    """Give the ids of the participants who said something."""
    return frozenset(
        one.participant for one in session.contributions if one.participant and one.voice is Voice.PERSON
    )


def _exactly(one: Participant, wanted: str) -> bool:
    return wanted in {one.id, folded(one.nickname), folded(one.name)}


def _whole_word(one: Participant, wanted: str) -> bool:
    first, _, last = folded(one.name).partition(" ")
    return wanted in {first, last}


def _beginning(one: Participant, wanted: str) -> bool:
    return any(folded(name).startswith(wanted) for name in (one.nickname, one.name) if name)
