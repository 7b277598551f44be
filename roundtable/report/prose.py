"""Prose that people write, read from Markdown (CommonMark and tables) into blocks."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from roundtable.domain.references import Tells
from roundtable.domain.text import clean_prose
from roundtable.report.document import (
    Block,
    BlockQuote,
    Break,
    Bullets,
    Cell,
    Code,
    CodeBlock,
    Emphasis,
    Heading,
    Inline,
    Link,
    Mark,
    Numbered,
    Paragraph,
    PullQuote,
    Reference,
    Rule,
    Strong,
    Table,
    Text,
)

_SCHEMES = {str(one): one for one in Tells}
_SAFE = ("http://", "https://", "mailto:")
_DASH = "— "
_SPACES = re.compile(r"[ \t\n]+")


class _Reader(MarkdownIt):
    """A reader that hands on every link, so that the words of an unsafe one are kept without it."""

    def validateLink(self, url: str) -> bool:  # noqa: N802, ARG002 — markdown-it's
        """Take any address: which are kept is decided where inlines are made."""
        return True


def read_prose(markdown: str) -> tuple[Block, ...]:
    """Read Markdown into blocks; its headings come out at level 2 and deeper, without gaps.

    References come out with their words as they are kept, and may have none: `Referring` tells them anew.
    """
    return tuple(_levelled(_blocks(_parsed(clean_prose(markdown)).children)))


def top_level(markdown: str) -> tuple[tuple[str, tuple[Block, ...]], ...]:
    """Give the blocks of a text, each with the lines that it was read from; a blank line parts these."""
    text = clean_prose(markdown)
    lines = text.split("\n")
    nodes = [node for node in _parsed(text).children if node.map]
    starts = [node.map[0] for node in nodes if node.map]
    places = zip(nodes, [0, *starts[1:]], [*starts[1:], len(lines)], strict=False)
    return tuple(("\n".join(lines[start:end]).strip("\n"), _blocks([node])) for node, start, end in places)


def _parsed(text: str) -> SyntaxTreeNode:
    # Deeper nesting than markdown-it's own limit (20) would lose words; blocks of HTML read as paragraphs.
    reader = _Reader("commonmark", {"maxNesting": 100}).enable("table").disable("html_block")
    return SyntaxTreeNode(reader.parse(text))


def _levelled(blocks: Iterable[Block]) -> Iterator[Block]:
    """Renumber headings: the first is at level 2, and none is more than one below what it stands under."""
    above: list[int] = []
    for block in blocks:
        if isinstance(block, Heading):
            while above and above[-1] >= block.level:
                above.pop()
            above.append(block.level)
            yield replace(block, level=len(above) + 1)
        else:
            yield block


def _blocks(nodes: Iterable[SyntaxTreeNode]) -> tuple[Block, ...]:
    return tuple(block for node in nodes for block in _block(node))


def _block(node: SyntaxTreeNode) -> Iterator[Block]:
    """Give the block of a node; none if there is nothing in it."""
    match node.type:
        case "paragraph" | "heading":
            yield from _worded(node)
        case "blockquote":
            if inside := _inside(node):
                yield _pulled(inside) or BlockQuote(inside)
        case "bullet_list":
            yield Bullets(tuple(_inside(point) for point in node.children))
        case "ordered_list":
            yield Numbered(tuple(_inside(point) for point in node.children), int(node.attrs.get("start", 1)))
        case "fence" | "code_block":
            yield CodeBlock(node.content.removesuffix("\n"))
        case "hr":
            yield Rule()
        case "table":
            yield _table(node)
        case _:
            yield Paragraph((Text(node.content),))


def _worded(node: SyntaxTreeNode) -> Iterator[Block]:
    inlines = _words(node)
    if inlines and node.type == "heading":
        yield Heading(
            int(node.tag[1:]), tuple(Text(" ") if inline == Break() else inline for inline in inlines)
        )
    elif inlines:
        yield Paragraph(inlines)


def _inside(node: SyntaxTreeNode) -> tuple[Block, ...]:
    """Give the blocks inside a list or quotation, where a heading is none of the paper's."""
    return tuple(
        Paragraph(block.inlines, Mark.LABEL) if isinstance(block, Heading) else block
        for block in _blocks(node.children)
    )


def _pulled(blocks: tuple[Block, ...]) -> PullQuote | None:
    """Give a quotation with a line behind it that says of whom it is (— somebody) as the paper sets it apart."""
    match blocks:
        case (Paragraph(words, None), Paragraph((Text(dash), *others), None)) if dash.startswith(_DASH):
            rest = dash.removeprefix(_DASH)
            attribution = (Text(rest), *others) if rest else tuple(others)
            return PullQuote(words, attribution) if attribution else None
    return None


def _table(node: SyntaxTreeNode) -> Table:
    rows = [row.children for group in node.children for row in group.children]
    numeric = frozenset(
        column
        for column, cell in enumerate(rows[0])
        if "text-align:right" in str(cell.attrs.get("style", ""))
    )
    cells = [tuple(Cell(_words(cell)) for cell in row) for row in rows]
    return Table((), cells[0], tuple(cells[1:]), numeric)


def _words(node: SyntaxTreeNode) -> tuple[Inline, ...]:
    """Give the inlines of a paragraph, heading or cell."""
    return _inlines([inline for holder in node.children for inline in holder.children])


def _inlines(nodes: Sequence[SyntaxTreeNode]) -> tuple[Inline, ...]:
    """Give the inlines of nodes, with neighbouring texts made one and no blanks before a break."""
    inlines: list[Inline] = []
    for inline in (inline for node in nodes for inline in _inline(node)):
        before = inlines[-1] if inlines else None
        if isinstance(inline, Text) and isinstance(before, Text):
            inlines[-1] = Text(_SPACES.sub(" ", before.text + inline.text))
        elif isinstance(inline, Break) and isinstance(before, Text):
            inlines[-1:] = [Text(before.text.rstrip(" ")), inline]
        else:
            inlines.append(inline)
    return tuple(inlines)


def _inline(node: SyntaxTreeNode) -> tuple[Inline, ...]:
    match node.type:
        case "softbreak":
            return (Text(" "),)
        case "hardbreak":
            return (Break(),)
        case "code_inline":
            return (Code(node.content),)
        case "em":
            return (Emphasis(_inlines(node.children)),)
        case "strong":
            return (Strong(_inlines(node.children)),)
        case "link":
            return _link(_inlines(node.children), str(node.attrs.get("href", "")))
        case "image":
            return _inlines(node.children)
        case _:  # text, and HTML as it was written
            return _text(node.content)


def _text(written: str) -> tuple[Inline, ...]:
    # Cleaned once more: character references such as &#8238; were resolved in between.
    text = _SPACES.sub(" ", clean_prose(written))
    return (Text(text),) if text else ()


def _link(inlines: tuple[Inline, ...], target: str) -> tuple[Inline, ...]:
    scheme, _, contribution = target.partition(":")
    if scheme in _SCHEMES:
        return (Reference(contribution, inlines, _SCHEMES[scheme]),)
    if target.lower().startswith(_SAFE):
        return (Link(inlines or (Text(target),), target),)
    return inlines
