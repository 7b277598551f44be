"""What in a talk is there for those at the table and not for a reader."""

import pytest

from roundtable.report.talk import mere_procedure, said_aside, without_courtesies
from roundtable.report.word_lists import words_of


@pytest.mark.parametrize(
    ("text", "language", "left"),
    [
        ("Voorzitter. Ik heb twee zorgen.", "nl", "Ik heb twee zorgen."),
        ("Dank u wel, voorzitter. Het pgb blijft nodig.", "nl", "Het pgb blijft nodig."),
        ("Ja, dat werkt bij ons ook", "nl", "Dat werkt bij ons ook"),
        ("We doen het. Dank u wel, voorzitter.", "nl", "We doen het."),
        ("Dat moet anders, voorzitter.", "nl", "Dat moet anders"),
        ("Goedenavond, welkom, vertrouwen begint bij doelen", "nl", "Vertrouwen begint bij doelen"),
        ("Monsieur le président, la réforme est injuste.", "fr", "La réforme est injuste."),
        ("Bonsoir à toutes et à tous. La retraite est un choix.", "fr", "La retraite est un choix."),
        ("Oui, c’est vrai. Merci.", "fr", "C’est vrai."),
        ("Mr President, the region needs help.", "en", "The region needs help."),
        ("(DE) Mr President, ladies and gentlemen, it is time.", "en", "It is time."),
        ("on behalf of the ALDE Group. – Madam President, it is time.", "en", "it is time."),
        ("Well, thank you, Mr. Chair.", "en", ""),
        ("um so first of all, um, a goal", "en", "so first of all, um, a goal"),
        ("Voorzitter, het feit blijft", "nl", "Het feit blijft"),
        ("voorzitter, het feit blijft", "nl", "het feit blijft"),
        ("Voorzitter, ijs smelt", "nl", "IJs smelt"),
        ("Eh bien, moi, j’ai choisi", "fr", "Moi, j’ai choisi"),
        ("Eh bien moi, j’ai choisi", "fr", "Eh bien moi, j’ai choisi"),
        ("Eh moi, j’ai choisi", "fr", "Moi, j’ai choisi"),
        # Words that only look like it, or that say something.
        ("Voorzitters kiezen zelf", "nl", "Voorzitters kiezen zelf"),
        ("ja zeggen is makkelijk", "nl", "ja zeggen is makkelijk"),
        ("nee, dat werkt niet", "nl", "nee, dat werkt niet"),
        ("goed onthaal begint voor de eerste dag", "nl", "goed onthaal begint voor de eerste dag"),
        ("iedereen is welkom", "nl", "iedereen is welkom"),
        ("non, c’est faux", "fr", "non, c’est faux"),
        ("merci ne coûte rien", "fr", "merci ne coûte rien"),
        ("we say thank you too rarely", "en", "we say thank you too rarely"),
        ("Voorzitter, ja", "de", "Voorzitter, ja"),
    ],
)
def test_addresses_greetings_thanks_and_interjections_fall_away_at_the_ends(
    text: str, language: str, left: str
) -> None:
    assert without_courtesies(text, language) == left


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Dank u wel.", "nl"),
        ("Goedemorgen, welkom. Het woord is aan de minister.", "nl"),
        ("We hervatten. Het woord is aan haar.", "nl"),
        ("Daarom dien ik de volgende motie in.", "nl"),
        ("Merci. C’est à vous, monsieur.", "fr"),
        ("On passe à la deuxième grande partie de ce débat.", "fr"),
        ("Thank you. We’ll now go to Ms. Kwan.", "en"),
        ("The debate is closed.", "en"),
        ("um and um", "en"),
        ("Okay. Mr. Bergen, go ahead.", "en"),
    ],
)
def test_giving_the_floor_and_thanking_is_mere_procedure(text: str, language: str) -> None:
    assert mere_procedure(text, language)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Het woord is aan de minister. Mensen wachten al twee jaar op deze wet.", "nl"),
        ("vertrouwen begint bij doelen", "nl"),
        ("geven en nemen", "nl"),
        ("la parole des jeunes compte peu, et cela se voit partout. Il faut les écouter davantage.", "fr"),
        ("goals count, not hours", "en"),
        ("Dank u wel.", "de"),
    ],
)
def test_a_statement_that_says_something_is_none(text: str, language: str) -> None:
    assert not mere_procedure(text, language)


@pytest.mark.parametrize(
    ("text", "language", "aside"),
    [
        ("vertrouwen begint bij doelen", "nl", False),
        ("dat had u vorige week nog anders gezegd", "nl", True),
        ("wat is er aan de hand?", "nl", True),
        ("Iemand aan tafel, dat klopt niet helemaal", "nl", True),
        ("dat zei iemand aan tafel ook", "nl", False),
        ("ik zeg het u omdat", "nl", True),
        ("en dat is zo omdat", "nl", True),
        ("het praatje moet in de agenda, anders komt het er niet van", "nl", False),
        ("vous voulez passer en force", "fr", True),
        ("la retraite est un choix de société", "fr", False),
        ("you cannot unload a lorry by email", "en", False),
        ("I say this because", "en", True),
    ],
)
def test_what_is_said_to_somebody_or_broken_off_weighs_less(text: str, language: str, *, aside: bool) -> None:
    neutral = {"nl": "iemand aan tafel", "fr": "quelqu’un à la table", "en": "somebody at the table"}
    assert said_aside(text, words_of(text), language, neutral[language]) is aside
