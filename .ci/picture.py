"""Draw the README's picture of the live table from the running program: python .ci/picture.py [FILE]."""

import asyncio
import re
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from roundtable import i18n
from roundtable.services.samples import demo_session
from roundtable.storage.journal import Journal
from roundtable.ui.app import RoundtableApp
from roundtable.ui.widgets.capture_line import CaptureLine

NOW = datetime(2026, 11, 23, 18, 42, tzinfo=UTC)
TYPED = "priya: - first meet, then trust; the rest at a distance #onboarding"


async def picture(path: Path) -> str:
    """Open the sample evening, type a line, and give the screen as SVG."""
    journal = Journal.open(path, now=lambda: NOW)
    uid = demo_session(journal, "en")
    journal.close()
    app = RoundtableApp(path, session=uid, writing=True, now=lambda: NOW)
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.pause(0.5)
        app.screen.query_one(CaptureLine).restore(TYPED)
        await pilot.pause(0.5)
        return app.export_screenshot(title="roundtable")


def main() -> None:
    """Write the picture; fonts are the reader's own, so nothing is fetched to show it."""
    i18n.use("en")
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).with_name("live-table.svg")
    with tempfile.TemporaryDirectory() as folder:
        drawn = asyncio.run(picture(Path(folder, "picture.db")))
    target.write_text(re.sub(r"@font-face\s*\{.*?\}", "", drawn, flags=re.DOTALL), "utf-8")


if __name__ == "__main__":
    main()
