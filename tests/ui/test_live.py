"""The live table, on real files: what is typed and pressed is in the journal, and what is there is shown."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from textual import events
from textual.pilot import Pilot
from textual.widgets import Static

from roundtable.domain.contributions import Contribution, Kind, Stance
from roundtable.services import facilitation
from roundtable.storage.journal import Journal
from roundtable.ui.app import RoundtableApp
from roundtable.ui.screens.live import LiveScreen
from roundtable.ui.widgets.agenda import AgendaPanel
from roundtable.ui.widgets.balance import Balance
from roundtable.ui.widgets.footer import KeyLine, Mode
from roundtable.ui.widgets.header import Header
from roundtable.ui.widgets.prompts import Prompts
from roundtable.ui.widgets.too_small import TooSmall
from roundtable.ui.widgets.topic_clock import TopicClock
from tests.ui.evening import Evening, half_way, is_live, live, prepared
from tests.ui.waiting import wait_until

LARGE = (120, 40)
BURST_KEYS = {"enter": "enter", "escape": "escape", "backspace": "backspace", "up": "up"}
PATIENCE = 0.03  # seconds


class Held:
    """The program open on an evening, and hands on its keys."""

    def __init__(self, evening: Evening, app: RoundtableApp, pilot: Pilot[Any]) -> None:
        self.evening = evening
        self.app = app
        self.pilot = pilot

    @property
    def screen(self) -> LiveScreen:
        return live(self.app)

    def shown(self, widget: type[Header | AgendaPanel | TopicClock | Prompts | Balance | KeyLine]) -> str:
        return str(self.screen.query_one(widget).render())

    def feed(self) -> str:
        feed = self.screen.feed
        return "\n".join(feed.render_line(y).text.rstrip() for y in range(feed.size.height))

    def told(self) -> str:
        """Give what is said in passing, in the bottom line or beside everything."""
        beside = [one.message for one in self.app._notifications]  # noqa: SLF001 — no public way to them
        return "\n".join([self.shown(KeyLine), *beside])

    async def type(self, line: str) -> None:
        self.screen.line.typed.insert_text_at_cursor(line)
        await self.pilot.pause()

    async def press(self, *keys: str) -> None:
        """Press keys one by one, as somebody does who looks at what each of them does."""
        for key in keys:
            await self.pilot.press(key)
            await self.until(lambda: not (is_live(self.app)() and self.screen.undecided))
            await self.pilot.pause()

    async def burst(self, *keys: str) -> None:
        """Press keys with no pause between them; a name of a key, or text."""
        for key in keys:
            for one in [key] if key in BURST_KEYS else key:
                self.app.post_message(
                    events.Key(BURST_KEYS.get(one, one), None if one in BURST_KEYS else one)
                )
        await self.pilot.pause()

    async def until(self, predicate: Callable[[], object]) -> None:
        await wait_until(self.pilot, predicate)


@asynccontextmanager
async def opened(
    evening: Evening, *, writing: bool = False, size: tuple[int, int] = LARGE
) -> AsyncIterator[Held]:
    app = evening.app(writing=writing)
    async with app.run_test(size=size, notifications=True) as pilot:
        await wait_until(pilot, is_live(app))
        live(app).patience = PATIENCE
        yield Held(evening, app, pilot)


async def test_a_line_is_kept_shown_and_cleared_once_it_is_safe(tmp_path: Path) -> None:
    evening = half_way(tmp_path)
    async with opened(evening, writing=True) as held:
        await held.type("mieke: ! a day for the whole team #onboarding")
        await held.press("enter")
        await held.until(lambda: not held.screen.line.typed.value)
        assert evening.newest.text == "a day for the whole team"
        assert evening.newest.kind is Kind.PROPOSAL
        assert "a day for the whole team" in held.feed()


async def test_a_line_without_a_name_goes_on_with_the_speaker_before(tmp_path: Path) -> None:
    evening = half_way(tmp_path)
    async with opened(evening, writing=True) as held:
        await held.type("els: one")
        await held.press("enter")
        await held.until(lambda: evening.newest.text == "one")
        await held.type("two")
        await held.press("enter")
        await held.until(lambda: evening.newest.text == "two")
        assert evening.session.shown[evening.newest.participant or ""] == "Els"


async def test_enter_struck_twice_keeps_one_line(tmp_path: Path) -> None:
    evening = half_way(tmp_path)
    async with opened(evening, writing=True) as held:
        await held.type("els: only once")
        await held.press("enter", "enter", "enter")
        await held.until(lambda: not held.screen.line.typed.value)
        assert evening.texts.count("only once") == 1


def fill_the_disk(journal: Journal, _uid: str, pages: int) -> None:
    journal._db.execute(f"PRAGMA max_page_count = {pages}")  # noqa: SLF001 — a full disk, made with SQLite's own means


async def test_what_is_typed_behind_a_line_that_cannot_be_stored_is_kept_after_it(tmp_path: Path) -> None:
    evening = half_way(tmp_path)
    async with opened(evening, writing=True) as held:
        await held.screen.desk.act(fill_the_disk, 1)
        await held.type("els: " + "not lost " * 2000)
        await held.burst("enter", "karim: second", "enter", "mieke: thirt", "backspace", "d")
        await held.until(lambda: "NOT SAVED" in held.shown(KeyLine))
        assert held.screen.line.typed.value.endswith("not lost ")
        await held.screen.desk.act(fill_the_disk, 1_000_000)
        await held.burst("enter")
        await held.until(lambda: evening.texts[-2:] == ["second", "third"])
        assert evening.texts[-3].startswith("not lost")


async def test_a_terminal_that_goes_into_the_background_changes_nothing_for_what_is_typed(
    tmp_path: Path,
) -> None:
    evening = half_way(tmp_path)
    async with opened(evening, writing=True) as held:
        await held.burst("els: one", "enter")
        held.app.post_message(events.AppBlur())
        await held.burst("karim: two", "enter", "mieke: three", "enter")
        held.app.post_message(events.AppBlur())
        await held.until(lambda: evening.texts[-3:] == ["one", "two", "three"])


async def test_a_line_that_cannot_be_stored_stays_until_it_can(tmp_path: Path) -> None:
    evening = half_way(tmp_path)
    line = "els: " + "not lost " * 2000
    async with opened(evening, writing=True) as held:
        await held.screen.desk.act(fill_the_disk, 1)
        await held.type(line)
        await held.press("enter")
        await held.until(lambda: "NOT SAVED" in held.shown(KeyLine))
        assert held.screen.line.typed.value == line
        assert "disk is full" in held.told()
        await held.screen.desk.act(fill_the_disk, 1_000_000)
        await held.press("enter")
        await held.until(lambda: not held.screen.line.typed.value)
        assert "saved" in held.shown(KeyLine)
        assert evening.newest.text.startswith("not lost")


async def test_escape_and_enter_change_over_between_writing_and_steering(tmp_path: Path) -> None:
    async with opened(half_way(tmp_path), writing=True) as held:
        await held.until(lambda: "WRITING" in held.shown(KeyLine))
        await held.press("escape")
        await held.until(lambda: held.screen.mode is Mode.STEERING)
        assert "STEERING" in held.shown(KeyLine)
        await held.press("enter")
        await held.until(lambda: held.screen.mode is Mode.WRITING)
        await held.press("escape")
        await held.until(lambda: held.screen.mode is Mode.STEERING)


async def test_escape_struck_twice_still_steers(tmp_path: Path) -> None:
    async with opened(half_way(tmp_path), writing=True) as held:
        await held.press("escape", "escape")
        await held.until(lambda: held.screen.mode is Mode.STEERING)
        assert "Enter writes" in held.shown(KeyLine)


async def test_a_number_right_behind_m_is_for_the_minutes(tmp_path: Path) -> None:
    evening = half_way(tmp_path)
    before = len(evening.texts)
    async with opened(evening) as held:
        held.screen.patience = 5
        await held.burst("m", "7", "enter")
        await held.until(lambda: evening.session.topics[1].granted_seconds == 7 * 60)
    assert len(evening.texts) == before


async def test_undo_above_an_empty_line_takes_back_what_was_said_also_after_a_letter_was_typed_and_deleted(
    tmp_path: Path,
) -> None:
    evening = half_way(tmp_path)
    last = evening.newest.id
    async with opened(evening, writing=True) as held:
        await held.type("els: too much")
        await held.press("enter")
        await held.until(lambda: evening.newest.text == "too much")
        await held.press("x", "backspace", "ctrl+z")
        await held.until(lambda: evening.newest.id == last)
        assert not held.screen.line.typed.value


async def test_more_than_a_word_that_was_cleared_comes_back_first(tmp_path: Path) -> None:
    evening = half_way(tmp_path)
    last = evening.newest.id
    async with opened(evening, writing=True) as held:
        await held.type("els: half a thought")
        await held.press("ctrl+u", "ctrl+z")
        await held.until(lambda: held.screen.line.typed.value == "els: half a thought")
        assert evening.newest.id == last


async def test_a_name_without_its_colon_is_offered_one(tmp_path: Path) -> None:
    evening = half_way(tmp_path)
    async with opened(evening, writing=True) as held:
        await held.type("karim people need a desk")
        await held.until(
            lambda: "Tab: karim says it" in str(held.screen.query_one("#reading", Static).render())
        )
        await held.press("tab")
        await held.until(lambda: held.screen.line.typed.value == "karim: people need a desk")


async def test_letters_are_typed_while_writing_and_act_while_steering(tmp_path: Path) -> None:
    evening = half_way(tmp_path)
    async with opened(evening, writing=True) as held:
        await held.press("n", "space", "x")
        assert held.screen.line.typed.value == "n x"
        assert evening.session.current == evening.session.topics[1]
        held.screen.line.restore("")
        await held.press("escape", "n")
        await held.until(lambda: evening.session.current == evening.session.topics[2])
        await held.press("p")
        await held.until(lambda: evening.session.current == evening.session.topics[1])


async def test_a_second_moderator_who_presses_next_at_the_same_moment_makes_no_second_step(
    tmp_path: Path,
) -> None:
    evening = half_way(tmp_path)
    async with opened(evening) as held:
        held.app.workers.cancel_group(held.screen, "following")  # as if nothing had been seen yet
        facilitation.step(evening.colleague("second"), evening.uid)
        await held.press("n")
        await held.until(lambda: "Spontaneous interaction" in held.told())
        assert evening.session.current == evening.session.topics[2]


async def test_the_first_topic_starts_the_clock_and_space_stops_it(tmp_path: Path) -> None:
    evening = prepared(tmp_path)
    async with opened(evening) as held:
        assert "Not begun" in held.shown(TopicClock)
        await held.press("space")
        assert "n begins" in held.told()
        assert evening.session.current is None
        await held.press("n")
        await held.until(lambda: "15:00 left" in held.shown(TopicClock))
        evening.minute = 4
        await held.press("space")
        await held.until(lambda: "paused" in held.shown(TopicClock))
        evening.minute = 10
        await held.press("space")
        await held.until(lambda: "11:00 left" in held.shown(TopicClock))
        assert "6 min late" in held.shown(Header)


async def test_the_clock_is_right_after_a_lid_was_closed(tmp_path: Path) -> None:
    evening = half_way(tmp_path)
    async with opened(evening) as held:
        assert "05:48 left" in held.shown(TopicClock)
        evening.minute += 65
        await held.until(lambda: "▲ 59:12 over" in held.shown(TopicClock))
        assert "+59" in held.shown(AgendaPanel)


async def test_the_last_fifth_of_a_topic_is_said_once(tmp_path: Path) -> None:
    evening = half_way(tmp_path)
    async with opened(evening) as held:
        evening.minute = 30.5
        await held.until(lambda: "“Trust as the key to hybrid work”" in held.told())
        held.screen.told = None
        evening.minute = 31
        await held.until(lambda: "! 02:00 left" in held.shown(TopicClock))
        assert "left for" not in held.told()


async def test_more_minutes_are_given_with_the_arrows_alone(tmp_path: Path) -> None:
    evening = half_way(tmp_path)
    async with opened(evening) as held:
        await held.press("m", "up", "up", "enter")
        await held.until(lambda: evening.session.topics[1].granted_seconds == 7 * 60)
        await held.until(lambda: "12:48 left" in held.shown(TopicClock))


async def test_any_topic_is_reached_by_typing_a_part_of_its_title(tmp_path: Path) -> None:
    evening = half_way(tmp_path)
    async with opened(evening) as held:
        await held.press("g", *"manag", "enter")
        await held.until(lambda: evening.session.current == evening.session.topics[3])


async def test_what_another_process_adds_appears_and_the_cursor_stays(tmp_path: Path) -> None:
    evening = half_way(tmp_path)
    async with opened(evening) as held:
        await held.press("up", "up")
        under = held.screen.feed.cursor
        evening.say(["karim: from the other laptop"], evening.colleague("second"))
        await held.until(
            lambda: any("other laptop" in said.text for said in held.screen.session.contributions)
        )
        assert held.screen.feed.cursor == under


async def test_a_contribution_is_starred_parked_withdrawn_and_brought_back(tmp_path: Path) -> None:
    evening = half_way(tmp_path)
    async with opened(evening) as held:
        key = evening.newest.id

        def said() -> Contribution:
            return evening.session.contribution(key)

        await held.press("s")
        await held.until(lambda: said().starred)
        await held.press("o")
        await held.until(lambda: said().parked)
        assert "parked 1" in held.shown(AgendaPanel)
        await held.press("x")
        await held.until(lambda: said().withdrawn)
        await held.until(lambda: "even the accountants" not in held.feed())
        await held.press("X", "enter")
        await held.until(lambda: not said().withdrawn)


async def test_a_line_of_nobodys_is_put_right_in_two_keys(tmp_path: Path) -> None:
    evening = half_way(tmp_path)
    async with opened(evening) as held:
        assert "who? 1" in held.shown(AgendaPanel)
        await held.press("w", "enter")
        await held.until(lambda: evening.newest.placed)
        assert evening.session.shown[evening.newest.participant or ""] == "Lena"
        assert evening.newest.text == "even the accountants do it now"
        await held.until(lambda: "who?" not in held.shown(AgendaPanel))


async def test_a_line_is_given_to_somebody_who_was_not_at_the_table_yet(tmp_path: Path) -> None:
    evening = half_way(tmp_path)
    async with opened(evening) as held:
        await held.press("w", *"Wim Nys", "enter")
        await held.until(lambda: type(held.app.screen).__name__ == "SectorChoice")
        await held.press(*"sof", "enter")
        await held.until(lambda: evening.newest.placed)
        assert evening.session.shown[evening.newest.participant or ""] == "Wim"
        sector = evening.session.sector_of(evening.newest)
        assert sector is not None
        assert sector.short == "SOF"
        await held.until(lambda: "Wim" in held.told())


async def test_letters_struck_quickly_while_steering_are_typed_and_do_nothing_else(tmp_path: Path) -> None:
    evening = half_way(tmp_path)
    before = evening.session
    async with opened(evening) as held:
        held.screen.patience = 5
        await held.burst("karim: ja", "backspace", "a")
        await held.until(lambda: held.screen.line.typed.value == "karim: ja")
        assert "Taken for typing" in held.told()
        assert evening.session.visits == before.visits


async def test_the_last_topic_has_no_next_one_and_says_how_the_evening_ends(tmp_path: Path) -> None:
    evening = half_way(tmp_path)
    facilitation.go(evening.journal, evening.uid, evening.session.topics[-1].id)
    async with opened(evening) as held:
        await held.press("n")
        await held.until(lambda: "Ctrl+P" in held.told())


async def test_what_was_recorded_about_a_contribution_stands_behind_it(tmp_path: Path) -> None:
    evening = half_way(tmp_path)
    evening.say(["els: so it is =planning", "+ log, npo"])
    async with opened(evening) as held:
        assert "so it is =planning\u00a0+2" in held.feed()
        evening.say(["- aut"], evening.colleague("second"))
        await held.until(lambda: "=planning\u00a0+2\u00a0−1" in held.feed())
        await held.press("o")
        await held.until(lambda: "so it is parked\u00a0=planning" in held.feed())


async def test_a_contribution_is_given_to_a_sector(tmp_path: Path) -> None:
    evening = half_way(tmp_path)
    async with opened(evening) as held:
        await held.press("up", "up", "w", *"npo non", "enter")
        said = evening.session.contributions[-2]
        await held.until(lambda: evening.session.contribution(said.id).participant is None)
        sector = evening.session.sector_of(evening.session.contribution(said.id))
        assert sector is not None
        assert sector.short == "NPO"


async def test_the_text_and_the_topic_of_a_contribution_are_put_right(tmp_path: Path) -> None:
    evening = half_way(tmp_path)
    async with opened(evening) as held:
        key = evening.newest.id
        await held.press("up", "e")
        await held.until(lambda: len(held.app.screen_stack) > 2)
        await held.press("ctrl+u", *"lena better", "enter")
        await held.until(lambda: evening.session.contribution(key).text.endswith("better"))
        await held.press("t", *"future", "enter")
        await held.until(lambda: evening.session.contribution(key).topic == evening.session.topics[0].id)


async def test_undo_says_what_it_took_back(tmp_path: Path) -> None:
    evening = half_way(tmp_path)
    async with opened(evening, writing=True) as held:
        await held.type("els: typed by mistake")
        await held.press("enter")
        await held.until(lambda: "typed by mistake" in evening.texts)
        await held.press("ctrl+z")
        await held.until(lambda: "Taken back: “typed by mistake”" in held.told())
        assert "typed by mistake" not in evening.texts


async def test_the_last_line_is_taken_back_into_the_line_and_stays_the_same_contribution(
    tmp_path: Path,
) -> None:
    evening = half_way(tmp_path)
    async with opened(evening, writing=True) as held:
        await held.type("els: - we stoped counting")
        await held.press("enter")
        await held.until(lambda: evening.newest.text == "we stoped counting")
        key = evening.newest.id
        await held.press("up")
        await held.until(lambda: held.screen.mode is Mode.CORRECTING)
        assert held.screen.line.typed.value == "els: - we stoped counting"
        held.screen.line.restore("mieke: we stopped counting")
        await held.press("enter")
        await held.until(lambda: evening.newest.text == "we stopped counting")
        assert evening.newest.id == key
        assert evening.newest.stance is None
        assert evening.session.shown[evening.newest.participant or ""] == "Mieke"
        await held.until(lambda: held.screen.mode is Mode.WRITING)


async def test_leaving_a_correction_leaves_the_contribution_as_it_was(tmp_path: Path) -> None:
    evening = half_way(tmp_path)
    async with opened(evening, writing=True) as held:
        await held.type("els: stays")
        await held.press("enter")
        await held.until(lambda: evening.newest.text == "stays")
        await held.press("up", "x", "escape")
        await held.until(lambda: held.screen.mode is Mode.WRITING)
        assert not held.screen.line.typed.value
        assert evening.newest.text == "stays"


async def test_marks_of_support_alone_are_kept_and_told(tmp_path: Path) -> None:
    evening = half_way(tmp_path)
    async with opened(evening, writing=True) as held:
        await held.type("+ ret, npo")
        await held.press("enter")
        await held.until(lambda: "Marked" in held.told())
        assert len(evening.session.supports[evening.newest.id]) == 2


async def test_a_stance_is_kept_with_what_it_is_about(tmp_path: Path) -> None:
    evening = half_way(tmp_path)
    async with opened(evening, writing=True) as held:
        await held.type("els: - not in a warehouse")
        await held.press("enter")
        await held.until(lambda: evening.newest.stance is Stance.OPPOSES)
        assert evening.session.contribution(evening.newest.answers or "").text.startswith("pay for results")


async def test_several_pasted_lines_are_kept_after_a_look(tmp_path: Path) -> None:
    evening = half_way(tmp_path)
    async with opened(evening, writing=True) as held:
        held.screen.line.typed.post_message(events.Paste("els: first of three\nkarim: second\nan: third\n"))
        await held.until(lambda: len(held.app.screen_stack) > 2)
        await held.press("enter")
        await held.until(lambda: evening.texts[-3:] == ["first of three", "second", "third"])


async def test_an_unfinished_line_survives_the_program(tmp_path: Path) -> None:
    evening = half_way(tmp_path)
    async with opened(evening, writing=True) as held:
        await held.type("karim: half a sen")
    async with opened(evening, writing=True) as held:
        await held.until(lambda: held.screen.line.typed.value == "karim: half a sen")


async def test_the_evening_is_closed_and_opened_again_from_the_palette(tmp_path: Path) -> None:
    evening = half_way(tmp_path)
    async with opened(evening) as held:
        await held.press("ctrl+p", *"end the evening")
        await held.pilot.pause(0.3)
        await held.press("enter")
        await held.until(lambda: type(held.app.screen).__name__ == "Confirm")
        await held.press("enter")
        await held.until(lambda: evening.session.details.closed is not None)
        await held.until(lambda: "closed" in held.shown(TopicClock))
        await held.until(lambda: type(held.app.screen).__name__ == "ClosingView")
        await held.press("escape")
        await held.until(lambda: held.app.screen is held.screen)
        await held.press("n")
        await held.until(lambda: "Ctrl+P" in held.told())
        await held.press("ctrl+p", *"open the evening")
        await held.pilot.pause(0.3)
        await held.press("enter")
        await held.until(lambda: evening.session.details.closed is None)


async def test_questions_turn_one_by_one_where_the_screen_is_short(tmp_path: Path) -> None:
    async with opened(half_way(tmp_path), size=(80, 24)) as held:
        assert "What do you measure" in held.shown(Prompts)
        assert "1/3" in held.shown(Prompts)
        await held.press("r")
        await held.until(lambda: "2/3" in held.shown(Prompts))
        assert "What do you measure" not in held.shown(Prompts)


async def test_the_balance_shows_who_was_not_heard_on_the_topic(tmp_path: Path) -> None:
    async with opened(half_way(tmp_path)) as held:
        rows = held.shown(Balance).splitlines()
        assert [row.split()[0] for row in rows if row.endswith("not heard yet")] == ["AUT", "SOF"]
        assert any(row.split()[::2][:2] == ["RET", "4"] for row in rows)
        assert "ask next" in held.shown(Balance)


async def test_a_terminal_that_is_too_small_asks_for_room_and_keeps_what_was_typed(tmp_path: Path) -> None:
    async with opened(half_way(tmp_path), writing=True) as held:
        await held.type("els: still here")
        await held.pilot.resize_terminal(70, 20)
        await held.until(lambda: held.screen.query_one(TooSmall).display)
        assert "70 × 20" in str(held.screen.query_one(TooSmall).render())
        await held.pilot.resize_terminal(80, 24)
        await held.until(lambda: not held.screen.query_one(TooSmall).display)
        assert held.screen.line.typed.value == "els: still here"
        assert held.screen.mode is Mode.WRITING


@pytest.mark.parametrize("size", [(80, 24), (100, 30), (120, 40), (200, 60)])
async def test_every_size_has_the_agenda_the_sectors_and_the_line(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with opened(half_way(tmp_path), size=size) as held:
        assert "Conclusion" in held.shown(AgendaPanel)
        assert all(short in held.shown(Balance) for short in ("LOG", "AUT", "RET", "SOF", "NPO"))
        line = held.screen.line.region
        assert line.bottom == size[1] - 1
        assert line.height == 2


async def test_leaving_the_table_leaves_the_program(tmp_path: Path) -> None:
    evening = half_way(tmp_path)
    async with opened(evening) as held:
        await held.press("q")
        await held.until(lambda: not held.app.is_running)
