"""What was taken back, in a sentence."""

from pathlib import Path

from roundtable.services import likeness
from roundtable.ui.undone import undone_told
from tests.ui.evening import half_way


def test_that_a_decision_on_a_group_was_taken_back_is_told(tmp_path: Path) -> None:
    evening = half_way(tmp_path)
    likeness.join(evening.journal, evening.uid, ["2", "3", "4"])
    likeness.part(evening.journal, evening.uid, "3")
    for groups in ([3], []):
        before = evening.session
        undone = evening.journal.undo(evening.uid)
        assert undone_told(before, undone) == "Taken back: which contributions make the same point."
        assert [len(one) for one in evening.session.groups.all] == groups
