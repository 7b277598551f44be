"""The parking lot as services: taken up again, and kept for the open questions of the paper."""

from roundtable.services import corrections, facilitation
from roundtable.services.bases import text_and_base
from roundtable.services.corrections import Correction
from tests.services.tables import Table


def test_what_is_parked_is_taken_up_at_another_topic_and_taken_back_whole(table: Table) -> None:
    facilitation.go(table.journal, table.uid, "1")
    table.record("els: who pays?")
    corrections.keep_open(table.journal, table.uid, "1")
    trust = table.session.topic("trust").id
    corrections.take_up(table.journal, table.uid, "1", trust)
    said = table.said[0]
    assert (said.parked, said.open_question, said.topic) == (False, False, trust)
    table.journal.undo(table.uid)
    said = table.said[0]
    assert (said.parked, said.open_question, table.title(said)) == (True, True, "Work")


def test_without_a_topic_it_is_taken_up_where_it_was(table: Table) -> None:
    facilitation.go(table.journal, table.uid, "1")
    table.record("els: who pays?")
    corrections.park(table.journal, table.uid, "1")
    corrections.take_up(table.journal, table.uid, "1")
    assert (table.said[0].parked, table.title(table.said[0])) == (False, "Work")


def test_keeping_something_for_the_paper_parks_it_and_the_mark_goes_without_the_parking(table: Table) -> None:
    table.record("els: who pays?")
    table.record("karim: who decides?")
    corrections.keep_open(table.journal, table.uid, "1", "2")
    assert [(said.parked, said.open_question) for said in table.said] == [(True, True)] * 2
    corrections.keep_open(table.journal, table.uid, "1")
    assert [(said.parked, said.open_question) for said in table.said] == [(True, False), (True, True)]


def test_what_was_taken_up_and_is_parked_again_is_no_open_question_by_itself(table: Table) -> None:
    table.record("els: who pays?")
    corrections.keep_open(table.journal, table.uid, "1")
    corrections.take_up(table.journal, table.uid, "1")
    corrections.park(table.journal, table.uid, "1")
    assert (table.said[0].parked, table.said[0].open_question) == (True, False)
    corrections.keep_open(table.journal, table.uid, "1")
    corrections.park(table.journal, table.uid, "1")
    assert (table.said[0].parked, table.said[0].open_question) == (False, False)


def test_a_wording_is_kept_beside_what_was_typed_and_starts_from_the_wording_before(table: Table) -> None:
    table.record("els: one")
    spoken = table.said[0]

    def edited(**told: str) -> str | None:
        corrections.correct(table.journal, table.uid, "1", Correction(**told))
        return table.journal.history(table.uid, "contribution", spoken.id)[-1].base

    assert edited(wording="One.") is None
    text, first = text_and_base(table.journal, table.uid, "contribution", spoken.id, "wording")
    assert (text, edited(text="won")) == ("One.", spoken.stamp)
    assert edited(wording="Two.") == first
    assert edited(wording="Three.", base=first or "") == first
    said = table.said[0]
    assert (said.typed, said.text, said.wording) == (spoken.typed, "won", "Three.")
    corrections.correct(table.journal, table.uid, "1", Correction(wording=" "))
    assert (table.said[0].typed, table.said[0].text, table.said[0].wording) == (spoken.typed, "won", "")
