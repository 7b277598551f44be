"""Who sits at the table: added one by one, from a list, merged."""

import pytest

from roundtable.domain.people import Attendance, Consent, Person
from roundtable.errors import NameMissing, NoSuchPerson, SamePerson
from roundtable.services import people
from roundtable.services.people import PersonCorrection
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
