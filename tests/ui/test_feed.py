"""The feed: rows, cursor, and what it does while others add to it."""

from datetime import UTC, datetime, timedelta

from textual.app import App, ComposeResult

from roundtable.domain.agenda import Topic
from roundtable.domain.contributions import Contribution, Kind, Stance, Voice
from roundtable.domain.people import Participant, Sector
from roundtable.domain.session import Session
from roundtable.ui.messages import ContributionChosen
from roundtable.ui.widgets.feed import Feed
from roundtable.ui.widgets.feed_rows import wrapped
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
        assert app.shown() == reading


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
