"""Approval of quotes from the plain command line: sheets written, answers recorded, and how it stands."""

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from roundtable.cli.export import formats_of
from roundtable.cli.place import (
    Place,
    attribution_option,
    json_option,
    pass_place,
    print_json,
    print_rows,
    session_argument,
    session_option,
)
from roundtable.i18n import _, ngettext

if TYPE_CHECKING:
    from roundtable.domain.disclosure import Form
    from roundtable.domain.session import Session
    from roundtable.report.approving import OwnWords
    from roundtable.report.formats import Format

_DAY = click.DateTime(["%Y-%m-%d"])
_attribution = attribution_option(
    _("As the paper will tell statements; as the agenda says unless told, else by sector.")
)


def _formats(given: str) -> "tuple[Format, ...]":
    """Read the formats of sheets, which are letters: no web page and no spreadsheet."""
    from roundtable.report.formats import Format

    found, letters = formats_of(given), (Format.MARKDOWN, Format.DOCX)
    if unknown := [str(one) for one in found if one not in letters]:
        told = _("{unknown} cannot be written; there is {known}.")
        raise click.BadParameter(
            told.format(unknown=", ".join(unknown), known=", ".join(letters)), param_hint="--format"
        )
    return found


def _date(given: datetime | None) -> date | None:
    return given.date() if given else None


@click.group(help=_("Approval of quotes: a final paper prints one only if whoever said it agreed."))
def approvals() -> None:
    """Ask people about their own words."""


@approvals.command(
    "list", help=_("List the quotes of the paper and what is told by name: who said it, how it stands.")
)
@session_argument
@_attribution
@json_option
@pass_place
def list_approvals(
    place: Place, session: str | None, session_name: str | None, form: "Form | None", as_json: bool
) -> None:
    """List how it stands with each quote."""
    from roundtable.services.approvals import printed_words, today_of

    with place.session(session or session_name) as (journal, uid):
        found = journal.session(uid)
        today = today_of(journal, found)
    those = printed_words(found, form)
    if as_json:
        print_json([_shape(found, one, today) for one in those])
    elif not those:
        click.echo(_("The paper prints no quotes, and tells no statement by name."))
    else:
        print_rows([_row(found, one, today) for one in those])
        _tell_waiting(those)


def _row(session: "Session", one: "OwnWords", today: date) -> tuple[str, ...]:
    from roundtable.services.approval_words import SIGNS, before_told, owner_told, standing_told

    before = before_told(one)
    said = one.words + ("  ← " + _("said: {words}").format(words=before) if before else "")
    number = f"{session.numbers[one.said.id]:>3}"
    stands = f"{SIGNS[one.standing]} {standing_told(one, today)}"
    return (number, stands, owner_told(session, one), said)


def _tell_waiting(those: "tuple[OwnWords, ...]") -> None:
    waiting = sum(one.waits and one.quote and bool(one.parts) for one in those)
    if waiting:
        told = ngettext(
            "{count} quote waits for approval; only a draft prints it.",
            "{count} quotes wait for approval; only a draft prints them.",
            waiting,
        )
        click.echo(told.format(count=waiting), err=True)


def _shape(session: "Session", one: "OwnWords", today: date) -> dict[str, object]:
    from roundtable.domain.approvals import Approval, to_ask
    from roundtable.domain.people import Participant
    from roundtable.domain.records import write_instant
    from roundtable.report.telling import speaker

    person = session.of(Participant).get(to_ask(one.said) or "")
    sector = session.sector_of(one.said)
    known = one.approval or Approval(id="")
    return {
        "id": one.said.id,
        "number": session.numbers[one.said.id],
        "participant": person.name if person else None,
        "sector": sector.short if sector else None,
        "quote": one.quote,
        "told": speaker(one.told, session.details.language),
        "words": one.words,
        "text": one.said.wording or one.said.text,
        "parts": list(one.parts),
        "standing": str(one.standing),
        "wording": known.wording or None,
        "by": known.by or None,
        "asked": write_instant(known.asked),
        "until": known.until or None,
        "overdue": known.overdue(today),
        "answered": write_instant(known.answered),
    }


@approvals.command(
    help=_("Write a sheet for each person with their own words as the paper prints them, to send to them.")
)
@click.argument("names", nargs=-1, metavar="[NAME…]")
@click.option("--all", "everybody", is_flag=True, help=_("For everybody of whom something waits."))
@click.option(
    "--format", "formats", default="md,docx", show_default=True, metavar="md,docx", help=_("Formats.")
)
@click.option(
    "--until",
    type=_DAY,
    metavar="YYYY-MM-DD",
    help=_("The day by which to answer; in two weeks unless told."),
)
@click.option(
    "--output",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="FOLDER",
    help=_("Into ./exports/ unless told."),
)
@_attribution
@session_option
@json_option
@pass_place
def sheet(
    place: Place,
    names: tuple[str, ...],
    everybody: bool,
    formats: str,
    until: datetime | None,
    folder: Path | None,
    form: "Form | None",
    session: str | None,
    as_json: bool,
) -> None:
    """Write the sheets."""
    from roundtable.services.approvals import write_sheets

    if everybody == bool(names):
        raise click.UsageError(_("Name the people whom you want to ask, or give --all."))
    with place.session(session) as (journal, uid):
        done = write_sheets(
            journal,
            uid,
            names,
            until=_date(until),
            formats=_formats(formats),
            folder=folder,
            form=form,
        )
    for file in done.files:
        if file.instead_of:
            click.echo(
                _("{path} has been edited since; it is left as it is.").format(path=file.instead_of), err=True
            )
    told = ngettext("{count} statement asked about", "{count} statements asked about", done.statements)
    sent = _("{statements}, to be answered by {until}. The sheets are yours to send.")
    click.echo(sent.format(statements=told.format(count=done.statements), until=done.until), err=True)
    if as_json:
        print_json({"files": [str(file.path) for file in done.files], "until": done.until})
        return
    for file in done.files:
        click.echo(str(file.path))


@approvals.command(
    help=_(
        "Record what was answered about statements: approved, changed (with --wording) or refused. "
        "The answer is about what was shown."
    )
)
@click.argument("numbers", nargs=-1, required=True, metavar="N…")
@click.argument("answer", type=click.Choice(["approved", "changed", "refused"]))
@click.option("--wording", default="", metavar="TEXT", help=_("What is to be printed instead."))
@click.option("--by", default="", metavar="WHO", help=_("Who answered, where that is somebody else."))
@click.option("--on", type=_DAY, metavar="YYYY-MM-DD", help=_("The day of the answer; today unless told."))
@_attribution
@session_option
@json_option
@pass_place
def record(
    place: Place,
    numbers: tuple[str, ...],
    answer: str,
    wording: str,
    by: str,
    on: datetime | None,
    form: "Form | None",
    session: str | None,
    as_json: bool,
) -> None:
    """Record an answer."""
    from roundtable.domain.approvals import Answer
    from roundtable.services.approvals import printed_words, record, today_of

    if wording.strip() and answer != Answer.CHANGED:
        raise click.UsageError(_("--wording goes with “changed”."))
    with place.session(session) as (journal, uid):
        found = record(journal, uid, numbers, Answer(answer), wording=wording, by=by, on=_date(on), form=form)
        today = today_of(journal, found)
    meant = {found.contribution(number).id for number in numbers}
    those = [one for one in printed_words(found, form) if one.said.id in meant]
    if as_json:
        print_json([_shape(found, one, today) for one in those])
        return
    print_rows([_row(found, one, today) for one in those])
