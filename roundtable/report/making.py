"""A paper while it is made: what its parts share, and what they report on the way."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, tzinfo
from functools import cached_property
from gettext import NullTranslations
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from roundtable.domain.agenda import Topic
from roundtable.domain.contributions import Contribution
from roundtable.domain.disclosure import Disclosure
from roundtable.domain.references import beside_references, stray_marks
from roundtable.domain.session import Session
from roundtable.i18n import catalogue
from roundtable.report.document import Block, Paragraph, Reference, Text
from roundtable.report.obstacles import NAME, STRAY, Obstacle, obstacle
from roundtable.report.referring import Referring, names_written
from roundtable.report.statements import statement
from roundtable.report.telling import neutral_words
from roundtable.report.wording import sentence, set_in_type

_LOCALES = {"en": "en_GB"}  # a table in Europe writes 23 November 2026

_DAY = re.compile(r"^(\d+(?:\.|er)?) (?=[^\W\d])")  # between a day and its month: 23 november, 1er mai


@dataclass
class Making:
    """The session, its disclosure, and what others found out about its contributions (ids by topic).

    `telling` are those that speak for many, to choose from where there is no room for all. `replaced` and `obstacles`
    fill up as parts are made.
    """

    disclosure: Disclosure
    suggestions: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    groups: Mapping[str, tuple[tuple[str, ...], ...]] = field(default_factory=dict)
    telling: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    replaced: list[str] = field(default_factory=list)
    obstacles: list[Obstacle] = field(default_factory=list)

    @property
    def session(self) -> Session:
        """The session."""
        return self.disclosure.session

    @property
    def language(self) -> str:
        """The language of the paper."""
        return self.session.details.language

    @property
    def book(self) -> NullTranslations:
        """The phrases of the paper's language."""
        return catalogue(self.language)

    @cached_property
    def zone(self) -> tzinfo:
        """The time zone of the table."""
        try:
            return ZoneInfo(self.session.details.zone)
        except (ZoneInfoNotFoundError, ValueError, OSError):
            return UTC

    def told_neutrally(self, text: str, deciding: Iterable[str]) -> str:
        """Give a text with neutral words for names, and report them; `deciding` are ids of contributions."""
        ids = tuple(deciding)
        neutral = self.disclosure.neutral(text, neutral_words(self.language), ids)
        self.report(neutral.replaced, [(ids[0], name) for name in neutral.undecided] if ids else ())
        return neutral.text

    def report(self, replaced: Iterable[str], undecided: Iterable[tuple[str, str]]) -> None:
        """Report names that were told neutrally, and those of them (with their statement) that wait for a decision."""
        self.replaced += replaced
        for contribution, name in undecided:
            found = obstacle(NAME, numbers=self.session.numbers.get(contribution, "?"), name=name)
            if found not in self.obstacles:
                self.obstacles.append(found)

    def written(self, text: str, part: str) -> str:
        """Give what people wrote, with neutral words for names that may not stand there; decisions go by the part."""
        neutral = self.disclosure.neutral(text, neutral_words(self.language), [part])
        self.replaced += neutral.replaced
        return neutral.text

    def title(self, topic: Topic) -> str:
        """Give the title of a topic as it may be printed."""
        return self.written(topic.title, topic.id)

    def report_written(self, text: str, part: str, template: str, **places: object) -> None:
        """Report names in what people wrote on which nobody decided; decisions go by the part's id."""
        for name in names_written(self.disclosure, beside_references(text), part):
            self.obstacles.append(obstacle(template, name=name, **places))

    def printed(self, said: Contribution) -> Reference:
        """Give a statement as a sentence of its own, which can be traced."""
        one = statement(said, self.disclosure)
        self.report(one.replaced, [(said.id, name) for name in one.undecided])
        words = sentence(one.text, self.language, verbatim=one.verbatim, question=one.question)
        words = set_in_type(words, one.language or self.language)
        return Reference(said.id, (Text(words, one.language),))

    def prose(self, markdown: str, part: str, title: str) -> tuple[Block, ...]:
        """Read prose that people wrote for a part, its references told by the rule in force."""
        from roundtable.report.prose import read_prose

        referring = Referring(self.disclosure, part, title)
        blocks = referring.blocks(read_prose(markdown))
        self.replaced += referring.replaced
        self.obstacles += referring.obstacles
        stray = stray_marks(beside_references(markdown))  # what was said may hold such brackets
        self.obstacles += [obstacle(STRAY, title=title, mark=mark) for mark in stray]
        return blocks

    def long_date(self, written: str) -> str:
        """Give an ISO date as the language writes it out, its day and month kept together; another text as it is."""
        from babel.core import UnknownLocaleError
        from babel.dates import format_date

        try:
            told = format_date(
                date.fromisoformat(written), "long", _LOCALES.get(self.language, self.language)
            )
        except (UnknownLocaleError, ValueError):
            return written
        return _DAY.sub("\\1\u00a0", told)

    def clock(self, instant: datetime | None) -> str:
        """Give the hour and minute at the table."""
        return instant.astimezone(self.zone).strftime("%H:%M") if instant else ""


def paragraph(text: str) -> Paragraph:
    """Make a paragraph of plain text."""
    return Paragraph((Text(text),))
