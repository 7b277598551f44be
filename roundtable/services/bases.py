"""What the editing of a text started from."""

from roundtable.storage.journal import Journal


def base_of(journal: Journal, uid: str, kind: str, record: str, field: str = "text") -> str | None:
    """Give the stamp of the newest change of a field, nothing where it has none yet."""
    changes = journal.history(uid, kind, record)
    return max((change.stamp for change in changes if field in change.fields), default=None)
