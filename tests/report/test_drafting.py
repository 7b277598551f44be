"""A drafted chapter: what stands in it, in which order, behind which phrase."""

import random
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

import pytest

from roundtable.domain.contributions import Choice, Decision, Kind, Stance, Theme, Voice
from roundtable.domain.disclosure import Disclosure, Form
from roundtable.domain.people import Consent
from roundtable.domain.records import Record
from roundtable.domain.session import Session
from roundtable.report.document import Block, BlockQuote, Bullets, Paragraph, PullQuote, Text, plain
from roundtable.report.drafting import Draft, draft_chapter
from roundtable.report.looks import Look, Why, identifying
from roundtable.report.phrases import SILENT, Variety, phrases
from roundtable.report.sentences import Sentence
from roundtable.report.telling import neutral_words
from roundtable.report.word_lists import words_of
from tests.report.tables import people, person, said, table, ten_lines, topic, vote

LANGUAGES = ("nl", "fr", "en", "de")
VOICES = {"A", "D", "D0", "Q", "Q0", "T", "T0", "T1"}
SPOKEN = "maar we tellen geen uren mais nous but trust doelen zorg niet wie 15 % “stil” Els klopt geven meer ; : ’s"
TEN_LINES = """
Op de agenda stond: wat kun je nog meten? Vertrouwen begint bij doelen. Instemming kwam er uit de logistiek en uit de
zorg. Maar opvolgen blijft nodig. Aanwezig zijn is niet presteren. Iemand uit de retail verwoordde het zo: we tellen
geen uren meer. Daar dacht iemand uit de logistiek anders over: niet in een magazijn.

Nog een gedachte: vrijwilligers moeten elkaar zien. Iemand uit de IT merkte op: “Wie vrijheid krijgt, geeft ze terug.”
Verder klonk: geven en nemen.

Er was één voorstel: leren loslaten. Er was ook een vraag: wie meet vertrouwen?
"""


def draft(
    session: Session, form: Form = Form.SECTOR, chapter: int = 1, groups: Sequence[Sequence[str]] = ()
) -> Draft:
    return draft_chapter(session, session.topics[0], Disclosure.of(session, form), chapter, groups)


def texts(blocks: Sequence[Block]) -> list[str]:
    found = []
    for block in blocks:
        match block:
            case Paragraph() | PullQuote():
                found.append(plain(block.inlines))
            case BlockQuote():
                found += texts(block.blocks)
            case Bullets():
                found += [text for member in block.items for text in texts(member)]
            case _:
                raise AssertionError(block)
    return found


def drafted(session: Session, form: Form = Form.SECTOR, chapter: int = 1) -> str:
    return "\n".join(texts(draft(session, form, chapter).blocks))


def functions(made: Draft) -> list[str]:
    return [" ".join(one.functions) for one in made.sentences]


def behind(made: Draft, name: str) -> Sentence:
    return next(one for one in made.sentences if name in one.contributions)


