"""How it stands with somebody's words, told in the language of the interface: a sign, a word, a day."""

from collections.abc import Mapping
from datetime import date

from roundtable.domain.approvals import Answer, to_ask
from roundtable.domain.people import Participant
from roundtable.domain.session import Session
from roundtable.domain.standing import Standing
from roundtable.i18n import N_, _
from roundtable.report.approving import OwnWords
from roundtable.report.word_lists import words_of

SIGNS: Mapping[Standing, str] = {
    Standing.UNASKED: "·",
    Standing.ASKED: "?",
    Standing.APPROVED: "✓",
    Standing.CHANGED: "≈",
    Standing.REFUSED: "✗",
    Standing.LAPSED: "!",
}
WORDS: Mapping[Standing, str] = {
    Standing.UNASKED: N_("not asked yet"),
    Standing.ASKED: N_("asked"),
    Standing.APPROVED: N_("approved"),
    Standing.CHANGED: N_("approved with a change"),
    Standing.REFUSED: N_("refused"),
    Standing.LAPSED: N_("lapsed: other words"),
}


def standing_word(one: OwnWords, today: date) -> str:
    """Say in a word or two how it stands with a statement."""
    late = one.standing is Standing.ASKED and one.approval is not None and one.approval.overdue(today)
    return _("overdue") if late else _stands(one)


def _stands(one: OwnWords) -> str:
    """Say how it stands; of what lapsed also what is another now: the words, or how they are told."""
    told = one.standing is Standing.LAPSED and one.approval and one.approval.shown[:16] == one.mark[:16]
    return _("lapsed: told otherwise") if told else _(WORDS[one.standing])


def standing_told(one: OwnWords, today: date) -> str:
    """Say how it stands with a statement; of one that waits for an answer until when, or that it is overdue."""
    approval = one.approval
    if one.standing is not Standing.ASKED or approval is None or not approval.until:
        return _stands(one)
    late = approval.overdue(today)
    return (_("asked, overdue since {day}") if late else _("asked, until {day}")).format(day=approval.until)


def owner_told(session: Session, one: OwnWords) -> str:
    """Say whose words these are: a name, else a sector, else a dash."""
    person = session.of(Participant).get(to_ask(one.said) or "")
    if person:
        return person.name
    sector = session.sector_of(one.said)
    return sector.short if sector else "–"


def before_told(one: OwnWords) -> str:
    """Give the words that were said, where others are printed in their place."""
    changed = one.approval is not None and one.approval.answer is Answer.CHANGED
    own = one.said.wording or one.said.text
    return own if changed and words_of(own) != words_of(one.words) else ""
