"""The white paper: its parts and their order, draft or final, and what a form of attribution gives away."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

import pytest

from roundtable import i18n
from roundtable.domain.contributions import Choice, Decision, Kind, Prose, Stance, Takeaway, Voice, Vote
from roundtable.domain.disclosure import Form
from roundtable.domain.people import Consent
from roundtable.domain.records import Record
from roundtable.domain.session import Session
from roundtable.domain.visits import Visit
from roundtable.report.document import (
    OUR_ACCENT,
    Block,
    BlockQuote,
    Bullets,
    CodeBlock,
    Document,
    Heading,
    Mark,
    Numbered,
    Paragraph,
    Part,
    PartKind,
    PullQuote,
    Rule,
    Table,
    plain,
)
from roundtable.report.obstacles import (
    NAME,
    NAME_IN_TAKEAWAY,
    NAME_WRITTEN,
    SUGGESTED,
    UNASKED,
    gathered,
    obstacle,
)
from roundtable.report.white_paper import Choices, Composition, compose
from tests.report.tables import (
    NINETEEN,
    approved,
    people,
    person,
    said,
    sector,
    table,
    ten_lines,
    topic,
    vote,
)

DETAILS = {
    "subtitle": "Een rondetafel",
    "opening": "Waarom deze tafel er is.",
    "questions": ("Wat verandert er?",),
    "date": "2026-11-23",
    "place": "Gent",
    "organiser": "De Ronde Tafel",
    "publisher": "De Uitgeverij",
    "contact": "tafel@voorbeeld.example",
}


BY_SECTOR = (
    "Bij uitspraken staat hoogstens de sector, en niemand wordt bij naam genoemd. "
    "Waar dat iemand herkenbaar zou maken, of waar iemand dat vroeg, staat er geen spreker bij."
)


def words(blocks: Sequence[Block]) -> list[str]:
    """Give every text in blocks, in order."""
    found: list[str] = []
    for block in blocks:
        match block:
            case Heading() | Paragraph():
                found.append(plain(block.inlines))
            case PullQuote():
                found += [plain(block.inlines), plain(block.attribution)]
            case BlockQuote():
                found += words(block.blocks)
            case Bullets() | Numbered():
                found += [text for member in block.items for text in words(member)]
            case Table():
                found += [plain(block.caption), *(plain(cell.inlines) for cell in block.header)]
                found += [plain(cell.inlines) for row in block.rows for cell in row]
            case CodeBlock():
                found.append(block.text)
            case Rule():
                pass
    return found


def everything(document: Document) -> str:
    cover = [document.cover.title, document.cover.subtitle, document.cover.kicker, *document.cover.lines]
    return "\n".join(
        [*cover, *(text for part in document.parts for text in (part.title, *words(part.blocks)))]
    )


def part(made: Composition, kind: PartKind) -> Part:
    return next(one for one in made.document.parts if one.kind is kind)


def composed(session: Session, form: Form | None = None, **choices: bool) -> Composition:
    return compose(session, Choices(form, **choices), {})


def reasons(made: Composition) -> list[str]:
    i18n.use("en")
    return [one.told() for one in made.draft_reasons]


def written(**more: str) -> list[Record]:
    """Give what makes the table of ten lines final: prose for its chapter, a takeaway in its own words."""
    return [
        Prose(id="t", text=more.get("prose", "Vertrouwen begint bij doelen.\n\nDaarna komt de rest.")),
        Takeaway(
            id="k",
            title=more.get("title", "Doelen voor uren"),
            text=more.get("text", "Spreek doelen af. Laat de uren los."),
            evidence=frozenset({"1", "3"}),
            dissent=frozenset({"5"}),
            worded=True,
        ),
    ]


def final_table(**details: object) -> Session:
    return approved(ten_lines(**{**DETAILS, **details}).having(written()), "7")


# Parts.


def test_the_parts_come_in_their_order() -> None:
    ending = [topic(id="c", title="Conclusie", number="", chapter=False, conclusion=True, order="z")]
    welcome = [topic(id="w", title="Welkom", number="", chapter=False, order="")]
    session = ten_lines(**DETAILS).having(
        [*ending, *welcome, *written(), said("e", "zo is het goed geweest", "it1", 50, topic="c")]
    )
    made = composed(session, appendix=True)
    kinds = [str(one.kind) for one in made.document.parts]
    assert kinds == ["introduction", "chapter", "conclusion", "takeaways", "about", *["appendix"] * 3]
    assert [one.title for one in made.document.parts][:5] == [
        "Inleiding",
        "Vertrouwen",
        "Conclusie",
        "Kernpunten",
        "Over deze tafel",
    ]
    assert [one.number for one in made.document.parts] == ["", "1", "", "", "", "A", "B", "C"]


def test_the_cover_says_what_where_when_and_by_whom() -> None:
    cover = composed(final_table()).document.cover
    assert (cover.title, cover.subtitle, cover.kicker, cover.draft) == (
        "Telewerk",
        "Een rondetafel",
        "White paper · rondetafel",
        "",
    )
    assert cover.lines == ("Gent, 23\u00a0november 2026", "De Ronde Tafel")
    assert composed(ten_lines()).document.cover.draft == "Ontwerp"


@pytest.mark.parametrize(
    ("language", "date", "kicker"),
    [
        ("nl", "23\u00a0november 2026", "White paper · rondetafel"),
        ("fr", "23\u00a0novembre 2026", "Livre blanc · table ronde"),
        ("en", "23\u00a0November 2026", "White paper · roundtable"),
        ("de", "23.\u00a0November 2026", "White paper · roundtable"),
    ],
)
def test_a_paper_speaks_the_language_of_its_table_whatever_that_of_the_interface(
    language: str, date: str, kicker: str
) -> None:
    for interface in ("nl", "fr", "en"):
        i18n.use(interface)
        document = composed(final_table(language=language)).document
        assert document.language == language
        assert document.cover.kicker == kicker
        assert document.cover.lines[0] == f"Gent, {date}"
    i18n.use("en")


def test_the_introduction_is_made_of_the_opening_the_questions_and_who_sat_there() -> None:
    assert words(part(composed(final_table()), PartKind.INTRODUCTION).blocks) == [
        "Waarom deze tafel er is.",
        "Wat verandert er?",
        "Aan tafel zaten tien mensen uit vijf sectoren: IT, logistiek, non-profit, retail en zorg.",
    ]


def test_the_organiser_has_the_word_where_there_is_prose() -> None:
    own = [
        Prose(id="introduction", text="Mijn *eigen* inleiding."),
        Prose(id="conclusion", text="Mijn slot."),
    ]
    made = composed(final_table().having(own))
    assert words(part(made, PartKind.INTRODUCTION).blocks) == ["Mijn eigen inleiding."]
    assert words(part(made, PartKind.CONCLUSION).blocks) == ["Mijn slot."]
    assert words(part(made, PartKind.CHAPTER).blocks) == [
        "Vertrouwen begint bij doelen.",
        "Daarna komt de rest.",
    ]


def test_open_questions_stand_in_the_conclusion_which_is_left_out_where_it_is_empty() -> None:
    session = final_table()
    assert "conclusion" not in [str(one.kind) for one in composed(session).document.parts]
    parked = said("o", "wie betaalt dat", "log1", 60, parked=True, open_question=True, kind=Kind.QUESTION)
    only_parked = said("p", "iets voor later", "log1", 61, parked=True)
    made = composed(session.having([parked, only_parked]))
    assert words(part(made, PartKind.CONCLUSION).blocks) == ["Open vragen", "Wie betaalt dat?"]
    assert "iets voor later" not in everything(made.document)
    assert "iets voor later" in everything(composed(session.having([only_parked]), appendix=True).document)


def test_takeaways_are_numbered_with_their_title_first() -> None:
    (numbered,) = part(composed(final_table()), PartKind.TAKEAWAYS).blocks
    assert isinstance(numbered, Numbered)
    ((title, text),) = numbered.items
    assert isinstance(title, Paragraph)
    assert title.mark is Mark.TITLE
    assert words([title, text]) == ["Doelen voor uren", "Spreek doelen af. Laat de uren los."]


@pytest.mark.parametrize(
    ("text", "more", "told"),
    [
        (
            "Voorzitter. Dat is 't begin, en zo'n kans komt niet terug",
            {},
            "Dat is ’t begin, en zo’n kans komt niet terug.",
        ),
        ("Dank u wel, voorzitter.", {}, "Dank u wel, voorzitter."),
        ("Voorzitter, zo'n kans", {"worded": True}, "Voorzitter, zo'n kans"),
    ],
)
def test_a_takeaway_that_nobody_worded_is_set_as_a_chapter_is(
    text: str, more: dict[str, bool], told: str
) -> None:
    drawn = Takeaway(id="k", title="Zo'n titel", text=text, evidence=frozenset({"1"}), **more)
    (numbered,) = part(composed(ten_lines(**DETAILS).having([drawn])), PartKind.TAKEAWAYS).blocks
    assert words([numbered]) == ["Zo'n titel", told]


def test_an_address_stays_in_a_takeaway_of_a_quote_or_of_a_wording() -> None:
    typed = "Voorzitter, dat is ons begin"
    for said_so in (said("q", typed, kind=Kind.QUOTE), said("q", "iets", wording=typed)):
        drawn = Takeaway(id="k", text=typed, evidence=frozenset({"q"}))
        (numbered,) = part(composed(ten_lines(**DETAILS).having([said_so, drawn])), PartKind.TAKEAWAYS).blocks
        assert words([numbered]) == [f"{typed}."]


def test_suggestions_and_open_questions_have_the_apostrophes_of_print() -> None:
    session = ten_lines(**DETAILS).having([said("z", "zo'n kans komt niet terug", "log1", 30)])
    made = compose(session, Choices(), {"t": ("z",)})
    assert "Zo’n kans komt niet terug." in words(part(made, PartKind.TAKEAWAYS).blocks)


def test_where_no_takeaway_was_drawn_suggestions_are_shown_and_said_to_be_such() -> None:
    session = ten_lines(**DETAILS)
    made = compose(session, Choices(), {"t": ("6", "3", "gone")})
    remark, numbered = part(made, PartKind.TAKEAWAYS).blocks
    assert isinstance(remark, Paragraph)
    assert remark.mark is Mark.REMARK
    assert words([numbered]) == ["Vrijwilligers moeten elkaar zien.", "Aanwezig zijn is niet presteren."]
    assert "No takeaway was drawn yet: the paper shows suggestions." in reasons(made)
    assert PartKind.TAKEAWAYS not in [one.kind for one in composed(session).document.parts]


def test_about_this_table_tells_when_who_how_and_by_whom() -> None:
    assert words(part(composed(final_table()), PartKind.ABOUT).blocks) == [
        "Datum en plaats",
        "23\u00a0november 2026, Gent",
        "Deelnemers",
        "Aan tafel zaten tien mensen uit vijf sectoren. Tien uitspraken werden genoteerd.",
        "Wie wat zei",
        BY_SECTOR,
        "Colofon",
        "Organisatie: De Ronde Tafel",
        "Uitgever: De Uitgeverij",
        "Contact: tafel@voorbeeld.example",
    ]


def test_an_invented_evening_says_so() -> None:
    document = composed(final_table(invented=True)).document
    assert "Een verzonnen avond" in document.cover.lines
    assert "nooit plaatsgevonden" in everything(document)


# Draft or final.


def test_a_paper_is_final_where_a_person_looked_at_everything() -> None:
    made = composed(final_table())
    assert made.draft_reasons == ()
    assert not made.document.draft
    assert not any(one.drafted for one in made.document.parts)


@pytest.mark.parametrize(
    ("record", "reason"),
    [
        (
            Prose(id="t", text=""),
            (
                "“Vertrouwen” was drafted by the tool, and nobody has looked at it yet. "
                "Read it: roundtable prose draft 1 --keep; then say so: roundtable prose looked 1"
            ),
        ),
        (
            Prose(id="t", text="Nog niet bekeken.", drafted=True),
            (
                "“Vertrouwen” was drafted by the tool, and nobody has looked at it yet. "
                "Read it: roundtable prose draft 1 --keep; then say so: roundtable prose looked 1"
            ),
        ),
        (
            Takeaway(id="k", title="T", text="vertrouwen begint bij doelen", evidence=frozenset({"1"})),
            "Takeaway 1 is still worded as a statement.",
        ),
        (
            Takeaway(id="k", text="Spreek doelen af. Laat de uren los.", worded=True),
            "Takeaway 1 has no title yet. Give it one: roundtable takeaway edit 1 --title TEXT",
        ),
        (person("Zed", "zor", Consent.UNASKED), obstacle(UNASKED, name="Zed").told()),
        (
            Prose(id="t", text="Zoals Omar zei."),
            obstacle(NAME_WRITTEN, name="Omar", title="Vertrouwen").told(),
        ),
        (
            Takeaway(id="k", title="Wat Omar wil", text="Dat.", worded=True),
            obstacle(NAME_IN_TAKEAWAY, name="Omar", position=1).told(),
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_makes_a_draft_is_named(record: Record, reason: str) -> None:
    named = replace(person("Omar Bols", "log"), id="log1")
    made = composed(final_table().having([named, record]))
    assert reasons(made) == [reason]
    assert made.document.draft


def test_reasons_are_told_in_the_language_of_the_interface() -> None:
    made = composed(approved(ten_lines(**DETAILS), "7"))
    i18n.use("fr")
    told = [one.told() for one in made.draft_reasons]
    i18n.use("en")
    assert told == [
        (
            "«\u202fVertrouwen\u202f» a été rédigé par l’outil, et personne ne l’a encore relu. "
            "Lisez-le\u00a0: roundtable prose draft 1 --keep\u202f; puis dites qu’il peut rester\u00a0: "
            "roundtable prose looked 1"
        )
    ]


def test_without_an_opening_and_prose_there_is_no_introduction_to_send() -> None:
    assert reasons(composed(final_table(opening="", questions=()))) == [
        "There is no introduction: neither prose nor an opening in the agenda."
    ]


def test_an_undecided_name_makes_a_draft_where_the_statement_is_printed() -> None:
    named = replace(person("Els Peeters", "log"), id="log1")
    line = said("n", "het kwartier van Els loont altijd", "it1", 70)
    session = ten_lines(**DETAILS).having([named, line])
    made = composed(session)
    assert made.replaced == ("Els",)
    assert any("The name “Els” in 11 is told neutrally" in reason for reason in reasons(made))
    assert "Els" not in everything(made.document)
    unprinted = composed(session.having(written()))
    assert (unprinted.replaced, unprinted.draft_reasons) == ((), ())
    decided = Decision(id="d", contribution="n", name="Els", choice=Choice.NEUTRAL)
    assert not any("Els" in reason for reason in reasons(composed(session.having([decided]))))


def test_a_topic_where_nothing_was_said_is_told_in_a_draft_and_left_out_of_a_final_paper() -> None:
    silent, last = (
        topic(id="u", title="Stil", number="2", order="b"),
        topic(id="v", title="Slot", number="3", order="c"),
    )
    session = final_table().having([silent, last, Prose(id="v", text="Tot slot.")])
    made = composed(session)
    assert [one.title for one in made.empty] == ["Stil"]
    chapters = [one for one in made.document.parts if one.kind is PartKind.CHAPTER]
    assert [(one.number, one.title) for one in chapters] == [("1", "Vertrouwen"), ("2", "Slot")]
    draft = composed(session.having([Prose(id="v", text="Tot slot.", drafted=True)]))
    chapters = [one for one in draft.document.parts if one.kind is PartKind.CHAPTER]
    assert [(one.number, one.title) for one in chapters] == [
        ("1", "Vertrouwen"),
        ("2", "Stil"),
        ("3", "Slot"),
    ]
    assert words(chapters[1].blocks) == ["Over dit punt is niets genoteerd."]
    wanted = composed(session.having([Prose(id="v", text="Tot slot.", drafted=True)]), final=True)
    assert "niets genoteerd" not in everything(wanted.document)


def test_chapters_without_a_number_are_counted() -> None:
    session = final_table().having(
        [topic(number=""), topic(id="u", title="Stil", number="", order="b"), Prose(id="u", text="x")]
    )
    chapters = [one.number for one in composed(session).document.parts if one.kind is PartKind.CHAPTER]
    assert chapters == ["1", "2"]


# Attribution.


def test_the_form_is_as_chosen_else_the_sessions_else_by_sector() -> None:
    session = ten_lines(**DETAILS)
    assert "ogistiek anders" in everything(composed(ten_lines(uid="s21747")).document)
    chosen = everything(composed(session, Form.NONE).document)
    own = everything(composed(ten_lines(**{**DETAILS, "attribution": "none"})).document)
    assert chosen == own
    told = everything(composed(ten_lines(**{**DETAILS, "language": "en"}), Form.NONE).document)
    assert "No statement is attributed, by name or by sector." in told


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
def test_no_paper_says_that_a_rule_was_agreed_that_nobody_recorded(language: str) -> None:
    session = ten_lines(**{**DETAILS, "language": language})
    assert "Chatham" not in everything(composed(session, Form.NONE).document)


def test_where_nothing_is_attributed_no_sector_is_told_anywhere() -> None:
    made = composed(final_table(), Form.NONE, appendix=True)
    told = everything(made.document).lower()
    for name in ("logistiek", "zorg", "retail", "non-profit", "sectoren"):
        assert name not in told
    assert "tien mensen" in told


@pytest.mark.parametrize("form", list(Form))
def test_nobody_is_named_who_did_not_agree(form: Form) -> None:
    agreed = replace(person("Ines Dox", "ret", Consent.NAMED), id="ret1")
    refused = replace(person("Omar Bols", "ret", Consent.SECTOR), id="ret2")
    told = everything(composed(final_table().having([agreed, refused]), form, appendix=True).document)
    assert "Omar" not in told
    assert ("Ines Dox" in told) == (form is Form.NAMED)


def test_a_folded_sector_is_in_the_list_and_in_no_table_or_text() -> None:
    crowd = [*people("log", "zor", "it"), sector("ret"), person("Ret1", "ret")]
    session = table(
        *crowd,
        said("a", "wij tellen geen uren meer", "ret1", 1),
        *[said(f"b{place}", f"stelling {'x' * place} klinkt nu", "log1", 2 + place) for place in range(5)],
        **DETAILS,
    )
    made = composed(session, appendix=True)
    told = everything(made.document)
    assert "retail" in words(part(made, PartKind.INTRODUCTION).blocks)[-1]
    assert "uit de retail" not in told
    assert "Retail" not in told
    (counts,) = [block for one in made.document.parts for block in one.blocks if isinstance(block, Table)]
    assert [plain(cell.inlines) for cell in counts.header] == [
        "Agendapunt",
        "Logistiek",
        "Zorg",
        "Anderen",
        "Samen",
    ]
    assert [plain(cell.inlines) for cell in counts.rows[0]] == ["1 Vertrouwen", "5", "0", "1", "6"]


# The appendix.


def evening() -> Session:
    visit = Visit(id="v", topic="t", begins=NINETEEN, ends=NINETEEN + timedelta(minutes=17, seconds=20))
    more = [
        topic(planned_seconds=900, prompts=("Wat kun je nog meten?",)),
        said("m", "de klok tikt", None, 62, voice=Voice.MODERATOR),
        said("u", "stjin: geen idee", None, 63, placed=False),
        said("w", "dit was niet voor papier", "it1", 64, withdrawn=True),
        said("p", "iets voor later", "it1", 65, parked=True),
        said("z", "dat is nog na te kijken", "it1", 66, check=True, starred=True),
        vote("k", "RET", count=2),
    ]
    return final_table().having([visit, *more])


def test_the_appendix_holds_every_statement_to_the_letter_with_number_time_and_speaker() -> None:
    told = everything(composed(evening(), appendix=True).document).split("\n")
    assert "1 · 20:01 · Non-profit — vertrouwen begint bij doelen" in told
    assert "5 · 20:05 · Logistiek · spreekt 4 tegen — niet in een magazijn" in told
    assert "7 · 20:07 · IT — “wie vrijheid krijgt, geeft ze terug”" in told
    assert "9 · 20:09 · IT · voorstel — leren loslaten" in told
    assert "11 · 21:02 · moderator — de klok tikt" in told
    assert "15 · 21:06 · IT · ★ · na te kijken — dat is nog na te kijken" in told


def test_who_spoke_is_not_told_by_a_prefix_that_fitted_nobody() -> None:
    made = composed(evening(), appendix=True)
    assert "stjin" not in everything(made.document)
    assert "spreker niet duidelijk — iemand aan tafel: geen idee" in everything(made.document)
    assert "stjin" in made.replaced


def test_the_appendix_tells_what_a_takeaway_rests_on_who_stands_behind_it_and_the_dissent() -> None:
    told = everything(composed(evening(), appendix=True).document).split("\n")
    place = told.index("1. Doelen voor uren")
    assert [line.split(" — ")[-1] for line in told[place + 1 : place + 6]] == [
        "vertrouwen begint bij doelen",
        "aanwezig zijn is niet presteren",
        told[place + 3],
        "Tegengeluid",
        "niet in een magazijn",
    ]
    assert told[place + 3].endswith("staan erachter.")


def test_no_more_people_stand_behind_a_takeaway_than_sat_there() -> None:
    told = everything(composed(evening(), appendix=True).document)
    assert "Zes mensen uit vier sectoren staan erachter." in told


def test_a_number_that_was_recorded_is_told_even_where_it_is_larger_than_the_table() -> None:
    session = evening().having([vote("k", "RET", count=9)])
    assert "13 mensen uit vier sectoren staan erachter." in everything(
        composed(session, appendix=True).document
    )


def test_a_takeaway_on_nothing_but_what_is_withdrawn_or_gone_is_told_as_such() -> None:
    alone = Takeaway(id="k", title="T", text="Alleen.", evidence=frozenset({"w", "gone"}), worded=True)
    session = evening().having([alone, replace(vote("k", "RET", count=2), withdrawn=True)])
    told = everything(composed(session, appendix=True).document)
    assert "niet voor papier" not in told
    place = told.index("1. T\n")
    assert told[place:].split("\n")[2] == "Er is niemand genoteerd die erachter staat."


def test_votes_against_a_takeaway_are_dissent_too() -> None:
    i18n.use("en")
    told = everything(composed(evening(), appendix=True).document)
    assert "Er is geen tegengeluid genoteerd." not in told
    session = final_table(language="en").having([vote("k", "LOG", Vote.OPPOSE, 2)])
    without = replace(session.takeaways[0], dissent=frozenset())
    told = everything(composed(session.having([without]), appendix=True).document)
    assert "Two people are against it." in told
    assert "No dissent was recorded." not in told
    quiet = session.having([without, replace(vote("k", "LOG", Vote.OPPOSE, 2), withdrawn=True)])
    assert "No dissent was recorded." in everything(composed(quiet, appendix=True).document)


def test_the_appendix_counts_minutes_and_contributions() -> None:
    tables = [
        block
        for one in composed(evening(), appendix=True).document.parts
        for block in one.blocks
        if isinstance(block, Table)
    ]
    minutes, counts = tables
    assert [[plain(cell.inlines) for cell in row] for row in minutes.rows] == [
        ["1 Vertrouwen", "15", "17"],
        ["Samen", "15", "17"],
    ]
    assert [plain(cell.inlines) for cell in counts.rows[-1]] == ["Samen", "4", "1", "3", "2", "2", "1", "13"]
    assert max(cell.weight for row in counts.rows for cell in row) == 1.0


def test_many_sectors_stand_by_their_short_names_over_the_columns_and_are_told_below() -> None:
    more = [sector(short) for short in ("aut", "bnk", "edu", "gov")]
    seated = [person(f"{one.id}{seat}", one.id) for one in more for seat in (1, 2)]
    made = composed(evening().having([*more, *seated]), appendix=True).document
    blocks = [block for part in made.parts for block in part.blocks]
    counts = next(block for block in reversed(blocks) if isinstance(block, Table))
    assert [plain(cell.inlines) for cell in counts.header][:3] == ["Agendapunt", "AUT", "BNK"]
    legend = blocks[blocks.index(counts) + 1]
    assert isinstance(legend, Paragraph)
    assert "LOG = Logistiek · NPO = Non-profit" in plain(legend.inlines)


def test_customers_are_not_sent_overruns() -> None:
    assert not [
        block
        for one in composed(evening()).document.parts
        for block in one.blocks
        if isinstance(block, Table)
    ]


@pytest.mark.parametrize("form", list(Form))
def test_what_was_withdrawn_is_nowhere(form: Form) -> None:
    assert "niet voor papier" not in everything(composed(evening(), form, appendix=True).document)


# The composition.


def test_the_same_session_gives_the_same_document() -> None:
    assert composed(evening(), appendix=True) == composed(evening(), appendix=True)


def test_a_session_without_anything_still_makes_a_paper() -> None:
    made = composed(Session("s"), appendix=True)
    assert [str(one.kind) for one in made.document.parts] == ["introduction", "about"]


def test_the_author_is_the_organiser_or_nobody() -> None:
    assert composed(final_table()).document.author == "De Ronde Tafel"
    assert composed(final_table(organiser="")).document.author == ""


def test_a_draft_can_be_had_part_by_part_with_what_is_to_be_said_beside_it() -> None:
    i18n.use("en")
    made = composed(ten_lines(**DETAILS))
    drafted = made.part("t")
    assert drafted.blocks == part(made, PartKind.CHAPTER).blocks
    assert drafted.remarks[0] == "10 of 10 statements stand in this draft."
    assert "These say “I” or “we”, and belong to their speaker: 4." in drafted.remarks
    *opening, table = made.part("introduction").blocks
    assert tuple(opening) == part(made, PartKind.INTRODUCTION).blocks[:-1]
    # Kept as prose, it may stand in a paper that lists no sectors.
    assert words((table,)) == ["Aan tafel zaten tien mensen."]
    assert made.part("conclusion").blocks == ()
    assert composed(final_table()).part("t").blocks == ()


def test_groups_that_were_handed_in_reach_the_chapter() -> None:
    lines = [said(f"p{place}", f"stelling {'x' * (place + 2)} klinkt nu", None, place) for place in range(8)]
    groups = {"t": (("p0", "p2", "p4", "p6"), ("p1", "p3", "p5", "p7"))}
    made = compose(table(*lines), Choices(), {}, groups)
    assert made.drafts["t"].used == ("p0", "p2", "p4", "p6", "p1", "p3", "p5", "p7")


def test_the_stance_of_a_statement_needs_no_answer() -> None:
    lone = said("x", "maar nee", "it1", 80, stance=Stance.OPPOSES)
    assert composed(final_table().having([lone]), appendix=True).document


def test_reasons_of_one_kind_are_told_in_one_sentence() -> None:
    many = [obstacle(UNASKED, name=f"P{number}") for number in range(20)]
    names = [obstacle(NAME, name="Els", numbers=number) for number in (3, 5, 3)]
    told = [one.told() for one in gathered([*many, *names, obstacle(SUGGESTED)])]
    assert len(told) == 3
    assert "P0, P1" in told[0]
    assert "(+8)" in told[0]
    assert "“Els” in 3, 5 is told" in told[1]


def test_abbreviations_are_written_out_in_texts_wordings_and_drafted_takeaways_and_that_is_told() -> None:
    session = ten_lines(**DETAILS, abbreviations={"wn": "werknemers", "tw": "telewerk"}).having(
        [
            said("a", "wn vragen tw aan hun baas", "log1", 20),
            said("b", "zo zei ik het niet", "log2", 21, wording="Wie tw vraagt, krijgt het van de baas."),
            said("c", "de wn beslissen zelf", "zor2", 22, kind=Kind.QUOTE),
            Takeaway(id="k", text="wn beslissen", evidence=frozenset({"a"})),
        ]
    )
    made = composed(session)
    told = everything(made.document)
    assert "erknemers vragen telewerk aan hun baas" in told
    assert "ie telewerk vraagt, krijgt het van de baas" in told
    assert "“De wn beslissen zelf.”" in told
    assert "Werknemers beslissen." in told
    i18n.use("en")
    remarks = composed(session).part("t").remarks
    assert "Written out: wn → werknemers (11), tw → telewerk (11, 12)." in remarks
    assert not any("ritten out" in remark for remark in composed(ten_lines(**DETAILS)).part("t").remarks)


def test_the_accent_is_the_agendas_own_else_ours() -> None:
    session = table()
    coloured = session.having([replace(session.details, accent="#123456")])
    assert compose(coloured, Choices(), {}).document.accent == "#123456"
    assert compose(session, Choices(), {}).document.accent == OUR_ACCENT
