"""The last ten minutes, on real files: takeaways drafted, worded anew, moved, voted on and shown."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import OptionList, TextArea

from roundtable.domain.contributions import Takeaway
from roundtable.domain.counting import standing_behind
from roundtable.domain.staging import on_stage
from roundtable.errors import ComparingFailed
from roundtable.services import ledger, suggesting
from roundtable.services.suggesting import FEW
from roundtable.ui import concluding
from roundtable.ui.screens.takeaways import TakeawaysView
from roundtable.ui.widgets.large_letters import lettered
from roundtable.ui.widgets.large_takeaway import LargeTakeaway
from tests.ui.evening import Evening, half_way, is_live
from tests.ui.waiting import wait_until

TEXTS = ("Trust before tools", "Meet first, then call", "Pay for results")


class Page:
    """The page of takeaways, and hands on its keys."""

    def __init__(self, evening: Evening, pilot: Pilot[Any]) -> None:
        self.evening = evening
        self.pilot = pilot

    @property
    def view(self) -> TakeawaysView:
        return next(one for one in self.pilot.app.screen_stack if isinstance(one, TakeawaysView))

    @property
    def texts(self) -> list[str]:
        return [one.text for one in self.evening.session.takeaways]

    @property
    def large(self) -> str:
        return str(self.view.query_one(LargeTakeaway).render())

    def rows(self) -> list[str]:
        return [str(option.prompt) for option in self.view.query_one(OptionList).options]

    def first(self) -> Takeaway:
        return self.evening.session.takeaways[0]

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)
        await self.pilot.pause()

    async def dialog(self, name: str) -> None:
        await wait_until(self.pilot, lambda: type(self.pilot.app.screen).__name__ == name)
        await self.pilot.pause()

    async def shows(self, words: str) -> None:
        await wait_until(self.pilot, lambda: words in self.large)

    def told(self) -> str:
        return str(self.view.query_one("#view-keys").render())


@asynccontextmanager
async def opened(
    folder: Path, texts: tuple[str, ...] = (), size: tuple[int, int] = (80, 24)
) -> AsyncIterator[Page]:
    """Open the page with the key that opens it."""
    evening = half_way(folder)
    for text in texts:
        ledger.add_takeaway(evening.journal, evening.uid, text, evidence=["2"])
    app = evening.app()
    async with app.run_test(size=size) as pilot:
        await wait_until(pilot, is_live(app))
        await pilot.press("c")
        await wait_until(pilot, lambda: isinstance(app.screen, TakeawaysView))
        await pilot.pause()
        yield Page(evening, pilot)


async def test_an_empty_page_says_how_to_begin_and_one_line_makes_a_takeaway(tmp_path: Path) -> None:
    async with opened(tmp_path) as page:
        assert "d drafts one" in page.large
        await page.press("h")
        assert "No takeaways yet" in page.told()
        await page.press("n")
        await page.dialog("NewTakeaway")
        await page.press(*"Trust first", "enter")
        await page.shows("Trust first")
        assert page.texts == ["Trust first"]
        await page.press("u")
        await wait_until(page.pilot, lambda: page.texts == [])
        await page.shows("No takeaways yet")


async def test_a_suggestion_becomes_a_takeaway_that_rests_on_it_and_is_not_suggested_again(
    tmp_path: Path,
) -> None:
    async with opened(tmp_path) as page:
        await page.press("d")
        await page.dialog("SuggestionChoice")
        offered = page.pilot.app.screen.query_one(OptionList).option_count
        assert 1 < offered <= 5
        await page.press("enter")
        await wait_until(page.pilot, lambda: page.texts)
        (said,) = page.first().evidence
        assert page.texts == [page.evening.session.contribution(said).text]
        await page.shows(page.texts[0][:20])
        left = suggesting.suggestions(page.evening.journal, page.evening.uid)
        assert said not in {one.id for one in left}


async def test_where_much_was_said_the_page_says_what_it_looks_for_and_nothing_stands_still(
    tmp_path: Path,
) -> None:
    async with opened(tmp_path) as page:
        found = asyncio.Event()
        page.view.run_worker(concluding.looked_for(page.view, found.wait()))
        assert "Looking through what was said" not in page.told()
        await wait_until(page.pilot, lambda: "Looking through what was said" in page.told())
        found.set()


async def test_what_cannot_be_compared_is_told(tmp_path: Path) -> None:
    async def failed() -> None:
        raise ComparingFailed(reason="MemoryError")

    async with opened(tmp_path) as page:
        page.view.run_worker(concluding.looked_for(page.view, failed()))
        await wait_until(page.pilot, lambda: "could not be compared (MemoryError)" in page.told())


async def test_of_an_evening_with_more_than_a_frame_can_weigh_a_draft_is_offered_as_well(
    tmp_path: Path,
) -> None:
    async with opened(tmp_path) as page:
        page.evening.say(
            f"els: goal {place} matters more than hours in shop {place % 9}" for place in range(FEW)
        )
        await wait_until(page.pilot, lambda: len(page.view.held.contributions) > FEW)
        await page.press("d")
        await page.dialog("SuggestionChoice")
        await page.press("enter")
        await wait_until(page.pilot, lambda: page.texts)


async def test_a_draft_may_come_from_one_topic(tmp_path: Path) -> None:
    async with opened(tmp_path) as page:
        await page.press("D")
        await page.dialog("TopicChoice")
        await page.press(*"future", "enter")
        await page.dialog("SuggestionChoice")
        await page.press("enter")
        await wait_until(page.pilot, lambda: page.texts == ["younger people want a life first"])


async def test_it_is_worded_anew_in_place_and_undo_brings_the_words_back(tmp_path: Path) -> None:
    async with opened(tmp_path, TEXTS) as page:
        await page.press("j", "e")
        await page.dialog("Reword")
        editor = page.pilot.app.screen.query_one(TextArea)
        assert editor.text == TEXTS[1]
        await page.press(*"!", "enter")
        await page.shows(f"{TEXTS[1]}!")
        changes = page.evening.journal.history(page.evening.uid, Takeaway.KIND)
        assert changes[-1].base == changes[1].stamp
        await page.press("u")
        await wait_until(page.pilot, lambda: page.texts == list(TEXTS))


async def test_whoever_words_what_somebody_else_worded_meanwhile_is_told(tmp_path: Path) -> None:
    async with opened(tmp_path, TEXTS) as page:
        seen = page.evening.journal.history(page.evening.uid, Takeaway.KIND)[0].stamp
        await page.press("e")
        await page.dialog("Reword")
        colleague = page.evening.colleague("second")
        ledger.edit_takeaway(colleague, page.evening.uid, "1", text="Theirs")
        await wait_until(page.pilot, lambda: page.view.held.takeaways[0].text == "Theirs")
        await page.press(*" now", "enter")
        await wait_until(page.pilot, lambda: "Somebody else" in page.told())
        assert page.texts[0] == f"{TEXTS[0]} now"
        assert page.evening.journal.history(page.evening.uid, Takeaway.KIND)[-1].base == seen


async def test_it_moves_in_the_ledger_and_stays_marked(tmp_path: Path) -> None:
    async with opened(tmp_path, TEXTS) as page:
        await page.press("K")
        await page.press("J")
        await wait_until(page.pilot, lambda: page.texts == [TEXTS[1], TEXTS[0], TEXTS[2]])
        await page.press("J")
        await wait_until(page.pilot, lambda: page.texts == [TEXTS[1], TEXTS[2], TEXTS[0]])
        await page.press("K")
        await wait_until(page.pilot, lambda: page.texts == [TEXTS[1], TEXTS[0], TEXTS[2]])
        await page.shows(TEXTS[0])
        await wait_until(page.pilot, lambda: [TEXTS[1], TEXTS[0]] == [row[4:] for row in page.rows()[:2]])


async def test_one_that_is_dropped_leaves_the_mark_on_the_next_and_comes_back(tmp_path: Path) -> None:
    async with opened(tmp_path, TEXTS) as page:
        await page.press("x")
        await page.shows(TEXTS[1])
        assert page.texts == [*TEXTS[1:]]
        assert "Dropped" in page.told()
        await page.press("u")
        await wait_until(page.pilot, lambda: page.texts == list(TEXTS))
        assert "Back again" in page.told()


async def test_hands_are_counted_as_one_number_and_counted_again_by_sector(tmp_path: Path) -> None:
    async with opened(tmp_path, TEXTS) as page:
        await page.press("h")
        await page.dialog("HandsCount")
        read = page.pilot.app.screen.query_one("#hands-read")
        await page.press(*"5-1")
        await wait_until(page.pilot, lambda: "the table: 5 for it, 1 against" in str(read.render()))
        await page.press("enter")
        await page.shows("5 people · 1 against")
        await page.press("h")
        await page.dialog("HandsCount")
        await page.press(*"ret 2, log 1-1", "enter")
        await page.shows("3 people, 2 sectors · 1 against")
        assert standing_behind(page.evening.session, page.first()).table == (0, 0, 0)
        await page.press("u")
        await page.shows("5 people · 1 against")


async def test_what_is_no_show_of_hands_stays_and_too_many_are_told_and_kept(tmp_path: Path) -> None:
    async with opened(tmp_path, TEXTS) as page:
        await page.press("h")
        await page.dialog("HandsCount")
        read = page.pilot.app.screen.query_one("#hands-read")
        await page.press(*"bank 2", "enter")
        await wait_until(page.pilot, lambda: "no sector “bank”" in str(read.render()))
        await page.press(*["backspace"] * 6, *"ret 9")
        await wait_until(
            page.pilot, lambda: "9 hands were counted for RET, and it has 2" in str(read.render())
        )
        await page.press("enter")
        await page.shows("hands: RET 9")


async def test_it_goes_on_the_stage_and_off_it(tmp_path: Path) -> None:
    async with opened(tmp_path, TEXTS) as page:

        def shown() -> object:
            return on_stage(page.evening.session, page.evening.now())

        await page.press("S")
        await wait_until(page.pilot, lambda: shown() == page.first())
        await page.shows("▣ on the stage")
        assert "▣" in page.rows()[0]
        await page.press("S")
        await wait_until(page.pilot, lambda: shown() is None)


async def test_the_large_text_has_all_the_room_until_it_is_left(tmp_path: Path) -> None:
    async with opened(tmp_path, TEXTS) as page:
        ledger = page.view.query_one(OptionList)
        await page.press("enter")
        await wait_until(page.pilot, lambda: not ledger.display)
        letters = [row for line in lettered(TEXTS[1], 71, 12) for row in line]
        assert letters
        await page.press("j")
        await wait_until(page.pilot, lambda: all(row in page.large for row in letters))
        await page.press("escape")
        await wait_until(page.pilot, lambda: ledger.display)
        await page.press("space")
        await wait_until(page.pilot, lambda: not ledger.display)
        await page.press("space", "escape")
        await wait_until(page.pilot, lambda: not isinstance(page.pilot.app.screen, TakeawaysView))


async def test_what_a_colleague_adds_appears_without_moving_the_mark(tmp_path: Path) -> None:
    async with opened(tmp_path, TEXTS) as page:
        await page.press("j")
        ledger.add_takeaway(page.evening.colleague("second"), page.evening.uid, "From elsewhere")
        await wait_until(page.pilot, lambda: len(page.rows()) == len(TEXTS) + 1)
        assert TEXTS[1] in page.large


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)])
async def test_the_longest_takeaway_leaves_room_for_who_stands_behind_it(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with opened(tmp_path, ("long words " * 300, *["Another one"] * 20), size) as page:
        assert "person" in page.large or "people" in page.large
        assert len(page.large.split("\n")) <= page.view.query_one(LargeTakeaway).content_size.height


async def test_what_people_wrote_is_never_read_as_markup(tmp_path: Path) -> None:
    async with opened(tmp_path, ("x[/] [see annex] [@click=quit]",)) as page:
        assert "x[/] [see annex] [@click=quit]" in page.large
        assert page.rows()[0].endswith("x[/] [see annex] [@click=quit]")
        for key in "hSe":
            await page.press(key)
            await page.press("escape")
