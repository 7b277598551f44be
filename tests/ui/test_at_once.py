"""Two who act on what both of them saw: the second is told, and undoes nothing of the first."""

from pathlib import Path

from roundtable.domain.staging import on_stage
from roundtable.services import corrections, facilitation, floor, staging
from roundtable.ui import floor as floor_keys
from roundtable.ui import moves, parking, repairs
from roundtable.ui import staging as staging_keys
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
