"""A session made anew without the names of people: other ids, other order, no history, neutral words for names."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from roundtable.domain.agenda import Topic
from roundtable.domain.approvals import refused
from roundtable.domain.changes import Change, fold
from roundtable.domain.contributions import Contribution, Decision, Prose, Support, Takeaway, Theme
from roundtable.domain.disclosure import Form
from roundtable.domain.people import Participant, Sector
from roundtable.domain.records import Record, created, read_record, spread_orders
from roundtable.domain.same_point import SamePoint, pair_id
from roundtable.domain.session import RECORDS, Details, Session
from roundtable.domain.stamps import new_id, next_stamp
from roundtable.domain.takeaways import marks
from roundtable.domain.turns import Turn
from roundtable.domain.visits import Visit
from roundtable.i18n import catalogue
from roundtable.report.appendix import to_the_letter
from roundtable.report.document import plain
from roundtable.report.making import Making
from roundtable.services.disclosing import disclosure_of

# What a nameless session is made of. What tells of decisions on names, of papers and to whom they went stays behind.
_KEPT = (
    Details,
    Sector,
    Participant,
    Topic,
    Visit,
    Turn,
    Contribution,
    Support,
    Theme,
    Takeaway,
    Prose,
    SamePoint,
)
_TEXTS: Mapping[type[Record], tuple[str, ...]] = {
    Details: ("title", "subtitle", "opening", "questions", "place", "organiser", "publisher"),
    Topic: ("title", "context", "prompts"),
    Theme: ("name",),
    Takeaway: ("title", "text"),
    Prose: ("text",),
}
_ID = re.compile(r"\b[a-z][0-9a-z]{11}\b")
_PARTS = frozenset({"introduction", "conclusion"})  # ids of prose, the same in every session
_WRITER = "archive"


def nameless(session: Session, now: datetime) -> tuple[Session, list[Change]]:
    """Give a new session of what was said and made of it, and the changes that it comes of."""
    making = Making(disclosure_of(_asked_for_all(session), Form.NONE))
    records = [_nameless(making, one) for one in _there(session)]
    records += _people(session)
    remarked = _looked_again(session, records)
    changes = _renamed(session, _stamped(session.uid, remarked, now))
    uid = changes[0].session
    folded = fold(changes)
    there = (read_record(RECORDS[kind], key, one.first, one.fields) for (kind, key), one in folded.items())
    return Session(uid).having(there), changes


def _asked_for_all(session: Session) -> Session:
    """Give the session with people that were taken out looked for as well, and no name decided to be kept."""
    people = [replace(one, withdrawn=False) for one in session.of(Participant).values()]
    return session.having([*people, *(replace(one, withdrawn=True) for one in session.of(Decision).values())])


def _there(session: Session) -> list[Record]:
    """Give what is there besides people, the first made first: what was said at one moment stays in its order.

    What somebody does not want printed stays here: nobody could know it there.
    """
    kept = [one for cls in _KEPT if cls is not Participant for one in session.of(cls).values()]
    return sorted(
        (
            one
            for one in kept
            if not (one.withdrawn or (isinstance(one, Contribution) and refused(session, one)))
        ),
        key=lambda one: (one.stamp, one.id),
    )


def _nameless(making: Making, one: Record) -> Record:
    texts: dict[str, Any] = {name: _told(making, getattr(one, name)) for name in _TEXTS.get(type(one), ())}
    made = replace(one, **texts)
    match made:
        case Contribution():
            text = plain((to_the_letter(making, made),))
            return replace(made, text=text, typed=text, wording=making.told_neutrally(made.wording, ()))
        case Details():
            return replace(made, moderator="", contact="", logo="", rehearsal_of=None)
        case Prose():
            return replace(made, settled=frozenset())
        case _:
            return made


def _told(making: Making, text: str | tuple[str, ...]) -> str | tuple[str, ...]:
    if isinstance(text, str):
        return making.told_neutrally(text, ())
    return tuple(making.told_neutrally(one, ()) for one in text)


def _people(session: Session) -> list[Record]:
    """Give the people under a number, in the order in which they spoke first: that of the list would tell who it is."""
    known = {one.id: one for one in session.participants}
    spoke = [one.participant for one in session.contributions if one.participant in known]
    silent = sorted(known, key=lambda _: new_id())
    order = list(dict.fromkeys([*spoke, *silent]))
    called = catalogue(session.details.language).pgettext("report", "Participant {number}")
    return [
        replace(
            known[key or ""],
            name=called.format(number=number),
            nickname="",
            organisation="",
            role="",
            email="",
            instead_of=None,
            order=place,
        )
        for number, (key, place) in enumerate(zip(order, spread_orders(len(order)), strict=True), 1)
    ]


def _looked_again(before: Session, records: Iterable[Record]) -> list[Record]:
    """Let takeaways rest on the words as they are now, where these were seen as they were."""
    made = list(records)
    after = Session(before.uid).having(made)
    return [
        replace(one, seen=_seen(one, before, after)) if isinstance(one, Takeaway) else one for one in made
    ]


def _seen(one: Takeaway, before: Session, after: Session) -> dict[str, str]:
    were, are = marks(before, one.seen), marks(after, one.seen)
    return {key: are[key] for key, seen in one.seen.items() if seen and seen == were[key]}


def _stamped(uid: str, records: Iterable[Record], now: datetime) -> Iterator[Change]:
    stamp, action = "", new_id()
    for one in records:
        stamp = next_stamp(now, stamp)
        edit = created(replace(one, stamp=""))
        yield Change(stamp, uid, edit.kind, edit.record, edit.fields, _WRITER, action)


def _renamed(session: Session, changes: Iterable[Change]) -> list[Change]:
    """Give every record another id, wherever it stands: in fields, in their names, in the references of prose."""
    known = {key for those in session.records.values() for key in those} | {session.uid}
    fresh = {key: new_id() for key in sorted(known - _PARTS) if _ID.fullmatch(key)}

    def renamed(text: str) -> str:
        return _ID.sub(lambda found: fresh.get(found[0], found[0]), text)

    return [
        replace(
            one,
            session=renamed(one.session),
            record=_paired(one.kind, renamed(one.record)),
            fields=json.loads(renamed(json.dumps(dict(one.fields), ensure_ascii=False))),
        )
        for one in changes
    ]


def _paired(kind: str, record: str) -> str:
    return pair_id(*record.split("+")) if kind == SamePoint.KIND else record
