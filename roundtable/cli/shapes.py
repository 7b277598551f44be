"""The JSON shapes of the command line: the contract that scripts rely on."""

from typing import TYPE_CHECKING, Any

from roundtable.domain.agenda import Topic
from roundtable.domain.contributions import Contribution, Takeaway
from roundtable.domain.counting import Backing, backing_of, standing_behind
from roundtable.domain.people import Participant
from roundtable.domain.records import write_instant
from roundtable.domain.session import Session
from roundtable.domain.takeaways import Gaps, dissenting, evidence, why_flagged

if TYPE_CHECKING:
    from datetime import datetime

    from roundtable.domain.clock import Schedule, TopicTime
    from roundtable.insight.cover import Suggestion
    from roundtable.report.scan import Found


def contribution_shape(session: Session, said: Contribution) -> dict[str, Any]:
    """Give a contribution as `contributions list --json` shows it."""
    sector = session.sector_of(said)
    speaker = session.of(Participant).get(said.participant or "")
    themes = {theme.id: theme.name for theme in session.themes}
    return {
        "id": said.id,
        "number": session.numbers[said.id],
        "at": write_instant(said.at),
        "topic": session.positions.get(said.topic or ""),
        "participant": speaker.name if speaker else None,
        "sector": sector.short if sector else None,
        "voice": str(said.voice),
        "kind": str(said.kind),
        "stance": str(said.stance) if said.stance else None,
        "answers": said.answers,
        "text": said.text,
        "typed": said.typed,
        "wording": said.wording,
        "quotes": list(said.quotes),
        "themes": sorted(themes[key] for key in said.themes if key in themes),
        "starred": said.starred,
        "check": said.check,
        "parked": said.parked,
        "open_question": said.parked and said.open_question,
        "withdrawn": said.withdrawn,
        "placed": said.placed,
        "support": backing_shape(session, backing_of(session, said.id)),
    }


def backing_shape(session: Session, backing: Backing) -> dict[str, Any]:
    """Give recorded support with names and short names; counts are [agree, oppose, pass].

    `table` is there where the whole table raised hands.
    """
    people = session.of(Participant)
    shorts = {sector.id: sector.short for sector in session.sectors}
    return {
        "people": [people[key].name for key in backing.people if key in people],
        "sectors": [shorts[key] for key in backing.sectors if key in shorts],
        "counts": {shorts[key]: list(counts) for key, counts in backing.counts.items() if key in shorts},
        **({"table": list(backing.table)} if any(backing.table) else {}),
    }


def takeaway_shape(session: Session, takeaway: Takeaway) -> dict[str, Any]:
    """Give a takeaway as `takeaway list --json` shows it; one that was dropped has no position.

    `why` tells of each contribution that changed since a person last looked what became of it.
    """
    rests_on = evidence(session, takeaway)
    backing = standing_behind(session, takeaway)
    why = why_flagged(session, takeaway)
    on_topics = {session.of(Contribution)[key].topic or "" for key in rests_on}
    return {
        "id": takeaway.id,
        "position": _position(session, takeaway),
        "title": takeaway.title,
        "text": takeaway.text,
        "worded": takeaway.worded,
        "topics": sorted(session.positions[key] for key in on_topics if key in session.positions),
        "contributions": list(rests_on),
        "support": backing_shape(session, backing),
        "dissent": list(dissenting(session, takeaway)),
        "rests_on_one": backing.agreed == 1,
        "flagged": bool(why),
        "why": [
            {"contribution": key, "number": session.numbers.get(key), "what": str(since)}
            for key, since in why.items()
        ],
    }


def _position(session: Session, takeaway: Takeaway) -> int | None:
    ledger = [one.id for one in session.takeaways]
    return ledger.index(takeaway.id) + 1 if takeaway.id in ledger else None


def gaps_shape(session: Session, gaps: Gaps) -> dict[str, Any]:
    """Give what the ledger leaves out as `takeaway gaps --json` shows it: positions, and short names of sectors."""
    return {
        "topics": [session.positions[one.id] for one in gaps.topics],
        "sectors": [one.short for one in gaps.sectors],
        "alone": [_position(session, one) for one in gaps.alone],
    }


def status_shape(session: Session, schedule: "Schedule", now: "datetime") -> dict[str, Any]:
    """Give where the table is at an instant, as `status --json` shows it; seconds are whole."""
    from roundtable.domain.balance import heard

    current = next(
        (one for one in schedule.topics if schedule.current and one.topic.id == schedule.current.id), None
    )
    return {
        "session": session.details.slug,
        "title": session.details.title,
        "language": session.details.language,
        "state": str(schedule.state),
        "topic": _topic_shape(session, current) if current else None,
        "late_seconds": round(schedule.late_seconds),
        "ends_at": write_instant(schedule.ends_at),
        "planned_end": write_instant(schedule.planned_end),
        "contributions": len(session.contributions),
        "unplaced": sum(1 for said in session.contributions if not said.placed),
        "parked": sum(1 for said in session.contributions if said.parked),
        "balance": [
            {
                "sector": one.sector.short,
                "people": one.people,
                "contributions": one.contributions,
                "airtime_seconds": one.seconds,
            }
            for one in heard(session, None, now)
        ],
        "topics": [
            {
                **_topic_shape(session, one),
                "contributions": len(session.on_topic(one.topic.id)),
                "state": str(one.state),
                "fixed": one.topic.fixed,
                "planned": one.topic.planned_seconds is not None,
            }
            for one in schedule.topics
        ],
    }


def _topic_shape(session: Session, one: "TopicTime") -> dict[str, Any]:
    return {
        "position": session.positions[one.topic.id],
        "number": one.topic.number or None,
        "title": one.topic.title,
        "planned_seconds": one.planned_seconds,
        "elapsed_seconds": round(one.elapsed_seconds),
    }


def suggestion_shape(session: Session, topic: Topic, suggestion: "Suggestion") -> dict[str, Any]:
    """Give a suggestion as `suggest --json` shows it; its support is only what was recorded."""
    return {
        "topic": session.positions[topic.id],
        "contribution": suggestion.id,
        "text": session.of(Contribution)[suggestion.id].text,
        "score": suggestion.score,
        "similar": list(suggestion.similar),
        "support": backing_shape(session, backing_of(session, suggestion.id)),
    }


def found_shape(found: "Found") -> dict[str, object]:
    """Give what a file gives away as `scan --json` shows it."""
    return {"what": found.what, "text": found.text, "where": found.where, "sure": found.sure}
