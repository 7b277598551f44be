"""The register of papers, from the plain command line: which were written, and to whom they went."""

from datetime import date, datetime, tzinfo
from typing import TYPE_CHECKING

import click

from roundtable.cli.place import (
    Place,
    json_option,
    pass_place,
    print_json,
    print_rows,
    session_option,
    width_of_terminal,
)
from roundtable.cli.words import FORMS
from roundtable.domain.records import write_instant
from roundtable.i18n import _

if TYPE_CHECKING:
    from roundtable.services.register import Listed


@click.group(help=_("The register: which papers were written, when, how they tell, and to whom they went."))
def papers() -> None:
    """Look after the register of papers."""


@papers.command("list", help=_("List the papers that were written, the oldest first."))
@session_option
@json_option
@pass_place
def list_papers(place: Place, session: str | None, as_json: bool) -> None:
    """List the papers."""
    from roundtable.services.register import register_of
    from roundtable.services.sessions import zone_of

    with place.session(session) as (journal, uid):
        found = journal.session(uid)
        register = register_of(journal, uid)
    if as_json:
        print_json([paper_shape(one) for one in register])
        return
    print_rows([_row(one, zone_of(found)) for one in register], width_of_terminal())
    if not register:
        click.echo(_("No paper has been written yet: roundtable export"))


def _row(one: "Listed", zone: tzinfo) -> tuple[str, ...]:
    paper = one.export
    at = paper.at.astimezone(zone).strftime("%Y-%m-%d %H:%M") if paper.at else ""
    states = [_("a draft") if paper.draft else _("final"), *([_("revised")] if paper.replaces else [])]
    went = ", ".join(f"{to} ({day})" for day, to in paper.went_to)
    sent = _("sent to {names}").format(names=went) if went else ""
    form = _(FORMS[paper.attribution]) if paper.attribution in FORMS else ""
    return str(one.number), at, paper.name or paper.format, form, ", ".join(states), paper.sha256[:8], sent


def paper_shape(one: "Listed") -> dict[str, object]:
    """Give a paper of the register for --json."""
    paper = one.export
    return {
        "number": one.number,
        "at": write_instant(paper.at),
        "name": paper.name or None,
        "format": paper.format,
        "attribution": paper.attribution,
        "draft": paper.draft,
        "sha256": paper.sha256,
        "revised": paper.replaces is not None,
        "sent": [{"on": day, "to": to} for day, to in paper.went_to],
        "people": paper.people,
        "statements": paper.statements,
        "paths": [str(path) for path in one.paths],
    }


@papers.command(
    "sent",
    help=_("Record to whom a paper went: its number in the list, the file, or the beginning of its hash."),
)
@click.argument("paper")
@click.option("--to", "to", required=True, metavar="WHOM", help=_("A name, or a few words: all who came."))
@click.option(
    "--on", "on", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE", help=_("YYYY-MM-DD; today unless told.")
)
@session_option
@pass_place
def mark_sent(place: Place, paper: str, to: str, on: datetime | None, session: str | None) -> None:
    """Keep to whom a paper went."""
    from roundtable.services.register import paper_named, sent
    from roundtable.services.sessions import zone_of

    with place.session(session) as (journal, uid):
        found = journal.session(uid)
        day: date = on.date() if on else journal.now().astimezone(zone_of(found)).date()
        one = paper_named(journal, found, paper)
        sent(journal, uid, one.sha256, to, day.isoformat())
    told = _("{paper} went to {whom} on {day}.")
    click.echo(told.format(paper=one.name or one.sha256[:8], whom=to, day=day.isoformat()))
