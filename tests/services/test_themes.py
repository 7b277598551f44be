"""Themes: given to many at once, renamed, merged, split, dropped; nothing is lost, and one undo brings all back."""

import threading
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roundtable.domain.contributions import Contribution, Theme
from roundtable.domain.records import Record, created
from roundtable.domain.session import Session
from roundtable.errors import (
    NoSuchContribution,
    NoSuchTheme,
    NotOfTheme,
    OneThemeAlone,
    RoundtableError,
    SeveralThemes,
    ThemeItself,
    ThemesOfOneName,
    ThemeUnnamed,
)
from roundtable.services import themes
from roundtable.services.corrections import restore, withdraw
from roundtable.services.retyping import retype
from roundtable.storage.journal import Journal
from tests.services.tables import Table

LINES = (
    "els: trust comes first =trust",
    "karim: drivers start alone =onboarding",
    "an: a mentor for everybody =onboarding =trust",
    "els: nothing of the kind",
)


@pytest.fixture
def said(table: Table) -> Table:
    """Give a table at which four things were said, of two themes."""
    for line in LINES:
        table.record(line)
    return table


def borne(session: Session) -> dict[str, list[int]]:
    """Give the numbers of what bears each theme, by its name."""
    return {
        theme.name: [session.numbers[one.id] for one in session.contributions if theme.id in one.themes]
        for theme in session.themes
    }


def seen(session: Session) -> dict[str, dict[str, Record]]:
    """Give the records as they are seen: what was made and taken back is none of them."""
    return {
        kind: {key: one for key, one in records.items() if not one.withdrawn}
        for kind, records in session.records.items()
        if kind != Theme.KIND
    } | {Theme.KIND: {theme.id: theme for theme in session.themes}}


def test_many_are_tagged_at_once_with_a_theme_that_there_is_or_is_made(said: Table) -> None:
    session = themes.tag(said.journal, said.uid, "Trust", ["2", "4", "4"])
    assert borne(session) == {"trust": [1, 2, 3, 4], "onboarding": [2, 3]}
    session = themes.tag(said.journal, said.uid, "=zorg voor mantelzorgers", ["1", "3"])
    assert borne(session)["zorg voor mantelzorgers"] == [1, 3]
    assert [theme.name for theme in session.themes] == ["trust", "onboarding", "zorg voor mantelzorgers"]


def test_a_name_that_begins_another_can_be_a_new_theme(said: Table) -> None:
    assert borne(themes.tag(said.journal, said.uid, "on", ["1"]))["on"] == [1]


def test_tagging_is_all_or_none_and_one_act(said: Table) -> None:
    before = said.session
    for name, numbers in (("new", ["1", "99"]), (" = ", ["1"])):
        with pytest.raises((NoSuchContribution, ThemeUnnamed)):
            themes.tag(said.journal, said.uid, name, numbers)
    assert said.session == before
    themes.tag(said.journal, said.uid, "new", ["1", "2", "3"])
    assert seen(said.journal.undo(said.uid).session) == seen(before)


def test_what_nothing_is_tagged_with_is_not_made(said: Table) -> None:
    assert "new" not in borne(themes.tag(said.journal, said.uid, "new", []))


def test_a_theme_is_taken_away_and_stays_with_nothing_left(said: Table) -> None:
    session = themes.untag(said.journal, said.uid, "onb", ["2", "3", "1"])
    assert borne(session) == {"trust": [1, 3], "onboarding": []}


def test_a_theme_is_renamed_and_what_bears_it_follows(said: Table) -> None:
    session = themes.rename_theme(said.journal, said.uid, "onboarding", "First days")
    assert borne(session) == {"trust": [1, 3], "First days": [2, 3]}
    assert borne(themes.rename_theme(said.journal, said.uid, "first", "first days"))["first days"] == [2, 3]


def test_to_the_name_of_another_theme_it_goes_into_that_one(said: Table) -> None:
    before = said.session
    assert borne(themes.rename_theme(said.journal, said.uid, "onboarding", "TRUST")) == {"trust": [1, 2, 3]}
    assert seen(said.journal.undo(said.uid).session) == seen(before)


