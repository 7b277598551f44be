"""Reading agendas and people files, with what is wrong in them told on standard error."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from roundtable.cli.words import quoted
from roundtable.domain.people import Person
from roundtable.domain.text import clean
from roundtable.errors import NobodyInFile
from roundtable.i18n import _, ngettext

if TYPE_CHECKING:
    from roundtable.agendas.people import Column
    from roundtable.agendas.problems import Problem
    from roundtable.agendas.reader import Reading
    from roundtable.domain.agenda import Agenda
    from roundtable.domain.session import Session


def agenda_for(name: str) -> "Agenda":
    """Read an agenda by name or path; problems are told, and what can be run is given."""
    return reading_for(name).agenda


def reading_for(name: str) -> "Reading":
    """Read an agenda by name or path, as `agenda_for` does, and give the problems as well."""
    from roundtable.agendas.folder import find_agenda
    from roundtable.agendas.reader import read_agenda_file

    reading = read_agenda_file(find_agenda(name))
    tell(reading.problems)
    return reading


def remind(reading: "Reading", name: str) -> None:
    """Say at the end how many problems an agenda had, and how to see them again."""
    if reading.problems:
        told = ngettext(
            "The agenda has {count} problem; it was run as far as it is understood. "
            "See: roundtable agenda check {name}",
            "The agenda has {count} problems; it was run as far as it is understood. "
            "See: roundtable agenda check {name}",
            len(reading.problems),
        )
        click.echo(clean(told.format(count=len(reading.problems), name=quoted(name))), err=True)


def people_in(path: Path) -> tuple[Person, ...]:
    """Read a people file; how its columns were understood is told. Raises NobodyInFile and what reading raises."""
    from roundtable.agendas.people import read_people

    reading = read_people(path)
    if reading.columns:
        click.echo(_("Columns: {columns}").format(columns=_understood(reading.columns)), err=True)
    tell(reading.problems)
    if not reading.people:
        raise NobodyInFile(file=path)
    return reading.people


def _understood(columns: "Iterable[Column]") -> str:
    from roundtable.agendas.columns import TOLD

    left_out = _("left out")
    return ", ".join(
        f"{clean(one.heading) or '–'} → {_(TOLD[one.meaning]) if one.meaning else left_out}"
        for one in columns
    )


def foresee(session: "Session", people: Iterable[Person]) -> None:
    """Show what inviting these people would come to."""
    from roundtable.cli.place import print_rows, width_of_terminal
    from roundtable.services.preparing import foreseen

    found = foreseen(session, people)
    print_rows([(one.name, one.sector, one.organisation, one.role) for one in found.new], width_of_terminal())
    told = ngettext("{count} person would be added.", "{count} people would be added.", len(found.new))
    click.echo(told.format(count=len(found.new)))
    if found.known:
        click.echo(_("At the table already: {names}.").format(names=", ".join(found.known)))
    if found.sectors:
        names = ", ".join(f"{one.name} ({one.short})" for one in found.sectors)
        click.echo(_("New sectors: {names}.").format(names=names))


def tell(problems: "Iterable[Problem]") -> None:
    """Say each problem with file, line, and how to put it right."""
    for problem in problems:
        click.echo(clean(str(problem)), err=True)


def warn_of_names(session: "Session", names: Iterable[str]) -> None:
    """Say which of these names will be mistaken when they are typed, and which nickname would do."""
    from roundtable.domain.awkward import nicknames
    from roundtable.services.preparing import why_awkward

    fresh = {clean(name) for name in names}
    for one in nicknames(session).values():
        if fresh.isdisjoint({one.name, *one.others}):
            continue
        mend = f"roundtable people edit {quoted(one.name)} --nickname {quoted(one.nickname)}"
        told = _("{name}: {why}. A nickname helps: {command}").format(
            name=one.name, why=why_awkward(one), command=mend
        )
        click.echo(told, err=True)
