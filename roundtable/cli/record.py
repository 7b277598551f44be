"""Recording capture lines from arguments or from a stream."""

import json
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, time
from typing import TYPE_CHECKING

import click

from roundtable.cli.place import Place, json_option, pass_place, session_option
from roundtable.i18n import _

if TYPE_CHECKING:
    from roundtable.domain.session import Session
    from roundtable.services.recording import Recorded


@click.command(help=_("Record capture lines: each LINE, or each line of standard input as it comes."))
@click.argument("lines", nargs=-1, metavar="[LINE…]")
@click.option("--topic", metavar="N", help=_("To which topic; the one the table is at unless told."))
@click.option("--at", "at", metavar="TIME", help=_("When it was said: 19:42, or a full date and time."))
@session_option
@json_option
@pass_place
def record(
    place: Place,
    lines: tuple[str, ...],
    topic: str | None,
    at: str | None,
    session: str | None,
    as_json: bool,
) -> None:
    """Record lines; each is acknowledged when it is safe on the disk."""
    from roundtable.services import recording

    with place.session(session) as (journal, uid):
        state = journal.session(uid)
        on = state.topic(topic).id if topic else None
        when = moment(state, at, journal.now()) if at else None
        for line in lines or _stream():
            heard = recording.record(journal, uid, line, at=when, topic=on)
            if not heard.draft.empty:
                _acknowledge(heard, as_json=as_json)


def _stream() -> Iterator[str]:
    if sys.stdin.isatty():
        click.echo(_("Type lines; Ctrl+D ends."), err=True)
    for raw in sys.stdin.buffer:
        yield _decoded(raw).rstrip("\r\n")


def _decoded(raw: bytes) -> str:
    """Give a line that may come from an older Windows program; nothing is lost."""
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("cp1252", "replace")


def moment(session: "Session", given: str, now: datetime) -> datetime:
    """Read when something was said: a time of day of that evening, or a full date and time."""
    from roundtable.services.recording import Moment, said_before
    from roundtable.services.sessions import zone_of

    try:
        return said_before(session, time.fromisoformat(given), Moment(now, None), None).at
    except ValueError:
        pass
    try:
        found = datetime.fromisoformat(given)
    except ValueError:
        raise click.BadParameter(
            _("“{given}” is no time; write 19:42 or 2026-11-23T19:42.").format(given=given)
        ) from None
    return found.replace(tzinfo=found.tzinfo or zone_of(session)).astimezone(UTC)


def _acknowledge(heard: "Recorded", *, as_json: bool) -> None:
    sys.stdout.write((_as_json(heard) if as_json else understood(heard)) + "\n")
    sys.stdout.flush()


def _as_json(heard: "Recorded") -> str:
    from roundtable.cli.shapes import contribution_shape

    if heard.contribution:
        return json.dumps(contribution_shape(heard.session, heard.contribution), ensure_ascii=False)
    said: dict[str, object] = {"id": None, "number": None, "typed": heard.draft.typed, "marked": None}
    if heard.marked:
        support = contribution_shape(heard.session, heard.marked)["support"]
        said |= {"marked": heard.marked.id, "support": support}
    return json.dumps(said, ensure_ascii=False)


def understood(heard: "Recorded") -> str:
    """Say in a line how a line was understood."""
    if heard.contribution is None:
        marked = heard.session.numbers[heard.marked.id] if heard.marked else 0
        return _("support noted on {number}").format(number=marked)
    said = heard.contribution
    number = f"{heard.session.numbers[said.id]:>4}"
    if not said.placed:
        return f"{number}  ???  {said.text}  " + _("(who? — put right with `roundtable contributions edit`)")
    sector = heard.session.sector_of(said)
    who = heard.session.shown.get(said.participant or "", "")
    told = " ".join(part for part in (who, sector.short if sector else "") if part)
    marks = "".join(mark for mark, on in (("★", said.starred), ("??", said.check)) if on)
    sign = SIGNS.get(str(said.stance or said.kind), "")
    return "  ".join(part for part in (number, told or "–", sign, said.text, marks) if part)


SIGNS = {"supports": "+", "opposes": "−", "quote": "“", "question": "?", "proposal": "!"}
