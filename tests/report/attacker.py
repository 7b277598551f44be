"""Somebody who knows who sat there, for which sector, what each agreed to, and how papers are made; and reads one.

Two evenings that give the same paper cannot be told apart by it, whatever is read out of it: texts, labels, counts,
tables, phrases. So whoever might have said a statement in an evening that gives the very paper is one of those among
whom its author is hidden.
"""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from roundtable.domain.agenda import Topic
from roundtable.domain.contributions import Contribution, Kind, Stance, Support, Takeaway, Voice
from roundtable.domain.disclosure import Form
from roundtable.domain.people import Attendance, Consent, Participant
from roundtable.domain.session import Session
from roundtable.report.document import Document
from roundtable.report.white_paper import Choices, compose
from tests.report.tables import person, said, sector, table, vote

# Words that say nothing of anybody, so that only the paper tells who said what.
WORDS = (
    "vertrouwen weegt kantoor blijft ruimte meten werk vraagt tijd ploeg groeit avond trein overleg scherm deur kaart "
    "regen tafel vloer bureau lamp fiets muur stoel boom gras steen brug haven molen dijk veld schip wolk zand"
).split()
SECTORS = ("log", "zor", "ret", "it", "npo")


@dataclass(frozen=True, slots=True)
class Leak:
    """A statement (id) whose author is hidden among too few: `among` are those who may have said it."""

    statement: str
    author: str
    among: frozenset[str]
    form: Form


class Attacker:
    """Somebody who reads the papers of one evening, with its appendix."""

    def __init__(self, session: Session, form: Form, least: int = 2, folding: int | None = None) -> None:
        self.session = session
        self.form = form
        self.least = least
        self._choices = Choices(form, appendix=True, least=folding or least)
        self._paper = self._read(session)
        self._people = [one for one in session.participants if one.attendance is Attendance.PRESENT]

    def leaks(self) -> Iterator[Leak]:
        """Give the statements of people whose author can be told from too many others."""
        authors = dict.fromkeys(
            one.participant for one in self.session.contributions if one.voice is Voice.PERSON and one.placed
        )
        for author in authors:
            if author and not self._may_be_known(author):
                yield from self._leaks_of(author)

    def _leaks_of(self, author: str) -> Iterator[Leak]:
        known = self.session.of(Participant)
        hidden = {one.id for one in self._people if not self._may_be_known(one.id)}
        untold = {one.id for one in self._people if one.consent is Consent.NONE or not one.sector}
        for said_one in self.session.contributions:
            if said_one.participant != author:
                continue
            # Who asked to be told of nobody, or sits for no sector, is hidden among all who are, be they few.
            enough = len(untold) if author in untold else len(hidden)
            among = self._among(said_one, min(self.least, enough))
            if len(among) < min(self.least, enough):
                yield Leak(said_one.id, known[author].name, among, self.form)

    def _may_be_known(self, author: str) -> bool:
        one = self.session.of(Participant)[author]
        return self.form is Form.NAMED and one.consent is Consent.NAMED

    def _among(self, statement: Contribution, enough: int) -> frozenset[str]:
        """Give who may have said a statement; no more than are enough."""
        author = statement.participant or ""
        among = {author}
        own = self.session.of(Participant)[author].sector
        likely = sorted(self._people, key=lambda one: (one.sector != own, one.id))
        for votes in (_as_they_were, _others):
            for one in likely:
                if len(among) < enough and one.id not in among and self._fits(statement, one.id, votes):
                    among.add(one.id)
        return frozenset(among)

    def _fits(self, statement: Contribution, another: str, votes: "Votes") -> bool:
        """Say whether an evening in which another said a statement gives the same paper."""
        return any(
            self._read(evening) == self._paper
            for spoken in self._otherwise(statement, another)
            for evening in votes(spoken)
        )

    def _otherwise(self, statement: Contribution, another: str) -> Iterator[Session]:
        """Give evenings in which another said it: where two changed places, or only in this statement, or in two."""
        author = statement.participant or ""
        turned = {author: another, another: author}
        spoken = [one for one in self.session.contributions if one.participant in turned]
        votes = [one for one in self.session.of(Support).values() if one.participant in turned]
        changed = [
            *(replace(one, participant=turned[one.participant or ""]) for one in spoken),
            *(replace(one, participant=turned[one.participant or ""]) for one in votes),
        ]
        yield self.session.having(changed)
        # For which sector somebody spoke, nobody outside knows either.
        for put in dict.fromkeys((statement.sector, None)):
            alone = replace(statement, participant=another, sector=put)
            yield self.session.having([alone])
            for one in self.session.contributions:
                if one.participant == another:
                    yield self.session.having([alone, replace(one, participant=author)])

    def _read(self, session: Session) -> Document:
        suggestions = {"t": tuple(one.id for one in session.contributions)} if not session.takeaways else {}
        return compose(session, self._choices, suggestions).document


