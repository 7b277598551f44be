"""The part that says what each style looks like, made from `styles.toml`."""

from roundtable.report.docx.elements import Element, root, w
from roundtable.report.docx.look import (
    COLOURS,
    MEASURE,
    Look,
    character_looks,
    paragraph_looks,
)
from roundtable.report.docx.numbering import list_number

TABLE = "RoundtableTable"
_NORMAL = Look(key="", name="")
_BUILT_IN = "376"  # styles that Word knows by itself; shown only once they are used
_BAR_GAP = "12"  # points between a bar and the words
_THEME = {"body": "minor", "display": "major"}
_FIXED = "Consolas"


def styles_part(language: str, accent: str) -> Element:
    """Make the styles for a language (nl-BE) and an accent colour (RRGGBB)."""
    hidden = {"defLockedState": "0", "defUIPriority": "99", "defSemiHidden": "1", "defUnhideWhenUsed": "1"}
    return root(
        "w:styles",
        "w",
        w(
            "docDefaults",
            w("rPrDefault", _default_type(language)),
            w("pPrDefault", w("pPr", _spacing(_NORMAL))),
        ),
        w("latentStyles", **hidden, defQFormat="0", count=_BUILT_IN),
        *(_paragraph_style(look, accent) for look in paragraph_looks().values()),
        _default("character", "DefaultParagraphFont", "Default Paragraph Font"),
        *(_character_style(look, accent) for look in character_looks().values()),
        _default("table", "TableNormal", "Normal Table", w("tblPr", _no_indent(), _margins(0))),
        _table_style(accent),
        _default("numbering", "NoList", "No List"),
    )


def _default(kind: str, key: str, name: str, properties: Element | None = None) -> Element:
    return w(
        "style",
        w("name", val=name),
        w("uiPriority", val="99"),
        w("semiHidden"),
        w("unhideWhenUsed"),
        properties,
        type=kind,
        default="1",
        styleId=key,
    )


def _default_type(language: str) -> Element:
    return w(
        "rPr",
        *_fonts("body"),
        w("color", val=COLOURS["ink"]),
        *_sizes(_NORMAL.size),
        w("lang", val=language, eastAsia=language, bidi="ar-SA"),
    )


def _paragraph_style(look: Look, accent: str) -> Element:
    normal = look.key == "Normal"
    return w(
        "style",
        w("name", val=look.name),
        None if normal else w("basedOn", val=look.base),
        w("next", val=look.following) if look.following else None,
        w("uiPriority", val=str(look.priority)),
        w("qFormat"),
        _paragraph_properties(look, accent),
        _type(look, accent),
        type="paragraph",
        **({"default": "1"} if normal else {}),
        **({"customStyle": "1"} if look.own else {}),
        styleId=look.key,
    )


def _character_style(look: Look, accent: str) -> Element:
    return w(
        "style",
        w("name", val=look.name),
        w("basedOn", val="DefaultParagraphFont"),
        w("uiPriority", val=str(look.priority)),
        w("qFormat"),
        _type(look, accent),
        type="character",
        **({"customStyle": "1"} if look.own else {}),
        styleId=look.key,
    )


def _paragraph_properties(look: Look, accent: str) -> Element:
    """Give what a style says of paragraphs, in the order that the schema wants."""
    return w(
        "pPr",
        w("keepNext") if look.keep_next else None,
        w("keepLines") if look.keep_lines else None,
        w("pageBreakBefore") if look.new_page else None,
        w("widowControl") if look.key == "Normal" else None,
        w("numPr", w("ilvl", val=str(look.level)), w("numId", val=list_number(look.list)))
        if look.list
        else None,
        _borders(look, accent),
        _tabs(look),
        _spacing(look) if (look.before, look.after, look.line) != (0, _NORMAL.after, _NORMAL.line) else None,
        _indents(look),
        w("jc", val=look.align) if look.align != _NORMAL.align else None,
        w("outlineLvl", val=str(look.outline)) if look.outline is not None else None,
    )


def _borders(look: Look, accent: str) -> Element | None:
    if look.bar:
        return w("pBdr", w("left", val="single", sz="18", space=_BAR_GAP, color=accent))
    if look.below:
        return w("pBdr", w("bottom", val="single", sz="6", space="1", color=COLOURS["line"]))
    return None


def _tabs(look: Look) -> Element | None:
    if look.leader:
        return w("tabs", w("tab", val="right", leader="dot", pos=str(MEASURE)))
    return w("tabs", w("tab", val="right", pos=str(MEASURE))) if look.edge else None


def _spacing(look: Look) -> Element:
    return w("spacing", before=str(look.before), after=str(look.after), line=str(look.line), lineRule="auto")


def _indents(look: Look) -> Element | None:
    if not (look.left or look.right):
        return None
    hanging = {"hanging": str(look.hanging)} if look.hanging else {}
    return w("ind", left=str(look.left), right=str(look.right), **hanging)


def _type(look: Look, accent: str) -> Element:
    """Give what a style says of letters, where it is not as in the running text."""
    return w(
        "rPr",
        *(_fonts(look.font) if look.font != _NORMAL.font else ()),
        *((w("b"), w("bCs")) if look.bold else ()),
        *((w("i"), w("iCs")) if look.italic else ()),
        w("caps") if look.caps else None,
        w("noProof") if look.font == "fixed" else None,
        w("color", val=COLOURS.get(look.colour, accent)) if look.colour != _NORMAL.colour else None,
        w("spacing", val=str(look.tracking)) if look.tracking else None,
        *(_sizes(look.size) if look.size != _NORMAL.size else ()),
        w("u", val="single") if look.underline else None,
    )


def _fonts(font: str) -> tuple[Element, ...]:
    if font == "fixed":
        return (w("rFonts", ascii=_FIXED, hAnsi=_FIXED, cs=_FIXED),)
    theme = _THEME[font]
    return (
        w(
            "rFonts",
            asciiTheme=f"{theme}HAnsi",
            hAnsiTheme=f"{theme}HAnsi",
            eastAsiaTheme=f"{theme}EastAsia",
            cstheme=f"{theme}Bidi",
        ),
    )


def _sizes(points: float) -> tuple[Element, ...]:
    half_points = str(round(2 * points))
    return w("sz", val=half_points), w("szCs", val=half_points)


def _no_indent() -> Element:
    return w("tblInd", w="0", type="dxa")


def _margins(above: int) -> Element:
    return w(
        "tblCellMar",
        w("top", w=str(above), type="dxa"),
        w("left", w="85", type="dxa"),
        w("bottom", w=str(above), type="dxa"),
        w("right", w="85", type="dxa"),
    )


def _table_style(accent: str) -> Element:
    """Make the style of tables: a line in the accent colour below the header row, thin lines between rows."""
    thin = {"val": "single", "sz": "4", "space": "0", "color": COLOURS["line"]}
    thick = {"val": "single", "sz": "12", "space": "0", "color": accent}
    return w(
        "style",
        w("name", val="Roundtable Table"),
        w("basedOn", val="TableNormal"),
        w("uiPriority", val="40"),
        w("qFormat"),
        w("tblPr", _no_indent(), w("tblBorders", w("bottom", **thin), w("insideH", **thin)), _margins(57)),
        w(
            "tblStylePr",
            w("tcPr", w("tcBorders", w("bottom", **thick)), w("vAlign", val="bottom")),
            type="firstRow",
        ),
        type="table",
        customStyle="1",
        styleId=TABLE,
    )
