"""Words are found as people type them, whatever signs they hold."""

import sqlite3

import pytest

from roundtable.domain.changes import Edit
from roundtable.storage.journal import Journal
from roundtable.storage.search import matching
from tests.storage.making import UID, begin, said

SAID = {
    "mail": "Een e-mail lost niets op",
    "such": "Zo'n afspraak, daar hou ik van",
    "code": "Wij schrijven C++ en (soms) Python",
    "café": "In het café van Ligne werkt niemand",
    "late": "Thuiswerken mag, thuis slapen niet",
}


@pytest.fixture
def journal(journal: Journal) -> Journal:
    journal.append(UID, lambda _: [said(text, key) for key, text in SAID.items()])
    return journal


def found(journal: Journal, query: str) -> list[str]:
    return [key for _, key in journal.search(query)]


@pytest.mark.parametrize(
    ("query", "keys"),
    [
        ("e-mail", ["mail"]),
        ("E-MAI", ["mail"]),
        ("zo'n", ["such"]),
        ("zo’n", ["such"]),
        ("c++", ["code"]),
        ("(soms)", ["code"]),
        ("python (", ["code"]),
        ("cafe", ["café"]),
        ("CAFÉ", ["café"]),
        ("caf\u0065\u0301", ["café"]),
        ("thuis", ["late"]),
        ("thuis slap", ["late"]),
        ("slapen thuis", ["late"]),
        ("thui slapen", []),  # only the last word is a beginning
        ("thui ", []),  # and not once it is complete
        ("niets niemand", []),
        ('"niets op"', ["mail"]),
        ("niets OR niemand", []),
        ("text: niets", []),
    ],
)
def test_all_of_the_words_are_found_the_last_one_as_a_beginning(
    journal: Journal, query: str, keys: list[str]
) -> None:
    assert found(journal, query) == keys


@pytest.mark.parametrize("query", ["", " ", "(", "* -", '"', "'", '"""', "^", "{}", "\x00", "NEAR("])
def test_no_query_is_an_error(journal: Journal, query: str) -> None:
    assert found(journal, query) == []


def test_the_newest_come_first_and_no_more_than_asked(journal: Journal) -> None:
    assert found(journal, "n")[:2] == ["late", "café"]
    assert len(journal.search("n", limit=2)) == 2


def test_a_search_can_keep_to_one_session(journal: Journal) -> None:
    begin(journal, "second", "zorg")
    journal.append("second", lambda _: [said("Nog een e-mail", "theirs")])
    assert journal.search("e-mail") == [("second", "theirs"), (UID, "mail")]
    assert journal.search("e-mail", UID) == [(UID, "mail")]


def test_what_is_corrected_reworded_or_withdrawn_is_found_as_it_is_now(journal: Journal) -> None:
    journal.append(UID, lambda _: [Edit("contribution", "mail", {"text": "Een brief lost niets op"})])
    journal.append(UID, lambda _: [Edit("contribution", "code", {"wording": "Wij programmeren."})])
    journal.append(UID, lambda _: [Edit("contribution", "late", {"withdrawn": True})])
    assert found(journal, "e-mail") == []
    assert found(journal, "brief") == ["mail"]
    assert found(journal, "programmeren") == found(journal, "python") == ["code"]
    assert found(journal, "thuiswerken") == []
    journal.append(UID, lambda _: [Edit("contribution", "late", {"withdrawn": False})])
    assert found(journal, "thuiswerken") == ["late"]


def test_the_index_agrees_with_the_table_after_edits_and_after_a_rebuild(journal: Journal) -> None:
    journal.append(UID, lambda _: [Edit("contribution", "mail", {"text": "anders"})])
    for _ in range(2):
        db = sqlite3.connect(journal.path)
        db.execute("INSERT INTO contributions_text (contributions_text, rank) VALUES ('integrity-check', 1)")
        db.close()
        journal.rebuild()
    assert found(journal, "anders") == ["mail"]


def test_every_word_is_quoted() -> None:
    assert matching("zo'n e-mail \"x") == '"zo\'n" "e-mail" " x"*'
    assert matching("( )") == ""


def test_what_is_shown_of_a_hit_comes_with_it(journal: Journal) -> None:
    (hit,) = journal.find("niets")
    assert (hit.session, hit.id, hit.text) == (UID, "mail", SAID["mail"])
    assert [(one.session, one.id) for one in journal.find("thuis", UID)] == journal.search("thuis", UID)
    assert journal.find("(") == []


def test_nothing_is_found_at_a_table_that_was_taken_away(journal: Journal) -> None:
    assert journal.find("niets")
    journal.append(UID, lambda _: [Edit("session", UID, {"withdrawn": True})])
    assert journal.find("niets") == []


def test_what_was_said_at_a_table_that_was_taken_away_hides_nothing(journal: Journal) -> None:
    begin(journal, "later", "later")
    journal.append("later", lambda _: [said("niets meer"), said("niets nieuws")])
    assert len(journal.find("niets", limit=2)) == 2
    journal.append("later", lambda _: [Edit("session", "later", {"withdrawn": True})])
    assert [hit.id for hit in journal.find("niets", limit=2)] == ["mail"]


def test_what_was_said_at_a_rehearsal_says_so(journal: Journal) -> None:
    assert not journal.find("niets")[0].rehearsal
    journal.append(UID, lambda _: [Edit("session", UID, {"rehearsal": True})])
    assert journal.find("niets")[0].rehearsal
