"""Whether two statements of one proposed group are evidence of one point, as people marked it, beside any two."""

import json
import os
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

from roundtable.insight.cover import Statement
from roundtable.insight.likeness import Decided, groups_among
from roundtable.insight.statements import telling
from tests.bench.figures import Figure

SHARED = Path(os.environ.get("ROUNDTABLE_SHARED", Path(__file__).parents[3] / "shared"))
SESSIONS = ("en-argkp-dev", "fr-fredsum-retraites", "en-ami-es2002")


def measure() -> Iterator[Figure]:
    """Measure, of the pairs that are evidence of some point, the share that are evidence of one; a value a topic."""
    for name in SESSIONS:
        path = SHARED / "sessions" / f"{name}.json"
        if path.exists():
            yield _figure(name, json.loads(path.read_text("utf-8")))


def _figure(name: str, session: dict[str, Any]) -> Figure:
    right = wrong = found = marked = any_right = any_marked = 0
    for pool, points in _pools(session):
        table = telling(
            [Statement(str(place), session["contributions"][place]["text"]) for place in pool],
            session["language"],
            frozenset(),
        )
        groups = [
            [int(key) for key in group] for group in groups_among(table, session["language"], Decided())
        ]
        those, good = _marked(points, [pair for group in groups for pair in combinations(sorted(group), 2)])
        right, wrong = right + good, wrong + those - good
        everything, every_good = _marked(points, list(combinations(pool, 2)))
        any_right, any_marked = any_right + every_good, any_marked + everything
        found += good
        marked += every_good
    ours, beside = right / (right + wrong), any_right / any_marked
    question = f"pairs of a group that share a point, {name} ({right} of {right + wrong}; {found / marked:.1%} of all)"
    return Figure(question, (100 * ours,), (100 * beside,), "%", "any two of the topic", "> 1")


def _pools(session: dict[str, Any]) -> Iterator[tuple[list[int], list[set[int]]]]:
    """Give the places of each topic's contributions, and the evidence sets of its points."""
    points = [(one["topic_index"], set(one["evidence"] or ())) for one in session["reference_takeaways"]]
    for topic in range(len(session["topics"])):
        pool = [place for place, one in enumerate(session["contributions"]) if one["topic_index"] == topic]
        sets = [those & set(pool) for on, those in points if on in {topic, None}]
        if any(len(those) > 1 for those in sets):
            yield pool, sets


def _marked(points: Sequence[set[int]], pairs: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """Count the pairs of which both are evidence of something, and those of which both are evidence of one point."""
    of: dict[int, set[int]] = {}
    for number, those in enumerate(points):
        for place in those:
            of.setdefault(place, set()).add(number)
    both = [(of[one], of[other]) for one, other in pairs if one in of and other in of]
    return len(both), sum(not one.isdisjoint(other) for one, other in both)
