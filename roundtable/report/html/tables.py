"""Tables of HTML: their numbers line up, and a count that has a weight lies on a dot of that size."""

from math import sqrt

from roundtable.report.document import Cell, Table, plain
from roundtable.report.html.elements import Html, element, lines
from roundtable.report.html.inlines import phrase

_BOX = 40  # the side of a dot's picture
_WIDEST = 19  # the radius of the heaviest


def table(table: Table) -> Html:
    """Write a table that scrolls by itself where it is wider than the page; nothing where it has no cells."""
    rows = [table.header, *table.rows]
    columns = max(len(row) for row in rows)
    if not columns:
        return Html()
    head, *body = ([*row, *(Cell(()) for _ in range(columns - len(row)))] for row in rows)
    dotted = frozenset(at for at in range(columns) if any(row[at].weight for row in body))
    looks = [_look(table, at, dotted) for at in range(columns)]
    named = 0 if table.numeric and 0 not in table.numeric else None
    caption = phrase(table.caption)
    made = element(
        "table",
        "\n",
        lines(
            element("caption", caption) if caption else "",
            element("thead", _row([_heading(cell, look) for cell, look in zip(head, looks, strict=True)])),
            element("tbody", "\n", lines(*(_body_row(row, looks, named) for row in body)), "\n"),
        ),
        "\n",
    )
    # Whoever has no mouse can go to it and scroll.
    label = plain(table.caption) or None
    return element(
        "div", made, class_="scroll", role="group" if label else None, aria_label=label, tabindex="0"
    )


def _look(table: Table, column: int, dotted: frozenset[int]) -> str | None:
    if column in dotted:
        return "dot"
    return "number" if column in table.numeric else None


def _row(cells: list[Html]) -> Html:
    return element("tr", *cells)


def _heading(cell: Cell, look: str | None) -> Html:
    words = phrase(cell.inlines)
    return element("th", words, scope="col", class_=look) if words else element("td")


def _body_row(row: list[Cell], looks: list[str | None], named: int | None) -> Html:
    return _row(
        [_cell(cell, look, names=at == named) for at, (cell, look) in enumerate(zip(row, looks, strict=True))]
    )


def _cell(cell: Cell, look: str | None, *, names: bool) -> Html:
    words = phrase(cell.inlines)
    if names and words:
        return element("th", words, scope="row")
    if cell.weight > 0:
        return element("td", _dot(cell.weight), element("span", words), class_=look)
    return element("td", words, class_=look)


def _dot(weight: float) -> Html:
    """Draw a dot whose surface is as large as the weight; the number on it says the same to who does not see it."""
    radius = f"{_WIDEST * sqrt(min(weight, 1.0)):.1f}"
    middle = str(_BOX // 2)
    drawn = element("circle", cx=middle, cy=middle, r=radius)
    return element("svg", drawn, viewBox=f"0 0 {_BOX} {_BOX}", aria_hidden="true")
