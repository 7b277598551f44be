"""What a sheet says that asks somebody about their own words, in the language of a session.

Addressed formally, as among people who met at a table; it names nobody but the one who is asked.
"""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SheetLines:
    """The lines of a sheet: a letter, then for each statement how it is told and what can be answered."""

    title: str
    greeting: str
    table: str
    table_on: str
    asked: str
    answer: str
    answer_to: str
    silence: str
    quote: str
    statement: str
    by_name: str
    by_sector: str
    of_nobody: str
    stands_in: str
    part_of_it: str
    agree: str
    change: str
    refuse: str
    thanks: str


ENGLISH = SheetLines(
    title="Your words in the white paper",
    greeting="Dear {name},",
    table="You were at the table about “{title}”. The white paper about it is nearly finished.",
    table_on="On {date} you were at the table about “{title}”. The white paper about it is nearly finished.",
    asked="Below are your words, exactly as they will appear in it. "
    "Please tick in each case whether you agree.",
    answer="We would be grateful for your answer by {until}.",
    answer_to="We would be grateful for your answer by {until}: please return this sheet to {contact}.",
    silence="A quotation is printed only once you have agreed to it. "
    "If you would prefer other words, write them down, and those will be printed instead.",
    quote="Quotation {place} (no. {number})",
    statement="Statement {place} (no. {number})",
    by_name="It appears under your name: {speaker}.",
    by_sector="It appears without your name, as said by: {speaker}.",
    of_nobody="It appears without a speaker: neither your name nor your sector is given.",
    stands_in="You will find it under: {parts}.",
    part_of_it="These words of it are quoted: {words}",
    agree="I agree to it as it stands here.",
    change="I agree to it in these words:",
    refuse="I would rather it were not printed.",
    thanks="Thank you very much.",
)
DUTCH = SheetLines(
    title="Uw woorden in de white paper",
    greeting="Beste {name},",
    table="U zat mee aan tafel over “{title}”. De white paper daarover is bijna klaar.",
    table_on="Op {date} zat u mee aan tafel over “{title}”. De white paper daarover is bijna klaar.",
    asked="Hieronder staat wat daarin van uw woorden gedrukt wordt, precies zoals het er zal staan. "
    "Kruist u bij elke uitspraak aan of u akkoord gaat?",
    answer="Graag uw antwoord uiterlijk op {until}.",
    answer_to="Graag uw antwoord uiterlijk op {until}: u stuurt dit blad gewoon terug naar {contact}.",
    silence="Een citaat wordt pas gedrukt als u ermee akkoord gaat. "
    "Ziet u liever andere woorden staan, schrijf ze dan op: dan drukken we die af.",
    quote="Citaat {place} (nr. {number})",
    statement="Uitspraak {place} (nr. {number})",
    by_name="Uw naam staat erbij: {speaker}.",
    by_sector="Uw naam staat er niet bij, wel: {speaker}.",
    of_nobody="Wie het zei, staat er niet bij: geen naam en geen sector.",
    stands_in="U vindt het onder: {parts}.",
    part_of_it="Daaruit wordt dit geciteerd: {words}",
    agree="Akkoord, zoals het hier staat.",
    change="Akkoord, maar in deze woorden:",
    refuse="Liever niet afdrukken.",
    thanks="Hartelijk dank.",
)
FRENCH = SheetLines(
    title="Vos propos dans le livre blanc",
    greeting="Bonjour {name},",
    table="Vous étiez à la table consacrée au thème «\u202f{title}\u202f». Le livre blanc qui en rend compte "
    "est presque prêt.",
    table_on="Le {date}, vous étiez à la table consacrée au thème «\u202f{title}\u202f». Le livre blanc qui en rend "
    "compte est presque prêt.",
    asked="Voici vos propos, au mot près tels qu’ils y figureront. "
    "Veuillez cocher, pour chacun d’eux, si vous êtes d’accord.",
    answer="Merci de nous répondre au plus tard le {until}.",
    answer_to="Merci de nous répondre au plus tard le {until}, en renvoyant cette feuille à {contact}.",
    silence="Une citation n’est imprimée qu’avec votre accord. "
    "Si vous préférez d’autres mots, écrivez-les\u00a0: ce sont eux qui seront imprimés.",
    quote="Citation {place} (nº\u00a0{number})",
    statement="Propos {place} (nº\u00a0{number})",
    by_name="Votre nom y figure\u00a0: {speaker}.",
    by_sector="Votre nom n’y figure pas, l’attribution est\u00a0: {speaker}.",
    of_nobody="Rien n’indique qui l’a dit\u00a0: ni nom, ni secteur.",
    stands_in="Ces mots figurent sous\u00a0: {parts}.",
    part_of_it="Ces mots en sont cités\u00a0: {words}",
    agree="D’accord, tel quel.",
    change="D’accord, mais en ces termes\u00a0:",
    refuse="Je préfère que ce ne soit pas imprimé.",
    thanks="Un grand merci.",
)
LINES: Mapping[str, SheetLines] = {"en": ENGLISH, "nl": DUTCH, "fr": FRENCH}
