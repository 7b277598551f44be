"""The part that says how lists are marked and numbered, and has each list with numbers start anew."""

from roundtable.report.docx.elements import Element, root, w
from roundtable.report.docx.look import COLOURS, Look, paragraph_looks

# The instances that styles point to; lists with numbers get one of their own each, so that they start anew.
_KINDS = ("bullets", "numbers", "takeaways")
_BULLETS = ("•", "–", "·")
_FORMATS = ("%1.", "%2.", "%3.")
_NUMBERS = ("decimal", "lowerLetter", "lowerRoman")
LEVELS = 3


def list_number(kind: str) -> str:
    """Give the number of the instance that a style of this kind of list points to."""
    return str(_KINDS.index(kind) + 1)


class Numbering:
    """Collects the lists of a document; each numbered one gets a number of its own."""

    def __init__(self) -> None:
        self._restarts: list[tuple[str, int, int]] = []

    def restart(self, kind: str, level: int, start: int) -> str:
        """Give the number of a new list of this kind that starts at `start`."""
        self._restarts.append((kind, level, start))
        return str(len(_KINDS) + len(self._restarts))

    def part(self, accent: str) -> Element:
        """Make the part."""
        definitions = [_definition(number, kind, accent) for number, kind in enumerate(_KINDS)]
        shared = [w("num", _points_to(kind), numId=list_number(kind)) for kind in _KINDS]
        own = [
            w(
                "num",
                _points_to(kind),
                w("lvlOverride", w("startOverride", val=str(start)), ilvl=str(level)),
                numId=str(number),
            )
            for number, (kind, level, start) in enumerate(self._restarts, len(_KINDS) + 1)
        ]
        return root("w:numbering", "w", *definitions, *shared, *own)


def _points_to(kind: str) -> Element:
    return w("abstractNumId", val=str(_KINDS.index(kind)))


def _definition(number: int, kind: str, accent: str) -> Element:
    looks = [look for look in paragraph_looks().values() if look.list == kind]
    return w(
        "abstractNum",
        w("multiLevelType", val="multilevel" if len(looks) > 1 else "singleLevel"),
        *(_level(look, accent) for look in sorted(looks, key=lambda look: look.level)),
        abstractNumId=str(number),
    )


def _level(look: Look, accent: str) -> Element:
    bullets = look.list == "bullets"
    return w(
        "lvl",
        w("start", val="1"),
        w("numFmt", val="bullet" if bullets else _NUMBERS[look.level]),
        w("pStyle", val=look.key),
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
