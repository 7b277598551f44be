"""Suggestions and groups that a screen waits for without keeping anybody else waiting."""

import asyncio
import os
import signal
import subprocess
import sys
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest

from roundtable.domain.contributions import Contribution, Takeaway, Voice
from roundtable.domain.same_point import SamePoint, pair_id
from roundtable.domain.session import Details, Session
from roundtable.errors import ComparingFailed
from roundtable.insight.likeness import alike, proposed_groups
from roundtable.insight.statements import suggest_for
from roundtable.services import suggesting

MANY = suggesting.FEW + 50
WORDS = ("trust", "goals", "planning", "warehouse", "volunteers", "meeting", "screen", "holiday", "salary")


def table(count: int) -> Session:
    """Give a table that said so much, of which each point was made more than once."""
    said = [
        Contribution(
            id=f"c{place}",
            stamp=f"{place:06}",
            text=f"{WORDS[place % 9]} {WORDS[place % 7]} matters to colleague{place // 3} more than {WORDS[place % 5]}",
            topic="work",
            participant=f"p{place % 4}",
            voice=Voice.PERSON,
        )
        for place in range(count)
    ]
    return Session("s").having([Details(id="s", language="en"), *said])


async def test_another_process_gives_what_this_one_would() -> None:
    taken = frozenset(one.id for one in suggest_for(table(MANY), "work", 1))
    session = table(MANY).having(
        [
            SamePoint(id=pair_id("c0", "c1"), first="c0", second="c1"),
            SamePoint(id=pair_id("c3", "c4"), first="c3", second="c4", same=True),
            Takeaway(id="t", text="T", evidence=taken),
        ]
    )
    groups = await suggesting.groups_apart(session, "work")
    assert groups == proposed_groups(session, "work")
    assert groups
    near = await suggesting.alike_apart(session, "c6")
    assert near == alike(session, "c6")
    assert near
    found = [one.id for one in await suggesting.suggest_apart(session, "work", 3)]
    first = [one.id for one in suggest_for(session, "work", 4)]
    assert found == [key for key in first if key not in taken][:3]


@pytest.mark.parametrize("topic", [None, "another"])
@pytest.mark.parametrize("count", [0, MANY])
async def test_a_topic_of_which_nothing_was_said_has_neither(topic: str | None, count: int) -> None:
    session = table(count)
    assert await suggesting.suggest_apart(session, topic or "none") == ()
    assert await suggesting.groups_apart(session, topic) == ()
    assert await suggesting.alike_apart(session, "gone") == ()


async def running(wanted: Callable[[], Awaitable[Any]]) -> tuple[asyncio.Task[Any], int]:
    """Ask something, and give the question and the process that answers it, once there is one."""
    before = _children()
    asked = asyncio.ensure_future(wanted())
    ends = time.monotonic() + 10
    while not (fresh := _children() - before):
        assert time.monotonic() < ends
        await asyncio.sleep(0.005)
    return asyncio.ensure_future(asked), fresh.pop()


def _children() -> set[int]:
    return {
        int(child)
        for thread in Path("/proc/self/task").iterdir()
        for child in (thread / "children").read_text().split()
    }


proc = pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="the system does not list processes")


def _open(process: int) -> list[str]:
    """Give what standard input, output and error of a process are."""
    return [str(Path(f"/proc/{process}/fd/{number}").readlink()) for number in range(3)]


def gone(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return True
    return False


@proc
async def test_it_is_nice_and_away_from_the_terminal() -> None:
    asked, process = await running(lambda: suggesting.groups_apart(table(3000), "work"))
    assert os.getpgid(process) == process
    assert all(one.startswith(("pipe:", "socket:")) for one in _open(process))
    ends = time.monotonic() + 10
    lower = min(19, os.getpriority(os.PRIO_PROCESS, 0) + 10)
    while os.getpriority(os.PRIO_PROCESS, process) < lower:
        assert time.monotonic() < ends
        await asyncio.sleep(0.005)
    assert await asked


@proc
async def test_it_ends_where_nobody_waits_for_it_any_longer() -> None:
    asked, process = await running(lambda: suggesting.groups_apart(table(3000), "work"))
    asked.cancel()
    with pytest.raises(asyncio.CancelledError):
        await asked
    assert gone(process)


@proc
async def test_where_the_same_is_asked_anew_the_older_question_is_ended() -> None:
    older, process = await running(lambda: suggesting.groups_apart(table(3000), "work"))
    assert await suggesting.groups_apart(table(MANY), "work") == proposed_groups(table(MANY), "work")
    with pytest.raises(asyncio.CancelledError):
        await older
    assert gone(process)


@proc
async def test_a_process_that_is_ended_from_outside_is_told() -> None:
    asked, process = await running(lambda: suggesting.groups_apart(table(3000), "work"))
    os.kill(process, signal.SIGKILL)
    with pytest.raises(ComparingFailed, match="-9"):
        await asked


ORPHAN = """
import asyncio, os, sys
from roundtable.services import suggesting
from tests.services.test_suggesting import running, table

async def ask():
    _, process = await running(lambda: suggesting.groups_apart(table(8000), "work"))
    print(process, flush=True)
    os._exit(0)

asyncio.run(ask())
"""


@proc
async def test_it_does_not_outlive_whoever_asked() -> None:
    done = await asyncio.to_thread(
        subprocess.run, [sys.executable, "-c", ORPHAN], capture_output=True, text=True, check=True
    )
    process = int(done.stdout)
    ends = time.monotonic() + 3
    while not gone(process):
        assert time.monotonic() < ends
        await asyncio.sleep(0.01)


async def test_it_loads_neither_screens_nor_the_database() -> None:
    program = "import sys; import roundtable.insight.asking; print(*sys.modules)"
    done = await asyncio.to_thread(
        subprocess.run, [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    present = {name.split(".")[0] for name in done.stdout.split()}
    assert not present & {"textual", "sqlite3", "sqlite_utils", "click", "babel"}
