"""What only this machine keeps: who writes where, what was half typed, where papers lie."""

import hashlib
from pathlib import Path

import pytest

from roundtable.domain.changes import Edit
from roundtable.domain.records import created
from roundtable.domain.session import Session
from roundtable.errors import NoSuchTopic, NothingToUndo
from roundtable.storage.journal import Journal
from roundtable.storage.own import this_place
from tests.storage.making import UID, Clock, line


def test_a_terminal_is_the_same_writer_again_and_another_one_is_not(journal: Journal, other: Journal) -> None:
    again = Journal.open(journal.path, place="here")
    assert again.writer == journal.writer != other.writer
    again.close()


def test_looking_alone_makes_no_writer(path: Path) -> None:
    journal, watcher = Journal.open(path, place="here"), Journal.open(path, place="there")
    journal.sessions()
    journal.session(UID)
    assert not watcher.changed()
    assert journal.writer
    assert watcher.changed()
    journal.close()
    watcher.close()


def test_a_place_tells_nobody_who_or_where_it_is() -> None:
    assert this_place() == this_place()
    assert len(this_place()) == 24
    assert int(this_place(), 16)


def test_a_half_typed_line_is_there_again_in_its_own_terminal(
    journal: Journal, other: Journal, clock: Clock
) -> None:
    assert journal.line_draft(UID) == ""
    journal.keep_line_draft(UID, "An: een dag th")
    clock.on(seconds=1)
    other.keep_line_draft(UID, "elders")
    assert journal.line_draft(UID) == "An: een dag th"
    assert other.line_draft(UID) == "elders"
    assert [one.text for one in journal.line_drafts(UID)] == ["elders", "An: een dag th"]
    journal.keep_line_draft(UID, "")
    assert journal.line_draft(UID) == ""
    assert [one.writer for one in journal.line_drafts(UID)] == [other.writer]


def test_drafts_are_no_part_of_the_journal(journal: Journal) -> None:
    before = journal.history(UID)
    journal.keep_line_draft(UID, "half")
    journal.keep_prose_draft(UID, "introduction", "Half", base="0" * 24)
    assert journal.history(UID) == before


def test_prose_that_was_not_saved_is_kept_with_what_it_started_from(journal: Journal, clock: Clock) -> None:
    assert journal.prose_drafts(UID, "introduction") == []
    journal.keep_prose_draft(UID, "introduction", "Half", base="0" * 24)
    journal.keep_prose_draft(UID, "introduction", "")
    (draft,) = journal.prose_drafts(UID, "introduction")
    assert (draft.text, draft.base, draft.at, draft.writer) == ("", None, clock(), journal.writer)
    journal.keep_prose_draft(UID, "introduction", None)
    assert journal.prose_drafts(UID, "introduction") == []


def test_prose_that_a_terminal_that_is_gone_left_is_taken_over_once(journal: Journal, clock: Clock) -> None:
    gone, busy = (Journal.open(journal.path, clock, place) for place in ("gone", "busy"))
    gone.keep_prose_draft(UID, "introduction", "Half", base="0" * 24)
    gone.keep_prose_draft(UID, "conclusion", "To end")
    left_at = clock()
    clock.on(minutes=1)
    busy.keep_prose_draft(UID, "introduction", "Busy")
    live = {busy.writer}
    found = journal.adopt_prose_draft(UID, "introduction", live)
    assert found is not None
    assert (found.text, found.base, found.at, found.writer) == ("Half", "0" * 24, left_at, journal.writer)
    assert journal.prose_draft(UID, "introduction") == found
    assert gone.prose_draft(UID, "introduction") is None
    assert gone.adopt_prose_draft(UID, "introduction", live | {journal.writer}) is None
    assert journal.prose_draft(UID, "conclusion") is None
    gone.close()
    busy.close()


def test_prose_of_ones_own_is_never_lost_to_what_somebody_else_left(journal: Journal, clock: Clock) -> None:
    gone = Journal.open(journal.path, clock, "gone")
    gone.keep_prose_draft(UID, "introduction", "Theirs")
    gone.close()
    journal.keep_prose_draft(UID, "introduction", "Mine")
    assert journal.adopt_prose_draft(UID, "introduction", ()) is None
    assert {one.text for one in journal.prose_drafts(UID, "introduction")} == {"Theirs", "Mine"}
    journal.keep_prose_draft(UID, "introduction", None)
    found = journal.adopt_prose_draft(UID, "introduction", ())
    assert found is not None
    assert found.text == "Theirs"


def test_papers_are_remembered_by_where_they_lie(journal: Journal, tmp_path: Path, clock: Clock) -> None:
    paper = tmp_path / "paper.md"
    sha256 = hashlib.sha256(b"x").hexdigest()
    assert journal.paper(paper) is None
    journal.keep_paper(paper, "0" * 64, UID)
    clock.on(minutes=1)
    journal.keep_paper(tmp_path / "." / "paper.md", sha256, UID)
    journal.keep_paper(tmp_path / "other.md", sha256, "second")
    found = journal.paper(paper)
    assert found is not None
    assert (found.sha256, found.session, found.at) == (sha256, UID, clock())
    assert journal.papers(UID) == [found]


def test_a_rebuild_leaves_this_machines_own_alone(journal: Journal) -> None:
    journal.append(UID, line("een"))
    journal.keep_line_draft(UID, "half")
    writer = journal.writer
    journal.rebuild()
    again = Journal.open(journal.path, place="here")
    assert (again.writer, again.line_draft(UID)) == (writer, "half")
    again.close()


def test_who_failed_at_first_is_still_the_same_writer_later(journal: Journal) -> None:
    newcomer = Journal.open(journal.path, place="new here")

    def decide(session: Session) -> list[Edit]:
        newcomer.own(UID, "contribution")
        return [created(session.topic("9"))]

    with pytest.raises(NoSuchTopic):
        newcomer.append(UID, decide)
    with pytest.raises(NothingToUndo):
        newcomer.undo(UID)
    made = newcomer.append(UID, line("een")).changes[0]
    newcomer.close()
    again = Journal.open(journal.path, place="new here")
    assert again.writer == made.writer
    again.close()
