"""The takeaways of a paper that came back: each found again, and its title and text as paragraphs."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from roundtable.domain.contributions import Takeaway
from roundtable.domain.text import shortened
from roundtable.i18n import _
from roundtable.report.comparing import Own
from roundtable.report.document import Mark, Paragraph, Text
from roundtable.report.docx.bookmarks import takeaway_key
from roundtable.report.docx.reading import ReadPart
from roundtable.report.pieces import Frame, Piece
from roundtable.services.ledger import worded
from roundtable.services.matching import called

SHOWN = 40  # characters of what is told

Point = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Points:
    """The takeaways of a paper, and of the file that came back: in `pairs` those that are the same, by their ids."""

    exported: dict[str, Point]
    came: tuple[Point, ...]
    pairs: dict[str, tuple[Point, Point]]

    @classmethod
    def of(cls, exported: ReadPart, came: ReadPart) -> "Points":
        """Find each takeaway again: by its bookmark, else by how it begins, else by a paragraph of its text."""
        before = {_key(point): point for point in _points(exported.pieces) if _key(point)}
        left = list(_points(came.pieces))
        after = tuple(left)
        pairs: dict[str, tuple[Point, Point]] = {}
        for alike in (_by_bookmark, _by_beginning, _by_text):
            for key, point in before.items():
                found = next((one for one in left if alike(point, one)), None)
                if key not in pairs and found is not None:
                    left.remove(found)
                    pairs[key] = (point, found)
        return cls(before, after, pairs)

    def told(self) -> Iterator[str]:
        """Say what is not taken over: takeaways that are gone or new, and their order."""
        for key, point in self.exported.items():
            if key not in self.pairs:
                gone = _(
                    "The takeaway “{title}” is not in the file; it stays. `roundtable takeaway drop` drops it."
                )
                yield gone.format(title=shortened(point[0].words, SHOWN))
        places = {id(found): key for key, (_point, found) in self.pairs.items()}
        for point in self.came:
            if id(point) not in places:
                new = _(
                    "“{title}” is no takeaway of ours, and was not taken over. `roundtable takeaway add` adds one."
                )
                yield new.format(title=shortened(point[0].words, SHOWN))
        order = [places[id(point)] for point in self.came if id(point) in places]
        if order != [key for key in self.exported if key in self.pairs]:
            yield _("The takeaways stand in another order in the file; that of the ledger stays.")


def _points(pieces: Iterable[Piece]) -> Iterator[Point]:
    point: list[Piece] = []
    for piece in pieces:
        if piece.begins and point:
            yield tuple(point)
            point = []
        if piece.begins or point:
            point.append(piece)
    if point:
        yield tuple(point)


def _key(point: Point) -> str:
    return next((key for piece in point for mark in piece.bookmarks if (key := takeaway_key(mark))), "")


def _by_bookmark(point: Point, other: Point) -> bool:
    return _key(point) == _key(other)


def _by_beginning(point: Point, other: Point) -> bool:
    return called(point[0].words) == called(other[0].words)


def _by_text(point: Point, other: Point) -> bool:
    return not {one.key for one in point}.isdisjoint(one.key for one in other)


def text_of(one: Takeaway) -> str:
    """Give title and text of a takeaway as one."""
    return f"{one.title}\n\n{one.text}"


def owned(one: Takeaway, printed: Sequence[Piece]) -> tuple[Own, ...]:
    """Give title and text of a takeaway as paragraphs; one that nobody worded yet is `printed` otherwise."""
    title = [Piece(Paragraph((Text(one.title),), Mark.TITLE), (Frame.NUMBERED,))] if one.title else []
    paragraphs = [part for part in one.text.split("\n\n") if part.strip()]
    made = [*title, *(Piece(Paragraph((Text(part),)), (Frame.NUMBERED,)) for part in paragraphs)]
    told = printed if not one.worded and len(printed) == len(made) else made
    return tuple(Own(source, shown) for source, shown in zip(made, told, strict=True))


def with_words(one: Takeaway, taken: Sequence[Own]) -> Takeaway:
    """Give a takeaway the title and text that its paragraphs make; one without text keeps its own."""
    titles = [own.source for own in taken if _is_title(own.source)]
    text = "\n\n".join(_words(own.source) for own in taken if not _is_title(own.source))
    return worded(one, text or None, " ".join(map(_words, titles)))


def _is_title(piece: Piece) -> bool:
    return isinstance(piece.block, Paragraph) and piece.block.mark is Mark.TITLE


def _words(piece: Piece) -> str:
    match piece.inlines:
        case (Text(text),):
            return text
    return piece.words
