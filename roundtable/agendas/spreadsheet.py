"""Rows out of an XLSX file, as text: the sheet that lists people, whatever stands around the list."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, datetime, time
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import ParseError
from zipfile import BadZipFile, ZipFile
from zlib import error as BadlyPacked  # noqa: N812 — a class, spelled as none

from roundtable.agendas.delimited import Row
from roundtable.domain.text import clean
from roundtable.errors import FileTooLarge, PeopleInSpreadsheet, SpreadsheetBroken, SpreadsheetLocked

_MEGABYTE = 1024 * 1024
_UNPACKED = 100  # megabytes
_MOST_ROWS, _MOST_COLUMNS = 5000, 60
_MOST_FILLED = 600  # rows; more than any list of people that is taken
_OLD = b"\xd0\xcf\x11\xe0"  # Excel before 2007, and whatever is protected with a password
_ZIPPED = b"PK\x03\x04"
_SPREADSHEETS = frozenset({".xlsx", ".xlsm", ".xltx", ".xls", ".xlsb", ".ods", ".numbers"})
_XLSX = frozenset({".xlsx", ".xlsm", ".xltx"})
# What reading raises, according to what is broken.
_BROKEN = (
    AttributeError,
    BadlyPacked,
    BadZipFile,
    EOFError,
    IndexError,
    KeyError,
    OSError,
    ParseError,
    RuntimeError,  # packed with a password, or in a way that nobody knows
    TypeError,
    ValueError,
)


def is_spreadsheet(path: Path, raw: bytes) -> bool:
    """Say whether a file is a spreadsheet, by its name or by what is in it."""
    if not raw.startswith((_OLD, _ZIPPED)):
        return False
    return path.suffix.lower() in _SPREADSHEETS or "xl/workbook.xml" in _inside(raw)


def read_sheet(path: Path, raw: bytes, lists_people: Callable[[Sequence[Row]], bool]) -> list[Row]:
    """Give the rows of the first sheet that lists people, else of the first that holds anything.

    Raises PeopleInSpreadsheet (of another kind than XLSX), SpreadsheetLocked, SpreadsheetBroken, FileTooLarge.
    """
    ending = path.suffix.lower()
    if raw.startswith(_OLD):
        raise (SpreadsheetLocked if ending in _XLSX else PeopleInSpreadsheet)(file=path)
    inside = _inside(raw)
    if "xl/workbook.xml" not in inside:
        raise (SpreadsheetBroken if ending in _XLSX else PeopleInSpreadsheet)(file=path)
    if sum(inside.values()) > _UNPACKED * _MEGABYTE:
        raise FileTooLarge(file=path, megabytes=_UNPACKED)
    try:
        sheets = _sheets(raw)
    except _BROKEN as error:
        raise SpreadsheetBroken(file=path) from error
    filled = [rows for rows in sheets if rows]
    return next((rows for rows in filled if lists_people(rows)), next(iter(filled), []))


def _inside(raw: bytes) -> dict[str, int]:
    """Give what a packed file holds, with its sizes unpacked."""
    try:
        with ZipFile(BytesIO(raw)) as packed:
            return {one.filename: one.file_size for one in packed.infolist()}
    except (BadZipFile, ValueError, OSError, NotImplementedError):
        return {}


def _sheets(raw: bytes) -> list[list[Row]]:
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        book = load_workbook(BytesIO(raw), read_only=True, data_only=True)
    except InvalidFileException as error:  # an Exception and nothing more; as one of those that are told
        raise ValueError(str(error)) from error
    try:
        shown = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
        return [list(_rows(sheet)) for sheet in shown or book.worksheets]
    finally:
        book.close()


def _rows(sheet: Any) -> Iterator[Row]:  # noqa: ANN401 — its stubs know no read-only sheet
    """Give the rows of a sheet that hold anything, each with the number that Excel shows."""
    sheet.reset_dimensions()  # what some programs write there is wrong
    filled = 0
    read: Iterable[tuple[object, ...]] = sheet.iter_rows(
        max_row=_MOST_ROWS, max_col=_MOST_COLUMNS, values_only=True
    )
    for number, values in enumerate(read, 1):
        row = Row(number, tuple(map(_told, values)))
        if any(row.cells):
            filled += 1
            yield row
        if filled > _MOST_FILLED:
            return


def _told(value: object) -> str:
    """Give a cell as text: a whole number without its .0, a day without its midnight, an error as nothing."""
    match value:
        case None:
            return ""
        case bool():
            return "1" if value else "0"
        case float() if value.is_integer():
            return str(int(value))
        case datetime() if value.time() == time():
            return value.date().isoformat()
        case datetime():
            return value.isoformat(" ", "minutes")
        case date() | time():
            return value.isoformat()
    text = clean(str(value))
    return "" if text in {"#N/A", "#REF!", "#NAME?", "#VALUE!", "#DIV/0!", "#NULL!", "#NUM!"} else text
