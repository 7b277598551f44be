"""Tables of HTML: their numbers line up, and counts that have a weight stand over a bar of that length."""

from roundtable.report.document import Cell, Table, plain
from roundtable.report.html.elements import Html, element, lines
from roundtable.report.html.inlines import phrase

_LONG, _HIGH = 100, 6  # a bar's picture, which is as wide as its cell


def table(table: Table) -> Html:
    """Write a table that scrolls by itself where it is wider than the page; nothing where it has no cells."""
    rows = [table.header, *table.rows]
    columns = max(len(row) for row in rows)
    if not columns:
        return Html()
    head, *body = ([*row, *(Cell(()) for _ in range(columns - len(row)))] for row in rows)
    drawn = frozenset(at for at in range(columns) if any(row[at].weight for row in body))
    looks = [_look(table, at, drawn) for at in range(columns)]
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


def _look(table: Table, column: int, drawn: frozenset[int]) -> str | None:
    if column in drawn:
        return "bar"
    return "number" if column in table.numeric else None


def _row(cells: list[Html]) -> Html:
    return element("tr", *cells)


def _heading(cell: Cell, look: str | None) -> Html:
    words = phrase(cell.inlines)
    return element("th", words, scope="col", class_=look) if words else element("td")


def _body_row(row: list[Cell], looks: list[str | None], named: int | None) -> Html:
    """Write a row; one in which nothing has a weight (a sum) is drawn without bars."""
    drawn = any(cell.weight for cell in row)
    cells = enumerate(zip(row, looks, strict=True))
    return _row([_cell(cell, look, names=at == named, drawn=drawn) for at, (cell, look) in cells])


def _cell(cell: Cell, look: str | None, *, names: bool, drawn: bool) -> Html:
    words = phrase(cell.inlines)
    if names and words:
        return element("th", words, scope="row")
    if look == "bar" and drawn:
        return element("td", words, _bar(cell.weight), class_=look)
    return element("td", words, class_=look)


def _bar(weight: float) -> Html:
    """Draw a bar as long as the weight; the number over it says the same to who does not see it."""
    shape = {"viewBox": f"0 0 {_LONG} {_HIGH}", "preserveAspectRatio": "none", "aria_hidden": "true"}
    ground = element("rect", width=str(_LONG), height=str(_HIGH), class_="ground")
    length = f"{_LONG * min(max(weight, 0.0), 1.0):.1f}"
    return element("svg", ground, element("rect", width=length, height=str(_HIGH)), **shape)
