"""What was taken back of the prose, in a sentence."""

from pathlib import Path

import pytest

from roundtable import i18n
from roundtable.services import prose
from roundtable.ui.undone import undone_told
from tests.ui.evening import Evening, prepared


@pytest.fixture
def evening(tmp_path: Path) -> Evening:
    i18n.use("en")
    return prepared(tmp_path)


def taken_back(evening: Evening) -> str:
    before = evening.session
    return undone_told(before, evening.journal.undo(evening.uid))


def test_a_text_that_is_taken_back_is_told_with_its_part(evening: Evening) -> None:
    prose.set_prose(evening.journal, evening.uid, "introduction", "one")
    prose.set_prose(evening.journal, evening.uid, "2", "one")
    prose.set_prose(evening.journal, evening.uid, "2", "two")
    assert taken_back(evening) == "Taken back: the text of “Trust as the key to hybrid work”"
    assert taken_back(evening) == "Taken back: the text of “Trust as the key to hybrid work”"
    assert taken_back(evening) == "Taken back: the text of “Introduction”"


def test_a_look_and_a_choice_are_told_as_what_they_were(evening: Evening) -> None:
    prose.set_prose(evening.journal, evening.uid, "conclusion", "one", drafted=True)
    prose.looked(evening.journal, evening.uid, "conclusion")
    assert taken_back(evening) == "Taken back: somebody looked at “Conclusion”"
    first = prose.versions(evening.journal, evening.uid, "conclusion")[0].stamp
    for text in ("two", "three"):
        prose.save_prose(evening.journal, evening.uid, "conclusion", text, first)
    prose.choose_version(
        evening.journal,
        evening.uid,
        "conclusion",
        prose.versions(evening.journal, evening.uid, "conclusion")[0].stamp,
    )
    assert taken_back(evening) == "Taken back: the choice of a version of “Conclusion”"
