"""Where somebody's name and words are: statements, mentions, takeaways, support, and papers that were written."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from roundtable.domain.contributions import Contribution, Support, Vote
from roundtable.domain.disclosure import ByName, BySector, Disclosure
from roundtable.domain.mentions import Names
from roundtable.domain.people import Participant
from roundtable.domain.session import Session
from roundtable.domain.text import folded
from roundtable.errors import NoSuchPerson, NowhereFound
from roundtable.services.disclosing import disclosure_of
from roundtable.services.names import names_inside, printable
from roundtable.services.register import Listed, register_of
from roundtable.storage.journal import Journal


class How(StrEnum):
    """How somebody is told of."""

    NAMED = "named"
    SECTOR = "sector"
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class Said:
    """Something that they said, and how a paper would tell of whom now."""

    number: int
    how: How
    withdrawn: bool = False


@dataclass(frozen=True, slots=True)
class Mentioned:
    """Their name in something that may be printed: the place as commands call it, and how it stands there."""

    called: str
    name: str


@dataclass(frozen=True, slots=True)
class Backed:
    """How they stand to something: a contribution's number, or takeaway:N."""

    called: str
    vote: Vote


@dataclass(frozen=True, slots=True)
class Printed:
    """A paper that was written while they sat on the list, and how it told of them; None: that was not kept then."""

    listed: Listed
    how: How | None


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """Where somebody's name and words are in one session; without a participant, others only speak of them there.

    `takeaways` are the positions of those that rest on what they said.
    """

    session: Session
    participant: Participant | None
    mentions: tuple[Mentioned, ...]
    statements: tuple[Said, ...] = ()
    takeaways: tuple[int, ...] = ()
    support: tuple[Backed, ...] = ()
    papers: tuple[Printed, ...] = ()


def whereabouts(journal: Journal, name: str, uid: str | None = None) -> list[Whereabouts]:
    """Find somebody in all sessions of the file, or in one (uid); namesakes each by themselves.

    Raises NowhereFound, SeveralPeople.
    """
    uids = [uid] if uid else [one.uid for one in journal.sessions()]
    sessions = [journal.session(one) for one in uids]
    seated = [(session, _people(session, name)) for session in sessions]
    known = [one for _, people in seated for one in people]
    if not known:
        raise NowhereFound(name=name, file=journal.path)
    found: list[Whereabouts] = []
    for session, people in seated:
        found += [_of(journal, session, one) for one in people]
        if not people and (mentions := _spoken_of(session, known)):
            found.append(Whereabouts(session, None, mentions))
    return found


def _people(session: Session, name: str) -> list[Participant]:
    """Give those of a session who are called so: all of this very name, else whom commands would find."""
    wanted = folded(name.strip())
    exact = [one for one in session.participants if wanted in {one.id, folded(one.name)}]
    try:
        return exact or [session.person(name)]
    except NoSuchPerson:
        return []


def _of(journal: Journal, session: Session, one: Participant) -> Whereabouts:
    own = [said for said in session.everything_said if said.participant == one.id]
    ids = {said.id for said in own}
    disclosure = disclosure_of(session)
    return Whereabouts(
        session,
        one,
        tuple(
            Mentioned(inside.called, inside.name)
            for inside in names_inside(session)
            if one.id in inside.participants
        ),
        tuple(_said(disclosure, said) for said in own),
        tuple(place for place, each in enumerate(session.takeaways, 1) if each.evidence & ids),
        tuple(_support(session, one)),
        tuple(Printed(listed, _told(listed, one)) for listed in register_of(journal, session.uid)),
    )


def _said(disclosure: Disclosure, said: Contribution) -> Said:
    match disclosure.who(said):
        case ByName():
            how = How.NAMED
        case BySector():
            how = How.SECTOR
        case _:
            how = How.NOBODY
    return Said(disclosure.session.numbers[said.id], how, said.withdrawn)


def _support(session: Session, one: Participant) -> Iterator[Backed]:
    places = {each.id: f"takeaway:{place}" for place, each in enumerate(session.takeaways, 1)}
    votes = [each for each in session.of(Support).values() if each.participant == one.id]
    for each in sorted(votes, key=lambda vote: (vote.stamp, vote.id)):
        called = places.get(each.on or "") or str(session.numbers.get(each.on or "", ""))
        if called and not each.withdrawn:
            yield Backed(called, each.vote)


def _told(listed: Listed, one: Participant) -> How | None:
    paper = listed.export
    if one.id in paper.named:
        return How.NAMED
    if one.id in paper.by_sector:
        return How.SECTOR
    return How.NOBODY if paper.people else None


def _spoken_of(session: Session, people: Iterable[Participant]) -> tuple[Mentioned, ...]:
    """Give where others speak of people who do not sit at this table."""
    names = Names(people, session.details.language)
    found = [
        Mentioned(one.called, mention.name)
        for one in printable(session)
        for mention in names.find(one.text)
        if mention.sure
    ]
    return tuple(dict.fromkeys(found))
