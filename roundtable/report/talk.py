"""What in a talk is there for those who sit at the table and not for a reader: addresses, greetings, giving the floor.

Lists kept by hand for Dutch, French and English. A draft leaves an address, a greeting, a thank-you or an interjection
away where a statement begins or ends with it, as it does a *maar* behind D; what is left stays to the letter.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from roundtable.domain.text import folded
from roundtable.report.word_lists import words_of
from roundtable.report.wording import capital

_NL = {
    "courtesies": """
        voorzitter | meneer de voorzitter | mijnheer de voorzitter | mevrouw de voorzitter | geachte voorzitter |
        dames en heren | beste collega's | geachte collega's | collega's | dank u | dank u wel | dank je |
        dank je wel | dankjewel | dank | bedankt | u bedankt | hartelijk dank | merci | goedemorgen |
        goeiemorgen | goedemiddag | goedenavond | goeienavond | dag iedereen | dag allemaal | welkom |
        welkom allemaal | van harte welkom | excuus | excuses | sorry | ja | jaja | ja ja | jawel | nou | nou ja |
        tja | ah | oké | ok | goed | heel goed | prima | hè | euh | eh | uh | hm
        """,
    "closings": """
        voorzitter | meneer de voorzitter | mevrouw de voorzitter | dank u | dank u wel | dank je wel | bedankt |
        hartelijk dank | merci | hè
        """,
    "procedure": """
        het woord is | het woord aan | het woord geven | spreektijd | we hervatten | wij hervatten | ik schors |
        ik heropen | aan de orde is | sprekers | eerste spreker | laatste spreker | volgende spreker |
        aan de beurt | zijn beurt | haar beurt | volgende motie | dien ik | motie voor | motie indienen |
        moties indienen | ik heb één motie | ik heb een motie | ik heb twee moties | een aantal moties | één motie |
        één heel milde motie | dan kom ik | dan ben ik bij | op stuk nr | ontraad ik | ik ontraad | over de moties |
        tot zover | gaan wij luisteren | gaan we luisteren | ik begin direct | ik begin met | één vraag | eén vraag |
        een vraag, meneer | een vraag, mevrouw |
        kort en puntig | welkom heten | heet de | heet u | woord van welkom | dank voor | fijn dat u | bedanken voor |
        oordeel kamer | niet van mij gewend | volgende punt op de agenda | volgende onderwerp
        """,
    "address": "u uw",
    "broken": "en maar want omdat",
}

_FR = {
    "courtesies": """
        monsieur le président | madame la présidente | monsieur le ministre | madame la ministre |
        monsieur le secrétaire d'état | madame la secrétaire d'état | mesdames et messieurs | mesdames | messieurs |
        chers collègues | mes chers collègues | merci | merci à tous | merci à vous | merci beaucoup |
        je vous remercie | bonjour | bonjour à tous | bonjour à toutes et à tous | bonsoir | bonsoir à tous |
        bonsoir à toutes et à tous | bienvenue | bienvenue à tous | soyez les bienvenus | oui | ouais | mais oui |
        bah oui | ben oui | bon | ben | bah | ah | ah bon | oh | euh | hein | eh bien | et bien | écoutez |
        attendez | tenez | pardon | excusez-moi | pardonnez-moi | d'accord | voilà | très bien | allez |
        s'il vous plaît
        """,
    "closings": """
        monsieur le président | madame la présidente | monsieur le ministre | madame la ministre | chers collègues |
        merci | merci à tous | merci beaucoup | je vous remercie | hein | voilà
        """,
    "procedure": """
        la parole | c'est à vous | je vous laisse | on passe à | on passe au | nous passons à | nous passons au |
        on va en parler | on va parler | on avance | on y va | on commence | on arrive | on reste sur |
        temps de parole | une minute | tirage au sort | pour conclure | merci à | merci d'avoir | merci de |
        merci pour |
        première partie | 1re partie | deuxième partie | grande partie | je termine | je continue | je vous répète |
        laissez-moi | on vous écoute | ça commence maintenant | une précision | notre invitation |
        l'ordre du jour appelle | la séance est | participer à ce débat | vous êtes le porte-parole |
        vous êtes président | vous êtes la présidente | préciser une chose | le temps que
        """,
    "address": "vous votre vos tu toi ton",
    "broken": "et mais car que parce",
}

_EN = {
    "courtesies": """
        mr president | madam president | mr speaker | madam speaker | mr chair | mr. chair | mr.chair |
        mr chairman | madam chair | chair | prime minister | minister | commissioner | ladies and gentlemen |
        honourable members | dear colleagues | colleagues | thank you | thank you very much | thank you all |
        thank you so much | thanks | thanks very much | many thanks | good morning | good afternoon |
        good evening | good morning everyone | hello | hello everybody | hello everyone | hi | hi everybody |
        welcome | welcome everybody | excuse me | sorry | yes | yeah | yep | okay | ok | 'kay | all right |
        alright | right | oh right | oh yeah | oh | ah | um | uh | hmm | mm | mm-hmm | well | you know | in writing |
        member of the commission | vice-president of the commission
        """,
    "closings": """
        mr president | madam president | mr speaker | madam speaker | mr chair | mr. chair | mr.chair |
        madam chair | thank you | thank you very much | thank you all | thanks | thanks very much
        """,
    "procedure": """
        the floor | we'll now | we will now | i'll now | we'll go to | we'll go on | we'll go back | let's move on |
        let us move on | let's go on | question goes to | question will go | first question is for | next question |
        next item | next speaker | point of order | the debate is closed | the vote will take place |
        written statements | this meeting to order | meeting is taking place | go ahead | when you are ready |
        before speaking | blue-card | interrupted the speaker | cut off the speaker | over to you | go first |
        introduce yourself | introduce ourselves | i have to record | i would remind | the honourable minister |
        who would like to | go on from here
        """,
    "address": "",
    "broken": "and but because the a",
}

_LISTS = {"nl": _NL, "fr": _FR, "en": _EN}
# Who speaks for whom, or in which language, as the reports of parliaments put it before a speech.
_FILLER = r"(?:um|uh|uhm|erm|euh|eh(?!\s+bien\b))(?!\w)[,.…]?\s+"
_FILLERS = frozenset({"um", "uh", "uhm", "erm", "euh", "eh", "mm", "hm", "hmm"})
_SPOKEN_IN = r"(?-i:\([A-Z]{2}\))\s+"
_SPEAKS_FOR = r"on behalf of the [^.\n]{1,40} group"
_SENTENCES = re.compile(r"(?<=[.!?…])\s+")
_SHORT = 3  # words, beside procedure: "Mr. Bergen.", "Eén vraag."


@dataclass(frozen=True, slots=True)
class _Talk:
    """The lists of a language as patterns; words by which somebody is addressed, after which a sentence breaks off."""

    opening: re.Pattern[str]
    closing: re.Pattern[str]
    procedure: re.Pattern[str]
    address: frozenset[str]
    broken: frozenset[str]


@cache
def _talk(language: str) -> _Talk | None:
    written = _LISTS.get(language)
    if not written:
        return None
    opening = f"(?:{_any_of(written['courtesies'])}|{_SPEAKS_FOR})"
    closing = _any_of(written["closings"])
    return _Talk(
        re.compile(rf"[\s\-–—]*(?:{_FILLER}|{_SPOKEN_IN}|{opening}\s*(?:[,.!…][\s\-–—]*|$))", re.IGNORECASE),
        re.compile(rf"(?:(?<=[.!?…])\s+|,\s*)(?:{closing})\s*[.!]*$", re.IGNORECASE),
        re.compile(rf"(?<!\w)(?:{_any_of(written['procedure'])})(?!\w)", re.IGNORECASE),
        frozenset(written["address"].split()),
        frozenset(folded(word) for word in written["broken"].split()),
    )


def _any_of(phrases: str) -> str:
    """Give a pattern for any of these phrases, the longest first, with either apostrophe."""
    known = sorted((" ".join(phrase.split()) for phrase in phrases.split("|")), key=len, reverse=True)
    return "|".join(re.escape(phrase).replace("'", "['’]") for phrase in known)


def without_courtesies(text: str, language: str) -> str:
    """Drop addresses, greetings, thanks and interjections at the start and at the end; nothing else.

    Where the start falls away, what is left takes the capital with which the statement began.
    """
    talk = _talk(language)
    if talk is None:
        return text
    start = 0
    while found := talk.opening.match(text, start):
        start = found.end()
    left = text[start:]
    if start and next(filter(str.isalpha, text), "").isupper():
        left = capital(left, language)
    while found := talk.closing.search(left):
        left = left[: found.start()]
    return left.strip()


def mere_procedure(text: str, language: str) -> bool:
    """Say whether a statement only leads the talk: gives the floor, goes to the next point, thanks."""
    talk = _talk(language)
    if talk is None:
        return False
    said = [without_courtesies(one, language) for one in _SENTENCES.split(text)]
    left = [one for one in said if not talk.broken.union(_FILLERS).issuperset(words_of(one))]
    leading = [bool(talk.procedure.search(one)) for one in left]
    return not left or (
        any(leading)
        and all(leads or len(one.split()) <= _SHORT for leads, one in zip(leading, left, strict=True))
    )


def said_aside(text: str, words: Sequence[str], language: str, neutral: str) -> bool:
    """Say whether a statement is said to somebody at the table or broken off, asks, or leads the talk on.

    Then it says less on paper than others. `words` are its own, folded; `neutral` stands in it for names: between
    commas it calls somebody.
    """
    talk = _talk(language)
    if talk is None or not words:
        return False
    calls = re.search(rf"(?:^|[,.!?…]\s+){re.escape(folded(neutral))}\s*[,.!?…]", folded(text))
    asks = text.rstrip().endswith("?")
    led = talk.procedure.search(text) or words[-1] in talk.broken
    return bool(calls or asks or led or not talk.address.isdisjoint(words))
