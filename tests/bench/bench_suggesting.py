"""A key's echo in the live table while suggestions for 10,000 statements are worked out again and again."""

import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from tests.bench.bench_suggest import made_up
from tests.bench.bench_typing import echo
from tests.bench.figures import Figure
from tests.bench.made import database
from tests.terminal import Terminal

COUNT = 10_000
ROUNDS = 5
# The live table itself, with a task that asks as long as the file `on` is there, and keeps count in another.
TABLE = """
import asyncio, sys
from contextlib import closing
from pathlib import Path
from roundtable.services.sessions import find_session
from roundtable.services.suggesting import groups_apart, suggest_apart
from roundtable.storage.journal import Journal
from roundtable.ui.app import RoundtableApp
from roundtable.ui.screens.live import LiveScreen

path, slug, on, count, wanted = sys.argv[1:]
asked = suggest_apart if wanted == "suggest" else groups_apart

async def again(app):
    while True:
        await asyncio.sleep(0.05)
        table = next((one for one in app.screen_stack if isinstance(one, LiveScreen)), None)
        if table and Path(on).exists():
            await asked(table.held, table.held.contributions[0].topic)
            with Path(count).open("a") as file:
                file.write(".")

async def main():
    with closing(Journal.open(Path(path))) as journal:
        uid = find_session(journal, slug)
    app = RoundtableApp(Path(path), session=uid, writing=True)
    asking = asyncio.create_task(again(app))
    await app.run_async()

asyncio.run(main())
"""


def measure() -> Iterator[Figure]:
    """Measure the 95th percentile of the echo with and without, in turn on one terminal."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "many.db")
        slug = database(path, COUNT, [one.text for one in made_up(COUNT)])
        for wanted in ("suggest", "groups"):
            yield _beside_typing(path, slug, wanted)


def _beside_typing(path: Path, slug: str, wanted: str) -> Figure:
    on, count = path.with_name("on"), path.with_name(f"count-{wanted}")
    command = [sys.executable, "-c", TABLE, str(path), slug, str(on), str(count), wanted]
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
    question = f"echo of a key, p95, while {wanted} runs on {COUNT:,} again and again ({times} times)"
    ours, baseline = zip(*rounds, strict=True)
    return Figure(question, ours, baseline, "ms", "without", "≤ 1.3")


def wait_for_one_more(count: Path, seconds: float = 60) -> None:
    """Wait until one more was worked out."""
    before = len(count.read_text()) if count.exists() else 0
    ends = time.monotonic() + seconds
    while not count.exists() or len(count.read_text()) == before:
        assert time.monotonic() < ends, "nothing was worked out"
        time.sleep(0.05)
