"""The marks by which others' writing is noticed, and a file that is no longer in its place."""

from pathlib import Path

import pytest

from roundtable.domain.changes import Edit
from roundtable.errors import FileGone
from roundtable.storage.journal import Journal
from roundtable.storage.watch import PLACE_LOOKS, FileWatch


def written(journal: Journal, title: str) -> None:
    journal.append("evening", lambda _session: [Edit("session", "evening", {"title": title})])


def test_what_another_writes_stirs_the_watch_once(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    journal = Journal.open(path)
    watch = FileWatch(path)
    watch.stirred()
    assert not watch.stirred()
    written(journal, "An evening")
    assert watch.stirred()
    assert not watch.stirred()


def look_often(watch: FileWatch) -> None:
    """Look as often as it takes to look also at the place of the file."""
    for _ in range(PLACE_LOOKS):
        watch.stirred()


@pytest.mark.parametrize("copied", [False, True])
def test_into_a_file_that_was_moved_or_replaced_nothing_is_written(tmp_path: Path, *, copied: bool) -> None:
    path, elsewhere = tmp_path / "a.db", tmp_path / "b.db"
    journal = Journal.open(path)
    written(journal, "before")
    watch = FileWatch(path)
    path.rename(elsewhere)
    if copied:
        path.write_bytes(elsewhere.read_bytes())
    with pytest.raises(FileGone):
        written(journal, "into nowhere")
    with pytest.raises(FileGone):
        look_often(watch)
    path.unlink(missing_ok=True)
    elsewhere.rename(path)
    written(journal, "after")
    assert journal.session("evening").details.title == "after"
    assert watch.stirred()
