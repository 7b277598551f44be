"""How statements lie together before an organiser, and which of them are shown."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from roundtable.domain.contributions import Contribution, Theme
from roundtable.domain.filtering import Filter
from roundtable.domain.gathering import By, Sieve, gathered
from roundtable.domain.same_point import SamePoint, pair_id
from roundtable.domain.session import Session

THEMES = [Theme(id="trust", name="trust", order="b"), Theme(id="hours", name="hours", order="c")]


def said(key: str, text: str = "", *themes: str, topic: str | None = None) -> Contribution:
    return Contribution(id=key, stamp=key, text=text or key, themes=frozenset(themes), topic=topic)


def same(one: str, other: str) -> SamePoint:
    return SamePoint(id=pair_id(one, other), first=one, second=other, same=True)


def table(*records: Contribution | SamePoint) -> Session:
    return Session("s").having([*THEMES, *records])


def test_a_theme_comes_before_the_same_point_and_what_is_on_its_own_comes_last() -> None:
    session = table(
        said("a"), said("b", "", "trust"), said("c"), said("d"), said("e", "", "trust"), same("c", "d")
    )
    found = gathered(session, session.contributions)
    assert [(one.by, [each.id for each in one.said]) for one in found] == [
        (By.THEME, ["b", "e"]),
        (By.POINT, ["c", "d"]),
        (By.NOTHING, ["a"]),
    ]
    assert found[0].title == "trust"
    assert found[1].title == "c"


def test_of_two_themes_the_one_that_more_statements_share_counts() -> None:
    session = table(
        said("a", "", "trust", "hours"),
        said("b", "", "hours"),
        said("c", "", "trust"),
        said("d", "", "hours"),
    )
    found = {one.title: [each.id for each in one.said] for one in gathered(session, session.contributions)}
    assert found == {"hours": ["a", "b", "d"], "trust": ["c"]}


@given(st.lists(st.tuples(st.sampled_from(["", "trust", "hours"]), st.booleans()), max_size=12))
def test_every_statement_lies_in_one_place(made: list[tuple[str, bool]]) -> None:
    those = [
        said(f"{place:02d}", "", *([theme] if theme else [])) for place, (theme, _joined) in enumerate(made)
    ]
    joined = [one.id for one, (_theme, joined) in zip(those, made, strict=True) if joined]
    session = table(*those, *(same(joined[0], other) for other in joined[1:]))
    found = [each.id for one in gathered(session, session.contributions) for each in one.said]
    assert sorted(found) == [one.id for one in those]


def test_a_sieve_lets_through_what_fits_all_that_is_asked() -> None:
    session = table(
        said("a", "Café hours", topic="one"),
        said("b", "no hours", topic="one"),
        replace(said("c", "cafe again", topic="one"), starred=True),
        said("d", "cafés", topic="two"),
    )

    def found(sieve: Sieve, used: frozenset[str] = frozenset()) -> str:
        return "".join(one.id for one in sieve.of(session, used))

    assert found(Sieve()) == "abcd"
    assert found(Sieve(topic="one", query="cafe")) == "ac"
    assert found(Sieve(query="hours caf")) == "a"
    assert found(Sieve(topic="one", filter=Filter(starred=True))) == "c"
    assert found(Sieve(topic="one", unused=True), frozenset("a")) == "bc"


def test_what_makes_the_same_point_lies_side_by_side_under_the_theme_that_any_of_it_bears() -> None:
    session = table(said("a", "", "trust"), said("b", "", "trust"), said("c"), said("d"), same("a", "d"))
    found = [[each.id for each in one.said] for one in gathered(session, session.contributions)]
    assert found == [["a", "d", "b"], ["c"]]


def test_of_a_group_of_which_one_is_shown_that_one_is_on_its_own() -> None:
    session = table(said("a", topic="one"), said("b", topic="one"), said("c", topic="two"), same("b", "c"))
    shown = Sieve(topic="one").of(session, ())
    assert [(one.by, len(one.said)) for one in gathered(session, shown)] == [(By.NOTHING, 2)]
