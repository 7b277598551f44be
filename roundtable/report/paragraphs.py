"""How many of the chosen statements find room in a chapter, and in which paragraphs they stand."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from roundtable.domain.disclosure import Told
from roundtable.report.grouping import Group
from roundtable.report.statements import Statement
from roundtable.report.units import Unit, by_weight

PARAGRAPH_STATEMENTS = 6
PARAGRAPH_WORDS = 120
PARAGRAPH_SPEAKERS = 3
SUPPORTING_SIDES = 2  # other sectors that agreed, for it to be told


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph to be: its theme where it opens one, its units, the group it comes from."""

    units: tuple[Unit, ...]
    theme: str = ""
    group: int = 0

    @property
    def statements(self) -> tuple[Statement, ...]:
        """The statements, in the order of printing."""
        return tuple(one for unit in self.units for one in unit.statements)


def fitted(groups: Sequence[Group], room: int, most: int) -> tuple[Passage, ...]:
    """Let the groups take turns giving their heaviest while there is room, and lay them out as paragraphs."""
    picked = _turns(groups[:most], room)
    while True:
        taken = set(picked)
        passages = _laid_out(
            [
                Group(group.theme, tuple(unit for unit in group.units if (place, unit.place) in taken))
                for place, group in enumerate(groups[:most])
            ]
        )
        if len(passages) + sum(interruptions(passage.statements) for passage in passages) <= most:
            return passages
        picked.pop()


def _turns(groups: Sequence[Group], room: int) -> list[tuple[int, int]]:
    """Give the units that find room, as (group, place in time), in the order of taking."""
    waiting = [by_weight(group.units) for group in groups]
    picked: list[tuple[int, int]] = []
    while any(waiting):
        for place, units in enumerate(waiting):
            while units:
                unit = units.pop(0)
                if unit.room <= room:
                    picked.append((place, unit.place))
                    room -= unit.room
                    break
    return picked


def _laid_out(groups: Sequence[Group]) -> tuple[Passage, ...]:
    made: list[Passage] = []
    for place, group in enumerate(groups):
        theme = group.theme
        for units in _parted(_opened(group.units)):
            # A paragraph of one statement joins the one before.
            if made and len(units) == 1 and not units[0].followers:
                made[-1] = replace(made[-1], units=made[-1].units + tuple(units))
            else:
                made.append(Passage(tuple(units), theme, place))
                theme = ""
    return tuple(made)


def _opened(units: Sequence[Unit]) -> list[Unit]:
    """Put the heaviest first that may open a paragraph, then the others by time."""
    if not units:
        return []
    weighed = by_weight(units)
    whole = [unit for unit in weighed if not unit.head.fragment and not unit.head.long]
    first = next(iter([unit for unit in whole if not unit.head.leaning] or whole or weighed))
    return [first, *sorted((unit for unit in units if unit is not first), key=lambda unit: unit.place)]


def _parted(units: Iterable[Unit]) -> Iterable[list[Unit]]:
    """Begin a new paragraph after so many statements, words or speakers told."""
    current: list[Unit] = []
    for unit in units:
        if current and not _has_room(current, unit):
            yield current
            current = []
        current.append(unit)
    if current:
        yield current


def _has_room(current: Sequence[Unit], unit: Unit) -> bool:
    before = [one for known in current for one in known.statements]
    together = [*before, *unit.statements]
    return (
        len(together) <= PARAGRAPH_STATEMENTS
        and sum(one.word_count for one in before) < PARAGRAPH_WORDS
        and len(speakers(together)) <= PARAGRAPH_SPEAKERS
    )


def speakers(those: Iterable[Statement]) -> set[Told]:
    """Give the speakers that are told where these statements stand in one paragraph."""
    return {one.told for one in those if one.may_be_told and (one.wants_teller or one.opposes)}


def interruptions(those: Sequence[Statement]) -> int:
    """Count the block quotes after which a paragraph goes on: with a statement, or with who supported the quote."""
    apart = [one for one in those if one.verbatim and one.long]
    return len(apart) - bool(apart and apart[-1] is those[-1] and those[-1].sides < SUPPORTING_SIDES)
