"""Whose words a paper prints, and which of them wait for the approval of those who said them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from roundtable.domain.approvals import Approval, approval_of, is_quote, refused, to_ask
from roundtable.domain.contributions import Contribution
from roundtable.domain.disclosure import Disclosure, Told
from roundtable.domain.references import referred
from roundtable.domain.standing import Standing, changed_to, mark_of, standing
from roundtable.report.document import Part, plain
from roundtable.report.making import Making
from roundtable.report.obstacles import (
    QUOTE_ASKED,
    QUOTE_CHANGED,
    QUOTE_LAPSED,
    QUOTE_OF_NOBODY,
    QUOTE_REFUSED,
    QUOTE_UNASKED,
    Obstacle,
    obstacle,
)
from roundtable.report.quoting import Quotation, named, quotations, stands_in
from roundtable.report.statements import statement
from roundtable.report.word_lists import words_of

_WAITING = {
    Standing.UNASKED: QUOTE_UNASKED,
    Standing.ASKED: QUOTE_ASKED,
    Standing.LAPSED: QUOTE_LAPSED,
}


@dataclass(frozen=True, slots=True)
class OwnWords:
    """Words of somebody as a paper prints them now: a verbatim `quote`, or a statement that is told by name.

    `parts` are the titles under which they stand, none where the paper does not print them any more; `excerpts` what
    is quoted of them, where that is not all; `mark` is that of what would be shown now.
    """

    said: Contribution
    words: str
    told: Told
    quote: bool
    parts: tuple[str, ...]
    excerpts: tuple[str, ...]
    standing: Standing
    approval: Approval | None
    mark: str

    @property
    def waits(self) -> bool:
        """Whether somebody is still to be asked, or to answer."""
        return self.standing in _WAITING


def own_words(making: Making, parts: Sequence[Part]) -> tuple[OwnWords, ...]:
    """Give the words that a paper prints as somebody's, and those on which there is an answer, in order of saying."""
    disclosure = making.disclosure
    quoted = quotations(disclosure, parts)
    by_name = named(disclosure, parts)
    found: dict[str, list[str]] = {}
    for contribution, part in (*((one.contribution, one.part) for one in quoted), *by_name):
        found.setdefault(contribution, []).append(part)
    known = (one for one in disclosure.session.of(Approval).values() if not one.withdrawn)
    keys = (key for key in (*found, *(one.id for one in known)) if referred(disclosure.session, key))
    return tuple(
        _own(making, key, found.get(key, ()), [one for one in quoted if one.contribution == key])
        for key in sorted(set(keys), key=lambda key: disclosure.session.numbers[key])
    )


def _own(making: Making, key: str, parts: Sequence[str], quoted: Sequence[Quotation]) -> OwnWords:
    disclosure = making.disclosure
    said = disclosure.session.of(Contribution)[key]
    words = plain(making.printed(said).inlines)
    excerpts = (one.words for one in quoted if words_of(one.words) != words_of(words))
    return OwnWords(
        said,
        words,
        disclosure.who(said),
        bool(quoted) or is_quote(said),
        tuple(dict.fromkeys(parts)),
        tuple(dict.fromkeys(excerpts)),
        standing(disclosure, said),
        approval_of(disclosure.session, key),
        mark_of(disclosure, said),
    )


def unapproved(disclosure: Disclosure, parts: Sequence[Part]) -> Iterator[Obstacle]:
    """Tell which quotes of a paper are not approved as they stand, and what is printed that somebody refused."""
    quoted = quotations(disclosure, parts)
    first = {one.contribution: one for one in reversed(quoted)}
    said = disclosure.session.of(Contribution)
    for one in sorted(first.values(), key=lambda one: disclosure.session.numbers[one.contribution]):
        stands = standing(disclosure, said[one.contribution])
        if stands in _WAITING:
            asked = _WAITING[stands] if to_ask(said[one.contribution]) else QUOTE_OF_NOBODY
            yield obstacle(asked, numbers=disclosure.session.numbers[one.contribution])
    yield from _reworded(disclosure, quoted)
    told = ((one.contribution, one.part) for one in quoted)
    yield from _refused(disclosure, (*told, *named(disclosure, parts)))


def _reworded(disclosure: Disclosure, quoted: Iterable[Quotation]) -> Iterator[Obstacle]:
    """Tell where words still stand that were approved in others."""
    for one in quoted:
        said = disclosure.session.of(Contribution)[one.contribution]
        wording = changed_to(disclosure, said)
        if wording and not stands_in(one.words, (wording, statement(said, disclosure).text)):
            number = disclosure.session.numbers[said.id]
            yield obstacle(QUOTE_CHANGED, title=one.part, number=number, words=wording)


def _refused(disclosure: Disclosure, told: Iterable[tuple[str, str]]) -> Iterator[Obstacle]:
    for contribution, part in dict.fromkeys(told):
        if refused(disclosure.session, disclosure.session.of(Contribution)[contribution]):
            yield obstacle(QUOTE_REFUSED, title=part, numbers=disclosure.session.numbers[contribution])
