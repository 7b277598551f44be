"""Lines that are pasted are lost in no case: not where they cannot be stored, nor while another dialog is up."""

from pathlib import Path

from textual import events
from textual.widgets import Static

from roundtable.ui.dialogs.paste_look import PasteLook
from roundtable.ui.dialogs.who_said import WhoSaid
from roundtable.ui.messages import LinesPasted
from tests.ui.evening import half_way
from tests.ui.test_writing import Held, fill_the_disk, opened

PASTED = "els: one\nan: " + "two " * 3000 + "\nkarim: three"


def question(held: Held) -> str:
    return "\n".join(str(one.render()) for one in held.app.screen.query(Static))


async def test_a_paste_that_cannot_be_stored_is_offered_again_until_it_is(tmp_path: Path) -> None:
    evening = half_way(tmp_path)
    before = evening.texts
    async with opened(evening) as held:
        await held.write("els: typed")
        held.app.post_message(events.Paste(PASTED))
        await held.up(PasteLook)
        first = held.app.screen
        await held.screen.desk.act(fill_the_disk, 1)
        await held.pilot.press("enter")
        await held.until(lambda: held.app.screen is not first and isinstance(held.app.screen, PasteLook))
        assert "could not be saved" in question(held)
        assert evening.texts == before
        await held.screen.desk.act(fill_the_disk, 1_000_000)
        await held.pilot.press("enter")
        await held.until(lambda: len(evening.texts) == len(before) + 3)
        await held.until(lambda: "3 contributions kept" in held.told())
        assert held.screen.line.typed.value == "els: typed"
    assert [one.text for one in evening.journal.line_drafts(evening.uid)] == ["els: typed"]


async def test_a_paste_that_was_not_answered_is_there_the_next_time(tmp_path: Path) -> None:
    evening = half_way(tmp_path)
    async with opened(evening) as held:
        held.app.post_message(events.Paste("els: one\nan: two"))
        await held.up(PasteLook)
    async with opened(evening) as held:
        await held.up(PasteLook)
        await held.pilot.press("enter")
        await held.until(lambda: evening.texts[-2:] == ["one", "two"])
    assert evening.journal.line_drafts(evening.uid) == []


async def test_a_paste_that_is_not_wanted_is_kept_nowhere(tmp_path: Path) -> None:
    evening = half_way(tmp_path)
    before = evening.texts
    async with opened(evening) as held:
        held.app.post_message(events.Paste("els: one\nan: two"))
        await held.up(PasteLook)
        await held.pilot.press("escape")
        await held.until(lambda: held.app.screen is held.screen)
    assert (evening.texts, evening.journal.line_drafts(evening.uid)) == (before, [])


async def test_lines_joined_to_one_stand_behind_what_was_typed_before(tmp_path: Path) -> None:
    async with opened(half_way(tmp_path)) as held:
        await held.write("els: typed")
        held.app.post_message(events.Paste("and\npasted"))
        await held.up(PasteLook)
        await held.pilot.press("j")
        await held.until(lambda: held.screen.line.typed.value == "els: typed and pasted")


async def test_a_paste_waits_until_another_dialog_is_answered(tmp_path: Path) -> None:
    evening = half_way(tmp_path)
    async with opened(evening, writing=False) as held:
        await held.pilot.press("W")
        await held.up(WhoSaid)
        for text in ("one", "two"):
            held.screen.post_message(LinesPasted((f"els: {text}", f"an: {text} as well")))
        await held.pilot.press("escape")
        for last in ("one as well", "two as well"):
            await held.up(PasteLook)
            await held.pilot.press("enter")
            await held.until(lambda last=last: evening.texts[-1] == last)
