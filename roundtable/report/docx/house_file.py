"""A house's own Word file, opened with care: nothing larger than a template is unpacked, nothing in it is run."""

import io
import zipfile
from pathlib import Path

from lxml import etree

from roundtable.errors import (
    RoundtableError,
    TemplateBroken,
    TemplateDotx,
    TemplateHasMacros,
    TemplateLocked,
    TemplateNotWord,
    TemplateStrict,
    TemplateTooLarge,
)
from roundtable.report.docx.elements import Element
from roundtable.report.docx.opening import BROKEN, DOCUMENT, OLD, Related, parsed, related, relations_of

_MEGABYTE = 1024 * 1024
_UNPACKED, _PART = 200 * _MEGABYTE, 30 * _MEGABYTE
_MOST_PARTS = 5000
_HEAD = 4096  # bytes of a part in which a document type would be declared
_HIGHEST_RATIO = 200  # unpacked to packed, of a file large enough to do harm
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_DOTX = "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"
_STRICT = "http://purl.oclc.org/ooxml/"


class Opened:
    """A Word file as its parts, by their paths; `main` is that of the document.

    Raises TemplateLocked, TemplateNotWord, TemplateTooLarge, TemplateBroken, TemplateStrict, TemplateHasMacros,
    TemplateDotx.
    """

    def __init__(self, path: Path, raw: bytes) -> None:
        self.path = path
        if raw.startswith(OLD):
            raise TemplateLocked(file=path)
        self._parts = self._unpacked(raw)
        self._types = self._read_types()
        self.main = self._found_main()

    def content(self, part: str) -> bytes:
        """Give a part as it is."""
        return self._parts[part]

    def tree(self, part: str) -> Element:
        """Give a part as elements."""
        try:
            made = parsed(self._parts[part])
        except (etree.XMLSyntaxError, ValueError, KeyError) as error:
            raise TemplateBroken(file=self.path, part=part) from error
        if b"<!DOCTYPE" in self._parts[part][:_HEAD]:  # none is written by any word processor
            raise TemplateBroken(file=self.path, part=part)
        return made

    def type_of(self, part: str) -> str:
        """Give the content type of a part."""
        return self._types.get(f"/{part}", self._types.get(part.rpartition(".")[2].lower(), ""))

    def related(self, part: str) -> list[Related]:
        """Give what a part refers to; targets that are not there are left out."""
        path = relations_of(part)
        return list(related(part, self.tree(path), self._parts)) if path in self._parts else []

    def part_of_kind(self, kind: str) -> str:
        """Give the path of the part of a kind that the document refers to, or nothing."""
        return next(
            (one.target for one in self.related(self.main) if one.kind == kind and not one.outside), ""
        )

    def _unpacked(self, raw: bytes) -> dict[str, bytes]:
        try:
            with zipfile.ZipFile(io.BytesIO(raw)) as packed:
                inside = packed.infolist()
                self._bound(inside, len(raw))
                return {one.filename: packed.read(one) for one in inside if not one.is_dir()}
        except zipfile.BadZipFile as error:
            kind: type[RoundtableError] = TemplateBroken if raw.startswith(b"PK") else TemplateNotWord
            raise kind(file=self.path, part=self.path.name) from error
        except BROKEN as error:
            raise TemplateBroken(file=self.path, part=self.path.name) from error

    def _bound(self, inside: list[zipfile.ZipInfo], packed: int) -> None:
        """Refuse a file that unpacks to more than a template holds; no more than is told here is ever unpacked."""
        whole = sum(one.file_size for one in inside)
        largest = max(
            (one.file_size for one in inside if one.filename.endswith((".xml", ".rels"))), default=0
        )
        bomb = whole > _PART and whole > _HIGHEST_RATIO * packed
        if bomb or whole > _UNPACKED or largest > _PART or len(inside) > _MOST_PARTS:
            raise TemplateTooLarge(file=self.path)

    def _read_types(self) -> dict[str, str]:
        """Give content types by path (with a slash before it) and by ending."""
        if "[Content_Types].xml" not in self._parts:
            raise TemplateNotWord(file=self.path)
        return {
            one.get("PartName") or (one.get("Extension") or "").lower(): one.get("ContentType") or ""
            for one in self.tree("[Content_Types].xml").iterfind("{*}*")
        }

    def _found_main(self) -> str:
        main = next((one.target for one in self.related("") if one.kind == DOCUMENT and not one.outside), "")
        told = self.type_of(main)
        if "macroEnabled" in told or any(path.lower().endswith("vbaproject.bin") for path in self._parts):
            raise TemplateHasMacros(file=self.path)
        if told == _DOTX:
            raise TemplateDotx(file=self.path)
        if told != _MAIN:
            raise TemplateNotWord(file=self.path)
        if _STRICT.encode() in self._parts["_rels/.rels"] or _STRICT in str(self.tree(main).tag):
            raise TemplateStrict(file=self.path)
        return main
