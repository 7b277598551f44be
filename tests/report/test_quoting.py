"""Which quotes a paper prints, and that a final one prints only what was approved, in whatever form it is told."""

from dataclasses import replace

import pytest

from roundtable import i18n
from roundtable.domain.approvals import Answer, Approval
from roundtable.domain.contributions import Kind, Prose, Takeaway
from roundtable.domain.disclosure import Disclosure, Form
from roundtable.domain.people import Consent
from roundtable.domain.records import Record
from roundtable.domain.session import Session
from roundtable.domain.standing import mark_of
from roundtable.report.approving import own_words
from roundtable.report.document import Part, PartKind, texts
from roundtable.report.making import Making
from roundtable.report.prose import read_prose
from roundtable.report.quoting import quotations
from roundtable.report.white_paper import Choices, Composition, compose
from tests.report.tables import approved, people, person, said, table

ELS = person("Els Vlöebergh", "ret", Consent.NAMED)
QUOTED = "[“We tellen geen uren meer.”](contribution:k1)"


def evening(*more: Record, prose: str = "Niets.") -> Session:
    return table(
        *people("ret", "log", "zor"),
        ELS,
        said("k1", "“we tellen geen uren meer”", "els", 1, kind=Kind.QUOTE),
        said("k2", "wie dat meet, weet nog altijd niets", "log1", 2),
        said("k3", "dat noemen ze “thuis”", "zor1", 3),
        said("k4", "“nooit meer”", "zor2", 4, kind=Kind.QUOTE),
        Prose(id="introduction", text="Waarom deze tafel."),
        Prose(id="t", text=prose),
        *more,
    )


def composed(session: Session, form: Form = Form.SECTOR, **choices: bool) -> Composition:
    return compose(session, Choices(form, **choices), {})


def reasons(session: Session, form: Form = Form.SECTOR, **choices: bool) -> list[str]:
    i18n.use("en")
    return [one.told() for one in composed(session, form, **choices).draft_reasons]


def printed(session: Session, form: Form = Form.SECTOR) -> str:
    return "\n".join(words for part in composed(session, form).document.parts for words in texts(part.blocks))


def answered(
    session: Session, key: str, answer: Answer, form: Form = Form.SECTOR, wording: str = ""
) -> Session:
    mark = mark_of(Disclosure.of(session, form), session.contribution(key))
    return session.having([Approval(id=key, answer=answer, shown=mark, wording=wording)])


def found(prose: str) -> list[tuple[str, str]]:
    session = evening()
    part = Part(PartKind.CHAPTER, "Vertrouwen", read_prose(prose))
    return [(one.contribution, one.words) for one in quotations(Disclosure.of(session, Form.SECTOR), (part,))]


@pytest.mark.parametrize(
    ("prose", "expected"),
    [
        (f"Zij zei: {QUOTED}", ["k1"]),
        ("Zij zei: “[We tellen geen uren meer](contribution:k1)”.", ["k1"]),
        ("Zij zei: “We tellen geen uren meer.”", ["k1"]),
        ("Zij zei: «\u202fwe tellen geen uren meer\u202f».", ["k1"]),
        ('Zij zei: "tellen geen uren".', ["k1"]),
        ("Zij zei: “We tellen … meer.”", ["k1"]),
        ("> We tellen geen uren meer.", ["k1"]),
        ("- “Wie dat meet, weet nog altijd niets.”", ["k2"]),
        ("### “Wie dat meet”", ["k2"]),
        ("[We tellen geen uren meer](contribution:k1), zei zij.", ["k1"]),
        ("Het kan “nooit meer”.", ["k4"]),
        ("Zij [tellen geen uren](contribution:k1).", []),
        ("We tellen geen uren meer.", []),
        ("Werken van “thuis” uit.", []),
        ("[dat noemen ze “thuis”](contribution:k3)", []),
        ("“We tellen geen dagen meer.”", []),
        ("[Els](speaker:k1) telt geen uren.", []),
    ],
)
def test_what_is_quoted_is_found_with_or_without_a_reference(prose: str, expected: list[str]) -> None:
    assert [contribution for contribution, _ in found(prose)] == expected


@pytest.mark.parametrize("form", Form)
def test_a_paper_is_final_only_once_its_quote_is_approved_as_it_is_told(form: Form) -> None:
    session = evening(prose=QUOTED)
    (reason,) = reasons(session, form)
    assert "Nobody has been asked yet" in reason
    assert " 1. " in reason
    assert reasons(approved(session, "k1", form=form), form) == []
    other = Form.NAMED if form is not Form.NAMED else Form.SECTOR
    (lapsed,) = reasons(approved(session, "k1", form=other), form)
    assert "changed since somebody was asked" in lapsed


