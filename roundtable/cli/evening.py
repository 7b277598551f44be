"""Preparing an evening, seeing where it is, ending it."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from roundtable.cli.place import Place, json_option, pass_place, print_json, print_rows, session_argument
from roundtable.cli.words import MARKS, STATES
from roundtable.i18n import _

if TYPE_CHECKING:
    from roundtable.domain.clock import Schedule
    from roundtable.domain.session import Session
    from roundtable.storage.journal import SessionSummary


@click.command(help=_("Prepare a session from an agenda, by name or path. Prints its id."))
@click.argument("agenda")
@click.option(
    "--people", type=click.Path(path_type=Path), metavar="FILE", help=_("Who is invited: a CSV or XLSX file.")
)
@click.option("--title", default="", help=_("Another title than the agenda's."))
@click.option(
    "--date", "day", type=click.DateTime(["%Y-%m-%d"]), metavar="YYYY-MM-DD", help=_("Today unless told.")
)
@click.option("--moderator", default="", help=_("Who leads the discussion."))
@click.option(
    "--id",
    "slug",
    default="",
    metavar="ID",
    help=_("The session's id; made from agenda and date unless told."),
)
@json_option
@pass_place
def new(
    place: Place,
    agenda: str,
    people: Path | None,
    title: str,
    day: datetime | None,
    moderator: str,
    slug: str,
    as_json: bool,
) -> None:
    """Prepare a session."""
    from roundtable.cli.reading import people_in, reading_for, remind, warn_of_names
    from roundtable.services.sessions import prepare, slugged

    read = reading_for(agenda)
    invited = people_in(people) if people else ()
    wanted = slugged(slug) if slug else ""
    chosen = day.date() if day else None
    with place.journal(make=True) as journal:
        uid = prepare(
            journal, read.agenda, people=invited, title=title, day=chosen, moderator=moderator, slug=wanted
        )
        session = journal.session(uid)
    found = session.details.slug
    if as_json:
        print_json({"session": found})
    else:
        click.echo(found)
    warn_of_names(session, [one.name for one in invited])
    remind(read, agenda)


@click.command(help=_("List the sessions with state and contributions."))
@json_option
@pass_place
def sessions(place: Place, as_json: bool) -> None:
    """List the sessions, the newest first."""
    known: list[SessionSummary] = []
    if not place.missing:
        with place.journal() as journal:
            known = sorted(journal.sessions(), key=lambda one: one.details.stamp, reverse=True)
    if as_json:
        print_json([_summary_shape(one) for one in known])
        return
    if not known:
        click.echo(
            _("No sessions yet. Make one: roundtable new AGENDA. Or try the sample evening: roundtable demo")
        )
    print_rows(
        [
            (
                one.details.slug,
                _(STATES[_state(one)]),
                one.details.date,
                str(one.contributions),
                one.details.title + (" (" + _("rehearsal") + ")" if one.details.rehearsal else ""),
            )
            for one in known
        ]
    )
    _remind_of_names(known)


def _remind_of_names(known: "list[SessionSummary]") -> None:
    """Say of which sessions the names were to be erased by now, and how."""
    from datetime import date

    from roundtable.services.retention import overdue_told

    for one in known:
        if told := overdue_told(one.details, date.today()):  # noqa: DTZ011 — by the calendar on the wall
            click.echo(told, err=True)


def _summary_shape(one: "SessionSummary") -> dict[str, object]:
    return {
        "session": one.details.slug,
        "title": one.details.title,
        "language": one.details.language,
        "state": _state(one),
        "date": one.details.date,
        "contributions": one.contributions,
        "rehearsal": one.details.rehearsal,
        "names_until": one.details.names_until or None,
    }


def _state(one: "SessionSummary") -> str:
    """Give the state as far as a list knows it: one that pauses is running."""
    if one.details.closed:
        return "closed"
    return "running" if one.started else "prepared"


@click.command(help=_("Show where the table is."))
@session_argument
@json_option
@pass_place
def status(place: Place, session: str | None, session_name: str | None, as_json: bool) -> None:
    """Show where the table is."""
    from roundtable.domain.clock import schedule

    with place.session(session or session_name) as (journal, uid):
        found = journal.session(uid)
        now = journal.now()
        times = schedule(found, now)
    if as_json:
        from roundtable.cli.shapes import status_shape

        print_json(status_shape(found, times, now))
    else:
        _print_status(found, times)


def _print_status(session: "Session", times: "Schedule") -> None:
    from roundtable.domain.balance import heard
    from roundtable.services.sessions import zone_of

    zone = zone_of(session)
    late = round(times.late_seconds / 60)
    how_late = _("{minutes} min late").format(minutes=late) if late > 0 else ""
    if late < 0:
        how_late = _("{minutes} min early").format(minutes=-late)
    click.echo(f"{session.details.title} · {session.details.slug}")
    ends = _("ends {end} (planned {planned})").format(
        end=times.ends_at.astimezone(zone).strftime("%H:%M"),
        planned=times.planned_end.astimezone(zone).strftime("%H:%M"),
    )
    click.echo(" · ".join(part for part in (_(STATES[times.state]), how_late, ends) if part))
    click.echo()
    print_rows(
        [
            (
                MARKS[one.state],
                one.topic.number,
                f"{round(one.elapsed_seconds / 60)}/{round(one.planned_seconds / 60)} min",
                str(len(session.on_topic(one.topic.id))),
                one.topic.title,
            )
            for one in times.topics
        ]
    )
    click.echo()
    print_rows([(one.sector.short, str(one.contributions), one.sector.name) for one in heard(session)])


@click.command(help=_("End the evening."))
@session_argument
@pass_place
def close(place: Place, session: str | None, session_name: str | None) -> None:
    """End the evening, and say what it took and what is left to do."""
    from roundtable.cli.closing import print_closing
    from roundtable.services import facilitation

    with place.session(session or session_name) as (journal, uid):
        ended = facilitation.close(journal, uid).session
        now = journal.now()
    click.echo(_("“{title}” is closed.").format(title=ended.details.title))
    print_closing(ended, now, place.path)
    unplaced = sum(1 for said in ended.contributions if not said.placed)
    if unplaced:
        click.echo(
            _("Not clear who spoke: {count}. See `roundtable contributions list --unplaced`.").format(
                count=unplaced
            ),
            err=True,
        )


@click.command(help=_("Take back the end of the evening."))
@session_argument
@pass_place
def reopen(place: Place, session: str | None, session_name: str | None) -> None:
    """Take back the end of the evening."""
    from roundtable.services import facilitation

    with place.session(session or session_name) as (journal, uid):
        opened = facilitation.reopen(journal, uid).session
    click.echo(_("“{title}” is open again; the clock pauses.").format(title=opened.details.title))
