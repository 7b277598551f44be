"""Bookmarks by which parts and takeaways are found again, whatever became of their titles in Word."""

import re

LONGEST = 40  # characters of a bookmark's name that Word takes
_PART, _TAKEAWAY = "part_", "takeaway_"
_NAME = re.compile(r"(part|takeaway)_(\w+)", re.ASCII)


def part_bookmark(key: str) -> str:
    """Give the bookmark of a part, by what its prose is kept by; none where nobody writes any."""
    return _bookmark(_PART, key)


def takeaway_bookmark(key: str) -> str:
    """Give the bookmark of a takeaway, by its id; none where it is no record of ours."""
    return _bookmark(_TAKEAWAY, key)


def _bookmark(beginning: str, key: str) -> str:
    name = beginning + key
    return name if key and len(name) <= LONGEST and _NAME.fullmatch(name) else ""


def part_key(bookmark: str) -> str:
    """Give what the prose of a bookmarked part is kept by; empty where a bookmark is of something else."""
    return bookmark.removeprefix(_PART) if bookmark.startswith(_PART) else ""


def takeaway_key(bookmark: str) -> str:
    """Give the id of a bookmarked takeaway; empty where a bookmark is of something else."""
    return bookmark.removeprefix(_TAKEAWAY) if bookmark.startswith(_TAKEAWAY) else ""
