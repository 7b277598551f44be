"""Names of participants inside what people said."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roundtable.domain.disclosure import Disclosure, Form
from roundtable.domain.mentions import Kept, Names, NeutralWords
from roundtable.domain.ordinary_words import ordinary_words
from roundtable.domain.people import Participant
from tests.report.tables import person, table

WORDS = NeutralWords(
    "iemand aan tafel",
    "iemands",
    "een organisatie",
    "van een organisatie",
    "een adres",
    "twee mensen aan tafel",
)


def one(name: str, **more: object) -> Participant:
    fields: dict[str, Any] = more
    return person(name, None, **fields)


def neutral(text: str, *people: Participant, language: str = "nl") -> str:
    return Disclosure.of(table(*people, language=language), Form.SECTOR).neutral(text, WORDS).text


def found(text: str, *people: Participant, language: str = "nl") -> list[tuple[str, bool]]:
    return [(mention.name, mention.sure) for mention in Names(people, language).find(text)]


ELS = one("Els Peeters", nickname="lulu", organisation="Winkels Madelief NV", email="els.peeters@madelief.be")


@pytest.mark.parametrize(
    "text",
    [
        "Els zei het",
        "els zei het",
        "ELS zei het",
        "Éls zei het",
        "zoals Els Peeters vraagt",
        "zoals Peeters vraagt",
        "dat van lulu",
        "bij Winkels Madelief NV",
        "bij winkels madelief",
        "mail els.peeters@madelief.be",
        "de Els-aanpak",
        "(Els)",
        "_Els_",
        "els_peeters",
        "“Els”",
    ],
)
def test_a_name_is_found_in_any_case_and_with_or_without_accents(text: str) -> None:
    ((_, sure),) = found(text, ELS)
    assert sure


@pytest.mark.parametrize(
    "text", ["Elsewhere", "vogels", "Peetersen", "een elsje", "de winkels", "madelief", "nv"]
)
def test_a_name_inside_another_word_or_in_part_is_none(text: str) -> None:
    assert found(text, ELS) == []


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("Els' idee", "Iemands idee"),
        ("Els’ idee", "Iemands idee"),
        ("dat is Jans idee", "dat is iemands idee"),
        ("dat is Jan's idee", "dat is iemands idee"),
        ("dat is Jan’s idee", "dat is iemands idee"),
        ("Peeters' idee", "Iemands idee"),
        ("het kwartier van Els kost tijd", "het kwartier van iemand aan tafel kost tijd"),
        ("goed. Els zei het", "goed. Iemand aan tafel zei het"),
        ("els zei het", "iemand aan tafel zei het"),
        ("ze zei 'Els' tegen hem", "ze zei 'iemand aan tafel' tegen hem"),
        ("mevrouw Peeters en de heer Claes", "twee mensen aan tafel"),
        ("vraag het aan els.peeters@madelief.be", "vraag het aan een adres"),
    ],
)
def test_neutral_words_take_the_place_of_a_name_its_title_and_its_possessive(text: str, made: str) -> None:
    assert neutral(text, ELS, one("Jan Claes")) == made


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("l'idée d'Anne", "l'idée de iemand aan tafel"),
        ("je crois qu’Anne a raison", "je crois que iemand aan tafel a raison"),
        ("Anne l’a dit", "Iemand aan tafel l’a dit"),
    ],
)
def test_a_french_elision_is_undone(text: str, made: str) -> None:
    assert neutral(text, one("Anne Dubois"), language="fr") == made


@pytest.mark.parametrize(
    ("name", "language", "sure", "unsure"),
    [
        ("Mark Smets", "nl", "vraag het Mark", "in mark betaald"),
        ("Dan Smets", "nl", "dat zei Dan", "dan gaan we"),
        ("Will Smith", "en", "as Will said", "we will see"),
        ("Rose Petit", "fr", "selon Rose", "une rose"),
        ("An Willems", "nl", "zoals An zegt", "an sich"),
    ],
)
def test_a_name_that_is_an_ordinary_word_is_sure_in_its_own_case_alone(
    name: str, language: str, sure: str, unsure: str
) -> None:
    assert [is_sure for _, is_sure in found(sure, one(name), language=language)] == [True]
    assert [is_sure for _, is_sure in found(unsure, one(name), language=language)] == [False]
    assert neutral(unsure, one(name), language=language) == unsure


def test_what_is_not_sure_is_shown_and_blocks_nothing() -> None:
    disclosure = Disclosure.of(table(one("Mark Smets")), Form.SECTOR)
    (mention,) = disclosure.names_in("in mark betaald")
    assert mention.kept is Kept.UNSURE
    assert disclosure.neutral("in mark betaald", WORDS).replaced == ()


@pytest.mark.parametrize(
    ("name", "text", "language"),
    [
        ("Mr. Don Davies", "I don't know, and I don’t care", "en"),
        ("Right Hon. Justin Trudeau", "Right now that is right, an hon. member said", "en"),
        ("Van Eijs", "Van harte, van mij", "nl"),
    ],
)
def test_an_ordinary_turn_of_phrase_is_no_name(name: str, text: str, language: str) -> None:
    assert neutral(text, one(name), language=language) == text


@pytest.mark.parametrize(
    ("name", "text", "language"),
    [
        ("Said El Khadraoui", "as he said", "en"),
        ("Ben Claes", "ik ben het eens", "nl"),
        ("Grace Roy", "grâce à", "fr"),
    ],
)
def test_a_common_word_that_is_a_name_is_shown_and_stays(name: str, text: str, language: str) -> None:
    assert [sure for _, sure in found(text, one(name), language=language)] == [False]
    assert neutral(text, one(name), language=language) == text


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("thank you, President Orbán", "thank you, iemand aan tafel"),
        ("Prime Minister Orbán, thank you", "Thank you"),
        ("Mr President, thank you", "Thank you"),
        ("President. Orbán spoke", "Iemand aan tafel. Iemand aan tafel spoke"),
    ],
)
def test_a_title_goes_with_the_name_even_where_somebody_is_called_by_it(text: str, made: str) -> None:
    assert neutral(text, one("President"), one("Viktor Orbán"), language="en") == made


def test_the_longest_name_at_a_place_is_taken() -> None:
    anke = one("Anke Van den Broeck")
    assert [name for name, _ in found("Anke Van den Broeck en An", one("An Willems"), anke)] == [
        "Anke Van den Broeck",
        "An",
    ]
    assert [name for name, _ in found("dat zei Broeck", anke)] == ["Broeck"]
    assert found("een broeck", anke) == []


def test_a_name_that_two_people_bear_is_of_both() -> None:
    people = [Participant(id="c", name="Jan Claes"), Participant(id="s", name="Jan Smets")]
    (mention,) = Names(people, "nl").find("dat zei Jan")
    assert mention.participants == ("c", "s")


@pytest.mark.parametrize(
    "label", ["Participant 4_8", "Industrial Designer (A)", "De voorzitter", "The Chair", "P0"]
)
def test_a_label_is_found_as_a_whole_only(label: str) -> None:
    assert found(f"zei {label} toen", one(label))
    assert found("the participant, an industrial designer, de chair, het", one(label)) == []


JAN = one("Jan Claes")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Et on commence avec vous, Els, puisque c’est l’heure",
            "Et on commence avec vous, puisque c’est l’heure",
        ),
        ("permettre Jan, Els, de finir", "permettre iemand aan tafel, de finir"),
        ("Els, dat klopt niet", "Dat klopt niet"),
        ("els, dat klopt niet", "dat klopt niet"),
        ("“Mevrouw Peeters, ijs smelt”", "“IJs smelt”"),
        ("Els, Jan, dat klopt niet", "Dat klopt niet"),
        ("Dat klopt niet. Els, kijk eens", "Dat klopt niet. Kijk eens"),
        ("we zagen Els en Jan", "we zagen twee mensen aan tafel"),
        ("Els Peeters and Jan Claes agree", "Twee mensen aan tafel agree"),
        ("la lettre d’Els et Jan", "la lettre de twee mensen aan tafel"),
        # In doubt, each name has its neutral words.
        ("wij, Els, Jan en nog anderen", "wij, iemand aan tafel, iemand aan tafel en nog anderen"),
        ("wij, Els, en nog anderen", "wij, iemand aan tafel, en nog anderen"),
        ("Els, die hier zit, zei het", "Iemand aan tafel, die hier zit, zei het"),
        ("o.a. Els, dat staat vast", "o.a. Iemand aan tafel, dat staat vast"),
        ("dat zei Els, dus", "dat zei iemand aan tafel, dus"),
        ("dat klopt, Els", "dat klopt, iemand aan tafel"),
        ("bij ons, Winkels Madelief, telt dat", "bij ons, een organisatie, telt dat"),
        ("ons plan, Els’s, telt", "ons plan, iemands, telt"),
        ("Els en Els Peeters", "Iemand aan tafel en iemand aan tafel"),
        ("Els en lulu", "Iemand aan tafel en iemand aan tafel"),
        ("Els en Winkels Madelief", "Iemand aan tafel en een organisatie"),
    ],
)
def test_a_name_that_calls_somebody_falls_away_and_two_that_are_joined_are_told_as_two(
    text: str, told: str
) -> None:
    assert neutral(text, ELS, JAN) == told


def test_a_name_that_fell_away_is_reported_all_the_same() -> None:
    made = Disclosure.of(table(ELS, JAN), Form.SECTOR).neutral("Els, dat klopt voor Els en Jan", WORDS)
    assert made.text == "Dat klopt voor twee mensen aan tafel"
    assert made.replaced == made.undecided == ("Els", "Els", "Jan")
    assert made.calling


def test_no_name_is_made_of_what_stood_around_one_that_would_fall_away() -> None:
    people = [Participant(id="a", name="Bo_De Wit"), Participant(id="j", name="Jan 1")]
    disclosure = Disclosure.of(table(*people), Form.SECTOR)
    made = disclosure.neutral("voor Bo, Jan 1, De Wit", WORDS)
    assert made.text == "voor Bo, iemand aan tafel, De Wit"


@given(
    st.lists(
        st.sampled_from(["Els", "Jan", "Peeters", "lulu", "die", "en", ",", ", ", ". ", " ", "dat", "’s"])
    )
)
def test_however_names_follow_each_other_none_is_left(parts: list[str]) -> None:
    disclosure = Disclosure.of(table(ELS, JAN), Form.SECTOR)
    made = disclosure.neutral("".join(parts), WORDS)
    assert [one.name for one in disclosure.names_in(made.text) if one.sure] == []


def test_what_was_replaced_is_reported_as_it_stood() -> None:
    made = Disclosure.of(table(ELS), Form.SECTOR).neutral("Els vroeg het ELS’ baas", WORDS)
    assert made.replaced == ("Els", "ELS")
    assert made.undecided == ("Els", "ELS")


def test_ordinary_words_are_kept_for_each_language_and_all_count_where_there_is_no_list() -> None:
    assert "will" in ordinary_words("en")
    assert "will" not in ordinary_words("nl")
    assert ordinary_words("de") >= ordinary_words("nl") | ordinary_words("fr") | ordinary_words("en")


@given(st.text(max_size=80), st.lists(st.text(min_size=1, max_size=12), min_size=1, max_size=4))
def test_any_text_and_any_names_leave_no_sure_name_standing(text: str, names: list[str]) -> None:
    people = [Participant(id=str(place), name=name) for place, name in enumerate(names)]
    disclosure = Disclosure.of(table(*people), Form.SECTOR)
    words = NeutralWords("§", "§", "§", "§", "§", "§")
    made = disclosure.neutral(text, words).text
    assert [one.name for one in disclosure.names_in(made) if one.sure] == []
