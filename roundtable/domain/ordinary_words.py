"""Words that are names as well: where a participant bears one, only its exact spelling is surely a name.

The lists are kept by hand; a word belongs here if it is met in ordinary talk of its language.
"""

_PARTICLES = "d de del den der des di du el het la le les l of op s sint ten ter the van ver von y"

_NL = """
aarde adel af akker an appel april arts augustus bak baken bakker balk band bank baron bas beek been beer beet begijn
belofte ben berg best besten beuk bever bier bij bisschop blauw blij bloem boer bol bom bond boom boon boos boot borst
bos bosch bot bouw bouwman braam brand bron brood brouwer brug bruin burger daal dag dam dan dank deel deken dekker
diep dier dijk does dok dom donker doom dorp draad draak duif duin duits echt eend eik ekster engel engels er erf es
feest fiets fijn frans fruit gaan gans gast geel geest geld geluk goed goede goud graaf gras gravin groen groenen
groot haag haan haas hak hamer hand haring hart haver heeft heel heer heide hek held helm hen her herder herfst heuvel
hoed hoek hof hond hoop huis ijs jager job jong juli juni kaas kamer kamp kan kapper kat keer keizer kerk kersten kind
kist klaver klein klok knecht koe kok kolen kom konijn koning koop kort korte kost kraai kraan krijger kroon kuiper
kunst laan laat lach land lang lange leen leer leeuw lens lente leven lief lies lijn linden links lot lust maak maan
maart maas maat man mark markt meer mees meester mei mens metselaar metser mijn mis moed mol molen mond mooi mulder
naald naam nacht nagel nee nel nieuw noord nu of oost open oud oude paal paard pachter palm park pas paus peer pelgrim
pen pijl pijper plan ploeg poort post pot prins punt put raaf raam ram rechter reden rein ridder riet rijk ring roep
rood roos ros ruim ruiter schaap schilder schipper schoen schot schouten schrijver slager slim smal smet smid smits
snel snijder spaans spit spits sta staal stad staf stam steen stel ster sterk stier stille stok straat struik sus tak
tas teken thuis timmerman tol toon toren tuin uit vast veel veen veld velden vent ver vink vis visser vlaming vloer
vogel vol vos vraag vrees vriend vrij vrolijk vroom vuur waal ward was water weg weiland wens werk west wever wie wiel
wijn wijs wil wind winter wit witte wolf wolk wolken wout zand zee zeil zeker zin zomer zon zuid zwaan zwager zwart
"""

_FR = """
abbe aide aime alors an ange ardent aurore avenir avril baron bas basse beau bel belle berger bien blanc blanche blond
bois boisson bon bonne bonnet bouche boucher boulanger bourg bourgeois bouvier brave brun buisson carpentier carre
cerise champ chance chapelle charpentier chasseur chateau chevalier chevre clair claire clement cloche coeur colline
colombe come comte constance constant content coq corbeau cordier costume cour court cousin couvreur croix cuisinier
dame dauphin desire diamant docteur doute doux drapier droit duc egale esperance espoir ete etoile fait faucon fee
felicite ferme feuille fleur foi fontaine force forest foret forgeron fort fortune franc france froid fromage gagne
gai gaillard garde gentil gloire grace grand grande grange gras gros guerre habit hardi harmonie haut heureux hiver
honneur jardin jardinier jasmin jaune jean jeune joie joli joly jour juillet juin juste lac laine large leger leste
lion long lot loup lune macon mai maire maison maitre marchand marche marechal margot marin marine marque martial
matin melodie mer mercier mere merle messager meunier mille mine modeste moine mont montagne moulin mouton muet mur
neige neuf noble noe noel noir nouveau octobre olive or ose page pain pape parent parfait paris passe patron payet
paysan peche peintre pelletier pension perle petit petite pierre pigeon pin pivoine plaisant plus poirier poisson pol
pole pons pont porte posee potier poulain prairie premier prince printemps prosper prudence raison rat reine renard
riche rivage riviere roche rocher roi rose rossignol roue rouge roux rue sage saison salle sans sauvage sauve savoir
seigneur septembre serein serrurier soleil sot sourire souris tailleur tardif temps terre tisserand tonnelier tort
tour tournier travers tresor trop urbain valet vallee vanier vent verger verite vert veuve victoire vide vieux vigne
vigneron village ville violette vis vivant voisin vrai
"""

