"""What may be suggested."""

import math
from dataclasses import replace

import pytest

from roundtable.domain.contributions import Contribution, Support, Voice, Vote
from roundtable.domain.people import Participant, Sector
from roundtable.domain.records import Record
from roundtable.domain.session import Details, Session
from roundtable.insight.statements import candidates, suggest_for


def table(*records: Record, language: str = "nl") -> Session:
    """Give a session with Els and Karim of retail and a guest who sits for no sector."""
    people = [
        Participant(id="els", name="Els Peeters", sector="ret", order="a"),
        Participant(id="karim", name="Karim", sector="ret", order="b"),
        Participant(id="guest", name="Ana", order="c"),
    ]
    return Session("s").having(
        [Details(id="s", language=language), Sector(id="ret", short="RET"), *people, *records]
    )


HOURS = Contribution(
    id="hours", text="Uren tellen doen we niet meer", topic="trust", participant="els", voice=Voice.PERSON
)


def ids(session: Session, topic: str | None = None) -> list[str]:
    """Give the ids of what may be suggested."""
    return [one.id for one in candidates(session, topic)]


def test_a_statement_knows_who_said_it_and_who_agreed() -> None:
    session = table(
        HOURS,
        Support(id="1", on="hours", participant="karim"),
        Support(id="2", on="hours", participant="guest"),
        Support(id="3", on="hours", sector="ret", vote=Vote.PASS, count=2),
    )
    (one,) = candidates(session)
    assert (one.person, one.sector) == ("els", "ret")
    # Of the two of retail one is known to agree: no more than the other can have passed.
    assert one.counts == {"ret": (1, 0, 1), "": (1, 0, 0)}


@pytest.mark.parametrize(
    "left_out",
    [
        replace(HOURS, withdrawn=True),
        replace(HOURS, parked=True),
        replace(HOURS, placed=False),
        replace(HOURS, voice=Voice.MODERATOR),
    ],
)
def test_what_was_withdrawn_parked_unplaced_or_the_moderators_is_left_out(left_out: Contribution) -> None:
    assert ids(table(left_out)) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Thank you, Chair."),
        ("en", "Thank you very much, Madam President!"),
        ("nl", "Dank u wel, voorzitter."),
        ("nl", "Klopt."),
        ("nl", "Eén vraag, Els Peeters?"),
        ("fr", "Merci, Monsieur le président."),
        ("fr", "D’accord."),
        ("nl", "…"),
        ("nl", "👍🎉"),
        ("nl", "Merci, Monsieur le président."),
        ("fr", "Thank you very much for that."),
    ],
)
def test_bare_procedure_is_no_statement(language: str, text: str) -> None:
    assert ids(table(replace(HOURS, text=text), language=language)) == []


def test_a_courtesy_before_something_is_no_reason_to_leave_it_out() -> None:
    assert ids(table(replace(HOURS, text="Dank u, voorzitter: uren tellen is voorbij"))) == ["hours"]


def test_a_topic_has_its_own_statements_and_the_evening_all_of_them() -> None:
    session = table(HOURS, replace(HOURS, id="late", topic="culture"), replace(HOURS, id="early", topic=None))
    assert ids(session, "trust") == ["hours"]
    assert ids(session) == ["early", "hours", "late"]
    assert [one.id for one in suggest_for(session, "culture", 5)] == ["late"]


def test_votes_for_sectors_that_are_not_there_break_nothing_and_their_people_still_count() -> None:
    gone = Sector(id="gone", short="GON", withdrawn=True)
    lost = Participant(id="lost", name="Lot", sector="gone", order="d")
    stray = Participant(id="stray", name="Sam", sector="unknown", order="e")
    votes = [
        Support(id="1", on="hours", sector="unknown", count=40),
        Support(id="2", on="hours", sector="gone", count=40),
        Support(id="3", on="hours", participant="lost"),
        Support(id="4", on="hours", participant="stray"),
        Support(id="5", on="hours", participant="guest", vote=Vote.OPPOSE),
    ]
    session = table(HOURS, gone, lost, stray, *votes)
    (one,) = candidates(session)
    assert one.counts == {"": (2, 1, 0)}
    assert [each.id for each in suggest_for(session, "trust", 5)] == ["hours"]


def test_hundreds_of_sectors_that_agree_leave_a_number() -> None:
    many = [Sector(id=f"s{place}", short=f"S{place}") for place in range(600)]
    votes = [Support(id=f"v{place}", on="hours", sector=f"s{place}", count=9) for place in range(600)]
    others = [replace(HOURS, id=f"h{place}", text=f"Heel iets anders {place}") for place in range(9)]
    first, *_ = suggest_for(table(HOURS, *others, *many, *votes), "trust", 3)
    assert first.id == "hours"
    assert math.isfinite(first.score)
