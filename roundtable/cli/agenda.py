"""Agendas from the plain command line."""

from pathlib import Path

import click

from roundtable.cli.place import json_option, print_json, print_rows
from roundtable.errors import AgendaHasProblems, FileExists
from roundtable.i18n import LANGUAGES, _, current


@click.group(help=_("Agendas: list, show, check, write a new one."))
def agenda() -> None:
    """Agendas."""


@agenda.command("list", help=_("List the agendas: in ./topics, your own folder, and those that come along."))
@json_option
def list_all(as_json: bool) -> None:
    """List the agendas."""
    from roundtable.agendas.folder import list_agendas
    from roundtable.agendas.reader import read_agenda_file

    found = [(one.path, read_agenda_file(one.path).agenda) for one in list_agendas()]
    if as_json:
        print_json(
            [
                {"name": one.name, "title": one.title, "language": one.language, "path": str(path)}
                for path, one in found
            ]
        )
        return
    print_rows(
        [
            (one.name, one.language, f"{round(one.planned_seconds / 60)} min", one.title, str(path))
            for path, one in found
        ]
    )


@agenda.command(help=_("Show an agenda as it is understood."))
@click.argument("name")
def show(name: str) -> None:
    """Show an agenda."""
    from roundtable.cli.reading import agenda_for

    found = agenda_for(name)
    click.echo(f"{found.title}\n{found.subtitle}".strip())
    click.echo(", ".join(f"{one.short} {one.name}" for one in found.sectors))
    for question in found.questions:
        click.echo(f"  ? {question}")
    for topic in found.topics:
        minutes = round((topic.planned_seconds or 0) / 60)
        heading = f"{topic.number}. {topic.title}" if topic.number else topic.title
        click.echo(f"\n{heading} ({minutes} min)")
        for prompt in topic.prompts:
            click.echo(f"  › {prompt}")


@agenda.command(help=_("Check agendas; every problem with file, line and how to put it right."))
@click.argument("files", nargs=-1, required=True, metavar="FILE…")
def check(files: tuple[str, ...]) -> None:
    """Check agendas; exit 1 where one has problems."""
    from roundtable.agendas.folder import find_agenda
    from roundtable.agendas.reader import read_agenda_file
    from roundtable.cli.reading import tell

    count = 0
    for name in files:
        reading = read_agenda_file(find_agenda(name))
        tell(reading.problems)
        count += len(reading.problems)
        if not reading.problems:
            click.echo(_("{file}: fine").format(file=name))
    if count:
        raise AgendaHasProblems(count=count)


@agenda.command(help=_("Write a new agenda to start from, as topics/NAME.LANGUAGE.md."))
@click.argument("name")
@click.option(
    "--language", type=click.Choice(LANGUAGES), help=_("Of the agenda; that of the interface unless told.")
)
def new(name: str, language: str | None) -> None:
    """Write a new agenda."""
    from roundtable.agendas.folder import new_agenda_text
    from roundtable.services.sessions import slugged

    spoken = language or current()
    path = Path("topics") / f"{slugged(name)}.{spoken}.md"
    path.parent.mkdir(exist_ok=True)
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(new_agenda_text(name, spoken))
    except FileExistsError:
        raise FileExists(path=path) from None
    click.echo(str(path))
