"""A paper as an evening would give it, for looking at and for tests: fourteen pages in Dutch, in words of our own."""

from roundtable.report.document import (
    Block,
    BlockQuote,
    Bullets,
    Cell,
    Cover,
    Document,
    Emphasis,
    Heading,
    Inline,
    Link,
    Mark,
    Numbered,
    Paragraph,
    Part,
    PartKind,
    PullQuote,
    Reference,
    Strong,
    Table,
    Text,
)


def words(text: str) -> tuple[Inline, ...]:
    return (Text(text),)


def said(text: str, mark: Mark | None = None) -> Paragraph:
    return Paragraph(words(text), mark)


def points(*texts: str) -> tuple[tuple[Block, ...], ...]:
    return tuple((said(text),) for text in texts)


def row(*texts: str) -> tuple[Cell, ...]:
    return tuple(Cell(words(text)) for text in texts)


INTRODUCTION = (
    said(
        (
            "Wie werkt er volgend jaar nog elke dag op kantoor? Vijf sectoren zochten op één avond naar een "
            "antwoord dat langer meegaat dan de volgende mededeling van de directie."
        ),
        Mark.LEAD,
    ),
    said(
        "Grote bedrijven roepen hun mensen terug naar kantoor, andere zoeken uit hoe ze soepel kunnen "
        "blijven nu de tijden onzeker zijn. De meeste zitten daartussen: met leidinggevenden die hun team "
        "weer willen zien, met werknemers die hun thuiswerkdagen niet meer willen afgeven, en met "
        "collega’s die hun werk nooit mee naar huis kunnen nemen."
    ),
    said("Drie vragen waren het vertrekpunt van het gesprek:"),
    Bullets(
        points(
            "Wat doen deze verschuivingen met de strategie van een bedrijf en met de sfeer op het werk?",
            "Wat betekenen ze voor de groei, en voor wat mensen op een dag gedaan krijgen?",
            "Hoe bouw je op afstand aan een bedrijfscultuur die mensen verbindt?",
        )
    ),
    said(
        "Aan tafel zaten tien mensen uit de logistiek, de auto-industrie, de retail, de "
        "softwareontwikkeling en de non-profit. Wat volgt, is hun gesprek, geordend per thema. Uitspraken "
        "worden per sector verteld."
    ),
)

