"""What prose refers to is told by the rule in force at export, never as it was typed."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roundtable import i18n
from roundtable.domain.contributions import Choice, Contribution, Decision, Kind, Prose, Stance, Theme, Voice
from roundtable.domain.disclosure import Disclosure, Form, own_form
from roundtable.domain.people import Consent
from roundtable.domain.records import Record
from roundtable.domain.references import references, shown, used_in
from roundtable.domain.session import Session
from roundtable.errors import SpeakerUnclear
from roundtable.report.document import PartKind, Reference, plain, texts
from roundtable.report.formats import Format
from roundtable.report.prose import read_prose
from roundtable.report.referring import paraphrase_of, quote_of, teller
from roundtable.report.white_paper import Choices, Composition, compose
from roundtable.services.publishing import draft_part
from tests.report.hostile import texts as hostile_texts
from tests.report.tables import approved, people, person, said, sector, table, ten_lines, topic, vote
from tests.report.test_leaks import leaks

ELS = person("Els Vlöebergh", "ret", Consent.NAMED)


def evening(*more: Record, **details: object) -> Session:
    return table(
        *people("ret", "log", "zor"),
        ELS,
        said("k1", "“we tellen geen uren meer”", "els", 1, kind=Kind.QUOTE),
        said("k2", "wie meet dat dan", "log1", 2),
        vote("k2", "RET"),
        vote("k2", "ZOR"),
        *more,
        **details,
    )


def ruled(session: Session) -> Disclosure:
    return Disclosure.of(session, own_form(session))


def paper(session: Session, text: str, form: Form = Form.SECTOR) -> Composition:
    return compose(session.having([Prose(id="t", text=text)]), Choices(form), {})


def printed(session: Session, text: str, form: Form = Form.SECTOR) -> str:
    made = paper(session, text, form).document
    (chapter,) = (part for part in made.parts if part.kind is PartKind.CHAPTER)
    return "\n".join(texts(chapter.blocks))


def reasons(session: Session, text: str, form: Form = Form.SECTOR) -> list[str]:
    i18n.use("en")
    bare = {one.told() for one in paper(session, "x", form).draft_reasons}
    return [told for one in paper(session, text, form).draft_reasons if (told := one.told()) not in bare]


@pytest.mark.parametrize(
    ("form", "told"),
    [
        (Form.SECTOR, "Iemand uit de retail zei ja, en iemand uit de retail bleef erbij."),
        (Form.NAMED, "Els Vlöebergh zei ja, en Els Vlöebergh bleef erbij."),
        (Form.TABLE, "Iemand aan tafel zei ja, en iemand aan tafel bleef erbij."),
        (Form.NONE, "Iemand aan tafel zei ja, en iemand aan tafel bleef erbij."),
    ],
)
@pytest.mark.parametrize("first", ["Els Vlöebergh", "Iemand uit de retail", "X"])
@pytest.mark.parametrize("second", ["Els Vlöebergh", "iemand"])
def test_a_speaker_is_told_by_the_rule_in_force_whatever_was_typed(
    form: Form, told: str, first: str, second: str
) -> None:
    written = f"[{first}](speaker:k1) zei ja, en [{second}](speaker:k1) bleef erbij."
    assert printed(evening(), written, form) == told


def test_who_begins_a_sentence_has_the_capital_that_was_typed() -> None:
    session = evening()
    assert printed(session, "Ja. [Els](speaker:k1) zei") == "Ja. Iemand uit de retail zei"
    assert printed(session, "“[Els](speaker:k1)” zei") == "“Iemand uit de retail” zei"
    assert printed(session, "*[els](speaker:k1)* zei") == "iemand uit de retail zei"
    assert printed(session, "[](speaker:k1) zei") == "iemand uit de retail zei"


def test_who_agreed_is_told_as_far_as_the_rule_allows() -> None:
    written = "Steun kwam er [uit Atlantis](supporters:k2)."
    assert printed(evening(), written) == "Steun kwam er uit de retail en uit de zorg."
    told_of_nobody = printed(evening(language="en"), written, Form.NONE)
    assert told_of_nobody == "Steun kwam er from more than one side."
    assert reasons(evening(), written) == []
    assert len(reasons(evening(), written.replace("k2", "k1"))) == 1


def test_where_a_chapter_comes_from_is_told_as_far_as_the_rule_allows() -> None:
    written = "Wat volgt, komt [uit Atlantis](origin:k2)."
    assert printed(evening(), written) == "Wat volgt, komt uit de logistiek."
    told_of_nobody = printed(evening(language="en"), written, Form.TABLE)
    assert told_of_nobody == "Wat volgt, komt from one side of the table."


def test_words_that_rest_on_a_statement_stay_and_empty_ones_print_nothing() -> None:
    session = evening()
    written = (
        "[Uren *tellen* niet meer.](contribution:k1) Wie meet?[](contribution:k2)\n\n[](contribution:k2)"
    )
    assert printed(session, written) == "Uren tellen niet meer. Wie meet?"


# What is gone, and what no longer stands there.


@pytest.mark.parametrize("scheme", ["contribution", "speaker", "supporters", "origin"])
@pytest.mark.parametrize("gone", ["k2", "k9"])
def test_a_statement_that_is_gone_tells_nobody_and_keeps_the_paper_a_draft(scheme: str, gone: str) -> None:
    session = evening()
    session = session.having([replace(session.of(Contribution)["k2"], withdrawn=True)])
    written = f"Ja [dat stond er](speaker:{gone}) en [x]({scheme}:{gone})."
    assert "logistiek" not in printed(session, written)
    assert printed(session, written).startswith("Ja iemand aan tafel en ")
    (reason,) = reasons(session, written)
    assert "“Vertrouwen”" in reason
    assert "“dat stond er”" in reason
    assert ("roundtable contributions restore 2" in reason) is (gone == "k2")


def test_an_empty_reference_to_what_is_gone_tells_what_stands_before_it() -> None:
    (reason,) = reasons(evening(), "Een lange *zin* die ergens op rust.[](contribution:k9) Meer.")
    assert "“Een lange zin die ergens op rust.”" in reason


@pytest.mark.parametrize(
    "written",
    [
        "[“We tellen geen uren meer.”](contribution:k1)",
        "[“geen uren […] meer”](contribution:k1)",
        "[« We tellen geen uren »](contribution:k1)",
        "Iemand zei: “We tellen geen uren meer.”[](contribution:k1)",
        "[Geen uren, “nooit meer” dus.](contribution:k1)",
        "[Uren tellen niet.](contribution:k1)",
        "[“Iemand aan tafel van een organisatie aan tafel belde.”](contribution:k7)",
        "[“Els van Vlöebergwerken belde.”](contribution:k7)",
        "[“De werknemers ook.”](contribution:k8)",
    ],
)
def test_a_quotation_that_stands_in_the_statement_is_nothing_to_report(written: str) -> None:
    session = evening(
        replace(ELS, organisation="Vlöebergwerken"),
        said("k7", "Els van Vlöebergwerken belde", "log1", 7),
        said("k8", "de wn ook", "log1", 8),
        abbreviations={"wn": "werknemers"},
    )
    assert not [one for one in reasons(session, written, Form.NAMED) if "do not stand" in one]


@pytest.mark.parametrize(
    "written",
    ["[“We tellen geen dagen meer.”](contribution:k1)", "Zij: “We tellen alles.”[](contribution:k1)"],
)
def test_a_quotation_of_other_words_is_told(written: str) -> None:
    (reason,) = reasons(approved(evening(), "k1"), written)
    assert "statement 1" in reason


def test_a_statement_that_was_corrected_leaves_its_quotation_to_be_mended() -> None:
    session = approved(evening(), "k1")
    written = quote_of(ruled(session), session.contribution("1"))
    assert reasons(session, written) == []
    corrected = replace(session.contribution("1"), text="“we tellen geen dagen meer”", typed="")
    misquoted, lapsed = reasons(session.having([corrected]), written)
    assert "do not stand" in misquoted
    assert "changed since somebody was asked" in lapsed


def test_a_stray_mark_is_told_but_not_brackets_that_somebody_spoke() -> None:
    session = evening(said("k3", "zo ⟦12⟧ gaat het", None, 3))
    assert reasons(session, paraphrase_of(ruled(session), session.contribution("3"))) == []
    (reason,) = reasons(session, paraphrase_of(ruled(session), session.contribution("3")) + " ⟦RET 99⟧")
    assert "⟦RET 99⟧" in reason


@pytest.mark.parametrize("scheme", ["contribution", "speaker"])
@pytest.mark.parametrize(
    ("doubt", "what"),
    [
        ({"placed": False, "voice": Voice.NOBODY}, "roundtable contributions edit 3 --participant NAME"),
        ({"check": True}, "still to be checked"),
    ],
)
def test_what_is_not_clear_or_to_be_checked_is_told_once_where_prose_refers_to_it(
    scheme: str, doubt: dict[str, object], what: str
) -> None:
    session = evening(said("k3", "jan p: zo gaat het", None, 3, **doubt))
    (reason,) = reasons(session, f"Ja, [zo](contribution:k3) zegt [x]({scheme}:k3).")
    assert "“Vertrouwen”" in reason
    assert what in reason
    assert reasons(evening(said("k3", "zo gaat het", None, 3)), f"Ja, [zo]({scheme}:k3).") == []


@pytest.mark.parametrize("put_in", [quote_of, paraphrase_of])
def test_what_may_begin_with_a_name_is_not_put_in(put_in: Callable[[Disclosure, Contribution], str]) -> None:
    session = evening(said("k3", "jan p: zo gaat het", None, 3, placed=False))
    with pytest.raises(SpeakerUnclear, match="contribution 3"):
        put_in(ruled(session), session.contribution("3"))


# Names inside what was said.


def test_a_name_in_words_that_rest_on_a_statement_is_told_as_in_the_statement() -> None:
    session = evening(said("k7", "Els belde", "log1", 7))
    written = "[Els belde.](contribution:k7)"
    assert printed(session, written, Form.NAMED) == "Els belde."
    assert reasons(session, written, Form.NAMED) == []
    assert printed(session, written) == "Iemand aan tafel belde."
    (reason,) = reasons(session, written)
    assert "“Els”" in reason
    kept = session.having([Decision(id="d", contribution="k7", name="Els", choice=Choice.KEEP)])
    assert printed(kept, written) == "Els belde."
    assert reasons(kept, written) == []


def test_the_name_of_a_speaker_that_was_typed_is_no_name_in_the_paper() -> None:
    assert reasons(evening(), "[Els Vlöebergh](speaker:k1) zei ja.") == []
    assert len(reasons(evening(), "Els zei ja.")) == 1


# Drafts that are kept.

CONVERSATIONS: Sequence[tuple[str, Session]] = (
    ("ten lines", ten_lines()),
    (
        "one sector",
        table(*people("log"), *(said(f"c{at}", f"stelling {'abcdefg'[at]} over werk", "log1", at) for at in range(6))),
    ),
    (
        "a pull quote, an argument and a theme",
        table(
            *people("log", "zor", "ret"),
            Theme(id="th", name="Log1 en het magazijn", order="a"),
            *(said(f"c{at}", f"wij {'abcdefgh'[at]} meten vertrouwen samen met Ret1", "ret1", at) for at in range(8)),
            said("q", "“zonder ons gaat het niet”", "zor1", 9, kind=Kind.QUOTE, starred=True, themes=frozenset(["th"])),
            said("p", "helemaal niet, zegt Zor2", "log2", 10, stance=Stance.OPPOSES, answers="c7"),
        ),
    ),
)  # fmt: skip


@pytest.mark.parametrize(
    "session", [one for _, one in CONVERSATIONS], ids=[name for name, _ in CONVERSATIONS]
)
@pytest.mark.parametrize("drafted_as", Form)
@pytest.mark.parametrize("form", [Form.SECTOR, Form.TABLE, Form.NONE])
@pytest.mark.parametrize("language", ["nl", "fr", "en"])
def test_a_draft_that_was_kept_gives_away_no_more_than_the_rule_at_export(
    session: Session, drafted_as: Form, form: Form, language: str
) -> None:
    details = replace(session.details, attribution=str(drafted_as), language=language)
    agreed = [replace(one, consent=Consent.NAMED) for one in session.participants]
    session = session.having([details, *agreed])
    parts = ("introduction", "1", "conclusion")
    kept = [
        Prose(id="t" if part == "1" else part, text=draft_part(session, part).markdown, drafted=True)
        for part in parts
    ]
    made = compose(session.having([one for one in kept if one.text.strip()]), Choices(form), {})
    names = [one.name for one in session.participants]
    sectors = [re.sub("^iemand ", "", one.told) for one in session.sectors]
    if form is Form.SECTOR:
        sectors = []
    for target in (Format.MARKDOWN, Format.DOCX):
        assert leaks(target.render(made.document), [*names, *sectors]) == []


@pytest.mark.parametrize("form", Form)
@pytest.mark.parametrize("session", [one for _, one in CONVERSATIONS])
def test_a_draft_that_was_kept_reads_as_the_one_that_was_drafted(form: Form, session: Session) -> None:
    own = session.having([replace(session.details, attribution=str(form))])
    fresh, kept = (
        compose(one, Choices(), {}).document.parts[1]
        for one in (own, own.having([Prose(id="t", text=draft_part(own, "1").markdown, drafted=True)]))
    )
    assert list(texts(kept.blocks)) == list(texts(fresh.blocks))
    if form in {Form.SECTOR, Form.NAMED}:  # a quotation that is told of nobody stands as any other
        assert [type(one) for one in kept.blocks] == [type(one) for one in fresh.blocks]


def test_a_draft_refers_to_every_statement_that_stands_in_it_and_to_each_speaker_it_tells() -> None:
    written = draft_part(ten_lines(), "1").markdown
    assert used_in(written) == {str(number) for number in range(1, 11)}
    told = [(one.tells, one.words) for one in references(written) if one.tells != "contribution"]
    assert ("supporters", "uit de logistiek en uit de zorg") in told
    assert all(words.lower().startswith(("iemand uit", "uit de")) for _, words in told)
    assert written == draft_part(ten_lines(), "1").markdown


def test_a_speaker_whose_sector_is_folded_since_is_told_of_nobody() -> None:
    session = ten_lines()
    written = draft_part(session, "1").markdown
    alone = replace(next(one for one in session.participants if one.id == "ret2"), consent=Consent.NONE)
    assert "retail" in printed(session, written)
    assert "retail" not in printed(session.having([alone]), written)


# What is put into prose.


def test_a_statement_is_put_in_as_a_quotation_or_told() -> None:
    session = evening(
        said("k3", "opvolgen blijft nodig voor wn", "LOG", 3), abbreviations={"wn": "werknemers"}
    )
    assert quote_of(ruled(session), session.contribution("1")) == (
        "[Iemand uit de retail](speaker:k1): [“We tellen geen uren meer.”](contribution:k1)"
    )
    assert paraphrase_of(ruled(session), session.contribution("3")) == (
        "[Opvolgen blijft nodig voor werknemers.](contribution:k3)"
    )
    worded = replace(session.contribution("3"), wording="Er moet opgevolgd worden")
    assert paraphrase_of(ruled(session), worded) == "[Er moet opgevolgd worden.](contribution:k3)"
    assert "opvolgen" in quote_of(ruled(session), worded).lower()


def test_a_long_quotation_stands_in_a_block_of_its_own() -> None:
    session = evening(said("k3", "woord " * 60, "log1", 3))
    written = quote_of(ruled(session), session.contribution("3"))
    before, block = written.split("\n\n")
    assert before == "[Iemand uit de logistiek](speaker:k3):"
    assert block.startswith("> [“Woord woord")


def test_french_quotations_have_their_own_marks() -> None:
    session = evening(language="fr")
    assert quote_of(ruled(session), session.contribution("1")) == (
        "[Iemand uit de retail](speaker:k1)\u00a0: [«\u202fWe tellen geen uren meer.\u202f»](contribution:k1)"
    )


@given(hostile_texts)
def test_whatever_was_said_is_put_in_so_that_it_reads_back_to_the_letter(text: str) -> None:
    session = table(*people("log"), said("k1", text, "log1", 1, wording=text))
    for written in (
        quote_of(ruled(session), session.contribution("1")),
        paraphrase_of(ruled(session), session.contribution("1")),
    ):
        (told,) = {
            plain(one.inlines)
            for block in read_prose(written)
            for one in _references(block)
            if one.tells == "contribution"
        }
        assert _words(text) in _words(told)


def _words(text: str) -> str:
    """Give the letters of a text, whatever marks and spaces print puts between them."""
    return re.sub(r"[\s“”«»„\"?.,;:!…–—-]+", "", text).replace("’", "'").casefold()


def _references(block: object) -> list[Reference]:
    found = [one for one in getattr(block, "inlines", ()) if isinstance(one, Reference)]
    return found + [one for inner in getattr(block, "blocks", ()) for one in _references(inner)]


@given(st.lists(st.sampled_from(["k1", "k2", "k9"]), max_size=3))
def test_an_editor_tells_speakers_as_the_paper_would(those: list[str]) -> None:
    session = evening()
    text = " ".join(f"[Els](speaker:{one})" for one in those)
    seen = shown(text, session, teller(ruled(session)), "weg").text
    assert "Els" not in seen
    assert len(re.findall("⟦", seen)) == len(those)


def test_sectors_of_any_name_are_told() -> None:
    session = table(sector("x", told="", name="R&D"), *(person(f"X{at}", "x") for at in (1, 2)), topic(),
                    said("k1", "ja", "x1", 1))  # fmt: skip
    assert printed(session, "[X](speaker:k1) zei") == "Iemand uit de sector R&D zei"
