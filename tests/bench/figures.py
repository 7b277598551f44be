"""A figure beside its baseline: medians, spread, ratio."""

import math
import statistics
import subprocess
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """What was measured (`ours`) beside a baseline, in `unit`, one value a round; `wanted` is the ratio aimed at."""

    question: str
    ours: tuple[float, ...]
    baseline: tuple[float, ...]
    unit: str
    peer: str
    wanted: str = ""

    @property
    def ratio(self) -> float:
        """The ratio of the medians; infinite beside a baseline of nothing."""
        beside = statistics.median(self.baseline)
        return statistics.median(self.ours) / beside if beside else math.inf

    def row(self) -> str:
        """Give the figure as a row for people."""
        return (
            f"{self.question}: {self.ratio:.2f} × (wanted {self.wanted})\n"
            f"    ours     {_spread(self.ours)} {self.unit}\n"
            f"    baseline {_spread(self.baseline)} {self.unit}  [{self.peer}]"
        )

    def shape(self) -> dict[str, object]:
        """Give the figure for --json."""
        return {
            "question": self.question,
            "ratio": round(self.ratio, 3),
            "wanted": self.wanted,
            "unit": self.unit,
            "ours": list(self.ours),
            "baseline": list(self.baseline),
            "peer": self.peer,
        }


def _spread(values: Sequence[float]) -> str:
    return f"{statistics.median(values):9.2f} ({min(values):.2f} … {max(values):.2f}, n={len(values)})"


def interleaved(
    ours: Callable[[], float], baseline: Callable[[], float], rounds: int = 7
) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """Measure two things in turn, after one round that does not count."""
    ours(), baseline()
    pairs = [(ours(), baseline()) for _ in range(rounds)]
    return tuple(one for one, _ in pairs), tuple(other for _, other in pairs)


def process_ms(*command: str) -> float:
    """Give the milliseconds that a whole process takes; it must succeed."""
    begun = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True, stdin=subprocess.DEVNULL)
    return 1000 * (time.perf_counter() - begun)


def quantile(values: Sequence[float], share: float) -> float:
    """Give the value below which a share of the values lie."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]
