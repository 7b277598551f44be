"""Statements that speak for many, from the plain command line."""

import click

from roundtable.cli.place import Place, json_option, pass_place, print_json, session_argument
from roundtable.i18n import _


@click.command(help=_("Suggest statements that speak for many."))
@session_argument
@click.option("--topic", metavar="N", help=_("Only of this topic."))
@click.option("-k", "count", type=click.IntRange(1, 1000), default=5, show_default=True, help=_("How many."))
@json_option
@pass_place
def suggest(
    place: Place, session: str | None, session_name: str | None, topic: str | None, count: int, as_json: bool
) -> None:
    """Suggest statements that speak for many, of each topic or of one."""
    from roundtable.cli.shapes import suggestion_shape
    from roundtable.insight.statements import suggest_for

    with place.session(session or session_name) as (journal, uid):
        found = journal.session(uid)
    topics = [found.topic(topic)] if topic else [one for one in found.topics if found.on_topic(one.id)]
    rows = [(one, each) for one in topics for each in suggest_for(found, one.id, count)]
    if as_json:
        print_json([suggestion_shape(found, one, each) for one, each in rows])
        return
    if not rows:
        click.echo(_("Too little was said to suggest anything yet."))
    for one, each in rows:
        said = found.contribution(each.id)
        click.echo(f"{one.number or found.positions[one.id]:>3}  {found.numbers[said.id]:>4}  {said.text}")
