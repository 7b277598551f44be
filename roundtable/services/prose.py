"""What the organiser writes: introduction, chapters, conclusion."""

from dataclasses import replace

from roundtable.domain.changes import Edit
from roundtable.domain.contributions import Prose
from roundtable.domain.records import changed, created
from roundtable.domain.session import Session
from roundtable.domain.text import clean_prose
from roundtable.errors import NoSuchPart, NoSuchTopic
from roundtable.services.bases import base_of
from roundtable.storage.journal import Journal


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


def set_prose(journal: Journal, uid: str, part: str, text: str, base: str | None = None) -> Session:
    """Keep what the organiser wrote for a part (Markdown); empty text takes it away.

    `base` is the stamp of the version that was seen (`base_of`), the newest unless told. Raises NoSuchPart.
    """

    def decide(session: Session) -> list[Edit]:
        key = part_id(session, part)
        old = session.of(Prose).get(key)
        kept = clean_prose(text).strip()
        new = Prose(id=key, text=kept, withdrawn=not kept)
        if old is None:
            return [created(new)] if kept else []
        seen = base or base_of(journal, uid, Prose.KIND, key)
        edit = changed(old, replace(new, stamp=old.stamp), seen)
        return [edit] if edit.fields else []

    return journal.append(uid, decide).session
