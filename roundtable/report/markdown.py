"""The paper as Markdown: CommonMark and pipe tables, one paragraph a line, good to read as it stands."""

import re
from collections.abc import Iterable, Iterator
from typing import assert_never

from roundtable.report.document import (
    Block,
    BlockQuote,
    Bullets,
    CodeBlock,
    Cover,
    Document,
    Emphasis,
    Heading,
    Link,
    Mark,
    Numbered,
    Paragraph,
    Part,
    PartKind,
    PullQuote,
    Rule,
    Table,
    Text,
    plain,
)
from roundtable.report.markdown_inlines import Look, cell_line, heading_line, paragraph_lines

_CHAPTERS_WITHOUT_CONTENTS = 4
_DEEPEST = 6
_HIGHEST_NUMBER = 999_999_999  # more digits make no list
_WIDEST = 110  # a table is lined up as long as its lines are no longer
_NO_SLUG = re.compile(r"[^\w\- ]")
_LOOKS: dict[Mark | None, Look | None] = {Mark.REMARK: "emphasis", Mark.LABEL: "strong", Mark.TITLE: "strong"}


def render_markdown(document: Document) -> str:
    """Write a paper as Markdown."""
    below = 0 if document.letter else 1
    blocks = [] if document.letter else [*_cover(document.cover), *_contents(document)]
    for part in document.parts:
        title = "#" * (below + 1) + " " + heading_line((Text(titled(part)),))
        blocks += [[title], *_Writer(below=below).blocks(part.blocks)]
    return _spaced(blocks)


def write_prose(blocks: tuple[Block, ...]) -> str:
    """Write blocks as Markdown that `read_prose` reads, words that rest on a contribution linked to it."""
    return _spaced(_Writer(traced=True).blocks(blocks))


def titled(part: Part) -> str:
    """Give a part's title behind its number."""
    return f"{part.number}. {part.title}" if part.number else part.title


def _spaced(blocks: Iterable[list[str]]) -> str:
    return "\n\n".join("\n".join(lines) for lines in blocks if lines) + "\n"


def _cover(cover: Cover) -> Iterator[list[str]]:
    yield paragraph_lines((Text(cover.draft),), "strong")
    yield paragraph_lines((Text(cover.kicker),))
    yield ["# " + heading_line((Text(cover.title),))]
    yield paragraph_lines((Text(cover.subtitle),), "emphasis")
    for line in cover.lines:
        yield paragraph_lines((Text(line),))


def _contents(document: Document) -> Iterator[list[str]]:
    """Give the contents as links, in a paper of five chapters or more."""
    if sum(part.kind is PartKind.CHAPTER for part in document.parts) <= _CHAPTERS_WITHOUT_CONTENTS:
        return
    yield paragraph_lines((Text(document.contents_title),), "strong")
    parts = zip(document.parts, _anchors(document), strict=True)
    links = [Link((Text(titled(part)),), f"#{anchor}") for part, anchor in parts]
    yield ["- " + "".join(paragraph_lines((link,))) for link in links]


def _anchors(document: Document) -> list[str]:
    """Give the anchors that readers of Markdown (GitHub's way) make of the titles of parts."""
    taken: dict[str, int] = {}
    anchors = []
    for part in document.parts:
        below = (plain(block.inlines) for block in part.blocks if isinstance(block, Heading))
        made = [_anchor(words, taken) for words in (titled(part), *below)]
        anchors.append(made[0])
    return anchors


def _anchor(words: str, taken: dict[str, int]) -> str:
    anchor = _NO_SLUG.sub("", words.lower()).replace(" ", "-")
    count = taken[anchor] = taken.get(anchor, -1) + 1
    return f"{anchor}-{count}" if count else anchor


