"""Drawing takeaways from what was said: on what they may rest, in which words they begin."""

from collections.abc import Sequence

from roundtable.domain.changes import Edit
from roundtable.domain.contributions import Contribution, Takeaway
from roundtable.domain.records import created, order_between
from roundtable.domain.session import Session
from roundtable.domain.stamps import new_id
from roundtable.domain.takeaways import marks
from roundtable.errors import EvidenceWithdrawn, NotInGroup, SpeakerUnclear
from roundtable.report.wording import spelled_out
from roundtable.services.suggesting import suggestions
from roundtable.storage.journal import Journal


def draft_takeaways(journal: Journal, uid: str, topic: str | None = None, k: int = 5) -> tuple[Takeaway, ...]:
    """Draw at most `k` takeaways in one act from what speaks for many on a topic (its id; None: of the evening).

    What is in a group brings its group along, but not that of which it is not clear who said it; what a takeaway rests
    on already is passed over. Where nothing new is left to say, fewer come, or none.
    """
    found = suggestions(journal, uid, topic, 2 * k)  # of a group only one is drawn

    def decide(session: Session) -> list[Edit]:
        known, groups = session.of(Contribution), session.groups.of
        taken = {key for one in session.takeaways for key in one.evidence}
        order = last_order(session)
        made: list[Edit] = []
        for one in found:
            group = (one.id, *(key for key in groups.get(one.id, ()) if key != one.id))
            there = known[one.id].placed and not known[one.id].withdrawn
            if len(made) < k and taken.isdisjoint(group) and there:
                rests_on = [known[key] for key in group if known[key].placed]
                made.append(created(drawn(session, new_id(), rests_on, order)))
                taken.update(group)
                order = order_between(order, "")
        return made

    done = journal.append(uid, decide)
    return tuple(done.session.of(Takeaway)[change.record] for change in done.changes)


def group_of(session: Session, number: str) -> tuple[str, ...]:
    """Give a contribution and all of its group (ids), itself first. Raises NoSuchContribution, NotInGroup."""
    key = session.contribution(number).id
    if key not in session.groups.of:
        raise NotInGroup(number=session.numbers[key])
    return (key, *(one for one in session.groups.of[key] if one != key))


def drawn(session: Session, key: str, rests_on: Sequence[Contribution], order: str) -> Takeaway:
    """Give a takeaway with the words of the first contribution that it rests on."""
    ids = frozenset(said.id for said in rests_on)
    text = words_of(session, rests_on[0]) if rests_on else ""
    return Takeaway(id=key, text=text, evidence=ids, seen=marks(session, ids), order=order)


def last_order(session: Session) -> str:
    """Give the order of what comes behind all takeaways."""
    return order_between(session.takeaways[-1].order if session.takeaways else "", "")


def words_of(session: Session, said: Contribution) -> str:
    """Give the words in which a contribution becomes a takeaway: its wording, else its text, written out."""
    return spelled_out(said.wording or said.text, session.details.abbreviations)


def ground(session: Session, number: str) -> Contribution:
    """Find what a takeaway may rest on. Raises NoSuchContribution, EvidenceWithdrawn, SpeakerUnclear."""
    return clear(session, standing(session, number))


def clear(session: Session, said: Contribution) -> Contribution:
    """Give a contribution once it is clear who said it, so that no name opens its words. Raises SpeakerUnclear."""
    if not said.placed:
        raise SpeakerUnclear(number=session.numbers[said.id])
    return said


def standing(session: Session, number: str) -> Contribution:
    """Find a contribution that was not withdrawn. Raises NoSuchContribution, EvidenceWithdrawn."""
    said = session.contribution(number)
    if said.withdrawn:
        raise EvidenceWithdrawn(number=session.numbers[said.id])
    return said
