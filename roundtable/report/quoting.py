"""Which words a paper prints as somebody's: verbatim quotes, and statements that are told by name."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from roundtable.domain.approvals import is_quote
from roundtable.domain.contributions import QUOTED, Contribution
from roundtable.domain.disclosure import ByName, Disclosure, Form
from roundtable.domain.references import Tells, referred
from roundtable.domain.standing import AGREED, standing
from roundtable.report.document import (
    Block,
    BlockQuote,
    Bullets,
    Heading,
    Inline,
    Numbered,
    Paragraph,
    Part,
    PullQuote,
    Table,
)
from roundtable.report.runs import flat
from roundtable.report.statements import statement
from roundtable.report.word_lists import words_of

FEWEST = 3  # words: less between quotation marks, of what was not recorded as a quote, is a word of irony or a title
_LEFT_OUT = re.compile(r"\[?(?:…|\.\.\.)\]?")


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words that stand in a part (its title) as the very words of a contribution (its id)."""

    contribution: str
    words: str
    part: str


def quotations(disclosure: Disclosure, parts: Iterable[Part]) -> tuple[Quotation, ...]:
    """Find what is quoted verbatim in a paper, in its order: what rests on a statement, and what stands in one."""
    recorded = _Recorded(disclosure)
    return tuple(
        Quotation(contribution, words, part.title)
        for part in parts
        for inlines, apart in _passages(part.blocks)
        for contribution, words in _quoted(recorded, inlines, apart=apart)
    )


def named(disclosure: Disclosure, parts: Iterable[Part]) -> tuple[tuple[str, str], ...]:
    """Find the statements (ids) that are told by name, with the part (its title) in which they are."""
    if disclosure.form is not Form.NAMED:
        return ()
    return tuple(
        (run.contribution, part.title)
        for part in parts
        for inlines, _apart in _passages(part.blocks)
        for run in flat(inlines)
        if run.tells is Tells.SPEAKER
        and (said := referred(disclosure.session, run.contribution))
        and isinstance(disclosure.who(said), ByName)
    )


def stands_in(quote: str, texts: Iterable[str]) -> bool:
    """Say whether a quotation is of one of these texts, capitals and marks apart; *…* stands for what was left out."""
    parts = _parts(quote)
    return any(all(part in text for part in parts) for text in map(_spaced, texts))


def _parts(quote: str) -> list[str]:
    return [_spaced(part) for part in _LEFT_OUT.split(quote) if words_of(part)]


def _spaced(text: str) -> str:
    return f" {' '.join(words_of(text))} "


def _passages(blocks: Iterable[Block], *, apart: bool = False) -> Iterator[tuple[tuple[Inline, ...], bool]]:
    """Give the runs of words of blocks, and whether each is set apart as a quotation."""
    for block in blocks:
        match block:
            case Heading() | Paragraph():
                yield block.inlines, apart
            case PullQuote():
                yield block.inlines, True
                yield block.attribution, False
            case BlockQuote():
                yield from _passages(block.blocks, apart=True)
            case Bullets() | Numbered():
                yield from (found for point in block.items for found in _passages(point, apart=apart))
            case Table():
                yield from ((cell.inlines, False) for row in (block.header, *block.rows) for cell in row)


def _quoted(recorded: "_Recorded", inlines: tuple[Inline, ...], *, apart: bool) -> Iterator[tuple[str, str]]:
    """Give the quotations in a run of words: of which contribution (id), and the words between the marks."""
    text, spans = "", []
    for run in flat(inlines):
        if run.contribution and run.tells is Tells.WORDS:
            spans.append((len(text), len(text) + len(run.text), run.contribution))
        text += run.text
    found = [one.span(1) for one in QUOTED.finditer(text)]
    if apart and not found:
        found = [(0, len(text))]
    for start, end in found:
        cited = dict.fromkeys(key for first, last, key in spans if first < end and start < last)
        for key in cited or recorded.by(text[start:end]):
            if recorded.counts(key, text[start:end]):
                yield key, text[start:end].strip()
    for first, last, key in spans:
        unmarked = not any(first < end and start < last for start, end in found)
        if unmarked and recorded.is_whole(key, text[first:last]):
            yield key, text[first:last].strip()


class _Recorded:
    """What was said in a session, to find quotations in; read only where there is something to look for."""

    def __init__(self, disclosure: Disclosure) -> None:
        self._disclosure = disclosure
        self._said = disclosure.session.of(Contribution)

    def counts(self, key: str, words: str) -> bool:
        """Say whether words between quotation marks are a verbatim quote of a contribution (id)."""
        said = referred(self._disclosure.session, key)
        return said is not None and (is_quote(said) or len(words_of(words)) >= FEWEST)

    def is_whole(self, key: str, words: str) -> bool:
        """Say whether words are a whole quote (its contribution's id), though without its marks."""
        said = referred(self._disclosure.session, key)
        return (
            said is not None
            and is_quote(said)
            and words_of(words) == words_of(statement(said, self._disclosure).text)
        )

    def by(self, words: str) -> Sequence[str]:
        """Give whose words these are: the contribution (id) in which they stand, one that may be printed first."""
        if len(words_of(words)) < FEWEST:
            short = self._short.get(" ".join(words_of(words)))
            return (short,) if short else ()
        found = list(dict.fromkeys(self._holding(_parts(words))))
        agreed = (key for key in found if standing(self._disclosure, self._said[key]) in AGREED)
        return tuple(filter(None, [next(agreed, found[0] if found else "")]))

    def _holding(self, parts: Sequence[str]) -> Iterator[str]:
        """Give the contributions (ids) in which all these parts of a quotation stand."""
        whole, starts, keys = self._texts
        place = whole.find(parts[0])
        while place >= 0:
            at = bisect_right(starts, place) - 1
            end = starts[at + 1] if at + 1 < len(starts) else len(whole)
            if all(whole.find(part, starts[at], end) >= 0 for part in parts):
                yield keys[at]
            place = whole.find(parts[0], end)

    @cached_property
    def _texts(self) -> tuple[str, list[int], list[str]]:
        """Give all that may be quoted in one text, where each piece of it begins, and whose (contributions' ids)."""
        starts, keys, pieces, length = [], [], [], 0
        for said in self._disclosure.session.contributions:
            for text in map(_spaced, self._texts_of(said)):
                starts.append(length)
                keys.append(said.id)
                pieces.append(text + "\n")
                length += len(text) + 1
        return "".join(pieces), starts, keys

    def _texts_of(self, said: Contribution) -> Iterator[str]:
        yield said.text
        if said.wording:
            yield said.wording
        if is_quote(said):
            yield statement(said, self._disclosure).text

    @cached_property
    def _short(self) -> dict[str, str]:
        """Give the quotes (their contribution's id) by their words."""
        quotes = filter(is_quote, reversed(self._disclosure.session.contributions))
        return {
            " ".join(words_of(part)): said.id for said in quotes for part in (*said.quotes, said.text) if part
        }
