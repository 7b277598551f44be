"""Where an evening stands at its end."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from roundtable.domain.agenda import Topic
from roundtable.domain.clock import schedule
from roundtable.domain.closing import Closing, closing
from roundtable.domain.contributions import Contribution, Takeaway, Voice
from roundtable.domain.people import Attendance, Consent, Participant, Sector
from roundtable.domain.records import Record
from roundtable.domain.session import Details, Session
from roundtable.domain.visits import Visit

NINETEEN = datetime(2026, 11, 23, 19, tzinfo=UTC)
PEOPLE = {"els": "ret", "karim": "log", "an": "npo"}


def at(minutes: float) -> datetime:
    """Give the instant so many minutes after seven."""
    return NINETEEN + timedelta(minutes=minutes)


def said(key: str, by: str | None = None) -> Contribution:
    """Give something said by somebody."""
    voice = Voice.PERSON if by else Voice.NOBODY
    return Contribution(id=key, stamp=key, at=at(1), topic="a", participant=by, voice=voice, text="…")


def person(
    who: str, attendance: Attendance = Attendance.EXPECTED, consent: Consent = Consent.NAMED
) -> Participant:
    """Give one of the people."""
    return Participant(
        id=who, name=who, sector=PEOPLE[who], order=who, attendance=attendance, consent=consent
    )


def table(*records: Record, closed: float | None = None) -> Session:
    """Give a session of two topics of ten minutes, with three people of three sectors."""
    details = Details(id="s", start=NINETEEN, closed=None if closed is None else at(closed))
    sectors = [Sector(id=name, short=name.upper(), order=name) for name in ("log", "npo", "ret")]
    topics = [Topic(id=name, title=name, order=name, planned_seconds=600) for name in "ab"]
    return Session("s").having([details, *sectors, *map(person, PEOPLE), *topics, *records])


def stands(session: Session, minute: float = 30) -> Closing:
    """Tell where the session stands at that minute."""
    return closing(session, schedule(session, at(minute)))


def test_minutes_are_told_against_the_agenda_and_not_against_what_was_granted_since() -> None:
    granted = Topic(id="a", title="a", order="a", planned_seconds=600, granted_seconds=300)
    visits = [
        Visit(id="1", topic="a", begins=at(0), ends=at(14)),
        Visit(id="2", topic="b", begins=at(14), ends=at(20)),
    ]
    found = stands(table(granted, *visits, closed=20))
    assert [(one.planned_seconds, one.taken_seconds) for one in found.topics] == [(600, 840), (600, 360)]
    assert (found.planned_seconds, found.taken_seconds) == (1200, 1200)


def test_how_a_topic_kept_to_its_minutes_is_not_told_before_it_is_over() -> None:
    going_on = table(Visit(id="1", topic="a", begins=at(0)))
    assert [one.settled for one in stands(going_on, 5).topics] == [False, False]
    assert [one.settled for one in stands(going_on, 12).topics] == [True, False]
    left = table(Visit(id="1", topic="a", begins=at(0), ends=at(5)), Visit(id="2", topic="b", begins=at(5)))
    assert [one.settled for one in stands(left, 6).topics] == [True, False]


def test_who_came_and_said_nothing_was_not_heard() -> None:
    found = stands(table(said("1", "els"), person("an", Attendance.ABSENT)))
    assert [one.id for one in found.came] == ["els", "karim"]
    assert [one.id for one in found.not_heard] == ["karim"]
    assert [one.short for one in found.silent_sectors] == ["LOG"]
    assert found.heard == 1


def test_where_it_is_recorded_who_came_nobody_else_did_but_for_who_spoke() -> None:
    found = stands(table(said("1", "els"), person("karim", Attendance.LEFT)))
    assert [one.id for one in found.came] == ["els", "karim"]


def test_what_is_left_to_look_at_is_told_without_what_was_withdrawn() -> None:
    found = stands(
        table(
            replace(said("1"), placed=False),
            replace(said("2"), placed=False, withdrawn=True),
            replace(said("3", "els"), check=True),
            replace(said("4", "els"), parked=True),
            replace(said("5", "els"), parked=True, open_question=True),
        )
    )
    told = (found.unplaced, found.to_check, found.parked, found.open_questions)
    assert [[one.id for one in those] for those in told] == [["1"], ["3"], ["4"], ["5"]]
    assert found.contributions == 4


def test_who_came_and_was_not_asked_for_consent_is_told_but_not_who_stayed_away() -> None:
    asked = stands(
        table(person("els", consent=Consent.UNASKED), person("an", Attendance.ABSENT, Consent.UNASKED))
    )
    assert [one.id for one in asked.not_asked] == ["els"]


def test_a_takeaway_of_which_all_evidence_was_withdrawn_rests_on_nothing() -> None:
    kept = Takeaway(id="k", order="a", evidence=frozenset({"1"}))
    lost = Takeaway(id="l", order="b", evidence=frozenset({"2"}))
    found = stands(table(said("1", "els"), replace(said("2", "els"), withdrawn=True), kept, lost))
    assert found.takeaways == 2
    assert [one.id for one in found.unsupported] == ["l"]
