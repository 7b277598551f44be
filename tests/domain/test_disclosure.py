"""Of whom a paper tells what was said."""

from dataclasses import replace

import pytest

from roundtable.domain.contributions import Choice, Decision, Voice, Vote
from roundtable.domain.disclosure import ByName, BySector, Disclosure, Form, OfNobody, OfTable, Told
from roundtable.domain.people import Attendance, Consent, Participant
from roundtable.domain.records import Record
from roundtable.domain.session import Session
from tests.report.tables import people, person, said, sector, table, vote


def told(session: Session, name: str, form: Form = Form.SECTOR, least: int = 2) -> Told:
    return Disclosure.of(session, form, least).who(session.contribution(name))


def shorts(disclosure: Disclosure) -> str:
    return " ".join(one.short for one in disclosure.told_sectors)


def mixed(*more: Record) -> Session:
    """Give two of retail (Els, named; Piet), two of logistics, two of care, one of IT."""
    return table(
        *people("log", "zor"),
        sector("ret"),
        sector("it"),
        person("Els Peeters", "ret", Consent.NAMED),
        person("Piet Claes", "ret"),
        person("Ann Dox", "it"),
        said("a", "een", "els"),
        said("b", "twee", "piet", 1),
        said("c", "drie", "ann", 2),
        said("d", "vier", "log1", 3),
        *more,
    )


def test_of_the_table_and_under_chatham_house_nobody_is_told() -> None:
    for form in (Form.TABLE, Form.NONE):
        assert isinstance(told(mixed(), "a", form), OfNobody)
        assert isinstance(told(mixed(said("z", "x", "all")), "z", form), OfNobody)
        assert not Disclosure.of(mixed(), form).told_sectors


def test_by_sector_nobody_is_named_and_by_name_only_who_agreed() -> None:
    assert isinstance(told(mixed(), "a"), BySector)
    assert isinstance(told(mixed(), "a", Form.NAMED), ByName)
    assert not isinstance(told(mixed(), "d", Form.NAMED), ByName)


def test_the_only_one_of_a_sector_is_told_of_nobody_and_the_next_smallest_sector_with_them() -> None:
    session = mixed(person("Log3", "log"), person("Zor3", "zor"))
    disclosure = Disclosure.of(session, Form.SECTOR)
    assert disclosure.folded == {"it", "ret"}
    assert shorts(disclosure) == "LOG ZOR"
    assert isinstance(told(session, "b"), OfNobody)
    assert isinstance(told(session, "c"), OfNobody)


def test_two_sectors_of_one_person_need_no_third() -> None:
    session = table(
        *people("log"),
        sector("ret"),
        sector("it"),
        person("Els", "ret"),
        person("Ann", "it"),
        said("a", "x", "log1"),
    )
    assert Disclosure.of(session, Form.SECTOR).folded == {"ret", "it"}


def test_who_is_named_hides_nobody_of_their_sector() -> None:
    session = mixed()
    disclosure = Disclosure.of(session, Form.NAMED)
    assert "ret" in disclosure.folded  # Piet alone would be told by sector
    assert isinstance(told(session, "b", Form.NAMED), OfNobody)
    assert isinstance(told(session, "a", Form.NAMED), ByName)


def test_a_refusal_holds_in_every_form_and_counts_for_nobody() -> None:
    session = table(
        *people("log", "zor"),
        sector("ret"),
        person("Els", "ret", Consent.NONE),
        person("Piet", "ret"),
        said("a", "x", "els"),
        said("b", "y", "piet"),
    )
    for form in Form:
        assert isinstance(told(session, "a", form), OfNobody)
    assert isinstance(told(session, "b"), OfNobody), "Piet is the only one told by retail"


