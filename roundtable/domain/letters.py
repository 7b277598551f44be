"""A letter for each person and each sector at a table, by which they are chosen with one key."""

from collections.abc import Iterable, Mapping
from string import ascii_lowercase

from roundtable.domain.session import Session
from roundtable.domain.stamps import instant_of, is_stamp
from roundtable.domain.text import folded


def people_letters(session: Session) -> Mapping[str, str]:
    """Give the lower-case letter of each participant by id; whom there is no letter left for is not among them.

    The letters stay what they are all evening: who sat down after it began takes what is left.
    """
    begun = session.visits[0].begins if session.visits else None
    late = [
        one.id
        for one in session.participants
        if begun and is_stamp(one.stamp) and instant_of(one.stamp) > begun
    ]
    names = {one.id: session.shown[one.id] for one in session.participants}
    prepared = {key: name for key, name in names.items() if key not in late}
    letters = _with_letters(prepared, {})
    for key in late:
        letters = _with_letters({key: names[key]}, letters)
    return letters


def sector_letters(session: Session) -> Mapping[str, str]:
    """Give the capital of each sector by id."""
    letters = _with_letters({one.id: one.short for one in session.sectors}, {})
    return {key: letter.upper() for key, letter in letters.items()}


def _with_letters(names: Mapping[str, str], taken: Mapping[str, str]) -> dict[str, str]:
    """Give each name its first letter if that is free, then another of its own, then any."""
    letters = dict(taken)
    wanted = {key: [one for one in folded(name) if one in ascii_lowercase] for key, name in names.items()}
    for key, own in wanted.items():
        _take(letters, key, own[:1])
    for key, own in wanted.items():
        if key not in letters:
            _take(letters, key, own)
    for key in wanted:
        if key not in letters:
            _take(letters, key, ascii_lowercase)
    return letters


def _take(letters: dict[str, str], key: str, wanted: Iterable[str]) -> None:
    used = set(letters.values())
    free = next((letter for letter in wanted if letter not in used), None)
    if free:
        letters[key] = free
