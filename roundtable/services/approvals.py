"""Asking people about their own words before these are printed, and recording what they answered."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from pathlib import Path

from roundtable.domain.approvals import TO_ANSWER, Answer, Approval, to_ask
from roundtable.domain.changes import Edit
from roundtable.domain.contributions import Contribution
from roundtable.domain.disclosure import Disclosure, Form
from roundtable.domain.people import Participant
from roundtable.domain.records import changed, created
from roundtable.domain.session import Session
from roundtable.domain.standing import mark_of
from roundtable.domain.text import clean
from roundtable.errors import (
    ApprovedByNobody,
    DayIsOver,
    DayToCome,
    NobodyToAsk,
    NothingToAsk,
    NoWordsInstead,
    OneWordingForSeveral,
    WithdrawnAnyway,
)
from roundtable.report.approving import OwnWords, own_words
from roundtable.report.formats import Format
from roundtable.report.making import Making
from roundtable.report.wording import whole_quote
from roundtable.services.disclosing import disclosure_of
from roundtable.services.papers import Paper, Written, free_suffix, write
from roundtable.services.publishing import Wanted, composed
from roundtable.services.sessions import slugged, zone_of
from roundtable.storage.journal import Journal


@dataclass(frozen=True, slots=True)
class Sheets:
    """What was written: the sheets of how many people, and about how many of their statements."""

    files: tuple[Written, ...]
    people: int
    statements: int
    until: str


def printed_words(session: Session, form: Form | None = None) -> tuple[OwnWords, ...]:
    """Give the words that the paper would print as somebody's, and how it stands with each, person by person."""
    parts = composed(session, Wanted(attribution=form)).document.parts
    found = own_words(Making(disclosure_of(session, form)), parts)
    places = {one.id: place for place, one in enumerate(session.participants)}
    return tuple(sorted(found, key=lambda one: places.get(to_ask(one.said) or "", len(places))))


# Sheets.


def today_of(journal: Journal, session: Session) -> date:
    """Give the day that it is at the table."""
    return journal.now().astimezone(zone_of(session)).date()


def write_sheets(
    journal: Journal,
    uid: str,
    names: Sequence[str] = (),
    *,
    until: date | None = None,
    formats: Sequence[Format] = (Format.MARKDOWN, Format.DOCX),
    folder: Path | None = None,
    form: Form | None = None,
) -> Sheets:
    """Write a sheet for each of these people, or for everybody, and keep what was asked and until when.

    On it is what waits for an answer, and nothing of anybody else. Raises NoSuchPerson, NothingToAsk, NobodyToAsk,
    DayIsOver, CannotWrite.
    """
    session = journal.session(uid)
    today = today_of(journal, session)
    day = (until or today + TO_ANSWER).isoformat()
    if day < today.isoformat():
        raise DayIsOver(day=day)
    asked = _asked(session, names, form)
    disclosure = disclosure_of(session, form)
    files: list[Written] = []
    done: list[OwnWords] = []
    try:
        for (person, own), name in zip(asked, _file_names(session, [one for one, _ in asked]), strict=True):
            files += _sheet(
                journal, disclosure, (person, own, day), (name, folder or Path("exports"), formats)
            )
            done += own
    finally:  # what lies there may be sent, even where the next could not be written
        _keep_asked(journal, uid, done, day)
    return Sheets(tuple(files), len(asked), len(done), day)


def _asked(
    session: Session, names: Sequence[str], form: Form | None
) -> list[tuple[Participant, list[OwnWords]]]:
    people = list({one.id: one for one in map(session.person, names)}.values()) or list(session.participants)
    waiting = [one for one in printed_words(session, form) if one.parts and one.waits]
    found = [(person, [one for one in waiting if to_ask(one.said) == person.id]) for person in people]
    idle = [person.name for person, own in found if not own]
    if names and idle:
        raise NothingToAsk(names=", ".join(idle))
    if len(idle) == len(found):
        raise NobodyToAsk
    return [(person, own) for person, own in found if own]


def _file_names(session: Session, people: Sequence[Participant]) -> Iterator[str]:
    """Give what the sheets are called, of two people of one name the second with a number."""
    taken: set[str] = set()
    for one in people:
        name = stem = f"{session.details.slug}-approval-{slugged(one.name)}"
        count = 1
        while name in taken:
            count += 1
            name = f"{stem}-{count}"
        taken.add(name)
        yield name


