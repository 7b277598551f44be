"""What people were asked about their own words before these are printed, and what they answered."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, ClassVar

from roundtable.domain.contributions import Contribution, Kind, Voice
from roundtable.domain.records import Record, choice, instant, reference, words

if TYPE_CHECKING:
    from roundtable.domain.session import Session

TO_ANSWER = timedelta(days=14)  # unless somebody is given another day


class Answer(StrEnum):
    """What somebody said when asked whether their words may be printed; `asked` while there is no answer."""

    ASKED = "asked"
    APPROVED = "approved"
    CHANGED = "changed"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True, kw_only=True)
class Approval(Record):
    """What a `participant` was asked about a contribution, and the answer; its id is the contribution's.

    So two organisers who ask or record at once meet in one record. `wording` is what is to be printed instead, `shown`
    the mark of what was shown, `until` the day (ISO) by which to answer, `by` who answered for somebody else.
    """

    KIND: ClassVar[str] = "approval"
    participant: str | None = reference()
    answer: Answer = choice(Answer, Answer.ASKED)
    wording: str = words()
    shown: str = words()
    by: str = words()
    asked: datetime | None = instant()
    answered: datetime | None = instant()
    until: str = words()

    def overdue(self, today: date) -> bool:
        """Tell whether the day by which to answer is over, and there is no answer."""
        return self.answer is Answer.ASKED and "" < self.until < today.isoformat()


def approval_of(session: "Session", contribution: str) -> Approval | None:
    """Give what is known of a contribution (its id), if anything was asked or answered."""
    found = session.of(Approval).get(contribution)
    return found if found and not found.withdrawn else None


def refused(session: "Session", said: Contribution) -> bool:
    """Tell whether somebody wants these words not to be printed."""
    found = approval_of(session, said.id)
    return found is not None and found.answer is Answer.REFUSED


def is_quote(said: Contribution) -> bool:
    """Tell whether a statement is printed as a verbatim quote: it was recorded as one, and not worded for print."""
    return said.kind is Kind.QUOTE and not said.wording


def to_ask(said: Contribution) -> str | None:
    """Give who can be asked about a statement (the participant's id); nobody where it is no single person's."""
    return said.participant if said.placed and said.voice is Voice.PERSON else None
