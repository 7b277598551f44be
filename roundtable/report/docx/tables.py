"""Tables of Word: a header row that repeats, rows that stay whole, cells shaded by weight."""

from collections.abc import Sequence

from roundtable.report.document import Cell, Table, plain
from roundtable.report.docx.elements import Element, paragraph, w
from roundtable.report.docx.inlines import Words, shown
from roundtable.report.docx.look import Design, Look
from roundtable.report.docx.measure import line_height, lines, width
from roundtable.report.docx.pages import Stretch
from roundtable.report.docx.styles import TABLE
from roundtable.report.runs import flat

_PADDING = 2 * 85  # left and right of what is in a cell, as the table's style says
_ABOVE = 2 * 57 + 10  # above and below it, and the line
_SLACK = 60
_BARE = 20  # the least of it, where a word would be broken otherwise
_TEXT_SHARE = 0.22  # of the measure, which a column of words keeps beside many of numbers
_STEPS = 5
_PALEST, _DARKEST = 0.06, 0.42  # how much of the accent colour is in the shade of a cell


def table(table: Table, words: Words, design: Design) -> tuple[Element, list[Stretch]]:
    """Make a table, and tell how high its rows are; it has at least one column."""
    rows = [table.header, *table.rows]
    columns = max(len(row) for row in rows)
    rows = [(*row, *(Cell(()) for _ in range(columns - len(row)))) for row in rows]
    looks = [_looks(table, column, design) for column in range(columns)]
    widths = _widths(rows, table.numeric, looks, design.page.measure)
    made = w(
        "tbl",
        _properties(plain(table.caption), design.page.measure),
        w("tblGrid", *(w("gridCol", w=str(width)) for width in widths)),
    )
    stretches = []
    for at, row in enumerate(rows):
        styles = [look[0 if at == 0 else 1] for look in looks]
        made.append(_row(row, styles, widths, words, design.accent, header=at == 0))
        stretches.append(Stretch(styles[0], height=_height(row, styles, widths)))
    return made, stretches


def _looks(table: Table, column: int, design: Design) -> tuple[Look, Look]:
    keys = ("TableHeadingNumber", "TableNumber") if column in table.numeric else ("TableHeading", "TableText")
    return design.looks[keys[0]], design.looks[keys[1]]


def _properties(caption: str, measure: int) -> Element:
    return w(
        "tblPr",
        w("tblStyle", val=TABLE),
        w("tblW", w=str(measure), type="dxa"),
        w("tblLayout", type="fixed"),
        w(
            "tblLook",
            val="0420",
            firstRow="1",
            lastRow="0",
            firstColumn="0",
            lastColumn="0",
            noHBand="1",
            noVBand="1",
        ),
        w("tblCaption", val=caption) if caption else None,
    )


def _row(
    row: Sequence[Cell],
    styles: Sequence[Look],
    widths: Sequence[int],
    words: Words,
    accent: str,
    *,
    header: bool,
) -> Element:
    made = w("tr", w("trPr", w("cantSplit"), w("tblHeader") if header else None))
    for cell, look, wide in zip(row, styles, widths, strict=True):
        properties = w("tcPr", w("tcW", w=str(wide), type="dxa"), _shade(cell.weight, accent))
        made.append(w("tc", properties, paragraph(look.key, *words.of(flat(cell.inlines)))))
    return made


def _shade(weight: float, accent: str) -> Element | None:
    """Shade a cell in one of a few steps between white and the accent colour."""
    step = round(min(max(weight, 0.0), 1.0) * _STEPS)
    if not step:
        return None
    share = _PALEST + (_DARKEST - _PALEST) * (step - 1) / (_STEPS - 1)
    mixed = (round(255 - (255 - int(accent[at : at + 2], 16)) * share) for at in (0, 2, 4))
    return w("shd", val="clear", color="auto", fill="".join(f"{part:02X}" for part in mixed))


def _height(row: Sequence[Cell], styles: Sequence[Look], widths: Sequence[int]) -> float:
    cells = zip(row, styles, widths, strict=True)
    return _ABOVE + max(
        lines(shown(flat(cell.inlines)), look, wide - _PADDING) * line_height(look)
        for cell, look, wide in cells
    )


def _widths(
    rows: Sequence[Sequence[Cell]], numeric: frozenset[int], looks: Sequence[tuple[Look, Look]], measure: int
) -> list[int]:
    """Share the measure among columns: none narrower than its longest word, or at least its numbers, while possible."""
    columns = [_measured(column, look) for column, look in zip(zip(*rows, strict=True), looks, strict=True)]
    wanted = [_PADDING + _SLACK + max(width(*text) for text in texts) for texts in columns]
    least = [_least(texts) for texts in columns]
    if sum(least) > measure:
        least = [_least(texts, _BARE) for texts in columns]
    figures = [
        _least(texts[1:]) if at in numeric else min(few, measure * _TEXT_SHARE)
        for at, (texts, few) in enumerate(zip(columns, least, strict=True))
    ]
    if sum(wanted) <= measure:
        shares = [one * measure / sum(wanted) for one in wanted]
    elif sum(least) <= measure:
        spare, wish = measure - sum(least), sum(wanted) - sum(least)
        shares = [few + spare * (many - few) / wish for few, many in zip(least, wanted, strict=True)]
    else:
        spare = max(0, measure - sum(figures))
        missing = [few - own for few, own in zip(least, figures, strict=True)]
        shares = [
            own + spare * short / (sum(missing) or 1) for own, short in zip(figures, missing, strict=True)
        ]
        shares = [share * measure / sum(shares) for share in shares]
    rounded = [int(share) for share in shares]
    rounded[0] += measure - sum(rounded)
    return rounded


def _measured(column: Sequence[Cell], look: tuple[Look, Look]) -> list[tuple[str, Look]]:
    """Give what a column shows, each with the look that it is set in: a heading is smaller than what is under it."""
    return [(shown(flat(cell.inlines)), look[0 if at == 0 else 1]) for at, cell in enumerate(column)]


def _least(texts: Sequence[tuple[str, Look]], slack: int = _SLACK) -> float:
    """Give the width of a column's longest word, with what is around it."""
    words = (width(word, look) for text, look in texts for word in text.split(" "))
    return _PADDING + slack + max(words, default=0)
