"""A stretch of holding the floor, or of waiting for it."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from roundtable.domain.records import Record, instant, reference


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn(Record):
    """Somebody's turn on the floor.

    `asked` is when they asked to speak (None: the floor was given unasked), `begins` when it was given (None: they
    wait in the queue), `ends` when they were done (None: they speak).
    """

    KIND: ClassVar[str] = "turn"
    participant: str | None = reference()
    asked: datetime | None = instant()
    begins: datetime | None = instant()
    ends: datetime | None = instant()
