"""A line that is being typed, understood as it stands: who, what, and what it answers."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import tzinfo
from functools import cached_property
from itertools import islice

from rich.text import Text

from roundtable.domain.capture import Draft, placed, understand
from roundtable.domain.contributions import Contribution, Voice
from roundtable.domain.naming import Speaker, Table
from roundtable.domain.people import Participant, Person
from roundtable.domain.session import Session
from roundtable.domain.text import folded
from roundtable.i18n import _
from roundtable.services.recording import Moment, answerable, target_of
from roundtable.ui.widgets.reading import told

FARTHEST = 500  # contributions that a stance can be pointed back over by hand
NEW = Speaker(Voice.PERSON, participant="")  # somebody who has no id yet


def _called(session: Session, one: Participant) -> set[str]:
    return {
        folded(name)
        for name in (one.nickname, one.first_name, session.shown.get(one.id, ""))
        if len(name) > 1
    }


@dataclass(frozen=True)
class LineRead:
    """A line in the table's present state; `aim` is the contribution (id) that it was pointed at by hand."""

    session: Session
    table: Table
    line: str
    carry: Speaker | None
    before: Speaker | None
    moment: Moment
    aim: str | None = None
    newcomer: Person | None = None

    @cached_property
    def draft(self) -> Draft:
        """What the line is understood as."""
        if self.newcomer:
            return placed(self.line, self.table, NEW)
        return understand(self.line, self.table, self.carry, self.before)

    @cached_property
    def with_colon(self) -> str:
        """The line with a colon behind its first word, where that names somebody else than it goes on with."""
        first, space, rest = self.line.partition(" ")
        if not (space and rest.strip()) or self.draft.marks_only or self.draft.speaker != self.carry:
            return ""
        named = [one for one in self.table.people if folded(first) in _called(self.session, one)]
        if len(named) != 1 or (self.carry and named[0].id == self.carry.participant):
            return ""
        return f"{first}: {rest}"

    def targets(self) -> Iterator[Contribution]:
        """Give what the line's stance can be about, the last said first."""
        return answerable(self.session, self.draft, self.moment)

    def aimed(self, by: int) -> str | None:
        """Give the target (id) so many steps further back than the one of now; nothing where there is none."""
        now = target_of(self.session, self.draft, self.moment, self.aim)
        if now is None:
            return None
        those = [said.id for said in islice(self.targets(), FARTHEST)]
        place = those.index(now.id) + by if now.id in those else 0
        return those[max(0, min(place, len(those) - 1))]

    def told(self, zone: tzinfo) -> Text:
        """Say how the line is understood."""
        target = target_of(self.session, self.draft, self.moment, self.aim)
        who = None
        if self.newcomer:
            named = f"{self.newcomer.name} {self.newcomer.sector}".strip()
            who = _("new person: {name}").format(name=named)
        return told(self.session, self.draft, target, zone, who=who, aimed=self.aim is not None)
