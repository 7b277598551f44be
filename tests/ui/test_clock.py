"""The clock that nags: what is left and over, how late, a new split proposed and taken, topics held and added."""

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from roundtable.domain.clock import schedule
from roundtable.services import facilitation
from roundtable.ui.widgets.agenda import AgendaPanel
from roundtable.ui.widgets.header import Header
from roundtable.ui.widgets.topic_clock import TopicClock, urgency
from tests.ui.evening import Evening, half_way, prepared
from tests.ui.test_live import Held, opened

SMALL = (80, 24)


def row(held: Held, title: str) -> str:
    """Give the row of a topic in the agenda."""
    return next(line for line in held.shown(AgendaPanel).splitlines() if title in line)


def minutes(evening: Evening) -> list[int]:
    """Give the minutes that each topic may take."""
    return [topic.allotted_seconds // 60 for topic in evening.session.topics]


def test_what_is_left_is_told_by_colour_and_by_a_sign() -> None:
    assert urgency(181, 900) == ("", "")
    assert urgency(180, 900) == ("$warning", "! ")
    assert urgency(45, 900) == ("$error", "!! ")
    assert urgency(-1, 900) == ("$error", "▲ ")


async def test_the_plan_and_the_end_to_be_expected_stand_side_by_side_also_where_it_is_narrow(
    tmp_path: Path,
) -> None:
    async with opened(half_way(tmp_path), size=SMALL) as held:
        line = held.shown(Header)
        assert "3 min late   ends 18:48 planned 18:45   17:57" in line
        await held.press("space")
        await held.until(lambda: "paused · 3 min late   ends 18:48 planned 18:45" in held.shown(Header))


async def test_time_is_up_is_said_once_and_again_when_more_minutes_are_over(tmp_path: Path) -> None:
    evening = half_way(tmp_path)
    async with opened(evening) as held:
        evening.minute = 33.1
        await held.until(lambda: "Time is up for “Trust as the key to hybrid work”." in held.told())
        held.screen.told = None
        evening.minute = 34
        await held.until(lambda: "▲ 01:00 over" in held.shown(TopicClock))
        assert "Time is up" not in held.told()
        facilitation.more(evening.journal, evening.uid, 3)
        await held.until(lambda: "02:00 left" in held.shown(TopicClock))
        evening.minute = 36.2
        await held.until(lambda: "Time is up" in held.told())


@pytest.mark.parametrize(("bell", "rings"), [("true", 1), ("false", 0)])
def test_a_bell_rings_once_and_only_where_the_settings_want_one(
    tmp_path: Path, bell: str, rings: int
) -> None:
    pytest.importorskip("pty", reason="pseudo-terminals are POSIX")
    from tests.terminal import Terminal, program

    settings = tmp_path / "settings.toml"
    settings.write_text(f"bell = {bell}\n", "utf-8")
    soon = datetime.now(UTC) + timedelta(seconds=5)
    evening = half_way(tmp_path, soon - timedelta(minutes=33))
    with Terminal(
        program("--db", str(evening.path), "run"), 100, 30, ROUNDTABLE_SETTINGS=str(settings)
    ) as terminal:
        terminal.wait_for("STEERING")
        terminal.wait_for("Time is up")
        terminal.settle()
        # What a terminal is told about its window or pointer ends with the same byte.
        assert re.sub(rb"\x1b\][^\x07]*\x07", b"", terminal.raw).count(b"\x07") == rings


async def test_a_late_table_is_shown_what_a_new_split_gives_and_takes_it_with_one_key(tmp_path: Path) -> None:
    evening = half_way(tmp_path)
    async with opened(evening) as held:
        await held.until(lambda: "v new split" in held.shown(AgendaPanel))
        assert "→14" in row(held, "Managing")
        await held.press("v")
        await held.until(lambda: "on time" in held.shown(Header))
        assert "ends 18:45" in held.told()
        await held.until(lambda: "new split" not in held.shown(AgendaPanel).split("AGENDA")[1].split("\n")[0])
        assert "→" not in held.shown(AgendaPanel)
        assert sum(minutes(evening)) == 75 - 3
        await held.press("u")
        await held.until(lambda: minutes(evening) == [15] * 5)
        await held.until(lambda: "Taken back: the new split." in held.told())
        await held.until(lambda: "v new split" in held.shown(AgendaPanel))


async def test_what_was_planned_last_gives_first_with_the_other_key(tmp_path: Path) -> None:
    evening = half_way(tmp_path)
    async with opened(evening) as held:
        await held.press("V")
        await held.until(lambda: minutes(evening) == [15, 15, 15, 15, 12])
        await held.press("V")
        await held.until(lambda: "Nothing to split anew" in held.told())


async def test_a_topic_that_is_held_shows_it_and_gives_nothing(tmp_path: Path) -> None:
    evening = half_way(tmp_path)
    async with opened(evening) as held:
        await held.press("H", *"concl", "enter")
        await held.until(lambda: "=15" in row(held, "Conclusion"))
        assert "Held: “Conclusion”, 15 min." in held.told()
        assert "→" not in row(held, "Conclusion")
        await held.press("V")
        await held.until(lambda: minutes(evening) == [15, 15, 15, 12, 15])
        await held.press("H", "enter")
        await held.until(lambda: "/=15" in row(held, "Trust"))
        await held.press("H", "enter")
        await held.until(lambda: "No longer held" in held.told())
        await held.press("u")
        await held.until(lambda: "is held again" in held.told())


async def test_a_topic_is_added_on_the_spot_in_one_line_and_undone(tmp_path: Path) -> None:
    evening = half_way(tmp_path)
    async with opened(evening, size=SMALL) as held:
        await held.press("N", *"Pay", "space", "1", "2", "enter")
        await held.until(lambda: "Pay" in held.shown(AgendaPanel))
        assert "Added: “Pay”, 12 min. n goes there." in held.told()
        assert "15 min late   ends 19:00 planned 18:45" in held.shown(Header)
        await held.press("n")
        await held.until(lambda: "12:00 left" in held.shown(TopicClock))
        await held.press("u")
        await held.until(lambda: "05:48 left" in held.shown(TopicClock))
        await held.press("u")
        await held.until(lambda: "Pay" not in held.shown(AgendaPanel))
        assert "Taken back: the topic “Pay”." in held.told()
        await held.until(lambda: "3 min late" in held.shown(Header))


async def test_before_the_beginning_these_keys_say_so_and_a_topic_comes_before_the_conclusion(
    tmp_path: Path,
) -> None:
    evening = prepared(tmp_path)
    async with opened(evening) as held:
        await held.press("v")
        await held.until(lambda: "Not begun yet" in held.told())
        await held.press("N", *"Pay", "enter")
        await held.until(lambda: len(evening.session.topics) == 6)
        assert [topic.title for topic in evening.session.topics][-2:] == ["Pay", "Conclusion"]


async def test_a_topic_that_was_only_touched_waits_again(tmp_path: Path) -> None:
    evening = half_way(tmp_path)
    async with opened(evening) as held:
        await held.press("n")
        await held.until(lambda: "▌ 3" in held.shown(AgendaPanel))
        evening.minute += 0.1
        await held.press("p")
        await held.until(lambda: "▌ 2" in held.shown(AgendaPanel))
        assert "✓" not in row(held, "Spontaneous")
        assert "3 min late" in held.shown(Header)


async def test_a_clock_set_back_while_the_table_runs_is_told_and_nothing_jumps(tmp_path: Path) -> None:
    evening = half_way(tmp_path)
    async with opened(evening) as held:
        assert "05:48 left" in held.shown(TopicClock)
        evening.minute -= 60
        await held.until(lambda: "was set back by 60 min" in held.told())
        assert "05:48 left" in held.shown(TopicClock)
        evening.minute += 1
        await held.until(lambda: "04:48 left" in held.shown(TopicClock))
        await held.press("n")
        await held.until(lambda: "15:00 left" in held.shown(TopicClock))
        assert round(schedule(evening.session, held.screen.now).topics[1].elapsed_seconds / 60) == 10


async def test_a_screen_opened_after_the_clock_was_set_back_goes_on_from_the_last_line(
    tmp_path: Path,
) -> None:
    evening = half_way(tmp_path)
    evening.minute -= 60
    async with opened(evening) as held:
        await held.until(lambda: "07:00 left" in held.shown(TopicClock))


async def test_titles_however_wide_keep_the_columns_straight(tmp_path: Path) -> None:
    evening = half_way(tmp_path)
    for title in (
        "日本語の長い題名がここにあります",
        "👩‍👩‍👧 families and their kitchens, at length",
        "é" * 60,
    ):
        facilitation.add_topic(evening.journal, evening.uid, title, 5)
    async with opened(evening, size=SMALL) as held:
        panel = held.screen.query_one(AgendaPanel)
        rows = panel.render().split("\n")[1:-2]
        assert len(rows) >= 5
        assert {line.cell_length for line in rows} == {panel.content_size.width}
