"""A Word file that comes from elsewhere, opened with care: what it is not, and how large it may be."""

from io import BytesIO
from pathlib import Path
from zipfile import BadZipFile, ZipFile
from zlib import error as BadlyPacked  # noqa: N812 — a class, spelled as none

from lxml import etree

from roundtable.errors import FileTooLarge, NotWord, WordBroken, WordLocked
from roundtable.report.docx.elements import Element, name
from roundtable.report.docx.inlines import address

_MEGABYTE = 1024 * 1024
MOST = 40  # megabytes that a part may hold, unpacked
_OLD = b"\xd0\xcf\x11\xe0"  # Word before 2007, and whatever is protected with a password
_DOCUMENT = "word/document.xml"
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_BROKEN = (
    BadZipFile,
    BadlyPacked,
    EOFError,
    KeyError,
    NotImplementedError,
    OSError,
    RuntimeError,
    ValueError,
)


class WordFile:
    """The parts of a Word file. Raises NotWord, WordLocked, WordBroken, FileTooLarge."""

    def __init__(self, content: bytes, path: Path) -> None:
        self._path = path
        if content.startswith(_OLD):
            raise WordLocked(file=path)
        if not content.startswith(b"PK"):
            raise NotWord(file=path)
        try:
            self._zip = ZipFile(BytesIO(content))
        except _BROKEN as error:
            raise WordBroken(file=path) from error
        if any(one.flag_bits & 1 for one in self._zip.infolist()):
            raise WordLocked(file=path)
        if _DOCUMENT not in self._zip.namelist():
            raise NotWord(file=path)
        self.document = self._part(_DOCUMENT)
        if self.document.tag != name("w:document"):
            raise WordBroken(file=path)

    def part(self, path: str) -> Element | None:
        """Give a part, where there is one."""
        return self._part(path) if path in self._zip.namelist() else None

    def _part(self, path: str) -> Element:
        try:
            with self._zip.open(path) as packed:
                raw = packed.read(MOST * _MEGABYTE + 1)
        except _BROKEN as error:
            raise WordBroken(file=self._path) from error
        if len(raw) > MOST * _MEGABYTE:
            raise FileTooLarge(file=self._path, megabytes=MOST)
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
        try:
            return etree.fromstring(raw, parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            raise WordBroken(file=self._path) from error

    def links(self) -> dict[str, str]:
        """Give what the links of the document lead to, by their relation's id."""
        relations = self.part("word/_rels/document.xml.rels")
        those = relations.iter(_RELATION) if relations is not None else ()
        return {
            one.get("Id", ""): address(one.get("Target", ""))
            for one in those
            if one.get("Type", "").endswith("/hyperlink")
        }
