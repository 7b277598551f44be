"""Preparing sessions: what is copied from the agenda, who is invited, what a session is called."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from roundtable.agendas.reader import read_agenda
from roundtable.domain.people import Consent, Person
from roundtable.errors import SlugTaken
from roundtable.services.sessions import find_session, local_zone, prepare, slugged, zone_of
from roundtable.storage.journal import Journal
from tests.services.tables import AGENDA, Clock, Table

READ = read_agenda(AGENDA, "telework.md").agenda


def test_the_agenda_is_copied_into_the_session(table: Table) -> None:
    session = table.session
    assert session.details.title == "Telework"
    assert [(topic.title, topic.planned_seconds) for topic in session.topics] == [
        ("Welcome", 600),
        ("Work", 900),
        ("Trust", 1200),
        ("Conclusion", 600),
    ]
    assert [(sector.short, sector.name) for sector in session.sectors] == [
        ("RET", "Retail"),
        ("LOG", "Logistics"),
        ("NPO", "Non-profit"),
    ]
    assert [one.name for one in session.participants] == ["Els De Wit", "Karim Haddad", "An Claes"]


def test_somebody_on_the_agenda_and_on_the_list_is_one_person(table: Table) -> None:
    listed = [
        Person("els de wit", sector="LOG", email="els@example.org", consent=Consent.NAMED),
        Person("Bo Maes", sector="Health care"),
        Person("Bo Peeters", sector="health CARE"),
    ]
    uid = prepare(table.journal, READ, people=listed)
    session = table.journal.session(uid)
    els, *_others, bo, peeters = session.participants
    assert len(session.participants) == 5
    assert (els.name, els.role, els.email, els.consent) == (
        "Els De Wit",
        "Buyer",
        "els@example.org",
        Consent.NAMED,
    )
    assert els.sector == session.sectors[0].id
    assert bo.sector == peeters.sector == session.sectors[3].id
    assert session.sectors[3].name == "Health care"


def test_ids_that_are_taken_get_a_number_and_chosen_ones_are_refused(table: Table) -> None:
    day = date(2026, 11, 23)
    made = [prepare(table.journal, READ, day=day) for _ in range(3)]
    assert [table.journal.session(uid).details.slug for uid in made] == [
        "telework-2026-11-23",
        "telework-2026-11-23-2",
        "telework-2026-11-23-3",
    ]
    with pytest.raises(SlugTaken):
        prepare(table.journal, READ, slug="telework")


def test_those_who_prepare_at_once_get_an_id_each(table: Table, clock: Clock) -> None:
    def prepared(place: int) -> str:
        with closing(Journal.open(table.journal.path, clock, str(place))) as there:
            uids = [prepare(there, READ) for _ in range(10)]
            return " ".join(there.session(uid).details.slug for uid in uids)

    with ThreadPoolExecutor(4) as threads:
        slugs = " ".join(threads.map(prepared, range(4))).split()
    assert len(set(slugs)) == len(slugs) == 40


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Één Café!", "een-cafe"),
        ("  ", "session"),
        ("日本", "session"),
        ("x" * 80, "x" * 48),
        ("a/../b", "a-b"),
    ],
)
def test_an_id_is_a_slug(name: str, slug: str) -> None:
    assert slugged(name) == slug


def test_a_uid_is_as_good_as_an_id(table: Table) -> None:
    assert find_session(table.journal, table.uid) == table.uid


def test_the_planned_start_is_told_in_the_zone_of_this_machine(
    table: Table, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", "Europe/Brussels")
    monkeypatch.setattr("tzlocal.unix._cache_tz_name", None)
    agenda = read_agenda(AGENDA.replace("language: en", 'language: en\nstart: "19:30"'), "x.md").agenda
    session = table.journal.session(prepare(table.journal, agenda, day=date(2026, 7, 1)))
    assert session.details.start == datetime(2026, 7, 1, 17, 30, tzinfo=UTC)
    assert str(zone_of(session)) == "Europe/Brussels"


def test_a_zone_that_nobody_knows_is_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "Mars/Olympus")
    monkeypatch.setattr("tzlocal.unix._cache_tz_name", None)
    assert ZoneInfo(local_zone()).key != "Mars/Olympus"


def test_a_title_that_would_steer_a_terminal_does_not(table: Table) -> None:
    uid = prepare(table.journal, READ, title="\x1b[31mRed", moderator="M\x07")
    details = table.journal.session(uid).details
    assert (details.title, details.moderator) == ("[31mRed", "M")
