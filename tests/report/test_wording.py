"""From a statement to a sentence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roundtable.domain.disclosure import BySector, OfNobody, OfTable
from roundtable.domain.text import clean
from roundtable.report.telling import in_a_sentence, joined, number, origin, speaker
from roundtable.report.word_lists import language_of, word_lists, words_of
from roundtable.report.wording import (
    capital,
    ended,
    is_fragment,
    sentence,
    set_in_type,
    small_words,
    spelled_out,
    uncapitalised,
    without_but,
    written_out,
)
from tests.report.tables import sector


@pytest.mark.parametrize(
    ("text", "language", "made"),
    [
        ("vertrouwen begint bij doelen", "nl", "Vertrouwen begint bij doelen"),
        ("ijs is koud", "nl", "IJs is koud"),
        ("ijs", "en", "Ijs"),
        ("'s morgens is het stil", "nl", "'s Morgens is het stil"),
        ("’t is waar", "nl", "’t Is waar"),
        ("één doel", "nl", "Eén doel"),
        ("être là", "fr", "Être là"),
        ("à distance", "fr", "À distance"),
        ("iPad in elke klas", "nl", "iPad in elke klas"),
        ("e-mail na acht uur", "nl", "E-mail na acht uur"),
        ("15 % minder", "nl", "15 % minder"),
        ("(soms) niet", "nl", "(Soms) niet"),
        ("HR moet", "nl", "HR moet"),
        ("", "nl", ""),
        ("…", "nl", "…"),
    ],
)
def test_a_sentence_begins_with_a_capital(text: str, language: str, made: str) -> None:
    assert capital(text, language) == made


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("vertrouwen", "vertrouwen."),
        ("  vertrouwen , ", "vertrouwen."),
        ("vertrouwen -", "vertrouwen."),
        ("vertrouwen: ;", "vertrouwen."),
        ("vertrouwen.", "vertrouwen."),
        ("vertrouwen!", "vertrouwen!"),
        ("vertrouwen…", "vertrouwen…"),
        ("vertrouwen...", "vertrouwen..."),
        ("vertrouwen ???", "vertrouwen?"),
        ("hij zei “nooit”", "hij zei “nooit”."),
        ("hij zei “nooit.”", "hij zei “nooit.”"),
        ("(altijd)", "(altijd)."),
    ],
)
def test_a_sentence_has_one_end(text: str, made: str) -> None:
    assert ended(text, "nl") == made


def test_a_question_gets_one_question_mark_in_the_manner_of_its_language() -> None:
    assert ended("wie meet vertrouwen", "nl", question=True) == "wie meet vertrouwen?"
    assert ended("wie meet vertrouwen??", "nl", question=True) == "wie meet vertrouwen?"
    assert ended("qui mesure ?", "fr", question=True) == "qui mesure\u202f?"


@pytest.mark.parametrize(
    ("text", "language", "bare", "made"),
    [
        ("we tellen niet", "nl", True, "We tellen niet."),
        ("we tellen niet", "nl", False, "we tellen niet."),
        ("We tellen niet", "nl", False, "We tellen niet."),
        ("“wie vrijheid krijgt, geeft ze terug”", "nl", False, "“Wie vrijheid krijgt, geeft ze terug.”"),
        ('"we stopped counting', "en", False, "“We stopped counting.”"),
        ('"nous comptons"', "fr", False, "«\u202fNous comptons.\u202f»"),
        ("«\u202fnous comptons\u202f»", "fr", True, "«\u202fNous comptons.\u202f»"),
        ('sinds 2021 "telt niemand" nog', "nl", True, "Sinds 2021 “telt niemand” nog."),
        ('een scherm van 27" is genoeg', "nl", True, 'Een scherm van 27" is genoeg.'),
    ],
)
def test_a_statement_becomes_a_sentence(text: str, language: str, made: str, *, bare: bool) -> None:
    assert sentence(text, language, bare=bare) == made


def test_a_verbatim_statement_without_marks_gets_them() -> None:
    assert sentence("we tellen niet", "nl", verbatim=True) == "“We tellen niet.”"


def test_abbreviations_are_written_out_as_whole_words_in_the_same_case_outside_quotation_marks() -> None:
    known = {"wn": "werknemers", "tw": "telewerk", "tw-dag": "telewerkdag"}
    assert spelled_out("wn willen tw, Wn niet", known) == "werknemers willen telewerk, Wn niet"
    assert spelled_out("twee netwerken", known) == "twee netwerken"
    assert (
        spelled_out('wn zeggen "tw is goed" over tw', known) == 'werknemers zeggen "tw is goed" over telewerk'
    )
    assert spelled_out("een tw-dag", known) == "een telewerkdag"
    assert spelled_out("niets", {}) == "niets"


def test_what_was_written_out_is_told_once_each_in_the_order_of_the_text() -> None:
    known = {"wn": "werknemers", "tw": "telewerk"}
    made = written_out("tw voor wn, en tw “voor hr”", {**known, "hr": "personeelszaken"})
    assert made.text == "telewerk voor werknemers, en telewerk “voor hr”"
    assert made.changes == (("tw", "telewerk"), ("wn", "werknemers"))
    assert made.told() == "tw → telewerk, wn → werknemers"
    assert written_out("niets", known).changes == ()
    assert written_out("a", {"a": "b", "b": "c"}).text == "b"


@pytest.mark.parametrize(
    ("text", "language", "made"),
    [
        ("maar niet bij ons", "nl", "niet bij ons"),
        ("Maar, niet bij ons", "nl", "niet bij ons"),
        ("mais pas ici", "fr", "pas ici"),
        ("but not here", "en", "not here"),
        ("maart is druk", "nl", "maart is druk"),
        ("maar", "nl", "maar"),
    ],
)
def test_but_falls_away_where_the_phrase_says_it(text: str, language: str, made: str) -> None:
    assert without_but(text, word_lists(language)) == made


@pytest.mark.parametrize(
    ("text", "language", "fragment"),
    [
        ("geven en nemen", "nl", True),
        ("niet in een magazijn", "nl", True),
        ("eigen keuzes, eigen fouten", "nl", True),
        ("vertrouwen begint bij doelen", "nl", False),
        ("vrijwilligers moeten elkaar zien", "nl", False),
        ("ik niet", "nl", False),
        ("een lange rij woorden zonder werkwoord erin", "nl", False),
        ("grandes tables, coins calmes", "fr", True),
        ("la confiance vient d'abord", "fr", False),
        ("give and take", "en", True),
        ("trust comes first", "en", False),
    ],
)
def test_a_fragment_is_known_by_what_it_lacks(text: str, language: str, *, fragment: bool) -> None:
    assert is_fragment(words_of(text), word_lists(language)) == fragment


@pytest.mark.parametrize(
    ("text", "paper", "language"),
    [
        ("il faut que les gens aient le choix", "nl", "fr"),
        ("trust is the key to everything we do", "nl", "en"),
        ("we moeten dat niet willen voor onze mensen", "fr", "nl"),
        ("we moeten dat niet willen voor onze mensen", "nl", ""),
        ("la vie en rose", "nl", ""),
        ("employer branding", "nl", ""),
        ("trust is the key to everything we do", "de", ""),
    ],
)
def test_another_language_is_known_where_it_is_sure(text: str, paper: str, language: str) -> None:
    assert language_of(words_of(text), paper) == language


def test_speakers_are_told_as_the_agenda_says_or_in_general() -> None:
    known, unknown = sector("log"), sector("ban", told="", name="Banken")
    assert speaker(BySector(known), "nl") == "iemand uit de logistiek"
    assert speaker(BySector(unknown), "nl") == "iemand uit de sector banken"
    assert speaker(BySector(unknown), "fr") == "quelqu’un du secteur banken"
    assert speaker(OfTable(), "en") == "the table"
    assert speaker(OfNobody(), "nl") == "iemand aan tafel"
    assert origin(known, "nl") == "uit de logistiek"
    assert origin(sector("log", told="quelqu'un de la logistique"), "fr") == "de la logistique"
    assert origin(unknown, "nl") == "uit de sector banken"
    assert origin(sector("log", told="een transporteur"), "nl") == "uit de sector logistiek"


def test_lists_and_numbers_read_as_in_a_sentence() -> None:
    assert joined([], "nl") == ""
    assert joined(["a"], "nl") == "a"
    assert joined(["a", "b", "c"], "fr") == "a, b et c"
    assert [number(one, "nl") for one in (1, 12, 13, 5502)] == ["één", "twaalf", "13", "5.502"]
    assert number(5502, "fr") == "5\u202f502"
    assert number(0, "xx") == "0"
    assert [in_a_sentence(name) for name in ("Logistiek", "IT", "Non-profit", "HR en recht", "X")] == [
        "logistiek",
        "IT",
        "non-profit",
        "HR en recht",
        "X",
    ]


@pytest.mark.parametrize(
    "name", ["Rassemblement National", "Project Manager", "Lib.", "Groep A", "HR en recht", "e-Health", "R&D"]
)
def test_a_sector_that_has_a_name_of_its_own_keeps_its_capitals_wherever_it_is_told(name: str) -> None:
    assert in_a_sentence(name) == name
    assert origin(sector("own", told="", name=name), "nl") == f"uit de sector {name}"
    assert in_a_sentence("Mensen in armoede") == "mensen in armoede"


@given(
    text=st.text(max_size=60).map(clean),
    language=st.sampled_from(("nl", "fr", "en", "de")),
    bare=st.booleans(),
    verbatim=st.booleans(),
)
def test_any_text_becomes_a_sentence_with_its_words_in_order(
    text: str, language: str, *, bare: bool, verbatim: bool
) -> None:
    made = sentence(text, language, verbatim=verbatim, bare=bare)
    assert words_of(made) == words_of(text)


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("De winkel blijft open", "de winkel blijft open"),
        ("Gemeenten krijgen tijd", "gemeenten krijgen tijd"),
        ("Genk krijgt tijd", "Genk krijgt tijd"),
        ("HR moet mee", "HR moet mee"),
        ("De winkel blijft open. Dat is zeker.", "De winkel blijft open. Dat is zeker."),
        ("“De winkel” blijft", "“De winkel” blijft"),
        ("", ""),
    ],
)
def test_behind_a_colon_a_single_sentence_keeps_a_capital_only_where_its_word_has_one(
    text: str, made: str
) -> None:
    small = small_words(["wat gemeenten doen in Genk"], word_lists("nl"))
    assert uncapitalised(text, small) == made


def test_in_english_i_keeps_its_capital_and_in_a_language_without_lists_every_word() -> None:
    assert uncapitalised("I agree", small_words([], word_lists("en"))) == "I agree"
    assert uncapitalised("It works", small_words([], word_lists("en"))) == "it works"
    assert small_words(["es geht"], word_lists("de")) == frozenset()


@pytest.mark.parametrize(
    ("text", "language", "made"),
    [
        ("z'n collega's, 's morgens", "nl", "z’n collega’s, ’s morgens"),
        ("it's 'fine'", "en", "it’s 'fine'"),
        ("pourquoi? parce que!", "fr", "pourquoi\u202f? parce que\u202f!"),
        ("voilà : à 18:30 ; non ?!", "fr", "voilà\u00a0: à 18:30\u202f; non\u202f?!"),
        ("waarom? daarom!", "nl", "waarom? daarom!"),
    ],
)
def test_apostrophes_and_french_spaces_are_those_of_print(text: str, language: str, made: str) -> None:
    assert set_in_type(text, language) == made
    assert words_of(made) == words_of(text)
