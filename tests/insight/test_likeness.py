"""What is proposed as the same point: for one statement, and as groups of a topic."""

import subprocess
import sys
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roundtable.domain.contributions import Contribution, Voice
from roundtable.domain.people import Participant
from roundtable.domain.same_point import SamePoint, pair_id
from roundtable.domain.session import Details, Session
from roundtable.insight.grams import Grams
from roundtable.insight.likeness import MOST_ALIKE, alike, proposed_groups

SAID = {
    "cost": "school uniforms cost too much for families who cannot afford them",
    "poor": "some families cannot afford school uniforms",
    "price": "families cannot afford uniforms for school: too much cost",
    "self": "uniforms stifle freedom of expression",
    "voice": "freedom of expression matters, uniforms stifle that freedom",
    "bus": "the bus is late every morning",
}


def table(*decisions: SamePoint, **said: str) -> Session:
    """Give a table at which all this was said on one topic, and what was decided."""
    those = [
        Contribution(id=key, stamp=f"{place:03}", text=text, topic="t", participant="els", voice=Voice.PERSON)
        for place, (key, text) in enumerate((said or SAID).items())
    ]
    els = Participant(id="els", name="Els Peeters")
    return Session("s").having([Details(id="s", language="en"), els, *those, *decisions])


def decided(one: str, other: str, *, same: bool) -> SamePoint:
    return SamePoint(id=pair_id(one, other), first=one, second=other, same=same)


def test_what_is_like_a_statement_comes_likeliest_first() -> None:
    assert alike(table(), "cost") == ("price", "poor")
    assert alike(table(), "bus") == ()
    assert alike(table(), "unknown") == ()


def test_what_was_settled_is_not_proposed_for_a_statement_again() -> None:
    assert alike(table(decided("cost", "price", same=True)), "cost") == ("poor",)
    assert alike(table(decided("poor", "cost", same=False)), "cost") == ("price",)
    joined = (decided("price", "self", same=True), decided("cost", "self", same=False))
    assert alike(table(*joined), "cost") == ("poor",)


def test_only_so_many_are_told_and_only_of_its_own_topic() -> None:
    many = {f"c{place}": SAID["cost"] for place in range(30)}
    session = table(**many)
    assert alike(session, "c7") == tuple(f"c{place}" for place in range(MOST_ALIKE + 1) if place != 7)
    elsewhere = [replace(said, topic=None) for said in session.contributions[:20]]
    assert set(alike(session.having(elsewhere), "c25")) < {f"c{place}" for place in range(20, 30)}
    assert set(alike(session.having(elsewhere), "c5")) < {f"c{place}" for place in range(20)}


def test_groups_are_proposed_the_largest_first() -> None:
    assert proposed_groups(table(), "t") == (("cost", "poor", "price"), ("self", "voice"))
    assert proposed_groups(table(), None) == ()


def test_before_the_first_topic_there_are_groups_as_well() -> None:
    session = table()
    early = session.having([replace(said, topic=None) for said in session.contributions])
    assert proposed_groups(early, None) == (("cost", "poor", "price"), ("self", "voice"))


def test_a_confirmed_group_comes_as_a_whole_and_never_alone() -> None:
    session = table(decided("self", "voice", same=True))
    assert proposed_groups(session, "t") == (("cost", "poor", "price"),)
    session = table(decided("price", "bus", same=True))
    assert proposed_groups(session, "t")[0] == ("cost", "poor", "price", "bus")
    parked = replace(session.contribution("bus"), parked=True)
    assert proposed_groups(session.having([parked]), "t")[0] == ("cost", "poor", "price", "bus")


def test_what_was_parted_is_in_no_group_together() -> None:
    session = table(decided("cost", "price", same=False))
    assert all(not {"cost", "price"} <= set(group) for group in proposed_groups(session, "t"))
    whole = table(decided("cost", "poor", same=True), decided("price", "poor", same=False))
    assert all(not {"cost", "price"} <= set(group) for group in proposed_groups(whole, "t"))
    twins = table(decided("a", "b", same=False), a=SAID["cost"], b=SAID["cost"], c=SAID["cost"])
    assert all(not {"a", "b"} <= set(group) for group in proposed_groups(twins, "t"))
    assert proposed_groups(twins, "t")


keys = st.sampled_from(sorted(SAID))
decisions = st.lists(st.tuples(keys, keys, st.booleans()).filter(lambda pair: pair[0] != pair[1]), max_size=6)


@given(decisions)
def test_whatever_was_decided_proposals_respect_it(pairs: list[tuple[str, str, bool]]) -> None:
    session = table(*(decided(one, other, same=same) for one, other, same in pairs))
    groups = proposed_groups(session, "t")
    assert len({key for group in groups for key in group}) == sum(map(len, groups))
    for group in groups:
        assert any(not session.groups.settled(*pair) for pair in combinations(group, 2))
        for key in group:
            assert set(session.groups.of.get(key, ())) <= set(group)
        for one, other in combinations(group, 2):
            parted = session.groups.settled(one, other) and other not in session.groups.of.get(one, ())
            assert not parted
    assert groups == tuple(sorted(groups, key=len, reverse=True))


@pytest.mark.parametrize(
    ("said", "groups"),
    [
        ({}, 2),
        ({"a": "trust"}, 0),
        ({"a": "👍🎉", "b": "👍🎉"}, 0),
        ({"a": "…", "b": "?!"}, 0),
        ({"a": "2021", "b": "2021", "c": "12021"}, 1),
        ({"a": "yes", "b": "thank you, chair"}, 0),
        ({"a": "Els", "b": "Els Peeters"}, 0),
        ({f"c{place}": "Trust begins with goals" for place in range(3000)}, 1),
        ({"a": "garden " * 15_000, "b": "garden"}, 1),
        ({"a": "x" * 100_000, "b": "y" * 100_000}, 0),
    ],
)
def test_bad_ground_bears_proposals_as_well(said: dict[str, str], groups: int) -> None:
    session = table(**said)
    found = proposed_groups(session, "t")
    assert len(found) == groups
    assert alike(session, session.contributions[0].id) is not None


def test_nearly_all_pairs_that_are_like_are_found_without_comparing_all() -> None:
    texts = [f"{one} {two} {three}" for one in SAID.values() for two in ("hello", "goals") for three in "abc"]
    grams = Grams.cut(text.split() for text in texts)
    found = {(other, one): cosine for one, other, cosine in grams.pairs(range(len(texts)), 0.4)}
    everything = {
        (place, other): cosine
        for place in range(len(texts))
        for cosine, other in grams.like(place, 0.4)
        if place < other
    }
    assert found == pytest.approx({pair: everything[pair] for pair in found})
    assert len(found) > 0.98 * len(everything)


def test_the_same_evening_gives_the_same_proposals_whatever_the_hash_seed(shared: Path) -> None:
    program = """
import json, sys
from roundtable.insight.asking import Question, Wanted, answer
from roundtable.insight.cover import Statement
said = json.load(open(sys.argv[1], encoding="utf-8"))["contributions"][:400]
table = [Statement(str(place), one["text"], one["participant"]) for place, one in enumerate(said)]
for wanted in Wanted:
    print(answer(Question(wanted, "en", k=10, about=table[7]), table))
"""
    evening = shared / "sessions" / "en-argkp-dev.json"
    outputs = {
        subprocess.run(
            [sys.executable, "-c", program, str(evening)],
            env={"PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("0", "1")
    }
    assert len(outputs) == 1
    assert outputs.pop().count(b"[") > 20
