"""The feed: rows, cursor, and what it does while others add to it."""

import random
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from textual.app import App, ComposeResult

from roundtable.domain.agenda import Topic
from roundtable.domain.contributions import Contribution, Kind, Stance, Support, Voice, Vote
from roundtable.domain.filtering import Filter
from roundtable.domain.people import Participant, Sector
from roundtable.domain.session import Session
from roundtable.domain.visits import Visit
from roundtable.ui.messages import ContributionChosen
from roundtable.ui.widgets.feed import Feed
from roundtable.ui.widgets.feed_rows import Rows, wrapped
from tests.ui.waiting import wait_until

START = datetime(2026, 11, 23, 18, 30, tzinfo=UTC)


def table(count: int) -> Session:
    sector = Sector(id="s1", short="RET", name="Retail", order="b")
    els = Participant(id="p1", name="Els Peeters", sector="s1", order="b")
    topic = Topic(id="t1", title="Trust", number="1", order="b")
    return Session("u").having([sector, els, topic, *(said(number) for number in range(count))])


def said(number: int, text: str = "we stopped counting hours", **told: object) -> Contribution:
    return Contribution(
        id=f"c{number:05d}",
        stamp=f"{number:024d}",
        text=f"{text} {number}",
        at=START + timedelta(seconds=number),
        topic="t1",
        participant="p1",
        voice=Voice.PERSON,
        **told,  # type: ignore[arg-type]  # any field of a contribution
    )


class Host(App[None]):
    CSS = "Feed { height: 1fr; }"

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.chosen: list[str] = []

    def compose(self) -> ComposeResult:
        yield Feed(id="feed")

    def on_mount(self) -> None:
        self.feed.session = self.session
        self.feed.focus()

    def on_contribution_chosen(self, message: ContributionChosen) -> None:
        self.chosen.append(message.contribution)

    @property
    def feed(self) -> Feed:
        return self.query_one(Feed)

    def shown(self) -> list[str]:
        return [self.feed.render_line(y).text.rstrip() for y in range(self.feed.size.height)]


async def test_the_newest_row_is_seen_first_and_columns_line_up() -> None:
    app = Host(table(50))
    async with app.run_test(size=(80, 24)) as pilot:
        await wait_until(pilot, lambda: app.shown()[-1].endswith("hours 49"))
        assert app.shown()[-1].startswith("18:30 Els   RET")


async def test_a_new_row_moves_nothing_for_somebody_who_reads_further_up() -> None:
    app = Host(table(200))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("up", *["pageup"] * 5)
        reading = app.shown()
        app.feed.session = app.session.having([said(500), said(501)])
        await pilot.pause()
        assert app.shown()[:-1] == reading[:-1]
        assert app.shown()[-1].startswith(reading[-1])
        assert app.shown()[-1].endswith(" ↓ 2 new")


async def test_the_feed_follows_what_comes_until_somebody_moves_up() -> None:
    app = Host(table(200))
    async with app.run_test(size=(80, 24)) as pilot:
        app.feed.session = app.session.having([said(500)])
        await wait_until(pilot, lambda: app.shown()[-1].endswith("hours 500"))


async def test_the_cursor_goes_up_and_down_and_a_double_click_opens() -> None:
    app = Host(table(5))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("up", "up", "enter")
        assert app.feed.cursor == "c00003"
        await pilot.click(app.feed, offset=(20, 4))
        assert app.feed.cursor == "c00003"
        assert app.chosen == []
        await pilot.click(app.feed, offset=(20, 3), times=2)
        assert app.chosen == ["c00002"]
        await pilot.press("down")
        await pilot.press("down", "down")
        assert app.feed.cursor is None
        await pilot.press("home")
        assert app.feed.cursor == "c00000"


async def test_a_row_under_the_cursor_that_grows_stays_in_view() -> None:
    app = Host(table(50))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("up")
        app.feed.session = app.session.having([said(49, "so many words " * 9)])
        await pilot.pause()
        assert app.shown()[-1].endswith("words  49")


