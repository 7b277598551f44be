"""Looking for what was erased, byte by byte, in every file of a folder."""

import zipfile
from collections.abc import Iterator
from pathlib import Path

_CODES = ("utf-8", "cp1252", "utf-16-le", "utf-16-be")


def leftovers(folder: Path, *texts: str) -> list[str]:
    """Give where any of these texts stands, in whatever case and code, as `file: text`; zipped parts are unzipped."""
    return [
        f"{name}: {text}"
        for name, content in _contents(folder)
        for text in texts
        if any(_coded(text, code) in _lowered(content, code) for code in _CODES)
    ]


def _contents(folder: Path) -> Iterator[tuple[str, bytes]]:
    for path in sorted(folder.rglob("*")):
        if not path.is_file():
            continue
        yield path.name, path.read_bytes()
        if zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as parts:
                for name in parts.namelist():
                    yield f"{path.name}/{name}", parts.read(name)


def _coded(text: str, code: str) -> bytes:
    return text.lower().encode(code)


def _lowered(content: bytes, code: str) -> bytes:
    # Each at both places where a pair of bytes may begin.
    if code.startswith("utf-16"):
        return b"".join(
            content[start:].decode(code, "ignore").lower().encode(code, "ignore") for start in (0, 1)
        )
    return content.decode(code, "replace").lower().encode(code, "replace")
