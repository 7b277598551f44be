"""What the organiser writes, from the plain command line."""

import sys
from pathlib import Path

import click

from roundtable.cli.place import Place, json_option, on_terminal, pass_place, print_json, session_option
from roundtable.domain.session import Session
from roundtable.errors import NoProse, NoSuchVersion, NothingWritten
from roundtable.i18n import _, ngettext

MEGABYTES = 20  # the most that a part may hold


@click.group(help=_("What you write for the paper. PART is introduction, a topic's number, or conclusion."))
def prose() -> None:
    """Write for the paper."""


@prose.command(help=_("Print what was written, for one part or for all."))
@click.argument("part", required=False)
@click.option("--marks", is_flag=True, help=_("With marks (⟦RET 12⟧) in place of links to statements."))
@session_option
@json_option
@pass_place
def show(place: Place, part: str | None, marks: bool, session: str | None, as_json: bool) -> None:
    """Print what was written."""
    from roundtable.cli.prose_shapes import part_shape
    from roundtable.services.prose import as_shown, contested, part_id

    with place.session(session) as (journal, uid):
        found = journal.session(uid)
        open_versions = contested(journal, uid)
    keys = [part_id(found, part)] if part else _parts(found)
    written = {key: one.text for key in keys if (one := found.prose(key))}
    texts = {key: as_shown(found, text).text if marks else text for key, text in written.items()}
    if as_json:
        shapes = [part_shape(found, key, text, open_versions.get(key, ())) for key, text in texts.items()]
        print_json(next(iter(shapes), None) if part else shapes)
        return
    titles = {topic.id: f"{topic.number} {topic.title}".strip() for topic in found.topics}
    for key, text in texts.items():
        click.echo(text if part else f"[{titles.get(key, key)}]\n\n{text}\n")
    if not texts and part:
        click.echo(_("Nothing was written for “{part}” yet.").format(part=part), err=True)
    elif not texts:
        click.echo(_("Nothing was written yet. Begin with `roundtable prose draft PART`."), err=True)


def _parts(session: Session) -> list[str]:
    return ["introduction", *(topic.id for topic in session.topics), "conclusion"]


@prose.command("set", help=_("Keep what you wrote for a part: Markdown from FILE or standard input."))
@click.argument("part")
@click.argument("file", required=False, type=click.Path(path_type=Path, allow_dash=True))
@click.option("--remove", is_flag=True, help=_("Take away what was written for it."))
@session_option
@pass_place
def set_part(place: Place, part: str, file: Path | None, remove: bool, session: str | None) -> None:
    """Keep what was written, or take it away; a text that is empty changes nothing."""
    from roundtable.domain.references import stored
    from roundtable.domain.text import clean_prose
    from roundtable.services.prose import part_id, set_prose

    if remove and file:
        raise click.UsageError(_("Give either a file or --remove."))
    typed = "" if remove else clean_prose(_text_of(file))
    with place.session(session) as (journal, uid):
        found = journal.session(uid)
        part_id(found, part)
        if not typed.strip() and not remove:
            raise NoProse(part=part)
        text = stored(typed, found)
        set_prose(journal, uid, part, text)
    if remove:
        click.echo(_("Taken away: {part}.").format(part=part))
        return
    _tell_kept(part, text)


def _tell_kept(part: str, text: str) -> None:
    from roundtable.services.prose import words_of

    words = words_of(text)
    told = ngettext("Kept: {part}, {count} word.", "Kept: {part}, {count} words.", words)
    click.echo(told.format(part=part, count=words))


def _text_of(file: Path | None) -> str:
    from roundtable.agendas.decoding import decode, read_bytes

    if file is not None and str(file) != "-":
        return decode(read_bytes(file, MEGABYTES), file).text
    if on_terminal():
        click.echo(_("Type Markdown; Ctrl+D ends."), err=True)
    return decode(sys.stdin.buffer.read() if sys.stdin else b"", Path("-")).text


@prose.command(
    "import", help=_("Take back what was edited in Word: shows what differs, and asks what to take.")
)
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE.docx")
@click.option("--part", "parts", multiple=True, help=_("Only this part, or `takeaways`; may be repeated."))
@click.option(
    "--take", type=click.Choice(["all", "none"]), help=_("Take all differences, or none, without asking.")
)
@click.option(
    "--contested", is_flag=True, help=_("With --take all: also where the text was changed here meanwhile.")
)
@click.option("--yes", is_flag=True, help=_("The same as --take all."))
@session_option
@json_option
@pass_place
def import_word(
    place: Place,
    file: Path,
    parts: tuple[str, ...],
    take: str | None,
    contested: bool,
    yes: bool,
    session: str | None,
    as_json: bool,
) -> None:
    """Show what differs in a Word file, and take what is wanted."""
    from roundtable.cli import coming_back as telling
    from roundtable.services import coming_back as services

    with place.session(session) as (journal, uid):
        found = journal.session(uid)
        back = services.only(found, services.differences(journal, uid, file), parts)
        asking = not (take or yes or as_json) and on_terminal()
        chosen: services.Chosen = telling.asked(found, back) if asking else {}
        if take == "all" or yes:
            chosen = services.everything(back) if contested else services.uncontested(back)
        services.take(journal, uid, back, chosen)
    taken = sum(map(len, chosen.values()))
    if as_json:
        print_json(telling.shape(found, back, taken))
        return
    telling.report(found, back, taken, shown=asking)


