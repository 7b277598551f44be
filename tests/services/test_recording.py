"""From a line to what is kept of it: moment, topic, who is carried on, marks, themes."""

from datetime import timedelta

import pytest

from roundtable.domain.contributions import Stance, Voice, Vote
from roundtable.domain.people import Person
from roundtable.services import corrections, facilitation
from roundtable.services.corrections import Correction
from roundtable.services.people import add_people
from roundtable.services.recording import table_of
from roundtable.services.retyping import retype
from tests.services.tables import EVENING, Clock, Table


def test_a_line_belongs_to_the_topic_at_which_it_was_begun(table: Table, clock: Clock) -> None:
    begun = clock()
    before = table.record("els: before the first")
    facilitation.go(table.journal, table.uid, "1")
    clock.on(minutes=1)
    at_work = clock()
    clock.on(minutes=1)
    facilitation.go(table.journal, table.uid, "2")
    assert before.contribution
    assert before.contribution.topic is None
    assert table.title(table.record("els: now").contribution) == "Trust"
    assert table.title(table.record("els: begun earlier", at=at_work).contribution) == "Work"
    assert table.title(table.record("els: begun before", at=begun).contribution) is None
    welcome = table.session.topics[0].id
    assert table.title(table.record("els: there", at=at_work, topic=welcome).contribution) == "Welcome"


def test_while_the_table_pauses_a_line_belongs_to_the_topic_it_paused_at(table: Table, clock: Clock) -> None:
    facilitation.go(table.journal, table.uid, "1")
    clock.on(minutes=1)
    facilitation.pause(table.journal, table.uid)
    clock.on(minutes=1)
    assert table.title(table.record("els: meanwhile").contribution) == "Work"
    earlier = clock() - timedelta(seconds=30)
    assert table.title(table.record("els: earlier", at=earlier).contribution) == "Work"


def test_a_time_in_the_line_is_on_the_evening_and_at_the_topic_of_then(table: Table, clock: Clock) -> None:
    facilitation.go(table.journal, table.uid, "1")
    clock.on(minutes=5)
    facilitation.go(table.journal, table.uid, "2")
    clock.on(days=2)  # typed afterwards, from paper
    spoken = EVENING + timedelta(minutes=3)
    made = table.record(f"{spoken:%H:%M} els: from paper").contribution
    assert made
    assert (made.at, table.title(made)) == (spoken, "Work")


def test_a_time_is_on_the_evening_that_it_falls_into_where_the_table_was_tried_the_day_before(
    table: Table, clock: Clock
) -> None:
    facilitation.go(table.journal, table.uid, "1")
    clock.on(minutes=10)
    facilitation.pause(table.journal, table.uid)
    clock.on(days=1)
    facilitation.go(table.journal, table.uid, "2")
    clock.on(hours=1)
    made = table.record("19:00 els: tonight").contribution
    assert made
    assert (made.at, table.title(made)) == (EVENING + timedelta(days=1, minutes=30), "Trust")


@pytest.mark.parametrize(("typed", "minutes"), [("23:55", 325), ("00:40", 370)])
def test_an_evening_goes_on_past_midnight(table: Table, clock: Clock, typed: str, minutes: int) -> None:
    facilitation.go(table.journal, table.uid, "1")
    clock.on(minutes=345)
    facilitation.go(table.journal, table.uid, "2")
    clock.on(minutes=30)
    facilitation.close(table.journal, table.uid)
    clock.on(days=3)
    made = table.record(f"{typed} els: late").contribution
    assert made
    assert made.at == EVENING + timedelta(minutes=minutes)


def test_from_paper_a_speaker_is_carried_on_at_the_topic_of_then(table: Table, clock: Clock) -> None:
    facilitation.go(table.journal, table.uid, "1")
    clock.on(minutes=10)
    facilitation.go(table.journal, table.uid, "2")
    assert table.speaker("karim: now") == "Karim"
    assert table.speaker("18:35 before, by nobody that was named") is None
    assert table.speaker("18:36 els: before") == "Els"
    assert table.speaker("18:37 and more") == "Els"