def points(
    count: int, words: str = "stelling nummer {} is hier gezegd", by: str | None = None
) -> list[Record]:
    return [
        said(
            f"p{place:03}",
            words.format("abcdefghijklmnopqrstuvwxyz"[place % 26] * (2 + place // 26)),
            by,
            place,
        )
        for place in range(count)
    ]


def test_ten_lines_read_as_they_should() -> None:
    paragraphs = [" ".join(paragraph.split()) for paragraph in TEN_LINES.split("\n\n")]
    assert drafted(ten_lines(uid="s21747")).split("\n") == paragraphs


def test_of_the_table_alone_no_sector_is_told() -> None:
    for form in (Form.TABLE, Form.NONE):
        made = draft(ten_lines(), form)
        assert functions(made) == ["C", "S0", "", "", "T0", "D0", "A", "T0", "A", "Y", "U"]
        assert not re.search("logistiek|zorg|retail|uit de", "".join(texts(made.blocks)))


def test_who_may_be_named_is_told_by_name() -> None:
    session = ten_lines().having([person("ret1", "ret", Consent.NAMED), person("ret2", "ret", Consent.NAMED)])
    assert re.search(r"(?i)ret1[^.]*: we tellen geen uren meer\.", drafted(session, Form.NAMED))
    assert "Ret1" not in drafted(session)


# Every sentence is a statement or a phrase.


def evening(seed: int, language: str) -> Session:
    """Give an invented topic of any size, with everything that a note-taker may record."""
    chance = random.Random(seed)  # noqa: S311 — a sample, no secret
    words = SPOKEN.split()
    names = [f"c{place:03}" for place in range(chance.choice((0, 1, 2, 3, 5, 9, 20, 60)))]
    speakers = ["log1", "log2", "zor1", "ret1", "LOG", "RET", "all", None]
    lines: list[Record] = []
    for place, name in enumerate(names):
        text = " ".join(chance.choices(words, k=chance.choice((1, 3, 5, 8, 13, 50))))
        answers = chance.choice(names[:place]) if place and chance.random() < 0.3 else None
        lines.append(
            said(
                name,
                f"“{text.replace('“stil”', 'stil')}”" if chance.random() < 0.2 else text,
                chance.choice(speakers),
                place,
                kind=chance.choice([*Kind, Kind.POINT, Kind.POINT]),
                stance=chance.choice(list(Stance)) if answers else None,
                answers=answers,
                starred=chance.random() < 0.2,
                themes=frozenset(chance.choices(("x", "y"), k=chance.choice((0, 0, 1)))),
                wording="anders gezegd dan toen" if chance.random() < 0.05 else "",
            )
        )
        lines += [
            vote(name, who)
            for who in chance.sample(["log1", "zor1", "RET", "LOG"], chance.choice((0, 0, 2, 3)))
        ]
    crowd = [*people("log", "zor"), *people("ret", each=1), person("Els Peeters", "log")]
    themes = [Theme(id="x", name="doelen", order="a"), Theme(id="y", name="zorg.", order="b")]
    asked = topic(prompts=("Wat nu?",) if seed % 2 else ())
    return table(*crowd, *themes, *lines, asked, language=language, uid=f"s{seed}")


def sessions(count: int) -> Iterator[tuple[Session, Form]]:
    forms = list(Form)
    for seed in range(count):
        yield evening(seed, LANGUAGES[seed % 4]), forms[seed // 4 % 4]


def as_pattern(template: str) -> str:
    """Give a pattern for a phrase whose places are filled in; its first letter may have become a capital."""
    pattern = re.sub(r"\\\{\w+\\\}", ".+", re.escape(template))
    return f"(?i:{pattern})"


def test_every_sentence_is_a_statement_of_the_topic_or_a_phrase_before_one() -> None:
    for session, form in sessions(240):
        made = draft(session, form)
        language = session.details.language
        known = phrases(language)
        assert " ".join(" ".join(texts(made.blocks)).split()) == " ".join(
            " ".join(one.text for one in made.sentences).split()
        ), "blocks and sentences say the same"
        for one in made.sentences:
            assert one.functions or one.contributions
            assert one.text.startswith(one.phrase)
            if one.phrase:
                alternatives = [
                    [as_pattern(v) for v in known[letter] if v != SILENT] for letter in one.functions
                ]
                pattern = " ".join(f"(?:{'|'.join(those)})" for those in alternatives)
                assert re.fullmatch(pattern, one.phrase), (one.phrase, pattern)
            for name, printed in zip(one.contributions, one.printed, strict=True):
                original = session.contribution(name)
                spoken = words_of(
                    (original.wording or original.text).replace("Els", neutral_words(language).person)
                )
                told = words_of(printed)
                assert told in (spoken, spoken[1:]), "to the letter, but for a name and for a “but” behind D"


def test_the_same_session_gives_the_same_text() -> None:
    for session, form in sessions(40):
        backwards = Session(
            session.uid, {kind: dict(reversed(those.items())) for kind, those in session.records.items()}
        )
        assert draft(session, form).blocks == draft(backwards, form).blocks


def test_a_chapter_has_its_limits() -> None:
    for session, form in sessions(240):
        made = draft(session, form)
        assert len(made.used) <= 24
        assert len(set(made.used)) == len(made.used)
        assert sum(isinstance(block, Paragraph) for block in made.blocks) <= 6
        assert set(made.used).isdisjoint(made.unused)


# What is in.


@pytest.mark.parametrize(
    "more",
    [{"withdrawn": True}, {"parked": True}, {"placed": False}, {"check": True}, {"voice": Voice.MODERATOR}],
    ids=str,
)
def test_what_is_not_for_the_paper_is_left_out(more: dict[str, object]) -> None:
    made = draft(
        table(said("in", "dit telt mee voor de tekst"), said("out", "dit telt niet", None, 1, **more))
    )
    assert made.used == ("in",)
    assert made.unused == ()


def test_a_wording_stands_in_for_the_text_and_is_no_quote_any_more() -> None:
    session = table(
        *people("log"),
        said("a", '"zo zei ik het"', "log1", kind=Kind.QUOTE, starred=True, wording="zo is het bedoeld"),
    )
    assert drafted(session) == "Zo is het bedoeld."


def test_what_was_said_twice_is_printed_once_and_nothing_is_claimed_from_it() -> None:
    session = table(
        *people("log", "zor"),
        said("a", "goede doelen zijn kort en duidelijk", "log1", 1),
        said("b", "goede doelen zijn duidelijk en kort", "zor1", 2),
        said("c", "iets heel anders wordt ook gezegd", "zor2", 3),
    )
    assert draft(session).used == ("a", "c")
    assert draft(session).unused == ("b",)
    assert draft(session.having([vote("b", "log2")])).used == ("b", "c")
    worded = session.contribution("b")
    assert (
        "b"
        in draft(
            session.having([said("b", worded.text, "zor1", 2, wording="goede doelen zijn kort en duidelijk")])
        ).used
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("wij werken elke week twee dagen thuis", "wij werken elke week drie dagen thuis"),
        ("wij werken elke week 2 dagen thuis", "wij werken elke week 3 dagen thuis"),
        ("dat lukt bij ons in de winkel elke dag", "dat lukt bij ons in de winkel niet elke dag"),
    ],
)
def test_another_number_or_a_negation_makes_another_statement(one: str, other: str) -> None:
    assert len(draft(table(said("a", one), said("b", other, None, 1))).used) == 2


@pytest.mark.parametrize("text", ["klopt", "Idem!", "dat klopt.", "akkoord"])
def test_mere_agreement_is_no_sentence(text: str) -> None:
    made = draft(table(said("a", "vertrouwen begint bij doelen"), said("b", text, None, 1)))
    assert (made.used, made.unused) == (("a",), ("b",))


def test_mere_agreement_alone_leaves_a_chapter_unready() -> None:
    assert functions(draft(table(said("a", "klopt")))) == ["Z1"]


@pytest.mark.parametrize("text", ["Dank u wel, voorzitter.", "Het woord is aan haar.", "Ja, dat klopt."])
def test_courtesy_and_procedure_are_no_sentence(text: str) -> None:
    made = draft(table(said("a", "vertrouwen begint bij doelen"), said("b", text, None, 1)))
    assert (made.used, made.unused) == (("a",), ("b",))


def test_an_address_falls_away_in_a_chapter_but_not_in_a_quote_or_a_wording() -> None:
    typed = "Voorzitter, vertrouwen begint bij doelen"
    assert drafted(table(said("a", typed))) == "Vertrouwen begint bij doelen."
    quote = said("a", f"“{typed}”", None, kind=Kind.QUOTE)
    assert "“Voorzitter, vertrouwen begint bij doelen.”" in drafted(table(quote))
    assert drafted(table(said("a", "iets", wording=f"{typed}."))) == f"{typed}."


def test_where_there_is_no_room_for_all_what_speaks_for_many_stays_and_what_was_said_aside_goes() -> None:
    asides = [said(f"a{place:02}", f"dat zei u {'x' * place} ook", None, 2 * place) for place in range(20)]
    telling = [f"p{place:03}" for place in range(0, 40, 2)]
    session = table(*asides, *points(40))
    disclosure = Disclosure.of(session, Form.SECTOR)
    made = draft_chapter(session, session.topics[0], disclosure, 1, telling=telling)
    assert len(made.used) == 24
    assert not [name for name in made.used if name.startswith("a")]
    assert set(made.used) >= set(telling)
    assert len(set(draft(session).used) & set(telling)) < len(telling)


def test_a_chapter_tells_of_the_whole_talk_in_its_order() -> None:
    used = draft(table(*points(60))).used
    places = [int(name[1:]) for name in used]
    assert places == sorted(places)
    assert places[-1] >= 50


def test_where_nothing_was_said_the_draft_says_so() -> None:
    assert drafted(table()) == "Over dit punt is niets genoteerd."
    assert functions(draft(table(said("a", "later", parked=True)))) == ["Z1"]


# What follows something stays with it.


def test_at_most_three_stay_behind_a_statement() -> None:
    answers = [
        said(
            f"b{place}",
            f"antwoord nummer {word} klinkt zo",
            "zor1",
            10 + place,
            stance=Stance.OPPOSES,
            answers="p000",
        )
        for place, word in enumerate(("rood", "geel", "blauw", "groen"))
    ]
    made = draft(table(*people("log", "zor"), *points(4, by="log1"), *answers))
    place = made.used.index("p000")
    assert made.used[place + 1 : place + 4] == ("b0", "b1", "b2")
    assert made.unused == ("b3",)


def test_a_conjunction_follows_what_came_before_it_unless_that_has_another_theme() -> None:
    themes = [Theme(id="x", name="x", order="a"), Theme(id="y", name="y", order="b")]
    first = said("a", "de winkel wordt nooit een kantoor", None, 1, themes=frozenset("x"))
    more = [
        said(f"d{place}", f"{word} is nog een heel andere zaak", None, 5 + place, themes=frozenset("y"))
        for place, word in enumerate(("geld", "tijd", "plaats"))
    ]
    same = table(*themes, first, *more, said("b", "maar een uur eerder naar huis mag", None, 2))
    used = draft(same).used
    assert used.index("b") == used.index("a") + 1
    assert Look("b", Why.FOLLOWS) in draft(same).looks
    other = table(
        *themes, first, *more, said("b", "maar een uur eerder naar huis mag", None, 2, themes=frozenset("y"))
    )
    assert Look("b", Why.FOLLOWS) not in draft(other).looks


def test_who_supports_comes_before_who_opposes_and_opposition_says_so() -> None:
    session = table(
        *people("log", "zor", "ret"),
        *points(3),
        said("a", "wij willen dit graag proberen", "log1", 10),
        said("no", "maar dat kan bij de buren nooit", "ret1", 11, stance=Stance.OPPOSES, answers="a"),
        said("yes", "dat werkt in de zorg ook", "zor1", 12, stance=Stance.SUPPORTS, answers="a"),
    )
    made = draft(session)
    place = made.used.index("a")
    assert made.used[place : place + 3] == ("a", "yes", "no")
    assert behind(made, "no").functions == ("D",)
    assert behind(made, "no").printed == ("dat kan bij de buren nooit.",)


def test_an_answer_to_a_proposal_stands_behind_it() -> None:
    session = table(
        *people("log", "zor"),
        *points(3),
        said("a", "hou de vrijdag vrij", "log1", 10, kind=Kind.PROPOSAL),
        said("no", "dat lukt in de zorg niet", "zor1", 11, stance=Stance.OPPOSES, answers="a"),
    )
    made = draft(session)
    assert made.used[-2:] == ("a", "no")
    assert behind(made, "no").functions == ("D",)


# Groups, room and paragraphs.


def test_themes_make_paragraphs_the_heaviest_first_and_the_second_is_announced() -> None:
    themes = [Theme(id="x", name="onboarding", order="a"), Theme(id="y", name="cultuur", order="b")]
    lines = [
        said(f"{name}{place}", f"{word} hoort hier zeker bij {name}", None, place, themes=frozenset(name))
        for name in "xy"
        for place, word in enumerate(("geld", "tijd", "plaats"))
    ]
    made = draft(table(*people("log", "zor"), *themes, *lines, vote("y2", "LOG"), vote("y2", "ZOR")))
    assert made.used == ("y2", "y0", "y1", "x0", "x1", "x2")
    assert behind(made, "x0").functions == ("H",)
    assert "onboarding" in behind(made, "x0").phrase
    assert behind(made, "y2").functions in {("C",), ()}


def test_groups_that_were_handed_in_hold_together() -> None:
    ids = [f"p{place:03}" for place in range(8)]
    made = draft(table(*points(8)), groups=[ids[::2], ids[1::2]])
    assert made.used == (*ids[::2], *ids[1::2])


def test_what_finds_no_room_is_listed() -> None:
    made = draft(table(*points(60)))
    assert len(made.used) == 24
    assert len(made.unused) == 36
    assert made.total == 60


def test_proposals_and_questions_leave_room_for_the_talk() -> None:
    proposals = [
        said(f"y{place:02}", f"{'x' * (place + 2)} proberen", None, 100 + place, kind=Kind.PROPOSAL)
        for place in range(20)
    ]
    questions = [
        said(f"u{place:02}", f"{'z' * (place + 2)} waarom", None, 200 + place, kind=Kind.QUESTION)
        for place in range(20)
    ]
    kinds = Counter(name[0] for name in draft(table(*points(60), *proposals, *questions)).used)
    assert kinds == {"p": 14, "y": 6, "u": 4}
    alone = Counter(name[0] for name in draft(table(*proposals, *questions)).used)
    assert sum(alone.values()) == 24


def test_three_speakers_are_told_in_a_paragraph_and_no_more() -> None:
    sectors = ("log", "zor", "ret", "it", "npo")
    lines = [
        said(short, f"wij doen dat in {short} heel anders", f"{short}1", place)
        for place, short in enumerate(sectors)
    ]
    made = draft(table(*people(*sectors), *lines))
    for block in made.blocks:
        assert isinstance(block, Paragraph)
        assert len(set(re.findall(r"iemand uit de (\w+)", plain(block.inlines).lower()))) <= 3


def test_one_to_three_statements_make_one_paragraph_without_an_opening() -> None:
    session = table(
        topic(prompts=("Wat nu?",)),
        said("a", "vertrouwen begint bij doelen", None, 1),
        said("b", "leren loslaten", None, 2, kind=Kind.PROPOSAL),
        said("c", "wie meet vertrouwen", None, 3, kind=Kind.QUESTION),
    )
    for chapter in range(1, 7):
        made = draft(session, chapter=chapter)
        assert len(made.blocks) == 1
        assert functions(made) == ["", "Y", "U"]
    assert functions(draft(table(said("c", "wie meet vertrouwen", kind=Kind.QUESTION)))) == ["U1"]


def test_four_statements_from_one_sector_say_so_once() -> None:
    session = table(*people("log"), *points(4, by="log1"))
    assert functions(draft(session))[0] == "B"
    assert drafted(session).startswith("Wat volgt, komt uit de logistiek.")
    assert "B" not in functions(draft(session, Form.TABLE))
    assert "B" not in functions(
        draft(
            table(
                *people("log", "zor"), *points(3, by="log1"), said("z", "iets uit de zorg is dit", "zor1", 9)
            )
        )
    )


def test_several_proposals_and_questions_are_listed() -> None:
    ends = [
        said("y1", "leren loslaten", None, 10, kind=Kind.PROPOSAL),
        said("y2", "minder vergaderen", None, 11, kind=Kind.PROPOSAL),
        said("u1", "wie meet dat", None, 12, kind=Kind.QUESTION),
    ]
    blocks = draft(table(*points(4), *ends)).blocks
    assert isinstance(blocks[-2], Bullets)
    assert texts(blocks)[-4:] == [
        "De voorstellen:",
        "Leren loslaten.",
        "Minder vergaderen.",
        texts(blocks)[-1],
    ]
    assert texts(blocks)[-1].endswith("wie meet dat?")


def test_a_starred_short_quote_stands_apart_with_its_speaker() -> None:
    quote = said("q", '"een doel past op een half blad"', "log1", 9, kind=Kind.QUOTE, starred=True)
    session = table(*people("log", "zor"), *points(5), quote)
    pulled = [block for block in draft(session).blocks if isinstance(block, PullQuote)]
    assert [(plain(one.inlines), plain(one.attribution)) for one in pulled] == [
        ("“Een doel past op een half blad.”", "Iemand uit de logistiek")
    ]
    (silent,) = [block for block in draft(session, Form.TABLE).blocks if isinstance(block, PullQuote)]
    assert silent.attribution == ()


@pytest.mark.parametrize(
    ("count", "more"),
    [
        (4, {}),
        (5, {"starred": False}),
        (5, {"wording": "een doel is kort"}),
        (5, {"text": "doel " * 26, "typed": ""}),
    ],
)
def test_another_quote_does_not_stand_apart(count: int, more: dict[str, object]) -> None:
    fields = {"kind": Kind.QUOTE, "starred": True, **more}
    fields.pop("typed", None)
    quote = said("q", str(fields.pop("text", '"een doel past op een half blad"')), "log1", 9, **fields)
    made = draft(table(*people("log", "zor"), *points(count), quote))
    assert not [block for block in made.blocks if isinstance(block, PullQuote)]
    assert "q" in made.used


# Which phrase.


def test_who_says_we_is_told_so_that_it_is_not_the_publisher_who_speaks() -> None:
    session = table(*people("log"), *points(3), said("w", "ons magazijn sluit om zes uur", "log1", 10))
    assert behind(draft(session), "w").functions == ("T",)
    assert behind(draft(session, Form.TABLE), "w").functions == ("T0",)
    assert Look("w", Why.WE) in draft(session).looks


def test_whoever_goes_on_is_told_as_the_same_speaker() -> None:
    session = table(
        *people("log", "zor"),
        *points(3),
        said("w", "ons magazijn sluit om zes uur", "log1", 10),
        said("x", "we openen om vijf uur weer", "log1", 11),
        said("y", "wij openen later", "log2", 12),
    )
    made = draft(session)
    assert [behind(made, name).functions for name in "wxy"] == [("T",), ("T1",), ("T",)]
    assert [behind(draft(session, Form.TABLE), name).functions for name in "wxy"] == [("T0",)] * 3


def test_we_of_whom_nobody_may_tell_weighs_less_than_what_anybody_may_have_said() -> None:
    ours = [
        said(f"w{place:02}", f"we doen {'x' * (place + 2)} al lang", "log1", place) for place in range(20)
    ]
    session = table(*people("log", "zor"), *ours, *points(24))
    assert not [name for name in draft(session, Form.TABLE).used if name.startswith("w")][4:]
    assert len([name for name in draft(session).used if name.startswith("w")]) > 4


def test_the_agenda_asks_only_what_the_first_paragraph_speaks_to() -> None:
    asked = topic(prompts=("Wat kost een stoel?", "Hoe groeit vertrouwen op afstand?"))
    lines = [
        said(f"a{place}", f"vertrouwen op afstand groeit {word} langzaam", None, place)
        for place, word in enumerate(("soms", "vaak", "altijd", "hier", "ginder"))
    ]
    opened = {drafted(table(asked, *lines), chapter=chapter).split("?")[0] for chapter in range(1, 4)}
    assert "Op de agenda stond: hoe groeit vertrouwen op afstand" in opened
    assert not [one for one in opened if "stoel" in one]
    silent = table(topic(prompts=("Wat kost een stoel?", "Wie werkt waar?")), *lines)
    assert not [chapter for chapter in range(1, 4) if "agenda" in drafted(silent, chapter=chapter)]


def test_another_language_stays_to_the_letter_and_is_marked() -> None:
    session = table(*people("log"), *points(3), said("f", "il faut que les gens aient le choix", "log1", 10))
    made = draft(session)
    assert behind(made, "f").functions == ("T",)
    *_, reference = behind(made, "f").inlines
    assert reference == type(reference)("f", (Text("il faut que les gens aient le choix.", "fr"),))  # type: ignore[call-arg] — a reference, as it is
    assert Look("f", Why.LANGUAGE) in made.looks


def test_a_very_long_quote_becomes_a_block_quote() -> None:
    long = " ".join(f"woord{place}" for place in range(46))
    session = table(*people("log"), *points(5), said("q", f"“{long}”", "log1", 9, kind=Kind.QUOTE))
    made = draft(session)
    place = next(place for place, block in enumerate(made.blocks) if isinstance(block, BlockQuote))
    before = made.blocks[place - 1]
    assert isinstance(before, Paragraph)
    assert plain(before.inlines).endswith(":")
    assert texts(made.blocks)[place] == f"“{long.capitalize()}.”"
    assert Look("q", Why.LONG) in made.looks


def test_fragments_in_a_row_are_joined_and_never_come_first() -> None:
    session = table(
        said("a", "geven en nemen", None, 1),
        said("b", "eigen keuzes", None, 2),
        said("c", "vertrouwen begint bij doelen", None, 3),
        said("d", "stille hoeken", None, 4),
    )
    made = draft(session, chapter=2)
    assert made.used == ("c", "a", "b", "d")
    assert behind(made, "a").contributions == ("a", "b", "d")
    assert behind(made, "a").text.endswith(": geven en nemen; eigen keuzes; stille hoeken.")


def test_a_fragment_that_would_stand_bare_gets_a_phrase() -> None:
    for chapter in range(1, 9):
        made = draft(table(*points(4), said("f", "geven en nemen", None, 9)), chapter=chapter)
        assert behind(made, "f").phrase.endswith(":")


@pytest.mark.parametrize(("chapter", "patience"), [(1, 3), (2, 2)])
def test_after_a_few_bare_statements_comes_a_phrase(chapter: int, patience: int) -> None:
    made = functions(draft(table(*points(6)), chapter=chapter))
    bare = next(place for place, function in enumerate(made[1:]) if function)
    assert bare in {patience, patience - 1}, "one less where the chapter opens without a phrase"


def test_support_is_told_where_two_other_sectors_gave_it() -> None:
    session = table(
        *people("log", "zor", "ret"), *points(4, by="log1"), vote("p000", "ZOR"), vote("p000", "ret1")
    )
    assert "S" in functions(draft(session))
    assert "uit de retail en uit de zorg" in drafted(session)
    own = table(*people("log", "zor"), *points(4, by="log1"), vote("p000", "ZOR"), vote("p000", "log2"))
    assert not {"S", "S0"} & set(functions(draft(own)))


def test_support_of_a_folded_sector_is_not_told() -> None:
    session = table(
        *people("log", "zor", each=3),
        *people("ret", "it", each=1),
        *points(4, by="log1"),
        vote("p000", "ret1"),
        vote("p000", "it1"),
        vote("p000", "zor1"),
    )
    assert "S0" in functions(draft(session))
    assert "retail" not in drafted(session)


# Variety.


def test_each_variant_comes_before_one_returns_and_neighbours_start_elsewhere() -> None:
    for function, variants in phrases("nl").items():
        first = [Variety("uid", chapter, "nl").take(function) for chapter in range(1, 8)]
        if len(variants) % 5 and len(variants) > 1:
            assert all(one != other for one, other in pairwise(first)), function
        variety = Variety("uid", 3, "nl")
        taken = [variety.take(function) for _ in range(2 * len(variants))]
        assert set(taken[: len(variants)]) == set(variants)
        assert taken[: len(variants)] == taken[len(variants) :]


def test_a_condition_narrows_the_choice_and_still_varies() -> None:
    variety = Variety("uid", 1, "nl")
    taken = [variety.take("A", lambda one: one.endswith(":")) for _ in range(3)]
    assert len(set(taken)) == 3


@pytest.mark.parametrize("language", ["nl", "fr"])
def test_every_phrase_is_told_in_the_language_of_the_table_with_the_same_places(language: str) -> None:
    for function, variants in phrases(language).items():
        english = phrases("en")[function]
        assert variants != english
        assert len(variants) == len(english)
        places = [set(re.findall(r"\{\w+\}", one)) for one in variants]
        assert sorted(map(sorted, places)) == sorted(sorted(re.findall(r"\{\w+\}", one)) for one in english)
        for one in variants:
            assert one == SILENT or one.endswith((".", ":", "{question}"))


def test_an_opinion_is_said_and_not_told_as_a_story() -> None:
    for language, story in (("nl", "vertelde"), ("fr", "raconté")):
        assert not [one for variants in phrases(language).values() for one in variants if story in one]


def test_french_keeps_its_spaces_together() -> None:
    for variants in phrases("fr").values():
        for one in variants:
            assert not re.search(r" [:;?!»]|« ", one)


def test_a_language_without_phrases_has_the_english_ones() -> None:
    assert phrases("de") == phrases("en")


# Beside the draft.


def test_names_are_told_neutrally_and_reported_until_somebody_decides() -> None:
    session = table(
        *people("log"), person("Els Peeters", "log"), said("a", "het kwartier van Els loont altijd", "log1")
    )
    made = draft(session)
    assert drafted(session) == "Het kwartier van iemand aan tafel loont altijd."
    assert made.replaced == ("Els",)
    assert made.undecided == (("a", "Els"),)
    keep = Decision(id="d", contribution="a", name="Els", choice=Choice.KEEP)
    assert drafted(session.having([keep])) == "Het kwartier van Els loont altijd."
    assert draft(session.having([keep])).undecided == ()


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        (
            "de grootste werkgever van Genk",
            "nl",
            {(Why.SUPERLATIVE, "de grootste"), (Why.PROPER_NAME, "Genk")},
        ),
        ("bij HR werken 250 mensen", "nl", {(Why.FIGURE, "250")}),
        ("the largest in Leeds", "en", {(Why.SUPERLATIVE, "the largest"), (Why.PROPER_NAME, "Leeds")}),
        (
            "la plus grande usine de Liège",
            "fr",
            {(Why.SUPERLATIVE, "la plus grande"), (Why.PROPER_NAME, "Liège")},
        ),
        ("Vertrouwen begint bij doelen", "nl", set()),
    ],
)
def test_what_else_may_identify_is_listed_for_a_look(
    text: str, language: str, found: set[tuple[Why, str]]
) -> None:
    assert set(identifying(text, language)) == found


