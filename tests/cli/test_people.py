"""Participants: adding, correcting, importing, attendance, consent, two of one name."""

from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from roundtable.cli.place import print_rows
from tests.cli.running import Program


def somebody(program: Program, name: str) -> dict[str, Any]:
    """Give what is known of somebody."""
    found: list[dict[str, Any]] = program.json("people", "list")
    return next(one for one in found if one["name"] == name)


def test_somebody_is_added_with_a_sector_that_may_be_new(table: Program) -> None:
    table("people", "add", "Bo Peeters", "--sector", "log", "--nickname", "bp", "--consent", "named")
    table("people", "add", "Cas Maes", "--sector", "Health care")
    assert somebody(table, "Bo Peeters")["sector"] == "LOG"
    assert somebody(table, "Bo Peeters")["consent"] == "named"
    short = somebody(table, "Cas Maes")["sector"]
    assert table.record("bp: one", f"{short}: two")[0]["participant"] == "Bo Peeters"
    assert table.said()[1]["sector"] == short


def test_a_name_is_needed(table: Program) -> None:
    assert table.run("people", "add", "  ").code == 1


def test_what_is_known_of_somebody_is_put_right(table: Program) -> None:
    table("people", "edit", "karim", "--name", "Karim El Haddad", "--role", "Planner", "--sector", "ret")
    found = somebody(table, "Karim El Haddad")
    assert (found["role"], found["sector"]) == ("Planner", "RET")
    table("people", "edit", "karim", "--sector", "", "--role", "")
    assert (somebody(table, "Karim El Haddad")["sector"], somebody(table, "Karim El Haddad")["role"]) == (
        None,
        "",
    )
    unknown = table.run("people", "edit", "karim", "--sector", "XYZ")
    assert unknown.code == 1
    assert "RET Retail" in unknown.err


@pytest.mark.parametrize(
    ("word", "attendance"),
    [("here", "present"), ("online", "online"), ("left", "left"), ("absent", "absent")],
)
def test_who_is_there_is_recorded(prepared: Program, word: str, attendance: str) -> None:
    assert prepared("people", word, "els", "anke").splitlines() == [
        f"Els De Wit: {attendance}",
        f"Anke Maes: {attendance}",
    ]
    assert somebody(prepared, "Anke Maes")["attendance"] == attendance
    assert somebody(prepared, "An Claes")["attendance"] == "expected"


def test_a_name_of_several_words_is_one_person_without_quotation_marks(prepared: Program) -> None:
    prepared("people", "here", "Els", "De", "Wit")
    assert [one["attendance"] for one in prepared.json("people", "list")] == ["present", *["expected"] * 3]


def test_nobody_is_recorded_as_there_where_one_of_the_names_fits_nobody(prepared: Program) -> None:
    assert prepared.run("people", "here", "els", "bert").code == 1
    assert somebody(prepared, "Els De Wit")["attendance"] == "expected"


def test_consent_is_recorded_in_one_of_three_forms(table: Program) -> None:
    for form in ("named", "sector", "none"):
        table("people", "consent", "els", form)
        assert somebody(table, "Els De Wit")["consent"] == form
    assert somebody(table, "An Claes")["consent"] is None
    assert table.run("people", "consent", "els", "maybe").code == 2


def test_a_full_name_that_fits_two_people_is_told_apart_by_id_and_nickname(table: Program) -> None:
    table("people", "add", "Jan Peeters", "--sector", "RET")
    taken = table.run("people", "add", "jan peeters", "--sector", "LOG")
    assert taken.code == 1
    assert "--nickname" in taken.err
    table("people", "add", "Jan Peeters", "--sector", "LOG", "--nickname", "jan2")
    keys = [one["id"] for one in table.json("people", "list") if one["name"] == "Jan Peeters"]
    table("people", "edit", keys[1], "--nickname", "")
    done = table.run("people", "here", "Jan Peeters")
    assert done.code == 1
    keys = [one["id"] for one in table.json("people", "list") if one["name"] == "Jan Peeters"]
    assert all(f"[{key}]" in done.err for key in keys)
    assert all(f"[{key}]" in table("people", "list") for key in keys)
    table("people", "edit", keys[1], "--nickname", "jp")
    table("people", "here", "jp")
    assert [one["attendance"] for one in table.json("people", "list")[-2:]] == ["expected", "present"]
    assert table.record("Jan Peeters: hello")[0]["placed"] is False


