"""Who has been heard, and whom to ask next."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from time import perf_counter

from roundtable.domain.balance import ask_next, heard, people_heard
from roundtable.domain.contributions import Contribution, Voice
from roundtable.domain.people import Attendance, Participant, Sector
from roundtable.domain.records import Record
from roundtable.domain.session import Session

NINETEEN = datetime(2026, 11, 23, 19, tzinfo=UTC)
PEOPLE = {"els": "ret", "karim": "log", "an": "npo", "piet": "ret"}


def at(minute: int) -> datetime:
    """Give the instant so many minutes after seven."""
    return NINETEEN + timedelta(minutes=minute)


def said(minute: int, by: str, topic: str = "trust") -> Contribution:
    """Give something said at that minute by a person, or by the sector of that id."""
    one = Contribution(id=f"c{minute}", stamp=f"{minute:024}", at=at(minute), topic=topic, text="…")
    if by in PEOPLE:
        return replace(one, voice=Voice.PERSON, participant=by)
    return replace(one, voice=Voice.SECTOR, sector=by)


def person(who: str, attendance: Attendance = Attendance.EXPECTED) -> Participant:
    """Give one of the people."""
    return Participant(id=who, name=who, sector=PEOPLE[who], order=who, attendance=attendance)


def table(*records: Record) -> Session:
    """Give a session with three sectors and four people."""
    sectors = [Sector(id=name, short=name.upper(), order=name) for name in ("log", "npo", "ret")]
    return Session("s").having([*sectors, *(person(who) for who in PEOPLE), *records])


def counts(session: Session, topic: str | None = None) -> dict[str, int]:
    """Give how often each sector was heard."""
    return {one.sector.id: one.contributions for one in heard(session, topic)}


def test_sectors_are_heard_through_their_people_and_by_themselves() -> None:
    session = table(
        said(1, "els"), said(2, "piet"), said(3, "ret"), said(4, "log"), said(5, "log", "culture")
    )
    assert counts(session, "trust") == {"log": 1, "npo": 0, "ret": 3}
    assert counts(session) == {"log": 2, "npo": 0, "ret": 3}
    assert [one.people for one in heard(session)] == [1, 1, 2]


def test_a_sector_that_was_put_right_counts_and_not_the_speakers() -> None:
    assert counts(table(replace(said(1, "els"), sector="npo"))) == {"log": 0, "npo": 1, "ret": 0}


def test_the_moderator_the_table_and_nobody_count_for_nobody() -> None:
    voices = [Voice.MODERATOR, Voice.TABLE, Voice.NOBODY]
    session = table(*(replace(said(minute, "els"), voice=voice) for minute, voice in enumerate(voices)))
    assert counts(session) == {"log": 0, "npo": 0, "ret": 0}
    assert {one.contributions for one in people_heard(session)} == {0}


def test_withdrawn_and_unplaced_contributions_are_not_heard() -> None:
    session = table(replace(said(1, "els"), withdrawn=True), replace(said(2, "els"), placed=False))
    assert counts(session)["ret"] == 0


def test_people_are_heard_with_their_last_word() -> None:
    session = table(said(1, "els"), said(7, "els"), said(9, "els", "culture"), said(5, "karim"))
    told = {one.participant.id: (one.contributions, one.last) for one in people_heard(session, "trust")}
    assert told == {"els": (2, at(7)), "karim": (1, at(5)), "an": (0, None), "piet": (0, None)}


def test_only_those_who_are_there_count_once_presence_is_recorded() -> None:
    session = table(
        person("els", Attendance.PRESENT), person("karim", Attendance.ONLINE), said(1, "piet"), said(2, "an")
    )
    session = session.having([person("an", Attendance.LEFT)])
    assert [one.people for one in heard(session)] == [1, 0, 2]  # Piet spoke, so he is there; An has left
    assert [one.participant.id for one in people_heard(session)] == ["an", "els", "karim", "piet"]


def test_the_least_heard_sector_is_asked_and_in_it_the_least_heard_person() -> None:
    session = table(said(1, "karim"), said(2, "an"), said(3, "karim"), said(4, "an"), said(5, "els"))
    asked = ask_next(session, "trust", at(10))
    assert asked is not None
    assert (asked.participant.id, asked.silence_seconds) == ("piet", None)
    assert asked.sector is not None
    assert asked.sector.id == "ret"


def test_among_equals_the_longest_silence_is_asked_first() -> None:
    everybody = [said(1, "piet"), said(2, "an"), said(3, "karim"), said(4, "els")]
    asked = ask_next(table(*everybody, said(5, "an"), said(6, "karim")), None, at(10))
    assert asked is not None
    assert (asked.participant.id, asked.silence_seconds) == ("piet", 9 * 60)


def test_on_a_new_topic_the_evening_decides() -> None:
    session = table(said(1, "els"), said(2, "els"), said(3, "karim"), said(4, "karim"), said(5, "an"))
    asked = ask_next(session, "culture", at(10))
    assert asked is not None
    assert asked.participant.id == "an"


def test_nobody_who_left_or_is_absent_is_asked() -> None:
    session = table(person("an", Attendance.ABSENT), said(1, "els"), said(2, "piet"))
    asked = ask_next(session, "trust", at(10))
    assert asked is not None
    assert asked.participant.id == "karim"
    assert ask_next(table(*(person(who, Attendance.LEFT) for who in PEOPLE)), "trust", at(10)) is None


def test_a_table_without_sectors_has_somebody_to_ask_too() -> None:
    people = [Participant(id=who, name=who, order=who) for who in ("els", "karim")]
    asked = ask_next(Session("s").having([*people, said(1, "els")]), None, at(2))
    assert asked is not None
    assert (asked.participant.id, asked.sector) == ("karim", None)


def test_ten_thousand_contributions_are_counted_at_once() -> None:
    session = table(*(said(minute, list(PEOPLE)[minute % 4]) for minute in range(10_000)))
    assert len(session.contributions) == 10_000
    begun = perf_counter()
    ask_next(session, "trust", at(10_001))
    assert (
        perf_counter() - begun < 1
    )  # some 10 ms; a second on the slowest machine still tells one pass from many
