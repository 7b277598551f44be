"""Short names for sectors."""

from hypothesis import given
from hypothesis import strategies as st

from roundtable.agendas.short_names import short_names


def test_a_name_that_is_short_already_stays() -> None:
    assert short_names(["D66", "PPE", "PvdA", "Lib.", "con"]) == {
        "D66": "D66",
        "PPE": "PPE",
        "PvdA": "PVDA",
        "Lib.": "LIB",
        "con": "CON",
    }


def test_several_words_give_their_initials_without_the_small_words_between() -> None:
    assert short_names(["La France insoumise", "Zorg en welzijn", "Group A", "Group B", "GroenLinks"]) == {
        "La France insoumise": "LFI",
        "Zorg en welzijn": "ZW",
        "Group A": "GA",
        "Group B": "GB",
        "GroenLinks": "GL",
    }


def test_one_word_gives_its_first_letters() -> None:
    assert short_names(["Logistiek", "50PLUS", "Économie"]) == {
        "Logistiek": "LOG",
        "50PLUS": "50P",
        "Économie": "ECO",
    }


def test_names_that_begin_alike_stay_apart() -> None:
    found = short_names(["Onderwijs", "Onderzoek", "Ondernemers", "OND"])
    assert found["OND"] == "OND"
    assert len(set(found.values())) == 4


def test_words_of_the_capture_line_and_names_in_use_are_avoided() -> None:
    assert short_names(["Moderatie", "Logistiek"], taken=["log"]) == {
        "Moderatie": "MODE",
        "Logistiek": "LOGI",
    }


@given(st.lists(st.text(max_size=12), max_size=40))
def test_any_names_give_two_to_four_letters_each_of_its_own(names: list[str]) -> None:
    found = short_names(names)
    assert set(found) == set(names)
    assert len(set(found.values())) == len(found)
    assert all(2 <= len(short) <= 4 and short.isalnum() for short in found.values())
    assert found == short_names(names)