async def test_a_withdrawn_row_goes_and_the_cursor_with_it() -> None:
    app = Host(table(5))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("up")
        app.feed.session = app.session.having([said(4, withdrawn=True)])
        await pilot.pause()
        assert app.feed.cursor is None
        assert "hours 4" not in "\n".join(app.shown())


async def test_the_cursor_goes_on_to_the_next_where_its_row_no_longer_fits() -> None:
    app = Host(table(200).having(said(number, starred=True) for number in (10, 20, 30)))
    async with app.run_test(size=(80, 24)) as pilot:
        app.feed.filter = Filter(starred=True)
        await pilot.press("home")
        for number, following in ((10, "c00020"), (20, "c00030"), (30, None)):
            app.feed.session = app.session = app.session.having([said(number)])
            await pilot.pause()
            assert app.feed.cursor == following


async def test_marks_and_unplaced_lines_are_told_without_colour() -> None:
    session = Session("u").having(
        [
            *table(0).having([]).of(Sector).values(),
            *table(0).of(Participant).values(),
            said(1, kind=Kind.PROPOSAL, starred=True),
            said(2, stance=Stance.OPPOSES, check=True),
            said(3, "lene: zelfs", placed=False),
        ]
    )
    app = Host(session)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        shown = app.shown()
        assert "! we stopped counting hours 1\u00a0★" in shown[0]
        assert "− we stopped counting hours 2\u00a0??" in shown[1]
        assert "???" in shown[2]
        assert "?     ???" in shown[2]


async def test_markup_and_control_characters_are_shown_as_text() -> None:
    app = Host(Session("u").having([said(1, "[/] [@click=app.quit]x[/] =HYPERLINK(")]))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "[/] [@click=app.quit]x[/] =HYPERLINK( 1" in app.shown()[0]


async def test_an_empty_feed_says_what_will_appear() -> None:
    app = Host(table(0))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert app.shown()[0]


def test_wide_characters_wrap_by_their_width() -> None:
    assert all(len(line) <= 10 for line in wrapped("漢" * 30, 20))
    assert "".join(wrapped("漢" * 30, 20)) == "漢" * 30
    assert wrapped("", 20) == ("",)


async def test_what_was_scrolled_to_stays_where_it_is_when_the_feed_is_made_smaller_or_larger() -> None:
    app = Host(table(200))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.resize_terminal(80, 18)
        await wait_until(pilot, lambda: len(app.shown()) == 18)
        assert app.shown()[-1].endswith("hours 199")
        app.feed.scroll_to(y=51, animate=False)
        await wait_until(pilot, lambda: app.shown()[0].endswith("hours 50"))
        for height in (14, 24):
            await pilot.resize_terminal(80, height)
            await wait_until(pilot, lambda height=height: len(app.shown()) == height)
            assert app.shown()[0].endswith("hours 50")


async def test_a_mark_stands_where_one_stopped_reading_and_goes_once_the_end_is_read_again() -> None:
    app = Host(table(200))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("up")
        for number in (500, 501):
            app.feed.session = app.session = app.session.having([said(number)])
            await pilot.pause()
        assert "↓ 2 new" in app.shown()[-1]
        await pilot.press("down")
        assert app.shown()[-2].startswith("─── new since 18:33 (2) ───")
        assert "↓ 1 new" in app.shown()[-1]
        await pilot.press("down", "down")
        await pilot.pause()
        assert app.feed.cursor is None
        assert "new" not in "".join(app.shown())
        assert app.shown()[-1].endswith("hours 501")


async def test_the_mark_stands_before_a_first_that_was_withdrawn_no_longer() -> None:
    app = Host(table(200))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("up")
        app.feed.session = app.session.having([said(500), said(501)])
        app.feed.session = app.session.having([said(501)])
        await pilot.press("down")
        assert app.shown()[-2].startswith("─── new since 18:33 (1) ───")


