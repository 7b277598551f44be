"""The part that says what each style looks like, made from `styles.toml`."""

from collections.abc import Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass

from roundtable.report.docx.elements import Element, root, w
from roundtable.report.docx.look import COLOURS, Look, character_looks, our_design, paragraph_looks
from roundtable.report.docx.numbering import Numbering

TABLE, TABLE_NAME = "RoundtableTable", "Roundtable Table"
_NORMAL = Look(key="", name="")
_BUILT_IN = "376"  # styles that Word knows by itself; shown only once they are used
_BAR_GAP = "12"  # points between a bar and the words
_THEME = {"body": "minor", "display": "major"}
_FIXED = "Consolas"


@dataclass(frozen=True, slots=True)
class Styling:
    """What styles are made with: an accent (RRGGBB), a measure, our lists, and how headings are set if not in ours."""

    accent: str
    measure: int
    numbering: Numbering
    heading_fonts: Element | None = None
    ours: bool = True

    def fonts(self, font: str) -> tuple[Element, ...]:
        """Give the fonts of our theme, or those of a house's headings."""
        if self.ours or font == "fixed":
            return _fonts(font)
        headings = self.heading_fonts if font == "display" else None
        return () if headings is None else (deepcopy(headings),)


def styles_part(language: str, accent: str, numbering: Numbering) -> Element:
    """Make the styles for a language (nl-BE) and an accent colour (RRGGBB)."""
    styling = Styling(accent, our_design(accent).page.measure, numbering)
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
        *(_paragraph_style(look, styling) for look in paragraph_looks().values()),
        _default("character", "DefaultParagraphFont", "Default Paragraph Font"),
        *(_character_style(look, styling) for look in character_looks().values()),
        _default("table", "TableNormal", "Normal Table", w("tblPr", _no_indent(), _margins(0))),
        _table_style(accent),
        _default("numbering", "NoList", "No List"),
    )


def styles_of(keys: Sequence[str], styling: Styling, changed: Mapping[str, Look]) -> list[Element]:
    """Make some of our styles, for a file that has others of its own; some are `changed` to fit in there."""
    paragraphs, characters = {**paragraph_looks(), **changed}, character_looks()
    made = [_paragraph_style(paragraphs[key], styling) for key in keys if key in paragraphs]
    made += [_character_style(characters[key], styling) for key in keys if key in characters]
    return [*made, *([_table_style(styling.accent)] if TABLE in keys else [])]


def style_names(keys: Sequence[str]) -> tuple[str, ...]:
    """Give what our styles are called, by their keys."""
    names = {key: look.name for key, look in (paragraph_looks() | character_looks()).items()}
    return tuple((names | {TABLE: TABLE_NAME})[key] for key in keys)


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


def _paragraph_style(look: Look, styling: Styling) -> Element:
    normal = look.key == "Normal"
    return w(
        "style",
        w("name", val=look.name),
        None if normal else w("basedOn", val=look.base),
        w("next", val=look.following) if look.following else None,
        w("uiPriority", val=str(look.priority)),
        w("qFormat"),
        _paragraph_properties(look, styling),
        _type(look, styling),
        type="paragraph",
        **({"default": "1"} if normal else {}),
        **({"customStyle": "1"} if look.own else {}),
        styleId=look.key,
    )


def _character_style(look: Look, styling: Styling) -> Element:
    return w(
        "style",
        w("name", val=look.name),
        w("basedOn", val="DefaultParagraphFont"),
        w("uiPriority", val=str(look.priority)),
        w("qFormat"),
        _type(look, styling),
        type="character",
        **({"customStyle": "1"} if look.own else {}),
        styleId=look.key,
    )


def _paragraph_properties(look: Look, styling: Styling) -> Element:
    """Give what a style says of paragraphs where its base says something else, in the order that the schema wants."""
    base = _base(look)
    return w(
        "pPr",
        w("keepNext") if look.keep_next else None,
        w("keepLines") if look.keep_lines else None,
        w("pageBreakBefore") if look.new_page else None,
        w("widowControl") if look.key == "Normal" else None,
        w("numPr", w("ilvl", val=str(look.level)), w("numId", val=styling.numbering.instance(look.list)))
        if look.list
        else None,
        _borders(look, styling.accent),
        _tabs(look, styling.measure),
        _spacing(look)
        if (look.before, look.after, look.line) != (base.before, base.after, base.line)
        else None,
        _indents(look)
        if (look.left, look.right, look.hanging) != (base.left, base.right, base.hanging)
        else None,
        w("jc", val=look.align) if look.align != base.align else None,
        w("outlineLvl", val=str(look.outline)) if look.outline is not None else None,
    )


def _borders(look: Look, accent: str) -> Element | None:
    if look.bar:
        return w("pBdr", w("left", val="single", sz="18", space=_BAR_GAP, color=accent))
    if look.below:
        return w("pBdr", w("bottom", val="single", sz="6", space="1", color=COLOURS["line"]))
    return None


def _base(look: Look) -> Look:
    return paragraph_looks().get(look.base, _NORMAL) if look.key != "Normal" else _NORMAL


def _tabs(look: Look, measure: int) -> Element | None:
    return right_tab(measure, leader=look.leader) if look.leader or look.edge else None


def right_tab(measure: int, *, leader: bool) -> Element:
    """Give a tab to the right edge, with a dotted line to it if it leads to a page number."""
    dots = {"leader": "dot"} if leader else {}
    return w("tabs", w("tab", val="right", **dots, pos=str(measure)))


def _spacing(look: Look) -> Element:
    return w("spacing", before=str(look.before), after=str(look.after), line=str(look.line), lineRule="auto")


def _indents(look: Look) -> Element | None:
    if not (look.left or look.right):
        return None
    hanging = {"hanging": str(look.hanging)} if look.hanging else {}
    return w("ind", left=str(look.left), right=str(look.right), **hanging)


def _type(look: Look, styling: Styling) -> Element:
    """Give what a style says of letters, where it is not as in the running text."""
    base = _base(look)
    return w(
        "rPr",
        *(styling.fonts(look.font) if look.font != base.font else ()),
        *((w("b"), w("bCs")) if look.bold else ()),
        *((w("i"), w("iCs")) if look.italic else ()),
        w("caps") if look.caps else None,
        w("noProof") if look.font == "fixed" else None,
        w("color", val=COLOURS.get(look.colour, styling.accent)) if look.colour != base.colour else None,
        w("spacing", val=str(look.tracking)) if look.tracking else None,
        *(_sizes(look.size) if look.size != base.size else ()),
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
        w("name", val=TABLE_NAME),
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
