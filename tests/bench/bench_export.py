"""The paper of a real evening and of ten thousand contributions, whole processes, beside pandoc on our own Markdown."""

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.bench.figures import Figure, interleaved, process_ms
from tests.bench.made import database

SHARED = Path(os.environ.get("ROUNDTABLE_SHARED", Path(__file__).parents[3] / "shared"))
EVENING = SHARED / "sessions" / "nl-tk-2018-zorg.json"


def measure() -> Iterator[Figure]:
    """Measure DOCX and Markdown; nothing where there is no pandoc, no real evening where none is shared."""
    if not shutil.which("pandoc"):
        return
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if EVENING.is_file():
            real = folder / "real.db"
            process_ms(sys.executable, "-m", "roundtable", "--db", str(real), "import", str(EVENING))
            yield _beside_pandoc("DOCX of a real evening", real, "docx", "≤ 1")
            yield _beside_pandoc("Markdown of a real evening", real, "md", "≤ 0.7")
        large = folder / "large.db"
        database(large, 10_000)
        yield _beside_pandoc("DOCX of 10,000 contributions", large, "docx", "≤ 0.25", rounds=3)


def _beside_pandoc(question: str, db: Path, form: str, wanted: str, rounds: int = 5) -> Figure:
    def export(kind: str) -> float:
        words = ("export", "--appendix", "--format", kind, "--output", str(db.with_suffix(f".{kind}")))
        return process_ms(sys.executable, "-m", "roundtable", "--db", str(db), *words)

    export("md")
    paper, word = db.with_suffix(".md"), db.with_suffix(".pandoc.docx")
    figures = interleaved(
        lambda: export(form), lambda: process_ms("pandoc", str(paper), "-o", str(word)), rounds
    )
    return Figure(f"{question}, with all statements", *figures, "ms", "pandoc PAPER.md -o PAPER.docx", wanted)
