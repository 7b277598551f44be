"""The contributions as CSV and XLSX: told by the rule of the paper, never a formula, read back to the letter."""

import csv
import io
import re
import zipfile
from collections.abc import Callable
from datetime import datetime

import pytest
from hypothesis import given
from openpyxl import load_workbook

from roundtable.domain.contributions import Kind, Stance, Theme, Voice
from roundtable.domain.disclosure import Disclosure, Form
from roundtable.domain.people import Consent
from roundtable.domain.session import Session
from roundtable.report.formats import Format
from roundtable.report.spreadsheets import guarded
from tests.report.evenings import LANGUAGES, evening
from tests.report.hostile import texts
from tests.report.tables import people, person, said, sector, table

FORMULAS = ("=1+1", "+32 9 000", "-nee", "@SUM(A1)", "'=1", "''-", '=HYPERLINK("http://x.be";"x")', "\uff1d1")
STATEMENT, REMARKS = "Uitspraak", "Opmerkingen"


def bytes_of(session: Session, target: Format, form: Form = Form.SECTOR) -> bytes:
    return target.tabulate(Disclosure.of(session, form))


def csv_rows(content: bytes) -> list[list[str]]:
    """Read as a spreadsheet would, the apostrophe that keeps a formula from being one taken away."""
    assert content.startswith(b"\xef\xbb\xbf")
    rows = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";")
    return [[re.sub("^'(?='*[=+@\uff1d\uff0b\uff0d\uff20-])", "", cell) for cell in row] for row in rows]


def xlsx_rows(content: bytes) -> list[list[str]]:
    """Read as Excel does, which takes _x0041_ for a character; nothing may be a formula."""
    sheet = load_workbook(io.BytesIO(content)).worksheets[0]
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {"n", "s"}
    found = [["" if cell.value is None else str(cell.value) for cell in row] for row in sheet.iter_rows()]
    return [[cell.replace("_x005F_", "_") for cell in row] for row in found]


Reading = Callable[[bytes], list[list[str]]]
READERS = [(Format.CSV, csv_rows), (Format.XLSX, xlsx_rows)]


def column(rows: list[list[str]], place: int) -> list[str]:
    return [row[place] for row in rows[1:]]


def spoken(**more: object) -> Session:
    """Give a table of three sectors at which Els of the only logistics firm spoke as well."""
    return table(
        *people("ret", "zor"),
        sector("log"),
        person("Els Peeters", "log"),
        said("1", "dat zei Els ook", "ret1", 1),
        said("2", "wij tellen geen uren", "els", 2, wording="Wij tellen geen uren, zegt Els."),
        said("3", "weg", "ret1", 3, withdrawn=True),
        said("4", "later", "zor1", 4, parked=True, open_question=True),
        said("5", "jawel", "zor2", 5, stance=Stance.OPPOSES, answers="2", kind=Kind.PROPOSAL, starred=True),
        said("6", "ells: wie?", None, 6, placed=False, check=True, kind=Kind.QUESTION),
        said("7", "goed", None, 7, voice=Voice.MODERATOR, themes=frozenset({"h"})),
        Theme(id="h", name="volgens Els"),
        **more,
    )


@pytest.mark.parametrize(("target", "read"), READERS)
def test_rows_tell_by_sector_what_the_paper_would(target: Format, read: Reading) -> None:
    rows = read(bytes_of(spoken(), target))
    numbers, speakers, sectors, statements, printed, themes = (column(rows, at) for at in (0, 3, 4, 7, 8, 9))
    assert numbers == ["1", "2", "4", "5", "6", "7"]
    assert "weg" not in statements
    assert not any("Els" in cell for row in rows for cell in row)
    assert sectors == ["", "", "Zorg", "Zorg", "", ""]  # logistics is folded, and the next smallest with it
    assert statements[0] == "dat zei iemand aan tafel ook"
    assert printed[1] == "Wij tellen geen uren, zegt iemand aan tafel."
    assert statements[4] == "iemand aan tafel: wie?"
    assert speakers[5]
    assert themes[5] == "volgens iemand aan tafel"


@pytest.mark.parametrize("form", [Form.TABLE, Form.NONE])
def test_a_table_that_tells_nobody_names_no_sector(form: Form) -> None:
    rows = csv_rows(bytes_of(spoken(), Format.CSV, form))
    assert set(column(rows, 3) + column(rows, 4)) == {""}


def test_a_table_with_names_names_who_agreed() -> None:
    session = spoken().having([person("Els Peeters", "log", Consent.NAMED)])
    rows = csv_rows(bytes_of(session, Format.CSV, Form.NAMED))
    assert column(rows, 3)[1] == "Els Peeters"
    assert column(rows, 7)[0] == "dat zei Els ook"


def test_names_that_were_told_neutrally_are_reported_once() -> None:
    from roundtable.report.contribution_table import contribution_table

    assert contribution_table(Disclosure.of(spoken(), Form.SECTOR)).replaced == ("Els", "ells")


@pytest.mark.parametrize(("target", "read"), READERS)
def test_what_would_be_a_formula_is_text_and_reads_back(target: Format, read: Reading) -> None:
    session = table(*(said(str(at), text, minute=at) for at, text in enumerate(FORMULAS, 1)))
    made = bytes_of(session, target)
    assert column(read(made), 7) == list(FORMULAS)
    if target is Format.CSV:
        cells = [row[7] for row in csv.reader(io.StringIO(made.decode("utf-8-sig")), delimiter=";")]
        assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in cells)
    else:
        with zipfile.ZipFile(io.BytesIO(made)) as parts:
            assert b"<f>" not in parts.read("xl/worksheets/sheet1.xml")


@pytest.mark.parametrize("text", ["\t=1", "\r=1"])
def test_tabs_and_returns_before_a_formula_are_guarded_as_well(text: str) -> None:
    assert guarded(text) == "'" + text


@given(texts)
def test_a_text_reads_back_to_the_letter_from_csv(text: str) -> None:
    session = table(said("1", text), said("2", f'a;"{text}', minute=1))
    assert column(csv_rows(bytes_of(session, Format.CSV)), 7) == [text, f'a;"{text}']


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sample_evening_reads_back_alike_from_both(language: str) -> None:
    session = evening(language)
    from_csv = csv_rows(bytes_of(session, Format.CSV))
    assert from_csv == xlsx_rows(bytes_of(session, Format.XLSX))
    assert len(from_csv) == 1 + len(session.contributions)


def test_excel_finds_a_heading_that_stays_and_nobody_in_the_properties() -> None:
    made = bytes_of(table(said("1", "_x0041_"), organiser="De Organisator"), Format.XLSX)
    book = load_workbook(io.BytesIO(made))
    assert book.worksheets[0].freeze_panes == "A2"
    assert book.worksheets[0]["H2"].value == "_x005F_x0041_"
    assert book.worksheets[0]["H2"].alignment.wrap_text
    known = book.properties
    assert (known.creator, known.lastModifiedBy) == ("De Organisator", None)
    assert (known.created, known.modified) == (datetime(1980, 1, 1), datetime(1980, 1, 1))  # noqa: DTZ001 — as Excel has them
    with zipfile.ZipFile(io.BytesIO(bytes_of(table(said("1", "x")), Format.XLSX))) as parts:
        assert b"creator" not in parts.read("docProps/core.xml")
        assert {one.date_time[0] for one in parts.infolist()} == {1980}


@pytest.mark.parametrize("target", [Format.CSV, Format.XLSX])
def test_the_same_session_gives_the_same_bytes(target: Format) -> None:
    assert bytes_of(spoken(), target) == bytes_of(spoken(), target)
