"""The projector from the plain command line, and a show of hands."""

import pytest

from tests.cli.running import Program


@pytest.fixture
def spoken(table: Program) -> Program:
    """Give a table with two statements and a takeaway."""
    table.record("els: one", "karim: two")
    table("takeaway", "add", "Take this")
    return table


def test_without_a_terminal_it_says_so(prepared: Program) -> None:
    done = prepared.run("stage")
    assert (done.code, done.out) == (1, "")
    assert "terminal" in done.err


def test_something_is_shown_and_hidden(spoken: Program) -> None:
    assert "“two”" in spoken("stage", "--show", "2")
    assert "“Take this”" in spoken("stage", "telework", "--show-takeaway", "1")
    assert "the topic and the time" in spoken("stage", "--hide")
    assert "on the stage" in spoken("journal")


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("--show", "9"), 1),
        (("--show-takeaway", "9"), 1),
        (("--show", "1", "--hide"), 2),
        (("nosuch", "--show", "1"), 1),
    ],
)
def test_what_cannot_be_shown_is_told(spoken: Program, words: tuple[str, ...], code: int) -> None:
    done = spoken.run("stage", *words)
    assert (done.code, done.out, bool(done.err)) == (code, "", True)


def test_the_next_question_is_asked(table: Program) -> None:
    assert table("stage", "--ask-next") == "What changes?\n"
    table("topic", "next")
    assert "no questions" in table("stage", "--ask-next")


def test_hands_count_for_the_table_or_by_sector_and_again(spoken: Program) -> None:
    told = spoken.json("takeaway", "hands", "1", "3-1")
    assert told["support"] == {"people": [], "sectors": [], "counts": {}, "table": [3, 1, 0]}
    assert "3 people; 1 against" in spoken("takeaway", "list")
    told = spoken.json("takeaway", "hands", "1", "ret", "1,", "npo", "2-0")
    assert told["support"]["counts"] == {"RET": [1, 0, 0], "NPO": [2, 0, 0]}
    assert "table" not in told["support"]
    spoken("undo")
    assert spoken.json("takeaway", "list")[0]["support"]["table"] == [3, 1, 0]


def test_too_many_hands_are_kept_and_told(spoken: Program) -> None:
    done = spoken.run("takeaway", "hands", "1", "ret 5")
    assert done.code == 0
    assert "it has 1" in done.err
    assert "5 people, 1 sector" in done.out


@pytest.mark.parametrize("typed", ["many", "bank 2", "8, ret 3"])
def test_what_is_no_show_of_hands_changes_nothing(spoken: Program, typed: str) -> None:
    done = spoken.run("takeaway", "hands", "1", typed)
    assert (done.code, done.out, bool(done.err)) == (1, "", True)
    assert spoken.json("takeaway", "list")[0]["support"]["counts"] == {}
