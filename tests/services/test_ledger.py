"""The ledger of takeaways: what an edit started from, who stands behind what."""

import pytest

from roundtable.domain.contributions import Takeaway, Vote
from roundtable.domain.takeaways import standing_behind
from roundtable.errors import NoSuchContribution, NothingToMerge, OnePersonCounted
from roundtable.services import corrections, ledger, votes
from roundtable.services.corrections import Correction
from tests.services.tables import Table


def test_the_words_of_a_takeaway_and_of_a_statement_say_from_which_they_started(table: Table) -> None:
    table.record("els: one")
    made = ledger.add_takeaway(table.journal, table.uid, "T", evidence=["1"])
    ledger.edit_takeaway(table.journal, table.uid, made.id, text="U")
    ledger.edit_takeaway(table.journal, table.uid, made.id, title="V")
    bases = [one.base for one in table.journal.history(table.uid, Takeaway.KIND)]
    assert bases == [None, made.stamp, None]
    corrections.correct(table.journal, table.uid, "1", Correction(wording="As printed"))
    corrections.correct(table.journal, table.uid, "1", Correction(wording="As printed again"))
    spoken = table.journal.history(table.uid, "contribution")
    assert [one.base for one in spoken] == [None, None, spoken[1].stamp]


def test_a_takeaway_is_worded_once_it_says_more_than_a_statement(table: Table) -> None:
    table.record("els: one")
    plain = ledger.add_takeaway(table.journal, table.uid, "one", evidence=["1"])
    assert not plain.worded
    assert ledger.add_takeaway(table.journal, table.uid, "one", title="T", evidence=["1"]).worded
    assert ledger.edit_takeaway(table.journal, table.uid, "1", text="two").takeaway("1").worded


def test_two_who_add_evidence_at_once_both_keep_it(table: Table, other: Table) -> None:
    for line in ("els: one", "karim: two"):
        table.record(line)
    key = ledger.add_takeaway(table.journal, table.uid, "T").id
    ledger.edit_takeaway(table.journal, table.uid, key, evidence=["1"])
    ledger.edit_takeaway(other.journal, table.uid, key, evidence=["2"])
    assert table.session.takeaway(key).evidence == {said.id for said in table.said}


def test_votes_come_from_several_at_once_or_not_at_all(table: Table) -> None:
    ledger.add_takeaway(table.journal, table.uid, "T")
    with pytest.raises(OnePersonCounted):
        votes.back(table.journal, table.uid, "1", ["RET", "els"], count=4)
    assert standing_behind(table.session, table.session.takeaways[0]).counts == {}
    session = votes.back(table.journal, table.uid, "1", ["RET", "NPO"], vote=Vote.PASS, count=4)
    assert list(standing_behind(session, session.takeaways[0]).counts.values()) == [(0, 0, 4), (0, 0, 4)]


def test_evidence_that_is_not_there_makes_no_takeaway(table: Table) -> None:
    with pytest.raises(NoSuchContribution):
        ledger.add_takeaway(table.journal, table.uid, "T", evidence=["1"])
    assert table.session.takeaways == ()


@pytest.mark.parametrize(("first", "second"), [(8, 6), (6, 8), (8, 8)])
def test_takeaways_made_one_count_nobody_twice(table: Table, first: int, second: int) -> None:
    made = [ledger.add_takeaway(table.journal, table.uid, text) for text in ("T", "U")]
    for one, count in zip(made, (first, second), strict=True):
        votes.back(table.journal, table.uid, one.id, ["RET"], count=count)
        votes.back(table.journal, table.uid, one.id, ["an"])
    votes.back(table.journal, table.uid, made[1].id, ["karim"])
    session = ledger.merge_takeaways(table.journal, table.uid, ["1", "2"])
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
    first = ledger.add_takeaway(table.journal, table.uid, "one", title="T")
    ledger.add_takeaway(table.journal, table.uid, "two", title="U")
    session = ledger.merge_takeaways(table.journal, table.uid, ["1", "2"])
    assert [(one.title, one.text) for one in session.takeaways] == [("T", "one\n\ntwo")]
    assert table.journal.history(table.uid, Takeaway.KIND, first.id)[-1].base == first.stamp
    for too_few in ([], ["1"], ["1", "1"]):
        with pytest.raises(NothingToMerge):
            ledger.merge_takeaways(table.journal, table.uid, too_few)


def test_a_statement_speaks_for_a_takeaway_or_against_it(table: Table) -> None:
    table.record("els: one")
    key = ledger.add_takeaway(table.journal, table.uid, "T", evidence=["1"]).id
    against = ledger.dissent(table.journal, table.uid, key, ["1"]).takeaway(key)
    assert (len(against.evidence), len(against.dissent)) == (0, 1)
    again = ledger.edit_takeaway(table.journal, table.uid, key, evidence=["1"]).takeaway(key)
    assert (len(again.evidence), len(again.dissent)) == (1, 0)
