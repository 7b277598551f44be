"""The JSON shapes of the commands for prose."""

from collections.abc import Collection, Iterable
from typing import Any

from roundtable.domain.contributions import Contribution, Prose
from roundtable.domain.records import write_instant
from roundtable.domain.session import Session
from roundtable.services.prose import Used, Version, part_title, words_of


def part_shape(session: Session, key: str, text: str, versions: Collection[Version]) -> dict[str, Any]:
    """Give a part as `prose show --json` shows it; `versions` are those that wait for a choice."""
    return {
        "part": _called(session, key),
        "title": part_title(session, key),
        "text": text,
        "words": words_of(text),
        "drafted": session.of(Prose)[key].drafted,
        "versions": max(1, len(versions)),
    }


def version_shape(one: Version, number: int) -> dict[str, Any]:
    """Give a version as `prose versions --json` shows it."""
    return {
        "number": number,
        "stamp": one.stamp,
        "at": write_instant(one.at),
        "here": one.mine,
        "in_force": number == 1,
        "text": one.text,
        "words": words_of(one.text),
    }


def used_shape(session: Session, key: str, standing: Used, words: int) -> dict[str, Any]:
    """Give what `prose used --json` shows."""
    return {
        "part": _called(session, key),
        "title": part_title(session, key),
        "words": words,
        "used": _statements(session, standing.used),
        "unused": _statements(session, standing.unused),
    }


def _statements(session: Session, said: Iterable[Contribution]) -> list[dict[str, Any]]:
    return [{"id": one.id, "number": session.numbers[one.id], "text": one.text} for one in said]


def _called(session: Session, key: str) -> str:
    return next((session.topic_name(topic) for topic in session.topics if topic.id == key), key)
