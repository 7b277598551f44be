"""The ledger and the prose: what an edit started from, who stands behind what."""

import pytest

from roundtable.domain.contributions import Prose, Takeaway, Vote
from roundtable.domain.takeaways import standing_behind
from roundtable.errors import NoSuchContribution, NoSuchPart, OnePersonCounted
from roundtable.services import corrections, synthesis
from roundtable.services.bases import base_of
from roundtable.services.corrections import Correction
from tests.services.tables import Table


def test_prose_says_from_which_version_it_started(table: Table, other: Table) -> None:
    synthesis.set_prose(table.journal, table.uid, "introduction", "one")
    seen = base_of(table.journal, table.uid, Prose.KIND, "introduction")
    synthesis.set_prose(other.journal, table.uid, "introduction", "two")
    synthesis.set_prose(table.journal, table.uid, "introduction", "three", seen)
    first, second, third = table.journal.history(table.uid, Prose.KIND, "introduction")
    assert first.base is None
    assert second.base == third.base == first.stamp == seen


def test_prose_that_stays_the_same_writes_nothing(table: Table) -> None:
    synthesis.set_prose(table.journal, table.uid, "1", "one\n")
    synthesis.set_prose(table.journal, table.uid, "work", "one")
    assert len(table.journal.history(table.uid, Prose.KIND)) == 1
    synthesis.set_prose(table.journal, table.uid, "2", "  ")
    assert len(table.journal.history(table.uid, Prose.KIND)) == 1


@pytest.mark.parametrize("part", ["3", "", "Introduction "])
def test_a_part_that_is_none_is_refused(table: Table, part: str) -> None:
    with pytest.raises(NoSuchPart):
        synthesis.set_prose(table.journal, table.uid, part, "text")


def test_the_words_of_a_takeaway_and_of_a_statement_say_from_which_they_started(table: Table) -> None:
    table.record("els: one")
    made = synthesis.add_takeaway(table.journal, table.uid, "T", evidence=["1"])
    synthesis.edit_takeaway(table.journal, table.uid, made.id, text="U")
    synthesis.edit_takeaway(table.journal, table.uid, made.id, title="V")
    bases = [one.base for one in table.journal.history(table.uid, Takeaway.KIND)]
    assert bases == [None, made.stamp, None]
    corrections.correct(table.journal, table.uid, "1", Correction(wording="As printed"))
    corrections.correct(table.journal, table.uid, "1", Correction(wording="As printed again"))
    spoken = table.journal.history(table.uid, "contribution")
    assert [one.base for one in spoken] == [None, None, spoken[1].stamp]


def test_a_takeaway_is_worded_once_it_says_more_than_a_statement(table: Table) -> None:
    table.record("els: one")
    plain = synthesis.add_takeaway(table.journal, table.uid, "one", evidence=["1"])
    assert not plain.worded
    assert synthesis.add_takeaway(table.journal, table.uid, "one", title="T", evidence=["1"]).worded
    assert synthesis.edit_takeaway(table.journal, table.uid, "1", text="two").takeaway("1").worded


def test_two_who_add_evidence_at_once_both_keep_it(table: Table, other: Table) -> None:
    for line in ("els: one", "karim: two"):
        table.record(line)
    key = synthesis.add_takeaway(table.journal, table.uid, "T").id
    synthesis.edit_takeaway(table.journal, table.uid, key, evidence=["1"])
    synthesis.edit_takeaway(other.journal, table.uid, key, evidence=["2"])
    assert table.session.takeaway(key).evidence == {said.id for said in table.said}


def test_votes_come_from_several_at_once_or_not_at_all(table: Table) -> None:
    synthesis.add_takeaway(table.journal, table.uid, "T")
    with pytest.raises(OnePersonCounted):
        synthesis.back(table.journal, table.uid, "1", ["RET", "els"], count=4)
    assert standing_behind(table.session, table.session.takeaways[0]).counts == {}
    session = synthesis.back(table.journal, table.uid, "1", ["RET", "NPO"], vote=Vote.PASS, count=4)
    assert list(standing_behind(session, session.takeaways[0]).counts.values()) == [(0, 0, 4), (0, 0, 4)]


def test_evidence_that_is_not_there_makes_no_takeaway(table: Table) -> None:
    with pytest.raises(NoSuchContribution):
        synthesis.add_takeaway(table.journal, table.uid, "T", evidence=["1"])
    assert table.session.takeaways == ()
