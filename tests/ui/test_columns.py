"""Long names, Chinese and emoji leave columns straight and lines whole, at every size and in every panel."""

from pathlib import Path

import pytest
from rich.cells import cell_len
from textual.geometry import Region

from roundtable.domain.people import Person
from roundtable.services import people, recording
from roundtable.ui.app import RoundtableApp
from tests.ui.evening import Evening, half_way, is_live, live
from tests.ui.waiting import wait_until

HARD = (
    Person("王小明 Wang Xiaoming", "RET", nickname="王小明"),
    Person("Zoë 👩‍🏭 van den Broeck-Vandenputte de Montmorency", "LOG", nickname="Zoë 👩‍🏭"),
    Person("Ж" * 40, "NPO", nickname="Ж" * 12),
)
LINES = (
    "王小明: 我们不再计算工时 but we still meet",
    "zoë 👩‍🏭: 👩‍🏭👩‍🏭 on the floor",
    "ж: да",
    "els: plain",
)


@pytest.fixture
def evening(tmp_path: Path) -> Evening:
    evening = half_way(tmp_path)
    for person in HARD:
        people.add_people(evening.journal, evening.uid, [person])
    for line in LINES:
        recording.record(evening.journal, evening.uid, line)
    return evening


@pytest.mark.parametrize(
    "size", [(80, 24), (100, 30), (120, 40), (200, 60)], ids=lambda size: f"{size[0]}x{size[1]}"
)
async def test_every_line_of_the_table_is_as_wide_as_its_panel_and_sectors_stand_below_each_other(
    evening: Evening, size: tuple[int, int]
) -> None:
    app = evening.app()
    async with app.run_test(size=size) as pilot:
        await wait_until(pilot, is_live(app))
        await wait_until(pilot, lambda: any("plain" in line for line in shown(app, "Feed")))
        for name in ("Header", "AgendaPanel", "Balance", "TopicClock", "Prompts", "Feed", "KeyLine"):
            widget = live(app).query_one(name)
            assert {cell_len(line) for line in shown(app, name)} <= {widget.size.width}, name
        places = {
            cell_len(line[: line.index(short)])
            for line in shown(app, "Feed")
            for short in (" RET ", " LOG ", " NPO ", " AUT ")
            if short in line[:40]
        }
        assert len(places) == 1, "\n".join(shown(app, "Feed"))


def shown(app: RoundtableApp, name: str) -> list[str]:
    """Give the lines that a widget of the live table paints, without its margins."""
    widget = live(app).query_one(name)
    return [strip.text for strip in widget.render_lines(Region(0, 0, *widget.size))]
