"""Tables as CSV and XLSX, the same bytes for the same table: what people said is text in them, never a formula."""

import csv
import io
import re
import zipfile
from datetime import datetime
from typing import TYPE_CHECKING

from roundtable.report.contribution_table import TALL, ContributionTable

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell import Cell, MergedCell
    from openpyxl.worksheet.worksheet import Worksheet

# What a spreadsheet would take for the beginning of a formula; an apostrophe before it makes it text. One that people
# wrote there themselves gets another, so that taking one away gives back what was said.
_FORMULA = re.compile("'*[=+\\-@\t\r\uff1d\uff0b\uff0d\uff20]")
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LIKE_ESCAPED = re.compile("_(?=x[0-9A-Fa-f]{4}_)")  # which Excel reads as a character
_MOST = 32_767  # letters that a cell of Excel holds
_DAY = datetime(1980, 1, 1)  # noqa: DTZ001 — the earliest that a zip can say, which knows no zones
_WIDTHS = {"": 14, "first": 9, "tall": 60}


def csv_of(table: ContributionTable) -> bytes:
    """Write a table as CSV as a Belgian Excel opens it: UTF-8 with its mark, semicolons."""
    made = io.StringIO(newline="")
    writer = csv.writer(made, delimiter=";", lineterminator="\r\n")
    writer.writerows([[guarded(cell) for cell in row] for row in (table.headings, *table.rows)])
    return made.getvalue().encode("utf-8-sig", "replace")


def guarded(cell: int | str) -> int | str:
    """Put an apostrophe before what would be a formula."""
    return f"'{cell}" if isinstance(cell, str) and _FORMULA.match(cell) else cell


def xlsx_of(table: ContributionTable) -> bytes:
    """Write a table as XLSX: its heading stays in sight, long texts are broken into lines."""
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = table.title
    for place, row in enumerate((table.headings, *table.rows), 1):
        for column, cell in enumerate(row, 1):
            if cell != "":
                _fill(sheet.cell(place, column), cell)
    _lay_out(sheet, table)
    _sign(book, table)
    return _zipped(book)


def _fill(cell: "Cell | MergedCell", told: int | str) -> None:
    if isinstance(told, str):
        cell.value = _LIKE_ESCAPED.sub("_x005F_", _NO_XML.sub("", told))[:_MOST]
        cell.data_type = "s"  # text, whatever it begins with
    else:
        cell.value = told


def _lay_out(sheet: "Worksheet", table: ContributionTable) -> None:
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.properties import PageSetupProperties

    above, broken, bold = (
        Alignment(vertical="top"),
        Alignment(vertical="top", wrap_text=True),
        Font(bold=True),
    )
    for row in sheet.iter_rows():
        for column, cell in enumerate(row):
            cell.alignment = broken if cell.row == 1 or column in TALL else above
    for cell in sheet[1]:
        cell.font = bold
    for column in range(len(table.headings)):
        kind = "tall" if column in TALL else "" if column > 1 else "first"
        sheet.column_dimensions[get_column_letter(column + 1)].width = _WIDTHS[kind]
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9  # A4
    sheet.page_setup.fitToHeight = 0  # as many pages as it takes
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def _sign(book: "Workbook", table: ContributionTable) -> None:
    properties = book.properties
    properties.creator = _NO_XML.sub("", table.author) or None
    properties.title = table.title
    properties.created = _DAY


def _zipped(book: "Workbook") -> bytes:
    """Give the file, with the day on which it was written out of it."""
    from openpyxl.xml.functions import tostring

    written, made = io.BytesIO(), io.BytesIO()
    book.save(written)
    book.properties.modified = _DAY  # saving told the present
    with zipfile.ZipFile(written) as parts, zipfile.ZipFile(made, "w") as archive:
        for name in parts.namelist():
            content = parts.read(name)
            if name == "docProps/core.xml":
                content = tostring(book.properties.to_tree())
            told = zipfile.ZipInfo(name, _DAY.timetuple()[:6])
            told.create_system = 0  # the same on every system
            archive.writestr(told, content, zipfile.ZIP_DEFLATED, 6)
    return made.getvalue()
