"""Two who act on what both of them saw: the second is told, and undoes nothing of the first."""

from pathlib import Path

from roundtable.services import facilitation, floor
from roundtable.ui import floor as floor_keys
from roundtable.ui import moves
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
