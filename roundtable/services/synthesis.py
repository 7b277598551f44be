"""The organiser's work: the ledger of takeaways, and the prose."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from roundtable.domain.changes import Edit
from roundtable.domain.contributions import Contribution, Prose, Support, Takeaway, Vote
from roundtable.domain.hands import understand_hands
from roundtable.domain.people import Participant, Sector
from roundtable.domain.records import changed, created, order_between
from roundtable.domain.session import Session
from roundtable.domain.stamps import new_id
from roundtable.domain.text import clean, clean_prose
from roundtable.errors import (
    NoSuchPart,
    NoSuchPerson,
    NoSuchTopic,
    NothingSaid,
    NothingToMerge,
    OnePersonCounted,
)
from roundtable.services.bases import base_of
from roundtable.storage.journal import Journal


def add_takeaway(
    journal: Journal, uid: str, text: str, *, title: str = "", evidence: Sequence[str] = ()
) -> Takeaway:
    """Draw a takeaway from contributions (numbers or ids), or from nothing. Raises NoSuchContribution, NothingSaid."""
    key = new_id()

    def decide(session: Session) -> list[Edit]:
        rests_on = [session.contribution(number) for number in evidence]
        if not clean(text):
            raise NothingSaid
        takeaway = Takeaway(
            id=key,
            title=clean(title),
            text=clean_prose(text).strip(),
            evidence=frozenset(said.id for said in rests_on),
            worded=bool(clean(title)) or clean(text) not in {said.text for said in rests_on},
            order=order_between(session.takeaways[-1].order if session.takeaways else "", ""),
        )
        return [created(takeaway)]

    return journal.append(uid, decide).session.of(Takeaway)[key]


def edit_takeaway(
    journal: Journal,
    uid: str,
    number: str,
    *,
    text: str | None = None,
    title: str | None = None,
    evidence: Sequence[str] = (),
    without: Sequence[str] = (),
    base: str | None = None,
) -> Session:
    """Word a takeaway anew, add to or take from what it rests on.

    `base` is the stamp of the text that was seen (`base_of`), the newest unless told.
    Raises NoSuchTakeaway, NoSuchContribution, NothingSaid.
    """

    def decide(session: Session) -> list[Edit]:
        old = session.takeaway(number)
        if text is not None and not clean(text):
            raise NothingSaid
        added = {session.contribution(one).id for one in evidence}
        new = replace(
            old,
            text=old.text if text is None else clean_prose(text).strip(),
            title=old.title if title is None else clean(title),
            evidence=(old.evidence | added) - {session.contribution(one).id for one in without},
            dissent=old.dissent - added,
            worded=old.worded or text is not None or title is not None,
        )
        seen = base or base_of(journal, uid, Takeaway.KIND, old.id)
        return _difference(old, new, seen if text else None)

    return journal.append(uid, decide).session


def dissent(journal: Journal, uid: str, number: str, against: Sequence[str]) -> Session:
    """Put contributions beside a takeaway as speaking against it. Raises NoSuchTakeaway, NoSuchContribution."""

    def decide(session: Session) -> list[Edit]:
        old = session.takeaway(number)
        ids = {session.contribution(one).id for one in against}
        return _difference(old, replace(old, dissent=old.dissent | ids, evidence=old.evidence - ids))

    return journal.append(uid, decide).session


def back(
    journal: Journal, uid: str, number: str, by: Sequence[str], *, vote: Vote = Vote.AGREE, count: int = 1
) -> Session:
    """Record how people, or `count` people of each sector that is named, stand to a takeaway.

    Raises NoSuchTakeaway, NoSuchPerson, SeveralPeople, OnePersonCounted.
    """
    return journal.append(
        uid, lambda session: _votes(session, session.takeaway(number).id, by, vote, count)
    ).session


def back_statement(
    journal: Journal, uid: str, number: str, by: Sequence[str], *, vote: Vote = Vote.AGREE, count: int = 1
) -> Session:
    """Record how people, or `count` people of each sector that is named, stand to a contribution.

    Raises NoSuchContribution, NoSuchPerson, SeveralPeople, OnePersonCounted.
    """
    return journal.append(
        uid, lambda session: _votes(session, session.contribution(number).id, by, vote, count)
    ).session


def show_of_hands(journal: Journal, uid: str, number: str, typed: str) -> Session:
    """Record how many raised a hand for a takeaway, as it is typed ("8", "8-2", "ret 3, log 2-1").

    It takes the place of the show of hands before, and of any number that a sector was counted at; what people said
    under their names stays. Raises NoSuchTakeaway, HandsNotUnderstood, HandsTwice, NoSuchSector.
    """

    def decide(session: Session) -> list[Edit]:
        on = session.takeaway(number).id
        hands = understand_hands(session, typed)
        before = [one for one in session.supports.get(on, ()) if not one.participant]
        raised = [
            Support(id=new_id(), on=on, sector=sector, vote=vote, count=count, hands=True)
            for sector, counts in hands.counts.items()
            for vote, count in zip(Vote, counts, strict=True)
            if count or vote is Vote.AGREE  # that nobody raised a hand is worth keeping
        ]
        return [
            *(changed(one, replace(one, withdrawn=True)) for one in before),
            *(created(one) for one in raised),
        ]

    return journal.append(uid, decide).session


def _votes(session: Session, on: str, by: Sequence[str], vote: Vote, count: int) -> list[Edit]:
    """Give the votes of people and sectors; a person who voted before thinks otherwise now, and counts once."""
    known = {one.participant: one for one in session.supports.get(on, ()) if one.participant}
    votes = []
    for name in by:
        who = who_is(session, name)
        made = Support(id=new_id(), on=on, vote=vote)
        if isinstance(who, Sector):
            votes.append(created(replace(made, sector=who.id, count=count)))
        elif count > 1:
            raise OnePersonCounted(name=who.name)
        elif who.id in known:
            votes.append(changed(known[who.id], replace(known[who.id], vote=vote)))
        else:
            votes.append(created(replace(made, participant=who.id)))
    return votes


def who_is(session: Session, name: str) -> Participant | Sector:
    """Find a sector by its short name or name, else a person. Raises NoSuchPerson, SeveralPeople."""
    try:
        return session.sector(name)
    except NoSuchPerson:
        return session.person(name)


def move_takeaway(journal: Journal, uid: str, number: str, position: int) -> Session:
    """Put a takeaway at a place in the ledger, 1 for the first. Raises NoSuchTakeaway."""

    def decide(session: Session) -> list[Edit]:
        old = session.takeaway(number)
        others = [one.order for one in session.takeaways if one.id != old.id]
        place = min(max(position, 1), len(others) + 1) - 1
        before = others[place - 1] if place else ""
        after = others[place] if place < len(others) else ""
        return _difference(old, replace(old, order=order_between(before, after)))

    return journal.append(uid, decide).session


def merge_takeaways(journal: Journal, uid: str, numbers: Sequence[str]) -> Session:
    """Make one takeaway of several: the first keeps its title, and has the words, evidence and votes of all.

    Of what a sector was counted at on several of them the largest stands: it may be the same people again.
    Raises NoSuchTakeaway, NothingToMerge.
    """

    def decide(session: Session) -> list[Edit]:
        ledger = tuple(dict.fromkeys(session.takeaway(number) for number in numbers))
        if len(ledger) < 2:  # noqa: PLR2004 - one alone
            raise NothingToMerge
        kept, *others = ledger
        evidence = kept.evidence.union(*(one.evidence for one in others))
        against = kept.dissent.union(*(one.dissent for one in others)) - evidence
        text = "\n\n".join(dict.fromkeys(one.text for one in (kept, *others) if one.text))
        merged = replace(kept, evidence=evidence, dissent=against, text=text)
        base = base_of(journal, uid, Takeaway.KIND, kept.id) if text != kept.text else None
        gone = [changed(one, replace(one, withdrawn=True)) for one in others]
        return [*_difference(kept, merged, base), *_votes_joined(session, ledger), *gone]

    return journal.append(uid, decide).session


def _votes_joined(session: Session, ledger: Sequence[Takeaway]) -> Iterator[Edit]:
    """Put the votes on all takeaways on the first, and take back those by which a sector would count twice."""
    votes = [vote for one in ledger for vote in session.supports.get(one.id, ())]
    counts: dict[tuple[str | None, Vote], Counter[str | None]] = {}
    for vote in votes:
        if not vote.participant:
            counts.setdefault((vote.sector, vote.vote), Counter())[vote.on] += vote.count
    kept = ledger[0].id
    largest = {key: found.most_common(1)[0][0] for key, found in counts.items()}
    for vote in votes:
        if vote.participant or vote.on == largest[vote.sector, vote.vote]:
            yield changed(vote, replace(vote, on=kept))
        elif vote.on == kept:
            yield changed(vote, replace(vote, withdrawn=True))


def drop_takeaway(journal: Journal, uid: str, number: str) -> Session:
    """Take a takeaway out of the ledger; `undo` brings it back. Raises NoSuchTakeaway."""

    def decide(session: Session) -> list[Edit]:
        old = session.takeaway(number)
        return _difference(old, replace(old, withdrawn=True))

    return journal.append(uid, decide).session


def part_id(session: Session, part: str) -> str:
    """Give the id under which the prose of a part is kept: introduction, conclusion, or a topic's id.

    Raises NoSuchPart, SeveralTopics.
    """
    if part in {"introduction", "conclusion"}:
        return part
    try:
        topic = session.topic(part)
    except NoSuchTopic as error:
        raise NoSuchPart(part=part, titles=error.places["titles"]) from None
    return "conclusion" if topic.conclusion else topic.id


def set_prose(journal: Journal, uid: str, part: str, text: str, base: str | None = None) -> Session:
    """Keep what the organiser wrote for a part (Markdown); empty text takes it away.

    `base` is the stamp of the version that was seen (`base_of`), the newest unless told. Raises NoSuchPart.
    """

    def decide(session: Session) -> list[Edit]:
        key = part_id(session, part)
        old = session.of(Prose).get(key)
        kept = clean_prose(text).strip()
        new = Prose(id=key, text=kept, withdrawn=not kept)
        if old is None:
            return [created(new)] if kept else []
        seen = base or base_of(journal, uid, Prose.KIND, key)
        return _difference(old, replace(new, stamp=old.stamp), seen)

    return journal.append(uid, decide).session


def _difference(old: Takeaway | Prose, new: Takeaway | Prose, base: str | None = None) -> list[Edit]:
    edit = changed(old, new, base)
    return [edit] if edit.fields else []


def suggestions(journal: Journal, uid: str, topic: str | None = None, k: int = 5) -> tuple[Contribution, ...]:
    """Give at most `k` statements of a topic (its id; None: of the evening) that speak for many.

    Those on which a takeaway rests already are left out.
    """
    from roundtable.insight.statements import suggest_for

    session = journal.session(uid)
    taken = frozenset[str]().union(*(one.evidence for one in session.takeaways))
    found = [one.id for one in suggest_for(session, topic, k + len(taken)) if one.id not in taken]
    return tuple(session.contribution(key) for key in found[:k])
