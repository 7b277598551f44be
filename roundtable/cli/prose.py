"""What the organiser writes, from the plain command line."""

import sys
from pathlib import Path

import click

from roundtable.cli.place import Place, on_terminal, pass_place, session_option
from roundtable.domain.text import clean_prose
from roundtable.errors import NoProse
from roundtable.i18n import _, ngettext

MEGABYTES = 20  # the most that a part may hold


@click.group(help=_("What you write for the paper. PART is introduction, a topic's number, or conclusion."))
def prose() -> None:
    """Write for the paper."""


@prose.command(help=_("Print what was written, for one part or for all."))
@click.argument("part", required=False)
@session_option
@pass_place
def show(place: Place, part: str | None, session: str | None) -> None:
    """Print what was written."""
    from roundtable.services.prose import part_id

    with place.session(session) as (journal, uid):
        found = journal.session(uid)
    if part:
        if written := found.prose(part_id(found, part)):
            click.echo(written.text)
        else:
            click.echo(_("Nothing was written for “{part}” yet.").format(part=part), err=True)
        return
    titles = {topic.id: f"{topic.number} {topic.title}".strip() for topic in found.topics}
    parts = [(key, found.prose(key)) for key in ("introduction", *titles, "conclusion")]
    for key, written in parts:
        if written:
            click.echo(f"[{titles.get(key, key)}]\n\n{written.text}\n")
    if not any(written for _key, written in parts):
        click.echo(_("Nothing was written yet. Begin with `roundtable prose draft PART`."), err=True)


@prose.command("set", help=_("Keep what you wrote for a part: Markdown from FILE or standard input."))
@click.argument("part")
@click.argument("file", required=False, type=click.Path(path_type=Path, allow_dash=True))
@click.option("--remove", is_flag=True, help=_("Take away what was written for it."))
@session_option
@pass_place
def set_part(place: Place, part: str, file: Path | None, remove: bool, session: str | None) -> None:
    """Keep what was written, or take it away; a text that is empty changes nothing."""
    from roundtable.services.prose import part_id, set_prose

    if remove and file:
        raise click.UsageError(_("Give either a file or --remove."))
    text = "" if remove else _text_of(file)
    words = len(clean_prose(text).split())
    with place.session(session) as (journal, uid):
        part_id(journal.session(uid), part)
        if not words and not remove:
            raise NoProse(part=part)
        set_prose(journal, uid, part, text)
    if remove:
        click.echo(_("Taken away: {part}.").format(part=part))
        return
    told = ngettext("Kept: {part}, {count} word.", "Kept: {part}, {count} words.", words)
    click.echo(told.format(part=part, count=words))


def _text_of(file: Path | None) -> str:
    from roundtable.agendas.decoding import decode, read_bytes

    if file is not None and str(file) != "-":
        return decode(read_bytes(file, MEGABYTES), file).text
    if on_terminal():
        click.echo(_("Type Markdown; Ctrl+D ends."), err=True)
    return decode(sys.stdin.buffer.read() if sys.stdin else b"", Path("-")).text


@prose.command(help=_("Print a first draft of a chapter, made of what was recorded and nothing else."))
@click.argument("part")
@session_option
@pass_place
def draft(place: Place, part: str, session: str | None) -> None:
    """Print a first draft; what wants a look goes to standard error."""
    from roundtable.services.publishing import draft_part

    with place.session(session) as (journal, uid):
        drafted = draft_part(journal.session(uid), part)
    click.echo(drafted.markdown, nl=False)
    for remark in drafted.remarks:
        click.echo(remark, err=True)
