"""A sentence of a draft: a phrase of ours, statements, or a phrase before statements; each can be traced."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from roundtable.report.document import Block, BlockQuote, Inline, Paragraph, Reference, Text, plain
from roundtable.report.phrases import ends_open
from roundtable.report.statements import Statement
from roundtable.report.word_lists import word_lists
from roundtable.report.wording import (
    NARROW,
    ended,
    fragment_of,
    sentence,
    set_in_type,
    typographic,
    uncapitalised,
    without_but,
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """What stands between two others; `phrase` is ours (filled in), `printed` the statements as they stand there.

    `functions` are the letters of the phrase, `contributions` the ids of the statements; `apart` if the statement is
    a quotation that takes a block of its own.
    """

    inlines: tuple[Inline, ...]
    functions: tuple[str, ...] = ()
    phrase: str = ""
    contributions: tuple[str, ...] = ()
    printed: tuple[str, ...] = ()
    apart: bool = False

    @property
    def text(self) -> str:
        """The sentence as it reads."""
        return plain(self.inlines)


def plain_sentence(phrase: str, function: str) -> Sentence:
    """Make a sentence of a phrase alone."""
    return Sentence((Text(phrase),), (function,), phrase)


def told_sentence(
    one: Statement,
    language: str,
    phrase: str = "",
    functions: tuple[str, ...] = (),
    *,
    drop_but: bool = False,
    small: Collection[str] = (),
) -> Sentence:
    """Make a sentence of a statement, behind a phrase if there is one; `small` words need no capital of their own."""
    text = one.text
    if drop_but and not one.quote:
        text = without_but(text, word_lists(one.language or language))
    bare = not ends_open(phrase)
    if not (bare or one.quote or one.language):
        text = uncapitalised(text, small)
    printed = sentence(text, language, verbatim=one.verbatim, question=one.question, bare=bare)
    printed = set_in_type(printed, one.language or language)
    return Sentence(
        (*_before(phrase), Reference(one.id, (Text(printed, one.language),))),
        functions,
        phrase,
        (one.id,),
        (printed,),
        apart=one.verbatim and one.long,
    )


def row_sentence(
    row: Sequence[Statement],
    language: str,
    phrase: str,
    functions: tuple[str, ...],
    small: Collection[str] = (),
) -> Sentence:
    """Make a sentence of fragments, joined by semicolons."""
    between = f"{NARROW}; " if language == "fr" else "; "
    printed = [typographic(fragment_of(uncapitalised(one.text, small)), language) for one in row]
    printed[-1] = ended(printed[-1], language)
    printed = [set_in_type(words, language) for words in printed]
    inlines: list[Inline] = list(_before(phrase))
    for place, (one, words) in enumerate(zip(row, printed, strict=True)):
        inlines += [Text(between)] if place else []
        inlines.append(Reference(one.id, (Text(words),)))
    return Sentence(tuple(inlines), functions, phrase, tuple(one.id for one in row), tuple(printed))


def quotation(one: Statement, language: str) -> Sentence:
    """Make a quotation that stands by itself."""
    return told_sentence(one, language, functions=("quotation",))


def blocks_of(sentences: Iterable[Sentence]) -> list[Block]:
    """Set sentences as a paragraph; a quotation that stands apart parts it."""
    blocks: list[Block] = []
    inlines: list[Inline] = []
    for one in sentences:
        inlines += [Text(" ")] if inlines else []
        if one.apart and one.phrase:
            blocks.append(Paragraph((*inlines, Text(one.phrase))))
            blocks.append(BlockQuote((Paragraph(one.inlines[1:]),)))
            inlines = []
        else:
            inlines += one.inlines
    return [*blocks, Paragraph(tuple(inlines))] if inlines else blocks


def _before(phrase: str) -> tuple[Inline, ...]:
    return (Text(f"{phrase} "),) if phrase else ()
