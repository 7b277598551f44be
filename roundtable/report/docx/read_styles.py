"""What styles and lists of a Word file mean, whoever made it and in whatever language."""

import re
from dataclasses import dataclass

from roundtable.report.docx.elements import Element, name
from roundtable.report.pieces import Frame

_HEADING = re.compile(r"(?:heading|kop|titre|überschrift|titolo|título|rubrik|overskrift) ?([1-9])")
_DEEPEST = 20  # styles that rest on one another
_NO_HEADING = 9  # the level of an outline that is none


@dataclass(frozen=True, slots=True)
class Style:
    """A style: its name in small letters, on which it rests, and what it says itself (None: nothing)."""

    name: str
    base: str
    outline: int | None = None
    points: tuple[str, int] | None = None  # the number of a list, and the level in it
    bold: bool | None = None
    italic: bool | None = None


def value(element: Element | None, tag: str, attribute: str = "w:val") -> str | None:
    """Give an attribute of an element inside another; None where there is no such element."""
    found = element.find(name(tag)) if element is not None else None
    return None if found is None else found.get(name(attribute), "")


def switch(properties: Element | None, tag: str) -> bool | None:
    """Say whether something is switched on or off; None where nothing is said."""
    found = value(properties, tag)
    return None if found is None else found not in {"0", "false", "off"}


def whole(text: str | None) -> int | None:
    """Read a whole number; None where there is none."""
    return int(text) if text is not None and re.fullmatch(r"[0-9]{1,9}", text) else None


class Styles:
    """The styles of a file by their ids, and the lists by their numbers."""

    def __init__(self, styles: Element | None, numbering: Element | None) -> None:
        self._styles = dict(map(_style, styles.iter(name("w:style")))) if styles is not None else {}
        self._lists = dict(_lists(numbering)) if numbering is not None else {}

    def name(self, style: str) -> str:
        """Give the name of a style, in small letters."""
        return self._styles[style].name if style in self._styles else style.lower()

    def outline(self, style: str) -> int | None:
        """Give the level of a style in the outline, 0 for the title of a part; None for one of running text."""
        for one in self._above(style):
            if one.outline is not None:
                return one.outline if one.outline < _NO_HEADING else None
            if found := _HEADING.fullmatch(one.name):
                return int(found[1]) - 1
        return None

    def listed(self, style: str) -> tuple[str, int] | None:
        """Give the list that a style puts its paragraphs in."""
        return next((one.points for one in self._above(style) if one.points is not None), None)

    def bold(self, style: str) -> bool:
        """Say whether a style is bold."""
        return next((one.bold for one in self._above(style) if one.bold is not None), False)

    def italic(self, style: str) -> bool:
        """Say whether a style is italic."""
        return next((one.italic for one in self._above(style) if one.italic is not None), False)

    def frame(self, number: str, level: int) -> Frame | None:
        """Give what kind of list a number stands for; None where it stands for none."""
        formats = self._lists.get(number)
        if number == "0" or formats is None:
            return None
        kind = formats.get(level, "bullet")
        if kind == "none":
            return None
        return Frame.BULLETS if kind == "bullet" else Frame.NUMBERED

    def _above(self, style: str) -> list[Style]:
        """Give a style and those that it rests on."""
        found: list[Style] = []
        while style in self._styles and len(found) < _DEEPEST:
            found.append(self._styles[style])
            style = found[-1].base
        return found


def _style(element: Element) -> tuple[str, Style]:
    paragraph, letters = element.find(name("w:pPr")), element.find(name("w:rPr"))
    return element.get(name("w:styleId"), ""), Style(
        (value(element, "w:name") or "").lower(),
        value(element, "w:basedOn") or "",
        whole(value(paragraph, "w:outlineLvl")),
        numbered(paragraph),
        switch(letters, "w:b"),
        switch(letters, "w:i"),
    )


def numbered(paragraph: Element | None) -> tuple[str, int] | None:
    """Give the number of the list that properties of a paragraph name, and the level in it."""
    properties = paragraph.find(name("w:numPr")) if paragraph is not None else None
    number = value(properties, "w:numId")
    return None if number is None else (number, whole(value(properties, "w:ilvl")) or 0)


def _lists(numbering: Element) -> list[tuple[str, dict[int, str]]]:
    """Give the formats of each list, by level."""
    formats = {
        one.get(name("w:abstractNumId"), ""): {
            whole(level.get(name("w:ilvl"))) or 0: value(level, "w:numFmt") or ""
            for level in one.iter(name("w:lvl"))
        }
        for one in numbering.iter(name("w:abstractNum"))
    }
    return [
        (one.get(name("w:numId"), ""), formats.get(value(one, "w:abstractNumId") or "", {}))
        for one in numbering.iter(name("w:num"))
    ]
