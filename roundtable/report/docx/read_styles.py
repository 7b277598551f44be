"""What styles and lists of a Word file mean, whoever made it and in whatever language."""

import re
from dataclasses import dataclass
from functools import cache

from roundtable.report.docx.elements import Element, name, value
from roundtable.report.docx.localised import localised, spelled
from roundtable.report.docx.look import character_looks, paragraph_looks
from roundtable.report.pieces import Frame

_HEADING = re.compile(r"Heading([1-9])")
_BOLD = frozenset({"Strong", "StrongEmphasis"})
_ITALIC = frozenset({"Emphasis", "StrongEmphasis"})
_DEEPEST = 20  # styles that rest on one another
_NO_HEADING = 9  # the level of an outline that is none


@dataclass(frozen=True, slots=True)
class Style:
    """A style: its name, on which it rests, and what it says itself (None: nothing)."""

    name: str
    base: str
    outline: int | None = None
    points: tuple[str, int] | None = None  # the number of a list, and the level in it
    bold: bool | None = None
    italic: bool | None = None


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
        self._ours = {style: key for style, one in self._styles.items() if (key := _ours(style, one.name))}
        self._lists = dict(_lists(numbering)) if numbering is not None else {}

    def key(self, style: str) -> str:
        """Give which of our styles one stands for, or rests on; empty for one of running text."""
        return next((self._ours[one] for one in self._above(style) if one in self._ours), "")

    def outline(self, style: str) -> int | None:
        """Give the level of a style in the outline, 0 for the title of a part; None for one of running text."""
        for one in self._above(style):
            if found := _HEADING.fullmatch(self._ours.get(one, "")):
                return int(found[1]) - 1
            level = self._styles[one].outline
            if level is not None:
                return level if level < _NO_HEADING else None
        return None

    def listed(self, style: str) -> tuple[str, int] | None:
        """Give the list that a style puts its paragraphs in."""
        return next(filter(None, (self._styles[one].points for one in self._above(style))), None)

    def bold(self, style: str) -> bool:
        """Say whether a style of letters is bold."""
        said = (self._styles[one].bold for one in self._above(style))
        return self.key(style) in _BOLD or next((one for one in said if one is not None), False)

    def italic(self, style: str) -> bool:
        """Say whether a style of letters is italic."""
        said = (self._styles[one].italic for one in self._above(style))
        return self.key(style) in _ITALIC or next((one for one in said if one is not None), False)

    def frame(self, number: str, level: int) -> Frame | None:
        """Give what kind of list a number stands for; None where it stands for none."""
        formats = self._lists.get(number)
        if number == "0" or formats is None:
            return None
        kind = formats.get(level, "bullet")
        if kind == "none":
            return None
        return Frame.BULLETS if kind == "bullet" else Frame.NUMBERED

    def _above(self, style: str) -> list[str]:
        """Give a style and those that it rests on (their ids)."""
        found: list[str] = []
        while style in self._styles and len(found) < _DEEPEST:
            found.append(style)
            style = self._styles[style].base
        return found


def _style(element: Element) -> tuple[str, Style]:
    paragraph, letters = element.find(name("w:pPr")), element.find(name("w:rPr"))
    return element.get(name("w:styleId"), ""), Style(
        value(element, "w:name") or "",
        value(element, "w:basedOn") or "",
        whole(value(paragraph, "w:outlineLvl")),
        numbered(paragraph),
        switch(letters, "w:b"),
        switch(letters, "w:i"),
    )


@cache
def _known() -> dict[str, str]:
    """Give our styles by what they are called, here and in other languages."""
    looks = [*paragraph_looks().values(), *character_looks().values()]
    names = {called: look.key for look in looks for called in localised(look.key)}
    return names | {called: look.key for look in looks for called in (spelled(look.key), spelled(look.name))}


def _ours(style: str, called: str) -> str:
    """Give which of our styles one is, by its name or else its id; empty where it is none."""
    return _known().get(spelled(called)) or _known().get(spelled(style), "")


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