CHAPTERS = (
    (
        "Werk van morgen, andere verwachtingen",
        (
            said(
                "Niemand staat nog elke ochtend zonder morren in de file. Op de agenda stond: wat vragen "
                "sollicitanten nu dat ze in 2019 niet vroegen? Het aantal thuiswerkdagen komt vóór het "
                "loon ter sprake. Iemand uit de softwareontwikkeling merkte op: kandidaten haken af als we "
                "er geen drie kunnen beloven."
            ),
            said(
                "Jongeren vallen minder samen met hun job. Ze vinden het vanzelfsprekend dat ze deels "
                "thuis kunnen werken, ook al doen ze het niet altijd. Daar kwam instemming voor uit de "
                "retail en uit de non-profit. Schoolverlaters komen juist graag naar kantoor, omdat ze "
                "daar leren van wie er al langer werkt. Iemand uit de logistiek zag het anders: wie in het "
                "magazijn begint, heeft die keuze nooit gehad."
            ),
            PullQuote(
                words("“Ze willen niet thuiswerken, ze willen kunnen kiezen.”"), words("Iemand uit de retail")
            ),
            said(
                "Ook over mantelzorg werd gesproken. Voor wie voor een ouder of een jong kind zorgt, is "
                "een dag thuis soms de enige manier om de job te houden. Anderen willen elke dag komen: "
                "omdat collega’s hun energie geven, of omdat ze thuis geen rustige plek hebben."
            ),
            said("Voorgesteld aan tafel", Mark.LABEL),
            Bullets(
                points(
                    "Vraag elke nieuwe collega na drie maanden opnieuw wat voor haar of hem werkt.",
                    "Hou voor iedereen die wil komen een bureau vrij, ook als er minder staan dan vroeger.",
                )
            ),
        ),
    ),
    (
        "Vertrouwen als basis van hybride werk",
        (
            said(
                "Vertrouwen begint bij doelen. Wie afspreekt wat er vrijdag klaar is, hoeft niet te weten "
                "wie er dinsdag om drie uur achter zijn scherm zat. Aanwezig zijn is niet presteren. "
                "Iemand uit de auto-industrie bracht in: bij ons telde de leidinggevende tot voor kort de "
                "auto’s op de parking."
            ),
            PullQuote(words("“We tellen sinds 2021 geen uren meer.”"), words("Iemand uit de retail")),
            said(
                "Dat bleef niet onbetwist. In de zorg voor klanten is een resultaat moeilijk te tellen, en "
                "bij vrijwilligers groeit vertrouwen vooral door elkaar te zien. Opvolgen blijft nodig, "
                "ook waar niemand controleert: een gesprek per week, met een vast begin en een vast einde, "
                "doet meer dan een dagelijkse vraag hoe het gaat."
            ),
            Heading(2, words("Wat leidinggevenden loslaten")),
            said(
                "Loslaten lukt wie het zelf een keer heeft ervaren. Verschillende mensen vertelden over "
                "een leidinggevende die pas volgde toen haar eigen team beter presteerde zonder dagelijkse "
                "vergadering. Wat ze niet loslieten, is even duidelijk: het doel, de datum en het gesprek "
                "erover."
            ),
            said(
                "Wie vrijheid krijgt, geeft ze terug als betrokkenheid. Dat werkt alleen als het van twee "
                "kanten komt, en het stopt waar mensen alleen nog bereikbaar zijn. Een afspraak over "
                "wanneer iemand niet antwoordt, hoort er evenzeer bij als een afspraak over wanneer wel."
            ),
            Heading(2, words("Wat zich niet laat tellen")),
            said(
                "Voor werk dat zich niet laat tellen, helpt het om vooraf te beschrijven wat goed is. Een "
                "team uit de non-profit schreef samen op waaraan je een geslaagde week herkent, en legt "
                "die zinnen elke maand naast wat er gebeurde."
            ),
            Numbered(
                points(
                    "Beschrijf in drie zinnen wat deze maand goed genoeg is.",
                    "Laat het team zelf zeggen waar het staat.",
                    "Pas de zinnen aan, niet de mensen.",
                )
            ),
        ),
    ),
    (
        "Spontaan contact, innovatie en creativiteit",
        (
            said(
                "Vernieuwing heeft toeval nodig, hoor je vaak. De tafel was er niet zeker van. Het beste "
                "idee van het jaar ontstond bij de een aan het koffieapparaat, bij de ander in een gedeeld "
                "document waar iemand ’s avonds nog een vraag in zette. Wel was iedereen het eens over "
                "het verschil in tempo: rond een tafel gaan ideeën sneller heen en weer."
            ),
            said(
                "Een groeigesprek voert niemand nog graag via een scherm. Wat iemand niet zegt, zie je "
                "daar niet. Iemand uit de softwareontwikkeling vertelde: we hebben het twee jaar "
                "geprobeerd, en zijn ermee opgehouden toen drie mensen vertrokken zonder dat we het zagen "
                "aankomen."
            ),
            BlockQuote(
                (
                    said(
                        "“Als ik het over moet doen, zou ik het kantoor niet kleiner maken maar anders. "
                        "Minder bureaus, meer tafels waar je met vier kunt zitten, en één kamer waar "
                        "niemand mag bellen. Mensen komen niet voor hun stoel, ze komen voor elkaar, en "
                        "daar hadden wij geen plaats voor voorzien.”"
                    ),
                )
            ),
            said(
                "Kantoren worden daarop ingericht. Wie komt, komt met een reden: een brainstorm, een "
                "moeilijk gesprek, een maaltijd met het team. Daarbuiten is het stil, en dat is volgens "
                "sommigen precies de bedoeling."
            ),
        ),
    ),
    (
        "Leidinggeven in een flexibele structuur",
        (
            said(
                "Vroeger bepaalde de baas hoe, wanneer en wat. Nu plant een leidinggevende contact bewust "
                "in, spreekt doelen af en volgt ze op. Dat kost tijd, en die tijd is zelden voorzien. "
                "Iemand uit de logistiek verwoordde het zo: ik heb hetzelfde werk als vroeger, plus een "
                "agenda vol gesprekken die vroeger vanzelf gingen."
            ),
            said(
                "Een team dat zichzelf leert sturen, wordt beoordeeld op wat het samen aflevert. Dat "
                "vraagt dat het ook samen mag beslissen: over het rooster, over wie invalt, over wat er "
                "deze week niet gebeurt. In de retail maken drie winkels hun rooster zelf. Het verzuim "
                "daalde, al wilde niemand zeggen dat het daardoor kwam."
            ),
            PullQuote(
                words("“Vertrouwen is geen gevoel, het is een afspraak die je nakomt.”"),
                words("Iemand uit de auto-industrie"),
            ),
            said(
                "Wie het moeilijk heeft met loslaten, wordt zelden geholpen door een opleiding alleen. Wat "
                "wel helpt: een collega die het al doet, en een directie die zelf niet om half negen belt "
                "om te vragen wie er is."
            ),
            said("Er was ook een vraag: wie begeleidt de leidinggevenden die zelf thuiswerken?"),
        ),
    ),
    (
        "Bedrijfscultuur: verbinding op afstand",
        (
            said(
                "Een cultuur bouw je niet op met een chatkanaal. In de eerste weken zijn nieuwe mensen het "
                "best vooral ter plaatse: ze leren sneller, zien hoe het team draait en leggen banden die "
                "later van pas komen. Drie van de vijf sectoren hebben hun onthaal daarop aangepast."
            ),
            said(
                "Op afstand merk je laat dat iemand afhaakt. De signalen zijn klein: een camera die uit "
                "blijft, een grap die niet meer komt. Iemand uit de non-profit gaf dit mee: wij bellen "
                "elke vrijwilliger één keer per maand zonder reden, en dat is het nuttigste halfuur van de "
                "week."
            ),
            said("Wat werkt volgens de tafel", Mark.LABEL),
            Bullets(
                (
                    (said("Elke maand een dag met het hele team, met een inhoud die de moeite waard is."),),
                    (
                        said(
                            "Eén plaats waar iedereen leest wat er beslist is, ook wie in het magazijn staat:"
                        ),
                        Bullets(
                            points(
                                "op het scherm in de kantine,", "en in een bericht van hoogstens tien zinnen."
                            )
                        ),
                    ),
                    (said("Een peter of meter voor wie begint, minstens een halfjaar lang."),),
                )
            ),
            said(
                "Thuiswerkers en mensen op de vloer blijven alleen één ploeg als ze elkaars werk kennen. "
                "Twee bedrijven laten bedienden twee dagen per jaar meedraaien in het magazijn of in de "
                "winkel. Het omgekeerde gebeurt nog nergens."
            ),
        ),
    ),
    (
        "Flexibiliteit als troef op de arbeidsmarkt",
        (
            said(
                "Een flexibel bedrijf vist in een grotere vijver. Wie maar twee keer per week hoeft te "
                "komen, woont gerust een uur verder. Vacatures raken sneller ingevuld: van elf weken naar "
                "zes, noemde iemand uit de softwareontwikkeling. De anderen hadden het niet gemeten, maar "
                "vermoedden hetzelfde."
            ),
            said(
                "Mensen blijven langer, en dat weegt zwaarder dan wat een kantoor kost. Maar de troef "
                "slijt: wie iedereen hetzelfde biedt, onderscheidt zich niet meer. Voor jobs die niet van "
                "thuis uit kunnen, moet er iets anders tegenover staan. Vrij kiezen wanneer je begint, "
                "werd het vaakst genoemd."
            ),
            PullQuote(
                words("“Flexibiliteit voor de helft van je mensen is een probleem voor de andere helft.”"),
                words("Iemand uit de logistiek"),
            ),
            said(
                "Meer daarover staat in het verslag van de voorbereidende enquête, dat de organisator op "
                "vraag bezorgt."
            ),
        ),
    ),
    (
        "Wat telewerk kost en opbrengt",
        (
            said(
                "Eén cijfer bestaat niet. Het hangt af van de grootte van het bedrijf, van hoe flexibel "
                "het is en van wat het in technologie steekt. Wie vaste bureaus schrapt, bespaart op huur, "
                "energie en onderhoud. Daar staan stoelen, schermen en vergoedingen voor internet "
                "tegenover."
            ),
            Table(
                words("Wat er verschuift, volgens de tafel"),
                row("Post", "Richting", "Wat erbij gezegd werd"),
                (
                    row("Huur en energie", "lager", "pas als er echt een verdieping wegvalt"),
                    row("Werkplek thuis", "hoger", "stoel en scherm, om de vijf à zeven jaar"),
                    row("Vergoedingen", "hoger", "internet en elektriciteit, per dag of per maand"),
                    row("Verloop", "lager", "moeilijk toe te schrijven, wel overal gezien"),
                ),
            ),
            said(
                "De productiviteit stijgt vaak, door minder verplaatsingen en beter geplande dagen. Er "
                "zijn ook valkuilen. Wie ziek is, werkt thuis door zonder dat iemand het merkt. Werk en "
                "privé lopen door elkaar, en de dag wordt langer dan gezond is. Vier van de vijf sectoren "
                "hebben daarom regels over uren en rust, en alle vijf vinden ze dat die zonder gesprek "
                "niets waard zijn."
            ),
            Paragraph(
                (
                    Text("Iemand uit de retail: "),
                    Reference(
                        "c-104",
                        words(
                            "het geld dat we op kantoor bespaarden, zit nu in de mensen die het openhouden"
                        ),
                    ),
                    Text(". Dat werd niet overal zo gezien: "),
                    Emphasis(words("bij ons ging het naar de bank")),
                    Text(", zei "),
                    Strong(words("een ander")),
                    Text(". Zie ook "),
                    Link(
                        words("de pagina van de organisator"),
                        "https://example.org/rondetafel?taal=nl&jaar=2026",
                    ),
                    Text("."),
                )
            ),
        ),
    ),
)

