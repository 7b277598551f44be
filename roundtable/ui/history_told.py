"""What became of a contribution, in words."""

from collections.abc import Iterator, Sequence

from roundtable.domain.agenda import Topic
from roundtable.domain.changes import Value
from roundtable.domain.contributions import Contribution, Theme
from roundtable.domain.people import Participant, Sector
from roundtable.domain.session import Session
from roundtable.i18n import N_, _
from roundtable.services.history import Happening

# Fields that say yes or no: what is told when they do.
FLAGS = {
    "starred": (N_("starred"), N_("star taken away")),
    "check": (N_("to be checked"), N_("no longer to be checked")),
    "parked": (N_("parked"), N_("taken up again")),
    "open_question": (N_("an open question for the paper"), N_("no open question any longer")),
    "withdrawn": (N_("withdrawn"), N_("brought back")),
}
NAMES = {
    "text": N_("text"),
    "wording": N_("printed as"),
    "participant": N_("said by"),
    "sector": N_("for"),
    "topic": N_("topic"),
    "kind": N_("kind"),
    "stance": N_("stance"),
    "answers": N_("answers"),
}
WORDS = {
    "point": N_("point"),
    "quote": N_("quote"),
    "question": N_("question"),
    "proposal": N_("proposal"),
    "supports": N_("supports"),
    "opposes": N_("opposes"),
}
VOTES = {"agree": N_("{who} supports it"), "oppose": N_("{who} opposes it"), "pass": N_("{who} passes")}


def happened(session: Session, one: Happening) -> Sequence[str]:
    """Say what one change did, a line for each thing."""
    told = list(_support(session, one) if one.support else _fields(session, one))
    first = _("taken back: ") if one.undo else ""
    return [first + line for line in told]


def _support(session: Session, one: Happening) -> Iterator[str]:
    who = _named(session, one.after.get("participant")) or _named(session, one.after.get("sector"))
    vote = _(VOTES.get(str(one.after.get("vote") or "agree"), VOTES["agree"])).format(who=who or "?")
    if one.after.get("withdrawn"):
        yield _("no longer: {what}").format(what=vote)
    else:
        yield vote


def _fields(session: Session, one: Happening) -> Iterator[str]:
    if one.new:
        typed = one.after.get("typed") or one.after.get("text")
        yield _("written: “{text}”").format(text=typed or "")
        return
    for name, after in one.after.items():
        before = one.before.get(name)
        plain, dot, member = name.partition(".")
        if plain in FLAGS and bool(after) != bool(before):
            yield _(FLAGS[plain][0] if after else FLAGS[plain][1])
        elif dot and plain == "theme":
            theme = _named(session, member)
            yield (
                _("theme {name}").format(name=theme)
                if after
                else _("without theme {name}").format(name=theme)
            )
        elif plain in NAMES:
            was, now = _shown(session, plain, before), _shown(session, plain, after)
            if was != now:
                yield f"{_(NAMES[plain])}: {was} → {now}"


def _shown(session: Session, name: str, value: Value) -> str:
    if not value:
        return _(WORDS["point"]) if name == "kind" else "–"  # a point goes without saying in the journal
    if name in {"text", "wording"}:
        return f"“{value}”"
    return _(WORDS[str(value)]) if str(value) in WORDS else _named(session, value)


def _named(session: Session, key: Value) -> str:
    """Give what people call the record of an id; nothing where there is none."""
    wanted = str(key or "")
    if person := session.of(Participant).get(wanted):
        return person.name
    if sector := session.of(Sector).get(wanted):
        return sector.short
    if theme := session.of(Theme).get(wanted):
        return theme.name
    if topic := session.of(Topic).get(wanted):
        return topic.title
    said = session.of(Contribution).get(wanted)
    return f"“{said.text}”" if said else ""
