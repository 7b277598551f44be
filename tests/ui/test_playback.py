"""Half an hour of a real discussion, typed on a real terminal far faster than anybody types, while others write too."""

import json
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from roundtable.domain.agenda import Agenda, AgendaSector, AgendaTopic
from roundtable.domain.people import Participant, Person, Sector
from roundtable.domain.records import write_instant
from roundtable.services.sessions import prepare
from roundtable.storage.journal import Journal

pytest.importorskip("pty", reason="pseudo-terminals are POSIX")
from tests.terminal import Terminal, program

A_LINE = 60 / 400  # seconds
STRETCH = range(1800, 3600)  # seconds of the discussion that are typed
BEFORE = range(1800)  # and those that the colleague records
MOVES = 3  # seconds between two moves of the moderator


@dataclass(frozen=True)
class Said:
    """A line as it is typed, and who is meant."""

    line: str
    name: str
    sector: str


def stretch(discussion: dict[str, object], seconds: range) -> list[Said]:
    sectors = {one["name"]: one["sector"] for one in discussion["participants"]}  # type: ignore[attr-defined] # JSON
    return [
        Said(f"{one['participant']}: {one['text']}", one["participant"], sectors[one["participant"]])
        for one in discussion["contributions"]  # type: ignore[attr-defined] # JSON
        if int(one["at_seconds"]) in seconds
    ]


def prepared(path: Path, discussion: dict[str, object]) -> str:
    """Make a session with the discussion's topics and people, and nothing said; give its uid."""
    people = [Person(one["name"], one["sector"]) for one in discussion["participants"]]  # type: ignore[attr-defined] # JSON
    names = list(dict.fromkeys(one.sector for one in people))
    agenda = Agenda(
        title=str(discussion["title"]),
        language="nl",
        name="zorg",
        sectors=tuple(AgendaSector(f"S{place}", name) for place, name in enumerate(names)),
        topics=tuple(AgendaTopic(one["title"], planned_seconds=900) for one in discussion["topics"]),  # type: ignore[attr-defined] # JSON
    )
    journal = Journal.open(path)
    uid = prepare(journal, agenda, people=people)
    journal.close()
    return uid


def command(path: Path, *arguments: str) -> list[str]:
    return [sys.executable, "-m", "roundtable", "--lang", "en", "--db", str(path), *arguments]


def record(path: Path, lines: Sequence[Said]) -> None:
    """Be the colleague: record line by line, as fast as the other types."""
    with subprocess.Popen(
        command(path, "record"), stdin=subprocess.PIPE, text=True, stdout=subprocess.DEVNULL
    ) as colleague:
        assert colleague.stdin
        for said in lines:
            colleague.stdin.write(said.line + "\n")
            colleague.stdin.flush()
            time.sleep(A_LINE)
        colleague.stdin.close()
    assert colleague.returncode == 0


def lead(path: Path, over: threading.Event) -> None:
    """Be the moderator: go on to the next topic, and back."""
    there = 1
    while not over.wait(MOVES):
        there = 3 - there
        subprocess.run(command(path, "topic", "go", str(there)), check=True, capture_output=True)


def test_half_an_hour_at_four_hundred_lines_a_minute_is_all_there_once_and_in_order(
    tmp_path: Path, shared: Path
) -> None:
    discussion = json.loads((shared / "sessions" / "nl-tk-2018-zorg.json").read_text("utf-8"))
    path = tmp_path / "zorg.db"
    uid = prepared(path, discussion)
    subprocess.run(command(path, "topic", "go", "1"), check=True, capture_output=True)
    typed, recorded = stretch(discussion, STRETCH), stretch(discussion, BEFORE)
    over = threading.Event()
    others = [
        threading.Thread(target=record, args=(path, recorded)),
        threading.Thread(target=lead, args=(path, over)),
    ]
    with Terminal(program("--db", str(path), "note"), 120, 40) as terminal:
        terminal.wait_for("WRITING")
        for other in others:
            other.start()
        begun = time.monotonic()
        for place, said in enumerate(typed):
            terminal.send(f"{said.line}\r")
            pace = max(0, begun + (place + 1) * A_LINE - time.monotonic())
            terminal.settle(pace, pace)
        others[0].join()
        over.set()
        others[1].join()
        watching = Journal.open(path)
        terminal.wait_for(
            lambda _screen: len(watching.session(uid).contributions) == len(typed) + len(recorded), 60
        )
    found = kept(path, uid)
    writers = list(dict.fromkeys(writer for writer, _ in found))
    assert sorted(map(len, ([said for who, said in found if who == writer] for writer in writers))) == sorted(
        map(len, (typed, recorded))
    )
    for wanted in (typed, recorded):
        assert any([said for who, said in found if who == writer] == wanted for writer in writers)


def kept(path: Path, uid: str) -> list[tuple[str, Said]]:
    """Give what was kept, in the order of saying, each with its writer."""
    journal = Journal.open(path)
    session = journal.session(uid)
    writers = {change.record: change.writer for change in reversed(journal.history(uid, "contribution"))}
    journal.close()
    people, sectors = session.of(Participant), session.of(Sector)
    assert all(write_instant(one.at) for one in session.contributions)
    return [
        (writers[one.id], Said(one.typed, person.name, sectors[person.sector or ""].name))
        for one in session.contributions
        for person in (people[one.participant or ""],)
    ]
