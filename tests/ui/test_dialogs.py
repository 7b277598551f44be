"""Dialogs: each takes what was and is left with what is to be."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from textual.app import App
from textual.content import Content
from textual.pilot import Pilot
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static

from roundtable.domain.agenda import Topic
from roundtable.domain.contributions import Contribution, Theme
from roundtable.domain.people import Participant, Sector
from roundtable.domain.session import Session
from roundtable.services.corrections import Correction
from roundtable.ui.app import RoundtableApp
from roundtable.ui.dialogs.choice import Choice, Offer
from roundtable.ui.dialogs.confirm import Confirm
from roundtable.ui.dialogs.correct_text import CorrectText
from roundtable.ui.dialogs.minutes import Minutes
from roundtable.ui.dialogs.new_topic import NewTopic, TitleAndMinutes, read
from roundtable.ui.dialogs.paste_look import PasteLook
from roundtable.ui.dialogs.speaker_choice import SpeakerChoice
from roundtable.ui.dialogs.theme_choice import ThemeChoice
from roundtable.ui.dialogs.topic_choice import TopicChoice
from roundtable.ui.themes import DARK, THEMES

MISSING = object()
NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
NAMED = {" ": "space"}
TOPICS = tuple(
    Topic(id=f"t{place}", number=str(place), title=title, order="abc"[place - 1])
    for place, title in enumerate(("The future", "Trust [/]", "Managing"), 1)
)


class Host(App[None]):
    CSS_PATH = RoundtableApp.CSS_PATH

    def __init__(self, dialog: ModalScreen[Any]) -> None:
        super().__init__(css_path=[f"../../roundtable/ui/{path}" for path in RoundtableApp.CSS_PATH])
        self.dialog = dialog
        self.answer: object = MISSING
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = DARK

    def on_mount(self) -> None:
        self.push_screen(self.dialog, self.take)

    def take(self, answer: object) -> None:
        self.answer = answer


async def answered(dialog: ModalScreen[Any], *keys: str) -> object:
    app = Host(dialog)
    async with app.run_test(size=(80, 24)) as pilot:
        await pressed(pilot, *keys)
        return app.answer


async def pressed(pilot: Pilot[None], *keys: str) -> None:
    await pilot.pause()
    await pilot.press(*keys)
    await pilot.pause()


async def test_minutes_are_counted_with_the_arrows_or_typed() -> None:
    assert await answered(Minutes("Trust", 5), "enter") == 5
    assert await answered(Minutes("Trust", 5), "up", "up", "enter") == 7
    assert await answered(Minutes("Trust", 5), *["down"] * 8, "enter") == -3
    assert await answered(Minutes("Trust", 5), "ctrl+u", "1", "2", "enter") == 12
    assert await answered(Minutes("Trust", 5), "ctrl+u", "9", "9", "9", "9", "enter") == 600
    assert await answered(Minutes("Trust", 5), "ctrl+u", "enter") == 0


async def test_a_text_is_corrected_and_an_empty_one_changes_nothing() -> None:
    assert await answered(CorrectText("we stoped"), *["backspace"] * 3, *"pped", "enter") == "we stopped"
    assert await answered(CorrectText("we"), "backspace", "backspace", "enter") is None
    assert await answered(CorrectText("we"), "x", "escape") is None


async def test_the_topic_after_the_current_one_is_proposed() -> None:
    assert await answered(TopicChoice(TOPICS, TOPICS[0], "Which?"), "enter") == "t2"
    assert await answered(TopicChoice(TOPICS, TOPICS[2], "Which?"), "enter") == "t3"
    assert await answered(TopicChoice(TOPICS, None, "Which?"), "enter") == "t1"


async def test_a_topic_is_found_by_number_or_by_any_part_of_its_title() -> None:
    assert await answered(TopicChoice(TOPICS, None, "Which?"), "3", "enter") == "t3"
    assert await answered(TopicChoice(TOPICS, None, "Which?"), *"rust", "enter") == "t2"
    assert await answered(TopicChoice(TOPICS, None, "Which?"), *"xyz", "enter") is MISSING


async def test_what_is_offered_is_shown_as_typed_and_moved_through_with_arrows() -> None:
    offers = [Offer(place, Content(text), text) for place, text in enumerate(("[b]x[/b]", "[/]", "plain"))]
    app = Host(Choice("[@click=app.quit]Which?[/]", offers))
    async with app.run_test(size=(80, 24)) as pilot:
        await pressed(pilot, "down", "down", "down", "up")
        options = app.dialog.query_one(OptionList)
        assert [str(option.prompt) for option in options.options] == ["[b]x[/b]", "[/]", "plain"]
        await pressed(pilot, "enter")
    assert app.answer == 1


@pytest.mark.parametrize("rows", [24, 30, 40, 60])
async def test_a_dialog_with_more_to_offer_than_has_room_ends_behind_its_keys(rows: int) -> None:
    app = Host(Choice("Which?", [Offer(place, Content(str(place)), str(place)) for place in range(70)]))
    async with app.run_test(size=(80, rows)) as pilot:
        await pressed(pilot)
        dialog, keys = app.dialog.query_one(".dialog"), app.dialog.query_one(".dialog--keys")
        assert keys.region.bottom == dialog.region.bottom - 1
        assert app.dialog.query_one(OptionList).size.height >= rows // 3


def table() -> Session:
    return Session("u").having(
        [
            Sector(id="ret", short="RET", name="Retail", order="b"),
            Participant(id="els", name="Els Peeters", sector="ret", order="b"),
            Participant(id="an", name="An Willems", nickname="Anneke", order="c"),
        ]
    )


async def test_the_nearest_name_is_proposed_first_and_sectors_and_nobody_can_be_chosen() -> None:
    said = Contribution(id="c", typed="anke: yes", text="anke: yes", placed=False)
    assert await answered(SpeakerChoice(table(), said, "an"), "enter") == Correction(participant="an")
    assert await answered(SpeakerChoice(table(), said, None), "enter") == Correction(participant="els")
    assert await answered(SpeakerChoice(table(), said, "an"), *"retail", "enter") == Correction(sector="RET")
    assert await answered(SpeakerChoice(table(), said, "an"), *"nobody", "enter") == Correction(
        participant=""
    )


async def test_what_is_rare_is_asked_first() -> None:
    assert await answered(Confirm("End?", "end it"), "enter") is True
    assert await answered(Confirm("End?", "end it"), "escape") is None


async def test_pasted_lines_are_kept_each_joined_or_not_at_all() -> None:
    lines = ("els: one", "two [/]", "=HYPERLINK()")
    assert await answered(PasteLook(table(), lines, (), NOON), "enter") == lines
    assert await answered(PasteLook(table(), lines, (), NOON), "j") == ("els: one two [/] =HYPERLINK()",)
    assert await answered(PasteLook(table(), lines, (), NOON), "escape") is None


async def test_pasted_lines_are_shown_with_the_speakers_they_will_have() -> None:
    app = Host(PasteLook(table(), ("els: one", "two", "an: three", ": four", "five"), (), NOON))
    async with app.run_test(size=(80, 40)) as pilot:
        await pilot.pause()
        shown = str(app.dialog.query_one("VerticalScroll > Static", Static).render())
        readings = [line for line in shown.split("\n") if line.startswith("  ")]
    assert [reading.split()[0] for reading in readings] == ["Els", "Els", "Anneke", "Els", "Els"]


async def test_ten_thousand_pasted_lines_are_shown_by_their_first_hundred() -> None:
    app = Host(PasteLook(table(), [f"line {number}" for number in range(10_000)], (), NOON))
    async with app.run_test(size=(80, 24)) as pilot:
        await pressed(pilot, "enter")
    assert isinstance(app.answer, tuple)
    assert len(app.answer) == 10_000


async def test_an_input_takes_no_markup_from_what_is_typed() -> None:
    app = Host(TopicChoice(TOPICS, None, "Which?"))
    async with app.run_test(size=(80, 24)) as pilot:
        await pressed(pilot, *"[/]")
        assert app.dialog.query_one(Input).value == "[/]"
        assert app.dialog.query_one(OptionList).option_count == 1


async def test_a_new_topic_is_a_title_with_its_minutes_in_one_line() -> None:
    async def typed(line: str) -> object:
        return await answered(NewTopic(), *(NAMED.get(letter, letter) for letter in line), "enter")

    assert await typed("Pay 15") == TitleAndMinutes("Pay", 15)
    assert await typed("Pay") == TitleAndMinutes("Pay", 10)
    assert await typed(" ") is MISSING
    assert read("After Brexit 2016") == TitleAndMinutes("After Brexit 2016", 10)
    assert read("Brexit 500") == TitleAndMinutes("Brexit 500", 10)
    assert read("Pay (5 min)") == read("Pay, 5'") == read("Pay: 5 min.") == TitleAndMinutes("Pay", 5)
    assert read("12") == TitleAndMinutes("12", 10)


async def test_a_topic_may_be_proposed_and_one_that_is_held_shows_it() -> None:
    assert await answered(TopicChoice(TOPICS, TOPICS[0], "Which?", proposed=TOPICS[2]), "enter") == "t3"
    held = (replace(TOPICS[0], fixed=True), *TOPICS[1:])
    app = Host(TopicChoice(held, None, "Which?"))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        shown = [str(option.prompt) for option in app.dialog.query_one(OptionList).options]
    assert [title.endswith("=") for title in shown] == [True, False, False]


def with_themes() -> Session:
    names = ("workload", "work", "[red]x[/]", "zorg 🧑‍🤝‍🧑 " + "thuis " * 30)
    themes = [Theme(id=f"t{place}", name=name, order="abcd"[place]) for place, name in enumerate(names)]
    said = Contribution(id="c", text="x", themes=frozenset({"t2"}))
    return Session("s").having([*themes, said])


async def test_a_theme_is_chosen_the_most_borne_first_or_found_by_its_name_or_made() -> None:
    session, question = with_themes(), "Which theme?"
    assert await answered(ThemeChoice(session, question), "enter") == "[red]x[/]"
    assert await answered(ThemeChoice(session, question), "equals_sign", *"work", "enter") == "work"
    assert await answered(ThemeChoice(session, question), *"wor", "enter") == "workload"
    assert await answered(ThemeChoice(session, question), *"wor", "down", "down", "enter") == "wor"
    assert await answered(ThemeChoice(session, question), *"first", "space", *"days", "enter") == "first days"
    assert await answered(ThemeChoice(Session("s"), question), "equals_sign", *"Trust", "enter") == "Trust"
    assert await answered(ThemeChoice(Session("s"), question), "enter", "escape") is None


async def test_where_themes_are_merged_no_new_one_is_offered_nor_the_theme_itself() -> None:
    dialog = ThemeChoice(with_themes(), "Into which?", without={"t2"}, new=False)
    assert await answered(dialog, *"nothing", "enter", "escape") is None
    dialog = ThemeChoice(with_themes(), "Into which?", without={"t2"}, new=False)
    assert await answered(dialog, "x", "enter", "escape") is None
