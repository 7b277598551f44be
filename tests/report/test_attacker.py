"""Who knows everybody at the table, and reads the paper with its appendix, learns nobody's words from it."""

import random
from collections.abc import Iterator

import pytest

from roundtable.domain.contributions import Support, Takeaway
from roundtable.domain.disclosure import Disclosure, Form, OfNobody
from roundtable.domain.people import Consent
from roundtable.domain.session import Session
from roundtable.report.document import texts
from roundtable.report.white_paper import Choices, compose
from tests.report.attacker import Attacker, evening
from tests.report.tables import people, person, said, sector, table, topic, vote

EVENINGS = 10


def evenings(count: int, first: int = 0) -> Iterator[tuple[Session, int]]:
    """Give evenings of up to twelve people and five sectors, each with the least number that a sector is told of."""
    for seed in range(first, first + count):
        dice = random.Random(f"evening {seed}")  # noqa: S311 — the same each time
        yield evening(seed, dice.randint(2, 12), dice.randint(1, 5)), dice.choice([2, 2, 3])


@pytest.mark.parametrize("form", Form)
def test_nothing_in_a_paper_tells_who_said_what_but_what_its_form_allows(form: Form) -> None:
    for session, least in evenings(EVENINGS):
        assert not list(Attacker(session, form, least).leaks())


def test_the_attacker_finds_people_where_no_sector_is_folded() -> None:
    there = [sector("ret"), person("Els", "ret"), *people("log")]
    session = table(
        *there, said("a", "het magazijn staat vol", "els"), said("b", "niemand telt uren", "log1", 1)
    )
    (leak,) = Attacker(session, Form.SECTOR, 2, folding=1).leaks()
    assert (leak.statement, leak.among) == ("a", {"els"})
    assert not list(Attacker(session, Form.SECTOR, 2).leaks())


def printed(session: Session, form: Form) -> str:
    paper = compose(session, Choices(form, appendix=True), {}).document
    return "\n".join(words for part in paper.parts for words in texts(part.blocks))


def test_what_a_guest_said_for_a_sector_is_not_told_by_it_where_its_own_are_too_few() -> None:
    session = table(
        *people("log", "zor"),
        sector("ret"),
        person("Els", "ret"),
        said("a", "het magazijn is vol", "log1", sector="ret"),
    )
    assert isinstance(Disclosure.of(session, Form.SECTOR).who(session.contribution("a")), OfNobody)


def backed(by: Consent) -> Session:
    """Give a table where somebody from retail, who agreed to be told so or not at all, is supported by two sectors."""
    return table(
        *people("log", "zor", "ret"),
        person("Els", "ret", by),
        person("Ann", "zor", Consent.NONE),
        said("a", "het magazijn staat altijd vol", "els"),
        *(vote("a", one) for one in ("log1", "zor1", "ret1")),
    )


def test_support_tells_no_sectors_where_they_would_tell_of_which_the_speaker_is_not() -> None:
    assert "uit de logistiek en uit de zorg" in printed(backed(Consent.SECTOR), Form.SECTOR)
    told = printed(backed(Consent.NONE), Form.SECTOR)
    assert "Dat kreeg bijval van meer dan één kant." in told
    assert "uit de logistiek" not in told


def grounded(*more: Support) -> Session:
    """Give a table with a takeaway that rests on a statement from logistics."""
    drawn = Takeaway(
        id="k", title="Kern", text="Een kern.", worded=True, evidence=frozenset({"a"}), order="a"
    )
    return table(
        *people("log", "zor"),
        person("Els", "log", Consent.NONE),
        person("Ann", "zor", Consent.NONE),
        said("a", "het magazijn staat vol", "log1"),
        drawn,
        *more,
    )


def test_of_how_many_sectors_people_are_leaves_out_who_is_told_of_nobody() -> None:
    assert "Twee mensen uit twee sectoren" in printed(grounded(vote("k", "zor1")), Form.SECTOR)
    assert "Twee mensen staan erachter." in printed(grounded(vote("k", "els")), Form.SECTOR)
    assert "Twee mensen staan erachter." in printed(grounded(vote("k", "ann")), Form.SECTOR)


def test_a_paper_that_tells_nobody_counts_by_topic_alone_where_a_cell_would_tell() -> None:
    lines = [said("a", "het magazijn staat vol", "log1"), said("b", "de zorg wacht", "zor1", 1)]
    asked = topic(id="u", title="Ruimte", number="2", order="b")
    alone = said("c", "er is geen plaats", "log2", 2, topic="u")
    session = table(*people("log", "zor"), asked, *lines)
    assert [one.id for one in Disclosure.of(session, Form.TABLE).columns] == ["log", "zor"]
    assert not Disclosure.of(session.having([alone]), Form.TABLE).columns
    assert Disclosure.of(session.having([alone]), Form.SECTOR).columns


def test_of_how_many_people_is_not_told_exactly_where_a_sector_of_one_is_counted_with_them() -> None:
    els = [sector("ret"), person("Els", "ret"), sector("it"), person("Ann", "it")]
    line = said("b", "de winkel is leeg", "RET", 1)
    drawn = Takeaway(id="k", title="Kern", text="Een kern.", worded=True, evidence=frozenset("ab"), order="a")
    for author in ("els", "ann"):
        session = table(
            *people("log"), *els, said("a", "het magazijn staat vol", author), line, drawn, language="en"
        )
        assert "At least one person stands behind it." in printed(session, Form.SECTOR)


def test_support_of_sectors_of_which_nobody_is_on_the_list_is_counted_as_it_was_recorded() -> None:
    drawn = Takeaway(id="k", title="Kern", text="Een kern.", worded=True, evidence=frozenset("a"), order="a")
    session = table(
        *people("log"), sector("ret"), said("a", "vol", "log1"), vote("a", "RET", count=40), drawn
    )
    assert "41 mensen uit twee sectoren staan erachter." in printed(session, Form.SECTOR)
