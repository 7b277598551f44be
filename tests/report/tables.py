"""Small tables for tests of the report: people, statements and votes in a few words."""

from datetime import UTC, datetime, timedelta
from typing import Any

from roundtable.domain.agenda import Topic
from roundtable.domain.approvals import Answer, Approval
from roundtable.domain.contributions import Contribution, Kind, Stance, Support, Voice, Vote
from roundtable.domain.disclosure import Disclosure, Form
from roundtable.domain.people import Attendance, Consent, Participant, Sector
from roundtable.domain.records import Record
from roundtable.domain.session import Details, Session
from roundtable.domain.standing import mark_of

NINETEEN = datetime(2026, 11, 23, 19, tzinfo=UTC)
TOLD = {
    "log": ("Logistiek", "iemand uit de logistiek"),
    "zor": ("Zorg", "iemand uit de zorg"),
    "ret": ("Retail", "iemand uit de retail"),
    "it": ("IT", "iemand uit de IT"),
    "npo": ("Non-profit", "iemand uit de non-profit"),
}


def sector(short: str, told: str | None = None, name: str = "") -> Sector:
    """Give a sector; one of those above by its short name."""
    known_name, known_told = TOLD.get(short, (short, ""))
    return Sector(
        id=short,
        short=short.upper(),
        name=name or known_name,
        told=known_told if told is None else told,
        order=short,
    )


def person(who: str, sector: str | None, consent: Consent = Consent.SECTOR, **more: object) -> Participant:
    """Give somebody who is present; their id is their first name in lower case."""
    fields: dict[str, Any] = {"attendance": Attendance.PRESENT, "order": who, **more}
    return Participant(id=who.split(" ", 1)[0].lower(), name=who, sector=sector, consent=consent, **fields)


def people(*sectors: str, each: int = 2) -> list[Record]:
    """Give sectors with so many people each: log1, log2, zor1 and so on."""
    return [
        record
        for short in sectors
        for record in (sector(short), *(person(f"{short}{number}", short) for number in range(1, each + 1)))
    ]


def said(name: str, text: str, by: str | None = None, minute: int = 0, **more: object) -> Contribution:
    """Give something said: `by` a person (id), a sector in capitals, *all*, or nobody."""
    who: dict[str, Any] = {"voice": Voice.PERSON, "participant": by}
    if by is None:
        who = {"voice": Voice.NOBODY}
    elif by == "all":
        who = {"voice": Voice.TABLE}
    elif by.isupper():
        who = {"voice": Voice.SECTOR, "sector": by.lower()}
    stamp = f"{minute:04}{name:>020}"[:24]
    fields: dict[str, Any] = {
        "text": text,
        "topic": "t",
        "at": NINETEEN + timedelta(minutes=minute),
        "stamp": stamp,
        **who,
        **more,
    }
    return Contribution(id=name, typed=text, **fields)


def vote(on: str, by: str, vote: Vote = Vote.AGREE, count: int = 1) -> Support:
    """Give a recorded vote: by a person (id) or a sector in capitals."""
    who = {"sector": by.lower()} if by.isupper() else {"participant": by}
    return Support(id=f"{on}-{by}-{vote}", stamp=f"{on}-{by}", on=on, vote=vote, count=count, **who)


def topic(**more: object) -> Topic:
    """Give the topic on which everything is said, unless told otherwise."""
    fields: dict[str, Any] = {"id": "t", "title": "Vertrouwen", "number": "1", "order": "a", **more}
    return Topic(**fields)


def table(*records: Record, uid: str = "s", **details: object) -> Session:
    """Give a session of these records, in Dutch unless told otherwise."""
    fields: dict[str, Any] = {"language": "nl", "title": "Telewerk", "zone": "Europe/Brussels", **details}
    return Session(uid).having([Details(id=uid, **fields), topic(), *records])


def approved(session: Session, *keys: str, form: Form = Form.SECTOR) -> Session:
    """Give a session in which these contributions (ids) were approved as a paper of this form prints them."""
    disclosure, known = Disclosure.of(session, form), session.of(Contribution)
    return session.having(
        Approval(id=key, answer=Answer.APPROVED, shown=mark_of(disclosure, known[key])) for key in keys
    )


def ten_lines(uid: str = "s", **details: object) -> Session:
    """Give the table of ten lines about trust."""
    return table(
        *people("log", "zor", "ret", "it", "npo"),
        topic(prompts=("Wat kun je nog meten?",)),
        said("1", "vertrouwen begint bij doelen", "npo1", 1),
        vote("1", "LOG"),
        vote("1", "ZOR"),
        said("2", "maar opvolgen blijft nodig", "npo1", 2),
        said("3", "aanwezig zijn is niet presteren", "zor1", 3),
        said("4", "we tellen geen uren meer", "ret1", 4),
        said("5", "niet in een magazijn", "log1", 5, stance=Stance.OPPOSES, answers="4"),
        said("6", "vrijwilligers moeten elkaar zien", "npo2", 6),
        said("7", "“wie vrijheid krijgt, geeft ze terug”", "it1", 7, kind=Kind.QUOTE),
        said("8", "geven en nemen", "zor2", 8),
        said("9", "leren loslaten", "it2", 9, kind=Kind.PROPOSAL),
        said("10", "wie meet vertrouwen", "ret2", 10, kind=Kind.QUESTION),
        uid=uid,
        **details,
    )
