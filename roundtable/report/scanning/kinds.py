"""Which kind of file it is, by what is in it, and what reads it."""

from collections.abc import Iterator
from pathlib import PurePath

from roundtable.errors import FileBroken, FileLocked, FileOdd
from roundtable.report.scanning.pieces import Piece, Room

_ZIPPED = (b"PK\x03\x04", b"PK\x05\x06")
_OLD = b"\xd0\xcf\x11\xe0"  # Office before 2007, and whatever is protected with a password
_PICTURES = (
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"BM",
    b"II*\0",
    b"MM\0*",
    b"\xd7\xcd\xc6\x9a",
    b"\1\0\0\0",
)
_PACKED = frozenset(".docx .docm .dotx .dotm .xlsx .xlsm .xltx .pptx .odt .ott .ods .odp .epub .zip".split())
_DRAWN = frozenset(".png .jpg .jpeg .gif .bmp .tif .tiff .webp .emf .wmf .ico .heic".split())
_WEB = frozenset(".html .htm .xhtml".split())
_TABLES = frozenset(".csv .tsv".split())
_MARKED = frozenset(".xml .svg .rels .fodt .rdf .xmp".split())


def pieces_of(content: bytes, name: str, room: Room) -> Iterator[Piece]:
    """Read a file of any kind; one in another file that nobody knows is read as bytes.

    Raises FileLocked, FileBroken, FileEndless, FileOdd.
    """
    ending = PurePath(name).suffix.lower()
    if content.startswith(_ZIPPED):
        from roundtable.report.scanning.zipped import zipped_pieces

        return zipped_pieces(content, room)
    if ending in _PACKED:
        raise (FileLocked if content.startswith(_OLD) else FileBroken)(
            file=room.file, part=PurePath(name).name
        )
    if b"%PDF-" in content[:1024] or ending == ".pdf":
        from roundtable.report.scanning.pdf import pdf_pieces

        return pdf_pieces(content, room)
    if content.startswith(_PICTURES) or content[8:12] == b"WEBP" or ending in _DRAWN:
        from roundtable.report.scanning.pictures import picture_pieces

        return picture_pieces(content)
    return _written(content, ending, room)


def _written(content: bytes, ending: str, room: Room) -> Iterator[Piece]:
    """Read a file of text; what is none is read as bytes, and only inside another file."""
    from roundtable.report.scanning.plain import decoded, plain_pieces

    begins = content[:200].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if ending in _MARKED or (begins.startswith(b"<?xml") and ending not in _WEB):
        from roundtable.report.scanning.marked import marked_pieces

        return marked_pieces(content, room)
    text = decoded(content)
    if text is None or begins.startswith(b"{\\rtf"):
        if not room.depth:
            raise FileOdd(file=room.file)
        from roundtable.report.scanning.pictures import letter_pieces

        return letter_pieces(content)
    if ending in _WEB or begins.startswith((b"<!doctype html", b"<html")):
        from roundtable.report.scanning.web import web_pieces

        return web_pieces(text, room)
    return plain_pieces(text, table=ending in _TABLES)
