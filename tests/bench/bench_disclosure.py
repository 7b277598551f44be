"""How many statements of random evenings somebody who knows everybody there can put a name to, from the paper."""

import os
import random
from collections.abc import Iterator

from roundtable.domain.disclosure import Form
from tests.bench.figures import Figure
from tests.report.attacker import Attacker, evening

EVENINGS = int(os.environ.get("ROUNDTABLE_EVENINGS", "300"))


def measure() -> Iterator[Figure]:
    """Count statements whose author is known among too few, a form, beside a rule that folds no sector."""
    for form in Form:
        ours = tuple(float(_known(seed, form)) for seed in range(EVENINGS))
        folding_none = tuple(float(_known(seed, form, folding=1)) for seed in range(EVENINGS // 10))
        yield Figure(
            f"Statements that tell their author, {form}, {EVENINGS} evenings",
            (sum(ours),),
            (sum(folding_none) * 10,),
            "statements",
            "no sector folded, of a tenth",
            "0",
        )


def _known(seed: int, form: Form, folding: int | None = None) -> int:
    dice = random.Random(f"bench {seed}")  # noqa: S311 — the same each time
    session = evening(seed, dice.randint(2, 12), dice.randint(1, 5))
    return len(list(Attacker(session, form, 2, folding).leaks()))
