"""Putting right what was recorded: text, speaker, topic, star, parking, withdrawal."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from roundtable.domain.capture import Draft, placed
from roundtable.domain.changes import Edit
from roundtable.domain.contributions import Contribution, Kind, Stance, Voice
from roundtable.domain.records import changed, created
from roundtable.domain.session import Session
from roundtable.domain.text import clean
from roundtable.errors import NoSuchPerson, NothingSaid
from roundtable.report.wording import WrittenOut, written_out
from roundtable.services.bases import base_of
from roundtable.services.recording import Moment, last_said, marks_on, speaker_of, table_of
from roundtable.storage.journal import Journal

_THEME_SIGNS = str.maketrans("", "", "=#")


@dataclass(frozen=True, slots=True)
class Correction:
    """What is to be put right; None leaves a thing as it is, "" for a stance takes it away.

    `participant` and `sector` are names as people call them; a participant's own sector goes without saying. In a
    `wording` the agenda's abbreviations are written out (`wording_of`); an empty one takes it away.
    `base` is the stamp of the text (or wording) that was seen (`text_and_base`), the newest unless told.
    """

    text: str | None = None
    participant: str | None = None
    sector: str | None = None
    topic: str | None = None
    kind: str | None = None
    stance: str | None = None
    wording: str | None = None
    base: str | None = None


@dataclass(frozen=True, slots=True)
class TextCorrected:
    """The session after a text was put right; `overtaken` says that it was no longer the one that had been seen."""

    session: Session
    overtaken: bool


def correct_text(journal: Journal, uid: str, number: str, text: str, base: str | None) -> TextCorrected:
    """Put the text of a contribution right that was seen under a stamp. Raises NoSuchContribution, NothingSaid."""
    overtaken = False

    def decide(session: Session) -> list[Edit]:
        nonlocal overtaken
        key = session.contribution(number).id
        edits = edits_to_correct(journal, uid, session, key, Correction(text=text, base=base))
        overtaken = bool(edits) and base != base_of(journal, uid, Contribution.KIND, key)
        return edits

    return TextCorrected(journal.append(uid, decide).session, overtaken)


def correct(journal: Journal, uid: str, number: str, correction: Correction) -> Session:
    """Put a contribution right.

    Once it is known who spoke, the marks for others in the line (`els, nadia: …`) count as well.
    Raises NoSuchContribution, NoSuchPerson, SeveralPeople, NoSuchTopic, SeveralTopics, NothingSaid.
    """
    return journal.append(
        uid, lambda session: edits_to_correct(journal, uid, session, number, correction)
    ).session


def edits_to_correct(
    journal: Journal, uid: str, session: Session, number: str, correction: Correction
) -> list[Edit]:
    """Give what puts a contribution right, as `correct` does, for an act of which this is a part."""
    said = session.contribution(number)
    new = corrected(session, said, correction)
    if said.placed or not new.placed:
        return _edits(journal, said, new, uid, correction.base)
    if meant := _marks_meant(session, new):
        return [*_edits(journal, said, replace(said, withdrawn=True), uid), *meant]
    return [*_edits(journal, said, new, uid, correction.base), *_marks_of(session, new)]


def corrected(session: Session, said: Contribution, correction: Correction) -> Contribution:
    """Give a contribution as it is when put right."""
    if correction.text is not None and not clean(correction.text):
        raise NothingSaid
    if correction.participant is not None:
        said = placed_with(session, said, correction.participant)
    if correction.sector is not None:
        sector = session.sector(correction.sector)
        voice = Voice.SECTOR if said.participant is None else said.voice
        found = replace(said, sector=sector.id, voice=voice, placed=True)
        said = found if said.placed else _reread(session, found)
    if correction.text is not None:
        said = replace(said, text=clean(correction.text))
    if correction.topic is not None:
        said = replace(said, topic=session.topic(correction.topic).id)
    if correction.kind is not None:
        said = replace(said, kind=Kind(correction.kind))
    if correction.stance is not None:
        said = replace(said, stance=Stance(correction.stance) if correction.stance else None)
        if said.stance and not said.answers:
            said = replace(said, answers=_answered(session, said))
    if correction.wording is not None:
        said = replace(said, wording=wording_of(session, correction.wording).text)
    return said


def wording_of(session: Session, typed: str) -> WrittenOut:
    """Give a wording for print as it is kept: the agenda's abbreviations written out, with those that were."""
    return written_out(clean(typed), session.details.abbreviations)


def placed_with(session: Session, said: Contribution, name: str) -> Contribution:
    """Give a contribution as said by somebody, or for a sector where the name is one's; "" is nobody."""
    if not name.strip():
        return replace(said, participant=None, sector=None, voice=Voice.NOBODY, placed=True)
    try:
        person = session.person(name)
    except NoSuchPerson as nobody:
        try:
            sector = session.sector(name)
        except NoSuchPerson:
            raise nobody from None  # the name is far more often a person's than a sector's
        found = replace(said, participant=None, sector=sector.id, voice=Voice.SECTOR, placed=True)
    else:
        found = replace(said, participant=person.id, sector=None, voice=Voice.PERSON, placed=True)
    return found if said.placed else _reread(session, found)


