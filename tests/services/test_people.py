"""Who sits at the table: added one by one, from a list, merged."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roundtable.domain.changes import Edit
from roundtable.domain.disclosure import Disclosure, Form
from roundtable.domain.people import Attendance, Consent, Person, Sector
from roundtable.domain.records import changed
from roundtable.domain.session import Session
from roundtable.domain.text import clean
from roundtable.errors import NameMissing, NameTaken, NoSuchPerson, SamePerson
from roundtable.services import people
from roundtable.services.consents import consents_of, standing
from roundtable.services.people import PersonCorrection
from roundtable.services.seating import person_typed
from roundtable.storage.journal import Journal
from tests.services.tables import Table


def test_people_come_in_the_order_in_which_they_were_added(table: Table) -> None:
    names = [f"Person {number}" for number in range(60)]
    for name in names:
        people.add_people(table.journal, table.uid, [Person(name)])
    people.add_people(table.journal, table.uid, [Person("Last"), Person("Very last")])
    found = table.session.participants
    assert [one.name for one in found][3:] == [*names, "Last", "Very last"]
    assert max(len(one.order) for one in found) < 20


def test_somebody_without_a_name_is_not_added(table: Table) -> None:
    with pytest.raises(NameMissing):
        people.add_people(table.journal, table.uid, [Person("Bo"), Person(" \x00")])
    assert len(table.session.participants) == 3


def test_inviting_a_list_again_changes_nothing(table: Table) -> None:
    listed = [Person("AN CLAES", role="Chair"), Person("Jan Peeters"), Person("Jan Peeters", sector="Care")]
    first = people.invite(table.journal, table.uid, listed)
    assert (first.new, first.known) == (("Jan Peeters", "Jan Peeters"), ("An Claes",))
    before = table.journal.history(table.uid)
    again = people.invite(table.journal, table.uid, listed)
    assert not again.new
    assert len(again.known) == 3
    assert table.journal.history(table.uid) == before
    assert next(one.role for one in table.session.participants if one.name == "An Claes") == "Chair"


def test_a_sector_is_made_for_somebody_known_only_where_they_have_none(table: Table) -> None:
    people.invite(table.journal, table.uid, [Person("An Claes", sector="Something else")])
    assert len(table.session.sectors) == 3
    people.edit_person(table.journal, table.uid, "an", PersonCorrection(sector=""))
    people.invite(table.journal, table.uid, [Person("An Claes", sector="Something else")])
    assert table.session.participants[2].sector == table.session.sectors[3].id


def test_a_list_is_taken_back_as_a_whole(table: Table) -> None:
    people.invite(table.journal, table.uid, [Person("Bo", sector="Care"), Person("Cas", sector="Care")])
    table.journal.undo(table.uid)
    assert len(table.session.participants) == 3
    assert len(table.session.sectors) == 3


@pytest.mark.parametrize(
    ("one", "other", "merged"),
    [
        (Consent.UNASKED, Consent.NAMED, Consent.NAMED),
        (Consent.NAMED, Consent.SECTOR, Consent.SECTOR),
        (Consent.NAMED, Consent.NONE, Consent.NONE),
        (Consent.NONE, Consent.UNASKED, Consent.NONE),
    ],
)
def test_of_two_consents_the_more_careful_one_counts(
    table: Table, one: Consent, other: Consent, merged: Consent
) -> None:
    people.consent(table.journal, table.uid, "els", one)
    people.consent(table.journal, table.uid, "karim", other)
    people.attend(table.journal, table.uid, "karim", Attendance.PRESENT)
    people.merge(table.journal, table.uid, "els", "karim")
    kept = table.session.person("els")
    assert (kept.consent, kept.attendance) == (merged, Attendance.PRESENT)
    with pytest.raises(NoSuchPerson):
        table.session.person("karim")


def test_nobody_is_merged_with_themselves(table: Table) -> None:
    with pytest.raises(SamePerson):
        people.merge(table.journal, table.uid, "els", "Els De Wit")


def test_two_who_are_corrected_at_once_both_keep_what_was_corrected(table: Table, other: Table) -> None:
    def correct(journal: Journal, correction: PersonCorrection) -> None:
        people.edit_person(journal, table.uid, "els", correction)

    correct(table.journal, PersonCorrection(role="Planner"))
    correct(other.journal, PersonCorrection(organisation="Shop"))
    found = table.session.person("els")
    assert (found.role, found.organisation) == ("Planner", "Shop")


def test_nobody_is_shown_under_a_name_that_somebody_else_is_called_by(table: Table) -> None:
    people.add_people(table.journal, table.uid, [Person("Annelies Maes", nickname="an"), Person("Els Maes")])
    people.add_people(table.journal, table.uid, [Person("Bo Maes", nickname="Bo")])
    assert list(table.session.shown.values()) == [
        "Els De Wit",
        "Karim",
        "An Claes",
        "Annelies Maes",
        "Els Maes",
        "Bo",
    ]


def test_somebody_new_is_read_from_one_line(table: Table) -> None:
    sectors = table.session.sectors
    read = {
        "Jan Jansen": ("Jan Jansen", "", ""),
        "Jan Jansen LOG": ("Jan Jansen", "LOG", ""),
        "jan log": ("jan", "LOG", ""),
        "Jan Jansen logistics": ("Jan Jansen", "LOG", ""),
        "Jan Jansen (ret)": ("Jan Jansen", "RET", ""),
        "An Non-profit": ("An", "NPO", ""),
        "Jan Jansen, logi, Trucks & Co": ("Jan Jansen", "LOG", "Trucks & Co"),
        "Jan Jansen; ret": ("Jan Jansen", "RET", ""),
        "Jan Log,": ("Jan Log", "", ""),
        "Jan, Health care": ("Jan", "Health care", ""),
        "LOG": ("LOG", "", ""),
        "  ": ("", "", ""),
    }
    for line, (name, sector, organisation) in read.items():
        assert person_typed(line, sectors) == Person(name, sector, organisation), line
    whole = Person("Jan Jansen", "RET", "Colruyt", "HR", email="jan@x.be")
    assert person_typed("Jan Jansen, retail, Colruyt, HR <jan@x.be>", sectors) == whole
    assert person_typed("Jan Jansen RET, jan@x.be", sectors) == Person("Jan Jansen", "RET", email="jan@x.be")


@given(st.text(max_size=40))
def test_any_line_is_read_as_somebody_or_nobody(line: str) -> None:
    sectors = [Sector(id="a", short="LOG", name="Logistics"), Sector(id="b", short="NPO", name="Non-profit")]
    found = person_typed(line, sectors)
    assert found.name == clean(found.name)
    assert bool(found.name) or "@" in line or not clean(re.split("[,;\t]", line)[0])


def test_a_walk_in_is_here_and_is_taken_back_whole(table: Table) -> None:
    arrived = people.arrive(table.journal, table.uid, Person("Jan Jansen", "Health care"))
    assert (arrived.known, arrived.participant.attendance) == (False, Attendance.PRESENT)
    assert table.session.participants[-1] == arrived.participant
    assert table.session.sectors[-1].name == "Health care"
    table.journal.undo(table.uid)
    assert (len(table.session.participants), len(table.session.sectors)) == (3, 3)


def test_somebody_who_comes_instead_sits_for_the_same_sector_and_organisation(table: Table) -> None:
    people.edit_person(table.journal, table.uid, "els", PersonCorrection(organisation="Shop & Co"))
    arrived = people.arrive(table.journal, table.uid, Person("Jan Jansen"), "els").participant
    els = table.session.person("els")
    assert (arrived.sector, arrived.organisation, arrived.instead_of) == (els.sector, "Shop & Co", els.id)
    assert els.attendance is Attendance.ABSENT
    table.journal.undo(table.uid)
    assert table.session.person("els").attendance is Attendance.EXPECTED
    assert len(table.session.participants) == 3
    other = people.arrive(table.journal, table.uid, Person("Jan Jansen", "log", "Trucks"), "els").participant
    assert (other.sector, other.organisation) == (table.session.sector("LOG").id, "Trucks")


def test_who_is_replaced_after_having_spoken_has_left(table: Table) -> None:
    table.record("els: one thing")
    people.arrive(table.journal, table.uid, Person("Jan Jansen"), "els")
    assert table.session.person("els").attendance is Attendance.LEFT


def test_a_name_that_is_on_the_list_is_that_person_and_one_who_sits_here_is_nobody_new(table: Table) -> None:
    arrived = people.arrive(table.journal, table.uid, Person("an claes"))
    assert (arrived.known, arrived.participant.name) == (True, "An Claes")
    assert len(table.session.participants) == 3
    with pytest.raises(NameTaken):
        people.arrive(table.journal, table.uid, Person("An Claes"))
    with pytest.raises(NameMissing):
        people.arrive(table.journal, table.uid, Person("\x00 "))


def test_everybody_who_is_still_expected_comes_at_once(table: Table) -> None:
    people.attend(table.journal, table.uid, "els", Attendance.ABSENT)
    people.attend(table.journal, table.uid, "karim", Attendance.ONLINE)
    assert people.everybody_came(table.journal, table.uid) == (table.session.person("an").id,)
    assert not people.everybody_came(table.journal, table.uid)
    told = [one.attendance for one in table.session.participants]
    assert told == [Attendance.ABSENT, Attendance.ONLINE, Attendance.PRESENT]


def test_who_said_a_line_is_seated_and_named_in_one_act(table: Table) -> None:
    said = table.record("bert: - not in a shop").contribution
    assert said is not None
    assert not said.placed
    people.seat_speaker(table.journal, table.uid, said.id, Person("Bert Maes", "LOG"))
    bert = table.session.participants[-1]
    now = table.session.contribution(said.id)
    assert (bert.name, now.participant, now.placed, now.text) == ("Bert Maes", bert.id, True, "not in a shop")
    assert bert.attendance is Attendance.EXPECTED  # nobody was marked as here: all who were not are as well
    table.journal.undo(table.uid)
    assert len(table.session.participants) == 3
    assert not table.session.contribution(said.id).placed


def test_who_is_seated_for_a_line_is_here_where_that_is_recorded(table: Table) -> None:
    people.attend(table.journal, table.uid, "els", Attendance.PRESENT)
    said = table.record("bert: yes").contribution
    assert said is not None
    people.seat_speaker(table.journal, table.uid, said.id, Person("Bert Maes"))
    assert table.session.participants[-1].attendance is Attendance.PRESENT


@pytest.mark.parametrize(
    ("language", "words"),
    [("nl", "met uw naam"), ("fr", "sous votre nom"), ("en", "by your name"), ("de", "by your name")],
)
def test_the_line_about_consent_speaks_the_language_of_the_session(
    table: Table, language: str, words: str
) -> None:
    def details(session: Session) -> list[Edit]:
        return [changed(session.details, replace(session.details, language=language, contact="info@x.be"))]

    assert words not in people.consent_line(table.session) or language in {"en", "de"}
    line = people.consent_line(table.journal.append(table.uid, details).session)
    assert words in line
    assert "info@x.be" in line
    assert "{" not in line


def test_consent_is_recorded_with_when_and_by_whom_and_what_was_said_before_stays(table: Table) -> None:
    people.consent(table.journal, table.uid, "Els", Consent.NAMED, "Griet, at the door")
    asked = table.clock.at
    table.clock.on(days=1)
    people.consent(table.journal, table.uid, "Els", Consent.NONE)
    said = consents_of(table.journal, table.uid, "Els")
    assert [(one.form, one.by) for one in said] == [
        (Consent.NAMED, "Griet, at the door"),
        (Consent.NONE, table.session.details.moderator),
    ]
    assert said[0].at == asked
    assert standing(table.journal, table.uid)[table.session.person("Els").id] == said[-1]
    table.journal.undo(table.uid)
    assert table.session.person("Els").consent_by == "Griet, at the door"


def test_a_later_change_acts_on_the_next_paper_both_ways(table: Table) -> None:
    for one in ("Els", "Karim", "An"):
        people.attend(table.journal, table.uid, one, Attendance.PRESENT)
    for form in (Consent.NAMED, Consent.NONE, Consent.NAMED):
        people.consent(table.journal, table.uid, "Els", form)
        named = Disclosure.of(table.session, Form.NAMED).named
        assert [one.name for one in named] == (["Els De Wit"] if form is Consent.NAMED else [])


def test_who_comes_instead_of_somebody_was_not_asked_yet(table: Table) -> None:
    people.consent(table.journal, table.uid, "Els", Consent.NAMED)
    arrived = people.arrive(table.journal, table.uid, Person(name="Jan Maes"), "Els")
    assert arrived.participant.consent is Consent.UNASKED
    assert (arrived.participant.consent_at, arrived.participant.consent_by) == (None, "")
    assert [one.name for one in Disclosure.of(table.session, Form.NAMED).unasked] == ["Jan Maes"]
