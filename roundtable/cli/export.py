"""Writing the white paper from the plain command line."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from roundtable.cli.place import Place, json_option, pass_place, print_json, session_argument
from roundtable.i18n import _

if TYPE_CHECKING:
    from roundtable.report.formats import Format
    from roundtable.services.publishing import Wanted
    from roundtable.storage.journal import Journal


@click.command(help=_("Write the white paper, as Markdown and DOCX unless told otherwise."))
@session_argument
@click.option(
    "--format", "formats", default="md,docx", show_default=True, metavar="md,docx,pdf", help=_("Formats.")
)
@click.option(
    "--output", type=click.Path(path_type=Path), metavar="PATH", help=_("Into ./exports/ unless told.")
)
@click.option(
    "--attribution",
    type=click.Choice(["table", "sector", "named", "none"]),
    help=_("How statements are told; as the agenda says unless told, else by sector."),
)
@click.option(
    "--template",
    type=click.Path(path_type=Path),
    metavar="FILE.docx",
    help=_("Your house’s own DOCX: its styles, page, header and footer."),
)
@click.option("--paginate", is_flag=True, help=_("Take page numbers from a layout by LibreOffice."))
@click.option("--appendix", is_flag=True, help=_("With all statements: your own working copy."))
@click.option("--final", is_flag=True, help=_("Refuse to write a draft, and name what is in the way."))
@json_option
@pass_place
def export(
    place: Place,
    session: str | None,
    session_name: str | None,
    formats: str,
    output: Path | None,
    attribution: str | None,
    template: Path | None,
    paginate: bool,
    appendix: bool,
    final: bool,
    as_json: bool,
) -> None:
    """Write the white paper."""
    from roundtable.domain.disclosure import Form
    from roundtable.services.publishing import Wanted

    form = Form(attribution) if attribution else None
    wanted = Wanted(
        _formats(formats),
        output,
        form,
        appendix=appendix,
        final=final,
        template=template,
        paginate=paginate,
    )
    with place.session(session or session_name) as (journal, uid):
        write(journal, uid, wanted, as_json=as_json)


def _formats(given: str) -> "tuple[Format, ...]":
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


def write(journal: "Journal", uid: str, wanted: "Wanted | None" = None, *, as_json: bool = False) -> None:
    """Write the paper and print the path of each file; what is to be known goes to standard error."""
    from roundtable.services.publishing import Wanted, export

    done = export(journal, uid, wanted or Wanted(), lambda told: click.echo(told, err=True))
    for file in done.files:
        if file.instead_of:
            click.echo(
                _("{path} was edited since; it is left as it is.").format(path=file.instead_of), err=True
            )
    if done.replaced:
        click.echo(
            _("Told neutrally inside statements: {names}.").format(names=", ".join(done.replaced)), err=True
        )
    if done.obstacles:
        click.echo(_("This is a draft, because:"), err=True)
        for reason in done.obstacles:
            click.echo(f"- {reason}", err=True)
    if as_json:
        files = [
            {"path": str(file.path), "format": str(file.format), "draft": file.draft, "bytes": file.size}
            for file in done.files
        ]
        print_json({"files": files, "replaced": list(done.replaced)})
        return
    for file in done.files:
        click.echo(str(file.path))
