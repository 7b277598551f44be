"""Who stands behind a statement or a takeaway."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from roundtable.domain.agenda import Topic
from roundtable.domain.contributions import Contribution, Stance, Support, Takeaway, Voice, Vote
from roundtable.domain.counting import Backing, backing_of, standing_behind
from roundtable.domain.people import Attendance, Participant, Sector
from roundtable.domain.records import Record
from roundtable.domain.session import Session
from roundtable.domain.takeaways import (
    Since,
    dissenting,
    dropped,
    evidence,
    flagged,
    gaps,
    in_takeaways,
    marks,
    no_evidence,
    why_flagged,
)

NINETEEN = datetime(2026, 11, 23, 19, tzinfo=UTC)
PEOPLE = {"els": "ret", "karim": "log", "an": "npo", "piet": "ret", "guest": None}


def said(name: str, minute: int, by: str | None, **more: object) -> Contribution:
    """Give something that somebody (or, with a sector's id, that sector) said at that minute."""
    voice = (
        {"voice": Voice.PERSON, "participant": by} if by in PEOPLE else {"voice": Voice.SECTOR, "sector": by}
    )
    fields: dict[str, Any] = {
        "at": NINETEEN + timedelta(minutes=minute),
        "stamp": f"{minute:024}",
        "text": name,
    }
    return Contribution(id=name, **{**fields, **voice, **more})


def vote(on: str, minute: int, by: str, vote: Vote = Vote.AGREE, count: int = 1) -> Support:
    """Give a recorded vote by a person or a sector."""
    who = {"participant": by} if by in PEOPLE else {"sector": by}
    return Support(id=f"{on}-{minute}-{by}", stamp=f"{minute:024}", on=on, vote=vote, count=count, **who)


def table(*records: Record) -> Session:
    """Give a session with three sectors and five people."""
    sectors = [Sector(id=name, short=name.upper(), order=name) for name in ("log", "npo", "ret")]
    people = [Participant(id=who, name=who, sector=sector, order=who) for who, sector in PEOPLE.items()]
    return Session("s").having([*sectors, *people, *records])


def test_nobody_stands_behind_what_nobody_answered() -> None:
    assert backing_of(table(said("hours", 1, "els")), "hours") == Backing()
    assert backing_of(table(), "unknown") == Backing()


def test_votes_and_answers_count_by_person_and_sector() -> None:
    session = table(
        said("hours", 1, "els"),
        vote("hours", 2, "piet"),
        vote("hours", 3, "npo", count=8),
        vote("hours", 4, "npo", Vote.PASS, count=2),
        said("same here", 5, "an", stance=Stance.SUPPORTS, answers="hours"),
        said("not in a warehouse", 6, "log", stance=Stance.OPPOSES, answers="hours"),
    )
    assert backing_of(session, "hours") == Backing(
        people=("an", "piet"),
        sectors=("npo", "ret"),
        counts={"log": (0, 1, 0), "npo": (8, 0, 2), "ret": (1, 0, 0)},
    )


@pytest.mark.parametrize(
    ("told", "counted"),
    [(1, 3), (2, 4), (3, 4), (4, 4), (5, 5)],
    ids=["one more", "all others", "the others told again", "all of them told", "more than are known"],
)
def test_a_number_told_of_a_sector_adds_no_more_people_than_it_has(told: int, counted: int) -> None:
    members = [Participant(id=who, name=who, sector="npo", order=who) for who in ("bea", "cis", "dora")]
    votes = [
        vote("hours", 2, "an"),
        Support(id="bea", on="hours", participant="bea"),
        vote("hours", 4, "npo"),
    ]
    session = table(said("hours", 1, "els"), *members, *votes)
    session = session.having([vote("hours", 4, "npo", count=told)])
    assert backing_of(session, "hours").counts == {"npo": (counted, 0, 0)}
    others = [replace(one, attendance=Attendance.ABSENT) for one in members if one.id != "bea"]
    there = session.having(others)
    assert backing_of(there, "hours").counts == {"npo": (max(2, told if told > 2 else 0), 0, 0)}


def test_whoever_opposed_is_not_among_a_number_that_agreed() -> None:
    session = table(
        said("hours", 1, "els"),
        vote("hours", 2, "an", Vote.OPPOSE),
        vote("hours", 3, "npo"),
        vote("hours", 4, "log"),
    )
    assert backing_of(session, "hours").counts == {"log": (1, 0, 0), "npo": (0, 1, 0)}


def test_a_person_counts_once_as_they_voted_last() -> None:
    session = table(
        said("hours", 1, "els"),
        vote("hours", 5, "karim", Vote.OPPOSE),
        vote("hours", 2, "karim"),
        said("indeed", 3, "karim", stance=Stance.SUPPORTS, answers="hours"),
    )
    assert backing_of(session, "hours").counts == {"log": (0, 1, 0)}


def test_a_speaker_does_not_support_what_they_said_themselves() -> None:
    session = table(
        said("hours", 1, "els"),
        vote("hours", 2, "els"),
        said("and again", 3, "els", stance=Stance.SUPPORTS, answers="hours"),
    )
    assert backing_of(session, "hours") == Backing()


def test_somebody_without_a_sector_is_among_the_people_only() -> None:
    session = table(said("hours", 1, "els"), vote("hours", 2, "guest"))
    assert backing_of(session, "hours") == Backing(people=("guest",))


def test_what_was_withdrawn_does_not_count() -> None:
    session = table(
        said("hours", 1, "els"),
        Support(id="v", on="hours", participant="piet", withdrawn=True),
        said("same", 5, "an", stance=Stance.SUPPORTS, answers="hours", withdrawn=True),
    )
    assert backing_of(session, "hours") == Backing()


@pytest.mark.parametrize("voice", [Voice.TABLE, Voice.MODERATOR, Voice.NOBODY])
def test_the_moderator_and_the_table_count_for_nobody(voice: Voice) -> None:
    answer = said("same", 5, "an", stance=Stance.SUPPORTS, answers="hours", voice=voice)
    assert backing_of(table(said("hours", 1, "els"), answer), "hours") == Backing()


def test_an_unplaced_answer_counts_for_nobody() -> None:
    answer = said("same", 5, "an", stance=Stance.SUPPORTS, answers="hours", placed=False)
    assert backing_of(table(said("hours", 1, "els"), answer), "hours") == Backing()


def test_behind_a_takeaway_stand_speakers_of_its_evidence_and_who_agreed_each_once() -> None:
    takeaway = Takeaway(id="t", evidence=frozenset({"hours", "trust"}), dissent=frozenset({"warehouse"}))
    session = table(
        takeaway,
        said("hours", 1, "els"),
        said("trust", 2, "els"),
        said("warehouse", 3, "karim"),
        vote("hours", 4, "piet"),
        vote("trust", 5, "piet"),
        vote("t", 6, "an"),
    )
    assert standing_behind(session, takeaway) == Backing(
        people=("an", "els", "piet"),
        sectors=("npo", "ret"),
        counts={"log": (0, 1, 0), "npo": (1, 0, 0), "ret": (2, 0, 0)},
    )


def test_a_vote_on_the_takeaway_goes_before_what_was_said_and_voted_on_statements() -> None:
    takeaway = Takeaway(id="t", evidence=frozenset({"hours"}))
    session = table(
        takeaway, said("hours", 1, "els"), vote("t", 2, "els", Vote.OPPOSE), vote("hours", 3, "els")
    )
    assert standing_behind(session, takeaway).counts == {"ret": (0, 1, 0)}


def test_a_speaker_of_the_evidence_stays_behind_it_after_opposing_another_part() -> None:
    takeaway = Takeaway(id="t", evidence=frozenset({"hours", "trust"}))
    session = table(
        takeaway, said("hours", 1, "els"), said("trust", 2, "an"), vote("trust", 3, "els", Vote.OPPOSE)
    )
    assert standing_behind(session, takeaway).people == ("an", "els")


def test_numbers_of_a_sector_are_not_added_across_statements() -> None:
    takeaway = Takeaway(id="t", evidence=frozenset({"hours", "trust"}))
    session = table(
        takeaway,
        said("hours", 1, "els"),
        said("trust", 2, "log"),
        vote("hours", 3, "npo", count=8),
        vote("trust", 4, "npo", count=5),
        vote("trust", 5, "log", count=2),
    )
    assert standing_behind(session, takeaway).counts == {"log": (3, 0, 0), "npo": (8, 0, 0), "ret": (1, 0, 0)}


def test_dissent_and_evidence_come_in_the_order_in_which_they_were_said() -> None:
    takeaway = Takeaway(id="t", evidence=frozenset({"b", "a"}), dissent=frozenset({"d", "c", "gone"}))
    session = table(
        takeaway, said("d", 1, "els"), said("c", 2, "els"), said("b", 3, "an"), said("a", 4, "an")
    )
    assert dissenting(session, takeaway) == ("d", "c")
    assert evidence(session, takeaway) == ("b", "a")


def test_a_takeaway_is_flagged_when_what_it_rests_on_was_withdrawn() -> None:
    takeaway = Takeaway(id="t", evidence=frozenset({"hours", "trust"}))
    whole = table(takeaway, said("hours", 1, "els"), said("trust", 2, "an"))
    assert not flagged(whole, takeaway)
    part = whole.having([said("trust", 2, "an", withdrawn=True)])
    assert flagged(part, takeaway)
    assert not no_evidence(part, takeaway)
    assert standing_behind(part, takeaway).people == ("els",)
    assert no_evidence(part.having([said("hours", 1, "els", withdrawn=True)]), takeaway)


def test_a_mark_tells_words_apart_and_is_empty_for_what_is_not_there() -> None:
    session = table(
        said("hours", 1, "els"),
        said("same", 2, "an", text="hours"),
        said("worded", 3, "an", text="hours", wording="Hours."),
        said("gone", 4, "an", withdrawn=True),
    )
    made = marks(session, ["hours", "same", "worded", "gone", "unknown"])
    assert made["hours"] == made["same"] != made["worded"]
    assert {len(mark) for mark in made.values()} == {0, 8}
    assert (made["gone"], made["unknown"]) == ("", "")


def test_what_changed_is_told_in_the_order_of_saying_and_what_is_gone_last() -> None:
    whole = table(said("a", 3, "els"), said("b", 2, "an"), said("c", 1, "an"))
    takeaway = Takeaway(
        id="t", evidence=frozenset({"a", "b", "c", "!"}), seen=marks(whole, "abc") | {"!": "x"}
    )
    later = whole.having([takeaway, said("a", 3, "els", text="other"), said("c", 1, "an", withdrawn=True)])
    assert list(why_flagged(later, takeaway).items()) == [
        ("c", Since.WITHDRAWN),
        ("a", Since.CORRECTED),
        ("!", Since.GONE),
    ]


def test_an_older_takeaway_without_marks_is_flagged_only_for_what_is_no_longer_there() -> None:
    takeaway = Takeaway(id="t", evidence=frozenset({"hours", "gone"}))
    session = table(takeaway, said("hours", 1, "els", text="corrected long ago"))
    assert why_flagged(session, takeaway) == {"gone": Since.GONE}


def test_the_ledger_says_what_rests_on_what_and_what_was_dropped() -> None:
    session = table(
        said("a", 1, "els"),
        Takeaway(id="one", evidence=frozenset({"a", "b"}), dissent=frozenset({"c"}), order="a"),
        Takeaway(id="two", evidence=frozenset({"a"}), order="b"),
        Takeaway(id="old", stamp="1", evidence=frozenset({"a"}), withdrawn=True),
        Takeaway(id="new", stamp="2", withdrawn=True),
    )
    assert in_takeaways(session) == {"a": (1, 2), "b": (1,)}
    assert [one.id for one in dropped(session)] == ["new", "old"]


def chapters(*records: Record) -> Session:
    """Give a session with a welcome, two chapters and a conclusion."""
    topics = [
        Topic(id="welcome", title="Welcome", chapter=False, order="a"),
        Topic(id="work", title="Work", order="b"),
        Topic(id="trust", title="Trust", order="c"),
        Topic(id="end", title="Conclusion", conclusion=True, order="d"),
    ]
    return table(*topics, *records)


def left_out(session: Session) -> tuple[list[str], list[str], list[str]]:
    """Give the gaps: topics, sectors and takeaways by their ids."""
    found = gaps(session)
    return (
        [one.id for one in found.topics],
        [one.id for one in found.sectors],
        [one.id for one in found.alone],
    )


def test_gaps_are_chapters_sectors_and_lone_voices() -> None:
    spoken = [
        said("hello", 1, "els", topic="welcome"),
        said("hours", 2, "els", topic="work"),
        said("trust", 3, "karim", topic="trust"),
        said("bye", 4, "els", topic="end"),
    ]
    assert left_out(chapters(*spoken)) == (["work", "trust"], ["log", "npo", "ret"], [])
    drawn = Takeaway(id="t", evidence=frozenset({"hours"}))
    assert left_out(chapters(*spoken, drawn)) == (["trust"], ["log", "npo"], ["t"])
    backed = chapters(*spoken, drawn, vote("t", 5, "karim"))
    assert left_out(backed) == (["trust"], ["npo"], [])
    opposed = chapters(*spoken, drawn, vote("t", 5, "karim", Vote.OPPOSE))
    assert left_out(opposed) == (["trust"], ["log", "npo"], ["t"])


def test_a_sector_that_nobody_came_for_is_no_gap() -> None:
    came = Participant(id="els", name="els", sector="ret", order="els", attendance=Attendance.PRESENT)
    assert left_out(chapters(came))[1] == ["ret"]
    assert left_out(chapters(came, said("hours", 1, "log", topic="work")))[1] == ["log", "ret"]
    late = said("hours", 1, "karim", topic="work")
    assert left_out(chapters(came, late))[1] == ["log", "ret"]


def test_what_was_parked_withdrawn_or_said_by_the_moderator_makes_no_gap() -> None:
    session = chapters(
        said("later", 1, "els", topic="work", parked=True),
        said("never", 2, "els", topic="work", withdrawn=True),
        said("next", 3, None, topic="work", voice=Voice.MODERATOR),
    )
    assert left_out(session)[0] == []


def test_what_one_person_said_twice_and_voted_for_rests_on_one() -> None:
    takeaway = Takeaway(id="t", evidence=frozenset({"hours", "trust"}))
    session = table(takeaway, said("hours", 1, "els"), said("trust", 2, "els"), vote("t", 3, "els"))
    assert gaps(session).alone == (takeaway,)
    assert gaps(session.having([vote("t", 4, "npo", count=2)])).alone == ()
    assert gaps(table(Takeaway(id="u"))).alone == ()