def _reread(session: Session, said: Contribution) -> Contribution:
    """Read a line of nobody's again, now that it is known who spoke: its prefix goes, its marks count."""
    draft = _draft_of(session, said)
    if draft is None:
        return said
    return replace(
        said,
        text=draft.text or said.text,
        kind=draft.kind,
        stance=draft.stance,
        answers=_answered(session, said) if draft.stance else None,
    )


def _answered(session: Session, said: Contribution) -> str | None:
    """Give the id of what a stance of this speaker is about: the last thing that another said before."""
    moment = Moment(said.at, said.topic, said.stamp) if said.at else None
    before = last_said(session, moment, speaker_of(said)) if moment else None
    return before.id if before else None


def _draft_of(session: Session, said: Contribution) -> Draft | None:
    """Understand the typed line again; nothing where somebody has corrected the text that was made from it."""
    speaker = speaker_of(said)
    untouched = said.text.translate(_THEME_SIGNS) in said.typed.translate(_THEME_SIGNS)
    return placed(said.typed, table_of(session), speaker) if said.typed and speaker and untouched else None


def _marks_meant(session: Session, said: Contribution) -> list[Edit]:
    """Give the support that a line of nothing but marks (`+ jan`) stood for, now that it is known whose it is."""
    draft = _draft_of(session, said)
    if draft is None or not draft.marks_only or said.at is None:
        return []
    without = session.having([replace(said, withdrawn=True)])
    target = last_said(without, Moment(said.at, said.topic, said.stamp))
    return [created(mark) for mark in marks_on(draft, target)] if target else []


def _marks_of(session: Session, said: Contribution) -> list[Edit]:
    draft = _draft_of(session, said)
    return [created(mark) for mark in marks_on(draft, said)] if draft else []


def star(journal: Journal, uid: str, *numbers: str, wanted: bool | None = None) -> Session:
    """Star contributions (`wanted`), or take the star away, in one act; left out, the one becomes the other.

    Raises NoSuchContribution.
    """
    return alter(
        journal, uid, numbers, lambda _, said: replace(said, starred=_or_other(wanted, now=said.starred))
    )


def _or_other(wanted: bool | None, *, now: bool) -> bool:  # noqa: FBT001 — what was asked for stands first
    return not now if wanted is None else wanted


def park(journal: Journal, uid: str, *numbers: str, wanted: bool | None = None) -> Session:
    """Put contributions on the parking lot (`wanted`), or take them up again, in one act; left out, as with a star.

    Raises NoSuchContribution.
    """

    def moved(_: Session, said: Contribution) -> Contribution:
        parked = _or_other(wanted, now=said.parked)
        return replace(said, parked=parked, open_question=said.open_question and parked)

    return alter(journal, uid, numbers, moved)


def take_up(journal: Journal, uid: str, number: str, topic: str | None = None) -> Session:
    """Take a contribution off the parking lot, at a topic (its id) or where it was; its question is open no longer.

    Raises NoSuchContribution.
    """
    return alter(
        journal,
        uid,
        [number],
        lambda _, said: replace(said, parked=False, open_question=False, topic=topic or said.topic),
    )


def keep_open(journal: Journal, uid: str, *numbers: str, wanted: bool | None = None) -> Session:
    """Mark contributions for the open questions of the paper (`wanted`), or take the mark away; left out, as a star.

    Marking one parks it as well. Raises NoSuchContribution.
    """

    def marked(_: Session, said: Contribution) -> Contribution:
        kept = _or_other(wanted, now=said.parked and said.open_question)
        return replace(said, open_question=kept, parked=said.parked or kept)

    return alter(journal, uid, numbers, marked)


def withdraw(journal: Journal, uid: str, *numbers: str) -> Session:
    """Take contributions out of all lists and papers, in one act. Raises NoSuchContribution."""
    return alter(journal, uid, numbers, lambda _, said: replace(said, withdrawn=True))


def restore(journal: Journal, uid: str, *numbers: str) -> Session:
    """Bring back contributions that were withdrawn, in one act. Raises NoSuchContribution."""
    return alter(journal, uid, numbers, lambda _, said: replace(said, withdrawn=False))


def move_to_topic(journal: Journal, uid: str, number: str, topic: str) -> Session:
    """Move a contribution to a topic (its id). Raises NoSuchContribution."""
    return alter(journal, uid, [number], lambda _, said: replace(said, topic=topic))


def alter(
    journal: Journal,
    uid: str,
    numbers: Iterable[str],
    change: Callable[[Session, Contribution], Contribution],
) -> Session:
    """Change contributions, found by number or id, all or none; nothing is written where nothing differs."""

    def decide(session: Session) -> list[Edit]:
        meant = {said.id: said for said in map(session.contribution, numbers)}
        return [edit for said in meant.values() for edit in _edits(journal, said, change(session, said), uid)]

    return journal.append(uid, decide).session


def _edits(
    journal: Journal, old: Contribution, new: Contribution, uid: str, base: str | None = None
) -> list[Edit]:
    edit = changed(old, new)
    for text in ("text", "wording"):
        if text in edit.fields:
            return [replace(edit, base=base or base_of(journal, uid, Contribution.KIND, old.id, text))]
    return [edit] if edit.fields else []
