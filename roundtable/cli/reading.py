"""Reading agendas and people files, with what is wrong in them told on standard error."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from roundtable.cli.words import COLUMNS
from roundtable.domain.agenda import Agenda
from roundtable.domain.people import Person
from roundtable.domain.text import clean
from roundtable.errors import NobodyInFile
from roundtable.i18n import _

if TYPE_CHECKING:
    from roundtable.agendas.problems import Problem


def agenda_for(name: str) -> Agenda:
    """Read an agenda by name or path; problems are told, and what can be run is given."""
    from roundtable.agendas.folder import find_agenda
    from roundtable.agendas.reader import read_agenda_file

    reading = read_agenda_file(find_agenda(name))
    tell(reading.problems)
    return reading.agenda


def people_in(path: Path) -> tuple[Person, ...]:
    """Read a people file; how its columns were understood is told. Raises NobodyInFile and what reading raises."""
    from roundtable.agendas.people import read_people

    reading = read_people(path)
    columns = [
        (clean(one.heading), _(COLUMNS[one.meaning]) if one.meaning else "–") for one in reading.columns
    ]
    if columns:
        told = ", ".join(f"{heading} → {meaning}" for heading, meaning in columns)
        click.echo(_("Columns: {columns}").format(columns=told), err=True)
    tell(reading.problems)
    if not reading.people:
        raise NobodyInFile(file=path)
    return reading.people


def tell(problems: "Iterable[Problem]") -> None:
    """Say each problem with file, line, and how to put it right."""
    for problem in problems:
        click.echo(clean(str(problem)), err=True)
