"""The cover and the contents: real lines that lead to their parts, with page numbers guessed until Word lays out."""

from collections.abc import Iterator, Sequence

from roundtable.report.document import Cover
from roundtable.report.docx.body import Landmark
from roundtable.report.docx.elements import Element, element, field, paragraph, run, w
from roundtable.report.docx.look import Design, Look, Page
from roundtable.report.docx.measure import width
from roundtable.report.docx.pages import Stretch

_NUMBER_ROOM = 600  # kept free for page numbers
_MOST = 30  # lines on a page of contents: with more, only the parts are listed
_AT_FOOT = ("DraftLabel", "CoverLine")
# A frame at the foot of the cover. LibreOffice knows it of a paragraph only, not of a style.
_FRAME = {
    "wrap": "around",
    "vAnchor": "margin",
    "hAnchor": "margin",
    "xAlign": "left",
    "yAlign": "bottom",
}


def cover(cover: Cover, page: Page, *drawn: Element) -> Iterator[Element]:
    """Give the paragraphs of the cover; the first carries what is drawn on it."""
    told = [
        ("Kicker", cover.kicker),
        ("Title", cover.title),
        ("Subtitle", cover.subtitle),
        ("DraftLabel", cover.draft),
    ]
    told += [("CoverLine", line) for line in cover.lines]
    for at, (style, text) in enumerate((style, text) for style, text in told if text or style == "Title"):
        made = paragraph(style, *(drawn if not at else ()), run(text))
        if style in _AT_FOOT:
            made[0].append(w("framePr", w=str(page.measure), **_FRAME))
        yield made


def listed(landmarks: Sequence[Landmark]) -> list[Landmark]:
    """Give what the contents list: parts, and the headings below them while all fit on a page."""
    return [one for one in landmarks if one.level == 1 or len(landmarks) <= _MOST]


def outline(title: str, landmarks: Sequence[Landmark], design: Design) -> list[Stretch]:
    """Give the contents as they are laid out."""
    looks = design.looks
    return [
        Stretch(looks["TOCHeading"], title),
        *(Stretch(looks[f"TOC{one.level}"], one.title) for one in landmarks),
    ]


def contents(
    title: str, landmarks: Sequence[Landmark], pages: dict[str, int], design: Design
) -> Iterator[Element]:
    """Give the paragraphs of the contents, which Word knows as contents and can bring up to date when asked."""
    if title:
        yield paragraph("TOCHeading", run(title))
    deepest = max((one.level for one in landmarks), default=1)
    for at, one in enumerate(landmarks):
        made = paragraph(f"TOC{one.level}")
        if not at:
            made.extend(_opened(f'TOC \\o "1-{deepest}" \\h \\z \\u'))
        made.append(_line(one, pages[one.bookmark], design))
        if at == len(landmarks) - 1:
            made.append(w("r", w("fldChar", fldCharType="end")))
        yield made


def _opened(instruction: str) -> list[Element]:
    """Open a field that lasts over several paragraphs."""
    return field(instruction, "")[:3]


def _line(one: Landmark, page: int, design: Design) -> Element:
    look = design.looks[f"TOC{one.level}"]
    tab = w("r", w("tab"))
    number = [run(one.number, "PartNumber"), tab] if one.number else []
    # A short title without a number ends before the tab that titles stand at: one more tab goes past it.
    short = not number and width(one.title, look) < look.hanging
    return element(
        "w:hyperlink",
        {"w:anchor": one.bookmark, "w:history": "1"},
        *number,
        *_broken(one.title, design.page.measure - look.left - _NUMBER_ROOM, look),
        *([w("r", w("tab"))] if short else []),
        w("r", w("tab")),
        *field(f"PAGEREF {one.bookmark} \\h", str(page)),
    )


def _broken(title: str, room: float, look: Look) -> Iterator[Element]:
    """Break a long title by hand: LibreOffice hides page numbers beyond a right indent, which would do it otherwise."""
    line = ""
    for word in title.split(" "):
        if line and width(f"{line} {word}", look) > room:
            yield run(line)
            yield w("r", w("br"))
            line = word
        else:
            line = f"{line} {word}" if line else word
    yield run(line)
