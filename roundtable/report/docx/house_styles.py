"""The styles of a house: which of them stand for ours, what they look like, and ours where it has none."""

from collections.abc import Iterable, Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, replace

from roundtable.report.docx.elements import Element, name, value, w
from roundtable.report.docx.localised import localised, spelled
from roundtable.report.docx.look import Design, Look, character_looks, paragraph_looks
from roundtable.report.docx.numbering import Numbering
from roundtable.report.docx.styles import TABLE, TABLE_NAME, Styling, right_tab, styles_of

_DEFAULTS = {"paragraph": "Normal", "character": "DefaultParagraphFont", "table": "TableNormal"}
_HEADINGS = ("Heading1", "Heading2", "Heading3")
_NUMBER = 480  # from the left edge of contents to the titles behind numbers
_AUTOMATIC = 240  # twentieths of a point, or 240ths of a line
_MOST_BASES = 20
# Where these stand in the properties of a paragraph: behind all that the schema has before them.
_BEFORE_NUMBERS = ("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl")
_BEFORE_TABS = (*_BEFORE_NUMBERS, "numPr", "suppressLineNumbers", "pBdr", "shd")


@dataclass(frozen=True, slots=True)
class HouseStyles:
    """The part that holds a house's styles, and those of them (their ids) that stand for ours (our keys)."""

    part: Element
    ids: Mapping[str, str]

    def style(self, key: str) -> Element | None:
        """Give the house's style for one of ours."""
        told = self.ids.get(key)
        return next((one for one in self.part.iterfind(name("w:style")) if _id(one) == told), None)

    def chain(self, key: str) -> Iterator[Element]:
        """Give the house's style for one of ours, what it is based on, and the defaults."""
        by_id = {_id(one): one for one in self.part.iterfind(name("w:style"))}
        told: str | None = self.ids.get(key)
        for _ in range(_MOST_BASES):
            if told not in by_id:
                break
            yield by_id[told]
            told = value(by_id[told], "w:basedOn")
        for path in ("w:pPrDefault", "w:rPrDefault"):
            if (default := _at(self.part, f"w:docDefaults/{path}")) is not None:
                yield default

    def said(self, key: str, path: str) -> Element | None:
        """Give what is said first along the chain, such as `w:rPr/w:sz`."""
        return next((found for one in self.chain(key) if (found := _at(one, path)) is not None), None)


def read_styles(part: Element) -> HouseStyles:
    """Find our styles among a house's: by name, by id, or as Word calls them in other languages."""
    names: dict[tuple[str, str], str] = {}
    keys: dict[tuple[str, str], str] = {}
    ids: dict[str, str] = {}
    for style in part.iterfind(name("w:style")):
        kind, told = style.get(name("w:type")) or "paragraph", _id(style)
        own = [value(style, "w:name") or "", *(value(style, "w:aliases") or "").split(",")]
        for one in filter(None, map(spelled, own)):
            names.setdefault((kind, one), told)
        keys.setdefault((kind, spelled(told)), told)
        if style.get(name("w:default")) in {"1", "true"} and kind in _DEFAULTS:
            ids[_DEFAULTS[kind]] = told
    for kind, key, called in _ours():
        wanted = [spelled(called), spelled(key), *localised(key)]
        found = [names.get((kind, one)) for one in wanted] + [keys.get((kind, one)) for one in wanted]
        if told := next(filter(None, found), ""):
            ids.setdefault(key, told)
    return HouseStyles(part, ids)


def _ours() -> Iterator[tuple[str, str, str]]:
    yield from (("paragraph", look.key, look.name) for look in paragraph_looks().values())
    yield from (("character", look.key, look.name) for look in character_looks().values())
    yield "table", TABLE, TABLE_NAME


