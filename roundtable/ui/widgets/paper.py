"""A paper as lines for the terminal: the same document that Markdown and DOCX are rendered from."""

from collections.abc import Iterable, Iterator
from typing import assert_never

from textual.content import Content

from roundtable.i18n import _, ngettext
from roundtable.report.document import (
    Block,
    BlockQuote,
    Break,
    Bullets,
    Cell,
    Code,
    CodeBlock,
    Cover,
    Document,
    Emphasis,
    Heading,
    Inline,
    Link,
    Mark,
    Numbered,
    Paragraph,
    Part,
    PullQuote,
    Reference,
    Rule,
    Strong,
    Table,
    Text,
)
from roundtable.ui.widgets.lines import hanging

INDENT = 3  # columns of what stands in a list or a quotation
_MARKS = {Mark.REMARK: "italic $dim", Mark.LABEL: "bold $dim", Mark.LEAD: "bold", Mark.TITLE: "bold"}


def state_told(count: int) -> Content:
    """Say whether a paper is a draft: of how many things to settle, or final."""
    told = ngettext("draft: {count} thing to settle", "draft: {count} things to settle", count)
    return Content.assemble((told.format(count=count), "$warning") if count else (_("final"), "$accent"))


def paper_lines(document: Document, width: int) -> list[Content]:
    """Give a paper as lines of a width in cells."""
    lines = list(_cover(document.cover, width))
    for part in document.parts:
        lines += [Content(), *part_lines(part, width)]
    return lines


def _cover(cover: Cover, width: int) -> Iterator[Content]:
    draft = f"   {cover.draft.upper()}" if cover.draft else ""
    yield Content.assemble((cover.kicker, "$dim"), (draft, "bold $warning"))
    yield Content()
    yield from hanging(Content.assemble((cover.title, "bold $accent")), Content(), width)
    if cover.subtitle:
        yield from hanging(Content(cover.subtitle), Content(), width)
    for line in cover.lines:
        yield Content.assemble((line, "$dim"))


def part_lines(part: Part, width: int) -> list[Content]:
    """Give a part as lines of a width in cells."""
    return list(_part(part, width))


def _part(part: Part, width: int) -> Iterator[Content]:
    title = f"{part.number}. {part.title}" if part.number else part.title
    yield from hanging(Content.assemble((title, "bold $accent")), Content(), width)
    yield Content()
    yield from _spaced(part.blocks, width)


def _spaced(blocks: Iterable[Block], width: int) -> Iterator[Content]:
    for block in blocks:
        yield from _block(block, max(INDENT * 4, width))
        yield Content()


def _block(block: Block, width: int) -> Iterator[Content]:
    match block:
        case Heading():
            yield from hanging(_inlines(block.inlines, "bold"), Content(), width)
        case Paragraph():
            style = _MARKS[block.mark] if block.mark else ""
            yield from hanging(_inlines(block.inlines, style), Content(), width)
        case BlockQuote():
            yield from _behind("│ ", _closely(block.blocks, width - INDENT))
        case PullQuote():
            yield from _behind("┃ ", _pulled(block, width - INDENT))
        case Bullets() | Numbered():
            yield from _list(block, width)
        case CodeBlock():
            yield from (Content(line) for line in block.text.split("\n"))
        case Rule():
            yield Content.assemble(("* * *", "$dim"))
        case Table():
            yield from _table(block, width)
        case _:
            assert_never(block)


def _pulled(block: PullQuote, width: int) -> Iterator[Content]:
    yield from hanging(_inlines(block.inlines, "italic"), Content(), width)
    if block.attribution:
        yield _inlines(block.attribution, "$dim")


def _list(block: Bullets | Numbered, width: int) -> Iterator[Content]:
    first = block.start if isinstance(block, Numbered) else None
    for place, point in enumerate(block.items):
        mark = " • " if first is None else f"{first + place:>2} "
        yield from _marked(mark, _closely(point, width - INDENT))


def _closely(blocks: Iterable[Block], width: int) -> list[Content]:
    return [line for block in blocks for line in _block(block, max(INDENT * 4, width))]


def _behind(mark: str, lines: Iterable[Content]) -> Iterator[Content]:
    for line in lines:
        yield Content.assemble((mark, "$dim"), " " * (INDENT - len(mark)), line)


def _marked(mark: str, lines: Iterable[Content]) -> Iterator[Content]:
    for place, line in enumerate(lines):
        yield Content.assemble((mark, "$dim") if place == 0 else " " * INDENT, line)


def _table(table: Table, width: int) -> Iterator[Content]:
    """Give a table's rows, its columns lined up; what is wider than the page is cut."""
    if table.caption:
        yield from hanging(_inlines(table.caption, "italic"), Content(), width)
    rows = [table.header, *table.rows]
    columns = max((len(row) for row in rows), default=0)
    shown = [[_inlines(cell.inlines) for cell in _filled(row, columns)] for row in rows]
    widths = [max((row[column].cell_length for row in shown), default=0) for column in range(columns)]
    for place, row in enumerate(shown):
        cells = [
            _padded(cell, widths[column], right=column in table.numeric) for column, cell in enumerate(row)
        ]
        line = Content("  ").join(cells).truncate(width, ellipsis=True)
        yield line.stylize("bold") if place == 0 else line


def _filled(row: tuple[Cell, ...], columns: int) -> tuple[Cell, ...]:
    return (*row, *(Cell(()) for _ in range(columns - len(row))))


def _padded(cell: Content, width: int, *, right: bool) -> Content:
    gap = " " * (width - cell.cell_length)
    return Content.assemble(gap, cell) if right else Content.assemble(cell, gap)


def _inlines(inlines: tuple[Inline, ...], style: str = "") -> Content:
    return Content.assemble(*(_inline(inline, style) for inline in inlines))


def _inline(inline: Inline, style: str) -> Content:
    match inline:
        case Text() | Code():
            return Content.styled(inline.text, style)
        case Break():
            return Content(" ")
        case Emphasis():
            return _inlines(inline.inlines, f"{style} italic".strip())
        case Strong():
            return _inlines(inline.inlines, f"{style} bold".strip())
        case Link():
            return _inlines(inline.inlines, f"{style} underline".strip())
        case Reference():
            return _inlines(inline.inlines, style)
        case _:
            assert_never(inline)