@pytest.mark.parametrize("typed", ["18:20", "18:50", "09:00"])
def test_a_time_that_is_past_or_a_little_ahead_is_on_the_evening(table: Table, typed: str) -> None:
    facilitation.go(table.journal, table.uid, "1")
    made = table.record(f"{typed} els: hello").contribution
    assert made
    assert made.at
    assert f"{made.at:%d %H:%M}" == f"{EVENING:%d} {typed}"


@pytest.mark.parametrize("typed", ["11:20", "19u42", "22:00", "23:59"])
def test_a_time_that_lies_ahead_is_taken_as_now(table: Table, clock: Clock, typed: str) -> None:
    clock.on(hours=14, minutes=19)  # 08:49
    facilitation.go(table.journal, table.uid, "1")
    clock.on(minutes=36)
    made = table.record(f"{typed} els: later").contribution
    assert made
    assert made.at == clock()
    assert (made.text, made.typed, table.title(made)) == ("later", f"{typed} els: later", "Work")


def test_a_time_that_lies_ahead_leaves_a_line_that_is_typed_anew_where_it_was(
    table: Table, clock: Clock
) -> None:
    facilitation.go(table.journal, table.uid, "1")
    said = table.record("els: one").contribution
    assert said
    clock.on(minutes=20)
    anew = retype(table.journal, table.uid, said.id, "23:50 karim: one").contribution
    assert anew
    assert (anew.at, anew.topic) == (said.at, said.topic)


def test_shortly_before_an_evening_that_began_after_midnight_is_the_day_before(
    table: Table, clock: Clock
) -> None:
    clock.on(hours=5, minutes=40)  # 00:10
    facilitation.go(table.journal, table.uid, "1")
    clock.on(minutes=20)
    made = table.record("23:50 els: before we began").contribution
    assert made
    assert made.at == EVENING + timedelta(hours=5, minutes=20)


@pytest.mark.parametrize("clock_was", ["running", "never started"])
def test_from_paper_on_the_morning_after_a_time_is_on_the_evening_before(
    table: Table, clock: Clock, clock_was: str
) -> None:
    if clock_was == "running":
        facilitation.go(table.journal, table.uid, "1")
        clock.on(hours=2)
        facilitation.close(table.journal, table.uid)
        clock.on(hours=-2)
    clock.on(hours=14, minutes=30)  # 09:00
    for typed, after in (("18:42", 12), ("19:42", 72)):
        made = table.record(f"{typed} els: from paper").contribution
        assert made
        assert made.at == EVENING + timedelta(minutes=after)


def test_the_speaker_of_this_writers_line_before_is_carried_on(table: Table, other: Table) -> None:
    facilitation.go(table.journal, table.uid, "1")
    assert table.speaker("els: one") == "Els"
    assert other.speaker("karim: two") == "Karim"
    assert table.speaker("three") == "Els"
    assert other.speaker("four") == "Karim"
    assert table.speaker("an: five") == "An"
    assert table.speaker(": six") == "Els"
    assert table.speaker(": seven") == "An"


def test_nobody_is_carried_on_where_it_is_not_clear_who_spoke(table: Table) -> None:
    facilitation.go(table.journal, table.uid, "1")
    table.record("els: one")
    assert table.speaker("Bert: two") is None
    assert table.speaker("three") is None
    facilitation.go(table.journal, table.uid, "2")
    assert table.speaker("four") is None


def test_nothing_reaches_back_past_a_line_of_nobody_known(table: Table) -> None:
    facilitation.go(table.journal, table.uid, "1")
    table.record("els: one")
    table.record("Bert: two")
    assert table.speaker(": no") is None
    assert table.speaker("karim: three") == "Karim"
    assert table.speaker(": no") is None


def test_a_line_that_was_withdrawn_carries_nobody_on(table: Table) -> None:
    table.record("els: one")
    table.record("karim: two")
    corrections.withdraw(table.journal, table.uid, "2")
    assert table.speaker("three") == "Els"


