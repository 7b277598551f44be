"""The ledger of takeaways: who stands behind each, counted from what was recorded; what wants a look, what is left out.

Never from likeness: that two statements sound alike does not tell that two people agree.
"""

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from roundtable.domain.agenda import Topic
from roundtable.domain.changes import spelled
from roundtable.domain.contributions import Contribution, Stance, Support, Takeaway, Voice, Vote
from roundtable.domain.people import Participant, Sector, who_came
from roundtable.domain.session import Session, said_order, spoke

Counts = tuple[int, int, int]
_MARK = 8  # hex digits that tell the words of one contribution from others it may have had

# How much it says about a takeaway: a vote on a statement, a statement of one's own, a vote on the takeaway.
_VOTED, _SAID, _ASKED = range(3)


@dataclass(frozen=True, slots=True)
class Backing:
    """Who agrees (ids of participants, of sectors), and by sector how many (agree, oppose, pass).

    People who sit for no sector are among the people and in no count. `table` is what a show of hands of the whole
    table came to. `agreed` and `against` are how many people in all.
    """

    people: tuple[str, ...] = ()
    sectors: tuple[str, ...] = ()
    counts: Mapping[str, Counts] = field(default_factory=dict)
    table: Counts = (0, 0, 0)
    agreed: int = field(default=0, compare=False)
    against: int = field(default=0, compare=False)

    @property
    def told_by_table(self) -> bool:
        """Whether more agreed than is known by person or sector: hands that the whole table raised."""
        return self.table[0] > len(self.people) and self.table[0] > sum(
            one for one, *_ in self.counts.values()
        )


@dataclass(frozen=True, slots=True)
class _Opinion:
    """How a person (or, where nobody is named, `count` of a sector) stands; the greatest rank counts."""

    vote: Vote
    person: str | None
    sector: str | None
    count: int
    rank: tuple[int, str, str]
    hands: bool = False


def backing_of(session: Session, contribution: str) -> Backing:
    """Count who agreed with a contribution or opposed it, its own speaker left out.

    A person counts once, as they voted last. What was recorded of a sector with nobody named is added, but no further
    than the sector has people: it may be told of the same ones.
    """
    said = session.of(Contribution).get(contribution)
    speaker = said.participant if said else None
    opinions = [one for one in _opinions(session, contribution) if not speaker or one.person != speaker]
    return _count(session, [opinions])


def standing_behind(session: Session, takeaway: Takeaway) -> Backing:
    """Count who said or agreed with what a takeaway rests on, and who agreed with the takeaway itself.

    A person counts once: a vote on the takeaway goes before what they said, that before votes on statements.
    Numbers of a sector with nobody named may mean the same people again, so the largest of one source counts, and is
    added to the people that are known no further than the sector has people. In a show of hands the known ones were
    counted, so nothing is added to it: the larger counts.
    """
    sources = [
        [*_voice(session, said, Vote.AGREE), *_opinions(session, said.id)]
        for said in _found(session, takeaway.evidence)
    ]
    sources += [list(_voice(session, said, Vote.OPPOSE)) for said in _found(session, takeaway.dissent)]
    sources.append(list(_opinions(session, takeaway.id, _ASKED)))
    return _count(session, sources)


def dissenting(session: Session, takeaway: Takeaway) -> tuple[str, ...]:
    """Give the ids of a takeaway's dissent, in the order of saying, without what was withdrawn."""
    return tuple(said.id for said in _found(session, takeaway.dissent))


def evidence(session: Session, takeaway: Takeaway) -> tuple[str, ...]:
    """Give the ids of what a takeaway rests on, in the order of saying, without what was withdrawn."""
    return tuple(said.id for said in _found(session, takeaway.evidence))


def no_evidence(session: Session, takeaway: Takeaway) -> bool:
    """Say whether nothing is left on which the takeaway rests."""
    return not _found(session, takeaway.evidence)


def rests_on_one(session: Session, takeaway: Takeaway) -> bool:
    """Say whether a single person stands behind a takeaway."""
    return standing_behind(session, takeaway).agreed == 1


def dropped(session: Session) -> tuple[Takeaway, ...]:
    """Give the takeaways that were dropped, the one drawn last first; not those that went into another."""
    gone = [one for one in session.of(Takeaway).values() if one.withdrawn and not one.merged_into]
    return tuple(sorted(gone, key=lambda one: (one.stamp, one.id), reverse=True))


def in_takeaways(session: Session) -> dict[str, tuple[int, ...]]:
    """Give, for each contribution (id) that is evidence, the positions of the takeaways that rest on it."""
    return _positions(one.evidence for one in session.takeaways)


