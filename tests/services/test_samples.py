"""The sample evening, as a session in a file."""

from pathlib import Path

import pytest

from roundtable.errors import NothingToUndo
from roundtable.services.recording import record
from roundtable.services.samples import demo_session
from roundtable.storage.journal import Journal


@pytest.mark.parametrize("finished", [False, True])
def test_undo_takes_back_what_was_typed_and_not_the_sample_itself(tmp_path: Path, *, finished: bool) -> None:
    journal = Journal.open(tmp_path / "demo.db")
    uid = demo_session(journal, "nl", finished=finished)
    there = journal.session(uid)
    record(journal, uid, "en dan nog iets")
    assert journal.undo(uid).session.contributions == there.contributions
    with pytest.raises(NothingToUndo):
        journal.undo(uid)
    journal.close()
