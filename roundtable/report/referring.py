"""What prose refers to, told by the rule in force now; and what is put into prose of a statement."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property

from roundtable.domain.contributions import Contribution
from roundtable.domain.disclosure import Disclosure, Form, OfNobody
from roundtable.domain.mentions import Kept
from roundtable.domain.references import Cited, Tell, Tells, referred
from roundtable.domain.session import Session
from roundtable.domain.standing import changed_to
from roundtable.errors import SpeakerUnclear
from roundtable.i18n import catalogue
from roundtable.report.document import (
    Block,
    BlockQuote,
    Bullets,
    Code,
    CodeBlock,
    Emphasis,
    Heading,
    Inline,
    Link,
    Numbered,
    Paragraph,
    PullQuote,
    Reference,
    Rule,
    Strong,
    Table,
    Text,
    plain,
)
from roundtable.report.markdown import write_prose
from roundtable.report.obstacles import (
    GONE,
    LOST,
    MISQUOTED,
    NAME_WRITTEN,
    TO_CHECK,
    UNPLACED,
    UNSUPPORTED,
    Obstacle,
    obstacle,
)
from roundtable.report.paragraphs import SUPPORTING_SIDES
from roundtable.report.quoting import stands_in
from roundtable.report.sentences import Phrase, Sentence, blocks_of, told_sentence
from roundtable.report.statements import statement
from roundtable.report.telling import neutral_words, origin, origins, speaker
from roundtable.report.word_lists import words_of
from roundtable.report.wording import capital, sentence, set_in_type, spelled_out, whole_quote

SHOWN = 60  # characters of the words that an obstacle tells
# Behind these a sentence goes on: a name that stood there had its capital for being one.
_GOES_ON = re.compile(r"[\w,;]\s*$")
_WORD_BEFORE = "x "  # stands for the words before, so that no name is taken for the first of a sentence
_LAST_QUOTE = re.compile('[“„«"][^“”„«»"]*[”»"][.]?$')


def teller(disclosure: Disclosure) -> Tell:
    """Give what tells the references of prose, by the rule in force."""

    def tell(cited: Cited) -> str:
        return _in_case(told(disclosure, cited.tells, cited.contribution), cited.words, disclosure)

    return tell


def told(disclosure: Disclosure, tells: Tells, contribution: str) -> str:
    """Give the words for a speaker, those who agreed, or a sector, as in the middle of a sentence.

    Of a statement that is gone, and where the rule does not allow more, nobody is told.
    """
    language = disclosure.session.details.language
    said = referred(disclosure.session, contribution)
    if tells is Tells.SUPPORTERS:
        behind = statement(said, disclosure).behind if said else ()
        if len(behind) >= SUPPORTING_SIDES:
            return origins(behind, language)
        return catalogue(language).pgettext("report", "from more than one side")
    who = disclosure.who(said) if said else OfNobody()
    if tells is Tells.ORIGIN:
        sector = disclosure.sector_told(who)
        nowhere = catalogue(language).pgettext("report", "from one side of the table")
        return origin(sector, language) if sector else nowhere
    return speaker(who, language)


def _in_case(words: str, typed: str, disclosure: Disclosure) -> str:
    first = next(filter(str.isalnum, typed), "")
    return capital(words, disclosure.session.details.language) if first.isupper() else words


# At export.


@dataclass
class Referring:
    """The references of a part's prose (its id and title), told by the rule in force.

    `replaced` are names inside references that were told neutrally, `obstacles` what is wrong with references.
    """

    disclosure: Disclosure
    part: str
    title: str
    replaced: list[str] = field(default_factory=list)
    obstacles: list[Obstacle] = field(default_factory=list)
    _gone: set[str] = field(default_factory=set)
    _doubtful: set[str] = field(default_factory=set)

    def blocks(self, blocks: Iterable[Block]) -> tuple[Block, ...]:
        """Give blocks with their references told; a paragraph that held nothing else than empty ones falls away."""
        return tuple(told for block in blocks for told in self._block(block))

    def _block(self, block: Block) -> Iterator[Block]:
        match block:
            case Heading() | Paragraph():
                if inlines := self._inlines(block.inlines):
                    yield replace(block, inlines=inlines)
            case PullQuote():
                yield PullQuote(self._inlines(block.inlines), self._attribution(block))
            case BlockQuote():
                if inside := self.blocks(block.blocks):
                    yield BlockQuote(inside)
            case Bullets() | Numbered():
                yield replace(block, items=tuple(self.blocks(point) for point in block.items))
            case Table():
                header, *rows = (
                    tuple(replace(cell, inlines=self._inlines(cell.inlines)) for cell in row)
                    for row in (block.header, *block.rows)
                )
                yield replace(block, header=header, rows=tuple(rows))
            case CodeBlock():
                yield replace(block, text=self._written(block.text))
            case Rule():
                yield block

    def _attribution(self, block: PullQuote) -> tuple[Inline, ...]:
        """Tell of whom a quotation is that is set apart; of nobody, where the paper tells nobody at all."""
        told = self._inlines(block.attribution)
        match told:
            case (Reference(tells=Tells.SPEAKER),) if not self.disclosure.tells:
                return ()
        return told

    def _inlines(self, inlines: Iterable[Inline], before: str = "") -> tuple[Inline, ...]:
        made: list[Inline] = []
        for inline in inlines:
            found = self._inline(inline, before + plain(tuple(made)))
            made += [found] if found else []
        return tuple(made)

    def _inline(self, inline: Inline, before: str) -> Inline | None:
        match inline:
            case Link() if any(self._replaced_in(inline.target)):
                return Emphasis(self._inlines(inline.inlines, before))
            case Emphasis() | Strong() | Link():
                return replace(inline, inlines=self._inlines(inline.inlines, before))
            case Text() | Code():
                return replace(inline, text=self._written(inline.text, before))
            case Reference():
                return self._reference(inline, before)
            case _:
                return inline

    def _written(self, text: str, before: str = "") -> str:
        """Tell names in what people wrote as the rule has it; what nobody decided on is reported beside."""
        language = self.disclosure.session.details.language
        lead = _WORD_BEFORE if _GOES_ON.search(before) else ""
        found = self.disclosure.neutral(lead + text, neutral_words(language), [self.part])
        self.replaced += found.replaced
        return found.text.removeprefix(lead)

    def _replaced_in(self, text: str) -> Iterator[str]:
        return (one.name for one in self.disclosure.names_in(text, [self.part]) if one.goes)

    def _reference(self, reference: Reference, before: str) -> Reference | None:
        said = referred(self.disclosure.session, reference.contribution)
        typed = plain(reference.inlines)
        if said is None:
            self._report_gone(reference, typed or before)
        if said is not None and reference.tells in {Tells.WORDS, Tells.SPEAKER}:
            self._report_doubtful(said)
        if said is not None and reference.tells is Tells.SUPPORTERS:
            self._report_unsupported(said)
        if reference.tells is not Tells.WORDS:
            words = told(self.disclosure, reference.tells, reference.contribution)
            if not _GOES_ON.search(before):
                words = _in_case(words, typed, self.disclosure)
            return replace(reference, inlines=(Text(words),))
        if said is not None:
            self._report_misquoted(said, typed or before)
            if typed and changed_to(self.disclosure, said) and self._is_whole(said, typed):
                return replace(reference, inlines=(self._as_approved(said, typed),))
        inlines = tuple(self._neutral(one, reference.contribution) for one in reference.inlines)
        return replace(reference, inlines=inlines) if inlines else None

    def _neutral(self, inline: Inline, contribution: str) -> Inline:
        """Tell names in words that rest on a statement as in the statement itself."""
        match inline:
            case Text():
                deciding = (contribution, self.part)
                language = self.disclosure.session.details.language
                found = self.disclosure.neutral(inline.text, neutral_words(language), deciding)
                self.replaced += found.replaced
                self.obstacles += [
                    obstacle(NAME_WRITTEN, name=name, title=self.title) for name in found.undecided
                ]
                return replace(inline, text=found.text)
            case Emphasis() | Strong() | Link():
                inside = tuple(self._neutral(one, contribution) for one in inline.inlines)
                return replace(inline, inlines=inside)
            case _:
                return inline

    def _report_gone(self, reference: Reference, words: str) -> None:
        if reference.contribution in self._gone:
            return
        self._gone.add(reference.contribution)
        number = self.disclosure.session.numbers.get(reference.contribution)
        template = LOST if number is None else GONE
        self.obstacles.append(obstacle(template, title=self.title, words=_end_of(words), number=number))

    def _report_doubtful(self, said: Contribution) -> None:
        """Report once what is to be checked, or may begin with the name of who said it."""
        if said.id in self._doubtful or (said.placed and not said.check):
            return
        self._doubtful.add(said.id)
        template = TO_CHECK if said.placed else UNPLACED
        number = self.disclosure.session.numbers[said.id]
        self.obstacles.append(obstacle(template, title=self.title, number=number))

    def _report_unsupported(self, said: Contribution) -> None:
        if statement(said, self.disclosure).sides < SUPPORTING_SIDES:
            number = self.disclosure.session.numbers[said.id]
            self.obstacles.append(obstacle(UNSUPPORTED, title=self.title, number=number))

    def _report_misquoted(self, said: Contribution, words: str) -> None:
        """Report a quotation, from mark to mark, whose words do not stand in the statement."""
        at_the_end = _LAST_QUOTE.search(words.rstrip())
        quote = whole_quote(words) or (whole_quote(at_the_end[0]) if at_the_end else None)
        if quote is None or self._stands_in(said, quote):
            return
        number = self.disclosure.session.numbers[said.id]
        self.obstacles.append(obstacle(MISQUOTED, title=self.title, words=_end_of(quote), number=number))

    def _stands_in(self, said: Contribution, quote: str) -> bool:
        """Say whether a quotation is of a statement, its capitals and marks apart; *…* stands for what was left out."""
        return stands_in(quote, self._printable(said))

    def _is_whole(self, said: Contribution, typed: str) -> bool:
        """Say whether words are all of a statement, and no part or paraphrase of it."""
        return any(words_of(text) == words_of(typed) for text in self._printable(said) if text)

    def _as_approved(self, said: Contribution, typed: str) -> Text:
        """Give the words that were approved in the place of those that were said."""
        one, language = statement(said, self.disclosure), self.disclosure.session.details.language
        self.replaced += one.replaced
        words = sentence(
            one.text, language, verbatim=one.verbatim, question=one.question, bare=typed[:1].isupper()
        )
        return Text(set_in_type(words, one.language or language), one.language)

    def _printable(self, said: Contribution) -> Iterator[str]:
        details = self.disclosure.session.details
        for text in (said.text, said.typed, said.wording, changed_to(self.disclosure, said)):
            for disclosure in (self.disclosure, self._strictest):
                neutral = disclosure.neutral(text, neutral_words(details.language), [said.id, self.part]).text
                yield from (neutral, spelled_out(neutral, details.abbreviations))
            yield from (text, spelled_out(text, details.abbreviations))

    @cached_property
    def _strictest(self) -> Disclosure:
        return Disclosure.of(self.disclosure.session, Form.NONE)


def names_written(disclosure: Disclosure, text: str, part: str) -> Iterator[str]:
    """Give the names in a text on which nobody decided, decisions going by the part's id."""
    for mention in disclosure.names_in(text, [part]):
        if mention.kept is Kept.UNDECIDED:
            yield mention.name


