"""The projector: opening it, and showing something on it."""

import click

from roundtable.cli.place import Place, need_screen, pass_place, session_argument
from roundtable.cli.telling import shortened
from roundtable.i18n import _


@click.command(
    help=_(
        "Open the stage on the projector: topic, question, time, sectors. Or show something on one that is open."
    )
)
@session_argument
@click.option(
    "--show", "contribution", metavar="N", help=_("Show a contribution for a moment, without a name.")
)
@click.option("--show-takeaway", "takeaway", metavar="N", help=_("Show a takeaway until it is hidden."))
@click.option("--ask-next", is_flag=True, help=_("Show the next question to ask."))
@click.option("--hide", is_flag=True, help=_("Hide what is shown."))
@pass_place
def stage(
    place: Place,
    session: str | None,
    session_name: str | None,
    contribution: str | None,
    takeaway: str | None,
    *,
    ask_next: bool,
    hide: bool,
) -> None:
    """Open the stage, or show something on it."""
    asked = sum((contribution is not None, takeaway is not None, ask_next, hide))
    if asked > 1:
        raise click.UsageError(_("Give one of --show, --show-takeaway, --ask-next and --hide."))
    if not asked:
        _open(place, session or session_name)
        return
    from roundtable.services import staging

    with place.session(session or session_name) as (journal, uid):
        if hide:
            staging.hide(journal, uid)
            click.echo(_("The stage shows the topic and the time."))
        elif ask_next:
            after = staging.turn_prompt(journal, uid)
            click.echo(after.prompts[after.prompt] if after.prompts else _("This topic has no questions."))
        elif contribution is not None:
            after = staging.show_contribution(journal, uid, contribution)
            text = after.contribution(contribution).text
            click.echo(_("On the stage for a moment: “{text}”").format(text=shortened(text)))
        elif takeaway is not None:
            after = staging.show_takeaway(journal, uid, takeaway)
            text = after.takeaway(takeaway).text
            click.echo(_("On the stage until it is hidden: “{text}”").format(text=shortened(text)))


def _open(place: Place, name: str | None) -> None:
    need_screen()
    with place.session(name) as (_journal, uid):
        found = uid
    from roundtable.ui.app import RoundtableApp

    RoundtableApp(place.path, session=found, stage=True).run()
