"""Who was heard: the panel beside the feed, and the matrix of the evening."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from rich.cells import cell_len
from textual.pilot import Pilot
from textual.widgets import Static

from roundtable.domain.agenda import Agenda, AgendaSector, AgendaTopic
from roundtable.domain.balance import Tally
from roundtable.domain.people import Attendance, Person
from roundtable.domain.records import created
from roundtable.domain.turns import Turn
from roundtable.services import facilitation, people
from roundtable.services.sessions import prepare
from roundtable.ui.app import RoundtableApp
from roundtable.ui.screens.matrix import MatrixPage, MatrixView
from roundtable.ui.widgets.balance import Balance
from roundtable.ui.widgets.matrix_rows import matrix_lines, people_lines
from tests.ui.evening import Evening, half_way, is_live, live, prepared
from tests.ui.waiting import wait_until

PANEL = {(80, 24): 23, (120, 40): 32}


@asynccontextmanager
async def opened(
    evening: Evening, size: tuple[int, int] = (120, 40)
) -> AsyncIterator[tuple[RoundtableApp, Pilot[Any]]]:
    app = evening.app()
    async with app.run_test(size=size) as pilot:
        await wait_until(pilot, is_live(app))
        live(app).patience = 0.03
        yield app, pilot


def panel(app: RoundtableApp) -> list[str]:
    return str(live(app).query_one(Balance).render()).splitlines()


def floor(evening: Evening, who: str, since: int, until: int) -> None:
    """Let somebody have had the floor between two minutes of the evening."""
    turn = Turn(
        id=f"turn{since}",
        participant=evening.session.person(who).id,
        begins=evening.start + timedelta(minutes=since),
        ends=evening.start + timedelta(minutes=until),
    )
    evening.journal.append(evening.uid, lambda _session: [created(turn)])


@pytest.mark.parametrize("size", PANEL)
async def test_one_key_turns_from_sectors_to_people_and_from_this_topic_to_tonight(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with opened(half_way(tmp_path), size) as (app, pilot):
        assert panel(app)[0].startswith("HEARD ON THIS TOPIC")
        assert "B" in panel(app)[0].split()
        await pilot.press("B")
        await wait_until(pilot, lambda: panel(app)[0].startswith("PEOPLE, THIS TOPIC"))
        rows = panel(app)[1:]
        assert rows[0].split()[0] == "Els"  # the loudest first
        assert {"Jonas", "Lena"} <= set(" ".join(rows).replace(",", "").split())
        await pilot.press("B")
        await wait_until(pilot, lambda: panel(app)[0].startswith("HEARD TONIGHT"))
        assert [row.split()[0] for row in panel(app) if row.endswith("not heard yet")] == ["SOF"]
        await pilot.press("B")
        await wait_until(pilot, lambda: panel(app)[0].startswith("PEOPLE TONIGHT"))
        await pilot.press("B")
        await wait_until(pilot, lambda: panel(app)[0].startswith("HEARD ON THIS TOPIC"))
        assert all(cell_len(row) <= PANEL[size] for row in panel(app))


async def test_the_panel_says_why_somebody_is_asked(tmp_path: Path) -> None:
    evening = half_way(tmp_path)
    people.attend(evening.journal, evening.uid, "lena", Attendance.ABSENT)
    async with opened(evening) as (app, _pilot):
        told = panel(app)[panel(app).index("ask next  Jonas") :]
        assert " ".join(" ".join(told).split()) == "ask next Jonas AUT not heard on this · silent 22 min"
        assert "nobody here" in next(row for row in panel(app) if row.startswith("SOF"))


async def test_twelve_people_fit_by_sharing_lines_and_none_goes_missing(tmp_path: Path) -> None:
    evening = half_way(tmp_path)
    quiet = [f"Stille{letter} Muis" for letter in "abcdefgh"]
    people.add_people(evening.journal, evening.uid, [Person(name, "LOG") for name in quiet])
    async with opened(evening, (80, 24)) as (app, pilot):
        await pilot.press("B")
        await wait_until(pilot, lambda: panel(app)[0].startswith("PEOPLE"))
        told = " ".join(panel(app))
        assert "Els" in told
        assert "not heard yet" in told
        assert all(f"Stille{letter}" in told or "more" in told for letter in "abcdefgh")
        assert len(panel(app)) <= live(app).query_one(Balance).size.height


async def test_the_time_on_the_floor_stands_beside_what_was_said(tmp_path: Path) -> None:
    evening = half_way(tmp_path)
    floor(evening, "karim", 19, 22)
    async with opened(evening) as (app, pilot):
        log = next(row for row in panel(app) if row.startswith("LOG"))
        assert "3:00" in log
        await pilot.press("b")
        await wait_until(pilot, lambda: isinstance(app.screen, MatrixView))
        page = app.screen.query_one(MatrixPage)
        await wait_until(pilot, lambda: "3:00" in str(page.render()))


async def test_the_matrix_opens_and_closes_on_one_key_and_follows_what_is_said(tmp_path: Path) -> None:
    evening = half_way(tmp_path)
    async with opened(evening, (80, 24)) as (app, pilot):
        await pilot.press("b")
        await wait_until(pilot, lambda: isinstance(app.screen, MatrixView))
        page = app.screen.query_one(MatrixPage)
        await wait_until(pilot, lambda: "SOF Software" in str(page.render()))
        lines = str(page.render()).splitlines()
        assert next(line for line in lines if "SOF Software" in line).split() == [
            "SOF",
            "Software",
            "·",
            "·",
            "0",
        ]
        evening.say(["lena: at last"], evening.colleague("second"))
        await wait_until(pilot, lambda: "1" in _row(page, "SOF").split())
        assert "10 contributions" in str(app.screen.query_one("#heading", Static).render())
        await pilot.press("b")
        await wait_until(pilot, lambda: app.screen is live(app))


def _row(page: MatrixPage, short: str) -> str:
    return next(line for line in str(page.render()).splitlines() if line.strip().startswith(short))


def large(folder: Path, topics: int, sectors: int) -> Evening:
    """Prepare an evening with so many topics and sectors, and a sentence here and there."""
    evening = Evening(folder / "large.db")
    agenda = Agenda(
        title="Large",
        language="en",
        name="large",
        sectors=tuple(
            AgendaSector(f"S{place:02}", f"Sector 社会 {place} with a long name") for place in range(sectors)
        ),
        topics=tuple(
            AgendaTopic(f"Topic {place} about 社会経済 and much else", str(place), 900)
            for place in range(1, topics + 1)
        ),
    )
    seats = [Person(f"Person{place:02} Of Sector", f"S{place % sectors:02}") for place in range(12)]
    evening.uid = prepare(
        evening.journal, agenda, people=seats, start=evening.start, day=evening.start.date()
    )
    facilitation.step(evening.journal, evening.uid)
    evening.say([f"person{place:02}: word" for place in range(11)])
    return evening


@pytest.mark.parametrize("width", [76, 97, 117, 197])
@pytest.mark.parametrize(("topics", "sectors"), [(9, 6), (20, 8), (1, 1), (0, 0)])
def test_the_columns_of_the_matrix_stay_straight(
    tmp_path: Path, width: int, topics: int, sectors: int
) -> None:
    evening = large(tmp_path, topics, sectors) if topics else prepared(tmp_path)
    tally = Tally(evening.session, evening.now())
    lines = matrix_lines(tally, evening.now(), width, 0)
    rows = [line for line in lines[2:-1] if line.plain.startswith("S")] if topics else lines[2:-1]
    assert len({line.cell_length for line in rows}) == 1
    assert all(line.cell_length <= width for line in [*lines, *people_lines(tally, evening.now(), width)])
    if topics == 9:
        assert all(str(number) in lines[0].plain for number in range(1, 10))


async def test_more_topics_than_fit_are_reached_sideways(tmp_path: Path) -> None:
    async with opened(large(tmp_path, 20, 8), (80, 24)) as (app, pilot):
        await pilot.press("b")
        await wait_until(pilot, lambda: isinstance(app.screen, MatrixView))
        page = app.screen.query_one(MatrixPage)
        await wait_until(pilot, lambda: "topics 1 to" in str(page.render()))
        await pilot.press(*["right"] * 30)
        await wait_until(pilot, lambda: "to 20 of 20" in str(page.render()))
        await pilot.press("left")
        await wait_until(pilot, lambda: "to 19 of 20" in str(page.render()))


async def test_minutes_behind_a_count_say_that_they_are_silence(tmp_path: Path) -> None:
    async with opened(half_way(tmp_path)) as (app, _pilot):
        (retail,) = (line for line in panel(app) if line.startswith("RET"))
        assert retail.endswith("silent 4 min")
