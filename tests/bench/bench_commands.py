"""Whole processes of the plain command line, beside a bare Python."""

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.bench.figures import Figure, interleaved, process_ms
from tests.bench.made import database

PYTHON = (sys.executable, "-c", "pass")


def measure() -> Iterator[Figure]:
    """Measure --version, record of one line, status."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "bench.db")
        slug = database(path, 2000)
        start = (sys.executable, "-m", "roundtable", "--db", str(path))
        commands = {
            "--version": ((sys.executable, "-m", "roundtable", "--version"), "≤ 5"),
            "record of one line, 2,000 there": ((*start, "record", "--session", slug, "els: a line"), "≤ 10"),
            "status, 2,000 contributions": ((*start, "status", slug), "≤ 10"),
        }
        for question, (command, wanted) in commands.items():
            ours, baseline = interleaved(lambda c=command: process_ms(*c), lambda: process_ms(*PYTHON), 9)
            yield Figure(question, ours, baseline, "ms", "python -c pass", wanted)
