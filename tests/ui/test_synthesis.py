"""The synthesis, on real files: statements weighed, takeaways drawn and worded, by one or by two."""

from pathlib import Path

import pytest
from textual import events
from textual.widgets import Input, Static, TextArea

from roundtable.domain.contributions import Takeaway
from roundtable.services import corrections, ledger, likeness, themes
from roundtable.services.bases import text_and_base
from roundtable.ui.concluding import worded
from tests.ui.evening import half_way
from tests.ui.weighing import BROAD, weighing


async def test_it_begins_at_the_topic_of_now_with_what_was_said_there(tmp_path: Path) -> None:
    async with weighing(tmp_path) as desk:
        await desk.until(lambda: "on their own" in desk.lines()[0])
        assert "LOG  Karim" in desk.line_of("dispatchers")
        assert "★" in desk.line_of("volunteers")
        assert desk.prose.title == "2 Trust as the key to hybrid work"
        await desk.press("comma")
        await desk.until(lambda: "younger people" in "".join(desk.lines()))
        assert desk.prose.title.startswith("1 ")


async def test_chosen_statements_become_a_takeaway_and_one_undo_takes_it_back(tmp_path: Path) -> None:
    async with weighing(tmp_path) as desk:
        await desk.mark("goals per quarter", "pay for results")
        await desk.press("t")
        await desk.until(lambda: len(desk.takeaways) == 1)
        assert len(desk.takeaways[0].evidence) == 2
        assert not desk.takeaways[0].worded
        await desk.until(lambda: desk.line_of("pay for results").endswith("T1"))
        assert desk.statements.chosen == ()
        await desk.press("u")
        await desk.until(lambda: not desk.takeaways)


async def test_a_takeaway_is_worded_with_what_it_rests_on_in_sight(tmp_path: Path) -> None:
    async with weighing(tmp_path) as desk:
        await desk.mark("goals per quarter")
        await desk.press("t")
        await desk.until(lambda: desk.takeaways)
        await desk.press("r")
        await desk.dialog("TakeawayForm")
        shown = " ".join(str(one.render()) for one in desk.pilot.app.screen.query("Static"))
        assert "goals per quarter" in shown
        desk.pilot.app.screen.query_one(Input).value = "Goals carry trust"
        await desk.press("enter")
        desk.pilot.app.screen.query_one(TextArea).text = "Agree on goals.\n\nFollow them up."
        await desk.press("enter")
        await desk.until(lambda: desk.takeaways[0].title == "Goals carry trust")
        assert desk.takeaways[0].text == "Agree on goals.\n\nFollow them up."
        assert desk.takeaways[0].worded


async def test_statements_are_added_taken_away_and_put_beside_it_as_dissent(tmp_path: Path) -> None:
    evening = half_way(tmp_path)
    ledger.add_takeaway(evening.journal, evening.uid, "Trust", title="T")
    async with weighing(tmp_path, evening=evening) as desk:
        await desk.mark("goals per quarter", "same in our shops")
        await desk.press("e")
        await desk.until(lambda: len(desk.takeaways[0].evidence) == 2)
        await desk.mark("same in our shops")
        await desk.press("e")
        await desk.until(lambda: len(desk.takeaways[0].evidence) == 1)
        await desk.mark("dispatchers")
        await desk.press("d")
        await desk.until(lambda: len(desk.takeaways[0].dissent) == 1)


async def test_the_same_point_is_joined_and_parted_again(tmp_path: Path) -> None:
    async with weighing(tmp_path) as desk:
        await desk.press("g")
        assert "Choose two statements" in desk.told()
        await desk.mark("goals per quarter", "pay for results")
        await desk.press("g")
        await desk.until(lambda: "the same point" in desk.lines()[0])
        assert desk.evening.session.groups.all
        desk.statements.go_to(desk.number_of("pay for results"))
        await desk.press("b")
        await desk.until(lambda: not desk.evening.session.groups.all)
        await desk.until(lambda: "on their own" in desk.lines()[0])


