"""A stretch of time spent on a topic."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from roundtable.domain.records import Record, instant, reference


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit(Record):
    """An interval on a topic; `ends` is None while it lasts."""

    KIND: ClassVar[str] = "visit"
    topic: str | None = reference()
    begins: datetime | None = instant()
    ends: datetime | None = instant()
