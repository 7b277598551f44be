"""Which statements may speak for many."""

from roundtable.domain.contributions import Contribution
from roundtable.storage.journal import Journal


def suggestions(journal: Journal, uid: str, topic: str | None = None, k: int = 5) -> tuple[Contribution, ...]:
    """Give at most `k` statements of a topic (its id; None: of the evening) that speak for many.

    Those on which a takeaway rests already are left out.
    """
    from roundtable.insight.statements import suggest_for

    session = journal.session(uid)
    taken = frozenset[str]().union(*(one.evidence for one in session.takeaways))
    found = [one.id for one in suggest_for(session, topic, k + len(taken)) if one.id not in taken]
    return tuple(session.contribution(key) for key in found[:k])
