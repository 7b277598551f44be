"""What a part of the package refers to: other parts, pictures, addresses outside."""

from lxml import etree

from roundtable.report.docx.elements import Element, printable

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
CORE_PROPERTIES = _PACKAGE + "/metadata/core-properties"


class Relations:
    """Collects the relations of one part; the same target is one relation."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str, bool], str] = {}

    def add(self, kind: str, target: str, *, outside: bool = False) -> str:
        """Give the id of a relation: `kind` as `styles` or `hyperlink` (or a whole address), its target's path."""
        kind = kind if ":" in kind else _OFFICE + kind
        return self._known.setdefault((kind, target, outside), f"rId{len(self._known) + 1}")

    def part(self) -> Element:
        """Make the part that lists them."""
        made: Element = etree.fromstring(f'<Relationships xmlns="{_PACKAGE}"/>')
        for (kind, target, outside), key in self._known.items():
            relation = etree.SubElement(made, f"{{{_PACKAGE}}}Relationship")
            relation.set("Id", key)
            relation.set("Type", kind)
            relation.set("Target", printable(target))
            if outside:
                relation.set("TargetMode", "External")
        return made

    def __bool__(self) -> bool:
        return bool(self._known)
