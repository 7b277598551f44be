"""Many processes open one file at once and write to it at once, and nothing is lost or told twice."""

from pathlib import Path

from roundtable.storage.journal import Journal
from tests.storage.making import UID, begin, finished, program

OPEN = """
import sys
from pathlib import Path
import filelock, sqlite_utils.migrations
from roundtable.storage.journal import Journal
print("ready", flush=True)
sys.stdin.readline()
for name in sys.argv[1:]:
    Journal.open(Path(name), place=str(id(name))).close()
"""
WRITE = """
import sys
from pathlib import Path
from roundtable.domain.contributions import Contribution
from roundtable.domain.records import created
from roundtable.storage.journal import Journal
path, own = Path(sys.argv[1]), sys.argv[2]
journal = Journal.open(path, place=own)
print("ready", flush=True)
sys.stdin.readline()
for number in range(40):
    def decide(session):
        return [created(Contribution(id=f"{own}x{number}", text=str(len(session.contributions))))]
    journal.append("sessionuid", decide)
assert all(f"{own}x{number}" in journal.session("sessionuid").numbers for number in range(40))
journal.close()
"""
CROWD = 8


def together(code: str, words: list[list[str]]) -> None:
    """Start processes, let them begin at the same moment, and wait until all have done well."""
    crowd = [program(code, *those) for those in words]
    for process in crowd:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n", process.communicate()[1]
    for process in crowd:
        assert process.stdin is not None
        process.stdin.write("go\n")
        process.stdin.flush()
    for process in crowd:
        finished(process)


def test_eight_who_open_a_new_file_at_once_all_get_it(tmp_path: Path) -> None:
    paths = [str(tmp_path / f"{number}" / "new.db") for number in range(6)]
    together(OPEN, [paths] * CROWD)
    for name in paths:
        journal = Journal.open(Path(name))
        assert journal.check() == []
        journal.close()


def test_eight_who_write_at_once_lose_nothing_and_each_decides_on_what_is_there(path: Path) -> None:
    journal = Journal.open(path, place="first")
    begin(journal)
    together(WRITE, [[str(path), f"w{number}"] for number in range(CROWD)])
    session = journal.session(UID)
    assert len(session.contributions) == CROWD * 40
    # Each line says how many there were when it was decided on: nobody decided on an old state.
    assert sorted(int(one.text) for one in session.contributions) == list(range(CROWD * 40))
    stamps = [one.stamp for one in journal.history(UID)]
    assert stamps == sorted(set(stamps))
    assert journal.check() == []
    journal.close()
