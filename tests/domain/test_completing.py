"""Names that are begun, mistyped, or new."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roundtable.domain.completing import begun_in, completions, newcomer_in
from roundtable.domain.naming import Table
from roundtable.domain.people import Participant, Sector

NAMES = ("Karim Haddad", "Mieke Claes", "Jonas Wouters", "Élodie Mertens", "Nadia Benali")
TABLE = Table(
    tuple(Participant(id=name, name=name) for name in NAMES), (Sector(id="ret", short="RET", name="Retail"),)
)


@given(st.sampled_from(NAMES), st.integers(0, 3), st.sampled_from(["drop", "double", "swap", "other"]))
def test_one_slip_of_the_fingers_still_finds_who_was_meant(name: str, place: int, slip: str) -> None:
    typed = name.split(maxsplit=1)[0]
    letter = typed[place]
    wrong = {
        "drop": typed[:place] + typed[place + 1 :],
        "double": typed[:place] + letter + typed[place:],
        "swap": typed[:place] + typed[place : place + 2][::-1] + typed[place + 2 :],
        "other": typed[:place] + "x" + typed[place + 1 :],
    }[slip]
    assert name in [one.shown for one in completions(wrong, TABLE)]


def test_ordinary_words_find_nobody_by_a_slip() -> None:
    assert completions("note", Table((Participant(id="n", name="Nate Smith"),))) == ()


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ("kar", "Karim: "),
        ("kar: so it is", "Karim: so it is"),
        ("19:42 kar", "19:42 Karim: "),
        ("19u42 kar: so", "19u42 Karim: so"),
        ("! kar", "! Karim: "),
        ("+ kar", "+ Karim"),
        ("- kar: so", "- Karim: so"),
    ],
)
def test_a_name_is_put_where_it_was_begun(line: str, named: str) -> None:
    assert begun_in(line).named("Karim") == named


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("lene", "Lene"),
        ("lene van damme", "Lene van Damme"),
        ("@lene", "Lene"),
        ("LENE McKay", "LENE McKay"),
        ("jean-luc", "Jean-luc"),
        ("lene, karim", ""),
        ("note", ""),
        ("room 12 at the back of it", ""),
        ("", ""),
    ],
)
def test_a_newcomer_has_the_name_that_was_typed(typed: str, name: str) -> None:
    assert newcomer_in(typed) == name
