"""The page from which a paper goes out, opened over the synthesis of an evening, and hands on its keys."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from textual.pilot import Pilot
from textual.widgets import OptionList, Static

from roundtable.report.formats import Format
from roundtable.services.export_choices import ExportChoices, remember
from roundtable.ui.screens.export import ExportView
from tests.ui.evening import Evening, half_way
from tests.ui.waiting import wait_until
from tests.ui.weighing import weighing


def lying(folder: str = "exports") -> list[Path]:
    """Give the files that lie in a folder, none where there is no such folder."""
    return sorted(Path(folder).glob("*"))


SLOWLY = 30  # seconds in which a process of its own writes a paper on a busy machine


class Page:
    """The page, and hands on its keys."""

    def __init__(self, evening: Evening, pilot: Pilot[Any]) -> None:
        self.evening = evening
        self.pilot = pilot

    @property
    def view(self) -> ExportView:
        return next(one for one in self.pilot.app.screen_stack if isinstance(one, ExportView))

    @property
    def rows(self) -> OptionList:
        return self.view.query_one("#export", OptionList)

    def shown(self) -> str:
        return "\n".join(str(one.prompt) for one in self.rows.options)

    def line_of(self, words: str) -> str:
        return next(line for line in self.shown().splitlines() if words in line)

    def told(self) -> str:
        return str(self.view.query_one("#view-keys", Static).content)

    def doing(self) -> str:
        return str(self.view.query_one("#export-doing", Static).content)

    @property
    def marked(self) -> str:
        return str(self.rows.options[self.rows.highlighted or 0].prompt)

    async def mark(self, words: str) -> None:
        """Mark the row with some words."""
        await self.until(lambda: words in self.shown())
        self.rows.highlighted = next(
            place for place, one in enumerate(self.rows.options) if words in str(one.prompt)
        )
        await self.pilot.pause()

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)
        await self.pilot.pause()

    async def dialog(self, name: str) -> None:
        await self.until(lambda: type(self.pilot.app.screen).__name__ == name)
        await self.pilot.pause()

    async def until(self, predicate: Callable[[], object], seconds: float = 10) -> None:
        await wait_until(self.pilot, predicate, seconds)

    async def written(self) -> list[Path]:
        """Write the paper, and give the files that lie there then."""
        await self.press("x")
        await self.until(lambda: "WRITTEN" in self.shown(), SLOWLY)
        return lying()


@asynccontextmanager
async def outgoing(
    folder: Path,
    evening: Evening | None = None,
    size: tuple[int, int] = (120, 48),
    formats: tuple[Format, ...] = (Format.MARKDOWN,),
) -> AsyncIterator[Page]:
    """Open the page over the synthesis, once it is known what is in the way; it may have been used before."""
    evening = evening or half_way(folder)
    if not evening.journal.export_choices(evening.uid):
        remember(evening.journal, evening.uid, ExportChoices(formats))
    async with weighing(folder, size, evening) as desk:
        await desk.press("x")
        await desk.dialog("ExportView")
        page = Page(desk.evening, desk.pilot)
        await page.until(lambda: "being looked" not in page.shown())
        yield page
