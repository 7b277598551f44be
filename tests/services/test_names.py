"""Names inside what may be printed, and what is decided on them."""

import pytest

from roundtable.domain.contributions import Choice, Decision
from roundtable.domain.disclosure import Form
from roundtable.domain.people import Consent
from roundtable.domain.session import Session
from roundtable.errors import NoSuchName
from roundtable.report.document import texts
from roundtable.report.looks import Why
from roundtable.services import corrections, ledger, people, prose
from roundtable.services.corrections import Correction
from roundtable.services.facilitation import go
from roundtable.services.looks import looks
from roundtable.services.names import decide_name, names_inside
from roundtable.services.publishing import Wanted, composed
from roundtable.services.recording import record
from tests.services.tables import Table


def stands(session: Session, form: Form | None = None) -> list[str]:
    """Give where which name stands, and what happens to it."""
    return [f"{one.called} {one.name} {one.kept}" for one in names_inside(session, form)]


@pytest.fixture
def talk(table: Table) -> Table:
    """Give a table at which people named one another, in statements, prose and a takeaway."""
    record(table.journal, table.uid, "karim: Els moves fast")
    record(table.journal, table.uid, "an: nobody moves")
    record(table.journal, table.uid, "els: I follow Karim Haddad and Els")
    prose.set_prose(table.journal, table.uid, "2", "What An Claes brought in.")
    ledger.add_takeaway(table.journal, table.uid, "Trust, says Karim.", title="Trust")
    return table


def test_names_are_found_in_statements_prose_and_takeaways(talk: Table) -> None:
    assert stands(talk.session) == [
        "1 Els undecided",
        "3 Karim Haddad undecided",
        "3 Els undecided",
        "topic:2 An Claes undecided",
        "takeaway:1 Karim undecided",
    ]


def test_a_decision_holds_for_all_places_where_the_name_stands_in_one_act(talk: Table) -> None:
    decide_name(talk.journal, talk.uid, "els", Choice.KEEP)
    assert [one for one in stands(talk.session) if " Els " in one] == ["1 Els decided", "3 Els decided"]
    talk.journal.undo(talk.uid)
    assert [one for one in stands(talk.session) if " Els " in one] == ["1 Els undecided", "3 Els undecided"]


@pytest.mark.parametrize("place", ["3", "topic:2", "takeaway:1"])
def test_a_decision_holds_for_the_place_that_is_named_alone(talk: Table, place: str) -> None:
    name = next(one.name for one in names_inside(talk.session) if one.called == place)
    decide_name(talk.journal, talk.uid, name, Choice.NEUTRAL, [place])
    decided = [one.called for one in names_inside(talk.session) if one.kept == "not"]
    assert decided == [place]


def test_the_last_decision_counts_and_makes_no_second_record(talk: Table) -> None:
    for choice in (Choice.KEEP, Choice.NEUTRAL):
        decide_name(talk.journal, talk.uid, "Els", choice, ["1"])
    assert "1 Els not" in stands(talk.session)
    assert len(talk.session.of(Decision)) == 1
    talk.journal.undo(talk.uid)
    assert "1 Els decided" in stands(talk.session)


def test_a_name_that_is_worded_away_is_decided(talk: Table) -> None:
    corrections.correct(talk.journal, talk.uid, "1", Correction(wording="Some move fast"))
    assert "1 Els not" in stands(talk.session)


def test_a_name_that_stands_nowhere_is_refused_and_nothing_is_stored(talk: Table) -> None:
    for places in (None, ["2"]):
        with pytest.raises(NoSuchName):
            decide_name(talk.journal, talk.uid, "Nobody" if places is None else "Els", Choice.KEEP, places)
    assert not talk.session.of(Decision)


def test_who_agreed_to_be_named_stays_in_a_paper_that_names_unless_it_was_decided_otherwise(
    talk: Table,
) -> None:
    people.consent(talk.journal, talk.uid, "Els", Consent.NAMED)
    assert "1 Els agreed" in stands(talk.session, Form.NAMED)
    assert "1 Els undecided" in stands(talk.session)
    decide_name(talk.journal, talk.uid, "Els", Choice.NEUTRAL, ["1"])
    assert "1 Els not" in stands(talk.session, Form.NAMED)


def test_what_else_may_identify_is_listed_by_chapter_for_drafts_prose_and_takeaways(table: Table) -> None:
    go(table.journal, table.uid, "1")
    record(table.journal, table.uid, "karim: we moved from Genk to the largest hall for 30%")
    prose.set_prose(table.journal, table.uid, "2", "It went as in Leuven.")
    ledger.add_takeaway(table.journal, table.uid, "Start small, as Ghent did.", title="Small")
    found = {one.title: [(look.why, look.words) for look in one.looks] for one in looks(table.session)}
    assert found == {
        "Work": [
            (Why.PROPER_NAME, "Genk"),
            (Why.FIGURE, "30%"),
            (Why.SUPERLATIVE, "the largest"),
        ],
        "Trust": [(Why.PROPER_NAME, "Leuven")],
        "Key takeaways": [(Why.PROPER_NAME, "Ghent")],
    }


def test_names_in_prose_and_takeaways_are_told_neutrally_until_somebody_keeps_them(talk: Table) -> None:
    def paper() -> str:
        document = composed(talk.session, Wanted()).document
        return "\n".join(words for part in document.parts for words in texts(part.blocks))

    assert "What somebody at the table brought in." in paper()
    assert "Trust, says somebody at the table." in paper()
    decide_name(talk.journal, talk.uid, "An Claes", Choice.KEEP, ["topic:2"])
    decide_name(talk.journal, talk.uid, "Karim", Choice.NEUTRAL)
    assert "What An Claes brought in." in paper()
    reasons = [one.told() for one in composed(talk.session, Wanted()).draft_reasons]
    assert not [one for one in reasons if "An Claes" in one and "Decide" in one]
    assert not [one for one in reasons if "Karim" in one and "takeaway" in one]


def test_a_name_in_the_middle_of_a_sentence_becomes_no_beginning_of_one(talk: Table) -> None:
    written = "What **Els** said, [mail](mailto:els@x.example), `An Claes` wrote. **Els** knows."
    prose.set_prose(talk.journal, talk.uid, "2", written)
    (chapter,) = [part for part in composed(talk.session, Wanted()).document.parts if part.title == "Trust"]
    assert list(texts(chapter.blocks)) == [
        "What somebody at the table said, mail, somebody at the table wrote. Somebody at the table knows."
    ]
