"""A table as the tests of services act on it."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from roundtable.domain.changes import Edit
from roundtable.domain.contributions import Contribution
from roundtable.domain.records import changed
from roundtable.domain.session import Session
from roundtable.services.recording import Recorded, record
from roundtable.storage.journal import Journal

EVENING = datetime(2026, 11, 23, 18, 30, tzinfo=UTC)
AGENDA = """---
title: Telework
language: en
sectors:
  RET: Retail
  LOG: Logistics
  NPO: Non-profit
people:
  - {name: Els De Wit, sector: RET, role: Buyer}
  - {name: Karim Haddad, sector: LOG}
  - {name: An Claes, sector: NPO}
---
## Welcome (10 min)

## 1. Work (15 min)

## 2. Trust (20 min)

## Conclusion (10 min)
"""


class Clock:
    """A clock that the test sets."""

    def __init__(self) -> None:
        self.at = EVENING

    def __call__(self) -> datetime:
        return self.at

    def on(self, **amount: float) -> None:
        self.at += timedelta(**amount)


@dataclass(frozen=True)
class Table:
    """A session in a journal, and the clock that both go by."""

    journal: Journal
    uid: str
    clock: Clock

    @property
    def session(self) -> Session:
        """The session as it is now."""
        return self.journal.session(self.uid)

    @property
    def said(self) -> tuple[Contribution, ...]:
        """What was said, in order."""
        return self.session.contributions

    def record(self, line: str, *, at: datetime | None = None, topic: str | None = None) -> Recorded:
        """Record a line a second after the one before."""
        self.clock.on(seconds=1)
        return record(self.journal, self.uid, line, at=at, topic=topic)

    def abbreviate(self, **abbreviations: str) -> None:
        """Let the agenda know abbreviations."""

        def decide(session: Session) -> list[Edit]:
            known = replace(session.details, abbreviations=abbreviations)
            return [changed(session.details, known)]

        self.journal.append(self.uid, decide)

    def speaker(self, line: str) -> str | None:
        """Record a line and give who it is taken to be from; nothing where nobody is."""
        made = self.record(line).contribution
        return self.session.shown.get(made.participant or "") if made else None

    def title(self, said: Contribution | None) -> str | None:
        """Give the title of the topic of what was said."""
        return next((topic.title for topic in self.session.topics if said and topic.id == said.topic), None)
