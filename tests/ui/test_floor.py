"""The floor on the live table: out of sight until somebody asks, then kept with single keys."""

import asyncio
from pathlib import Path

from textual.widgets import Input, OptionList

from roundtable.domain.floor import queue, speaking
from roundtable.domain.people import Attendance, Person
from roundtable.services import facilitation, floor, people
from roundtable.ui.dialogs.person_choice import PersonChoice
from roundtable.ui.widgets.floor_line import FloorLine
from tests.ui.evening import Evening, half_way
from tests.ui.test_live import Held, opened


def line(held: Held) -> str:
    """Give the line of the floor, nothing while it is out of sight."""
    widget = held.screen.query_one(FloorLine)
    return str(widget.render()).rstrip() if widget.display else ""


def waiting(evening: Evening) -> list[str]:
    session = evening.session
    return [session.shown[turn.participant or ""] for turn in queue(session)]


def has_it(evening: Evening) -> str | None:
    turn = speaking(evening.session)
    return evening.session.shown[turn.participant or ""] if turn else None


async def ask(held: Held, *keys: str) -> None:
    """Press f, and these keys once the dialog is up."""
    await held.press("f")
    await held.until(lambda: isinstance(held.app.screen, PersonChoice))
    await held.pilot.press(*keys)
    await held.until(lambda: not isinstance(held.app.screen, PersonChoice))


async def test_a_table_that_does_not_keep_the_floor_sees_nothing_of_it(tmp_path: Path) -> None:
    async with opened(half_way(tmp_path)) as held:
        assert line(held) == ""
        await held.press("d")
        await held.until(lambda: "f: somebody asks" in held.told())
        assert line(held) == ""


async def test_f_and_a_beginning_of_a_name_ask_and_d_gives_the_floor_on(tmp_path: Path) -> None:
    evening = half_way(tmp_path)
    async with opened(evening) as held:
        await ask(held, "k", "enter")
        await held.until(lambda: waiting(evening) == ["Karim"])
        await ask(held, "e", "l", "s", "enter")
        await held.until(lambda: "waiting  Karim · Els (2)" in line(held))
        assert line(held).startswith("floor  free")
        await held.press("d")
        await held.until(lambda: has_it(evening) == "Karim")
        await held.until(lambda: line(held).startswith("floor  Karim LOG  0:00   waiting  Els (1)"))
        await held.press("d")
        await held.until(lambda: has_it(evening) == "Els")
        await held.press("D")
        await held.until(lambda: has_it(evening) is None)
        await held.until(lambda: line(held) == "floor  free")


async def test_nobody_is_taken_before_enter_however_long_one_rests(tmp_path: Path) -> None:
    evening = half_way(tmp_path)
    async with opened(evening) as held:
        await held.press("f")
        await held.until(lambda: isinstance(held.app.screen, PersonChoice))
        await held.pilot.press("k", "a", "r", "i", "m")
        await asyncio.sleep(1)
        assert isinstance(held.app.screen, PersonChoice)
        await held.pilot.press("enter")
        await held.until(lambda: waiting(evening) == ["Karim"])


async def test_a_name_typed_right_behind_f_goes_to_the_dialog(tmp_path: Path) -> None:
    evening = half_way(tmp_path)
    async with opened(evening) as held:
        await held.burst("f", "k")
        await held.until(lambda: isinstance(held.app.screen, PersonChoice))
        await held.until(lambda: held.app.screen.query_one(Input).value == "k")
        await held.pilot.press("enter")
        await held.until(lambda: waiting(evening) == ["Karim"])


