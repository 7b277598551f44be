"""The versions of a part's prose: the leaves of a tree of texts, which grows by what each of them started from."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from roundtable.domain.changes import Change
from roundtable.domain.contributions import Prose
from roundtable.domain.stamps import instant_of
from roundtable.domain.undoing import undone_by


@dataclass(frozen=True, slots=True)
class Version:
    """A text that somebody saved for a part; `mine` says that it was here. An empty one took the text away."""

    stamp: str
    text: str
    writer: str
    at: datetime
    mine: bool


def open_versions(record: Prose | None, changes: Sequence[Change], writer: str) -> tuple[Version, ...]:
    """Give the texts of a part (from all its changes) that no later one is based on and nobody decided on.

    The newest, which is in force, comes first. `writer` is who looks.
    """
    undone = {undone_by(change.action) for change in changes}
    texts = [one for one in changes if "text" in one.fields]
    standing = [one for one in texts if one.action not in undone and undone_by(one.action) is None]
    bases = _bases(changes)
    stamps = {one.stamp for one in standing}
    superseded: set[str] = set()
    for one in standing:
        before = bases[one.stamp]
        while before is not None and before not in superseded:
            superseded.add(before)
            # What was taken back is no version; what it started from was seen all the same.
            before = None if before in stamps else bases.get(before)
    passed = superseded | (record.settled if record else frozenset())
    leaves = sorted((one for one in standing if one.stamp not in passed), key=lambda one: one.stamp)
    return tuple(_version(one, writer) for one in reversed(leaves))


def _bases(changes: Iterable[Change]) -> dict[str, str | None]:
    """Give what each text started from; one that came back by undoing is what stood there before."""
    bases: dict[str, str | None] = {}
    undone: set[str] = set()
    before: list[Change] = []
    for change in sorted(changes, key=lambda one: one.stamp):
        taken_back = undone_by(change.action)
        if taken_back is not None:
            undone.add(taken_back)
        if "text" not in change.fields:
            continue
        if taken_back is None:
            bases[change.stamp] = change.base
            before.append(change)
        else:
            left = [one.stamp for one in before if one.action not in undone]
            bases[change.stamp] = left[-1] if left else None
    return bases


def _version(change: Change, writer: str) -> Version:
    text = str(change.fields["text"] or "")
    return Version(change.stamp, text, change.writer, instant_of(change.stamp), change.writer == writer)
