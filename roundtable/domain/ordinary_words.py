"""Words that are names as well: where a participant bears one, only its exact spelling is surely a name.

The lists are kept by hand; a word belongs here if it is met in ordinary talk of its language.
"""

_PARTICLES = "d de del den der des di du el het la le les l of op s sint ten ter the van ver von y"

_NL = """
aarde adel akker an appel april arts augustus bak baken bakker balk band bank baron bas beek beer beet begijn
berg besten beuk bever bier bij bisschop blauw blij bloem boer bol bom bond boom boon boot borst bos bosch bot
bouw bouwman braam brand bron brood brouwer brug bruin burger daal dag dam dan deken dekker diep dier dijk dok
donker doom dorp draad draak duif duin echt eend eik ekster engel erf es feest fiets fijn fruit gans geel geest
geld graaf gras gravin groen groenen groot haag haan haas hak hamer hand haring hart haver heer heide hek held
helm herder herfst heuvel hoed hoek hof hond hoop huis ijs jager jong juli juni kaas kamp kapper kat keizer kerk
kersten kist klaver klein klok knecht koe kok kolen konijn koning kort korte kraai kraan krijger kroon kuiper
laan laat land lang lange leen leeuw lente lief lies lijn linden links lot maan maart maas maat mark markt meer
mees meester mei metselaar metser mol molen mond mulder naald nacht nagel nieuw noord nu oost oud oude paal
paard pachter palm park paus peer pelgrim pen pijl pijper ploeg poort post pot prins put raaf raam ram rechter
ridder riet rijk ring rood roos ros ruiter schaap schilder schipper schoen schot schouten schrijver slager smal
smet smid snel snijder spits staal stad stam steen ster sterk stier stok straat struik tak tas thuis timmerman
tol toren tuin veen veld velden vent vink vis visser vlaming vogel vos vrees vriend vrij vrolijk waal ward water
weg weiland west wever wiel wijn wijs wil wind winter wit witte wolf wolk wolken zand zee zeil zomer zon zuid
zwaan zwager zwart
"""

_FR = """
abbe aime an ange ardent aurore avril baron basse beau bel belle berger blanc blanche blond bois boisson bon
bonne bonnet bouche boucher boulanger bourg bourgeois brave brun buisson carpentier carre champ chapelle
charpentier chasseur chateau chevalier chevre clair claire clement cloche coeur colline colombe comte constance
constant coq corbeau cordier cour court cousin couvreur croix cuisinier dame dauphin diamant docteur doux
drapier duc ete etoile faucon felicite ferme feuille fleur fontaine force forest foret forgeron fort franc
france froid fromage gagne gai garde gentil grand grande grange gras gros guerre habit hardi haut heureux hiver
honneur jardin jardinier jasmin jaune jean jeune joie joli joly jour juillet juin juste lac laine large leger
lion long loup lune macon mai maire maison maitre marchand marche marechal margot marin marine marque matin mer
mercier merle messager meunier mille mine modeste moine mont montagne moulin mouton muet neige neuf noble noel
noir nouveau octobre olive or page pain pape parent parfait paris paysan peintre pelletier perle petit petite
pierre pigeon pin pivoine plaisant poirier poisson pol pole pont porte potier prairie prince printemps prudence
raison rat reine renard riche rivage riviere roche rocher roi rose rossignol roue rouge roux rue sage saison
salle sauvage savoir seigneur septembre serein serrurier soleil sourire souris tailleur tardif temps terre
tisserand tonnelier tour tournier travers tresor valet vallee vanier verger verite vert victoire vide vieux
vigne vigneron village ville violette vivant voisin
"""

_EN = """
abbey abbot able amber an ancient angel april archer ash august autumn bailey baker ball banks barber barker
barn baron bass bay bean bear beech bell berry best bill bird bishop black blake bliss bloom blossom blue boon
booth bow bowman box brand bridge bridges bright brook brooks brother brown buck bull burn burns bush butcher
butler cane canon care carpenter carrier carter carver case cash castle chance chancellor chandler chase cherry
child chips church clay clever cliff close coal cole comfort constant cook cooper corn cotton court coward cox
craft crane creed crisp cross crow crown crystal curry cutter daisy dancer dawn day deal dean deer diamond dick
dove drew driver duke dusty dyer eagle earl early east edge english eve fair faith fall farmer farrow fern field
fields finch fine fish fisher flint flood flower flowers ford forest forester forge foster fountain fox frank
free french friend frost fuller gable gale garden gardener garner gay gene gentle glass glover gold golden good
grace grand grant grass graves gray green grey grove guest gull guy hall hammer hand handy hardy harmony hart
harvest hawk hay hazel heath heather held hill holiday holly honey hood hook hope horn house hunt hunter hurry
ivy jack jasmine jay jet jewel joiner joy judge june justice keen key king kitchen knight lake lamb lance land
lane large lark law lawn lawyer leaf lily lime linen lion little lock long lord love lovely low lucky mace major
mall manly marble march mark marsh marshal mason masters may mercer mercy merry miles mill miller mills mine
mint moon moor moss mountain myrtle nick night noble noon north novel oak ocean olive opal page painter palmer
park parker parks parson pat patience peace peach pearl peel penny pepper piece pike pine piper plum plumber
pole pond pool poor pope porter post potter power powers price pride prime prince prior prudence quick rain
raven ray read red reed reeve rice rich ridge ring rivers road rob robin rock roman rose rowan royal ruby rush
rust sage sailor sand sandy savage sawyer scarlet scholar sea seal self senior serene sharp shepherd sheriff
shield shine short silver sky small smart smith snow song south spark sparrow spear speed spice spring squire
stable star steel steward stone storm story street strong sue summer summers sumner swan sweet swift tailor
tanner taylor temple thorn tiger turner usher van verity victor viola violet wade wagner waite walker wall ward
ware water waters way weaver weeks well wells west wheat wheeler white wild wilder will willow winter winters
wise wolf wood woods worth wren wright yard yeoman york young
"""

_TITLES = """
mr mrs ms miss dr prof ir ing mevr mevrouw dhr heer m mme mlle monsieur madame sir lady collega voorzitter minister
staatssecretaris ministre president presidente chairman chairwoman
"""
_ARTICLES = "de het een the le la les l"
_LEGAL_FORMS = """
nv bv bvba cv cvba vof vzw ivzw sa srl sprl sc asbl aisbl sas sarl gmbh ag ltd limited inc llc plc co corp
"""
TITLES = frozenset(_TITLES.split())
ARTICLES = frozenset(_ARTICLES.split())
LEGAL_FORMS = frozenset(_LEGAL_FORMS.split())

_LISTS = {"nl": _NL, "fr": _FR, "en": _EN}


def ordinary_words(language: str) -> frozenset[str]:
    """Give the names of a language that are ordinary words too, folded; of all three where we have no list."""
    known = [_LISTS[language]] if language in _LISTS else list(_LISTS.values())
    return frozenset(" ".join([_PARTICLES, *known]).split())
