"""What a house's own Word file gives to a paper: its styles, page, theme, fonts, lists, headers and footers."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from roundtable.errors import TemplateNoStyles
from roundtable.report.docx.cleaning import clean, name_pictures, relate, settle_fields
from roundtable.report.docx.elements import Element, name, value
from roundtable.report.docx.house_file import Opened
from roundtable.report.docx.house_styles import HouseStyles, copied, header_tabs, house_look, read_styles
from roundtable.report.docx.look import Design, Page, paragraph_looks
from roundtable.report.docx.numbering import Lists, Place
from roundtable.report.docx.package import Package
from roundtable.report.docx.relations import Relations
from roundtable.report.pictures import without_traces

_OFFICE = "application/vnd.openxmlformats-officedocument."
_WORD = _OFFICE + "wordprocessingml."
_CARRIED = {"image": "media/house", "font": "fonts/house"}  # by kind of relation, where it goes
_LEADS_OUTSIDE = re.compile(r"(?:https?|mailto):", re.IGNORECASE)
_COLOUR = re.compile(r"[0-9A-Fa-f]{6}")
# Settings that say how the house's pages and fonts work, and nothing of its file.
_SETTINGS = frozenset(
    """
    alignBordersAndEdges autoHyphenation bordersDoNotSurroundFooter bordersDoNotSurroundHeader clrSchemeMapping compat
    consecutiveHyphenLimit defaultTabStop doNotHyphenateCaps embedTrueTypeFonts evenAndOddHeaders gutterAtTop
    hyphenationZone mirrorMargins saveSubsetFonts
    """.split()
)
_COVER_DOWN = 0.3  # how far down the page the title stands
_LEAST_MEASURE, _LEAST_ROOM = 2835, 4535  # 5 and 8 cm: on less, no paper can be read
_LARGEST = 31680  # that Word knows


@dataclass(frozen=True, slots=True)
class Edge:
    """A header or footer of the house: the pages it is for (default, first, even), and its part there."""

    kind: str
    pages: str
    part: str

    @property
    def of_cover(self) -> bool:
        """Whether it is for first pages alone."""
        return self.pages == "first"


class House:
    """A house's own Word file, as a template. Raises what `Opened` does, and TemplateNoStyles."""

    def __init__(self, path: Path, raw: bytes) -> None:
        self._opened = Opened(path, raw)
        part = self._opened.part_of_kind("styles")
        made = self._opened.tree(part) if part else None
        if made is None or made.find(name("w:style")) is None:
            raise TemplateNoStyles(file=path)
        clean(made)
        self._styles = read_styles(made)
        section = list(self._opened.tree(self._opened.main).iter(name("w:sectPr")))[-1:]
        self._section = section[0] if section else None

    def styles(self) -> HouseStyles:
        """Give its styles, as a copy that may be changed."""
        return copied(self._styles)

    def design(self, accent: str) -> Design:
        """Give what a paper is made with; the accent is the theme's own, if it has one."""
        looks = {key: house_look(look, self._styles) for key, look in paragraph_looks().items()}
        return Design(self._accent or accent, self.page, looks, header_tabs(self._styles))

    @cached_property
    def page(self) -> Page:
        """Its page and margins; ours where it has none on which a paper could be read."""
        usual = Page()
        size, margins = self._told("w:pgSz"), self._told("w:pgMar")
        width, height = _length(size, "w", usual.width), _length(size, "h", usual.height)
        top, bottom = (abs(_length(margins, side, getattr(usual, side))) for side in ("top", "bottom"))
        page = Page(
            width,
            height,
            _length(margins, "left", usual.left) + _length(margins, "gutter", 0),
            _length(margins, "right", usual.right),
            top,
            bottom,
            _length(margins, "header", usual.header),
            _length(margins, "footer", usual.footer),
            max(top, round(height * _COVER_DOWN)),
            bottom,
        )
        fits = page.measure >= _LEAST_MEASURE and page.room >= _LEAST_ROOM and max(width, height) <= _LARGEST
        return page if fits else usual

    @cached_property
    def lists(self) -> Lists:
        """Its lists, and those of them that its styles for our lists stand in."""
        part = self._opened.part_of_kind("numbering")
        made = self._opened.tree(part) if part else None
        if made is None:
            return Lists(ids=self._styles.ids)
        clean(made)
        instances = {
            one.get(name("w:numId")): value(one, "w:abstractNumId") for one in made.iterfind(name("w:num"))
        }
        places = {}
        for key in (look.key for look in paragraph_looks().values() if look.list):
            instance = self._styles.said(key, "w:pPr/w:numPr/w:numId")
            definition = instances.get(None if instance is None else instance.get(name("w:val")))
            if definition:
                level = self._styles.said(key, "w:pPr/w:numPr/w:ilvl")
                places[key] = Place(definition, "0" if level is None else level.get(name("w:val")) or "0")
        return Lists(made, places, self._styles.ids)

    @cached_property
    def edges(self) -> tuple[Edge, ...]:
        """Its headers and footers: those of first pages if it has its first page differ."""
        if self._section is None:
            return ()
        parts = {one.key: one.target for one in self._opened.related(self._opened.main) if not one.outside}
        first = self._section.find(name("w:titlePg")) is not None
        found = []
        for kind in ("header", "footer"):
            for one in self._section.iterfind(name(f"w:{kind}Reference")):
                pages, part = one.get(name("w:type")) or "default", parts.get(one.get(name("r:id")) or "")
                if part and (first or pages != "first") and self._says_anything(part):
                    found.append(Edge(kind, pages, part))
        return tuple(found)

    def counts_pages(self, edge: Edge) -> bool:
        """Tell whether a header or footer shows the number of a page."""
        told = [one.text or "" for one in self._opened.tree(edge.part).iter(name("w:instrText"))]
        told += [
            one.get(name("w:instr")) or "" for one in self._opened.tree(edge.part).iter(name("w:fldSimple"))
        ]
        return any(one.split()[:1] == ["PAGE"] for one in told)

    def edge(
        self, edge: Edge, results: Mapping[str, str], package: Package, first: int
    ) -> tuple[Element, Relations]:
        """Give a header or footer as a paper has it, and what it refers to; what it shows goes into the package.

        Its pictures are numbered from `first` on.
        """
        made = self._opened.tree(edge.part)
        settle_fields(made, results)
        clean(made)
        relations = self._carried(edge.part, made, package)
        name_pictures(made, first)
        return made, relations

    def settings(self) -> list[Element]:
        """Give the settings that its pages need."""
        part = self._opened.part_of_kind("settings")
        if not part:
            return []
        made = self._opened.tree(part)
        clean(made)
        return [one for one in made if one.tag.rpartition("}")[2] in _SETTINGS]

    def fill(self, package: Package) -> dict[str, str]:
        """Add its theme and its fonts to a package; give the kinds of what was added, with their paths."""
        added = {}
        for kind, path, content_type in (
            ("theme", "theme/theme1.xml", _OFFICE + "theme+xml"),
            ("fontTable", "fontTable.xml", _WORD + "fontTable+xml"),
        ):
            if part := self._opened.part_of_kind(kind):
                made = self._opened.tree(part)
                clean(made)
                relations = self._carried(part, made, package)
                package.add(f"word/{path}", made, content_type)
                package.add_relations(f"word/{path}", relations)
                added[kind] = path
        return added

    def carry_lists(self, made: Element, package: Package) -> Relations:
        """Carry over the pictures that its lists are marked with."""
        return self._carried(self._opened.part_of_kind("numbering"), made, package)

    def _carried(self, part: str, made: Element, package: Package) -> Relations:
        """Carry over pictures, fonts and addresses that a part refers to, under names of ours."""
        relations, known = Relations(), dict[str, str]()
        for one in self._opened.related(part):
            if one.outside and one.kind == "hyperlink" and _LEADS_OUTSIDE.match(one.target):
                known[one.key] = relations.add("hyperlink", one.target, outside=True)
            elif not one.outside and one.kind in _CARRIED:
                content = without_traces(self._opened.content(one.target))
                ending = one.target.rpartition(".")[2].lower()
                path = package.add_carried(
                    f"word/{_CARRIED[one.kind]}", ending, content, self._opened.type_of(one.target)
                )
                target = path.removeprefix("word/")
                known[one.key] = relations.add(one.kind, f"/word/{target}")
        relate(made, known)
        return relations

    @cached_property
    def _accent(self) -> str:
        part = self._opened.part_of_kind("theme")
        if not part:
            return ""
        accent = self._opened.tree(part).find(".//{*}accent1")
        told = next(iter(accent), None) if accent is not None else None
        value = "" if told is None else told.get("lastClr") or told.get("val") or ""
        return value.upper() if _COLOUR.fullmatch(value) else ""

    def _says_anything(self, part: str) -> bool:
        """Tell a header from one that was left empty."""
        made = self._opened.tree(part)
        words = any((one.text or "").strip() for one in made.iter(name("w:t")))
        shows = ("w:drawing", "w:pict", "w:fldSimple", "w:instrText")
        return words or any(True for _ in made.iter(*map(name, shows)))

    def _told(self, tag: str) -> Element | None:
        return None if self._section is None else self._section.find(name(tag))


def used_styles(parts: Iterable[Element]) -> set[str]:
    """Give the styles that parts refer to."""
    tags = tuple(map(name, ("w:pStyle", "w:rStyle", "w:tblStyle")))
    return {one.get(name("w:val")) or "" for part in parts for one in part.iter(*tags)}


def _length(element: Element | None, attribute: str, usual: int) -> int:
    """Give a length in twentieths of a point; Word writes others only with a unit behind them."""
    written = "" if element is None else element.get(name(f"w:{attribute}")) or ""
    try:
        return round(float(written))
    except ValueError:
        return usual
