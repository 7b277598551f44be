"""The floor: asking for it, giving it, ending a turn, by one and by two at once."""

import pytest

from roundtable.domain.floor import airtime, queue, speaking
from roundtable.domain.people import Attendance, Person
from roundtable.errors import NameTaken, NobodyWaits, NoSuchPerson, NotWaiting, TableClosed
from roundtable.services import facilitation, floor, people
from roundtable.storage.journal import Journal
from tests.services.tables import Clock, Table


def waiting(table: Table) -> list[str]:
    """Give who waits, the next one first, by the name that is shown."""
    return [table.session.shown[turn.participant or ""] for turn in queue(table.session)]


def has_it(table: Table) -> str | None:
    """Give who has the floor."""
    turn = speaking(table.session)
    return table.session.shown[turn.participant or ""] if turn else None


def asked(table: Table, *names: str) -> None:
    for name in names:
        table.clock.on(seconds=1)
        floor.ask(table.journal, table.uid, name)


def test_who_asked_first_has_it_first_and_a_turn_ends_where_the_next_begins(
    table: Table, clock: Clock
) -> None:
    facilitation.go(table.journal, table.uid, "1")
    asked(table, "karim", "els")
    assert waiting(table) == ["Karim", "Els"]
    floor.give(table.journal, table.uid)
    clock.on(seconds=90)
    given = floor.give(table.journal, table.uid)
    assert (given.person and given.person.name, given.ended and given.ended.name) == (
        "Els De Wit",
        "Karim Haddad",
    )
    clock.on(seconds=30)
    floor.done(table.journal, table.uid)
    clock.on(minutes=5)
    heard = {
        table.session.shown[key]: seconds for key, seconds in airtime(table.session, clock())[None].items()
    }
    assert heard == {"Karim": 90, "Els": 30}
    assert (has_it(table), waiting(table)) == (None, [])


def test_two_who_end_a_turn_at_once_leave_the_next_one_alone(table: Table, other: Table) -> None:
    floor.give(table.journal, table.uid, "els")
    seen = speaking(table.session)
    assert seen
    floor.give(other.journal, table.uid, "karim", seen=seen.id)
    late = floor.done(table.journal, table.uid, seen=seen.id)
    assert (late.changed, late.ended) == (False, None)
    assert has_it(table) == "Karim"


def test_who_waits_already_is_not_put_in_the_queue_twice(table: Table) -> None:
    asked(table, "karim", "els")
    assert not floor.ask(table.journal, table.uid, "kar").changed
    assert waiting(table) == ["Karim", "Els"]


def test_who_speaks_need_not_ask(table: Table) -> None:
    floor.give(table.journal, table.uid, "els")
    assert not floor.ask(table.journal, table.uid, "els").changed
    assert not floor.give(table.journal, table.uid, "els").changed
    assert has_it(table) == "Els"


def test_the_floor_can_be_given_past_the_queue_and_the_hand_is_then_down(table: Table) -> None:
    asked(table, "karim", "els")
    floor.give(table.journal, table.uid, "els")
    assert (has_it(table), waiting(table)) == ("Els", ["Karim"])
    floor.give(table.journal, table.uid, "an")
    assert (has_it(table), waiting(table)) == ("An", ["Karim"])


def test_with_nobody_waiting_giving_it_on_ends_the_turn_and_then_says_so(table: Table) -> None:
    floor.give(table.journal, table.uid, "els")
    given = floor.give(table.journal, table.uid)
    assert (given.person, given.ended and given.ended.name) == (None, "Els De Wit")
    with pytest.raises(NobodyWaits):
        floor.give(table.journal, table.uid)


def test_two_who_give_it_on_at_once_make_one_step(table: Table, other: Table) -> None:
    asked(table, "karim", "els")
    floor.give(table.journal, table.uid)
    seen = speaking(table.session)
    assert seen
    assert floor.give(table.journal, table.uid, seen=seen.id).changed
    assert not floor.give(other.journal, table.uid, seen=seen.id).changed
    assert has_it(table) == has_it(other) == "Els"


def test_a_hand_that_is_taken_down_waits_no_longer_and_one_that_is_not_up_is_told(table: Table) -> None:
    asked(table, "karim", "els")
    floor.drop(table.journal, table.uid, "karim")
    assert waiting(table) == ["Els"]
    with pytest.raises(NotWaiting, match=r"Karim Haddad.*Els De Wit"):
        floor.drop(table.journal, table.uid, "karim")


def test_one_undo_takes_back_one_move(table: Table) -> None:
    asked(table, "karim", "els")
    floor.give(table.journal, table.uid)
    floor.give(table.journal, table.uid)
    Journal.undo(table.journal, table.uid)
    assert (has_it(table), waiting(table)) == ("Karim", ["Els"])
    Journal.undo(table.journal, table.uid)
    assert (has_it(table), waiting(table)) == (None, ["Karim", "Els"])
    Journal.undo(table.journal, table.uid)
    assert waiting(table) == ["Karim"]


