"""Reading a file as text, whatever program wrote it."""

import codecs
import re
from dataclasses import dataclass
from pathlib import Path

from roundtable.agendas.problems import Findings
from roundtable.errors import FileIsFolder, FileMissing, FileNotText, FileTooLarge, FileUnreadable
from roundtable.i18n import N_

_MEGABYTE = 1024 * 1024
_ODD_BREAKS = re.compile("[\x0b\x0c\x85\u2028\u2029]")
# How the files of word processors, spreadsheets, PDF, pictures and databases begin.
_OTHER_KINDS = (
    b"PK\x03\x04",
    b"\xd0\xcf\x11\xe0",
    b"%PDF",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"SQLite format 3",
    b"\x1f\x8b",
)


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file's text; `odd_line` is the first line that is not UTF-8, where Windows-1252 had to be assumed."""

    text: str
    encoding: str
    odd_line: int | None = None


def read_bytes(path: Path, megabytes: int) -> bytes:
    """Read a file whole.

    Raises FileMissing, FileIsFolder, FileUnreadable, FileTooLarge.
    """
    try:
        if path.is_dir():
            raise FileIsFolder(file=path)
        with path.open("rb") as opened:
            raw = opened.read(megabytes * _MEGABYTE + 1)
    except FileNotFoundError as error:
        raise FileMissing(file=path) from error
    except (OSError, ValueError) as error:  # ValueError: a path with a null character in it
        raise FileUnreadable(file=path, reason=getattr(error, "strerror", None) or error) from error
    if len(raw) > megabytes * _MEGABYTE:
        raise FileTooLarge(file=path, megabytes=megabytes)
    return raw


def decode(raw: bytes, path: Path) -> Decoded:
    """Turn bytes into text: UTF-8 and UTF-16 with or without a mark, otherwise Windows-1252.

    Raises FileNotText.
    """
    if raw.startswith(_OTHER_KINDS):
        raise FileNotText(file=path)
    if encoding := _sixteen_bits(raw):
        return Decoded(raw.decode(encoding, errors="replace").removeprefix("\ufeff"), "utf-16")
    if raw.count(0) > 1 + len(raw) // 100:
        raise FileNotText(file=path)
    try:
        return Decoded(raw.decode("utf-8-sig"), "utf-8")
    except UnicodeDecodeError as error:
        line = len(lines_of(raw[: error.start].decode("latin-1")))
        return Decoded(raw.decode("cp1252", errors="replace"), "windows-1252", line)


def _sixteen_bits(raw: bytes) -> str:
    if raw.startswith(codecs.BOM_UTF16_LE):
        return "utf-16-le"
    if raw.startswith(codecs.BOM_UTF16_BE):
        return "utf-16-be"
    start = raw[:400]
    low, high = start[::2].count(0), start[1::2].count(0)
    if max(low, high) * 4 < len(start):  # fewer than every second character is from the first 256
        return ""
    return "utf-16-le" if high > low else "utf-16-be"


def lines_of(text: str) -> list[str]:
    """Split a text where an editor begins a new line: other separators do not count, and become spaces."""
    return _ODD_BREAKS.sub(" ", text).replace("\r\n", "\n").replace("\r", "\n").split("\n")


def report_encoding(decoded: Decoded, findings: Findings) -> None:
    """Report a file that had to be read as Windows-1252."""
    if decoded.odd_line is not None:
        findings.warning(
            decoded.odd_line,
            N_("This line is not UTF-8; the file was read as Windows-1252."),
            N_("Look whether letters with accents are right, and save the file as UTF-8."),
        )
