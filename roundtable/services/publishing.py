"""The white paper: composed once, written in the formats that were asked for, never over what a person edited."""

import hashlib
import os
import tempfile
from collections.abc import Collection, Generator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from roundtable.domain.changes import Edit
from roundtable.domain.contributions import Contribution, Export, Prose
from roundtable.domain.disclosure import Form
from roundtable.domain.records import created
from roundtable.domain.session import Session
from roundtable.domain.stamps import new_id
from roundtable.errors import CannotWrite, StillDraft
from roundtable.report.choosing import MOST_STATEMENTS
from roundtable.report.formats import Format
from roundtable.report.white_paper import Choices, Composition, chosen_form, compose
from roundtable.storage.journal import Journal

# The register is kept by a writer of its own: a paper that went out is not taken back by undoing the last act.
_WRITER = "the register of papers"
SUGGESTED_A_TOPIC = 1  # where no takeaway was drawn, a draft shows one suggestion a chapter


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be written: formats, where (None: into ./exports), and how."""

    formats: tuple[Format, ...] = (Format.MARKDOWN, Format.DOCX)
    output: Path | None = None
    attribution: Form | None = None
    appendix: bool = False
    final: bool = False


@dataclass(frozen=True, slots=True)
class Written:
    """A file that was written; `instead_of` is the path that was left alone because a person had edited it."""

    path: Path
    format: Format
    draft: bool
    size: int
    sha256: str
    instead_of: Path | None = None


@dataclass(frozen=True, slots=True)
class Exported:
    """What an export wrote, and what it says: the names told neutrally, and why the paper is a draft."""

    files: tuple[Written, ...]
    replaced: tuple[str, ...]
    obstacles: tuple[str, ...]


def export(journal: Journal, uid: str, wanted: Wanted) -> Exported:
    """Write the white paper of a session. Raises StillDraft, CannotWrite."""
    from roundtable.services.prose import contested

    session = journal.session(uid)
    composition = composed(session, wanted, contested(journal, uid))
    obstacles = tuple(one.told() for one in composition.draft_reasons)
    if wanted.final and obstacles:
        raise StillDraft(reasons="\n".join(f"- {reason}" for reason in obstacles))
    draft = composition.document.draft
    papers = [
        _Paper(target, _path(session, wanted, target, draft=draft), target.render(composition.document))
        for target in wanted.formats
    ]
    files: list[Written] = []
    try:
        suffix = _free_suffix(journal, papers)
        for paper in papers:
            done = _write(journal, uid, paper, suffix, draft=draft)
            files.append(done)
    finally:  # what lies there is told of, even where the next could not be written
        _register(journal, uid, files, wanted.attribution)
    return Exported(tuple(files), composition.replaced, obstacles)


def composed(session: Session, wanted: Wanted, contested: Collection[str] = ()) -> Composition:
    """Compose the paper as it would be exported; `contested` are the parts that several people wrote at once."""
    choices = Choices(attribution=wanted.attribution, appendix=wanted.appendix, final=wanted.final)
    groups, many = confirmed_groups(session), telling(session)
    return compose(session, choices, suggestions(session, many), groups, contested=contested, telling=many)


def confirmed_groups(session: Session) -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """Give the groups that people confirmed (ids of contributions) by topic; what is only proposed moves nothing."""
    said = session.of(Contribution)
    groups: dict[str, list[tuple[str, ...]]] = {}
    for group in session.groups.all:
        for topic in dict.fromkeys(said[key].topic for key in group):
            those = tuple(key for key in group if said[key].topic == topic)
            if topic and len(those) > 1:
                groups.setdefault(topic, []).append(those)
    return {topic: tuple(those) for topic, those in groups.items()}


def suggestions(session: Session, found: Mapping[str, tuple[str, ...]]) -> Mapping[str, tuple[str, ...]]:
    """Give contributions by topic that a draft may show as takeaways; none where some were drawn.

    What was `found` to speak for many is not looked for again: the first of many is the first of few.
    """
    from roundtable.insight.statements import suggest_for

    if session.takeaways:
        return {}
    topics = [topic.id for topic in session.topics if topic.chapter and session.on_topic(topic.id)]
    return {
        topic: found[topic][:SUGGESTED_A_TOPIC]
        if topic in found
        else tuple(one.id for one in suggest_for(session, topic, SUGGESTED_A_TOPIC))
        for topic in topics
    }


def telling(session: Session, topics: Collection[str] | None = None) -> Mapping[str, tuple[str, ...]]:
    """Give what speaks for many on topics with more than a chapter has room for; of these (ids), or of all (None)."""
    from roundtable.insight.statements import suggest_for

    chosen = [one.id for one in session.topics if topics is None or one.id in topics]
    return {
        topic: tuple(one.id for one in suggest_for(session, topic, MOST_STATEMENTS))
        for topic in chosen
        if len(session.on_topic(topic)) > MOST_STATEMENTS and not session.prose(topic)
    }


def _path(session: Session, wanted: Wanted, target: Format, *, draft: bool) -> Path:
    """Give where a file goes: as told; by its own name into a folder that is there, or into ./exports."""
    if wanted.output is None or _is_folder(wanted.output):
        name = session.details.slug + ("-draft" if draft else "")
        return (wanted.output or Path("exports")) / f"{name}{target.ending}"
    if len(wanted.formats) == 1:
        return wanted.output
    stem = wanted.output
    if stem.suffix.lower() in {one.ending for one in Format}:
        stem = stem.with_suffix("")
    return stem.with_name(f"{stem.name}{target.ending}")


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # a name too long for any, say: writing will tell
        return False


@dataclass(frozen=True, slots=True)
class _Paper:
    """A paper in one format: where it is to go, and what it is to hold."""

    target: Format
    path: Path
    content: bytes

    def named(self, suffix: str) -> Path:
        """Give the path with something behind the stem."""
        return self.path.with_name(f"{self.path.stem}{suffix}{self.path.suffix}") if suffix else self.path


def _free_suffix(journal: Journal, papers: Sequence[_Paper]) -> str:
    """Give what stands behind the stems of all papers, so that they belong together and none replaces an edited one."""
    suffix, count = "", 1
    while not all(_is_free(journal, paper, suffix) for paper in papers):
        count += 1
        suffix = f"-{count}"
    return suffix


def _is_free(journal: Journal, paper: _Paper, suffix: str) -> bool:
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
    except OSError as error:
        raise CannotWrite(path=path, why=error.strerror or error) from None


def _write(journal: Journal, uid: str, paper: _Paper, suffix: str, *, draft: bool) -> Written:
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


def _register(journal: Journal, uid: str, files: Sequence[Written], attribution: Form | None) -> None:
    if not files:
        return

    def decide(session: Session) -> list[Edit]:
        form = chosen_form(session, Choices(attribution))
        return [
            created(
                Export(
                    id=new_id(),
                    at=journal.now(),
                    format=str(one.format),
                    attribution=str(form),
                    sha256=one.sha256,
                    draft=one.draft,
                )
            )
            for one in files
        ]

    with closing(Journal.open(journal.path, journal.now, _WRITER)) as own:
        own.append(uid, decide)


@dataclass(frozen=True, slots=True)
class DraftedPart:
    """A first draft of a part as Markdown, and what is to be said beside it."""

    markdown: str
    remarks: tuple[str, ...]


def draft_part(session: Session, part: str) -> DraftedPart:
    """Draft a chapter, the introduction or the conclusion. Raises NoSuchPart."""
    from roundtable.report.markdown import write_prose
    from roundtable.services.prose import part_id

    key = part_id(session, part)
    topics = {one.id for one in session.topics if key in {one.id, "conclusion" if one.conclusion else ""}}
    blank = _without_prose(session, key)
    groups, many = confirmed_groups(blank), telling(blank, topics)
    drafted = compose(blank, Choices(), {}, groups, telling=many).part(key)
    return DraftedPart(write_prose(drafted.blocks), drafted.remarks)


def _without_prose(session: Session, key: str) -> Session:
    written = session.of(Prose).get(key)
    return session.having([replace(written, withdrawn=True)]) if written else session
