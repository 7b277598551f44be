"""Suggesting on ten thousand statements of one topic, beside a thousand."""

import random
import time
from collections.abc import Iterator

from roundtable.insight.cover import Statement, suggest
from tests.bench.figures import Figure, interleaved

WORDS = 3000  # in the made-up language, the frequent ones as frequent as in any


def measure() -> Iterator[Figure]:
    """Measure within the process, without reading the session."""
    many, few = _said(10_000), _said(1_000)
    figures = interleaved(lambda: _ms(many), lambda: _ms(few), 5)
    yield Figure("suggest on 10,000 statements", *figures, "ms", "suggest on 1,000", "≤ 15")


def _ms(said: list[Statement]) -> float:
    begun = time.perf_counter()
    suggest(said, 5, "en")
    return 1000 * (time.perf_counter() - begun)


def _said(count: int) -> list[Statement]:
    chance = random.Random(1)  # noqa: S311 — no secret
    letters = "abcdefghiklmnoprstuvw"
    words = ["".join(chance.choices(letters, k=chance.randint(3, 10))) for _ in range(WORDS)]
    weights = [1 / (place + 5) for place in range(WORDS)]
    return [
        Statement(
            id=str(number),
            text=" ".join(chance.choices(words, weights, k=chance.randint(6, 30))),
            person=f"p{chance.randrange(12)}",
            sector=f"s{chance.randrange(5)}",
        )
        for number in range(count)
    ]
