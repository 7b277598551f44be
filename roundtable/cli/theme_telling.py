"""The themes as commands show them: rows for people, shapes for scripts."""

from typing import Any

from roundtable.domain.session import Session
from roundtable.domain.themes import Borne, Cell, ThemeMatrix, topic_signs
from roundtable.i18n import _, ngettext


def theme_line(session: Session, row: Borne) -> str:
    """Give a theme in a line: what bears it, and who spoke."""
    count = len(row.contributions)
    parts = [
        ngettext("{count} contribution", "{count} contributions", count).format(count=count),
        ngettext("{count} person", "{count} people", len(row.people)).format(count=len(row.people)),
        _shorts(session, row),
    ]
    name = row.theme.name if row.theme else ""
    return f"={name}  " + " · ".join(part for part in parts if part)


def _shorts(session: Session, row: Borne) -> str:
    shorts = {sector.id: sector.short for sector in session.sectors}
    return " ".join(shorts[key] for key in row.sectors)


def list_rows(session: Session, matrix: ThemeMatrix) -> list[tuple[str, ...]]:
    """Give a row a theme, below headings."""
    headings = (_("theme"), _("said"), _("people"), _("sectors"), _("topics"))
    return [headings, *(_row(session, row) for row in matrix.rows)]


def _row(session: Session, row: Borne) -> tuple[str, ...]:
    return (
        row.theme.name if row.theme else "",
        str(len(row.contributions)),
        str(len(row.people)),
        _shorts(session, row) or "·",
        " ".join(topic_signs(session, row)) or "·",
    )


def matrix_rows(counted: ThemeMatrix) -> list[tuple[str, ...]]:
    """Give the themes by sectors: contributions, and in brackets the people behind them."""
    shorts = [sector.short if sector else _("no sector") for sector in counted.sectors]
    names = [*(row.theme.name if row.theme else "" for row in counted.rows), _("no theme"), _("all")]
    rows = [
        (name, *(_cell(row.cell(sector)) for sector in counted.sectors), _cell(_whole(row)))
        for name, row in zip(names, (*counted.rows, counted.without, counted.all), strict=True)
    ]
    return [("", *shorts, _("all")), *rows]


def _whole(row: Borne) -> Cell:
    return Cell(len(row.contributions), len(row.people))


def _cell(cell: Cell) -> str:
    return f"{cell.contributions} ({cell.people})" if cell.contributions else "·"


def theme_shape(session: Session, row: Borne) -> dict[str, Any]:
    """Give a theme as `theme list --json` shows it; topics are positions, null is before the first."""
    people = {one.id: one.name for one in session.participants}
    shorts = {sector.id: sector.short for sector in session.sectors}
    return {
        "id": row.theme.id if row.theme else None,
        "name": row.theme.name if row.theme else None,
        "contributions": list(row.contributions),
        "people": [people[key] for key in row.people if key in people],
        "sectors": [shorts[key] for key in row.sectors],
        "topics": [session.positions[key] if key else None for key in row.topics],
    }


def matrix_shape(session: Session, counted: ThemeMatrix) -> dict[str, Any]:
    """Give the themes by sectors, as `theme matrix --json` shows them; a sector null is nobody in one."""

    def shape(row: Borne) -> dict[str, Any]:
        return {
            "contributions": len(row.contributions),
            "people": len(row.people),
            "sectors": [
                {
                    "sector": sector.short if sector else None,
                    "contributions": row.cell(sector).contributions,
                    "people": row.cell(sector).people,
                }
                for sector in counted.sectors
            ],
        }

    named = [(row.theme, row) for row in counted.rows if row.theme]
    return {
        "session": session.details.slug,
        "themes": [{"id": one.id, "name": one.name, **shape(row)} for one, row in named],
        "without_theme": shape(counted.without),
        "all": shape(counted.all),
    }
