"""Who has been heard, and whom to ask next."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from time import perf_counter

from hypothesis import given
from hypothesis import strategies as st

from roundtable.domain.agenda import Topic
from roundtable.domain.balance import Tally, Why, ask_next, heard, silence_seconds
from roundtable.domain.contributions import Contribution, Voice
from roundtable.domain.people import Attendance, Participant, Sector
from roundtable.domain.records import Record
from roundtable.domain.session import Session
from roundtable.domain.turns import Turn
from roundtable.domain.visits import Visit

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
    assert {one.contributions for one in Tally(session).people()} == {0}


def test_withdrawn_and_unplaced_contributions_are_not_heard() -> None:
    session = table(replace(said(1, "els"), withdrawn=True), replace(said(2, "els"), placed=False))
    assert counts(session)["ret"] == 0


def test_people_are_heard_with_their_last_word() -> None:
    session = table(said(1, "els"), said(7, "els"), said(9, "els", "culture"), said(5, "karim"))
    told = {one.participant.id: (one.contributions, one.last) for one in Tally(session).people("trust")}
    assert told == {"els": (2, at(7)), "karim": (1, at(5)), "an": (0, None), "piet": (0, None)}


def test_only_those_who_are_there_count_once_presence_is_recorded() -> None:
    session = table(
        person("els", Attendance.PRESENT), person("karim", Attendance.ONLINE), said(1, "piet"), said(2, "an")
    )
    session = session.having([person("an", Attendance.LEFT)])
    assert [one.people for one in heard(session)] == [1, 0, 2]  # Piet spoke, so he is there; An has left
    assert [one.participant.id for one in Tally(session).people()] == ["an", "els", "karim", "piet"]


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


def why(*records: Record, topic: str | None = "trust") -> tuple[str, Why]:
    """Give who is asked, and why."""
    asked = ask_next(table(*records), topic, at(10))
    assert asked is not None
    return asked.participant.id, asked.why


def test_it_is_said_why_somebody_is_asked() -> None:
    assert why(said(1, "els"), said(2, "karim")) == ("an", Why.NEVER)
    assert why(said(1, "els"), said(2, "karim"), said(3, "an", "culture")) == ("an", Why.UNHEARD)
    assert why(said(1, "els"), said(2, "karim"), said(3, "an"), said(4, "els"), said(5, "karim")) == (
        "an",
        Why.LEAST,
    )
    assert why(said(1, "an"), said(2, "karim"), said(3, "els")) == ("an", Why.SILENT)
    assert why(said(1, "els"), said(2, "an"), said(3, "an"), said(4, "karim"), topic="new") == (
        "piet",
        Why.LEAST,
    )


def test_whoever_has_the_floor_is_not_asked() -> None:
    turn = Turn(id="t", participant="an", begins=at(5))
    assert why(said(1, "els"), said(2, "karim"), turn)[0] != "an"
    alone = Session("s").having([person("an"), turn])
    assert ask_next(alone, None, at(6)) is None


def test_silence_lasts_from_the_last_word_of_the_evening() -> None:
    session = table(said(1, "els"), said(7, "ret"), said(9, "els", "culture"), said(5, "karim"))
    latest = {one.participant.id: one.latest for one in Tally(session).people("trust")}
    assert latest == {"els": at(9), "karim": at(5), "an": None, "piet": None}
    sectors = {one.sector.id: one.latest for one in heard(session, "trust")}
    assert sectors == {"log": at(5), "npo": None, "ret": at(9)}
    assert silence_seconds(at(5), at(7)) == 120
    assert silence_seconds(at(8), at(7)) == 0
    assert silence_seconds(None, at(7)) is None


def floor() -> Session:
    """Give a table on two topics where Els had the floor for three minutes, Piet for one and Karim for two."""
    visits = [
        Visit(id="v1", stamp="1", topic="trust", begins=at(0), ends=at(10)),
        Visit(id="v2", stamp="2", topic="culture", begins=at(10)),
    ]
    topics = [Topic(id="trust", title="Trust", order="a"), Topic(id="culture", title="Culture", order="b")]
    turns = [
        Turn(id="t1", stamp="1", participant="els", begins=at(1), ends=at(4)),
        Turn(id="t2", stamp="2", participant="piet", begins=at(5), ends=at(6)),
        Turn(id="t3", stamp="3", participant="karim", begins=at(12)),
    ]
    return table(*topics, *visits, *turns)


def test_the_time_on_the_floor_counts_for_people_and_their_sectors() -> None:
    sectors = {one.sector.id: one.seconds for one in heard(floor(), None, at(14))}
    assert sectors == {"log": 120, "npo": 0, "ret": 240}
    people = {one.participant.id: one.seconds for one in Tally(floor(), at(14)).people("trust")}
    assert people == {"an": 0, "els": 180, "karim": 0, "piet": 60}
    assert {one.seconds for one in heard(floor())} == {0}


def test_the_matrix_tells_the_whole_evening() -> None:
    session = floor().having(
        [
            Topic(id="end", title="End", order="c"),
            *(
                said(1, "els"),
                said(2, "els"),
                said(3, "ret"),
                said(4, "an", "culture"),
                said(5, "an", "gone"),
            ),
            Participant(id="guest", name="guest", order="guest"),
            replace(said(6, "els"), participant="guest"),
        ]
    )
    matrix = Tally(session, at(14)).matrix()
    assert [topic.id if topic else None for topic in matrix.topics] == [None, "trust", "culture", "end"]
    told = [(row.sector.id if row.sector else None, row.counts, row.total) for row in matrix.rows]
    assert told == [
        ("log", (0, 0, 0, 0), 0),
        ("npo", (1, 0, 1, 0), 2),
        ("ret", (0, 3, 0, 0), 3),
        (None, (0, 1, 0, 0), 1),
    ]
    assert matrix.totals == (1, 4, 1, 0)
    assert matrix.reached == {0, 1, 2}  # nobody has come to the end yet
    assert [row.seconds for row in matrix.rows] == [120, 0, 240, 0]


def test_a_matrix_without_a_word_has_a_row_for_each_sector() -> None:
    matrix = Tally(table()).matrix()
    assert [row.total for row in matrix.rows] == [0, 0, 0]
    assert (matrix.topics, matrix.totals, matrix.reached) == ((), (), frozenset())


@given(
    st.lists(
        st.tuples(st.sampled_from([*PEOPLE, "log", "npo"]), st.sampled_from(["trust", "culture", "gone"])),
        max_size=30,
    )
)
def test_however_the_evening_went_the_counts_agree(spoken: list[tuple[str, str]]) -> None:
    topics = [Topic(id="trust", order="a"), Topic(id="culture", order="b")]
    session = table(*topics, *(said(minute, by, topic) for minute, (by, topic) in enumerate(spoken)))
    tally = Tally(session)
    matrix = tally.matrix()
    assert sum(matrix.totals) == sum(row.total for row in matrix.rows) == len(spoken)
    assert [row.total for row in matrix.rows] == [one.contributions for one in tally.sectors()]
    places = {topic.id: place for place, topic in enumerate(matrix.topics) if topic}
    for topic, place in places.items():
        assert [row.counts[place] for row in matrix.rows] == [
            one.contributions for one in tally.sectors(topic)
        ]
    named = sum(by in PEOPLE for by, _topic in spoken)
    assert sum(one.contributions for one in tally.people()) == named


def test_ten_thousand_contributions_are_counted_at_once() -> None:
    session = table(*(said(minute, list(PEOPLE)[minute % 4]) for minute in range(10_000)))
    assert len(session.contributions) == 10_000
    begun = perf_counter()
    Tally(session, at(10_001)).matrix()
    assert (
        perf_counter() - begun < 1
    )  # some 10 ms; a second on the slowest machine still tells one pass from many
