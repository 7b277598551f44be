"""Which statements of a session may be suggested as takeaways, and the suggestions."""

from roundtable.domain.contributions import Contribution, Voice
from roundtable.domain.session import Session
from roundtable.domain.takeaways import Counts, backing_of
from roundtable.insight.cover import Statement, Suggestion, content_words, suggest
from roundtable.insight.stop_words import stop_words

# A statement of nothing but stop words, names and these is none: "one question, Els".
_ASKING = frozenset({"question", "questions", "vraag", "vragen"})


def candidates(session: Session, topic: str | None = None) -> tuple[Statement, ...]:
    """Give what was said on a topic (None: all evening) and may become a takeaway, in the order of saying.

    Left out: what was withdrawn, parked or unplaced, the moderator's, and bare procedure ("thank you, chair").
    """
    known = stop_words(session.details.language) | _ASKING | _names(session)
    return tuple(
        _statement(session, said)
        for said in session.contributions
        if (topic is None or said.topic == topic)
        and said.placed
        and not said.parked
        and said.voice is not Voice.MODERATOR
        and content_words(said.text, known)
    )


def suggest_for(session: Session, topic: str | None, k: int) -> list[Suggestion]:
    """Suggest at most `k` statements of a topic (None: of the evening) that speak for many."""
    return suggest(candidates(session, topic), k, session.details.language)


def _statement(session: Session, said: Contribution) -> Statement:
    sector = session.sector_of(said)
    return Statement(
        said.id,
        said.text,
        said.participant if said.voice is Voice.PERSON else None,
        sector.id if sector else None,
        _counts(session, said.id),
    )


def _counts(session: Session, contribution: str) -> dict[str, Counts]:
    """Give the recorded support by sector; those who sit for no sector count as one of their own."""
    if contribution not in session.supports and contribution not in session.answers:
        return {}
    backing = backing_of(session, contribution)
    without = [one for one in session.participants if one.id in backing.people and not one.sector]
    return {**backing.counts, **({"": (len(without), 0, 0)} if without else {})}


def _names(session: Session) -> frozenset[str]:
    names = " ".join(f"{one.name} {one.nickname}" for one in session.participants)
    return frozenset(names.lower().replace("-", " ").split())