CONCLUSION = (
    said(
        "Flexibiliteit, productiviteit en cultuur vragen om een zorgvuldig evenwicht. De sleutel is overal "
        "dezelfde: vertrouwen, duidelijke doelen, en een stijl van leidinggeven die op afstand en ter "
        "plaatse werkt. HR kan die overgang steunen, maar niet in de plaats van de leidinggevende maken."
    ),
    said(
        "Open bleef de vraag wat er tegenover thuiswerk staat voor wie nooit thuis kan werken. De tafel "
        "wil er in het voorjaar op terugkomen."
    ),
)

TAKEAWAYS = (
    (
        "Keuze telt meer dan dagen",
        (
            "Werk en privé moeten bij elkaar passen, en niet alleen voor jongeren. Mensen waarderen dat ze "
            "mogen kiezen, ook wanneer ze dan toch naar kantoor komen."
        ),
    ),
    (
        "Doelen dragen vertrouwen, uren niet",
        (
            "Beoordeel mensen en teams op wat ze afleveren. Spreek doelen af die meetbaar zijn en volg ze op: "
            "aanwezigheid bewijst niets, thuis noch op kantoor."
        ),
    ),
    (
        "Live waar nuance telt",
        (
            "Gebruik digitale middelen voor wat ze goed kunnen, en hou brainstorms en groeigesprekken in één "
            "kamer. Richt het kantoor in voor die momenten."
        ),
    ),
    (
        "Nieuwkomers beginnen ter plaatse",
        (
            "Een cultuur is op afstand moeilijker te leren. Organiseer het samenkomen; laat wie begint, leren "
            "naast anderen."
        ),
    ),
    (
        "Flexibiliteit hoort bij het aanbod",
        (
            "Ze maakt de kring van kandidaten groter en houdt mensen langer. Zet er iets tegenover voor jobs "
            "die niet van thuis uit kunnen."
        ),
    ),
    (
        "Geld verschuift, het verdwijnt niet",
        (
            "Kantoren kosten minder, werkplekken thuis meer. Efficiënter wordt het alleen waar mensen hun tijd "
            "goed kunnen plannen, en waar iemand let op wie te lang doorwerkt."
        ),
    ),
)


