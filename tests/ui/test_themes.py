"""The themes: a line each with sectors across, what bears the marked one below, renamed, merged, split, dropped."""

from dataclasses import replace
from pathlib import Path

import pytest
from textual.widgets import Input, OptionList, Static

from roundtable.domain.contributions import Theme
from roundtable.domain.people import Sector
from roundtable.domain.records import created, spread_orders
from roundtable.domain.themes import theme_named
from roundtable.services import recording, themes
from roundtable.ui.dialogs.one_line import OneLine
from roundtable.ui.dialogs.several import Several
from roundtable.ui.dialogs.theme_choice import ThemeChoice
from roundtable.ui.screens.themes import ThemesView
from roundtable.ui.widgets.theme_feed import ThemeFeed
from tests.ui.evening import Evening, half_way, prepared
from tests.ui.test_live import Held, opened
from tests.ui.waiting import wait_until

SIZES = ((80, 24), (120, 40))
LONG = "the people who cannot work from home, whatever we decide here tonight"


def themed(folder: Path) -> Evening:
    """Give an evening half-way with three themes, borne by four, two and one."""
    evening = half_way(folder)
    themes.tag(evening.journal, evening.uid, "trust", ["2", "3", "4", "7"])
    themes.tag(evening.journal, evening.uid, "rosters", ["4", "5"])
    themes.tag(evening.journal, evening.uid, "[red]x[/]", ["3"])
    return evening


def borne(evening: Evening) -> dict[str, list[int]]:
    session = evening.session
    return {
        theme.name: [session.numbers[one.id] for one in session.contributions if theme.id in one.themes]
        for theme in session.themes
    }


class Page:
    """The themes, open over the live table."""

    def __init__(self, held: Held) -> None:
        self.held = held

    @property
    def view(self) -> ThemesView:
        return next(one for one in self.held.app.screen_stack if isinstance(one, ThemesView))

    def rows(self) -> list[str]:
        return [str(option.prompt) for option in self.view.query_one("#themes", OptionList).options]

    def text(self, name: str) -> str:
        return str(self.view.query_one(name, Static).render())

    def told(self) -> str:
        return self.text("#view-keys")

    def feed(self) -> str:
        feed = self.view.query_one(ThemeFeed)
        return "\n".join(feed.render_line(y).text.rstrip() for y in range(feed.size.height))

    async def asked(self, dialog: type) -> None:
        await self.held.until(lambda: isinstance(self.held.app.screen, dialog))
        await self.held.pilot.pause()

    async def type(self, words: str) -> None:
        line = self.held.app.screen.query_one(Input)
        line.value = ""
        line.insert_text_at_cursor(words)
        await self.held.pilot.pause()


async def open_page(held: Held) -> Page:
    await held.press("T")
    await wait_until(held.pilot, lambda: isinstance(held.app.screen, ThemesView))
    await held.pilot.pause()
    return Page(held)


