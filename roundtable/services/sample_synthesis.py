"""What somebody made of the sample evening, as far as it has come: wordings, groups, takeaways, prose, approvals.

All of it belongs to the making of the sample. What a user did with it since, or made themselves, is left as it is.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import Any

from roundtable.domain.approvals import TO_ANSWER, Answer, Approval, to_ask
from roundtable.domain.changes import Edit
from roundtable.domain.contributions import Contribution, Prose, Support, Takeaway, Vote
from roundtable.domain.people import Participant
from roundtable.domain.records import Record, changed, created, order_between
from roundtable.domain.same_point import SamePoint, pair_id
from roundtable.domain.session import Session
from roundtable.domain.stamps import new_id
from roundtable.domain.standing import mark_of
from roundtable.domain.takeaways import marks
from roundtable.services.disclosing import disclosure_of
from roundtable.services.prose import part_id
from roundtable.services.votes import who_is
from roundtable.storage.journal import Journal


@dataclass(frozen=True, slots=True)
class Stage:
    """How far the evening has come: whether it is over, and which contributions (ids) had been said before."""

    birth: str
    finished: bool
    known: frozenset[str] = frozenset()


def synthesise(journal: Journal, uid: str, told: dict[str, Any], stage: Stage) -> None:
    """Give wordings to what was said, join what makes the same point, draw takeaways, write prose, ask about quotes."""
    journal.append(uid, lambda session: list(_worded(session, told["wordings"], stage)), stage.birth)
    journal.append(uid, lambda session: list(_decided(session, told, stage)), stage.birth)
    journal.append(
        uid, lambda session: list(_ledger(journal, session, told["takeaways"], stage)), stage.birth
    )
    journal.append(uid, lambda session: list(_written(session, told, stage)), stage.birth)
    if stage.finished:
        journal.append(uid, lambda session: list(_asked(journal, session, told["approvals"])), stage.birth)


def _beginning(session: Session, words: str) -> Contribution | None:
    """Find a contribution by how it begins; nothing where it was not said yet, or was withdrawn or corrected."""
    return next((said for said in session.contributions if said.text.lstrip('"').startswith(words)), None)


def _found(session: Session, beginnings: Iterable[str]) -> list[str]:
    """Find contributions by how they begin; give the ids of those that are there."""
    return [said.id for words in beginnings if (said := _beginning(session, words))]


# Wordings and groups.


def _worded(session: Session, told: Sequence[Mapping[str, str]], stage: Stage) -> Iterator[Edit]:
    for one in told:
        said = _beginning(session, one["line"])
        if said and said.id not in stage.known:
            yield changed(said, replace(said, wording=one["wording"]))


def _decided(session: Session, told: dict[str, Any], stage: Stage) -> Iterator[Edit]:
    """Decide pair by pair, the first of a group with each of the others, where one of the two is new."""
    for kind, same in (("same_point", True), ("apart", False)):
        for one in told[kind]:
            first, *others = [*_found(session, one["of"]), ""]
            for other in filter(None, others):
                new = not stage.known.issuperset((first, other))
                if new and not session.groups.settled(first, other):
                    yield created(SamePoint(id=pair_id(first, other), first=first, second=other, same=same))


# Takeaways.


def _ledger(
    journal: Journal, session: Session, told: Sequence[dict[str, Any]], stage: Stage
) -> Iterator[Edit]:
    """Draw the takeaways that are due; word those that were only drawn, where nobody else had a hand in them."""
    due = [one for one in told if stage.finished or "halfway" in one]
    drawn = _drawn(journal, session, stage.birth)
    last = session.takeaways[-1].order if session.takeaways else ""
    for one, old in zip_longest(due, drawn[: len(due)]):
        if old is None:
            last = order_between(last, "")
            takeaway = _takeaway(session, one, Takeaway(id=new_id(), order=last), finished=stage.finished)
            yield created(takeaway)
        elif stage.finished and not old.withdrawn and _untouched(journal, session, old, stage.birth):
            takeaway = _takeaway(session, one, old, finished=True)
            if edit := changed(old, takeaway).fields:
                yield Edit(Takeaway.KIND, old.id, edit)
        else:
            continue
        if takeaway.worded and takeaway.id not in session.supports:
            yield from map(created, _hands(session, takeaway, one.get("support", ())))


def _drawn(journal: Journal, session: Session, birth: str) -> list[Takeaway]:
    """Give the takeaways that the sample drew already, whatever became of them, in the order of drawing."""
    begun = {change.record: change.action for change in reversed(journal.history(session.uid, Takeaway.KIND))}
    return [session.of(Takeaway)[key] for key, action in reversed(begun.items()) if action == birth]


def _untouched(journal: Journal, session: Session, takeaway: Takeaway, birth: str) -> bool:
    history = journal.history(session.uid, Takeaway.KIND, takeaway.id)
    return all(change.action == birth for change in history)


def _takeaway(session: Session, told: dict[str, Any], old: Takeaway, *, finished: bool) -> Takeaway:
    """Give a takeaway as it is worded in the end; half-way it may only be drawn, in the words of a statement."""
    now = told if finished else {**told, **told["halfway"]}
    evidence = _found(session, now["from"])
    made = replace(
        old,
        title=told["title"],
        text=" ".join(told["text"].split()),
        evidence=frozenset(evidence),
        seen=marks(session, evidence),
        dissent=frozenset(_found(session, now.get("against", ()))),
        worded=True,
    )
    if finished or "from" not in told["halfway"]:
        return made
    said = session.of(Contribution)[evidence[0]]
    return replace(made, title="", text=said.wording or said.text, worded=False)


def _hands(session: Session, takeaway: Takeaway, told: Sequence[dict[str, Any]]) -> Iterator[Record]:
    for vote in told:
        who = who_is(session, vote["by"])
        backing = Support(id=new_id(), on=takeaway.id, vote=Vote(vote.get("vote", "agree")))
        if isinstance(who, Participant):
            yield replace(backing, participant=who.id)
        else:
            yield replace(backing, sector=who.id, count=vote.get("count", 1))


# Prose.


def _written(session: Session, told: dict[str, Any], stage: Stage) -> Iterator[Edit]:
    """Write the parts that are due, and leave one as the tool drafts it; what somebody wrote since stays."""
    from roundtable.services.publishing import draft_part

    for part, text in (*told["prose"].items(), (told["drafted"], "")):
        key = part_id(session, part)
        if key not in session.of(Prose) and (stage.finished or _done(session, key)):
            drafted = not text
            written = draft_part(session, part).markdown if drafted else text
            yield created(Prose(id=key, text=written.strip(), drafted=drafted))


def _done(session: Session, topic: str) -> bool:
    """Say whether the table was at a topic, and has left it."""
    visits = [visit for visit in session.visits if visit.topic == topic]
    return bool(visits) and all(visit.ends for visit in visits)


# Approvals.


def _asked(journal: Journal, session: Session, told: Sequence[Mapping[str, str]]) -> Iterator[Edit]:
    """Ask people about their quotes, and record what they answered; what is known of a quote already stays."""
    now, disclosure = journal.now(), disclosure_of(session)
    for one in told:
        said, answer = _beginning(session, one["line"]), Answer(one["answer"])
        if said and said.id not in session.of(Approval):
            yield created(
                Approval(
                    id=said.id,
                    participant=to_ask(said),
                    answer=answer,
                    wording=one.get("wording", ""),
                    shown=mark_of(disclosure, said),
                    asked=now,
                    answered=None if answer is Answer.ASKED else now,
                    until=(now + TO_ANSWER).date().isoformat(),
                )
            )
