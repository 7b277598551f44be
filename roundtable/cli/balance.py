"""Who has been heard, from the plain command line: sectors by topics, and everybody with what they said."""

from datetime import datetime
from typing import TYPE_CHECKING, Any

import click

from roundtable.cli.place import (
    Place,
    json_option,
    pass_place,
    print_json,
    print_rows,
    session_argument,
    width_of_terminal,
)
from roundtable.domain.session import Session
from roundtable.i18n import _

if TYPE_CHECKING:
    from roundtable.domain.agenda import Topic
    from roundtable.domain.balance import AskNext, Tally


@click.command(help=_("Show who has been heard on each topic, and whom to ask next."))
@session_argument
@click.option(
    "--topic", metavar="N", help=_("On this topic only: its number, or the beginning of its title.")
)
@json_option
@pass_place
def balance(
    place: Place, session: str | None, session_name: str | None, topic: str | None, as_json: bool
) -> None:
    """Show who has been heard."""
    from roundtable.domain.balance import Tally

    with place.session(session or session_name) as (journal, uid):
        found = journal.session(uid)
        now = found.details.closed or journal.now()
    chosen = found.topic(topic) if topic else None
    tally = Tally(found, now)
    on_topic = chosen or found.current
    asked = None if found.details.closed else tally.ask_next(on_topic.id if on_topic else None, now)
    if as_json:
        print_json(_shape(tally, chosen, asked, now))
        return
    rows = _sector_rows(tally, chosen, now) if chosen else _matrix_rows(tally, now)
    print_rows(_without_empty_columns(rows))
    click.echo()
    print_rows(_without_empty_columns(_people_rows(tally, chosen, now)), width_of_terminal())
    if asked:
        from roundtable.services.balance_words import why_told

        click.echo()
        told = _("Ask next: {name} ({why})").format(name=asked.participant.name, why=why_told(asked))
        click.echo(told.removesuffix(" ()"))


def _without_empty_columns(rows: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    kept = [place for place, column in enumerate(zip(*rows, strict=True)) if any(column)]
    return [tuple(row[place] for place in kept) for row in rows]


def _times(seconds: int, latest: datetime | None, now: datetime) -> tuple[str, str]:
    from roundtable.domain.balance import silence_seconds
    from roundtable.services.balance_words import airtime_told, silence_told

    return airtime_told(seconds) if seconds else "", silence_told(silence_seconds(latest, now))


def _matrix_rows(tally: "Tally", now: datetime) -> list[tuple[str, ...]]:
    """Give the matrix with its headings and totals; a topic that nobody came to yet stays blank."""
    matrix = tally.matrix()
    numbered = any(topic and topic.number for topic in matrix.topics)
    positions = tally.session.positions
    headings = [
        "–" if topic is None else (topic.number or topic.title[:3]) if numbered else str(positions[topic.id])
        for topic in matrix.topics
    ]
    rows: list[tuple[str, ...]] = [("", *headings, _("all"), "", "", "")]
    for row in matrix.rows:
        counts = [
            str(count) if count else "·" if place in matrix.reached else ""
            for place, count in enumerate(row.counts)
        ]
        short, name = (row.sector.short, row.sector.name) if row.sector else ("–", _("no sector"))
        rows.append((short, *counts, str(row.total), *_times(row.seconds, row.latest, now), name))
    totals = [str(said) if place in matrix.reached else "" for place, said in enumerate(matrix.totals)]
    return [*rows, (_("all"), *totals, str(sum(matrix.totals)), "", "", "")]


def _sector_rows(tally: "Tally", topic: "Topic", now: datetime) -> list[tuple[str, ...]]:
    return [
        (
            one.sector.short,
            str(one.contributions or "·"),
            *_times(one.seconds, one.latest, now),
            one.sector.name,
        )
        for one in tally.sectors(topic.id)
    ]


def _people_rows(tally: "Tally", topic: "Topic | None", now: datetime) -> list[tuple[str, ...]]:
    shorts = {sector.id: sector.short for sector in tally.session.sectors}
    return [
        (
            one.participant.name,
            shorts.get(one.participant.sector or "", ""),
            str(one.contributions or "·"),
            *_times(one.seconds, one.latest, now),
        )
        for one in sorted(tally.people(topic.id if topic else None), key=lambda one: one.contributions)
    ]


def _shape(tally: "Tally", topic: "Topic | None", asked: "AskNext | None", now: datetime) -> dict[str, Any]:
    from roundtable.domain.balance import silence_seconds

    session = tally.session
    shorts = {sector.id: sector.short for sector in session.sectors}
    on_topic = topic.id if topic else None
    return {
        "session": session.details.slug,
        "topic": session.positions[topic.id] if topic else None,
        "sectors": [
            {
                "sector": one.sector.short,
                "people": one.people,
                "contributions": one.contributions,
                "airtime_seconds": one.seconds,
                "silence_seconds": silence_seconds(one.latest, now),
            }
            for one in tally.sectors(on_topic)
        ],
        "people": [
            {
                "participant": one.participant.name,
                "sector": shorts.get(one.participant.sector or ""),
                "attendance": str(one.participant.attendance),
                "contributions": one.contributions,
                "airtime_seconds": one.seconds,
                "silence_seconds": silence_seconds(one.latest, now),
            }
            for one in tally.people(on_topic)
        ],
        "matrix": _matrix_shape(session, tally),
        "ask_next": _asked_shape(asked),
    }


def _matrix_shape(session: Session, tally: "Tally") -> list[dict[str, Any]]:
    matrix = tally.matrix()
    places = [session.positions[topic.id] if topic else None for topic in matrix.topics]
    return [
        {
            "sector": row.sector.short if row.sector else None,
            "contributions": row.total,
            "topics": [
                {"topic": place, "contributions": count}
                for place, count in zip(places, row.counts, strict=True)
            ],
        }
        for row in matrix.rows
    ]


def _asked_shape(asked: "AskNext | None") -> dict[str, Any] | None:
    if asked is None:
        return None
    return {
        "participant": asked.participant.name,
        "sector": asked.sector.short if asked.sector else None,
        "silence_seconds": asked.silence_seconds,
        "why": str(asked.why),
    }
