"""Looking through what was said: filter, search, from topic to topic."""

from pathlib import Path

from textual.widgets import Input, OptionList, Static

from roundtable.services.sessions import prepare
from roundtable.storage.journal import Journal
from roundtable.ui.dialogs.filter_choice import FilterChoice
from roundtable.ui.screens.help import HelpScreen
from roundtable.ui.screens.search import SearchView
from roundtable.ui.widgets.footer import Mode
from tests.ui.evening import AGENDA, PEOPLE, half_way
from tests.ui.test_live import Held, opened


async def searching(held: Held, query: str) -> SearchView:
    """Open the search, type, and wait for what it finds."""
    await held.press("slash")
    await held.until(lambda: isinstance(held.app.screen, SearchView))
    view = held.app.screen
    assert isinstance(view, SearchView)
    await typed(held, view, query)
    return view


async def typed(held: Held, view: SearchView, query: str) -> None:
    view.query_one(Input).value = query
    await held.until(lambda: view._shown == (query, view.everywhere))  # noqa: SLF001 — what it has looked for


def rows(view: SearchView) -> list[str]:
    return [str(option.prompt) for option in view.query_one("#hits", OptionList).options]


async def test_the_feed_shows_only_what_was_chosen_until_esc(tmp_path: Path) -> None:
    async with opened(half_way(tmp_path)) as held:
        await held.press("z")
        await held.until(lambda: isinstance(held.app.screen, FilterChoice))
        await held.press(*"star", "enter")
        await held.until(lambda: held.screen.feed.filter)
        assert "filter: starred (2 of 9)" in held.screen.feed.border_title
        assert "accountants" not in held.feed()
        assert "goals per quarter" in held.feed()
        await held.press("up", "s")
        await held.until(lambda: "volunteers" not in held.feed())
        await held.press("escape")
        await held.until(lambda: "accountants" in held.feed())
        assert held.screen.mode is Mode.STEERING
        await held.press("enter")
        assert held.screen.mode is Mode.WRITING


async def test_a_filter_by_person_is_found_by_typing_and_one_without_hits_says_so(tmp_path: Path) -> None:
    async with opened(half_way(tmp_path)) as held:
        await held.press("z")
        await held.until(lambda: isinstance(held.app.screen, FilterChoice))
        await held.press(*"kari", "enter")
        await held.until(lambda: held.screen.feed.filter)
        assert "Karim Haddad (2 of 9)" in held.screen.feed.border_title
        await held.press("z")
        await held.until(lambda: isinstance(held.app.screen, FilterChoice))
        await held.press(*"withd", "enter")
        await held.until(lambda: "Nothing fits this filter." in held.feed())
        await held.press("z")
        await held.until(lambda: isinstance(held.app.screen, FilterChoice))
        await held.press("enter")  # everything, which is offered first
        await held.until(lambda: held.screen.feed.filter is None)


async def test_what_is_withdrawn_is_brought_back_where_it_is_marked(tmp_path: Path) -> None:
    evening = half_way(tmp_path)
    async with opened(evening) as held:
        await held.press("x")
        await held.until(lambda: len(evening.texts) == 8)
        await held.press("z")
        await held.until(lambda: isinstance(held.app.screen, FilterChoice))
        await held.press(*"withd", "enter")
        await held.until(lambda: "accountants" in held.feed())
        await held.press("X")
        await held.until(lambda: len(evening.texts) == 9)
        assert "Nothing fits this filter." in held.feed()


async def test_one_goes_back_from_topic_to_topic(tmp_path: Path) -> None:
    evening = half_way(tmp_path)
    async with opened(evening) as held:
        await held.press("comma")
        await held.until(lambda: held.screen.feed.cursor == evening.session.contributions[1].id)
        await held.press("comma")
        await held.until(lambda: held.screen.feed.cursor == evening.session.contributions[0].id)
        await held.press("semicolon")
        await held.until(lambda: held.screen.feed.cursor == evening.session.contributions[1].id)


async def test_a_search_finds_with_every_letter_and_goes_there(tmp_path: Path) -> None:
    evening = half_way(tmp_path)
    async with opened(evening) as held:
        view = await searching(held, "TRÚS")
        assert ["trust does not grow" in row for row in rows(view)] == [True]
        await typed(held, view, "trust zebra")
        assert rows(view) == []
        await typed(held, view, "trust")
        await held.press("enter")
        await held.until(lambda: held.screen.feed.cursor == evening.session.contributions[-3].id)


async def test_a_search_in_a_filtered_feed_ends_the_filter_where_it_hides_what_was_found(
    tmp_path: Path,
) -> None:
    async with opened(half_way(tmp_path)) as held:
        await held.press("z")
        await held.until(lambda: isinstance(held.app.screen, FilterChoice))
        await held.press(*"star", "enter")
        await held.until(lambda: held.screen.feed.filter)
        await searching(held, "accountants")
        await held.press("enter")
        await held.until(lambda: held.screen.feed.filter is None and held.screen.feed.cursor)


async def test_tab_searches_all_tables_and_says_at_which_it_was_said(tmp_path: Path) -> None:
    evening = half_way(tmp_path)
    with_more = Journal.open(evening.path, evening.now, "second")
    uid = prepare(with_more, AGENDA, people=PEOPLE, day=evening.start.date())
    other, evening.uid = evening.uid, uid
    evening.say(["els: trust is a habit"])
    evening.uid = other
    async with opened(evening) as held:
        view = await searching(held, "trust")
        assert len(rows(view)) == 1
        await held.press("tab")
        await held.until(lambda: len(rows(view)) == 2)
        assert "trust is a habit" in rows(view)[0]
        await held.press("enter")
        assert held.app.screen is view
        slug = with_more.session(uid).details.slug
        await held.until(lambda: f"roundtable run {slug}" in str(view.query_one("#view-keys").render()))
        await held.press("down", "enter")
        await held.until(lambda: held.screen.feed.cursor)


async def test_hostile_words_are_looked_for_and_nothing_is_said_plainly(tmp_path: Path) -> None:
    evening = half_way(tmp_path)
    evening.say(["els: zo'n [/] ding kost 100 % in c++"])
    async with opened(evening) as held:
        view = await searching(held, "zo'n [/]")
        assert "zo'n [/] ding" in rows(view)[0]
        for query in ("(", '"', "NEAR(", "*", "a OR", "[@click=app.quit]", "\\"):
            await typed(held, view, query)
        await typed(held, view, "nothing of the kind")
        assert "Nothing was said with these words." in str(view.query_one("#nothing").render())
        await held.press("escape")
        await held.until(lambda: held.app.screen is held.screen)


async def test_the_search_offers_help_on_a_key_that_is_not_typed(tmp_path: Path) -> None:
    async with opened(half_way(tmp_path)) as held:
        view = await searching(held, "thuis")
        assert "F1 help" in str(view.query_one("#view-keys", Static).render())
        await held.press("question_mark")
        assert view.query_one(Input).value == "thuis?"
        await held.press("f1")
        await held.until(lambda: isinstance(held.app.screen, HelpScreen))
