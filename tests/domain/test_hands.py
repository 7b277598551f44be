"""A show of hands as it is typed, and what it comes to."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roundtable.domain.contributions import Contribution, Support, Takeaway, Voice, Vote
from roundtable.domain.counting import Backing, standing_behind
from roundtable.domain.hands import Hands, TooMany, too_many, understand_hands
from roundtable.domain.people import Attendance, Participant, Sector
from roundtable.domain.records import Record
from roundtable.domain.session import Session
from roundtable.errors import HandsNotUnderstood, HandsTwice, NoSuchSector, RoundtableError

SECTORS = (("RET", "Retail"), ("LOG", "Logistics"), ("NPO", "Non-profit"), ("G5", "Réseaux 5G"))
PEOPLE = (("els", "RET"), ("mieke", "RET"), ("karim", "LOG"), ("an", "NPO"), ("guest", None))


def table(*more: Record) -> Session:
    """Give a table of five people and four sectors, with a takeaway that nobody answered."""
    sectors = [Sector(id=short, short=short, name=name, order=short) for short, name in SECTORS]
    people = [Participant(id=name, name=name, sector=sector) for name, sector in PEOPLE]
    return Session("s").having([*sectors, *people, Takeaway(id="t", text="Trust first"), *more])


def raised(sector: str | None, agree: int, oppose: int = 0) -> list[Support]:
    """Give a show of hands as it is recorded."""
    votes = ((Vote.AGREE, agree), (Vote.OPPOSE, oppose))
    return [
        Support(id=f"{sector}{vote}", on="t", sector=sector, vote=vote, count=count, hands=True)
        for vote, count in votes
    ]


def behind(session: Session) -> Backing:
    return standing_behind(session, session.takeaways[0])


@pytest.mark.parametrize(
    ("typed", "counts"),
    [
        ("8", {None: (8, 0, 0)}),
        (" 8 ", {None: (8, 0, 0)}),
        ("0", {None: (0, 0, 0)}),
        ("8-2", {None: (8, 2, 0)}),
        ("8 - 2 - 1", {None: (8, 2, 1)}),
        ("8 against 2", {None: (8, 2, 0)}),
        ("8 tegen 2", {None: (8, 2, 0)}),
        ("8 contre 2", {None: (8, 2, 0)}),
        ("ret 3, log 2, npo 0", {"RET": (3, 0, 0), "LOG": (2, 0, 0), "NPO": (0, 0, 0)}),
        ("ret 3 log 2", {"RET": (3, 0, 0), "LOG": (2, 0, 0)}),
        ("RET:3;LOG=2-1", {"RET": (3, 0, 0), "LOG": (2, 1, 0)}),
        ("ret3 log2", {"RET": (3, 0, 0), "LOG": (2, 0, 0)}),
        ("ret 3 en npo 1", {"RET": (3, 0, 0), "NPO": (1, 0, 0)}),
        ("retail 3, non-profit 1-1", {"RET": (3, 0, 0), "NPO": (1, 1, 0)}),
        ("g5 4", {"G5": (4, 0, 0)}),
        ("Reseaux 5g 2", {"G5": (2, 0, 0)}),
    ],
)
def test_one_number_is_for_the_table_and_a_name_goes_before_that_of_its_sector(
    typed: str, counts: dict[str | None, tuple[int, int, int]]
) -> None:
    assert understand_hands(table(), typed).counts == counts


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ("", HandsNotUnderstood),
        ("many", HandsNotUnderstood),
        ("ret", HandsNotUnderstood),
        ("3 ret", HandsNotUnderstood),
        ("-3", HandsNotUnderstood),
        ("8 against", HandsNotUnderstood),
        ("bank 3", NoSuchSector),
        ("ret 3, bank 2", NoSuchSector),
        ("8 9", HandsTwice),
        ("8, ret 3", HandsTwice),
        ("ret 3, log 2, retail 1", HandsTwice),
    ],
)
def test_what_is_no_show_of_hands_is_refused_and_says_why(typed: str, problem: type[RoundtableError]) -> None:
    with pytest.raises(problem):
        understand_hands(table(), typed)


@given(st.text(alphabet="retlognpo g50123456789-–,;:= contretegagainst.é", max_size=30))
def test_whatever_is_typed_is_understood_or_refused(typed: str) -> None:
    try:
        counts = understand_hands(table(), typed).counts
    except RoundtableError:
        return
    assert counts
    assert None not in counts or len(counts) == 1


def test_more_hands_than_people_are_told_and_no_more_than_that() -> None:
    session = table()
    sector = session.sectors[-1]
    assert sector.short == "RET"
    assert too_many(session, Hands({None: (4, 1, 0)})) == ()
    assert too_many(session, Hands({None: (4, 1, 1)})) == (TooMany(None, 6, 5),)
    assert too_many(session, Hands({"RET": (3, 0, 0), "LOG": (1, 0, 0)})) == (TooMany(sector, 3, 2),)


def test_only_those_who_are_there_can_raise_a_hand() -> None:
    absent = Participant(id="mieke", name="mieke", sector="RET", attendance=Attendance.ABSENT)
    assert [one.people for one in too_many(table(absent), Hands({"RET": (2, 0, 0)}))] == [1]


def test_hands_of_the_whole_table_count_in_all_and_for_no_sector() -> None:
    backing = behind(table(*raised(None, 4, 1)))
    assert (backing.agreed, backing.against, backing.sectors, backing.counts) == (4, 1, (), {})
    assert backing.table == (4, 1, 0)


def test_whoever_is_known_to_agree_was_among_those_who_raised_a_hand() -> None:
    said = Contribution(id="c", text="x", participant="els", voice=Voice.PERSON)
    takeaway = Takeaway(id="t", text="Trust first", evidence=frozenset({"c"}))
    by_sector = behind(table(said, takeaway, *raised("RET", 2)))
    assert by_sector.counts == {"RET": (2, 0, 0)}
    assert (by_sector.people, by_sector.agreed) == (("els",), 2)
    assert behind(table(said, takeaway, *raised(None, 3))).agreed == 3
    told = Support(id="told", on="t", sector="RET", count=1)
    assert behind(table(said, takeaway, told)).counts == {"RET": (2, 0, 0)}


def test_somebody_without_a_sector_counts_in_all() -> None:
    assert behind(table(Support(id="v", on="t", participant="guest"))).agreed == 1
