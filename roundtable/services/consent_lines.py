"""The line about consent that a moderator reads out when people arrive, in the language of a session.

It says what happens with what is said, and the forms that somebody can choose; addressed formally, as among people
who meet for the first time.
"""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ConsentLine:
    """What is read out: what happens, with the paper's publisher where there is one, the choice, and the way back."""

    happens: str
    published: str
    published_by: str
    choice: str
    later: str
    later_to: str


ENGLISH = ConsentLine(
    happens="We take down the gist of what is said here, and now and then a sentence word for word. "
    "Nothing is recorded in sound or picture.",
    published="The result is a white paper that anybody can read.",
    published_by="The result is a white paper that {publisher} publishes and anybody can read.",
    choice="You choose how you appear in it: by your name, only as somebody from your sector, "
    "or not at all: then what you say is told only as something that was said at the table.",
    later="Please tell us now which of the three it is; you can change your mind until the paper comes out.",
    later_to="Please tell us now which of the three it is; you can change your mind until the paper comes out: "
    "a word to {contact} is enough.",
)
DUTCH = ConsentLine(
    happens="We noteren de kern van wat hier gezegd wordt, en af en toe een zin woordelijk. "
    "Er worden geen geluids- of beeldopnamen gemaakt.",
    published="Het resultaat is een white paper die iedereen kan lezen.",
    published_by="Het resultaat is een white paper die {publisher} publiceert en die iedereen kan lezen.",
    choice="U kiest zelf hoe u erin voorkomt: met uw naam, alleen als iemand uit uw sector, "
    "of helemaal niet: dan staat wat u zegt er alleen in als iets wat aan tafel gezegd werd.",
    later="Zeg ons nu gerust welke van de drie het wordt; "
    "tot de white paper verschijnt, kunt u daarop terugkomen.",
    later_to="Zeg ons nu gerust welke van de drie het wordt; "
    "tot de white paper verschijnt, kunt u daarop terugkomen: een bericht aan {contact} volstaat.",
)
FRENCH = ConsentLine(
    happens="Nous notons l’essentiel de ce qui se dit ici et, de temps en temps, une phrase mot pour mot. "
    "Rien n’est enregistré, ni le son ni l’image.",
    published="Il en résultera un livre blanc que chacun pourra lire.",
    published_by="Il en résultera un livre blanc, publié par {publisher}, que chacun pourra lire.",
    choice="Vous choisissez comment vous y apparaissez\u00a0: sous votre nom, seulement comme une personne de votre "
    "secteur, ou pas du tout\u00a0: ce que vous dites n’y figure alors que comme un propos tenu à la table.",
    later="Dites-nous dès maintenant laquelle des trois formules vous convient\u00a0; "
    "vous pourrez changer d’avis jusqu’à la parution du livre blanc.",
    later_to="Dites-nous dès maintenant laquelle des trois formules vous convient\u00a0; "
    "vous pourrez changer d’avis jusqu’à la parution du livre blanc\u00a0: un mot à {contact} suffit.",
)
LINES: Mapping[str, ConsentLine] = {"en": ENGLISH, "nl": DUTCH, "fr": FRENCH}


def line_in(language: str, publisher: str = "", contact: str = "") -> str:
    """Give the line in a language (English where we have none), with who publishes and whom to tell, where known."""
    words = LINES.get(language[:2], ENGLISH)
    published = words.published_by.format(publisher=publisher) if publisher else words.published
    later = words.later_to.format(contact=contact) if contact else words.later
    return f"{words.happens} {published} {words.choice} {later}"
