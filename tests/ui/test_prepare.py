"""The preparation screen: facts, people, nicknames, lists, and the agenda in an editor."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from textual.events import Key, Paste
from textual.pilot import Pilot
from textual.widgets import Input, OptionList, Static

from roundtable.agendas.reader import read_agenda_file
from roundtable.domain.session import Session
from roundtable.storage.journal import Journal
from roundtable.ui.app import RoundtableApp
from roundtable.ui.pending_desk import PendingDesk
from roundtable.ui.screens.prepare import PrepareScreen
from roundtable.ui.widgets.preparation import Source
from tests.cli.running import AGENDA
from tests.terminal import Terminal, program
from tests.ui.waiting import wait_until


class Preparing:
    """A preparation under way, in a program of its own."""

    def __init__(self, app: RoundtableApp, screen: PrepareScreen, pilot: Pilot[Any]) -> None:
        self.app, self.screen, self.pilot = app, screen, pilot

    @property
    def kept(self) -> list[Session]:
        journal = Journal.open(self.app.path)
        return [journal.session(one.uid) for one in journal.sessions()]

    @property
    def names(self) -> list[str]:
        return [one.name for one in self.screen.session.participants]

    @property
    def rows(self) -> str:
        offered = self.screen.query_one("#prepared", OptionList)
        return "\n".join(str(option.prompt) for option in offered.options)

    @property
    def toasts(self) -> str:
        return "\n".join(one.message for one in self.app._notifications)  # noqa: SLF001 — no public way to them

    def text(self, selector: str) -> str:
        return str(self.screen.query_one(selector, Static).render())

    async def type(self, text: str) -> None:
        line = self.app.screen.focused
        assert isinstance(line, Input)
        line.value = text
        await self.pilot.press("enter")

    async def until(self, predicate: Callable[[], object]) -> None:
        await wait_until(self.pilot, predicate)

    async def dialog(self, name: str) -> None:
        await self.until(lambda: type(self.app.screen).__name__ == name)

    async def mark(self, key: str) -> None:
        offered = self.screen.query_one("#prepared", OptionList)
        offered.highlighted = [row.key for row in self.screen.prepared.rows].index(key)
        await self.pilot.pause()


@asynccontextmanager
async def preparing(folder: Path, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Preparing]:
    """Open the preparation screen on an agenda of its own; nothing is kept yet."""
    path = folder / "telework.en.md"
    path.write_text(AGENDA, "utf-8")
    app = RoundtableApp(folder / "roundtable.db")
    async with app.run_test(size=size) as pilot:
        storage = await app.storage()
        reading = read_agenda_file(path)
        desk = PendingDesk(storage, reading.agenda)
        screen = PrepareScreen(desk, await desk.read(), app.now, Source(path, reading))
        await app.push_screen(screen)
        found = Preparing(app, screen, pilot)
        await found.until(lambda: screen.focused and found.rows)
        yield found


async def test_people_are_added_one_by_one_and_the_line_stays_open(tmp_path: Path) -> None:
    async with preparing(tmp_path) as at:
        assert not at.kept
        await at.pilot.press("a")
        await at.type("Jan Peeters, RET, Colruyt")
        await at.until(lambda: "Jan Peeters" in at.names)
        await at.type("Jan Maes; Care; Hospital, Ghent; nurse")
        await at.until(lambda: "Jan Maes" in at.names)
        (kept,) = at.kept
        one = kept.participants[-1]
        assert (one.organisation, one.role, kept.sector("Care").id) == (
            "Hospital, Ghent",
            "nurse",
            one.sector,
        )
        await at.type("Jan Maes")  # a namesake without a nickname: the line stays, and it is said why
        await at.until(lambda: "Jan Maes" in at.screen.query_one("#adding", Input).value)
        await at.pilot.press("escape", "u")
        await at.until(lambda: at.names[-1] == "Jan Peeters")


async def test_a_sector_behind_a_name_is_understood_as_it_is_at_the_table(tmp_path: Path) -> None:
    async with preparing(tmp_path) as at:
        await at.pilot.press("a", *"Jan", "space", *"Maes", "space", *"RET")
        await at.until(lambda: "Jan Maes · RET" in at.text("#about"))
        await at.pilot.press("enter")
        await at.until(lambda: "Jan Maes" in at.names)
        (kept,) = at.kept
        assert kept.person("Jan Maes").sector == kept.sector("RET").id


async def test_a_name_typed_in_the_list_is_whole_in_the_line(tmp_path: Path) -> None:
    async with preparing(tmp_path) as at:
        for name in ("Jan Peeters", "Rita Maes", "Els Claes"):  # R and E are commands, when nothing follows
            for key in name:
                at.app.post_message(Key("space" if key == " " else key, key))
            await at.until(lambda typed=name: at.screen.adding.value == typed)
            at.screen.adding.clear()
            await at.pilot.press("escape")
        assert not at.kept


async def test_begin_asks_once_more_while_nobody_is_invited(tmp_path: Path) -> None:
    async with preparing(tmp_path) as at:
        for one in list(at.screen.session.participants):
            await at.mark(one.id)
            await at.pilot.press("x")
            await at.until(lambda gone=one.name: gone not in at.names)
        await at.mark("begin")
        await at.pilot.press("enter", "enter")
        assert "Nobody is invited yet" in at.text("#view-keys")
        assert not at.screen.begins
        at.screen.least = 0
        await at.pilot.press("enter")
        await at.until(lambda: at.screen.begins)


async def test_a_rehearsal_is_made_of_what_is_prepared(tmp_path: Path) -> None:
    async with preparing(tmp_path) as at:
        await at.pilot.press("R")
        await at.until(lambda: at.screen.rehearsal)
        made = next(one for one in at.kept if one.uid == at.screen.rehearsal)
        assert made.details.rehearsal
        assert len(at.kept) == 2


async def test_names_that_are_hard_to_type_get_a_nickname_with_one_key(tmp_path: Path) -> None:
    async with preparing(tmp_path) as at:
        await at.until(lambda: "1 hard to type" in at.rows)  # An begins Anke
        await at.pilot.press("N")
        await at.until(lambda: "hard to type" not in at.rows)
        assert "An Claes “AnC”" in at.rows
        await at.pilot.press("u")
        await at.until(lambda: "1 hard to type" in at.rows)
        await at.mark(next(one.id for one in at.screen.session.participants if one.name == "An Claes"))
        assert "n takes the nickname “AnC”" in at.text("#about")
        await at.pilot.press("n")
        await at.until(lambda: "An Claes “AnC”" in at.rows)


async def test_facts_are_put_right_and_a_start_is_shown_back_as_it_is_understood(tmp_path: Path) -> None:
    async with preparing(tmp_path) as at:
        await at.mark("title")
        await at.pilot.press("e")
        await at.dialog("OneLine")
        await at.type("Telework, table 3")
        await at.until(lambda: at.screen.session.details.title == "Telework, table 3")
        await at.mark("start")
        await at.pilot.press("enter")
        await at.dialog("OneLine")
        await at.type("soon")
        told = at.app.screen.query_one(".dialog--told", Static)
        await at.until(lambda: "is no day or hour" in str(told.render()))
        await at.type("26/11/2026 19u30")
        await at.until(lambda: "Thu 26/11/2026, 19:30 – 20:40" in at.rows)
        (kept,) = at.kept
        assert kept.details.slug == "telework-2026-11-26"


async def test_somebody_is_corrected_and_taken_off(tmp_path: Path) -> None:
    async with preparing(tmp_path) as at:
        els = at.screen.session.participants[0]
        await at.mark(els.id)
        await at.pilot.press("e")
        await at.dialog("PersonForm")
        await at.type("Els Peeters")
        await at.until(lambda: at.names[0] == "Els Peeters")
        await at.mark(els.id)
        await at.pilot.press("x")
        await at.until(lambda: len(at.names) == 3)
        await at.pilot.press("u")
        await at.until(lambda: len(at.names) == 4)


async def test_a_table_that_is_pasted_is_looked_at_before_anything_is_kept(tmp_path: Path) -> None:
    async with preparing(tmp_path) as at:
        pasted = "Voornaam\tNaam\tSector\tGSM\nBo\tMaes\tCare\t0470\nKarim\tHaddad\tLOG\t\n"
        at.app.post_message(Paste(pasted))
        await at.dialog("PeopleLook")
        look = "\n".join(str(one.render()) for one in at.app.screen.query(Static))
        for told in ("first name", "left out", "1 person is new", "Karim Haddad", "Care (CARE)", "Bo Maes"):
            assert told in look, told
        await at.pilot.press("escape")
        await at.dialog("PrepareScreen")
        assert not at.kept
        at.app.post_message(Paste(pasted))
        await at.dialog("PeopleLook")
        await at.pilot.press("enter")
        await at.until(lambda: at.names[-1] == "Bo Maes")


async def test_a_file_is_dropped_or_asked_for_and_a_broken_one_is_told(tmp_path: Path) -> None:
    file = tmp_path / "my people.csv"
    file.write_text("name;sector\nBo Maes;RET\n", "utf-8")
    broken = tmp_path / "old.xls"
    broken.write_bytes(b"\xd0\xcf\x11\xe0" + b"\0" * 100)
    async with preparing(tmp_path, (100, 30)) as at:
        at.app.post_message(Paste(str(file).replace(" ", "\\ ") + " "))
        await at.dialog("PeopleLook")
        await at.pilot.press("escape")
        await at.dialog("PrepareScreen")
        await at.pilot.press("escape", "f")
        await at.dialog("PeopleFile")
        at.app.screen.query_one(Input).value = f"{tmp_path}/my"
        await at.pilot.press("tab", "enter")
        await at.dialog("PeopleLook")
        await at.pilot.press("enter")
        await at.until(lambda: at.names[-1] == "Bo Maes")
        at.app.post_message(Paste(f"'{broken}'"))
        await at.until(lambda: "XLSX or CSV" in at.toasts)


async def test_an_agenda_that_is_written_elsewhere_is_read_again_and_one_that_is_broken_takes_nothing(
    tmp_path: Path,
) -> None:
    async with preparing(tmp_path) as at:
        path = tmp_path / "telework.en.md"
        path.write_text(AGENDA + "\n## Untimed\n", "utf-8")
        await at.until(lambda: "Untimed" in at.text("#plan-text"))
        assert "has no" in at.text("#plan-text")
        assert not at.kept
        await at.pilot.press("s")
        await at.until(lambda: at.kept)
        assert at.kept[0].topics[-1].title == "Untimed"


async def test_a_session_that_is_kept_takes_its_agenda_anew_unless_it_cannot_be_read(tmp_path: Path) -> None:
    async with preparing(tmp_path) as at:
        path = tmp_path / "telework.en.md"
        await at.pilot.press("a")
        await at.type("Bo Maes, RET")
        await at.until(lambda: at.kept)
        path.write_bytes(b"PK\x03\x04 no agenda")
        await at.until(lambda: "telework.en.md" in at.toasts)
        assert len(at.kept[0].topics) == 5
        path.write_text(AGENDA.replace("## 2. Trust (20 min)", "## 2. Faith (25 min)"), "utf-8")
        await at.until(lambda: "Faith" in at.text("#plan-text"))
        assert [topic.title for topic in at.kept[0].topics][2] == "Faith"
        assert at.names[-1] == "Bo Maes"


async def test_forty_people_with_long_wide_names_keep_their_columns(tmp_path: Path) -> None:
    async with preparing(tmp_path) as at:
        names = ["李小龍李小龍李小龍李小龍李小龍", "👩‍🚀 Astrid", "Maximiliaan van der Heyden-Vanhoutteghem"]
        rows = [f"{name} {place}\tRET\tOrganisation {place}" for place in range(13) for name in names]
        at.app.post_message(Paste("\n".join(rows)))
        await at.dialog("PeopleLook")
        await at.pilot.press("enter")
        await at.until(lambda: len(at.names) == 43)
        offered = at.screen.query_one("#prepared", OptionList)
        width = offered.size.width
        await at.until(lambda: len(offered.options) > 43)
        assert all(option.prompt.cell_length <= width for option in offered.options)  # type: ignore[union-attr]  # all are Content


@pytest.mark.parametrize("key", ["E", "e"])
def test_the_agenda_is_opened_in_the_editor_and_its_problems_are_shown_on_return(
    tmp_path: Path, key: str
) -> None:
    folder = tmp_path / "data" / "roundtable" / "topics"
    folder.mkdir(parents=True)
    path = folder / "aaa.en.md"
    path.write_text(AGENDA, "utf-8")
    editor = tmp_path / "editor"
    editor.write_text('#!/bin/sh\necho "## Untimed" >> "$1"\necho WRITING; sleep 0.2\n', "utf-8")
    editor.chmod(0o755)
    told = {"EDITOR": str(editor), "VISUAL": None, "XDG_DATA_HOME": str(tmp_path / "data")}
    with Terminal(program("--db", str(tmp_path / "roundtable.db")), **told) as terminal:
        terminal.wait_for("70 min")
        terminal.send("\r")
        terminal.wait_for("PREPARE")
        terminal.send(key)
        terminal.wait_for(lambda screen: "PROBLEMS IN THE AGENDA" in screen and "Untimed" in screen)
        assert "WRITING" in terminal.raw.decode()
        terminal.send("aBo Maes, RET\rAn")
        terminal.wait_for(lambda screen: "Bo Maes is added." in screen and "\n An  " in screen)


async def test_keys_in_a_burst_act_in_their_order(tmp_path: Path) -> None:
    async with preparing(tmp_path) as at:
        for key in ("a", *"Bo Maes, RET", "enter", *"Ana Peeters", "enter", "enter", "u"):
            name = {" ": "space", ",": "comma"}.get(key, key)
            at.app.post_message(Key(name, key if len(key) == 1 else None))
        await at.until(lambda: at.names[-1:] == ["Bo Maes"] and "Taken back." in at.text("#view-keys"))
        assert at.screen.focused is at.screen.query_one("#prepared")


async def test_letters_right_behind_enter_on_a_fact_are_for_the_dialog_that_it_opens(tmp_path: Path) -> None:
    async with preparing(tmp_path) as at:
        await at.mark("title")
        for key in ("enter", *"Evening 3"):
            at.app.post_message(Key({" ": "space"}.get(key, key), key if len(key) == 1 else None))
        await at.dialog("OneLine")
        await at.until(lambda: at.app.screen.query_one(Input).value == "Evening 3")
        await at.pilot.press("enter")
        await at.until(lambda: at.screen.session.details.title == "Evening 3")
        assert not at.screen.adding.value
