"""How people and sectors stand to a statement or a takeaway: recorded one by one, or as a show of hands."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from roundtable.domain.changes import Edit
from roundtable.domain.contributions import Support, Takeaway, Vote
from roundtable.domain.hands import understand_hands
from roundtable.domain.people import Participant, Sector
from roundtable.domain.records import changed, created
from roundtable.domain.session import Session
from roundtable.domain.stamps import new_id
from roundtable.domain.undoing import undone_by
from roundtable.errors import NoSuchPerson, OnePersonCounted
from roundtable.storage.journal import Journal


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


def votes_joined(journal: Journal, session: Session, ledger: Sequence[Takeaway]) -> Iterator[Edit]:
    """Put the votes on several takeaways on the first, and take back those by which anybody would count twice.

    Of a sector with nobody named, what it was counted at on one of them stands, whole: where most were counted. Of a
    person, how they voted last.
    """
    votes = [vote for one in ledger for vote in session.supports.get(one.id, ())]
    kept, counted, last = ledger[0].id, _where_most(votes), _last_votes(journal, session, votes)
    for vote in votes:
        if vote.id == last[vote.participant] if vote.participant else vote.on == counted[vote.sector]:
            yield changed(vote, replace(vote, on=kept))
        elif vote.participant or vote.on == kept:
            yield changed(vote, replace(vote, withdrawn=True))


def _where_most(votes: Sequence[Support]) -> Mapping[str | None, str | None]:
    """Give for each sector (None: the whole table) on what most were counted of it; of equals the first."""
    counts: dict[str | None, Counter[str | None]] = {}
    for vote in votes:
        if not vote.participant:
            counts.setdefault(vote.sector, Counter())[vote.on] += max(0, vote.count)
    return {sector: found.most_common(1)[0][0] for sector, found in counts.items()}


def _last_votes(journal: Journal, session: Session, votes: Sequence[Support]) -> Mapping[str | None, str]:
    """Give for each person the vote (id) that they gave last; a record knows only when it was first made."""
    history = journal.history(session.uid, Support.KIND)
    undone = {undone_by(change.action) for change in history}
    given = {vote.id: vote.stamp for vote in votes}
    for change in history:
        stands = change.action not in undone and undone_by(change.action) is None
        if change.record in given and "vote" in change.fields and stands:
            given[change.record] = max(given[change.record], change.stamp)
    in_order = sorted(votes, key=lambda vote: (given[vote.id], vote.id))
    return {vote.participant: vote.id for vote in in_order if vote.participant}


def who_is(session: Session, name: str) -> Participant | Sector:
    """Find a sector by its short name or name, else a person. Raises NoSuchPerson, SeveralPeople."""
    try:
        return session.sector(name)
    except NoSuchPerson:
        return session.person(name)
