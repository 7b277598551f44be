"""Pictures of who is here and who was heard: that they look as they did."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from roundtable.domain.people import Attendance, Consent
from roundtable.services import people
from roundtable.ui.screens.table_view import TableView
from tests.ui.evening import half_way, is_live
from tests.ui.waiting import wait_until

SnapCompare = Callable[..., bool]
SIZES = [(80, 24), (120, 40)]


@pytest.mark.parametrize("light", [False, True], ids=["dark", "light"])
@pytest.mark.parametrize("size", SIZES, ids=["80x24", "120x40"])
@pytest.mark.parametrize("key", ["a", "b"], ids=["arrival", "matrix"])
def test_who_is_here_and_who_was_heard(
    tmp_path: Path, snap_compare: SnapCompare, key: str, size: tuple[int, int], *, light: bool
) -> None:
    evening = half_way(tmp_path)
    people.attend_together(evening.journal, evening.uid, ["els", "karim", "an"], Attendance.PRESENT)
    people.attend(evening.journal, evening.uid, "lena", Attendance.ONLINE)
    people.attend(evening.journal, evening.uid, "jonas", Attendance.LEFT)
    for name, form in (("els", Consent.NAMED), ("karim", Consent.SECTOR), ("an", Consent.NONE)):
        people.consent(evening.journal, evening.uid, name, form)
    app = evening.app(light=light)

    async def shown(pilot: Pilot[Any]) -> None:
        await wait_until(pilot, is_live(app))
        await pilot.press(key)
        await wait_until(pilot, lambda: isinstance(app.screen, TableView) and app.screen.focused)
        if key == "a":
            await pilot.press("j", "r")
        await pilot.pause()

    assert snap_compare(app, terminal_size=size, run_before=shown)
