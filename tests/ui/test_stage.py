"""The stage on real files: what the room sees, in which language, and never a name."""

from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.pilot import Pilot

from roundtable.domain.records import changed
from roundtable.services import corrections, facilitation, ledger, staging
from roundtable.ui.app import RoundtableApp
from roundtable.ui.screens.live import LiveScreen
from roundtable.ui.screens.stage import Stage, StageScreen
from roundtable.ui.widgets.large_figures import GLYPHS, HEIGHT, can_draw, drawn, largest
from roundtable.ui.widgets.large_letters import LETTERS, lettered
from tests.terminal import Terminal, program
from tests.ui.evening import PEOPLE, Evening, going_on, half_way, is_live, prepared
from tests.ui.waiting import wait_until

SIZES = [(80, 24), (100, 30), (120, 40), (200, 60)]
BLOCKS = "█▀▄"


class Room:
    """What the room sees."""

    def __init__(self, evening: Evening, pilot: Pilot[Any]) -> None:
        self.evening = evening
        self.pilot = pilot

    @property
    def text(self) -> str:
        return str(self.pilot.app.screen.query_one(Stage).render())

    def tells(self, text: str) -> bool:
        """Tell whether a text is there, in letters of blocks or, where there is no room for them, as it is."""
        return text in self.text or all(
            row in self.text for line in self._letters(text) for row in line if row
        )

    def _letters(self, text: str) -> Sequence[Sequence[str]]:
        size = self.pilot.app.size
        return lettered(text, size.width - 6, size.height - 12) or [["no room"]]

    async def shows(self, *words: str) -> None:
        await wait_until(self.pilot, lambda: all(word in self.text for word in words))

    async def until(self, holds: Callable[[str], object]) -> None:
        await wait_until(self.pilot, lambda: holds(self.text))

    def figures(self) -> list[str]:
        """Give the rows of blocks, without the bar."""
        rows = [line for line in self.text.split("\n") if any(mark in line for mark in BLOCKS)]
        return [line for line in rows if "░" not in line and len(line.split()) > 1]


@asynccontextmanager
async def opened(evening: Evening, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Room]:
    """Open the stage of an evening."""
    app = RoundtableApp(evening.path, session=evening.uid, stage=True, now=evening.now)
    async with app.run_test(size=size) as pilot:
        await wait_until(pilot, lambda: isinstance(app.screen, StageScreen))
        await pilot.pause()
        yield Room(evening, pilot)


