"""What runs along the head and foot of pages: ours, or the house's own where its template has any."""

from collections.abc import Mapping

from roundtable.report.document import Document
from roundtable.report.docx.elements import Element
from roundtable.report.docx.house import House
from roundtable.report.docx.look import Design
from roundtable.report.docx.package import Package
from roundtable.report.docx.relations import Relations
from roundtable.report.docx.sections import Edges, footer_part, header_part, numbered

_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}+xml"
_PICTURES = 1000  # of one part: no two in a file may have one number
_FIRST_PAGE = 2  # of those that are counted


class RunningParts:
    """Gives sections their headers and footers, and writes these once it is known how many pages there are."""

    def __init__(self, document: Document, design: Design, relations: Relations, house: House | None) -> None:
        self._document, self._design, self._relations, self._house = document, design, relations, house
        own = house.edges if house else ()
        self._house_edges = {
            (edge.kind, edge.pages): edge
            for edge in own
            if not (edge.of_cover and house and house.counts_pages(edge))
        }
        self._kinds = {kind for kind, pages in self._house_edges if pages != "first"}
        even = any(pages == "even" for _, pages in self._house_edges)
        self._pages = ("default", "even") if even else ("default",)
        self._titles: list[str] = []

    @property
    def differ(self) -> bool:
        """Whether even pages have others than odd ones."""
        return len(self._pages) > 1

    def of_cover(self) -> Edges:
        """Give those of the cover: the house's for first pages, or none."""
        pairs = [(key, edge) for key, edge in self._house_edges.items() if edge.of_cover]
        return [(kind, "default", self._related(kind, "first")) for (kind, _pages), _edge in pairs]

    def of_section(self, title: str) -> Edges:
        """Give those of a section with this title."""
        if "header" not in self._kinds:
            self._titles.append(title)
        edges = []
        for kind in ("header", "footer"):
            for pages in self._pages:
                if kind not in self._kinds:
                    number = len(self._titles) if kind == "header" else 1
                    edges.append((kind, pages, self._relations.add(kind, f"{kind}{number}.xml")))
                elif (kind, pages) in self._house_edges:
                    edges.append((kind, pages, self._related(kind, pages)))
        return edges

    def write(self, package: Package, pages: int) -> list[Element]:
        """Add the parts to a package; give those that are ours."""
        made = [
            (f"header{number}", header_part(self._document.cover.title, title, self._design), "header")
            for number, title in enumerate(self._titles, 1)
        ]
        if "footer" not in self._kinds:
            label = self._document.page_label or "{page}"
            made.append(("footer1", footer_part(label, _FIRST_PAGE, pages), "footer"))
        for path, part, kind in made:
            package.add(f"word/{path}.xml", part, _TYPE.format(kind))
        ours = [part for _, part, _ in made]
        return [*ours, *self._write_house(package, pages)] if self._house else ours

    def _write_house(self, package: Package, pages: int) -> list[Element]:
        """Add the house's parts; where none of them counts pages, its footers do it as well."""
        assert self._house is not None  # noqa: S101 — asked only then
        counted = any(self._house.counts_pages(edge) for edge in self._house_edges.values())
        added = []
        for place, ((kind, which), edge) in enumerate(self._house_edges.items(), 1):
            part, relations = self._house.edge(edge, self._results(pages), package, place * _PICTURES)
            if kind == "footer" and not edge.of_cover and not counted:
                added.append(numbered(self._document.page_label or "{page}", _FIRST_PAGE, pages))
                part.append(added[-1])
            path = f"word/{self._path(kind, which)}"
            package.add(path, part, _TYPE.format(kind))
            package.add_relations(path, relations)
        return added

    def _results(self, pages: int) -> Mapping[str, str]:
        """Give what fields of the house show until Word works them out anew; of others, it would tell its own."""
        title = self._document.cover.title
        counts = {"PAGE": str(_FIRST_PAGE), "NUMPAGES": str(pages), "SECTIONPAGES": str(pages)}
        return {**counts, "TITLE": title, "STYLEREF": title}

    def _related(self, kind: str, pages: str) -> str:
        return self._relations.add(kind, self._path(kind, pages))

    def _path(self, kind: str, pages: str) -> str:
        return f"{kind}-{pages}.xml"
