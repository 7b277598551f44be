"""Themes, from the plain command line."""

import pytest

from tests.cli.running import Document, Program


@pytest.fixture
def said(table: Program) -> Program:
    """Give a table at which six things were said at two topics, of two themes."""
    table.record("els: one =trust", "karim: two =onboarding =trust", "els: three =trust", "mod: four =trust")
    table("topic", "next")
    table.record("log: five =onboarding", "anke: six")
    return table


def borne(program: Program) -> dict[str, int]:
    """Give how many contributions bear each theme, by its name."""
    return {one["name"]: len(one["contributions"]) for one in program.json("theme", "list")}


def test_a_theme_has_every_field_that_scripts_rely_on(said: Program) -> None:
    ids = [one["id"] for one in said.said()]
    first, second = said.json("theme", "list")
    assert first == {
        "id": first["id"],
        "name": "trust",
        "contributions": ids[:4],
        "people": ["Els De Wit", "Karim Haddad"],
        "sectors": ["RET", "LOG"],
        "topics": [2],
    }
    assert (second["name"], second["people"], second["topics"]) == ("onboarding", ["Karim Haddad"], [2, 3])


def test_the_list_lines_up_for_people(said: Program) -> None:
    assert said("theme", "list").splitlines() == [
        "theme       said  people  sectors  topics",
        "trust       4     2       RET LOG  1",
        "onboarding  2     1       LOG      1 2",
    ]


def cells(row: Document) -> dict[str | None, tuple[int, int]]:
    return {one["sector"]: (one["contributions"], one["people"]) for one in row["sectors"]}


def test_the_matrix_counts_contributions_and_people_and_each_once_over_all(said: Program) -> None:
    told = said.json("theme", "matrix")
    assert [one["name"] for one in told["themes"]] == ["trust", "onboarding"]
    assert cells(told["themes"][0]) == {"RET": (2, 1), "LOG": (1, 1), "NPO": (0, 0), None: (1, 0)}
    assert cells(told["without_theme"])["NPO"] == (1, 1)
    assert (told["all"]["contributions"], told["all"]["people"]) == (6, 3)
    assert said("theme", "matrix").splitlines()[-1].split() == "all 2 (1) 2 (1) 1 (1) 1 (0) 6 (3)".split()


def test_without_themes_it_says_how_they_come_to_be(table: Program) -> None:
    assert table.json("theme", "list") == table.json("theme", "matrix")["themes"] == []
    for words in ("list", "matrix"):
        assert "=onboarding" in table("theme", words)


def test_contributions_are_tagged_untagged_and_undone(said: Program) -> None:
    told = said.json("theme", "tag", "=Nieuw volk", "5", "6")
    assert (told["name"], len(told["contributions"]), told["sectors"]) == ("Nieuw volk", 2, ["LOG", "NPO"])
    assert said("theme", "untag", "nieuw", "5").strip() == "=Nieuw volk  1 contribution · 1 person · NPO"
    said("undo", "--times", "2")
    assert borne(said) == {"trust": 4, "onboarding": 2}


def test_a_new_theme_is_said_to_be_one(said: Program) -> None:
    assert "new" in said.run("theme", "tag", "trusty", "1").err
    assert not said.run("theme", "tag", "TRUST", "6").err


def test_a_theme_is_renamed_and_one_that_goes_into_another_is_told(said: Program) -> None:
    assert said.json("theme", "rename", "onb", "first days")["name"] == "first days"
    done = said.run("theme", "rename", "first days", "Trust")
    assert done.out.startswith("=trust  5 contributions")
    assert "“first days” went into “trust”" in done.err
    assert borne(said) == {"trust": 5}


def test_themes_are_merged_and_split(said: Program) -> None:
    assert len(said.json("theme", "merge", "onboarding", "trust")["contributions"]) == 5
    told = said.json("theme", "split", "onb", "trust", "1", "3")
    assert (told["name"], len(told["contributions"])) == ("trust", 2)
    assert borne(said) == {"onboarding": 3, "trust": 2}


def test_a_theme_is_dropped_and_said_from_how_many(said: Program) -> None:
    assert said("theme", "drop", "tr").strip() == "Dropped: “trust”, from 4 contributions."
    assert borne(said) == {"onboarding": 2}
    said("undo")
    assert borne(said) == {"trust": 4, "onboarding": 2}


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("drop", "nothing"), "There is no theme “nothing”"),
        (("tag", " ", "1"), "needs a name"),
        (("tag", "new", "1", "99"), "no contribution “99”"),
        (("merge", "trust"), "at least two themes"),
        (("split", "trust", "new", "6"), "Contribution 6 does not bear the theme “trust”"),
        (("split", "trust", "=trust", "1"), "is the theme itself"),
    ],
)
def test_what_cannot_be_done_is_told_in_one_sentence_and_changes_nothing(
    said: Program, words: tuple[str, ...], told: str
) -> None:
    before = said.json("theme", "list")
    done = said.run("theme", *words)
    assert done.code == 1
    assert told in done.err
    assert said.json("theme", "list") == before


def test_names_are_told_as_they_were_typed(said: Program) -> None:
    said("theme", "tag", "[red]x[/]", "1")
    said("theme", "tag", "zorg 🧑", "1")
    assert "[red]x[/]   1     1       RET      1" in said("theme", "list").splitlines()


def test_an_undo_of_much_is_told_in_brief(table: Program) -> None:
    table.record(*(f"els: {number}" for number in range(30)))
    table("theme", "tag", "much", *(str(number) for number in range(1, 31)))
    assert said_more(table("undo")) == 19


def said_more(told: str) -> int:
    return int(told.rsplit(" · ", 1)[1].removesuffix(" more\n"))
