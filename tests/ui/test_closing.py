"""The closing view: what the evening took, what is left, and how it follows what is put right."""

from collections.abc import Iterable
from pathlib import Path

import pytest
from textual.widgets import Static

from roundtable.domain.clock import State, schedule
from roundtable.domain.people import Consent
from roundtable.services import corrections, facilitation, people
from roundtable.services.corrections import Correction
from roundtable.services.rehearsal import rehearse
from roundtable.ui.screens.closing import ClosingView
from roundtable.ui.screens.live import LiveScreen
from roundtable.ui.widgets.header import Header
from tests.terminal import Terminal, program
from tests.ui.evening import Evening, half_way
from tests.ui.test_live import Held, opened


def shown(held: Held, *parts: str) -> str:
    """Give what stands in the view."""
    view = held.app.screen
    assert isinstance(view, ClosingView)
    return "\n".join(str(view.query_one(f"#{part}", Static).content) for part in parts or PARTS)


PARTS = ("heading", "closing-minutes", "closing-facts", "closing-steps")


async def look(held: Held) -> None:
    """Press C and wait for the view."""
    await held.press("C")
    await held.until(lambda: isinstance(held.app.screen, ClosingView))
    await held.until(lambda: shown(held, "closing-steps"))


def ended(evening: Evening) -> bool:
    return schedule(evening.session, evening.now()).state is State.CLOSED


async def test_c_shows_minutes_what_is_left_and_what_to_do_next(tmp_path: Path) -> None:
    evening = half_way(tmp_path)
    async with opened(evening) as held:
        await look(held)
        told = shown(held)
        assert "18 / 15 min  +3" in told
        assert "9 / 15 min" in told
        assert "not heard  SOF, Lena" in told
        assert "! who?" in told
        assert f"roundtable --db {evening.path} contributions list" in " ".join(
            told.split()
        )  # as it is wrapped
        await held.pilot.press("escape")
        await held.until(lambda: isinstance(held.app.screen, LiveScreen))


async def test_help_and_the_way_back_stay_in_sight_where_not_all_keys_have_room(tmp_path: Path) -> None:
    async with opened(half_way(tmp_path), size=(80, 24)) as held:
        await look(held)
        keys = str(held.app.screen.query_one("#view-keys", Static).content)
        assert keys.endswith("? help  Esc back")
        assert len(keys) <= 78


async def test_what_is_put_right_goes_from_the_view_at_once(tmp_path: Path) -> None:
    evening = half_way(tmp_path)
    async with opened(evening) as held:
        await look(held)
        unclear = next(said for said in evening.session.contributions if not said.placed)
        lena = evening.session.person("lena")
        corrections.correct(evening.journal, evening.uid, unclear.id, Correction(participant=lena.id))
        await held.until(lambda: "! who?" not in shown(held))
        assert "everybody was heard" in shown(held)
        for one in evening.session.participants:
            people.consent(evening.journal, evening.uid, one.id, Consent.SECTOR)
        await held.until(lambda: "everybody was asked" in shown(held))


async def test_closing_the_evening_opens_it_and_undo_opens_the_evening_again(tmp_path: Path) -> None:
    evening = half_way(tmp_path)
    async with opened(evening) as held:
        held.screen.action_command("close")
        await held.until(lambda: held.app.screen is not held.screen)
        await held.pilot.press("enter")
        await held.until(lambda: isinstance(held.app.screen, ClosingView))
        await held.until(lambda: "ended 17:57" in shown(held, "heading"))
        assert "roundtable close" not in shown(held)
        await held.pilot.press("u")
        await held.until(lambda: not ended(evening))
        await held.until(lambda: "ends" in shown(held, "heading"))


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_no_line_is_wider_than_the_screen_and_the_rest_can_be_scrolled_to(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    evening = half_way(tmp_path)
    async with opened(evening, size=size) as held:
        await look(held)
        view = held.app.screen
        assert all(len(line) <= size[0] - 6 for line in lines(view.query("Static")))
        await held.pilot.press("end")
        await held.pilot.pause()
        region = view.query_one("#closing-steps").region
        assert region.bottom <= size[1]


def lines(statics: Iterable[object]) -> list[str]:
    """Give the lines of what stands inside the view."""
    inside = [one for one in statics if isinstance(one, Static) and (one.id or "").startswith("closing")]
    return [line for one in inside for line in str(one.content).splitlines()]


async def test_a_rehearsal_says_so_in_front_of_everything_and_can_be_made_to_count(tmp_path: Path) -> None:
    evening = half_way(tmp_path)
    evening.uid = rehearse(evening.journal, evening.uid)
    async with opened(evening, size=(80, 24)) as held:
        assert held.shown(Header).strip().startswith("rehearsal  Tele")
        held.screen.action_command("count_it")
        await held.until(lambda: held.app.screen is not held.screen)
        await held.pilot.press("enter")
        await held.until(lambda: not held.screen.session.details.rehearsal)
        await held.until(lambda: held.shown(Header).strip().startswith("Telework"))


def test_run_rehearse_opens_a_copy_on_the_live_table(tmp_path: Path) -> None:
    evening = half_way(tmp_path)
    arguments = ["--db", str(evening.path), "run", evening.session.details.slug, "--rehearse"]
    with Terminal(program(*arguments), ROUNDTABLE_LANG="en") as terminal:
        told = terminal.wait_for(lambda text: "rehearsal  Tele" in text and "STEERING" in text)
        assert "not begun" in told
        terminal.send("n")
        terminal.wait_for(lambda text: "The future of work" in text and "not begun" not in text)
    assert {one.details.slug for one in evening.journal.sessions()} == {
        evening.session.details.slug,
        f"{evening.session.details.slug}-rehearsal",
    }
    assert facilitation.step(evening.journal, evening.uid).session.details.rehearsal is False
