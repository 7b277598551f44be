"""The speaker queue from the plain command line."""

import pytest

from tests.cli.running import Program


def test_asking_giving_and_being_done_are_told_with_who_still_waits(table: Program) -> None:
    assert table("floor", "ask", "karim") == "Karim Haddad asked for the floor.\nWaiting: Karim Haddad\n"
    assert table("floor", "ask", "an", "claes").endswith("Waiting: Karim Haddad, An Claes\n")
    assert table("floor", "ask", "kar").startswith("Karim Haddad waits already.\n")
    assert table("floor", "give") == "Karim Haddad has the floor.\nWaiting: An Claes\n"
    assert table("floor", "ask", "karim").startswith("Karim Haddad has the floor already.\n")
    assert table("floor", "give", "els") == "Els De Wit has the floor.\nWaiting: An Claes\n"
    assert table("floor", "drop", "an claes") == "An Claes no longer waits.\n"
    assert table("floor", "give") == "Els De Wit is done; nobody waits.\n"
    assert table("floor", "done") == "Nobody had the floor.\n"


def test_with_nobody_waiting_or_speaking_it_says_what_to_do(table: Program) -> None:
    done = table.run("floor", "give")
    assert done.code == 1
    assert "roundtable floor ask NAME" in done.err
    assert "roundtable floor ask NAME" in table("floor", "list")


def test_the_list_tells_who_speaks_who_waits_and_for_how_long(table: Program) -> None:
    table("floor", "limit", "1,5")
    table("floor", "give", "karim")
    table("floor", "ask", "els")
    told = table("floor", "list").splitlines()
    assert told[0].startswith("Karim Haddad · 0:0")
    assert told[0].endswith(" / 1:30")
    assert told[1] == "  1  Els De Wit"
    found = table.json("floor", "list")
    assert (found["speaking"]["name"], found["speaking"]["sector"]) == ("Karim Haddad", "LOG")
    assert [(one["name"], one["sector"]) for one in found["queue"]] == [("Els De Wit", "RET")]
    assert (found["order"], found["limit_seconds"]) == ("asking", 90)
    assert [one["name"] for one in found["airtime"]] == ["Karim Haddad"]
    assert [one["position"] for one in found["airtime"][0]["topics"]] == [2]


def test_limit_and_order_are_told_and_can_be_taken_away(table: Program) -> None:
    assert table("floor", "limit", "2") == "A turn may last 2:00.\n"
    assert table("floor", "limit", "0") == "A turn may last as long as it takes.\n"
    assert table("floor", "order", "quiet") == "The sectors heard least go first.\n"
    assert table.json("floor", "order", "asking")["order"] == "asking"


@pytest.mark.parametrize("wrong", ["-1", "soon", "61", "nan", "inf"])
def test_a_limit_that_is_none_is_wrong_usage(table: Program, wrong: str) -> None:
    assert table.run("floor", "limit", "--", wrong).code == 2


def test_undo_takes_the_floor_back_and_the_journal_tells_of_it(table: Program) -> None:
    table("floor", "ask", "karim")
    assert "Karim Haddad" in table("journal")
    table("undo")
    assert table.json("floor", "list")["queue"] == []
