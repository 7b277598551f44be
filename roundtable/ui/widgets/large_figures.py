"""Figures and capitals made of blocks, as large as there is room for."""

from collections.abc import Mapping, Sequence

HEIGHT = 5  # dots
GAP = 1  # dots between two signs
_HALVES = {
    ("#", "#"): "█",
    ("#", "."): "▀",
    (".", "#"): "▄",
    (".", "."): " ",
}  # upper and lower half of a cell
WIDEST_DOT = 2.2  # columns a row: a terminal's cell is about twice as high as it is wide

# Five rows of dots a sign, parted by slashes.
_DRAWN = """
0 ###/#.#/#.#/#.#/###  1 .#./##./.#./.#./###  2 ###/..#/###/#../###  3 ###/..#/###/..#/###
4 #.#/#.#/###/..#/..#  5 ###/#../###/..#/###  6 ###/#../###/#.#/###  7 ###/..#/..#/..#/..#
8 ###/#.#/###/#.#/###  9 ###/#.#/###/..#/###  : ./#/./#/.            − ../../##/../..
! #/#/#/./#            - ../../##/../..       . ./././././#          ' #/#/././.
A ###/#.#/###/#.#/#.#  B ##./#.#/##./#.#/##.  C ###/#../#../#../###  D ##./#.#/#.#/#.#/##.
E ###/#../##./#../###  F ###/#../##./#../#..  G ####/#.../#.##/#..#/####  H #.#/#.#/###/#.#/#.#
I #/#/#/#/#            J ..#/..#/..#/#.#/###  K #..#/#.#./##../#.#./#..#  L #../#../#../#../###
M #...#/##.##/#.#.#/#...#/#...#  N #..#/##.#/#.##/#..#/#..#  O ###/#.#/#.#/#.#/###
P ###/#.#/###/#../#..  Q ####/#..#/#..#/####/...#  R ###/#.#/##./#.#/#.#  S ###/#../###/..#/###
T ###/.#./.#./.#./.#.  U #.#/#.#/#.#/#.#/###  V #.#/#.#/#.#/#.#/.#.
W #...#/#...#/#.#.#/##.##/#...#  X #.#/#.#/.#./#.#/#.#  Y #.#/#.#/.#./.#./.#.  Z ####/..#./.#../#.../####
"""
_WORDS = _DRAWN.split()
GLYPHS: Mapping[str, tuple[str, ...]] = {
    sign: tuple(dots.split("/")[:HEIGHT]) for sign, dots in zip(_WORDS[::2], _WORDS[1::2], strict=True)
} | {" ": ("..",) * HEIGHT}


def can_draw(text: str) -> bool:
    """Tell whether there is a drawing for each sign of a text."""
    return bool(text) and all(sign in GLYPHS for sign in text.upper())


def dots_across(text: str) -> int:
    """Give how many dots wide a text is."""
    return sum(len(GLYPHS[sign][0]) + GAP for sign in text.upper()) - GAP


def largest(text: str, width: int, height: int) -> tuple[int, int]:
    """Give the columns and half rows of a dot with which a text fills a room best; (0, 0) where none fits."""
    across = dots_across(text)
    for halves in range(2 * height // HEIGHT, 1, -1):
        columns = min(width // across, round(halves * WIDEST_DOT / 2))
        if 2 * columns >= halves:
            return columns, halves
    return 0, 0


def drawn(text: str, width: int, height: int) -> list[str]:
    """Draw a text in lines of blocks, as large as a room allows; nothing where it does not fit or cannot be drawn."""
    if not can_draw(text):
        return []
    columns, halves = largest(text, width, height)
    rows = [("." * GAP).join(GLYPHS[sign][row] for sign in text.upper()) for row in range(HEIGHT)]
    dots = [row for row in rows for _ in range(halves)]
    dots += ["." * dots_across(text)] * (len(dots) % 2)
    return halves_joined(dots, columns)


def halves_joined(dots: Sequence[str], columns: int) -> list[str]:
    """Make a line of blocks of every two rows of dots, each of so many columns."""
    return [
        "".join(_HALVES[pair] * columns for pair in zip(upper, lower, strict=True)).rstrip()
        for upper, lower in zip(dots[::2], dots[1::2], strict=True)
    ]
