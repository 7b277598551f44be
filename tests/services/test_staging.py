"""Putting something on the stage, taking it off, and asking the next question."""

from dataclasses import replace

import pytest

from roundtable.domain.contributions import Takeaway
from roundtable.domain.records import changed
from roundtable.domain.staging import on_stage
from roundtable.errors import NoSuchContribution, NoSuchTakeaway, NotForStage
from roundtable.services import corrections, facilitation, ledger, staging, suggesting, votes
from tests.services.tables import Table


def shown(table: Table) -> str | None:
    """Give the text that the stage shows."""
    found = on_stage(table.session, table.clock())
    return found.text if found else None


def spoken(table: Table) -> Table:
    """Give the table at its first topic, with two lines and a takeaway."""
    facilitation.step(table.journal, table.uid)
    table.record("els: one")
    table.record("karim: two")
    ledger.add_takeaway(table.journal, table.uid, "Take this")
    return table


def test_one_key_shows_it_hides_it_and_shows_another(table: Table) -> None:
    one, two = spoken(table).said
    for key, text in ((one.id, "one"), (two.id, "two"), (two.id, None), (two.id, "two")):
        staging.show_or_hide(table.journal, table.uid, key)
        assert shown(table) == text
    takeaway = table.session.takeaways[0]
    staging.show_or_hide(table.journal, table.uid, takeaway.id)
    assert shown(table) == "Take this"


def test_what_its_moment_is_over_for_is_shown_once_more(table: Table) -> None:
    key = spoken(table).said[0].id
    staging.show_or_hide(table.journal, table.uid, key)
    table.clock.on(minutes=5)
    assert shown(table) is None
    staging.show_or_hide(table.journal, table.uid, key)
    assert shown(table) == "one"


def test_it_is_named_by_number_and_undo_takes_it_off(table: Table) -> None:
    staging.show_contribution(spoken(table).journal, table.uid, "2")
    assert shown(table) == "two"
    table.journal.undo(table.uid)
    assert shown(table) is None
    staging.show_takeaway(table.journal, table.uid, "1")
    assert shown(table) == "Take this"
    staging.hide(table.journal, table.uid)
    assert shown(table) is None


def test_what_was_parked_withdrawn_or_is_not_there_is_not_shown(table: Table) -> None:
    spoken(table)
    corrections.park(table.journal, table.uid, "1")
    corrections.withdraw(table.journal, table.uid, "2")
    for number in ("1", "2"):
        with pytest.raises(NotForStage):
            staging.show_contribution(table.journal, table.uid, number)
    with pytest.raises(NoSuchContribution):
        staging.show_contribution(table.journal, table.uid, "3")
    with pytest.raises(NoSuchTakeaway):
        staging.show_takeaway(table.journal, table.uid, "2")
    assert shown(table) is None


def test_hiding_nothing_writes_nothing(table: Table) -> None:
    before = len(table.journal.history(table.uid))
    staging.hide(table.journal, table.uid)
    assert len(table.journal.history(table.uid)) == before


def test_two_who_ask_the_next_question_at_once_go_one_further(table: Table, other: Table) -> None:
    facilitation.step(table.journal, table.uid)
    before = len(table.journal.history(table.uid))
    assert staging.turn_prompt(table.journal, table.uid).prompt == 0
    assert len(table.journal.history(table.uid)) == before, "there was nothing to turn"
    topic = table.session.topics[0]
    asking = replace(topic, prompts=("First?", "Second?", "Third?"))
    table.journal.append(table.uid, lambda _session: [changed(topic, asking)])
    for each in (table, other):
        after = staging.turn_prompt(each.journal, table.uid, 0)
    assert after.prompts[after.prompt] == "Second?"
    staging.turn_prompt(table.journal, table.uid)
    assert staging.turn_prompt(table.journal, table.uid).prompt == 0
    table.journal.undo(table.uid)
    assert table.session.prompt == 2


def test_a_show_of_hands_takes_the_place_of_the_one_before_in_one_action(table: Table) -> None:
    spoken(table)
    votes.back(table.journal, table.uid, "1", ["els"])
    votes.back(table.journal, table.uid, "1", ["RET"], count=2)
    votes.show_of_hands(table.journal, table.uid, "1", "3-1")
    votes.show_of_hands(table.journal, table.uid, "1", "ret 1, log 0")
    standing = table.session.supports[table.session.takeaways[0].id]
    shorts = {one.id: one.short for one in table.session.sectors}
    assert [(shorts.get(one.sector or ""), one.vote, one.count) for one in standing if one.hands] == [
        ("RET", "agree", 1),
        ("LOG", "agree", 0),
    ]
    assert [bool(one.participant) for one in standing if not one.hands] == [True]
    table.journal.undo(table.uid)
    standing = table.session.supports[table.session.takeaways[0].id]
    assert sorted((one.vote, one.count) for one in standing if one.hands) == [("agree", 3), ("oppose", 1)]


def test_suggestions_leave_out_what_a_takeaway_rests_on(table: Table) -> None:
    facilitation.go(table.journal, table.uid, "1")
    table.record("els: planners measure results per week instead of counting hours")
    table.record("karim: drivers cannot work from home and want a fair roster")
    both = suggesting.suggestions(table.journal, table.uid)
    assert len(both) == 2
    ledger.add_takeaway(table.journal, table.uid, "T", evidence=[both[0].id])
    assert suggesting.suggestions(table.journal, table.uid) == both[1:]
    other_topic = table.session.topics[2].id
    assert suggesting.suggestions(table.journal, table.uid, other_topic) == ()


def test_a_wording_says_from_which_version_it_started(table: Table, other: Table) -> None:
    seen = ledger.add_takeaway(table.journal, table.uid, "one").stamp
    ledger.edit_takeaway(other.journal, table.uid, "1", text="two")
    ledger.edit_takeaway(table.journal, table.uid, "1", text="three", base=seen)
    assert [one.base for one in table.journal.history(table.uid, Takeaway.KIND)] == [None, seen, seen]
