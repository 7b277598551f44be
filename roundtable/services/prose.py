"""What the organiser writes: introduction, chapters, conclusion; and its versions, where two people wrote at once."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from roundtable.domain.agenda import Topic
from roundtable.domain.changes import Change, Edit
from roundtable.domain.contributions import Contribution, Prose
from roundtable.domain.records import changed, created
from roundtable.domain.references import Shown, in_prose, shown, stored
from roundtable.domain.session import Session
from roundtable.domain.text import clean_prose
from roundtable.errors import NoSuchPart, NoSuchTopic, NoSuchVersion, ProseThere
from roundtable.i18n import pgettext
from roundtable.services.bases import base_of
from roundtable.services.disclosing import disclosure_of
from roundtable.services.prose_versions import Version, open_versions
from roundtable.storage.journal import Journal

__all__ = [
    "Editing",
    "Saved",
    "Used",
    "Version",
    "as_shown",
    "choose_version",
    "contested",
    "edits_of",
    "keep_draft",
    "looked",
    "part_id",
    "part_title",
    "save_edited",
    "save_prose",
    "set_prose",
    "to_edit",
    "used_of",
    "versions",
    "words_of",
]


@dataclass(frozen=True, slots=True)
class Saved:
    """The session after saving, the stamp of what was saved, which the next editing starts from, and what else stands.

    That is what somebody else had saved meanwhile, if anything: both are kept. Where nothing was to be saved, `base` is
    what the editing started from.
    """

    session: Session
    base: str | None = None
    overtaken: Version | None = None


@dataclass(frozen=True, slots=True)
class Editing:
    """The prose of a part as an editor shows it, and the stamp of the version that it is (None: there is none).

    `others` is how many versions wait for a choice beside it.
    """

    shown: Shown
    base: str | None = None
    others: int = 0


@dataclass(frozen=True, slots=True)
class Used:
    """What might stand in a part: the contributions that stand in the prose, and those that do not."""

    used: tuple[Contribution, ...] = ()
    unused: tuple[Contribution, ...] = ()


def part_id(session: Session, part: str) -> str:
    """Give the id under which the prose of a part is kept: introduction, conclusion, or a topic's id.

    Raises NoSuchPart, SeveralTopics.
    """
    if part in {"introduction", "conclusion"}:
        return part
    known = session.of(Topic).get(part)  # also one that was removed since somebody began to write
    try:
        topic = known or session.topic(part)
    except NoSuchTopic as error:
        raise NoSuchPart(part=part, titles=error.places["titles"]) from None
    return "conclusion" if topic.conclusion else topic.id


def part_title(session: Session, key: str) -> str:
    """Give the title of a part (its id): a topic's, or in the language of the interface."""
    known = {
        "introduction": pgettext("report", "Introduction"),
        "conclusion": pgettext("report", "Conclusion"),
    }
    return known.get(key) or next((one.title for one in session.topics if one.id == key), key)


def set_prose(
    journal: Journal,
    uid: str,
    part: str,
    text: str,
    base: str | None = None,
    *,
    drafted: bool = False,
    settles: Collection[str] = (),
) -> Session:
    """Keep what the organiser wrote for a part (Markdown); empty text takes it away.

    `base` is the stamp of the version that was seen (`base_of`), the newest unless told; `settles` are the stamps of
    versions that this one decides on. `drafted` is what the tool wrote and nobody looked at yet. Raises NoSuchPart.
    """

    def decide(session: Session) -> list[Edit]:
        key = part_id(session, part)
        seen = base or base_of(journal, uid, Prose.KIND, key)
        return edits_of(session, key, text, seen, drafted=drafted, settles=settles)

    return journal.append(uid, decide).session


def save_prose(
    journal: Journal, uid: str, part: str, text: str, base: str | None, *, drafted: bool = False
) -> Saved:
    """Keep what was edited from the version with the stamp `base` (None: from nothing).

    A text that was not changed is not saved: whatever others wrote meanwhile stands. `drafted` is what the tool wrote
    and nobody looked at yet. Raises NoSuchPart.
    """

    def decide(session: Session) -> list[Edit]:
        key = part_id(session, part)
        seen = next((one for one in _texts(journal, uid, key) if one.stamp == base), None)
        if clean_prose(text).strip() == (str(seen.fields["text"] or "") if seen else ""):
            return []
        return edits_of(session, key, text, base, drafted=drafted)

    done = journal.append(uid, decide)
    stamps = {change.stamp for change in done.changes}
    others = [one for one in versions(journal, uid, part) if one.stamp not in stamps] if stamps else []
    overtaken = next((one for one in others if one.stamp > (base or "")), None)
    return Saved(done.session, max(stamps, default=base), overtaken)


def as_shown(session: Session, text: str) -> Shown:
    """Show a text with marks in place of links, as an editor does."""
    from roundtable.report.referring import teller

    return shown(text, session, teller(disclosure_of(session)), pgettext("a statement", "gone"))


def to_edit(journal: Journal, uid: str, part: str) -> Editing:
    """Give the prose of a part to be edited. Raises NoSuchPart."""
    session = journal.session(uid)
    newest, *others = _open(journal, uid, part_id(session, part)) or (None,)
    if newest is None:
        return Editing(Shown(""))
    return Editing(as_shown(session, newest.text), newest.stamp, len(others))


