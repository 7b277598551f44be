"""What a line answers when it was pointed back by hand, who sits down with it, and marks whose bearer was open."""

from roundtable.domain.contributions import Voice, Vote
from roundtable.domain.people import Attendance, Person
from roundtable.services import corrections, people
from roundtable.services.corrections import Correction
from roundtable.services.recording import record
from roundtable.services.retyping import retype
from tests.services.tables import Table


def test_a_stance_answers_what_it_was_pointed_at_and_keeps_it_when_the_line_is_put_right(
    table: Table,
) -> None:
    first = table.record("els: one").contribution
    table.record("karim: two")
    assert first
    made = record(table.journal, table.uid, "an: - no", answers=first.id).contribution
    assert made
    assert made.answers == first.id
    again = retype(table.journal, table.uid, made.id, "an: - not at all").contribution
    assert again
    assert again.answers == first.id


def test_what_can_no_longer_be_answered_gives_way_to_the_last_said(table: Table) -> None:
    first, own, last = (table.record(line).contribution for line in ("els: one", "an: own", "karim: two"))
    assert first
    assert own
    assert last
    corrections.withdraw(table.journal, table.uid, first.id)
    for gone in (first.id, own.id, "nothing"):
        made = record(table.journal, table.uid, "an: - no", answers=gone).contribution
        assert made
        assert made.answers == last.id


def test_marks_can_be_about_something_further_back(table: Table) -> None:
    first = table.record("els: one").contribution
    table.record("karim: two")
    assert first
    recorded = record(table.journal, table.uid, "+ an", answers=first.id)
    assert recorded.marked
    assert recorded.marked.id == first.id
    assert [mark.on for marks in table.session.supports.values() for mark in marks] == [first.id]


def test_somebody_new_sits_down_with_their_line_and_both_are_one_act(table: Table) -> None:
    seated = len(table.session.participants)
    made = record(table.journal, table.uid, "lene: - zelfs wij", newcomer=Person("Lene", "RET")).contribution
    assert made
    lene = table.session.participants[-1]
    assert (lene.name, made.participant, made.voice, made.text) == (
        "Lene",
        lene.id,
        Voice.PERSON,
        "zelfs wij",
    )
    assert lene.attendance is Attendance.EXPECTED  # nobody said yet who is there
    assert table.speaker("goes on") == "Lene"
    table.journal.undo(table.uid, 2)
    assert len(table.session.participants) == seated
    assert table.said == ()


def test_somebody_new_is_there_where_it_is_recorded_who_is(table: Table) -> None:
    people.attend(table.journal, table.uid, "Els", Attendance.PRESENT)
    record(table.journal, table.uid, "lene: hello", newcomer=Person("Lene"))
    assert table.session.participants[-1].attendance is Attendance.PRESENT


def test_nobody_sits_down_where_it_is_clear_who_spoke_by_then(table: Table) -> None:
    seated = len(table.session.participants)
    record(table.journal, table.uid, "els: hello", newcomer=Person("Els"))
    assert len(table.session.participants) == seated


def test_a_mark_of_one_of_two_becomes_the_support_that_was_meant(table: Table) -> None:
    people.add_people(table.journal, table.uid, [Person("Jan Peeters"), Person("Jan Claes", "NPO")])
    said = table.record("els: one").contribution
    open_one = table.record("+ jan").contribution
    assert said
    assert open_one
    assert not open_one.placed
    corrections.correct(table.journal, table.uid, open_one.id, Correction(participant="Jan Claes"))
    marks = table.session.supports[said.id]
    jan = table.session.person("Jan Claes")
    assert [(mark.participant, mark.vote) for mark in marks] == [(jan.id, Vote.AGREE)]
    assert table.said == (said,)
    table.journal.undo(table.uid)
    assert [one.placed for one in table.said] == [True, False]
    assert table.session.supports == {}


def test_a_mark_with_nothing_to_be_about_stays_a_line(table: Table) -> None:
    people.add_people(table.journal, table.uid, [Person("Jan Peeters"), Person("Jan Claes")])
    open_one = table.record("+ jan").contribution
    assert open_one
    corrections.correct(table.journal, table.uid, open_one.id, Correction(participant="Jan Claes"))
    assert [(one.text, one.placed) for one in table.said] == [("+ jan", True)]
