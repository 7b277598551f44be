"""Rows out of delimited text, whatever separates the columns, with the line on which each begins."""

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from roundtable.agendas.problems import Findings
from roundtable.domain.text import clean
from roundtable.i18n import N_

_SEPARATORS = ";,\t"
_SAMPLE = 50
_LONGEST_CELL = 10  # lines that a quoted cell may go on for


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its cells, cleaned, and the line on which it begins."""

    line: int
    cells: tuple[str, ...]


def separator_of(lines: Sequence[str]) -> str:
    """Find what separates the columns, by what the first lines hold most evenly outside of quotation marks."""
    if lines and lines[0].lower().startswith("sep=") and len(lines[0]) > len("sep="):  # Excel's own hint
        return lines[0][len("sep=")]
    sample = ["".join(line.split('"')[::2]) for line in lines[:_SAMPLE] if line.strip()]
    return max(_SEPARATORS, key=lambda mark: _evenness([line.count(mark) for line in sample]))


def _evenness(counts: Sequence[int]) -> tuple[int, int]:
    """Rate a separator: on how many lines it stands as often as on the first, then how often in all."""
    if not counts or not counts[0]:
        return (0, sum(counts))
    return (sum(count == counts[0] for count in counts), sum(counts))


def read_rows(lines: Sequence[str], findings: Findings) -> Iterator[Row]:
    """Read rows, blank ones left out; a quotation mark that is never closed is reported and kept as text."""
    mark = separator_of(lines)
    index = 1 if lines and lines[0].lower().startswith("sep=") else 0
    while index < len(lines):
        cells, used = _row(lines[index : index + _LONGEST_CELL], mark)
        if not used:
            findings.error(
                index + 1,
                N_("A quotation mark in this row is not closed; the row was read without it."),
                N_("Close it, or write it twice if it belongs to the text."),
            )
            cells, used = lines[index].replace('"', "").split(mark), 1
        row = Row(index + 1, tuple(clean(cell) for cell in cells))
        index += used
        if any(row.cells):
            yield row


def _row(lines: Sequence[str], mark: str) -> tuple[list[str], int]:
    """Read one row from the lines that it may take up; give how many it took, none if it is broken."""
    for used in range(1, len(lines) + 1):
        taken = lines[:used]
        if sum(line.count('"') for line in taken) % 2 == 0:
            break
    else:
        return [], 0
    try:
        cells = next(csv.reader(["\n".join(taken)], delimiter=mark), [])
    except csv.Error:
        return [], 0
    swallowed = any(
        "\n" in cell and mark in cell for cell in cells
    )  # another row, by two marks that do not belong
    return ([], 0) if swallowed else (cells, used)
