"""Who else is here, seen by the locks that programs hold."""

import subprocess
import sys
from pathlib import Path

import pytest
from filelock import FileLock

from roundtable.storage.presence import Here, Presence

EVENING = "evening"
ONE_WHO_STAYS = """
import sys, time
from pathlib import Path
from roundtable.storage.presence import Here, Presence
presence = Presence(Path(sys.argv[1]))
presence.enter("evening", Here("nadia", "note"))
print("there", flush=True)
time.sleep(60)
"""


def test_two_at_one_session_see_each_other_and_not_themselves(tmp_path: Path) -> None:
    one, other = Presence(tmp_path / "a.db"), Presence(tmp_path / "a.db")
    one.enter(EVENING, Here("els", "run"))
    other.enter(EVENING, Here("nadia", "note"))
    assert one.others(EVENING) == (Here("nadia", "note"),)
    assert other.others(EVENING) == (Here("els", "run"),)


def test_nobody_is_seen_at_another_session_or_file(tmp_path: Path) -> None:
    one = Presence(tmp_path / "a.db")
    one.enter(EVENING, Here("els", "run"))
    assert Presence(tmp_path / "a.db").others("another") == ()
    assert Presence(tmp_path / "b.db").others(EVENING) == ()


def test_who_has_left_is_seen_no_longer(tmp_path: Path) -> None:
    one, other = Presence(tmp_path / "a.db"), Presence(tmp_path / "a.db")
    one.enter(EVENING, Here("els", "run"))
    one.leave(EVENING)
    assert other.others(EVENING) == ()
    assert list((tmp_path / "a.db.here").iterdir()) == []


def test_one_terminal_that_runs_the_program_twice_is_there_twice(tmp_path: Path) -> None:
    one, other = Presence(tmp_path / "a.db"), Presence(tmp_path / "a.db")
    one.enter(EVENING, Here("els", "run"))
    other.enter(EVENING, Here("els", "stage"))
    assert one.others(EVENING) == (Here("els", "stage"),)


def test_a_program_that_was_killed_is_gone_at_once_and_leaves_nothing_behind(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    with subprocess.Popen(
        [sys.executable, "-c", ONE_WHO_STAYS, str(path)], stdout=subprocess.PIPE
    ) as staying:
        assert staying.stdout
        staying.stdout.readline()
        assert Presence(path).others(EVENING) == (Here("nadia", "note"),)
        staying.kill()
        staying.wait()
    assert Presence(path).others(EVENING) == ()
    assert list((tmp_path / "a.db.here").iterdir()) == []


def test_where_the_folder_takes_no_files_nobody_is_seen_and_nothing_fails(tmp_path: Path) -> None:
    (tmp_path / "a.db.here").write_text("in the way")
    one = Presence(tmp_path / "a.db")
    one.enter(EVENING, Here("els", "run"))
    assert one.others(EVENING) == ()
    one.leave(EVENING)


def remove_unless_open(path: Path) -> None:
    """Remove a file as Windows does: not while anybody has it open."""
    if any(link.resolve() == path for link in Path("/proc/self/fd").iterdir()):
        raise PermissionError(13, "used by another process", str(path))
    path.unlink()


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="told by the files that this process has open")
def test_where_an_open_file_cannot_be_removed_marks_are_cleared_all_the_same(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    one = Presence(path, remove=remove_unless_open)
    one.enter(EVENING, Here("els", "run"))
    left_behind = tmp_path / "a.db.here" / f"{EVENING}.nadia.note.anything"
    left_behind.touch()
    for _ in range(2):
        assert one.others(EVENING) == ()
    assert not left_behind.exists()
    one.leave(EVENING)
    assert list((tmp_path / "a.db.here").iterdir()) == []


def test_a_mark_that_cannot_be_removed_at_all_says_of_nobody_that_they_are_there(tmp_path: Path) -> None:
    def refuse(path: Path) -> None:
        raise PermissionError(13, "used by another process", str(path))

    path = tmp_path / "a.db"
    one = Presence(path, remove=refuse)
    for role in ("run", "note"):
        one.enter(EVENING, Here("els", role))
    one.leave(EVENING)
    assert one.others(EVENING) == Presence(path).others(EVENING) == ()


def test_who_is_looked_at_in_the_instant_of_coming_is_seen_under_another_name(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    names = iter(("taken", "free"))
    one = Presence(path, name=lambda: next(names))
    (tmp_path / "a.db.here").mkdir()
    looks = FileLock(tmp_path / "a.db.here" / f"{EVENING}.els.run.taken")
    with looks:
        one.enter(EVENING, Here("els", "run"))
        looks.release()
    assert Presence(path).others(EVENING) == (Here("els", "run"),)
