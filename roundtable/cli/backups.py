"""A copy of all the data, and putting such a copy in its place."""

from pathlib import Path

import click

from roundtable.cli.place import Place, pass_place
from roundtable.cli.sure import make_sure
from roundtable.cli.words import quoted
from roundtable.errors import FileIsFolder, NoFileYet
from roundtable.i18n import _

_SLOW = 50_000_000  # bytes that take more than a second to copy


@click.command(help=_("Copy all the data into one file, also while others write."))
@click.argument("file", type=click.Path(path_type=Path))
@pass_place
def backup(place: Place, file: Path) -> None:
    """Make a backup."""
    from roundtable.storage.backup import back_up

    if place.missing:
        raise NoFileYet(file=place.path)
    if file.is_dir():
        raise FileIsFolder(file=file)
    _tell_if_slow(place.path)
    back_up(place.path, file)
    click.echo(str(file))
    told = _("It holds all sessions of {file}. Put it back with: roundtable restore {backup}")
    click.echo(told.format(file=place.path, backup=quoted(str(file))), err=True)


@click.command(
    help=_("Put a backup in the place of the data, which is kept beside it. What was erased stays erased.")
)
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--yes", is_flag=True, help=_("Do not ask: for scripts."))
@pass_place
def restore(place: Place, file: Path, yes: bool) -> None:
    """Put a backup in the place of the data."""
    from roundtable.storage.backup import restore as put_back

    if file.is_dir():
        raise FileIsFolder(file=file)
    name = place.path.name
    if not place.missing:
        asked = _("{backup} takes the place of {file}. Type {name} to go on")
        make_sure(name, asked.format(backup=file, file=place.path, name=name), yes=yes)
    _tell_if_slow(file)
    done = put_back(place.path, file)
    click.echo(_("Restored: {file}").format(file=place.path))
    if done.before:
        told = _("As it was before: {file}. Put it back with: roundtable restore {backup}")
        click.echo(told.format(file=done.before, backup=quoted(str(done.before))), err=True)
    if not done.readable:
        click.echo(
            _(
                "It was damaged: what was erased in it since the backup was made may be back, "
                "and has to be erased again."
            ),
            err=True,
        )


def _tell_if_slow(file: Path) -> None:
    if file.is_file() and file.stat().st_size > _SLOW:
        click.echo(_("Copying {file} …").format(file=file), err=True)
