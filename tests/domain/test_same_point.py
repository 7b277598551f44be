"""Which contributions make the same point, as decided pair by pair."""

from dataclasses import replace

from roundtable.domain.contributions import Contribution
from roundtable.domain.same_point import SamePoint, pair_id
from roundtable.domain.session import Session


def session(*decisions: tuple[str, str, bool]) -> Session:
    said = [Contribution(id=key, text=key, stamp=key) for key in "abcdef"]
    pairs = [
        SamePoint(id=pair_id(one, other), first=one, second=other, same=same)
        for one, other, same in decisions
    ]
    return Session("s").having([*said, *pairs])


def test_pairs_that_hang_together_are_one_group_in_the_order_of_saying() -> None:
    groups = session(("d", "b", True), ("a", "b", True), ("e", "f", True)).groups
    assert groups.all == (("a", "b", "d"), ("e", "f"))
    assert groups.of["d"] == ("a", "b", "d")
    assert "c" not in groups.of


def test_what_was_parted_is_settled_for_all_that_is_joined_with_it() -> None:
    groups = session(("a", "b", True), ("c", "b", False)).groups
    assert groups.settled("a", "b")
    assert groups.settled("c", "a")
    assert groups.settled("a", "c")
    assert not groups.settled("a", "d")


def test_what_was_withdrawn_leaves_its_group_and_those_that_it_joined_stay_together() -> None:
    before = session(("a", "b", True), ("b", "c", True))
    gone = replace(before.of(Contribution)["b"], withdrawn=True)
    assert before.having([gone]).groups.all == (("a", "c"),)


def test_a_decision_that_was_taken_back_counts_no_longer() -> None:
    before = session(("a", "b", True))
    decision = before.of(SamePoint)[pair_id("b", "a")]
    assert before.having([replace(decision, withdrawn=True)]).groups.all == ()