def shades(*counts: int) -> tuple[Cell, ...]:
    return tuple(Cell(words(str(count)), max(0, count - 1) / 4) for count in counts)


ABOUT = (
    said(
        "Tien mensen uit vijf sectoren zaten op 19 november 2026 twee uur aan tafel. Er werden 64 "
        "bijdragen genoteerd. Uitspraken worden per sector verteld; sectoren met één deelnemer heten “een "
        "andere sector”."
    ),
    Table(
        words("Bijdragen per onderwerp en sector"),
        row("Onderwerp", "Retail", "Logistiek", "Non-profit", "Auto", "Software", "Minuten"),
        (
            (*row("1 Verwachtingen"), *shades(3, 2, 2, 1, 2), *row("17")),
            (*row("2 Vertrouwen"), *shades(5, 2, 2, 0, 1), *row("16")),
            (*row("3 Spontaan contact"), *shades(1, 1, 3, 1, 4), *row("15")),
            (*row("4 Leidinggeven"), *shades(2, 2, 1, 1, 3), *row("14")),
            (*row("5 Bedrijfscultuur"), *shades(1, 1, 4, 1, 2), *row("16")),
            (*row("6 Arbeidsmarkt"), *shades(1, 3, 1, 1, 2), *row("13")),
            (*row("7 Kosten en baten"), *shades(2, 1, 1, 2, 1), *row("15")),
        ),
        frozenset(range(1, 7)),
    ),
    said("Uitgegeven door Uitgeverij Voorbeelddorp (voorbeeld). Vragen: tafel@voorbeeld.example."),
)


