"""What was taken back, in a sentence."""

from collections import Counter
from collections.abc import Sequence

from roundtable.domain.agenda import Topic
from roundtable.domain.approvals import Answer, Approval
from roundtable.domain.changes import Change
from roundtable.domain.contributions import Contribution, Decision, Export, Prose, Support, Takeaway, Theme
from roundtable.domain.people import Participant
from roundtable.domain.same_point import SamePoint
from roundtable.domain.session import Details, Session
from roundtable.domain.text import shortened as text_shortened
from roundtable.domain.turns import Turn
from roundtable.domain.visits import Visit
from roundtable.i18n import _, ngettext
from roundtable.services.prose import part_title
from roundtable.storage.journal import Undone

SHOWN = 48  # characters of a contribution


def shortened(text: str, length: int = SHOWN) -> str:
    """Give the beginning of a text, as far as a line that is told has room."""
    return text_shortened(text, length)


def undone_told(before: Session, undone: Undone) -> str:
    """Say what was taken back, from the session as it was before."""
    gone = [
        change
        for change in undone.changes
        if change.kind == Contribution.KIND and change.fields.get("withdrawn")
    ]
    if len(gone) > 1:
        return ngettext(
            "Taken back: {count} contribution.", "Taken back: {count} contributions.", len(gone)
        ).format(count=len(gone))
    if len(undone.changes) > 1 and all(set(change.fields) == {"attendance"} for change in undone.changes):
        return _("Taken back: whether {count} people are here.").format(count=len(undone.changes))
    if all(change.kind == Approval.KIND for change in undone.changes):
        return _approvals(before, undone.changes) + _kept(undone)
    if told := _from_word(undone):
        return told + _kept(undone)
    if told := _ledger(before, undone):
        return told + _kept(undone)
    sentences = [_told(before, undone.session, change) for change in undone.changes if change.fields]
    if all(map(_is_of_themes, undone.changes)):
        sentences = [_themes(before, undone.changes)]
    told = next((sentence for sentence in sentences if sentence), _("Taken back."))
    return told + _kept(undone)


def _kept(undone: Undone) -> str:
    return " " + _("What somebody changed since stays.") if undone.kept else ""


def _approvals(before: Session, changes: Sequence[Change]) -> str:
    """Say what was taken back of what people were asked about their words, or of what they answered."""
    known = [before.of(Approval)[change.record] for change in changes if change.record in before.of(Approval)]
    asked = all(one.answer is Answer.ASKED for one in known)
    if len(changes) == 1:
        said = before.of(Contribution).get(changes[0].record)
        pattern = (
            _("Taken back: somebody was asked about “{text}”")
            if asked
            else _("Taken back: the answer about “{text}”")
        )
        return pattern.format(text=shortened(said.text)) if said else _("Taken back.")
    if asked:
        return _("Taken back: somebody was asked about {count} statements.").format(count=len(changes))
    return _("Taken back: the answers about {count} statements.").format(count=len(changes))


def _from_word(undone: Undone) -> str:
    """Say what was taken back where an act changed the texts of several parts: what came back from Word."""
    kinds = [change.kind for change in undone.changes]
    if len(kinds) == 1 or Prose.KIND not in kinds or not {*kinds} <= {Prose.KIND, Takeaway.KIND}:
        return ""
    told = ngettext(
        "Taken back: the texts of {count} part.", "Taken back: the texts of {count} parts.", len(kinds)
    )
    return told.format(count=len(kinds))


def _ledger(before: Session, undone: Undone) -> str:
    """Say what was taken back where an act changed several takeaways: drafted, parted, made one."""
    changes = [change for change in undone.changes if change.kind == Takeaway.KIND]
    gone = [change for change in changes if change.fields.get("withdrawn")]
    back = [change for change in changes if change.fields.get("withdrawn", True) in {False, None}]
    if len(gone) > 1:
        return ngettext("Taken back: {count} takeaway.", "Taken back: {count} takeaways.", len(gone)).format(
            count=len(gone)
        )
    kept = next((one for one in changes if one not in gone and one not in back), None)
    one = before.of(Takeaway).get(kept.record) if kept else None
    if one is None or not (gone or back):
        return ""
    pattern = _("Taken back: what was split off “{text}”.") if gone else _("Parted again: “{text}”.")
    return pattern.format(text=shortened(one.called))


