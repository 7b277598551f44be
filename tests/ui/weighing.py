"""The synthesis of an evening, opened on a real file, and hands on its keys."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from textual.pilot import Pilot
from textual.widgets._toast import Toast

from roundtable.domain.contributions import Takeaway
from roundtable.ui.screens.synthesis import SynthesisScreen
from roundtable.ui.widgets.prose_pane import ProsePane
from roundtable.ui.widgets.statement_list import StatementList
from tests.ui.evening import Evening, half_way
from tests.ui.waiting import wait_until

BROAD = (150, 42)


class Desk:
    """The synthesis of an evening, and hands on its keys."""

    def __init__(self, evening: Evening, pilot: Pilot[Any]) -> None:
        self.evening = evening
        self.pilot = pilot

    @property
    def screen(self) -> SynthesisScreen:
        return next(one for one in self.pilot.app.screen_stack if isinstance(one, SynthesisScreen))

    @property
    def statements(self) -> StatementList:
        return self.screen.statements

    @property
    def prose(self) -> ProsePane:
        return self.screen.pane_of_prose

    @property
    def takeaways(self) -> tuple[Takeaway, ...]:
        return self.evening.session.takeaways

    def lines(self) -> list[str]:
        return [self.statements.render_line(y).text.rstrip() for y in range(self.statements.size.height)]

    def line_of(self, words: str) -> str:
        return next(line for line in self.lines() if words in line)

    def number_of(self, words: str) -> str:
        return next(said.id for said in self.evening.session.contributions if words in said.text)

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)
        await self.pilot.pause()

    async def mark(self, *words: str) -> None:
        """Choose statements by words of theirs."""
        for one in words:
            self.statements.go_to(self.number_of(one))
            await self.press("space")

    async def dialog(self, name: str) -> None:
        await wait_until(self.pilot, lambda: type(self.pilot.app.screen).__name__ == name)
        await self.pilot.pause()

    async def until(self, predicate: Callable[[], object]) -> None:
        await wait_until(self.pilot, predicate)

    def told(self) -> str:
        told = self.screen.told
        beside = (str(one.render()) for one in self.pilot.app.screen.query(Toast))
        return told.sentence if told else " ".join(beside)


@asynccontextmanager
async def weighing(
    folder: Path, size: tuple[int, int] = BROAD, evening: Evening | None = None
) -> AsyncIterator[Desk]:
    """Open the synthesis of an evening that is half-way."""
    evening = evening or half_way(folder)
    app = evening.app(synthesis=True)
    async with app.run_test(size=size) as pilot:
        await wait_until(pilot, lambda: isinstance(app.screen, SynthesisScreen) and app.screen.focused)
        await pilot.pause()
        yield Desk(evening, pilot)