def telework() -> Document:
    """Give the paper."""
    takeaways = tuple((said(title, Mark.TITLE), said(text)) for title, text in TAKEAWAYS)
    return Document(
        language="nl",
        cover=Cover(
            title="Telewerk en bedrijfsgroei",
            subtitle="Wat leiders uit vijf sectoren leerden over vertrouwen, cultuur en resultaat nu het kantoor niet "
            "meer de enige werkplek is",
            kicker="White paper · rondetafel",
            draft="Ontwerp",
            lines=("Gent, 19 november 2026", "De Ronde Tafel (voorbeeld)"),
        ),
        parts=(
            Part(PartKind.INTRODUCTION, "Inleiding", INTRODUCTION),
            *(
                Part(PartKind.CHAPTER, title, blocks, str(number))
                for number, (title, blocks) in enumerate(CHAPTERS, 1)
            ),
            Part(PartKind.CONCLUSION, "Conclusie", CONCLUSION),
            Part(PartKind.TAKEAWAYS, "Kernpunten", (Numbered(takeaways),)),
            Part(PartKind.ABOUT, "Over deze tafel", ABOUT),
        ),
        author="De Ronde Tafel (voorbeeld)",
        created="2026-11-20T09:00:00+01:00",
        contents_title="Inhoud",
        page_label="{page} van {pages}",
    )
