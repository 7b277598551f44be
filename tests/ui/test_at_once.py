"""Two who act on what both of them saw: the second is told, and undoes nothing of the first."""

from pathlib import Path

from roundtable.services import facilitation
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