def house_look(look: Look, house: HouseStyles) -> Look:
    """Say what a style of ours looks like in a house: as its own says, or as ours does on top of its running text."""
    if look.key not in house.ids:
        ordinary = house_look(paragraph_looks()["Normal"], house)
        ours = paragraph_looks()["Normal"]
        changed = {
            field: getattr(ordinary, field)
            for field in ("size", "line", "after")
            if getattr(look, field) == getattr(ours, field)
        }
        return replace(look, **changed)
    spaces = _numbers(house, look.key, "w:pPr/w:spacing", ("before", "after", "line", "lineRule"))
    indents = _numbers(house, look.key, "w:pPr/w:ind", ("left", "right", "hanging", "start", "end"))
    size = house.said(look.key, "w:rPr/w:sz")
    return replace(
        look,
        size=_whole(_val(size), 20) / 2,
        line=_whole(spaces.get("line"), _AUTOMATIC)
        if spaces.get("lineRule", "auto") == "auto"
        else _AUTOMATIC,
        before=_whole(spaces.get("before"), 0),
        after=_whole(spaces.get("after"), 0),
        left=_whole(indents.get("left", indents.get("start")), 0),
        right=_whole(indents.get("right", indents.get("end")), 0),
        hanging=_whole(indents.get("hanging"), _NUMBER if look.key == "TOC1" else 0),
        keep_next=_is_on(house, look.key, "w:pPr/w:keepNext"),
        keep_lines=_is_on(house, look.key, "w:pPr/w:keepLines"),
        bold=_is_on(house, look.key, "w:rPr/w:b"),
        caps=_is_on(house, look.key, "w:rPr/w:caps"),
        new_page=look.new_page or _is_on(house, look.key, "w:pPr/w:pageBreakBefore"),
        tracking=_whole(_val(house.said(look.key, "w:rPr/w:spacing")), 0),
    )


def header_tabs(house: HouseStyles) -> int:
    """Count the tabs on the way to the right edge of a header."""
    return max(1, sum(_val(one) in {"center", "right"} for one in _tabs(house, "Header")))


def settle_styles(house: HouseStyles, measure: int, numbering: Numbering, language: str) -> None:
    """Have the styles speak the language of the paper, and do what ours do: lead to page numbers, mark points of lists.

    Headings are not counted by Word, since chapters bring their numbers.
    """
    for letters in house.part.iter(name("w:rPr")):
        for told in letters.findall(name("w:lang")):
            letters.remove(told)
    _default_type(house.part).append(w("lang", val=language, eastAsia=language, bidi="ar-SA"))
    for key in _HEADINGS:
        if (style := house.style(key)) is not None and house.said(key, "w:pPr/w:numPr") is not None:
            _put(style, w("numPr", w("numId", val="0")), _BEFORE_NUMBERS)
    for look in paragraph_looks().values():
        style = house.style(look.key)
        if style is None:
            continue
        if tabs := _lacking_tabs(house, look, measure):
            made = w("tabs", *(deepcopy(one) for one in _tabs(house, look.key)), *tabs)
            _put(style, made, _BEFORE_TABS)
        if look.list and house.said(look.key, "w:pPr/w:numPr/w:numId") is None:
            level, instance = w("ilvl", val=str(look.level)), w("numId", val=numbering.instance(look.list))
            _put(style, w("numPr", level, instance), _BEFORE_NUMBERS)


def missing(house: HouseStyles, used: Iterable[str]) -> list[str]:
    """Give which of our styles (their keys) a paper needs besides those of the house, with what these rest on."""
    paragraphs, wanted = paragraph_looks(), list(used)
    for key in wanted:  # grows while it is read
        if look := _fitted(house).get(key, paragraphs.get(key)):
            wanted += [one for one in (look.base, look.following) if one and one not in wanted]
    known = dict.fromkeys(key for _kind, key, _name in _ours())
    return [key for key in known if key in wanted and key not in house.ids]


def add_styles(house: HouseStyles, keys: list[str], design: Design, numbering: Numbering) -> dict[str, str]:
    """Add styles of ours behind those of the house; give the ids by which all of ours are known there."""
    taken = {_id(one) for one in house.part.iterfind(name("w:style"))}
    ids = {**house.ids, **{key: f"{key}Roundtable" if key in taken else key for key in keys}}
    fonts = house.said("Heading1", "w:rPr/w:rFonts")
    styling = Styling(design.accent, design.page.measure, numbering, fonts, ours=False)
    for style in styles_of(keys, styling, _fitted(house)):
        style.set(name("w:styleId"), ids[_id(style)])
        rename(style, ids)
        based = style.find(name("w:basedOn"))
        if based is not None and _val(based) not in ids.values():
            style.remove(based)
        house.part.append(style)
    return ids


