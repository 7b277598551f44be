"""Sections of the paper: the page, and what runs along its head and foot."""

from collections.abc import Sequence

from roundtable.report.docx.elements import Element, element, field, paragraph, root, run, w
from roundtable.report.docx.look import Design, Look, Page
from roundtable.report.docx.measure import width

_GAP = 400  # between what stands left and right in the header


Edges = Sequence[tuple[str, str, str]]
"""Headers and footers of a section: header or footer, the pages it is for (default, first, even), its relation."""


def section(page: Page, edges: Edges = (), *, cover: bool = False) -> Element:
    """End a section with what runs along its head and foot."""
    across = {"orient": "landscape"} if page.width > page.height else {}
    return w(
        "sectPr",
        *(element(f"w:{kind}Reference", {"w:type": pages, "r:id": key}) for kind, pages, key in edges),
        w("type", val="nextPage"),
        w("pgSz", w=str(page.width), h=str(page.height), **across),
        w(
            "pgMar",
            top=str(page.cover_top if cover else page.top),
            right=str(page.right),
            bottom=str(page.cover_bottom if cover else page.bottom),
            left=str(page.left),
            header=str(page.header),
            footer=str(page.footer),
            gutter="0",
        ),
    )


def header_part(title: str, part: str, design: Design) -> Element:
    """Make a header: the paper's title, and that of the part, which Word keeps in step with the heading."""
    look = design.looks["Header"]
    room = design.page.measure - _GAP - width(part, look)
    tabs = [w("r", w("tab")) for _ in range(design.header_tabs)]
    told = [*tabs, *field('STYLEREF "Part Title"', part)] if part else []
    return root("w:hdr", "w r", paragraph("Header", run(shortened(title, look, room)), *told))


def footer_part(label: str, page: int, pages: int) -> Element:
    """Make a footer such as "2 of 13"; `label` has the places {page} and {pages}."""
    return root("w:ftr", "w r", numbered(label, page, pages))


def numbered(label: str, page: int, pages: int) -> Element:
    """Make the paragraph that counts pages."""
    runs: list[Element] = []
    for piece in label.replace("{", "\0{").replace("}", "}\0").split("\0"):
        if piece == "{page}":
            runs += field("PAGE", str(page))
        elif piece == "{pages}":
            runs += field("NUMPAGES", str(pages))
        elif piece:
            runs.append(run(piece))
    return paragraph("Footer", *runs)


def shortened(title: str, look: Look, room: float) -> str:
    """Give as many words of a title as there is room for in a header; none if that would be fewer than two."""
    if width(title, look) <= room:
        return title
    words = title.split(" ")
    while len(words) > 1:
        words.pop()
        short = " ".join(words).rstrip(",;:–- ") + "…"
        if len(words) > 1 and width(short, look) <= room:
            return short
    return ""
