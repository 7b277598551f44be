"""The agenda as it is written, and its topics as a session keeps them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar

from roundtable.domain.people import Person
from roundtable.domain.records import Record, flag, maybe_whole, ordered, whole, words


@dataclass(frozen=True, slots=True)
class AgendaSector:
    """A sector as the agenda names it."""

    short: str
    name: str
    told: str = ""


@dataclass(frozen=True, slots=True)
class AgendaTopic:
    """A level-two heading: `number` is as written ("" where none), `planned_seconds` None where no minutes stand."""

    title: str
    number: str = ""
    planned_seconds: int | None = None
    prompts: tuple[str, ...] = ()
    context: str = ""
    chapter: bool = True
    conclusion: bool = False
    line: int = 0


@dataclass(frozen=True, slots=True)
class Agenda:
    """An agenda as read from a file; texts as people wrote them, `opening` is Markdown."""

    title: str
    language: str
    sectors: tuple[AgendaSector, ...] = ()
    opening: str = ""
    questions: tuple[str, ...] = ()
    topics: tuple[AgendaTopic, ...] = ()
    people: tuple[Person, ...] = ()
    abbreviations: Mapping[str, str] = field(default_factory=dict)
    subtitle: str = ""
    date: str = ""
    start: str = ""
    place: str = ""
    organiser: str = ""
    publisher: str = ""
    contact: str = ""
    logo: str = ""
    accent: str = ""  # #rrggbb
    attribution: str = ""
    name: str = ""  # the file's name without its endings

    @property
    def planned_seconds(self) -> int:
        """The planned length of the table."""
        return sum(topic.planned_seconds or 0 for topic in self.topics)


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic(Record):
    """An agenda item of a session.

    `planned_seconds` is what the agenda gave, `granted_seconds` what was added (or, negative, taken) since;
    of a `fixed` one no new split takes minutes, nor gives it any. `prompt` is the place of the question that is asked
    now, 0 for the first.
    """

    KIND: ClassVar[str] = "topic"
    title: str = words()
    number: str = words()
    planned_seconds: int | None = maybe_whole()
    granted_seconds: int = whole()
    context: str = words()
    prompts: tuple[str, ...] = ordered("prompt")
    chapter: bool = flag(default=True)
    conclusion: bool = flag()
    skipped: bool = flag()
    prompt: int = whole()
    fixed: bool = flag()
    order: str = words()

    @property
    def allotted_seconds(self) -> int:
        """The seconds it may take, as things stand."""
        return max(0, (self.planned_seconds or 0) + self.granted_seconds)
