"""One thing said at the table, and what was said about it: support, themes, takeaways, prose."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import ClassVar

from roundtable.domain.records import (
    Record,
    choice,
    flag,
    instant,
    mapped,
    maybe_choice,
    members,
    reference,
    whole,
    words,
)


class Kind(StrEnum):
    """What kind of thing was said."""

    POINT = "point"
    QUOTE = "quote"
    QUESTION = "question"
    PROPOSAL = "proposal"


class Stance(StrEnum):
    """How a contribution stands to the one that it answers."""

    SUPPORTS = "supports"
    OPPOSES = "opposes"


class Voice(StrEnum):
    """Who spoke, as a kind: a person, a sector with nobody named, the table, nobody, the moderator."""

    PERSON = "person"
    SECTOR = "sector"
    TABLE = "table"
    NOBODY = "nobody"
    MODERATOR = "moderator"


class Vote(StrEnum):
    """How somebody stands to a statement or a takeaway."""

    AGREE = "agree"
    OPPOSE = "oppose"
    PASS = "pass"


# A straight mark behind a digit is an inch, and opens no quote.
QUOTED = re.compile('(?:[“„«]|(?<![0-9])")(?:[\u00a0\u202f ])?([^“”„«»"]+?)(?:[\u00a0\u202f ])?(?:[”“»"]|$)')


SIGNS: Mapping[Stance | Kind, str] = {
    Stance.SUPPORTS: "+",
    Stance.OPPOSES: "−",
    Kind.QUOTE: "“",
    Kind.QUESTION: "?",
    Kind.PROPOSAL: "!",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Contribution(Record):
    """One thing said: `typed` is the line as it came, `text` what is left without prefix and leading marks.

    `participant` and `sector` are ids; `sector` is set only where nobody is named or somebody put it right.
    `placed` is false where it is not clear who spoke (*who?*); `answers` is the contribution that the stance is about.
    """

    KIND: ClassVar[str] = "contribution"
    typed: str = words()
    text: str = words()
    at: datetime | None = instant()
    topic: str | None = reference()
    participant: str | None = reference()
    sector: str | None = reference()
    voice: Voice = choice(Voice, Voice.NOBODY)
    kind: Kind = choice(Kind, Kind.POINT)
    stance: Stance | None = maybe_choice(Stance)
    answers: str | None = reference()
    themes: frozenset[str] = members("theme")
    starred: bool = flag()
    check: bool = flag()
    parked: bool = flag()
    open_question: bool = flag()
    placed: bool = flag(default=True)
    wording: str = words()

    @property
    def sign(self) -> str:
        """The sign by which it is shown: that of its stance, else of its kind; empty for a point."""
        return SIGNS.get(self.stance or self.kind, "")

    @property
    def somebodys(self) -> bool:
        """Whether a person or a sector said it, as far as that is clear: what counts for who has been heard."""
        return self.placed and self.voice in {Voice.PERSON, Voice.SECTOR}

    @property
    def erased(self) -> bool:
        """Whether its words were erased: nothing is left but its place among the others."""
        return self.withdrawn and not (self.text or self.typed)

    @property
    def quotes(self) -> tuple[str, ...]:
        """The verbatim parts: from quotation mark to quotation mark, or to the end."""
        return tuple(part.strip() for part in QUOTED.findall(self.text) if part.strip())


@dataclass(frozen=True, slots=True, kw_only=True)
class Support(Record):
    """Agreement, opposition or pass on a contribution or takeaway (`on`), by a person or by `count` of a sector.

    `hands` says that everybody was asked to raise a hand: whoever is known to agree is among the `count`, which is of
    the whole table where there is no sector.
    """

    KIND: ClassVar[str] = "support"
    on: str | None = reference()
    participant: str | None = reference()
    sector: str | None = reference()
    vote: Vote = choice(Vote, Vote.AGREE)
    count: int = whole(1)
    hands: bool = flag()


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme(Record):
    """A theme that contributions share, across topics."""

    KIND: ClassVar[str] = "theme"
    name: str = words()
    order: str = words()


@dataclass(frozen=True, slots=True, kw_only=True)
class Takeaway(Record):
    """What the table takes with it; `evidence` and `dissent` are ids of contributions.

    `worded` is true once a person has worded it. `seen` gives for each contribution that it rests on (its id) a mark
    of the words that it had when a person last looked: see `domain.takeaways`. One that was made one with others is
    withdrawn, and says into which it went.
    """

    KIND: ClassVar[str] = "takeaway"
    title: str = words()
    text: str = words()
    evidence: frozenset[str] = members("evidence")
    dissent: frozenset[str] = members("dissent")
    seen: Mapping[str, str] = mapped("seen")
    merged_into: str | None = reference()
    worded: bool = flag()
    order: str = words()

    @property
    def called(self) -> str:
        """What it is called: its title, else its words."""
        return self.title or self.text


@dataclass(frozen=True, slots=True, kw_only=True)
class Prose(Record):
    """What the organiser wrote for a part: its id is `introduction`, a topic's id or `conclusion`; text is Markdown.

    `drafted` is true while it is the tool's draft that nobody has looked at. `settled` are the stamps of versions that
    somebody decided on, where two people had written at once.
    """

    KIND: ClassVar[str] = "prose"
    text: str = words()
    drafted: bool = flag()
    settled: frozenset[str] = members("settled")


class Choice(StrEnum):
    """What to do about a name inside a statement."""

    NEUTRAL = "neutral"
    KEEP = "keep"
    WORD = "word"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision(Record):
    """A remembered choice about a name inside a contribution."""

    KIND: ClassVar[str] = "decision"
    contribution: str | None = reference()
    name: str = words()
    choice: Choice = choice(Choice, Choice.NEUTRAL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Export(Record):
    """A paper that was written: when, in which form and format, its hash (SHA-256), draft or final.

    `name` is that of its file, `paper` a mark of what it says in whatever format (nothing for a working copy). `sent`
    are those it went to: a date and a name each. `replaces` is the export (id) of which it is a revised edition.
    `people`, `sectors` and `statements` are how many it told of; `named` are the participants (ids) whom it named,
    `by_sector` those whom it could tell by sector.
    """

    KIND: ClassVar[str] = "export"
    at: datetime | None = instant()
    format: str = words()
    attribution: str = words()
    sha256: str = words()
    draft: bool = flag()
    name: str = words()
    paper: str = words()
    sent: Mapping[str, str] = mapped("sent")
    replaces: str | None = reference()
    people: int = whole()
    sectors: int = whole()
    statements: int = whole()
    named: frozenset[str] = members("named")
    by_sector: frozenset[str] = members("by_sector")

    @property
    def went_to(self) -> tuple[tuple[str, str], ...]:
        """Whom it went to: the date and the name, the first first."""
        parted = (value.partition(" ") for value in self.sent.values())
        return tuple(sorted((day, to) for day, _, to in parted))
