"""What was erased for good, and how changes that still tell it lose what they told, whenever they come."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import ClassVar

from roundtable.domain.changes import Change, Value
from roundtable.domain.contributions import Contribution, Voice
from roundtable.domain.people import Participant
from roundtable.domain.records import Record, choice, flag, mapped, words

# The fields, of whatever kind, in which people write.
TEXTS = frozenset({"text", "typed", "wording", "title", "name", "by"})
# Those in which it stands who asked somebody, and to whom a paper went.
REMARKS = ("consent_by", "sent.")


class Extent(StrEnum):
    """How much was erased: the words and who said them, or only who said them."""

    WORDS = "words"
    LINK = "link"


@dataclass(frozen=True, slots=True, kw_only=True)
class Erasure(Record):
    """That something was erased, and never what: its id is that of the contribution or participant (`kind`).

    `instead` are the neutral words (as `NeutralWords` calls them) that stand where others named an erased person;
    without them, others' words stayed as they were. `sat` says that the person sat at the table: so many they were.
    """

    KIND: ClassVar[str] = "erasure"
    kind: str = words()
    extent: Extent = choice(Extent, Extent.WORDS)
    instead: Mapping[str, str] = mapped("instead")
    sat: bool = flag()


Erasures = Mapping[str, Erasure]


def all_gone(erasures: Erasures, kind: str, record: str) -> bool:
    """Say whether a record is empty for good: an erased person, or a contribution whose words were erased."""
    found = erasures.get(record)
    if found is None or found.kind != kind:
        return False
    return kind == Participant.KIND or found.extent is Extent.WORDS


def stripped(change: Change, erasures: Erasures) -> Change:
    """Give a change without what was erased; what it loses follows from the erasures alone, here as elsewhere."""
    if not erasures or change.kind == Erasure.KIND:
        return change
    fields = {
        name: value
        for name, value in _of_record(change, erasures).items()
        if not _tells(name, value, erasures)
    }
    return replace(change, fields=fields) if fields != dict(change.fields) else change


def _of_record(change: Change, erasures: Erasures) -> dict[str, Value]:
    fields = dict(change.fields)
    own = erasures.get(change.record)
    if all_gone(erasures, change.kind, change.record):
        return _emptied(fields, change.kind)
    if own and own.kind == change.kind:
        # What stands since then was written again with the erasure; all that stood before goes.
        older = change.stamp < own.stamp
        return {name: value for name, value in fields.items() if not (older and name in TEXTS)}
    speaker = erased_person(fields.get("participant"), erasures)
    if speaker is None or change.kind != Contribution.KIND:
        return fields
    if speaker.extent is Extent.WORDS:
        return {**_emptied(fields, change.kind), "withdrawn": True}
    return {name: value for name, value in fields.items() if name != "typed"} | {"voice": str(Voice.NOBODY)}


def _emptied(fields: Mapping[str, Value], kind: str) -> dict[str, Value]:
    """Keep that the record is gone and, so that the numbers of others stay, when something was said."""
    kept = {"at"} if kind == Contribution.KIND else set()
    return {name: value for name, value in fields.items() if name in kept or (name == "withdrawn" and value)}


def _tells(name: str, value: Value, erasures: Erasures) -> bool:
    """Say whether a field links to an erased person, or holds a mark of erased words."""
    prefix, _, member = name.partition(".")
    known = erasures.get(member)
    marked = known is not None and (known.kind == Participant.KIND or prefix == "seen")
    return marked or erased_person(value, erasures) is not None


def erased_person(value: Value, erasures: Erasures) -> Erasure | None:
    """Give the erasure of the person whose id this is, if it is one's."""
    found = erasures.get(value) if isinstance(value, str) else None
    return found if found and found.kind == Participant.KIND else None
