"""Names inside what may be printed, from the plain command line: listed, and decided on."""

from typing import TYPE_CHECKING

import click

from roundtable.cli.place import (
    Place,
    attribution_option,
    json_option,
    pass_place,
    print_json,
    print_rows,
    session_option,
    width_of_terminal,
)
from roundtable.cli.words import KEPT, NAME_KINDS
from roundtable.domain.people import Consent, Participant
from roundtable.domain.session import Session
from roundtable.i18n import _

if TYPE_CHECKING:
    from roundtable.domain.disclosure import Form
    from roundtable.services.names import NameInside


@click.group(help=_("Names that stand inside statements, prose and takeaways, and what happens to each."))
def names() -> None:
    """Decide on names."""


@names.command("list", help=_("List the names, those not decided on first."))
@session_option
@attribution_option()
@json_option
@pass_place
def list_names(place: Place, session: str | None, form: "Form | None", as_json: bool) -> None:
    """List the names."""
    from roundtable.services.names import names_inside

    with place.session(session) as (journal, uid):
        found = journal.session(uid)
    inside = names_inside(found, form)
    if as_json:
        print_json([name_shape(found, one) for one in inside])
        return
    print_rows(name_rows(inside), width_of_terminal())
    if not inside:
        click.echo(_("No participant’s name stands in what may be printed."))


def name_rows(inside: "tuple[NameInside, ...]") -> list[tuple[str, ...]]:
    """Give a row a name and what happens to it: what it is, and where it stands."""
    places: dict[tuple[str, str, str], list[str]] = {}
    for one in inside:
        places.setdefault((one.name, _(NAME_KINDS[one.what]), _(KEPT[one.kept])), []).append(one.called)
    return [(*row, ", ".join(those)) for row, those in places.items()]


def name_shape(session: Session, one: "NameInside") -> dict[str, object]:
    """Give a name for --json."""
    known = session.of(Participant)
    return {
        "name": one.name,
        "what": str(one.what),
        "in": one.called,
        "kept": str(one.kept),
        "sure": one.sure,
        "people": [known[key].name for key in one.participants if key in known],
    }


_in_option = click.option(
    "--in",
    "places",
    multiple=True,
    metavar="PLACE",
    help=_(
        "Only there, as the list calls it: a contribution’s number, introduction, topic:2, conclusion, takeaway:3."
    ),
)


@names.command(help=_("Keep a name where it stands, in the places given or everywhere."))
@click.argument("name")
@_in_option
@session_option
@pass_place
def keep(place: Place, name: str, places: tuple[str, ...], session: str | None) -> None:
    """Keep a name; who asked to be told of nobody is told of, for whoever decides."""
    from roundtable.domain.contributions import Choice
    from roundtable.services.names import decide_name

    with place.session(session) as (journal, uid):
        found = decide_name(journal, uid, name, Choice.KEEP, places or None)
    inside = _tell(found, name, places, _("“{name}” is kept in {places}."))
    known = found.of(Participant)
    for key in dict.fromkeys(key for one in inside for key in one.participants):
        if known[key].consent is Consent.NONE:
            told = _("{name} asked to be told of nobody. The paper will hold this name all the same.")
            click.echo(told.format(name=known[key].name), err=True)


@names.command(help=_("Put neutral words in the place of a name, in the places given or everywhere."))
@click.argument("name")
@_in_option
@session_option
@pass_place
def neutral(place: Place, name: str, places: tuple[str, ...], session: str | None) -> None:
    """Tell a name neutrally."""
    from roundtable.domain.contributions import Choice
    from roundtable.services.names import decide_name

    with place.session(session) as (journal, uid):
        found = decide_name(journal, uid, name, Choice.NEUTRAL, places or None)
    _tell(found, name, places, _("“{name}” is told neutrally in {places}."))


def _tell(session: Session, name: str, places: tuple[str, ...], sentence: str) -> "list[NameInside]":
    """Say where a name was decided on, and give these places."""
    from roundtable.services.names import names_called

    inside = names_called(session, name, places or None)
    click.echo(sentence.format(name=name, places=", ".join(one.called for one in inside)))
    return inside
