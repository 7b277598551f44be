"""Papers as files: where each goes, never over what a person edited, and the register of those that went out."""

import errno
import hashlib
import os
import tempfile
from collections.abc import Generator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from roundtable.domain.changes import Edit
from roundtable.domain.contributions import Export
from roundtable.domain.disclosure import Form
from roundtable.domain.records import created
from roundtable.domain.session import Session
from roundtable.domain.stamps import new_id
from roundtable.errors import CannotWrite, NoRoomForPaper, PaperHeld
from roundtable.report.formats import Format
from roundtable.storage.journal import Journal

# The register is kept by a writer of its own: a paper that went out is not taken back by undoing the last act.
_WRITER = "the register of papers"


@dataclass(frozen=True, slots=True)
class Written:
    """A file that was written; `instead_of` is the path that was left alone because a person had edited it."""

    path: Path
    format: Format
    draft: bool
    size: int
    sha256: str
    instead_of: Path | None = None


def path_of(name: str, target: Format, output: Path | None = None, *, alone: bool = False) -> Path:
    """Give where a file goes: by its own `name` into a folder that is there, or into ./exports; else as told.

    What is told is the path of a paper that is written `alone`, and of several what stands before their endings.
    """
    if output is None or _is_folder(output):
        return (output or Path("exports")) / f"{name}{target.ending}"
    if alone:
        return output
    stem = output
    if stem.suffix.lower() in {one.ending for one in Format}:
        stem = stem.with_suffix("")
    return stem.with_name(f"{stem.name}{target.ending}")


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # a name too long for any, say: writing will tell
        return False


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper in one format: where it is to go, and what it is to hold."""

    target: Format
    path: Path
    content: bytes

    def named(self, suffix: str) -> Path:
        """Give the path with something behind the stem."""
        return self.path.with_name(f"{self.path.stem}{suffix}{self.path.suffix}") if suffix else self.path


def free_suffix(journal: Journal, papers: Sequence[Paper]) -> str:
    """Give what stands behind the stems of all papers, so that they belong together and none replaces an edited one."""
    suffix, count = "", 1
    while not all(_is_free(journal, paper, suffix) for paper in papers):
        count += 1
        suffix = f"-{count}"
    return suffix


def _is_free(journal: Journal, paper: Paper, suffix: str) -> bool:
    """Tell whether nothing is there, or what we last wrote there, or byte for byte what is to be written."""
    path = paper.named(suffix)
    with _told(path):
        if not path.exists():
            return True
        if not path.is_file():
            return False
        there = path.read_bytes()
    known = journal.paper(path)
    return there == paper.content or (known is not None and known.sha256 == hashlib.sha256(there).hexdigest())


@contextmanager
def _told(path: Path) -> Generator[None]:
    try:
        yield
    except PermissionError as error:
        kind = PaperHeld if path.exists() else CannotWrite
        raise kind(path=path, why=error.strerror or error) from None
    except OSError as error:
        kind = NoRoomForPaper if error.errno == errno.ENOSPC else CannotWrite
        raise kind(path=path, why=error.strerror or error) from None


def write(journal: Journal, uid: str, paper: Paper, suffix: str, *, draft: bool) -> Written:
    """Write beside the path and move into place; what is there already to the byte is left."""
    chosen, content = paper.named(suffix), paper.content
    edited = bool(suffix) and not _is_free(journal, paper, "")
    with _told(chosen):
        if not (chosen.is_file() and chosen.read_bytes() == content):
            _put(chosen, content)
    digest = hashlib.sha256(content).hexdigest()
    journal.keep_paper(chosen, digest, uid)
    return Written(chosen, paper.target, draft, len(content), digest, paper.path if edited else None)


def _put(chosen: Path, content: bytes) -> None:
    chosen.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=chosen.parent, prefix=".", suffix=".part", delete=False) as file:
        partial = Path(file.name)
        try:
            file.write(content)
            file.close()
            partial.chmod(0o666 & ~_umask())
            partial.replace(chosen)
        finally:
            partial.unlink(missing_ok=True)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def register(
    journal: Journal, uid: str, files: Sequence[Written], form: Form, paper: Export | None = None
) -> None:
    """Keep in the journal that files were written, how what they tell is attributed, and what is known of the paper."""
    if not files:
        return

    def decide(_session: Session) -> list[Edit]:
        return [
            created(
                replace(
                    paper or Export(id=""),
                    id=new_id(),
                    at=journal.now(),
                    format=str(one.format),
                    attribution=str(form),
                    sha256=one.sha256,
                    draft=one.draft,
                    name=one.path.name,
                )
            )
            for one in files
        ]

    with closing(Journal.open(journal.path, journal.now, _WRITER)) as own:
        own.append(uid, decide)
