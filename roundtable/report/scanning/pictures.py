"""Pictures, and whatever else is no text: what is written beside what is shown."""

import re
import struct
import zlib
from collections.abc import Iterator

from roundtable.report.scanning.pieces import MEGABYTE, Piece, Role

_PNG = b"\x89PNG\r\n\x1a\n"
_PIXELS = frozenset({b"IDAT", b"PLTE", b"IHDR", b"fdAT", b"tRNS"})
_JPEG, _END, _MARKER, _SCAN, _APP0 = b"\xff\xd8", b"\xff\xd9", 0xFF, 0xDA, 0xE0
_ALONE = frozenset({0x01, *range(0xD0, 0xDA)})  # markers that no size follows
_ZLIB = 0x78  # how packed data begin
_BYTES = re.compile(rb"[\t\x20-\x7e\x80-\xff]{4,}")
# Of Latin letters and the punctuation of print, two bytes a sign.
_WIDE = re.compile(
    rb"(?:[\t\x20-\x7e\xa0-\xff]\0|[\0-\xff]\x01|[\0-\x4f]\x02|[\x10-\x3a]\x20){3,}", re.DOTALL
)
_WIDE_BACKWARDS = re.compile(
    rb"(?:\0[\t\x20-\x7e\xa0-\xff]|\x01[\0-\xff]|\x02[\0-\x4f]|\x20[\x10-\x3a]){3,}", re.DOTALL
)
_MOST = 20 * MEGABYTE  # of what is packed in one picture


def picture_pieces(content: bytes) -> Iterator[Piece]:
    """Read what is written in a picture; of PNG and JPEG without the points that are shown."""
    if content.startswith(_PNG):
        parts = _chunks(content)
    elif content.startswith(_JPEG):
        parts = _segments(content)
    else:
        parts = iter([("", content)])
    for name, part in parts:
        yield from letter_pieces(part, name)


def letter_pieces(content: bytes, where: str = "") -> Iterator[Piece]:
    """Give what may be letters in bytes, read in each of the ways in which programs write them: a run a line."""
    runs = b"\n".join(_BYTES.findall(content))
    readings = {runs.decode("utf-8", "ignore"): None, runs.decode("cp1252", "replace"): None}
    if b"\0" in content:
        readings["\n".join(run.decode("utf-16-le") for run in _WIDE.findall(content))] = None
        readings["\n".join(run.decode("utf-16-be") for run in _WIDE_BACKWARDS.findall(content))] = None
    yield from (Piece(reading, where, Role.RAW) for reading in readings if reading)


def _chunks(content: bytes) -> Iterator[tuple[str, bytes]]:
    """Give the parts of a PNG in which something may be written, what is packed in them unpacked."""
    place = len(_PNG)
    while place + 8 <= len(content):
        size, kind = struct.unpack_from(">I4s", content, place)
        chunk = content[place + 8 : place + 8 + size]
        if kind not in _PIXELS:
            yield kind.decode("latin-1"), chunk + b"\0" + _inflated(chunk)
        place += size + 12
        if kind == b"IEND":
            break
    yield "", content[place:]


def _inflated(chunk: bytes) -> bytes:
    """Give what is packed somewhere in a chunk, behind its keyword."""
    for start in range(min(len(chunk), 200)):
        if chunk[start] == _ZLIB:
            try:
                return zlib.decompressobj().decompress(chunk[start:], _MOST)
            except zlib.error:
                continue
    return b""


def _segments(content: bytes) -> Iterator[tuple[str, bytes]]:
    """Give the parts of a JPEG before its points, and what stands behind its end."""
    place = len(_JPEG)
    while place + 4 <= len(content) and content[place] == _MARKER:
        kind = content[place + 1]
        if kind in _ALONE or kind == _MARKER:
            place += 1 if kind == _MARKER else 2
            continue
        if kind == _SCAN:
            break
        size = int.from_bytes(content[place + 2 : place + 4], "big")
        yield (
            f"APP{kind - _APP0}" if _APP0 <= kind < _APP0 + 16 else "",
            content[place + 4 : place + 2 + size],
        )
        place += 2 + size
    end = content.rfind(_END)
    yield "", content[end + 2 :] if end >= place else content[place:]
