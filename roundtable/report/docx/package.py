"""The package that a Word document is: parts in a zip, the same bytes for the same parts."""

import io
import zipfile

from lxml import etree

from roundtable.report.docx.elements import Element, serialised
from roundtable.report.docx.relations import Relations

_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_DATE = (1980, 1, 1, 0, 0, 0)  # the earliest that a zip can say


class Package:
    """Collects the parts of a file, each with its type."""

    def __init__(self) -> None:
        self._parts: dict[str, bytes] = {}
        self._types: dict[str, str] = {}
        self._endings = {
            "rels": "application/vnd.openxmlformats-package.relationships+xml",
            "xml": "application/xml",
        }

    def add(self, path: str, part: Element, kind: str) -> None:
        """Add a part made of elements, of a content type."""
        self._parts[path] = serialised(part)
        self._types[path] = kind

    def add_relations(self, path: str, relations: Relations) -> None:
        """Add what the part at a path refers to; an empty path is the package itself."""
        if relations:
            folder, _, name = path.rpartition("/")
            self._parts[f"{folder}/_rels/{name}.rels".lstrip("/")] = serialised(relations.part())

    def add_picture(self, path: str, content: bytes) -> None:
        """Add a picture; its ending says what it is."""
        ending = path.rpartition(".")[2]
        self._parts[path] = content
        self._endings[ending] = f"image/{ending}"

    def add_carried(self, stem: str, ending: str, content: bytes, kind: str) -> str:
        """Add what another package had, once; give its path, numbered behind the stem."""
        same = (path for path, there in self._parts.items() if there == content and path.startswith(stem))
        path = next(same, None)
        if path is None:
            path = f"{stem}{1 + sum(one.startswith(stem) for one in self._parts)}.{ending}"
            self._parts[path] = content
            self._types[path] = kind
        return path

    def zipped(self) -> bytes:
        """Give the file."""
        parts = {"[Content_Types].xml": serialised(self._content_types()), **self._parts}
        file = io.BytesIO()
        with zipfile.ZipFile(file, "w") as archive:
            for path, content in parts.items():
                told = zipfile.ZipInfo(path, _DATE)
                told.create_system = 0  # the same on every system
                archive.writestr(told, content, zipfile.ZIP_DEFLATED, 6)
        return file.getvalue()

    def _content_types(self) -> Element:
        made: Element = etree.fromstring(f'<Types xmlns="{_TYPES}"/>')
        for ending, kind in self._endings.items():
            etree.SubElement(made, f"{{{_TYPES}}}Default", {"Extension": ending, "ContentType": kind})
        for path, kind in self._types.items():
            etree.SubElement(made, f"{{{_TYPES}}}Override", {"PartName": f"/{path}", "ContentType": kind})
        return made
