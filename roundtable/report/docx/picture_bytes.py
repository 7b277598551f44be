"""Pictures without what a camera or a program wrote into them: where, when, by whom, with what."""

from collections.abc import Iterator

_PNG = b"\x89PNG\r\n\x1a\n"
_PNG_CHUNK = 12  # length, kind and checksum around what a chunk holds
# What draws a picture and how: the rest of a PNG is text, time, EXIF, or a program's own.
_PNG_KEPT = frozenset(
    (
        b"IHDR",
        b"PLTE",
        b"IDAT",
        b"IEND",
        b"tRNS",
        b"gAMA",
        b"cHRM",
        b"sRGB",
        b"iCCP",
        b"sBIT",
        b"bKGD",
        b"pHYs",
    )
)
_JPEG = b"\xff\xd8"
_MARK, _SCAN, _ASIDE, _END = 0xFF, 0xDA, 0xFE, 0xD9
_INSIDE = (0x00, 0xFF, *range(0xD0, 0xD8))
# JFIF (the resolution), colour profiles and Adobe's colour transform are needed; other APP segments tell tales.
_APPS = range(0xE0, 0xF0)
_APPS_KEPT = (b"JFIF\0", b"ICC_PROFILE\0", b"Adobe")
_GIF = (b"GIF87a", b"GIF89a")


def without_traces(content: bytes) -> bytes:
    """Give a PNG, JPEG or GIF with nothing in it but the picture; any other file, and a broken one, as it is."""
    try:
        if content.startswith(_PNG):
            return b"".join(_png(content))
        if content.startswith(_JPEG):
            return b"".join(_jpeg(content))
        if content.startswith(_GIF):
            return b"".join(_gif(content))
    except (IndexError, ValueError):  # cut off in the middle
        return content
    return content


def _png(content: bytes) -> Iterator[bytes]:
    yield _PNG
    at = len(_PNG)
    while at + _PNG_CHUNK <= len(content):
        end = at + _PNG_CHUNK + int.from_bytes(content[at : at + 4], "big")
        kind = content[at + 4 : at + 8]
        if kind in _PNG_KEPT:
            yield content[at:end]
        if kind == b"IEND":
            return
        at = end


def _jpeg(content: bytes) -> Iterator[bytes]:
    yield _JPEG
    at = len(_JPEG)
    while content[at + 1] != _END:
        kind, end = content[at + 1], at + 2 + int.from_bytes(content[at + 2 : at + 4], "big")
        if kind == _SCAN:
            end = _scan_end(content, end)
        kept = kind not in _APPS or content[at + 4 : end].startswith(_APPS_KEPT)
        if kept and kind != _ASIDE:
            yield content[at:end]
        at = end
    yield content[at : at + 2]  # what stands behind the picture goes as well


def _scan_end(content: bytes, at: int) -> int:
    """Give where the next segment begins: in what was scanned, a mark is followed by zero or counts restarts."""
    while content[at] != _MARK or content[at + 1] in _INSIDE:
        at = content.index(_MARK, at + 1)
    return at


def _gif(content: bytes) -> Iterator[bytes]:
    at = 13 + _table(content[10])
    yield content[:at]
    while content[at] != 0x3B:  # noqa: PLR2004 — the trailer
        start = at
        if content[at] == 0x21:  # noqa: PLR2004 — an extension: its label, and blocks
            label, at = content[at + 1], _blocks_end(content, at + 2)
            looping = label == 0xFF and content[start + 3 : start + 14] == b"NETSCAPE2.0"  # noqa: PLR2004 — by a program
            if label == 0xF9 or looping:  # noqa: PLR2004 — how a picture is drawn
                yield content[start:at]
        else:
            at = _blocks_end(content, at + 11 + _table(content[at + 9]))
            yield content[start:at]
    yield b";"


def _table(flags: int) -> int:
    """Give the bytes of a colour table, if there is one."""
    return 3 << ((flags & 7) + 1) if flags & 0x80 else 0


def _blocks_end(content: bytes, at: int) -> int:
    while content[at]:
        at += 1 + content[at]
    return at + 1
