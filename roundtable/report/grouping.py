"""Which statements of a topic belong together."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from roundtable.domain.disclosure import Disclosure
from roundtable.report.statements import Statement
from roundtable.report.units import Unit

RUN = 5  # statements that follow each other in time, where nothing else groups them
MOST_RUNS = 6  # in a longer talk the runs are longer, so that a chapter tells of all of it

Groups = Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True)
class Group:
    """Units that belong together, by a theme (its name, or nothing), or only because they came in one `run`."""

    theme: str
    units: tuple[Unit, ...]
    run: bool = False

    @property
    def weight(self) -> tuple[int, int, int, int]:
        """What it weighs: people and sectors behind its statements, stars, size (that of a run is where it was cut)."""
        found = [one for unit in self.units for one in unit.statements]
        return (
            sum(one.people for one in found),
            sum(one.sectors for one in found),
            sum(one.said.starred for one in found),
            RUN if self.run else len(found),
        )

    @property
    def alone(self) -> bool:
        """Whether it is a single statement that nobody supported."""
        return len(self.units) == 1 and not self.units[0].followers and not self.units[0].head.people


def grouped(body: Sequence[Unit], disclosure: Disclosure, handed: Groups) -> list[Group]:
    """Group by theme, else by the groups handed in, else by runs in time; the heaviest group first."""
    names = {theme.id: theme.name for theme in disclosure.session.themes}
    common = Counter(theme for unit in body for theme in unit.head.said.themes)
    places = {one: f"{place}" for place, ids in enumerate(handed) for one in reversed(ids)}
    groups: dict[tuple[str, str], list[Unit]] = {}
    loose: list[Unit] = []
    for unit in body:
        theme = main_theme(unit.head, names, common)
        if theme:
            groups.setdefault(("theme", theme), []).append(unit)
        elif unit.head.id in places:
            groups.setdefault(("alike", places[unit.head.id]), []).append(unit)
        else:
            loose.append(unit)
    made = [
        Group(names.get(name, "") if kind == "theme" else "", tuple(units))
        for (kind, name), units in groups.items()
    ]
    made += [Group("", tuple(run), run=True) for run in _runs(loose)]
    together = sorted(
        (group for group in made if not group.alone), key=lambda group: group.weight, reverse=True
    )
    alone = sorted((group.units[0] for group in made if group.alone), key=lambda unit: unit.place)
    if len(alone) == 1 and len(made) > 1:
        theme = next(group.theme for group in made if group.alone)
        return [*together, Group(theme, tuple(alone))]
    return [*together, Group("", tuple(alone))] if alone else together


def main_theme(one: Statement, names: Mapping[str, str], common: Mapping[str, int]) -> str:
    """Give the theme (id) of a statement that most statements share; the first by name where several do."""
    known = sorted((theme for theme in one.said.themes if theme in names), key=lambda theme: names[theme])
    return max(known, key=lambda theme: common[theme], default="")


def _runs(loose: Sequence[Unit]) -> list[list[Unit]]:
    """Cut what nothing groups into runs that follow each other in time: of about five statements, at most six runs."""
    total = sum(len(unit.statements) for unit in loose)
    count = min(MOST_RUNS, max(1, round(total / RUN)))
    runs: list[list[Unit]] = [[]]
    passed = 0
    for unit in loose:
        if runs[-1] and passed * count >= len(runs) * total:
            runs.append([])
        runs[-1].append(unit)
        passed += len(unit.statements)
    return runs if loose else []
