"""Themes, from the plain command line: listed, laid beside the sectors, given, renamed, merged, split."""

import click

from roundtable.cli.place import (
    Place,
    json_option,
    pass_place,
    print_json,
    print_rows,
    session_argument,
    session_option,
)
from roundtable.cli.theme_telling import list_rows, matrix_rows, matrix_shape, theme_line, theme_shape
from roundtable.domain.contributions import Theme
from roundtable.domain.session import Session
from roundtable.domain.themes import ThemeMatrix, borne, namesakes, theme_name, theme_named, themes_called
from roundtable.i18n import _, ngettext
from roundtable.services import themes


@click.group(help=_("Themes: what runs through several statements, and across topics."))
def theme() -> None:
    """Look after the themes."""


@theme.command("list", help=_("List the themes, the most borne first: who spoke of each, on which topics."))
@session_argument
@json_option
@pass_place
def list_themes(place: Place, session: str | None, session_name: str | None, as_json: bool) -> None:
    """List the themes."""
    with place.session(session or session_name) as (journal, uid):
        found = journal.session(uid)
    counted = ThemeMatrix.of(found)
    if as_json:
        print_json([theme_shape(found, row) for row in counted.rows])
    elif not counted.rows:
        _say_none()
    else:
        print_rows(list_rows(found, counted))
        _tell_namesakes(found)


def _say_none() -> None:
    click.echo(
        _(
            "No themes yet. One comes with =onboarding in a line; "
            "what was said already gets one with: roundtable theme tag NAME NUMBER"
        )
    )


def _tell_namesakes(session: Session) -> None:
    for those in namesakes(session):
        told = _("“{name}” is there several times: `roundtable theme merge {ids}` makes one of them.")
        click.echo(told.format(name=those[0].name, ids=" ".join(one.id for one in those)), err=True)


@theme.command(help=_("Show who spoke of what: themes by sectors, contributions and the people behind them."))
@session_argument
@json_option
@pass_place
def matrix(place: Place, session: str | None, session_name: str | None, as_json: bool) -> None:
    """Show the themes by sectors."""
    with place.session(session or session_name) as (journal, uid):
        found = journal.session(uid)
    counted = ThemeMatrix.of(found)
    if as_json:
        print_json(matrix_shape(found, counted))
    elif not counted.rows:
        _say_none()
    else:
        print_rows(matrix_rows(counted))
        click.echo(_("Contributions, and in brackets the people who made them, each counted once."), err=True)


def _show(session: Session, one: Theme, *, as_json: bool) -> None:
    row = borne(session, one)
    if as_json:
        print_json(theme_shape(session, row))
        return
    click.echo(theme_line(session, row))


def _called(session: Session, name: str) -> Theme:
    """Give the theme that has this very name, else the one that is found by it."""
    called = themes_called(session, name)
    return called[0] if called else theme_named(session, name)


@theme.command(
    help=_("Give contributions a theme, all or none; one of that name is made where there is none.")
)
@click.argument("name")
@click.argument("numbers", nargs=-1, required=True, metavar="N…")
@session_option
@json_option
@pass_place
def tag(place: Place, name: str, numbers: tuple[str, ...], session: str | None, as_json: bool) -> None:
    """Give contributions a theme."""
    with place.session(session) as (journal, uid):
        new = not themes_called(journal.session(uid), name)
        found = themes.tag(journal, uid, name, numbers)
    _show(found, _called(found, theme_name(name) if new else name), as_json=as_json)
    if new:
        click.echo(_("This theme is new."), err=True)


@theme.command(help=_("Take a theme away from contributions; the theme itself stays."))
@click.argument("name")
@click.argument("numbers", nargs=-1, required=True, metavar="N…")
@session_option
@json_option
@pass_place
def untag(place: Place, name: str, numbers: tuple[str, ...], session: str | None, as_json: bool) -> None:
    """Take a theme away from contributions."""
    with place.session(session) as (journal, uid):
        key = theme_named(journal.session(uid), name).id
        found = themes.untag(journal, uid, key, numbers)
    _show(found, _called(found, key), as_json=as_json)


@theme.command(help=_("Give a theme another name; to the name of another theme, the two become one."))
@click.argument("name", metavar="A")
@click.argument("other", metavar="B")
@session_option
@json_option
@pass_place
def rename(place: Place, name: str, other: str, session: str | None, as_json: bool) -> None:
    """Give a theme another name."""
    with place.session(session) as (journal, uid):
        old = theme_named(journal.session(uid), name)
        found = themes.rename_theme(journal, uid, old.id, other)
    stays = any(one.id == old.id for one in found.themes)
    now = _called(found, old.id if stays else theme_name(other))
    _show(found, now, as_json=as_json)
    if not stays:
        told = _(
            "“{theme}” went into “{other}”, which was there already. `roundtable undo` parts them again."
        )
        click.echo(told.format(theme=old.name, other=now.name), err=True)


@theme.command(
    help=_("Make one theme of several; the first keeps its name. A name that is there twice is enough alone.")
)
@click.argument("names", nargs=-1, required=True, metavar="A B…")
@session_option
@json_option
@pass_place
def merge(place: Place, names: tuple[str, ...], session: str | None, as_json: bool) -> None:
    """Make one theme of several."""
    with place.session(session) as (journal, uid):
        first = _called(journal.session(uid), names[0])
        found = themes.merge_themes(journal, uid, names)
    _show(found, _called(found, first.id), as_json=as_json)


@theme.command(
    help=_("Split contributions off a theme: they bear another instead, which is made if need be.")
)
@click.argument("name", metavar="A")
@click.argument("new")
@click.argument("numbers", nargs=-1, required=True, metavar="N…")
@session_option
@json_option
@pass_place
def split(
    place: Place, name: str, new: str, numbers: tuple[str, ...], session: str | None, as_json: bool
) -> None:
    """Split contributions off a theme."""
    with place.session(session) as (journal, uid):
        known = themes_called(journal.session(uid), new)
        found = themes.split_theme(journal, uid, name, new, numbers)
    _show(found, _called(found, new if known else theme_name(new)), as_json=as_json)
    if not known:
        click.echo(_("This theme is new."), err=True)


@theme.command(
    help=_("Take a theme away, also from all that bears it; `roundtable undo` brings all of it back.")
)
@click.argument("name")
@session_option
@pass_place
def drop(place: Place, name: str, session: str | None) -> None:
    """Take a theme away."""
    with place.session(session) as (journal, uid):
        before = journal.session(uid)
        one = theme_named(before, name)
        count = len(borne(before, one).contributions)
        themes.drop_theme(journal, uid, one.id)
    told = ngettext(
        "Dropped: “{theme}”, from {count} contribution.",
        "Dropped: “{theme}”, from {count} contributions.",
        count,
    )
    click.echo(told.format(theme=one.name, count=count))
