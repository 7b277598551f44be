"""An evening at random, on two machines and in three terminals: all see the same, and all of it can be taken back."""

from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from datetime import timedelta
from pathlib import Path
from random import Random

import pytest

from roundtable.domain.session import Session
from roundtable.errors import NothingToUndo, RoundtableError
from roundtable.services import corrections, facilitation, ledger, people, prose, recording, retyping, votes
from roundtable.services.corrections import Correction
from roundtable.storage.journal import Journal
from tests.services.tables import Clock, Table

LINES = (
    "els: one",
    "karim: - two =theme",
    "an: + three #theme",
    "+ ret, npo",
    "els, an: so",
    "bert: who?",
    "on",
)
NAMES = ("els", "karim", "an", "RET", "NPO")


@pytest.fixture
def elsewhere(table: Table, clock: Clock, tmp_path: Path) -> Iterator[Journal]:
    with closing(Journal.open(tmp_path / "far.db", lambda: clock() - timedelta(minutes=7), "far")) as journal:
        journal.receive(table.journal.history(table.uid))
        yield journal


def acts(chance: Random, journal: Journal, uid: str) -> list[Callable[[], object]]:
    """Give what somebody may do next, each as often as it stands here."""
    session = journal.session(uid)
    said = chance.choice([one.id for one in session.everything_said] or ["none"])
    drawn = chance.choice([one.id for one in session.takeaways] or ["none"])
    line, name, other = chance.choice(LINES), chance.choice(NAMES), chance.choice(NAMES)
    correction = Correction(text=chance.choice([None, "new"]), participant=chance.choice([None, "an", ""]))
    return [
        *[lambda: recording.record(journal, uid, line)] * 4,
        lambda: retyping.retype(journal, uid, said, line),
        lambda: corrections.correct(journal, uid, said, correction),
        lambda: corrections.star(journal, uid, said),
        *[lambda: corrections.withdraw(journal, uid, said)] * 2,
        *[lambda: corrections.restore(journal, uid, said)] * 2,
        lambda: facilitation.step(journal, uid, chance.choice([1, -1])),
        lambda: facilitation.skip(journal, uid),
        lambda: facilitation.more(journal, uid, chance.randint(-5, 5)),
        lambda: facilitation.close(journal, uid),
        lambda: ledger.add_takeaway(journal, uid, "T", evidence=[said]),
        lambda: votes.back(journal, uid, drawn, [name]),
        lambda: ledger.merge_takeaways(journal, uid, ["1", "2"]),
        lambda: prose.set_prose(journal, uid, "introduction", chance.choice(["", "one", "two"])),
        lambda: people.merge(journal, uid, name, other),
        *[lambda: journal.undo(uid)] * 2,
    ]


def exchange(one: Journal, other: Journal, uid: str) -> None:
    one.receive(other.history(uid))
    other.receive(one.history(uid))


def shown(session: Session) -> dict[str, object]:
    """Give all that is not withdrawn."""
    return {key: one for kind in session.records.values() for key, one in kind.items() if not one.withdrawn}


@pytest.mark.parametrize("seed", range(4))
def test_a_random_evening_is_the_same_everywhere_and_can_be_taken_back_whole(
    table: Table, other: Table, elsewhere: Journal, seed: int
) -> None:
    chance = Random(seed)  # noqa: S311 — dice, not secrets
    uid, before = table.uid, shown(table.session)
    journals = (table.journal, other.journal, elsewhere)
    for _ in range(200):
        table.clock.on(seconds=chance.randint(0, 60))
        with suppress(RoundtableError):
            chance.choice(acts(chance, chance.choice(journals), uid))()
        if chance.random() < 0.1:
            exchange(table.journal, elsewhere, uid)
    exchange(table.journal, elsewhere, uid)
    assert len(table.journal.history(uid)) > 60
    assert shown(table.session) == shown(other.session) == shown(elsewhere.session(uid))
    assert table.journal.check() == elsewhere.check() == []
    for journal in journals:
        exchange(table.journal, elsewhere, uid)
        with suppress(NothingToUndo):
            while True:
                journal.undo(uid, times=5)
    exchange(table.journal, elsewhere, uid)
    assert shown(table.session) == shown(elsewhere.session(uid)) == before
