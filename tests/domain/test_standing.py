"""How it stands with the approval of a statement: answered, refused, or lapsed because something changed since."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from roundtable.domain.approvals import Answer, Approval, refused, to_ask
from roundtable.domain.contributions import Choice, Decision, Kind
from roundtable.domain.disclosure import Disclosure, Form
from roundtable.domain.people import Consent
from roundtable.domain.records import Record
from roundtable.domain.session import Session
from roundtable.domain.standing import Standing, as_approved, mark_of, standing
from tests.report.tables import approved, people, person, said, table

ELS = person("Els", "ret", Consent.NAMED)


def evening(*more: Record) -> Session:
    return table(
        *people("ret", "log", "zor"),
        ELS,
        said("q", "“we tellen met Omar geen uren meer”", "els", 1, kind=Kind.QUOTE),
        said("p", "niet in een magazijn", "log1", 2),
        *more,
    )


def stands(session: Session, form: Form = Form.SECTOR, key: str = "q") -> Standing:
    return standing(Disclosure.of(session, form), session.contribution(key))


def answered(session: Session, answer: Answer, **more: str) -> Session:
    mark = mark_of(Disclosure.of(session, Form.SECTOR), session.contribution("q"))
    return session.having([Approval(id="q", answer=answer, shown=mark, **more)])


def test_nobody_was_asked_at_first_and_an_answer_that_was_taken_back_is_none() -> None:
    session = evening()
    assert stands(session) is Standing.UNASKED
    taken_back = [replace(one, withdrawn=True) for one in approved(session, "q").of(Approval).values()]
    assert stands(session.having(taken_back)) is Standing.UNASKED


@pytest.mark.parametrize("answer", Answer)
def test_an_answer_stands_while_nothing_changes(answer: Answer) -> None:
    assert stands(answered(evening(), answer, wording="anders")) == str(answer)


def corrected(session: Session) -> Record:
    return replace(session.contribution("q"), text="“we tellen geen dagen meer”")


def worded(session: Session) -> Record:
    return replace(session.contribution("q"), wording="Uren tellen hoeft niet.")


def of_somebody_else(session: Session) -> Record:
    return replace(session.contribution("q"), participant="ret1")


def of_another_sector(session: Session) -> Record:
    return replace(session.contribution("q"), sector="zor")


def told_of_nobody(session: Session) -> Record:
    return replace(session.person("els"), consent=Consent.NONE)


def sector_told_otherwise(session: Session) -> Record:
    return replace(session.sector("ret"), told="een winkelier")


def name_kept(_session: Session) -> Record:
    return Decision(id="d", contribution="q", name="Omar", choice=Choice.KEEP)


@pytest.mark.parametrize(
    "change",
    [
        corrected,
        worded,
        of_somebody_else,
        of_another_sector,
        told_of_nobody,
        sector_told_otherwise,
        name_kept,
    ],
)
def test_it_lapses_when_words_or_attribution_change_and_holds_again_once_they_are_back(
    change: Callable[[Session], Record],
) -> None:
    session = approved(evening(person("Omar", "zor")), "q")
    assert stands(session) is Standing.APPROVED
    record = change(session)
    before = session.of(type(record)).get(record.id)
    after = session.having([record])
    assert stands(after) is Standing.LAPSED
    assert stands(after.having([before or replace(record, withdrawn=True)])) is Standing.APPROVED


def test_it_lapses_when_the_consent_of_others_folds_the_sector() -> None:
    session = approved(evening(), "q")
    alone = [replace(session.person(one), consent=Consent.NONE) for one in ("ret1", "ret2")]
    assert stands(session.having(alone)) is Standing.LAPSED


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        (Form.SECTOR, Standing.APPROVED),
        (Form.NAMED, Standing.LAPSED),
        (Form.TABLE, Standing.LAPSED),
        (Form.NONE, Standing.LAPSED),
    ],
)
def test_what_was_approved_in_one_form_of_attribution_is_not_in_another(
    form: Form, expected: Standing
) -> None:
    assert stands(approved(evening(), "q"), form) is expected


def test_what_changes_elsewhere_changes_nothing() -> None:
    session = approved(evening(), "q")
    more = [said("z", "nog iets", "zor1", 9), replace(session.contribution("q"), starred=True, topic=None)]
    assert stands(session.having(more)) is Standing.APPROVED


def test_what_was_refused_stays_refused_however_it_is_told() -> None:
    session = answered(evening(), Answer.REFUSED)
    for form in Form:
        assert stands(session, form) is Standing.REFUSED
    after = session.having([corrected(session)])
    assert stands(after) is Standing.REFUSED
    assert refused(after, after.contribution("q"))


def test_other_words_that_were_approved_stand_in_the_place_of_a_quote_which_stays_one() -> None:
    session = answered(evening(), Answer.CHANGED, wording="we tellen niet meer")
    disclosure = Disclosure.of(session, Form.SECTOR)
    printed = as_approved(disclosure, session.contribution("q"))
    assert (printed.text, printed.wording, printed.kind) == ("we tellen niet meer", "", Kind.QUOTE)
    told_otherwise = Disclosure.of(session, Form.NONE)
    assert as_approved(told_otherwise, session.contribution("q")).text == "we tellen niet meer"
    newer = session.having([replace(session.contribution("q"), text="we tellen weer")])
    assert as_approved(Disclosure.of(newer, Form.SECTOR), newer.contribution("q")).text == "we tellen weer"


def test_of_what_is_no_single_persons_nobody_can_be_asked() -> None:
    session = evening(
        said("s", "“zo is het”", "RET", 3), said("t", "“ja”", "all", 4), said("n", "“nee”", None, 5)
    )
    assert [to_ask(session.contribution(key)) for key in ("q", "s", "t", "n")] == ["els", None, None, None]


def test_it_is_overdue_from_the_day_after() -> None:
    asked = Approval(id="q", until="2026-12-05")
    assert not asked.overdue(date(2026, 12, 5))
    assert asked.overdue(date(2026, 12, 6))
    assert not replace(asked, answer=Answer.APPROVED).overdue(date(2026, 12, 6))
    assert not replace(asked, until="").overdue(date(2026, 12, 6))
