"""The parking lot: what was put aside is listed, taken up again, kept for the paper."""

from pathlib import Path

from textual.widgets import OptionList, Static

from roundtable.domain.contributions import Contribution
from roundtable.services import corrections, facilitation
from roundtable.ui.screens.parking import ParkingView
from tests.ui.evening import Evening, half_way, prepared
from tests.ui.test_live import Held, opened
from tests.ui.waiting import wait_until

WHY = "dispatchers and drivers"
SHOPS = "same in our shops"


def said(evening: Evening, words: str) -> Contribution:
    """Give the contribution that contains these words."""
    return next(one for one in evening.session.contributions if words in one.text)


def with_two_parked(folder: Path) -> Evening:
    """Give an evening at its third topic, with two contributions to the second parked."""
    evening = half_way(folder)
    corrections.park(evening.journal, evening.uid, said(evening, WHY).id, said(evening, SHOPS).id)
    facilitation.step(evening.journal, evening.uid)
    return evening


class Lot:
    """The parking lot, open over the live table."""

    def __init__(self, held: Held) -> None:
        self.held = held

    @property
    def view(self) -> ParkingView:
        return next(one for one in self.held.app.screen_stack if isinstance(one, ParkingView))

    def rows(self) -> list[str]:
        rows = self.view.query_one("#parked", OptionList)
        return [str(option.prompt) for option in rows.options] if rows.display else []

    def told(self) -> str:
        return str(self.view.query_one("#view-keys", Static).render())

    def heading(self) -> str:
        return str(self.view.query_one("#heading", Static).render())


async def open_lot(held: Held) -> Lot:
    await held.press("l")
    await wait_until(held.pilot, lambda: isinstance(held.app.screen, ParkingView))
    await held.pilot.pause()
    return Lot(held)


async def test_what_is_parked_is_listed_with_who_said_it_and_on_which_topic(tmp_path: Path) -> None:
    async with opened(with_two_parked(tmp_path), size=(80, 24)) as held:
        lot = await open_lot(held)
        assert "2 parked" in lot.heading()
        assert "15 min left   3 min early   ends 18:42" in lot.heading()
        assert len(lot.rows()) == 2
        assert "Karim LOG" in lot.rows()[0]
        assert "2 Trust as the key to hybrid work" in lot.rows()[0]
        assert "take up" in lot.told()
        await held.press("escape")
        assert not isinstance(held.app.screen, ParkingView)


async def test_one_is_taken_up_at_the_topic_of_now_and_undone(tmp_path: Path) -> None:
    evening = with_two_parked(tmp_path)
    was = said(evening, SHOPS).topic
    async with opened(evening) as held:
        lot = await open_lot(held)
        await held.press("j", "enter", "enter")
        await held.until(lambda: not said(evening, SHOPS).parked)
        assert said(evening, SHOPS).topic == evening.session.topics[2].id
        await held.until(lambda: "Taken up at “Spontaneous" in lot.told())
        assert len(lot.rows()) == 1
        await held.press("u")
        await held.until(lambda: said(evening, SHOPS).parked)
        assert said(evening, SHOPS).topic == was
        await held.until(lambda: len(lot.rows()) == 2)


async def test_one_is_taken_up_where_it_was(tmp_path: Path) -> None:
    evening = with_two_parked(tmp_path)
    was = said(evening, WHY).topic
    async with opened(evening) as held:
        lot = await open_lot(held)
        await held.press("o")
        await held.until(lambda: not said(evening, WHY).parked)
        assert said(evening, WHY).topic == was
        await held.until(lambda: len(lot.rows()) == 1)
        assert SHOPS in lot.rows()[0]


async def test_one_is_kept_for_the_open_questions_of_the_paper_and_shows_it_by_a_sign(tmp_path: Path) -> None:
    evening = with_two_parked(tmp_path)
    async with opened(evening) as held:
        lot = await open_lot(held)
        await held.press("down", "p")
        await held.until(lambda: said(evening, SHOPS).open_question)
        await held.until(lambda: lot.rows()[1].startswith("§"))
        assert "for the paper" in lot.rows()[1]
        assert not lot.rows()[0].startswith("§")
        assert "§ 1 for the paper" in lot.heading()
        await held.press("p")
        await held.until(lambda: not said(evening, SHOPS).open_question)
        assert said(evening, SHOPS).parked


async def test_a_line_of_nobodys_is_said_to_wait_for_its_speaker(tmp_path: Path) -> None:
    evening = half_way(tmp_path)
    corrections.park(evening.journal, evening.uid, evening.newest.id)
    async with opened(evening) as held:
        lot = await open_lot(held)
        await held.press("p")
        await held.until(lambda: "once it is clear who said it" in lot.told())


async def test_the_mark_stays_on_its_contribution_when_another_is_parked_elsewhere(tmp_path: Path) -> None:
    evening = with_two_parked(tmp_path)
    async with opened(evening) as held:
        lot = await open_lot(held)
        await held.press("j")
        first = said(evening, "goals per quarter")
        corrections.park(evening.colleague("second"), evening.uid, first.id)
        await held.until(lambda: len(lot.rows()) == 3)
        assert lot.view.chosen
        assert SHOPS in lot.view.chosen.text
        assert lot.view.query_one("#parked", OptionList).highlighted == 2


async def test_an_empty_lot_says_how_to_park_and_takes_every_key_calmly(tmp_path: Path) -> None:
    async with opened(prepared(tmp_path), size=(80, 24)) as held:
        lot = await open_lot(held)
        assert "Nothing is parked. o" in str(lot.view.query_one("#parked-none", Static).render())
        await held.press("j", "k", "enter", "o", "p", "pagedown")
        assert isinstance(held.app.screen, ParkingView)


async def test_what_was_typed_is_shown_to_the_letter(tmp_path: Path) -> None:
    evening = half_way(tmp_path)
    evening.say(["els: who pays [/b] [@click=app.quit]here[/]?"])
    corrections.park(evening.journal, evening.uid, evening.newest.id)
    async with opened(evening) as held:
        lot = await open_lot(held)
        assert "? who pays [/b] [@click=app.quit]here[/]?" in lot.rows()[0]
