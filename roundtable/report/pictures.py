"""Pictures without what they know besides: no camera, place, author, comment or preview travels with a paper."""

import re
from base64 import b64encode
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from roundtable.errors import LogoNotReadable

_PNG, _JPEG, _GIF = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", (b"GIF87a", b"GIF89a")
# What shows the picture, the profile of a house's own colours included; texts, times and EXIF are left out.
_SHOWN = frozenset(b"IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP sBIT bKGD pHYs acTL fcTL fdAT".split())
_APPLICATIONS, _REMARK = range(0xE0, 0xF0), 0xFE  # of a JPEG
_APPLICATIONS_SHOWN = (b"JFIF\0", b"ICC_PROFILE\0", b"Adobe")
_SCAN, _END = 0xDA, 0xD9
_AFTER_SCAN = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]", re.DOTALL)
_EXTENSION, _IMAGE, _TRAILER = b"!", b",", b";"  # of a GIF
_CONTROL, _APPLICATION = 0xF9, 0xFF
_REPEATS = b"NETSCAPE2.0"


@dataclass(frozen=True, slots=True)
class BarePicture:
    """A picture and nothing else; `kind` is png, jpeg or gif."""

    kind: str
    content: bytes

    @property
    def address(self) -> str:
        """The picture as an address that holds it."""
        return f"data:image/{self.kind};base64,{b64encode(self.content).decode()}"


def read_bare(path: Path) -> BarePicture:
    """Read a picture without what it knows besides; raise LogoNotReadable for what is no PNG, JPEG or GIF."""
    try:
        return bared(path.read_bytes())
    except (OSError, ValueError, IndexError) as error:
        raise LogoNotReadable(path=path) from error


def without_traces(content: bytes) -> bytes:
    """Give a picture and nothing else; what is none, or is broken, as it is."""
    try:
        return bared(content).content
    except (ValueError, IndexError):
        return content


def bared(content: bytes) -> BarePicture:
    """Leave out of a picture what does not show. Raises ValueError or IndexError for what is none."""
    if content.startswith(_PNG):
        return BarePicture("png", _PNG + b"".join(_png(content, len(_PNG))))
    if content.startswith(_JPEG):
        return BarePicture("jpeg", b"\xff\xd8" + b"".join(_jpeg(content, 2)) + b"\xff\xd9")
    if content.startswith(_GIF):
        return BarePicture("gif", b"".join(_gif(content)))
    raise ValueError


def _png(content: bytes, at: int) -> Iterator[bytes]:
    kind = b""
    while kind != b"IEND":
        kind = content[at + 4 : at + 8]
        end = at + 12 + int.from_bytes(content[at : at + 4])
        if end > len(content):
            raise ValueError
        if kind in _SHOWN:
            yield content[at:end]
        at = end


def _jpeg(content: bytes, at: int) -> Iterator[bytes]:
    while content[at + 1] != _END:
        if content[at] != 0xFF:  # noqa: PLR2004 — every mark of a JPEG begins so
            raise ValueError
        mark = content[at + 1]
        end = at + 2 + int.from_bytes(content[at + 2 : at + 4])
        if mark == _SCAN:
            found = _AFTER_SCAN.search(content, end)
            end = found.start() if found else len(content)
        shown = mark not in _APPLICATIONS or content[at + 4 : end].startswith(_APPLICATIONS_SHOWN)
        if shown and mark != _REMARK:
            yield content[at:end]
        at = end


def _gif(content: bytes) -> Iterator[bytes]:
    at = 13 + _colours(content[10])
    yield content[:at]
    while (kind := content[at : at + 1]) != _TRAILER:
        if kind == _EXTENSION:
            end = _blocks_end(content, at + 2)
            repeats = content[at + 1] == _APPLICATION and content[at + 3 : at + 14] == _REPEATS
            if content[at + 1] == _CONTROL or repeats:
                yield content[at:end]
        elif kind == _IMAGE:
            end = _blocks_end(content, at + 11 + _colours(content[at + 9]))
            yield content[at:end]
        else:
            raise ValueError
        at = end
    yield _TRAILER


def _colours(packed: int) -> int:
    """Give how many bytes a table of colours takes, if there is one."""
    return 3 * 2 ** ((packed & 0b111) + 1) if packed & 0x80 else 0


def _blocks_end(content: bytes, at: int) -> int:
    while content[at]:
        at += 1 + content[at]
    return at + 1