def test_who_had_left_and_speaks_is_back(table: Table) -> None:
    asked(table, "karim")
    people.attend(table.journal, table.uid, "karim", Attendance.LEFT)
    assert waiting(table) == []
    floor.ask(table.journal, table.uid, "karim")
    assert waiting(table) == ["Karim"]
    assert table.session.person("karim").attendance is Attendance.EXPECTED
    people.attend(table.journal, table.uid, "an", Attendance.PRESENT)
    people.attend(table.journal, table.uid, "els", Attendance.ABSENT)
    floor.give(table.journal, table.uid, "els")
    assert table.session.person("els").at_table


def test_one_who_became_another_takes_hand_and_airtime_along(table: Table, clock: Clock) -> None:
    facilitation.go(table.journal, table.uid, "1")
    floor.give(table.journal, table.uid, "karim")
    clock.on(seconds=40)
    floor.done(table.journal, table.uid)
    asked(table, "karim")
    people.merge(table.journal, table.uid, "els", "karim")
    assert waiting(table) == ["Els"]
    assert list(airtime(table.session, clock())[None].values()) == [40]


def test_a_clock_that_was_set_back_leaves_the_floor_to_whom_it_was_given_last(
    table: Table, clock: Clock
) -> None:
    floor.give(table.journal, table.uid, "els")
    clock.on(hours=-1)
    floor.give(table.journal, table.uid, "karim")
    assert has_it(table) == "Karim"


def test_a_closed_evening_gives_the_floor_to_nobody(table: Table) -> None:
    asked(table, "karim")
    facilitation.close(table.journal, table.uid)
    for act in (floor.ask, floor.give):
        with pytest.raises(TableClosed):
            act(table.journal, table.uid, "karim")
    assert not floor.done(table.journal, table.uid).changed


def test_the_end_of_the_evening_ends_the_turn_and_its_undo_gives_the_floor_back(
    table: Table, clock: Clock
) -> None:
    facilitation.go(table.journal, table.uid, "1")
    floor.give(table.journal, table.uid, "els")
    clock.on(seconds=50)
    facilitation.close(table.journal, table.uid)
    assert table.session.turns[-1].ends == clock()
    facilitation.reopen(table.journal, table.uid)
    assert has_it(table) is None
    table.journal.undo(table.uid)
    table.journal.undo(table.uid)
    assert has_it(table) == "Els"


def test_quieter_sectors_go_first_when_it_is_wanted(table: Table, clock: Clock) -> None:
    facilitation.go(table.journal, table.uid, "1")
    floor.give(table.journal, table.uid, "els")
    clock.on(minutes=1)
    floor.give(table.journal, table.uid, "karim")
    asked(table, "els", "an")
    floor.order(table.journal, table.uid, quiet_first=True)
    assert waiting(table) == ["An", "Els"]
    assert floor.give(table.journal, table.uid).person == table.session.person("an")
    floor.order(table.journal, table.uid, quiet_first=False)
    assert not floor.order(table.journal, table.uid, quiet_first=False).changed


def test_a_limit_is_within_an_hour_and_none_is_none(table: Table) -> None:
    assert floor.limit(table.journal, table.uid, 120).session.details.turn_seconds == 120
    assert floor.limit(table.journal, table.uid, 99999).session.details.turn_seconds == 3600
    assert floor.limit(table.journal, table.uid, -3).session.details.turn_seconds == 0


def test_a_name_that_fits_nobody_is_told(table: Table) -> None:
    with pytest.raises(NoSuchPerson):
        floor.ask(table.journal, table.uid, "zoe")


def test_a_newcomer_who_asks_sits_down_with_that_and_one_undo_takes_both_back(table: Table) -> None:
    before = [one.name for one in table.session.participants]
    asking = floor.ask(table.journal, table.uid, Person("Noor Aziz", "LOG"))
    assert asking.person
    assert (asking.person.name, asking.person.attendance) == ("Noor Aziz", Attendance.EXPECTED)
    assert waiting(table) == ["Noor"]
    table.journal.undo(table.uid)
    assert (waiting(table), [one.name for one in table.session.participants]) == ([], before)


def test_a_newcomer_who_is_given_the_floor_is_present_where_that_is_recorded(table: Table) -> None:
    people.attend(table.journal, table.uid, "els", Attendance.PRESENT)
    given = floor.give(table.journal, table.uid, Person("Noor Aziz", "Care"))
    assert given.person
    assert table.session.person("noor").attendance is Attendance.PRESENT
    assert [one.name for one in table.session.sectors][-1] == "Care"
    assert has_it(table) == "Noor"


def test_a_newcomer_takes_no_place_of_a_namesake_who_sits_here(table: Table) -> None:
    with pytest.raises(NameTaken):
        floor.ask(table.journal, table.uid, Person("els de wit"))
    people.attend(table.journal, table.uid, "karim", Attendance.PRESENT)
    floor.ask(table.journal, table.uid, Person("Els De Wit"))  # on the list, and now here
    assert [one.name for one in table.session.participants].count("Els De Wit") == 1
    assert table.session.person("els").attendance is Attendance.PRESENT
    assert waiting(table) == ["Els"]


def test_a_newcomer_is_not_taken_for_another_who_sat_down_meanwhile(table: Table, other: Table) -> None:
    people.add_people(other.journal, table.uid, [Person("Aad Bos")])
    floor.ask(table.journal, table.uid, Person("Noor Aziz"))
    assert waiting(table) == ["Noor"]
