"""What possibly makes the same point: for one statement, and as groups of a topic; always a proposal, never a count.

How like two statements are is the cosine of `insight.grams`. Groups are stars (Aslam, Pelekhov and Rus 2004): the
statement that is like most others takes all that are like it, then the next of those that are left. Stars gave better
pairs than average and single linkage, and than leaders in other orders. `python -m tests.bench likeness`: of two
statements of one group that both are evidence of a key point, .82 share one with experts' key points of arguments (.23
of any two do), .75 with those of a French debate (.07), .90 with those of a meeting (.83). They find few of all such
pairs, one in twenty: what makes the same point is mostly said in other words.
"""

import heapq
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from roundtable.domain.contributions import Contribution
from roundtable.domain.same_point import SamePoint
from roundtable.domain.session import Session
from roundtable.insight.cover import LIKE, Statement
from roundtable.insight.grams import Grams, contents
from roundtable.insight.statements import names_of, spoken, statement_of, telling

SAME = 0.4  # the least cosine within a group, where what is proposed at once must not be wrong often
MOST_ALIKE = 8


@dataclass(frozen=True, slots=True)
class Decided:
    """What people decided: groups of ids, and pairs of which they said that they do not make the same point."""

    groups: Sequence[Sequence[str]] = ()
    apart: Sequence[tuple[str, str]] = ()

    @classmethod
    def of(cls, session: Session) -> "Decided":
        """Give what was decided in a session."""
        kept_apart = [
            (one.first or "", one.second or "")
            for one in session.of(SamePoint).values()
            if not one.same and not one.withdrawn
        ]
        return cls(session.groups.all, kept_apart)


def alike(session: Session, contribution: str) -> tuple[str, ...]:
    """Give what possibly makes the same point as a contribution, on its topic, the likeliest first.

    Nothing that was decided on already.
    """
    said = session.of(Contribution).get(contribution)
    if said is None:
        return ()
    language = session.details.language
    table = telling(spoken(session, session.on_topic(said.topic)), language, names_of(session))
    return alike_among(table, statement_of(session, said), language, Decided.of(session))


def proposed_groups(session: Session, topic: str | None) -> tuple[tuple[str, ...], ...]:
    """Propose groups of what was said on a topic (None: before the first), the largest first.

    A group that was decided on comes as a whole and never alone; what was parted is in no group together.
    """
    language = session.details.language
    table = telling(spoken(session, session.on_topic(topic)), language, names_of(session))
    return in_order(session, groups_among(table, language, Decided.of(session)))


def alike_among(
    table: Sequence[Statement], one: Statement, language: str, decided: Decided
) -> tuple[str, ...]:
    """Give the ids of statements that possibly make the same point as one, the likeliest first."""
    others = [each for each in table if each.id != one.id]
    grams = Grams.cut(contents([one.text, *(each.text for each in others)], language))
    settled = _Settled(decided)
    likeliest = sorted(grams.like(0, LIKE), key=lambda found: (-found[0], found[1]))
    ids = (others[place - 1].id for _, place in likeliest)
    return tuple(key for key in ids if not settled.on(one.id, key))[:MOST_ALIKE]


class _Settled:
    """Which contributions are in one group, and which groups (or contributions in none) were kept apart."""

    def __init__(self, decided: Decided) -> None:
        self._group = {key: group[0] for group in decided.groups for key in group}
        self._apart: dict[str, set[str]] = {}
        for one, other in decided.apart:
            self._apart.setdefault(self.name(one), set()).add(self.name(other))
            self._apart.setdefault(self.name(other), set()).add(self.name(one))

    def name(self, key: str) -> str:
        """Give the first of the group that a contribution is in, else itself."""
        return self._group.get(key, key)

    def alone(self, key: str) -> bool:
        """Tell whether nothing was decided on a contribution."""
        return key not in self._group and key not in self._apart

    def on(self, one: str, other: str) -> bool:
        """Tell whether it was decided of two contributions what they are."""
        return self.name(one) == self.name(other) or self.parted(self.name(one), [self.name(other)])

    def parted(self, name: str, others: Iterable[str]) -> bool:
        """Tell whether a group was kept apart from one of some others, all told by their names."""
        return not self._apart.get(name, set()).isdisjoint(others)


