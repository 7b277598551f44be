"""Which statements of a session may be suggested as takeaways, and the suggestions."""

from collections.abc import Iterable, Iterator

from roundtable.domain.contributions import Contribution, Voice
from roundtable.domain.counting import Counts, backing_of
from roundtable.domain.session import Session
from roundtable.insight.cover import Statement, Suggestion, suggest
from roundtable.insight.grams import has_content
from roundtable.insight.stop_words import SPOKEN, stop_words

# A statement of nothing but stop words, names and these is none: "one question, Els".
_ASKING = frozenset({"question", "questions", "vraag", "vragen"})


def candidates(session: Session, topic: str | None = None) -> tuple[Statement, ...]:
    """Give what was said on a topic (None: all evening) and may become a takeaway, in the order of saying.

    Left out: what was withdrawn, parked or unplaced, the moderator's, and bare procedure ("thank you, chair").
    """
    those = session.contributions if topic is None else session.on_topic(topic)
    return telling(spoken(session, those), session.details.language, names_of(session))


def suggest_for(session: Session, topic: str | None, k: int) -> list[Suggestion]:
    """Suggest at most `k` statements of a topic (None: of the evening) that speak for many."""
    return suggest(candidates(session, topic), k, session.details.language)


def spoken(session: Session, those: Iterable[Contribution]) -> Iterator[Statement]:
    """Give what may be suggested of some contributions, bare procedure not yet left out."""
    for said in those:
        if not said.withdrawn and said.placed and not said.parked and said.voice is not Voice.MODERATOR:
            yield statement_of(session, said)


def telling(statements: Iterable[Statement], language: str, names: frozenset[str]) -> tuple[Statement, ...]:
    """Leave out what is bare procedure in a language of the table: `names` are words of those who sit at it."""
    lists = [stop_words(one) | _ASKING | names for one in dict.fromkeys((language, *SPOKEN))]
    return tuple(one for one in statements if has_content(one.text, lists))


def statement_of(session: Session, said: Contribution) -> Statement:
    """Give a contribution as it is weighed."""
    sector = session.sector_of(said)
    return Statement(
        said.id,
        said.text,
        said.participant if said.voice is Voice.PERSON else None,
        sector.id if sector else None,
        _counts(session, said.id),
    )


def _counts(session: Session, contribution: str) -> dict[str, Counts]:
    """Give the recorded support by sector; those who sit for none that the session knows count as one of their own."""
    if contribution not in session.supports and contribution not in session.answers:
        return {}
    backing = backing_of(session, contribution)
    agree, oppose, _ = (sum(each) for each in zip((0, 0, 0), *backing.counts.values(), strict=True))
    elsewhere = max(0, backing.agreed - agree), max(0, backing.against - oppose), 0
    return {**backing.counts, **({"": elsewhere} if any(elsewhere) else {})}


def names_of(session: Session) -> frozenset[str]:
    """Give the words that are names of people at the table."""
    names = " ".join(f"{one.name} {one.nickname}" for one in session.participants)
    return frozenset(names.lower().replace("-", " ").split())
