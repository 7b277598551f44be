"""The moderator's moves from the plain command line."""

from collections.abc import Callable

import click

from roundtable.cli.place import Place, json_option, pass_place, print_json, session_option
from roundtable.cli.words import STATES
from roundtable.i18n import _
from roundtable.services import facilitation
from roundtable.services.facilitation import Moved
from roundtable.storage.journal import Journal


@click.group(help=_("Go through the agenda, and keep its clock."))
def topic() -> None:
    """Go through the agenda."""


def _move(place: Place, session: str | None, as_json: bool, act: Callable[[Journal, str], Moved]) -> None:
    from roundtable.domain.clock import schedule

    with place.session(session) as (journal, uid):
        found = act(journal, uid).session
        now = journal.now()
        times = schedule(found, now)
    if as_json:
        from roundtable.cli.shapes import status_shape

        print_json(status_shape(found, times, now))
        return
    current = times.current
    told = [_(STATES[times.state])]
    if current:
        told.insert(0, f"{current.number} {current.title}".strip())
        told.insert(1, minutes_left(times.left_seconds))
    click.echo(" · ".join(told))


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


@topic.command(help=_("Split the minutes that are left over the topics that are left."))
@session_option
@json_option
@pass_place
def split(place: Place, session: str | None, as_json: bool) -> None:
    """Split the minutes that are left."""
    _move(place, session, as_json, facilitation.split_rest)