class _Writer:
    """Writes blocks, headings `below` as many levels; `traced` links words to the contributions that they rest on."""

    def __init__(self, *, below: int = 0, traced: bool = False) -> None:
        self._below = below
        self._traced = traced

    def blocks(self, blocks: Iterable[Block]) -> list[list[str]]:
        """Write blocks, each as its lines; a list right behind another of its kind gets other marks."""
        written: list[list[str]] = []
        before: Block | None = None
        other = False
        for block in blocks:
            other = type(block) is type(before) and not other
            if lines := self._block(block, other=other):
                written.append(lines)
                before = block
        return written

    def _block(self, block: Block, *, other: bool) -> list[str]:
        match block:
            case Heading():
                words = heading_line(block.inlines, traced=self._traced)
                return ["#" * min(block.level + self._below, _DEEPEST) + " " + words] if words else []
            case Paragraph():
                return paragraph_lines(block.inlines, _LOOKS.get(block.mark), traced=self._traced)
            case BlockQuote():
                return _quoted(self.blocks(block.blocks))
            case PullQuote():
                told = (Text("— "), *block.attribution) if block.attribution else ()
                return _quoted(self.blocks((Paragraph(block.inlines), Paragraph(told))))
            case Bullets():
                return self._list(block.items, ["+ " if other else "- "] * len(block.items))
            case Numbered():
                start = block.start if block.start + len(block.items) <= _HIGHEST_NUMBER else 1
                end = ") " if other else ". "
                return self._list(block.items, [f"{start + at}{end}" for at in range(len(block.items))])
            case CodeBlock():
                return _fenced(block.text)
            case Rule():
                return ["* * *"]  # dashes would begin a table or front matter for some readers
            case Table():
                return self._table(block)
            case _:
                assert_never(block)

    def _list(self, items: tuple[tuple[Block, ...], ...], marks: list[str]) -> list[str]:
        """Write a list, its points apart where one of them holds more than a paragraph and lists."""
        loose = any(not _follows_closely(block) for point in items for block in point[1:])
        lines: list[str] = []
        for mark, point in zip(marks, items, strict=True):
            first, *others = _joined(self.blocks(point), apart=loose) or [""]
            apart = [""] if loose and lines else []
            indented = (" " * len(mark) + line if line else "" for line in others)
            lines += [*apart, (mark + first).rstrip(" "), *indented]
        return lines

    def _table(self, table: Table) -> list[str]:
        columns = max(len(row) for row in (table.header, *table.rows))
        if not columns:
            return []
        rows = [
            [cell_line(cell.inlines, traced=self._traced) for cell in row] + [""] * (columns - len(row))
            for row in (table.header, *table.rows)
        ]
        widths = [max(3, *(len(row[column]) for row in rows)) for column in range(columns)]
        if sum(widths) + 3 * columns > _WIDEST:
            widths = [3] * columns
        rule = [
            "-" * (width - 1) + (":" if column in table.numeric else "-")
            for column, width in enumerate(widths)
        ]
        rows.insert(1, rule)
        lines = ["| " + " | ".join(self._padded(row, widths, table.numeric)) + " |" for row in rows]
        caption = paragraph_lines((Emphasis(table.caption),), traced=self._traced)
        return [*caption, "", *lines] if caption else lines

    @staticmethod
    def _padded(row: list[str], widths: list[int], numeric: frozenset[int]) -> Iterator[str]:
        for column, (words, width) in enumerate(zip(row, widths, strict=True)):
            yield words.rjust(width) if column in numeric else words.ljust(width)


def _follows_closely(block: Block) -> bool:
    """Say whether a list may stand right below the words of a point: readers take no other number than 1 there."""
    match block:
        case Bullets(items=((Paragraph(), *_), *_)) | Numbered(items=((Paragraph(), *_), *_), start=1):
            return True
        case _:
            return False


def _joined(blocks: list[list[str]], *, apart: bool) -> list[str]:
    return [line for at, block in enumerate(blocks) for line in (["", *block] if apart and at else block)]


def _quoted(blocks: list[list[str]]) -> list[str]:
    return [f"> {line}" if line else ">" for line in _joined(blocks, apart=True)]


def _fenced(text: str) -> list[str]:
    ticks = max((len(found) for found in re.findall("`+", text)), default=0)
    fence = "`" * max(3, ticks + 1)
    return [fence, *text.split("\n"), fence]
