"""Who stands behind a statement or a takeaway: counted from what was recorded, never from likeness."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from roundtable.domain.contributions import Contribution, Stance, Support, Takeaway, Voice, Vote
from roundtable.domain.people import Participant, who_came
from roundtable.domain.session import Session, said_order

Counts = tuple[int, int, int]

# How much it says about a takeaway: a vote on a statement, a statement of one's own, a vote on the takeaway.
_VOTED, _SAID, _ASKED = range(3)


@dataclass(frozen=True, slots=True)
class Backing:
    """Who agrees (ids of participants, of sectors), and by sector how many (agree, oppose, pass).

    People who sit for no sector are among the people and in no count. `table` is what a show of hands of the whole
    table came to. `agreed` and `against` are how many people in all,
    `opposing` how many of those against are known. `unnamed` are the sectors (ids) of which a number was recorded with
    nobody named.
    """

    people: tuple[str, ...] = ()
    sectors: tuple[str, ...] = ()
    counts: Mapping[str, Counts] = field(default_factory=dict)
    table: Counts = (0, 0, 0)
    agreed: int = field(default=0, compare=False)
    against: int = field(default=0, compare=False)
    opposing: int = field(default=0, compare=False)
    unnamed: frozenset[str] = field(default=frozenset(), compare=False)

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
        for said in still_there(session, takeaway.evidence)
    ]
    sources += [list(_voice(session, said, Vote.OPPOSE)) for said in still_there(session, takeaway.dissent)]
    sources.append(list(_opinions(session, takeaway.id, _ASKED)))
    return _count(session, sources)


def still_there(session: Session, ids: Iterable[str]) -> list[Contribution]:
    """Give contributions by their ids in the order of saying, without what was withdrawn or is gone."""
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
        sum(opinion.vote is Vote.OPPOSE for _, opinion in known),
        frozenset(sector for sector, _ in (*numbers, *hands) if sector),
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
