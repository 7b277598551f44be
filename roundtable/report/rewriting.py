"""Prose written anew after some of its paragraphs changed: what was not touched stays as it was written."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby, islice

from roundtable.report.comparing import Own
from roundtable.report.document import (
    BlockQuote,
    Bullets,
    Emphasis,
    Heading,
    Inline,
    Link,
    Numbered,
    PullQuote,
    Reference,
    Strong,
    Table,
    Text,
)
from roundtable.report.markdown import write_prose
from roundtable.report.pieces import Piece, pieces, put_together
from roundtable.report.prose import read_prose, top_level
from roundtable.report.referring import Referring

_NOTHING = "\ue000"  # stands for the words of a reference that has none while prose is written
_HASHES = re.compile(r"#{1,6}(?= )")


def owned(markdown: str, referring: Referring) -> tuple[Own, ...]:
    """Give the paragraphs of prose as they are kept and as they are printed."""
    whole = pieces(read_prose(markdown))  # headings at the levels that they have in the paper
    return tuple(
        Own(piece, _told(piece, referring), place)
        for place, (_lines, count) in enumerate(_slices(markdown))
        for piece in islice(whole, count)
    )


def _slices(markdown: str) -> list[tuple[str, int]]:
    """Give the lines of each block with how many paragraphs it has; one that has none goes with its neighbour."""
    made: list[tuple[str, int]] = []
    for lines, blocks in top_level(markdown):
        count = sum(1 for _one in pieces(blocks))
        if made and not (count and made[-1][1]):
            before, known = made.pop()
            made.append((f"{before}\n\n{lines}", known + count))
        else:
            made.append((lines, count))
    return made


def _told(piece: Piece, referring: Referring) -> Piece:
    told = next(iter(referring.blocks((piece.block,))), None)
    if told is None or isinstance(told, Bullets | Numbered | BlockQuote):
        return piece.having(())
    return replace(piece, block=told)


def rewritten(markdown: str, before: Iterable[Own], taken: Iterable[Own]) -> str:
    """Write prose with what was taken into it; blocks of which nothing changed keep their very lines."""
    slices = [lines for lines, _count in _slices(markdown)]
    known = {place: list(those) for place, those in groupby(before, lambda own: own.place)}
    written = [text for run in _runs(taken) for text in _written(run, slices, known)]
    return "\n\n".join(filter(None, written))


def _runs(taken: Iterable[Own]) -> Iterator[list[Own]]:
    """Give what is written together: the points of lists that stand one behind the other, a quotation, a paragraph."""
    run: list[Own] = []
    for own in taken:
        if run and not _together(run[-1], own):
            yield run
            run = []
        run.append(own)
    if run:
        yield run


def _together(before: Own, own: Own) -> bool:
    first, second = before.source, own.source
    if first.inside and second.inside:
        return first.inside[0] is second.inside[0] or before.place == own.place is not None
    if isinstance(second.block, PullQuote) and not second.block.inlines:
        return isinstance(first.block, PullQuote) and bool(first.block.inlines)
    return False


def _written(
    run: Sequence[Own], slices: Sequence[str], known: Mapping[int | None, list[Own]]
) -> Iterator[str]:
    groups = [(place, list(those)) for place, those in groupby(run, lambda own: own.place)]
    if all(place is not None and those == known[place] for place, those in groups):
        yield from (slices[place] for place, _those in groups if place is not None)
        return
    for block in put_together(_with_words(own.source) for own in run):
        text = write_prose((block,)).strip("\n").replace(f"[{_NOTHING}](", "[](")
        place = groups[0][0]
        # A heading stays at the level that it was written at: those below it go by that.
        hashes = _HASHES.match(slices[place]) if isinstance(block, Heading) and place is not None else None
        yield _HASHES.sub(hashes[0], text, count=1) if hashes else text


def _with_words(piece: Piece) -> Piece:
    """Give a paragraph in which no reference is without words, as nothing is written of such a one."""
    if isinstance(piece.block, Table):
        rows = [
            tuple(replace(cell, inlines=_filled(cell.inlines)) for cell in row)
            for row in (piece.block.header, *piece.block.rows)
        ]
        return replace(piece, block=replace(piece.block, header=rows[0], rows=tuple(rows[1:])))
    return piece.having(_filled(piece.inlines))


def _filled(inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
    made: list[Inline] = []
    for inline in inlines:
        match inline:
            case Reference(inlines=()):
                made.append(replace(inline, inlines=(Text(_NOTHING),)))
            case Emphasis() | Strong() | Link():
                made.append(replace(inline, inlines=_filled(inline.inlines)))
            case _:
                made.append(inline)
    return tuple(made)