def against_takeaways(session: Session) -> dict[str, tuple[int, ...]]:
    """Give, for each contribution (id) that is dissent, the positions of the takeaways that it speaks against."""
    return _positions(one.dissent for one in session.takeaways)


def _positions(ledger: Iterable[Iterable[str]]) -> dict[str, tuple[int, ...]]:
    places: dict[str, list[int]] = {}
    for position, those in enumerate(ledger, 1):
        for key in those:
            places.setdefault(key, []).append(position)
    return {key: tuple(positions) for key, positions in places.items()}


# What wants a look.


class Since(StrEnum):
    """What became of a contribution since a person last looked at a takeaway that rests on it."""

    WITHDRAWN = "withdrawn"
    CORRECTED = "corrected"
    RESTORED = "restored"
    GONE = "gone"


def marks(session: Session, contributions: Iterable[str]) -> dict[str, str]:
    """Give for contributions (ids) a short mark of their words, by which a later look tells whether they changed.

    It is the beginning of SHA-256 over text and wording; empty for what was withdrawn or is gone.
    """
    known = session.of(Contribution)
    return {key: _mark(known.get(key)) for key in contributions}


def _mark(said: Contribution | None) -> str:
    if said is None or said.withdrawn:
        return ""
    words = spelled([said.text, said.wording]).encode("utf-8", "surrogatepass")
    return hashlib.sha256(words).hexdigest()[:_MARK]


def why_flagged(session: Session, takeaway: Takeaway) -> dict[str, Since]:
    """Give what a takeaway rests on (ids) that changed since a person last looked, in the order of saying.

    Where no mark was kept of what was seen then, only what was withdrawn or is gone tells itself. Dissent is not
    looked at: a takeaway stands no worse without it.
    """
    known, seen = session.of(Contribution), takeaway.seen
    now = marks(session, takeaway.evidence)
    found = [key for key, mark in now.items() if (seen[key] != mark if key in seen else not mark)]
    there = sorted((known[key] for key in found if key in known), key=said_order)
    told = {said.id: _since(said, takeaway) for said in there}
    return {**told, **{key: Since.GONE for key in sorted(found) if key not in known}}


def _since(said: Contribution, takeaway: Takeaway) -> Since:
    if said.withdrawn:
        return Since.WITHDRAWN
    return Since.CORRECTED if takeaway.seen[said.id] else Since.RESTORED


def flagged(session: Session, takeaway: Takeaway) -> bool:
    """Say whether something on which a takeaway rests changed since a person last looked, so that it wants a look."""
    return bool(why_flagged(session, takeaway))


# What is left out.


@dataclass(frozen=True, slots=True)
class Gaps:
    """What the ledger leaves out.

    `topics` are the chapters on which something was said and from which no takeaway draws; `sectors` those that came
    or spoke, of which nobody is recorded behind any takeaway; `alone` are the takeaways behind which one person
    stands, and nobody else.
    """

    topics: tuple[Topic, ...] = ()
    sectors: tuple[Sector, ...] = ()
    alone: tuple[Takeaway, ...] = ()


def gaps(session: Session) -> Gaps:
    """Say what the ledger leaves out, as it stands now.

    What was parked, withdrawn or said by the moderator makes no topic. A hand raised in a count of the whole table is
    no known sector's.
    """
    known = session.of(Contribution)
    backings = {one.id: standing_behind(session, one) for one in session.takeaways}
    behind = {sector for backing in backings.values() for sector in backing.sectors}
    drawn_on = {known[key].topic for one in session.takeaways for key in evidence(session, one)}
    left = {
        said.topic
        for said in session.contributions
        if said.topic not in drawn_on and not said.parked and said.voice is not Voice.MODERATOR
    }
    there = _at_table(session)
    return Gaps(
        tuple(one for one in session.topics if one.chapter and not one.conclusion and one.id in left),
        tuple(one for one in session.sectors if one.id in there and one.id not in behind),
        tuple(one for one in session.takeaways if backings[one.id].agreed == 1),
    )


def _at_table(session: Session) -> set[str]:
    """Give the sectors (ids) of those who came or spoke."""
    came, voices = {one.id for one in who_came(session.participants)}, spoke(session)
    sat = {one.sector for one in session.participants if one.id in came or one.id in voices}
    heard = {session.sector_of(said) for said in session.contributions if said.somebodys}
    return {one for one in sat if one} | {one.id for one in heard if one}


# How the counting goes.


def _found(session: Session, ids: Iterable[str]) -> list[Contribution]:
    known = session.of(Contribution)
    return sorted((known[one] for one in ids if one in known and not known[one].withdrawn), key=said_order)


