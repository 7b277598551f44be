"""Words before a colon that are no name: those that open ordinary prose, and those for all, somebody, the moderator.

All of them are valid in whatever language an evening is held; they are written as `naming.plain` gives them:
without case, accents, dots and apostrophes, a hyphen as a space.
"""

from collections.abc import Mapping

from roundtable.domain.contributions import Voice

FIXED: Mapping[str, Voice] = {
    word: voice
    for voice, words in {
        Voice.TABLE: "all|everybody|everyone|allen|iedereen|tous|toutes|tout le monde",
        Voice.NOBODY: "somebody|someone|iemand|quelquun|quelquune",
        Voice.MODERATOR: (
            "mod|moderator|gespreksleider|moderateur|moderatrice|anim|animateur|animatrice|facilitator"
        ),
    }.items()
    for word in words.split("|")
}

_DUTCH = """
nr|nummer|pro|contra|con|voor|tegen|ps|nb|nota|notitie|let op|opgelet|dus|kortom|conclusie|besluit|slot|tot slot
ten slotte|tenslotte|samengevat|samenvatting|samenvattend|bv|bijv|bijvoorbeeld|vb|voorbeeld|een voorbeeld|ex
opmerking|vraag|antwoord|vraagje|idee|tip|actie|actiepunt|todo|citaat|bron|zie|cf|vgl|link|betreft|onderwerp|thema
punt|agendapunt|agenda|gevolg|resultaat|oorzaak|reden|probleem|oplossing|voordeel|voordelen|nadeel|nadelen|plus
min|pluspunt|minpunt|pluspunten|minpunten|belangrijk|waarschuwing|update|correctie|aanvulling|vervolg|extra|oa|dwz
maw|ttz|nl|namelijk|immers|want|maar|en|of|ja|nee|neen|ok|oke|goed|echter|toch|daarom|concreet|eerst|eerste
ten eerste|ten tweede|ten derde|tweede|derde|vierde|laatste|intussen|ondertussen|nu|dan|toen|vandaag|morgen
gisteren|vroeger|later|straks|kort|feit|stelling|hypothese|advies|voorstel|afspraak|afspraken|budget|kost|kosten
prijs|totaal|aantal|cijfer|cijfers|verschil|gemiddeld|gemiddelde|een|twee|drie|vier|vijf|alternatief|context
achtergrond|doel|doelen|kans|kansen|risico|sterkte|zwakte|uitdaging|evaluatie|ervaring|pauze|welkom|inleiding
intro|te doen|met andere woorden|dat wil zeggen|onder meer|onder andere|zoals|ook|nog|verder|bovendien|anders
tegelijk|tegelijkertijd|misschien|eigenlijk|precies|juist|inderdaad|stel|kern|kernpunt|boodschap|leuze|motto|slogan|wat|wie|waar|wanneer
waarom|hoe|hier|daar|zo|dit|dat|tel|gsm|fax|adres|datum|tijd|uur|plaats|onduidelijk|sfeer|discussie|reactie|consensus
"""

_FRENCH = """
no|num|numero|pour|contre|nb|remarque|attention|nota bene|donc|bref|conclusion|en conclusion|en bref|en resume
resume|synthese|par exemple|exemple|p ex|pex|ex|question|reponse|idee|conseil|astuce|action|a faire|citation|source
voir|cf|lien|objet|sujet|theme|point|ordre du jour|consequence|resultat|cause|raison|motif|probleme|solution|avantage
avantages|inconvenient|inconvenients|plus|moins|important|avertissement|mise a jour|correction|complement|suite
cad|cest a dire|autrement dit|a savoir|car|mais|et|ou|oui|non|si|daccord|bon|bien|pourtant|cependant|toutefois
concretement|dabord|tout dabord|premier|premiere|premierement|deuxieme|deuxiemement|second|seconde|troisieme
troisiemement|dernier|derniere|enfin|finalement|ensuite|puis|maintenant|aujourdhui|demain|hier|avant|apres|alors
fait|constat|these|hypothese|avis|proposition|accord|budget|cout|couts|prix|total|nombre|chiffre|chiffres|difference
moyenne|un|une|deux|trois|quatre|cinq|alternative|contexte|but|objectif|objectifs|chance|risque|risques|force
faiblesse|defi|evaluation|experience|pause|bienvenue|introduction|intro|comme|aussi|encore|de plus|en outre|sinon
peut etre|en fait|exactement|justement|en effet|supposons|message|devise|slogan|quoi|qui|ou ca|quand|pourquoi
comment|ici|la|ceci|cela|ca|tel|gsm|adresse|date|heure|lieu|resultats|note|rappel|precision|ambiance|debat|reaction
"""

