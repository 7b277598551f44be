"""Typing a line anew: what was recorded of it follows, and it stays the contribution that it was."""

from collections.abc import Iterable
from dataclasses import replace
from operator import attrgetter

from roundtable.domain.capture import Draft, understand
from roundtable.domain.changes import Edit
from roundtable.domain.contributions import Contribution, Support
from roundtable.domain.records import Record, changed, created
from roundtable.domain.session import Session
from roundtable.domain.themes import themes_called
from roundtable.services.bases import base_of
from roundtable.services.recording import (
    Moment,
    Recorded,
    carried,
    hear,
    said_before,
    table_of,
)
from roundtable.storage.journal import Journal

_SAID = attrgetter("text", "participant", "sector", "kind", "stance")  # what a line says anew


def retype(
    journal: Journal,
    uid: str,
    key: str,
    line: str,
    answers: str | None = None,
    *,
    seen: Contribution | None = None,
) -> Recorded:
    """Put a contribution (its id) right by the line as it should have been; a line that says nothing changes nothing.

    Its moment and topic stay, unless the line gives a time. Marks of support in the line are added.
    `answers` is what its stance is about (id), if it can be; unless told, what it was about before. `seen` is the
    contribution as it was when its line was taken up.
    Raises NoSuchContribution.
    """
    heard: list[Recorded] = []

    def decide(session: Session) -> list[Edit]:
        heard.clear()
        said = session.contribution(key)
        # As when it was typed first: this writer's lines before it say with whom it goes on.
        own = journal.own(uid, Contribution.KIND)
        earlier = own[own.index(said.id) + 1 :] if said.id in own else ()
        draft = understand(line, table_of(session), *carried(session, earlier, said.topic))
        moment = Moment(said.at or journal.now(), said.topic, said.stamp)
        if draft.said_at:
            moment = said_before(session, draft.said_at, moment, journal.now(), said.topic)
        without = session.having([replace(said, withdrawn=True)])
        added, taken = _themes_anew(session, said, draft)
        records, contribution, _ = hear(
            without, replace(draft, themes=added), moment, answers or said.answers
        )
        overtaken = seen is not None and _SAID(seen) != _SAID(said)
        heard.append(Recorded(session, draft, said if contribution else None, overtaken=overtaken))
        base = base_of(journal, uid, Contribution.KIND, said.id, seen=seen.text if seen else None)
        return list(_edits(session, said, contribution, records, base, taken=taken)) if contribution else []

    session = journal.append(uid, decide).session
    kept = session.of(Contribution).get(key) if heard[0].contribution else None
    return replace(heard[0], session=session, contribution=kept)


def _themes_anew(
    session: Session, said: Contribution, draft: Draft
) -> tuple[tuple[str, ...], frozenset[str]]:
    """Give the names of themes that a line has anew, and the themes (ids) that it no longer names.

    What it was tagged with since, and a theme that was renamed or merged since, is no part of the line, and stays.
    """
    before = understand(said.typed, table_of(session)).themes
    gone = {theme.id for name in before if name not in draft.themes for theme in themes_called(session, name)}
    return tuple(name for name in draft.themes if name not in before), frozenset(gone)


def _edits(
    session: Session,
    said: Contribution,
    anew: Contribution,
    records: Iterable[Record],
    base: str | None,
    *,
    taken: frozenset[str],
) -> Iterable[Edit]:
    backed = {(mark.participant, mark.sector, mark.vote) for mark in session.supports.get(said.id, ())}
    for record in records:
        if record is anew:
            # What was decided about it since is no part of the line.
            kept = replace(
                anew,
                id=said.id,
                stamp=said.stamp,
                themes=(said.themes - taken) | anew.themes,
                starred=anew.starred or said.starred,
                parked=said.parked,
                open_question=said.open_question,
                wording=said.wording,
            )
            yield changed(said, kept, base)
        elif not isinstance(record, Support):
            yield created(record)
        elif (record.participant, record.sector, record.vote) not in backed:
            yield created(replace(record, on=said.id))
