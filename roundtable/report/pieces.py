"""Blocks laid out one behind the other: paragraph by paragraph, each knowing the lists and quotations it stands in."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from itertools import groupby

from roundtable.report.document import (
    Block,
    BlockQuote,
    Bullets,
    CodeBlock,
    Heading,
    Inline,
    Mark,
    Numbered,
    Paragraph,
    PullQuote,
    Rule,
    Table,
    plain,
)
from roundtable.report.runs import Run, flat, merged

Leaf = Heading | Paragraph | PullQuote | CodeBlock | Rule | Table
Key = tuple[object, ...]
_BLANKS = re.compile(r"[ \t\n]+")


class Frame(StrEnum):
    """What a paragraph may stand in."""

    BULLETS = "bullets"
    NUMBERED = "numbered"
    QUOTE = "quote"


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph, heading or table, and what it stands in, the outermost first.

    A quotation that is set apart is two: its words, and of whom it is told (then it has no words). `begins` says that
    it is the first of its point in a list, which starts at `start`; `bookmarks` are those around it in Word.
    """

    block: Leaf
    inside: tuple[Frame, ...] = ()
    begins: bool = False
    start: int = field(default=1, compare=False)
    bookmarks: tuple[str, ...] = field(default=(), compare=False)

    @property
    def inlines(self) -> tuple[Inline, ...]:
        """Its words with their form; none for a table, for lines in a fixed pitch, and for a pause."""
        match self.block:
            case Heading() | Paragraph():
                return self.block.inlines
            case PullQuote():
                return self.block.inlines or self.block.attribution
        return ()

    def having(self, inlines: tuple[Inline, ...]) -> "Piece":
        """Give it with other words."""
        match self.block:
            case PullQuote() if not self.block.inlines:
                return replace(self, block=replace(self.block, attribution=inlines))
            case Heading() | Paragraph() | PullQuote():
                return replace(self, block=replace(self.block, inlines=inlines))
        return self

    @property
    def words(self) -> str:
        """What it says."""
        match self.block:
            case Table():
                rows = (self.block.header, *self.block.rows)
                return " | ".join(plain(cell.inlines) for row in rows for cell in row)
            case CodeBlock():
                return self.block.text
            case Rule():
                return "* * *"
        return _BLANKS.sub(" ", plain(self.inlines)).strip()

    @property
    def shape(self) -> Key:
        """What it is and where it stands, whatever it says."""
        match self.block:
            case Heading():
                which: Key = (self.block.level,)
            case Paragraph():
                which = (self.block.mark,)
            case PullQuote():
                which = (bool(self.block.inlines),)
            case _:
                which = ()
        return (type(self.block), *which, self.inside, self.begins)

    @property
    def key(self) -> Key:
        """What makes it the same as another: its shape, its words, and how these look."""
        looks = [
            replace(run, text=_BLANKS.sub(" ", run.text) if not run.breaks else run.text, language="")
            for run in flat(self.inlines)
        ]
        return (self.shape, self.words, tuple(look for look in merged(map(_untraced, looks))))


def _untraced(run: Run) -> Run:
    return replace(run, contribution="", tells=Run("").tells)


def pieces(blocks: Iterable[Block], inside: tuple[Frame, ...] = ()) -> Iterator[Piece]:
    """Lay blocks out."""
    for block in blocks:
        match block:
            case Bullets():
                yield from _points(block.items, (*inside, Frame.BULLETS), 1)
            case Numbered():
                yield from _points(block.items, (*inside, Frame.NUMBERED), block.start)
            case BlockQuote():
                yield from pieces(block.blocks, (*inside, Frame.QUOTE))
            case PullQuote():
                yield Piece(PullQuote(block.inlines), inside)
                if block.attribution:
                    yield Piece(PullQuote((), block.attribution), inside)
            case _:
                yield Piece(block, inside)


def _points(points: Sequence[tuple[Block, ...]], inside: tuple[Frame, ...], start: int) -> Iterator[Piece]:
    for point in points:
        for place, piece in enumerate(pieces(point, inside)):
            begins = piece.begins if piece.inside != inside else not place
            yield replace(piece, begins=begins, start=start)


def put_together(those: Iterable[Piece], depth: int = 0) -> tuple[Block, ...]:
    """Make blocks of pieces again; what stands in lists of a kind one behind the other becomes one list."""

    def frame(piece: Piece) -> Frame | None:
        return piece.inside[depth] if len(piece.inside) > depth else None

    blocks: list[Block] = []
    for found, group in groupby(those, frame):
        inner = list(group)
        match found:
            case None:
                blocks += _leaves(inner)
            case Frame.QUOTE:
                blocks.append(BlockQuote(put_together(inner, depth + 1)))
            case Frame.BULLETS:
                blocks.append(Bullets(_of_points(inner, depth)))
            case Frame.NUMBERED:
                blocks.append(Numbered(_of_points(inner, depth), inner[0].start))
    return tuple(blocks)


def _of_points(those: Sequence[Piece], depth: int) -> tuple[tuple[Block, ...], ...]:
    points: list[list[Piece]] = []
    for piece in those:
        if not points or (piece.begins and len(piece.inside) == depth + 1):
            points.append([])
        points[-1].append(piece)
    return tuple(put_together(point, depth + 1) for point in points)


def _leaves(those: Iterable[Piece]) -> Iterator[Block]:
    """Give blocks that stand in nothing; a quotation that is set apart gets back of whom it is told."""
    waiting: PullQuote | None = None
    for piece in those:
        block = piece.block
        if waiting and isinstance(block, PullQuote) and not block.inlines:
            yield replace(waiting, attribution=block.attribution)
            waiting = None
            continue
        if waiting:
            yield waiting
        waiting = block if isinstance(block, PullQuote) and block.inlines else None
        if isinstance(block, PullQuote) and not block.inlines:
            yield Paragraph(block.attribution)
        elif waiting is None:
            yield _without_lead(block)
    if waiting:
        yield waiting


def _without_lead(block: Block) -> Block:
    """Give a paragraph as prose keeps it: which one opens a part is for the paper to say."""
    match block:
        case Paragraph(inlines, Mark.LEAD):
            return Paragraph(inlines)
    return block
