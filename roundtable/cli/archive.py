"""A whole session out, into a file that brings it back."""

from pathlib import Path

import click

from roundtable.cli.place import Place, json_option, pass_place, print_json
from roundtable.i18n import _


@click.command(
    help=_("Write a whole session into a file, which `import` brings back as it was. Prints the path.")
)
@click.argument("session")
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--names/--no-names",
    default=True,
    show_default=True,
    help=_("With all that is known of people, or with a number for each and neutral words for their names."),
)
@json_option
@pass_place
def archive(place: Place, session: str, file: Path, *, names: bool, as_json: bool) -> None:
    """Write a whole session into a file."""
    from roundtable.services.archiving import archive as write

    with place.session(session) as (journal, uid):
        write(journal, uid, file, names=names)
    if as_json:
        print_json({"path": str(file), "names": names})
        return
    click.echo(str(file))
    if not names:
        told = _("People have numbers in it; their sectors, and what they said, may still tell who they are.")
        click.echo(told, err=True)
