"""Markdown as agendas need it: headings, lists of prompts, and everything else as the lines that were written."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from roundtable.domain.text import clean

if TYPE_CHECKING:
    from markdown_it.token import Token

_DEEPEST = 60  # enough for thirty lists in each other; markdown-it drops what lies deeper than its own 20
_UNSPACED = re.compile(r" {0,3}##(?=[^#\s])")
_TOPIC_INSIDE = re.compile(r" {0,3}##\s+\S")
_HARD_BREAK = re.compile(r"\\\n")


class Kind(Enum):
    """What a block is to an agenda."""

    TITLE = auto()  # a level-one heading
    TOPIC = auto()
    PROMPTS = auto()
    PROSE = auto()


@dataclass(frozen=True, slots=True)
class Block:
    """A block: `texts` are the heading, the prompts, or the lines as written (one text); `line` counts from 1."""

    kind: Kind
    line: int
    texts: tuple[str, ...]
    underlined: int = 0  # how many lines a heading has that is one by the dashes under it
    unspaced: bool = False  # ##Like this
    hidden: int = 0  # the line of a heading inside of HTML, or of code that is not closed


def read_blocks(lines: Sequence[str]) -> Iterator[Block]:
    """Read Markdown (CommonMark) block by block; link definitions are prose, remarks in HTML are left out."""
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"maxNesting": _DEEPEST}).disable("reference")
    parser.core.ruler.enableOnly(["normalize", "block"])  # inline Markdown stays as it was written
    tokens = parser.parse("\n".join(lines))
    start = 0
    for index, token in enumerate(tokens):
        if token.level == 0 and token.nesting <= 0:
            if block := _block(tokens[start : index + 1], lines):
                yield block
            start = index + 1


def _block(tokens: Sequence["Token"], lines: Sequence[str]) -> Block | None:
    first = tokens[0]
    begin, end = first.map or (0, 0)
    written = "\n".join(lines[begin:end]).strip("\n")
    match first.type:
        case "heading_open" if first.tag in {"h1", "h2"}:
            kind = Kind.TOPIC if first.tag == "h2" else Kind.TITLE
            underlined = 0 if first.markup.startswith("#") else end - begin - 1
            return Block(kind, begin + 1, (clean(tokens[1].content),), underlined=underlined)
        case "bullet_list_open" | "ordered_list_open":
            return Block(Kind.PROMPTS, begin + 1, tuple(_prompts(tokens)))
        case "paragraph_open" if end - begin == 1 and (found := _UNSPACED.match(written)):
            heading = clean(written[found.end() :].rstrip().rstrip("#"))
            return Block(Kind.TOPIC, begin + 1, (heading,), unspaced=True)
        case "hr":
            return None
        case "html_block" if not _without_remarks(written):
            return None
    return Block(Kind.PROSE, begin + 1, (written.rstrip(),), hidden=_hidden(first, begin, end, lines))


def _prompts(tokens: Sequence["Token"]) -> Iterator[str]:
    """Give each list entry's own text, those of lists inside it behind it."""
    texts: list[list[str]] = []
    open_ones: list[list[str]] = []
    for token in tokens:
        if token.type == "list_item_open":
            open_ones.append([])
            texts.append(open_ones[-1])
        elif token.type == "list_item_close":
            open_ones.pop()
        elif token.content and open_ones:
            own = _without_remarks(token.content) if token.type == "html_block" else token.content
            open_ones[-1].append(_HARD_BREAK.sub("\n", own))
    for text in texts:
        if prompt := clean(" ".join(text)):
            yield prompt


def _without_remarks(text: str) -> str:
    kept, at = "", 0
    while (start := text.find("<!--", at)) >= 0 and (end := text.find("-->", start)) >= 0:
        kept += text[at:start]
        at = end + len("-->")
    return (kept + text[at:]).strip()


def _hidden(first: "Token", begin: int, end: int, lines: Sequence[str]) -> int:
    """Find the line of a topic that a block swallows though its author hardly meant it to."""
    unclosed = first.type == "fence" and first.markup not in lines[end - 1]
    if first.type == "html_block" or unclosed:
        for index in range(begin + 1, end):
            if _TOPIC_INSIDE.match(lines[index]):
                return index + 1
    return 0
