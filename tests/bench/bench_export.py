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
SENTENCE = (
    "Wie afspreekt wat er vrijdag klaar is, hoeft niet te weten wie er dinsdag achter zijn scherm zat. "
)
EVENING = SHARED / "sessions" / "nl-tk-2018-zorg.json"


def measure() -> Iterator[Figure]:
    """Measure DOCX and Markdown; nothing where there is no pandoc, no real evening where none is shared."""
    if not shutil.which("pandoc"):
        return
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if EVENING.is_file():
            real = folder / "real.db"
            _written(real)
            yield _beside_pandoc("DOCX of a real evening, prose written", real, "docx", "≤ 1")
            yield _beside_pandoc("Markdown of the same", real, "md", "≤ 0.7")
        large = folder / "large.db"
        database(large, 10_000)
        yield _beside_pandoc("DOCX of 10,000 contributions", large, "docx", "≤ 0.25", rounds=3)
        small = folder / "small.db"
        database(small, 1000)
        yield _growth(large, small)


def _written(db: Path) -> None:
    """Import a real evening, and write prose for its parts and a takeaway, as there is when a paper goes out."""
    run = (sys.executable, "-m", "roundtable", "--db", str(db))
    process_ms(*run, "import", str(EVENING))
    prose = db.with_suffix(".txt")
    prose.write_text("\n\n".join([SENTENCE * 6] * 5), "utf-8")
    for part in ("introduction", "1", "2", "3", "4", "conclusion"):
        process_ms(*run, "prose", "set", part, str(prose))
    process_ms(*run, "takeaway", "add", SENTENCE, "--from", "1")


def _beside_pandoc(question: str, db: Path, form: str, wanted: str, rounds: int = 5) -> Figure:
    _export(db, "md")
    paper, word = db.with_suffix(".md"), db.with_suffix(".pandoc.docx")
    figures = interleaved(
        lambda: _export(db, form), lambda: process_ms("pandoc", str(paper), "-o", str(word)), rounds
    )
    return Figure(f"{question}, with all statements", *figures, "ms", "pandoc PAPER.md -o PAPER.docx", wanted)


def _growth(large: Path, small: Path) -> Figure:
    figures = interleaved(lambda: _export(large, "docx"), lambda: _export(small, "docx"), 3)
    question = "DOCX of 10,000 contributions beside one of 1,000"
    return Figure(question, *figures, "ms", "the same of 1,000", "≤ 11")


def _export(db: Path, kind: str) -> float:
    """Give the milliseconds that an export takes; what was written before is put out of the way."""
    paper = db.with_suffix(f".{kind}")
    paper.unlink(missing_ok=True)
    words = ("export", "--appendix", "--format", kind, "--output", str(paper))
    return process_ms(sys.executable, "-m", "roundtable", "--db", str(db), *words)
