"""A change, and how a set of changes adds up: for every field the newest stamp wins."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from roundtable.domain.stamps import is_stamp

Value = str | int | float | bool | None
Key = tuple[str, str]  # (kind of record, id of record)


@dataclass(frozen=True, slots=True)
class Edit:
    """A change before it is stamped: these fields of this record are to have these values."""

    kind: str
    record: str
    fields: Mapping[str, Value]
    base: str | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """These fields of this record now have these values; appended once, never altered."""

    stamp: str
    session: str
    kind: str
    record: str
    fields: Mapping[str, Value]
    writer: str
    action: str
    base: str | None = None

    @property
    def key(self) -> Key:
        """The record that is changed."""
        return (self.kind, self.record)

    @property
    def checksum(self) -> str:
        """Sixteen hex digits of SHA-256 over all that the change says."""
        said = [
            self.stamp,
            self.session,
            self.kind,
            self.record,
            dict(self.fields),
            self.writer,
            self.action,
            self.base,
        ]
        return hashlib.sha256(spelled(said).encode("utf-8", "surrogatepass")).hexdigest()[:16]

    @property
    def sound(self) -> bool:
        """Whether it can be kept: a stamp that is one, who and what named, values that every machine can hold."""
        base: Value = self.base  # from elsewhere anything may come
        named: list[object] = [self.session, self.kind, self.record, self.writer, self.action, *self.fields]
        return (
            is_stamp(self.stamp)
            and all(isinstance(name, str) and name and holdable(name) for name in named)
            and isinstance(base, str | None)
            and all(holdable(value) for value in (base, *self.fields.values()))
        )


def holdable(value: object) -> bool:
    """Whether a value can be kept as JSON, as UTF-8 and in 64 bits."""
    match value:
        case None | bool():
            return True
        case str():
            return value.isascii() or not any("\ud800" <= mark <= "\udfff" for mark in value)
        case int() | float():
            return -(2**63) <= value < 2**63
    return False


@dataclass(slots=True)
class Folded:
    """What the changes of one record add up to: its fields, the stamp of each, the record's first stamp."""

    fields: dict[str, Value] = field(default_factory=dict)
    stamps: dict[str, str] = field(default_factory=dict)
    first: str = ""

    def take(self, change: Change) -> None:
        """Add one change; the order in which changes are added, and how often, makes no difference."""
        self.first = min(self.first or change.stamp, change.stamp)
        for name, value in change.fields.items():
            known = self.stamps.get(name, "")
            if change.stamp > known or (change.stamp == known and rank(value) > rank(self.fields.get(name))):
                self.fields[name] = value
                self.stamps[name] = change.stamp


def rank(value: Value) -> str:
    """Order two values that claim one stamp (a damaged or forged journal), the same way everywhere."""
    return spelled(value)


def spelled(said: object) -> str:
    """Spell fields, or all that a change says, as JSON: always in the same way."""
    return _JSON.encode(said)


_JSON = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def fold(changes: Iterable[Change], into: dict[Key, Folded] | None = None) -> dict[Key, Folded]:
    """Add up changes, record by record."""
    records = {} if into is None else into
    for change in changes:
        records.setdefault(change.key, Folded()).take(change)
    return records