def test_no_phrase_names_somebody_through_a_theme_or_a_question_of_the_agenda() -> None:
    themes = [Theme(id="x", name="els", order="a"), Theme(id="y", name="cultuur", order="b")]
    lines = [
        said(f"{name}{place}", f"{word} hoort hier zeker bij", None, place, themes=frozenset(name))
        for name in "xy"
        for place, word in enumerate(("geld en nog iets", "tijd en wat anders", "plaats en veel meer"))
    ]
    asked = topic(prompts=("Els, wat vind jij?",))
    session = table(*people("log", "zor"), person("Els Peeters", "log"), asked, *themes, *lines)
    for chapter in range(1, 7):
        assert "els" not in drafted(session, chapter=chapter).lower()


def test_what_leans_on_something_that_is_not_there_wants_a_look() -> None:
    session = table(*points(3), said("b", "maar dat is hier anders", None, 0, stamp="0"))
    assert Look("b", Why.LOOSE) in draft(session).looks


# Whose words.


def test_nobody_else_goes_on_bare_behind_a_phrase_with_a_colon() -> None:
    for session, form in sessions(240):
        disclosure, made = Disclosure.of(session, form), draft(session, form)
        starts = texts(made.blocks)
        voice = None
        for one in made.sentences:
            if one.phrase or any(text.startswith(one.text) for text in starts):
                colon = one.phrase.endswith(":") and one.functions[-1] in VOICES
                voice = session.contribution(one.contributions[0]) if colon else None
            elif voice:
                bare = session.contribution(one.contributions[0])
                assert bare.participant == voice.participant, made.sentences
                assert disclosure.who(bare) == disclosure.who(voice), "what may not be told joins nothing"


