"""The blocks of a part as HTML, its headings below the part's own title and without gaps."""

from collections.abc import Iterable
from typing import assert_never

from roundtable.report.document import (
    Block,
    BlockQuote,
    Bullets,
    CodeBlock,
    Heading,
    Mark,
    Numbered,
    Paragraph,
    PullQuote,
    Rule,
    Table,
)
from roundtable.report.html.elements import Html, element, joined, lines
from roundtable.report.html.inlines import phrase
from roundtable.report.html.tables import table

_TITLE = 2  # the level of a part's own title
_DEEPEST = 6


class Writer:
    """Writes the blocks of one part; `headings` are those right below its title, as (id, words)."""

    def __init__(self, anchor: str) -> None:
        self.headings: list[tuple[str, Html]] = []
        self._anchor = anchor
        self._level = _TITLE

    def blocks(self, blocks: Iterable[Block]) -> Html:
        """Write blocks; those without words are left out."""
        return lines(*map(self._block, blocks))

    def _block(self, block: Block) -> Html:
        match block:
            case Heading():
                return self._heading(block)
            case Paragraph():
                return _worded("p", phrase(block.inlines), block.mark)
            case BlockQuote():
                return _around("blockquote", self.blocks(block.blocks))
            case PullQuote():
                return _pulled(block)
            case Bullets():
                return self._list("ul", block.items)
            case Numbered():
                start = None if block.start == 1 else str(block.start)
                titled = any(
                    isinstance(one, Paragraph) and one.mark is Mark.TITLE
                    for point in block.items
                    for one in point
                )
                return self._list("ol", block.items, start=start, class_="takeaways" if titled else None)
            case CodeBlock():
                return element("pre", element("code", block.text))
            case Rule():
                return element("hr")
            case Table():
                return table(block)
            case _:
                assert_never(block)

    def _heading(self, heading: Heading) -> Html:
        words = phrase(heading.inlines)
        if not words:
            return words
        self._level = min(heading.level + 1, self._level + 1, _DEEPEST)
        if self._level > _TITLE + 1:
            return element(f"h{self._level}", words)
        anchor = f"{self._anchor}-{len(self.headings) + 1}"
        self.headings.append((anchor, words))
        return element(f"h{self._level}", words, id=anchor)

    def _list(self, name: str, points: tuple[tuple[Block, ...], ...], **attributes: str | None) -> Html:
        made = lines(*(element("li", self._point(point)) for point in points))
        return _around(name, made, **attributes)

    def _point(self, point: tuple[Block, ...]) -> Html:
        """Write a point of a list; a paragraph without others is its words alone."""
        match point:
            case (Paragraph(mark=None) as only,):
                return phrase(only.inlines)
            case _:
                return self.blocks(point)


def _worded(name: str, words: Html, mark: Mark | None) -> Html:
    return element(name, words, class_=str(mark) if mark else None) if words else words


def _around(name: str, inside: Html, **attributes: str | None) -> Html:
    return element(name, "\n", inside, "\n", **attributes) if inside else inside


def _pulled(quote: PullQuote) -> Html:
    words, told = phrase(quote.inlines), phrase(quote.attribution)
    quoted = element("blockquote", element("p", words)) if words else words
    return (
        element("figure", joined(quoted, element("figcaption", told) if told else told)) if quoted else quoted
    )
