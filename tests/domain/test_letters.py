"""One letter for each at the table: their own where that is free, and the same all evening."""

from datetime import UTC, datetime, timedelta

from roundtable.domain.letters import people_letters, sector_letters
from roundtable.domain.people import Participant, Sector
from roundtable.domain.session import Session
from roundtable.domain.stamps import next_stamp
from roundtable.domain.visits import Visit

BEGAN = datetime(2026, 11, 23, 18, tzinfo=UTC)


def table(*names: str, late: tuple[str, ...] = ()) -> Session:
    def seated(name: str, place: int, at: datetime) -> Participant:
        return Participant(id=name.lower(), name=name, order=f"b{place:03}", stamp=next_stamp(at, None))

    early = [seated(name, place, BEGAN - timedelta(days=1)) for place, name in enumerate(names)]
    fresh = [seated(name, place, BEGAN + timedelta(hours=1)) for place, name in enumerate(late, len(names))]
    visit = Visit(id="v", topic="t", begins=BEGAN)
    return Session("u").having([*early, *fresh]).having([visit])


def test_the_first_letter_goes_before_all_others() -> None:
    letters = people_letters(table("An", "Anke", "Nadia", "Élodie", "Aaa"))
    assert letters == {"an": "a", "anke": "k", "nadia": "n", "élodie": "e", "aaa": "b"}


def test_who_sits_down_later_takes_no_letter_from_anybody() -> None:
    before = people_letters(table("An", "Anke"))
    after = people_letters(table("An", "Anke", late=("Nele", "Kim")))
    assert {key: after[key] for key in before} == before
    assert len(set(after.values())) == 4
    assert (after["nele"], after["kim"]) == ("e", "k")


def test_whom_no_letter_is_left_for_has_none() -> None:
    letters = people_letters(table(*(f"A{number}" for number in range(40))))
    assert len(letters) == 26
    assert len(set(letters.values())) == 26


def test_sectors_have_capitals() -> None:
    session = Session("u").having(
        [
            Sector(id="1", short="RET", name="Retail", order="b"),
            Sector(id="2", short="REG", name="Region", order="c"),
        ]
    )
    assert sector_letters(session) == {"1": "R", "2": "E"}