def _told(before: Session, after: Session, change: Change) -> str:
    match change.kind:
        case Contribution.KIND:
            return _contribution(before, change)
        case Visit.KIND:
            return _visit(after)
        case Topic.KIND:
            return _topic(before, after, change)
        case Turn.KIND:
            return _turn(before, change)
        case Participant.KIND:
            return _participant(before, change)
        case Takeaway.KIND:
            return _takeaway(before, after, change)
        case Support.KIND:
            return _support(before, change)
        case Prose.KIND:
            return _prose(after, change)
        case Details.KIND:
            return _evening(change)
    return _decision(before, change)


def _visit(after: Session) -> str:
    here = after.current
    if here is None:
        return _("Taken back: the table has not begun.")
    return _("Taken back: the table is at “{title}”.").format(title=here.title)


def _evening(change: Change) -> str:
    if "on_stage" in change.fields:
        return _("Taken back: what the stage shows.")
    if "prompt" in change.fields:
        return _("Taken back: the question to ask.")
    if "turn_seconds" in change.fields:
        return _("Taken back: the limit of a turn.")
    if "quiet_first" in change.fields:
        return _("Taken back: the order of the queue.")
    if "names_until" in change.fields:
        return _("Taken back: until when the names are kept.")
    if "closed" not in change.fields:
        return ""
    closed = change.fields["closed"] is not None
    return _("Taken back: the evening is closed.") if closed else _("Taken back: the evening is open again.")


def _topic(before: Session, after: Session, change: Change) -> str:
    if "prompt" in change.fields:
        return _("Taken back: the question to ask.")
    topic = after.of(Topic).get(change.record)
    title = shortened(topic.title) if topic else ""
    if "withdrawn" in change.fields:
        return _("Taken back: the topic “{title}”.").format(title=title)
    if "fixed" in change.fields:
        held = _("“{title}” is held again.") if change.fields["fixed"] else _("“{title}” is no longer held.")
        return held.format(title=title)
    if "skipped" in change.fields:
        return ""  # where the table is now says it
    if sum(one != before.of(Topic).get(one.id) for one in after.topics) > 1:
        return _("Taken back: the new split.")
    return _("Taken back: the minutes of “{title}”.").format(title=title)


def _participant(before: Session, change: Change) -> str:
    one = before.of(Participant).get(change.record)
    patterns = {
        "withdrawn": _("Taken back: {name} is no longer on the list."),
        "attendance": _("Taken back: whether {name} is here."),
        "consent": _("Taken back: how {name} may be told."),
    }
    name = one.name if one else ""
    return next((told.format(name=name) for field, told in patterns.items() if field in change.fields), "")


def _takeaway(before: Session, after: Session, change: Change) -> str:
    one = after.of(Takeaway).get(change.record) or before.of(Takeaway).get(change.record)
    text = shortened(one.called) if one else ""
    if "withdrawn" in change.fields:
        gone = change.fields["withdrawn"]
        return (_("Taken back: “{text}”") if gone else _("Back again: “{text}”")).format(text=text)
    if "text" in change.fields or "title" in change.fields:
        return _("As it was before: “{text}”").format(text=text)
    touched = {name.partition(".")[0] for name in change.fields}
    if "evidence" in touched:
        return _("Taken back: what “{text}” rests on").format(text=text)
    if "dissent" in touched:
        return _("Taken back: what was said against “{text}”").format(text=text)
    if "seen" in touched:
        return _("Taken back: the look at “{text}”").format(text=text)
    return _("Taken back: the place of “{text}”").format(text=text)


def _support(before: Session, change: Change) -> str:
    vote = before.of(Support).get(change.record)
    if vote is None or vote.hands:
        return _("Taken back: the show of hands.") if vote else ""
    said = before.of(Contribution).get(vote.on or "")
    return _("Taken back: how somebody stands to “{text}”").format(text=shortened(said.text)) if said else ""


def _prose(after: Session, change: Change) -> str:
    title = part_title(after, change.record)
    if "text" in change.fields or "withdrawn" in change.fields:
        return _("Taken back: the text of “{title}”").format(title=title)
    if "drafted" in change.fields:
        return _("Taken back: somebody looked at “{title}”").format(title=title)
    return _("Taken back: the choice of a version of “{title}”").format(title=title)