@pytest.mark.parametrize("size", SIZES)
async def test_topic_question_large_figures_and_sectors_fit_every_size(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with opened(half_way(tmp_path), size) as room:
        lines = room.text.split("\n")
        assert len(lines) <= size[1]
        assert max(map(len, lines)) <= size[0]
        assert "Trust as the key to hybrid work" in room.text
        assert "What do you measure now that you cannot see people?" in room.text
        assert len(room.figures()) >= max(HEIGHT, size[1] // 5)
        for heard in ("✓ LOG", "✓ RET", "✓ NPO", "AUT", "SOF"):
            assert heard in room.text
        assert "✓ AUT" not in room.text


async def test_nobody_is_named_and_nothing_is_quoted_unless_it_is_shown(tmp_path: Path) -> None:
    async with opened(half_way(tmp_path), (200, 60)) as room:
        said = [one.text for one in room.evening.session.contributions]
        assert not any(room.tells(text) for text in said)
        staging.show_contribution(room.evening.journal, room.evening.uid, "5")
        await room.shows("RET", "Retail")
        assert room.tells(said[4])
        for person in PEOPLE:
            assert person.name.split(" ")[0] not in room.text


async def test_what_is_shown_disappears_when_parked_withdrawn_or_after_its_moment(tmp_path: Path) -> None:
    evening = half_way(tmp_path)
    async with opened(evening) as room:
        for gone in (corrections.park, corrections.withdraw):
            key = evening.session.contributions[-2].id
            staging.show_contribution(evening.journal, evening.uid, key)
            await wait_until(
                room.pilot, lambda: room.tells("pay for results in planning as well, measured per week")
            )
            gone(evening.journal, evening.uid, key)
            await room.shows("What do you measure")
            assert "Logistics" not in room.text
            corrections.park(evening.journal, evening.uid, key) if gone is corrections.park else None
        staging.show_contribution(evening.journal, evening.uid, "2")
        await room.until(lambda text: "Retail" in text)
        evening.minute += 2
        await room.shows("What do you measure")


async def test_a_takeaway_stays_until_it_is_hidden(tmp_path: Path) -> None:
    evening = half_way(tmp_path)
    ledger.add_takeaway(evening.journal, evening.uid, "Trust grows\n\nwhere people meet")
    async with opened(evening) as room:
        staging.show_takeaway(evening.journal, evening.uid, "1")
        await room.shows("Takeaway")
        assert room.tells("Trust grows")
        assert room.tells("where people meet")
        evening.minute += 30
        await room.pilot.pause(1.2)
        assert room.tells("Trust grows")
        staging.hide(evening.journal, evening.uid)
        await room.shows("What do you measure")


async def test_the_question_that_the_moderator_turned_to_is_the_one_on_the_stage(tmp_path: Path) -> None:
    async with opened(half_way(tmp_path)) as room:
        staging.turn_prompt(room.evening.colleague("moderator"), room.evening.uid)
        await room.shows("Where did trust go wrong")
        assert "What do you measure" not in room.text


@pytest.mark.parametrize(
    ("minute", "word"),
    [(27.2, "left"), (30.5, "! left"), (32.5, "!! left"), (35, "▲ over time")],
    ids=["left", "a fifth", "a twentieth", "over"],
)
async def test_a_sign_tells_without_colour_how_little_is_left(
    tmp_path: Path, minute: float, word: str
) -> None:
    evening = half_way(tmp_path)
    evening.minute = minute
    async with opened(evening) as room:
        assert word in {line.strip() for line in room.text.split("\n")}


async def test_before_in_a_pause_and_at_the_end_it_says_so(tmp_path: Path) -> None:
    evening = prepared(tmp_path)
    journal, uid = evening.journal, evening.uid
    async with opened(evening) as room:
        assert "We begin at" in room.text
        assert "Non-profit" in room.text
        at_half_past_five = room.figures()
        assert len(at_half_past_five) >= HEIGHT
        facilitation.step(journal, uid)
        await room.shows("The future of work")
        facilitation.pause(journal, uid)
        pause = drawn("Pause", 74, 8)[0]
        await room.shows(pause, "The future of work")
        facilitation.resume(journal, uid)
        await room.until(lambda text: pause not in text)
        facilitation.close(journal, uid)
        await room.shows(drawn("Thank you", 74, 15)[0])


async def test_it_speaks_the_language_of_the_session(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    evening = half_way(tmp_path)
    evening.journal.append(
        evening.uid, lambda session: [changed(session.details, replace(session.details, language="nl"))]
    )
    asked: list[str] = []

    class Book:
        def pgettext(self, _context: str, text: str) -> str:
            return f"«{text}»"

    def catalogue(language: str) -> Book:
        asked.append(language)
        return Book()

    monkeypatch.setattr("roundtable.ui.widgets.stage_lines.catalogue", catalogue)
    async with opened(evening) as room:
        assert "«left»" in room.text
        assert set(asked) == {"nl"}


async def test_q_leaves_it(tmp_path: Path) -> None:
    async with opened(half_way(tmp_path)) as room:
        await room.pilot.press("q")
        await wait_until(room.pilot, lambda: not room.pilot.app.is_running)


async def test_the_moderator_shows_the_marked_contribution_with_one_key_and_hides_it(tmp_path: Path) -> None:
    evening = half_way(tmp_path)
    app = evening.app()
    async with app.run_test(size=(120, 40)) as pilot:
        await wait_until(pilot, is_live(app))
        screen = next(one for one in app.screen_stack if isinstance(one, LiveScreen))
        await pilot.press("k", "k")  # the last line is one of nobody's, which the stage never shows
        marked = screen.chosen
        assert marked
        assert marked.placed
        await pilot.press("S")
        await wait_until(pilot, lambda: evening.session.details.on_stage == marked.id)
        await pilot.press("S")
        await wait_until(pilot, lambda: evening.session.details.on_stage is None)


@pytest.mark.parametrize("size", [(1, 1), (10, 3), (20, 5), (40, 12), (79, 23), (80, 24)])
async def test_no_size_and_no_name_is_too_much_for_it(tmp_path: Path, size: tuple[int, int]) -> None:
    evening = half_way(tmp_path)
    topic = evening.session.topics[1]
    evening.journal.append(
        evening.uid,
        lambda session: [
            changed(topic, replace(topic, title="very long 漢字 🙂 " * 30)),
            *(changed(one, replace(one, short=one.short * 4)) for one in session.sectors),
        ],
    )
    async with opened(evening, size) as room:
        assert len(room.text.split("\n")) <= size[1]
        staging.show_contribution(evening.journal, evening.uid, "3")
        await room.pilot.pause(0.3)
        assert len(room.text.split("\n")) <= size[1]


def test_every_sign_is_drawn_in_rows_of_one_width() -> None:
    assert all(len(rows) == HEIGHT for rows in GLYPHS.values())
    assert all(HEIGHT <= len(rows) <= HEIGHT + 1 for rows in LETTERS.values())
    assert all(len({len(row) for row in rows}) == 1 for rows in LETTERS.values())
    assert len(set(LETTERS.values())) >= len(LETTERS) - 8, "hardly any two signs look alike"
    assert can_draw("−05:48")
    assert not can_draw("é")
    assert drawn("é", 80, 10) == []


@pytest.mark.parametrize(("width", "height"), [(80, 5), (80, 10), (114, 17), (194, 40), (34, 5), (17, 24)])
def test_figures_are_as_large_as_the_room_allows(width: int, height: int) -> None:
    lines = drawn("05:48", width, height)
    assert 0 < len(lines) <= height
    assert max(map(len, lines)) <= width
    columns, halves = largest("05:48", width, height)
    assert columns == width // 17 or halves * HEIGHT // 2 >= height - HEIGHT


@pytest.mark.parametrize("text", ["Één idee: “ça va?” – zo'n naïeve vraag!", "L'œuvre coûte 80 % (déjà)."])
def test_dutch_and_french_are_drawn_with_their_accents(text: str) -> None:
    drawing = [row for line in lettered(text, 74, 16) for row in line]
    plain = text.translate(str.maketrans("Ééçïûà", "Eeciua"))
    assert drawing
    assert drawing != [row for line in lettered(plain, 74, 16) for row in line]


@given(st.text(alphabet="abc déf ÉW,.!’\n漢", max_size=80), st.integers(1, 200), st.integers(1, 60))
def test_letters_stay_within_their_room(text: str, width: int, height: int) -> None:
    lines = lettered(text, width, height)
    assert sum(map(len, lines)) <= height
    assert all(len(row) <= width for line in lines for row in line)
    assert not (lines and "漢" in text), "what has no drawing is shown as it is"


def test_the_stage_follows_another_process_in_a_real_terminal(tmp_path: Path) -> None:
    evening = going_on(tmp_path)
    with Terminal(program("--db", str(evening.path), "stage")) as terminal:
        terminal.wait_for(lambda screen: "Trust as the key" in screen and "█" in screen)
        staging.show_contribution(evening.journal, evening.uid, "3")
        terminal.wait_for("sick leave fell", 5)
        evening.minute += 0.1
        facilitation.step(evening.journal, evening.uid)
        shown = terminal.wait_for("Spontaneous", 5)
        assert "sick leave" not in shown
        terminal.send("q")
        assert terminal.exit_code(seconds=10) == 0
