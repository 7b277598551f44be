"""How like one name is to another: for proposing who was meant by a name that was typed wrong."""

from collections.abc import Iterable
from difflib import SequenceMatcher

_WORTH_COMPARING = 24


def most_like(wanted: str, spellings: Iterable[tuple[str, str]]) -> tuple[float, str | None]:
    """Give how like (0…1) the likest of some spellings is, and the id that stands beside it.

    Only those that share most letters are compared letter by letter, which is slow.
    """
    letters = frozenset(wanted)
    shared = sorted(
        (-len(letters & own) / len(letters | own), place, name, key)
        for place, (name, key) in enumerate(spellings)
        if (own := frozenset(name))
    )
    best: tuple[float, str | None] = (0.0, None)
    matcher = SequenceMatcher(autojunk=False, b=wanted)
    for *_, name, key in shared[:_WORTH_COMPARING]:
        matcher.set_seq1(name)
        bounds = (matcher.real_quick_ratio, matcher.quick_ratio, matcher.ratio)
        if all(bound() > best[0] for bound in bounds):
            best = (matcher.ratio(), key)
    return best
