"""Databases made for benchmarks."""

from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

from roundtable.agendas.folder import find_agenda
from roundtable.agendas.reader import read_agenda_file
from roundtable.domain.contributions import Contribution, Voice
from roundtable.domain.people import Person
from roundtable.domain.records import created
from roundtable.domain.stamps import new_id
from roundtable.services import facilitation
from roundtable.services.sessions import prepare
from roundtable.storage.journal import Journal


def database(path: Path, contributions: int, texts: Sequence[str] = ()) -> str:
    """Make a database with one running session of so many contributions, of these texts if any; give its slug."""
    journal = Journal.open(path)
    agenda = read_agenda_file(find_agenda("telework")).agenda
    people = [
        Person(f"{name} Person", sector) for name, sector in (("Els", "RET"), ("Karim", "LOG"), ("An", "NPO"))
    ]
    uid = prepare(journal, agenda, people=people)
    session = facilitation.step(journal, uid).session
    start = journal.now()
    said = [
        Contribution(
            id=new_id(),
            typed=f"els: point {number}",
            text=texts[number]
            if texts
            else f"Point {number}: " + "dispatchers cannot work from home at all, " * (1 + number % 4),
            at=start - timedelta(seconds=contributions - number),
            topic=session.current.id if session.current else None,
            participant=session.participants[number % 3].id,
            voice=Voice.PERSON,
        )
        for number in range(contributions)
    ]
    journal.append(uid, lambda _: [created(one) for one in said])
    slug = journal.session(uid).details.slug
    journal.close()
    return slug
