"""Full text over what was said, from the plain command line."""

from typing import TYPE_CHECKING, Any

import click

from roundtable.cli.place import Place, json_option, pass_place, print_json, session_option
from roundtable.i18n import _

if TYPE_CHECKING:
    from roundtable.domain.session import Details

MOST = 200  # contributions, unless told otherwise


@click.command(help=_("Search what was said, at all tables or at one (--session); the newest first."))
@click.argument("query", nargs=-1, required=True)
@session_option
@click.option("--all", "everywhere", is_flag=True, help=_("All tables; so it is without --session."))
@click.option(
    "--limit",
    type=click.IntRange(1, 100_000),
    default=MOST,
    show_default=True,
    help=_("How many at the most."),
)
@json_option
@pass_place
def search(
    place: Place, query: tuple[str, ...], session: str | None, everywhere: bool, limit: int, as_json: bool
) -> None:
    """Find contributions by all of their words, the last one as a beginning."""
    if session and everywhere:
        raise click.UsageError(_("Give either --session or --all."))
    from roundtable.cli.contributions import line_of
    from roundtable.cli.shapes import contribution_shape
    from roundtable.services.sessions import find_session

    with place.journal() as journal:
        uid = find_session(journal, session) if session else None
        hits = journal.find(" ".join(query), uid, limit)
        tables = {hit.session: journal.session(hit.session) for hit in hits}
    found = [(tables[hit.session], tables[hit.session].contribution(hit.id)) for hit in hits]
    if as_json:
        print_json([{**_table_shape(one.details), **contribution_shape(one, said)} for one, said in found])
        return
    if not found:
        click.echo(_("Nothing was said with these words."))
    before = None
    for one, said in found:
        if one is not before:
            sign = " · " + _("rehearsal") if one.details.rehearsal else ""
            click.echo(f"{one.details.title}  ({one.details.slug}){sign}")
        click.echo(line_of(one, said))
        before = one


def _table_shape(details: "Details") -> dict[str, Any]:
    """Give at which table it was said, and where that was a rehearsal, that it was one."""
    return {"session": details.slug, **({"rehearsal": True} if details.rehearsal else {})}
