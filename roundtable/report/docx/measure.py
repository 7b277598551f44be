"""How wide words are and how many lines they take, near enough to guess where pages end."""

from functools import lru_cache

from roundtable.report.docx.look import Look

# Widths of letters in thousandths of the type size, as in Carlito, which is as wide as Calibri.
_WIDTHS = {
    letter: width
    for width, letters in {
        225: "' ilj\u00a0",
        251: ",‘’.I",
        268: ":;`",
        304: "()f-[]{}J!\u202f",
        335: "tr",
        393: "/\\sz",
        418: '"“”Lc',
        447: "xvyk|FS",
        479: "?Zga",
        491: "TYEe#*+<=>^_~–•",
        507: "$0123456789€",
        523: "PXKbdhnpquo",
        544: "CRB",
        573: "VA",
        625: "DHG",
        654: "UNOQ&",
        715: "%w…m",
        880: "MW@—",
    }.items()
    for letter in letters
}
_OTHER = 500
# Bold runs wider, and so do capitals; a line is higher than its type.
_WIDER = {"display": 1.0, "body": 1.01, "fixed": 1.15}
_HEIGHT = {"display": 1.17, "body": 1.22, "fixed": 1.17}
_SPACE = _WIDTHS[" "]
_TWENTIETHS = 20


def width(text: str, look: Look) -> float:
    """Give the width of words on one line, in twentieths of a point."""
    units = sum(_width(word) for word in text.split(" ")) + _SPACE * text.count(" ")
    return units * _scale(look) + len(text) * look.tracking


def lines(text: str, look: Look, room: float) -> int:
    """Give the number of lines that words take in a room of this width (twentieths of a point); at least one."""
    limit = max(room, 1) / _scale(look) - 1
    return sum(_broken(part, limit) for part in text.split("\n"))


def line_height(look: Look) -> float:
    """Give the height of a line in twentieths of a point."""
    return look.size * _TWENTIETHS * _HEIGHT[look.font] * look.line / 240


def _scale(look: Look) -> float:
    wider = _WIDER[look.font] * (1.06 if look.bold else 1.0) * (1.25 if look.caps else 1.0)
    return look.size * _TWENTIETHS * wider / 1000


def _broken(text: str, limit: float) -> int:
    """Count the lines of a text without breaks, filled word by word."""
    count, filled = 1, -float(_SPACE)
    for word in text.split(" "):
        size = _width(word)
        if filled + _SPACE + size > limit and filled > 0:
            count, filled = count + 1, float(size)
        else:
            filled += _SPACE + size
    return count


@lru_cache(maxsize=1 << 15)
def _width(word: str) -> int:
    return sum(_WIDTHS.get(letter, _OTHER) for letter in word)
