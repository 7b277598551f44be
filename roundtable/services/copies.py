"""Copies of what was erased that lie outside of the file: backups and papers that are known here."""

import hashlib
import html
import re
import zipfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from roundtable.errors import RoundtableError
from roundtable.storage import backup
from roundtable.storage.journal import Journal
from roundtable.storage.own import Paper

_TAG = re.compile(r"<[^<>]*>")
_BLOCK = re.compile(r"</(?:w:p|p|li|h\d|td|th)>")


def catch_up(journal: Journal) -> tuple[Path, ...]:
    """Erase in the backups that are known here what was erased in the file; give those that could not be reached.

    One that was deleted or moved is given once, and forgotten.
    """
    behind = journal.backups_behind()
    erased = journal.erased() if behind else []
    unreached: list[Path] = []
    for path in behind:
        try:
            backup.catch_up(path, erased)
        except RoundtableError:
            unreached.append(path)
            if path.parent.is_dir() and not path.exists():
                journal.forget_backup(path)
        else:
            journal.backup_caught_up(path)
    return tuple(unreached)


@dataclass(frozen=True, slots=True)
class Papers:
    """What became of papers: deleted, or left, because somebody edited them since or they cannot be deleted."""

    deleted: tuple[Path, ...] = ()
    left: tuple[Path, ...] = ()


def papers_holding(journal: Journal, uid: str, tells: Callable[[str], bool]) -> tuple[Paper, ...]:
    """Give the papers of a session that are still there and hold a text that tells, or cannot be read as text."""
    there = (paper for paper in journal.papers(uid) if paper.path.is_file())
    return tuple(paper for paper in there if tells(paper.path.name) or _holds(paper.path, tells))


def _holds(path: Path, tells: Callable[[str], bool]) -> bool:
    try:
        if zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as parts:
                texts = [parts.read(name).decode("utf-8", "replace") for name in parts.namelist()]
        else:
            texts = [path.read_text("utf-8")]
    except (OSError, UnicodeDecodeError, zipfile.BadZipFile):
        return True
    return any(tells(text) or tells(_plain(text)) for text in texts)


def _plain(text: str) -> str:
    """Give a text without markup: a word that a program has split over several elements is one again."""
    return html.unescape(_TAG.sub("", _BLOCK.sub("\n", text)))


def edited(paper: Paper) -> bool:
    """Say whether a paper is no longer what was written then."""
    try:
        return hashlib.sha256(paper.path.read_bytes()).hexdigest() != paper.sha256
    except OSError:
        return True


def delete(journal: Journal, papers: Iterable[Paper], *, also_edited: bool = False) -> Papers:
    """Delete papers; those that somebody edited since only where that is wanted."""
    deleted: list[Path] = []
    left: list[Path] = []
    for paper in papers:
        goes = (also_edited or not edited(paper)) and _unlinked(paper.path)
        (deleted if goes else left).append(paper.path)
        if goes:
            journal.forget_paper(paper.path)
    return Papers(tuple(deleted), tuple(left))


def _unlinked(path: Path) -> bool:
    try:
        path.unlink(missing_ok=True)
    except OSError:  # open in another program, say
        return False
    return True
