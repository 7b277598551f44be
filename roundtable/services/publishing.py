"""The white paper: composed once, written in the formats that were asked for, never over what a person edited."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from roundtable.domain.contributions import Contribution, Prose
from roundtable.domain.disclosure import Form
from roundtable.domain.session import Session
from roundtable.errors import StillDraft
from roundtable.report.choosing import MOST_STATEMENTS
from roundtable.report.formats import Format
from roundtable.report.white_paper import Choices, Composition, chosen_form, compose
from roundtable.services.papers import Paper, Written, free_suffix, path_of, register, write
from roundtable.services.word_paper import Tell, WordPaper, silent
from roundtable.storage.journal import Journal

SUGGESTED_A_TOPIC = 1  # where no takeaway was drawn, a draft shows one suggestion a chapter


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be written: formats, where (None: into ./exports), and how."""

    formats: tuple[Format, ...] = (Format.MARKDOWN, Format.DOCX)
    output: Path | None = None
    attribution: Form | None = None
    appendix: bool = False
    final: bool = False
    template: Path | None = None
    paginate: bool = False


@dataclass(frozen=True, slots=True)
class Exported:
    """What an export wrote, and what it says: the names told neutrally, and why the paper is a draft."""

    files: tuple[Written, ...]
    replaced: tuple[str, ...]
    obstacles: tuple[str, ...]


def export(journal: Journal, uid: str, wanted: Wanted, tell: Tell = silent) -> Exported:
    """Write the white paper of a session; `tell` is handed what is to be known while it is made.

    Raises StillDraft, CannotWrite, and what a template or LibreOffice give rise to.
    """
    from roundtable.services.prose import contested

    session = journal.session(uid)
    composition = composed(session, wanted, contested(journal, uid))
    obstacles = tuple(one.told() for one in composition.draft_reasons)
    if wanted.final and obstacles:
        raise StillDraft(reasons="\n".join(f"- {reason}" for reason in obstacles))
    draft = composition.document.draft
    name = session.details.slug + ("-draft" if draft else "")
    alone = len(wanted.formats) == 1
    word = WordPaper(composition.document, wanted.template, tell, paginate=wanted.paginate)
    papers = [
        Paper(
            target,
            path_of(name, target, wanted.output, alone=alone),
            rendered(composition, wanted, target, word),
        )
        for target in wanted.formats
    ]
    files: list[Written] = []
    try:
        suffix = free_suffix(journal, papers)
        for paper in papers:
            done = write(journal, uid, paper, suffix, draft=draft)
            files.append(done)
    finally:  # what lies there is told of, even where the next could not be written
        register(journal, uid, files, chosen_form(session, _choices(wanted)))
    return Exported(tuple(files), composition.replaced, obstacles)


def rendered(
    composition: Composition, wanted: Wanted, target: Format, word: WordPaper | None = None
) -> bytes:
    """Give the bytes of a paper in a format; `word` is its Word document, where several formats share it."""
    document = composition.document
    word = word or WordPaper(document, wanted.template, paginate=wanted.paginate)
    match target:
        case Format.DOCX:
            return word.docx
        case Format.PDF:
            return word.pdf
        case _:
            return target.render(document)


def composed(session: Session, wanted: Wanted, contested: Collection[str] = ()) -> Composition:
    """Compose the paper as it would be exported; `contested` are the parts that several people wrote at once."""
    groups, many, choices = confirmed_groups(session), telling(session), _choices(wanted)
    return compose(session, choices, suggestions(session, many), groups, contested=contested, telling=many)


def _choices(wanted: Wanted) -> Choices:
    return Choices(attribution=wanted.attribution, appendix=wanted.appendix, final=wanted.final)


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
    drafted = compose(blank, Choices(), {}, groups, telling=many).part(key)
    return DraftedPart(write_prose(drafted.blocks), drafted.remarks)


def _without_prose(session: Session, key: str) -> Session:
    written = session.of(Prose).get(key)
    return session.having([replace(written, withdrawn=True)]) if written else session
