"""Reading a list of people from a spreadsheet, or a paste out of one."""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import Workbook

from roundtable.agendas.people import Field, read_pasted, read_people
from roundtable.domain.people import Consent, Person
from roundtable.errors import PeopleInSpreadsheet, RoundtableError, SpreadsheetBroken, SpreadsheetLocked

Make = Callable[..., Path]


@pytest.fixture
def book(tmp_path: Path) -> Make:
    """Give a function that writes sheets (title and rows) as an XLSX file."""

    def write(*sheets: tuple[str, Sequence[Sequence[object]]], merged: str = "") -> Path:
        made = Workbook()
        made.remove(made.active)
        for title, rows in sheets:
            sheet = made.create_sheet(title)
            for row in rows:
                sheet.append(list(row))
            if merged:
                sheet.merge_cells(merged)
        path = tmp_path / "Genodigden (définitif).xlsx"
        made.save(path)
        return path

    return write


def test_the_sheet_that_lists_people_is_read_whatever_stands_around_the_list(book: Make) -> None:
    path = book(
        ("Uitleg", [["Hoe vul je dit in?"], ["Zo."]]),
        (
            "Genodigden",
            [
                ["Tafel 3, genodigden op 26 november", None, None],
                [],
                ["Naam", "Sector", "Bedrijf", "GSM", "Toestemming"],
                ["Els Peeters", "RET", "Colruyt", 32470000000, "met naam"],
                [None, None, None],
                ["Karim Haddad", "LOG", None, None, None],
            ],
        ),
        merged="A1:C1",
    )
    reading = read_people(path)
    assert reading.people == (
        Person("Els Peeters", "RET", "Colruyt", consent=Consent.NAMED),
        Person("Karim Haddad", "LOG"),
    )
    assert [(one.heading, one.meaning) for one in reading.columns][2:4] == [
        ("Bedrijf", Field.ORGANISATION),
        ("GSM", None),
    ]
    (doubt,) = reading.problems
    assert (doubt.line, "line 3" in str(doubt)) == (1, True)


def test_numbers_dates_and_formulas_are_read_as_text(book: Make) -> None:
    rows = [
        ["name", "sector", "organisation", "role", "nickname"],
        ["An Maes", 3.0, date(2026, 11, 26), datetime(2026, 11, 26, 19, 30), "=1+1"],  # noqa: DTZ001 — as Excel has it
        ["Bo Claes", 2.5, True, "#N/A", "Bo\u202eC"],
    ]
    first, second = read_people(book(("List", rows))).people
    # A formula that nobody calculated since it was written holds nothing.
    assert first == Person("An Maes", "3", "2026-11-26", "2026-11-26 19:30", "")
    assert second == Person("Bo Claes", "2.5", "1", "", "BoC")


def test_a_sheet_without_headings_and_an_empty_one_are_told(book: Make) -> None:
    reading = read_people(book(("A", []), ("B", [["Els Peeters", "RET", "Colruyt"]])))
    assert reading.people == (Person("Els Peeters", "RET", "Colruyt"),)
    assert "no headings" in str(reading.problems[0])
    assert read_people(book(("A", []))).people == ()


def _locked(path: Path) -> None:
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600)


def _cut(path: Path) -> None:
    path.write_bytes(b"PK\x03\x04rest")


def _bent(path: Path) -> None:
    with ZipFile(path, "w") as packed:
        packed.writestr("[Content_Types].xml", "<Types/>")
        packed.writestr("xl/workbook.xml", "<not closed")


def _libre_office(path: Path) -> None:
    with ZipFile(path, "w") as packed:
        packed.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")


@pytest.mark.parametrize(
    ("name", "write", "error", "mend"),
    [
        ("a.xlsx", _locked, SpreadsheetLocked, "without one"),
        ("a.xls", _locked, PeopleInSpreadsheet, "XLSX or CSV"),
        ("a.ods", _libre_office, PeopleInSpreadsheet, "XLSX or CSV"),
        ("a.numbers", _cut, PeopleInSpreadsheet, "XLSX or CSV"),
        ("a.xlsx", _cut, SpreadsheetBroken, "save it anew"),
        ("a.xlsx", _bent, SpreadsheetBroken, "save it anew"),
        ("a.xlsx", _libre_office, SpreadsheetBroken, "save it anew"),
    ],
)
def test_a_spreadsheet_that_cannot_be_read_is_told_with_what_to_do(
    tmp_path: Path, name: str, write: Callable[[Path], None], error: type[RoundtableError], mend: str
) -> None:
    path = tmp_path / name
    write(path)
    with pytest.raises(error, match=mend) as raised:
        read_people(path)
    assert str(path) in str(raised.value)


def test_every_way_to_damage_a_spreadsheet_is_told_and_none_ends_in_a_traceback(book: Make) -> None:
    path = book(("List", [["naam", "sector"], ["Els", "RET"]]))
    whole = path.read_bytes()
    for place in range(40, len(whole), 97):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 0xFF]) + whole[place + 1 :])
        try:
            read_people(path)
        except RoundtableError as error:
            assert str(path) in str(error)  # noqa: PT017 — some damage does no harm, and then nothing is raised


def test_a_paste_out_of_a_spreadsheet_is_a_table_with_headings_or_without() -> None:
    pasted = "Voornaam\tNaam\tSector\r\nEls\tPeeters\tRET\r\nAn\tDe Smet\tNPO\r\n"
    assert read_pasted(pasted).people == (Person("Els Peeters", "RET"), Person("An De Smet", "NPO"))
    bare = read_pasted("Els Peeters\tRET\tColruyt\tHR\nAn\tNPO\t\t")
    assert bare.people == (Person("Els Peeters", "RET", "Colruyt", "HR"), Person("An", "NPO"))
    assert read_pasted("Els Peeters\nAn De Smet\n").people == (Person("Els Peeters"), Person("An De Smet"))
