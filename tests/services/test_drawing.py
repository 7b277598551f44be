"""Takeaways drafted at once from what speaks for many."""

import pytest

from roundtable.domain.changes import Edit
from roundtable.domain.records import created
from roundtable.domain.same_point import SamePoint, pair_id
from roundtable.domain.session import Session
from roundtable.errors import NotInGroup
from roundtable.services import facilitation
from roundtable.services.drawing import draft_takeaways, group_of
from tests.services.tables import Table

LINES = (
    "els: trust grows where people see each other at the office every week",
    "karim: a warehouse is no office, and a planner cannot work from home at all",
    "an: volunteers meet their neighbours in the evening, long after the trains have stopped",
    "els: rent is paid for empty desks while the heating burns all through the winter",
)


def joined(table: Table, one: str, other: str) -> None:
    """Decide that two contributions (numbers) make the same point."""

    def decide(session: Session) -> list[Edit]:
        first, second = session.contribution(one).id, session.contribution(other).id
        return [created(SamePoint(id=pair_id(first, second), first=first, second=second, same=True))]

    table.journal.append(table.uid, decide)


def test_several_are_drafted_in_one_act_and_never_twice_from_one_statement(table: Table) -> None:
    for line in LINES:
        table.record(line)
    first = draft_takeaways(table.journal, table.uid, k=2)
    assert len(first) == 2
    assert [one.id for one in table.session.takeaways] == [one.id for one in first]
    rest = draft_takeaways(table.journal, table.uid, k=9)
    drawn_on = [key for one in (*first, *rest) for key in one.evidence]
    assert sorted(drawn_on) == sorted(said.id for said in table.said)
    assert not any(one.worded for one in rest)
    assert draft_takeaways(table.journal, table.uid) == ()
    table.journal.undo(table.uid)
    assert [one.id for one in table.session.takeaways] == [one.id for one in first]


def test_a_statement_brings_its_group_along(table: Table) -> None:
    for line in LINES:
        table.record(line)
    joined(table, "1", "3")
    made = draft_takeaways(table.journal, table.uid, k=9)
    ids = [said.id for said in table.said]
    assert {one.evidence for one in made} == {
        frozenset({ids[0], ids[2]}),
        frozenset({ids[1]}),
        frozenset({ids[3]}),
    }
    assert group_of(table.session, "3") == (ids[2], ids[0])
    with pytest.raises(NotInGroup):
        group_of(table.session, "2")


def test_what_may_begin_with_a_name_comes_along_with_no_group_and_is_drafted_from_by_nobody(
    table: Table,
) -> None:
    for line in (*LINES[:2], "jan p: " + LINES[2].removeprefix("an: ")):
        table.record(line)
    joined(table, "1", "3")
    made = draft_takeaways(table.journal, table.uid, k=9)
    assert {one.evidence for one in made} == {frozenset({said.id}) for said in table.said[:2]}


def test_only_one_topic_is_drafted_from_where_that_is_asked(table: Table) -> None:
    facilitation.go(table.journal, table.uid, "1")
    table.record(LINES[0])
    facilitation.go(table.journal, table.uid, "2")
    table.record(LINES[1])
    (made,) = draft_takeaways(table.journal, table.uid, table.session.topic("2").id)
    assert made.evidence == {table.said[1].id}
