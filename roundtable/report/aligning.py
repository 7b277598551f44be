"""What became of paragraphs and of their words: which stayed, changed, moved, came and went."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import groupby

from roundtable.report.pieces import Piece

CHANGED = 0.35  # how alike the words of a paragraph are at least to what stood in its place
MOVED = 0.75  # and to what stood elsewhere
LIKELY = 10_000  # pairs of texts of which it is remembered how alike they are
_TELLING = 4  # words of a paragraph that may have moved and changed
_WORDS = re.compile(r"\w+")
_TOKENS = re.compile(r"\w+|\s+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Step:
    """An old paragraph and the new one that it became, by their places from 0; None where there is none."""

    old: int | None
    new: int | None
    moved: bool = False


def aligned(old: Sequence[Piece], new: Sequence[Piece]) -> tuple[Step, ...]:
    """Say what became of paragraphs, in the order of the new ones; what is gone behind what stood before it."""
    return _Aligning(old, new).steps()


class _Aligning:
    """Two texts while their paragraphs are paired: `_pairs` gives the old one of each new one."""

    def __init__(self, old: Sequence[Piece], new: Sequence[Piece]) -> None:
        self._old, self._new = old, new
        self._pairs: dict[int, int] = {}
        self._moved: set[int] = set()
        keys = [one.key for one in old], [one.key for one in new]
        matcher = SequenceMatcher(None, *keys, autojunk=False)
        for what, first, last, start, end in matcher.get_opcodes():
            if what == "equal":
                self._pairs |= dict(zip(range(start, end), range(first, last), strict=True))
            elif what == "replace":
                self._pair_in_order(range(first, last), range(start, end))
        self._pair_moved(keys)

    def _pair_in_order(self, old: range, new: range) -> None:
        """Pair what stands in one another's place, so that most is alike and no two pairs cross."""
        best: dict[tuple[int, int], tuple[float, tuple[tuple[int, int], ...]]] = {}
        for one in reversed(old):
            for other in reversed(new):
                past = max(
                    best.get((one + 1, other), (0.0, ())), best.get((one, other + 1), (0.0, ())), key=_weight
                )
                like = self._likeness(one, other)
                if like >= CHANGED:
                    weight, pairs = best.get((one + 1, other + 1), (0.0, ()))
                    past = max(past, (weight + like, ((one, other), *pairs)), key=_weight)
                best[one, other] = past
        for one, other in best.get((old.start, new.start), (0.0, ()))[1]:
            self._pairs[other] = one

    def _pair_moved(self, keys: tuple[list[tuple[object, ...]], list[tuple[object, ...]]]) -> None:
        """Pair what is left with what is left elsewhere: first what is the same, then what is much alike."""
        taken = set(self._pairs.values())
        gone = [place for place in range(len(self._old)) if place not in taken]
        came = [place for place in range(len(self._new)) if place not in self._pairs]
        for same in (True, False):
            for other in [one for one in came if one not in self._pairs]:
                found = [one for one in gone if self._may_have_moved(one, other, keys, same=same)]
                if found:
                    one = max(found, key=lambda place: self._likeness(place, other))
                    self._pairs[other] = one
                    self._moved.add(other)
                    gone.remove(one)

    def _may_have_moved(
        self,
        one: int,
        other: int,
        keys: tuple[list[tuple[object, ...]], list[tuple[object, ...]]],
        *,
        same: bool,
    ) -> bool:
        if same:
            return keys[0][one] == keys[1][other]
        return len(self._old[one].words.split()) >= _TELLING and self._likeness(one, other) >= MOVED

    def _likeness(self, one: int, other: int) -> float:
        return likeness(self._old[one].words, self._new[other].words)

    def steps(self) -> tuple[Step, ...]:
        kept = {one: other for other, one in self._pairs.items()}
        gone = [place for place in range(len(self._old)) if place not in kept]
        steps: list[Step] = []
        for other in range(len(self._new)):
            one = self._pairs.get(other)
            if one is not None and other not in self._moved:
                while gone and gone[0] < one:
                    steps.append(Step(gone.pop(0), None))
            steps.append(Step(one, other, other in self._moved))
        return (*steps, *(Step(one, None) for one in gone))


def _weight(found: tuple[float, tuple[tuple[int, int], ...]]) -> float:
    return found[0]


@lru_cache(LIKELY)
def likeness(one: str, other: str) -> float:
    """Say how alike two texts are, from 0 to 1: the words that they have in common, in their order."""
    if one == other:
        return 1.0
    words, others = _WORDS.findall(one.casefold()), _WORDS.findall(other.casefold())
    most = 2 * sum((Counter(words) & Counter(others)).values()) / max(1, len(words) + len(others))
    return most if most < CHANGED else SequenceMatcher(None, words, others, autojunk=False).ratio()


# Words.


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words of a paragraph; `differs` says that they are not in the other one."""

    text: str
    differs: bool = False


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a text, from `start` up to `end`, and that of another from `there` up to `until`."""

    same: bool
    start: int
    end: int
    there: int
    until: int


def spans(old: str, new: str) -> tuple[Span, ...]:
    """Say what in a text became what in another, by characters; words are whole."""
    tokens, others = _TOKENS.findall(old), _TOKENS.findall(new)
    ends, there = _ends(tokens), _ends(others)
    matcher = SequenceMatcher(None, tokens, others, autojunk=False)
    return tuple(
        Span(what == "equal", ends[first], ends[last], there[start], there[end])
        for what, first, last, start, end in matcher.get_opcodes()
    )


def _ends(tokens: Sequence[str]) -> list[int]:
    ends = [0]
    for token in tokens:
        ends.append(ends[-1] + len(token))
    return ends


def marked(old: str, new: str) -> tuple[tuple[Stretch, ...], tuple[Stretch, ...]]:
    """Mark in two texts the words that differ, and the blanks between such words."""
    found = spans(old, new)
    inner = range(1, len(found) - 1)
    same = [
        one.same and not (place in inner and old[one.start : one.end].isspace())
        for place, one in enumerate(found)
    ]
    return (
        tuple(_stretches(old, [(one.start, one.end) for one in found], same)),
        tuple(_stretches(new, [(one.there, one.until) for one in found], same)),
    )


def _stretches(text: str, parts: Sequence[tuple[int, int]], same: Sequence[bool]) -> Iterator[Stretch]:
    for alike, group in groupby(zip(parts, same, strict=True), key=lambda part: part[1]):
        places = [place for place, _alike in group]
        if words := text[places[0][0] : places[-1][1]]:
            yield Stretch(words, differs=not alike)
