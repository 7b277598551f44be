"""Agendas from the plain command line."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from roundtable.cli.place import json_option, print_json, print_rows
from roundtable.errors import AgendaHasProblems, AgendaNotWritten, FileExists, NameMissing, RoundtableError
from roundtable.i18n import LANGUAGES, _, current, told

if TYPE_CHECKING:
    from roundtable.domain.agenda import Agenda


@click.group(help=_("Agendas: list, show, check, write a new one."))
def agenda() -> None:
    """Agendas."""


@agenda.command("list", help=_("List the agendas: in ./topics, your own folder, and those that come along."))
@json_option
def list_all(as_json: bool) -> None:
    """List the agendas."""
    found = list(_readable())
    if as_json:
        print_json(
            [
                {"name": one.name, "title": one.title, "language": one.language, "path": str(path)}
                for path, one in found
            ]
        )
        return
    if not found:
        click.echo(_("No agendas yet. Write one: roundtable agenda new NAME"))
    print_rows(
        [(one.name, one.language, _minutes(one.planned_seconds), one.title, str(path)) for path, one in found]
    )


def _readable() -> "Iterator[tuple[Path, Agenda]]":
    """Give the agendas that can be read at all; of the others it is said why not."""
    from roundtable.agendas.folder import list_agendas
    from roundtable.agendas.reader import read_agenda_file

    for one in list_agendas():
        try:
            yield one.path, read_agenda_file(one.path).agenda
        except RoundtableError as error:
            click.echo(told(error), err=True)


def _minutes(seconds: int | None) -> str:
    return _("{minutes} min").format(minutes=round((seconds or 0) / 60))


@agenda.command(help=_("Show an agenda as it is understood."))
@click.argument("name")
def show(name: str) -> None:
    """Show an agenda."""
    from roundtable.cli.reading import agenda_for

    found = agenda_for(name)
    click.echo(found.title)
    if found.subtitle:
        click.echo(found.subtitle)
    click.echo(f"{found.language} · {_minutes(found.planned_seconds)}")
    print_rows([(one.short, one.name, one.told) for one in found.sectors])
    for part in (found.opening, *(f"? {question}" for question in found.questions)):
        if part:
            click.echo(f"\n{part}")
    for topic in found.topics:
        heading = f"{topic.number}. {topic.title}" if topic.number else topic.title
        click.echo(f"\n{heading} ({_minutes(topic.planned_seconds)})")
        if topic.context:
            click.echo(f"  {topic.context}")
        for prompt in topic.prompts:
            click.echo(f"  › {prompt}")


@agenda.command(help=_("Check agendas; every problem with file, line and how to put it right."))
@click.argument("files", nargs=-1, required=True, metavar="FILE…")
def check(files: tuple[str, ...]) -> None:
    """Check agendas; exit 1 where one has problems."""
    count = 0
    for name in files:
        problems = _problems(name)
        count += problems
        if not problems:
            click.echo(_("{file}: fine").format(file=name))
    if count:
        raise AgendaHasProblems(count=count)


def _problems(name: str) -> int:
    """Tell the problems of an agenda and give their number; a file that cannot be read is one."""
    from roundtable.agendas.folder import find_agenda
    from roundtable.agendas.reader import read_agenda_file
    from roundtable.cli.reading import tell

    try:
        reading = read_agenda_file(find_agenda(name))
    except RoundtableError as error:
        click.echo(told(error), err=True)
        return 1
    tell(reading.problems)
    return len(reading.problems)


@agenda.command(help=_("Write a new agenda to start from, as topics/NAME.LANGUAGE.md."))
@click.argument("name")
@click.option(
    "--language", type=click.Choice(LANGUAGES), help=_("Of the agenda; that of the interface unless told.")
)
def new(name: str, language: str | None) -> None:
    """Write a new agenda."""
    from roundtable.agendas.folder import new_agenda_text
    from roundtable.services.sessions import slugged

    if not any(mark.isalnum() for mark in name):
        raise NameMissing
    spoken = language or current()
    path = Path("topics") / f"{slugged(name)}.{spoken}.md"
    try:
        path.parent.mkdir(exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(new_agenda_text(name, spoken))
    except FileExistsError:
        raise FileExists(path=path if path.exists() else path.parent) from None
    except OSError as error:
        raise AgendaNotWritten(path=path, reason=error.strerror or error) from None
    click.echo(str(path))


@agenda.command(help=_("Open an agenda in your editor, and check it when you are back."))
@click.argument("name")
def edit(name: str) -> None:
    """Open an agenda in the editor; one that came with the program is copied into the user's own folder first."""
    from roundtable.agendas.folder import find_agenda
    from roundtable.agendas.own import own_copy
    from roundtable.agendas.reader import read_agenda_file
    from roundtable.cli.reading import tell
    from roundtable.ui.editor import write_in_editor

    path = own_copy(find_agenda(name))
    write_in_editor(path)
    reading = read_agenda_file(path)
    tell(reading.problems)
    click.echo(str(path))
