"""Writing at the live table: pastes, newcomers, lines of nobody's put right, drafts that are not lost."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from textual import events
from textual.pilot import Pilot
from textual.widgets import Static

from roundtable.domain.contributions import Contribution
from roundtable.storage.journal import Journal
from roundtable.ui.app import RoundtableApp
from roundtable.ui.dialogs.paste_look import PasteLook
from roundtable.ui.dialogs.who_said import WhoSaid
from roundtable.ui.screens.live import LiveScreen
from roundtable.ui.widgets.footer import KeyLine, Mode
from tests.ui.evening import Evening, half_way, is_live, live
from tests.ui.waiting import wait_until


class Held:
    """The program open on an evening."""

    def __init__(self, evening: Evening, app: RoundtableApp, pilot: Pilot[Any]) -> None:
        self.evening, self.app, self.pilot = evening, app, pilot

    @property
    def screen(self) -> LiveScreen:
        return live(self.app)

    @property
    def asked(self) -> str:
        return str(self.app.screen.query_one("#who-said", Static).render())

    @property
    def above(self) -> str:
        return str(self.screen.query_one("#reading", Static).render())

    def told(self) -> str:
        return str(self.screen.query_one(KeyLine).render())

    async def write(self, text: str) -> None:
        self.screen.line.typed.insert_text_at_cursor(text)
        await self.pilot.pause()

    async def until(self, predicate: Any) -> None:  # noqa: ANN401 — any callable, as of wait_until
        await wait_until(self.pilot, predicate)

    async def up(self, dialog: type[object]) -> None:
        await self.until(lambda: isinstance(self.app.screen, dialog))


@asynccontextmanager
async def opened(evening: Evening, *, writing: bool = True) -> AsyncIterator[Held]:
    app = evening.app(writing=writing)
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await wait_until(pilot, is_live(app))
        live(app).patience = 0.03
        yield Held(evening, app, pilot)


async def test_a_paste_is_looked_at_kept_and_taken_back_at_once(tmp_path: Path) -> None:
    evening = half_way(tmp_path)
    before = evening.texts
    async with opened(evening) as held:
        text = "17:52 els: from paper\nand on\n17:35 karim: of the first topic"
        held.app.post_message(events.Paste(text))
        await held.up(PasteLook)
        shown = str(held.app.screen.query_one("VerticalScroll > Static", Static).render())
        assert "17:35 · The future of work · Karim LOG" in shown
        assert shown.count("17:52 · Els RET") == 2
        await held.pilot.press("enter")
        await held.until(lambda: len(evening.texts) == len(before) + 3)
        await held.until(lambda: "3 contributions kept" in held.told())
        said = {one.text: one for one in evening.session.contributions}
        assert said["of the first topic"].topic == evening.session.topics[0].id
        await held.pilot.press("ctrl+z")
        await held.until(lambda: evening.texts == before)


async def test_one_key_chooses_the_speaker_and_the_stored_line_says_so(tmp_path: Path) -> None:
    evening = half_way(tmp_path)
    async with opened(evening) as held:
        await held.pilot.press("tab")
        await held.until(lambda: "k Karim" in held.above)
        await held.pilot.press("k", *"hello", "enter")
        await held.until(lambda: evening.newest.text == "hello")
        assert evening.newest.typed == "Karim: hello"
        await held.pilot.press("tab", "escape", *"on", "enter")
        await held.until(lambda: evening.newest.text == "on")
        assert evening.session.shown[evening.newest.participant or ""] == "Karim"


async def test_somebody_new_is_seated_from_the_line_and_taken_back_with_it(tmp_path: Path) -> None:
    evening = half_way(tmp_path)
    seated = len(evening.session.participants)
    async with opened(evening) as held:
        await held.write("zoë: hello")
        await held.pilot.press("shift+tab")
        await held.until(lambda: "new person: Zoë" in held.above)
        await held.pilot.press("s", "enter")
        await held.until(lambda: evening.newest.text == "hello")
        newcomer = evening.session.participants[-1]
        assert (newcomer.name, evening.newest.participant) == ("Zoë", newcomer.id)
        assert evening.session.sector_of(evening.newest) == evening.session.sector("SOF")
        await held.pilot.press("ctrl+z")
        await held.until(lambda: len(evening.session.participants) == seated)


async def test_a_stance_is_pointed_back_with_the_arrow_and_kept_so(tmp_path: Path) -> None:
    evening = half_way(tmp_path)
    async with opened(evening) as held:
        await held.write("jonas: - not with us")
        await held.pilot.press("up", "up", "down")
        await held.until(lambda: "opposes An 17:54 ↑ “volunteers" in held.above)
        await held.pilot.press("enter")
        await held.until(lambda: evening.newest.text == "not with us")
        answered = evening.session.contribution(evening.newest.answers or "")
        assert answered.text.startswith("volunteers")


async def test_taking_back_first_takes_back_what_is_typed_and_only_then_what_was_done(tmp_path: Path) -> None:
    evening = half_way(tmp_path)
    async with opened(evening) as held:
        await held.pilot.press(*"els: one", "enter")
        await held.until(lambda: evening.newest.text == "one")
        await held.pilot.press("up")
        await held.until(lambda: held.screen.mode is Mode.CORRECTING)
        await held.pilot.press("ctrl+z")
        await held.until(lambda: held.screen.mode is Mode.WRITING)
        assert held.screen.line.typed.value == ""
        await held.pilot.press(*"half", "ctrl+z")
        assert (held.screen.line.typed.value, evening.newest.text) == ("", "one")
        await held.pilot.press("ctrl+z")
        await held.until(lambda: evening.newest.text != "one")


async def test_lines_of_nobodys_are_put_right_one_key_each(tmp_path: Path) -> None:
    evening = half_way(tmp_path)
    evening.say(["lorenzo: hello there", "els says: no", "somebody else entirely", "karla: skipped"])
    lines = [one.id for one in evening.session.contributions if not one.placed]

    def said(place: int) -> Contribution:
        return evening.session.contribution(lines[place])

    def name(place: int) -> str:
        return evening.session.shown.get(said(place).participant or "", "")

    async with opened(evening, writing=False) as held:
        await held.pilot.press("W")
        await held.up(WhoSaid)
        assert "lene: even the accountants" in held.asked
        assert held.screen.feed.cursor == lines[0]
        await held.pilot.press("enter")
        await held.until(lambda: said(0).placed)
        await held.until(lambda: isinstance(held.app.screen, WhoSaid) and "lorenzo" in held.asked)
        await held.pilot.press("k")
        await held.until(lambda: said(1).placed)
        await held.until(lambda: isinstance(held.app.screen, WhoSaid) and "els says" in held.asked)
        await held.pilot.press("ctrl+z")
        await held.until(lambda: not said(1).placed)
        await held.until(lambda: isinstance(held.app.screen, WhoSaid) and "lorenzo" in held.asked)
        await held.pilot.press("N")
        await held.until(lambda: said(1).placed)
        await held.until(lambda: isinstance(held.app.screen, WhoSaid) and "els says" in held.asked)
        await held.pilot.press("enter")
        await held.until(lambda: isinstance(held.app.screen, WhoSaid) and "karla" in held.asked)
        await held.pilot.press("space")
        await held.until(lambda: "1 line was skipped" in held.told())
    assert (name(0), name(2)) == ("Lena", "Els")
    assert evening.session.sector_of(said(1)) == evening.session.sector("NPO")
    assert (said(1).text, said(2).text) == ("hello there", "no")
    assert not said(3).placed


async def test_what_was_done_before_lines_are_put_right_is_not_taken_back_there(tmp_path: Path) -> None:
    evening = half_way(tmp_path)
    async with opened(evening, writing=False) as held:
        await held.pilot.press("s")
        await held.until(lambda: evening.newest.starred)
        await held.pilot.press("W")
        await held.up(WhoSaid)
        await held.pilot.press("ctrl+z")
        await held.until(lambda: "Nothing was answered yet" in held.told())
        await held.up(WhoSaid)
        await held.pilot.press("space")
        await held.until(lambda: "1 line was skipped" in held.told())
        assert evening.newest.starred


async def test_where_every_line_is_clear_it_is_said(tmp_path: Path) -> None:
    evening = half_way(tmp_path)
    async with opened(evening, writing=False) as held:
        await held.pilot.press("W")
        await held.up(WhoSaid)
        await held.pilot.press("minus")
        await held.until(lambda: "it is clear who spoke" in held.told())
        await held.pilot.press("W")
        await held.until(lambda: "it is clear who spoke" in held.told())


async def test_the_feed_goes_back_to_what_is_said_last_once_lines_were_put_right(tmp_path: Path) -> None:
    evening = half_way(tmp_path)
    evening.say(["lorenzo: far up", *(f"els: line {number}" for number in range(40))])
    async with opened(evening, writing=False) as held:
        await held.until(lambda: held.screen.feed.follows)
        await held.pilot.press("W")
        await held.up(WhoSaid)
        assert not held.screen.feed.follows
        await held.pilot.press("escape")
        await held.until(lambda: held.screen.feed.follows)
        marked = evening.session.contributions[3].id
        held.screen.feed.go_to(marked)
        await held.pilot.press("W")
        await held.up(WhoSaid)
        assert held.screen.feed.cursor != marked
        await held.pilot.press("escape")
        await held.until(lambda: held.screen.feed.cursor == marked)


async def test_a_line_that_was_just_kept_is_seen_wherever_the_wheel_had_gone(tmp_path: Path) -> None:
    evening = half_way(tmp_path)
    evening.say(f"els: line {number}" for number in range(60))
    async with opened(evening) as held:
        feed = held.screen.feed
        await held.until(lambda: feed.follows)
        feed.scroll_to(y=0, animate=False, immediate=True)
        await held.until(lambda: feed.scroll_offset.y == 0)
        evening.say(["mieke: from elsewhere"], evening.colleague("second"))
        await held.until(lambda: held.screen.session.contributions[-1].text == "from elsewhere")
        assert not feed.follows
        await held.write("els: my own")
        await held.pilot.press("enter")
        await held.until(lambda: evening.texts[-1] == "my own")
        await held.until(lambda: feed.follows)


def fill_the_disk(journal: Journal, _uid: str, pages: int) -> None:
    journal._db.execute(f"PRAGMA max_page_count = {pages}")  # noqa: SLF001 — a full disk, made with SQLite's own means


async def test_what_stands_behind_a_line_that_cannot_be_saved_is_seen_and_left_for_the_next_time(
    tmp_path: Path,
) -> None:
    evening = half_way(tmp_path)
    async with opened(evening) as held:
        await held.screen.desk.act(fill_the_disk, 1)
        await held.write("els: " + "not lost " * 2000)
        await held.pilot.press("enter")
        await held.until(lambda: "NOT SAVED" in held.told())
        await held.pilot.press(*"an", "colon", *" two", "enter", *"thre", "x", "backspace", "e")
        await held.until(lambda: held.above.endswith("an: two ⏎ three"))
        await held.screen.desk.act(fill_the_disk, 1_000_000)
    async with opened(evening) as held:
        await held.up(PasteLook)
        await held.pilot.press("enter")
        await held.until(lambda: evening.texts[-2:] == ["two", "three"])
        assert evening.texts[-3].startswith("not lost")
    assert evening.journal.line_drafts(evening.uid) == []


async def test_the_line_of_a_terminal_that_is_gone_is_taken_over_by_one_that_comes(tmp_path: Path) -> None:
    evening = half_way(tmp_path)
    gone = evening.colleague("a terminal that was closed")
    gone.keep_line_draft(evening.uid, "els: half a sen")
    gone.close()
    async with opened(evening) as held:
        await held.until(lambda: held.screen.line.typed.value == "els: half a sen")
    assert [one.text for one in evening.journal.line_drafts(evening.uid)] == ["els: half a sen"]


def test_the_line_of_somebody_who_is_there_is_not_taken_over(tmp_path: Path) -> None:
    evening = half_way(tmp_path)
    other = evening.colleague("next to us")
    other.keep_line_draft(evening.uid, "els: mine")
    assert evening.journal.adopt_line_draft(evening.uid, {other.writer}) == ""
    assert other.line_draft(evening.uid) == "els: mine"
    assert evening.journal.adopt_line_draft(evening.uid, ()) == "els: mine"
    assert other.line_draft(evening.uid) == ""
