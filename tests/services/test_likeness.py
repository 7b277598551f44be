"""Which contributions make the same point, as a person decides it."""

import pytest

from roundtable.errors import InNoGroup, NotTwoContributions
from roundtable.services import corrections, likeness
from tests.services.tables import Table


@pytest.fixture
def said(table: Table) -> Table:
    """Give a table at which six things were said."""
    for line in ("els: one", "karim: two", "an: three", "els: four", "karim: five", "an: six"):
        table.record(line)
    return table


def groups(table: Table) -> list[list[int]]:
    """Give the groups by the numbers of their members."""
    session = table.session
    return [[session.numbers[key] for key in group] for group in session.groups.all]


def settled(table: Table, one: str, other: str) -> bool:
    session = table.session
    return session.groups.settled(session.contribution(one).id, session.contribution(other).id)


def join(table: Table, *numbers: str) -> None:
    likeness.join(table.journal, table.uid, numbers)


def part(table: Table, number: str) -> None:
    likeness.part(table.journal, table.uid, number)


def apart(table: Table, number: str, *others: str) -> None:
    likeness.keep_apart(table.journal, table.uid, number, others)


def test_those_that_are_joined_bring_their_groups_and_one_undo_takes_it_back(said: Table) -> None:
    join(said, "1", "3")
    join(said, "5", "2")
    join(said, "3", "5", "6")
    assert groups(said) == [[1, 2, 3, 5, 6]]
    said.journal.undo(said.uid)
    assert groups(said) == [[1, 3], [2, 5]]


def test_whoever_leaves_a_group_leaves_the_others_together_even_where_it_was_the_link(said: Table) -> None:
    join(said, "1", "2")
    join(said, "2", "3")
    join(said, "2", "4")
    part(said, "2")
    assert groups(said) == [[1, 3, 4]]
    assert all(settled(said, "2", number) for number in "134")
    said.journal.undo(said.uid)
    assert groups(said) == [[1, 2, 3, 4]]


def test_whoever_leaves_is_not_held_by_one_that_was_withdrawn(said: Table) -> None:
    join(said, "1", "2")
    join(said, "2", "3")
    corrections.withdraw(said.journal, said.uid, "2")
    part(said, "3")
    assert groups(said) == []
    corrections.restore(said.journal, said.uid, "2")
    assert groups(said) == [[1, 2]]


def test_joining_goes_over_an_earlier_parting_of_the_same(said: Table) -> None:
    join(said, "1", "2", "3")
    part(said, "2")
    apart(said, "4", "5")
    join(said, "3", "2")
    assert groups(said) == [[1, 2, 3]]
    assert not any(one in said.session.groups.apart for one in _pairs(said, "123"))
    assert settled(said, "4", "5")


def test_joining_goes_over_a_parting_from_one_that_was_withdrawn_and_may_come_back(said: Table) -> None:
    join(said, "2", "3")
    apart(said, "4", "3")
    apart(said, "5", "3")
    corrections.withdraw(said.journal, said.uid, "3")
    join(said, "2", "4")
    corrections.restore(said.journal, said.uid, "3")
    assert groups(said) == [[2, 3, 4]]
    assert not any(one in said.session.groups.apart for one in _pairs(said, "234"))
    assert settled(said, "5", "4")


def _pairs(table: Table, numbers: str) -> list[str]:
    ids = sorted(table.session.contribution(number).id for number in numbers)
    return [f"{one}+{other}" for place, one in enumerate(ids) for other in ids[place + 1 :]]


def test_what_is_kept_apart_is_settled_and_leaves_a_group_that_it_shared(said: Table) -> None:
    apart(said, "1", "2", "3")
    assert groups(said) == []
    assert settled(said, "1", "2")
    assert settled(said, "3", "1")
    assert not settled(said, "2", "3")
    join(said, "4", "5", "6")
    apart(said, "5", "6")
    assert groups(said) == [[4, 6]]
    said.journal.undo(said.uid)
    assert groups(said) == [[4, 5, 6]]


def test_all_of_a_proposal_are_kept_apart_at_once_but_no_group_is_parted(said: Table) -> None:
    join(said, "1", "2")
    likeness.keep_all_apart(said.journal, said.uid, ["1", "2", "3", "4"])
    assert groups(said) == [[1, 2]]
    assert all(settled(said, one, other) for one, other in ("13", "14", "23", "24", "34"))
    assert not settled(said, "4", "5")
    said.journal.undo(said.uid)
    assert groups(said) == [[1, 2]]
    assert not any(settled(said, one, other) for one, other in ("13", "24", "34"))
    with pytest.raises(NotTwoContributions):
        likeness.keep_all_apart(said.journal, said.uid, ["1", "1"])


def test_a_large_proposal_is_kept_apart_from_the_first_of_it(said: Table) -> None:
    for place in range(34):
        said.record(f"els: more {place}")
    numbers = [str(number) for number in range(1, 41)]
    few, many = (likeness.keep_all_apart(said.journal, said.uid, those) for those in (numbers[:30], numbers))
    assert len(few.groups.apart) == 30 * 29 // 2
    assert len(many.groups.apart) == len(few.groups.apart) + 10 * 10
    assert settled(said, "40", "10")
    assert not settled(said, "40", "11")


def test_a_parting_that_was_taken_back_can_be_made_again(said: Table) -> None:
    apart(said, "1", "2")
    said.journal.undo(said.uid)
    assert not settled(said, "1", "2")
    apart(said, "2", "1")
    assert settled(said, "1", "2")


def test_of_two_who_decide_at_once_the_later_holds(said: Table, other: Table) -> None:
    join(said, "1", "2")
    apart(other, "1", "2")
    assert groups(said) == []
    join(said, "1", "2")
    assert groups(other) == [[1, 2]]


@pytest.mark.parametrize("numbers", [["1"], ["1", "1"], []])
def test_one_alone_is_no_group(said: Table, numbers: list[str]) -> None:
    with pytest.raises(NotTwoContributions):
        join(said, *numbers)
    with pytest.raises(NotTwoContributions):
        apart(said, "1", *numbers)


def test_what_was_withdrawn_is_not_decided_on(said: Table) -> None:
    corrections.withdraw(said.journal, said.uid, "2")
    with pytest.raises(NotTwoContributions):
        join(said, "1", "2")
    for pair in (("1", "2"), ("2", "1")):
        with pytest.raises(NotTwoContributions):
            apart(said, *pair)


def test_whoever_is_in_no_group_leaves_none(said: Table) -> None:
    with pytest.raises(InNoGroup, match="Contribution 4 is in no group"):
        part(said, "4")


def test_deciding_again_what_was_decided_writes_nothing(said: Table) -> None:
    join(said, "1", "2")
    before = said.journal.history(said.uid)
    join(said, "2", "1")
    assert said.journal.history(said.uid) == before
