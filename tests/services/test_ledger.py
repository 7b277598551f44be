"""The ledger of takeaways: what an edit started from, who stands behind what."""

from dataclasses import replace

import pytest

from roundtable.domain.contributions import Takeaway, Vote
from roundtable.domain.counting import standing_behind
from roundtable.domain.records import changed
from roundtable.domain.takeaways import Since, dropped, flagged, why_flagged
from roundtable.errors import (
    EvidenceWithdrawn,
    NoneOrAll,
    NoSuchContribution,
    NoSuchTakeaway,
    NotDropped,
    NothingSaid,
    NothingToMerge,
    NotItsEvidence,
    OnePersonCounted,
    SpeakerUnclear,
    TakeawayDropped,
)
from roundtable.services import corrections, ledger, retyping, votes
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
    assert not ledger.add_takeaway(table.journal, table.uid, "one", title="T", evidence=["1"]).worded
    assert ledger.add_takeaway(table.journal, table.uid, "two", evidence=["1"]).worded
    assert not ledger.edit_takeaway(table.journal, table.uid, "1", title="T").takeaway("1").worded
    assert ledger.edit_takeaway(table.journal, table.uid, "1", text="two").takeaway("1").worded


def test_a_title_or_the_words_that_stood_there_word_no_takeaway(table: Table) -> None:
    table.record("els: karim is right")
    key = ledger.add_takeaway(table.journal, table.uid, evidence=["1"]).id
    for text in ("karim is right", " karim  is\nright "):
        session = ledger.edit_takeaway(table.journal, table.uid, key, text=text, title="T")
        assert not session.takeaway(key).worded
    assert ledger.edit_takeaway(table.journal, table.uid, key, text="He is right").takeaway(key).worded
    assert ledger.edit_takeaway(table.journal, table.uid, key, text="He is right").takeaway(key).worded


def test_without_a_text_it_has_the_words_of_the_first_that_it_rests_on(table: Table) -> None:
    table.record("els: tw is here to stay")
    table.record("karim: not in a warehouse")
    table.abbreviate(tw="telework")
    made = ledger.add_takeaway(table.journal, table.uid, evidence=["2", "1"])
    assert (made.text, made.worded, len(made.evidence)) == ("not in a warehouse", False, 2)
    assert ledger.add_takeaway(table.journal, table.uid, evidence=["1"]).text == "telework is here to stay"
    corrections.correct(table.journal, table.uid, "1", Correction(wording="Telework stays."))
    assert ledger.add_takeaway(table.journal, table.uid, " ", evidence=["1"]).text == "Telework stays."
    printed = ledger.add_takeaway(table.journal, table.uid, "Telework stays.", evidence=["1"])
    assert not printed.worded
    with pytest.raises(NothingSaid):
        ledger.add_takeaway(table.journal, table.uid)


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


@pytest.mark.parametrize(
    ("typed", "counts"),
    [
        (("ret 2-0", "ret 0-2"), (2, 0, 0)),
        (("ret 2", "ret 1-4"), (1, 4, 0)),
        (("ret 3-1", "ret 2-1"), (3, 1, 0)),
    ],
)
def test_of_takeaways_made_one_a_sector_stands_as_it_was_counted_on_one_of_them(
    table: Table, typed: tuple[str, str], counts: tuple[int, int, int]
) -> None:
    for text, hands in zip("TU", typed, strict=True):
        made = ledger.add_takeaway(table.journal, table.uid, text)
        votes.show_of_hands(table.journal, table.uid, made.id, hands)
    session = ledger.merge_takeaways(table.journal, table.uid, ["1", "2"])
    assert list(standing_behind(session, session.takeaways[0]).counts.values()) == [counts]


