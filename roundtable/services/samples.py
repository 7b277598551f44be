"""The sample evening: an evening that could have been, half-way or finished."""

import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from importlib import resources
from typing import Any

from roundtable.agendas.folder import agenda_folders, find_agenda
from roundtable.agendas.reader import read_agenda_file
from roundtable.domain.capture import Table, understand
from roundtable.domain.changes import Edit
from roundtable.domain.people import Attendance, Consent, Person
from roundtable.domain.records import Record, changed, created
from roundtable.domain.session import Details, Session
from roundtable.domain.stamps import new_id
from roundtable.domain.visits import Visit
from roundtable.services.recording import Moment, carried, hear
from roundtable.services.sample_synthesis import Stage, synthesise
from roundtable.services.sessions import edits_of, prepare
from roundtable.storage.journal import Journal


@dataclass(frozen=True, slots=True)
class Line:
    """A capture line of the sample, and the second of the evening at which it was begun."""

    seconds: int
    position: int
    typed: str


@dataclass(frozen=True, slots=True)
class Sample:
    """The sample evening of a language; positions are those of the agenda's topics, 1 for the first."""

    told: dict[str, Any]
    lines: tuple[Line, ...]

    @property
    def halfway_seconds(self) -> int:
        """The second at which the demonstration opens: in the midst of the half-way topic."""
        visit = self.told["visits"][self.told["halfway"] - 1]
        return int(30 * (visit["from"] + visit["to"]))

    @property
    def lasts_seconds(self) -> int:
        """The length of the evening."""
        return int(60 * self.told["visits"][-1]["to"])


def read_sample(language: str) -> Sample:
    """Read the sample evening of a language (nl, fr, en)."""
    source = resources.files("roundtable") / "samples" / f"evening.{language}.toml"
    told = tomllib.loads(source.read_text("utf-8"))
    lines = [
        Line(_seconds(at), block["position"], typed)
        for block in told["lines"]
        for at, typed in (line.strip().split("  ", 1) for line in block["text"].strip().splitlines())
    ]
    return Sample(told, tuple(lines))


def _seconds(clock: str) -> int:
    minutes, seconds = clock.split(":")
    return 60 * int(minutes) + int(seconds)


def demo_session(journal: Journal, language: str, *, fresh: bool = False, finished: bool = False) -> str:
    """Give the uid of the sample evening in this file, made where there is none yet (or a fresh one is wanted)."""
    known = [one for one in journal.sessions() if one.details.invented and one.details.language == language]
    if known and not fresh:
        uid = max(known, key=lambda one: one.details.stamp).uid
    else:
        for one in known:
            journal.append(one.uid, _retire)
        uid = _begin(journal, read_sample(language), finished=finished)
    if finished:
        finish(journal, uid, read_sample(language))
    return uid


def _retire(session: Session) -> list[Edit]:
    return [changed(session.details, replace(session.details, withdrawn=True))]


def _begin(journal: Journal, sample: Sample, *, finished: bool) -> str:
    told = sample.told
    elapsed = sample.lasts_seconds if finished else sample.halfway_seconds
    start = journal.now() - timedelta(seconds=elapsed)
    agenda = read_agenda_file(find_agenda(told["agenda"], agenda_folders()[-1:])).agenda
    agenda = replace(agenda, people=(), date="")
    people = [
        replace(Person(**_person(one)), consent=Consent(one.get("consent", ""))) for one in told["people"]
    ]
    uid = prepare(
        journal,
        agenda,
        people=people,
        moderator=told["moderator"],
        invented=True,
        start=start,
        day=start.date(),
    )
    attendance = {one["name"]: Attendance(one.get("attendance", "present")) for one in told["people"]}

    def attend(session: Session) -> list[Edit]:
        return [changed(one, replace(one, attendance=attendance[one.name])) for one in session.participants]

    journal.append(uid, attend, _birth(journal, uid))
    _replay(journal, uid, sample, start, (-1, elapsed))
    synthesise(journal, uid, told, Stage(_birth(journal, uid), finished=finished))
    return uid


def _birth(journal: Journal, uid: str) -> str:
    """Give the action that made the session: what belongs to it, no undo takes apart."""
    return journal.history(uid, Details.KIND, uid)[0].action


def _person(one: dict[str, Any]) -> dict[str, Any]:
    return {
        field: one.get(field, "") for field in ("name", "sector", "organisation", "role", "nickname", "email")
    }


def finish(journal: Journal, uid: str, sample: Sample) -> None:
    """Let the rest of the evening be said, make of it what there is to make, close it.

    What the user typed, decided, drew or wrote meanwhile stays as it is, and is not done a second time.
    """
    session = journal.session(uid)
    if session.details.closed:
        return
    start = session.details.start or journal.now()
    heard = {said.typed for said in session.everything_said}
    known = frozenset(said.id for said in session.everything_said)
    rest = [
        line for line in sample.lines if line.seconds > sample.halfway_seconds and line.typed not in heard
    ]
    if rest:
        _replay(
            journal,
            uid,
            replace(sample, lines=tuple(rest)),
            start,
            (sample.halfway_seconds, sample.lasts_seconds),
        )
    birth = _birth(journal, uid)
    synthesise(journal, uid, sample.told, Stage(birth, finished=True, known=known))
    ended = start + timedelta(seconds=sample.lasts_seconds)

    def close(session: Session) -> list[Edit]:
        open_visits = [changed(v, replace(v, ends=ended)) for v in session.visits if v.ends is None]
        return [*open_visits, changed(session.details, replace(session.details, closed=ended))]

    journal.append(uid, close, birth)


def _replay(journal: Journal, uid: str, sample: Sample, start: datetime, seconds: tuple[int, int]) -> None:
    """Record what was said after one second of the evening and up to another, and the visits that fall into it."""
    after, until = seconds

    def decide(session: Session) -> list[Edit]:
        moved = list(_visits(session, sample.told["visits"], start, after, until))
        begun = {visit.id for visit in session.visits}
        edits = [
            changed(session.of(Visit)[visit.id], visit) if visit.id in begun else created(visit)
            for visit in moved
        ]
        said = _said(
            session.having(moved), [line for line in sample.lines if after < line.seconds <= until], start
        )
        return [*edits, *edits_of(said)]

    journal.append(uid, decide, _birth(journal, uid))


def _visits(
    session: Session, told: Sequence[dict[str, Any]], start: datetime, after: int, until: int
) -> Iterable[Visit]:
    for visit in told:
        begins, ends = 60 * visit["from"], 60 * visit["to"]
        if begins > until or ends <= after:
            continue
        topic = session.topics[visit["position"] - 1]
        ended = start + timedelta(seconds=ends) if ends <= until else None
        running = [one for one in session.visits if one.topic == topic.id and one.ends is None]
        if running:
            yield replace(running[0], ends=ended)
        else:
            yield Visit(id=new_id(), topic=topic.id, begins=start + timedelta(seconds=begins), ends=ended)


def _said(session: Session, lines: Sequence[Line], start: datetime) -> list[Record]:
    made: list[Record] = []
    own: list[str] = []
    for line in lines:
        moment = Moment(start + timedelta(seconds=line.seconds), session.topics[line.position - 1].id)
        carry, before = carried(session, own[::-1], moment.topic)
        records, contribution, _ = hear(
            session, understand(line.typed, Table.of(session), carry, before), moment
        )
        session = session.having(records)
        made += records
        own += [contribution.id] if contribution else []
    return made
