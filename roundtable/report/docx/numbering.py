"""The part that says how lists are marked and numbered, and has each list with numbers start anew."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from roundtable.report.docx.elements import Element, name, root, w
from roundtable.report.docx.look import COLOURS, Look, paragraph_looks

# The instances that styles point to; lists with numbers get one of their own each, so that they start anew.
_KINDS = ("bullets", "numbers", "takeaways")
_BULLETS = ("•", "–", "·")
_FORMATS = ("%1.", "%2.", "%3.")
_NUMBERS = ("decimal", "lowerLetter", "lowerRoman")
LEVELS = 3


@dataclass(frozen=True, slots=True)
class Place:
    """Where a style's list is defined: the definition's number, and the level in it."""

    definition: str
    level: str


@dataclass(frozen=True, slots=True)
class Lists:
    """The lists of a house: its part, and where those of our styles (by our keys) are defined."""

    part: Element | None = None
    places: Mapping[str, Place] = field(default_factory=dict)
    ids: Mapping[str, str] = field(default_factory=dict)  # of the house's styles, by our keys

    def after(self, tag: str, number: str) -> int:
        """Give the number after the last of the definitions, or of the instances."""
        found = self.part.iterfind(name(tag)) if self.part is not None else ()
        return 1 + max((int(one.get(name(number)) or 0) for one in found), default=-1)


class Numbering:
    """Collects the lists of a document, behind those of a house; each numbered one gets a number of its own."""

    def __init__(self, lists: Lists | None = None) -> None:
        self._lists = lists or Lists()
        self._definition = self._lists.after("w:abstractNum", "w:abstractNumId")
        self._instance = max(1, self._lists.after("w:num", "w:numId"))
        self._own: list[Element] = []

    def instance(self, kind: str) -> str:
        """Give the number of the instance that a style of this kind of list points to."""
        return str(self._instance + _KINDS.index(kind))

    def restart(self, style: str, start: int) -> Element:
        """Start a list anew at `start`, in the style of its points; give what has a paragraph belong to it."""
        look = paragraph_looks()[style]
        house = self._lists.places.get(style)
        place = house or Place(self._defined(look.list), str(look.level))
        number = str(self._instance + len(_KINDS) + len(self._own))
        anew = w("lvlOverride", w("startOverride", val=str(start)), ilvl=place.level)
        self._own.append(w("num", w("abstractNumId", val=place.definition), anew, numId=number))
        return w("numPr", w("ilvl", val=place.level), w("numId", val=number))

    def part(self, accent: str) -> Element:
        """Make the part."""
        shared = [
            w("num", w("abstractNumId", val=self._defined(kind)), numId=self.instance(kind))
            for kind in _KINDS
        ]
        house = list(self._lists.part) if self._lists.part is not None else []
        of_house = {
            tag: [one for one in house if one.tag == name(f"w:{tag}")]
            for tag in ("numPicBullet", "abstractNum", "num")
        }
        return root(
            "w:numbering",
            "w r",
            *of_house["numPicBullet"],
            *of_house["abstractNum"],
            *(self._made(kind, accent) for kind in _KINDS),
            *of_house["num"],
            *shared,
            *self._own,
        )

    def _defined(self, kind: str) -> str:
        return str(self._definition + _KINDS.index(kind))

    def _made(self, kind: str, accent: str) -> Element:
        looks = [look for look in paragraph_looks().values() if look.list == kind]
        return w(
            "abstractNum",
            w("multiLevelType", val="multilevel" if len(looks) > 1 else "singleLevel"),
            *(
                _level(
                    look,
                    accent,
                    "" if look.key in self._lists.places else self._lists.ids.get(look.key, look.key),
                )
                for look in sorted(looks, key=lambda look: look.level)
            ),
            abstractNumId=self._defined(kind),
        )


def _level(look: Look, accent: str, style: str) -> Element:
    bullets = look.list == "bullets"
    return w(
        "lvl",
        w("start", val="1"),
        w("numFmt", val="bullet" if bullets else _NUMBERS[look.level]),
        w("pStyle", val=style) if style else None,
        w("lvlText", val=(_BULLETS if bullets else _FORMATS)[look.level]),
        w("lvlJc", val="left"),
        w("pPr", w("ind", left=str(look.left), hanging=str(look.hanging))),
        _mark(look, accent, bullets=bullets),
        ilvl=str(look.level),
    )


def _mark(look: Look, accent: str, *, bullets: bool) -> Element:
    """Say how a bullet or number is drawn: bullets in the accent colour, numbers quieter than their words."""
    return w(
        "rPr",
        w("rFonts", asciiTheme="minorHAnsi", hAnsiTheme="minorHAnsi", cstheme="minorBidi"),
        *((w("b", val="0"), w("bCs", val="0")) if look.bold else ()),
        w("color", val=accent if bullets or look.list == "takeaways" else COLOURS["grey"]),
    )
