"""A clock that was set back during the evening: everything goes by how far the evening had come."""

import pytest

from roundtable.domain.people import Person
from roundtable.domain.staging import on_stage
from roundtable.services import facilitation, floor, pasting, people, staging
from roundtable.services.answering import answer
from tests.services.tables import Clock, Table


@pytest.fixture
def set_back(table: Table, clock: Clock) -> Table:
    """Give a table that is at trust, a quarter of an hour into the evening, with a clock set back by ten minutes."""
    facilitation.go(table.journal, table.uid, "1")
    clock.on(minutes=12)
    facilitation.go(table.journal, table.uid, "2")
    clock.on(minutes=3)
    table.record("karim: we agree on results")
    clock.on(minutes=-10)
    return table


def test_an_answer_is_the_last_thing_said_and_belongs_to_the_topic_here(set_back: Table) -> None:
    answer(set_back.journal, set_back.uid, "1", "els: + so do we")
    last = set_back.said[-1]
    assert (last.text, set_back.title(last)) == ("so do we", "Trust")


def test_pasted_lines_are_the_last_things_said_and_belong_to_the_topic_here(set_back: Table) -> None:
    pasting.record_lines(set_back.journal, set_back.uid, ["els: one", "an: two"])
    assert [said.text for said in set_back.said[-2:]] == ["one", "two"]
    assert {set_back.title(said) for said in set_back.said[-2:]} == {"Trust"}


def test_what_is_put_on_the_stage_belongs_to_the_topic_here(set_back: Table, clock: Clock) -> None:
    staging.show_contribution(set_back.journal, set_back.uid, "1")
    assert on_stage(set_back.session, clock()) == set_back.said[0]
    staging.show_or_hide(set_back.journal, set_back.uid, set_back.said[0].id)
    assert set_back.session.details.on_stage is None


def test_the_minutes_left_are_split_as_they_were_before_the_clock_was_set_back(
    set_back: Table, clock: Clock
) -> None:
    facilitation.split_rest(set_back.journal, set_back.uid)
    split = [topic.granted_seconds for topic in set_back.session.topics]
    set_back.journal.undo(set_back.uid)
    clock.on(minutes=10)
    facilitation.split_rest(set_back.journal, set_back.uid)
    assert split == [topic.granted_seconds for topic in set_back.session.topics]


def test_the_quieter_sector_goes_first_as_before_the_clock_was_set_back(table: Table, clock: Clock) -> None:
    people.add_people(table.journal, table.uid, [Person("Mia Bal", "RET")])
    facilitation.go(table.journal, table.uid, "1")
    floor.order(table.journal, table.uid, quiet_first=True)
    floor.give(table.journal, table.uid, "karim")
    clock.on(minutes=1)
    floor.give(table.journal, table.uid, "els")
    floor.ask(table.journal, table.uid, "mia")
    floor.ask(table.journal, table.uid, "karim")
    clock.on(minutes=10)
    table.record("els: all this time")
    clock.on(minutes=-10, seconds=-30)
    given = floor.give(table.journal, table.uid)
    assert given.person
    assert given.person.name == "Karim Haddad"  # for logistics was heard for one minute, retail for ten