async def test_only_what_fits_the_filter_is_shown_and_comes() -> None:
    app = Host(table(200).having([said(10, starred=True), said(90, starred=True)]))
    async with app.run_test(size=(80, 24)) as pilot:
        app.feed.filter = Filter(starred=True)
        await pilot.pause()
        assert [line.rsplit(" ", 1)[-1] for line in app.shown() if line] == [
            "Trust",
            "10\u00a0★",
            "90\u00a0★",
        ]
        assert "filter: starred (2 of 200)" in app.feed.border_title
        app.feed.session = app.session.having([said(500), said(501, starred=True)])
        await pilot.pause()
        assert "hours 500" not in "".join(app.shown())
        assert "hours 501" in "".join(app.shown())
        assert "(3 of 202)" in app.feed.border_title
        await pilot.press("up", "up")
        assert app.feed.cursor == "c00090"
        assert app.feed.let_go()
        assert app.feed.filter is not None
        assert app.feed.let_go()
        await pilot.pause()
        assert app.shown()[-1].endswith("hours 501\u00a0★")
        assert not app.feed.let_go()


async def test_nothing_moves_under_a_filter_while_others_write() -> None:
    app = Host(table(200).having(said(number, starred=True) for number in range(0, 200, 2)))
    async with app.run_test(size=(80, 24)) as pilot:
        app.feed.filter = Filter(starred=True)
        await pilot.press("up", *["pageup"] * 3)
        await pilot.pause()
        reading = app.shown()
        app.feed.session = app.session = app.session.having([said(1, starred=True), said(500)])
        await pilot.pause()
        assert app.shown() == reading
        app.feed.session = app.session.having([said(501, starred=True)])
        await pilot.pause()
        assert app.shown()[:-1] == reading[:-1]
        assert "↓ 1 new" in app.shown()[-1]


async def test_a_filter_that_nothing_fits_says_so() -> None:
    app = Host(table(5))
    async with app.run_test(size=(80, 24)) as pilot:
        app.feed.filter = Filter(withdrawn=True)
        await pilot.pause()
        assert app.shown()[0] == "Nothing fits this filter."


async def test_going_to_what_the_filter_hides_ends_the_filter() -> None:
    app = Host(table(200).having([said(10, starred=True)]))
    async with app.run_test(size=(80, 24)) as pilot:
        app.feed.filter = Filter(starred=True)
        app.feed.go_to("c00020")
        await pilot.pause()
        assert (app.feed.filter, app.feed.cursor) == (None, "c00020")


async def test_one_goes_from_topic_to_topic() -> None:
    topics = [Topic(id=f"t{number}", title=f"Topic {number}", order=str(number)) for number in range(3)]
    those = [
        Contribution(
            id=f"c{number:05d}", stamp=f"{number:024d}", text="so", at=START, topic=f"t{number // 40}"
        )
        for number in range(120)
    ]
    app = Host(Session("u").having([*topics, *those]))
    async with app.run_test(size=(80, 24)) as pilot:
        app.feed.action_topic(-1)
        assert app.feed.cursor == "c00080"
        app.feed.action_topic(-1)
        await pilot.pause()
        assert app.feed.cursor == "c00040"
        assert app.shown()[0] == "Topic 1"
        app.feed.action_topic(1)
        assert app.feed.cursor == "c00080"
        app.feed.action_topic(1)
        assert app.feed.cursor is None


async def test_text_is_selected_with_the_mouse_as_it_is_seen() -> None:
    app = Host(table(5))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.mouse_down(app.feed, offset=(18, 1))
        await pilot.hover(app.feed, offset=(33, 2))
        await pilot.mouse_up(app.feed, offset=(33, 2))
        await pilot.pause()
        selected = app.screen.get_selected_text()
        assert selected is not None
        first, second = selected.splitlines()
        assert "we stopped counting hours 0".endswith(first.strip())
        assert second.startswith("18:30 Els   RET    we stopped")
        assert app.feed.cursor is None
        assert app.feed.let_go()
        assert app.screen.get_selected_text() is None
        assert not app.feed.let_go()


