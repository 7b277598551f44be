"""What the organiser writes: introduction, chapters, conclusion; and its versions, where two people wrote at once."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from roundtable.domain.changes import Change, Edit
from roundtable.domain.contributions import Prose
from roundtable.domain.records import changed, created
from roundtable.domain.session import Session
from roundtable.domain.stamps import instant_of
from roundtable.domain.text import clean_prose
from roundtable.domain.undoing import undone_by
from roundtable.errors import NoSuchPart, NoSuchTopic
from roundtable.services.bases import base_of
from roundtable.storage.journal import Journal


@dataclass(frozen=True, slots=True)
class Version:
    """A text that somebody saved for a part; `mine` says that it was here. An empty one took the text away."""

    stamp: str
    text: str
    writer: str
    at: datetime
    mine: bool


@dataclass(frozen=True, slots=True)
class Saved:
    """The session after saving, and what somebody else had saved meanwhile, if anything: both are kept."""

    session: Session
    overtaken: Version | None = None


def part_id(session: Session, part: str) -> str:
    """Give the id under which the prose of a part is kept: introduction, conclusion, or a topic's id.

    Raises NoSuchPart, SeveralTopics.
    """
    if part in {"introduction", "conclusion"}:
        return part
    try:
        topic = session.topic(part)
    except NoSuchTopic as error:
        raise NoSuchPart(part=part, titles=error.places["titles"]) from None
    return "conclusion" if topic.conclusion else topic.id


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
        return _edits(session, key, text, seen, drafted=drafted, settles=settles)

    return journal.append(uid, decide).session


def save_prose(journal: Journal, uid: str, part: str, text: str, base: str | None) -> Saved:
    """Keep what was edited from the version with the stamp `base` (None: from nothing).

    A text that was not changed is not saved: whatever others wrote meanwhile stands. Raises NoSuchPart.
    """

    def decide(session: Session) -> list[Edit]:
        key = part_id(session, part)
        seen = next((one for one in _texts(journal, uid, key) if one.stamp == base), None)
        if clean_prose(text).strip() == (str(seen.fields["text"] or "") if seen else ""):
            return []
        return _edits(session, key, text, base)

    done = journal.append(uid, decide)
    stamps = {change.stamp for change in done.changes}
    others = [one for one in versions(journal, uid, part) if one.stamp not in stamps] if stamps else []
    return Saved(done.session, next((one for one in others if one.stamp > (base or "")), None))


def versions(journal: Journal, uid: str, part: str) -> tuple[Version, ...]:
    """Give the versions of a part that no later one was based on and nobody decided on, the one in force first.

    One, or none, is as it should be; of several, people wrote at once. Raises NoSuchPart.
    """
    session = journal.session(uid)
    key = part_id(session, part)
    return _open(journal, key, session, journal.history(uid, Prose.KIND, key))


def contested(journal: Journal, uid: str) -> Mapping[str, tuple[Version, ...]]:
    """Give the parts (ids) of which two versions or more are open, with these."""
    session = journal.session(uid)
    by_part: dict[str, list[Change]] = {}
    for change in journal.history(uid, Prose.KIND):
        by_part.setdefault(change.record, []).append(change)
    found = {key: _open(journal, key, session, changes) for key, changes in by_part.items()}
    return {key: those for key, those in found.items() if len(those) > 1}


def choose_version(journal: Journal, uid: str, part: str, stamp: str) -> Session:
    """Let one of the open versions of a part (its stamp) stand, and decide on the others. Raises NoSuchPart."""

    def decide(session: Session) -> list[Edit]:
        key = part_id(session, part)
        there = _open(journal, key, session, journal.history(uid, Prose.KIND, key))
        chosen = next((one for one in there if one.stamp == stamp), None)
        if chosen is None:
            return []
        others = [one.stamp for one in there if one is not chosen]
        drafted = bool((written := session.prose(key)) and written.drafted and chosen is there[0])
        return _edits(session, key, chosen.text, stamp, drafted=drafted, settles=others)

    return journal.append(uid, decide).session


def looked(journal: Journal, uid: str, part: str) -> Session:
    """Record that somebody looked at what the tool drafted for a part. Raises NoSuchPart."""

    def decide(session: Session) -> list[Edit]:
        old = session.of(Prose).get(part_id(session, part))
        return [changed(old, replace(old, drafted=False))] if old and old.drafted else []

    return journal.append(uid, decide).session


def words_of(markdown: str) -> int:
    """Count the words of a text as they are printed."""
    from roundtable.report.document import printed_words
    from roundtable.report.prose import read_prose

    return printed_words(read_prose(markdown))


def _edits(
    session: Session,
    key: str,
    text: str,
    base: str | None,
    *,
    drafted: bool = False,
    settles: Collection[str] = (),
) -> list[Edit]:
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


# Versions.


def _texts(journal: Journal, uid: str, key: str) -> list[Change]:
    return [one for one in journal.history(uid, Prose.KIND, key) if "text" in one.fields]


def _open(journal: Journal, key: str, session: Session, changes: Iterable[Change]) -> tuple[Version, ...]:
    """Give the leaves of the tree of texts that nobody decided on, the newest first."""
    known = list(changes)
    undone = {undone_by(change.action) for change in known}
    texts = [one for one in known if "text" in one.fields]
    standing = [one for one in texts if one.action not in undone and undone_by(one.action) is None]
    bases = _bases(known)
    stamps = {one.stamp for one in standing}
    superseded: set[str] = set()
    for one in standing:
        before = bases[one.stamp]
        while before is not None and before not in superseded:
            superseded.add(before)
            # What was taken back is no version; what it started from was seen all the same.
            before = None if before in stamps else bases.get(before)
    record = session.of(Prose).get(key)
    passed = superseded | (record.settled if record else frozenset())
    leaves = sorted((one for one in standing if one.stamp not in passed), key=lambda one: one.stamp)
    return tuple(_version(journal, one) for one in reversed(leaves))


def _bases(changes: Iterable[Change]) -> dict[str, str | None]:
    """Give what each text started from; one that came back by undoing is what stood there before."""
    bases: dict[str, str | None] = {}
    undone: set[str] = set()
    before: list[Change] = []
    for change in sorted(changes, key=lambda one: one.stamp):
        taken_back = undone_by(change.action)
        if taken_back is not None:
            undone.add(taken_back)
        if "text" not in change.fields:
            continue
        if taken_back is None:
            bases[change.stamp] = change.base
            before.append(change)
        else:
            left = [one.stamp for one in before if one.action not in undone]
            bases[change.stamp] = left[-1] if left else None
    return bases


def _version(journal: Journal, change: Change) -> Version:
    text = str(change.fields["text"] or "")
    return Version(
        change.stamp, text, change.writer, instant_of(change.stamp), change.writer == journal.writer
    )
