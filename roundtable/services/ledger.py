"""The ledger of takeaways: drawn from what was said, worded, put in order, looked at again."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from roundtable.domain.changes import Edit
from roundtable.domain.contributions import Contribution, Takeaway
from roundtable.domain.records import changed, created, order_between
from roundtable.domain.session import Session
from roundtable.domain.stamps import new_id
from roundtable.domain.takeaways import evidence as evidence_of
from roundtable.domain.takeaways import marks, why_flagged
from roundtable.domain.text import clean, clean_prose
from roundtable.errors import (
    NoneOrAll,
    NotDropped,
    NothingSaid,
    NothingToMerge,
    NotItsEvidence,
    TakeawayDropped,
)
from roundtable.services.bases import base_of
from roundtable.services.drawing import clear, drawn, ground, last_order, standing, words_of
from roundtable.services.votes import votes_joined
from roundtable.storage.journal import Journal


def add_takeaway(
    journal: Journal,
    uid: str,
    text: str = "",
    *,
    title: str = "",
    evidence: Sequence[str] = (),
    dissent: Sequence[str] = (),
) -> Takeaway:
    """Draw a takeaway from contributions (numbers or ids), or from nothing; `dissent` speaks against it.

    Without a text it has the words of the first of them, and counts as a statement until somebody words it.
    Raises NoSuchContribution, EvidenceWithdrawn, SpeakerUnclear, NothingSaid.
    """
    key = new_id()

    def decide(session: Session) -> list[Edit]:
        rests_on = [ground(session, number) for number in evidence]
        takeaway = drawn(session, key, rests_on, last_order(session))
        if clean(text):
            known = {
                clean(words)
                for said in rests_on
                for words in (said.text, said.wording, words_of(session, said))
            }
            takeaway = replace(takeaway, text=clean_prose(text).strip(), worded=clean(text) not in known)
        if not takeaway.text:
            raise NothingSaid
        against = {standing(session, number).id for number in dissent} - takeaway.evidence
        return [created(replace(takeaway, title=clean(title), dissent=frozenset(against)))]

    return journal.append(uid, decide).session.of(Takeaway)[key]


def in_ledger(session: Session, number: str) -> Takeaway:
    """Find a takeaway that was not dropped. Raises NoSuchTakeaway, TakeawayDropped."""
    one = session.takeaway(number)
    if one.withdrawn:
        raise TakeawayDropped(title=_in_one_line(one), key=one.id)
    return one


def _in_one_line(one: Takeaway) -> str:
    return " ".join(one.called.split())


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

    Whoever words it has looked at all that it rests on; it counts as worded once the words are others than those that
    stood there. `base` is the stamp of the text that was seen (`base_of`), the newest unless told.
    Raises NoSuchTakeaway, TakeawayDropped, NoSuchContribution, EvidenceWithdrawn, SpeakerUnclear, NothingSaid.
    """

    def decide(session: Session) -> list[Edit]:
        old = in_ledger(session, number)
        if text is not None and not clean(text):
            raise NothingSaid
        added = {ground(session, one).id for one in evidence}
        rests_on = (old.evidence | added) - {_ground(session, old, one) for one in without}
        looked_at = rests_on if text is not None or title is not None else rests_on & added
        new = replace(
            worded(old, text, title),
            evidence=rests_on,
            dissent=old.dissent - added,
            seen={**_seen(old, rests_on), **marks(session, looked_at)},
        )
        seen = base or base_of(journal, uid, Takeaway.KIND, old.id)
        return _difference(old, new, seen if text else None)

    return journal.append(uid, decide).session


def worded(old: Takeaway, text: str | None, title: str | None) -> Takeaway:
    """Give a takeaway with other words; None leaves them. It counts as worded once they are others."""
    return replace(
        old,
        text=old.text if text is None else clean_prose(text).strip(),
        title=old.title if title is None else clean(title),
        worded=old.worded or (text is not None and clean(text) != clean(old.text)),
    )


def _ground(session: Session, one: Takeaway, name: str) -> str:
    """Give the id of something that a takeaway may rest on, also of what is gone. Raises NoSuchContribution."""
    return name if name in one.evidence else session.contribution(name).id


def _seen(one: Takeaway, rests_on: Iterable[str]) -> dict[str, str]:
    """Give the marks that were kept of what a takeaway still rests on."""
    return {key: one.seen[key] for key in rests_on if key in one.seen}


def dissent(journal: Journal, uid: str, number: str, against: Sequence[str]) -> Session:
    """Put contributions beside a takeaway as speaking against it.

    Raises NoSuchTakeaway, TakeawayDropped, NoSuchContribution, EvidenceWithdrawn.
    """

    def decide(session: Session) -> list[Edit]:
        old = in_ledger(session, number)
        ids = {standing(session, one).id for one in against}
        left = old.evidence - ids
        return _difference(old, replace(old, dissent=old.dissent | ids, evidence=left, seen=_seen(old, left)))

    return journal.append(uid, decide).session


def move_takeaway(journal: Journal, uid: str, number: str, position: int) -> Session:
    """Put a takeaway at a place in the ledger, 1 for the first. Raises NoSuchTakeaway, TakeawayDropped."""

    def decide(session: Session) -> list[Edit]:
        old = in_ledger(session, number)
        others = [one.order for one in session.takeaways if one.id != old.id]
        place = min(max(position, 1), len(others) + 1) - 1
        before = others[place - 1] if place else ""
        after = others[place] if place < len(others) else ""
        return _difference(old, replace(old, order=order_between(before, after)))

    return journal.append(uid, decide).session


