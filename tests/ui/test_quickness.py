"""What keeps typing quick, told without a clock."""

from pathlib import Path

from textual.pilot import Pilot

from tests.ui.evening import half_way, is_live, live
from tests.ui.waiting import wait_until


async def laid_out_by(pilot: Pilot[None], *keys: str) -> int:
    """Press keys and count how often the screen was laid out anew."""
    counted: list[object] = []
    pilot.app.screen.screen_layout_refresh_signal.subscribe(pilot.app.screen, counted.append, immediate=True)
    await pilot.press(*keys)
    return len(counted)


async def test_a_key_lays_out_nothing_anew(tmp_path: Path) -> None:
    app = half_way(tmp_path).app(writing=True)
    async with app.run_test(size=(120, 40)) as pilot:
        await wait_until(pilot, is_live(app))
        await pilot.pause()
        assert await laid_out_by(pilot, *"els: count") == 0
        assert live(app).line.typed.value == "els: count"
