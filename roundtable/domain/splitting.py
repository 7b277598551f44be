"""A new split of the minutes that are left until the planned end, over the topics that may still take some."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from enum import StrEnum

from roundtable.domain.clock import (
    MINUTE,
    NOTHING,
    SECOND,
    State,
    TopicState,
    TopicTime,
    beginnings,
    remaining,
    schedule,
    spent_on,
)
from roundtable.domain.session import Session

LATE = 2 * MINUTE  # from so many seconds on, a table is worth a new split


class Way(StrEnum):
    """How what is left is split: each topic gives its share, or those planned last give first."""

    IN_PROPORTION = "in proportion"
    LAST_FIRST = "last first"


def split(session: Session, now: datetime, way: Way = Way.IN_PROPORTION) -> Mapping[str, int]:
    """Share the minutes that are left until the planned end among the current topic's rest and those that wait.

    Gives `granted_seconds` by topic id: whole minutes, at least one for each, in sum what is left where that is
    enough. A topic that is held keeps its own, and is not among them. With `LAST_FIRST` the last topics of the
    agenda give what is missing, each down to a minute; what there is to spare, the very last one gets.
    Empty once the session is closed, or where nothing is to be split.
    """
    times = schedule(session, now)
    still = [one for one in times.topics if one.state in {TopicState.CURRENT, TopicState.WAITING}]
    sharing = [one for one in still if not one.topic.fixed]
    if times.state is State.CLOSED or not sharing:
        return {}
    at = now.astimezone(UTC)
    begins, _ = beginnings(session, at)
    spent = spent_on(session, at)
    held = sum((remaining(one, spent) for one in still if one.topic.fixed), NOTHING)
    taken = [spent.get(one.topic.id, NOTHING) for one in sharing]
    # Minutes that were begun are gone: so all that is granted is whole, and a table on time stays as it is.
    gone = [-(-one // (MINUTE * SECOND)) for one in taken]
    minutes = (times.planned_end - begins - held + sum(taken, NOTHING)) // (MINUTE * SECOND) - sum(gone)
    weights = [
        max(0, one.planned_seconds - before * MINUTE) for one, before in zip(sharing, gone, strict=True)
    ]
    shares = _proportional(minutes, weights) if way is Way.IN_PROPORTION else _last_first(minutes, weights)
    return {
        one.topic.id: (before + share) * MINUTE - (one.topic.planned_seconds or 0)
        for one, before, share in zip(sharing, gone, shares, strict=True)
    }


def proposal(session: Session, now: datetime) -> Mapping[str, int]:
    """Give the minutes that each topic would have after a new split in proportion, by id, where it is worth one.

    That is while a table that sits is late by two minutes or more, and a split would still bring it to its planned
    end; where not even a minute is left for each topic, something has to be skipped instead.
    """
    times = schedule(session, now)
    if times.state not in {State.RUNNING, State.PAUSED} or times.late_seconds < LATE:
        return {}
    by_id = {one.topic.id: one for one in times.topics}
    after = {
        key: (by_id[key].topic.planned_seconds or 0) + granted for key, granted in split(session, now).items()
    }
    sooner = sum(_left(by_id[key]) - _left(by_id[key], seconds) for key, seconds in after.items())
    if times.late_seconds - sooner >= MINUTE:
        return {}
    return {key: seconds // MINUTE for key, seconds in after.items()}


def _left(one: TopicTime, seconds: int | None = None) -> int:
    """Give the seconds that a topic still takes of those it may take, or would take of so many."""
    return max(0, (one.planned_seconds if seconds is None else seconds) - one.elapsed_seconds)


def _proportional(minutes: int, weights: Sequence[int]) -> list[int]:
    """Share whole minutes in proportion to weights, at least one each; the largest fractions are rounded up."""
    if minutes <= len(weights):
        return [1] * len(weights)
    total = sum(weights)
    if not total:
        return _proportional(minutes, [1] * len(weights))
    small = [weight * minutes < total for weight in weights]
    if any(small):
        rest = [weight for weight, is_small in zip(weights, small, strict=True) if not is_small]
        shared = iter(_proportional(minutes - sum(small), rest))
        return [1 if is_small else next(shared) for is_small in small]
    shares = [weight * minutes // total for weight in weights]
    by_fraction = sorted(range(len(weights)), key=lambda place: (-(weights[place] * minutes % total), place))
    for place in by_fraction[: minutes - sum(shares)]:
        shares[place] += 1
    return shares


def _last_first(minutes: int, weights: Sequence[int]) -> list[int]:
    """Leave each its minutes (weights are seconds) but for the last ones, which give what is missing."""
    shares = [max(1, -(-weight // MINUTE)) for weight in weights]
    missing = sum(shares) - minutes
    for place in reversed(range(len(shares))):
        given = min(missing, shares[place] - 1)
        shares[place] -= given
        missing -= given
        if missing <= 0:
            break
    return shares
