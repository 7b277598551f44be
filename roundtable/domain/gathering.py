"""How statements lie together before an organiser: by theme, by the same point, and those on their own."""

from collections import Counter
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from roundtable.domain.contributions import Contribution
from roundtable.domain.filtering import Filter
from roundtable.domain.session import Session
from roundtable.domain.text import folded


class By(StrEnum):
    """What holds statements together."""

    THEME = "theme"
    POINT = "point"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Gathered:
    """Statements that lie together: by what, under which id, theme or first statement, in the order of saying."""

    by: By
    key: str
    title: str
    said: tuple[Contribution, ...]


@dataclass(frozen=True, slots=True)
class Sieve:
    """Which statements are shown: of a topic (its id; None for all), fitting a filter, `unused`, with these words."""

    topic: str | None = None
    filter: Filter = field(default_factory=Filter)
    unused: bool = False
    query: str = ""

    def of(self, session: Session, used: Container[str]) -> tuple[Contribution, ...]:
        """Give the statements that are wanted, in the order of saying; `used` are those that stand somewhere (ids)."""
        found = self.filter.of(session) if self.filter != Filter() else session.contributions
        if self.topic is not None:
            found = tuple(said for said in found if said.topic == self.topic)
        if self.unused:
            found = tuple(said for said in found if said.id not in used)
        words = folded(self.query).split()
        if words:
            found = tuple(said for said in found if all(word in folded(said.text) for word in words))
        return found


def gathered(session: Session, those: Sequence[Contribution]) -> list[Gathered]:
    """Lay statements together: by the theme that most of them share, else by the same point, else on their own.

    What makes the same point lies side by side, under the theme that any of it bears. What lies together most comes
    first; what is on its own comes last.
    """
    themes = _Themes(session, those)
    groups: dict[tuple[By, str], list[Contribution]] = {}
    for said in those:
        theme = themes.of(said)
        group = session.groups.of.get(said.id, ())
        place = (By.THEME, theme) if theme else (By.POINT, group[0]) if group else (By.NOTHING, "")
        groups.setdefault(place, []).append(said)
    alone = [found[0] for (by, _key), found in groups.items() if by is By.POINT and len(found) == 1]
    if alone:  # the others of its group are not shown
        places = {said.id: place for place, said in enumerate(those)}
        left = [*groups.get((By.NOTHING, ""), ()), *alone]
        groups[By.NOTHING, ""] = sorted(left, key=lambda said: places[said.id])
    made = [
        Gathered(by, key, themes.names.get(key, found[0].text), tuple(_side_by_side(session, found)))
        for (by, key), found in groups.items()
        if by is not By.POINT or len(found) > 1
    ]
    return sorted(made, key=lambda one: (one.by is By.NOTHING, -len(one.said)))


class _Themes:
    """Under which theme statements lie: the one of their own that most of those shown bear, else of their group."""

    def __init__(self, session: Session, those: Sequence[Contribution]) -> None:
        self.names = {theme.id: theme.name for theme in session.themes}
        self._session = session
        self._common = Counter(theme for said in those for theme in said.themes)

    def of(self, said: Contribution) -> str:
        """Give the theme (id) of a statement; empty where there is none."""
        own = self._most(said.themes)
        if own or said.id not in self._session.groups.of:
            return own
        known = self._session.of(Contribution)
        return self._most(theme for key in self._session.groups.of[said.id] for theme in known[key].themes)

    def _most(self, themes: Iterable[str]) -> str:
        known = sorted(
            {theme for theme in themes if theme in self.names}, key=lambda theme: self.names[theme]
        )
        return max(known, key=lambda theme: self._common[theme], default="")


def _side_by_side(session: Session, those: Sequence[Contribution]) -> list[Contribution]:
    """Put what makes the same point right behind the first of it."""
    places = {said.id: place for place, said in enumerate(those)}

    def place(said: Contribution) -> tuple[int, int]:
        group = session.groups.of.get(said.id, (said.id,))
        return min(places[key] for key in group if key in places), places[said.id]

    return sorted(those, key=place)
