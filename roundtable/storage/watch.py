"""Watching the file for what others write, by nothing but its marks in the folder."""

import os
from pathlib import Path

from roundtable.errors import FileGone

Marks = tuple[int, ...]
PLACE = 2  # of the marks, those that say which file it is
PLACE_LOOKS = 10  # of so many looks, one is also at whether the file is still in its place


class FileWatch:
    """Tells cheaply whether a file may have been written to; for when SQLite itself is asked ten times a second.

    Under WAL every commit goes into a companion of the file, whose time and size the system keeps.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._companion = f"{path}-wal"
        self._place = _marks(path)[:PLACE]
        self._seen: Marks = ()
        self._looks = 0

    def stirred(self) -> bool:
        """Tell whether anything changed since this was last asked. Raises FileGone."""
        if self._looks % PLACE_LOOKS == 0 and which_file(self._path) != self._place:
            raise FileGone(file=self._path)
        self._looks += 1
        before, self._seen = self._seen, _marks(self._companion)
        return before != self._seen


def which_file(path: Path | str) -> Marks:
    """Give what tells a file from another in its place; nothing where there is none."""
    return _marks(path)[:PLACE]


def _marks(path: Path | str) -> Marks:
    try:
        found = os.stat(path)  # noqa: PTH116 — ten times a second
    except OSError:
        return ()
    return found.st_dev, found.st_ino, found.st_mtime_ns, found.st_size