Votes = Callable[[Session], Iterator[Session]]


def _as_they_were(session: Session) -> Iterator[Session]:
    yield session


def _others(session: Session) -> Iterator[Session]:
    """Give the evening with a vote or two more or less, or of another sector: nobody outside knows how people voted."""
    known = list(session.of(Support).values())
    for kept in range(2 ** len(known) - 1):
        yield session.having(
            replace(one, withdrawn=True) for place, one in enumerate(known) if not kept >> place & 1
        )
    voted = list(_voted(session))
    yield from (session.having([one]) for one in voted)
    dice = random.Random(session.uid)  # noqa: S311 — the same each time
    yield from (session.having([dice.choice(voted), dice.choice(voted)]) for _ in range(PAIRS))


def _voted(session: Session) -> Iterator[Support]:
    for one in session.of(Support).values():
        yield from (replace(one, participant=None, sector=short) for short in SECTORS)
    for on in (*session.contributions, *session.takeaways):
        for short in SECTORS:
            yield Support(id=f"more {on.id}", stamp="more", on=on.id, sector=short)


PAIRS = 300  # of votes that are tried out, where one alone does not do


# Evenings to attack.


def evening(seed: int, people: int, sectors: int) -> Session:
    """Make an evening at random, the same for the same seed."""
    dice = random.Random(seed)  # noqa: S311 — the same each time
    shorts = SECTORS[:sectors]
    seats = [*shorts, *dice.choices(shorts, k=max(0, people - sectors))][:people]
    there = [
        person(f"P{place}", None if dice.random() < 0.05 else seat, dice.choice(_CONSENTS))
        for place, seat in enumerate(seats)
    ]
    lines = [_line(dice, place, [one.id for one in there], shorts) for place in range(dice.randint(3, 8))]
    ids = [one.id for one in lines]
    votes = [
        vote(
            dice.choice(ids), dice.choice([*(one.id for one in there), *(short.upper() for short in shorts)])
        )
        for _ in range(dice.randint(0, 6))
    ]
    unlike = {one.id: one for one in votes}.values()
    drawn = Takeaway(
        id="k",
        title="Kern",
        text="Een kern.",
        worded=True,
        order="a",
        evidence=frozenset(dice.sample(ids, k=min(len(ids), dice.randint(1, 3)))),
        dissent=frozenset(dice.sample(ids, k=dice.randint(0, 1))),
    )
    takeaways = [drawn] if dice.random() < 0.7 else []
    second = Topic(id="u", title="Ruimte", number="2", order="b")
    return table(*(sector(short) for short in SECTORS), second, *there, *lines, *unlike, *takeaways)


_CONSENTS = (Consent.NAMED, Consent.SECTOR, Consent.SECTOR, Consent.NONE, Consent.UNASKED)


def _line(dice: random.Random, place: int, people: list[str], shorts: tuple[str, ...]) -> Contribution:
    by = dice.choice([*people, *people, *people, "all", None, dice.choice(shorts).upper()])
    words = " ".join(dice.sample(WORDS, k=6))
    more: dict[str, object] = {
        "topic": dice.choice(["t", "t", "u"]),
        "kind": dice.choice([Kind.POINT, Kind.POINT, Kind.QUOTE, Kind.QUESTION, Kind.PROPOSAL]),
        "starred": dice.random() < 0.3,
    }
    if by in people and dice.random() < 0.1:
        more["sector"] = dice.choice(shorts)  # put right: they spoke for another
    if place and dice.random() < 0.3:
        more["stance"] = dice.choice([Stance.SUPPORTS, Stance.OPPOSES])
        more["answers"] = f"c{dice.randrange(place)}"
    return said(f"c{place}", f"wij {words}" if dice.random() < 0.3 else words, by, place, **more)
