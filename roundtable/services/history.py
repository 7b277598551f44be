"""What became of a contribution: who changed what, when, from what to what."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from roundtable.domain.changes import Change, Value
from roundtable.domain.contributions import Contribution, Support
from roundtable.domain.stamps import instant_of
from roundtable.domain.undoing import undone_by
from roundtable.storage.journal import Journal


@dataclass(frozen=True, slots=True)
class Happening:
    """One change of a contribution, or of a mark of support on it (then `support`): fields before and after.

    `here` says that it was done in this terminal, `new` that the record was made by it, `undo` that it took something
    back.
    """

    at: datetime
    here: bool
    new: bool
    undo: bool
    support: bool
    before: Mapping[str, Value]
    after: Mapping[str, Value]


def history_of(journal: Journal, uid: str, number: str) -> list[Happening]:
    """Give what became of a contribution (by number or id), the oldest first. Raises NoSuchContribution."""
    session = journal.session(uid)
    said = session.contribution(number)
    on_it = {one.id for one in session.of(Support).values() if one.on == said.id}
    marks = (one for one in journal.history(uid, Support.KIND) if one.record in on_it) if on_it else ()
    changes = [*journal.history(uid, Contribution.KIND, said.id), *marks]
    return list(_happened(sorted(changes, key=lambda one: one.stamp), journal.writer))


def _happened(changes: Iterable[Change], writer: str) -> Iterable[Happening]:
    known: dict[str, dict[str, Value]] = {}
    for change in changes:
        fields = known.setdefault(change.record, {})
        before = {name: fields.get(name) for name in change.fields}
        yield Happening(
            at=instant_of(change.stamp),
            here=change.writer == writer,
            new=not fields,
            undo=bool(undone_by(change.action)),
            support=change.kind == Support.KIND,
            before={**fields, **before} if change.kind == Support.KIND else before,
            after={**fields, **change.fields} if change.kind == Support.KIND else dict(change.fields),
        )
        fields.update(change.fields)
