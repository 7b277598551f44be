"""Running text in letters of blocks, four rows high and more, that are read from the other end of a room."""

import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache

from roundtable.ui.widgets.large_figures import GLYPHS, HEIGHT, halves_joined

ROWS = 8  # dots of a line: one for accents on capitals, five of letters, one below the line, one between the lines
ROWS_A_LINE = ROWS // 2  # of a terminal, where a dot is half a cell
WORD_GAP = 3  # dots
LARGEST = 6  # columns of a dot

# As the capitals and figures; a sixth row is below the line.
_DRAWN = """
a .../.##/#.#/#.#/.##  b #../##./#.#/#.#/##.  c .../.##/#../#../.##  d ..#/.##/#.#/#.#/.##
e .../.##/#.#/##./.##  f .#/#./##/#./#.       g .../.##/#.#/#.#/.##/##.  h #../##./#.#/#.#/#.#
i #/./#/#/#            j .#/../.#/.#/.#/#.    k #../#.#/##./##./#.#  l #/#/#/#/#
m ...../####./#.#.#/#.#.#/#.#.#               n .../##./#.#/#.#/#.#  o .../.#./#.#/#.#/.#.
p .../##./#.#/#.#/##./#..  q .../.##/#.#/#.#/.##/..#  r ../##/#./#./#.  s .../.##/##./..#/##.
t #./##/#./#./.#       u .../#.#/#.#/#.#/.##  v .../#.#/#.#/#.#/.#.  w ...../#.#.#/#.#.#/#.#.#/.#.#.
x .../#.#/.#./.#./#.#  y .../#.#/#.#/#.#/.##/##.  z .../###/.#./#../###
I ###/.#./.#./.#./###  O .#./#.#/#.#/#.#/.#.  œ ...../.#.##/#.###/#.#../.#.##
. ././././#            , ../../../../.#/#.    ; ../../.#/../.#/#.    ? ##./..#/.#./.../.#.
' #/#/././.            ’ #/#/././.            ‘ #/#/././.            " #.#/#.#/.../.../...
“ #.#/#.#/.../.../...  ” #.#/#.#/.../.../...  „ .../.../.../.../#.#/#.#  … ...../...../...../...../#.#.#
« ..../.#.#/#.#./.#.#/....  » ..../#.#./.#.#/#.#./....  ( .#/#./#./#./.#  ) #./.#/.#/.#/#.
– ..../..../####/..../....  — ...../...../#####/...../.....  / ..#/..#/.#./#../#..  % #.#/..#/.#./#../#.#
& .#../#.#./.#../#.#./.#.#  + .../.#./###/.#./...  = .../###/.../###/...  € .##/#../##./#../.##
"""
_WORDS = _DRAWN.split()
LETTERS = {
    **GLYPHS,
    **{sign: tuple(dots.split("/")) for sign, dots in zip(_WORDS[::2], _WORDS[1::2], strict=True)},
}
_DOTLESS = ("...", ".#.", ".#.", ".#.", ".#.")  # an i under an accent
_ABOVE = {
    "\u0300": "#..",
    "\u0301": "..#",
    "\u0302": ".#.",
    "\u0303": "##.",
    "\u0308": "#.#",
    "\u030a": ".#.",
}
_CEDILLA = "\u0327"


@lru_cache(maxsize=8)  # the stage is painted every second
def lettered(text: str, width: int, height: int) -> tuple[tuple[str, ...], ...]:
    """Draw a text in lines of about one length, as large as a room allows; give the rows of each line.

    Nothing where it does not fit, or has a sign without a drawing.
    """
    paragraphs = [[_word(word) for word in line.split()] for line in text.split("\n") if line.strip()]
    if not paragraphs or any(word is None for line in paragraphs for word in line):
        return ()
    known = [[word for word in line if word] for line in paragraphs]
    for size in range(min(LARGEST, height // ROWS_A_LINE), 0, -1):
        lines = [line for words in known for line in _wrapped(words, width // size)]
        if lines and len(lines) * ROWS_A_LINE * size <= height and _widest(lines) * size <= width:
            return tuple(tuple(_rows(line, size)) for line in lines)
    return ()


def _word(word: str) -> list[str] | None:
    """Give the rows of dots of a word; nothing where a sign in it has no drawing."""
    signs = [_sign(sign) for sign in unicodedata.normalize("NFC", word)]
    if any(sign is None for sign in signs):
        return None
    return [".".join(sign[row] for sign in signs if sign) for row in range(ROWS)]


def _sign(sign: str) -> list[str] | None:
    """Give the rows of dots of a letter, its accent among them."""
    if sign in LETTERS:
        return _placed(LETTERS[sign])
    apart = unicodedata.normalize("NFD", sign)
    base, mark = apart[0], apart[1:]
    if base not in LETTERS or (mark not in _ABOVE and mark != _CEDILLA):
        return None
    rows = _placed(_DOTLESS if base == "i" else LETTERS[base])
    across = len(rows[0])
    if mark == _CEDILLA:
        rows[HEIGHT + 1] = ".#.".center(across, ".")[:across]
    else:
        rows[1 if base.islower() else 0] = _ABOVE[mark].center(across, ".")[:across]
    return rows


def _placed(drawing: Sequence[str]) -> list[str]:
    blank = "." * len(drawing[0])
    return [blank, *drawing, *[blank] * (ROWS - 1 - len(drawing))]


def _wrapped(words: Sequence[list[str]], most: int) -> list[list[str]]:
    """Put words into as few lines as they need, none of them much shorter than the others."""
    lines = _filled(words, most)
    low, high = most // 2, most
    while low < high:
        width = (low + high) // 2
        if len(_filled(words, width)) > len(lines):
            low = width + 1
        else:
            high = width
    return _filled(words, high)


def _filled(words: Iterable[list[str]], most: int) -> list[list[str]]:
    lines: list[list[str]] = []
    for word in words:
        if lines and len(lines[-1][0]) + WORD_GAP + len(word[0]) <= most:
            lines[-1] = [before + "." * WORD_GAP + row for before, row in zip(lines[-1], word, strict=True)]
        else:
            lines.append(word)
    return lines


def _widest(lines: Sequence[list[str]]) -> int:
    return max(len(line[0]) for line in lines)


def _rows(line: Sequence[str], size: int) -> list[str]:
    return halves_joined([row for row in line for _ in range(size)], size)
