"""What came back from Word, on a page of the synthesis: looked at one by one, taken, written, taken back."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from io import BytesIO
from pathlib import Path

import docx
import pytest
from textual.widgets import Input, OptionList, Static

from roundtable.report.formats import Format
from roundtable.services.ledger import add_takeaway
from roundtable.services.prose import set_prose
from roundtable.services.publishing import Wanted, export
from roundtable.ui.dialogs.confirm import Confirm
from roundtable.ui.dialogs.word_file import WordFile
from roundtable.ui.screens.coming_back import ComingBackView
from tests.ui.evening import Evening, half_way
from tests.ui.weighing import Desk, weighing

SIZES = ((80, 24), (120, 40))


def edited(folder: Path) -> tuple[Evening, Path]:
    """Give an evening with prose and a takeaway, and its paper with three paragraphs worded anew in Word."""
    evening = half_way(folder)
    set_prose(evening.journal, evening.uid, "1", "Work changes.\n\n[x](y) stays as it is.")
    set_prose(evening.journal, evening.uid, "2", "Trust comes first.\n\nIt goes fast.")
    add_takeaway(evening.journal, evening.uid, "Goals count.", title="Goals", evidence=["3"])
    path = export(evening.journal, evening.uid, Wanted((Format.DOCX,), folder / "paper.docx")).files[0].path
    paper = docx.Document(BytesIO(path.read_bytes()))
    anew = {
        "Trust comes first.": "Trust comes before all else.",
        "It goes fast.": "It goes [red]very[/] fast.",
        "Goals count.": "Goals count, hours do not.",
    }
    for paragraph in paper.paragraphs:
        if paragraph.text in anew:
            paragraph.runs[0].text = anew[paragraph.text]
    paper.save(str(path))
    return evening, path


class Page:
    """The page, and hands on its keys."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    @property
    def view(self) -> ComingBackView:
        return next(one for one in self.desk.pilot.app.screen_stack if isinstance(one, ComingBackView))

    def text(self, name: str) -> str:
        return str(self.view.query_one(name, Static).render())

    def rows(self) -> list[str]:
        return [str(option.prompt) for option in self.view.query_one("#back-list", OptionList).options]

    def prose(self, part: str) -> str:
        session = self.desk.evening.session
        written = session.prose(session.topic(part).id)
        return written.text if written else ""


@asynccontextmanager
async def opened(folder: Path, size: tuple[int, int] = (120, 40)) -> AsyncIterator[Page]:
    evening, path = edited(folder)
    async with weighing(folder, size, evening) as desk:
        await desk.press("W")
        await desk.dialog(WordFile.__name__)
        desk.pilot.app.screen.query_one(Input).value = str(path)
        await desk.press("enter")
        await desk.dialog(ComingBackView.__name__)
        yield Page(desk)


@pytest.mark.parametrize("size", SIZES)
async def test_each_difference_has_a_line_and_the_marked_one_stands_old_above_new(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with opened(tmp_path, size) as page:
        assert "3 differences" in page.text("#heading")
        assert [row[0] for row in page.rows()] == ["·", "·", "·"]
        words = page.text("#back-words")
        assert words.index("− Trust comes first.") < words.index("+ Trust comes before all else.")
        await page.desk.press("j")
        await page.desk.until(lambda: "[red]very[/]" in page.text("#back-words"))
        assert "take" in page.text("#view-keys")


async def test_what_is_taken_is_written_when_it_is_finished_and_one_undo_takes_it_back(
    tmp_path: Path,
) -> None:
    async with opened(tmp_path) as page:
        await page.desk.press("space", "l", "t")
        await page.desk.until(lambda: "2 to take" in page.text("#heading"))
        assert page.prose("2") == "Trust comes first.\n\nIt goes fast.", "nothing is written yet"
        await page.desk.press("f")
        await page.desk.until(lambda: page.prose("2") == "Trust comes before all else.\n\nIt goes fast.")
        assert page.desk.takeaways[0].text == "Goals count, hours do not."
        await page.desk.until(lambda: page.desk.pilot.app.screen is page.desk.screen)
        await page.desk.until(lambda: "2 differences taken" in page.desk.told())
        await page.desk.press("u")
        await page.desk.until(lambda: page.prose("2") == "Trust comes first.\n\nIt goes fast.")
        await page.desk.until(lambda: "the texts of 2 parts" in page.desk.told())
        assert page.desk.takeaways[0].text == "Goals count."


async def test_all_of_a_part_is_taken_at_once_and_leaving_asks(tmp_path: Path) -> None:
    async with opened(tmp_path) as page:
        await page.desk.press("a")
        await page.desk.until(lambda: "2 to take" in page.text("#heading"))
        await page.desk.press("escape")
        await page.desk.dialog(Confirm.__name__)
        await page.desk.press("escape")
        await page.desk.dialog(ComingBackView.__name__)
        await page.desk.press("escape")
        await page.desk.dialog(Confirm.__name__)
        await page.desk.press("enter")
        await page.desk.until(lambda: page.desk.pilot.app.screen is page.desk.screen)
        assert page.prose("2") == "Trust comes first.\n\nIt goes fast."


async def test_a_file_that_is_no_word_file_is_told(tmp_path: Path) -> None:
    evening, path = edited(tmp_path)
    path.write_bytes(b"no zip")
    async with weighing(tmp_path, evening=evening) as desk:
        await desk.press("W")
        await desk.dialog(WordFile.__name__)
        desk.pilot.app.screen.query_one(Input).value = str(path)
        await desk.press("enter")
        notices = desk.pilot.app._notifications  # noqa: SLF001 — no public way to them
        await desk.until(lambda: any("no Word document" in one.message for one in notices))
