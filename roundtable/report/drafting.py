"""A drafted chapter: the statements of a topic, connected by fixed phrases, so that it reads as prose.

No language model: every sentence is a statement or a phrase, and carries the ids of its records. Same input, same text.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from roundtable.domain.agenda import Topic
from roundtable.domain.disclosure import Disclosure
from roundtable.domain.references import Tells
from roundtable.domain.session import Session
from roundtable.domain.standing import AGREED, standing
from roundtable.report.choosing import Chosen, choose
from roundtable.report.connecting import Connecting
from roundtable.report.document import Block, Bullets, Paragraph, PullQuote, Reference, Text
from roundtable.report.grouping import Groups
from roundtable.report.looks import Look, looks
from roundtable.report.phrases import phrases
from roundtable.report.sentences import Sentence, blocks_of, phrase_of, plain_sentence, quotation
from roundtable.report.statements import Statement
from roundtable.report.telling import speaker
from roundtable.report.units import Unit
from roundtable.report.wording import capital


@dataclass(frozen=True, slots=True)
class Draft:
    """A chapter as drafted: its blocks, and what to show beside it.

    `used` and `unused` are ids of the contributions that might stand in it; `looks` are places that want a look;
    `replaced` are names told neutrally, `undecided` those among them on which nobody decided, by contribution;
    `written_out` gives, for each abbreviation (short, long) that was written out, the contributions in which it was.
    `waiting` are the quotes (ids) that nobody approved.
    """

    blocks: tuple[Block, ...]
    sentences: tuple[Sentence, ...]
    used: tuple[str, ...] = ()
    unused: tuple[str, ...] = ()
    looks: tuple[Look, ...] = ()
    replaced: tuple[str, ...] = ()
    undecided: tuple[tuple[str, str], ...] = ()
    written_out: Mapping[tuple[str, str], tuple[str, ...]] = field(default_factory=dict)
    waiting: tuple[str, ...] = ()

    @property
    def total(self) -> int:
        """How many statements might have stood in it."""
        return len(self.used) + len(self.unused)


def draft_chapter(
    session: Session,
    topic: Topic,
    disclosure: Disclosure,
    chapter_number: int,
    groups: Groups | None = None,
    *,
    telling: Collection[str] = (),
) -> Draft:
    """Draft a topic's chapter; `chapter_number` counts from 1.

    `groups` are ids of contributions that are alike, `telling` of those that speak for many.
    """
    chosen = choose(topic.id, disclosure, groups or (), telling)
    if not chosen.statements:
        return _nothing(session, topic, chosen)
    chapter = _Chapter(Connecting(disclosure, topic, chapter_number, chosen), chosen)
    chapter.write()
    printed = chosen.statements
    used = [one.id for sentence in chapter.sentences for one in printed if one.id in sentence.contributions]
    return Draft(
        tuple(chapter.blocks),
        tuple(chapter.sentences),
        tuple(used),
        tuple(one.id for one in chosen.found if one.id not in used),
        looks(chosen, session.details.language),
        tuple(name for one in printed for name in one.replaced),
        tuple((one.id, name) for one in printed for name in one.undecided),
        _written_out(printed),
        tuple(one.id for one in printed if one.quote and standing(disclosure, one.said) not in AGREED),
    )


def _written_out(printed: Iterable[Statement]) -> dict[tuple[str, str], tuple[str, ...]]:
    found: dict[tuple[str, str], tuple[str, ...]] = {}
    for one in printed:
        for change in one.written_out:
            found[change] = (*found.get(change, ()), one.id)
    return found


def _nothing(session: Session, topic: Topic, chosen: Chosen) -> Draft:
    """Say that nothing was said on a topic, or that nothing of it can be printed yet."""
    function = "Z1" if session.on_topic(topic.id) else "Z"
    language = session.details.language
    sentence = plain_sentence(phrase_of(phrases(language)[function][0], language), function)
    return Draft((Paragraph(sentence.inlines),), (sentence,), unused=tuple(one.id for one in chosen.found))


class _Chapter:
    """A chapter while it is written, from its first paragraph to its last."""

    def __init__(self, connecting: Connecting, chosen: Chosen) -> None:
        self.blocks: list[Block] = []
        self.sentences: list[Sentence] = []
        self._connecting = connecting
        self._chosen = chosen

    def write(self) -> None:
        """Write the paragraphs, the pull quote after its own, proposals and questions at the end."""
        paragraphs = [self._connecting.passage(passage) for passage in self._chosen.passages]
        ends = self._singles()
        if self._chosen.few and paragraphs:
            paragraphs[-1] += ends
            ends = []
        for place, sentences in enumerate(paragraphs):
            self._add(sentences)
            if place == self._chosen.pull_after:
                self._pull()
        if not paragraphs:
            self._pull()
        self._end(ends)

    def _singles(self) -> list[Sentence]:
        """Give the sentences of a proposal and a question that stand alone, where both may share a paragraph."""
        proposals, questions = self._chosen.proposals, self._chosen.questions
        if len(proposals) > 1 or len(questions) > 1:
            return []
        made = [one for unit in proposals for one in self._connecting.single(unit, "Y")]
        first = not made and not self._chosen.passages
        return made + [
            one for unit in questions for one in self._connecting.single(unit, "U1" if first else "U")
        ]

    def _end(self, singles: Sequence[Sentence]) -> None:
        if singles:
            self._add(singles)
            return
        for units, one, several in ((self._chosen.proposals, "Y", "Ys"), (self._chosen.questions, "U", "Us")):
            if len(units) > 1:
                self._list(units, several)
            elif units and not self._written(units[0]):
                self._add(self._connecting.single(units[0], one))

    def _written(self, unit: Unit) -> bool:
        return any(unit.head.id in sentence.contributions for sentence in self.sentences)

    def _list(self, units: Iterable[Unit], function: str) -> None:
        self._add([self._connecting.opening(function)])
        members = [self._connecting.member(unit) for unit in units]
        self.blocks.append(Bullets(tuple(tuple(blocks_of(member)) for member in members)))
        self.sentences += [one for member in members for one in member]

    def _pull(self) -> None:
        pull = self._chosen.pull
        if pull is None:
            return
        language = self._connecting.language
        sentence = quotation(pull, language)
        told = capital(speaker(pull.told, language), language) if self._connecting.tells else ""
        attribution = (Reference(pull.id, (Text(told),), Tells.SPEAKER),) if told else ()
        self.blocks.append(PullQuote(sentence.inlines, attribution))
        self.sentences.append(sentence)

    def _add(self, sentences: Sequence[Sentence]) -> None:
        self.blocks += blocks_of(sentences)
        self.sentences += sentences