@pytest.mark.parametrize("attendance", [Attendance.PRESENT, Attendance.ONLINE, Attendance.LEFT])
def test_who_was_there_counts_and_who_was_invited_does_not(attendance: Attendance) -> None:
    there = person("Ann", "ret", attendance=attendance)
    invited = replace(there, attendance=Attendance.EXPECTED)
    session = table(sector("ret"), person("Els", "ret"), said("a", "x", "els"), *people("log", "zor"))
    assert isinstance(told(session.having([there]), "a"), BySector)
    assert isinstance(told(session.having([invited]), "a"), OfNobody)
    spoke = session.having([invited, said("b", "y", "ann")])
    assert isinstance(told(spoke, "a"), BySector), "who spoke was there"


def test_who_was_not_asked_is_told_by_sector_and_reported() -> None:
    session = table(
        sector("ret"), person("Els", "ret", Consent.UNASKED), person("Ann", "ret"), said("a", "x", "els")
    )
    disclosure = Disclosure.of(session, Form.NAMED)
    assert isinstance(disclosure.who(session.contribution("a")), BySector)
    assert [one.name for one in disclosure.unasked] == ["Els"]


def test_the_least_number_is_a_setting() -> None:
    session = table(
        *people("log", "zor", each=3), *people("ret"), said("a", "x", "ret1"), said("b", "y", "log1")
    )
    assert isinstance(told(session, "a", least=3), OfNobody)
    assert isinstance(told(session, "a", least=1), BySector)


def test_the_table_nobody_and_the_moderator() -> None:
    lines = [
        said("all", "x", "all"),
        said("nobody", "y"),
        said("mod", "z", voice=Voice.MODERATOR),
        said("unplaced", "els: w", "log1", placed=False),
        said("gone", "v", "log1", withdrawn=True),
    ]
    session = table(*people("log"), *lines)
    assert isinstance(told(session, "all"), OfTable)
    for name in ("nobody", "mod", "unplaced", "gone"):
        assert isinstance(told(session, name), OfNobody)


class TestLinesOfASectorWithNobodyNamed:
    def test_are_told_by_sector(self) -> None:
        session = table(*people("log"), said("a", "x", "LOG"))
        assert isinstance(told(session, "a"), BySector)

    def test_are_told_where_nobody_of_it_is_on_the_list(self) -> None:
        session = table(sector("log"), sector("ret"), said("a", "x", "LOG"))
        assert isinstance(told(session, "a"), BySector)

    def test_are_folded_like_those_of_its_only_person(self) -> None:
        session = table(sector("ret"), person("Els", "ret"), *people("log"), said("a", "x", "RET"))
        assert isinstance(told(session, "a"), OfNobody)

    def test_may_be_of_the_only_one_expected_where_nobody_was_marked_present(self) -> None:
        els = person("Els", "ret", attendance=Attendance.EXPECTED)
        session = table(sector("ret"), els, *people("log"), said("a", "x", "RET"))
        assert isinstance(told(session, "a"), OfNobody)

    @pytest.mark.parametrize("consents", [(Consent.NONE,), (Consent.NONE, Consent.NONE)])
    def test_do_not_tell_who_refused(self, consents: tuple[Consent, ...]) -> None:
        there = [person(f"R{place}", "ret", consent) for place, consent in enumerate(consents)]
        session = table(sector("ret"), *there, *people("log"), said("a", "x", "RET"))
        assert isinstance(told(session, "a"), OfNobody)

    def test_do_not_point_at_the_one_who_is_not_named(self) -> None:
        there = [person("Els", "ret", Consent.NAMED), person("Ann", "ret", Consent.NONE)]
        session = table(sector("ret"), *there, *people("log"), said("a", "x", "RET"))
        assert isinstance(told(session, "a", Form.NAMED), OfNobody)


def test_a_statement_put_right_is_told_of_the_sector_it_was_put_to() -> None:
    session = table(*people("log", "ret"), said("a", "x", "log1", sector="ret"))
    found = told(session, "a")
    assert isinstance(found, BySector)
    assert found.sector.id == "ret"


def test_who_speaks_for_another_sector_alone_is_not_told_by_it() -> None:
    session = table(*people("log", "zor"), sector("ret"), said("a", "x", "log1", sector="ret"))
    assert isinstance(told(session, "a"), OfNobody)


