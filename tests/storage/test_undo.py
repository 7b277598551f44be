"""Undo takes back what was done here, whole, and leaves what others changed since."""

from dataclasses import replace

import pytest

from roundtable.domain.changes import Edit
from roundtable.domain.contributions import Contribution
from roundtable.domain.records import changed, created
from roundtable.domain.session import Session
from roundtable.domain.visits import Visit
from roundtable.errors import NothingToUndo
from roundtable.storage.journal import Journal
from tests.storage.making import EVENING, UID, Clock, line, said


def texts(session: Session) -> list[str]:
    return [one.text for one in session.contributions]


def reword(text: str, key: str = "c") -> Edit:
    return Edit("contribution", key, {"text": text})


def test_a_line_is_withdrawn_and_keeps_its_number(journal: Journal) -> None:
    journal.append(UID, line("een", "c"))
    journal.append(UID, line("twee"))
    undone = journal.undo(UID)
    assert texts(undone.session) == ["een"]
    assert len(undone.session.everything_said) == 2
    assert journal.session(UID) is undone.session


def test_an_act_is_undone_whole_by_one_act(journal: Journal) -> None:
    journal.append(UID, lambda _: [created(Visit(id="a", topic="t", begins=EVENING))])
    old = journal.session(UID).visits[0]
    ends = changed(old, replace(old, ends=EVENING))
    step = journal.append(UID, lambda _: [ends, created(Visit(id="b", topic="u", begins=EVENING))])
    undone = journal.undo(UID)
    assert undone.actions == (step.action,)
    assert {one.action for one in undone.changes} == {f"undo-{step.action}"}
    assert [(one.id, one.ends) for one in undone.session.visits] == [("a", None)]


def test_undoing_again_and_again_goes_back_to_the_beginning_and_no_further(journal: Journal) -> None:
    journal.append(UID, line("een", "c"))
    journal.append(UID, lambda _: [reword("twee")])
    journal.append(UID, lambda _: [reword("drie")])
    assert texts(journal.undo(UID).session) == ["twee"]
    assert texts(journal.undo(UID).session) == ["een"]
    assert texts(journal.undo(UID).session) == []
    with pytest.raises(NothingToUndo):
        journal.undo(UID)
    assert journal.session(UID).details.title == "Telewerk"
    assert not journal.session(UID).details.withdrawn


def test_several_times_at_once_is_the_same_as_one_by_one(journal: Journal) -> None:
    journal.append(UID, line("een", "c"))
    journal.append(UID, lambda _: [reword("twee")])
    journal.append(UID, lambda _: [reword("drie")])
    undone = journal.undo(UID, times=2)
    assert len(undone.actions) == 2
    assert texts(undone.session) == ["een"]
    assert len(journal.undo(UID, times=9).actions) == 1


def test_after_an_undo_the_next_act_is_the_next_to_be_undone(journal: Journal) -> None:
    journal.append(UID, line("een", "c"))
    journal.undo(UID)
    journal.append(UID, line("twee", "d"))
    assert texts(journal.undo(UID).session) == []
    with pytest.raises(NothingToUndo):
        journal.undo(UID)


def test_making_a_session_is_not_undone_with_all_that_came_with_it(journal: Journal) -> None:
    with pytest.raises(NothingToUndo):
        journal.undo(UID)
    with pytest.raises(NothingToUndo):
        journal.undo("nowhere")


def test_only_what_was_done_here_is_undone(journal: Journal, other: Journal) -> None:
    journal.append(UID, line("hier"))
    other.append(UID, line("daar"))
    assert texts(journal.undo(UID).session) == ["daar"]
    with pytest.raises(NothingToUndo):
        journal.undo(UID)
    assert texts(other.undo(UID).session) == []


def test_what_somebody_changed_since_is_left_and_told_and_counts_as_undone(
    journal: Journal, other: Journal
) -> None:
    journal.append(UID, line("een", "c"))
    journal.append(UID, lambda _: [reword("twee")])
    other.append(UID, lambda _: [reword("drie")])
    undone = journal.undo(UID)
    assert undone.kept == ((("contribution", "c"), "text"),)
    assert texts(undone.session) == ["drie"]
    # The next one goes further back: to the line itself.
    assert texts(journal.undo(UID).session) == []
    assert journal.check() == []


def test_a_line_that_somebody_withdrew_already_counts_as_undone(journal: Journal, other: Journal) -> None:
    journal.append(UID, line("een"))
    journal.append(UID, line("twee", "c"))
    other.append(UID, lambda _: [Edit("contribution", "c", {"withdrawn": True})])
    undone = journal.undo(UID)
    assert undone.kept == ()
    assert texts(undone.session) == ["een"]
    assert texts(journal.undo(UID).session) == []


def test_what_was_corrected_far_in_the_future_can_be_undone(journal: Journal, clock: Clock) -> None:
    clock.on(days=500)
    journal.append(UID, line("een", "c"))
    clock.on(days=-500)
    journal.append(UID, lambda _: [reword("twee")])
    assert texts(journal.undo(UID).session) == ["een"]


def test_an_act_in_another_session_is_left_alone(journal: Journal) -> None:
    journal.append("second", line("daar"))
    journal.append(UID, line("hier"))
    assert texts(journal.undo(UID).session) == []
    assert texts(journal.session("second")) == ["daar"]


def test_a_thousand_lines_are_undone_as_one(journal: Journal) -> None:
    journal.append(UID, line("een"))
    journal.append(UID, lambda _: [said(f"regel {number}") for number in range(1000)])
    undone = journal.undo(UID)
    assert texts(undone.session) == ["een"]
    assert len(undone.session.of(Contribution)) == 1001
