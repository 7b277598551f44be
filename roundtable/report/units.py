"""A statement and those that stay behind it: they find room, or none, together."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from roundtable.domain.contributions import Kind, Stance
from roundtable.report.statements import Statement

MOST_FOLLOWERS = 3
BODY = frozenset({Kind.POINT, Kind.QUOTE})
_ORDER = {Stance.SUPPORTS: 0, Stance.OPPOSES: 1, None: 2}


@dataclass(frozen=True, slots=True)
class Unit:
    """A statement with those that stay behind it, `leaders` what each follows (ids); `place` is its rank in time."""

    head: Statement
    followers: tuple[Statement, ...]
    leaders: tuple[str, ...]
    place: int

    @property
    def statements(self) -> tuple[Statement, ...]:
        """The statements, in the order of printing."""
        return (self.head, *self.followers)

    @property
    def room(self) -> int:
        """How many statements it counts for."""
        return sum(one.room for one in self.statements)


def by_weight(units: Iterable[Unit]) -> list[Unit]:
    """Put units in order, the heaviest statement first, the earlier of two alike first."""
    return sorted(sorted(units, key=lambda unit: unit.place), key=lambda unit: unit.head.weight, reverse=True)


def units_of(kept: Sequence[Statement], found: Sequence[Statement], twins: Mapping[str, str]) -> list[Unit]:
    """Put behind each statement those that support or oppose it, or lean on it with a conjunction: at most three.

    `found` are all statements of the topic in time, `kept` those that may be printed, `twins` what stands for what.
    What answers a statement that has its three is left out: alone it would be out of its place.
    """
    bonds = _Bonds(kept, found, twins)
    followers: dict[str, list[Statement]] = {}
    for one in kept:
        leader = bonds.leader(one)
        if leader and bonds.bind(one, leader):
            followers.setdefault(leader, []).append(one)
    heads = [one for one in kept if one.id not in bonds.roots]
    units: list[Unit] = []
    for head in heads:
        behind = list(_behind(head.id, followers))
        those, leaders = tuple(one for one, _ in behind), tuple(leader for _, leader in behind)
        units.append(Unit(head, those, leaders, bonds.places[head.id]))
    return units


class _Bonds:
    """Who follows whom; `roots` gives for each follower the statement at the head."""

    def __init__(
        self, kept: Sequence[Statement], found: Sequence[Statement], twins: Mapping[str, str]
    ) -> None:
        self.places = {one.id: place for place, one in enumerate(found)}
        self.roots: dict[str, str] = {}
        self._found = found
        self._printed = {one.id for one in kept}
        self._twins = twins
        self._sizes: dict[str, int] = {}

    def leader(self, one: Statement) -> str | None:
        """Give the statement (id) behind which another comes, if any."""
        if one.said.kind not in BODY:
            return None
        answered = self._twins.get(one.said.answers or "", one.said.answers)
        place = self.places[one.id]
        if one.said.stance and answered in self._printed and answered and self.places[answered] < place:
            return answered
        if one.leaning and place:
            before = self._found[place - 1]
            themes = before.said.themes, one.said.themes
            same_theme = not all(themes) or bool(themes[0] & themes[1])
            if before.id in self._printed and before.said.kind in BODY and same_theme:
                return before.id
        return None

    def bind(self, one: Statement, leader: str) -> bool:
        """Put a statement behind another, if there is room; where there is none, one that leans stands alone."""
        root = self.roots.get(leader, leader)
        room = self._sizes.get(root, 0) < MOST_FOLLOWERS
        if room or one.said.stance:
            self.roots[one.id] = root
        if room:
            self._sizes[root] = self._sizes.get(root, 0) + 1
        return room


def _behind(leader: str, followers: Mapping[str, Sequence[Statement]]) -> Iterable[tuple[Statement, str]]:
    """Give what comes behind a statement: who supports it, who opposes it, what leans on it; each with its own."""
    for one in sorted(followers.get(leader, ()), key=lambda one: _ORDER[one.said.stance]):
        yield one, leader
        yield from _behind(one.id, followers)
