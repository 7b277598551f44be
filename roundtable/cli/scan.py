"""Looking through finished files from the plain command line, whoever made them."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from roundtable.cli.place import (
    Place,
    attribution_option,
    json_option,
    pass_place,
    print_json,
    session_option,
)
from roundtable.errors import RoundtableError
from roundtable.i18n import _, told

if TYPE_CHECKING:
    from roundtable.domain.disclosure import Form
    from roundtable.report.scan import Found

GIVES_AWAY, UNREADABLE = 3, 1


@click.command(
    help=_(
        "Look through finished files for what would give somebody away: Word, LibreOffice, Excel, PDF, HTML, "
        "Markdown, text, pictures. Exit code 3 if anything is found for sure."
    )
)
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE…")
@session_option
@attribution_option(_("How statements may be told in it; as the agenda says unless told, else by sector."))
@json_option
@pass_place
@click.pass_context
def scan(
    context: click.Context,
    place: Place,
    files: tuple[Path, ...],
    session: str | None,
    form: "Form | None",
    as_json: bool,
) -> None:
    """Look through files, each to its end, and tell what gives somebody away."""
    from roundtable.services.scanning import scan_file

    shapes: list[dict[str, object]] = []
    codes = {0}
    with place.session(session) as (journal, uid):
        for file in files:
            try:
                found = scan_file(journal, uid, file, form)
            except RoundtableError as error:
                codes.add(UNREADABLE)
                shapes.append({"file": str(file), "error": told(error)})
                click.echo(told(error), err=True)
                continue
            codes.add(GIVES_AWAY if any(one.sure for one in found) else 0)
            shapes.append(_shape(file, found))
            if not as_json:
                _tell(file, found)
    if as_json:
        print_json(shapes[0] if len(shapes) == 1 else shapes)
    context.exit(max(codes))


def _shape(file: Path, found: "tuple[Found, ...]") -> dict[str, object]:
    from roundtable.cli.shapes import found_shape

    return {"file": str(file), "found": [found_shape(one) for one in found]}


def _tell(file: Path, found: "tuple[Found, ...]") -> None:
    from roundtable.domain.text import clean
    from roundtable.report.scan import told as told_found

    click.echo(f"{file}:" if found else _("{file}: nothing that gives somebody away.").format(file=file))
    for one in found:
        click.echo(f"- {clean(told_found(one))}")
