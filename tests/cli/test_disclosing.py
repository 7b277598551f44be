"""What a paper would tell, names inside it, who was asked when, papers that went out, and where somebody is."""

from pathlib import Path

import pytest

from tests.cli.running import Program


@pytest.fixture
def talked(table: Program) -> Program:
    """Give a table at which people named one another."""
    table.record("karim: Els moves fast", "els: as Karim Haddad said in Ghent")
    return table


def test_disclosure_says_which_sectors_are_told_and_what_may_identify(talked: Program) -> None:
    found = talked.run("disclosure", "--json").document
    assert (found["form"], found["least"], found["present"]) == ("sector", 2, 4)
    assert {one["short"]: one["why"] for one in found["sectors"]} == {"RET": "few", "LOG": "few", "NPO": None}
    assert [(one["name"], one["in"], one["kept"]) for one in found["names"]] == [
        ("Els", "1", "undecided"),
        ("Karim Haddad", "2", "undecided"),
    ]
    assert [(one["what"], one["text"]) for one in found["looks"][0]["looks"]] == [("proper name", "Ghent")]
    assert found["unasked"] == ["Els De Wit", "Karim Haddad", "An Claes", "Anke Maes"]
    told = talked("disclosure", "--attribution", "none")
    assert "4 people were present" in told
    assert "Not asked yet: Els De Wit" in told


def test_names_are_kept_or_told_neutrally_and_a_refusal_is_told(talked: Program) -> None:
    talked("people", "consent", "Els", "none")
    kept = talked.run("names", "keep", "Els", "--in", "1")
    assert kept.out.strip() == "“Els” is kept in 1."
    assert "Els De Wit asked to be told of nobody" in kept.err
    assert talked("names", "neutral", "karim haddad").strip() == "“karim haddad” is told neutrally in 2."
    assert {one["name"]: one["kept"] for one in talked.run("names", "list", "--json").document} == {
        "Els": "decided",
        "Karim Haddad": "not",
    }
    wrong = talked.run("names", "keep", "Els", "--in", "2")
    assert (wrong.code, "names list" in wrong.err) == (1, True)


def test_consents_show_when_and_by_whom_and_what_was_said_before(talked: Program) -> None:
    talked("people", "consent", "Els", "named", "--by", "Griet")
    talked("people", "consent", "Els", "none", "--by", "Jan")
    now = {one["name"]: one for one in talked.run("people", "consents", "--json").document}
    assert (now["Els De Wit"]["consent"], now["Els De Wit"]["by"]) == ("none", "Jan")
    assert now["An Claes"]["consent"] is None
    before = talked("people", "consents", "Els").splitlines()
    assert ["by name" in before[0], "asked by Griet" in before[0], "not told of" in before[1]] == [True] * 3


def test_a_paper_that_went_out_is_in_the_register_and_where_somebody_is_tells_it(
    talked: Program, tmp_path: Path
) -> None:
    path = tmp_path / "paper.md"
    talked("export", "--format", "md", "--output", str(path))
    talked("papers", "sent", str(path), "--to", "the customers", "--on", "2026-11-25")
    (paper,) = talked.run("papers", "list", "--json").document
    assert paper["sent"] == [{"on": "2026-11-25", "to": "the customers"}]
    assert paper["paths"] == [str(path)]
    (found,) = talked.run("where", "Karim", "--json").document
    assert [one["number"] for one in found["statements"]] == [1]
    assert found["mentions"] == [{"in": "2", "name": "Karim Haddad"}]
    assert [one["told"] for one in found["papers"]] == ["nobody"]
    assert "sent to the customers (2026-11-25)" in talked("where", "karim")
    for words in (
        ("where", "Nobody"),
        ("papers", "sent", "9", "--to", "x"),
        ("papers", "sent", "1", "--to", " "),
    ):
        assert talked.run(*words).code == 1


def test_a_draft_in_the_register_is_a_noun_in_every_language(talked: Program, tmp_path: Path) -> None:
    talked("export", "--format", "md", "--output", str(tmp_path / "paper.md"))
    for words in (("papers", "list"), ("where", "karim")):
        assert "een ontwerp" in talked("--lang", "nl", *words)


def test_from_how_many_people_on_a_sector_is_told_is_a_setting(
    table: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "settings.toml"
    file.write_text("least = 3\n", "utf-8")
    monkeypatch.setenv("ROUNDTABLE_SETTINGS", str(file))
    assert table.run("disclosure", "--json").document["least"] == 3