def test_merged_themes_are_the_first_and_what_was_withdrawn_bears_it_too(said: Table) -> None:
    withdraw(said.journal, said.uid, "2")
    before = said.session
    assert borne(themes.merge_themes(said.journal, said.uid, ["onb", "trust"])) == {"onboarding": [1, 3]}
    assert borne(restore(said.journal, said.uid, "2")) == {"onboarding": [1, 2, 3]}
    assert seen(said.journal.undo(said.uid, 2).session) == seen(before)


def test_fewer_than_two_themes_are_not_merged(said: Table) -> None:
    for too_few in ([], ["trust"], ["trust", "tru"]):
        with pytest.raises(OneThemeAlone):
            themes.merge_themes(said.journal, said.uid, too_few)


def test_part_of_a_theme_is_split_off(said: Table) -> None:
    before = said.session
    session = themes.split_theme(said.journal, said.uid, "trust", "mentors", ["3"])
    assert borne(session) == {"trust": [1], "onboarding": [2, 3], "mentors": [3]}
    assert borne(themes.split_theme(said.journal, said.uid, "mentors", "onboarding", ["3"]))["mentors"] == []
    assert seen(said.journal.undo(said.uid, 2).session) == seen(before)


def test_nothing_is_split_where_one_does_not_bear_it_or_the_name_is_its_own(said: Table) -> None:
    before = said.session
    with pytest.raises(NotOfTheme, match="Contribution 2"):
        themes.split_theme(said.journal, said.uid, "trust", "new", ["1", "2"])
    with pytest.raises(ThemeItself):
        themes.split_theme(said.journal, said.uid, "trust", "Trust", ["1"])
    assert said.session == before


def test_a_dropped_theme_comes_back_with_all_that_bore_it(said: Table) -> None:
    before = said.session
    assert borne(themes.drop_theme(said.journal, said.uid, "trust")) == {"onboarding": [2, 3]}
    assert seen(said.journal.undo(said.uid).session) == seen(before)


def test_a_name_that_fits_none_or_several_says_what_to_do(said: Table) -> None:
    themes.tag(said.journal, said.uid, "trustees", ["1"])
    with pytest.raises(NoSuchTheme, match="theme list"):
        themes.drop_theme(said.journal, said.uid, "nothing")
    with pytest.raises(SeveralThemes, match="trust, trustees"):
        themes.drop_theme(said.journal, said.uid, "tr")
    assert "trust" not in borne(themes.drop_theme(said.journal, said.uid, "trust"))


def test_a_later_line_finds_a_theme_by_the_name_it_has_now(said: Table) -> None:
    themes.rename_theme(said.journal, said.uid, "onboarding", "mentors")
    said.record("els: as before =mentors")
    said.record("els: as it was called =onboarding")
    assert borne(said.session) == {"trust": [1, 3], "mentors": [2, 3, 5], "onboarding": [6]}


def test_a_line_typed_anew_keeps_what_was_decided_since(said: Table) -> None:
    themes.rename_theme(said.journal, said.uid, "onboarding", "mentors")
    themes.tag(said.journal, said.uid, "tagged", ["3"])
    key = said.said[2].id
    retype(said.journal, said.uid, key, "an: a mentor for each =onboarding =fresh")
    assert borne(said.session) == {"trust": [1], "mentors": [2, 3], "tagged": [3], "fresh": [3]}


def twice(table: Table) -> list[str]:
    """Let a theme be there twice, as two machines may have made it; give their ids."""
    twins = [Theme(id=key, name=name, order="n") for key, name in (("one", "Werk"), ("two", "werk"))]
    table.journal.append(table.uid, lambda _: [created(twin) for twin in twins])
    for twin, number in zip(twins, ("2", "3"), strict=True):
        themes.tag(table.journal, table.uid, twin.id, [number])
    return [twin.id for twin in twins]


def test_a_theme_that_is_there_twice_is_told_and_merged_by_its_name_alone(said: Table) -> None:
    one, two = twice(said)
    with pytest.raises(ThemesOfOneName, match=f"theme merge {one} {two}"):
        themes.drop_theme(said.journal, said.uid, "wer")
    session = themes.merge_themes(said.journal, said.uid, ["werk"])
    assert borne(session)["Werk"] == [2, 3]
    assert [theme.id for theme in session.themes if theme.name.lower() == "werk"] == [one]


def test_of_two_that_are_called_so_each_is_found_by_its_id_and_a_line_takes_the_first(said: Table) -> None:
    one, two = twice(said)
    said.record("els: more =werk")
    assert said.said[-1].themes == {one}
    left = {theme.id for theme in themes.drop_theme(said.journal, said.uid, one).themes}
    assert two in left
    assert one not in left


