"""References in prose: found in Markdown, shown as marks in an editor, and links again when it is kept."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roundtable.domain.contributions import Prose
from roundtable.domain.references import (
    Cited,
    Mark,
    beside_references,
    in_prose,
    reference_mark,
    references,
    shown,
    speaker_mark,
    stored,
    used_in,
)
from roundtable.domain.session import Session
from tests.report.tables import people, person, said, sector, table

TABLE = table(
    *people("ret", "log"),
    sector("r·d", name="Onderzoek ⟦x⟧"),
    person("Odd", "r·d"),
    said("k1", "we tellen geen uren", "ret1", 1),
    said("k2", "niet in een magazijn", "LOG", 2),
    said("k3", "weg", "ret2", 3, withdrawn=True),
    said("k4", "iets", None, 4),
    said("k5", "dat", "odd", 5),
)


def tell(cited: Cited) -> str:
    return {"k1": "Iemand uit de retail"}.get(cited.contribution, "iemand aan tafel")


def back(text: str, known: tuple[Mark, ...] = (), session: Session = TABLE) -> str:
    return stored(text, session, known)


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("Men zei [dat *het* kan](contribution:k1).", [("dat *het* kan", "contribution", "k1")]),
        ("Dat telt.[](contribution:k1)", [("", "contribution", "k1")]),
        ("[Iemand](speaker:k1): [ja](contribution:k2)", [("Iemand", "speaker", "k1"), ("ja", "contribution", "k2")]),
        ("[zie [bijlage] \\] 2](contribution:k1)", [("zie [bijlage] \\] 2", "contribution", "k1")]),
        ("[a [b](contribution:k1)](contribution:k2)", [("b", "contribution", "k1")]),
        ("[twee\nregels](contribution:k1)", [("twee\nregels", "contribution", "k1")]),
        ("[uit](supporters:k1) [uit](origin:k1)", [("uit", "supporters", "k1"), ("uit", "origin", "k1")]),
        ("\\\\[a](contribution:k1)", [("a", "contribution", "k1")]),
        ("\\[a](contribution:k1) ![b](contribution:k1) [c](https://x.be) [d](contribution:)", []),
        ("[twee\n\nalinea’s](contribution:k1)", []),
    ],
)  # fmt: skip
def test_references_are_found_where_markdown_has_links(
    written: str, found: list[tuple[str, str, str]]
) -> None:
    assert [(one.words, one.tells, one.contribution) for one in references(written)] == found
    assert all(written[one.start : one.end] == one.kept for one in references(written))
    assert used_in(written) == {contribution for *_, contribution in found}


def test_which_parts_refer_to_a_statement_is_known_and_what_was_taken_away_does_not_count() -> None:
    session = TABLE.having(
        [
            Prose(id="t", text="[a](contribution:k1) [b](contribution:k2)"),
            Prose(id="introduction", text="a[](contribution:k1)"),
            Prose(id="conclusion", text="[a](contribution:k4)", withdrawn=True),
        ]
    )
    found = {key: sorted(parts) for key, parts in in_prose(session).items()}
    assert found == {"k1": ["introduction", "t"], "k2": ["t"]}


def test_a_text_is_known_without_the_words_of_its_references() -> None:
    assert beside_references("[Els](speaker:k1) zei: [ja, *Els*](contribution:k1).") == " zei: ."


# In an editor.


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        ("[We tellen *niet*.](contribution:k1) Ja.", "We tellen *niet*.⟦RET 1⟧ Ja."),
        ("Dat telt.[](contribution:k2)", "Dat telt.⟦LOG 2⟧"),
        ("[Niemand](contribution:k4)", "Niemand⟦4⟧"),
        ("[Els](speaker:k1): [ja](contribution:k1)", "⟦Iemand uit de retail · 1⟧: ja⟦RET 1⟧"),
        ("steun [uit de zorg](supporters:k2)", "steun ⟦iemand aan tafel · +2⟧"),
        ("[Oud](contribution:k3), [Els](speaker:k3), [x](contribution:nergens)",
         "Oud⟦weg 3⟧, ⟦iemand aan tafel · weg 3⟧, x⟦weg nergens⟧"),
        ("[dat](contribution:k5)", "dat⟦R·D 5⟧"),
    ],
)  # fmt: skip
def test_an_editor_shows_marks_in_place_of_links(written: str, seen: str) -> None:
    made = shown(written, TABLE, tell, "weg")
    assert made.text == seen
    assert back(seen, made.marks) == written


def test_words_that_were_changed_keep_their_reference_behind_them() -> None:
    made = shown("[We tellen niet.](contribution:k1) [Ja.](contribution:k1)", TABLE, tell, "weg")
    changed = made.text.replace("tellen niet", "tellen nooit")
    assert back(changed, made.marks) == "We tellen nooit.[](contribution:k1) [Ja.](contribution:k1)"


def test_sentences_may_change_places_be_doubled_and_be_taken_out() -> None:
    made = shown("[Een.](contribution:k1) [Twee.](contribution:k1)", TABLE, tell, "weg")
    assert back("Twee.⟦RET 1⟧ Een.⟦RET 1⟧", made.marks) == "[Twee.](contribution:k1) [Een.](contribution:k1)"
    assert back("Een.⟦RET 1⟧ Een.⟦RET 1⟧", made.marks) == "[Een.](contribution:k1) [Een.](contribution:k1)"
    assert back("Een. Twee.⟦RET 1⟧", made.marks) == "Een. [Twee.](contribution:k1)"


def test_a_mark_stands_for_what_it_was_shown_for_though_numbers_have_shifted() -> None:
    made = shown("[Ja.](contribution:k1) [Els](speaker:k1) zei", TABLE, tell, "weg")
    late = TABLE.having([said("k0", "eerder", "log1", 0)])
    assert late.numbers["k1"] == 2
    assert back(made.text, made.marks, late) == "[Ja.](contribution:k1) [Els](speaker:k1) zei"
    assert back("Ja.⟦RET 1⟧", (), late) == "Ja.[](contribution:k0)"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Ja.⟦1⟧", "Ja.[](contribution:k1)"),
        ("Ja.⟦ret 2⟧", "Ja.[](contribution:k2)"),
        ("⟦Iemand [x] · 1⟧ zei", "[Iemand \\[x\\]](speaker:k1) zei"),
        ("Dat klopt ⟦uit de zorg · +1⟧.", "Dat klopt [uit de zorg](supporters:k1)."),
    ],
)
def test_a_mark_that_wbeside_references_counts_by_the_number_of_now(typed: str, kept: str) -> None:
    assert back(typed) == kept


@pytest.mark.parametrize("typed", ["⟦9⟧", "⟦0⟧", "⟦zie 1⟧", "⟦+1⟧", "⟦⟧", "⟦x\n1⟧", "⟦", "⟦12345678901⟧"])
def test_a_mark_that_fits_nothing_stays_as_it_is(typed: str) -> None:
    assert back(f"a {typed} b") == f"a {typed} b"


def test_a_mark_that_is_put_in_is_kept_as_a_reference() -> None:
    one = TABLE.contribution("1")
    speaker = speaker_mark(TABLE, one, "Iemand uit de ]retail⟦")
    assert reference_mark(TABLE, one).text == "⟦RET 1⟧"
    assert speaker.text == "⟦Iemand uit de ]retail · 1⟧"
    known = (speaker, reference_mark(TABLE, one))
    later = TABLE.having([said("k0", "eerder", "log1", 0)])
    typed = f"{speaker.text}: ja{known[1].text}"
    assert back(typed, known, later) == "[Iemand uit de \\]retail⟦](speaker:k1): ja[](contribution:k1)"


PIECES = (
    "[a](contribution:k1)",
    "[](contribution:k1)",
    "[b](contribution:k2)",
    "[Els](speaker:k1)",
    "[](speaker:k3)",
    "[uit](supporters:k2)",
    "[x [y] \\[](contribution:k3)",
    "[⟦](contribution:k1)",
    "[⟧](contribution:k1)",
    "[a⟦RET 1⟧](contribution:k1)",
    *("⟦RET 1⟧", "⟦⟦1⟧", "⟦", "⟧", "⟦1", "1⟧", "⟦x⟧", " · 1⟧", "a", "b", "\\", "!", "[", "]", "](contribution:k1)"),
    *("\n", "\n\n", " ", "`", "*", "> ", "- "),
)  # fmt: skip
TEXTS = st.one_of(st.lists(st.sampled_from(PIECES), max_size=8).map("".join), st.text("[]()⟦⟧12a:\\ \n·"))


@given(TEXTS)
def test_what_an_editor_shows_and_nobody_touches_is_kept_as_it_was(text: str) -> None:
    made = shown(text, TABLE, tell, "weg")
    assert stored(made.text, TABLE, made.marks) == text


@given(st.text(max_size=200))
def test_any_text_comes_back(text: str) -> None:
    made = shown(text, TABLE, tell, "weg")
    assert stored(made.text, TABLE, made.marks) == text


def test_nothing_takes_longer_than_the_text_is_long() -> None:
    hostile = "[" * 20_000 + "[a" * 20_000 + "[a](contribution:k1)" + "⟦" * 20_000
    assert used_in(hostile) == {"k1"}
