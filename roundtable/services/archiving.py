"""A whole session as a file: what is to be read of it, and the changes that bring the very same session back."""

import hashlib
import json
import os
from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from roundtable.domain.changes import Change
from roundtable.domain.contributions import Contribution, Prose, Takeaway
from roundtable.domain.counting import backing_of
from roundtable.domain.people import Participant
from roundtable.domain.session import Session
from roundtable.domain.takeaways import dissenting, evidence
from roundtable.errors import BrokenSessionFile, FileExists
from roundtable.i18n import ngettext
from roundtable.services.nameless import nameless
from roundtable.storage.journal import Journal
from roundtable.storage.telling import telling_of_system

_MINUTE = 60  # seconds
_SAID = ("stamp", "kind", "record", "fields", "writer", "action", "base", "checksum")


def archive(journal: Journal, uid: str, path: Path, *, names: bool = True) -> None:
    """Write a whole session into a file; without names, as one that nobody can be found in by name.

    Raises FileExists, and the errors about files.
    """
    session, changes = journal.session(uid), journal.history(uid)
    if not names:
        session, changes = nameless(session, journal.now())
    told = {**readable(session), "session": session.uid, "journal": [_spelled(one) for one in changes]}
    content = json.dumps(told, ensure_ascii=False, indent=1).encode()
    _write(path, content)
    journal.keep_paper(path, hashlib.sha256(content).hexdigest(), uid)


def _write(path: Path, content: bytes) -> None:
    """Write a new file that nobody else on this machine may read, whole or not at all."""
    with telling_of_system(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        except FileExistsError:
            raise FileExists(path=path) from None
        try:
            path.write_bytes(content)
        except OSError:
            path.unlink(missing_ok=True)
            raise


def _spelled(change: Change) -> dict[str, Any]:
    return {name: getattr(change, name) for name in _SAID}


def changes_in(path: Path, session: object, journal: object) -> list[Change]:
    """Read the changes of an archive. Raises BrokenSessionFile where one of them is not as it was written."""
    told = journal if isinstance(journal, list) and journal else [None]
    changes = [_change(one, session) for one in told]
    damaged = [str(place) for place, one in enumerate(changes) if one is None]
    if damaged:
        problem = ngettext(
            "journal: this change is damaged: {places}",
            "journal: these changes are damaged: {places}",
            len(damaged),
        )
        raise BrokenSessionFile(file=path, problems=problem.format(places=", ".join(damaged[:20])))
    return [one for one in changes if one]


def _change(told: object, session: object) -> Change | None:
    if not isinstance(told, dict) or set(told) != set(_SAID):
        return None
    said: dict[str, Any] = {**told}
    checksum = said.pop("checksum")
    if not (isinstance(session, str) and isinstance(said["fields"], dict)):
        return None
    change = Change(session=session, **said)
    return change if change.sound and change.checksum == checksum else None


# What is to be read: as session files are, with all that is known of a contribution.


def readable(session: Session) -> dict[str, Any]:
    """Give a session as session files tell it, what was withdrawn left out; places count from 0, numbers from 1."""
    details = session.details
    sectors = {one.id: one.name or one.short for one in session.sectors}
    said = session.contributions
    numbers = {one.id: place for place, one in enumerate(said, 1)}
    start = min((one.at for one in said if one.at), default=details.start)
    return {
        "title": details.title,
        "language": details.language,
        "date": details.date,
        "sectors": [{"short": one.short, "name": one.name, "told": one.told} for one in session.sectors],
        "topics": [
            {
                "title": one.title,
                "minutes": None if one.planned_seconds is None else one.planned_seconds / _MINUTE,
                "number": one.number,
            }
            for one in session.topics
        ],
        "participants": [_person(one, sectors) for one in session.participants],
        "contributions": [_said(session, one, start, numbers, sectors) for one in said],
        "takeaways": [_takeaway(session, one, numbers) for one in session.takeaways],
        "prose": _prose(session),
    }


def _person(one: Participant, sectors: Mapping[str, str]) -> dict[str, Any]:
    return {
        "name": one.name,
        "sector": sectors.get(one.sector or "", ""),
        "organisation": one.organisation,
        "role": one.role,
        "nickname": one.nickname,
        "email": one.email,
        "consent": str(one.consent),
        "attendance": str(one.attendance),
    }


def _said(
    session: Session,
    said: Contribution,
    start: datetime | None,
    numbers: Mapping[str, int],
    sectors: Mapping[str, str],
) -> dict[str, Any]:
    speaker = session.of(Participant).get(said.participant or "")
    sector = session.sector_of(said)
    place = session.positions.get(said.topic or "")
    counts = backing_of(session, said.id).counts
    return {
        "at_seconds": (said.at - start).total_seconds() if said.at and start else 0,
        "participant": speaker.name if speaker and not speaker.withdrawn else None,
        "sector": sectors.get(sector.id) if sector else None,
        "topic_index": None if place is None else place - 1,
        "text": said.text,
        "wording": said.wording,
        "voice": str(said.voice),
        "kind": str(said.kind),
        "stance": str(said.stance) if said.stance else None,
        "answers": numbers.get(said.answers or ""),
        "themes": sorted(one.name for one in session.themes if one.id in said.themes),
        "starred": said.starred,
        "check": said.check,
        "parked": said.parked,
        "open_question": said.open_question,
        "placed": said.placed,
        "votes": {sectors[key]: list(those) for key, those in counts.items() if key in sectors},
    }


def _takeaway(session: Session, one: Takeaway, numbers: Mapping[str, int]) -> dict[str, Any]:
    def places(ids: Iterable[str]) -> list[int]:
        return [numbers[key] for key in ids if key in numbers]

    return {
        "title": one.title,
        "text": one.text,
        "worded": one.worded,
        "contributions": places(evidence(session, one)),
        "dissent": places(dissenting(session, one)),
    }


def _prose(session: Session) -> dict[str, str]:
    """Give what was written, by part: a topic by its position."""
    parts = {key: str(place) for key, place in session.positions.items()}
    written = [(parts.get(key, key), session.prose(key)) for key in session.of(Prose)]
    return {part: one.text for part, one in sorted(written) if one}
