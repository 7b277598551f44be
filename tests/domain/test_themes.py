"""Who spoke of which theme, and how a theme is found."""

from dataclasses import replace

import pytest

from roundtable.domain.agenda import Topic
from roundtable.domain.contributions import Contribution, Theme, Voice
from roundtable.domain.filtering import Filter
from roundtable.domain.people import Participant, Sector
from roundtable.domain.session import Session
from roundtable.domain.themes import Cell, ThemeMatrix, borne, namesakes, theme_name, theme_named
from roundtable.errors import NoSuchTheme, SeveralThemes, ThemesOfOneName, ThemeUnnamed

RET, LOG = (Sector(id=key, short=key.upper(), order=key) for key in ("ret", "log"))
PEOPLE = {"els": "ret", "piet": "ret", "karim": "log", "guest": None}
THEMES = {"tru": "trust", "onb": "onboarding"}


def said(name: str, by: str | None, *themes: str, topic: str | None = "t1", **more: object) -> Contribution:
    """Give something that a person, or with a sector's id that sector, said of themes."""
    voice = Voice.PERSON if by in PEOPLE else Voice.SECTOR if by else Voice.TABLE
    whose = {"participant": by} if voice is Voice.PERSON else {"sector": by}
    fields = {"stamp": name, "topic": topic, "voice": voice, "themes": frozenset(themes), **whose, **more}
    return Contribution(id=name, **fields)  # type: ignore[arg-type] — whatever a test says of it


def session(*those: Contribution, **names: str) -> Session:
    named = {**THEMES, **names}
    return Session("s").having(
        [
            *(Topic(id=key, title=key, order=key) for key in ("t1", "t2")),
            *(RET, LOG),
            *(Participant(id=key, name=key, sector=sector, order=key) for key, sector in PEOPLE.items()),
            *(Theme(id=key, name=name, order=key) for key, name in named.items()),
            *those,
        ]
    )


TALK = (
    said("a", "els", "tru"),
    said("b", "els", "tru", "onb", topic="t2"),
    said("c", "piet", "tru", topic=None),
    said("d", "karim", "tru"),
    said("e", "ret", "tru"),
    said("f", None, "tru"),
    said("g", "guest"),
    said("h", "karim", "tru", placed=False),
    said("i", "karim", "onb", withdrawn=True),
)


def test_statements_count_as_often_as_made_and_people_once_and_only_who_spoke() -> None:
    trust, onboarding = ThemeMatrix.of(session(*TALK)).rows
    assert trust.contributions == ("a", "b", "c", "d", "e", "f", "h")
    assert (trust.people, trust.sectors) == (("els", "karim", "piet"), ("log", "ret"))
    assert [trust.cell(one) for one in (RET, LOG, None)] == [Cell(4, 2), Cell(1, 1), Cell(2, 0)]
    assert (onboarding.contributions, onboarding.people) == (("b",), ("els",))


def test_topics_stand_in_their_order_and_a_theme_may_run_across_them() -> None:
    trust, onboarding = ThemeMatrix.of(session(*TALK)).rows
    assert (trust.topics, trust.across) == ((None, "t1", "t2"), True)
    assert (onboarding.topics, onboarding.across) == (("t2",), False)


def test_what_bears_two_themes_counts_once_in_all_and_what_bears_none_has_its_row() -> None:
    matrix = ThemeMatrix.of(session(*TALK))
    assert len(matrix.all.contributions) == 8
    assert matrix.without.contributions == ("g",)
    assert (matrix.without.people, matrix.without.cell(None)) == (("guest",), Cell(1, 1))
    assert matrix.sectors == (LOG, RET, None)


def test_without_anybody_outside_the_sectors_there_is_no_column_for_them() -> None:
    assert ThemeMatrix.of(session(said("a", "els", "tru"))).sectors == (LOG, RET)
    empty = ThemeMatrix.of(Session("s"))
    assert (empty.rows, empty.sectors, empty.all.contributions) == ((), (), ())


def test_the_matrix_has_of_each_theme_what_the_theme_alone_has() -> None:
    table = session(*TALK)
    assert ThemeMatrix.of(table).rows == tuple(borne(table, theme) for theme in reversed(table.themes))


def test_the_filter_gives_what_bears_a_theme_or_none() -> None:
    table = session(*TALK, said("j", "els", "gone"))
    assert [one.id for one in Filter(theme="onb").of(table)] == ["b"]
    assert [one.id for one in Filter(theme="").of(table)] == ["g", "j"]
    assert [one.id for one in Filter(theme="tru", sector="log").of(table)] == ["d", "h"]


def test_a_theme_that_is_there_twice_is_seen_as_such() -> None:
    table = session(*TALK, on2="Onboarding")
    assert [[one.id for one in those] for those in namesakes(table)] == [["on2", "onb"]]
    assert namesakes(session(*TALK)) == ()
    with pytest.raises(ThemesOfOneName, match="theme merge on2 onb"):
        theme_named(table, "onbo")
    assert theme_named(table, "onb").id == "onb"


def test_a_theme_is_found_by_its_name_whatever_its_accents_by_a_beginning_or_its_id() -> None:
    table = session(fe="Équité", trx="trustees")
    for name, key in (("equite", "fe"), ("=ÉQ", "fe"), ("trust", "tru"), ("truste", "trx"), ("onb", "onb")):
        assert theme_named(table, name).id == key
    with pytest.raises(SeveralThemes, match="trust, trustees"):
        theme_named(table, "trus")
    for nothing in ("", " ", "=", "xyz"):
        with pytest.raises(NoSuchTheme):
            theme_named(table, nothing)


def test_a_theme_that_is_gone_is_told_by_its_name_and_one_that_is_still_borne_is_found() -> None:
    table = session(said("a", "els", "tru"))
    gone = table.having([replace(one, withdrawn=True) for one in table.themes])
    assert theme_named(gone, "trust").id == "tru"
    with pytest.raises(NoSuchTheme, match="“onboarding”"):
        theme_named(gone, "onb")


def test_a_name_is_kept_as_typed_without_the_sign_of_a_line() -> None:
    assert theme_name(" =zorg  thuis ") == "zorg thuis"
    assert theme_name("#1 in zorg") == "#1 in zorg"
    assert theme_name("👩‍👩‍👧") == "👩‍👩‍👧"
    for nothing in ("", " ", "=", "\u202e"):
        with pytest.raises(ThemeUnnamed):
            theme_name(nothing)
