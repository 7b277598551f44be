"""An idle live table that looks ten times a second whether others have written, and its memory; Linux only."""

import os
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from tests.bench.bench_start import EMPTY
from tests.bench.figures import Figure
from tests.bench.made import database
from tests.terminal import Terminal, program

SECONDS = 10  # a round
ROUNDS = 3
SETTLING = 3  # seconds until what belongs to the start is over


def measure() -> Iterator[Figure]:
    """Measure the share of a core, the bytes written to disk, and the memory of its own, with 10,000 there."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "bench.db")
        slug = database(path, 10_000)
        table = program("--db", str(path), "note", slug)
        with _open(table, "Point 9999") as ours, _open([sys.executable, "-c", EMPTY], "EMPTY READY") as empty:
            _rest(SETTLING, ours, empty)
            written = _written(ours)
            shares = [_shares(ours, empty) for _ in range(ROUNDS)]
            memory = _megabytes(ours), _megabytes(empty)
            wrote = _written(ours) - written
    cores = tuple(one for one, _ in shares), tuple(other for _, other in shares)
    question = f"idle live table, 10 looks a second ({wrote} bytes written)"
    yield Figure(question, *cores, "% of a core", "an empty Textual app", "≤ 0.5 % and 0 bytes")
    yield Figure(
        "memory, 10,000 there", memory[:1], memory[1:], "MB of its own", "an empty Textual app", "≤ 1.5"
    )


def _open(command: list[str], shown: str) -> Terminal:
    terminal = Terminal(command, columns=120, lines=40)
    terminal.wait_for(shown)
    return terminal


def _rest(seconds: float, *terminals: Terminal) -> None:
    ends = time.monotonic() + seconds
    while time.monotonic() < ends:
        for terminal in terminals:
            terminal.read(0.05)


def _shares(ours: Terminal, empty: Terminal) -> tuple[float, float]:
    before = _used(ours), _used(empty)
    begun = time.monotonic()
    _rest(SECONDS, ours, empty)
    lasted = time.monotonic() - begun
    return 100 * (_used(ours) - before[0]) / lasted, 100 * (_used(empty) - before[1]) / lasted


def _used(terminal: Terminal) -> float:
    """Give the seconds of computing that a program took so far."""
    numbers = _told(terminal, "stat").rpartition(")")[2].split()
    return (int(numbers[11]) + int(numbers[12])) / os.sysconf("SC_CLK_TCK")


def _written(terminal: Terminal) -> int:
    return _number(_told(terminal, "io"), "write_bytes:")


def _megabytes(terminal: Terminal) -> float:
    text = _told(terminal, "smaps_rollup")
    return (_number(text, "Private_Clean:") + _number(text, "Private_Dirty:")) / 1024


def _number(text: str, name: str) -> int:
    return next(int(line.split()[1]) for line in text.splitlines() if line.startswith(name))


def _told(terminal: Terminal, what: str) -> str:
    return Path("/proc", str(terminal.process.pid), what).read_text("utf-8")
