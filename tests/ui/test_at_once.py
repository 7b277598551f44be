"""Two who act on what both of them saw: the second is told, and undoes nothing of the first."""

from pathlib import Path

from roundtable.domain.contributions import Contribution
from roundtable.domain.staging import on_stage
from roundtable.services import corrections, facilitation, floor, staging
from roundtable.services.bases import text_and_base
from roundtable.services.corrections import Correction
from roundtable.ui import floor as floor_keys
from roundtable.ui import moves, parking, repairs
from roundtable.ui import staging as staging_keys
from roundtable.ui.dialogs.correct_text import CorrectText
from roundtable.ui.dialogs.topic_choice import TopicChoice
from tests.ui.evening import half_way
from tests.ui.test_live import opened


async def test_who_skips_a_topic_that_was_skipped_meanwhile_is_told(tmp_path: Path) -> None:
    evening = half_way(tmp_path)
    async with opened(evening) as held:
        facilitation.skip(evening.journal, evening.uid)
        await moves.skip(held.screen)
        assert [topic.number for topic in evening.session.topics if topic.skipped] == ["2"]
        assert "Nothing done: “Trust as the key" in held.told()


async def test_who_ends_a_turn_that_was_over_ends_not_the_next_one(tmp_path: Path) -> None:
    evening = half_way(tmp_path)
    floor.give(evening.journal, evening.uid, "els")
    async with opened(evening) as held:
        floor.give(evening.journal, evening.uid, "karim")
        await floor_keys.done(held.screen)
        assert "Nothing done: Karim has the floor already." in held.told()
        await floor_keys.done(held.screen)
        assert "Karim Haddad is done" in held.told()


async def test_what_two_star_or_park_at_once_is_starred_and_parked(tmp_path: Path) -> None:
    evening = half_way(tmp_path)
    async with opened(evening) as held:
        key = evening.newest.id
        corrections.star(evening.journal, evening.uid, key)
        await repairs.star(held.screen)
        assert evening.newest.starred
        corrections.park(evening.journal, evening.uid, key)
        await repairs.park(held.screen)
        assert evening.newest.parked
        await repairs.park(held.screen)
        assert not evening.newest.parked
        corrections.keep_open(evening.journal, evening.uid, key)
        await parking.keep_open(held.screen)
        assert evening.newest.open_question


async def test_what_two_show_at_once_is_on_the_stage_and_nothing_else_is_hidden(tmp_path: Path) -> None:
    evening = half_way(tmp_path)
    evening.say(["els: ours"])
    async with opened(evening) as held:
        first, newest = evening.session.contributions[0], evening.newest
        staging.show_contribution(evening.journal, evening.uid, newest.id)
        await staging_keys.show_or_hide(held.screen)
        assert on_stage(evening.session, evening.now()) == newest
        staging.show_contribution(evening.journal, evening.uid, first.id)
        await staging_keys.show_or_hide(held.screen)
        assert on_stage(evening.session, evening.now()) == first
        assert "Nothing done: the stage shows “younger people" in held.told()


async def test_the_minutes_that_two_hold_at_once_are_held(tmp_path: Path) -> None:
    evening = half_way(tmp_path)
    async with opened(evening) as held:
        await held.press("H")
        await held.until(lambda: isinstance(held.app.screen, TopicChoice))
        facilitation.hold(evening.journal, evening.uid, "2")
        await held.pilot.press("enter")
        await held.until(lambda: "Held: “Trust" in held.told())
        assert evening.session.topic("2").fixed


async def test_who_corrects_a_text_that_somebody_corrected_meanwhile_is_told(tmp_path: Path) -> None:
    evening = half_way(tmp_path)
    evening.say(["els: ours"])
    async with opened(evening) as held:
        seen = text_and_base(evening.journal, evening.uid, Contribution.KIND, evening.newest.id)[1]
        await held.press("e")
        await held.until(lambda: isinstance(held.app.screen, CorrectText))
        theirs = Correction(text="their words")
        corrections.correct(evening.journal, evening.uid, evening.newest.id, theirs)
        await held.pilot.press(*" too", "enter")
        await held.until(lambda: "Somebody else had changed it meanwhile: u brings" in held.told())
        assert evening.newest.text == "ours too"
        assert evening.journal.history(evening.uid, Contribution.KIND, evening.newest.id)[-1].base == seen
        await held.press("u")
        await held.until(lambda: evening.newest.text == "their words")


async def test_a_text_is_corrected_as_it_is_and_not_as_the_screen_still_showed_it(tmp_path: Path) -> None:
    evening = half_way(tmp_path)
    evening.say(["els: ours"])
    async with opened(evening) as held:
        theirs = Correction(text="their words")
        corrections.correct(evening.journal, evening.uid, evening.newest.id, theirs)
        asked = held.screen.run_worker(repairs.correct_text(held.screen))
        await held.until(lambda: isinstance(held.app.screen, CorrectText))
        await held.pilot.press(*" too", "enter")
        await asked.wait()
        assert evening.newest.text == "their words too"
        assert "Somebody else" not in held.told()


async def test_who_types_a_line_anew_that_somebody_corrected_meanwhile_is_told(tmp_path: Path) -> None:
    evening = half_way(tmp_path)
    async with opened(evening, writing=True) as held:
        await held.type("els: mine")
        await held.press("enter")
        await held.until(lambda: evening.newest.text == "mine")
        seen = text_and_base(evening.journal, evening.uid, Contribution.KIND, evening.newest.id)[1]
        await held.press("up")
        await held.until(lambda: held.screen.correcting)
        theirs = Correction(text="theirs")
        corrections.correct(evening.colleague("second"), evening.uid, evening.newest.id, theirs)
        await held.pilot.press(*" still", "enter")
        await held.until(lambda: "Somebody else had changed it meanwhile: Ctrl+Z" in held.told())
        assert evening.newest.text == "mine still"
        assert evening.journal.history(evening.uid, Contribution.KIND, evening.newest.id)[-1].base == seen
        await held.press("ctrl+z")
        await held.until(lambda: evening.newest.text == "theirs")
