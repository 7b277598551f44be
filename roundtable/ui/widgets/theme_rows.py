"""The themes by sectors: lines for a width, one a theme."""

from dataclasses import dataclass

from rich.cells import cell_len
from textual.content import Content

from roundtable.domain.people import Sector
from roundtable.domain.themes import Borne, Cell, ThemeMatrix
from roundtable.i18n import _
from roundtable.ui.themes import sector_colour
from roundtable.ui.widgets.matrix_rows import LEVELS, NO_DOTS

NARROWEST, WIDEST = 5, 9  # columns of a sector
LONGEST_SHORT = 5  # columns of the short name of a sector for which there is always room
NAME_SHARE, LEAST_NAME, WIDEST_NAME = 0.32, 18, 40
LEAST_TOPICS, WIDEST_TOPICS = 7, 24
SIGN, GAP = 2, 2
TWICE = "≡"  # of a theme that is there several times


@dataclass(frozen=True, slots=True)
class Frame:
    """How the themes lie in a width: columns of the name, the two totals, each sector, and the topics; sectors seen.

    `most` is the fullest cell, of contributions or, where `people` are counted, of people.
    """

    name: int
    said: int
    heads: int
    sector: int
    topics: int
    first: int
    seen: int
    most: int
    people: bool

    @classmethod
    def of(cls, matrix: ThemeMatrix, topics: int, width: int, first: int, *, people: bool) -> "Frame":
        """Show all sectors where they fit, else as many as fit from `first` on; `topics` is what those would take."""
        named = [row.theme.name for row in matrix.rows if row.theme]
        names = max(map(cell_len, [*named, _("no theme"), _("said by sector"), _("people by sector")]))
        name = min(names + GAP, WIDEST_NAME, max(LEAST_NAME, int(width * NAME_SHARE)))
        said = max(cell_len(_("said")), len(str(len(matrix.all.contributions)))) + GAP
        heads = cell_len(_("people")) + GAP
        room = width - SIGN - name - said - heads
        count = len(matrix.sectors)
        wanted = min(max(topics, cell_len(_("topics"))) + GAP, WIDEST_TOPICS)
        shorts = max((cell_len(one.short) for one in matrix.sectors if one), default=0)
        narrowest = max(NARROWEST, min(LONGEST_SHORT, shorts) + GAP)
        sector = max(narrowest, min(WIDEST, (room - wanted) // max(1, count)))
        seen = min(count, max(1, (room - min(wanted, LEAST_TOPICS)) // sector))
        left = min(wanted, room - seen * sector)
        cells = [cell for row in matrix.rows for cell in row.cells.values()]
        most = max((_count(cell, people=people) for cell in cells), default=0)
        first = max(0, min(first, count - seen))
        return cls(name, said, heads, sector, left if left >= LEAST_TOPICS else 0, first, seen, most, people)


def head_line(matrix: ThemeMatrix, frame: Frame) -> Content:
    """Give what stands above the columns."""
    what = _("people by sector") if frame.people else _("said by sector")
    cells = [
        Content(" " * SIGN),
        Content.styled(what, "$dim").truncate(frame.name, ellipsis=True, pad=True),
        Content.styled(_("said").rjust(frame.said - 1) + " ", "$dim" if frame.people else "bold"),
        Content.styled(_("people").rjust(frame.heads - 1) + " ", "bold" if frame.people else "$dim"),
    ]
    for place in range(frame.first, frame.first + frame.seen):
        sector = matrix.sectors[place]
        short = Content.styled(sector.short if sector else "–", f"bold {_colour(sector, place)}")
        cells.append(
            _right(short.truncate(frame.sector - 2, ellipsis=frame.sector > NO_DOTS), frame.sector - 1)
        )
        cells.append(Content(" "))
    if frame.topics:
        cells.append(Content.styled("  " + _("topics"), "$dim"))
    return Content("").join(cells)


def theme_line(row: Borne, matrix: ThemeMatrix, frame: Frame, topics: str, *, twice: bool = False) -> Content:
    """Give the line of a theme, or of what bears none."""
    name = Content(row.theme.name) if row.theme else Content.styled(_("no theme"), "$dim")
    return Content.assemble(
        (f"{TWICE} " if twice else "  ", "bold $warning"),
        _cut(name, frame.name),
        *_totals(row, frame),
        *_cells(row, matrix, frame),
        *([("  " + topics, "$dim")] if frame.topics else []),
    )


def all_line(matrix: ThemeMatrix, frame: Frame) -> Content:
    """Give the totals of all that was said, each counted once."""
    return Content.assemble(
        " " * SIGN,
        _cut(Content(_("all")), frame.name),
        *_totals(matrix.all, frame),
        *_cells(matrix.all, matrix, frame, level=False),
    ).stylize("$dim")


def sideways(matrix: ThemeMatrix, frame: Frame) -> str:
    """Say which sectors are seen, where not all of them are."""
    if frame.seen == len(matrix.sectors):
        return ""
    told = _("sectors {first} to {last} of {count}   ← →")
    return told.format(first=frame.first + 1, last=frame.first + frame.seen, count=len(matrix.sectors))


def _totals(row: Borne, frame: Frame) -> list[Content]:
    said, people = str(len(row.contributions)), str(len(row.people) or "·")
    return [
        Content.styled(said.rjust(frame.said - 1) + " ", "$dim" if frame.people else "bold"),
        Content.styled(people.rjust(frame.heads - 1) + " ", "bold" if frame.people else "$dim"),
    ]


def _cells(row: Borne, matrix: ThemeMatrix, frame: Frame, *, level: bool = True) -> list[Content]:
    cells = []
    for place in range(frame.first, frame.first + frame.seen):
        sector = matrix.sectors[place]
        count = _count(row.cell(sector), people=frame.people)
        if not count:
            cells.append(_right(Content.styled("· ", "$dim"), frame.sector))
            continue
        bar = " "
        if level and row.theme:
            bar = LEVELS[-(-count * len(LEVELS) // max(1, frame.most)) - 1]
        cells.append(_right(Content.assemble(str(count), (bar, _colour(sector, place))), frame.sector))
    return cells


def _count(cell: Cell, *, people: bool) -> int:
    return cell.people if people else cell.contributions


def _colour(sector: Sector | None, place: int) -> str:
    return sector_colour(place) if sector else "$dim"


def _cut(shown: Content, columns: int) -> Content:
    return Content.assemble(shown.truncate(columns - GAP, ellipsis=True, pad=True), " " * GAP)


def _right(shown: Content, columns: int) -> Content:
    return Content.assemble(" " * max(0, columns - shown.cell_length), shown)