def save_edited(journal: Journal, uid: str, part: str, text: str, editing: Editing) -> Saved:
    """Keep a text with marks, as it came from an editor, for what was given to it. Raises NoSuchPart."""
    return save_prose(
        journal, uid, part, stored(text, journal.session(uid), editing.shown.marks), editing.base
    )


def versions(journal: Journal, uid: str, part: str) -> tuple[Version, ...]:
    """Give the versions of a part that no later one was based on and nobody decided on, the one in force first.

    One, or none, is as it should be; of several, people wrote at once. Raises NoSuchPart.
    """
    return _open(journal, uid, part_id(journal.session(uid), part))


def contested(journal: Journal, uid: str) -> Mapping[str, tuple[Version, ...]]:
    """Give the parts (ids) of which two versions or more are open, with these."""
    session = journal.session(uid)
    by_part: dict[str, list[Change]] = {}
    for change in journal.history(uid, Prose.KIND):
        by_part.setdefault(change.record, []).append(change)
    known = session.of(Prose)
    found = {key: open_versions(known.get(key), those, journal.writer) for key, those in by_part.items()}
    return {key: those for key, those in found.items() if len(those) > 1}


def choose_version(journal: Journal, uid: str, part: str, stamp: str) -> Session:
    """Let one of the open versions of a part (its stamp) stand, and decide on the others.

    Raises NoSuchPart, NoSuchVersion.
    """

    def decide(session: Session) -> list[Edit]:
        key = part_id(session, part)
        there = _open(journal, uid, key)
        chosen = next((one for one in there if one.stamp == stamp), None)
        if chosen is None:
            raise NoSuchVersion(part=part)
        others = [one.stamp for one in there if one is not chosen]
        drafted = bool((written := session.prose(key)) and written.drafted and chosen is there[0])
        return edits_of(session, key, chosen.text, stamp, drafted=drafted, settles=others)

    return journal.append(uid, decide).session


def looked(journal: Journal, uid: str, part: str) -> Session:
    """Record that somebody looked at what the tool drafted for a part. Raises NoSuchPart."""

    def decide(session: Session) -> list[Edit]:
        old = session.of(Prose).get(part_id(session, part))
        return [changed(old, replace(old, drafted=False))] if old and old.drafted else []

    return journal.append(uid, decide).session


def keep_draft(journal: Journal, uid: str, part: str, markdown: str, *, force: bool = False) -> Session:
    """Keep a draft of the tool as the prose of a part; only `force` puts it in the place of what a person wrote.

    Raises NoSuchPart, ProseThere.
    """

    def decide(session: Session) -> list[Edit]:
        key = part_id(session, part)
        written = session.prose(key)
        if written and not written.drafted and not force:
            raise ProseThere(part=part)
        return edits_of(session, key, markdown, base_of(journal, uid, Prose.KIND, key), drafted=True)

    return journal.append(uid, decide).session


def used_of(session: Session, part: str) -> Used:
    """Give what of a topic stands in the prose and what does not, of what might be printed; raises NoSuchPart.

    To the introduction belongs all that was said, to the conclusion what was said on its topics.
    """
    from roundtable.report.statements import usable

    key = part_id(session, part)
    topics = {one.id for one in session.topics if one.id == key or (one.conclusion and key == "conclusion")}
    said = [one for one in session.contributions if key == "introduction" or one.topic in topics]
    standing = in_prose(session)
    return Used(
        tuple(one for one in said if one.id in standing),
        tuple(one for one in said if one.id not in standing and usable(one)),
    )


def words_of(markdown: str) -> int:
    """Count the words of a text as they are printed."""
    from roundtable.report.document import printed_words
    from roundtable.report.prose import read_prose

    return printed_words(read_prose(markdown))


def edits_of(
    session: Session,
    key: str,
    text: str,
    base: str | None,
    *,
    drafted: bool = False,
    settles: Collection[str] = (),
) -> list[Edit]:
    """Give the edits by which a text becomes the prose of a part (its id), where that changes anything."""
    kept = clean_prose(text).strip()
    old = session.of(Prose).get(key)
    if old is None:
        new = Prose(id=key, text=kept, drafted=drafted, settled=frozenset(settles))
        return [created(new)] if kept else []
    new = replace(old, text=kept, withdrawn=not kept, drafted=drafted, settled=old.settled | {*settles})
    edit = changed(old, new, base)
    if "withdrawn" in edit.fields:  # a text that comes back is a version, the same words or not
        edit = replace(edit, fields={**edit.fields, "text": kept})
    return [edit] if edit.fields else []


def _texts(journal: Journal, uid: str, key: str) -> list[Change]:
    return [one for one in journal.history(uid, Prose.KIND, key) if "text" in one.fields]


def _open(journal: Journal, uid: str, key: str) -> tuple[Version, ...]:
    record = journal.session(uid).of(Prose).get(key)
    return open_versions(record, journal.history(uid, Prose.KIND, key), journal.writer)
