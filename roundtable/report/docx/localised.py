"""What Word calls its own styles in Dutch, French and German; in a file, their names are English as a rule."""

from roundtable.domain.text import folded

# By our key: names as Word shows them, from which ids such as Kop1 follow as well.
_LOCALISED = {
    "Normal": ("Standaard", "Standard"),
    "Title": ("Titel", "Titre"),
    "Subtitle": ("Ondertitel", "Sous-titre", "Untertitel"),
    "TOCHeading": (
        "Kopvan inhoudsopgave",
        "Kop van inhoudsopgave",
        "En-tête de table des matières",
        "Inhaltsverzeichnisüberschrift",
    ),
    "Quote": ("Citaat", "Citation", "Zitat"),
    "IntenseQuote": ("Duidelijk citaat", "Citation intense", "Intensives Zitat"),
    "Caption": ("Bijschrift", "Légende", "Beschriftung"),
    "Header": ("Koptekst", "En-tête", "Kopfzeile"),
    "Footer": ("Voettekst", "Pied de page", "Fußzeile"),
    "Strong": ("Zwaar", "Élevé", "Fett"),
    "Emphasis": ("Nadruk", "Accentuation", "Hervorhebung"),
    "Hyperlink": ("Lien hypertexte",),
}
# The same for styles that are counted; the first of a kind of list has no number.
_COUNTED = {
    "Heading": ("Kop {}", "Titre {}", "Überschrift {}"),
    "TOC": ("Inhopg {}", "TM {}", "Verzeichnis {}"),
    "ListBullet": (
        "Lijstopsom.teken {}",
        "Lijst opsom.teken {}",
        "Liste à puces {}",
        "Aufzählungszeichen {}",
    ),
    "ListNumber": ("Lijstnummering {}", "Liste à numéros {}", "Listennummer {}"),
    "ListContinue": ("Lijstvoortzetting {}", "Liste continue {}", "Listenfortsetzung {}"),
}
_MOST = 3


def spelled(name: str) -> str:
    """Give a name of a style without what programs spell in ways of their own: case, accents, blanks, signs."""
    return "".join(letter for letter in folded(name) if letter.isalnum())


def localised(key: str) -> tuple[str, ...]:
    """Give the names, as `spelled`, that a style of ours (its key) has in other languages."""
    for stem, patterns in _COUNTED.items():
        number = key.removeprefix(stem)
        if key.startswith(stem) and number in {"", *map(str, range(1, _MOST + 1))}:
            return tuple(spelled(pattern.format(number)) for pattern in patterns)
    return tuple(map(spelled, _LOCALISED.get(key, ())))
