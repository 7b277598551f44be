"""Erasing from the synthesis: what would go is shown, the number or name is typed, and every screen follows."""

from pathlib import Path

from textual.command import CommandList
from textual.widgets import Input, Static

from roundtable.domain.erasures import Extent
from roundtable.services import ledger
from roundtable.services.erasing import Way, erase_person, erase_statements
from roundtable.services.publishing import Wanted, export
from roundtable.services.retention import keep_names_until
from roundtable.ui.widgets.feed import Feed
from roundtable.ui.widgets.offers import offer_row
from tests.services.leftovers import leftovers
from tests.ui.evening import half_way, is_live, live
from tests.ui.waiting import wait_until
from tests.ui.weighing import Desk, weighing

SAID = "pay for results"


async def command(desk: Desk, name: str) -> None:
    """Call a command by its name, once the palette offers it first."""
    await desk.press("ctrl+p")
    await desk.until(lambda: desk.pilot.app.screen.query(CommandList))
    desk.pilot.app.screen.query_one(Input).value = name
    await desk.until(lambda: name in _first_offer(desk).lower())
    await desk.press("enter")


def _first_offer(desk: Desk) -> str:
    offers = desk.pilot.app.screen.query_one(CommandList)
    return str(offers.get_option_at_index(0).prompt) if offers.option_count else ""


async def typed(desk: Desk, text: str) -> None:
    """Type into the dialog and press Enter."""
    desk.pilot.app.screen.query_one(Input).value = text
    await desk.press("enter")


def shown(desk: Desk) -> str:
    return " ".join(str(one.render()) for one in desk.pilot.app.screen.query(Static))


async def test_what_was_said_goes_once_its_number_is_typed_and_the_papers_where_that_is_wanted(
    tmp_path: Path,
) -> None:
    async with weighing(tmp_path) as desk:
        evening = desk.evening
        key = desk.number_of(SAID)
        ledger.add_takeaway(evening.journal, evening.uid, evidence=[key])
        export(evening.journal, evening.uid, Wanted(output=tmp_path / "paper", appendix=True))
        await desk.until(lambda: desk.screen.session.takeaways)
        desk.statements.go_to(key)
        await command(desk, "erase what was said")
        await desk.dialog("ForGood")
        assert SAID in shown(desk)
        assert "takeaway" in shown(desk)
        await typed(desk, "yes")
        assert "nothing was changed" in shown(desk)
        await typed(desk, str(evening.session.numbers[key]))
        await desk.dialog("Confirm")
        assert "paper.docx" in shown(desk)
        await desk.press("enter")
        await desk.until(lambda: "Erased: contribution 8." in desk.told())
        await desk.until(lambda: SAID not in "".join(desk.lines()))
        assert desk.screen.session.takeaways[0].text.startswith("[…]")
        await desk.press("u")
        await desk.until(lambda: "cannot be taken back" in desk.told())
    evening.journal.close()
    assert leftovers(tmp_path, SAID) == []


async def test_a_person_goes_once_the_name_is_typed(tmp_path: Path) -> None:
    async with weighing(tmp_path) as desk:
        evening = desk.evening
        evening.say(["mieke: Els Peeters is right"])
        await command(desk, "erase a person")
        await desk.dialog("PersonChoice")
        await typed(desk, "els")
        await wait_until(desk.pilot, lambda: "How much" in shown(desk))
        await desk.press("enter")
        await desk.dialog("ForGood")
        assert "2 contributions" in shown(desk)
        await typed(desk, "Els Peeters")
        await desk.until(lambda: "Erased: Els Peeters" in desk.told())
        assert "Els" not in "".join(desk.lines())
        assert len(desk.screen.session.participants) == 5
    evening.journal.close()
    assert leftovers(tmp_path, "Els Peeters", "Peeters") == []


async def test_the_live_table_of_somebody_else_follows(tmp_path: Path) -> None:
    evening = half_way(tmp_path)
    app = evening.app()
    async with app.run_test(size=(120, 40)) as pilot:
        await wait_until(pilot, is_live(app))
        feed = live(app).query_one(Feed)

        def lines() -> str:
            return "\n".join(feed.render_line(y).text for y in range(feed.size.height))

        await wait_until(pilot, lambda: SAID in lines() and "Els" in lines())
        erase_statements(evening.journal, evening.uid, ["8"])
        els = evening.session.person("els")
        erase_person(evening.journal, evening.uid, [els], Way(Extent.LINK))
        await wait_until(pilot, lambda: SAID not in lines() and "Els" not in lines())
        assert "goals per quarter" in lines()


async def test_leaving_the_dialog_leaves_everything(tmp_path: Path) -> None:
    async with weighing(tmp_path) as desk:
        desk.statements.go_to(desk.number_of(SAID))
        await command(desk, "erase what was said")
        await desk.dialog("ForGood")
        await desk.press("escape")
        await desk.dialog("SynthesisScreen")
        assert SAID in "".join(desk.lines())


def test_the_start_screen_says_of_which_evening_the_names_are_to_be_erased(tmp_path: Path) -> None:
    evening = half_way(tmp_path)
    keep_names_until(evening.journal, evening.uid, "2020-01-31")
    (one,) = evening.journal.sessions()
    assert "erase names" in offer_row(one, 100).plain
    evening.journal.undo(evening.uid)
    (one,) = evening.journal.sessions()
    assert "erase names" not in offer_row(one, 100).plain
