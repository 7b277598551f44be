"""Where an evening stands, and what is left to do."""

from typing import TYPE_CHECKING, Any

import click

from roundtable.cli.place import Place, json_option, pass_place, print_json, print_rows, session_argument
from roundtable.domain.clock import schedule
from roundtable.domain.closing import Closing, closing
from roundtable.domain.records import write_instant
from roundtable.domain.session import Session
from roundtable.i18n import _
from roundtable.services.closing import ended_told, facts, minute_rows, steps

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from pathlib import Path

    from roundtable.domain.contributions import Contribution
    from roundtable.domain.people import Participant


@click.command(
    "closing", help=_("Show where the evening stands: minutes, who was heard, what is left to do.")
)
@session_argument
@json_option
@pass_place
def show(place: Place, session: str | None, session_name: str | None, as_json: bool) -> None:
    """Show where the evening stands."""
    with place.session(session or session_name) as (journal, uid):
        found, now = journal.session(uid), journal.now()
    if as_json:
        print_json(closing_shape(found, now, place.path))
    else:
        click.echo(found.details.title)
        print_closing(found, now, place.path)


def print_closing(session: Session, now: "datetime", file: "Path") -> None:
    """Print the minutes, the facts, and what to do next."""
    found = closing(session, schedule(session, now))
    click.echo(ended_told(session, found.times))
    click.echo()
    rows = minute_rows(found)
    minutes = [_("{taken} / {planned} min").format(taken=row[2], planned=row[3]) for row in rows]
    wide, numbers = max(map(len, minutes)), max(len(row[0]) for row in rows)
    differences = max(len(row[4]) for row in rows)
    for row, spent in zip(rows, minutes, strict=True):
        number, title, over = row[0].rjust(numbers), row[1], row[4].rjust(differences)
        click.echo(f"{number}  {spent.rjust(wide)}  {over}  {title}".rstrip())
    click.echo()
    print_rows([(fact.label, fact.told) for fact in facts(session, found)])
    click.echo()
    click.echo(_("What to do next:"))
    for step in steps(session, found, file):
        click.echo(f"  {step.purpose}\n    {step.command}")


def closing_shape(session: Session, now: "datetime", file: "Path") -> dict[str, Any]:
    """Give where the evening stands, as `closing --json` shows it; seconds are whole."""
    found = closing(session, schedule(session, now))

    def numbers(those: "Sequence[Contribution]") -> list[int]:
        return [session.numbers[one.id] for one in those]

    def names(those: "Sequence[Participant]") -> list[str]:
        return [one.name for one in those]

    return {
        "session": session.details.slug,
        "title": session.details.title,
        "state": str(found.times.state),
        "rehearsal": session.details.rehearsal,
        "ends_at": write_instant(found.times.ends_at),
        "planned_end": write_instant(found.times.planned_end),
        "late_seconds": round(found.times.late_seconds),
        "planned_seconds": found.planned_seconds,
        "taken_seconds": found.taken_seconds,
        "topics": _topics_shape(session, found),
        "contributions": found.contributions,
        "came": names(found.came),
        "not_heard": names(found.not_heard),
        "silent_sectors": [one.short for one in found.silent_sectors],
        "unplaced": numbers(found.unplaced),
        "to_check": numbers(found.to_check),
        "parked": numbers(found.parked),
        "open_questions": numbers(found.open_questions),
        "not_asked": names(found.not_asked),
        "takeaways": found.takeaways,
        "unsupported": [one.id for one in found.unsupported],
        "next": [step.command for step in steps(session, found, file)],
    }


def _topics_shape(session: Session, found: Closing) -> list[dict[str, Any]]:
    return [
        {
            "position": session.positions[one.topic.id],
            "number": one.topic.number or None,
            "title": one.topic.title,
            "state": str(one.state),
            "planned_seconds": one.planned_seconds,
            "taken_seconds": one.taken_seconds,
            "over_seconds": one.taken_seconds - one.planned_seconds if one.settled else 0,
            "contributions": one.contributions,
        }
        for one in found.topics
    ]