@pytest.mark.parametrize("numbers", [["1", "2"], ["2", "1"]])
def test_of_takeaways_made_one_a_person_stands_as_they_voted_last(table: Table, numbers: list[str]) -> None:
    first, second = (ledger.add_takeaway(table.journal, table.uid, text).id for text in "TU")

    def merged() -> list[tuple[int, int]]:
        session = ledger.merge_takeaways(table.journal, table.uid, numbers)
        table.journal.undo(table.uid)
        found = [standing_behind(session, one) for one in session.takeaways]
        assert [len(session.supports[one.id]) for one in session.takeaways] == [1]
        return [(backing.agreed, backing.against) for backing in found]

    votes.back(table.journal, table.uid, first, ["els"])
    votes.back(table.journal, table.uid, second, ["els"], vote=Vote.PASS)
    assert merged() == [(0, 0)]
    votes.back(table.journal, table.uid, first, ["els"], vote=Vote.OPPOSE)
    assert merged() == [(0, 1)]
    table.journal.undo(table.uid)
    assert [len(table.session.supports[key]) for key in (first, second)] == [1, 1]
    assert merged() == [(0, 0)]


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


# What wants a look.


def drawn(table: Table, *lines: str) -> str:
    """Record lines and draw a takeaway from all of them, in words of its own; give its id."""
    numbers = [str(len(table.said) + place) for place in range(1, len(lines) + 1)]
    for line in lines:
        table.record(line)
    return ledger.add_takeaway(table.journal, table.uid, "T", title="Title", evidence=numbers).id


def why(table: Table, key: str) -> dict[int, Since]:
    """Give what flags a takeaway, by number."""
    session = table.session
    return {
        session.numbers.get(one, 0): since
        for one, since in why_flagged(session, session.takeaway(key)).items()
    }


def test_what_was_corrected_or_withdrawn_since_wants_a_look_until_somebody_looked(table: Table) -> None:
    key = drawn(table, "els: one", "karim: two", "an: three")
    assert not flagged(table.session, table.session.takeaway(key))
    corrections.correct(table.journal, table.uid, "3", Correction(text="four"))
    corrections.withdraw(table.journal, table.uid, "1")
    corrections.correct(table.journal, table.uid, "2", Correction(wording="Two."))
    assert why(table, key) == {1: Since.WITHDRAWN, 2: Since.CORRECTED, 3: Since.CORRECTED}
    ledger.review_takeaway(table.journal, table.uid, key)
    assert why(table, key) == {}
    corrections.restore(table.journal, table.uid, "1")
    assert why(table, key) == {1: Since.RESTORED}
    table.journal.undo(table.uid, times=2)
    assert why(table, key) == {1: Since.WITHDRAWN, 2: Since.CORRECTED, 3: Since.CORRECTED}


def test_what_was_put_back_as_it_was_seen_wants_no_look(table: Table) -> None:
    key = drawn(table, "els: one")
    corrections.correct(table.journal, table.uid, "1", Correction(text="two"))
    assert why(table, key) == {1: Since.CORRECTED}
    corrections.correct(table.journal, table.uid, "1", Correction(text="one"))
    corrections.star(table.journal, table.uid, "1")
    assert why(table, key) == {}


def test_whoever_words_a_takeaway_looked_at_it_and_whoever_adds_to_it_looked_at_that(table: Table) -> None:
    key = drawn(table, "els: one", "karim: two")
    table.record("an: three")
    corrections.correct(table.journal, table.uid, "1", Correction(text="won"))
    ledger.edit_takeaway(table.journal, table.uid, key, evidence=["3"])
    votes.back(table.journal, table.uid, key, ["an"])
    ledger.move_takeaway(table.journal, table.uid, key, 1)
    assert why(table, key) == {1: Since.CORRECTED}
    corrections.correct(table.journal, table.uid, "3", Correction(text="tree"))
    assert why(table, key) == {1: Since.CORRECTED, 3: Since.CORRECTED}
    ledger.edit_takeaway(table.journal, table.uid, key, text="U")
    assert why(table, key) == {}


def test_dissent_that_was_withdrawn_wants_no_look(table: Table) -> None:
    key = drawn(table, "els: one", "karim: two")
    ledger.dissent(table.journal, table.uid, key, ["2"])
    corrections.withdraw(table.journal, table.uid, "2")
    assert why(table, key) == {}


