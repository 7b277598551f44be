"""Which contributions make the same point, as people decided pair by pair; a likeness of words is only a proposal."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from roundtable.domain.records import Record, flag, reference

if TYPE_CHECKING:
    from roundtable.domain.session import Session


@dataclass(frozen=True, slots=True, kw_only=True)
class SamePoint(Record):
    """What somebody decided of two contributions (`first`, `second`): that they make the `same` point, or do not.

    Its id is that of the pair (`pair_id`), so that two people who decide at once decide on one thing.
    """

    KIND: ClassVar[str] = "same_point"
    first: str | None = reference()
    second: str | None = reference()
    same: bool = flag()


def pair_id(one: str, other: str) -> str:
    """Give the id of the decision on two contributions, whichever of them is told first."""
    return "+".join(sorted((one, other)))


@dataclass(frozen=True, slots=True)
class Groups:
    """What was decided in a session: `of` gives for each contribution (id) that is in a group all of that group.

    `apart` are the pairs (their ids) of which somebody said that they do not make the same point.
    """

    of: Mapping[str, tuple[str, ...]]
    apart: frozenset[str]

    @classmethod
    def decided(cls, session: "Session") -> "Groups":
        """Read the groups of a session; its members are in the order of saying, without what was withdrawn."""
        decisions = [one for one in session.of(SamePoint).values() if not one.withdrawn]
        if not decisions:
            return cls({}, frozenset())
        places = {said.id: place for place, said in enumerate(session.contributions)}
        joined = connected((one.first or "", one.second or "") for one in decisions if one.same)
        # What was joined through one that was withdrawn since stays joined.
        there = [sorted(places.keys() & group, key=lambda key: places[key]) for group in joined]
        groups = [tuple(group) for group in there if len(group) > 1]
        apart = frozenset(pair_id(one.first or "", one.second or "") for one in decisions if not one.same)
        return cls({key: group for group in groups for key in group}, apart)

    @property
    def all(self) -> tuple[tuple[str, ...], ...]:
        """The groups, each once."""
        return tuple(dict.fromkeys(self.of.values()))

    def settled(self, one: str, other: str) -> bool:
        """Tell whether it was decided of two contributions, by themselves or through their groups, what they are."""
        those, others = self.of.get(one, (one,)), self.of.get(other, (other,))
        return other in those or any(pair_id(a, b) in self.apart for a in those for b in others)


def connected(pairs: Iterable[tuple[str, str]]) -> Iterator[set[str]]:
    """Give the sets of what hangs together by pairs, in the order of the pairs."""
    beside: dict[str, list[str]] = {}
    for one, other in pairs:
        beside.setdefault(one, []).append(other)
        beside.setdefault(other, []).append(one)
    seen: set[str] = set()
    for start in beside:
        if start in seen:
            continue
        found, waiting = {start}, [start]
        while waiting:
            fresh = set(beside[waiting.pop()]) - found
            found |= fresh
            waiting += fresh
        seen |= found
        yield found
