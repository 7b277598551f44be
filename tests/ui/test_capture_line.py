"""The capture line in a host: what it says happened, and what it shows while one types."""

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from textual import events
from textual.app import App, ComposeResult
from textual.widgets import Static

from roundtable.domain.agenda import Topic
from roundtable.domain.capture import Speaker
from roundtable.domain.contributions import Contribution, Voice
from roundtable.domain.people import Participant, Sector
from roundtable.domain.session import Session
from roundtable.ui.messages import ContributionMade, LinesPasted
from roundtable.ui.widgets.capture_line import CaptureLine

if TYPE_CHECKING:
    from textual.message import Message

NOW = datetime(2026, 11, 23, 18, 42, tzinfo=UTC)
ELS = Speaker(Voice.PERSON, participant="els")


def table() -> Session:
    return Session("u").having(
        [
            Sector(id="ret", short="RET", name="Retail", order="b"),
            Sector(id="npo", short="NPO", name="Non-profit", order="c"),
            Participant(id="els", name="Els Peeters", sector="ret", order="b"),
            Participant(id="an", name="An Willems", sector="npo", order="c"),
            Topic(id="t1", title="Trust", number="1", order="b"),
            Topic(id="t2", title="Money", number="2", order="c"),
            Contribution(
                id="c1", text="we count", at=NOW, topic="t1", participant="els", voice=Voice.PERSON, stamp="0"
            ),
        ]
    )


class Host(App[None]):
    def __init__(self) -> None:
        super().__init__()
        self.heard: list[Message] = []

    def compose(self) -> ComposeResult:
        yield CaptureLine(now=lambda: NOW)

    def on_mount(self) -> None:
        self.line.session = table()
        self.line.topic = "t1"
        self.line.take_focus()

    @property
    def line(self) -> CaptureLine:
        return self.query_one(CaptureLine)

    @property
    def reading(self) -> str:
        return str(self.query_one("#reading", Static).render())

    def on_contribution_made(self, message: ContributionMade) -> None:
        self.heard.append(message)

    def on_lines_pasted(self, message: LinesPasted) -> None:
        self.heard.append(message)


async def test_enter_says_what_was_typed_and_the_line_stays_until_it_is_safe() -> None:
    app = Host()
    async with app.run_test() as pilot:
        await pilot.press(*"els", "colon", *"no", "enter")
        assert app.heard == [ContributionMade("els:no", None, NOW)]
        assert app.line.typed.value == "els:no"
        assert app.line.waits
        app.line.saved()
        assert app.line.typed.value == ""
        assert not app.line.waits


async def test_a_line_belongs_to_the_topic_at_its_first_keystroke_until_it_is_moved() -> None:
    app = Host()
    async with app.run_test() as pilot:
        await pilot.press(*"as")
        app.line.topic = "t2"
        await pilot.pause()
        assert "Trust" in app.reading
        await pilot.press("enter")
        app.line.released()
        await pilot.press("ctrl+t", "enter")
        made = [message for message in app.heard if isinstance(message, ContributionMade)]
        assert [message.topic for message in made] == [None, "t2"]


async def test_the_key_that_moves_a_line_is_seen_however_long_the_topic() -> None:
    app = Host()
    async with app.run_test(size=(52, 10)) as pilot:
        app.line.session = table().having([Topic(id="t1", title="Trust " * 20, number="1", order="b")])
        await pilot.press(*"as")
        app.line.topic = "t2"
        await pilot.pause()
        assert "Ctrl+T: here" in app.reading[:50]


async def test_tab_completes_a_name_that_is_begun() -> None:
    app = Host()
    async with app.run_test() as pilot:
        await pilot.press(*"el")
        assert "Els" in app.reading
        await pilot.press("tab")
        assert app.line.typed.value.lower().startswith("els")
        assert app.line.typed.value.endswith(": ")


async def test_tab_again_offers_the_next_name() -> None:
    app = Host()
    async with app.run_test() as pilot:
        app.line.session = table().having([Participant(id="anke", name="Anke Maes", order="d")])
        await pilot.press(*"an", "tab")
        assert app.line.typed.value == "An: "
        await pilot.press("tab")
        assert app.line.typed.value == "Anke: "
        await pilot.press("tab")
        assert app.line.typed.value == "An: "


async def test_the_reading_names_speaker_stance_and_target() -> None:
    app = Host()
    async with app.run_test() as pilot:
        app.line.restore("an: - not in a shop =trust !!")
        await pilot.pause()
        assert app.reading.startswith("An NPO opposes Els 18:42")
        assert "trust" in app.reading


async def test_a_name_that_fits_nobody_is_told_while_it_is_typed() -> None:
    app = Host()
    async with app.run_test() as pilot:
        app.line.restore("lene: zelfs de boekhouding")
        await pilot.pause()
        assert app.reading.startswith("who?")


async def test_the_speaker_of_before_stands_in_front_of_the_line() -> None:
    app = Host()
    async with app.run_test() as pilot:
        app.line.carry = ELS
        await pilot.pause()
        assert "Els RET ›" in str(app.query_one("#carry", Static).render())


async def test_several_pasted_lines_are_told_apart_and_one_goes_into_the_line() -> None:
    app = Host()
    async with app.run_test() as pilot:
        app.line.typed.post_message(events.Paste("els: one\r\n\r\nan: two\n"))
        await pilot.pause()
        assert app.heard == [LinesPasted(("els: one", "an: two"))]
        app.line.typed.post_message(events.Paste("els: \x1b[31mred\n"))
        await pilot.pause()
        assert app.line.typed.value == "els: [31mred"


async def test_an_empty_enter_makes_nothing() -> None:
    app = Host()
    async with app.run_test() as pilot:
        await pilot.press("enter")
        assert app.heard == []
        assert not app.line.waits