def _end_of(words: str) -> str:
    text = " ".join(words.split())
    return text if len(text) <= SHOWN else "…" + text[-SHOWN:].lstrip()


# Into prose.


def quote_of(disclosure: Disclosure, said: Contribution) -> str:
    """Give a statement as a quotation, in Markdown: who said it, then the words; a long one in a block of its own.

    Raises SpeakerUnclear.
    """
    _require_placed(disclosure.session, said)
    language = disclosure.session.details.language
    seen = statement(replace(said, wording=""), disclosure)
    words = capital(speaker(disclosure.who(said), language), language)
    between = Text("\u00a0:" if language == "fr" else ":")
    before = Phrase((Reference(said.id, (Text(words),), Tells.SPEAKER), between))
    return _written(told_sentence(replace(seen, quote=True, verbatim=True), language, before))


def paraphrase_of(disclosure: Disclosure, said: Contribution) -> str:
    """Give a statement as a sentence, in Markdown: its wording for print, else its words. Raises SpeakerUnclear."""
    _require_placed(disclosure.session, said)
    return _written(told_sentence(statement(said, disclosure), disclosure.session.details.language))


def _require_placed(session: Session, said: Contribution) -> None:
    if not said.placed:
        raise SpeakerUnclear(number=session.numbers[said.id])


def _written(sentence: Sentence) -> str:
    return write_prose(tuple(blocks_of([sentence]))).strip()
