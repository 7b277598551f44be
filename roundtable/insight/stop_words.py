"""Words that say nothing about a subject: those of a kept list, and those that people address each other with."""

from functools import cache

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