def _fitted(house: HouseStyles) -> dict[str, Look]:
    """Have whom a quotation is told of stand as the house's quotations do, where it has such."""
    if "IntenseQuote" not in house.ids:
        return {}
    look = paragraph_looks()["QuoteAttribution"]
    return {look.key: replace(look, base="IntenseQuote", bar=False)}


def rename(part: Element, ids: Mapping[str, str]) -> None:
    """Have what is ours refer to styles by the ids that they have in a house's file."""
    for told in part.iter(*map(name, ("w:pStyle", "w:rStyle", "w:tblStyle", "w:basedOn", "w:next"))):
        key = told.get(name("w:val")) or ""
        if key in ids and ids[key] != key:
            told.set(name("w:val"), ids[key])


def _default_type(part: Element) -> Element:
    """Give the default properties of letters, made where there are none."""
    place = part
    for at, tag in ((0, "docDefaults"), (0, "rPrDefault"), (0, "rPr")):
        found = place.find(name(f"w:{tag}"))
        if found is None:
            found = w(tag)
            place.insert(at, found)
        place = found
    return place


def _put(style: Element, made: Element, before: tuple[str, ...]) -> None:
    """Put something among the properties of a style's paragraphs, in its place."""
    properties = style.find(name("w:pPr"))
    if properties is None:
        properties = w("pPr")
        letters = style.find(name("w:rPr"))
        if letters is None:
            style.append(properties)
        else:
            letters.addprevious(properties)
    for old in properties.findall(made.tag):
        properties.remove(old)
    first = {name(f"w:{tag}") for tag in before}
    properties.insert(sum(one.tag in first for one in properties), made)


def _lacking_tabs(house: HouseStyles, look: Look, measure: int) -> list[Element]:
    """Give the tabs that contents, headers and footers need and a style has not: behind numbers, and on the right."""
    there = {_val(one) for one in _tabs(house, look.key)}
    indents = _numbers(house, look.key, "w:pPr/w:ind", ("hanging",))
    counted = look.key == "TOC1" and "left" not in there and not indents
    tabs = [w("tab", val="left", pos=str(_NUMBER))] if counted else []
    if (look.leader or look.edge) and "right" not in there:
        tabs += list(right_tab(measure, leader=look.leader))
    return tabs


def _tabs(house: HouseStyles, key: str) -> list[Element]:
    found = house.said(key, "w:pPr/w:tabs")
    return [] if found is None else list(found)


def _numbers(house: HouseStyles, key: str, path: str, names: tuple[str, ...]) -> dict[str, str]:
    """Give attributes as the first along the chain has each of them."""
    told: dict[str, str] = {}
    for one in house.chain(key):
        if (found := _at(one, path)) is not None:
            for each in names:
                if value := found.get(name(f"w:{each}")):
                    told.setdefault(each, value)
    return told


def _is_on(house: HouseStyles, key: str, path: str) -> bool:
    found = house.said(key, path)
    return found is not None and found.get(name("w:val")) not in {"0", "false", "off"}


def _at(element: Element, path: str) -> Element | None:
    """Find below a style, or below a default, whose properties stand in it in the same way."""
    return element.find("/".join(map(name, path.split("/"))))


def _whole(written: str | None, usual: int) -> int:
    try:
        return round(float(written)) if written else usual
    except ValueError:  # a length with a unit, which Word writes nowhere
        return usual


def _val(element: Element | None) -> str | None:
    return None if element is None else element.get(name("w:val"))


def _id(style: Element) -> str:
    return style.get(name("w:styleId")) or ""


def copied(house: HouseStyles) -> HouseStyles:
    """Give a copy that may be changed."""
    return HouseStyles(deepcopy(house.part), house.ids)
