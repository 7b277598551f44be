"""Which themes were spoken of: by how many statements, by whom, on which topics; and how a theme is found by name."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from roundtable.domain.contributions import Contribution, Theme, Voice
from roundtable.domain.people import Sector
from roundtable.domain.session import Session
from roundtable.domain.text import clean, folded
from roundtable.errors import NoSuchTheme, SeveralThemes, ThemesOfOneName, ThemeUnnamed

_SIGN = re.compile(r"^[=#](?=[^\W\d_])")  # as in a line

LETTERS = 4  # of the title of a topic without a number


@dataclass(frozen=True, slots=True)
class Cell:
    """How much somebody said of a theme: contributions, and the people they are from, each counted once."""

    contributions: int = 0
    people: int = 0


@dataclass(frozen=True, slots=True)
class Borne:
    """What bears a theme: contributions (ids, in the order of saying), and who spoke, on which topics.

    `people`, `sectors` and `topics` are ids, each once, in the session's order; None in front of the topics is before
    the first. `cells` tells it by sector (id; None: of nobody in a sector). What was withdrawn does not count, and of
    the table or the moderator nobody does. `theme` is None for a row that is of no single theme.
    """

    theme: Theme | None
    contributions: tuple[str, ...]
    people: tuple[str, ...]
    sectors: tuple[str, ...]
    topics: tuple[str | None, ...]
    cells: Mapping[str | None, Cell]

    def cell(self, sector: Sector | None) -> Cell:
        """Give how much a sector said of it."""
        return self.cells.get(sector.id if sector else None, Cell())

    @property
    def across(self) -> bool:
        """Whether it was spoken of on several topics."""
        return len(self.topics) > 1


@dataclass(frozen=True, slots=True)
class ThemeMatrix:
    """The themes of a session by sectors, the most borne first; `without` bears no theme, `all` is all that was said.

    What bears two themes counts in the row of each, and once in `all`. `sectors` are the columns; the last is None
    where something was said by nobody in a sector.
    """

    sectors: tuple[Sector | None, ...]
    rows: tuple[Borne, ...]
    without: Borne
    all: Borne

    @classmethod
    def of(cls, session: Session) -> "ThemeMatrix":
        """Count a session."""
        bearing: dict[str, list[Contribution]] = {one.id: [] for one in session.themes}
        without: list[Contribution] = []
        for said in session.contributions:
            known = [bearing[theme] for theme in said.themes if theme in bearing]
            for those in known or [without]:
                those.append(said)
        counting = _Counting(session, session.contributions)
        rows = [counting.borne(theme, bearing[theme.id]) for theme in session.themes]
        every = counting.borne(None, session.contributions)
        columns: list[Sector | None] = [*session.sectors]
        return cls(
            tuple(columns + [None] * (None in every.cells)),
            tuple(sorted(rows, key=lambda row: -len(row.contributions))),
            counting.borne(None, without),
            every,
        )


def borne(session: Session, theme: Theme) -> Borne:
    """Give what bears a theme."""
    those = [said for said in session.contributions if theme.id in said.themes]
    return _Counting(session, those).borne(theme, those)


class _Counting:
    """Knows of contributions who spoke, so that it is asked once of what bears several themes."""

    def __init__(self, session: Session, those: Iterable[Contribution]) -> None:
        self._session = session
        self._places = {one.id: place for place, one in enumerate(session.participants)}
        self._spoke = {said.id: self._speaker(said) for said in those}

    def _speaker(self, said: Contribution) -> tuple[str | None, str | None]:
        """Give the sector that something was said for, and the person who said it (ids)."""
        if not said.somebodys:
            return None, None
        sector = self._session.sector_of(said)
        person = said.participant if said.voice is Voice.PERSON else None
        return (sector.id if sector else None), person

    def borne(self, theme: Theme | None, those: Sequence[Contribution]) -> Borne:
        """Count contributions, all of which bear a theme."""
        counts = Counter(self._spoke[said.id][0] for said in those)
        voices = {self._spoke[said.id] for said in those}
        people = {person for _sector, person in voices if person}
        speakers = Counter(sector for sector, person in voices if person)
        on_topics = {said.topic for said in those}
        return Borne(
            theme,
            tuple(said.id for said in those),
            tuple(sorted(people, key=lambda key: (self._places.get(key, len(self._places)), key))),
            tuple(sector.id for sector in self._session.sectors if sector.id in counts),
            tuple(topic for topic in (None, *self._session.positions) if topic in on_topics),
            {sector: Cell(count, speakers[sector]) for sector, count in counts.items()},
        )


def topic_signs(session: Session, row: Borne) -> tuple[str, ...]:
    """Give the topics of a theme as short as they can be told: a number, a position, the beginning of a title."""
    numbered = any(topic.number for topic in session.topics)
    signs: dict[str | None, str] = {None: "–"}
    for topic in session.topics:
        unnumbered = topic.title[:LETTERS] if numbered else str(session.positions[topic.id])
        signs[topic.id] = topic.number or unnumbered
    return tuple(signs[key] for key in row.topics)


def namesakes(session: Session) -> tuple[tuple[Theme, ...], ...]:
    """Give the themes of one name that are several: two people thought of it at the same moment, on two machines."""
    named: dict[str, list[Theme]] = {}
    for theme in session.themes:
        named.setdefault(folded(theme.name), []).append(theme)
    return tuple(tuple(those) for those in named.values() if len(those) > 1)


def theme_name(typed: str) -> str:
    """Give the name of a theme as it is kept; the sign of a line (`=onboarding`) is none of it. Raises ThemeUnnamed."""
    name = _SIGN.sub("", clean(typed))
    if not name.strip("=#"):
        raise ThemeUnnamed
    return name


def themes_called(session: Session, name: str) -> tuple[Theme, ...]:
    """Give the themes that have this very name, whatever its case and accents, or this id; mostly one or none."""
    wanted = clean(name)
    if by_id := tuple(theme for theme in session.themes if theme.id == wanted):
        return by_id
    return _fitting(session.themes, wanted) or _fitting(session.themes, _SIGN.sub("", wanted))


def _fitting(themes: Iterable[Theme], name: str) -> tuple[Theme, ...]:
    return tuple(theme for theme in themes if folded(theme.name) == folded(name))


def theme_named(session: Session, name: str) -> Theme:
    """Find a theme by its name, a beginning that is one theme's alone, or its id.

    Raises NoSuchTheme, SeveralThemes, ThemesOfOneName.
    """
    wanted = folded(_SIGN.sub("", clean(name)))
    begun = tuple(theme for theme in session.themes if wanted and folded(theme.name).startswith(wanted))
    found = themes_called(session, name) or begun
    if len(found) == 1:
        return found[0]
    if not found:
        gone = session.of(Theme).get(name)
        raise NoSuchTheme(name=gone.name if gone else name)
    if len({folded(theme.name) for theme in found}) > 1:
        raise SeveralThemes(name=name, themes=", ".join(theme.name for theme in found))
    raise ThemesOfOneName(name=found[0].name, ids=" ".join(theme.id for theme in found))
