"""What is drawn: the band along the cover's edge, and the organiser's logo."""

from dataclasses import dataclass
from pathlib import Path

from roundtable.errors import LogoNotReadable
from roundtable.report.docx.elements import Element, element, w
from roundtable.report.docx.look import BAND, Design, Page
from roundtable.report.pictures import without_traces

_EMU = 635  # English metric units in a twentieth of a point
_EMU_PER_INCH = 914_400
_WIDEST, _HIGHEST = 2835 * _EMU, 1134 * _EMU  # a logo's: 5 by 2 cm
_SHAPE = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
_PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_DECORATIVE = "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"
_ENDINGS = {"image/png": "png", "image/jpeg": "jpeg", "image/gif": "gif"}


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as the package keeps it; its size is in English metric units."""

    content: bytes
    ending: str
    width: int
    height: int


def read_picture(path: Path) -> Picture:
    """Read a logo, made small enough for the cover; raise LogoNotReadable for what is no PNG, JPEG or GIF."""
    from docx.image.exceptions import (
        InvalidImageStreamError,
        UnexpectedEndOfFileError,
        UnrecognizedImageError,
    )
    from docx.image.image import Image

    try:
        content = path.read_bytes()
        image = Image.from_blob(content)
    except (OSError, InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError) as error:
        raise LogoNotReadable(path=path) from error
    ending = _ENDINGS.get(image.content_type)
    if ending is None or not (image.px_width and image.px_height):
        raise LogoNotReadable(path=path)
    width = image.px_width * _EMU_PER_INCH / (image.horz_dpi or 72)
    height = image.px_height * _EMU_PER_INCH / (image.vert_dpi or 72)
    scale = min(_WIDEST / width, _HIGHEST / height)
    return Picture(without_traces(content), ending, round(width * scale), round(height * scale))


def band(design: Design, description: str) -> Element:
    """Draw the band along the left edge of the cover, marked as decoration for those who have it read to them."""
    size = BAND * _EMU, design.page.height * _EMU
    shape = element(
        "wps:wsp",
        None,
        element("wps:cNvSpPr"),
        element(
            "wps:spPr",
            None,
            *_outline(size),
            _fill(design.accent),
            element("a:ln", None, element("a:noFill")),
        ),
        element("wps:bodyPr"),
    )
    decorative = element("a:ext", {"uri": _DECORATIVE}, element("adec:decorative", {"val": "1"}))
    told = element(
        "wp:docPr",
        {"id": "1", "name": "Band", "descr": description},
        element("a:extLst", None, decorative),
    )
    drawing = _anchored(shape, _SHAPE, told, size, ("page", 0))
    choice = element("mc:Choice", {"Requires": "wps"}, drawing)
    return w("r", element("mc:AlternateContent", None, choice, element("mc:Fallback")))


def logo(picture: Picture, page: Page, relation: str, description: str) -> Element:
    """Draw the logo at the head of the cover."""
    size = picture.width, picture.height
    drawn = element(
        "pic:pic",
        None,
        element(
            "pic:nvPicPr", None, element("pic:cNvPr", {"id": "0", "name": "Logo"}), element("pic:cNvPicPr")
        ),
        element(
            "pic:blipFill",
            None,
            element("a:blip", {"r:embed": relation}),
            element("a:stretch", None, element("a:fillRect")),
        ),
        element("pic:spPr", None, *_outline(size)),
    )
    told = element("wp:docPr", {"id": "2", "name": "Logo", "descr": description})
    return w("r", _anchored(drawn, _PICTURE, told, size, ("margin", page.top * _EMU)))


def _outline(size: tuple[int, int]) -> tuple[Element, Element]:
    transform = element(
        "a:xfrm", None, element("a:off", {"x": "0", "y": "0"}), element("a:ext", _extent(size))
    )
    return transform, element("a:prstGeom", {"prst": "rect"}, element("a:avLst"))


def _fill(colour: str) -> Element:
    return element("a:solidFill", None, element("a:srgbClr", {"val": colour}))


def _extent(size: tuple[int, int]) -> dict[str, str]:
    return {"cx": str(size[0]), "cy": str(size[1])}


def _anchored(
    drawn: Element, kind: str, told: Element, size: tuple[int, int], place: tuple[str, int]
) -> Element:
    """Anchor a drawing behind the text: `place` is what its left edge keeps to, and how far down the page it is."""
    away = {"distT": "0", "distB": "0", "distL": "0", "distR": "0", "simplePos": "0", "relativeHeight": "1"}
    return w(
        "drawing",
        element(
            "wp:anchor",
            {**away, "behindDoc": "1", "locked": "1", "layoutInCell": "1", "allowOverlap": "1"},
            element("wp:simplePos", {"x": "0", "y": "0"}),
            _position("wp:positionH", place[0], 0),
            _position("wp:positionV", "page", place[1]),
            element("wp:extent", _extent(size)),
            element("wp:effectExtent", {"l": "0", "t": "0", "r": "0", "b": "0"}),
            element("wp:wrapNone"),
            told,
            element("wp:cNvGraphicFramePr"),
            element("a:graphic", None, element("a:graphicData", {"uri": kind}, drawn)),
        ),
    )


def _position(tag: str, relative_to: str, offset: int) -> Element:
    told = element("wp:posOffset")
    told.text = str(offset)
    return element(tag, {"relativeFrom": relative_to}, told)