def test_of_takeaways_made_one_or_parted_what_wanted_a_look_still_does(table: Table) -> None:
    first = drawn(table, "els: one", "karim: two")
    corrections.correct(table.journal, table.uid, "1", Correction(text="won"))
    second = ledger.add_takeaway(table.journal, table.uid, "U", evidence=["1"]).id
    assert (why(table, first), why(table, second)) == ({1: Since.CORRECTED}, {})
    ledger.merge_takeaways(table.journal, table.uid, [first, second])
    assert why(table, first) == {1: Since.CORRECTED}
    table.journal.undo(table.uid)
    ledger.merge_takeaways(table.journal, table.uid, [second, first])
    assert why(table, second) == {1: Since.CORRECTED}
    made = ledger.split_takeaway(table.journal, table.uid, second, ["1"])
    assert (why(table, second), why(table, made.id)) == ({}, {1: Since.CORRECTED})


def test_a_takeaway_can_let_go_of_what_is_gone(table: Table) -> None:
    key = drawn(table, "els: one")
    gone = replace(table.session.takeaway(key), evidence=frozenset({table.said[0].id, "gone"}))
    table.journal.append(table.uid, lambda session: [changed(session.takeaway(key), gone)])
    assert why(table, key) == {0: Since.GONE}
    with pytest.raises(NoSuchContribution):
        ledger.edit_takeaway(table.journal, table.uid, key, evidence=["gone"])
    after = ledger.edit_takeaway(table.journal, table.uid, key, without=["gone"]).takeaway(key)
    assert after.evidence == {table.said[0].id}
    assert why(table, key) == {}


def test_nothing_that_was_withdrawn_becomes_evidence_or_dissent(table: Table) -> None:
    table.record("els: one")
    corrections.withdraw(table.journal, table.uid, "1")
    with pytest.raises(EvidenceWithdrawn, match="contributions restore 1"):
        ledger.add_takeaway(table.journal, table.uid, evidence=["1"])
    key = ledger.add_takeaway(table.journal, table.uid, "T").id
    for act in (
        lambda: ledger.edit_takeaway(table.journal, table.uid, key, evidence=["1"]),
        lambda: ledger.dissent(table.journal, table.uid, key, ["1"]),
    ):
        with pytest.raises(EvidenceWithdrawn):
            act()


def test_what_may_still_begin_with_a_name_becomes_no_evidence_until_it_is_clear_who_said_it(
    table: Table,
) -> None:
    table.record("jan p: nobody asked us")
    assert not table.said[0].placed
    with pytest.raises(SpeakerUnclear, match="contributions edit 1 --participant"):
        ledger.add_takeaway(table.journal, table.uid, evidence=["1"])
    key = ledger.add_takeaway(table.journal, table.uid, "T").id
    with pytest.raises(SpeakerUnclear):
        ledger.edit_takeaway(table.journal, table.uid, key, evidence=["1"])
    corrections.correct(table.journal, table.uid, "1", Correction(participant="an"))
    assert ledger.add_takeaway(table.journal, table.uid, evidence=["1"]).text == "nobody asked us"


def test_a_takeaway_does_not_begin_with_what_is_no_longer_clear(table: Table) -> None:
    key = drawn(table, "els: one", "karim: two")
    retyping.retype(table.journal, table.uid, "2", "jan p: two")
    with pytest.raises(SpeakerUnclear):
        ledger.split_takeaway(table.journal, table.uid, key, ["2"])


# Parted, dropped, brought back.


def test_some_of_what_a_takeaway_rests_on_makes_a_new_one_right_behind_it(table: Table) -> None:
    key = drawn(table, "els: one", "karim: two", "an: three", "els: - against two", "els: against one")
    last = ledger.add_takeaway(table.journal, table.uid, "Last")
    session = ledger.dissent(table.journal, table.uid, key, ["4", "5"])
    ids = [said.id for said in session.contributions]
    assert session.contribution("4").answers == ids[2]
    votes.back(table.journal, table.uid, key, ["an"])
    made = ledger.split_takeaway(table.journal, table.uid, "1", ["3", "2"])
    assert (made.title, made.text, made.worded) == ("", "three", False)
    assert (made.evidence, made.dissent) == ({ids[1], ids[2]}, {ids[3]})
    old = table.session.takeaway(key)
    assert (old.title, old.text, old.evidence, old.dissent) == ("Title", "T", {ids[0]}, {ids[4]})
    assert [one.id for one in table.session.takeaways] == [key, made.id, last.id]
    assert [vote.on for vote in table.session.supports.get(key, ())] == [key]
    table.journal.undo(table.uid)
    assert [one.id for one in table.session.takeaways] == [key, last.id]
    assert table.session.takeaway(key) == session.takeaway(key)


