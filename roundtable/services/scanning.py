"""Looking through finished files: those of others, and our own before they get their name."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from roundtable.agendas.decoding import read_bytes
from roundtable.domain.disclosure import Disclosure, Form
from roundtable.errors import GivesAway
from roundtable.i18n import _
from roundtable.report.scan import Found, scan, told
from roundtable.services.disclosing import disclosure_of
from roundtable.services.papers import Paper
from roundtable.storage.journal import Journal

_MEGABYTES = 200
SHOWN = 20  # things found that an error lists


@dataclass(frozen=True, slots=True)
class FoundIn:
    """Something that a file gives away, and the file."""

    path: Path
    found: Found

    def told(self) -> str:
        """Tell it in a line."""
        return f"{self.path.name}: {told(self.found)}"


def scan_file(journal: Journal, uid: str, path: Path, form: Form | None = None) -> tuple[Found, ...]:
    """Look through a file by the rule of a session's paper in this form (None: the session's own).

    Raises FileMissing, FileIsFolder, FileUnreadable, FileTooLarge, FileLocked, FileBroken, FileEndless, FileOdd.
    """
    content = read_bytes(path, _MEGABYTES)
    session = journal.session(uid)
    return scan(content, str(path), disclosure_of(session, form))


def look_through(papers: Sequence[Paper], disclosure: Disclosure, *, force: bool) -> tuple[FoundIn, ...]:
    """Look through papers before any of them is written; what is found is no hindrance to `force`. Raises GivesAway."""
    found = tuple(
        FoundIn(paper.path, one)
        for paper in papers
        for one in scan(paper.content, str(paper.path), disclosure)
    )
    sure = [one for one in found if one.found.sure]
    if sure and not force:
        raise GivesAway(found, told="\n".join(f"- {line}" for line in _some(sure)))
    return found


def _some(found: Sequence[FoundIn]) -> list[str]:
    lines = [one.told() for one in found[:SHOWN]]
    more = len(found) - SHOWN
    return [*lines, _("… and {count} more").format(count=more)] if more > 0 else lines
