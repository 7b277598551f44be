"""A logo travels without what it knows besides, and still shows."""

import base64
import zlib
from pathlib import Path

import pytest

from roundtable.errors import LogoNotReadable
from roundtable.report.document import Cover, Document
from roundtable.report.formats import Format
from roundtable.report.pictures import bared, read_bare, without_traces
from tests.report.readers import html_page

SECRET = b"Els Peeters, 51.05 N 3.72 E"


def chunk(kind: bytes, content: bytes) -> bytes:
    told = kind + content
    return len(content).to_bytes(4, "big") + told + zlib.crc32(told).to_bytes(4, "big")


PNG_HEAD = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", bytes((0, 0, 0, 1, 0, 0, 0, 1, 8, 2, 0, 0, 0)))
PNG_END = chunk(b"IDAT", zlib.compress(b"\0\x2f\x75\x66")) + chunk(b"IEND", b"")
# A grey point as JPEG and as GIF.
JPEG = base64.b64decode(
    "/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////"
    "////////////////wgALCAABAAEBAREA/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAgBAQABPxA="
)
GIF = base64.b64decode("R0lGODlhAQABAIAAAP///wAAACH5BAEAAAAALAAAAAABAAEAAAICRAEAOw==")


def segment(mark: int, content: bytes) -> bytes:
    return bytes((0xFF, mark)) + (len(content) + 2).to_bytes(2, "big") + content


def test_a_png_keeps_no_words_times_or_places_and_nothing_behind_its_end() -> None:
    known = [chunk(kind, SECRET) for kind in (b"tEXt", b"zTXt", b"iTXt", b"eXIf", b"tIME", b"prVt")]
    found = bared(PNG_HEAD + b"".join(known) + PNG_END + SECRET)
    assert found.content == PNG_HEAD + PNG_END
    assert found.kind == "png"


def test_a_jpeg_keeps_no_exif_preview_or_words_and_nothing_behind_its_end() -> None:
    marks = (0xE1, 0xE2, 0xED, 0xFE)
    known = b"".join(segment(mark, SECRET) for mark in marks) + segment(0xE0, b"JFXX\0" + SECRET)
    found = bared(JPEG[:2] + known + JPEG[2:] + b"\xff\xd9" + SECRET)
    assert found.content == JPEG + b"\xff\xd9"


def test_the_profile_of_a_houses_own_colours_stays() -> None:
    profile = chunk(b"iCCP", b"house")
    assert bared(PNG_HEAD + profile + PNG_END).content == PNG_HEAD + profile + PNG_END
    kept = segment(0xE2, b"ICC_PROFILE\0house")
    assert kept in bared(JPEG[:20] + kept + JPEG[20:] + b"\xff\xd9").content


def test_a_gif_keeps_its_frames_and_no_words() -> None:
    words = bytes((len(SECRET),)) + SECRET + b"\0"
    known = b"!\xfe" + words + b"!\xff\x0bXMP DataXMP" + words
    found = bared(GIF[:19] + known + GIF[19:-1] + known + b";" + SECRET)
    assert found.content == GIF


@pytest.mark.parametrize(
    "content", [b"", b"<svg/>", PNG_HEAD[:20], PNG_HEAD, JPEG[:30], GIF[:20], b"\xff\xd8\xff\xe0\x00\x00"]
)
def test_what_is_no_picture_is_told(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "logo.png"
    path.write_bytes(content)
    assert without_traces(content) == content
    with pytest.raises(LogoNotReadable, match=r"logo\.png"):
        read_bare(path)


def test_the_cover_of_a_page_holds_the_logo_itself(tmp_path: Path) -> None:
    path = tmp_path / "els.png"
    path.write_bytes(PNG_HEAD + chunk(b"tEXt", SECRET) + PNG_END)
    document = Document("nl", Cover("Titel", logo=str(path)), (), author="De Organisator")
    made = Format.HTML.render(document)
    (image,) = html_page(made).iter("img")
    assert image.get("src") == "data:image/png;base64," + base64.b64encode(PNG_HEAD + PNG_END).decode()
    assert "De Organisator" in str(image.get("alt"))
    assert b"els.png" not in made
