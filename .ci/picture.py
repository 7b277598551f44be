"""Draw the README's pictures of the live table and the synthesis from the running program: python .ci/picture.py."""

import asyncio
import re
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from roundtable import i18n
from roundtable.config import Settings
from roundtable.services.samples import demo_session
from roundtable.storage.journal import Journal
from roundtable.ui.app import RoundtableApp
from roundtable.ui.widgets.capture_line import CaptureLine

NOW = datetime(2026, 11, 23, 18, 42, tzinfo=UTC)
TYPED = "priya: - first meet, then trust; the rest at a distance #onboarding"
DARK = Settings(theme="dark")
SETTLED = 4.0  # seconds until all of a screen is there, what is counted when it is quiet too


async def live_table(path: Path, uid: str) -> str:
    """Open the sample evening, type a line, and give the screen as SVG."""
    app = RoundtableApp(path, session=uid, writing=True, now=lambda: NOW, settings=DARK)
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.pause(0.5)
        app.screen.query_one(CaptureLine).restore(TYPED)
        await pilot.pause(0.5)
        return app.export_screenshot(title="roundtable")


async def synthesis(path: Path, uid: str) -> str:
    """Open the synthesis of the sample evening at a chapter in draft, choose two statements, and give it as SVG."""
    app = RoundtableApp(path, session=uid, synthesis=True, now=lambda: NOW, settings=DARK)
    async with app.run_test(size=(150, 42)) as pilot:
        await pilot.pause(0.5)
        await pilot.press("comma", "space", "space")
        await pilot.pause(SETTLED)
        return app.export_screenshot(title="roundtable synthesis")


def main() -> None:
    """Write the pictures; fonts are the reader's own, so nothing is fetched to show them."""
    i18n.use("en")
    for name, draw in (("live-table", live_table), ("synthesis", synthesis)):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, "picture.db")
            journal = Journal.open(path, now=lambda: NOW)
            uid = demo_session(journal, "en")
            journal.close()
            drawn = asyncio.run(draw(path, uid))
        target = Path(__file__).with_name(f"{name}.svg")
        target.write_text(re.sub(r"@font-face\s*\{.*?\}", "", drawn, flags=re.DOTALL), "utf-8")


if __name__ == "__main__":
    main()
