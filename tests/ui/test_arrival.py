"""Who is here: a row a person, a key for each answer, one line for somebody new."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from rich.cells import cell_len
from textual import events
from textual.pilot import Pilot

from roundtable.domain.changes import Edit
from roundtable.domain.people import Attendance, Consent, Participant, Person
from roundtable.domain.records import changed
from roundtable.domain.session import Session
from roundtable.services import people
from roundtable.ui.app import RoundtableApp
from roundtable.ui.screens.arrival import ArrivalView
from roundtable.ui.widgets.arrival_line import Wanted
from roundtable.ui.widgets.arrival_list import Columns, person_row
from tests.ui.evening import PEOPLE, Evening, half_way, is_live, live, prepared
from tests.ui.waiting import wait_until

SMALL = (80, 24)


class Arrival:
    """The arrivals open over the live table."""

    def __init__(self, evening: Evening, app: RoundtableApp, pilot: Pilot[Any]) -> None:
        self.evening, self.app, self.pilot = evening, app, pilot

    @property
    def view(self) -> ArrivalView:
        assert isinstance(self.app.screen, ArrivalView)
        return self.app.screen

    @property
    def marked(self) -> str:
        assert self.view.rows.marked
        return self.view.rows.marked.name

    def person(self, name: str) -> Participant:
        return self.evening.session.person(name)

    def shown(self) -> list[str]:
        """Give the lines of the screen."""
        return [strip.text.rstrip() for strip in self.view._compositor.render_strips(self.view.size)]  # noqa: SLF001 — no public way to what is on the screen

    def attending(self) -> list[str]:
        return [str(one.attendance) for one in self.evening.session.participants]

    async def press(self, *keys: str) -> None:
        for key in keys:
            await self.pilot.press(key)
        await self.pilot.pause()

    async def burst(self, keys: str) -> None:
        """Press keys with no pause between them; ↵ is Enter."""
        names = {"↵": "enter", "/": "slash", "+": "plus", " ": "space"}
        for key in keys:
            self.app.post_message(events.Key(names.get(key, key), None if key == "↵" else key))
        await self.pilot.pause()

    async def until(self, predicate: Callable[[], object]) -> None:
        await wait_until(self.pilot, predicate)


@asynccontextmanager
async def opened(evening: Evening, size: tuple[int, int] = SMALL) -> AsyncIterator[Arrival]:
    app = evening.app()
    async with app.run_test(size=size) as pilot:
        await wait_until(pilot, is_live(app))
        live(app).patience = 0.03
        await pilot.press("a")
        await wait_until(pilot, lambda: isinstance(app.screen, ArrivalView) and app.screen.focused)
        yield Arrival(evening, app, pilot)


def asked(evening: Evening, form: Consent = Consent.SECTOR) -> Evening:
    """Let everybody have said how they may be told."""
    for one in evening.session.participants:
        people.consent(evening.journal, evening.uid, one.id, form)
    return evening


async def test_ten_people_who_are_here_take_one_key_each_and_what_is_known_already_stays(
    tmp_path: Path,
) -> None:
    async with opened(prepared(tmp_path)) as held:
        await held.burst("↵ o↵x ↵l↵")
        expected = ["present", "present", "online", "absent", "present", "left"]
        await held.until(lambda: held.attending() == expected)
        assert held.marked == "Lena Maes"
        assert "4 of 6 here · 1 absent" in held.shown()[0]


async def test_every_letter_is_for_the_marked_person_until_one_goes_on(tmp_path: Path) -> None:
    async with opened(prepared(tmp_path)) as held:
        await held.burst("jplxnd")
        await held.until(lambda: held.person("karim").consent is Consent.NONE)
        assert held.person("karim").attendance is Attendance.ABSENT
        assert held.marked == "Karim Haddad"
        assert {one.consent for one in held.evening.session.participants if one.name != "Karim Haddad"} == {
            Consent.UNASKED
        }
        assert held.attending() == ["expected", "absent", *["expected"] * 4]


async def test_the_bottom_line_says_what_was_put_down_and_for_whom(tmp_path: Path) -> None:
    async with opened(prepared(tmp_path)) as held:
        await held.press("n")
        await held.until(lambda: "Els Peeters: by name (u: back)" in held.shown()[-1])
        await held.press("n")
        await held.until(lambda: "Els Peeters: by name, as it was since" in held.shown()[-1])
        await held.press("enter")
        await held.until(lambda: "Els Peeters: present (u: back)" in held.shown()[-1])
        assert held.marked == "Karim Haddad"


async def test_each_key_is_taken_back_by_itself(tmp_path: Path) -> None:
    async with opened(asked(prepared(tmp_path))) as held:
        await held.press("enter", "o")
        await held.until(lambda: held.attending()[:2] == ["present", "online"])
        await held.press("u")
        await held.until(lambda: held.attending()[:2] == ["present", "expected"])
        await held.until(lambda: "Karim" in held.shown()[-1])
        await held.press("u")
        await held.until(lambda: held.attending()[0] == "expected")


async def test_a_person_is_expected_again_and_not_asked_again(tmp_path: Path) -> None:
    async with opened(asked(prepared(tmp_path))) as held:
        await held.press("x", "e", "c")
        await held.until(lambda: held.person("els").consent is Consent.UNASKED)
        assert held.person("els").attendance is Attendance.EXPECTED
        assert held.marked == "Els Peeters"


async def test_everybody_who_is_expected_comes_at_once(tmp_path: Path) -> None:
    async with opened(asked(prepared(tmp_path))) as held:
        await held.press("x", "P")
        await held.until(lambda: held.attending() == ["absent", *["present"] * 5])
        await held.until(lambda: "5 people are here now" in held.shown()[-1])
        await held.press("u")
        await held.until(lambda: held.attending() == ["absent", *["expected"] * 5])
        await held.until(lambda: "whether 5 people are here" in held.shown()[-1])


async def test_somebody_new_is_seated_by_a_line_however_fast_it_is_typed(tmp_path: Path) -> None:
    async with opened(prepared(tmp_path)) as held:
        await held.burst("+Jan Jansen LOG↵p")  # the p is for Jan, who is here already
        await held.until(lambda: len(held.evening.session.participants) == len(PEOPLE) + 1)
        jan = held.person("Jan Jansen")
        assert jan.attendance is Attendance.PRESENT
        assert jan.sector == held.evening.session.sector("LOG").id
        await held.until(lambda: held.marked == "Jan Jansen")
        assert "nobody" not in "".join(held.shown())
        assert held.person("els").attendance is Attendance.EXPECTED
        await held.burst("kpu")
        await held.until(lambda: "Lena" in held.shown()[-1])
        assert held.person("lena").attendance is Attendance.EXPECTED
        await held.press("u")
        await held.until(lambda: len(held.evening.session.participants) == len(PEOPLE))


async def test_the_line_tells_how_it_is_understood(tmp_path: Path) -> None:
    async with opened(prepared(tmp_path)) as held:
        await held.press("plus", *"Bo", "comma", *"Zorg")
        await held.until(lambda: "new sector: Zorg" in "".join(held.shown()))
        await held.press("escape")
        assert len(held.evening.session.participants) == len(PEOPLE)
        assert isinstance(held.app.screen, ArrivalView)  # Esc left the line, not the page
        await held.press("a", *"an", "space", *"de", "space", *"smet")
        await held.until(lambda: "on the list: will be here" in "".join(held.shown()))
        await held.press("enter")
        await held.until(lambda: held.person("An De Smet").attendance is Attendance.PRESENT)
        assert len(held.evening.session.participants) == len(PEOPLE)


async def test_a_line_that_cannot_be_done_comes_back_with_the_reason(tmp_path: Path) -> None:
    evening = prepared(tmp_path)
    people.attend(evening.journal, evening.uid, "An De Smet", Attendance.PRESENT)
    async with opened(evening) as held:
        await held.burst("aAn De Smet↵")
        await held.until(lambda: "is at the table already" in "".join(held.shown()))
        assert held.view.line.wanted is Wanted.NEWCOMER
        assert held.view.line.typed.value == "An De Smet"


async def test_somebody_comes_instead_of_the_marked_person(tmp_path: Path) -> None:
    async with opened(prepared(tmp_path)) as held:
        await held.press("j", "i", *"Bo")
        await held.until(lambda: "Instead of Karim Haddad" in "".join(held.shown()))
        assert "LOG Logistics" in "".join(held.shown())
        await held.press("enter")
        await held.until(lambda: held.person("karim").attendance is Attendance.ABSENT)
        bo = held.person("Bo")
        assert (bo.instead_of, bo.sector) == (held.person("karim").id, held.person("karim").sector)
        await held.until(lambda: "instead of Karim Haddad" in "".join(held.shown()))
        assert "1 of 6 here" in held.shown()[0]


async def test_somebody_is_found_by_a_part_of_the_name(tmp_path: Path) -> None:
    async with opened(prepared(tmp_path)) as held:
        await held.burst("/woú↵")
        await held.until(lambda: held.marked == "Jonas Wouters")
        await held.press("l")
        await held.until(lambda: held.person("jonas").attendance is Attendance.LEFT)


async def test_what_is_read_out_speaks_the_language_of_the_session(tmp_path: Path) -> None:
    evening = prepared(tmp_path)

    async with opened(evening) as held:
        await held.press("r")
        await held.until(lambda: "by your name" in " ".join(line.strip() for line in held.shown()))
        await held.press("r")
        await held.until(lambda: "by your name" not in " ".join(held.shown()))


async def test_an_empty_list_says_what_to_do(tmp_path: Path) -> None:
    evening = prepared(tmp_path)
    for _ in PEOPLE:
        evening.journal.append(evening.uid, _without_the_first)
    async with opened(evening) as held:
        await held.until(lambda: "Nobody is on the list yet" in "".join(held.shown()))
        await held.burst("pnaBo↵")
        await held.until(lambda: held.view.rows.marked)
        await held.until(lambda: "Told?" in held.shown()[1])


def _without_the_first(session: Session) -> list[Edit]:
    first = session.participants[0]
    return [changed(first, replace(first, withdrawn=True))]


async def test_another_writer_leaves_the_mark_where_it_is(tmp_path: Path) -> None:
    evening = half_way(tmp_path)
    async with opened(evening) as held:
        await held.press("j", "j")
        assert held.marked == "Mieke Claes"
        colleague = evening.colleague("second")
        people.arrive(colleague, evening.uid, Person("Zoë", "RET"))
        people.attend(colleague, evening.uid, "els", Attendance.LEFT)
        await held.until(lambda: "Zoë" in "".join(held.shown()))
        assert held.marked == "Mieke Claes"
        assert "← left" in "".join(held.shown())


@pytest.mark.parametrize("width", [78, 60, 118])
def test_columns_stay_straight_whatever_people_are_called(tmp_path: Path, width: int) -> None:
    evening = prepared(tmp_path)
    strange = ["山田太郎とその仲間たちの長い名前です", "👩‍👩‍👧 Family", "Z" * 70, "[bold]Bo[/]", "Ян"]
    people.add_people(
        evening.journal, evening.uid, [Person(name, "LOG", organisation="株式会社" * 4) for name in strange]
    )
    session = evening.session
    columns = Columns.of(session, width)
    rows = [person_row(session, one, columns).plain for one in session.participants]
    assert {cell_len(row) for row in rows} == {cell_len(rows[0])}
    assert cell_len(rows[0]) <= width
    assert all("expected" in row and "not asked" in row for row in rows)
    assert "[bold]Bo[/]" in rows[-2]


async def test_twelve_people_are_all_in_sight_in_a_small_window_and_forty_scroll(tmp_path: Path) -> None:
    evening = prepared(tmp_path)
    names = [f"Person {number:02}" for number in range(len(PEOPLE), 40)]
    people.add_people(evening.journal, evening.uid, [Person(name, "LOG") for name in names[:6]])
    async with opened(evening) as held:
        told = "\n".join(held.shown())
        assert all(one.name in told for one in evening.session.participants)
        people.add_people(evening.colleague("second"), evening.uid, [Person(name) for name in names[6:]])
        await held.until(lambda: held.view.rows.option_count == 40)
        await held.press("end")
        await held.until(lambda: "Person 39" in "\n".join(held.shown()))
        assert "e expected" in held.shown()[-3]


async def test_the_marked_row_is_seen_without_colours_as_well(tmp_path: Path) -> None:
    async with opened(prepared(tmp_path)) as held:
        await held.press("j")
        rows = [held.view.rows.render_line(place) for place in range(3)]
        assert [row.text[0] for row in rows] == [" ", "▌", " "]
        assert rows[1].text[1:].startswith("Karim Haddad")
        assert rows[0].cell_length == rows[1].cell_length