_ENGLISH = """
no|nr|num|number|pro|pros|con|cons|for|against|ps|pps|nb|note|notes|so|thus|hence|therefore|conclusion|in short
in brief|in sum|sum|summary|to sum up|finally|last|lastly|example|for example|for instance|eg|ie|eg ie|ex|etc
remark|question|answer|idea|tip|hint|action|action point|todo|to do|fixme|quote|source|see|cf|link|url|re|fw|fwd
subject|topic|theme|point|agenda|item|result|results|consequence|outcome|cause|reason|problem|solution|issue
advantage|advantages|disadvantage|disadvantages|benefit|benefits|drawback|plus|minus|upside|downside|important
warning|caution|update|correction|addition|continued|extra|that is|namely|because|but|and|or|yes|yeah|nope|ok|okay|good
however|yet|still|first|firstly|second|secondly|third|thirdly|then|next|now|today|tomorrow|yesterday|before|after
later|fact|claim|hypothesis|advice|proposal|deal|budget|cost|costs|price|total|count|figure|figures|difference
average|one|two|three|four|five|alternative|context|background|goal|goals|aim|opportunity|risk|risks|strength
weakness|challenge|evaluation|experience|break|welcome|introduction|intro|like|also|more|moreover|further|else
otherwise|maybe|perhaps|actually|exactly|indeed|suppose|message|lesson|motto|slogan|what|who|where|when|why|how
here|there|this|that|tel|phone|mobile|address|date|time|place|fyi|btw|imo|tbd|tbc|asap|aside|recap|tldr|reminder
"""

_COMPUTING = """
http|https|ftp|ftps|file|mailto|www|e mail|email|mail|e mails|mails|sms|tel|web|website|site|teams|zoom|chat|wifi
pdf|doc
"""


def _listed(text: str) -> frozenset[str]:
    return frozenset(word for line in text.split("\n") for word in line.split("|") if word)


OPENERS: Mapping[str, frozenset[str]] = {
    "nl": _listed(_DUTCH + _COMPUTING),
    "fr": _listed(_FRENCH + _COMPUTING),
    "en": _listed(_ENGLISH + _COMPUTING),
}
PROSE: frozenset[str] = frozenset().union(*OPENERS.values())

# Before a second word these make a phrase of it, and no name: `de reden:`, `notre souci:`, `my rule:`.
BEFORE_A_WORD: frozenset[str] = _listed(
    """
de|het|een|t|n|deze|dit|die|dat|mijn|onze|ons|jouw|jullie|uw|zijn|haar|hun|elk|elke|ieder|iedere|geen|veel|meer|weinig
alle|enkele|sommige|in|op|met|zonder|bij|uit|aan|over|onder|tussen|na|per|te|om|als|er|ik|je|jij|we|wij|ze|zij|hij|is
wel|niet|heel|erg|groot|grote|klein|kleine|nieuw|nieuwe|ander|andere|enige|laatste|volgende
le|la|les|un|une|l|ce|cet|cette|ces|mon|ma|mes|notre|nos|votre|vos|son|sa|ses|leur|leurs|chaque|aucun|aucune
beaucoup|quelques|dans|sur|avec|sans|chez|par|en|au|aux|quand|il|elle|on|nous|vous|ils|je|tu|est|pas|tres
grand|grande|petit|petite|nouveau|nouvelle|autre|seul|seule|prochain|prochaine|du|des
the|an|these|those|my|our|your|his|her|its|their|each|every|any|many|most|few|some|on|at|with|without|by|from|to
of|if|as|it|i|you|we|they|he|she|are|not|very|big|small|new|other|another|only|key|main|same|old
""".replace("\n", "|")
)

# Forms of address before a name; they are no part of it.
TITLES: frozenset[str] = _listed(
    "mr|mrs|ms|miss|dr|prof|professor|mevr|mevrouw|mw|dhr|heer|meneer|mijnheer|mme|madame|mlle|m|monsieur"
    "|maitre|me|ir|ing|hon|sir|dame|drs|jhr"
)

# Small words inside a family name; the first of LEADING_PARTICLES tells that no first name stands before it.
PARTICLES: frozenset[str] = _listed(
    "van|von|vom|zu|zum|de|den|der|het|t|te|ten|ter|op|in|le|la|les|l|du|des|d|da|di|do|dos|das|del|della"
    "|el|al|bin|ben|y|the|af|av"
)
LEADING_PARTICLES: frozenset[str] = _listed("van|von|de|den|der|het|t|te|ten|ter|le|les|du|des|the")

# Given names that a sentence can begin with, per language: whoever has one needs a nickname.
COMMON_NAMES: Mapping[str, frozenset[str]] = {
    "nl": _listed("dan|nu|wil|toon|mark|bas|floor|roos|merel|tine|storm|lente|mee|jij|wij|do|bo"),
    "fr": _listed(
        "aime|claire|clement|constant|desire|fleur|franc|juste|marine|modeste|noel|or|parfait|prudence|rose"
    ),
    "en": _listed(
        "an|will|may|mark|bill|art|bob|chase|dawn|drew|faith|frank|grace|grant|guy|happy|hope|jack|joy|june|april"
        "|mercy|mike|nick|pat|patience|ray|rich|rob|rose|skip|sue|summer|wade|do"
    ),
}
