"""Files that are a zip of parts: of Word, LibreOffice, Excel, PowerPoint."""

import io
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath

from roundtable.errors import FileBroken, FileLocked
from roundtable.i18n import _
from roundtable.report.scanning.kinds import pieces_of
from roundtable.report.scanning.marked import hidden_styles, marked_pieces
from roundtable.report.scanning.pieces import Piece, Role, Room, inside

_LOCKED = 0x1
_MARKED = frozenset(".xml .rels .vml .svg .rdf".split())
_STYLES = ("word/styles.xml", "styles.xml", "content.xml")
_MOST_PARTS = 20_000
# What reading a part raises, according to what is broken.
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, RuntimeError, ValueError)


def zipped_pieces(content: bytes, room: Room) -> Iterator[Piece]:
    """Read all parts, whatever they are, and what is packed in a part as well."""
    room.enter()
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
    except _BROKEN:
        raise FileBroken(file=room.file, part="ZIP") from None
    with archive:
        yield Piece(archive.comment.decode("utf-8", "replace"), _("the comment of the zip file"), Role.BEHIND)
        parts = archive.infolist()
        room.take(len(parts) // _MOST_PARTS * room.left)
        hidden = _hidden(archive, parts, room)
        for part in parts:
            remark = part.comment.decode("utf-8", "replace")
            yield Piece(f"{part.filename} {remark}", _("the names of parts"), Role.BEHIND)
            if not part.is_dir():
                yield from inside(part.filename, _pieces(archive, part, room, hidden))
    room.leave()


def _pieces(
    archive: zipfile.ZipFile, part: zipfile.ZipInfo, room: Room, hidden: frozenset[str]
) -> Iterator[Piece]:
    content = _unpacked(archive, part, room)
    if PurePosixPath(part.filename).suffix.lower() in _MARKED:
        return marked_pieces(content, room, part.filename, hidden)
    return pieces_of(content, part.filename, room)


def _hidden(archive: zipfile.ZipFile, parts: Sequence[zipfile.ZipInfo], room: Room) -> frozenset[str]:
    """Give the styles that hide what stands in them."""
    those = [part for part in parts if part.filename in _STYLES]
    found = [hidden_styles(_unpacked(archive, part, room), room, part.filename) for part in those]
    return frozenset().union(*found)


def _unpacked(archive: zipfile.ZipFile, part: zipfile.ZipInfo, room: Room) -> bytes:
    """Give the bytes of a part, and never more of them than there is room for."""
    if part.flag_bits & _LOCKED:
        raise FileLocked(file=room.file)
    try:
        with archive.open(part) as opened:
            content = opened.read(room.left + 1)
    except _BROKEN:
        raise FileBroken(file=room.file, part=part.filename) from None
    room.take(len(content))
    return content
