"""Recording capture lines from arguments or from a stream."""

import json
import os
import re
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, time
from typing import TYPE_CHECKING

import click

from roundtable.cli.lazy import LINE_SETTINGS, LineCommand
from roundtable.cli.place import Place, json_option, lasting, on_terminal, pass_place, session_option
from roundtable.cli.words import quoted
from roundtable.domain.text import clean
from roundtable.i18n import _

if TYPE_CHECKING:
    from roundtable.domain.people import Person
    from roundtable.domain.session import Session
    from roundtable.services.recording import Recorded

_HOUR_SIGN = re.compile(r"(?<=\d)[uUhH](?=\d\d\b)")  # 19u42, 19h42


@click.command(
    cls=LineCommand,
    context_settings=LINE_SETTINGS,
    help=_("Record capture lines. Each LINE is one, or each line of standard input as it comes."),
)
@click.argument("lines", nargs=-1, metavar="[LINE…]")
@click.option("--topic", metavar="N", help=_("To which topic; the one the table is at unless told."))
@click.option("--at", "at", metavar="TIME", help=_("When it was said: 19:42, or a full date and time."))
@click.option(
    "--answers",
    metavar="N",
    help=_("Which contribution a stance or marks are about; the last one unless told."),
)
@click.option(
    "--new",
    "new",
    metavar="SECTOR",
    help=_("Who fits nobody at the table is new, of this sector (“-”: of none)."),
)
@session_option
@json_option
@pass_place
def record(
    place: Place,
    lines: tuple[str, ...],
    topic: str | None,
    at: str | None,
    answers: str | None,
    new: str | None,
    session: str | None,
    as_json: bool,
) -> None:
    """Record lines; each is acknowledged when it is safe on the disk."""
    from roundtable.services import recording

    with place.session(session) as (journal, uid):
        state = journal.session(uid)
        when = moment(state, at, journal.now()) if at else None
        on = _topic_meant(state, topic, when)
        answered = state.contribution(answers).id if answers else None
        for line in map(_whole, lines) if lines else _stream():
            newcomer = _newcomer(line, new) if new else None
            heard = recording.record(
                journal, uid, line, at=when, topic=on, answers=answered, newcomer=newcomer
            )
            if not heard.draft.empty:
                _acknowledge(heard, as_json=as_json)


def _newcomer(line: str, sector: str) -> "Person | None":
    """Give who is new where a line has a name that fits nobody."""
    from roundtable.domain.completing import begun_in, newcomer_in
    from roundtable.domain.people import Person

    name = newcomer_in(begun_in(line).name)
    return Person(name, "" if sector == "-" else sector) if name else None


def _topic_meant(session: "Session", name: str | None, at: datetime | None) -> str | None:
    """Give the id of the topic that was named, else of the one that the table was at, where a time was given."""
    from roundtable.services.recording import topic_at

    if name:
        return session.topic(name).id
    if at is None:
        return None
    # From paper, of an evening whose clock was started late or not at all, the topic is the one gone to by hand.
    return topic_at(session, at) or (session.current.id if session.current else None)


def _stream() -> Iterator[str]:
    if sys.stdin is None:
        return
    lasting()
    if on_terminal():
        click.echo(_("Type lines; Ctrl+D ends."), err=True)
    for raw in sys.stdin.buffer:
        yield _decoded(raw).rstrip("\r\n")


def _whole(line: str) -> str:
    """Give an argument in which the system found what is no UTF-8 as what it was meant to be."""
    return line if line.isascii() else _decoded(os.fsencode(line))


def _decoded(raw: bytes) -> str:
    """Give a line that may come from an older Windows program; nothing is lost."""
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("cp1252", "replace")


def moment(session: "Session", given: str, now: datetime) -> datetime:
    """Read when something was said: a time of day of that evening, or a full date and time."""
    from roundtable.services.recording import not_to_come, on_the_evening
    from roundtable.services.sessions import zone_of

    try:
        clock = time.fromisoformat(_HOUR_SIGN.sub(":", given.strip()))
        return not_to_come(on_the_evening(session, clock.replace(tzinfo=None), now), now)
    except ValueError:
        pass
    try:
        found = datetime.fromisoformat(given.strip())
        return found.replace(tzinfo=found.tzinfo or zone_of(session)).astimezone(UTC)
    except (ValueError, OverflowError):
        raise click.BadParameter(
            _("“{given}” is no time; write 19:42 or 2026-11-23T19:42.").format(given=clean(given)),
            param_hint="--at",
        ) from None


def _acknowledge(heard: "Recorded", *, as_json: bool) -> None:
    click.echo(_as_json(heard) if as_json else understood(heard))  # which flushes


def _as_json(heard: "Recorded") -> str:
    from roundtable.cli.shapes import contribution_shape
    from roundtable.domain.people import Participant

    said: dict[str, object] = {"id": None, "number": None, "typed": heard.draft.typed, "marked": None}
    if heard.contribution:
        said = contribution_shape(heard.session, heard.contribution)
        nearest = heard.session.of(Participant).get(heard.draft.nearest or "")
        if not heard.contribution.placed:
            said["nearest"] = nearest.name if nearest else None
    elif heard.marked:
        support = contribution_shape(heard.session, heard.marked)["support"]
        said |= {"marked": heard.marked.id, "support": support}
    return json.dumps(said, ensure_ascii=False)


def understood(heard: "Recorded") -> str:
    """Say in a line how a line was understood."""
    session, said = heard.session, heard.contribution
    if said is None:
        marked = session.numbers[heard.marked.id] if heard.marked else 0
        return _("support noted on {number}").format(number=marked)
    number = f"{session.numbers[said.id]:>4}"
    if not said.placed:
        name = session.shown.get(heard.draft.nearest or "", "NAME")
        mend = f"roundtable contributions edit {session.numbers[said.id]} --participant {quoted(name)}"
        return f"{number}  ???  {said.text}  " + _("(who? Put it right: {command})").format(command=mend)
    sector = session.sector_of(said)
    who = session.shown.get(said.participant or "", "")
    told = " ".join(part for part in (who, sector.short if sector else "") if part)
    marks = "".join(mark for mark, on in (("★", said.starred), ("??", said.check)) if on)
    return "  ".join(part for part in (number, told or "–", said.sign, said.text, marks) if part)
