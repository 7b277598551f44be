"""What makes the same point, on the plain command line."""

import pytest

from tests.cli.running import Program

LINES = (
    "els: school uniforms cost too much for families who cannot afford them",
    "karim: volunteers need to meet each other in the office first",
    "an claes: some families cannot afford school uniforms",
    "anke: who still counts hours?",
    "karim: families cannot afford uniforms for school, they cost too much",
)


@pytest.fixture
def said(table: Program) -> Program:
    """Give a table at which three of five made one point."""
    table.record(*LINES)
    return table


def numbers(program: Program, *words: str) -> list[list[int]]:
    """Give the groups that a command tells of by the numbers of their members."""
    return [one["numbers"] for one in program.json("contributions", "groups", *words)]


def test_what_is_like_a_contribution_is_shown_as_possible_and_no_longer_once_it_is_decided(
    said: Program,
) -> None:
    assert sorted(one["number"] for one in said.json("contributions", "alike", "1")) == [3, 5]
    assert "Possibly the same point" in said("contributions", "alike", "1")
    said("contributions", "join", "1", "3")
    assert [one["number"] for one in said.json("contributions", "alike", "1")] == [5]
    said("contributions", "apart", "5", "3")
    assert said.json("contributions", "alike", "1") == []
    assert "Nothing else" in said("contributions", "alike", "4")


def test_groups_are_what_people_decided_and_proposals_only_where_they_are_asked_for(said: Program) -> None:
    assert numbers(said) == []
    assert "No groups yet" in said("contributions", "groups")
    (proposed,) = said.json("contributions", "groups", "--proposed")
    assert (proposed["numbers"], proposed["proposed"], proposed["topic"]) == ([1, 3, 5], True, 2)
    told = said("contributions", "groups", "--proposed", "--topic", "1")
    assert "Possibly the same point" in told
    assert "contributions join 1 3 5" in told
    joined = said.json("contributions", "join", "1", "3", "5")
    assert [one["number"] for one in joined] == [1, 3, 5]
    assert numbers(said) == [[1, 3, 5]]
    assert numbers(said, "--proposed") == []
    assert numbers(said, "--topic", "2") == []
    assert "The same point:" in said("contributions", "groups")


def test_one_leaves_its_group_and_undo_takes_it_back(said: Program) -> None:
    said("contributions", "join", "1", "3", "5")
    assert [one["number"] for one in said.json("contributions", "part", "3")] == [3]
    assert numbers(said) == [[1, 5]]
    assert numbers(said, "--proposed") == []
    said("undo")
    assert numbers(said) == [[1, 3, 5]]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("join", "1"), "at least two different"),
        (("join", "1", "1"), "at least two different"),
        (("apart", "1", "1"), "at least two different"),
        (("part", "2"), "Contribution 2 is in no group"),
        (("join", "1", "99"), "no contribution “99”"),
        (("alike", "99"), "no contribution “99”"),
        (("groups", "--topic", "nowhere"), "no topic “nowhere”"),
    ],
)
def test_what_cannot_be_decided_is_told_in_one_sentence(
    said: Program, words: tuple[str, ...], told: str
) -> None:
    done = said.run("contributions", *words)
    assert (done.code, done.out) == (1, "")
    assert told in done.err