@pytest.mark.parametrize("seed", range(12))
def test_rows_that_follow_the_session_are_those_that_would_be_made_anew(seed: int) -> None:
    drawn = random.Random(seed)  # noqa: S311 — a test
    topics = [Topic(id=f"t{number}", title=f"Topic {number}", order=str(number)) for number in range(3)]
    session = Session("u").having([*table(0).of(Participant).values(), *topics])
    rows = Rows()
    for turn in range(60):
        number = drawn.randrange(40)
        change = replace(
            said(number, "so many words " * drawn.choice([1, 9])),
            topic=drawn.choice(["t0", "t1", None]),
            withdrawn=drawn.random() < 0.3,
            starred=drawn.random() < 0.3,
        )
        mark = Support(
            id=f"s{turn}", stamp=f"{turn:024d}", on=f"c{number:05d}", vote=drawn.choice(list(Vote))
        )
        session = session.having([drawn.choice([change, mark])])
        those = Filter(starred=True).of(session) if drawn.random() < 0.2 else session.contributions
        unread = drawn.choice([None, those[0].id if those else None])
        ahead = drawn.choice([None, Contribution(id="t2", topic="t2", at=START)])
        rows.lay_out(session, 60, UTC, those, unread, ahead=ahead)
        anew = Rows()
        anew.lay_out(session, 60, UTC, those, unread, ahead=ahead)
        told = [(row.key, row.height, row.told, row.above, list(rows.lines(row))) for row in rows.rows]
        assert told == [
            (row.key, row.height, row.told, row.above, list(anew.lines(row))) for row in anew.rows
        ]
        assert rows.ends == anew.ends
        assert [rows.place_of(row.key) for row in rows.rows] == list(range(len(rows.rows)))


def at_next_topic(count: int) -> Session:
    """Give a table that went on to a topic on which nothing was said yet."""
    managing = Topic(id="t2", title="Managing differently", number="2", order="c")
    visit = Visit(id="v1", topic="t2", begins=START + timedelta(minutes=15))
    return table(count).having([managing, visit])


async def test_the_topic_that_the_table_went_on_to_stands_at_the_end_before_anybody_speaks() -> None:
    app = Host(table(50))
    async with app.run_test(size=(60, 24)) as pilot:
        await wait_until(pilot, lambda: app.shown()[-1].endswith("hours 49"))
        app.feed.session = at_next_topic(50)
        await wait_until(pilot, lambda: app.shown()[-1].startswith("2 Managing differently"))
        assert app.shown()[-1].endswith("18:45")
        assert app.feed.marked == app.feed.session.contributions[-1]
        await pilot.press("up", "up", "down", "down")
        assert app.feed.cursor is None
        app.feed.action_topic(-1)
        app.feed.action_topic(1)
        assert app.feed.cursor is None
        app.feed.session = app.feed.session.having([replace(said(50), topic="t2")])
        await wait_until(pilot, lambda: app.shown()[-1].endswith("hours 50"))
        assert app.shown()[-2].startswith("2 Managing differently")
        assert len([line for line in app.shown() if "Managing" in line]) == 1


async def test_a_filter_and_an_empty_feed_show_no_topic_ahead() -> None:
    app = Host(at_next_topic(0))
    async with app.run_test(size=(60, 24)) as pilot:
        await wait_until(pilot, lambda: app.shown()[0].startswith("Nothing said yet"))
        app.feed.session = at_next_topic(5)
        app.feed.filter = Filter(sector="s1")
        await wait_until(pilot, lambda: app.shown()[5].endswith("hours 4"))
        assert not any("Managing" in line for line in app.shown())


async def test_without_a_column_for_the_time_a_topic_tells_when_it_began() -> None:
    app = Host(table(3))
    async with app.run_test(size=(60, 24)) as pilot:
        await wait_until(pilot, lambda: app.shown()[0].startswith("1 Trust"))
        assert app.shown()[0].endswith("18:30")
        await pilot.resize_terminal(100, 24)
        await wait_until(pilot, lambda: app.shown()[0] == "1 Trust")
