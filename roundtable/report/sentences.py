"""A sentence of a draft: a phrase of ours, statements, or a phrase before statements; each can be traced."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from string import Formatter

from roundtable.report.document import Block, BlockQuote, Inline, Paragraph, Reference, Text, plain
from roundtable.report.phrases import ends_open
from roundtable.report.statements import Statement
from roundtable.report.word_lists import word_lists
from roundtable.report.wording import (
    NARROW,
    capital,
    ended,
    fragment_of,
    sentence,
    set_in_type,
    typographic,
    uncapitalised,
    without_but,
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase of ours, filled in; of whom it tells is a reference, so that it can be told anew at export."""

    inlines: tuple[Inline, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.inlines)

    @property
    def text(self) -> str:
        """The phrase as it reads."""
        return plain(self.inlines)

    @property
    def before(self) -> tuple[Inline, ...]:
        """The phrase as it stands before something, with a blank."""
        return (*self.inlines, Text(" ")) if self else ()

    def then(self, following: "Phrase") -> "Phrase":
        """Give this phrase and another behind it."""
        return Phrase((*self.before, *following.inlines))


def phrase_of(template: str, language: str, **places: str | Reference) -> Phrase:
    """Fill in the places of a phrase; it begins with a capital."""
    inlines: list[Inline] = []
    for literal, name, *_ in Formatter().parse(template):
        place = places[name] if name else ""
        for part in (literal, place):
            if isinstance(part, Reference):
                inlines.append(part)
            elif inlines and isinstance(before := inlines[-1], Text):
                inlines[-1] = Text(before.text + part)
            elif part:
                inlines.append(Text(part))
    match inlines:
        case [Text() as first, *_]:
            inlines[0] = Text(capital(first.text, language))
        case [Reference(contribution, (Text() as first,), tells), *_]:
            inlines[0] = Reference(contribution, (Text(capital(first.text, language)),), tells)
    return Phrase(tuple(inlines))


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


def plain_sentence(phrase: Phrase, function: str) -> Sentence:
    """Make a sentence of a phrase alone."""
    return Sentence(phrase.inlines, (function,), phrase.text)


def told_sentence(
    one: Statement,
    language: str,
    phrase: Phrase | None = None,
    functions: tuple[str, ...] = (),
    *,
    drop_but: bool = False,
    small: Collection[str] = (),
) -> Sentence:
    """Make a sentence of a statement, behind a phrase if there is one; `small` words need no capital of their own.

    What was said keeps its letters behind a colon too; a wording that the organiser gave it goes on in small ones.
    """
    phrase, text = phrase or Phrase(), one.text
    if drop_but and not one.quote:
        text = without_but(text, word_lists(one.language or language))
    bare = not ends_open(phrase.text)
    if one.said.wording and not (bare or one.language):
        text = uncapitalised(text, small)
    printed = sentence(text, language, verbatim=one.verbatim, question=one.question, bare=bare)
    printed = set_in_type(printed, one.language or language)
    return Sentence(
        (*phrase.before, Reference(one.id, (Text(printed, one.language),))),
        functions,
        phrase.text,
        (one.id,),
        (printed,),
        apart=one.verbatim and one.long,
    )


def row_sentence(
    row: Sequence[Statement],
    language: str,
    phrase: Phrase,
    functions: tuple[str, ...],
    small: Collection[str] = (),
) -> Sentence:
    """Make a sentence of fragments, joined by semicolons."""
    between = f"{NARROW}; " if language == "fr" else "; "
    printed = [_fragment(one, language, small) for one in row]
    printed[-1] = ended(printed[-1], language)
    inlines: list[Inline] = list(phrase.before)
    for place, (one, words) in enumerate(zip(row, printed, strict=True)):
        inlines += [Text(between)] if place else []
        inlines.append(Reference(one.id, (Text(words),)))
    return Sentence(tuple(inlines), functions, phrase.text, tuple(one.id for one in row), tuple(printed))


def _fragment(one: Statement, language: str, small: Collection[str]) -> str:
    text = uncapitalised(one.text, small) if one.said.wording else one.text
    return set_in_type(typographic(fragment_of(text), language), language)


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
            *phrase, _blank, quote = one.inlines
            blocks.append(Paragraph((*inlines, *phrase)))
            blocks.append(BlockQuote((Paragraph((quote,)),)))
            inlines = []
        else:
            inlines += one.inlines
    return [*blocks, Paragraph(tuple(inlines))] if inlines else blocks