def _sheet(
    journal: Journal,
    disclosure: Disclosure,
    told: tuple[Participant, Sequence[OwnWords], str],
    to: tuple[str, Path, Sequence[Format]],
) -> list[Written]:
    """Write the sheet of somebody with the day by which to answer: under a name, into a folder, in some formats."""
    from roundtable.report.approval_sheet import approval_sheet

    name, folder, formats = to
    document = approval_sheet(disclosure, *told)
    papers = [Paper(one, folder / f"{name}{one.ending}", one.render(document)) for one in formats]
    suffix = free_suffix(journal, papers)
    return [write(journal, disclosure.session.uid, paper, suffix, draft=False) for paper in papers]


def _keep_asked(journal: Journal, uid: str, own: Iterable[OwnWords], until: str) -> None:
    shown = {one.said.id: one for one in own}
    if not shown:
        return

    def decide(session: Session) -> list[Edit]:
        asked = [
            Approval(
                id=key,
                participant=to_ask(one.said),
                shown=one.mark,
                asked=journal.now(),
                until=until,
            )
            for key, one in shown.items()
        ]
        return _kept(session, asked)

    journal.append(uid, decide)


# Answers.


def record(
    journal: Journal,
    uid: str,
    numbers: Sequence[str],
    answer: Answer,
    *,
    wording: str = "",
    by: str = "",
    on: date | None = None,
    form: Form | None = None,
) -> Session:
    """Record what was answered about statements (numbers or ids), all or none.

    The answer is about what was shown; where nothing was, or there is an answer already, about how the statement would
    be printed now. `by` is who answered for somebody else, `on` the day on which. Raises NoSuchContribution,
    WithdrawnAnyway, NoWordsInstead, OneWordingForSeveral, ApprovedByNobody, DayToCome.
    """
    words = clean(wording).strip()
    words = whole_quote(words) or words

    def decide(session: Session) -> list[Edit]:
        those = list({said.id: said for said in map(session.contribution, numbers)}.values())
        _require(session, those, answer, words, by)
        disclosure = disclosure_of(session, form)
        given = Approval(
            id="",
            answer=answer,
            wording=words if answer is Answer.CHANGED else "",
            by=clean(by),
            answered=_instant(journal, session, on),
        )
        return _kept(session, (_answered(disclosure, said, given) for said in those))

    return journal.append(uid, decide).session


def _require(
    session: Session, those: Collection[Contribution], answer: Answer, wording: str, by: str
) -> None:
    for said in those:
        number = session.numbers[said.id]
        if said.withdrawn:
            raise WithdrawnAnyway(number=number)
        if answer is Answer.CHANGED and not wording:
            raise NoWordsInstead(number=number)
        if not (to_ask(said) or by.strip()):
            raise ApprovedByNobody(number=number)
    if answer is Answer.CHANGED and len(those) > 1:
        raise OneWordingForSeveral


def _instant(journal: Journal, session: Session, on: date | None) -> datetime:
    """Give when an answer came: now, or at noon of a day."""
    if on is None:
        return journal.now()
    if on > today_of(journal, session):
        raise DayToCome(day=on.isoformat())
    return datetime.combine(on, time(12), zone_of(session))


def _answered(disclosure: Disclosure, said: Contribution, given: Approval) -> Approval:
    """Give an answer as it is kept of a statement: it is about what was shown, if it is the first to that."""
    known = disclosure.session.of(Approval).get(said.id)
    old = known if known and not known.withdrawn else Approval(id=said.id)
    first = old.answer is Answer.ASKED and old.shown
    return replace(
        given,
        id=said.id,
        participant=to_ask(said),
        shown=old.shown if first else mark_of(disclosure, said),
        asked=old.asked,
        until=old.until,
    )


def _kept(session: Session, approvals: Iterable[Approval]) -> list[Edit]:
    """Say what is new about statements, whatever was known of them before."""
    before = session.of(Approval)
    edits = [changed(before[one.id], one) if one.id in before else created(one) for one in approvals]
    return [edit for edit in edits if edit.fields]
