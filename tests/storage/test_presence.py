"""Who else is here, seen by the locks that programs hold."""

import subprocess
import sys
from pathlib import Path

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
