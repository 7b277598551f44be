"""The palette finds a command by what a user would call it, and does the one that was meant."""

from pathlib import Path

import pytest
from textual.command import CommandList
from textual.content import Content
from textual.widgets import Static

from roundtable.services import facilitation
from roundtable.ui.commands import COMMANDS
from roundtable.ui.dialogs.topic_choice import TopicChoice
from roundtable.ui.looked_for import fit_by_letters, fit_by_words
from roundtable.ui.palette import PROGRAM
from roundtable.ui.palette_words import ALSO
from roundtable.ui.screens import synthesis_commands
from tests.ui.evening import Evening, half_way, is_live, live
from tests.ui.waiting import wait_until

WANTED = {
    "people": "arrival",
    "attendance": "arrival",
    "consent": "arrival",
    "close": "close",
    "finish": "close",
    "end": "close",
    "end the evening": "close",
    "limit": "floor_limit",
    "speaking time": "floor_limit",
    "floor": "floor_ask",
    "clock": "pause",
    "pause": "pause",
    "takeaways": "takeaways",
    "stage": "stage",
    "projector": "stage",
    "language": "settings",
    "colours": "settings",
    "theme": "themes",
    "tag": "tag",
    "undo": "undo",
    "find": "search",
    "search": "search",
    "history": "history",
    "hist": "history",
    "minutes": "more",
    "time": "more",
    "balance": "matrix",
    "parking": "parking",
    "help": "help",
    "delete": "withdraw",
}


def best(typed: str, among: set[str] | None = None) -> str:
    fits = [
        (fit_by_words(typed, one.title, ALSO[one.name]).score, -place, one.name)
        for place, one in enumerate(COMMANDS)
        if among is None or one.name in among
    ]
    return max(fits)[2]


def test_every_command_has_other_words_by_which_it_is_looked_for() -> None:
    known = {one.name for one in (*COMMANDS, *synthesis_commands.COMMANDS)}
    told = {one.name for one in synthesis_commands.COMMANDS if one.name not in ALSO}
    assert known | {name for name, _sentence in PROGRAM} == set(ALSO) | told
    assert told <= {
        "count_hands",
        "mark_star",
        "pane",
        "pane_back",
        "part_before",
        "part_after",
        "lower",
        "higher",
        "move_topic",
    }


@pytest.mark.parametrize("typed", WANTED)
def test_what_a_user_would_call_a_command_finds_it_first(typed: str) -> None:
    assert best(typed, {one.name for one in COMMANDS} - {"reopen"}) == WANTED[typed]


def test_reopen_finds_its_command_first() -> None:
    assert best("reopen") == "reopen"


def test_a_whole_word_comes_before_a_beginning_and_a_beginning_before_letters() -> None:
    whole = fit_by_words("end", "End the evening")
    begun = fit_by_words("end", "Endorse it")
    apart = fit_by_letters("end", "See and do")
    assert whole.score > begun.score > apart.score > 0
    assert not fit_by_words("end", "Send it")
    assert whole.places == (0, 1, 2)
    assert not fit_by_letters("reopen", "Record who opposes the contribution now")


def shown(app: object) -> list[str]:
    found = app.screen.query(CommandList).first()  # type: ignore[attr-defined] # any app
    prompts = [found.get_option_at_index(place).prompt for place in range(found.option_count)]
    return [one.plain if isinstance(one, Content) else str(one) for one in prompts]


@pytest.fixture
def evening(tmp_path: Path) -> Evening:
    return half_way(tmp_path)


async def test_enter_right_behind_a_word_opens_what_it_means_and_leaves_the_topic(evening: Evening) -> None:
    app = evening.app()
    async with app.run_test(size=(100, 30)) as pilot:
        await wait_until(pilot, is_live(app))
        topic = live(app).session.current
        await pilot.press("ctrl+p", *"people", "enter")
        await wait_until(pilot, lambda: type(app.screen).__name__ == "ArrivalView")
        assert evening.session.current == topic


async def test_topics_come_behind_commands_and_are_found_by_words_of_their_titles(evening: Evening) -> None:
    app = evening.app()
    async with app.run_test(size=(100, 30)) as pilot:
        await wait_until(pilot, is_live(app))
        await pilot.press("ctrl+p", *"interaction")
        await wait_until(pilot, lambda: shown(app)[:1] == ["Go to: 3 Spontaneous interaction"])
        await pilot.press("escape", "ctrl+p", *"as")
        await wait_until(pilot, lambda: shown(app)[-1:] == ["Go to: 2 Trust as the key to hybrid work"])
        assert len(shown(app)) > 1


async def test_an_open_evening_is_not_opened_and_a_closed_one_not_ended(evening: Evening) -> None:
    app = evening.app()
    async with app.run_test(size=(100, 60)) as pilot:
        await wait_until(pilot, is_live(app))
        await pilot.press("ctrl+p", *"evening")
        await wait_until(pilot, lambda: any(one.startswith("End the evening") for one in shown(app)))
        assert not any(one.startswith("Open the evening again") for one in shown(app))
        await pilot.press("escape")
        facilitation.close(evening.journal, evening.uid)
        await wait_until(pilot, lambda: live(app).session.details.closed is not None)
        await pilot.press("ctrl+p", *"evening")
        await wait_until(pilot, lambda: any(one.startswith("Open the evening again") for one in shown(app)))
        assert not any(one.startswith("End the evening") for one in shown(app))


async def test_a_list_in_which_nothing_fits_says_so_on_enter(evening: Evening) -> None:
    app = evening.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await wait_until(pilot, is_live(app))
        await pilot.press("g")
        await wait_until(pilot, lambda: isinstance(app.screen, TopicChoice))
        keys = app.screen.query_one(".dialog--keys", Static)
        await pilot.press(*"hey", "enter")
        await wait_until(pilot, lambda: "Nothing like that" in str(keys.content))
        await pilot.press("backspace")
        await wait_until(pilot, lambda: "Nothing like that" not in str(keys.content))


@pytest.mark.parametrize("key", ["g", "question_mark"])
async def test_a_dialog_leaves_no_slivers_of_the_table_at_its_edges(evening: Evening, key: str) -> None:
    app = evening.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await wait_until(pilot, is_live(app))
        await pilot.press(key)
        await wait_until(pilot, lambda: app.screen.query(".dialog"))
        await wait_until(pilot, lambda: app.screen.query_one(".dialog").region.width == 80)