def _decision(before: Session, change: Change) -> str:
    if change.kind == SamePoint.KIND:
        return _("Taken back: which contributions make the same point.")
    paper = before.of(Export).get(change.record) if change.kind == Export.KIND else None
    if paper:
        return _("Taken back: to whom “{name}” went.").format(name=paper.name or paper.format)
    one = before.of(Decision).get(change.record) if change.kind == Decision.KIND else None
    return _("Taken back: what happens to the name “{name}”.").format(name=one.name) if one else ""


def _turn(before: Session, change: Change) -> str:
    turn = before.of(Turn).get(change.record)
    person = before.of(Participant).get(turn.participant or "") if turn else None
    if person is None:
        return ""
    fields = change.fields
    if fields.get("withdrawn"):
        asked = turn is not None and turn.begins is None
        told = (
            _("Taken back: {name} did not ask for the floor.")
            if asked
            else _("Taken back: the floor of {name}.")
        )
    elif "ends" in fields and "begins" not in fields:
        told = _("Taken back: {name} has the floor again.")
    else:
        told = _("Taken back: {name} waits for the floor again.")
    return told.format(name=person.name)


def _contribution(before: Session, change: Change) -> str:
    said = before.of(Contribution).get(change.record)
    text = shortened(said.text) if said else ""
    fields = change.fields
    patterns = {
        "withdrawn": _("Taken back: “{text}”") if fields.get("withdrawn") else _("Back again: “{text}”"),
        "text": _("As it was before: “{text}”"),
        "participant": _("Taken back: who said “{text}”"),
        "sector": _("Taken back: who said “{text}”"),
        "topic": _("Taken back: the topic of “{text}”"),
        "starred": _("Taken back: the star of “{text}”"),
        "parked": _("Taken back: the parking of “{text}”"),
        "kind": _("Taken back: the kind of “{text}”"),
        "stance": _("Taken back: the stance of “{text}”"),
        "wording": _("Taken back: how “{text}” is to be printed"),
    }
    if "text" in fields:
        text = shortened(str(fields["text"]))
    return next((told.format(text=text) for name, told in patterns.items() if name in fields), "")


def _is_of_themes(change: Change) -> bool:
    only = all(name.startswith("theme.") for name in change.fields)
    return change.kind == Theme.KIND or (change.kind == Contribution.KIND and only)


def _themes(before: Session, changes: Sequence[Change]) -> str:
    """Say what was taken back of themes and of what bears them."""
    own = {change.record: change.fields for change in changes if change.kind == Theme.KIND}
    names = {one.id: shortened(one.name) for one in before.of(Theme).values()}
    if renamed := [str(fields["name"]) for fields in own.values() if "name" in fields]:
        return _("The theme is called “{name}” again.").format(name=shortened(renamed[0]))
    given, taken = _borne_again(changes)
    back = [names.get(key, "") for key, fields in own.items() if fields.get("withdrawn") is not True]
    if back and taken:
        return _("Taken back: “{names}” is a theme of its own again.").format(names="”, “".join(back))
    if back:
        return _("Back again: the theme “{name}”").format(name=back[0])
    if given:
        told = ngettext(
            "{count} contribution bears “{name}” again.",
            "{count} contributions bear “{name}” again.",
            given[1],
        )
        return told.format(count=given[1], name=names.get(given[0], ""))
    if taken:
        told = ngettext(
            "Taken back: the theme “{name}” of {count} contribution.",
            "Taken back: the theme “{name}” of {count} contributions.",
            taken[1],
        )
        return told.format(count=taken[1], name=names.get(taken[0], ""))
    return ""


def _borne_again(changes: Sequence[Change]) -> tuple[tuple[str, int] | None, tuple[str, int] | None]:
    """Give the theme (id) that most contributions bear again, and the one that most bear no longer; how many do."""
    given, taken = Counter[str](), Counter[str]()
    for change in changes:
        if change.kind == Contribution.KIND:
            for name, value in change.fields.items():
                (given if value else taken)[name.removeprefix("theme.")] += 1
    return next(iter(given.most_common(1)), None), next(iter(taken.most_common(1)), None)
