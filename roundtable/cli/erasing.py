"""Erasing what was said, or a person, from the plain command line: first what would go is shown."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from roundtable.cli.place import Place, on_terminal, pass_place, session_option
from roundtable.cli.sure import make_sure
from roundtable.errors import ErasedButRead, ExtentUnsaid, WhomUnsaid
from roundtable.i18n import _, ngettext

if TYPE_CHECKING:
    from roundtable.domain.people import Participant
    from roundtable.services.erasing import Foreseen, Way
    from roundtable.storage.journal import Journal
    from roundtable.storage.own import Paper

_YES = click.option("--yes", is_flag=True, help=_("Do not ask: for scripts."))
_PAPERS = click.option(
    "--papers",
    type=click.Choice(["delete", "keep"]),
    help=_(
        "What becomes of files that hold it, where nobody has edited them since; asked, or kept with --yes."
    ),
)


@click.command(
    "erase",
    help=_("Erase contributions for good: nothing is left of their words, and no undo brings them back."),
)
@click.argument("numbers", nargs=-1, required=True, metavar="N…")
@_PAPERS
@_YES
@session_option
@pass_place
def statements(
    place: Place, numbers: tuple[str, ...], papers: str | None, yes: bool, session: str | None
) -> None:
    """Erase what was said between us."""
    from roundtable.services import erasing

    with place.session(session) as (journal, uid):
        found = erasing.foresee_statements(journal, uid, numbers)
        _print(found)
        meant = " ".join(str(found.session.numbers[said.id]) for said in found.statements)
        make_sure(meant, _("Type {what} to erase this for good").format(what=meant), yes=yes)
        gone = _papers_to_delete(found.papers, papers, yes=yes)
        erasing.erase_statements(journal, uid, [said.id for said in found.statements])
        click.echo(
            ngettext(
                "Erased: contribution {numbers}.", "Erased: contributions {numbers}.", len(found.statements)
            ).format(numbers=meant)
        )
        _finish(journal, found.papers, gone)


@click.command(help=_("Erase a person for good, from every session of the file or from one: their right."))
@click.argument("name", required=False)
@click.option("--everybody", is_flag=True, help=_("Everybody of one session, instead of a name."))
@click.option("--words", "extent", flag_value="words", help=_("With all that they said."))
@click.option("--link", "extent", flag_value="link", help=_("Only who said it; the words stay."))
@click.option(
    "--as",
    "told_as",
    type=click.Choice(["nobody", "sector"]),
    default="nobody",
    show_default=True,
    help=_("Of whom words that stay are told; of a sector only where two others of it sat at the table."),
)
@click.option(
    "--mentions",
    type=click.Choice(["neutral", "keep"]),
    help=_(
        "Names in what others said or wrote: neutral words instead (unless told), or kept, also in papers."
    ),
)
@_PAPERS
@_YES
@session_option
@pass_place
def erase(
    place: Place,
    /,
    name: str | None,
    everybody: bool,
    extent: str | None,
    told_as: str,
    mentions: str | None,
    papers: str | None,
    yes: bool,
    session: str | None,
) -> None:
    """Erase a person."""
    from roundtable.services import erasing
    from roundtable.services.retention import keep_names_until

    if bool(name) == everybody or (everybody and not session):
        raise WhomUnsaid
    with place.journal() as journal:
        those = _meant(journal, name, session)
        meant = _called(journal, those, everybody=everybody)
        asks = on_terminal() and not yes
        way = _way(meant, "link" if everybody and not extent else extent, told_as, mentions, asks=asks)
        foreseen = [erasing.foresee_person(journal, uid, people, way.extent) for uid, people in those.items()]
        for found in foreseen:
            _print(found)
        make_sure(meant, _("Type {what} to erase this for good").format(what=meant), yes=yes)
        known = [paper for found in foreseen for paper in found.papers]
        gone = _papers_to_delete(known, papers, yes=yes)
        for uid, people in those.items():
            erasing.erase_person(journal, uid, people, way)
            if everybody:
                keep_names_until(journal, uid, "")
        click.echo(_("Erased: {what}.").format(what=meant))
        _finish(journal, known, gone)


def _print(found: "Foreseen") -> None:
    from roundtable.services.foreseen_told import foreseen_lines

    for line in foreseen_lines(found):
        click.echo(line)


def _meant(journal: "Journal", name: str | None, session: str | None) -> "dict[str, tuple[Participant, ...]]":
    from roundtable.services.erasing import people_called
    from roundtable.services.sessions import find_session

    uids = [find_session(journal, session)] if session else [one.uid for one in journal.sessions()]
    if name:
        return {uid: (one,) for uid, one in people_called(journal, name, uids).items()}
    return {uid: journal.session(uid).participants for uid in uids}


def _called(journal: "Journal", those: "dict[str, tuple[Participant, ...]]", *, everybody: bool) -> str:
    """Give what is to be typed: the name, or the id of the session of which everybody goes."""
    uid, people = next(iter(those.items()))
    return journal.session(uid).details.slug if everybody else people[0].name


def _way(name: str, extent: str | None, told_as: str, mentions: str | None, *, asks: bool) -> "Way":
    from roundtable.domain.erasures import Extent
    from roundtable.services.erasing import ToldAs, Way

    if extent is None and asks:
        extent = click.prompt(
            _("Their words as well, or only the link to {name}").format(name=name),
            type=click.Choice(["words", "link"]),
            err=True,
        )
    if extent is None:
        raise ExtentUnsaid(name=name)
    if mentions is None and asks:
        neutral = click.confirm(
            _("Put neutral words where others named {name}?").format(name=name), default=True, err=True
        )
        mentions = "neutral" if neutral else "keep"
    return Way(Extent(extent), neutral=mentions != "keep", told_as=ToldAs(told_as))


def _papers_to_delete(
    papers: "Sequence[Paper]", wanted: str | None, *, yes: bool
) -> "list[tuple[Paper, bool]]":
    """Give the papers that are to be deleted, and of each whether also where somebody edited it."""
    from roundtable.services.copies import edited

    if wanted == "keep" or (wanted is None and (yes or not on_terminal())):
        return []
    if wanted == "delete" and (yes or not on_terminal()):
        return [(paper, False) for paper in papers]
    chosen: list[tuple[Paper, bool]] = []
    for paper in papers:
        changed = edited(paper)
        asked = _("{path} has been edited since. Delete it?") if changed else _("Delete {path}?")
        if (wanted == "delete" and not changed) or click.confirm(asked.format(path=paper.path), err=True):
            chosen.append((paper, changed))
    return chosen


def _finish(journal: "Journal", papers: "Sequence[Paper]", gone: "Sequence[tuple[Paper, bool]]") -> None:
    """Erase in the backups as well, delete papers, and say what may still hold it. Raises ErasedButRead."""
    from roundtable.services.copies import catch_up, delete

    unreached = catch_up(journal)
    deleted = [
        path
        for paper, also_edited in gone
        for path in delete(journal, [paper], also_edited=also_edited).deleted
    ]
    _tell_paths(_("Deleted:"), deleted)
    _tell_paths(
        _("These papers may still hold it; delete what you do not need, and ask whoever has them to do so:"),
        [paper.path for paper in papers if paper.path not in deleted],
    )
    _tell_paths(
        _(
            "These backups could not be reached, and may still hold it. Delete them; or, once they can be reached, "
            "`roundtable doctor` erases it there:"
        ),
        unreached,
    )
    if journal.unscrubbed:
        raise ErasedButRead(file=journal.path)


def _tell_paths(told: str, paths: Sequence[Path]) -> None:
    if paths:
        click.echo(told, err=True)
        for path in dict.fromkeys(paths):
            click.echo(f"  {path}", err=True)


@click.command(
    help=_("Keep names until a day; after it, it is offered to erase them. Without a day: says which it is.")
)
@click.argument("words", nargs=-1, metavar="[SESSION] [DAY|none]")
@session_option
@pass_place
def retention(place: Place, words: tuple[str, ...], session: str | None) -> None:
    """Say until when the names of a session are kept."""
    from roundtable.services.retention import keep_names_until, looks_like_day, read_day

    *names, day = words if words and looks_like_day(words[-1]) else (*words, None)
    if len(names) + bool(session) > 1:
        raise click.UsageError(_("Give a session and a day: roundtable retention [SESSION] DAY"))
    name = session or next(iter(names), None)
    wanted = None if day is None else read_day(day)
    with place.session(name) as (journal, uid):
        found = journal.session(uid) if wanted is None else keep_names_until(journal, uid, wanted)
    until = found.details.names_until
    told = (
        _("The names of “{title}” are kept until {day}.") if until else _("The names of “{title}” are kept.")
    )
    click.echo(told.format(title=found.details.title, day=until))