@prose.command(help=_("Print a first draft of a chapter, made of what was recorded and nothing else."))
@click.argument("part")
@click.option(
    "--keep", is_flag=True, help=_("Keep it as the part's prose; the paper stays a draft till you look.")
)
@click.option("--force", is_flag=True, help=_("Keep it in the place of what a person wrote."))
@session_option
@pass_place
def draft(place: Place, part: str, keep: bool, force: bool, session: str | None) -> None:
    """Print a first draft; what wants a look goes to standard error."""
    from roundtable.services.prose import keep_draft
    from roundtable.services.publishing import draft_part

    with place.session(session) as (journal, uid):
        drafted = draft_part(journal.session(uid), part)
        if keep:
            keep_draft(journal, uid, part, drafted.markdown, force=force)
    click.echo(drafted.markdown, nl=False)
    for remark in drafted.remarks:
        click.echo(remark, err=True)
    if keep:
        told = _("Kept as a draft. Once you have looked at it: roundtable prose looked {part}")
        click.echo(told.format(part=part), err=True)


@prose.command(help=_("Say that you looked at what the tool drafted for a part, and it may stand."))
@click.argument("part")
@session_option
@pass_place
def looked(place: Place, part: str, session: str | None) -> None:
    """Record that somebody looked at a draft."""
    from roundtable.services import prose as services

    with place.session(session) as (journal, uid):
        before = journal.session(uid)
        written = before.prose(services.part_id(before, part))
        if written is None:
            raise NothingWritten(part=part)
        services.looked(journal, uid, part)
    click.echo(_("Looked at: {part}.").format(part=part))


@prose.command(help=_("Write a part in your editor, with marks (⟦RET 12⟧) for the statements it refers to."))
@click.argument("part")
@session_option
@pass_place
def edit(place: Place, part: str, session: str | None) -> None:
    """Open a part in the editor, and keep it when you are back."""
    from roundtable.domain.text import clean_prose
    from roundtable.services.prose import part_id, save_edited, to_edit
    from roundtable.ui.editor import edited

    with place.session(session) as (journal, uid):
        editing = to_edit(journal, uid, part)
        done = edited(editing.shown.text, MEGABYTES)
        if editing.shown.text and not done.text.strip():
            raise NoProse(part=part)
        saved = save_edited(journal, uid, part, done.text, editing)
        done.kept()
    written = saved.session.prose(part_id(saved.session, part))
    if clean_prose(done.text).strip() == editing.shown.text:
        click.echo(_("Nothing was changed."))
    elif written:
        _tell_kept(part, written.text)
    if saved.overtaken:
        told = _(
            "Somebody else saved “{part}” meanwhile, and both texts are kept. Choose: roundtable prose versions {part}"
        )
        click.echo(told.format(part=part), err=True)


@prose.command(help=_("Show the versions of a part that wait for a choice, where people wrote at once."))
@click.argument("part")
@session_option
@json_option
@pass_place
def versions(place: Place, part: str, session: str | None, as_json: bool) -> None:
    """Show the versions of a part; the first is in force."""
    from roundtable.cli.prose_shapes import version_shape
    from roundtable.services.prose import as_shown
    from roundtable.services.prose import versions as versions_of
    from roundtable.services.sessions import zone_of

    with place.session(session) as (journal, uid):
        found = journal.session(uid)
        there = versions_of(journal, uid, part)
    if as_json:
        print_json([version_shape(one, number) for number, one in enumerate(there, 1)])
        return
    for number, one in enumerate(there, 1):
        at = one.at.astimezone(zone_of(found)).strftime("%Y-%m-%d %H:%M")
        who = _("here") if one.mine else _("elsewhere")
        parts = [at, who, *([_("in force")] if number == 1 else [])]
        text = as_shown(found, one.text).text or _("(taken away)")
        click.echo(f"[{number}] {', '.join(parts)}\n\n{text}\n")
    if len(there) > 1:
        click.echo(_("Choose one: roundtable prose choose {part} NUMBER").format(part=part), err=True)
    elif not there:
        click.echo(_("Nothing was written for “{part}” yet.").format(part=part), err=True)


@prose.command(help=_("Let one of the versions of a part stand, by its number in `prose versions`."))
@click.argument("part")
@click.argument("number", type=click.IntRange(1))
@session_option
@pass_place
def choose(place: Place, part: str, number: int, session: str | None) -> None:
    """Choose a version."""
    from roundtable.services import prose as services

    with place.session(session) as (journal, uid):
        there = services.versions(journal, uid, part)
        if number > len(there):
            raise NoSuchVersion(part=part)
        services.choose_version(journal, uid, part, there[number - 1].stamp)
    _tell_kept(part, there[number - 1].text)


@prose.command(help=_("List which statements of a part stand in the prose, and which do not."))
@click.argument("part")
@session_option
@json_option
@pass_place
def used(place: Place, part: str, session: str | None, as_json: bool) -> None:
    """List what was used and what was not."""
    from roundtable.cli.prose_shapes import used_shape
    from roundtable.services.prose import part_id, used_of, words_of

    with place.session(session) as (journal, uid):
        found = journal.session(uid)
    key = part_id(found, part)
    standing = used_of(found, part)
    written = found.prose(key)
    words = words_of(written.text) if written else 0
    if as_json:
        print_json(used_shape(found, key, standing, words))
        return
    for sign, those in (("✓", standing.used), ("·", standing.unused)):
        for said in those:
            click.echo(f"{sign} {found.numbers[said.id]:>4}  {said.text}")
    count, total = len(standing.used), len(standing.used) + len(standing.unused)
    told = ngettext(
        "{count} of {total} statement stands in the prose.",
        "{count} of {total} statements stand in the prose.",
        total,
    )
    counted = ngettext("{count} word.", "{count} words.", words).format(count=words)
    click.echo(f"{told.format(count=count, total=total)} {counted}", err=True)
