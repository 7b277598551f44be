"""What statements are made of, how rare each part of it is, and how like two of them are in that.

A statement is the set of the grams (four characters within a word) of its content words. A gram weighs the more, the
fewer statements have it: `ln((n + 2) / (df + 1))`, an inverse document frequency (Spärck Jones 1972). How like two
statements are is the cosine of their weights (Salton, Wong and Yang 1975).

All pairs that are like are found by prefix filtering (Chaudhuri, Ganti and Kaushik 2006; Bayardo, Ma and Srikant
2007): in what is left of a statement without its rarest grams there is too little weight for the cosine, so it is
enough to look where the rarest ones stand. We look a little less far, see `NEARLY`.
"""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from heapq import nlargest
from itertools import chain, islice

from roundtable.insight.stop_words import clean_words, stop_words_for

GRAM = 4
MOST_WORDS = 200  # content words: whoever pastes a book is not heard more often than others
LONGEST_WORD = 40  # letters: what is longer is a link, or a cat on the keyboard

# Of a cosine the rarest grams must give this share to be looked at closer: it found 99 % of the pairs that are like.
NEARLY = 0.3
# So many places are looked at for one statement, and so many statements like it told: where thousands are nearly the
# same, any fifty of them say so.
MOST_PLACES = 2_000
MOST_LIKE = 50


def has_content(text: str, lists: Iterable[frozenset[str]]) -> bool:
    """Tell whether a text has a content word, by whichever of the lists of known words it is read."""
    words = clean_words(text)
    return all(next(content_words(words, known), None) for known in lists)


def contents(texts: Iterable[str], language: str) -> list[list[str]]:
    """Give the content words of each text, by the stop words of the language that it is in: mostly the table's."""
    found = []
    for text in texts:
        words = clean_words(text)
        found.append(list(islice(content_words(words, stop_words_for(words, language)), MOST_WORDS)))
    return found


def content_words(words: Iterable[str], known: frozenset[str]) -> Iterator[str]:
    """Give the words that are longer than a letter and not among the `known`.

    What is joined by an apostrophe (l'horaire, zo'n) is known as a whole or taken apart.
    """
    for word in words:
        if word not in known:
            for part in word.split("'") if "'" in word else (word,):
                if 1 < len(part) <= LONGEST_WORD and part not in known:
                    yield part


@dataclass(slots=True)
class Grams:
    """What each statement is made of (`of`), where each gram stands (`places`), and its rarity."""

    of: list[tuple[str, ...]]
    places: dict[str, list[int]]
    rarity: dict[str, float]

    @classmethod
    def cut(cls, found: Iterable[Iterable[str]]) -> "Grams":
        """Cut the content words of statements."""
        words: dict[str, tuple[str, ...]] = {}  # each is cut once
        of = [
            tuple(dict.fromkeys(chain.from_iterable(words.get(word) or _cut(word, words) for word in those)))
            for those in found
        ]
        places: dict[str, list[int]] = {}
        for place, those in enumerate(of):
            for gram in those:
                places.setdefault(gram, []).append(place)
        rarity = {gram: math.log((len(of) + 2) / (len(had) + 1)) for gram, had in places.items()}
        return cls(of, places, rarity)

    def like(self, place: int, least: float) -> list[tuple[float, int]]:
        """Give the cosines of a statement with others and their places, of those that reach `least`, in their order."""
        shared: dict[int, float] = {}
        for gram in self.of[place]:
            square = self.rarity[gram] ** 2
            for other in self.places[gram]:
                shared[other] = shared.get(other, 0.0) + square
        own = shared.pop(place, 0.0)
        # No statement has a smaller square than it shares, so what shares too little needs no further look.
        near = [other for other, product in sorted(shared.items()) if product >= least**2 * own]
        cosines = [(shared[other] / math.sqrt(own * self._square(other)), other) for other in near]
        return [found for found in cosines if found[0] >= least]

    def _square(self, place: int) -> float:
        return sum(self.rarity[gram] ** 2 for gram in self.of[place])

    def pairs(self, among: Sequence[int], least: float) -> Iterator[tuple[int, int, float]]:
        """Give the pairs among some places whose cosine reaches `least`, the later of the two first, and the cosine."""
        squares = {gram: rarity**2 for gram, rarity in self.rarity.items()}
        norms: dict[int, float] = {}
        seen: dict[str, list[int]] = {}
        for place in among:
            norm = norms[place] = math.sqrt(sum(map(squares.__getitem__, self.of[place])))
            near = self._near(place, norm, squares, seen, least)
            promising = [
                (shared / norms[other], -other)
                for other, shared in near.items()
                if shared >= NEARLY * least * norm * norms[other]
            ]
            own = set(self.of[place])
            for _, other in nlargest(MOST_LIKE, promising):
                product = sum(squares[gram] for gram in self.of[-other] if gram in own)
                if product >= least * norm * norms[-other]:
                    yield place, -other, product / (norm * norms[-other])

    def _near(
        self, place: int, norm: float, squares: dict[str, float], seen: dict[str, list[int]], least: float
    ) -> dict[int, float]:
        """Give what earlier statements share of the rarest grams of this one, and keep where these stand."""
        shared: dict[int, float] = {}
        left, looked = norm**2, 0
        for gram in sorted(self.of[place], key=lambda gram: (-squares[gram], gram)):
            if left < least**2 * norm**2:
                break
            square = squares[gram]
            left -= square
            before = seen.setdefault(gram, [])
            if looked < MOST_PLACES:
                looked += len(before)
                for other in before:
                    shared[other] = shared.get(other, 0.0) + square
            before.append(place)
        return shared


def _cut(word: str, known: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
    """Cut a word, and keep how; a number is one thing as a whole."""
    starts = range(1 if word.isdecimal() else max(1, len(word) - GRAM + 1))
    length = len(word) if word.isdecimal() else GRAM
    return known.setdefault(word, tuple(word[start : start + length] for start in starts))