async def test_what_may_be_the_same_is_proposed_decided_and_not_proposed_again(tmp_path: Path) -> None:
    evening = half_way(tmp_path)
    twins = (
        "pay for results in planning, measured weekly",
        "measured weekly results, in planning pay for those",
    )
    evening.say([f"mieke: {twins[0]}", f"an: {twins[1]}"])
    async with weighing(tmp_path, evening=evening) as desk:
        desk.statements.go_to(desk.number_of(twins[0]))
        await desk.press("a")
        await desk.dialog("SamePointChoice")
        await desk.press("n")
        await desk.until(lambda: "not proposed again" in desk.told())
        refused = evening.session.groups.apart
        assert len(refused) == 1
        await desk.press("A")
        await desk.until(lambda: desk.told() or type(desk.pilot.app.screen).__name__ == "SamePointChoice")
        assert not evening.session.groups.all
        if type(desk.pilot.app.screen).__name__ == "SamePointChoice":
            await desk.press("shift+tab", "enter")
            await desk.until(lambda: evening.session.groups.all)
        assert evening.session.groups.apart == refused


async def test_a_theme_is_given_to_all_that_are_chosen(tmp_path: Path) -> None:
    async with weighing(tmp_path) as desk:
        await desk.mark("goals per quarter", "pay for results")
        await desk.press("m")
        await desk.dialog("ThemeChoice")
        await desk.press(*"goals", "enter")
        await desk.until(lambda: [one.name for one in desk.evening.session.themes] == ["goals"])
        await desk.until(lambda: desk.lines()[0].startswith("▾ goals 2"))


async def test_a_wording_for_print_stands_beside_what_was_typed(tmp_path: Path) -> None:
    async with weighing(tmp_path) as desk:
        desk.statements.go_to(desk.number_of("dispatchers"))
        await desk.press("w")
        await desk.dialog("PrintWording")
        desk.pilot.app.screen.query_one(TextArea).text = "Not every job can be done at home."
        await desk.press("enter")
        await desk.until(lambda: "→ Not every job" in "".join(desk.lines()))
        said = desk.evening.session.contribution(desk.number_of("dispatchers"))
        assert said.wording == "Not every job can be done at home."
        assert said.typed.startswith("karim: dispatchers")


async def test_what_is_shown_is_sifted_searched_and_all_is_back_with_esc(tmp_path: Path) -> None:
    async with weighing(tmp_path) as desk:
        before = len(desk.statements.those)
        await desk.press("z")
        await desk.dialog("SieveChoice")
        await desk.press(*"starred", "enter")
        await desk.until(lambda: 0 < len(desk.statements.those) < before)
        await desk.press("escape")
        await desk.until(lambda: len(desk.statements.those) == before)
        await desk.press("slash")
        await desk.dialog("OneLine")
        await desk.press(*"shops", "enter")
        await desk.until(lambda: [said.text[:7] for said in desk.statements.those] == ["same in"])


async def test_what_no_takeaway_and_no_prose_uses_can_be_shown_alone(tmp_path: Path) -> None:
    async with weighing(tmp_path) as desk:
        await desk.mark("goals per quarter")
        await desk.press("t")
        await desk.until(lambda: desk.takeaways)
        await desk.press("z")
        await desk.dialog("SieveChoice")
        await desk.press(*"unused", "enter")
        await desk.until(lambda: "goals per quarter" not in "".join(desk.lines()))
        assert "dispatchers" in "".join(desk.lines())


async def test_what_speaks_for_many_is_suggested_and_each_becomes_a_takeaway(tmp_path: Path) -> None:
    async with weighing(tmp_path) as desk:
        await desk.press("s")
        await desk.dialog("Several")
        await desk.press("space", "space", "enter")
        await desk.until(lambda: len(desk.takeaways) == 2)
        assert all(len(one.evidence) == 1 for one in desk.takeaways)


@pytest.mark.parametrize("struck", ["escape", "alt+j"])
async def test_keys_struck_at_once_go_to_the_pane_that_they_were_meant_for(
    tmp_path: Path, struck: str
) -> None:
    evening = half_way(tmp_path)
    ledger.add_takeaway(evening.journal, evening.uid, "Trust", title="T")
    async with weighing(tmp_path, (80, 24), evening=evening) as desk:
        for key in ("tab", "tab", *"Dit is een lijn", struck, "j"):
            desk.pilot.app.post_message(events.Key(key, key[-1] if len(key) == 1 or "+" in key else None))
        await desk.until(lambda: desk.evening.session.prose(desk.screen.part))
        written = desk.evening.session.prose(desk.screen.part)
        assert written
        assert written.text == "Dit is een lijn"
        assert len(desk.takeaways) == 1
        await desk.until(lambda: desk.screen.pane == "statements" and desk.screen.focused is desk.statements)


