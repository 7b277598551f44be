"""The document model: a closed union of blocks and inlines that every format renders."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import assert_never

from roundtable.domain.references import Tells

OUR_ACCENT = "#2f7566"

# Inlines


@dataclass(frozen=True, slots=True)
class Text:
    """Plain text, shown to the letter; `language` only where it is not the document's."""

    text: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Words that are stressed."""

    inlines: "tuple[Inline, ...]"


@dataclass(frozen=True, slots=True)
class Strong:
    """Words that stand out."""

    inlines: "tuple[Inline, ...]"


@dataclass(frozen=True, slots=True)
class Code:
    """Words in a fixed pitch."""

    text: str


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead somewhere; `target` is an http(s) or mailto address."""

    inlines: "tuple[Inline, ...]"
    target: str


@dataclass(frozen=True, slots=True)
class Break:
    """A line break inside a paragraph."""


@dataclass(frozen=True, slots=True)
class Reference:
    """Words that rest on a contribution (its id); printed as the words alone, so that they can be traced.

    `tells` says what they are: what was said, or of whom that is told.
    """

    contribution: str
    inlines: "tuple[Inline, ...]"
    tells: Tells = Tells.WORDS


Inline = Text | Emphasis | Strong | Code | Link | Break | Reference

# Blocks


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside a part; level 2 is the first below the part's own title."""

    level: int
    inlines: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of running text; `mark` tells a draft's or the appendix' small print from the paper's text."""

    inlines: tuple[Inline, ...]
    mark: "Mark | None" = None


class Mark(StrEnum):
    """What a paragraph is besides running text."""

    REMARK = "remark"  # said by the tool about a draft
    LABEL = "label"  # a small heading that is no heading
    LEAD = "lead"  # the first words of a part
    TITLE = "title"  # the few words that name a takeaway: the first paragraph of its place in the list


@dataclass(frozen=True, slots=True)
class BlockQuote:
    """A quotation of a paragraph or more."""

    blocks: "tuple[Block, ...]"


@dataclass(frozen=True, slots=True)
class PullQuote:
    """A quotation set apart to be looked at, its quotation marks included; with whom it is told of, if anybody."""

    inlines: tuple[Inline, ...]
    attribution: tuple[Inline, ...] = ()


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list without order."""

    items: "tuple[tuple[Block, ...], ...]"


@dataclass(frozen=True, slots=True)
class Numbered:
    """A list with numbers that start anew; `keys` are what its points are kept by, where each is a record of ours."""

    items: "tuple[tuple[Block, ...], ...]"
    start: int = 1
    keys: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CodeBlock:
    """Lines in a fixed pitch, kept as they are."""

    text: str


@dataclass(frozen=True, slots=True)
class Rule:
    """A pause between paragraphs."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table; `weight` between 0 and 1 shades it where the format can."""

    inlines: tuple[Inline, ...]
    weight: float = 0.0


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a header row; columns in `numeric` (0-based) line up on the right."""

    caption: tuple[Inline, ...]
    header: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]
    numeric: frozenset[int] = frozenset()


Block = Heading | Paragraph | BlockQuote | PullQuote | Bullets | Numbered | CodeBlock | Rule | Table

# The whole


class PartKind(StrEnum):
    """What a part of the paper is."""

    INTRODUCTION = "introduction"
    CHAPTER = "chapter"
    CONCLUSION = "conclusion"
    TAKEAWAYS = "takeaways"
    ABOUT = "about"
    APPENDIX = "appendix"


@dataclass(frozen=True, slots=True)
class Part:
    """A part with a title of its own; `number` is shown before it; `drafted` if the tool wrote it, unseen.

    `key` is what its prose is kept by: `introduction`, a topic's id, `conclusion`; empty where nobody writes any.
    """

    kind: PartKind
    title: str
    blocks: tuple[Block, ...]
    number: str = ""
    drafted: bool = False
    key: str = ""


@dataclass(frozen=True, slots=True)
class Cover:
    """The first page: `kicker` says what this is, `lines` place and date, organiser; `draft` the word, or empty.

    `logo` is the path of a picture (PNG, JPEG or GIF), or empty.
    """

    title: str
    subtitle: str = ""
    kicker: str = ""
    draft: str = ""
    lines: tuple[str, ...] = ()
    logo: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A paper: its language (nl, fr, en …), cover and parts; `author` is the organiser or empty, `created` ISO 8601.

    A `letter` has neither cover nor contents: it begins with its only part.
    """

    language: str
    cover: Cover
    parts: tuple[Part, ...]
    author: str = ""
    created: str = ""
    contents_title: str = ""
    page_label: str = ""  # "{page} of {pages}" in the paper's language
    accent: str = OUR_ACCENT  # the one colour besides black and greys
    letter: bool = False

    @property
    def draft(self) -> bool:
        """Whether it is a draft."""
        return bool(self.cover.draft)


def plain(inlines: tuple[Inline, ...]) -> str:
    """Give the words of inlines without their form."""
    words = ""
    for inline in inlines:
        match inline:
            case Text() | Code():
                words += inline.text
            case Break():
                words += " "
            case Emphasis() | Strong() | Link() | Reference():
                words += plain(inline.inlines)
    return words


def texts(blocks: Iterable[Block]) -> Iterator[str]:
    """Give the words of blocks without their form, paragraph by paragraph, cell by cell."""
    for block in blocks:
        match block:
            case Heading() | Paragraph():
                yield plain(block.inlines)
            case PullQuote():
                yield plain(block.inlines)
                yield from filter(None, (plain(block.attribution),))
            case BlockQuote():
                yield from texts(block.blocks)
            case Bullets() | Numbered():
                yield from (words for point in block.items for words in texts(point))
            case CodeBlock():
                yield block.text
            case Rule():
                pass
            case Table():
                yield plain(block.caption)
                yield from (plain(cell.inlines) for row in (block.header, *block.rows) for cell in row)
            case _:
                assert_never(block)


def printed_words(blocks: Iterable[Block]) -> int:
    """Count the words of blocks as they are printed; a dash between blanks is none."""
    return sum(1 for text in texts(blocks) for word in text.split() if any(map(str.isalnum, word)))
