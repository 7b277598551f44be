"""The organiser's screen."""

import click

from roundtable.cli.place import Place, need_screen, pass_place, session_argument
from roundtable.i18n import _


@click.command(
    help=_("Open the synthesis: weigh and group what was said, draw takeaways, write the paper's prose.")
)
@session_argument
@pass_place
def synthesis(place: Place, session: str | None, session_name: str | None) -> None:
    """Open the synthesis."""
    need_screen()
    with place.session(session or session_name) as (_journal, uid):
        found = uid
    from roundtable.ui.app import RoundtableApp

    RoundtableApp(place.path, session=found, synthesis=True).run()
