"""Pictures with something written in them beside their points."""

import base64
import struct
import zlib
from html import escape


def png(*chunks: tuple[bytes, bytes]) -> bytes:
    """Give a small PNG with chunks before its points."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        return (
            struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
        )

    # Of another size each, as a word processor keeps one picture of those that look alike.
    wide = 6 + zlib.crc32(b"".join(content for _kind, content in chunks)) % 900
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", wide, 2, 8, 0, 0, 0, 0))
    points = chunk(b"IDAT", zlib.compress((b"\0" + b"\x66" * wide) * 2))
    return (
        b"\x89PNG\r\n\x1a\n" + head + b"".join(chunk(*one) for one in chunks) + points + chunk(b"IEND", b"")
    )


_JPEG = base64.b64decode(
    "/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////"
    "////////////wgALCAABAAEBAREA/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAgBAQABPxA="
)


def jpeg(kind: int, content: bytes, behind: bytes = b"") -> bytes:
    """Give a small JPEG with a segment before its points, and something behind its end."""
    segment = bytes([0xFF, kind]) + struct.pack(">H", len(content) + 2) + content
    frame = _JPEG.index(b"\xff\xc2") + 5  # the size of the picture, here of one block of points
    size = zlib.crc32(content) % 63 + 1
    shaped = _JPEG[2:frame] + bytes([0, 1 + size // 8, 0, 1 + size % 8]) + _JPEG[frame + 4 :]
    return _JPEG[:2] + segment + shaped + (b"" if _JPEG.endswith(b"\xff\xd9") else b"\xff\xd9") + behind


def exif(tag: int, value: bytes, kind: int = 2) -> bytes:
    """Give EXIF properties with one tag in them."""
    count = len(value)
    directory = struct.pack("<HHHII", 1, tag, kind, count, 26) + struct.pack("<I", 0)
    return b"Exif\0\0II*\0\x08\0\0\0" + directory + value


def xmp(term: str) -> bytes:
    """Give properties in XML."""
    dc = "http://purl.org/dc/elements/1.1/"
    rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
    return (
        f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="{rdf}"><rdf:Description xmlns:dc="{dc}">'
        f"<dc:creator><rdf:Seq><rdf:li>{escape(term)}</rdf:li></rdf:Seq></dc:creator>"
        "</rdf:Description></rdf:RDF></x:xmpmeta>"
    ).encode()


def svg(term: str) -> bytes:
    """Give a drawing with a title."""
    return f'<svg xmlns="http://www.w3.org/2000/svg"><title>{escape(term)}</title><path d="M0 0"/></svg>'.encode()
