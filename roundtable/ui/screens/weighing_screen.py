"""A session screen on which statements are weighed beside the ledger and the prose: what is shown, what is used."""

import asyncio
from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from textual import on

from roundtable.domain.contributions import Contribution, Prose, Takeaway
from roundtable.domain.disclosure import own_form
from roundtable.domain.gathering import Sieve
from roundtable.domain.references import used_in
from roundtable.domain.takeaways import against_takeaways, in_takeaways
from roundtable.services import prose
from roundtable.services.publishing import Wanted, composed
from roundtable.services.settling import to_settle
from roundtable.ui.desk import Desk, Held
from roundtable.ui.screens.drafting_screen import DraftingScreen
from roundtable.ui.screens.prose_screen import CONCLUSION
from roundtable.ui.widgets.ledger import Ledger, TakeawayRead
from roundtable.ui.widgets.prose_pane import ProsePane
from roundtable.ui.widgets.statement_list import StatementList
from roundtable.ui.widgets.synthesis_lines import ChosenLine, PaneLine, SieveLine, SynthesisHeading

if TYPE_CHECKING:
    from textual.timer import Timer

QUIET = 3.0  # seconds without a change after which the paper is looked at anew
QUICKLY_COMPOSED = 1500  # contributions; more take longer than a moment


class WeighingScreen(DraftingScreen):
    """Lets its widgets follow the session, and each other: what is marked, chosen, used."""

    def __init__(self, desk: Desk, held: Held, moment: Callable[[], datetime]) -> None:
        super().__init__(desk, held, moment)
        self._prose_seen: Prose | None = None
        self._rest: Timer | None = None  # until the paper is looked at anew

    @property
    def statements(self) -> StatementList:
        """The statements."""
        return self.query_one(StatementList)

    @property
    def ledger(self) -> Ledger:
        """The ledger."""
        return self.query_one(Ledger)

    @property
    def topic(self) -> str | None:
        """The topic (its id) of which the statements are shown; None for all."""
        return self.statements.sieve.topic

    @property
    def marked(self) -> Takeaway | None:
        """The takeaway that is marked."""
        return self.ledger.marked

    def mark(self, key: str) -> None:
        """Mark a takeaway (its id)."""
        self.ledger.mark(key)

    @property
    def chosen(self) -> Contribution | None:
        """The statement under the cursor."""
        return self.statements.marked

    def point_at(self, contribution: str) -> None:
        """Put the cursor on a statement (its id)."""
        self.statements.go_to(contribution)

    def take(self, held: Held) -> None:
        """Show a new state; prose that somebody else saved is shown where nothing was written here meanwhile."""
        super().take(held)
        if not self.query(StatementList):
            return
        self._show_use()
        self.prose_changed()
        self._look_at_paper_soon()
        written = self.session.prose(self.part)
        if written is not self._prose_seen:
            self._prose_seen = written
            if not self.pane_of_prose.changed:
                self.run_worker(self.load_prose(), group="prose")
        self.show_part_of_statements()

    def _show_use(self) -> None:
        self.statements.positions = in_takeaways(self.session)
        self.statements.against = against_takeaways(self.session)

    def _look_at_paper_soon(self) -> None:
        """Count anew what makes the paper a draft, once all has been quiet; of a summit only the preview tells."""
        if self._rest:
            self._rest.stop()
        if len(self.session.contributions) <= QUICKLY_COMPOSED:
            self._rest = self.set_timer(QUIET, self._look_at_paper)

    def _look_at_paper(self) -> None:
        self.run_worker(self._count_what_is_left(), exclusive=True, group="composing")

    async def _count_what_is_left(self) -> None:
        contested = await self.remember(prose.contested)
        made = await asyncio.to_thread(composed, self.session, Wanted(), contested or ())
        those = to_settle(self.session, own_form(self.session), made.draft_reasons)
        self.query_one(SynthesisHeading).to_settle = len(those)

    def prose_changed(self) -> None:
        """Take note of which statements stand in the prose, of all parts."""
        parts = [
            one.text for one in self.session.of(Prose).values() if not one.withdrawn and one.id != self.part
        ]
        written = frozenset[str]().union(*map(used_in, parts), self.used_here())
        self.statements.written = written
        self.query_one(SynthesisHeading).used = len(self.statements.used)

    def follow_part(self) -> None:
        """Show the statements of the part that is shown, and what of them is used."""
        self.show_part_of_statements()
        self._show_use()
        self.prose_changed()
        self._look_at_paper_soon()

    def show_part_of_statements(self) -> None:
        """Show the statements of the part that is written."""
        topic = self.part if self.chapter else None
        if self.part == CONCLUSION:
            topic = next((one.id for one in self.session.topics if one.conclusion), None)
        if self.statements.sieve.topic != topic:
            self.statements.sieve = Sieve(topic=topic)
        line = self.query_one(SieveLine)
        line.session, line.title, line.sieve = self.session, self.title_of(self.part), self.statements.sieve
        line.count = len(self.statements.those)

    # What widgets say happened

    @on(ProsePane.Written)
    def _say_what_is_safe(self, message: ProsePane.Written) -> None:
        message.stop()
        self.query_one(PaneLine).unsaved = self.pane_of_prose.changed

    @on(StatementList.Marked)
    def _count_chosen(self) -> None:
        self.follow_statements()

    def follow_statements(self) -> None:
        """Tell how many statements are shown and chosen."""
        line = self.query_one(SieveLine)
        line.sieve, line.count = self.statements.sieve, len(self.statements.those)
        chosen = self.query_one(ChosenLine)
        chosen.count = len(self.statements.chosen)
        chosen.display = bool(chosen.count)

    @on(Ledger.Marked)
    def _read_takeaway(self) -> None:
        one = self.ledger.marked
        self.query_one(TakeawayRead).key = one.id if one else ""