async def test_headings_tell_who_stands_behind_what_lies_below_them_now(tmp_path: Path) -> None:
    evening = half_way(tmp_path)
    numbers = [str(evening.session.numbers[said.id]) for said in evening.session.contributions]
    themes.tag(evening.journal, evening.uid, "same", numbers)
    async with weighing(tmp_path, evening=evening) as desk:
        await desk.until(lambda: "same 8" in desk.lines()[0])
        assert "3 people" in desk.lines()[0]
        await desk.press("comma")
        await desk.until(lambda: "same 1" in desk.lines()[0])
        assert "1 person" in desk.lines()[0]


async def test_what_opposes_a_chosen_statement_is_dissent_and_no_evidence(tmp_path: Path) -> None:
    evening = half_way(tmp_path)
    evening.say(["els: - that would never work in a shop"])
    async with weighing(tmp_path, evening=evening) as desk:
        answered = evening.session.contribution(desk.number_of("never work")).answers
        assert answered
        desk.statements.chosen = (answered, desk.number_of("never work"))
        await desk.press("t")
        await desk.until(lambda: desk.takeaways)
        assert desk.takeaways[0].evidence == {answered}
        assert desk.takeaways[0].dissent == {desk.number_of("never work")}
        await desk.until(lambda: "−T1" in desk.line_of("never work"))


async def test_lines_of_a_table_that_goes_on_appear_and_the_cursor_stays(tmp_path: Path) -> None:
    async with weighing(tmp_path) as desk:
        desk.statements.go_to(desk.number_of("pay for results"))
        colleague = desk.evening.colleague("second")
        desk.evening.say(["els: one more, from the live table"], colleague)
        await desk.until(lambda: "one more, from" in "".join(desk.lines()))
        assert desk.screen.chosen is not None
        assert desk.screen.chosen.text.startswith("pay for results")


async def test_a_takeaway_is_split_merged_dropped_and_brought_back(tmp_path: Path) -> None:
    evening = half_way(tmp_path)
    ledger.add_takeaway(evening.journal, evening.uid, "Trust", title="T", evidence=["3", "4"])
    async with weighing(tmp_path, evening=evening) as desk:
        await desk.press("l")
        await desk.dialog("Several")
        await desk.press("space", "enter")
        await desk.until(lambda: len(desk.takeaways) == 2)
        desk.screen.mark(desk.takeaways[0].id)
        await desk.press("M")
        await desk.dialog("Several")
        await desk.press("enter")
        await desk.until(lambda: len(desk.takeaways) == 1)
        assert len(desk.takeaways[0].evidence) == 2
        await desk.press("D")
        await desk.until(lambda: not desk.takeaways)
        await desk.press("B")
        await desk.dialog("Choice")
        await desk.press("enter")
        await desk.until(lambda: len(desk.takeaways) == 1)


async def test_evidence_that_was_corrected_since_is_flagged_until_somebody_looked(tmp_path: Path) -> None:
    evening = half_way(tmp_path)
    ledger.add_takeaway(evening.journal, evening.uid, "Trust", title="T", evidence=["3"])
    async with weighing(tmp_path, evening=evening) as desk:
        corrections.correct(evening.journal, evening.uid, "3", corrections.Correction(text="otherwise"))

        def row() -> str:
            return str(desk.screen.ledger.get_option_at_index(0).prompt)

        await desk.until(lambda: "look again" in row())
        await desk.press("v")
        await desk.until(lambda: "look again" not in row())


@pytest.mark.parametrize(
    ("size", "shown"),
    [((80, 24), (True, False, False)), ((100, 30), (True, True, False)), (BROAD, (True, True, True))],
)
async def test_there_are_as_many_panes_as_there_is_room_for(
    tmp_path: Path, size: tuple[int, int], shown: tuple[bool, bool, bool]
) -> None:
    async with weighing(tmp_path, size) as desk:

        def seen() -> tuple[bool, bool, bool]:
            panes = ("#statements", "#synthesis-ledger", "#prose-text")
            found = [desk.screen.query_one(one).region.area > 0 for one in panes]
            return found[0], found[1], found[2]

        evening = desk.evening
        ledger.add_takeaway(evening.colleague("second"), evening.uid, "Trust", title="T")
        await desk.until(lambda: desk.screen.ledger.option_count == 1)
        await desk.until(lambda: seen() == shown)
        await desk.press("tab", "tab")
        await desk.until(lambda: seen()[2])
        assert desk.screen.focused is desk.prose.area


