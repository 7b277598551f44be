"""A fast note-taker's pace, forty lines a minute, while eight others record two lines a second each."""

import os
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from roundtable.storage.journal import Journal
from tests.bench.bench_enter import fsync
from tests.bench.figures import Figure, quantile
from tests.bench.made import database
from tests.terminal import Terminal, program

LINES = 30  # a round
ROUNDS = 2
PACE = 60 / 40  # seconds a line
OTHERS = 8
TWICE_A_SECOND = 0.5


def measure() -> Iterator[Figure]:
    """Measure a key's echo (p95) and Enter → durable and shown (p99), and count what was lost or came twice."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "bench.db")
        slug = database(path, 10_000)
        table = program("--db", str(path), "note", slug)
        over = threading.Event()
        sent: list[str] = []
        crowd = [threading.Thread(target=_other, args=(path, slug, one, over, sent)) for one in range(OTHERS)]
        with Terminal(table, columns=120, lines=40) as terminal:
            terminal.wait_for("WRITING")
            terminal.settle()
            alone = [_typed(terminal, f"alone {turn}", sent) for turn in range(ROUNDS)]
            for other in crowd:
                other.start()
            together = [_typed(terminal, f"crowd {turn}", sent) for turn in range(ROUNDS)]
            over.set()
            for other in crowd:
                other.join()
        bare = tuple(fsync(Path(folder)) for _ in range(ROUNDS))
        lost, twice = _missed(path, sent)
    echoes = tuple(echo for echo, _ in together), tuple(echo for echo, _ in alone)
    yield Figure("echo of a key at 40 lines a minute, p95, eight others", *echoes, "ms", "nobody else", "")
    question = f"Enter → durable and shown, p99, eight others ({lost} lost, {twice} twice of {len(sent)})"
    entered = tuple(enter for _, enter in together)
    yield Figure(question, entered, bare, "ms", "fsync of 4 KB, p99", "≤ 50 ms or ≤ 5 ×")


def _typed(terminal: Terminal, name: str, sent: list[str]) -> tuple[float, float]:
    """Type lines key by key at a fast pace; give the percentiles of echo and Enter in milliseconds."""
    echoes, enters = [], []
    for number in range(LINES):
        begun = time.monotonic()
        line = f"{name} {number:02d} said."
        sent.append(line)
        terminal.send("els: ")
        for place, key in enumerate(line, 1):
            echoes.append(_until(terminal, key, f"els: {line[:place]}"))
        enters.append(
            _until(
                terminal,
                "\r",
                lambda screen, line=line: f" {line}" in screen and f"els: {line}" not in screen,
            )
        )
        terminal.settle(0.02, max(0.02, begun + PACE - time.monotonic()))
        time.sleep(max(0.0, begun + PACE - time.monotonic()))
    return quantile(echoes, 0.95), quantile(enters, 0.99)


def _until(terminal: Terminal, key: str, shown: object) -> float:
    begun = time.perf_counter()
    terminal.send(key)
    terminal.wait_for(shown)  # type: ignore[arg-type] # a text or a predicate
    return 1000 * (terminal.arrived - begun)


def _other(path: Path, slug: str, one: int, over: threading.Event, sent: list[str]) -> None:
    """Record through a pipe until all is over, then let the program end."""
    command = [sys.executable, "-m", "roundtable", "--db", str(path), "record", "--session", slug]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True) as recorder:
        assert recorder.stdin
        number = 0
        while not over.wait(TWICE_A_SECOND):
            line = f"other {one} {number:04d} said."
            sent.append(line)
            recorder.stdin.write(f"an: {line}{os.linesep}")
            recorder.stdin.flush()
            number += 1
        recorder.stdin.close()


def _missed(path: Path, sent: list[str]) -> tuple[int, int]:
    journal = Journal.open(path)
    texts = Counter(said.text for said in journal.session(journal.sessions()[0].uid).contributions)
    journal.close()
    return sum(texts[line] == 0 for line in sent), sum(texts[line] > 1 for line in sent)
