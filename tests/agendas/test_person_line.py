"""One person on one line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roundtable.agendas.person_line import read_person
from roundtable.domain.people import Person


@pytest.mark.parametrize(
    ("line", "person"),
    [
        ("Els Peeters", Person("Els Peeters")),
        ("Els Peeters, RET, Colruyt", Person("Els Peeters", "RET", "Colruyt")),
        ("Els Peeters; RET; Colruyt, Halle; HR", Person("Els Peeters", "RET", "Colruyt, Halle", "HR")),
        ("Els\tRET\t\tHR", Person("Els", "RET", "", "HR")),
        ("Els,,Colruyt", Person("Els", "", "Colruyt")),
        ("Els Peeters <els@x.be>, RET,", Person("Els Peeters", "RET", email="els@x.be")),
        ("Els, RET, els@x.be", Person("Els", "RET", email="els@x.be")),
        ("Els, RET, Colruyt, HR, and more", Person("Els", "RET", "Colruyt", "HR, and more")),
        ("  ", Person("")),
    ],
)
def test_a_line_is_read_as_one_person(line: str, person: Person) -> None:
    assert read_person(line) == person


@given(st.text(max_size=60))
def test_whatever_is_typed_is_somebody_or_nobody(line: str) -> None:
    assert isinstance(read_person(line).name, str)
