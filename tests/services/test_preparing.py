"""Preparing an evening: its plan, its people, and its agenda written anew."""

from dataclasses import replace
from datetime import UTC, date, datetime, time
from pathlib import Path

import pytest

from roundtable.domain.agenda import Agenda, AgendaSector, AgendaTopic
from roundtable.domain.people import Person
from roundtable.domain.session import Session
from roundtable.domain.starting import Starting
from roundtable.errors import BegunAlready, HasSpoken, NameMissing, TookPart
from roundtable.services import facilitation, floor, people, preparing, recording
from roundtable.services.sessions import prepare
from roundtable.storage.journal import Journal

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
AGENDA = Agenda(
    title="Telework",
    language="en",
    name="telework",
    sectors=(AgendaSector("RET", "Retail"), AgendaSector("LOG", "Logistics")),
    topics=(AgendaTopic("Welcome", "", 600), AgendaTopic("Trust", "1", 900)),
    people=(Person("Jan Peeters", "RET"),),
)


class Table:
    """A session prepared from the agenda, in a file of its own."""

    def __init__(self, folder: Path) -> None:
        self.journal = Journal.open(folder / "roundtable.db", lambda: NOW, "here")
        self.uid = prepare(self.journal, AGENDA)

    @property
    def session(self) -> Session:
        return self.journal.session(self.uid)


@pytest.fixture
def table(tmp_path: Path) -> Table:
    return Table(tmp_path)


def test_an_evening_gets_a_day_and_its_id_follows(table: Table) -> None:
    plan = preparing.Plan("Telework, table 3", Starting(date(2026, 11, 26), time(19, 30)), "Ghent", "Rita")
    details = preparing.plan(table.journal, table.uid, plan).details
    assert (details.title, details.place, details.moderator) == ("Telework, table 3", "Ghent", "Rita")
    assert (details.date, details.slug) == ("2026-11-26", "telework-2026-11-26")
    assert details.start == preparing.started(table.session, Starting(hour=time(19, 30))).start
    later = preparing.plan(table.journal, table.uid, preparing.Plan(starting=Starting(hour=time(20)))).details
    assert later.start
    assert details.start
    assert (later.start - details.start).total_seconds() == 1800
    back = table.journal.undo(table.uid, 2).session.details
    assert (back.title, back.date, back.slug, back.start) == (
        "Telework",
        "2026-11-23",
        "telework-2026-11-23",
        None,
    )
    with pytest.raises(NameMissing):
        preparing.plan(table.journal, table.uid, preparing.Plan(title=" "))


def test_an_id_that_was_chosen_or_is_taken_is_left(table: Table) -> None:
    own = prepare(table.journal, AGENDA, slug="my-table")
    moved = preparing.Plan(starting=Starting(date(2026, 12, 1)))
    assert preparing.plan(table.journal, own, moved).details.slug == "my-table"
    assert preparing.plan(table.journal, table.uid, moved).details.slug == "telework-2026-12-01"
    again = prepare(table.journal, AGENDA)
    assert preparing.plan(table.journal, again, moved).details.slug == "telework-2026-12-01-2"


def test_proposed_nicknames_are_taken_in_one_action_or_one_by_one(table: Table) -> None:
    people.add_people(table.journal, table.uid, [Person("Jan Maes"), Person("Els Claes")])
    after = preparing.take_nicknames(table.journal, table.uid)
    assert [one.nickname for one in after.participants] == ["JanP", "JanM", ""]
    table.journal.undo(table.uid)
    first = table.session.participants[0].id
    assert [
        one.nickname for one in preparing.take_nicknames(table.journal, table.uid, [first]).participants
    ] == ["JanP", "", ""]


def test_somebody_is_corrected_and_taken_off_the_list_but_not_once_they_spoke(table: Table) -> None:
    key = table.session.participants[0].id
    after = preparing.correct_person(table.journal, table.uid, key, Person("Jan Pieters", "Care"))
    (one,) = after.participants
    assert (one.name, after.sector("Care").id) == ("Jan Pieters", one.sector)
    assert not preparing.uninvite(table.journal, table.uid, key).participants
    assert table.journal.undo(table.uid).session.participants
    facilitation.step(table.journal, table.uid)
    recording.record(table.journal, table.uid, "jan: we agree")
    with pytest.raises(HasSpoken):
        preparing.uninvite(table.journal, table.uid, key)


def test_who_asked_for_the_floor_stays_on_the_list(table: Table) -> None:
    key = table.session.participants[0].id
    floor.ask(table.journal, table.uid, key)
    with pytest.raises(TookPart):
        preparing.uninvite(table.journal, table.uid, key)


def test_an_agenda_is_not_taken_once_something_was_said_on_a_topic(table: Table) -> None:
    topic = table.session.topics[0].id
    recording.record(table.journal, table.uid, "jan: a first thought", topic=topic)
    with pytest.raises(BegunAlready):
        preparing.take_agenda(table.journal, table.uid, AGENDA, AGENDA)


def test_what_a_list_comes_to_is_told_before_it_is_taken(table: Table) -> None:
    listed = [Person("jan peeters", "RET"), Person("An Maes", "Care"), Person("Bo", "retail")]
    found = preparing.foreseen(table.session, listed)
    assert ([one.name for one in found.new], found.known) == (["An Maes", "Bo"], ("Jan Peeters",))
    assert [one.name for one in found.sectors] == ["Care"]


def test_an_agenda_written_anew_changes_what_it_says_and_leaves_what_was_put_right(table: Table) -> None:
    preparing.plan(table.journal, table.uid, preparing.Plan(title="Mine"))
    welcome, trust = (topic.id for topic in table.session.topics)
    new = replace(
        AGENDA,
        title="Other",
        place="Ghent",
        sectors=(AgendaSector("RET", "Retail", "somebody from retail"), AgendaSector("NPO", "Non-profit")),
        topics=(
            AgendaTopic("Trust", "1", 1200),
            AgendaTopic("Hello", "", 300),
            AgendaTopic("Conclusion", "", 600, conclusion=True),
        ),
        people=(*AGENDA.people, Person("Nadia", "NPO")),
    )
    after = preparing.take_agenda(table.journal, table.uid, AGENDA, new)
    assert (after.details.title, after.details.place) == ("Mine", "Ghent")
    assert [(topic.title, topic.planned_seconds) for topic in after.topics] == [
        ("Trust", 1200),
        ("Hello", 300),
        ("Conclusion", 600),
    ]
    assert [topic.id for topic in after.topics][:2] == [trust, welcome]
    assert [sector.short for sector in after.sectors] == ["RET", "NPO"]
    assert [one.name for one in after.participants] == ["Jan Peeters", "Nadia"]
    assert after.participants[1].sector == after.sector("NPO").id
    back = table.journal.undo(table.uid).session
    assert [topic.title for topic in back.topics] == ["Welcome", "Trust"]
    assert [sector.short for sector in back.sectors] == ["RET", "LOG"]
    facilitation.step(table.journal, table.uid)
    with pytest.raises(BegunAlready):
        preparing.take_agenda(table.journal, table.uid, AGENDA, new)


def test_who_was_taken_off_the_list_does_not_come_back_with_the_agenda(table: Table) -> None:
    preparing.uninvite(table.journal, table.uid, table.session.participants[0].id)
    assert not preparing.take_agenda(table.journal, table.uid, AGENDA, AGENDA).participants