def test_whoever_spoke_goes_on_bare_and_somebody_else_does_not() -> None:
    lines = [
        said("w", "ons magazijn sluit om zes uur", "log1", 10),
        said("x", "om vijf uur is het weer open", "log1", 11),
        said("y", "we zijn er dan allemaal", "log1", 12),
        said("z", "een winkel opent om negen uur", "zor1", 13),
    ]
    session = table(*people("log", "zor"), *points(2), *lines)
    made = draft(session)
    assert [behind(made, name).functions for name in "wxyz"] == [("T",), (), (), ("A",)]
    for form in (Form.TABLE, Form.NONE):
        made = draft(session, form)
        assert [behind(made, name).functions for name in "wxyz"] == [("T0",), ("A",), ("T0",), ("A",)]


def test_the_same_speaker_is_said_to_go_on_once_in_a_paragraph() -> None:
    words = ("ons magazijn sluit", "we openen weer", "wij zijn er", "onze deur is dicht")
    lines = [
        said(name, text, "log1", 10 + place)
        for place, (name, text) in enumerate(zip("wxyz", words, strict=True))
    ]
    made = draft(table(*people("log", "zor"), *points(2), *lines))
    assert [behind(made, name).functions for name in "wxyz"] == [("T",), ("T1",), (), ()]


