"""What else in a paper may identify somebody, a chapter at a time: for a person to look at, and only a guess."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import assert_never

from roundtable.domain.disclosure import Form
from roundtable.domain.references import Tells
from roundtable.domain.session import Session
from roundtable.report.document import (
    Block,
    BlockQuote,
    Break,
    Bullets,
    Code,
    CodeBlock,
    Document,
    Emphasis,
    Heading,
    Inline,
    Link,
    Numbered,
    Paragraph,
    Part,
    PartKind,
    PullQuote,
    Reference,
    Rule,
    Strong,
    Table,
    Text,
    plain,
)
from roundtable.report.looks import Look, identifying
from roundtable.services.publishing import Wanted, composed


@dataclass(frozen=True, slots=True)
class ChapterLooks:
    """The places of a part of the paper that want a look: what may identify somebody, in the order of printing.

    `key` is `introduction`, a topic's id, `conclusion`, or `takeaways`. The contribution (id) of a look is empty where
    the words rest on none.
    """

    key: str
    title: str
    looks: tuple[Look, ...]


def looks(session: Session, form: Form | None = None) -> tuple[ChapterLooks, ...]:
    """List proper names, places, figures and superlatives in the paper as it would be printed, a chapter at a time.

    A heuristic: it goes by capitals, digits and endings, and knows nobody.
    """
    return looks_in(composed(session, Wanted(attribution=form)).document)


def looks_in(document: Document) -> tuple[ChapterLooks, ...]:
    """List them in a paper that is composed already."""
    told = (part for part in document.parts if part.key or part.kind is PartKind.TAKEAWAYS)
    chapters = ((part, tuple(dict.fromkeys(_looks(part, document.language)))) for part in told)
    return tuple(
        ChapterLooks(part.key or str(part.kind), part.title, found) for part, found in chapters if found
    )


def _looks(part: Part, language: str) -> Iterator[Look]:
    for block in part.blocks:
        # Beside statements, a drafted chapter holds phrases of ours, which identify nobody.
        own = not part.drafted or part.kind is PartKind.INTRODUCTION
        for contribution, words, spoken in _pieces([block]):
            if contribution or own:
                yield from (
                    Look(contribution, why, found) for why, found in identifying(words, spoken or language)
                )


# The contribution (id) that words rest on or nothing, the words, their language or nothing.
_Piece = tuple[str, str, str]


def _pieces(blocks: Iterable[Block]) -> Iterator[_Piece]:
    """Give the words of blocks: what rests on a statement by itself, and what stands around it."""
    for block in blocks:
        match block:
            case Heading() | Paragraph() | PullQuote():
                yield from _inlines(block.inlines)
            case BlockQuote():
                yield from _pieces(block.blocks)
            case Bullets() | Numbered():
                yield from (piece for point in block.items for piece in _pieces(point))
            case CodeBlock():
                yield "", block.text, ""
            case Rule():
                pass
            case Table():
                yield from _inlines(block.caption)
                for row in (block.header, *block.rows):
                    yield from (piece for cell in row for piece in _inlines(cell.inlines))
            case _:
                assert_never(block)


def _inlines(inlines: tuple[Inline, ...]) -> Iterator[_Piece]:
    around = ""
    for inline in inlines:
        match inline:
            case Reference(tells=Tells.WORDS):
                language = next((one.language for one in inline.inlines if isinstance(one, Text)), "")
                yield inline.contribution, plain(inline.inlines), language
                around += " … "
            case Reference():
                around += " … "
            case Text() | Code() | Break() | Emphasis() | Strong() | Link():
                around += plain((inline,))
            case _:
                assert_never(inline)
    if around.strip(" …"):
        yield "", around, ""
