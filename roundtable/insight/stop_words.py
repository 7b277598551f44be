"""Words that say nothing about a subject: those of a kept list, and those that people address each other with."""

import re
from collections.abc import Collection
from functools import cache

# At a table in one language something may be said in another.
SPOKEN = ("nl", "fr", "en", "de")
CLEARLY = 2  # so many more of its stop words say that a statement is in another language than the table's

_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")

# What is said about the talk itself, in any language of the table: "thank you, madam chair", "klopt", "d'accord".
_ADDRESS = """
    thank thanks chair chairman chairwoman madam mister sir president speaker welcome
    good morning afternoon evening hello bye please agree agreed exactly indeed right okay yes
    dank bedankt dankjewel dankuwel voorzitter heer heren mevrouw dames meneer collega woord welkom
    goedemorgen goedemiddag goedenavond hallo klopt idem akkoord inderdaad precies juist graag ja nee één eén
    merci monsieur madame mesdames messieurs président présidente parole bienvenue bonjour bonsoir
    accord exactement effectivement tout fait voilà oui non
"""
ADDRESS = frozenset(_ADDRESS.split())


@cache
def stop_words(language: str) -> frozenset[str]:
    """Give the stop words of a language (ISO 639-1; of none that the list does not know), in lower case.

    The list is that of the stopwords-iso project; the words of address are ours.
    """
    import stopwordsiso  # reads 200 KB when it is imported

    return ADDRESS | (stopwordsiso.stopwords(language) if stopwordsiso.has_lang(language) else frozenset())


def clean_words(text: str) -> list[str]:
    """Give all words of a text in lower case, with plain apostrophes."""
    return _WORD.findall(text.lower().replace("’", "'"))


def stop_words_for(words: Collection[str], language: str) -> frozenset[str]:
    """Give the stop words of the language that words are in: the table's own, unless they are clearly in another."""
    own = stop_words(language)
    most = len(own.intersection(words)) + CLEARLY - 1
    found = own
    for other in SPOKEN:
        if (count := len(stop_words(other).intersection(words))) > most:
            most, found = count, stop_words(other)
    return found