async def test_what_was_said_is_never_markup(tmp_path: Path) -> None:
    evening = half_way(tmp_path)
    evening.say(["els: [red]x[/] [@click=app.quit]y \x1b[31m ⟦1⟧ [z](contribution:1)"])
    themes.tag(evening.journal, evening.uid, "[b]theme[/b]", ["3"])
    likeness.join(evening.journal, evening.uid, ["4", "5"])
    async with weighing(tmp_path, evening=evening) as desk:
        await desk.until(lambda: "[b]theme[/b]" in "".join(desk.lines()))
        await desk.until(lambda: "[red]x[/] [@click=app.quit]y" in "".join(desk.lines()))
        desk.statements.go_to(desk.number_of("[red]"))
        await desk.press("t")
        await desk.until(lambda: len(desk.takeaways) == 1)


async def test_the_whole_paper_is_shown_as_it_would_be_exported(tmp_path: Path) -> None:
    async with weighing(tmp_path) as desk:
        await desk.press("p")
        await desk.dialog("PaperView")
        view = desk.pilot.app.screen

        def page() -> str:
            return str(view.query_one("#paper-page", Static).render())

        await desk.until(lambda: "Trust as the key" in page())
        assert "things still make it a draft: x shows them" in page()
        await desk.press("x")
        await desk.dialog("ExportView")


async def test_a_proposed_group_is_refused_as_a_whole_or_decided_later(tmp_path: Path) -> None:
    evening = half_way(tmp_path)
    twins = (
        "pay for results in planning, measured weekly",
        "measured weekly results, in planning pay for those",
    )
    evening.say([f"mieke: {twins[0]}", f"an: {twins[1]}"])
    async with weighing(tmp_path, evening=evening) as desk:
        await desk.press("A")
        await desk.dialog("SamePointChoice")
        await desk.press("enter")  # nothing is chosen: nothing is decided
        await desk.pilot.pause()
        assert type(desk.pilot.app.screen).__name__ == "SamePointChoice"
        keys = desk.pilot.app.screen.query_one(".dialog--keys", Static)
        assert "two or more" in str(keys.render())
        await desk.press("n")
        await desk.until(lambda: evening.session.groups.apart)
        while type(desk.pilot.app.screen).__name__ == "SamePointChoice":
            await desk.press("n")
        assert not evening.session.groups.all
        await desk.press("A")
        await desk.until(lambda: "No more groups" in desk.told())


async def test_what_is_chosen_and_gone_meanwhile_is_let_go_also_while_it_is_hidden(tmp_path: Path) -> None:
    async with weighing(tmp_path, (80, 24)) as desk:
        key = desk.number_of("goals per quarter")
        await desk.mark("goals per quarter", "pay for results")
        await desk.press("tab")
        await desk.until(lambda: not desk.statements.size.width)
        corrections.withdraw(desk.evening.colleague("second"), desk.evening.uid, key)
        await desk.until(lambda: len(desk.statements.chosen) == 1)
        assert key not in {said.id for said in desk.statements.those}


def test_wording_leaves_alone_what_was_not_changed(tmp_path: Path) -> None:
    """And says so only where somebody else changed the same."""
    evening = half_way(tmp_path)
    one = ledger.add_takeaway(evening.journal, evening.uid, "Measure results.", title="Results")
    text, base = text_and_base(evening.journal, evening.uid, Takeaway.KIND, one.id)
    seen = (one.title, text)
    ledger.edit_takeaway(evening.colleague("second"), evening.uid, one.id, title="Results count")
    ours = (one.title, "Measure results, not hours.")
    assert not worded(evening.journal, evening.uid, one.id, (seen, ours), base)
    after = evening.session.takeaway(one.id)
    assert (after.title, after.text) == ("Results count", "Measure results, not hours.")
    assert worded(evening.journal, evening.uid, one.id, (seen, ("What counts", text)), base)
    assert evening.session.takeaway(one.id).title == "What counts"
