"""Which contributions are wanted: a filter over what was said."""

from collections.abc import Callable
from dataclasses import dataclass

from roundtable.domain.contributions import Contribution, Kind
from roundtable.domain.session import Session


@dataclass(frozen=True, slots=True)
class Filter:
    """What a contribution has to be; what is None or false does not matter. `topic` and the like are ids.

    An empty `theme` is what bears none.
    Withdrawn ones are wanted only where they are asked for, and then no others.
    """

    topic: str | None = None
    sector: str | None = None
    participant: str | None = None
    kind: Kind | None = None
    theme: str | None = None
    starred: bool = False
    check: bool = False
    unplaced: bool = False
    parked: bool = False
    withdrawn: bool = False

    def of(self, session: Session) -> tuple[Contribution, ...]:
        """Give the contributions that fit, in the order in which they were said."""
        tests = self._tests(session)
        those = session.withdrawn if self.withdrawn else session.contributions
        return tuple(said for said in those if all(fits(said) for fits in tests))

    def _tests(self, session: Session) -> list[Callable[[Contribution], bool]]:
        themes = {one.id for one in session.themes}
        tests: list[tuple[bool, Callable[[Contribution], bool]]] = [
            (self.topic is not None, lambda said: said.topic == self.topic),
            (self.sector is not None, lambda said: _sector(session, said) == self.sector),
            (self.participant is not None, lambda said: said.participant == self.participant),
            (self.kind is not None, lambda said: said.kind is self.kind),
            (self.theme == "", lambda said: themes.isdisjoint(said.themes)),
            (bool(self.theme), lambda said: self.theme in said.themes),
            (self.starred, lambda said: said.starred),
            (self.check, lambda said: said.check),
            (self.unplaced, lambda said: not said.placed),
            (self.parked, lambda said: said.parked),
        ]
        return [fits for wanted, fits in tests if wanted]


def _sector(session: Session, said: Contribution) -> str | None:
    found = session.sector_of(said)
    return found.id if found else None