def test_a_stance_is_towards_the_last_of_another_speaker_at_that_topic(table: Table) -> None:
    facilitation.go(table.journal, table.uid, "1")
    first = table.record("karim: one").contribution
    table.record("els: two")
    made = table.record("els: - three").contribution
    assert made
    assert first
    assert (made.stance, made.answers) == (Stance.OPPOSES, first.id)
    facilitation.go(table.journal, table.uid, "2")
    alone = table.record("els: + four").contribution
    assert alone
    assert alone.answers is None


def test_a_stance_that_is_given_afterwards_is_towards_what_was_said_just_before(table: Table) -> None:
    for line in ("18:31 karim: one", "18:31 els: two", "18:31 an: three"):
        table.record(line)
    one, two, three = table.said
    against = corrections.correct(table.journal, table.uid, two.id, Correction(stance="opposes"))
    assert against.contribution(two.id).answers == one.id
    typed = retype(table.journal, table.uid, two.id, "els: + two").contribution
    assert typed
    assert (typed.stance, typed.answers) == (Stance.SUPPORTS, one.id)
    table.record("18:31 bert: - four")
    four = table.said[-1].id
    table.record("18:31 karim: five")
    assert (
        corrections.correct(table.journal, table.uid, four, Correction(participant="els"))
        .contribution(four)
        .answers
        == three.id
    )


def test_marks_alone_are_put_on_the_last_line_and_are_no_contribution(table: Table) -> None:
    table.record("karim: one")
    heard = table.record("- ret, els")
    assert heard.contribution is None
    assert heard.marked == table.said[0]
    votes = table.session.supports[table.said[0].id]
    assert {(vote.vote, bool(vote.participant), bool(vote.sector)) for vote in votes} == {
        (Vote.OPPOSE, True, False),
        (Vote.OPPOSE, False, True),
    }


def test_marks_with_nothing_before_them_are_kept_as_a_line_of_nobody_known(table: Table) -> None:
    heard = table.record("+ ret")
    assert heard.contribution
    assert not heard.contribution.placed
    assert heard.contribution.typed == "+ ret"


def test_a_theme_is_made_once_whatever_its_case(table: Table) -> None:
    table.record("els: one =Onboarding")
    table.record("els: two #onboarding =cost")
    assert [theme.name for theme in table.session.themes] == ["onboarding", "cost"]
    first, second = (said.themes for said in table.said)
    assert first < second


def test_a_theme_that_somebody_else_took_up_outlives_the_line_that_made_it(
    table: Table, other: Table
) -> None:
    table.record("els: one =onboarding")
    other.record("karim: two =onboarding")
    table.journal.undo(table.uid)
    assert [theme.name for theme in other.session.themes] == ["onboarding"]
    other.record("karim: three =onboarding")
    assert len({said.themes for said in other.said}) == 1
    other.journal.undo(table.uid, times=2)
    assert other.session.themes == ()


def test_a_line_that_says_nothing_writes_nothing(table: Table) -> None:
    before = table.journal.history(table.uid)
    assert table.record("els: ").draft.empty
    assert table.record(" ").draft.empty
    assert table.journal.history(table.uid) == before


def test_the_table_of_the_grammar_is_made_anew_only_where_people_changed(table: Table) -> None:
    known = table_of(table.session)
    table.record("els: one")
    assert table_of(table.session) is known
    add_people(table.journal, table.uid, [Person("Bert Maes")])
    assert table_of(table.session) is not known
    assert table.speaker("bert: two") == "Bert"


@pytest.mark.parametrize(
    ("line", "voice"),
    [("all: one", Voice.TABLE), ("somebody: one", Voice.NOBODY), ("mod: one", Voice.MODERATOR)],
)
def test_voices_that_are_nobodys_are_kept_as_such(table: Table, line: str, voice: Voice) -> None:
    made = table.record(line).contribution
    assert made
    assert (made.voice, made.participant, made.sector) == (voice, None, None)
