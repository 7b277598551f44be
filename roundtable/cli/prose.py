"""What the organiser writes, from the plain command line."""

import sys
from pathlib import Path

import click

from roundtable.cli.place import Place, pass_place, session_option
from roundtable.i18n import _

MEGABYTES = 20  # the most that a part may hold


@click.group(help=_("What you write for the paper: PART is introduction, a topic's number, or conclusion."))
def prose() -> None:
    """Write for the paper."""


@prose.command(help=_("Print what was written, for one part or for all."))
@click.argument("part", required=False)
@session_option
@pass_place
def show(place: Place, part: str | None, session: str | None) -> None:
    """Print what was written."""
    from roundtable.services.synthesis import part_id

    with place.session(session) as (journal, uid):
        found = journal.session(uid)
    if part:
        written = found.prose(part_id(found, part))
        click.echo(written.text if written else "", nl=bool(written))
        return
    titles = {topic.id: f"{topic.number} {topic.title}".strip() for topic in found.topics}
    for key in ("introduction", *titles, "conclusion"):
        if written := found.prose(key):
            click.echo(f"[{titles.get(key, key)}]\n\n{written.text}\n")


@prose.command("set", help=_("Keep what you wrote for a part: Markdown from FILE or standard input."))
@click.argument("part")
@click.argument("file", required=False, type=click.Path(path_type=Path, allow_dash=True))
@session_option
@pass_place
def set_part(place: Place, part: str, file: Path | None, session: str | None) -> None:
    """Keep what was written."""
    from roundtable.agendas.decoding import decode, read_bytes
    from roundtable.services.synthesis import set_prose

    path = file or Path("-")
    raw = sys.stdin.buffer.read() if str(path) == "-" else read_bytes(path, MEGABYTES)
    text = decode(raw, path).text
    with place.session(session) as (journal, uid):
        set_prose(journal, uid, part, text)
    words = len(text.split())
    click.echo(_("Kept: {part}, {count} words.").format(part=part, count=words))


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
