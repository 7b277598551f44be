"""Where an evening stands at its end, in words: for the closing view, and for the plain command line."""

import os
import shlex
import subprocess
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from roundtable.domain.clock import Schedule, State
from roundtable.domain.closing import Closing
from roundtable.domain.contributions import Contribution
from roundtable.domain.session import Session
from roundtable.i18n import _, ngettext
from roundtable.services.rehearsal import rehearsed
from roundtable.services.sessions import zone_of

MINUTE = 60  # seconds
SHOWN = 6  # names or numbers that one line lists


@dataclass(frozen=True, slots=True)
class Fact:
    """A line of the summary; `wanting` says that somebody has still to look at it."""

    label: str
    told: str
    wanting: bool = False


@dataclass(frozen=True, slots=True)
class Step:
    """What to do next: a plain command to copy, and what it is for."""

    command: str
    purpose: str


def ended_told(session: Session, times: Schedule) -> str:
    """Say when the evening ended, or will end, against its plan."""
    zone = zone_of(session)
    if times.state is State.PREPARED:
        return _("not begun")
    ends, planned = (one.astimezone(zone).strftime("%H:%M") for one in (times.ends_at, times.planned_end))
    pattern = (
        _("ended {end}, planned {planned}")
        if times.state is State.CLOSED
        else _("ends {end}, planned {planned}")
    )
    told = pattern.format(end=ends, planned=planned)
    late = round(times.late_seconds / MINUTE)
    if late:
        beside = _("{minutes} min late") if late > 0 else _("{minutes} min early")
        told += " · " + beside.format(minutes=abs(late))
    return told


def minute_rows(found: Closing) -> tuple[tuple[str, str, str, str, str], ...]:
    """Give number, title, minutes taken, minutes planned and the difference: a row a topic, and one for all.

    Before the end, what a topic has not yet taken is no difference.
    """
    spent = [(round(one.taken_seconds / MINUTE), round(one.planned_seconds / MINUTE)) for one in found.topics]
    over = [
        taken - planned if one.settled else 0
        for one, (taken, planned) in zip(found.topics, spent, strict=True)
    ]
    rows = [
        (
            one.topic.number,
            one.topic.title,
            str(taken) if one.taken_seconds else "–",
            str(planned or "–"),
            _signed(more),
        )
        for one, (taken, planned), more in zip(found.topics, spent, over, strict=True)
    ]
    whole = (round(found.taken_seconds / MINUTE), round(found.planned_seconds / MINUTE))
    more = whole[0] - whole[1] if found.times.state is State.CLOSED else sum(over)
    return (*rows, ("", _("together"), str(whole[0]), str(whole[1]), _signed(more)))


def _signed(minutes: int) -> str:
    return f"{'+' if minutes > 0 else '−'}{abs(minutes)}" if minutes else ""


def facts(session: Session, found: Closing) -> tuple[Fact, ...]:
    """Give the lines of the summary, those that want a look told also where there is nothing to put right."""
    nothing = _("nothing")
    silent = [one.short for one in found.silent_sectors]
    not_heard = [session.shown[one.id] for one in found.not_heard]
    said = ngettext("{count} contribution", "{count} contributions", found.contributions)
    by = _("{heard} of {came} people heard").format(heard=found.heard, came=len(found.came))
    lines = [
        Fact(_("said"), f"{said.format(count=found.contributions)} · {by}"),
        Fact(_("not heard"), _listed([*silent, *not_heard]) or _("everybody was heard")),
        _numbered(session, _("who?"), found.unplaced, nothing),
        _numbered(session, _("to check"), found.to_check, nothing),
        _numbered(session, _("parked"), found.parked, nothing),
    ]
    if found.open_questions:
        lines.append(Fact(_("open questions"), _numbers(session, found.open_questions)))
    lines.append(_consent(session, found))
    lines.append(_takeaways(session, found))
    return tuple(lines)


def _numbered(session: Session, label: str, those: Sequence[Contribution], nothing: str) -> Fact:
    return Fact(label, _numbers(session, those) if those else nothing, wanting=bool(those))


def _numbers(session: Session, those: Sequence[Contribution]) -> str:
    return f"{len(those)} · {_listed(f'#{session.numbers[one.id]}' for one in those)}"


def _consent(session: Session, found: Closing) -> Fact:
    if not found.not_asked:
        return Fact(_("consent"), _("everybody was asked") if found.came else _("nobody is there yet"))
    names = _listed(session.shown[one.id] for one in found.not_asked)
    told = _("{count} not asked: {names}").format(count=len(found.not_asked), names=names)
    return Fact(_("consent"), told, wanting=True)


def _takeaways(session: Session, found: Closing) -> Fact:
    if not found.takeaways:
        return Fact(_("takeaways"), _("none yet"), wanting=bool(found.contributions))
    if not found.unsupported:
        return Fact(_("takeaways"), str(found.takeaways))
    places = {one.id: place for place, one in enumerate(session.takeaways, 1)}
    rest = _listed(str(places[one.id]) for one in found.unsupported)
    told = _("{count} · resting on nothing: {numbers}").format(count=found.takeaways, numbers=rest)
    return Fact(_("takeaways"), told, wanting=True)


def _listed(those: Iterable[str]) -> str:
    told = list(those)
    return ", ".join(told[:SHOWN]) + (f" … (+{len(told) - SHOWN})" if len(told) > SHOWN else "")


def steps(session: Session, found: Closing, file: Path) -> tuple[Step, ...]:
    """Give what to do next, as plain commands that can be copied; the white paper comes last."""
    program = program_for(file)
    return tuple(replace(step, command=f"{program} {step.command}") for step in _steps(session, found))


def program_for(file: Path) -> str:
    """Give the beginning of a command that finds this database file."""
    from platformdirs import user_data_path

    usual = os.environ.get("ROUNDTABLE_DB") or user_data_path("roundtable", appauthor=False) / "roundtable.db"
    return "roundtable" if file == Path(usual) else f"roundtable --db {quoted(str(file))}"


def quoted(word: str, system: str = os.name) -> str:
    """Quote a word as the command line of a system takes it."""
    return subprocess.list2cmdline([word]) if system == "nt" else shlex.quote(word)


def _steps(session: Session, found: Closing) -> Iterator[Step]:
    slug = session.details.slug
    if session.details.rehearsal:
        original = rehearsed(slug)
        yield Step(f"run {original}", _("the evening itself; this was the rehearsal"))
        return
    if found.times.state is not State.CLOSED:
        yield Step(f"close {slug}", _("end the evening"))
    if found.unplaced:
        yield Step(f"contributions list {slug} --unplaced", _("see whose name is not clear"))
        number = session.numbers[found.unplaced[0].id]
        yield Step(f"contributions edit {number} --participant NAME --session {slug}", _("say who it was"))
    if found.parked:
        yield Step(f"contributions list {slug} --parked", _("see what was parked"))
    if found.not_asked:
        yield Step(
            f"people consent NAME FORM --session {slug}",
            _("named, sector or none, for each of them"),
        )
    if found.contributions and not found.takeaways:
        yield Step(f"suggest {slug}", _("find what speaks for many"))
        yield Step(f"takeaway add TEXT --from N --session {slug}", _("draw a takeaway"))
    for one in found.unsupported[:1]:
        place = session.takeaways.index(one) + 1
        yield Step(f"takeaway edit {place} --from N --session {slug}", _("say what it rests on"))
    if found.contributions:
        yield Step(f"export {slug}", _("write the white paper"))
    if found.times.state is State.CLOSED:
        yield Step(f"reopen {slug}", _("open the evening again, where it goes on after all"))
