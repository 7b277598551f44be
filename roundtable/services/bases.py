"""What the editing of a text started from."""

from roundtable.domain.changes import Change, Key
from roundtable.storage.journal import Journal


def base_of(
    journal: Journal, uid: str, kind: str, record: str, field: str = "text", *, seen: str | None = None
) -> str | None:
    """Give the stamp of the newest change of a field, nothing where it has none yet.

    Where the text that was `seen` is given, it is the newest change that made the field say so.
    """
    newest = _newest(journal, uid, (kind, record), field, seen)
    return newest.stamp if newest else None


def text_and_base(
    journal: Journal, uid: str, kind: str, record: str, field: str = "text"
) -> tuple[str, str | None]:
    """Give a text as it is now, to be edited, and the stamp to hand back with what it became."""
    newest = _newest(journal, uid, (kind, record), field, None)
    return (str(newest.fields[field] or ""), newest.stamp) if newest else ("", None)


def _newest(journal: Journal, uid: str, key: Key, field: str, seen: str | None) -> Change | None:
    changes = journal.history(uid, *key)
    those = [one for one in changes if field in one.fields and seen in {None, one.fields[field]}]
    return max(those, key=lambda one: one.stamp, default=None)
