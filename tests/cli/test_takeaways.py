"""The ledger of takeaways and the suggestions, from the plain command line."""

import pytest

from tests.cli.running import Program


@pytest.fixture
def ledger(table: Program) -> Program:
    """Give a table with five statements at two topics and two takeaways."""
    table.record("els: one", "karim: two", "an: three")
    table("topic", "next")
    table.record("anke: four", "log: five")
    table("takeaway", "add", "First", "--title", "The first", "--from", "1", "--from", "4")
    table("takeaway", "add", "Second")
    return table


def texts(program: Program) -> list[str]:
    """Give the texts of the ledger in its order."""
    return [one["text"] for one in program.json("takeaway", "list")]


def test_a_takeaway_has_every_field_that_scripts_rely_on(ledger: Program) -> None:
    ids = [one["id"] for one in ledger.said()]
    first, second = ledger.json("takeaway", "list")
    assert first == {
        "id": first["id"],
        "position": 1,
        "title": "The first",
        "text": "First",
        "worded": True,
        "topics": [2, 3],
        "contributions": [ids[0], ids[3]],
        "support": {
            "people": ["Els De Wit", "Anke Maes"],
            "sectors": ["RET", "NPO"],
            "counts": {"RET": [1, 0, 0], "NPO": [1, 0, 0]},
        },
        "dissent": [],
        "rests_on_one": False,
        "flagged": False,
        "why": [],
    }
    assert (second["position"], second["contributions"], second["topics"]) == (2, [], [])


def test_it_is_worded_anew_and_rests_on_more_or_less(ledger: Program) -> None:
    words = ("--text", "Anew", "--title", "T", "--from", "2", "--from", "3", "--without", "1")
    told = ledger.json("takeaway", "edit", "1", *words)
    ids = [one["id"] for one in ledger.said()]
    assert (told["text"], told["title"], told["contributions"]) == ("Anew", "T", [ids[1], ids[2], ids[3]])


def test_support_comes_from_people_and_from_numbers_of_a_sector(ledger: Program) -> None:
    ledger("takeaway", "support", "2", "--by", "NPO", "--count", "8")
    ledger("takeaway", "support", "2", "--by", "karim", "--by", "els")
    told = ledger.json("takeaway", "support", "2", "--by", "ret", "--oppose", "--count", "2")
    assert told["support"] == {
        "people": ["Els De Wit", "Karim Haddad"],
        "sectors": ["RET", "LOG", "NPO"],
        "counts": {"RET": [1, 2, 0], "LOG": [1, 0, 0], "NPO": [8, 0, 0]},
    }
    assert "10 people, 3 sectors; 2 against" in ledger("takeaway", "list")


def test_dissent_stands_beside_it(ledger: Program) -> None:
    told = ledger.json("takeaway", "dissent", "1", "--from", "2", "--from", "4")
    ids = [one["id"] for one in ledger.said()]
    assert (told["contributions"], told["dissent"]) == ([ids[0]], [ids[1], ids[3]])


@pytest.mark.parametrize(("position", "order"), [("1", "312"), ("2", "132"), ("3", "123"), ("9", "123")])
def test_it_is_moved_to_a_position(ledger: Program, position: str, order: str) -> None:
    ledger("takeaway", "edit", "1", "--text", "1")
    ledger("takeaway", "edit", "2", "--text", "2")
    ledger("takeaway", "add", "3")
    ledger("takeaway", "move", "3", position)
    assert "".join(texts(ledger)) == order


def test_several_become_one_that_rests_on_what_all_rested_on(ledger: Program) -> None:
    ledger("takeaway", "add", "Third", "--from", "5")
    ledger("takeaway", "support", "3", "--by", "karim")
    told = ledger.json("takeaway", "merge", "1", "3")
    ids = [one["id"] for one in ledger.said()]
    assert (told["title"], told["text"]) == ("The first", "First\n\nThird")
    assert told["contributions"] == [ids[0], ids[3], ids[4]]
    assert "Karim Haddad" in told["support"]["people"]
    assert texts(ledger) == ["First\n\nThird", "Second"]
    ledger("undo")
    assert texts(ledger) == ["First", "Second", "Third"]


def test_one_that_is_dropped_comes_back_by_undo(ledger: Program) -> None:
    ledger("takeaway", "drop", "1")
    assert texts(ledger) == ["Second"]
    ledger("undo")
    assert texts(ledger) == ["First", "Second"]