def test_a_windows_file_with_semicolons_is_read_and_its_columns_are_shown_first(
    table: Program, tmp_path: Path
) -> None:
    file = tmp_path / "people.csv"
    file.write_bytes(
        "Voornaam;Naam;Sector;E-mail\r\nZoë;Dubois;Retail;zoe@example.org\r\nRené;Maes;Zorg;\r\n".encode(
            "cp1252"
        )
    )
    done = table.run("people", "import", str(file))
    assert (done.code, done.out) == (0, "2 people added.\n")
    assert "Voornaam → first name, Naam → last name, Sector → sector, E-mail → e-mail address" in done.err
    assert "Windows-1252" in done.err
    assert somebody(table, "Zoë Dubois")["sector"] == "RET"
    assert somebody(table, "René Maes")["sector"]


def test_columns_are_shown_even_where_nothing_can_be_stored(empty: Program, tmp_path: Path) -> None:
    (tmp_path / "people.csv").write_text("name;sector\nEls;RET\n", "utf-8")
    done = empty.run("people", "import", str(tmp_path / "people.csv"))
    assert done.code == 1
    assert done.err.startswith("Columns: name → name, sector → sector\n")


def test_importing_a_list_again_adds_nobody_twice_and_fills_what_was_open(
    table: Program, tmp_path: Path
) -> None:
    file = tmp_path / "people.csv"
    file.write_text("name;sector;role\nels de wit;LOG;Buyer\nJan Peeters;RET;\nJan Peeters;LOG;\n", "utf-8")
    table("people", "import", str(file))
    again = table("people", "import", str(file))
    assert "0 people added." in again
    assert "Els De Wit" in again
    assert len(table.json("people", "list")) == 6
    assert (somebody(table, "Els De Wit")["sector"], somebody(table, "Els De Wit")["role"]) == (
        "RET",
        "Buyer",
    )


@pytest.mark.parametrize("name", ["nothing.csv", "."])
def test_a_people_file_that_cannot_be_read_is_told(table: Program, tmp_path: Path, name: str) -> None:
    done = table.run("people", "import", str(tmp_path / name))
    assert done.code == 1
    assert str(tmp_path) in done.err


def test_a_list_is_cut_to_the_width_of_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    rows = [("Els " * 20, "RET", "expected", "a" * 90), ("An", "NPO", "present", "")]
    print_rows(rows, 60)
    lines = capsys.readouterr().out.splitlines()
    assert [len(line) for line in lines] == [60, lines[1].index("present") + len("present")]
    assert lines[0].index("RET") == lines[1].index("NPO")
    assert "… " in lines[0]


def test_merging_makes_one_person_of_two(table: Program) -> None:
    table("people", "add", "Els Dewit", "--sector", "RET", "--email", "els@example.org", "--consent", "none")
    table("people", "consent", "Els De Wit", "named")
    table.record("Els Dewit: one", "karim: two", "+ Els Dewit")
    assert "Els De Wit now has what Els Dewit said." in table("people", "merge", "els de wit", "els dewit")
    merged = somebody(table, "Els De Wit")
    assert (merged["email"], merged["consent"]) == ("els@example.org", "none")
    assert len(table.json("people", "list")) == 4
    assert table.said()[0]["participant"] == "Els De Wit"
    assert table.said()[1]["support"]["people"] == ["Els De Wit"]
    table("undo")
    assert len(table.json("people", "list")) == 5
    assert table.said()[0]["participant"] == "Els Dewit"


