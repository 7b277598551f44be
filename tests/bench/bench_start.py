"""From the command to the first complete frame of the live table, beside an empty Textual app."""

import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from tests.bench.figures import Figure, interleaved
from tests.bench.made import database
from tests.terminal import Terminal, program

EMPTY = """
from textual.app import App
from textual.widgets import Static
class Empty(App):
    def compose(self):
        yield Static("EMPTY READY")
Empty().run()
"""


def measure() -> Iterator[Figure]:
    """Measure `note` on a session with 2,000 contributions."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "bench.db")
        slug = database(path, 2000)
        table = program("--db", str(path), "note", slug)
        empty = [sys.executable, "-c", EMPTY]
        ours, baseline = interleaved(
            lambda: _first_frame(table, "Point 1999"), lambda: _first_frame(empty, "EMPTY READY")
        )
    yield Figure("start of note, 2,000 there", ours, baseline, "ms", "an empty Textual app", "≤ 1.3")


def _first_frame(command: list[str], shown: str) -> float:
    with Terminal(command, columns=120, lines=40) as terminal:
        begun = time.perf_counter()
        terminal.wait_for(shown)
        return 1000 * (terminal.arrived - begun)
