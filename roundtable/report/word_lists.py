"""Words by which drafting knows a statement: kept by hand for Dutch, French and English, folded, one list a purpose."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, fields
from functools import cache, lru_cache

from roundtable.domain.text import folded

_WORD = re.compile(r"[^\W_]+")
_ENOUGH = 4  # words, to know their language by


@dataclass(frozen=True, slots=True)
class WordLists:
    """What drafting looks for in one language.

    `we`: whoever says it speaks of themselves; `subjects` and `verbs`: with one of them it is no fragment;
    `openers`: conjunctions that lean on what was said before; `connectors`: what else opens a statement and connects it
    by itself; `but`: those that say what phrase D says already;
    `agreements`: whole statements that only agree, or only say no; `asking`: words that open a question;
    `usual`: to know a language by.
    """

    we: frozenset[str] = frozenset()
    subjects: frozenset[str] = frozenset()
    verbs: frozenset[str] = frozenset()
    openers: frozenset[str] = frozenset()
    connectors: frozenset[str] = frozenset()
    but: frozenset[str] = frozenset()
    agreements: frozenset[str] = frozenset()
    negations: frozenset[str] = frozenset()
    numbers: frozenset[str] = frozenset()
    asking: frozenset[str] = frozenset()
    superlatives: frozenset[str] = frozenset()
    usual: frozenset[str] = frozenset()

    @property
    def common(self) -> frozenset[str]:
        """Words that say nothing of what a text is about."""
        small = self.usual | self.asking | self.subjects | self.verbs | self.we
        return small | self.openers | self.negations | self.numbers


_NL = {
    "we": "ik we wij ons onze mijn mij me mezelf onszelf",
    "subjects": "ik je jij u ge gij hij ze zij we wij jullie het 't dat dit er men iedereen niemand iemand wie",
    "verbs": """
        ben bent is was waren heb hebt heeft had hadden word wordt worden werd werden zijn hebben kan kun
        kunt kunnen kon konden mag mogen mocht mochten moet moeten moest moesten wil wilt willen wou wilde
        wilden zal zult zullen zou zouden hoef hoeft hoeven dient durft lijkt blijkt schijnt blijft bleef
        bleken gaat ging gingen komt kwam kwamen doet deed deden laat liet lieten aanvaardt begint begon
        begonnen begrijpt behoort belt bepaalt bestaat betaalt betekent betekende biedt brengt bracht daalt
        denkt dacht draagt draait dreigt duurt eindigt eist faalt gebeurt gebruikt geeft gaf geldt gelooft
        groeit haalt haat hangt heerst helpt hoort houdt kent kiest kijkt klinkt koopt kost krijgt kreeg
        leert leeft legt leidt levert ligt loont loopt liep luistert maakt maakte merkt mist neemt nam noemt
        praat raakt reist rijdt ruikt ruilt scheelt schrijft slaat spaart speelt spreekt staat stelt stijgt
        stond stopt stuurt telt toont trekt valt verandert verdient verdwijnt vergt verkoopt verliest
        verloopt verschilt vertelt vertrekt vertrouwt verwacht vindt vond voelt volgt vraagt vroeg wacht
        weegt weet weigert werkt werkte wint wist woont wringt zag zegt zei zet ziet zit zoekt zorgt want
        """,
    "openers": "maar dus want en",
    "connectors": """
        daarnaast | bovendien | verder | daarbij | daarom | daardoor | toch | echter | integendeel | anderzijds |
        enerzijds | ook | ten eerste | ten tweede | ten derde | ten slotte | tenslotte | tot slot | trouwens |
        overigens | bijvoorbeeld | kortom | vandaar | nochtans | aan de andere kant | daar komt bij
        """,
    "but": "maar",
    "agreements": """
        klopt | klopt helemaal | dat klopt | dat klopt helemaal | idem | ja | jawel | jaja | inderdaad |
        akkoord | helemaal akkoord | volledig akkoord | mee eens | eens | helemaal mee eens | daar ben ik
        het mee eens | zeker | zeker weten | juist | precies | exact | absoluut | hetzelfde | dat is waar |
        waar | goed punt | hier ook | bij ons ook | ik ook | wij ook | sluit me aan | ik sluit me aan | daar
        sluit ik me bij aan | goed | oké | ok | natuurlijk | uiteraard | volledig mee eens | zo is het | hmm
        | mm | mhm | nee | neen | nee hoor | helemaal niet | dat klopt niet | niet waar
        """,
    "negations": "niet geen nooit niemand niets nergens zonder noch evenmin nauwelijks amper",
    "numbers": """
        nul half halve een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien
        vijftien zestien zeventien achttien negentien twintig dertig veertig vijftig zestig zeventig tachtig
        negentig honderd duizend miljoen miljard eerste tweede derde vierde vijfde kwart helft dubbel
        """,
    "asking": """
        wat wie waar wanneer waarom waarmee waarvan waarover waardoor waaraan waarin waarop hoe hoeveel
        hoelang hoezo welk welke wiens kan kun kunnen moet moeten mag mogen is zijn heeft hebben hebt doe
        doet doen gaat gaan zal zullen zou zouden wil willen vindt vinden komt komen werkt krijgt
        """,
    "superlatives": "enige beste",
    "usual": """
        de het een van ik je dat die niet zijn is er maar om ook als dan voor aan met hij we wij ze naar bij
        zo nog wordt worden hebben heeft kan moet door over uit wel geen deze dit hun ons onze meer veel
        moeten kunnen mensen wat wie
        """,
}

_FR = {
    "we": "je j nous on notre nos mon ma mes moi me m",
    "subjects": "je j tu il elle on nous vous ils elles ce c ça cela ceci qui chacun personne tout-le-monde",
    "verbs": """
        a ai ait aide aident aime aiment aller amène apporte apportent apprend apprennent arrive arrivent as
        aura auront aurait auraient avait avaient avez avons ayant baisse baissent change changent cherche
        cherchent choisit choisissent coûte coûtent commence commencent comprend comprennent compte comptent
        connaît connaissent continue conviennent convient crée créent croit croient demandent demeure
        demeurent dépend dépendent devait devaient devez devient deviennent devra devrait devraient devons
        disent dit dois doit doivent donne donnent dure durent empêche empêchent engage entend es est était
        étaient êtes évolue existe existent exige fais faisait fait faut fera ferait finit finissent font
        fonctionne fonctionnent gagne gagnent garde gardent gère gèrent grandit importe invite joue jouent
        laisse laissent lit manque manquent marche marchent met mettent montre montrent monte montent ont
        oublie ouvre paie paient paraît paraissent parle parlent part partent passe passent pense pensent
        perd perdent permet permettent peut peuvent peux plaît porte portent pose posent pourra pourrait
        pourraient prend prennent préfère préfèrent produit progresse protège rapporte rapportent reçoit
        reçoivent reconnaît refuse remplace rendent repose représente reste restent revient reviennent
        risque sait savent sens sent sentent sera serait seraient seront sert servent signifie soit sommes
        sont souhaite souffre suffit suis suit suivent tient tiennent tombe tourne tournent travaille
        travaillent trouve trouvent utilise va vais valent vaut vend veulent veut veux vient viennent vit
        vivent voient voit vont voudrait voulait voulaient voulons
        """,
    "openers": "mais donc car et",
    "connectors": """
        or | ainsi | alors | aussi | ensuite | puis | enfin | d'abord | de plus | en plus | en outre | par ailleurs |
        d'ailleurs | cependant | pourtant | toutefois | néanmoins | au contraire | en revanche | par contre |
        par conséquent | c'est pourquoi | par exemple | bref | d'une part | d'autre part | deuxièmement |
        premièrement | troisièmement
        """,
    "but": "mais",
    "agreements": """
        d'accord | tout à fait | tout à fait d'accord | bien d'accord | je suis d'accord | entièrement
        d'accord | exact | exactement | c'est vrai | c'est juste | juste | oui | ouais | idem | pareil |
        pareil chez nous | chez nous aussi | nous aussi | moi aussi | même chose | absolument | bien sûr |
        en effet | effectivement | voilà | certainement | évidemment | c'est ça | bien vu | ok | hmm |
        non | mais non | non non | pas du tout | non pas du tout | c'est faux | non c'est faux | si | allez-y |
        allez-y je vous en prie | attendez | c'est parti
        """,
    "negations": "ne n pas jamais aucun aucune rien personne sans ni guère nullement",
    "numbers": """
        zéro demi demie un une deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze
        quinze seize vingt trente quarante cinquante soixante cent cents mille million millions milliard
        premier première deuxième troisième quart moitié tiers double
        """,
    "asking": """
        qui que qu quoi quel quelle quels quelles quand où comment pourquoi combien est peut peuvent faut
        doit doivent va vont a ont y lequel laquelle à de en dans avec pour chez sur jusqu
        """,
    "superlatives": "seul seule unique meilleur meilleure",
    "usual": """
        le la les des du un une et est que qui dans pour pas sur plus avec ce il elle au aux ne se sont nous
        vous on mais ont cette ces par leur leurs tout tous fait faut peut être avoir très aussi même quand
        comme chez sans notre je c'est
        """,
}

_EN = {
    "we": "i we our ours us my me mine myself ourselves",
    "subjects": "i you he she it we they that this there who everybody everyone nobody somebody someone",
    "verbs": """
        am is isn are aren was wasn were weren be been do does doesn don did didn have haven has hasn had
        hadn can cannot could couldn may might must shall should shouldn will won would wouldn ll ve agree
        asks became become becomes began begins believe believes belongs brings bought buys came chooses
        chose comes decides deserve deserves depends draws drives earns exist exists expects fails feel
        feels felt finds follows forgets found gains gave gets gives goes gone got grew grows happens hears
        held helps hires holds hurts keeps kept kills knew know knows lacks lasts leads learned learns
        leaves left lets likes listens lives looks loses lost loves made makes means meant meets misses
        needs opens owes owns pays plays prefer prefers pulls pushes puts raises ran reads remain remains
        requires rises said saves saw says see seems seem sells sees sets shows shrinks sits solves spends
        stands starts stays stops struggles suffers takes teaches tells think thinks thought told took
        travels treats trusts tries turns understand understands uses walks wants want went wins works
        worked worries writes
        """,
    "openers": "but so because and",
    "connectors": """
        however | therefore | moreover | furthermore | besides | also | in addition | additionally | nevertheless |
        nonetheless | still | yet | then | thus | hence | instead | on the other hand | on the one hand |
        on the contrary | by contrast | for example | for instance | first of all | firstly | secondly | thirdly |
        finally | lastly | in short | that's why
        """,
    "but": "but",
    "agreements": """
        agreed | i agree | i agree completely | totally agree | fully agree | agree | exactly | absolutely |
        definitely | indeed | right | that's right | true | that's true | very true | yes | yeah | yep |
        same | same here | same for us | us too | me too | we do too | so do we | ditto | of course | sure |
        certainly | precisely | good point | ok | okay | mm-hmm | mm hmm | hmm | uh-huh | no | no no | nope |
        not at all | that's not true | there you go | go ahead
        """,
    "negations": "not no never nobody nothing none without neither nor nowhere cannot t hardly barely",
    "numbers": """
        zero half one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
        sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred
        thousand million billion first second third fourth fifth quarter twice double
        """,
    "asking": """
        what who where when why how which whose whom can could do does did is are was were will would should
        shall may must have has had
        """,
    "superlatives": "only sole best",
    "usual": """
        the and to of that is it you for was on are with as his they be at this have from or had by not but
        what some we can there when your how their if will do about many then them would has more could
        people our which should i who because don't it's
        """,
}

_LISTS = {"nl": _NL, "fr": _FR, "en": _EN}


@cache
def word_lists(language: str) -> WordLists:
    """Give the lists of a language; empty ones where we have none."""
    written = _LISTS.get(language, {})
    made = {name: _split(text) for name, text in written.items()}
    return WordLists(**{one.name: made.get(one.name, frozenset()) for one in fields(WordLists)})


def words_of(text: str) -> list[str]:
    """Give the words of a text, folded; an apostrophe parts them (j’ai, zo’n)."""
    return [_folded(word) for word in _WORD.findall(text)]


@lru_cache(maxsize=50_000)
def _folded(word: str) -> str:
    """Fold a word; a table uses the same few thousand again and again."""
    return folded(word)


@cache
def telling_words(language: str) -> frozenset[str]:
    """Give usual words of a language that the two others do not share."""
    others = [word_lists(other).usual for other in _LISTS if other != language]
    return word_lists(language).usual.difference(*others)


def language_of(words: Sequence[str], paper: str) -> str:
    """Give the language (nl, fr, en) of the words of a text, where it surely is not the paper's; otherwise nothing."""
    if paper not in _LISTS or len(words) < _ENOUGH:
        return ""
    found = {language: sum(word in telling_words(language) for word in words) for language in _LISTS}
    best = max(found, key=lambda language: found[language])
    return best if best != paper and found[best] >= max(2, 3 * found[paper]) else ""


def _split(text: str) -> frozenset[str]:
    phrases = text.split("|") if "|" in text else text.split()
    return frozenset(" ".join(words_of(phrase)) for phrase in phrases if phrase.strip())
