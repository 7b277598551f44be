"""From Enter to the line standing in the feed, safe on disk, beside a bare fsync; and what another process wrote.

The simple form: one writer alone.
"""

import os
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from roundtable.services.recording import record
from roundtable.storage.journal import Journal
from tests.bench.figures import Figure, quantile
from tests.bench.made import database
from tests.terminal import Terminal, program

LINES = 40  # a round
ROUNDS = 3
BLOCK = bytes(4096)


def measure() -> Iterator[Figure]:
    """Measure the 99th percentile of Enter and of fsync, the 95th of what comes from another process."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "bench.db")
        slug = database(path, 10_000)
        command = program("--db", str(path), "note", slug)
        with Terminal(command, columns=120, lines=40) as terminal:
            terminal.wait_for("Point 9999")
            terminal.settle()
            rounds = [(_enter(terminal, turn), fsync(Path(folder))) for turn in range(ROUNDS)]
            others = [_from_another(terminal, path, turn) for turn in range(ROUNDS)]
    entered = tuple(one for one, _ in rounds), tuple(other for _, other in rounds)
    yield Figure(
        "Enter → durable and shown, p99, 10,000 there",
        *entered,
        "ms",
        "fsync of 4 KB, p99",
        "≤ 50 ms or ≤ 5 ×",
    )
    came = tuple(one for one, _ in others), tuple(other for _, other in others)
    yield Figure(
        "another process's line shown after it was safe, p95",
        *came,
        "ms",
        "recording it there, p95",
        "≤ 300 ms",
    )


def _enter(terminal: Terminal, turn: int) -> float:
    taken = []
    for number in range(LINES):
        line = f"line {turn}-{number:03d}."
        terminal.send(f"els: {line}")
        terminal.wait_for(f"els: {line}")
        terminal.settle(0.05, 1)
        begun = time.perf_counter()
        terminal.send("\r")
        # It stands in the feed, and no longer in the capture line, which is cleared once it is safe.
        terminal.wait_for(lambda screen, line=line: f" {line}" in screen and f"els: {line}" not in screen)
        taken.append(1000 * (terminal.arrived - begun))
        terminal.settle(0.05, 1)
    return quantile(taken, 0.99)


def fsync(folder: Path) -> float:
    """Give the 99th percentile (ms) of writing and syncing a block of 4 KB."""
    taken = []
    with (folder / "block").open("wb", buffering=0) as file:
        for _ in range(LINES):
            begun = time.perf_counter()
            file.write(BLOCK)
            os.fsync(file.fileno())
            taken.append(1000 * (time.perf_counter() - begun))
            time.sleep(0.02)
    return quantile(taken, 0.99)


def _from_another(terminal: Terminal, path: Path, turn: int) -> tuple[float, float]:
    journal = Journal.open(path, place="another")
    uid = journal.sessions()[0].uid
    journal.session(uid)
    came, recorded = [], []
    for number in range(LINES):
        line = f"told {turn}-{number:03d}."
        begun = time.perf_counter()
        record(journal, uid, f"els: {line}")
        safe = time.perf_counter()
        terminal.wait_for(line)
        came.append(1000 * max(0.0, terminal.arrived - safe))
        recorded.append(1000 * (safe - begun))
        terminal.settle(0.05, 1)
    journal.close()
    return quantile(came, 0.95), quantile(recorded, 0.95)
