"""The part that names the paper's fonts and colours, which the styles and Word's own palette take from it."""

from lxml import etree

from roundtable.report.docx.elements import Element
from roundtable.report.docx.look import COLOURS

_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
_FONTS = {"major": "Cambria", "minor": "Calibri"}
_LINE = '<a:ln w="{}"><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:ln>'
_FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_EFFECT = "<a:effectStyle><a:effectLst/></a:effectStyle>"


def theme_part(accent: str) -> Element:
    """Make the theme around an accent colour (RRGGBB)."""
    return etree.fromstring(
        f'<a:theme xmlns:a="{_DRAWING}" name="Roundtable"><a:themeElements>'
        f'<a:clrScheme name="Roundtable">{_colours(accent)}</a:clrScheme>'
        f'<a:fontScheme name="Roundtable">{_fonts("major")}{_fonts("minor")}</a:fontScheme>'
        '<a:fmtScheme name="Roundtable">'
        f"<a:fillStyleLst>{_FILL * 3}</a:fillStyleLst>"
        f"<a:lnStyleLst>{''.join(_LINE.format(width) for width in (6350, 12700, 19050))}</a:lnStyleLst>"
        f"<a:effectStyleLst>{_EFFECT * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{_FILL * 3}</a:bgFillStyleLst>"
        "</a:fmtScheme></a:themeElements><a:objectDefaults/><a:extraClrSchemeLst/></a:theme>"
    )


def _colours(accent: str) -> str:
    """Give the twelve colours of a palette: ink and paper, greys, and the accent."""
    palette = {
        "dk1": "000000",
        "lt1": "FFFFFF",
        "dk2": COLOURS["ink"],
        "lt2": "F2F4F4",
        "accent1": accent,
        "accent2": COLOURS["grey"],
        "accent3": COLOURS["alarm"],
        "accent4": COLOURS["line"],
        "accent5": COLOURS["soft"],
        "accent6": COLOURS["ink"],
        "hlink": accent,
        "folHlink": COLOURS["grey"],
    }
    return "".join(f'<a:{name}><a:srgbClr val="{colour}"/></a:{name}>' for name, colour in palette.items())


def _fonts(kind: str) -> str:
    return f'<a:{kind}Font><a:latin typeface="{_FONTS[kind]}"/><a:ea typeface=""/><a:cs typeface=""/></a:{kind}Font>'
