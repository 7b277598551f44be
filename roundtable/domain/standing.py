"""How it stands with the approval of a statement in a paper: what was answered, and whether that still holds.

What was shown to somebody is kept as a mark in two halves: of the words, and of how they are told and who said them.
Where the mark of now is another, what was asked or answered is about something else than would be printed; where only
its second half is, the words are still those that were shown.
"""

import hashlib
from dataclasses import replace
from enum import StrEnum

from roundtable.domain.approvals import Answer, approval_of, is_quote, to_ask
from roundtable.domain.contributions import Contribution
from roundtable.domain.disclosure import ByName, BySector, Disclosure, OfNobody, OfTable, Told
from roundtable.domain.mentions import NeutralWords

# In a mark it counts that a name was told neutrally, and not by which words of which language.
_NEUTRAL = NeutralWords("_person", "_of_person", "_organisation", "_of_organisation", "_address", "_two")


class Standing(StrEnum):
    """How it stands with a statement: as it was answered, unasked, or lapsed since."""

    UNASKED = "unasked"
    ASKED = "asked"
    APPROVED = "approved"
    CHANGED = "changed"
    REFUSED = "refused"
    LAPSED = "lapsed"


AGREED = frozenset({Standing.APPROVED, Standing.CHANGED})  # a final paper prints it


def standing(disclosure: Disclosure, said: Contribution) -> Standing:
    """Say how it stands with a statement in a paper; what was refused stays so, however it is told now."""
    found = approval_of(disclosure.session, said.id)
    if found is None:
        return Standing.UNASKED
    # Its own words, also where others stand in for them.
    own = disclosure.session.of(Contribution).get(said.id, said)
    if found.answer is not Answer.REFUSED and found.shown != mark_of(disclosure, own):
        return Standing.LAPSED
    return Standing(found.answer)


def changed_to(disclosure: Disclosure, said: Contribution) -> str:
    """Give the words that somebody wants in the place of those of a statement; empty where it keeps its own.

    They hold as long as these are the words that were shown, however they are told now: nobody finds back in a paper
    what they had put right.
    """
    found = approval_of(disclosure.session, said.id)
    if found is None or found.answer is not Answer.CHANGED:
        return ""
    return found.wording if same_words(disclosure, said) else ""


def same_words(disclosure: Disclosure, said: Contribution) -> bool:
    """Tell whether the words of a statement are still those that were shown when it was asked about."""
    found = approval_of(disclosure.session, said.id)
    own = disclosure.session.of(Contribution).get(said.id, said)
    return found is not None and found.shown.partition("-")[0] == _hashed(own.wording or own.text)


def as_approved(disclosure: Disclosure, said: Contribution) -> Contribution:
    """Give a statement with the words that were approved in the place of its own: a quote stays one."""
    wording = changed_to(disclosure, said)
    if not wording:
        return said
    return replace(said, text=wording) if is_quote(said) else replace(said, wording=wording)


def mark_of(disclosure: Disclosure, said: Contribution) -> str:
    """Give the mark of a statement as it would be printed now: its words, how they are told, who said them."""
    words = said.wording or said.text
    neutral = disclosure.neutral(words, _NEUTRAL, [said.id]).text
    told = "\n".join((" ".join(neutral.split()), _told(disclosure.who(said)), to_ask(said) or ""))
    return f"{_hashed(words)}-{_hashed(told)}"


def _hashed(text: str) -> str:
    return hashlib.sha256(" ".join(text.split()).encode()).hexdigest()[:16]


def _told(told: Told) -> str:
    match told:
        case ByName(participant):
            return f"name {participant.name}"
        case BySector(sector):
            return f"sector {sector.told or sector.name or sector.short}"
        case OfTable():
            return "table"
        case OfNobody():
            return "nobody"
