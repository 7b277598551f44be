"""What a change did, in words: for the journal, for the history of a record, for undo."""

from datetime import datetime
from typing import TYPE_CHECKING

from roundtable.cli.words import FIELDS, KINDS, VALUES
from roundtable.domain.approvals import Approval
from roundtable.domain.contributions import Contribution, Prose, Support, Takeaway
from roundtable.domain.erasures import Erasure, Extent
from roundtable.domain.people import Participant, Sector
from roundtable.domain.records import Record, read_instant
from roundtable.domain.session import Session
from roundtable.domain.text import shortened as text_shortened
from roundtable.domain.turns import Turn
from roundtable.domain.visits import Visit
from roundtable.i18n import _

if TYPE_CHECKING:
    from roundtable.domain.changes import Change, Value

_DIGEST = 8  # characters of a checksum that tell files apart
WIDTH = 60  # characters of a text that a line of the journal shows
_SILENT = {
    *("order", "voice", "placed", "worded", "on", "drafted", "seen", "shown"),  # what nobody reads
    *("paper", "people", "sectors", "statements", "named", "by_sector"),  # what the register keeps of a paper
}
_COPIED = {"session", "sector", "topic", "theme"}  # what an agenda brought is not told in full


def describe(session: Session, change: "Change") -> str:
    """Say in a line what a change did."""
    if change.kind == Erasure.KIND:
        return _erased(session, change)
    record = session.records.get(change.kind, {}).get(change.record)
    subject = f"{_(KINDS.get(change.kind, change.kind))} {_called(session, record) or change.record}"
    new = record is not None and record.stamp == change.stamp
    return f"{subject}: {_done(session, change, new=new)}"


def _erased(session: Session, change: "Change") -> str:
    kind = str(change.fields.get("kind", ""))
    number = session.numbers.get(change.record)
    words = change.fields.get("extent") == Extent.WORDS
    told = _("erased: {what}") if words or kind != Contribution.KIND else _("erased: who said {what}")
    return told.format(what=f"{_(KINDS.get(kind, kind))} {number or ''}".strip())


def _done(session: Session, change: "Change", *, new: bool) -> str:
    fields = change.fields
    if fields.get("withdrawn"):
        return _("taken away")
    if new and change.kind in _COPIED:
        return _("new")
    if change.kind == Prose.KIND and "text" not in fields:
        return _("looked at") if "drafted" in fields else _("a version chosen")
    shown = {
        name: value
        for name, value in fields.items()
        if name.partition(".")[0] not in _SILENT
        and name != "withdrawn"
        and not (name == "text" and fields.get("typed") == value)
    }
    said = "; ".join(_field(session, name, value) for name, value in shown.items())
    if new:
        return _("new; {what}").format(what=said) if said else _("new")
    if "withdrawn" in fields and not said:
        return _("brought back")
    if not said and any(name.startswith("seen.") for name in fields):
        return _("looked at again")
    return said or _("moved")


def _field(session: Session, name: str, value: "Value") -> str:
    plain, dot, member = name.partition(".")
    told = _(FIELDS[plain]) if plain in FIELDS else plain.replace("_", " ")
    if dot and isinstance(value, bool):
        return f"{told} {'+' if value else '−'} {_reference(session, member)}"
    if isinstance(value, bool):
        return told if value else _("not {what}").format(what=told)
    return f"{told} {_value(session, plain, value)}"


def _value(session: Session, name: str, value: "Value") -> str:
    if value is None or value == "":
        return _(VALUES.get(name, {}).get("", "–"))
    if name == "granted_seconds" and isinstance(value, int):
        return _minutes(value)
    if name == "sha256":
        return str(value)[:_DIGEST]
    if not isinstance(value, str):
        return str(value)
    if value in VALUES.get(name, {}):
        return _(VALUES[name][value])
    if at := _instant(value):
        from roundtable.services.sessions import zone_of

        return at.astimezone(zone_of(session)).strftime("%H:%M:%S")
    named = _reference(session, value)
    return named if named != value else f"“{shortened(value)}”"


def _minutes(seconds: int) -> str:
    """Give minutes with their sign, and the seconds where they are not whole: +5, −1:30."""
    minutes, rest = divmod(abs(seconds), 60)
    sign = "−" if seconds < 0 else "+" if seconds else ""
    return f"{sign}{minutes}:{rest:02}" if rest else f"{sign}{minutes}"


def _instant(value: str) -> datetime | None:
    return read_instant(value) if value[:1].isdigit() and value.endswith("Z") else None


def _reference(session: Session, key: str) -> str:
    """Give what people call the record of an id; what is no id stays as it is."""
    record = next((those[key] for those in session.records.values() if key in those), None)
    return _called(session, record) or key


def _called(session: Session, record: Record | None) -> str:
    match record:
        case Contribution() | Approval():
            return str(session.numbers.get(record.id, record.id))
        case Participant():
            return record.name
        case Sector():
            return record.short
        case Takeaway():
            return f"“{shortened(record.called)}”"
        case Prose():
            return _reference(session, record.id) if record.id in session.positions else record.id
        case Visit():
            return _reference(session, record.topic or "")
        case Turn():
            return _reference(session, record.participant or "")
        case Support():
            return _("on {what}").format(what=_reference(session, record.on or ""))
    title = getattr(record, "title", "") or getattr(record, "name", "")
    return f"“{shortened(title)}”" if title else ""


def shortened(text: str) -> str:
    """Give a text as far as a line has room."""
    return text_shortened(" ".join(text.split()), WIDTH)
