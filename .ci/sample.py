"""Write the sample paper that stands in exports/sample, from the sample evening in Dutch: python .ci/sample.py."""

import tempfile
from datetime import UTC, datetime
from pathlib import Path

from roundtable import i18n
from roundtable.services.publishing import Wanted, export
from roundtable.services.samples import demo_session
from roundtable.storage.journal import Journal

NOW = datetime(2026, 11, 23, 18, 42, tzinfo=UTC)  # always the same evening, and so the same bytes
STEM = Path("exports", "sample", "telewerk-draft")


def main() -> None:
    """Write both formats over what is there."""
    i18n.use("nl")
    for old in STEM.parent.glob(f"{STEM.name}.*"):
        old.unlink()
    with tempfile.TemporaryDirectory() as folder:
        journal = Journal.open(Path(folder, "sample.db"), now=lambda: NOW)
        done = export(journal, demo_session(journal, "nl", finished=True), Wanted(output=STEM))
        journal.close()
    print(*(file.path for file in done.files), sep="\n")


if __name__ == "__main__":
    main()
