"""The sample evening."""

import sys

import click

from roundtable.cli.place import Place, json_option, pass_place
from roundtable.i18n import _, current


@click.command(help=_("Open the sample evening on the live table, half-way; nothing of yours is touched."))
@click.option("--export", "finished", is_flag=True, help=_("Finish the evening and write its white paper."))
@click.option("--fresh", is_flag=True, help=_("Start it again."))
@json_option
@pass_place
def demo(place: Place, finished: bool, fresh: bool, as_json: bool) -> None:
    """Open the sample evening, or finish and export it."""
    from roundtable.services.samples import demo_session

    named_here = place.chosen
    if not named_here:
        place = Place(place.path.with_name("demo.db"), chosen=True)
    on_screen = sys.stdin.isatty() and sys.stdout.isatty() and not finished and not as_json
    with place.journal(make=True) as journal:
        uid = demo_session(journal, current(), fresh=fresh, finished=not on_screen)
        slug = journal.session(uid).details.slug
        if not on_screen:
            from roundtable.cli.export import write

            write(journal, uid, as_json=as_json)
            return
    from roundtable.cli.table import open_table

    open_table(place, slug, writing=True)
    click.echo(_("The sample evening is kept in {file}.").format(file=place.path))
    click.echo(
        _("Its white paper: roundtable --db {file} export {session}").format(file=place.path, session=slug)
    )
    named = f"--db {place.path} " if named_here else ""
    click.echo(_("Start it again with: roundtable {named}demo --fresh").format(named=named))