async def test_who_left_is_offered_last_and_esc_leaves_everything_as_it_was(tmp_path: Path) -> None:
    evening = half_way(tmp_path)
    people.attend(evening.journal, evening.uid, "an", Attendance.LEFT)
    async with opened(evening) as held:
        await held.press("f")
        await held.until(lambda: isinstance(held.app.screen, PersonChoice))
        offered = held.app.screen.query_one(OptionList)
        names = [str(offered.get_option_at_index(place).prompt) for place in range(offered.option_count)]
        assert [name.split()[0] for name in names] == ["Els", "Jonas", "Karim", "Lena", "Mieke", "An"]
        await held.pilot.press("escape")
        await held.pilot.pause()
        assert waiting(evening) == []


async def test_somebody_new_can_ask_at_once(tmp_path: Path) -> None:
    evening = half_way(tmp_path)
    async with opened(evening) as held:
        await ask(held, *"Bo", "space", *"Maes", "space", *"RET", "enter")
        await held.until(lambda: waiting(evening) == ["Bo"])
        assert evening.session.person("bo").name == "Bo Maes"


async def test_a_limit_is_shown_and_what_is_over_it_is_told_with_a_sign(tmp_path: Path) -> None:
    evening = half_way(tmp_path)
    floor.limit(evening.journal, evening.uid, 120)
    floor.give(evening.journal, evening.uid, "karim")
    evening.minute += 1
    async with opened(evening) as held:
        assert line(held) == "floor  Karim LOG  1:00 / 2:00"
        evening.minute += 1.5
        await held.until(lambda: line(held) == "floor  Karim LOG  ▲ 2:30 / 2:00")


async def test_the_line_stands_still_while_the_table_pauses(tmp_path: Path) -> None:
    evening = half_way(tmp_path)
    floor.give(evening.journal, evening.uid, "karim")
    evening.minute += 1
    facilitation.pause(evening.journal, evening.uid)
    evening.minute += 30
    async with opened(evening) as held:
        assert line(held) == "floor  Karim LOG  1:00"


async def test_many_who_wait_are_counted_where_there_is_no_room_for_all(tmp_path: Path) -> None:
    evening = half_way(tmp_path)
    for name in ("karim", "els", "mieke", "an", "jonas", "lena"):
        floor.ask(evening.journal, evening.uid, name)
    floor.give(evening.journal, evening.uid, "karim")
    async with opened(evening, size=(80, 24)) as held:
        assert line(held).endswith(" · … (5)")


async def test_two_who_give_the_floor_on_at_once_make_one_step(tmp_path: Path) -> None:
    evening = half_way(tmp_path)
    for name in ("karim", "els", "mieke"):
        floor.ask(evening.journal, evening.uid, name)
    floor.give(evening.journal, evening.uid)
    async with opened(evening) as held:
        colleague = evening.colleague("second")
        seen = speaking(held.screen.session)
        assert seen
        floor.give(colleague, evening.uid, seen=seen.id)
        given = await held.screen.perform(floor.give, None, seen=seen.id)
        assert given
        assert not given.changed
        assert has_it(evening) == "Els"
        colleague.close()


async def test_undo_takes_a_move_on_the_floor_back_and_says_whose(tmp_path: Path) -> None:
    evening = half_way(tmp_path)
    async with opened(evening) as held:
        await ask(held, "k", "enter")
        await held.press("d")
        await held.until(lambda: has_it(evening) == "Karim")
        await held.press("u")
        await held.until(lambda: waiting(evening) == ["Karim"])
        await held.until(lambda: "Karim Haddad waits for the floor again" in held.told())
        await held.press("u")
        await held.until(lambda: line(held) == "")


async def test_who_waits_is_counted_also_where_a_name_has_no_room(tmp_path: Path) -> None:
    evening = half_way(tmp_path)
    people.add_person(
        evening.journal, evening.uid, Person("Marie-Antoinette-Philippine Vandenbroucke", "NPO")
    )
    floor.limit(evening.journal, evening.uid, 120)
    for name in ("karim", "marie", "els"):
        floor.ask(evening.journal, evening.uid, name)
    floor.give(evening.journal, evening.uid, "karim")
    async with opened(evening, size=(80, 24)) as held:
        assert line(held).endswith("… (2)")