@pytest.mark.parametrize("size", SIZES)
async def test_each_theme_has_a_line_that_lines_up_under_the_sectors(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with opened(themed(tmp_path), size=size) as held:
        page = await open_page(held)
        head, rows = page.text("#themes-head"), page.rows()
        assert [row[2:].split("  ")[0] for row in rows] == ["trust", "rosters", "[red]x[/]", "no theme"]
        last = head.index("RET") + 2
        assert [row[last] for row in (*rows, page.text("#themes-all"))] == ["2", "1", "1", "1", "4"]
        assert rows[0][last + 1] == "█"  # as full as any: told without a colour
        assert rows[0][head.index("SOF") + 2] == "·"
        assert rows[0].split()[1:3] == ["4", "3"]  # of three people
        assert rows[0].rstrip().endswith("2")
        assert max(map(len, (head, *rows))) <= size[0]
        assert "3 themes · 5 of 9 bear one" in page.text("#heading")


@pytest.mark.parametrize("size", SIZES)
async def test_enter_goes_to_what_bears_the_theme_and_escape_back(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with opened(themed(tmp_path), size=size) as held:
        page = await open_page(held)
        assert "We stopped counting hours" in page.feed()
        await held.press("j")
        await held.until(lambda: "dispatchers and drivers" in page.feed())
        assert "We stopped counting" not in page.feed()
        assert page.view.chosen is None
        await held.press("enter", "j")
        assert page.view.chosen
        assert "same in our shops" in page.view.chosen.text
        roomy = size != SIZES[0]
        assert bool(page.view.query_one("#themes-table").region.height) is roomy
        await held.press("escape")
        assert page.view.chosen is None
        assert page.view.query_one("#themes-table").region.height
        await held.press("escape")
        assert not isinstance(held.app.screen, ThemesView)


async def test_a_theme_is_renamed_and_undone(tmp_path: Path) -> None:
    evening = themed(tmp_path)
    async with opened(evening, size=(80, 24)) as held:
        page = await open_page(held)
        await held.press("r")
        await page.asked(OneLine)
        await page.type("Vertrouwen")
        await held.press("enter")
        await held.until(lambda: "Renamed: it is called “Vertrouwen” now." in page.told())
        assert page.rows()[0].startswith("  Vertrouwen ")
        await held.press("u")
        await held.until(lambda: "The theme is called “trust” again." in page.told())
        assert "trust" in borne(evening)


async def test_a_name_that_is_there_already_is_told_before_the_two_become_one(tmp_path: Path) -> None:
    evening = themed(tmp_path)
    async with opened(evening) as held:
        page = await open_page(held)
        await held.press("j", "r")
        await page.asked(OneLine)
        await page.type(" ")
        await held.press("enter")
        assert isinstance(held.app.screen, OneLine)
        await page.type("Trust")
        said = held.app.screen.query_one(".dialog--told", Static)
        await held.until(lambda: "there already" in str(said.render()))
        await held.press("enter")
        await held.until(lambda: "“rosters” went into “trust”" in page.told())
        assert borne(evening)["trust"] == [2, 3, 4, 5, 7]
        assert page.view.theme == theme_named(evening.session, "trust")
        await held.press("u")
        await held.until(lambda: "“rosters” is a theme of its own again" in page.told())


async def test_a_theme_is_merged_into_another_that_is_chosen(tmp_path: Path) -> None:
    evening = themed(tmp_path)
    async with opened(evening, size=(80, 24)) as held:
        page = await open_page(held)
        await held.press("m")
        await page.asked(ThemeChoice)
        await page.type("red")
        await held.press("enter")
        await held.until(lambda: "“trust” went into “[red]x[/]”" in page.told())
        assert borne(evening) == {"rosters": [4, 5], "[red]x[/]": [2, 3, 4, 7]}


async def test_those_that_fit_what_is_typed_are_split_off_at_once(tmp_path: Path) -> None:
    evening = themed(tmp_path)
    async with opened(evening, size=(80, 24)) as held:
        page = await open_page(held)
        await held.press("s")
        await page.asked(Several)
        await page.type("els")
        await held.press("shift+tab")
        await page.type("")
        await held.press("enter")
        await page.asked(ThemeChoice)
        await page.type("measuring")
        await held.press("enter")
        await held.until(lambda: "2 contributions bear “measuring” now" in page.told())
        assert borne(evening)["measuring"] == [2, 3]
        await held.press("u")
        await held.until(lambda: "2 contributions bear “trust” again." in page.told())
        assert borne(evening) == {"trust": [2, 3, 4, 7], "rosters": [4, 5], "[red]x[/]": [3]}


async def test_of_several_one_that_was_chosen_can_be_left_out_again(tmp_path: Path) -> None:
    evening = themed(tmp_path)
    async with opened(evening) as held:
        page = await open_page(held)
        await held.press("s")
        await page.asked(Several)
        await held.press("tab", "up", "tab", "tab", "enter")
        await page.asked(ThemeChoice)
        await page.type("other")
        await held.press("enter")
        await held.until(lambda: borne(evening).get("other") == [3])


async def test_a_theme_is_dropped_and_one_undo_brings_all_back(tmp_path: Path) -> None:
    evening = themed(tmp_path)
    before = borne(evening)
    async with opened(evening, size=(80, 24)) as held:
        page = await open_page(held)
        await held.press("x")
        await held.until(lambda: "Dropped: “trust”, from 4 contributions (u: back)" in page.told())
        assert [row[2:].split("  ")[0] for row in page.rows()] == ["rosters", "[red]x[/]", "no theme"]
        await held.press("u")
        await held.until(lambda: "Back again: the theme “trust”" in page.told())
        assert borne(evening) == before


async def test_what_bears_none_is_tagged_one_after_the_other_and_taken_out_again(tmp_path: Path) -> None:
    evening = themed(tmp_path)
    async with opened(evening, size=(80, 24)) as held:
        page = await open_page(held)
        await held.press("k", "j", "j", "j", "enter")
        first = page.view.chosen
        assert first
        assert "younger people" in first.text
        await held.press("equals_sign")
        await page.asked(ThemeChoice)
        await page.type("generations")
        await held.press("enter")
        await held.until(lambda: "It bears “generations” now." in page.told())
        assert page.view.chosen
        assert page.view.chosen.id != first.id
        await held.press("u")
        await held.until(lambda: "Taken back: the theme “generations” of 1 contribution." in page.told())
        await held.press("escape", "k", "k", "k", "enter", "o")
        await held.until(lambda: "No longer of “trust”" in page.told())
        assert borne(evening)["trust"] == [3, 4, 7]


async def test_a_contribution_at_the_live_table_is_given_a_theme(tmp_path: Path) -> None:
    evening = themed(tmp_path)
    async with opened(evening) as held:
        await held.press("equals_sign")
        await wait_until(held.pilot, lambda: isinstance(held.app.screen, ThemeChoice))
        await held.press("enter")
        await held.until(lambda: "It bears “trust” now." in held.told())
        assert borne(evening)["trust"] == [2, 3, 4, 7, 9]


async def test_the_mark_stays_on_its_theme_while_another_tags(tmp_path: Path) -> None:
    evening = themed(tmp_path)
    async with opened(evening, size=(80, 24)) as held:
        page = await open_page(held)
        await held.press("j", "j")
        assert page.view.theme
        recording.record(evening.colleague("second"), evening.uid, "els: more of it =new =newer")
        themes.tag(evening.colleague("second"), evening.uid, "new", ["1", "2", "3", "4", "5", "6"])
        await held.until(lambda: page.rows()[0].startswith("  new "))
        assert page.view.theme.name == "[red]x[/]"


async def test_people_are_counted_by_sector_as_well(tmp_path: Path) -> None:
    async with opened(themed(tmp_path)) as held:
        page = await open_page(held)
        await held.press("p")
        await held.until(lambda: "people by sector" in page.text("#themes-head"))
        assert page.rows()[0][page.text("#themes-head").index("RET") + 2] == "1"


@pytest.mark.parametrize("size", SIZES)
async def test_without_themes_it_says_how_they_come_to_be_and_takes_every_key_calmly(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with opened(prepared(tmp_path), size=size) as held:
        page = await open_page(held)
        assert "=onboarding" in page.text("#themes-none")
        assert page.view.query_one("#themes-none").region.height
        for key in ("j", "k", "enter", "r", "m", "s", "x", "o", "p", "left", "right", "equals_sign", "end"):
            await held.press(key)
        assert isinstance(held.app.screen, ThemesView)


async def test_what_was_said_without_themes_gets_its_first_one_here(tmp_path: Path) -> None:
    evening = half_way(tmp_path)
    async with opened(evening, size=(80, 24)) as held:
        page = await open_page(held)
        await held.press("enter", "equals_sign")
        await page.asked(ThemeChoice)
        await page.type("=first")
        await held.press("enter")
        await held.until(lambda: page.rows()[0].startswith("  first "))
        assert not page.view.query_one("#themes-none").region.height


def crowded(folder: Path) -> Evening:
    """Give an evening with twenty sectors and thirty themes of long and odd names, one of them there twice."""
    evening = themed(folder)
    names = [f"{LONG} {number}" for number in range(25)] + [
        "🧑‍🤝‍🧑" * 20,
        "[@click=app.quit]out[/]",
        "\u4e2d" * 40,
    ]
    orders = spread_orders(15)
    sectors = [
        Sector(id=f"x{place}", short=f"S{place}" + "X" * (place % 5), order=f"z{order}")
        for place, order in enumerate(orders)
    ]
    made = [Theme(id=f"y{place}", name=name, order="z") for place, name in enumerate([*names, "Rosters"])]
    evening.journal.append(evening.uid, lambda _: [created(one) for one in [*sectors, *made]])
    return evening


@pytest.mark.parametrize("size", SIZES)
async def test_thirty_themes_and_twenty_sectors_go_sideways_and_every_line_fits(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with opened(crowded(tmp_path), size=size) as held:
        page = await open_page(held)
        assert "of 21   ← →" in page.text("#themes-all")
        await held.press("right")
        assert "sectors 2 to" in page.text("#themes-all")
        assert "LOG" not in page.text("#themes-head")
        await held.press(*["right"] * 22, "k", "end")
        assert "21 of 21" in page.text("#themes-all")
        for option in page.view.query_one("#themes", OptionList).options:
            assert option.prompt.cell_length <= size[0] - 3  # type: ignore[union-attr] — rows are Content
        await held.press("home", "r", "escape", "m", "escape", "enter", "escape")
        assert isinstance(held.app.screen, ThemesView)


async def test_a_theme_that_is_there_twice_is_seen_and_becomes_one(tmp_path: Path) -> None:
    evening = crowded(tmp_path)
    async with opened(evening) as held:
        page = await open_page(held)
        assert "“rosters” is there twice: m" in page.text("#heading")
        assert sum(row.startswith("≡ ") for row in page.rows()) == 2
        await held.press("j", "m")
        await page.asked(ThemeChoice)
        await page.type("rosters")
        await held.press("enter")
        await held.until(lambda: "twice" not in page.text("#heading"))
        assert len([name for name in borne(evening) if name.lower() == "rosters"]) == 1


async def test_what_is_gone_meanwhile_is_told_and_the_page_stays(tmp_path: Path) -> None:
    evening = themed(tmp_path)
    async with opened(evening) as held:
        page = await open_page(held)
        await held.press("r")
        await page.asked(OneLine)
        themes.drop_theme(evening.colleague("second"), evening.uid, "trust")
        await page.type("anything")
        await held.press("enter")
        await held.until(lambda: not isinstance(held.app.screen, OneLine))
        await held.until(lambda: "There is no theme “trust”" in held.told() + page.told())
        assert page.rows()[0].startswith("  rosters ")


async def test_a_session_whose_sectors_are_gone_has_one_column(tmp_path: Path) -> None:
    evening = themed(tmp_path)
    gone = [replace(one, withdrawn=True) for one in evening.session.sectors]
    evening.journal.append(evening.uid, lambda _: [created(one) for one in gone])
    async with opened(evening, size=(80, 24)) as held:
        page = await open_page(held)
        assert "–" in page.text("#themes-head")
