"""How well a sentence fits what is typed into the palette: by its words, by other words for it, by its letters."""

import re
from dataclasses import dataclass
from unicodedata import normalize

_WORD = re.compile(r"\w+")
# A word that is meant before one of the sentence, a whole one before a beginning; a place further back counts less.
_ALSO, _TITLE, _ALSO_BEGUN, _TITLE_BEGUN = 90.0, 80.0, 60.0, 50.0
_FURTHEST = 9  # places
_LETTERS = 3.0
_DENSEST = 0.5  # letters in a stretch; further apart they are chance, and Enter would do what nobody meant


@dataclass(frozen=True, slots=True)
class Fit:
    """How well something fits, 0 for not at all, and the places in its sentence that are meant."""

    score: float = 0.0
    places: tuple[int, ...] = ()

    def __bool__(self) -> bool:
        """Whether it fits at all."""
        return self.score > 0


def fit_by_words(wanted: str, sentence: str, also: str = "") -> Fit:
    """Give how well every word that is wanted is found whole, or as a beginning, in a sentence or in other words."""
    words = plain(wanted).split()
    fits = [_word(word, plain(sentence), plain(also)) for word in words]
    if not fits or not all(fits):
        return Fit()
    places = tuple(place for one in fits for place in one.places)
    return Fit(sum(one.score for one in fits) / len(fits), places)


def fit_by_letters(wanted: str, sentence: str) -> Fit:
    """Give whether a sentence holds the letters that are wanted in their order; together counts more than apart."""
    letters, text = "".join(plain(wanted).split()), plain(sentence)
    together = text.find(letters)
    if letters and together >= 0:
        return Fit(_LETTERS, tuple(range(together, together + len(letters))))
    places: list[int] = []
    for letter in letters:
        place = text.find(letter, places[-1] + 1 if places else 0)
        if place < 0:
            return Fit()
        places.append(place)
    density = len(letters) / (places[-1] - places[0] + 1) if places else 0.0
    return Fit(density, tuple(places)) if density >= _DENSEST else Fit()


def _word(wanted: str, sentence: str, also: str) -> Fit:
    best = Fit()
    for text, whole, begun in ((also, _ALSO, _ALSO_BEGUN), (sentence, _TITLE, _TITLE_BEGUN)):
        for place, found in enumerate(_WORD.finditer(text)):
            if not found[0].startswith(wanted):
                continue
            score = (whole if found[0] == wanted else begun) - min(place, _FURTHEST)
            if score > best.score:
                seen = range(found.start(), found.start() + len(wanted)) if text is sentence else ()
                best = Fit(score, tuple(seen))
    return best


def plain(text: str) -> str:
    """Give a text small and without accents, letter for letter, so that places in it stay what they are."""
    apart = (normalize("NFD", letter)[:1].lower()[:1] for letter in normalize("NFC", text))
    return "".join(apart)
