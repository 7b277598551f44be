"""By what a paper tells of whom, every small table is safe: enumerated, up to whom nobody outside tells apart."""

import os
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

import pytest

from roundtable.domain.disclosure import ByName, Disclosure, Form, OfNobody
from roundtable.domain.people import Consent, Participant
from roundtable.domain.session import Session
from tests.report.tables import person, said, sector, table

# Of how many people all tables are looked at: `ROUNDTABLE_TABLES=12` is all that the rule was checked on, in hours.
PEOPLE = int(os.environ.get("ROUNDTABLE_TABLES", "6"))
SECTORS = ("log", "zor", "ret", "it", "npo")
CONSENTS = (Consent.NAMED, Consent.SECTOR, Consent.NONE)
Seats = tuple[int, int, int]  # how many of a sector agreed to be named, to be told by sector, to neither


def tables(people: int) -> Iterator[tuple[Seats, ...]]:
    """Give all ways in which so many people may sit for up to five sectors, and agree to be told."""
    kinds = sorted(
        (named, by_sector, total - named - by_sector)
        for total in range(1, people + 1)
        for named in range(total + 1)
        for by_sector in range(total - named + 1)
    )

    def further(left: int, least: int, taken: tuple[Seats, ...]) -> Iterator[tuple[Seats, ...]]:
        if left == 0:
            yield taken
        elif len(taken) < len(SECTORS):
            for place in range(least, len(kinds)):
                if sum(kinds[place]) <= left:
                    yield from further(left - sum(kinds[place]), place, (*taken, kinds[place]))

    yield from further(people, 0, ())


def seated(seats: tuple[Seats, ...]) -> Session:
    """Give a table at which everybody said one thing."""
    there = [
        person(f"{short}{consent or 'x'}{count}", short, consent)
        for short, counts in zip(SECTORS, seats, strict=False)
        for consent, number in zip(CONSENTS, counts, strict=True)
        for count in range(number)
    ]
    lines = [said(f"c{one.id}", "x", one.id, minute) for minute, one in enumerate(there)]
    return table(*(sector(short) for short in SECTORS), *there, *lines)


def told(disclosure: Disclosure, one: Participant) -> str:
    """Give how a paper tells of what somebody said, in the text and in tables."""
    said_one = disclosure.session.contribution(f"c{one.id}")
    match disclosure.who(said_one):
        case ByName(participant):
            return participant.id
        case _ as who:
            counted = disclosure.counted(said_one) if disclosure.columns else None
            return f"{who} {counted.id if counted else ''}"


def exposed(session: Session, form: Form, least: int) -> list[str]:
    """Give those who did not agree to it, and of whom a paper tells what they said: they hide among too few.

    Who hides among all who are told of nobody, does: nobody can be hidden who alone does not want to be told.
    """
    disclosure = Disclosure.of(session, form, least)
    labels = {one.id: told(disclosure, one) for one in session.participants}
    sizes = Counter(labels.values())
    found = []
    for one in session.participants:
        if form is Form.NAMED and one.consent is Consent.NAMED:
            continue
        nobody = isinstance(disclosure.who(session.contribution(f"c{one.id}")), OfNobody)
        others = any(
            not isinstance(disclosure.who(said_one), OfNobody | ByName) for said_one in session.contributions
        )
        refused = one.consent is Consent.NONE
        if sizes[labels[one.id]] < least and not (nobody and (refused or not others)):
            found.append(one.id)
        if refused and not nobody:
            found.append(one.id)
    return found


@pytest.mark.parametrize("people", range(1, PEOPLE + 1))
def test_nobody_hides_among_too_few(people: int) -> None:
    for seats in tables(people):
        session = seated(seats)
        for form in Form:
            for least in (2, 3):
                assert not exposed(session, form, least), (seats, form, least)


def test_the_enumeration_finds_whom_a_rule_that_folds_nothing_exposes() -> None:
    session = seated(((0, 1, 0), (0, 2, 0)))
    for form in (Form.SECTOR, Form.NAMED):
        disclosure = replace(Disclosure.of(session, form), folded=frozenset(), least=1)
        labels = Counter(told(disclosure, one) for one in session.participants)
        assert min(labels.values()) == 1
        assert not exposed(session, form, 2)


@pytest.mark.parametrize("least", [2, 3])
def test_a_sector_line_with_nobody_named_points_at_nobody_who_did_not_agree(least: int) -> None:
    for seats in tables(4):
        session = seated(seats)
        for form in (Form.SECTOR, Form.NAMED):
            for short, (named, by_sector, refused) in zip(SECTORS, seats, strict=False):
                line = said("line", "x", short.upper(), 99)
                disclosure = Disclosure.of(session.having([line]), form, least)
                if isinstance(disclosure.who(line), OfNobody):
                    continue
                may_be = by_sector + (named if form is Form.SECTOR else 0)
                assert may_be >= least or may_be == refused == 0, (seats, form, short)
