"""Weighing 10,000 statements, beside 10: a statement chosen, and a theme given, until the screen shows it."""

import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from tests.bench.figures import Figure, quantile
from tests.bench.made import database
from tests.terminal import Terminal, program

KEYS = 40  # statements chosen a round
ROUNDS = 3


def measure() -> Iterator[Figure]:
    """Measure the 95th percentile of choosing, and of starring, in turn on both terminals."""
    with tempfile.TemporaryDirectory() as folder:
        many, few = Path(folder, "many.db"), Path(folder, "few.db")
        slugs = {many: database(many, 10_000), few: database(few, 100)}
        with _synthesis(many, slugs[many]) as crowded, _synthesis(few, slugs[few]) as calm:
            chosen = [(_choosing(crowded), _choosing(calm)) for _ in range(ROUNDS)]
            starred = [(_starring(crowded), _starring(calm)) for _ in range(ROUNDS)]
    yield _figure("a statement chosen, p95, 10,000 there", chosen)
    yield _figure("a statement starred, safe and shown, p95, 10,000 there", starred)


def _figure(question: str, rounds: list[tuple[float, float]]) -> Figure:
    ours, baseline = (tuple(values) for values in zip(*rounds, strict=True))
    return Figure(question, ours, baseline, "ms", "the same with 100 there", "≤ 1.2")


def _synthesis(path: Path, slug: str) -> Terminal:
    terminal = Terminal(program("--db", str(path), "synthesis", slug), columns=120, lines=40)
    terminal.wait_for("STATEMENTS")
    terminal.settle()
    return terminal


def _choosing(terminal: Terminal) -> float:
    taken = []
    terminal.send("\x1b[Hj")  # to the first statement, below its heading
    terminal.settle()
    for count in range(1, KEYS + 1):
        begun = time.perf_counter()
        terminal.send(" ")  # Space chooses
        shown = f"{count} chosen"
        terminal.wait_for(shown)
        taken.append(1000 * (terminal.arrived - begun))
        terminal.send("j")
        terminal.settle(0.02)
    terminal.send("\x1b")
    terminal.settle()
    return quantile(taken, 0.95)


def _starring(terminal: Terminal) -> float:
    """Star the statement under the cursor and take the star away, again and again."""
    taken = []
    for turn in range(KEYS):
        told = "Starred: " if turn % 2 == 0 else "Star taken away: "
        begun = time.perf_counter()
        terminal.send("*")
        terminal.wait_for(told)
        taken.append(1000 * (terminal.arrived - begun))
        terminal.settle(0.02)
    return quantile(taken, 0.95)
