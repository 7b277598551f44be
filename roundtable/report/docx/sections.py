"""Sections of the paper: the page, and what runs along its head and foot."""

from roundtable.report.docx.elements import Element, element, field, paragraph, root, run, w
from roundtable.report.docx.look import (
    BOTTOM,
    COVER_BOTTOM,
    COVER_TOP,
    FOOTER,
    HEADER,
    LEFT,
    MEASURE,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    RIGHT,
    TOP,
    paragraph_looks,
)
from roundtable.report.docx.measure import width

_GAP = 400  # between what stands left and right in the header


def section(header: str = "", footer: str = "") -> Element:
    """End a section whose header and footer have these relation ids; without them it is the cover."""
    cover = not footer
    return w(
        "sectPr",
        element("w:headerReference", {"w:type": "default", "r:id": header}) if header else None,
        element("w:footerReference", {"w:type": "default", "r:id": footer}) if footer else None,
        w("type", val="nextPage"),
        w("pgSz", w=str(PAGE_WIDTH), h=str(PAGE_HEIGHT)),
        w(
            "pgMar",
            top=str(COVER_TOP if cover else TOP),
            right=str(RIGHT),
            bottom=str(COVER_BOTTOM if cover else BOTTOM),
            left=str(LEFT),
            header=str(HEADER),
            footer=str(FOOTER),
            gutter="0",
        ),
    )


def header_part(title: str, part: str) -> Element:
    """Make a header: the paper's title, and that of the part, which Word keeps in step with the heading."""
    room = MEASURE - _GAP - width(part, paragraph_looks()["Header"])
    told = [w("r", w("tab")), *field('STYLEREF "Part Title"', part)] if part else []
    return root("w:hdr", "w r", paragraph("Header", run(shortened(title, room)), *told))


def footer_part(label: str, page: int, pages: int) -> Element:
    """Make a footer such as "2 of 13"; `label` has the places {page} and {pages}."""
    runs: list[Element] = []
    for piece in label.replace("{", "\0{").replace("}", "}\0").split("\0"):
        if piece == "{page}":
            runs += field("PAGE", str(page))
        elif piece == "{pages}":
            runs += field("NUMPAGES", str(pages))
        elif piece:
            runs.append(run(piece))
    return root("w:ftr", "w r", paragraph("Footer", *runs))


def shortened(title: str, room: float) -> str:
    """Give as many words of a title as there is room for in a header; none if that would be fewer than two."""
    look = paragraph_looks()["Header"]
    if width(title, look) <= room:
        return title
    words = title.split(" ")
    while len(words) > 1:
        words.pop()
        short = " ".join(words).rstrip(",;:–- ") + "…"
        if len(words) > 1 and width(short, look) <= room:
            return short
    return ""
