"""How a typed record is spelled as the fields of changes, and read back from them.

Every field of a record class is declared with one of the functions below. Plain fields carry one value.
Lists are not fields: each member of `members` is a boolean field of its own (`theme.<id>`), each text of
`ordered` and each entry of `mapped` has a field of its own (`prompt.a0`, `abbreviation.wn`).
"""

import dataclasses
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any, ClassVar, TypeVar

from roundtable.domain.changes import Edit, Value

E = TypeVar("E", bound=StrEnum)
R = TypeVar("R", bound="Record")

MOST = 10**8  # the largest whole number that a record holds, so that sums of times stay within the calendar


@dataclass(frozen=True, slots=True)
class Plain:
    """A field of one value: how it is read (anything unreadable becomes the default) and written."""

    read: Callable[[Value], Any]
    write: Callable[[Any], Value] = lambda value: value
    number: bool = False  # whether what is written is a whole number or a flag, and not text


@dataclass(frozen=True, slots=True)
class Spread:
    """A collection, spread over fields that share a prefix."""

    prefix: str
    read: Callable[[Mapping[str, Value]], Any]
    write: Callable[[Any], Mapping[str, Value]]


def words(default: str = "") -> str:
    """Declare a text."""
    return field(default=default, metadata={"codec": Plain(lambda v: v if isinstance(v, str) else default)})


def reference() -> str | None:
    """Declare the id of another record, or nothing."""
    return field(default=None, metadata={"codec": Plain(lambda v: v if isinstance(v, str) else None)})


def flag(*, default: bool = False) -> bool:
    """Declare a yes or no."""
    codec = Plain(lambda v: default if v is None else bool(v), number=True)
    return field(default=default, metadata={"codec": codec})


def whole(default: int = 0) -> int:
    """Declare a whole number."""
    return field(default=default, metadata={"codec": Plain(lambda v: _whole(v, default), number=True)})


def maybe_whole() -> int | None:
    """Declare a whole number, or nothing."""
    return field(default=None, metadata={"codec": Plain(lambda v: _whole(v, None), number=True)})


def _whole(value: Value, default: int | None) -> int | None:
    # What is no number, and more than any table counts (of seconds: three years), is unreadable.
    return int(value) if isinstance(value, int | float) and abs(value) <= MOST else default


def instant() -> datetime | None:
    """Declare an instant (kept as ISO 8601 in UTC, with milliseconds), or nothing."""
    return field(default=None, metadata={"codec": Plain(read_instant, write_instant)})


def choice(kinds: type[E], default: E) -> E:
    """Declare one of the values of an enumeration."""
    known: Mapping[Value, E] = {kind.value: kind for kind in kinds}
    return field(default=default, metadata={"codec": Plain(lambda v: known.get(v, default), str)})


def maybe_choice(kinds: type[E]) -> E | None:
    """Declare one of the values of an enumeration, or nothing."""
    known: Mapping[Value, E] = {kind.value: kind for kind in kinds}
    codec = Plain(known.get, lambda v: None if v is None else str(v))
    return field(default=None, metadata={"codec": codec})


def members(prefix: str) -> frozenset[str]:
    """Declare a set of ids, each a boolean field of its own."""
    codec = Spread(
        prefix + ".",
        lambda found: frozenset(name for name, value in found.items() if value),
        lambda ids: dict.fromkeys(sorted(ids), True),
    )
    return field(default=frozenset(), metadata={"codec": codec})


def ordered(prefix: str) -> tuple[str, ...]:
    """Declare a sequence of texts, ordered by the keys of their fields."""
    codec = Spread(
        prefix + ".",
        lambda found: tuple(value for _, value in sorted(found.items()) if isinstance(value, str)),
        lambda texts: {f"{place:04d}": value for place, value in enumerate(texts)},
    )
    return field(default=(), metadata={"codec": codec})


def mapped(prefix: str) -> Mapping[str, str]:
    """Declare a mapping of names to texts."""
    codec = Spread(prefix + ".", lambda found: {k: v for k, v in found.items() if isinstance(v, str)}, dict)
    return field(default_factory=dict, metadata={"codec": codec})


def read_instant(value: Value) -> datetime | None:
    """Read an instant as it is kept; nothing where it is none."""
    if not isinstance(value, str):
        return None
    try:
        found = datetime.fromisoformat(value)
        return found.astimezone(UTC) if found.tzinfo else found.replace(tzinfo=UTC)
    except (ValueError, OverflowError):  # no instant, or one that is beyond the calendar in UTC
        return None