def _opinions(session: Session, on: str, level: int = _VOTED) -> Iterator[_Opinion]:
    """Give what was recorded on a statement or takeaway, and the statements that support or oppose it."""
    for record in session.supports.get(on, ()):
        yield _Opinion(
            record.vote,
            record.participant,
            _sector_of(session, record),
            max(0, record.count),
            (level, record.stamp, record.id),
            record.hands,
        )
    for said in session.answers.get(on, ()):
        yield from _voice(session, said, Vote.AGREE if said.stance is Stance.SUPPORTS else Vote.OPPOSE, level)


def _voice(session: Session, said: Contribution, vote: Vote, level: int = _SAID) -> Iterator[_Opinion]:
    """Give the speaker's opinion; the table, the moderator and nobody in particular have none."""
    if said.somebodys:
        sector = session.sector_of(said)
        person = said.participant if said.voice is Voice.PERSON else None
        yield _Opinion(vote, person, sector.id if sector else None, 1, (level, said.stamp, said.id))


def _sector_of(session: Session, record: Support) -> str | None:
    person = session.of(Participant).get(record.participant or "")
    return (person.sector if person else None) or record.sector


def _in_order(session: Session, decided: Mapping[str, _Opinion]) -> list[tuple[str, _Opinion]]:
    """Give the opinions in the participants' order, without looking at all of them for each statement."""
    found = [
        person for one in decided if (person := session.of(Participant).get(one)) and not person.withdrawn
    ]
    return [(one.id, decided[one.id]) for one in sorted(found, key=lambda one: (one.order, one.id))]


def _count(session: Session, sources: list[list[_Opinion]]) -> Backing:
    decided: dict[str, _Opinion] = {}
    numbers: Counter[tuple[str, Vote]] = Counter()
    hands: Counter[tuple[str | None, Vote]] = Counter()
    if not any(sources):
        return Backing()
    for source in sources:
        here: Counter[tuple[str, Vote]] = Counter()
        for one in source:
            if one.person:
                if one.person not in decided or decided[one.person].rank < one.rank:
                    decided[one.person] = one
            elif one.hands:
                hands[one.sector, one.vote] += one.count
            elif one.sector:
                here[one.sector, one.vote] += one.count
        numbers |= here  # of each number the larger
    known = _in_order(session, decided)
    people = Counter((opinion.sector, opinion.vote) for _, opinion in known)
    counts: dict[str, Counts] = {}
    for sector in session.sectors:
        named = [people[sector.id, vote] for vote in Vote]
        told = [numbers[sector.id, vote] for vote in Vote]
        raised = [hands[sector.id, vote] for vote in Vote]
        if any(named) or any(told) or any(raised):
            agree, oppose, passed = map(max, _together(session, sector.id, named, told), raised)
            counts[sector.id] = agree, oppose, passed
    agree, oppose, passed = (hands[None, vote] for vote in Vote)
    return Backing(
        tuple(person for person, opinion in known if opinion.vote is Vote.AGREE),
        tuple(sector for sector, (one, *_) in counts.items() if one),
        counts,
        (agree, oppose, passed),
        max(agree, sum(one for one, *_ in counts.values()) + _elsewhere(people, counts, Vote.AGREE)),
        max(oppose, sum(one for _, one, _ in counts.values()) + _elsewhere(people, counts, Vote.OPPOSE)),
    )


def _elsewhere(
    people: Mapping[tuple[str | None, Vote], int], counts: Mapping[str, Counts], vote: Vote
) -> int:
    """Count the known people who sit for no sector, or for one that is no longer there."""
    return sum(
        count for (sector, their), count in people.items() if their is vote and (sector or "") not in counts
    )


def _together(session: Session, sector: str, named: list[int], told: list[int]) -> Counts:
    """Add the numbers told of a sector to its named people, no further than there are others of it.

    Where a number is larger than the sector, not everybody who voted is known, and the larger of the two counts.
    """
    if not (any(named) and any(told)):
        agree, oppose, passed = map(max, named, told)
        return agree, oppose, passed
    there = seats(session, sector)
    others = max(0, there - sum(named))
    agree, oppose, passed = (
        max(known, number) if number > there else known + min(number, others)
        for known, number in zip(named, told, strict=True)
    )
    return agree, oppose, passed


def seats(session: Session, sector: str | None = None) -> int:
    """Give how many of a sector (None: of all) sat at the table; where nobody was marked there, how many may have."""
    people = [one for one in session.participants if sector is None or one.sector == sector]
    return len(who_came(people))
