"""Which session and which topic a command is about."""

from tests.cli.running import Program


def test_without_any_session_a_command_says_how_to_make_one(empty: Program) -> None:
    done = empty.run("status")
    assert (done.code, done.out) == (1, "")
    assert "roundtable new AGENDA" in done.err
    assert str(empty.db) in done.err


def test_the_newest_session_is_meant_where_none_is_running(prepared: Program, agenda: str) -> None:
    prepared("new", agenda, "--id", "later")
    assert prepared.json("status")["session"] == "later"


def test_the_one_that_is_running_is_meant_before_newer_ones(table: Program, agenda: str) -> None:
    table("new", agenda, "--id", "later")
    assert table.json("status")["session"] == "telework"
    table("close", "telework")
    assert table.json("status")["session"] == "later"


def test_several_running_are_listed_and_none_is_chosen(table: Program, agenda: str) -> None:
    table("new", agenda, "--id", "other")
    table("topic", "next", "--session", "other")
    done = table.run("record", "els: hello")
    assert done.code == 1
    assert "telework, other" in done.err
    assert "--session" in done.err
    assert table.said("telework") == []


def test_a_unique_beginning_of_an_id_is_enough_and_an_exact_id_goes_first(
    prepared: Program, agenda: str
) -> None:
    prepared("new", agenda, "--id", "telework-2")
    assert prepared.json("status", "telework")["session"] == "telework"
    assert prepared.json("status", "telework-")["session"] == "telework-2"
    done = prepared.run("status", "tele")
    assert done.code == 1
    assert "telework, telework-2" in done.err
    assert prepared.run("status", "nothing").code == 1


def test_the_session_may_stand_as_an_option_on_every_command_that_acts_on_one(
    table: Program, agenda: str
) -> None:
    table("new", agenda, "--id", "other")
    here = ("--session", "other")
    table("record", "els: hello", *here)
    for command in (
        "status",
        "journal",
        "suggest",
        "contributions list",
        "takeaway list",
        "people list",
        "close",
        "reopen",
    ):
        table(*command.split(), *here)
    table("contributions", "star", "1", *here)
    table("takeaway", "add", "Hello", *here)
    table("prose", "set", "1", *here, stdin="Hello")
    table("topic", "next", *here)
    table("people", "here", "els", *here)
    table("undo", *here)
    assert [said["starred"] for said in table.said("--session", "other")] == [True]
    assert table.said("telework") == []


def test_a_topic_is_found_by_the_number_that_is_shown_and_by_a_beginning(table: Program) -> None:
    table("topic", "go", "2")
    assert table.json("status")["topic"]["title"] == "Trust"
    table("topic", "go", "the o")
    assert table.json("status")["topic"]["number"] == "3"
    table("topic", "go", "WELC")
    assert table.json("status")["topic"] | {"elapsed_seconds": 0} == {
        "position": 1,
        "number": None,
        "title": "Welcome",
        "planned_seconds": 600,
        "elapsed_seconds": 0,
    }


def test_a_topic_that_fits_none_or_two_is_told_with_those_there_are(table: Program) -> None:
    assert "The future of work, The office" in table.run("topic", "go", "the").err
    unknown = table.run("topic", "go", "5")
    assert unknown.code == 1
    assert "3 The office" in unknown.err
    assert table.json("status")["topic"]["number"] == "1"


def test_topics_without_numbers_are_called_by_their_position(empty: Program) -> None:
    plain = empty.db.with_name("plain.md")
    plain.write_text("---\ntitle: Plain\nlanguage: en\n---\n\n## One (5 min)\n\n## Two (5 min)\n", "utf-8")
    empty("new", str(plain))
    empty("topic", "go", "2")
    assert empty.json("status")["topic"] | {"elapsed_seconds": 0} == {
        "position": 2,
        "number": None,
        "title": "Two",
        "planned_seconds": 300,
        "elapsed_seconds": 0,
    }
