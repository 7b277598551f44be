"""A key's echo while typing with 10,000 contributions on screen, beside the same with 10."""

import random
import string
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from tests.bench.figures import Figure, quantile
from tests.bench.made import database
from tests.terminal import Terminal, program

KEYS = 60  # keys a round
ROUNDS = 5


def measure() -> Iterator[Figure]:
    """Measure the 95th percentile of the echo, in turn on both terminals."""
    with tempfile.TemporaryDirectory() as folder:
        many, few = Path(folder, "many.db"), Path(folder, "few.db")
        slugs = {many: database(many, 10_000), few: database(few, 10)}
        with _table(many, slugs[many]) as crowded, _table(few, slugs[few]) as calm:
            rounds = [(echo(crowded), echo(calm)) for _ in range(ROUNDS)]
    ours = tuple(one for one, _ in rounds)
    baseline = tuple(other for _, other in rounds)
    yield Figure("echo of a key, p95, 10,000 there", ours, baseline, "ms", "the same with 10 there", "≤ 1.2")


def _table(path: Path, slug: str) -> Terminal:
    command = program("--db", str(path), "note", slug)
    terminal = Terminal(command, columns=120, lines=40)
    terminal.wait_for("WRITING")
    terminal.settle()
    return terminal


def echo(terminal: Terminal) -> float:
    """Type letters and give the 95th percentile (ms) until each stands on the screen; then take them back."""
    taken = []
    # A sequence that was there already would be found on the screen before it was typed.
    typed = "qxzjqvwk"
    terminal.send(typed)
    terminal.wait_for(typed)
    for key in random.choices(string.ascii_lowercase, k=KEYS):  # noqa: S311 — no secret
        typed = (typed + key)[-20:]
        begun = time.perf_counter()
        terminal.send(key)
        terminal.wait_for(typed)
        taken.append(1000 * (terminal.arrived - begun))
        terminal.settle(0.02)
    terminal.send(b"\x7f" * (KEYS + 8))
    terminal.settle()
    return quantile(taken, 0.95)
