"""Rehearsals: the same table with nothing said, that does not count."""

from dataclasses import replace

import pytest

from roundtable.agendas.reader import read_agenda
from roundtable.domain.changes import Edit
from roundtable.domain.people import Attendance
from roundtable.domain.records import changed
from roundtable.domain.session import Session
from roundtable.errors import NoSessionYet, NothingToUndo
from roundtable.services import facilitation, people
from roundtable.services.people import PersonCorrection
from roundtable.services.publishing import Wanted, composed
from roundtable.services.rehearsal import count_it, rehearse, rehearsed
from roundtable.services.sessions import find_session, prepare, waiting_for
from tests.services.tables import AGENDA, Table


def rehearsal_of(table: Table) -> Table:
    """Give a rehearsal of a table."""
    return Table(table.journal, rehearse(table.journal, table.uid), table.clock)


def test_a_rehearsal_has_the_same_agenda_and_people_and_nothing_was_said(table: Table) -> None:
    people.edit_person(table.journal, table.uid, "karim", PersonCorrection(nickname="Ka"))
    people.attend(table.journal, table.uid, "els", Attendance.PRESENT)
    facilitation.go(table.journal, table.uid, "1")
    facilitation.more(table.journal, table.uid, 5)
    table.record("els: hello")
    rehearsal = rehearsal_of(table).session
    assert (rehearsal.details.slug, rehearsal.details.rehearsal) == ("telework-rehearsal", True)
    assert [(one.title, one.allotted_seconds) for one in rehearsal.topics] == [
        (one.title, one.planned_seconds) for one in table.session.topics
    ]
    assert [(one.name, one.nickname) for one in rehearsal.participants] == [
        (one.name, one.nickname) for one in table.session.participants
    ]
    shorts = {one.id: one.short for one in rehearsal.sectors}
    assert [shorts[one.sector or ""] for one in rehearsal.participants] == ["RET", "LOG", "NPO"]
    assert all(one.attendance is Attendance.EXPECTED for one in rehearsal.participants)
    assert (rehearsal.contributions, rehearsal.visits, rehearsal.current) == ((), (), None)


def test_what_is_said_at_a_rehearsal_stays_out_of_the_evening(table: Table) -> None:
    rehearsal = rehearsal_of(table)
    facilitation.go(rehearsal.journal, rehearsal.uid, "1")
    rehearsal.record("ka: hello")
    people.attend(rehearsal.journal, rehearsal.uid, "els", Attendance.LEFT)
    assert [one.text for one in rehearsal.said] == ["hello"]
    assert (table.said, table.session.visits) == ((), ())
    assert table.session.person("els").attendance is Attendance.EXPECTED


def test_a_new_rehearsal_takes_the_place_of_the_one_before(table: Table) -> None:
    first = rehearse(table.journal, table.uid)
    second = rehearse(table.journal, first)
    known = {one.uid: one.details.slug for one in table.journal.sessions()}
    assert known == {table.uid: "telework", second: "telework-rehearsal"}


def test_what_a_rehearsal_is_of_is_known_by_reference_and_not_by_its_slug(table: Table) -> None:
    agenda = read_agenda(AGENDA, "telework.md").agenda
    drill = prepare(table.journal, agenda, slug="fire-rehearsal-plan")
    rehearsal = rehearse(table.journal, drill)
    details = table.journal.session(rehearsal).details
    assert (details.slug, details.rehearsal_of) == ("fire-rehearsal-plan-rehearsal", drill)
    fire = prepare(table.journal, agenda, slug="fire")
    rehearse(table.journal, fire)
    assert not table.journal.session(rehearsal).details.withdrawn


def test_no_undo_at_a_rehearsal_takes_back_what_it_is_called(table: Table) -> None:
    rehearse(table.journal, table.uid)
    second = rehearsal_of(table)
    with pytest.raises(NothingToUndo):
        second.journal.undo(second.uid)
    assert second.session.details.slug == "telework-rehearsal"


def test_a_rehearsal_begins_as_before_anything_happened(table: Table) -> None:
    facilitation.go(table.journal, table.uid, "1")
    facilitation.add_topic(table.journal, table.uid, "Commuting", 12)

    def asked(was: Session) -> list[Edit]:
        topic = was.topic("trust")
        return [
            changed(topic, replace(topic, prompt=1)),
            changed(was.details, replace(was.details, prompt=2)),
        ]

    table.journal.append(table.uid, asked)
    rehearsal = rehearsal_of(table).session
    added = rehearsal.topic("commuting")
    assert (added.planned_seconds, added.granted_seconds) == (720, 0)
    assert {topic.prompt for topic in rehearsal.topics} | {rehearsal.details.prompt} == {0}


def test_a_rehearsal_of_another_session_stays(table: Table) -> None:
    other = prepare(table.journal, read_agenda(AGENDA, "telework.md").agenda, slug="other")
    rehearse(table.journal, table.uid)
    rehearse(table.journal, other)
    slugs = {one.details.slug for one in table.journal.sessions()}
    assert slugs == {"telework", "telework-rehearsal", "other", "other-rehearsal"}


def test_a_rehearsal_is_meant_only_where_it_is_named(table: Table) -> None:
    rehearsal = rehearsal_of(table)
    facilitation.go(rehearsal.journal, rehearsal.uid, "1")
    assert find_session(table.journal) == table.uid
    assert find_session(table.journal, "tele") == table.uid
    assert find_session(table.journal, "telework-r") == rehearsal.uid
    assert find_session(table.journal, "telework-rehearsal") == rehearsal.uid
    assert waiting_for(table.journal, "telework") == "telework"


def test_the_paper_of_a_rehearsal_stays_a_draft_until_it_counts_after_all(table: Table) -> None:
    rehearsal = rehearsal_of(table)
    reasons = [one.told() for one in composed(rehearsal.session, Wanted()).draft_reasons]
    assert any("rehearsal" in reason for reason in reasons)
    counted = count_it(table.journal, rehearsal.uid)
    reasons = [one.told() for one in composed(counted, Wanted()).draft_reasons]
    assert not any("rehearsal" in reason for reason in reasons)
    again = rehearse(table.journal, table.uid)
    assert table.journal.session(rehearsal.uid).details.withdrawn is False
    assert table.journal.session(again).details.slug == "telework-rehearsal-2"


@pytest.mark.parametrize(
    ("slug", "original"),
    [("telework-rehearsal", "telework"), ("telework-rehearsal-2", "telework"), ("telework", "telework")],
)
def test_what_a_rehearsal_is_of_is_told_by_its_id(slug: str, original: str) -> None:
    assert rehearsed(slug) == original


def test_an_evening_of_rehearsals_alone_says_that_there_is_no_session_yet(table: Table) -> None:
    rehearse(table.journal, table.uid)
    table.journal.append(table.uid, lambda was: [changed(was.details, replace(was.details, withdrawn=True))])
    with pytest.raises(NoSessionYet):
        find_session(table.journal)
