"""The capture line in a host: what it says happened, and what it shows while one types."""

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from textual import events
from textual.app import App, ComposeResult
from textual.widgets import Static

from roundtable.domain.agenda import Topic
from roundtable.domain.capture import Speaker
from roundtable.domain.contributions import Contribution, Voice
from roundtable.domain.people import Participant, Person, Sector
from roundtable.domain.session import Session
from roundtable.ui.messages import ContributionMade, LastWanted, LinesPasted
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

    def on_last_wanted(self, message: LastWanted) -> None:
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


async def test_shift_tab_goes_back_and_the_names_stay_in_sight() -> None:
    app = Host()
    async with app.run_test() as pilot:
        app.line.session = table().having([Participant(id="anke", name="Anke Maes", order="d")])
        await pilot.press(*"an", "tab", "tab")
        assert app.line.typed.value == "Anke: "
        assert "An Willems" in app.reading
        await pilot.press("shift+tab")
        assert app.line.typed.value == "An: "


async def test_tab_finds_a_name_that_was_mistyped_also_behind_a_time_and_among_marks() -> None:
    app = Host()
    async with app.run_test() as pilot:
        for typed, completed in (
            ("wilelms", "An: "),
            ("19:42 ele", "19:42 Els: "),
            ("+ ret, np", "+ ret, NPO"),
            ("! el", "! Els: "),
        ):
            app.line.restore(typed)
            await pilot.press("tab")
            assert app.line.typed.value == completed


async def test_tab_on_an_empty_line_lets_a_letter_choose_the_speaker() -> None:
    app = Host()
    async with app.run_test() as pilot:
        await pilot.press("tab")
        lead, letters = app.reading.splitlines()
        assert lead == "One letter says who speaks:"
        assert letters.split("  ") == ["e Els", "a An", "R RET", "N NPO"]
        app.line.insert("e")
        assert app.line.typed.value == "Els: "
        await pilot.pause()
        assert "a An" not in app.reading
        app.line.restore("")
        await pilot.press("tab")
        app.line.insert("N")
        assert app.line.typed.value == "NPO: "


async def test_any_other_key_leaves_the_letters_and_is_typed() -> None:
    app = Host()
    async with app.run_test() as pilot:
        await pilot.press("tab")
        app.line.insert("w")
        app.line.insert("e")
        assert app.line.typed.value == "we"
        app.line.restore("")
        await pilot.press("tab", "tab")
        assert "Els" not in app.reading
        await pilot.press("tab")
        assert app.line.leave_letters()
        app.line.insert("e")
        assert app.line.typed.value == "e"


async def test_somebody_new_is_offered_behind_the_nearest_names_and_never_forced() -> None:
    app = Host()
    async with app.run_test() as pilot:
        app.line.restore("elsa damme: hello")
        await pilot.press("tab")
        assert app.line.typed.value == "Els: hello"
        await pilot.press("tab")
        assert app.line.typed.value == "elsa damme: hello"
        app.line.insert("n")
        await pilot.pause()
        assert app.reading.startswith("new person: Elsa Damme NPO")
        app.line.finish()
        await pilot.pause()
        newcomer = Person("Elsa Damme", "NPO")
        assert app.heard == [ContributionMade("elsa damme: hello", None, NOW, None, newcomer)]
        app.line.saved()
        app.line.restore("elsa: again")
        app.line.finish()
        await pilot.pause()
        assert app.heard[-1] == ContributionMade("elsa: again", None, NOW)


async def test_up_points_a_stance_further_back_and_down_less_far() -> None:
    app = Host()
    earlier = NOW - timedelta(minutes=5)
    async with app.run_test(size=(100, 10)) as pilot:
        app.line.session = table().having(
            [
                Contribution(
                    id="c0",
                    text="goals count",
                    at=earlier,
                    topic="t1",
                    sector="ret",
                    voice=Voice.SECTOR,
                    stamp="0",
                ),
                Contribution(
                    id="own", text="mine", at=NOW, topic="t1", participant="an", voice=Voice.PERSON, stamp="1"
                ),
            ]
        )
        app.line.restore("an: - no")
        await pilot.pause()
        assert app.reading.startswith("An NPO opposes Els 18:42")
        await pilot.press("up")
        assert app.reading.startswith("An NPO opposes RET 18:37 ↑ “goals count”")
        await pilot.press("up", "enter")
        app.line.released()
        await pilot.press("down")
        assert app.reading.startswith("An NPO opposes Els 18:42")
        assert app.heard == [ContributionMade("an: - no", None, NOW, "c0")]


async def test_up_on_an_empty_line_asks_for_the_last_and_on_another_for_nothing() -> None:
    app = Host()
    async with app.run_test() as pilot:
        await pilot.press("up")
        assert app.heard == [LastWanted()]
        await pilot.press(*"we", "up")
        assert app.heard == [LastWanted()]
        assert app.line.typed.value == "we"


async def test_typing_is_taken_back_word_by_word_and_what_was_cleared_comes_back() -> None:
    app = Host()
    async with app.run_test() as pilot:
        await pilot.press(*"one two", "space", *"three", "ctrl+z")
        assert app.line.typed.value == "one two "
        await pilot.press("ctrl+u")
        assert app.line.typed.value == ""
        await pilot.press("ctrl+z")
        assert app.line.typed.value == "one two "
        await pilot.press("ctrl+z", "ctrl+z")
        assert app.line.typed.value == ""
        await pilot.press(*"saved", "enter")
        app.line.saved()
        await pilot.press("ctrl+z")
        assert app.line.typed.value == ""


async def test_a_line_that_came_back_is_taken_back_whole() -> None:
    app = Host()
    async with app.run_test() as pilot:
        app.line.restore("els: of before", anew=True)
        await pilot.press(*" on", "ctrl+z")
        assert app.line.typed.value == "els: of before "
        await pilot.press("ctrl+z", "ctrl+z")
        assert app.line.typed.value == ""


async def test_what_to_do_stands_above_an_empty_line_until_somebody_spoke() -> None:
    app = Host()
    async with app.run_test() as pilot:
        await pilot.pause()
        assert "Tab: who speaks" in app.reading
        app.line.carry = ELS
        await pilot.pause()
        assert app.reading == ""


async def test_nothing_is_spelled_or_corrected() -> None:
    app = Host()
    async with app.run_test() as pilot:
        await pilot.press(*"els", "colon", "space", *"i dont  no teh", "enter")
        assert app.heard == [ContributionMade("els: i dont  no teh", None, NOW)]


async def test_what_waits_behind_a_line_that_cannot_be_saved_is_seen() -> None:
    app = Host()
    async with app.run_test(size=(60, 10)) as pilot:
        await pilot.press(*"one", "enter")
        app.line.failed()
        app.line.behind = "karim: a rather long second line ⏎ mieke: the third"
        await pilot.pause()
        assert app.reading.startswith("not saved yet")
        assert app.reading.endswith("⏎ mieke: the third")


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


async def test_of_a_long_text_that_comes_back_into_the_line_the_end_is_seen() -> None:
    app = Host()
    async with app.run_test(size=(80, 24)) as pilot:
        app.line.restore("els: " + "we tried it for a year and " * 5 + "it worked")
        await pilot.pause()
        await pilot.pause()
        shown = app.line.typed.render_line(0).text
        assert "it worked" in shown
