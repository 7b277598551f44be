"""The white paper: composed once, written in the formats that were asked for, never over what a person edited."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from roundtable.config import read_settings
from roundtable.domain.contributions import Contribution, Prose
from roundtable.domain.disclosure import Form
from roundtable.domain.session import Session
from roundtable.errors import StillDraft
from roundtable.i18n import _
from roundtable.report.choosing import MOST_STATEMENTS
from roundtable.report.contribution_table import contribution_table
from roundtable.report.edition import mark_of
from roundtable.report.formats import Format
from roundtable.report.obstacles import told_briefly
from roundtable.report.white_paper import Choices, Composition, compose
from roundtable.services.papers import Paper, Written, free_suffix, path_of, register, write
from roundtable.services.register import as_registered, edition_of, replaced_by
from roundtable.services.scanning import FoundIn, look_through
from roundtable.services.word_paper import Tell, WordPaper, silent
from roundtable.storage.journal import Journal

Doing = Callable[[int, int, str], None]  # told which step it is, of how many, and what is being done
SUGGESTED_A_TOPIC = 1  # where no takeaway was drawn, a draft shows one suggestion a chapter


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be written: formats, where (None: into ./exports), and how; `force` also what gives somebody away."""

    formats: tuple[Format, ...] = (Format.MARKDOWN, Format.DOCX)
    output: Path | None = None
    attribution: Form | None = None
    appendix: bool = False
    final: bool = False
    template: Path | None = None
    paginate: bool = False
    force: bool = False


@dataclass(frozen=True, slots=True)
class Exported:
    """What an export wrote, and what it says: the names told neutrally, why the paper is a draft, what was found in it.

    Unless it was forced, nothing of what was found is sure.
    """

    files: tuple[Written, ...]
    replaced: tuple[str, ...]
    obstacles: tuple[str, ...]
    found: tuple[FoundIn, ...] = ()


def _silently(_step: int, _steps: int, _what: str) -> None:
    """Tell nobody."""


def export(
    journal: Journal, uid: str, wanted: Wanted, tell: Tell = silent, doing: Doing = _silently
) -> Exported:
    """Write the white paper of a session.

    `tell` is handed what is to be known while it is made, `doing` what is being done. Raises StillDraft, GivesAway,
    CannotWrite, and what a template or LibreOffice give rise to.
    """
    from roundtable.services.prose import contested

    session, steps = journal.session(uid), len(wanted.formats) + 3
    doing(1, steps, _("composing the paper"))
    composition = composed(session, wanted, contested(journal, uid))
    obstacles = told_briefly(composition.draft_reasons)
    if wanted.final and obstacles:
        raise StillDraft(reasons="\n".join(f"- {reason}" for reason in obstacles))
    draft = composition.document.draft
    name = session.details.slug + ("-draft" if draft else "")
    papers = []
    for step, (target, path, make) in enumerate(_makers(composition, wanted, name, tell), 2):
        doing(step, steps, _("making {file}").format(file=path.name))
        papers.append(Paper(target, path, make()))
    doing(steps - 1, steps, _("looking for what they would give away"))
    disclosure = composition.disclosure
    found = look_through(papers, disclosure, force=wanted.force)
    doing(steps, steps, _("writing the files"))
    files: list[Written] = []
    try:
        suffix = free_suffix(journal, papers)
        for paper in papers:
            done = write(journal, uid, paper, suffix, draft=draft)
            files.append(done)
    finally:  # what lies there is told of, even where the next could not be written
        register(journal, uid, files, disclosure.form, as_registered(composition))
    return Exported(tuple(files), _replaced(composition, wanted), obstacles, found)


def _makers(
    composition: Composition, wanted: Wanted, name: str, tell: Tell
) -> Iterator[tuple[Format, Path, Callable[[], bytes]]]:
    """Give for each format where its file goes, and how it is made."""
    word = WordPaper(composition.document, wanted.template, tell, paginate=wanted.paginate)
    for target in wanted.formats:
        path = path_of(name, target, wanted.output, alone=len(wanted.formats) == 1)
        yield target, path, partial(rendered, composition, wanted, target, word)


def _replaced(composition: Composition, wanted: Wanted) -> tuple[str, ...]:
    """Give the names that were told neutrally, in the paper and in the contributions beside it."""
    if not any(one.tabular for one in wanted.formats):
        return composition.replaced
    beside = contribution_table(composition.disclosure).replaced
    return tuple(dict.fromkeys((*composition.replaced, *beside)))


def rendered(
    composition: Composition, wanted: Wanted, target: Format, word: WordPaper | None = None
) -> bytes:
    """Give the bytes of a paper in a format, or of the contributions where it is a spreadsheet.

    `word` is its Word document, where several formats share it.
    """
    document = composition.document
    word = word or WordPaper(document, wanted.template, paginate=wanted.paginate)
    match target:
        case Format.DOCX:
            return word.docx
        case Format.PDF:
            return word.pdf
        case Format.CSV | Format.XLSX:
            return target.tabulate(composition.disclosure)
        case _:
            return target.render(document)


def composed(session: Session, wanted: Wanted, contested: Collection[str] = ()) -> Composition:
    """Compose the paper as it would be exported; `contested` are the parts that several people wrote at once."""
    groups, many, choices = confirmed_groups(session), telling(session), _choices(wanted)
    suggested = suggestions(session, many)
    made = compose(session, choices, suggested, groups, contested=contested, telling=many)
    if wanted.appendix:  # a working copy is no edition
        return made
    mark = mark_of(made.document)
    if replaced := replaced_by(session, mark):
        choices = replace(choices, replaces=edition_of(session, replaced))
        made = compose(session, choices, suggested, groups, contested=contested, telling=many)
    return replace(made, mark=mark, replaces=replaced.id if replaced else None)


def _choices(wanted: Wanted) -> Choices:
    return Choices(wanted.attribution, wanted.appendix, wanted.final, read_settings().least)


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
    drafted = compose(blank, _choices(Wanted()), {}, groups, telling=many).part(key)
    return DraftedPart(write_prose(drafted.blocks), drafted.remarks)


def _without_prose(session: Session, key: str) -> Session:
    written = session.of(Prose).get(key)
    return session.having([replace(written, withdrawn=True)]) if written else session
