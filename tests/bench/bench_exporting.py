"""A key's echo in the live table while the paper of 10,000 contributions is written beside it, again and again."""

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.bench.bench_suggesting import wait_for_one_more
from tests.bench.bench_typing import echo
from tests.bench.figures import Figure
from tests.bench.made import database
from tests.terminal import Terminal

COUNT = 10_000
ROUNDS = 5
# The live table itself, with a task that exports as the screen does while the file `on` is there, and keeps count.
TABLE = """
import asyncio, os, sys
from contextlib import closing
from pathlib import Path
from roundtable.services.sessions import find_session
from roundtable.storage.journal import Journal
from roundtable.ui import exporting
from roundtable.ui.app import RoundtableApp
from roundtable.ui.screens.live import LiveScreen

path, slug, on, count = sys.argv[1:]
os.chdir(Path(path).parent)

async def again(app):
    while True:
        await asyncio.sleep(0.05)
        table = next((one for one in app.screen_stack if isinstance(one, LiveScreen)), None)
        if table and Path(on).exists():
            run = exporting.begin(app, Path(path), table.held.uid, slug, ["--appendix"])
            run.watched = True
            while not run.ended:
                await asyncio.sleep(0.05)
            assert run.outcome and not run.outcome.code, run.told()
            with Path(count).open("a") as file:
                file.write(".")

async def main():
    with closing(Journal.open(Path(path))) as journal:
        uid = find_session(journal, slug)
    app = RoundtableApp(Path(path), session=uid, writing=True)
    exporting_ = asyncio.create_task(again(app))
    await app.run_async()

asyncio.run(main())
"""


def measure() -> Iterator[Figure]:
    """Measure the 95th percentile of the echo with and without, in turn on one terminal."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "many.db")
        on, count = path.with_name("on"), path.with_name("count")
        command = [sys.executable, "-c", TABLE, str(path), database(path, COUNT), str(on), str(count)]
        rounds = []
        with Terminal(command, columns=120, lines=40) as terminal:
            terminal.wait_for("WRITING")
            terminal.settle()
            for _ in range(ROUNDS):
                without = echo(terminal)
                on.touch()
                wait_for_one_more(count)
                while_it_runs = echo(terminal)
                on.unlink()
                wait_for_one_more(count)
                rounds.append((while_it_runs, without))
        times = len(count.read_text())
    ours, baseline = zip(*rounds, strict=True)
    question = f"echo of a key, p95, while the paper of {COUNT:,} is written again and again ({times} times)"
    yield Figure(question, ours, baseline, "ms", "without", "≤ 1.3")
