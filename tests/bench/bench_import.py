"""Import of 5,500 contributions, beside sqlite-utils inserting the same rows."""

import json
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.bench.figures import Figure, interleaved, process_ms


def measure() -> Iterator[Figure]:
    """Measure on made-up contributions, whole processes."""
    with tempfile.TemporaryDirectory() as folder:
        session, rows = Path(folder, "session.json"), Path(folder, "rows.json")
        said = [
            {"at_seconds": number, "participant": "Els", "topic_index": 0, "text": f"point {number} " * 20}
            for number in range(5500)
        ]
        told = {"title": "Made", "language": "en", "topics": [{"title": "One", "minutes": 90}]}
        people = {"participants": [{"name": "Els", "sector": "Retail"}]}
        session.write_text(json.dumps({**told, **people, "contributions": said}), "utf-8")
        rows.write_text(json.dumps(said), "utf-8")
        count = iter(range(100))

        def ours() -> float:
            target = str(Path(folder, f"{next(count)}.db"))
            return process_ms(sys.executable, "-m", "roundtable", "--db", target, "import", str(session))

        def baseline() -> float:
            target = str(Path(folder, f"{next(count)}.db"))
            return process_ms(sys.executable, "-m", "sqlite_utils", "insert", target, "rows", str(rows))

        figures = interleaved(ours, baseline, 5)
    yield Figure("import of 5,500 contributions", *figures, "ms", "sqlite-utils insert", "≤ 3")