def test_votes_are_told_as_statements_are() -> None:
    session = mixed()
    disclosure = Disclosure.of(session, Form.NAMED)
    assert isinstance(disclosure.who_votes(vote("a", "els")), ByName)
    assert isinstance(disclosure.who_votes(vote("a", "LOG", Vote.OPPOSE)), BySector)
    assert isinstance(disclosure.who_votes(vote("a", "IT")), OfNobody)
    assert isinstance(Disclosure.of(session, Form.TABLE).who_votes(vote("a", "LOG")), OfNobody)


def test_tables_follow_the_same_rule() -> None:
    session = mixed()
    by_table = Disclosure.of(session, Form.TABLE)
    assert [one.id for one in by_table.counted_sectors] == ["ret", "zor"]  # logistics folded with IT
    assert by_table.counted(session.contribution("c")) is None
    assert by_table.counted(session.contribution("d")) is None
    assert not Disclosure.of(session, Form.NONE).counted_sectors
    assert Disclosure.of(session, Form.NONE).counted(session.contribution("a")) is None


def test_the_list_of_sectors_is_of_those_that_sat_there_and_empty_under_chatham_house() -> None:
    session = mixed(sector("npo"))
    assert [one.id for one in Disclosure.of(session, Form.TABLE).listed_sectors] == [
        "it",
        "log",
        "ret",
        "zor",
    ]
    assert not Disclosure.of(session, Form.NONE).listed_sectors


def test_a_withdrawn_person_is_told_of_nobody() -> None:
    session = mixed()
    gone: Participant = replace(session.person("Piet"), withdrawn=True)
    assert isinstance(told(session.having([gone]), "b"), OfNobody)


def test_decisions_are_remembered_for_their_statement_alone() -> None:
    kept = Decision(id="k", stamp="1", contribution="a", name="Els", choice=Choice.KEEP)
    neutral = Decision(id="n", stamp="1", contribution="b", name="Els’", choice=Choice.NEUTRAL)
    again = Decision(id="w", stamp="1", contribution="c", name="els", choice=Choice.WORD)
    disclosure = Disclosure.of(mixed(kept, neutral, again), Form.SECTOR)
    kinds = {name: [str(one.kept) for one in disclosure.names_in("Els zei het", [name])] for name in "abcd"}
    assert kinds == {"a": ["decided"], "b": ["not"], "c": ["undecided"], "d": ["undecided"]}


def test_the_newest_decision_counts() -> None:
    first = Decision(id="1", stamp="1", contribution="a", name="Els", choice=Choice.NEUTRAL)
    then = Decision(id="0", stamp="2", contribution="a", name="Els", choice=Choice.KEEP)
    (mention,) = Disclosure.of(mixed(first, then), Form.SECTOR).names_in("Els", ["a"])
    assert mention.kept == "decided"


def test_the_name_of_somebody_who_agreed_stays_in_a_paper_that_names() -> None:
    session = mixed(
        replace(person("Els Peeters", "ret", Consent.NAMED), organisation="Madelief", email="els@x.be")
    )
    words = "Els van Madelief, els@x.be, en Piet"
    kept = {one.name: str(one.kept) for one in Disclosure.of(session, Form.NAMED).names_in(words)}
    assert kept == {"Els": "agreed", "Madelief": "agreed", "els@x.be": "undecided", "Piet": "undecided"}
    assert {str(one.kept) for one in Disclosure.of(session, Form.SECTOR).names_in(words)} == {"undecided"}


def test_an_organisation_shared_with_somebody_who_did_not_agree_goes() -> None:
    session = mixed(
        replace(person("Els Peeters", "ret", Consent.NAMED), organisation="Madelief"),
        replace(person("Piet Claes", "ret"), organisation="Madelief"),
    )
    (mention,) = Disclosure.of(session, Form.NAMED).names_in("bij Madelief")
    assert mention.kept == "undecided"