@dataclass(slots=True)
class _Bundle:
    """What goes into a group together or not at all: a group that was `decided` on, or what has the same words."""

    name: str
    ids: list[str]
    decided: bool = False
    near: dict[int, float] = field(
        default_factory=dict
    )  # the places of bundles that are like it, and how much


def groups_among(table: Sequence[Statement], language: str, decided: Decided) -> Iterator[list[str]]:
    """Group statements (their ids), and the groups that were decided on, by how like they are."""
    settled = _Settled(decided)
    grams = Grams.cut(contents([one.text for one in table], language))
    bundles, bundle_at = _bundled(table, grams, decided, settled)
    for one, other, cosine in grams.pairs(list(bundle_at), SAME):
        here, there = bundle_at[one], bundle_at[other]
        if here != there:
            most = max(cosine, bundles[here].near.get(there, 0.0))
            bundles[here].near[there] = bundles[there].near[here] = most
    for star in _stars(bundles, settled):
        yield [key for bundle in star for key in bundle.ids]


def _bundled(
    table: Sequence[Statement], grams: Grams, decided: Decided, settled: _Settled
) -> tuple[list[_Bundle], dict[int, int]]:
    """Give the bundles, and for each statement that is to be compared the place of its own: the same is so once."""
    bundles = [_Bundle(group[0], list(group), decided=True) for group in decided.groups]
    places: dict[str | frozenset[str], int] = {one.name: place for place, one in enumerate(bundles)}
    bundle_at: dict[int, int] = {}
    for place, one in enumerate(table):
        name, words = settled.name(one.id), frozenset(grams.of[place])
        if name in places:
            bundle_at[place] = places[name]
        elif settled.alone(one.id) and words in places:
            bundles[places[words]].ids.append(one.id)
        elif words:
            bundle_at[place] = len(bundles)
            places[words if settled.alone(one.id) else name] = len(bundles)
            bundles.append(_Bundle(name, [one.id]))
    return bundles, bundle_at


def _stars(bundles: Sequence[_Bundle], settled: _Settled) -> Iterator[list[_Bundle]]:
    """Let the bundle that is like most others take them, again and again.

    What others take only makes it less, so it is enough to look again at the one whose turn comes.
    """
    free = set(range(len(bundles)))

    def like(place: int) -> float:
        near = bundles[place].near.items()
        return (
            len(bundles[place].ids)
            - 1
            + sum(cosine * len(bundles[other].ids) for other, cosine in near if other in free)
        )

    heap = [(-like(place), place) for place in free]
    heapq.heapify(heap)
    while heap:
        _, place = heapq.heappop(heap)
        if place not in free:
            continue
        now = (-like(place), place)
        if heap and now > heap[0]:
            heapq.heappush(heap, now)
            continue
        star = _taken(bundles, place, free, settled)
        if len(star) > 1 or (len(star[0].ids) > 1 and not star[0].decided):
            yield star


def _taken(bundles: Sequence[_Bundle], place: int, free: set[int], settled: _Settled) -> list[_Bundle]:
    """Give a bundle with those that are like it and still free, the likest first, none of them kept apart."""
    free.remove(place)
    star = [bundles[place]]
    near = bundles[place].near
    for other in sorted(near, key=lambda other: (-near[other], other)):
        if other in free and not settled.parted(bundles[other].name, [one.name for one in star]):
            free.remove(other)
            star.append(bundles[other])
    return star


def in_order(session: Session, groups: Iterable[Iterable[str]]) -> tuple[tuple[str, ...], ...]:
    """Put groups in order, the largest first, and what is in them in the order of saying."""
    numbers = session.numbers
    those = [sorted(group, key=lambda key: numbers.get(key, 0)) for group in groups]
    those.sort(key=lambda group: (-len(group), numbers.get(group[0], 0)))
    return tuple(map(tuple, those))