def test_what_was_withdrawn_no_longer_carries_it_and_is_told(ledger: Program) -> None:
    ledger("contributions", "withdraw", "1")
    told = ledger.json("takeaway", "list")[0]
    assert (len(told["contributions"]), told["flagged"]) == (1, True)
    assert "contribution 1 was withdrawn" in ledger("takeaway", "list")


def test_what_was_corrected_is_told_until_somebody_looked(ledger: Program) -> None:
    key = ledger.said()[0]["id"]
    ledger("contributions", "edit", "1", "--text", "won")
    ledger("contributions", "withdraw", "4")
    told = ledger.json("takeaway", "list")[0]
    assert told["flagged"]
    assert told["why"][0] == {"contribution": key, "number": 1, "what": "corrected"}
    listed = ledger("takeaway", "list")
    assert "contribution 4 was withdrawn; contribution 1 was corrected since" in listed
    assert ledger.json("takeaway", "review", "1")["why"] == []
    assert "corrected" not in ledger("takeaway", "list")
    ledger("contributions", "restore", "4")
    assert "contribution 4 is back" in ledger("takeaway", "list")
    assert "looked at again" in ledger("journal")


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("add", " "), 1),
        (("add", "x", "--from", "99"), 1),
        (("edit", "9", "--text", "x"), 1),
        (("edit", "1", "--text", " "), 1),
        (("support", "1", "--by", "Bert"), 1),
        (("support", "1", "--by", "els", "--count", "2"), 1),
        (("support", "1"), 2),
        (("dissent", "1", "--from", "99"), 1),
        (("dissent", "1"), 2),
        (("move", "1", "0"), 2),
        (("merge", "1"), 1),
        (("merge", "1", "1"), 1),
        (("drop", "x"), 1),
        (("add",), 1),
        (("add", "--group", "1"), 1),
        (("add", "--from", "99"), 1),
        (("add", "x", "--topic", "1"), 2),
        (("draft", "--topic", "99"), 1),
        (("draft", "-k", "0"), 2),
        (("split", "1"), 2),
        (("split", "1", "--from", "2"), 1),
        (("split", "1", "--from", "1", "--from", "4"), 1),
        (("split", "2", "--from", "1"), 1),
        (("split", "9", "--from", "1"), 1),
        (("restore", "1"), 1),
        (("restore", "nothing"), 1),
        (("review", "9"), 1),
    ],
)
def test_what_cannot_be_done_is_told_and_changes_nothing(
    ledger: Program, words: tuple[str, ...], code: int
) -> None:
    before = ledger.json("takeaway", "list")
    done = ledger.run("takeaway", *words)
    assert (done.code, done.out, bool(done.err)) == (code, "", True)
    assert ledger.json("takeaway", "list") == before


def test_a_takeaway_may_begin_with_a_dash(table: Program) -> None:
    table("takeaway", "add", "- a list, perhaps")
    assert texts(table) == ["- a list, perhaps"]


def test_an_empty_ledger_says_how_to_begin(table: Program) -> None:
    assert "roundtable takeaway add" in table("takeaway", "list")
    assert table.json("takeaway", "list") == []


def test_suggestions_come_a_topic_each_with_recorded_support_only(ledger: Program) -> None:
    ledger.record(
        "els: trust grows where people see each other at the office every week",
        "karim: trust at the office grows with every week that people see each other",
        "anke: a warehouse is no office, and a planner cannot work from home at all",
        "+ ret",
    )
    found = ledger.json("suggest", "-k", "2")
    assert {one["topic"] for one in found} <= {2, 3}
    assert all(set(one) == {"topic", "contribution", "text", "score", "similar", "support"} for one in found)
    texts_by_id = {one["id"]: (one["text"], one["support"]) for one in ledger.said()}
    assert all(texts_by_id[one["contribution"]] == (one["text"], one["support"]) for one in found)
    only = ledger.json("suggest", "--topic", "2", "-k", "1")
    assert [one["topic"] for one in only] == [3]
    assert only[0]["text"] in ledger("suggest", "--topic", "trust")


def test_where_too_little_was_said_nothing_is_suggested(table: Program) -> None:
    assert table.json("suggest") == []
    assert table("suggest")


