"""Many lines at once: one act, each at its time and topic, in the order in which they were said."""

from datetime import timedelta

from roundtable.domain.contributions import Stance
from roundtable.services import facilitation
from roundtable.services.pasting import heard_lines, record_lines
from tests.services.tables import EVENING, Clock, Table


def spoken(table: Table) -> list[tuple[str | None, str]]:
    return [(table.session.shown.get(said.participant or ""), said.text) for said in table.said]


def test_hundreds_of_lines_are_one_act_in_their_order(table: Table) -> None:
    lines = [f"{('els', 'karim', 'an')[n % 3]}: line {n}" for n in range(300)]
    assert record_lines(table.journal, table.uid, lines) == 300
    assert [said.text for said in table.said] == [f"line {n}" for n in range(300)]
    table.journal.undo(table.uid)
    assert table.said == ()


def test_pasted_lines_go_on_with_each_other_and_with_the_line_before(table: Table) -> None:
    table.record("karim: before")
    record_lines(table.journal, table.uid, ["goes on", "els: one", "two", ": three", "lene: who", "nobody"])
    assert spoken(table)[1:] == [
        ("Karim", "goes on"),
        ("Els", "one"),
        ("Els", "two"),
        ("Karim", "three"),
        (None, "lene: who"),
        (None, "nobody"),
    ]


def test_lines_from_paper_belong_to_their_time_and_topic_however_they_lie_in_the_text(
    table: Table, clock: Clock
) -> None:
    facilitation.go(table.journal, table.uid, "1")
    clock.on(minutes=10)
    facilitation.go(table.journal, table.uid, "2")
    clock.on(days=2)
    late, early = (EVENING + timedelta(minutes=minutes) for minutes in (15, 3))
    lines = [
        f"{late:%H:%M} an: - not for us",
        "and this as well",
        f"{late - timedelta(minutes=1):%H:%M} els: everybody can",
        f"{early:%H:%M} karim: first of all",
    ]
    assert record_lines(table.journal, table.uid, lines) == 4
    assert [(said.at, table.title(said), said.text) for said in table.said] == [
        (early, "Work", "first of all"),
        (late - timedelta(minutes=1), "Trust", "everybody can"),
        (late, "Trust", "not for us"),
        (late, "Trust", "and this as well"),
    ]
    opposed = table.said[2]
    assert (opposed.stance, opposed.answers) == (Stance.OPPOSES, table.said[1].id)


def test_times_on_both_sides_of_midnight_are_in_order(table: Table, clock: Clock) -> None:
    facilitation.go(table.journal, table.uid, "1")
    clock.on(hours=6, minutes=30)
    facilitation.close(table.journal, table.uid)
    clock.on(days=1)
    record_lines(table.journal, table.uid, ["00:20 els: after", "23:50 an: before"])
    assert [said.text for said in table.said] == ["before", "after"]


def test_marks_in_a_paste_are_about_the_line_before_and_a_theme_is_made_once(table: Table) -> None:
    record_lines(
        table.journal, table.uid, ["els: one =trust", "+ ret, npo", "an: two =trust", "els, karim: three"]
    )
    assert [len(table.session.supports.get(said.id, ())) for said in table.said] == [2, 0, 1]
    assert [theme.name for theme in table.session.themes] == ["trust"]


def test_what_is_looked_at_before_is_what_is_kept(table: Table, clock: Clock) -> None:
    facilitation.go(table.journal, table.uid, "1")
    clock.on(minutes=20)
    lines = [f"{EVENING + timedelta(minutes=5):%H:%M} els: timed", "goes on", "", "karim: - no"]
    heard = list(heard_lines(table.session, lines, (), clock()))
    record_lines(table.journal, table.uid, lines)
    assert [(one.draft.text, one.moment.at) for one in heard if not one.draft.empty] == [
        (said.text, said.at) for said in table.said
    ]
