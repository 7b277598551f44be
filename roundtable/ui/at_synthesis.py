"""What a command of the synthesis may use of its screen, and on what it acts."""

from typing import Protocol

from roundtable.domain.gathering import By
from roundtable.i18n import _
from roundtable.ui.concluding import AtTakeaways
from roundtable.ui.widgets.statement_list import StatementList


class AtSynthesis(AtTakeaways, Protocol):
    """The synthesis: statements, of which some are chosen, beside the ledger, of which one takeaway is marked."""

    @property
    def statements(self) -> StatementList:
        """The statements."""

    async def save_prose(self) -> bool:
        """Save the prose that is being written; false where that failed."""

    @property
    def topic(self) -> str | None:
        """The topic (its id) of which the statements are shown; None for all."""


def acted_on(at: AtSynthesis) -> tuple[str, ...]:
    """Give the statements (ids) on which a command acts; where there are none, that is told."""
    those = at.statements.acted_on
    if not those:
        group = at.statements.group
        on_its_own = group is not None and group.by is By.NOTHING
        at.tell(_("Choose statements with Space first.") if on_its_own else _("Nothing was said here yet."))
    return those
