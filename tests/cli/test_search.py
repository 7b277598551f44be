"""Searching what was said, from the plain command line."""

import pytest

from tests.cli.running import Program


@pytest.fixture
def said(table: Program, agenda: str) -> Program:
    """Give a file with two tables, at which things were said."""
    table.record("els: het café is dicht", "karim: e-mail lost niets op", "an claes: zo'n dag", "els: c++")
    table("new", agenda, "--id", "second")
    table.run("record", "--session", "second", "karim: cafés everywhere")
    return table


def found(program: Program, *words: str) -> list[tuple[str, str]]:
    return [(one["session"], one["text"]) for one in program.json("search", *words)]


def test_all_tables_are_searched_the_newest_first_without_case_and_accents(said: Program) -> None:
    assert found(said, "CAFE") == [("second", "cafés everywhere"), ("telework", "het café is dicht")]
    assert found(said, "CAFE", "--all") == found(said, "CAFE")
    assert found(said, "cafe", "--session", "tele") == [("telework", "het café is dicht")]
    assert found(said, "dicht", "cafe") == [("telework", "het café is dicht")]
    assert said.run("search", "x", "--all", "--session", "tele").code == 2


@pytest.mark.parametrize(
    ("query", "texts"),
    [
        ("zo'n", ["zo'n dag"]),
        ("c++", ["c++"]),
        ("e-mail", ["e-mail lost niets op"]),
        ("(", []),
        ('"', []),
        ("niets OR dag", []),
        ('"lost niets"', ["e-mail lost niets op"]),
        ("*", []),
    ],
)
def test_whatever_is_typed_is_looked_for_to_the_letter(said: Program, query: str, texts: list[str]) -> None:
    assert [text for _, text in found(said, query)] == texts


def test_what_is_found_has_the_shape_of_a_list_with_its_session(said: Program) -> None:
    (one,) = said.json("search", "niets")
    (listed,) = [each for each in said.said() if each["id"] == one["id"]]
    assert one == {"session": "telework", **listed}


def test_people_read_under_which_table_it_was_said(said: Program) -> None:
    lines = said("search", "cafe").splitlines()
    assert lines[0].endswith("(second)")
    assert "cafés everywhere" in lines[1]
    assert lines[2].endswith("(telework)")
    assert said("search", "nothing at all") == "Nothing was said with these words.\n"
    said("contributions", "withdraw", "1", "--session", "tele")
    assert "dicht" not in said("search", "cafe")


def test_no_more_is_given_than_asked_for(said: Program) -> None:
    assert len(said.json("search", "cafe", "--limit", "1")) == 1