def test_nothing_is_added_before_the_last_of_a_paragraph_of_two() -> None:
    for chapter in range(1, 5):
        two = [
            said("w", "ons magazijn sluit om zes uur", "log1", 10),
            said("x", "een winkel opent", None, 11),
        ]
        made = draft(table(*people("log", "zor"), *two), chapter=chapter)
        assert [behind(made, name).functions for name in "wx"] == [("T",), ("T0",)]


def test_what_stands_bare_is_counted_anew_in_each_paragraph() -> None:
    ids = [f"p{place:03}" for place in range(8)]
    for chapter in range(1, 5):
        made = draft(table(*points(8)), chapter=chapter, groups=[ids[:3], ids[3:6], ids[6:]])
        assert made.used[-2:] == ("p006", "p007")
        assert [behind(made, name).functions for name in made.used[-2:]] == [(), ()]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nl", "daarnaast kost een stoel ook geld"),
        ("nl", "dus kost een stoel ook geld"),
        ("fr", "donc une chaise coûte aussi de l’argent"),
        ("fr", "par ailleurs une chaise coûte aussi de l’argent"),
        ("en", "However, chairs cost money as well"),
    ],
)
def test_nothing_is_added_before_what_connects_itself(language: str, text: str) -> None:
    words = {"nl": "een stoel is {} genoemd", "fr": "une chaise est {} ici", "en": "a chair is {} here"}
    ours = {"nl": "wij zijn er", "fr": "nous sommes là", "en": "we are here"}[language]
    last = [said("c", text, None, 9), said("d", words[language].format("zeker"), None, 10)]
    for chapter in range(1, 9):
        session = table(*points(3, words[language]), *last, language=language)
        assert "A" not in behind(draft(session, chapter=chapter), "c").functions
        voiced = session.having([said("w", ours, None, 8)])
        assert behind(draft(voiced, chapter=chapter), "c").functions == ("T0",)


def test_what_asks_is_not_told_as_if_it_stated_something() -> None:
    lines = [
        said("w", "En wanneer krijgen we die brief van u?", "log1", 10),
        said("q", "“Wie betaalt dat?”", "zor1", 11, kind=Kind.QUOTE),
        said("x", "wat kost zoiets per jaar?", "ret1", 12),
        said("f", "en de kosten?", "ret1", 13),
        said("g", "geven en nemen", "ret1", 14),
    ]
    session = table(*people("log", "zor", "ret"), *points(2), *lines)
    for chapter in range(1, 5):
        made = draft(session, chapter=chapter)
        assert [behind(made, name).functions for name in "wqxf"] == [("Q",), ("Q",), ("Q0",), ("Q0",)]
        made = draft(session, Form.TABLE, chapter)
        assert [behind(made, name).functions for name in "wqxf"] == [("Q0",)] * 4


def test_who_asks_is_told_in_the_words_of_asking() -> None:
    asked = said("w", "When do we get that letter?", "log1", 10)
    session = table(*people("log"), *points(2, "point number {} was made here"), asked, language="en")
    assert behind(draft(session), "w").phrase.endswith(" asked:")
    assert behind(draft(session, Form.NONE), "w").phrase == "A question at the table:"