_EN = """
abbey abbot able amber an ancient angel april archer art ash ask august autumn back bailey baker ball banks barber
barker barn baron bass bay bean bear beech bell bent berry best bill bird bishop black blake bliss bloom blossom blue
bond boon booth both bow bowman box brand bridge bridges bright broad brook brooks brother brown buck budge bull burn
burns bush butcher butler cane canon care carpenter carrier carter carver case cash castle chance chancellor chandler
chart chase cherry child chips choice church clay clever cliff close coal cole comfort constant cook cooper corn cost
costs cotton count court coward cox craft crane creed crisp cross crow crown crystal curry cutter daisy dance dancer
darling dawn day deal dean deed deer diamond dick dodge don done dove down drew driver duke dusty dyer eagle earl
early east edge else english eve even ever fair faith fall farm farmer farrow fell fern field fields finch fine fish
fisher flint flood flower flowers ford forest forester forge foster fountain fox frank free french friend frost fry
fuller gable gale garden gardener garner gates gay gene gentle given glass glover gold golden good grace grand grant
grass graves gray green grey grove grow guard guest gull guy hall hammer hand handy hardy harmony hart harvest hawk
hay hazel heath heather held hill hold holiday hollow holly hon hone honey hood hook hope horn house hunt hunter hurry
ivy jack jasmine jay jet jewel job jobs joiner joy judge june just justice keen key kind king kitchen knight knot lake
lamb lance land lane large lark law lawn lawyer lead leaf lean less light lily lime linen lion list little living lock
long look lord loss love lovely low lucky mace made main major mall man manly manner marble march mark marker marsh
marshal mason masters may means meet mercer mercy merit merry mild miles mill miller mills mind mine mint moody moon
moor more moss most mountain much must myrtle nice nick night noble noise noon north novel now oak ocean olive only
opal over own page painter palmer park parker parks parson part pat patience peace peach peak pearl peel penny pepper
piece pike pine piper plan plum plumber point pole pond pool poor pope porter post potter power powers pray press
pretty price pride prime prince prior proud prudence push quick rain rate raven ray read red reed reeve rest rice rich
ridge right ring rise rivers road rob robin rock roman root rose round rowan royal ruby rush rust sage said sailor
sale sales sand sandy savage sawyer scarlet scholar sea seal self sell senior serene share sharp shepherd sheriff
shield shine shore short sides sign silver sky sleep slight small smart smith snow sole song south spark sparrow spear
speed spell spice spring squire stable star stead steel steward still stone storm story strange street strong such sue
summer summers sumner swan sweet swift tailor tall tanner taylor tell temple thorn tiger time times toll tough town
trace train true trust try turn turner twin under usher van verity very vice victor view viola violet voice wade
wagner waite walker wall want war ward ware wash water waters wave way weaver web weeks well wells went west wheat
wheeler white why wild wilder will willow winter winters wise wolf wood woods work worker worry worth wren wright yard
yeoman yes york young
"""

_TITLES = """
mr mrs ms miss dr prof ir ing mevr mevrouw dhr heer m mme mlle monsieur madame sir lady collega voorzitter minister
staatssecretaris ministre president presidente chairman chairwoman
"""
_HONOURS = "right hon honourable honorable excellency"
_RANKS = "prime vice deputy acting eerste premier premiere"
_ARTICLES = "de het een the le la les l"
_LEGAL_FORMS = """
nv bv bvba cv cvba vof vzw ivzw sa srl sprl sc asbl aisbl sas sarl gmbh ag ltd limited inc llc plc co corp
"""
PARTICLES = frozenset(_PARTICLES.split())
TITLES = frozenset(_TITLES.split())
HONOURS = frozenset(_HONOURS.split())
"""What stands before the name of a participant, and in running text is a word like any other."""
RANKS = frozenset(_RANKS.split())
"""What may stand before a title: prime minister, vice president."""
ARTICLES = frozenset(_ARTICLES.split())
LEGAL_FORMS = frozenset(_LEGAL_FORMS.split())

_LISTS = {"nl": _NL, "fr": _FR, "en": _EN}


def ordinary_words(language: str) -> frozenset[str]:
    """Give the names of a language that are ordinary words too, folded; of all three where we have no list."""
    known = [_LISTS[language]] if language in _LISTS else list(_LISTS.values())
    return frozenset(" ".join([_PARTICLES, *known]).split())