def test_what_another_tagged_while_a_theme_was_dropped_elsewhere_keeps_it_in_sight(
    said: Table, tmp_path: Path
) -> None:
    far = Journal.open(tmp_path / "far.db", said.clock, "far")
    far.receive(said.journal.history(said.uid))
    said.clock.on(seconds=5)
    themes.drop_theme(said.journal, said.uid, "onboarding")
    themes.tag(far, said.uid, "onboarding", ["4"])
    said.journal.receive(far.history(said.uid))
    far.receive(said.journal.history(said.uid))
    assert borne(said.session) == borne(far.session(said.uid)) == {"trust": [1, 3], "onboarding": [4]}
    again = themes.tag(said.journal, said.uid, "onboarding", ["2"])
    assert borne(themes.untag(said.journal, said.uid, "onboarding", ["2", "4"])).keys() == borne(again).keys()
    far.close()


def test_two_who_tag_at_once_make_one_theme_and_lose_nothing(said: Table) -> None:
    path, uid = said.journal.path, said.uid

    def work(place: str, numbers: list[str]) -> None:
        journal = Journal.open(path, said.clock, place)
        for number in numbers:
            themes.tag(journal, uid, "Shared", [number])
            themes.tag(journal, uid, place, [number])
        journal.close()

    writers = [
        threading.Thread(target=work, args=(place, numbers))
        for place, numbers in (("a", ["1", "2"]), ("b", ["3", "4"]))
    ]
    for one in writers:
        one.start()
    for one in writers:
        one.join()
    assert borne(said.session) | {"trust": [], "onboarding": []} == {
        "trust": [],
        "onboarding": [],
        "Shared": [1, 2, 3, 4],
        "a": [1, 2],
        "b": [3, 4],
    }


def test_one_merges_while_another_tags_and_the_undo_of_the_one_leaves_what_the_other_did(
    said: Table, other: Table
) -> None:
    themes.merge_themes(said.journal, said.uid, ["trust", "onboarding"])
    themes.tag(other.journal, other.uid, "trust", ["4"])
    session = said.journal.undo(said.uid).session
    assert borne(session) == {"trust": [1, 3, 4], "onboarding": [2, 3]}


def named(count: int) -> st.SearchStrategy[str]:
    return st.sampled_from([f"t{place}" for place in range(count)])


NUMBERS = st.lists(st.sampled_from(["1", "2", "3", "4"]), min_size=1, max_size=3, unique=True)
ACTS = st.one_of(
    st.tuples(st.just("tag"), named(4), NUMBERS),
    st.tuples(st.just("rename_theme"), named(4), named(5)),
    st.tuples(st.just("merge_themes"), st.lists(named(4), min_size=2, max_size=3)),
    st.tuples(st.just("split_theme"), named(4), named(5), NUMBERS),
)


def bearers(session: Session) -> Counter[str]:
    """Count by how many themes in sight each contribution is borne."""
    there = {theme.id for theme in session.themes}
    return Counter({one.id: len(one.themes & there) for one in session.of(Contribution).values()})


@given(st.lists(ACTS, min_size=1, max_size=8))
@settings(max_examples=25)
def test_whatever_is_done_no_tag_is_lost_and_undoing_all_of_it_brings_back_what_was(
    acts: list[tuple[str, ...]],
) -> None:
    with TemporaryDirectory() as folder:
        journal = Journal.open(Path(folder) / "themes.db")
        said = [Contribution(id=f"c{place}", text="x") for place in range(4)]
        journal.append("s", lambda _: [created(one) for one in said])
        for place in range(4):
            themes.tag(journal, "s", f"t{place}", [str(place + 1), str((place + 1) % 4 + 1)])
        states = [journal.session("s")]
        for name, *told in acts:
            before = journal.session("s")
            try:
                after = getattr(themes, name)(journal, "s", *told)
            except RoundtableError:
                assert journal.session("s") == before
                continue
            for key, count in bearers(before).items():
                assert bool(count) <= bool(bearers(after)[key])
                if name != "tag":
                    assert bearers(after)[key] <= count
            if after is not before:
                states.append(after)
        for before in states[-2::-1]:
            assert seen(journal.undo("s").session) == seen(before)
        journal.close()
