"""The approval of quotes, open over the synthesis: how it stands, answers recorded, sheets written."""

from pathlib import Path

from textual.widgets import Input, OptionList, Static, TextArea

from roundtable.domain.approvals import Answer, Approval
from roundtable.services import approvals, corrections, recording
from roundtable.ui.screens.approvals import ApprovalsView
from tests.cli.test_export import inside
from tests.ui.evening import Evening, half_way
from tests.ui.weighing import Desk, weighing

QUOTE = "We stopped counting hours in 2021."


def quoting(folder: Path) -> Evening:
    """Give an evening half-way at which a sector was quoted, too."""
    evening = half_way(folder)
    recording.record(evening.journal, evening.uid, "ret: “a [b]shop[/b] is open or closed” !!")
    return evening


class Page:
    """The approvals, open over the synthesis of an evening."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    @property
    def view(self) -> ApprovalsView:
        return next(one for one in self.desk.pilot.app.screen_stack if isinstance(one, ApprovalsView))

    def rows(self) -> list[str]:
        return [str(option.prompt) for option in self.view.query_one("#approvals", OptionList).options]

    def text(self, name: str) -> str:
        return str(self.view.query_one(name, Static).render())

    async def open(self) -> None:
        await self.desk.press("Q")
        await self.desk.until(lambda: isinstance(self.desk.pilot.app.screen, ApprovalsView))
        await self.desk.until(lambda: self.view.those is not None)
        await self.desk.pilot.pause()

    async def mark(self, words: str) -> None:
        place = next(place for place, row in enumerate(self.rows()) if words in row)
        self.view.query_one("#approvals", OptionList).highlighted = place
        await self.desk.until(lambda: words in self.text("#approval-read"))

    async def until_row(self, words: str, told: str) -> None:
        await self.desk.until(lambda: any(words in row and told in row for row in self.rows()))


def known(evening: Evening) -> list[str]:
    return sorted(str(one.answer) for one in evening.session.of(Approval).values() if not one.withdrawn)


async def test_answers_are_recorded_shown_by_sign_and_word_and_taken_back(tmp_path: Path) -> None:
    async with weighing(tmp_path, (80, 24), quoting(tmp_path)) as desk:
        page = Page(desk)
        await page.open()
        assert "2 wait" in page.text("#heading")
        await page.mark("We stopped")
        assert f"“{QUOTE}”" in page.text("#approval-read")
        await desk.press("a")
        await page.until_row("We stopped", "✓ approved")
        assert "1 waits" in page.text("#heading")
        assert "Approved:" in page.text("#view-keys")
        await desk.press("u")
        await page.until_row("We stopped", "· not asked yet")
        assert "Taken back: the answer about" in page.text("#view-keys")
        await desk.press("r")
        await page.until_row("We stopped", "✗ refused")
        assert known(desk.evening) == ["refused"]
        approvals.record(desk.evening.journal, desk.evening.uid, [desk.number_of(QUOTE)], Answer.APPROVED)
        await page.until_row("We stopped", "✓ approved")


async def test_other_words_stand_above_what_was_said_and_those_of_a_sector_say_who_answered(
    tmp_path: Path,
) -> None:
    async with weighing(tmp_path, (80, 24), quoting(tmp_path)) as desk:
        page = Page(desk)
        await page.open()
        await page.mark("We stopped")
        await desk.press("c")
        await desk.dialog("ApprovedWords")
        written = desk.pilot.app.screen.query_one(TextArea)
        assert written.text == QUOTE
        written.text = "we do [not] count hours"
        await desk.press("enter")
        await page.until_row("We do [not]", "≈ approved with a change")
        assert QUOTE in page.text("#approval-read")
        await page.mark("A [b]shop")
        await desk.press("a")
        await desk.dialog("OneLine")
        await desk.press("escape")
        assert known(desk.evening) == ["changed"]
        await desk.press("a")
        await desk.dialog("OneLine")
        desk.pilot.app.screen.query_one(Input).value = "both [shops]"
        await desk.press("enter")
        await page.until_row("A [b]shop", "✓ approved")
        assert "both [shops]" in page.text("#approval-read")


async def test_sheets_are_written_for_those_who_can_be_asked_until_a_day_to_come(tmp_path: Path) -> None:
    with inside(tmp_path):
        async with weighing(tmp_path, (120, 40), quoting(tmp_path)) as desk:
            page = Page(desk)
            await page.open()
            await desk.press("w")
            await desk.dialog("OneLine")
            asked = desk.pilot.app.screen.query_one(Input)
            asked.value = "2020-01-01"
            await desk.press("enter")
            assert type(desk.pilot.app.screen).__name__ == "OneLine"
            assert known(desk.evening) == []
            asked.value = "2099-12-05"
            await desk.press("enter")
            await page.until_row("We stopped", "? asked")
            told = page.text("#view-keys")
    assert f"2 files written into {tmp_path / 'exports'}" in told
    assert len(list((tmp_path / "exports").iterdir())) == 2
    assert known(desk.evening) == ["asked"]


async def test_without_quotes_the_page_says_how_they_come(tmp_path: Path) -> None:
    evening = half_way(tmp_path)
    quote = next(said for said in evening.session.contributions if said.quotes)
    corrections.withdraw(evening.journal, evening.uid, quote.id)
    async with weighing(tmp_path, (80, 24), evening) as desk:
        page = Page(desk)
        await page.open()
        assert page.view.query_one("#approvals-none").display
        await desk.press("a")
        assert "Nothing is marked" in page.text("#view-keys")
        await desk.press("w")
        assert "Nothing waits" in page.text("#view-keys")
        await desk.press("escape")
        await desk.until(lambda: not isinstance(desk.pilot.app.screen, ApprovalsView))
