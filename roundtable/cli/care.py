"""Undo, import, the journal, and care for the data."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from roundtable.cli.place import Place, json_option, pass_place, print_json, session_argument, session_option
from roundtable.i18n import _, ngettext

if TYPE_CHECKING:
    from roundtable.domain.changes import Change
    from roundtable.domain.erasures import Erasures
    from roundtable.domain.session import Session

TOLD = 12  # changes of one act that are told one by one


@click.command(help=_("Take back the last thing done here."))
@click.option(
    "--times", type=click.IntRange(1, 1000), default=1, show_default=True, help=_("How many things.")
)
@session_option
@pass_place
def undo(place: Place, times: int, session: str | None) -> None:
    """Take back the last things done by this profile in this terminal."""
    from roundtable.cli.telling import describe

    with place.session(session) as (journal, uid):
        before = journal.session(uid)
        undone = journal.undo(uid, times)
        history = journal.history(uid)
    for action in undone.actions:
        told = list(dict.fromkeys(describe(before, change) for change in history if change.action == action))
        more = len(told) - TOLD
        if more > 0:
            told[TOLD:] = [ngettext("{count} more", "{count} more", more).format(count=more)]
        click.echo(_("Taken back: {what}").format(what=" · ".join(told)))
    if undone.kept:
        click.echo(
            ngettext(
                "{count} thing was changed by somebody since and is left as it is. `roundtable journal` shows by whom.",
                "{count} things were changed by somebody since and are left as they are. "
                "`roundtable journal` shows by whom.",
                len(undone.kept),
            ).format(count=len(undone.kept)),
            err=True,
        )


@click.command("import", help=_("Bring a session in from a JSON file. Prints its id."))
@click.argument("file", type=click.Path(path_type=Path))
@json_option
@pass_place
def import_file(place: Place, file: Path, as_json: bool) -> None:
    """Bring a session in."""
    from roundtable.services.archive import import_session

    with place.journal(make=True) as journal:
        found = import_session(journal, file)
    if as_json:
        print_json({"session": found.slug, "contributions": found.contributions})
        return
    click.echo(found.slug)
    told = ngettext("{count} contribution", "{count} contributions", found.contributions)
    click.echo(told.format(count=found.contributions), err=True)
    if not found.new:
        click.echo(_("All of it was here already."), err=True)


@click.command(help=_("Show who changed what, when."))
@session_argument
@json_option
@pass_place
def journal(place: Place, session: str | None, session_name: str | None, as_json: bool) -> None:
    """Show the journal of a session."""
    with place.session(session or session_name) as (opened, uid):
        found, changes = opened.session(uid), opened.history(uid)
    print_changes(found, changes, as_json=as_json)


def print_changes(session: "Session", changes: "Sequence[Change]", *, as_json: bool) -> None:
    """Print changes in order of arrival."""
    from roundtable.cli.telling import describe
    from roundtable.domain.erasures import Erasure
    from roundtable.domain.stamps import instant_of
    from roundtable.domain.undoing import undone_by
    from roundtable.services.sessions import zone_of

    if as_json:
        print_json([_change_shape(change) for change in changes])
        return
    zone = zone_of(session)
    erasures = session.of(Erasure)
    for change in changes:
        if _is_empty(change, erasures):
            continue
        at = instant_of(change.stamp).astimezone(zone).strftime("%Y-%m-%d %H:%M:%S")
        undo_mark = _("undo: ") if undone_by(change.action) else ""
        click.echo(f"{at}  {change.writer[:4]}  {undo_mark}{describe(session, change)}")


def _is_empty(change: "Change", erasures: "Erasures") -> bool:
    """Say whether nothing is left of a change since something was erased."""
    from roundtable.domain.erasures import all_gone
    from roundtable.domain.undoing import undone_by

    gone = all_gone(erasures, change.kind, change.record)
    return gone or not (change.fields or undone_by(change.action))


def _change_shape(change: "Change") -> dict[str, object]:
    from roundtable.domain.records import write_instant
    from roundtable.domain.stamps import instant_of

    return {
        "at": write_instant(instant_of(change.stamp)),
        "stamp": change.stamp,
        "writer": change.writer,
        "action": change.action,
        "kind": change.kind,
        "record": change.record,
        "fields": dict(change.fields),
        "base": change.base,
    }


@click.command(help=_("Make the tables anew from the journal. Nothing is lost by it."))
@pass_place
def rebuild(place: Place) -> None:
    """Make the projection anew from the journal."""
    with place.journal() as opened:
        opened.rebuild()
    click.echo(_("Rebuilt: {file}").format(file=place.path))