def test_nobody_is_merged_with_themselves(table: Program) -> None:
    assert "Els De Wit" in table.run("people", "merge", "els", "Els De Wit").err
    assert len(table.json("people", "list")) == 4


def test_people_read_who_is_there(table: Program) -> None:
    table("people", "consent", "els", "sector")
    first = table("people", "list").splitlines()[0]
    assert first.split() == "Els De Wit RET present by sector".split()


def test_a_spreadsheet_is_looked_at_before_its_people_are_added(table: Program, tmp_path: Path) -> None:
    book = Workbook()
    rows = [
        ("Genodigden",),
        ("Naam", "Sector", "GSM"),
        ("Jan Peeters", "Zorg", 470),
        ("Jan Maes", "RET", ""),
        ("An Claes",),
    ]
    for row in rows:
        book.active.append(row)
    file = tmp_path / "people.xlsx"
    book.save(file)
    looked = table.run("people", "import", str(file), "--dry-run")
    assert "Columns: Naam → name, Sector → sector, GSM → left out" in looked.err
    assert "2 people would be added." in looked.out
    assert "At the table already: An Claes." in looked.out
    assert "New sectors: Zorg (ZORG)." in looked.out
    assert len(table.json("people", "list")) == 4
    assert "2 people added." in table("people", "import", str(file))
    assert somebody(table, "Jan Peeters")["sector"] == "ZORG"


def test_nicknames_are_proposed_and_taken(table: Program) -> None:
    table("people", "add", "Jan Peeters")
    table("people", "add", "Jan Maes")
    proposed = table.run("people", "nicknames")
    assert "JanP" in proposed.out
    assert "--take" in proposed.err
    assert "“Jan” fits Jan Maes as well" in proposed.out
    table("people", "nicknames", "--take")
    assert somebody(table, "Jan Peeters")["nickname"] == "JanP"
    assert table("people", "nicknames") == "No name will be mistaken.\n"


def test_several_who_come_at_once_are_taken_back_at_once(prepared: Program) -> None:
    prepared("people", "here", "els", "anke")
    prepared("undo")
    assert {one["attendance"] for one in prepared.json("people", "list")} == {"expected"}


def test_everybody_comes_at_once(prepared: Program) -> None:
    prepared("people", "absent", "anke")
    assert prepared("people", "everybody") == "3 people are here now.\n"
    assert [one["attendance"] for one in prepared.json("people", "list")] == [*["present"] * 3, "absent"]
    assert "Nobody is expected" in prepared("people", "everybody")
    prepared("people", "expected", "els")
    assert somebody(prepared, "Els De Wit")["attendance"] == "expected"


def test_somebody_who_is_on_no_list_comes_in_one_line(prepared: Program) -> None:
    assert prepared("people", "arrive", "Jan", "Jansen", "LOG") == "Jan Jansen: present\n"
    jan = somebody(prepared, "Jan Jansen")
    assert (jan["sector"], jan["attendance"], jan["instead_of"]) == ("LOG", "present", None)


def test_somebody_comes_instead_of_another(prepared: Program) -> None:
    prepared("people", "edit", "karim", "--organisation", "Trucks")
    prepared("people", "arrive", "Jan Jansen", "--instead-of", "karim")
    jan = somebody(prepared, "Jan Jansen")
    assert (jan["sector"], jan["organisation"], jan["instead_of"]) == ("LOG", "Trucks", "Karim Haddad")
    assert somebody(prepared, "Karim Haddad")["attendance"] == "absent"
    prepared("undo")
    assert somebody(prepared, "Karim Haddad")["attendance"] == "expected"
    assert prepared.run("people", "arrive", "Jan", "--instead-of", "nobody").code == 1


def test_what_to_read_out_speaks_the_language_of_the_session(prepared: Program) -> None:
    assert "by your name" in prepared("--lang", "nl", "people", "consent-line")
