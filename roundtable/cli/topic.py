"""The moderator's moves from the plain command line."""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

import click

from roundtable.cli.place import Place, json_option, pass_place, print_json, session_option
from roundtable.cli.words import STATES
from roundtable.i18n import _
from roundtable.services import facilitation
from roundtable.services.facilitation import Moved
from roundtable.storage.journal import Journal

if TYPE_CHECKING:
    from roundtable.domain.session import Session


@click.group(help=_("Go through the agenda, and keep its clock."))
def topic() -> None:
    """Go through the agenda."""


def _move(place: Place, session: str | None, as_json: bool, act: Callable[[Journal, str], Moved]) -> None:
    from roundtable.domain.clock import schedule

    with place.session(session) as (journal, uid):
        found = act(journal, uid).session
        now = _present(journal, found)
    if as_json:
        _print_status(found, now)
        return
    times = schedule(found, now)
    current = times.current
    told = [_(STATES[times.state])]
    if current:
        told.insert(0, f"{current.number} {current.title}".strip())
        told.insert(1, minutes_left(times.left_seconds))
    click.echo(" · ".join(told))


def _present(journal: Journal, session: "Session") -> datetime:
    """Give the present instant, also where this computer's clock was set back."""
    from roundtable.domain.clock import present

    return present(session, journal.now())


def _print_status(session: "Session", now: datetime) -> None:
    from roundtable.cli.shapes import status_shape
    from roundtable.domain.clock import schedule

    print_json(status_shape(session, schedule(session, now), now))


def minutes_left(seconds: int) -> str:
    """Say how many minutes a topic has left, or by how many it is over."""
    if seconds < 0:
        return _("{minutes} min over").format(minutes=round(-seconds / 60))
    return _("{minutes} min left").format(minutes=round(seconds / 60))


@topic.command(help=_("Go to a topic: its number, or a beginning of its title. Starts the clock."))
@click.argument("name", metavar="N")
@session_option
@json_option
@pass_place
def go(place: Place, name: str, session: str | None, as_json: bool) -> None:
    """Go to a topic."""
    _move(place, session, as_json, lambda journal, uid: facilitation.go(journal, uid, name))


@topic.command("next", help=_("Go to the next topic."))
@session_option
@json_option
@pass_place
def next_topic(place: Place, session: str | None, as_json: bool) -> None:
    """Go to the next topic."""
    _move(place, session, as_json, facilitation.step)


@topic.command(help=_("Go back to the topic before."))
@session_option
@json_option
@pass_place
def previous(place: Place, session: str | None, as_json: bool) -> None:
    """Go back to the topic before."""
    _move(place, session, as_json, lambda journal, uid: facilitation.step(journal, uid, -1))


@topic.command(help=_("Leave this topic as skipped and go on."))
@session_option
@json_option
@pass_place
def skip(place: Place, session: str | None, as_json: bool) -> None:
    """Skip the topic."""
    _move(place, session, as_json, facilitation.skip)


@topic.command(help=_("Stop the clock."))
@session_option
@json_option
@pass_place
def pause(place: Place, session: str | None, as_json: bool) -> None:
    """Stop the clock."""
    _move(place, session, as_json, facilitation.pause)


@topic.command(help=_("Let the clock run on."))
@session_option
@json_option
@pass_place
def resume(place: Place, session: str | None, as_json: bool) -> None:
    """Let the clock run on."""
    _move(place, session, as_json, facilitation.resume)


@topic.command(
    help=_("Give the topic more minutes, or with a negative number fewer."),
    context_settings={"ignore_unknown_options": True},
)
@click.argument("minutes", type=click.IntRange(-600, 600))
@session_option
@json_option
@pass_place
def more(place: Place, minutes: int, session: str | None, as_json: bool) -> None:
    """Give the topic more minutes."""
    _move(place, session, as_json, lambda journal, uid: facilitation.more(journal, uid, minutes))


@topic.command(
    help=_("Split the minutes that are left over the topics that are left; those held keep theirs.")
)
@click.option(
    "--cut-last", is_flag=True, help=_("What was planned last gives first, instead of each its share.")
)
@session_option
@json_option
@pass_place
def split(place: Place, session: str | None, as_json: bool, cut_last: bool) -> None:
    """Split the minutes that are left."""
    from roundtable.domain.splitting import Way

    way = Way.LAST_FIRST if cut_last else Way.IN_PROPORTION
    _move(place, session, as_json, lambda journal, uid: facilitation.split_rest(journal, uid, way))


@topic.command(help=_("Hold the minutes of a topic: no new split takes or gives any."))
@click.argument("name", metavar="N")
@session_option
@json_option
@pass_place
def fix(place: Place, name: str, session: str | None, as_json: bool) -> None:
    """Hold the minutes of a topic."""
    _hold(place, session, name, as_json, fixed=True)


@topic.command(help=_("Let the minutes of a topic go again."))
@click.argument("name", metavar="N")
@session_option
@json_option
@pass_place
def unfix(place: Place, name: str, session: str | None, as_json: bool) -> None:
    """Let the minutes of a topic go."""
    _hold(place, session, name, as_json, fixed=False)


def _hold(place: Place, session: str | None, name: str, as_json: bool, *, fixed: bool) -> None:
    with place.session(session) as (journal, uid):
        found = facilitation.hold(journal, uid, name, fixed=fixed).session
        now = _present(journal, found)
    if as_json:
        _print_status(found, now)
        return
    told = found.topic(name)
    pattern = _("Held: “{title}”, {minutes} min.") if fixed else _("No longer held: “{title}”.")
    click.echo(pattern.format(title=told.title, minutes=round(told.allotted_seconds / 60)))


@topic.command(help=_("Add a topic that was not planned, behind the current one."))
@click.argument("title")
@click.option("--minutes", type=click.IntRange(0, 600), default=10, show_default=True)
@session_option
@json_option
@pass_place
def add(place: Place, title: str, minutes: int, session: str | None, as_json: bool) -> None:
    """Add a topic."""
    with place.session(session) as (journal, uid):
        added = facilitation.add_topic(journal, uid, title, minutes)
        now = _present(journal, added.session)
    if as_json:
        _print_status(added.session, now)
        return
    place_of = added.session.positions[added.topic.id]
    told = _("Added as topic {place} of {count}: “{title}”, {minutes} min.")
    click.echo(
        told.format(place=place_of, count=len(added.session.topics), title=added.topic.title, minutes=minutes)
    )
