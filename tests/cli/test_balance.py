"""Who has been heard, from the plain command line."""

from tests.cli.running import Program


def spoken(table: Program) -> Program:
    """Let three people speak on two topics; nobody of logistics on the second."""
    table("topic", "go", "1")
    table.record("els: one", "karim: two", "an: three", "els: four")
    table("topic", "go", "2")
    table.record("els: five", "an: six")
    return table


def test_the_matrix_tells_sectors_by_topics_with_what_is_missing(table: Program) -> None:
    lines = [line.split() for line in spoken(table)("balance").splitlines()]
    assert lines[0] == ["Wel", "1", "2", "3", "Con", "all"]
    assert lines[1][:4] == ["RET", "2", "1", "3"]
    assert lines[2][:4] == ["LOG", "1", "·", "1"]  # topics that nobody came to yet stay blank
    assert lines[4] == ["all", "4", "2", "6"]


def test_everybody_is_told_and_whom_to_ask_next_with_the_reason(table: Program) -> None:
    told = spoken(table)("balance")
    people = told.split("\n\n")[1].splitlines()
    assert [line.split()[0] for line in people] == ["Anke", "Karim", "An", "Els"]
    assert "no word yet" in people[0]
    assert told.splitlines()[-1] == "Ask next: Karim Haddad (LOG not heard on this)"


def test_one_topic_is_told_on_its_own(table: Program) -> None:
    document = spoken(table).json("balance", "--topic", "2")
    assert document["topic"] == table.json("status")["topic"]["position"]
    assert [one["contributions"] for one in document["sectors"]] == [1, 0, 1]
    lines = spoken(table)("balance", "--topic", "1").splitlines()
    assert lines[0].split()[:2] == ["RET", "4"]


def test_the_document_tells_the_same(table: Program) -> None:
    document = spoken(table).json("balance")
    assert [(one["sector"], one["contributions"]) for one in document["sectors"]] == [
        ("RET", 3),
        ("LOG", 1),
        ("NPO", 2),
    ]
    assert [row["contributions"] for row in document["matrix"]] == [3, 1, 2]
    assert [cell["contributions"] for cell in document["matrix"][0]["topics"]] == [0, 2, 1, 0, 0]
    by_name = {one["participant"]: one for one in document["people"]}
    assert by_name["Anke Maes"]["silence_seconds"] is None
    assert by_name["Els De Wit"]["silence_seconds"] is not None
    assert document["ask_next"]["participant"] == "Karim Haddad"
    assert document["ask_next"]["why"] == "unheard"


def test_the_time_on_the_floor_is_told_where_the_floor_is_kept(table: Program) -> None:
    spoken(table)
    assert {one["airtime_seconds"] for one in table.json("status")["balance"]} == {0}
    table("floor", "give", "karim")
    table("floor", "done")
    found = table.json("balance")
    status = table.json("status")["balance"]
    assert [one["airtime_seconds"] for one in found["sectors"]] == [one["airtime_seconds"] for one in status]


def test_after_the_end_nobody_is_asked_and_silence_ends(table: Program) -> None:
    spoken(table)
    table("close")
    document = table.json("balance")
    assert document["ask_next"] is None
    assert "Ask next" not in table("balance")


def test_a_table_that_was_only_prepared_has_a_balance_too(prepared: Program) -> None:
    assert "no word yet" in prepared("balance")
    assert prepared.json("balance")["ask_next"]["why"] == "never"
