"""Who has the floor, who waits for it, and how long everybody had it."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from roundtable.domain.agenda import Topic
from roundtable.domain.clock import schedule
from roundtable.domain.contributions import Contribution, Voice
from roundtable.domain.floor import airtime, in_use, queue, speaking, turn_length
from roundtable.domain.people import Attendance, Participant, Sector
from roundtable.domain.records import Record
from roundtable.domain.session import Details, Session
from roundtable.domain.turns import Turn
from roundtable.domain.visits import Visit

NINETEEN = datetime(2026, 11, 23, 19, tzinfo=UTC)
PEOPLE = {"els": "ret", "karim": "log", "an": "npo", "piet": "ret", "guest": None}


def at(minutes: float) -> datetime:
    """Give the instant so many minutes after seven."""
    return NINETEEN + timedelta(minutes=minutes)


def asked(who: str, minute: float, **more: object) -> Turn:
    """Give a hand that went up."""
    turn = Turn(id=f"{who}-{minute}", stamp=f"{minute:024}", participant=who, asked=at(minute))
    return replace(turn, **more)  # type: ignore[arg-type]  # loose fields, in a test alone


def turn(who: str, begins: float, ends: float | None = None) -> Turn:
    """Give a turn between two minutes after seven."""
    last = None if ends is None else at(ends)
    return Turn(id=f"{who}-{begins}", participant=who, begins=at(begins), ends=last)


def visit(topic: str, begins: float, ends: float | None = None) -> Visit:
    """Give a visit between two minutes after seven."""
    last = None if ends is None else at(ends)
    return Visit(id=f"{topic}-{begins}", topic=topic, begins=at(begins), ends=last)


def table(*records: Record, **details: object) -> Session:
    """Give a session with three sectors, five people, and the topics a and b."""
    sectors = [Sector(id=name, short=name.upper(), order=name) for name in ("log", "npo", "ret")]
    people = [Participant(id=who, name=who, sector=sector, order=who) for who, sector in PEOPLE.items()]
    topics = [Topic(id=name, title=name, order=name, planned_seconds=900) for name in "ab"]
    own = replace(Details(id="s"), **details)  # type: ignore[arg-type]  # loose fields, in a test alone
    return Session("s").having([own, *sectors, *people, *topics, *records])


def waiting(session: Session, now: datetime | None = None) -> list[str | None]:
    """Give who waits, the next one first."""
    return [one.participant for one in queue(session, now)]


def test_a_table_that_never_asked_for_the_floor_does_not_use_it() -> None:
    assert not in_use(table(visit("a", 0)))
    assert not in_use(table(asked("els", 1, withdrawn=True)))
    assert in_use(table(asked("els", 1)))
    assert in_use(table(turn("els", 1, 2)))


def test_hands_wait_in_the_order_of_asking_each_person_once() -> None:
    session = table(asked("karim", 3), asked("els", 1), asked("an", 2), asked("els", 4))
    assert waiting(session) == ["els", "an", "karim"]


def test_who_has_spoken_or_took_the_hand_down_or_is_gone_waits_no_longer() -> None:
    gone = Participant(id="karim", name="karim", sector="log", attendance=Attendance.LEFT)
    out = Participant(id="piet", name="piet", withdrawn=True)
    session = table(
        gone,
        out,
        asked("karim", 1),
        asked("piet", 1),
        asked("nobody known", 1),
        asked("els", 1, begins=at(2), ends=at(3)),
        asked("an", 2, withdrawn=True),
        asked("guest", 5),
    )
    assert waiting(session) == ["guest"]


def test_quieter_sectors_go_first_where_the_session_says_so() -> None:
    those = [visit("a", 0), turn("els", 1, 3), asked("piet", 4), asked("karim", 5), asked("an", 6)]
    said = Contribution(id="c", at=at(2), voice=Voice.PERSON, participant="karim", text="…")
    assert waiting(table(*those, said)) == ["piet", "karim", "an"]
    assert waiting(table(*those, said, quiet_first=True)) == ["an", "karim", "piet"]


def test_the_turn_that_is_being_taken_counts_as_far_as_it_has_come() -> None:
    those = [visit("a", 0), turn("els", 0, 1), turn("karim", 1), asked("piet", 2), asked("karim", 3)]
    session = table(*those, quiet_first=True)
    assert waiting(session) == ["karim", "piet"]
    assert waiting(session, at(1.5)) == ["karim", "piet"]
    assert waiting(session, at(4)) == ["piet", "karim"]


def test_the_last_turn_without_an_end_is_being_taken_until_the_evening_is_closed() -> None:
    session = table(turn("els", 1), turn("karim", 2))
    held = speaking(session)
    assert held
    assert held.participant == "karim"
    assert speaking(table(turn("els", 1, 2))) is None
    assert speaking(table(turn("els", 1), closed=at(9))) is None


def test_pauses_are_nobodys_time_and_a_turn_is_split_by_topic() -> None:
    session = table(visit("a", 0, 5), visit("a", 10, 12), visit("b", 12, 30), turn("els", 3, 15))
    assert airtime(session, at(40)) == {None: {"els": 7 * 60}, "a": {"els": 4 * 60}, "b": {"els": 3 * 60}}
    assert turn_length(session, session.turns[0], at(11)) == 3 * 60


def test_a_turn_ends_where_another_begins_and_at_the_end_of_the_evening() -> None:
    session = table(visit("a", 0), turn("els", 1), turn("karim", 3), closed=at(10))
    assert airtime(session, at(500))[None] == {"els": 120, "karim": 420}


def test_a_turn_before_the_first_topic_or_on_a_clock_that_was_set_back_counts_for_nothing() -> None:
    assert airtime(table(turn("els", 1)), at(5)) == {None: {}}
    assert airtime(table(visit("a", 0), turn("els", 5, 2)), at(9))[None] == {}
    assert airtime(table(visit("a", 0), turn("els", 5)), at(2))[None] == {}


MINUTES = st.integers(0, 200)
ENDS = st.none() | MINUTES
TURNS = st.lists(st.tuples(st.sampled_from(sorted(PEOPLE)), MINUTES, ENDS), max_size=8)
VISITS = st.lists(st.tuples(st.sampled_from("ab"), MINUTES, ENDS), max_size=6)


@given(TURNS, VISITS, MINUTES, st.none() | MINUTES)
def test_airtime_is_never_negative_nor_longer_than_the_topics_lasted(
    turns: list[tuple[str, int, int | None]],
    visits: list[tuple[str, int, int | None]],
    now: int,
    closed: int | None,
) -> None:
    records: list[Record] = [
        replace(turn(who, begins, ends), id=f"t{place}") for place, (who, begins, ends) in enumerate(turns)
    ]
    records += [
        replace(visit(topic, begins, ends), id=f"v{place}")
        for place, (topic, begins, ends) in enumerate(visits)
    ]
    session = table(*records, closed=None if closed is None else at(closed))
    found = airtime(session, at(now))
    lasted = {one.topic.id: one.elapsed_seconds for one in schedule(session, at(now)).topics}
    assert all(seconds >= 0 for held in found.values() for seconds in held.values())
    for topic, held in found.items():
        if topic:
            assert sum(held.values()) <= lasted[topic]
    whole = found[None]
    for who in whole:
        assert whole[who] == sum(held.get(who, 0) for topic, held in found.items() if topic)


@given(TURNS, VISITS, MINUTES, st.integers(1, 50))
def test_time_that_goes_by_takes_no_airtime_away(
    turns: list[tuple[str, int, int | None]],
    visits: list[tuple[str, int, int | None]],
    now: int,
    later: int,
) -> None:
    records: list[Record] = [
        replace(turn(who, begins, ends), id=f"t{place}")
        for place, (who, begins, ends) in enumerate(sorted(turns, key=lambda one: one[1]))
    ]
    records += [
        replace(visit(topic, begins, ends), id=f"v{place}")
        for place, (topic, begins, ends) in enumerate(visits)
    ]
    session = table(*records)
    before, after = airtime(session, at(now))[None], airtime(session, at(now + later))[None]
    assert all(after.get(who, 0) >= seconds for who, seconds in before.items())
