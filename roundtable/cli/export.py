"""Writing the white paper from the plain command line."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from roundtable.cli.place import (
    Place,
    attribution_option,
    json_option,
    pass_place,
    print_json,
    session_argument,
)
from roundtable.domain.text import clean
from roundtable.errors import GivesAway
from roundtable.i18n import _

if TYPE_CHECKING:
    from roundtable.domain.disclosure import Form
    from roundtable.report.formats import Format
    from roundtable.services.publishing import Wanted
    from roundtable.services.scanning import FoundIn
    from roundtable.storage.journal import Journal


@click.command(help=_("Write the white paper, as Markdown and DOCX unless told otherwise."))
@session_argument
@click.option(
    "--format",
    "formats",
    default="md,docx",
    show_default=True,
    metavar="md,docx,…",
    help=_("Formats: md, docx, pdf, html; the contributions alone: csv, xlsx."),
)
@click.option(
    "--output", type=click.Path(path_type=Path), metavar="PATH", help=_("Into ./exports/ unless told.")
)
@attribution_option()
@click.option(
    "--template",
    type=click.Path(path_type=Path),
    metavar="FILE.docx",
    help=_("Your house’s own DOCX: its styles, page, header and footer."),
)
@click.option("--paginate", is_flag=True, help=_("Take page numbers from a layout by LibreOffice."))
@click.option("--appendix", is_flag=True, help=_("With all statements: your own working copy."))
@click.option("--final", is_flag=True, help=_("Refuse to write a draft, and name what is in the way."))
@click.option("--force", is_flag=True, help=_("Write it even where it would give somebody away."))
@click.option("--check", is_flag=True, help=_("Write nothing: say what is in the way of a final paper."))
@click.option("--progress", is_flag=True, help=_("Say on standard error what is being done."))
@json_option
@pass_place
def export(
    place: Place,
    session: str | None,
    session_name: str | None,
    formats: str,
    output: Path | None,
    form: "Form | None",
    template: Path | None,
    paginate: bool,
    appendix: bool,
    final: bool,
    force: bool,
    check: bool,
    progress: bool,
    as_json: bool,
) -> None:
    """Write the white paper."""
    from roundtable.services.publishing import Wanted

    wanted = Wanted(
        formats_of(formats),
        output,
        form,
        appendix=appendix,
        final=final,
        template=template,
        paginate=paginate,
        force=force,
    )
    with place.session(session or session_name) as (journal, uid):
        if check:
            _check(journal, uid, wanted, as_json=as_json)
        else:
            write(journal, uid, wanted, as_json=as_json, progress=progress)


def formats_of(given: str) -> "tuple[Format, ...]":
    """Read the formats that were asked for. Raises BadParameter."""
    from roundtable.report.formats import Format

    known = {one.value: one for one in Format}
    names = [name.strip().lower() for name in given.split(",") if name.strip()]
    unknown = [name for name in names if name not in known]
    if unknown or not names:
        raise click.BadParameter(
            _("{unknown} cannot be written; there is {known}.").format(
                unknown=", ".join(unknown) or f"“{given}”", known=", ".join(known)
            ),
            param_hint="--format",
        )
    return tuple(known[name] for name in dict.fromkeys(names))


def _check(journal: "Journal", uid: str, wanted: "Wanted", *, as_json: bool) -> None:
    """Print what is in the way of a final paper."""
    from roundtable.report.obstacles import told_briefly
    from roundtable.services.checking import check, shape
    from roundtable.services.prose import contested

    found = check(journal.session(uid), wanted, contested(journal, uid))
    if as_json:
        print_json(shape(found))
        return
    for reason in told_briefly(found.obstacles):
        click.echo(f"- {reason}")
    if not found.obstacles:
        click.echo(_("Nothing is in the way of a final paper."))


def _doing(step: int, steps: int, what: str) -> None:
    click.echo(f"… {step}/{steps} {what}", err=True)


def write(
    journal: "Journal",
    uid: str,
    wanted: "Wanted | None" = None,
    *,
    as_json: bool = False,
    progress: bool = False,
) -> None:
    """Write the paper and print the path of each file; what is to be known goes to standard error."""
    from roundtable.report.obstacles import listed
    from roundtable.services.publishing import Wanted, export

    doing = {"doing": _doing} if progress else {}
    with _found_as_json(as_json=as_json):
        done = export(journal, uid, wanted or Wanted(), lambda told: click.echo(told, err=True), **doing)
    for file in done.files:
        if file.instead_of:
            click.echo(
                _("{path} has been edited since; it is left as it is.").format(path=file.instead_of), err=True
            )
    if done.replaced:
        click.echo(
            _("Told neutrally inside statements: {names}.").format(names=listed(done.replaced)), err=True
        )
    if done.obstacles:
        click.echo(_("This is a draft, because:"), err=True)
        for reason in done.obstacles:
            click.echo(f"- {reason}", err=True)
    _tell_found(done.found)
    if as_json:
        files = [
            {
                "path": str(file.path),
                "format": str(file.format),
                "draft": file.draft,
                "bytes": file.size,
                "instead_of": str(file.instead_of) if file.instead_of else None,
            }
            for file in done.files
        ]
        print_json({"files": files, "replaced": list(done.replaced), "found": _found_shapes(done.found)})
        return
    for file in done.files:
        click.echo(str(file.path))


@contextmanager
def _found_as_json(*, as_json: bool) -> Iterator[None]:
    """Print what would give somebody away for a program as well, where it keeps a paper from being written."""
    try:
        yield
    except GivesAway as error:
        if as_json:
            print_json({"files": [], "replaced": [], "found": _found_shapes(error.found)})
        raise


def _tell_found(found: "Sequence[FoundIn]") -> None:
    for heading, sure in (
        (_("It gives away:"), True),
        (_("Look whether this gives somebody away:"), False),
    ):
        lines = [clean(f"- {one.told()}") for one in found if one.found.sure is sure]
        if lines:
            click.echo("\n".join([heading, *lines]), err=True)


def _found_shapes(found: "Sequence[FoundIn]") -> list[dict[str, object]]:
    from roundtable.cli.shapes import found_shape

    return [{"file": str(one.path), **found_shape(one.found)} for one in found]