def merge_takeaways(journal: Journal, uid: str, numbers: Sequence[str]) -> Session:
    """Make one takeaway of several: the first keeps its title, and has the words, evidence and votes of all.

    It is worded where all were, and what wanted a look in one of them still does. Of what a sector was counted at on
    several of them the largest count stands whole: it may be the same people again. A person counts as they voted last.
    Raises NoSuchTakeaway, TakeawayDropped, NothingToMerge.
    """

    def decide(session: Session) -> list[Edit]:
        found = [in_ledger(session, number) for number in numbers]
        ledger = tuple({one.id: one for one in found}.values())
        if len(ledger) < 2:  # noqa: PLR2004 - one alone
            raise NothingToMerge
        kept, *others = ledger
        evidence = kept.evidence.union(*(one.evidence for one in others))
        against = kept.dissent.union(*(one.dissent for one in others)) - evidence
        text = "\n\n".join(dict.fromkeys(one.text for one in (kept, *others) if one.text))
        merged = replace(
            kept,
            title=next((one.title for one in ledger if one.title), ""),
            text=text,
            evidence=evidence,
            dissent=against,
            seen=_seen_in_all(session, ledger),
            worded=all(one.worded for one in ledger),
        )
        base = base_of(journal, uid, Takeaway.KIND, kept.id) if text != kept.text else None
        gone = [changed(one, replace(one, withdrawn=True, merged_into=kept.id)) for one in others]
        return [*_difference(kept, merged, base), *votes_joined(journal, session, ledger), *gone]

    return journal.append(uid, decide).session


def _seen_in_all(session: Session, ledger: Sequence[Takeaway]) -> dict[str, str]:
    """Give the marks of what several takeaways rest on; of one that changed since, that by which this shows."""
    seen = {key: mark for one in ledger for key, mark in one.seen.items()}
    for one in ledger:
        for key in why_flagged(session, one):
            seen.pop(key, None)
            seen.update(_seen(one, [key]))
    return seen


def split_takeaway(journal: Journal, uid: str, number: str, evidence: Sequence[str]) -> Takeaway:
    """Let some of what a takeaway rests on make a new one right behind it, with the words of the first of them.

    Dissent that answers one of them goes along; the votes on the takeaway stay with it. Gives the new one.
    Raises NoSuchTakeaway, TakeawayDropped, NoSuchContribution, NotItsEvidence, NoneOrAll, SpeakerUnclear.
    """
    key = new_id()

    def decide(session: Session) -> list[Edit]:
        old = in_ledger(session, number)
        chosen = _some_of(session, old, evidence)
        known = session.of(Contribution)
        along = frozenset(one for one in old.dissent if one in known and known[one].answers in chosen)
        behind = next((one.order for one in session.takeaways if one.order > old.order), "")
        found = [known[one] for one in chosen if one in known and not known[one].withdrawn]
        there = [clear(session, said) for said in found]
        new = drawn(session, key, there, order_between(old.order, behind))
        if not there:
            raise NothingSaid
        new = replace(new, evidence=frozenset(chosen), dissent=along, seen=_seen(old, chosen))
        left = old.evidence - new.evidence
        kept = replace(old, evidence=left, dissent=old.dissent - along, seen=_seen(old, left))
        return [created(new), *_difference(old, kept)]

    return journal.append(uid, decide).session.of(Takeaway)[key]


def _some_of(session: Session, old: Takeaway, names: Sequence[str]) -> list[str]:
    """Give what is to be split off a takeaway (ids), in the order in which it was named."""
    places = {"title": _in_one_line(old), "numbers": ", ".join(_numbered(session, old))}
    chosen = list(dict.fromkeys(_ground(session, old, name) for name in names))
    for one in chosen:
        if one not in old.evidence:
            raise NotItsEvidence(name=session.numbers[one], **places)
    if not chosen or not set(evidence_of(session, old)) - set(chosen):
        raise NoneOrAll(**places)
    return chosen


def _numbered(session: Session, one: Takeaway) -> list[str]:
    """Give the numbers of what a takeaway rests on; a dash where that is nothing."""
    return [str(session.numbers[key]) for key in evidence_of(session, one)] or ["–"]


def drop_takeaway(journal: Journal, uid: str, number: str) -> Session:
    """Take a takeaway out of the ledger; `restore_takeaway` brings it back. Raises NoSuchTakeaway."""

    def decide(session: Session) -> list[Edit]:
        old = session.takeaway(number)
        return _difference(old, replace(old, withdrawn=True))

    return journal.append(uid, decide).session


def restore_takeaway(journal: Journal, uid: str, number: str) -> Session:
    """Bring a takeaway (its id) that was dropped back to its place. Raises NoSuchTakeaway, NotDropped."""

    def decide(session: Session) -> list[Edit]:
        old = session.takeaway(number)
        if not old.withdrawn:
            raise NotDropped(title=_in_one_line(old))
        return _difference(old, replace(old, withdrawn=False, merged_into=None))

    return journal.append(uid, decide).session


def review_takeaway(journal: Journal, uid: str, number: str) -> Session:
    """Say that somebody looked at what a takeaway rests on, as it is now: what changed before flags it no longer.

    Raises NoSuchTakeaway, TakeawayDropped.
    """

    def decide(session: Session) -> list[Edit]:
        old = in_ledger(session, number)
        return _difference(old, replace(old, seen=marks(session, old.evidence)))

    return journal.append(uid, decide).session


def _difference(old: Takeaway, new: Takeaway, base: str | None = None) -> list[Edit]:
    edit = changed(old, new, base)
    return [edit] if edit.fields else []