def write_instant(value: datetime | None) -> str | None:
    """Write an instant as it is kept: 2026-11-23T18:42:05.120Z."""
    if value is None:
        return None
    return value.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One thing of a session; `stamp` is that of the record's first change, empty before it is stored."""

    KIND: ClassVar[str]
    id: str
    stamp: str = ""
    withdrawn: bool = flag()


def plain_fields(cls: type[Record]) -> Mapping[str, Plain]:
    """Give the plain fields of a record class, in order of declaration; they are columns of its table."""
    if cls not in _plain:
        _plain[cls] = {name: codec for name, codec in _codecs(cls) if isinstance(codec, Plain)}
    return _plain[cls]


def spread_fields(cls: type[Record]) -> Mapping[str, Spread]:
    """Give the spread fields of a record class."""
    if cls not in _spread:
        _spread[cls] = {name: codec for name, codec in _codecs(cls) if isinstance(codec, Spread)}
    return _spread[cls]


# What is asked of a class for each record, answered once.
_plain: dict[type[Record], Mapping[str, Plain]] = {}
_spread: dict[type[Record], Mapping[str, Spread]] = {}
_blank: dict[type[Record], Mapping[str, Value]] = {}


def _codecs(cls: type[Record]) -> Iterator[tuple[str, Plain | Spread]]:
    for one in dataclasses.fields(cls):
        if "codec" in one.metadata:
            yield one.name, one.metadata["codec"]


def read_record(cls: type[R], record_id: str, first: str, fields: Mapping[str, Value]) -> R:
    """Read a typed record from its fields; fields that it does not know are passed over."""
    values: dict[str, Any] = {
        name: codec.read(fields[name]) for name, codec in plain_fields(cls).items() if name in fields
    }
    for name, spread in spread_fields(cls).items():
        start = len(spread.prefix)
        values[name] = spread.read({k[start:]: v for k, v in fields.items() if k.startswith(spread.prefix)})
    return cls(id=record_id, stamp=first, **values)


def fields_of(record: Record) -> dict[str, Value]:
    """Spell a record as fields, those with their default value included."""
    spelled = {name: codec.write(getattr(record, name)) for name, codec in plain_fields(type(record)).items()}
    for name, spread in spread_fields(type(record)).items():
        spelled |= {spread.prefix + key: value for key, value in spread.write(getattr(record, name)).items()}
    return spelled


def created(record: Record) -> Edit:
    """Say that a record comes into being: all fields that differ from their default, and at least one."""
    if type(record) not in _blank:
        _blank[type(record)] = fields_of(type(record)(id=""))
    blank = _blank[type(record)]
    spelled = fields_of(record)
    said = {name: value for name, value in spelled.items() if name not in blank or blank[name] != value}
    return Edit(record.KIND, record.id, said or {"withdrawn": False})


def changed(old: R, new: R, base: str | None = None) -> Edit:
    """Say what differs between two states of a record; members that are gone become false, texts nothing."""
    before, after = fields_of(old), fields_of(new)
    said: dict[str, Value] = {
        name: value for name, value in after.items() if name not in before or before[name] != value
    }
    for name in before.keys() - after.keys():
        said[name] = False if before[name] is True else None
    return Edit(new.KIND, new.id, said, base)


def order_between(before: str, after: str) -> str:
    """Give a fractional key (lower-case letters) that sorts between two others; "" stands for an open end.

    Two people who insert at one place may get the same key; the record's id then decides.
    """
    low = [ord(c) - 97 for c in before]
    high = [ord(c) - 97 for c in after] if after else []
    made: list[int] = []
    place = 0
    while True:
        floor = low[place] if place < len(low) else 0
        ceiling = high[place] if place < len(high) else 26
        if ceiling - floor > 1:
            made.append((floor + ceiling) // 2)
            return "".join(chr(97 + digit) for digit in made)
        made.append(floor)
        if ceiling > floor:
            high = []
        place += 1


def spread_orders(count: int) -> list[str]:
    """Give `count` fractional keys that lie evenly apart, for a list that is made at once."""
    width = 1
    while 26**width <= 2 * count:
        width += 1
    # A last "a" counts for nothing, and no key would fit between "b" and "ba".
    return [_letters((place + 1) * 26**width // (count + 1), width).rstrip("a") for place in range(count)]


def _letters(number: int, width: int) -> str:
    digits = ""
    for _ in range(width):
        number, digit = divmod(number, 26)
        digits = chr(97 + digit) + digits
    return digits
