"""The ledger and the prose: what an edit started from, who stands behind what."""

import pytest

from roundtable.domain.contributions import Prose, Takeaway, Vote
from roundtable.domain.takeaways import standing_behind
from roundtable.errors import NoSuchContribution, NoSuchPart, NothingToMerge, OnePersonCounted
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


@pytest.mark.parametrize(("first", "second"), [(8, 6), (6, 8), (8, 8)])
def test_takeaways_made_one_count_nobody_twice(table: Table, first: int, second: int) -> None:
    made = [synthesis.add_takeaway(table.journal, table.uid, text) for text in ("T", "U")]
    for one, count in zip(made, (first, second), strict=True):
        synthesis.back(table.journal, table.uid, one.id, ["RET"], count=count)
        synthesis.back(table.journal, table.uid, one.id, ["an"])
    synthesis.back(table.journal, table.uid, made[1].id, ["karim"])
    session = synthesis.merge_takeaways(table.journal, table.uid, ["1", "2"])
    backing = standing_behind(session, session.takeaways[0])
    short = {sector.id: sector.short for sector in session.sectors}
    assert {short[key]: agree for key, (agree, *_) in backing.counts.items()} == {
        "RET": 8,
        "LOG": 1,
        "NPO": 1,
    }
    table.journal.undo(table.uid)
    counted = [standing_behind(table.session, one).counts for one in table.session.takeaways]
    assert [max(agree for agree, *_ in counts.values()) for counts in counted] == [first, second]


def test_of_takeaways_made_one_the_first_keeps_its_title_and_all_words_stand(table: Table) -> None:
    first = synthesis.add_takeaway(table.journal, table.uid, "one", title="T")
    synthesis.add_takeaway(table.journal, table.uid, "two", title="U")
    session = synthesis.merge_takeaways(table.journal, table.uid, ["1", "2"])
    assert [(one.title, one.text) for one in session.takeaways] == [("T", "one\n\ntwo")]
    assert table.journal.history(table.uid, Takeaway.KIND, first.id)[-1].base == first.stamp
    for too_few in ([], ["1"], ["1", "1"]):
        with pytest.raises(NothingToMerge):
            synthesis.merge_takeaways(table.journal, table.uid, too_few)


def test_a_statement_speaks_for_a_takeaway_or_against_it(table: Table) -> None:
    table.record("els: one")
    key = synthesis.add_takeaway(table.journal, table.uid, "T", evidence=["1"]).id
    against = synthesis.dissent(table.journal, table.uid, key, ["1"]).takeaway(key)
    assert (len(against.evidence), len(against.dissent)) == (0, 1)
    again = synthesis.edit_takeaway(table.journal, table.uid, key, evidence=["1"]).takeaway(key)
    assert (len(again.evidence), len(again.dissent)) == (1, 0)