def test_without_words_it_has_those_of_what_it_rests_on(ledger: Program) -> None:
    told = ledger.json("takeaway", "add", "--from", "2", "--from", "1")
    assert (told["text"], told["worded"], told["title"]) == ("two", False, "")
    assert "still worded as a statement; no title yet" in ledger("takeaway", "list")
    worded = ledger.json("takeaway", "edit", "3", "--text", "Two.", "--title", "T")
    assert worded["worded"]
    assert "still worded" not in ledger("takeaway", "list")


def test_what_was_withdrawn_is_no_evidence_and_it_is_said_how_it_comes_back(ledger: Program) -> None:
    ledger("contributions", "withdraw", "1", "2")
    done = ledger.run("takeaway", "add", "--from", "1", "--from", "2")
    assert done.code == 1
    assert "roundtable contributions restore 1" in done.err
    ledger("contributions", "withdraw", "4")
    told = ledger.json("takeaway", "list")[0]
    assert (told["contributions"], told["topics"], told["support"]["people"]) == ([], [], [])
    assert "rests on no contribution; 0 people, 0 sectors; contributions 1, 4 were withdrawn" in ledger(
        "takeaway", "list"
    )


def test_drafts_come_from_what_speaks_for_many_and_go_with_one_undo(ledger: Program) -> None:
    ledger.record(
        "els: trust grows where people see each other at the office every week",
        "karim: rent is paid for empty desks while the heating burns all through the winter",
        "anke: a warehouse is no office, and a planner cannot work from home at all",
    )
    drafted = ledger.json("takeaway", "draft", "-k", "2")
    assert [(one["position"], one["worded"], len(one["contributions"])) for one in drafted] == [
        (3, False, 1),
        (4, False, 1),
    ]
    assert all(one["topics"] == [3] for one in ledger.json("takeaway", "draft", "--topic", "2", "-k", "1"))
    ledger("undo")
    ledger("undo")
    assert texts(ledger) == ["First", "Second"]
    ledger("takeaway", "draft", "-k", "100")
    assert "Too little was said" in ledger("takeaway", "draft")
    assert ledger.json("takeaway", "draft") == []


def test_one_is_parted_and_both_are_shown(ledger: Program) -> None:
    ids = [one["id"] for one in ledger.said()]
    kept, made = ledger.json("takeaway", "split", "1", "--from", "4")
    assert (kept["position"], kept["text"], kept["contributions"]) == (1, "First", [ids[0]])
    assert (made["position"], made["text"], made["contributions"]) == (2, "four", [ids[3]])
    assert texts(ledger) == ["First", "four", "Second"]
    assert kept["rests_on_one"]


def test_what_was_dropped_is_listed_with_the_id_that_brings_it_back(ledger: Program) -> None:
    assert "Nothing" in ledger("takeaway", "dropped")
    assert ledger.json("takeaway", "dropped") == []
    ledger("takeaway", "drop", "1")
    (gone,) = ledger.json("takeaway", "dropped")
    assert (gone["position"], gone["text"]) == (None, "First")
    assert ledger("takeaway", "dropped").split(maxsplit=1) == [gone["id"], "The first\n"]
    done = ledger.run("takeaway", "edit", gone["id"], "--text", "x")
    assert (done.code, f"roundtable takeaway restore {gone['id']}" in done.err) == (1, True)
    assert ledger("takeaway", "support", gone["id"], "--by", "els").startswith(gone["id"])
    assert "The first" in ledger("takeaway", "restore", gone["id"])
    assert texts(ledger) == ["First", "Second"]


def test_the_ledger_says_what_it_leaves_out(ledger: Program) -> None:
    assert "Nobody from LOG stands behind a takeaway yet." in ledger("takeaway", "list")
    assert ledger.json("takeaway", "gaps") == {"topics": [], "sectors": ["LOG"], "alone": []}
    ledger("topic", "next")
    ledger.record("karim: desks")
    ledger("takeaway", "edit", "2", "--from", "3")
    assert ledger("takeaway", "gaps").splitlines() == [
        "Nobody from LOG stands behind a takeaway yet.",
        "No takeaway draws on topic 3.",
        "One person alone stands behind takeaway 2.",
    ]
    assert ledger.json("takeaway", "gaps") == {"topics": [4], "sectors": ["LOG"], "alone": [2]}
    ledger("takeaway", "edit", "2", "--from", "6")
    assert ledger("takeaway", "gaps") == "Every topic and every sector is in a takeaway.\n"
    assert ledger("takeaway", "list").endswith("2 people, 2 sectors; no title yet\n")
