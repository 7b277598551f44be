"""A Word file that comes from elsewhere, opened with care: what it is not, and how large it may be."""

import posixpath
from collections.abc import Container, Iterator
from dataclasses import dataclass
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
OLD = b"\xd0\xcf\x11\xe0"  # Word before 2007, and whatever is protected with a password
DOCUMENT = "officeDocument"  # the kind of the part that is the document
_USUALLY = "word/document.xml"
# What unpacking a part raises, according to what is broken.
BROKEN = (
    BadZipFile,
    BadlyPacked,
    EOFError,
    KeyError,
    NotImplementedError,
    OSError,
    RuntimeError,
    ValueError,
)


@dataclass(frozen=True, slots=True)
class Related:
    """What a part refers to: the id and the kind of the relation, and its target, a part or an address outside."""

    key: str
    kind: str
    target: str
    outside: bool


def parsed(raw: bytes) -> Element:
    """Read a part, and nothing that it asks for from elsewhere. Raises XMLSyntaxError, ValueError."""
    return etree.fromstring(raw, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False))


def relations_of(part: str) -> str:
    """Give the path of the part that holds what a part refers to; the file itself is the empty part."""
    folder, _, own = part.rpartition("/")
    return f"{folder}/_rels/{own}.rels".lstrip("/")


def related(part: str, relations: Element, there: Container[str]) -> Iterator[Related]:
    """Give what a part refers to; targets that are not there are left out."""
    folder = part.rpartition("/")[0]
    for one in relations.iterfind("{*}Relationship"):
        target, outside = one.get("Target") or "", one.get("TargetMode") == "External"
        if not outside:
            target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
        if outside or target in there:
            yield Related(one.get("Id") or "", (one.get("Type") or "").rpartition("/")[2], target, outside)


class WordFile:
    """The parts of a Word file. Raises NotWord, WordLocked, WordBroken, FileTooLarge."""

    def __init__(self, content: bytes, path: Path) -> None:
        self._path = path
        if content.startswith(OLD):
            raise WordLocked(file=path)
        if not content.startswith(b"PK"):
            raise NotWord(file=path)
        try:
            self._zip = ZipFile(BytesIO(content))
        except BROKEN as error:
            raise WordBroken(file=path) from error
        if any(one.flag_bits & 1 for one in self._zip.infolist()):
            raise WordLocked(file=path)
        self._there = frozenset(self._zip.namelist())
        main = next((one.target for one in self._related("") if one.kind == DOCUMENT), _USUALLY)
        if main not in self._there:
            raise NotWord(file=path)
        self.document = self._part(main)
        if self.document.tag != name("w:document"):
            raise WordBroken(file=path)
        self._refers_to = tuple(self._related(main))

    def part_of_kind(self, kind: str) -> Element | None:
        """Give the part of a kind that the document refers to, where there is one."""
        path = next((one.target for one in self._refers_to if one.kind == kind and not one.outside), None)
        return self._part(path) if path else None

    def links(self) -> dict[str, str]:
        """Give what the links of the document lead to, by their relation's id."""
        return {one.key: address(one.target) for one in self._refers_to if one.kind == "hyperlink"}

    def _related(self, part: str) -> Iterator[Related]:
        path = relations_of(part)
        return related(part, self._part(path), self._there) if path in self._there else iter(())

    def _part(self, path: str) -> Element:
        try:
            with self._zip.open(path) as packed:
                raw = packed.read(MOST * _MEGABYTE + 1)
        except BROKEN as error:
            raise WordBroken(file=self._path) from error
        if len(raw) > MOST * _MEGABYTE:
            raise FileTooLarge(file=self._path, megabytes=MOST)
        try:
            return parsed(raw)
        except (etree.XMLSyntaxError, ValueError) as error:
            raise WordBroken(file=self._path) from error