def test_quotes_are_named_in_one_sentence_a_standing() -> None:
    session = evening(
        said("k5", "“wij van de winkel zien dat niet”", "RET", 5, kind=Kind.QUOTE),
        prose=f"{QUOTED} “Wie dat meet, weet nog altijd niets.” Het kan “nooit meer”. “Wij van de winkel zien dat.”"
        " [“Wij van de winkel zien dat niet.”](contribution:k5)",
    )
    unasked, nobodys = reasons(answered(session, "k2", Answer.APPROVED))
    assert " 1, 4. " in unasked
    assert " 5. " in nobodys
    assert "--by WHO" in nobodys
    asked = answered(answered(session, "k2", Answer.APPROVED), "k4", Answer.ASKED)
    assert [reason for reason in reasons(asked) if "wait for an answer: 4." in reason]


def test_a_quotation_in_a_takeaway_and_in_the_appendix_counts() -> None:
    ledger = Takeaway(id="a", title="Uren", text="Zij zegt: “We tellen geen uren meer.”", worded=True)
    assert " 1. " in reasons(evening(ledger))[0]
    (reason,) = reasons(evening(), appendix=True)
    assert " 1, 4. " in reason


def test_what_was_refused_is_not_drafted_and_bars_a_paper_that_prints_it() -> None:
    refused = answered(evening(), "k1", Answer.REFUSED)
    drafted = refused.having([replace(refused.of(Prose)["t"], withdrawn=True)])
    assert "geen uren" in printed(evening().having([Prose(id="t", withdrawn=True)]))
    assert "geen uren" not in printed(drafted)
    assert reasons(refused) == []
    (reason,) = reasons(refused.having([Prose(id="t", text=QUOTED)]))
    assert "“Vertrouwen” prints what somebody does not want printed, in 1." in reason
    appendix = composed(refused, appendix=True).document.parts
    assert not any("geen uren" in words for part in appendix for words in texts(part.blocks))


def test_a_statement_under_a_name_that_was_refused_bars_the_paper() -> None:
    session = evening(
        said("k6", "magazijnen werken anders", "els", 6),
        prose="[Els](speaker:k6) zei dat [magazijnen anders werken](contribution:k6).",
    )
    assert reasons(session, Form.NAMED) == []
    (reason,) = reasons(answered(session, "k6", Answer.REFUSED, Form.NAMED), Form.NAMED)
    assert "in 5." in reason


def test_other_words_that_were_approved_are_printed_as_the_quote() -> None:
    session = answered(
        evening(prose=f"Zij zei: {QUOTED}"), "k1", Answer.CHANGED, wording="we meten geen uren"
    )
    assert "Zij zei: “We meten geen uren.”" in printed(session)
    assert reasons(session) == []
    drafted = session.having([Prose(id="t", withdrawn=True)])
    assert "“We meten geen uren.”" in printed(drafted)
    assert "tellen" not in printed(drafted)


def test_words_that_were_approved_otherwise_and_still_stand_there_are_told() -> None:
    session = answered(evening(prose="“We tellen geen uren meer.”"), "k1", Answer.CHANGED, wording="we meten")
    (reason,) = reasons(session)
    assert reason == (
        "“Vertrouwen” quotes statement 1, which was approved in other words. Put these there: “we meten”."
    )


def test_the_drafted_chapter_says_beside_it_which_quotes_wait() -> None:
    i18n.use("en")
    session = evening().having([Prose(id="t", withdrawn=True)])
    waiting = "Quotes that nobody has approved yet, and that only a draft prints: 1, 4."
    assert waiting in composed(session).part("t").remarks
    made = composed(approved(session, "k1", "k4"))
    assert not any("approved" in remark for remark in made.part("t").remarks)


def test_own_words_are_the_quotes_and_what_is_told_by_name() -> None:
    session = evening(
        said("k6", "magazijnen werken anders", "els", 6),
        prose=f"[Els](speaker:k6) zei dat [magazijnen anders werken](contribution:k6). {QUOTED}",
    )

    def own(form: Form) -> list[tuple[str, bool, tuple[str, ...]]]:
        making = Making(Disclosure.of(session, form))
        those = own_words(making, composed(session, form).document.parts)
        return [(one.words, one.quote, one.parts) for one in those]

    quote = ("“We tellen geen uren meer.”", True, ("Vertrouwen",))
    assert own(Form.SECTOR) == [quote]
    assert own(Form.NAMED) == [quote, ("Magazijnen werken anders.", False, ("Vertrouwen",))]
