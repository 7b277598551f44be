"""The speaker queue from the plain command line: who asks for the floor, who has it, and for how long."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

from roundtable.cli.place import Place, json_option, pass_place, print_json, print_rows, session_option
from roundtable.domain.floor import airtime, queue, speaking, turn_length
from roundtable.domain.people import Participant
from roundtable.domain.records import write_instant
from roundtable.domain.session import Session
from roundtable.i18n import _
from roundtable.services import floor as service
from roundtable.services.balance_words import airtime_told
from roundtable.services.floor import OnFloor

if TYPE_CHECKING:
    from datetime import datetime

    from roundtable.domain.turns import Turn
    from roundtable.storage.journal import Journal

MINUTE = 60  # seconds


@click.group(help=_("Who asks for the floor, who has it, and for how long."))
def floor() -> None:
    """The speaker queue."""


def _move(
    place: Place,
    session: str | None,
    as_json: bool,
    act: "Callable[[Journal, str], OnFloor]",
    told: Callable[[OnFloor], str],
) -> None:
    with place.session(session) as (journal, uid):
        done = act(journal, uid)
        now = journal.now()
    if as_json:
        print_json(floor_shape(done.session, now))
        return
    waiting = ", ".join(_name(done.session, turn) for turn in queue(done.session, now))
    click.echo(told(done))
    if waiting:
        click.echo(_("Waiting: {names}").format(names=waiting))


def _name(session: Session, turn: "Turn") -> str:
    person = session.of(Participant).get(turn.participant or "")
    return person.name if person else "–"


def _short(session: Session, one: Participant | None) -> str | None:
    return next((sector.short for sector in session.sectors if one and sector.id == one.sector), None)


@floor.command(help=_("Somebody asks for the floor: put them in the queue."))
@click.argument("name", nargs=-1, required=True)
@session_option
@json_option
@pass_place
def ask(place: Place, name: tuple[str, ...], session: str | None, as_json: bool) -> None:
    """Put somebody in the queue."""

    def told(done: OnFloor) -> str:
        if done.changed:
            sentence = _("{name} asked for the floor.")
        elif _is_speaking(done):
            sentence = _("{name} has the floor already.")
        else:
            sentence = _("{name} waits already.")
        return sentence.format(name=done.person.name if done.person else "")

    _move(place, session, as_json, lambda journal, uid: service.ask(journal, uid, " ".join(name)), told)


def _is_speaking(done: OnFloor) -> bool:
    turn = speaking(done.session)
    return bool(turn and done.person and turn.participant == done.person.id)


@floor.command(help=_("Give somebody the floor; without a name, the next who waits. The present turn ends."))
@click.argument("name", nargs=-1)
@session_option
@json_option
@pass_place
def give(place: Place, name: tuple[str, ...], session: str | None, as_json: bool) -> None:
    """Give somebody the floor."""
    wanted = " ".join(name) or None
    _move(place, session, as_json, lambda journal, uid: service.give(journal, uid, wanted), _given)


def _given(done: OnFloor) -> str:
    if done.person:
        return _("{name} has the floor.").format(name=done.person.name)
    return _("{name} is done; nobody waits.").format(name=done.ended.name if done.ended else "")


@floor.command(help=_("End the present turn; nobody has the floor."))
@session_option
@json_option
@pass_place
def done(place: Place, session: str | None, as_json: bool) -> None:
    """End the present turn."""

    def told(ended: OnFloor) -> str:
        if not ended.ended:
            return _("Nobody had the floor.")
        return _("{name} is done.").format(name=ended.ended.name)

    _move(place, session, as_json, service.done, told)


@floor.command(help=_("Take somebody's hand down: they no longer wait."))
@click.argument("name", nargs=-1, required=True)
@session_option
@json_option
@pass_place
def drop(place: Place, name: tuple[str, ...], session: str | None, as_json: bool) -> None:
    """Take somebody's hand down."""

    def told(dropped: OnFloor) -> str:
        return _("{name} no longer waits.").format(name=dropped.person.name if dropped.person else "")

    _move(place, session, as_json, lambda journal, uid: service.drop(journal, uid, " ".join(name)), told)


