"""The ledger of takeaways: drawn from what was said, worded, put in order."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from roundtable.domain.changes import Edit
from roundtable.domain.contributions import Takeaway, Vote
from roundtable.domain.records import changed, created, order_between
from roundtable.domain.session import Session
from roundtable.domain.stamps import new_id
from roundtable.domain.text import clean, clean_prose
from roundtable.errors import NothingSaid, NothingToMerge
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
        found = [session.takeaway(number) for number in numbers]
        ledger = tuple({one.id: one for one in found}.values())
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


def _difference(old: Takeaway, new: Takeaway, base: str | None = None) -> list[Edit]:
    edit = changed(old, new, base)
    return [edit] if edit.fields else []