@pytest.mark.parametrize(
    ("chosen", "error"),
    [
        ([], NoneOrAll),
        (["1", "2"], NoneOrAll),
        (["1", "1", "2"], NoneOrAll),
        (["3"], NotItsEvidence),
        (["1", "3"], NotItsEvidence),
        (["9"], NoSuchContribution),
    ],
)
def test_a_takeaway_is_parted_only_into_two_that_rest_on_something(
    table: Table, chosen: list[str], error: type[Exception]
) -> None:
    key = drawn(table, "els: one", "karim: two")
    table.record("an: three")
    before = table.session.takeaways
    with pytest.raises(error):
        ledger.split_takeaway(table.journal, table.uid, key, chosen)
    assert table.session.takeaways == before


def test_what_is_left_of_a_takeaway_is_more_than_what_was_withdrawn(table: Table) -> None:
    key = drawn(table, "els: one", "karim: two", "an: three")
    corrections.withdraw(table.journal, table.uid, "2")
    with pytest.raises(NoneOrAll, match="1, 3"):
        ledger.split_takeaway(table.journal, table.uid, key, ["1", "3"])
    with pytest.raises(NothingSaid):
        ledger.split_takeaway(table.journal, table.uid, key, ["2"])
    assert ledger.split_takeaway(table.journal, table.uid, key, ["2", "3"]).text == "three"


def test_what_was_dropped_comes_back_to_its_place(table: Table) -> None:
    made = [ledger.add_takeaway(table.journal, table.uid, text) for text in "ABC"]
    for one in made[:2]:
        ledger.drop_takeaway(table.journal, table.uid, one.id)
    assert [one.text for one in dropped(table.session)] == ["B", "A"]
    ledger.restore_takeaway(table.journal, table.uid, made[1].id)
    assert [one.text for one in table.session.takeaways] == ["B", "C"]
    with pytest.raises(NotDropped):
        ledger.restore_takeaway(table.journal, table.uid, "1")
    with pytest.raises(NoSuchTakeaway):
        ledger.restore_takeaway(table.journal, table.uid, "nothing")
    table.journal.undo(table.uid)
    assert [one.text for one in table.session.takeaways] == ["C"]


def test_with_what_was_dropped_nothing_is_done_until_it_is_back(table: Table) -> None:
    table.record("els: one")
    kept, gone = (ledger.add_takeaway(table.journal, table.uid, text).id for text in "AB")
    ledger.drop_takeaway(table.journal, table.uid, gone)
    for act in (
        lambda: ledger.edit_takeaway(table.journal, table.uid, gone, text="C"),
        lambda: ledger.dissent(table.journal, table.uid, gone, ["1"]),
        lambda: ledger.move_takeaway(table.journal, table.uid, gone, 1),
        lambda: ledger.merge_takeaways(table.journal, table.uid, [kept, gone]),
        lambda: ledger.split_takeaway(table.journal, table.uid, gone, ["1"]),
        lambda: ledger.review_takeaway(table.journal, table.uid, gone),
    ):
        with pytest.raises(TakeawayDropped, match=f"takeaway restore {gone}"):
            act()


def test_takeaways_made_one_are_worded_where_all_were(table: Table) -> None:
    table.record("els: one")
    ledger.add_takeaway(table.journal, table.uid, "Own words")
    ledger.add_takeaway(table.journal, table.uid, evidence=["1"], title="T")
    session = ledger.merge_takeaways(table.journal, table.uid, ["1", "2"])
    assert [(one.title, one.text, one.worded) for one in session.takeaways] == [
        ("T", "Own words\n\none", False)
    ]
