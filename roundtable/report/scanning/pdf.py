"""PDF: text by page, properties, remarks, alternative texts, bookmarks, forms, and files that are in it."""

import io
import logging
import re
import struct
import zlib
from collections.abc import Generator, Iterator
from contextlib import contextmanager, suppress

from pypdf import PdfReader
from pypdf.errors import DependencyError, FileNotDecryptedError, PyPdfError
from pypdf.generic import (
    ArrayObject,
    ByteStringObject,
    DictionaryObject,
    IndirectObject,
    PdfObject,
    StreamObject,
    TextStringObject,
)

from roundtable.errors import FileBroken, FileLocked
from roundtable.i18n import _
from roundtable.report.scanning.kinds import pieces_of
from roundtable.report.scanning.pieces import Piece, Role, Room, inside, one_line

_HYPHEN = re.compile(r"[-\u00ad\u2010]\s*\n\s*")
_END = re.compile(rb"%%EOF\s*")
_MOST_STATES = 3
_LETTER = re.compile(r"[^\W\d_]")
_NO_REMARKS = frozenset({"/Link", "/Widget", "/Popup", "/FileAttachment"})
# What programs write for themselves: identifiers, fonts, their own names, which are names of firms as well.
_OF_PROGRAMS = frozenset(
    "/ID /Registry /Ordering /Producer /Creator /DA /CharSet /Lang /CreationDate /ModDate /M".split()
)
_OF_PDF = frozenset({"/ObjStm", "/XRef"})  # streams in which other objects are packed
# What reading raises, according to what is broken.
_BROKEN = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    NotImplementedError,
    OSError,
    PyPdfError,
    RecursionError,
    TypeError,
    ValueError,
    struct.error,
    zlib.error,
)


def pdf_pieces(content: bytes, room: Room) -> Iterator[Piece]:
    """Read a PDF: its pages, all strings beside them, and its earlier states. Raises FileLocked, FileBroken."""
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what it makes of oddities is told to nobody
    room.enter()
    yield from _state(content, room)
    for earlier in _earlier(content):
        with suppress(FileBroken):
            yield from inside(_("an earlier state of the file"), _state(earlier, room))
    room.leave()


def _state(content: bytes, room: Room) -> list[Piece]:
    with _told(room):
        reader = PdfReader(io.BytesIO(content))
        if reader.is_encrypted and not reader.decrypt(""):
            raise FileLocked(file=room.file)
        return [*_pages(reader), *_beside(reader, room)]


def _earlier(content: bytes) -> Iterator[bytes]:
    """Give the states that a file had before it was added to: what was taken out of it then is still in there."""
    ends = [found.end() for found in _END.finditer(content)]
    begins_with_an_end = b"/Linearized" in content[:1024]
    yield from (content[:end] for end in ends[begins_with_an_end:-1][-_MOST_STATES:])


@contextmanager
def _told(room: Room) -> Generator[None]:
    try:
        yield
    except (DependencyError, FileNotDecryptedError):
        raise FileLocked(file=room.file) from None
    except _BROKEN:
        raise FileBroken(file=room.file, part="PDF") from None


def _pages(reader: PdfReader) -> Iterator[Piece]:
    for number, page in enumerate(reader.pages, 1):
        text = page.extract_text()
        readings = (one_line(_HYPHEN.sub("", text)),)
        yield Piece(one_line(text), _("page {number}").format(number=number), readings=readings)


def _beside(reader: PdfReader, room: Room) -> Iterator[Piece]:
    """Look at every object there is: information, outline, annotations, structure, forms, attached files."""
    numbers = {(number, part) for part, known in reader.xref.items() for number in known}
    numbers |= {(number, 0) for number in reader.xref_objStm}
    found = (IndirectObject(number, part, reader).get_object() for number, part in sorted(numbers) if number)
    for one in [*found, reader.trailer]:
        yield from _object(one, room)


def _object(one: PdfObject | None, room: Room, key: str = "") -> Iterator[Piece]:
    """Read the strings of an object and of those in it, but for others that it leads to."""
    match one:
        case DictionaryObject():
            if isinstance(one, StreamObject):
                yield from _stream(one, room)
            if one.get("/Type") == "/Annot" or "/Rect" in one:
                yield from _annotation(one)
            for name, value in one.items():
                if name not in _OF_PROGRAMS:
                    yield from _object(value, room, name)
        case ArrayObject():
            for value in one:
                yield from _object(value, room, key)
        case TextStringObject() | ByteStringObject():
            words = one if isinstance(one, str) else one.decode("utf-8", "replace")
            if _LETTER.search(words):
                role = Role.AUTHOR if key == "/Author" else Role.BEHIND
                yield Piece(one_line(words), key.strip("/"), role)


def _annotation(one: DictionaryObject) -> Iterator[Piece]:
    if one.get("/Subtype") in _NO_REMARKS:
        return
    yield Piece(one_line(str(one.get("/Contents", ""))), _("comment"), Role.REMARK)
    if author := str(one.get("/T", "")):
        yield Piece(author, _("comment"), Role.AUTHOR)


def _stream(one: StreamObject, room: Room) -> Iterator[Piece]:
    """Read a file that is in the PDF, properties and forms in XML, and what is written in pictures."""
    if one.get("/Subtype") == "/Image":
        if "/DCTDecode" in str(one.get("/Filter", "")):
            packed = one._data  # noqa: SLF001 — a JPEG as it is, which nothing else gives
            yield from inside(_("picture"), pieces_of(packed, "picture.jpg", room))
        return
    kind = str(one.get("/Type", ""))
    if kind not in _OF_PDF:
        content = one.get_data()
        room.take(len(content))
        if kind == "/EmbeddedFile":
            yield from inside(_("attached file"), pieces_of(content, "", room))
        elif content.lstrip().startswith(b"<"):
            yield from inside("XML", pieces_of(content, "x.xml", room))
