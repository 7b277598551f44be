"""A question about what was said, as lines of JSON, so that a process of its own can answer it."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from roundtable.insight.cover import Statement, suggest
from roundtable.insight.likeness import Decided, alike_among, groups_among
from roundtable.insight.statements import telling

END = b"\n"  # an empty line behind the last statement


class Wanted(StrEnum):
    """What is asked for."""

    SUGGESTIONS = "suggestions"
    GROUPS = "groups"
    ALIKE = "alike"


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of statements: at most `k` suggestions, groups, or what is like the statement that it is `about`.

    `names` are words of those who sit at the table.
    """

    wanted: Wanted
    language: str
    names: frozenset[str] = frozenset()
    decided: Decided = field(default_factory=Decided)
    k: int = 0
    about: Statement | None = None


def answer(question: Question, spoken: Iterable[Statement]) -> list[list[str]]:
    """Give groups of ids; suggestions, and what is like a statement, are one, the best first."""
    table = telling(spoken, question.language, question.names)
    if question.wanted is Wanted.SUGGESTIONS:
        return [[one.id for one in suggest(table, question.k, question.language)]]
    if question.wanted is Wanted.GROUPS:
        return list(groups_among(table, question.language, question.decided))
    if question.about is None:
        return [[]]
    return [list(alike_among(table, question.about, question.language, question.decided))]


def question_line(question: Question) -> bytes:
    """Give a question as a line."""
    shape = {
        "wanted": question.wanted,
        "language": question.language,
        "names": sorted(question.names),
        "groups": question.decided.groups,
        "apart": question.decided.apart,
        "k": question.k,
        "about": _shape(question.about) if question.about else None,
    }
    return json.dumps(shape).encode() + b"\n"


def read_question(line: bytes) -> Question:
    """Read a question."""
    shape = json.loads(line)
    return Question(
        Wanted(shape["wanted"]),
        shape["language"],
        frozenset(shape["names"]),
        Decided(shape["groups"], [(one, other) for one, other in shape["apart"]]),
        shape["k"],
        _statement(shape["about"]) if shape["about"] else None,
    )


def statement_line(one: Statement) -> bytes:
    """Give a statement as a line."""
    return json.dumps(_shape(one)).encode() + b"\n"


def read_statement(line: bytes) -> Statement:
    """Read a statement."""
    return _statement(json.loads(line))


def _shape(one: Statement) -> list[Any]:
    return [one.id, one.text, one.person, one.sector, dict(one.counts)]


def _statement(shape: list[Any]) -> Statement:
    key, text, person, sector, counts = shape
    return Statement(key, text, person, sector, {name: tuple(those) for name, those in counts.items()})
