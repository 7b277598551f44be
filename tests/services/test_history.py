"""What became of a contribution, as it is told."""

from pathlib import Path

from roundtable.domain.contributions import Vote
from roundtable.services import corrections
from roundtable.services.answering import answer
from roundtable.services.corrections import Correction
from roundtable.services.history import history_of
from roundtable.services.votes import back_statement
from tests.ui.evening import half_way


def test_every_change_is_told_with_what_was_before_and_whether_it_was_made_here(tmp_path: Path) -> None:
    evening = half_way(tmp_path)
    other, key = evening.colleague("another"), evening.newest.id
    corrections.star(evening.journal, evening.uid, key)
    corrections.correct(other, evening.uid, key, Correction(text="even accountants"))
    evening.journal.undo(evening.uid)
    back_statement(other, evening.uid, key, ["els"])
    back_statement(other, evening.uid, key, ["els"], vote=Vote.OPPOSE)
    made, starred, put_right, back, voted, turned = history_of(evening.journal, evening.uid, key)
    assert (made.new, made.here, made.undo) == (True, True, False)
    assert (starred.before["starred"], starred.after["starred"]) == (None, True)
    assert (put_right.here, put_right.before["text"]) == (False, "lene: even the accountants do it now")
    assert (back.undo, bool(back.after["starred"])) == (True, False)
    assert (voted.support, voted.after["participant"]) == (True, evening.session.person("els").id)
    assert (turned.here, turned.before["vote"], turned.after["vote"]) == (False, None, "oppose")
    assert [one.at for one in history_of(evening.journal, evening.uid, key)] == sorted(
        one.at for one in history_of(evening.journal, evening.uid, key)
    )


def test_an_answer_may_be_about_anything_said_before_and_is_taken_back_whole(tmp_path: Path) -> None:
    evening = half_way(tmp_path)
    first = evening.session.contributions[0]
    answer(evening.journal, evening.uid, first.id, "els, karim: - not with us =age")
    assert (evening.newest.answers, evening.newest.text) == (first.id, "not with us")
    assert evening.newest.topic == evening.session.current.id  # type: ignore[union-attr]  # the table is at one
    assert evening.session.themes[-1].name == "age"
    evening.journal.undo(evening.uid)
    assert evening.newest.text != "not with us"
    answer(evening.journal, evening.uid, first.id, "+ ret")
    assert [one.on for one in evening.session.supports[first.id]] == [first.id]
