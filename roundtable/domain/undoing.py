"""Taking an action back: what to write so that the picture is as if it had not been."""

from collections.abc import Container, Iterable
from dataclasses import dataclass

from roundtable.domain.changes import Change, Edit, Folded, Key, Value, fold

UNDO = "undo-"


@dataclass(frozen=True, slots=True)
class TakenBack:
    """The edits that take an action back, and the fields that somebody changed since.

    They are left as they are, also where what they belong to is withdrawn.
    """

    edits: tuple[Edit, ...]
    kept: tuple[tuple[Key, str], ...]


def undone_by(action: str) -> str | None:
    """Give the action that an action undoes, or nothing where it is no undo."""
    return action.removeprefix(UNDO) if action.startswith(UNDO) else None


def take_back(action: str, changes: Iterable[Change], undone: Container[str]) -> TakenBack:
    """Say how to take an action back, from all changes of the records it touched and the actions undone before.

    A field is put back only while its newest stamp is still this action's; a record that the action created is
    withdrawn, and what others set on it since is told. What was undone before counts as if it had never been, and so
    do the changes that undid it; but an undone creation only withdrew what it made, which is still there for whoever
    brought it back.
    """
    known = sorted(changes, key=lambda one: one.stamp)
    makers = {one.key: one.action for one in reversed(known)}
    standing = [one for one in known if _stands(one, makers[one.key], undone)]
    own = [one for one in standing if one.action == action]
    stamps = {one.stamp for one in own}
    before = fold(one for one in standing if one.action != action)
    after = fold(standing)
    edits: list[Edit] = []
    kept: list[tuple[Key, str]] = []
    for key, set_here in fold(own).items():
        now = after[key]
        if now.first in stamps:
            fields, left = _withdrawal(now, stamps)
        else:
            fields, left = _restoral(now, before[key], set_here)
            if "withdrawn" in fields and makers[key] in undone:
                fields["withdrawn"] = before[key].fields.get("withdrawn", True)
        if fields:
            edits.append(Edit(*key, fields))
        kept += [(key, name) for name in left]
    return TakenBack(tuple(edits), tuple(kept))


def _stands(one: Change, maker: str, undone: Container[str]) -> bool:
    took_back = undone_by(one.action)
    if (took_back or one.action) == maker:
        return True
    return took_back is None and one.action not in undone


def _withdrawal(now: Folded, own: Container[str]) -> tuple[dict[str, Value], list[str]]:
    if now.stamps.get("withdrawn", now.first) in own:
        return {"withdrawn": True}, sorted(name for name, stamp in now.stamps.items() if stamp not in own)
    return {}, [] if now.fields["withdrawn"] else ["withdrawn"]  # somebody brought it back on purpose


def _restoral(now: Folded, before: Folded, own: Folded) -> tuple[dict[str, Value], list[str]]:
    # A field that had no value gets none again, which every field reads as its default.
    fields = {
        name: before.fields.get(name) for name, stamp in own.stamps.items() if now.stamps[name] == stamp
    }
    return fields, sorted(own.stamps.keys() - fields.keys())
