"""References put back into a paragraph that was edited where only its words can be seen."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from roundtable.domain.references import Tells
from roundtable.report.aligning import Span, spans
from roundtable.report.document import (
    Break,
    Code,
    Emphasis,
    Inline,
    Link,
    Reference,
    Strong,
    Table,
    Text,
    plain,
)
from roundtable.report.pieces import Piece
from roundtable.report.runs import Run, flat

Place = tuple[int, int, bool]
"""From where to where a reference stands in the edited words, and whether these are others than before."""

_STANDS = 0.5  # the share of what a reference rests on that still stands, for it to rest on what that became
_BEFORE = 60  # characters before a reference without words of its own


@dataclass(frozen=True, slots=True)
class PutBack:
    """A paragraph as it was edited, with the references that survived; `lost` are the contributions (ids) of others."""

    piece: Piece
    lost: tuple[str, ...] = ()


def put_back(source: Piece, told: Piece, edited: Piece, *, reshaped: bool = False) -> PutBack:
    """Give an edited paragraph the references of the one that it was made from; `told` is that one as it was printed.

    Words of a reference that stand there to the letter are its words again, as they were kept; where at least half of
    them stands, those that they became are. `reshaped` says that it became another kind of paragraph.
    """
    if isinstance(edited.block, Table) and isinstance(source.block, Table) and isinstance(told.block, Table):
        return _table(source.block, told.block, edited)
    cited = list(_cited(source.inlines, told.inlines))
    if not edited.inlines:
        return PutBack(edited, tuple(one.contribution for *_at, one in cited))
    edit = _Edit.of(plain(told.inlines), plain(edited.inlines))
    placed = list(edit.placed(cited))
    standing = [(place, one) for place, one in placed if place]
    made = edited if reshaped else replace(source, bookmarks=())
    inlines = tuple(_written(flat(edited.inlines), standing))
    return PutBack(made.having(inlines), tuple(one.contribution for place, one in placed if place is None))


def _cited(
    source: Iterable[Inline], told: Iterable[Inline], at: int = 0
) -> Iterator[tuple[int, int, Reference]]:
    """Give the references of a text with where their words stand as it was printed."""
    printed = iter(told)
    for inline in source:
        if isinstance(inline, Reference) and inline.tells is Tells.WORDS and not inline.inlines:
            yield at, at, inline  # of which nothing is printed
            continue
        shown = next(printed, Text(""))
        end = at + len(plain((shown,)))
        match inline, shown:
            case Reference(), _:
                yield at, end, inline
            case ((Emphasis() | Strong() | Link()), (Emphasis() | Strong() | Link())):
                yield from _cited(inline.inlines, shown.inlines, at)
        at = end


@dataclass(frozen=True, slots=True)
class _Edit:
    """A text before it was edited and after, and what in the one became what in the other."""

    before: str
    words: str
    spans: tuple[Span, ...]

    @classmethod
    def of(cls, before: str, words: str) -> "_Edit":
        """Compare a text with what became of it."""
        return cls(before, words, spans(before, words))

    def placed(self, cited: Iterable[tuple[int, int, Reference]]) -> Iterator[tuple[Place | None, Reference]]:
        """Say where each reference stands in the edited words; nowhere, if it is lost."""
        done = 0
        for start, end, one in cited:
            place = self._standing(start, end, done) if start < end else None
            if place is None and one.tells is Tells.WORDS:
                place = self._reworded(start, end, done)
            done = place[1] if place else done
            yield place, one

    def _standing(self, start: int, end: int, done: int) -> Place | None:
        """Give where words stand to the letter: where they stood, else further on."""
        for span in self.spans:
            if (
                span.same
                and span.start <= start
                and end <= span.end
                and span.there + start >= done + span.start
            ):
                place = span.there + start - span.start
                return place, place + end - start, False
        place = self.words.find(self.before[start:end], done)
        return (place, place + end - start, False) if place >= 0 else None

    def _reworded(self, start: int, end: int, done: int) -> Place | None:
        """Give where words stand that were reworded, as long as enough of them is left."""
        before = start if start < end else max(0, end - _BEFORE)
        stays = sum(max(0, min(end, span.end) - max(before, span.start)) for span in self.spans if span.same)
        if stays < _STANDS * max(1, end - before):
            return None
        last = next(one for one in self.spans if one.start < end <= one.end)
        until = last.there + end - last.start if last.same else last.until
        if start == end:
            return max(done, until), max(done, until), False
        first = next(one for one in self.spans if one.start <= start < one.end)
        found = max(done, first.there + (start - first.start if first.same else 0))
        return (found, until, True) if found < until else None


def _written(runs: Sequence[Run], standing: Iterable[tuple[Place, Reference]]) -> Iterator[Inline]:
    """Give runs as inlines, with references in the place of their words."""
    done = 0
    for (start, end, anew), one in standing:
        yield from inlines_of(_cut(runs, done, start))
        yield replace(one, inlines=inlines_of(_cut(runs, start, end))) if anew else one
        done = end
    yield from inlines_of(_cut(runs, done, sum(len(run.text) for run in runs)))


def _cut(runs: Iterable[Run], start: int, end: int) -> Iterator[Run]:
    at = 0
    for run in runs:
        text = run.text[max(0, start - at) : max(0, end - at)]
        at += len(run.text)
        if text:
            yield replace(run, text=text)


def inlines_of(runs: Iterable[Run]) -> tuple[Inline, ...]:
    """Give runs as inlines."""
    return tuple(map(_inline, runs))


def _inline(run: Run) -> Inline:
    inline: Inline = Break() if run.breaks else Code(run.text) if run.code else Text(run.text)
    if run.breaks:
        return inline
    if run.emphasis:
        inline = Emphasis((inline,))
    if run.strong:
        inline = Strong((inline,))
    return Link((inline,), run.target) if run.target else inline


def _table(source: Table, told: Table, edited: Piece) -> PutBack:
    """Give an edited table the cells of the one before wherever they say the same."""
    if not isinstance(edited.block, Table):
        return PutBack(edited)
    known = {
        (row, column): (cell, plain(shown.inlines))
        for row, (cells, printed) in enumerate(
            zip((source.header, *source.rows), (told.header, *told.rows), strict=True)
        )
        for column, (cell, shown) in enumerate(zip(cells, printed, strict=True))
    }
    rows = [
        tuple(
            known[row, column][0]
            if (row, column) in known and known[row, column][1] == plain(cell.inlines)
            else cell
            for column, cell in enumerate(cells)
        )
        for row, cells in enumerate((edited.block.header, *edited.block.rows))
    ]
    kept = {id(cell) for cells in rows for cell in cells}
    lost = tuple(
        one.contribution
        for cell, _shown in known.values()
        if id(cell) not in kept
        for one in cell.inlines
        if isinstance(one, Reference)
    )
    numeric = source.numeric if len(rows[0]) == len(source.header) else frozenset()
    return PutBack(replace(edited, block=Table((), rows[0], tuple(rows[1:]), numeric)), lost)
