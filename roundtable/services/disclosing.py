"""What a paper would tell, and of whom: said before it is written."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from roundtable.config import read_settings
from roundtable.domain.disclosure import Disclosure, Form, own_form
from roundtable.domain.people import Consent, Participant, Sector
from roundtable.domain.session import Session


class Why(StrEnum):
    """Why nobody is told by a sector."""

    FORM = "form"  # the paper tells nobody
    FEW = "few"  # too few of it would be told by it
    BESIDE = "beside"  # it is folded with another, which would be known if it were folded alone
    NONE = "none"  # nobody of it would be told by it: they are named, or asked to be told of nobody


@dataclass(frozen=True, slots=True)
class SectorTold:
    """A sector that sat at the table, with how many people, and why nobody is told by it, if so."""

    sector: Sector
    people: int
    why: Why | None


@dataclass(frozen=True, slots=True)
class Given:
    """What a paper would give away: how many were present, its sectors, who is named, told of nobody, not asked yet.

    `alone` is somebody who is told of nobody while all others are told: who knows so, knows what they said.
    """

    form: Form
    least: int
    present: int
    sectors: tuple[SectorTold, ...]
    named: tuple[Participant, ...]
    nobody: tuple[Participant, ...]
    unasked: tuple[Participant, ...]
    alone: Participant | None = None


def disclosure_of(session: Session, form: Form | None = None) -> Disclosure:
    """Give the rule of a paper of this form (None: that of the session), for so few people as the settings say."""
    return Disclosure.of(session, form or own_form(session), read_settings().least)


def given_away(session: Session, form: Form | None = None) -> Given:
    """Say what a paper of this form would give away."""
    disclosure = disclosure_of(session, form)
    refused = tuple(one for one in disclosure.present if one.consent is Consent.NONE)
    hidden = [one for one in disclosure.present if one in refused or not one.sector]
    alone = disclosure.tells and len(hidden) == 1 and not disclosure.folded
    return Given(
        disclosure.form,
        disclosure.least,
        len(disclosure.present),
        tuple(_sectors(disclosure)),
        disclosure.named,
        refused,
        disclosure.unasked,
        hidden[0] if alone else None,
    )


def _sectors(disclosure: Disclosure) -> Iterator[SectorTold]:
    for one in disclosure.session.sectors:
        people = sum(each.sector == one.id for each in disclosure.present)
        if people or one in disclosure.told_sectors:
            yield SectorTold(one, people, _why(disclosure, one))


def _why(disclosure: Disclosure, sector: Sector) -> Why | None:
    count = disclosure.tellable[sector.id]
    if not disclosure.tells:
        return Why.FORM
    if sector.id in disclosure.folded:
        return Why.FEW if count < disclosure.least else Why.BESIDE
    return None if count >= disclosure.least else Why.NONE
