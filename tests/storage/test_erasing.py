"""An erasure is whole, whatever ends it; whoever reads an older state is waited for, and told."""

import random
import sqlite3
import threading
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from roundtable.domain.changes import Edit
from roundtable.domain.contributions import Contribution
from roundtable.domain.erasures import Erasure
from roundtable.domain.session import Session
from roundtable.errors import ErasedButRead
from roundtable.storage.journal import Journal
from tests.services.leftovers import leftovers
from tests.storage.making import UID, blank_copy, finished, line, program, said

WORDS = "what nobody may decipher again"
ERASING = """
import sys
from pathlib import Path
from roundtable.storage.journal import Journal
from tests.storage.test_erasing import erasing
journal = Journal.open(Path(sys.argv[1]))
print("ready", flush=True)
sys.stdin.readline()
journal.erase("sessionuid", erasing("c"))
print("done", flush=True)
"""


def erasing(*keys: str) -> Callable[[Session], list[Edit]]:
    """Decide to erase contributions."""
    return lambda _session: [
        edit
        for key in keys
        for edit in (
            Edit(Erasure.KIND, key, {"kind": Contribution.KIND, "extent": "words"}),
            Edit(Contribution.KIND, key, {"withdrawn": True}),
        )
    ]


@pytest.fixture
def told(journal: Journal) -> Journal:
    """Give a journal in which something was said, between a few hundred other lines."""
    journal.append(UID, lambda _: [said(f"line {number}") for number in range(300)])
    journal.append(UID, line(WORDS, "c"))
    journal.append(UID, lambda _: [said(f"later line {number}") for number in range(300)])
    return journal


def test_what_others_write_meanwhile_is_all_there(told: Journal, path: Path) -> None:
    writer = program(
        "import sys; from pathlib import Path; from roundtable.storage.journal import Journal\n"
        "from tests.storage.making import EVENING, line\n"
        "journal = Journal.open(Path(sys.argv[1]), lambda: EVENING); print('ready', flush=True)\n"
        "for number in range(60): journal.append('sessionuid', line(f'written {number}'))",
        path,
    )
    assert writer.stdout
    writer.stdout.readline()
    told.erase(UID, erasing("c"))
    finished(writer)
    assert not told.unscrubbed
    assert sum(one.text.startswith("written") for one in told.session(UID).contributions) == 60
    assert leftovers(path.parent, WORDS) == []
    assert told.check() == []


def test_somebody_who_reads_an_older_state_for_a_while_is_waited_for(told: Journal, path: Path) -> None:
    begun, done = threading.Event(), threading.Event()

    def read() -> None:
        with closing(sqlite3.connect(path, isolation_level=None)) as reader:
            reader.execute("BEGIN")
            reader.execute("SELECT COUNT(*) FROM changes").fetchone()
            begun.set()
            time.sleep(0.5)
        done.set()

    threading.Thread(target=read).start()
    begun.wait()
    told.erase(UID, erasing("c"))
    assert done.is_set()
    assert not told.unscrubbed
    assert leftovers(path.parent, WORDS) == []


def test_who_goes_on_reading_an_older_state_is_told_of_and_the_next_who_opens_finishes(
    told: Journal, path: Path
) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT COUNT(*) FROM changes").fetchone()
        told.erase(UID, erasing("c"))
        assert told.unscrubbed
        assert [type(one) for one in told.check()] == [ErasedButRead]
        assert told.session(UID).of(Contribution)["c"].erased
        assert leftovers(path.parent, WORDS) != []
    Journal.open(path).close()
    assert not told.unscrubbed
    assert told.check() == []
    assert leftovers(path.parent, WORDS) == []


@pytest.mark.parametrize("after", [0.0, 0.004, 0.01, 0.02, 0.04])
def test_an_erasure_that_was_killed_is_there_whole_or_not_at_all_and_is_finished(
    told: Journal, path: Path, after: float
) -> None:
    told.close()
    running = program(ERASING, path)
    assert running.stdin
    assert running.stdout
    running.stdout.readline()
    running.stdin.write("\n")
    running.stdin.flush()
    time.sleep(after)
    running.kill()
    running.communicate()
    with closing(Journal.open(path)) as again:
        found = again.session(UID).of(Contribution)["c"]
        assert found.text in {WORDS, ""}
        assert (leftovers(path.parent, WORDS) == []) == found.erased
        if not found.erased:
            again.erase(UID, erasing("c"))
        assert again.check() == []
        assert leftovers(path.parent, WORDS) == []


def test_the_index_forgets_the_words_and_the_picture_can_be_made_again(told: Journal, path: Path) -> None:
    assert told.search("decipher") == [(UID, "c")]
    told.erase(UID, erasing("c"))
    assert told.search("decipher") == []
    before = told.session(UID).records
    told.rebuild()
    assert told.session(UID).records == before
    assert leftovers(path.parent, WORDS, "decipher") == []


@pytest.mark.parametrize("seed", range(3))
def test_in_whatever_order_changes_come_nothing_is_left_of_what_was_erased(
    told: Journal, path: Path, blank: Path, seed: int
) -> None:
    told.append(UID, lambda _: [Edit(Contribution.KIND, "c", {"wording": f"{WORDS}, they say"})])
    told.append(UID, lambda _: [Edit(Contribution.KIND, "c", {"starred": True, "withdrawn": False})])
    before = [one for one in told.history(UID) if one.record in {"c", UID}]
    told.erase(UID, erasing("c"))
    coming = [*before, *told.erased()]
    random.Random(seed).shuffle(coming)  # noqa: S311 — only an order
    folder = path.parent / "there"
    folder.mkdir()
    with closing(Journal.open(blank_copy(blank, folder / "there.db"))) as there:
        for change in coming:
            there.receive([change])
        assert there.session(UID).of(Contribution)["c"] == told.session(UID).of(Contribution)["c"]
        assert there.check() == []
        assert leftovers(folder, WORDS) == []


def test_what_is_erased_takes_no_new_words(told: Journal) -> None:
    told.erase(UID, erasing("c"))
    told.append(UID, lambda _: [Edit(Contribution.KIND, "c", {"text": "again", "withdrawn": False})])
    assert told.session(UID).of(Contribution)["c"].erased
