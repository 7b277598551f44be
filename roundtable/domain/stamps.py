"""The hybrid logical clock that orders changes, and random ids.

After Kulkarni et al., "Logical Physical Clocks" (2014): 48 bits of milliseconds, a 16-bit counter, random bits.
"""

import re
import secrets
from datetime import UTC, datetime, timedelta

_COUNTER_BITS = 16
_LETTERS = "abcdefghjkmnpqrstvwxyz"
_ALPHABET = "0123456789" + _LETTERS
_STAMP = re.compile("[0-9a-f]{24}")
FAR_FUTURE = timedelta(days=1)


def next_stamp(now: datetime, newest: str | None) -> str:
    """Give a stamp of 24 hex digits that sorts after `newest`, and after `now` where that is later."""
    ticks = milliseconds(now) << _COUNTER_BITS
    if newest:
        ticks = max(ticks, int(newest[:16], 16) + 1)
    return f"{ticks:016x}{secrets.token_hex(4)}"


def milliseconds(instant: datetime) -> int:
    """Give an instant as whole milliseconds since 1970, UTC."""
    return (instant - datetime(1970, 1, 1, tzinfo=UTC)) // timedelta(milliseconds=1)


def instant_of(stamp: str) -> datetime:
    """Give the instant (UTC) that a stamp stands for."""
    return datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=int(stamp[:16], 16) >> _COUNTER_BITS)


def is_stamp(text: object) -> bool:
    """Whether this is a stamp: 24 hex digits, of an instant that the calendar knows (before the year 9999)."""
    return isinstance(text, str) and bool(_STAMP.fullmatch(text)) and text < _LAST


def horizon(now: datetime) -> str:
    """Give the last stamp that is believed at `now`: what lies beyond comes from a clock that is wrong."""
    return f"{milliseconds(now + FAR_FUTURE) << _COUNTER_BITS:016x}ffffffff"


def new_id() -> str:
    """Give a random id of twelve characters (60 bits) that never looks like a number."""
    return secrets.choice(_LETTERS) + "".join(_ALPHABET[byte % 32] for byte in secrets.token_bytes(11))


_LAST = f"{milliseconds(datetime(9999, 1, 1, tzinfo=UTC)) << _COUNTER_BITS:016x}"
