"""What widgets say happened; screens answer by calling a service."""

from dataclasses import dataclass
from datetime import datetime

from textual.message import Message

from roundtable.domain.people import Person


@dataclass
class ContributionMade(Message):
    """A line was finished with Enter; `begun` (UTC) is the instant of its first keystroke.

    It belongs to the topic that the table was at then, unless it was moved to another by hand: `topic` (id).
    `answers` is the contribution (id) that it was pointed at by hand; a `newcomer` sits down with it.
    """

    line: str
    topic: str | None
    begun: datetime
    answers: str | None = None
    newcomer: Person | None = None


@dataclass
class LastWanted(Message):
    """The last line is wanted back, to be put right."""


@dataclass
class LineEmptied(Message):
    """All that stood in the line was taken back, step by step."""


@dataclass
class LinesPasted(Message):
    """Several lines were pasted at once, or are `left` from the last time, when they could not be saved."""

    lines: tuple[str, ...]
    left: bool = False


@dataclass
class DraftChanged(Message):
    """The unfinished line changed; it is kept so that it survives a crash."""

    text: str


@dataclass
class ContributionChosen(Message):
    """A contribution was opened in the feed (by a double click)."""

    contribution: str


@dataclass
class CursorMoved(Message):
    """The feed's cursor is on this contribution, or on none (following what comes)."""

    contribution: str | None
