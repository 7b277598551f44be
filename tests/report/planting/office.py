"""Files that LibreOffice saved, and what is left in them of what was planted."""

import re
import subprocess
from html import unescape
from pathlib import Path
from urllib.parse import unquote

from tests.report.planting.bearers import letters
from tests.report.planting.places import Planted
from tests.report.planting.word import opened


def saved(program: str, content: bytes, folder: Path, ending: str) -> bytes:
    """Let LibreOffice open a DOCX and save it."""
    (folder / "planted.docx").write_bytes(content)
    profile = f"-env:UserInstallation=file://{folder}/profile"
    words = [
        program,
        profile,
        "--headless",
        "--convert-to",
        ending,
        "--outdir",
        f"{folder}/saved",
        "planted.docx",
    ]
    subprocess.run(words, cwd=folder, check=True, capture_output=True)
    return (folder / "saved" / f"planted.{ending}").read_bytes()


def left(planted: Planted, content: bytes) -> Planted:
    """Give what is still in a file that a word processor saved, wherever its letters stand in a row."""
    texts = {
        letters(reading)
        for part in opened(content).values()
        for encoding in ("utf-8", "cp1252", "utf-16-le")
        for reading in _readings(part.decode(encoding, "ignore"))
    }
    plants = [(place, term) for place, term in planted.plants if any(letters(term) in text for text in texts)]
    return Planted(content, tuple(plants))


def _readings(text: str) -> tuple[str, str]:
    written = unquote(unescape(text))
    return written, re.sub(r"<[^>]*>", "", written)
