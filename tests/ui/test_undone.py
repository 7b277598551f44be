"""What undo says of the ledger, of wordings, and of groups."""

from collections.abc import Callable
from pathlib import Path

import pytest

from roundtable.domain.contributions import Choice
from roundtable.report.formats import Format
from roundtable.services import corrections, drawing, ledger, likeness
from roundtable.services.corrections import Correction
from roundtable.services.names import decide_name, names_inside
from roundtable.services.publishing import Wanted, export
from roundtable.services.register import sent
from roundtable.ui.undone import undone_told
from tests.ui.evening import Evening, half_way

Act = Callable[[Evening], object]


@pytest.mark.parametrize(
    ("act", "told"),
    [
        (lambda at: ledger.add_takeaway(at.journal, at.uid, "New"), "Taken back: “New”"),
        (lambda at: drawing.draft_takeaways(at.journal, at.uid, k=2), "Taken back: 2 takeaways."),
        (lambda at: ledger.drop_takeaway(at.journal, at.uid, "1"), "Back again: “First”"),
        (lambda at: ledger.edit_takeaway(at.journal, at.uid, "1", text="New"), "As it was before: “First”"),
        (
            lambda at: ledger.edit_takeaway(at.journal, at.uid, "2", evidence=["3"]),
            "Taken back: what “Second” rests on",
        ),
        (
            lambda at: ledger.dissent(at.journal, at.uid, "2", ["3"]),
            "Taken back: what was said against “Second”",
        ),
        (lambda at: ledger.move_takeaway(at.journal, at.uid, "2", 1), "Taken back: the place of “Second”"),
        (lambda at: ledger.review_takeaway(at.journal, at.uid, "1"), "Taken back: the look at “First”"),
        (
            lambda at: ledger.split_takeaway(at.journal, at.uid, "1", ["2"]),
            "Taken back: what was split off “First”.",
        ),
        (lambda at: ledger.merge_takeaways(at.journal, at.uid, ["1", "2"]), "Parted again: “First”."),
        (
            lambda at: corrections.correct(at.journal, at.uid, "3", Correction(wording="Not at all.")),
            "Taken back: how “goals per quarter instead, written down togethe…” is to be printed",
        ),
    ],
)
def test_what_was_taken_back_is_told_in_a_sentence(tmp_path: Path, act: Act, told: str) -> None:
    at = half_way(tmp_path)
    ledger.add_takeaway(at.journal, at.uid, "Words of its own", title="First", evidence=["1", "2"])
    ledger.add_takeaway(at.journal, at.uid, "Second")
    corrections.correct(at.journal, at.uid, "1", Correction(text="corrected since"))
    settled = at.session
    act(at)
    before = at.session
    assert undone_told(before, at.journal.undo(at.uid)) == told
    assert at.session.takeaways == settled.takeaways
    assert at.session.contributions == settled.contributions


def test_that_a_decision_on_a_group_was_taken_back_is_told(tmp_path: Path) -> None:
    evening = half_way(tmp_path)
    likeness.join(evening.journal, evening.uid, ["2", "3", "4"])
    likeness.part(evening.journal, evening.uid, "3")
    for groups in ([3], []):
        before = evening.session
        undone = evening.journal.undo(evening.uid)
        assert undone_told(before, undone) == "Taken back: which contributions make the same point."
        assert [len(one) for one in evening.session.groups.all] == groups


def test_that_a_decision_on_a_name_was_taken_back_is_told(tmp_path: Path) -> None:
    at = half_way(tmp_path)
    corrections.correct(at.journal, at.uid, "1", Correction(text="as Karim Haddad says"))
    for choice in (Choice.KEEP, Choice.NEUTRAL):
        decide_name(at.journal, at.uid, "Karim Haddad", choice)
    for kept in ("decided", "undecided"):
        before = at.session
        undone = at.journal.undo(at.uid)
        assert undone_told(before, undone) == "Taken back: what happens to the name “Karim Haddad”."
        assert {str(one.kept) for one in names_inside(at.session)} == {kept}


def test_that_it_was_taken_back_to_whom_a_paper_went_is_told(tmp_path: Path) -> None:
    at = half_way(tmp_path)
    export(at.journal, at.uid, Wanted((Format.MARKDOWN,), tmp_path / "paper.md"))
    sent(at.journal, at.uid, "1", "the customers", "2026-11-25")
    before = at.session
    assert undone_told(before, at.journal.undo(at.uid)) == "Taken back: to whom “paper.md” went."
