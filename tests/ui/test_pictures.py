"""Pictures of the screens: that they look as they did.

After a change that is meant: `pytest tests/ui/test_pictures.py --snapshot-update`, and look at the pictures.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from roundtable.ui.widgets.feed import Feed
from tests.ui.evening import half_way, is_live, live
from tests.ui.waiting import wait_until

SnapCompare = Callable[..., bool]


def shows(feed: Feed, word: str) -> bool:
    return any(word in feed.render_line(y).text for y in range(feed.size.height))


@pytest.mark.parametrize("light", [False, True], ids=["dark", "light"])
@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=["80x24", "120x40"])
def test_the_live_table_while_a_line_is_typed(
    tmp_path: Path, snap_compare: SnapCompare, size: tuple[int, int], *, light: bool
) -> None:
    app = half_way(tmp_path).app(writing=True, light=light)

    async def typed(pilot: Pilot[Any]) -> None:
        await wait_until(pilot, is_live(app))
        live(app).line.typed.insert_text_at_cursor("an: - first meet, then trust =onboarding")
        await wait_until(pilot, lambda: shows(live(app).feed, "accountants"))
        await pilot.pause()

    assert snap_compare(app, terminal_size=size, run_before=typed)


def test_saying_who_spoke(tmp_path: Path, snap_compare: SnapCompare) -> None:
    app = half_way(tmp_path).app()

    async def asked(pilot: Pilot[Any]) -> None:
        await wait_until(pilot, is_live(app))
        await pilot.press("w")
        await wait_until(pilot, lambda: type(app.screen).__name__ == "SpeakerChoice")
        await pilot.pause()

    assert snap_compare(app, terminal_size=(80, 24), run_before=asked)
