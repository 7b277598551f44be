"""Who sits at the table: sectors, participants, attendance and consent."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import ClassVar

from roundtable.domain.records import Record, choice, instant, reference, words
from roundtable.domain.text import folded


class Consent(StrEnum):
    """How somebody agreed to be told in a paper."""

    UNASKED = ""
    NAMED = "named"
    SECTOR = "sector"
    NONE = "none"


class Attendance(StrEnum):
    """Whether somebody is at the table."""

    EXPECTED = "expected"
    PRESENT = "present"
    ONLINE = "online"
    LEFT = "left"
    ABSENT = "absent"


THERE = frozenset({Attendance.PRESENT, Attendance.ONLINE, Attendance.LEFT})
"""The attendance of those who sat at the table, to its end or not."""

GONE = frozenset({Attendance.LEFT, Attendance.ABSENT})
"""The attendance of those who cannot speak now: nobody asks them, and their hand is passed over till they are back."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody as a people file or an agenda lists them; `sector` is a short name or a name, or empty."""

    name: str
    sector: str = ""
    organisation: str = ""
    role: str = ""
    nickname: str = ""
    email: str = ""
    consent: Consent = Consent.UNASKED


@dataclass(frozen=True, slots=True, kw_only=True)
class Sector(Record):
    """A sector that the agenda names; `told` is how one of its people is spoken of in running text."""

    KIND: ClassVar[str] = "sector"
    short: str = words()
    name: str = words()
    told: str = words()
    order: str = words()


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant(Record):
    """Somebody invited to the table, who sits for a sector; `instead_of` is whom (an id) they came in the place of.

    `consent_by` is who asked how they may be told, and `consent_at` when, as far as that was recorded.
    """

    KIND: ClassVar[str] = "participant"
    name: str = words()
    sector: str | None = reference()
    organisation: str = words()
    role: str = words()
    nickname: str = words()
    email: str = words()
    consent: Consent = choice(Consent, Consent.UNASKED)
    attendance: Attendance = choice(Attendance, Attendance.EXPECTED)
    instead_of: str | None = reference()
    consent_at: datetime | None = instant()
    consent_by: str = words()
    order: str = words()

    @property
    def first_name(self) -> str:
        """The first word of the name."""
        return self.name.split(" ", 1)[0]

    @property
    def at_table(self) -> bool:
        """Whether they can be asked now."""
        return self.attendance in {Attendance.PRESENT, Attendance.ONLINE}


def who_came(people: Iterable[Participant]) -> tuple[Participant, ...]:
    """Give those of some people who came; where nobody is marked as there, all who are not marked as absent."""
    those = tuple(people)
    marked = tuple(one for one in those if one.attendance in THERE)
    return marked or tuple(one for one in those if one.attendance is not Attendance.ABSENT)


def shown_names(participants: Mapping[str, Participant]) -> dict[str, str]:
    """Give the short name by which each participant is shown: nickname, else first name, else the whole name.

    What two people are called is not enough for either.
    """
    called = {key: one.nickname or one.first_name for key, one in participants.items()}
    bearers = Counter(map(folded, called.values()))
    return {
        key: called[key] if bearers[folded(called[key])] == 1 else one.name
        for key, one in participants.items()
    }
