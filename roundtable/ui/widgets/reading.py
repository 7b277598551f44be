"""What a line being typed is understood as, in one line of words."""

from datetime import tzinfo
from typing import TYPE_CHECKING

from rich.text import Text

from roundtable.domain.contributions import Contribution, Voice
from roundtable.domain.naming import Speaker
from roundtable.domain.people import Participant, Sector
from roundtable.domain.session import Session
from roundtable.i18n import _
from roundtable.ui.undone import shortened

if TYPE_CHECKING:
    from roundtable.domain.capture import Draft

WORDS_OF_TARGET = 28  # characters


def told(
    session: Session,
    draft: "Draft",
    target: Contribution | None,
    zone: tzinfo,
    *,
    who: str | None = None,
    aimed: bool = False,
    clock: bool = True,
) -> Text:
    """Say how a line is understood: who speaks, how it stands to what was said before, kind, theme, marks.

    `who` is said in the place of the speaker; the words of a target that was `aimed` at come before all else;
    without `clock` the time in the line is left to be told by whoever asks.
    """
    if draft.empty and not who:
        return Text()
    words = ""
    parts = [who or _who(session, draft)]
    if draft.marks_only:
        parts = [_marks(session, draft)]
    if (draft.stance or draft.marks_only) and target:
        parts[0] += " " + _target(session, draft, target, zone)
        words = f"“{shortened(target.text, WORDS_OF_TARGET)}”"
        parts[0] += f" ↑ {words}" if aimed else " ↑"
    kinds = {"quote": _("quote"), "question": _("question"), "proposal": _("proposal")}
    parts += [kinds[draft.kind]] if draft.kind in kinds and not draft.marks_only else []
    parts += (
        [_("agreed: {names}").format(names=_marks(session, draft))]
        if draft.marks and not draft.marks_only
        else []
    )
    if draft.said_at and clock:
        parts += [_("said at {time}").format(time=draft.said_at.strftime("%H:%M"))]
    parts += [_("theme {name}").format(name=theme) for theme in draft.themes]
    parts += [_("starred")] if draft.starred else []
    parts += [_("to check")] if draft.check else []
    if words and not aimed:
        parts += [words]
    return Text(" · ".join(part for part in parts if part), no_wrap=True, overflow="ellipsis")


def _who(session: Session, draft: "Draft") -> str:
    if not draft.placed:
        near = session.shown.get(draft.nearest or "")
        return _("who? nearest: {name}").format(name=near) if near else _("who?")
    return speaker_told(session, draft.speaker)


def speaker_told(session: Session, speaker: Speaker | None) -> str:
    """Give a speaker by short name and sector: "An NPO"."""
    if speaker is None:
        return _("nobody named")
    fixed = {Voice.TABLE: _("the table"), Voice.MODERATOR: _("moderator"), Voice.NOBODY: _("somebody")}
    if speaker.voice in fixed:
        return fixed[speaker.voice]
    person = session.of(Participant).get(speaker.participant or "")
    sector = session.of(Sector).get(speaker.sector or (person.sector if person else None) or "")
    names = [session.shown.get(person.id, person.name)] if person else []
    return " ".join([*names, *([sector.short] if sector else [])])


def _marks(session: Session, draft: "Draft") -> str:
    speakers = [Speaker(Voice.PERSON, mark.participant, mark.sector) for mark in draft.marks]
    return ", ".join(speaker_told(session, one) for one in speakers)


def _target(session: Session, draft: "Draft", target: Contribution, zone: tzinfo) -> str:
    who = session.shown.get(target.participant or "", "")
    sector = session.sector_of(target)
    name = who or (sector.short if sector else "?")
    at = target.at.astimezone(zone).strftime("%H:%M") if target.at else ""
    against = draft.stance == "opposes" or (draft.marks_only and draft.marks[0].vote == "oppose")
    pattern = _("opposes {name} {time}") if against else _("supports {name} {time}")
    return pattern.format(name=name, time=at)