def _seconds(_context: click.Context, _parameter: click.Parameter, minutes: str) -> int:
    """Read minutes as people write them: 2, 1.5 or 1,5."""
    try:
        seconds = round(float(minutes.replace(",", ".")) * MINUTE)
    except (ValueError, OverflowError):  # no number, or one without an end
        seconds = -1
    if not 0 <= seconds <= service.LONGEST:
        raise click.BadParameter(_("Give minutes between 0 and 60, such as 2 or 1.5."))
    return seconds


@floor.command(help=_("Set how many minutes a turn may last (1.5 is a minute and a half); 0: no limit."))
@click.argument("seconds", metavar="MINUTES", callback=_seconds)
@session_option
@json_option
@pass_place
def limit(place: Place, seconds: int, session: str | None, as_json: bool) -> None:
    """Set how long a turn may last."""
    _move(place, session, as_json, lambda journal, uid: service.limit(journal, uid, seconds), _limited)


def _limited(done: OnFloor) -> str:
    seconds = done.session.details.turn_seconds
    if not seconds:
        return _("A turn may last as long as it takes.")
    return _("A turn may last {time}.").format(time=airtime_told(seconds))


@floor.command(help=_("Let the queue go in the order of asking, or the quieter sectors first."))
@click.argument("way", type=click.Choice(["asking", "quiet"]))
@session_option
@json_option
@pass_place
def order(place: Place, way: str, session: str | None, as_json: bool) -> None:
    """Let the queue go in another order."""
    quiet = way == "quiet"
    sentence = _("The sectors heard least go first.") if quiet else _("Who asked first goes first.")
    _move(
        place,
        session,
        as_json,
        lambda journal, uid: service.order(journal, uid, quiet_first=quiet),
        lambda _done: sentence,
    )


@floor.command("list", help=_("Show who has the floor, who waits, and how long everybody had it."))
@session_option
@json_option
@pass_place
def list_floor(place: Place, session: str | None, as_json: bool) -> None:
    """Show the floor."""
    with place.session(session) as (journal, uid):
        found, now = journal.session(uid), journal.now()
    if as_json:
        print_json(floor_shape(found, now))
        return
    turn, waiting = speaking(found), queue(found, now)
    if turn:
        held = airtime_told(turn_length(found, turn, now))
        most = found.details.turn_seconds
        click.echo(f"{_name(found, turn)} · {held}" + (f" / {airtime_told(most)}" if most else ""))
    else:
        click.echo(_("Nobody has the floor."))
    for place_in_line, one in enumerate(waiting, 1):
        click.echo(f"  {place_in_line}  {_name(found, one)}")
    if not waiting:
        click.echo(_("Nobody waits. Somebody who wants to speak: roundtable floor ask NAME"))
    _print_airtime(found, now)


def _print_airtime(session: Session, now: "datetime") -> None:
    spent = airtime(session, now)[None]
    if not spent:
        return
    click.echo()
    known = session.of(Participant)
    by_length = sorted(spent, key=lambda key: -spent[key])
    rows = [
        (airtime_told(spent[key]), _short(session, known[key]) or "", known[key].name)
        for key in by_length
        if key in known
    ]
    print_rows(rows)


def floor_shape(session: Session, now: "datetime") -> dict[str, Any]:
    """Give the floor as `floor list --json` shows it; seconds are whole."""
    known = session.of(Participant)
    turn = speaking(session)
    spent = airtime(session, now)

    def person(key: str | None) -> dict[str, Any]:
        one = known.get(key or "")
        return {"name": one.name if one else None, "sector": _short(session, one)}

    return {
        "speaking": turn
        and {
            **person(turn.participant),
            "since": write_instant(turn.begins),
            "seconds": turn_length(session, turn, now),
        },
        "queue": [
            {**person(one.participant), "asked": write_instant(one.asked)} for one in queue(session, now)
        ],
        "order": "quiet" if session.details.quiet_first else "asking",
        "limit_seconds": session.details.turn_seconds or None,
        "airtime": [
            {
                **person(key),
                "seconds": seconds,
                "topics": [
                    {"position": position, "seconds": spent[topic][key]}
                    for topic, position in session.positions.items()
                    if key in spent.get(topic, {})
                ],
            }
            for key, seconds in spent[None].items()
        ],
    }
