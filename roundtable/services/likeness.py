"""Which contributions make the same point, as a person decides: joined, or kept apart."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from roundtable.domain.changes import Edit
from roundtable.domain.contributions import Contribution
from roundtable.domain.records import changed, created
from roundtable.domain.same_point import SamePoint, connected, pair_id
from roundtable.domain.session import Session, said_order
from roundtable.errors import InNoGroup, NotTwoContributions
from roundtable.storage.journal import Journal

FEW = 30  # of so many each is kept apart from each; of more, each from the first of them: no thousands of decisions
FIRST = 10


def join(journal: Journal, uid: str, numbers: Sequence[str]) -> Session:
    """Make one group of contributions and of the groups that they are in; what was kept apart among them is joined.

    So is what was withdrawn and belongs to one of the groups: if it comes back, it belongs to all.
    Raises NoSuchContribution, NotTwoContributions.
    """

    def decide(session: Session) -> list[Edit]:
        named = _there(session, numbers)
        if len(named) < 2:  # noqa: PLR2004 - one alone
            raise NotTwoContributions
        decisions = _Decisions(session)
        members = decisions.joined_with(named)
        for one, other in decisions.kept_apart(members):
            decisions.decide(one, other, same=True)
        decisions.link(members)
        return decisions.edits

    return journal.append(uid, decide).session


def part(journal: Journal, uid: str, number: str) -> Session:
    """Let a contribution leave its group; the others stay together. Raises NoSuchContribution, InNoGroup."""

    def decide(session: Session) -> list[Edit]:
        said = session.contribution(number)
        decisions = _Decisions(session)
        if said.id not in session.groups.of:
            raise InNoGroup(number=session.numbers[said.id])
        decisions.leave(said.id)
        return decisions.edits

    return journal.append(uid, decide).session


def keep_apart(journal: Journal, uid: str, number: str, others: Sequence[str]) -> Session:
    """Decide that a contribution does not make the same point as others; it leaves a group that holds one of them.

    Raises NoSuchContribution, NotTwoContributions.
    """

    def decide(session: Session) -> list[Edit]:
        said = session.contribution(number).id
        those = _there(session, [number, *others])
        if said not in those or len(those) < 2:  # noqa: PLR2004 - one alone
            raise NotTwoContributions
        those.remove(said)
        decisions = _Decisions(session)
        if set(those) & set(session.groups.of.get(said, ())):
            decisions.leave(said)
        for other in those:
            decisions.decide(said, other, same=False)
        return decisions.edits

    return journal.append(uid, decide).session


def keep_all_apart(journal: Journal, uid: str, numbers: Sequence[str]) -> Session:
    """Decide of contributions that no two of them make the same point, except those that are in one group already.

    Where they are more than `FEW`, each is kept apart from the `FIRST` that are named, and the rest may be proposed
    again. Raises NoSuchContribution, NotTwoContributions.
    """

    def decide(session: Session) -> list[Edit]:
        those = _there(session, numbers)
        if len(those) < 2:  # noqa: PLR2004 - one alone
            raise NotTwoContributions
        decisions = _Decisions(session)
        first = len(those) if len(those) <= FEW else FIRST
        for place, one in enumerate(those[:first], 1):
            for other in those[place:]:
                if other not in session.groups.of.get(one, ()):
                    decisions.decide(one, other, same=False)
        return decisions.edits

    return journal.append(uid, decide).session


def _there(session: Session, numbers: Iterable[str]) -> list[str]:
    """Give the ids of contributions, each once, without those that were withdrawn."""
    found = [session.contribution(number) for number in numbers]
    return list(dict.fromkeys(said.id for said in found if not said.withdrawn))


class _Decisions:
    """What is decided of pairs, as it becomes in one act."""

    def __init__(self, session: Session) -> None:
        self._before = session.of(SamePoint)
        self._said = session.of(Contribution)
        self._now = {key: one for key, one in self._before.items() if not one.withdrawn}

    @property
    def edits(self) -> list[Edit]:
        """What there is to write for it."""
        made = [
            changed(self._before[key], one) if key in self._before else _made(one)
            for key, one in self._now.items()
        ]
        return [edit for edit in made if edit.fields]

    def joined_with(self, named: Iterable[str]) -> set[str]:
        """Give some and all that they were joined with, also what was withdrawn since."""
        those = set(named)
        return those.union(*(group for group in self._together() if group & those))

    def kept_apart(self, members: Iterable[str]) -> list[tuple[str, str]]:
        """Give the pairs among some that were kept apart."""
        those = set(members)
        apart = [(one.first or "", one.second or "") for one in self._now.values() if not one.same]
        return [pair for pair in apart if those.issuperset(pair)]

    def decide(self, one: str, other: str, *, same: bool) -> None:
        """Decide on a pair, whatever was decided before."""
        key = pair_id(one, other)
        old = self._before.get(key) or SamePoint(id=key)
        first, second = sorted((one, other))
        self._now[key] = replace(old, first=first, second=second, same=same, withdrawn=False)

    def link(self, members: Iterable[str]) -> None:
        """Join what of some does not hang together yet, by the first said of each part."""
        those = set(members)
        parts = [group & those for group in self._together() if group & those]
        parts += [{one} for one in those.difference(*parts)]
        firsts = sorted((min(part, key=self._order) for part in parts), key=self._order)
        for one, other in pairwise(firsts):
            self.decide(one, other, same=True)

    def leave(self, key: str) -> None:
        """Part one from all that it was joined with, and link those where it was what held them together."""
        group = next(group for group in self._together() if key in group) - {key}
        for other in sorted(group):
            self.decide(key, other, same=False)
        self.link(group)

    def _together(self) -> list[set[str]]:
        return list(connected((one.first or "", one.second or "") for one in self._now.values() if one.same))

    def _order(self, key: str) -> tuple[float, str, str]:
        return said_order(self._said.get(key) or Contribution(id=key))


def _made(decision: SamePoint) -> Edit:
    """Say what was decided in any case: where two decide at once, the later of them holds."""
    edit = created(decision)
    return replace(edit, fields={**edit.fields, "same": decision.same})
