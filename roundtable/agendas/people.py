"""Reading a list of people from CSV, XLSX or a paste; how its columns were understood is told before it is stored."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from roundtable.agendas.columns import NAMING, Field, guessed_meanings, meanings_of
from roundtable.agendas.consent import read_consent
from roundtable.agendas.decoding import decode, lines_of, read_bytes, report_encoding
from roundtable.agendas.delimited import Row, read_rows
from roundtable.agendas.problems import Findings, Problem, Severity
from roundtable.agendas.spreadsheet import is_spreadsheet, read_sheet
from roundtable.domain.people import Person
from roundtable.domain.text import folded
from roundtable.errors import FileNotText, NoPeopleList
from roundtable.i18n import N_, _

__all__ = ["Column", "Field", "PeopleReading", "Problem", "Severity", "read_pasted", "read_people"]

_MEGABYTES = 5
_MOST_PEOPLE = 500
_LONGEST = 200  # characters of a cell that is read
_ABOVE = 20  # rows that may stand above the headings


class Column(NamedTuple):
    """A column: its heading (or its number, where there are none), and what it was understood to hold."""

    heading: str
    meaning: Field | None


@dataclass(frozen=True, slots=True)
class PeopleReading:
    """The people of a file, how its columns were understood, and what is wrong or doubtful."""

    people: tuple[Person, ...]
    columns: tuple[Column, ...]
    problems: tuple[Problem, ...] = ()


def read_people(path: Path) -> PeopleReading:
    """Read a list of people from a CSV or XLSX file.

    Raises PeopleInSpreadsheet, SpreadsheetLocked, SpreadsheetBroken, FileMissing, FileIsFolder, FileUnreadable,
    FileTooLarge, FileNotText, NoPeopleList.
    """
    raw = read_bytes(path, _MEGABYTES)
    findings = Findings(str(path))
    if is_spreadsheet(path, raw):
        return _reading(read_sheet(path, raw, _lists_people), findings)
    decoded = decode(raw, path)
    report_encoding(decoded, findings)
    if "\0" in decoded.text:
        raise FileNotText(file=path)
    return _reading(list(read_rows(lines_of(decoded.text), findings)), findings)


def read_pasted(text: str) -> PeopleReading:
    """Read a list of people as it is pasted out of a spreadsheet, with headings or without. Raises NoPeopleList."""
    findings = Findings(_("what was pasted"))
    return _reading(list(read_rows(lines_of(text), findings)), findings)


def _reading(rows: list[Row], findings: Findings) -> PeopleReading:
    columns, people_rows = _columns(_from_headings(rows, findings), findings) if rows else ((), [])
    if not people_rows:
        findings.error(
            1,
            N_("There is nobody in this file."),
            N_("Write a line of headings, such as name;sector, and a line for each person."),
        )
    _refuse_another_kind(Path(findings.source), columns, people_rows)
    people = _people(people_rows, tuple(column.meaning for column in columns), findings)
    return PeopleReading(people, columns, findings.problems)


def _lists_people(rows: Sequence[Row]) -> bool:
    return any(not NAMING.isdisjoint(meanings_of(row.cells)) for row in rows[:_ABOVE])


def _from_headings(rows: list[Row], findings: Findings) -> list[Row]:
    """Leave out what stands above the headings, such as a title over the whole width."""
    if any(meanings_of(rows[0].cells)):
        return rows
    understood = [
        0 if NAMING.isdisjoint(meanings) else sum(meaning is not None for meaning in meanings)
        for meanings in (meanings_of(row.cells) for row in rows[:_ABOVE])
    ]
    place = understood.index(max(understood))
    if not understood[place]:
        return rows
    findings.warning(
        rows[0].line,
        N_("The headings stand in line {below}; what is above them was left out."),
        N_("Look whether that is right."),
        below=rows[place].line,
    )
    return rows[place:]


def _refuse_another_kind(path: Path, columns: Sequence[Column], rows: Sequence[Row]) -> None:
    """Raise NoPeopleList where there are far more rows, or far longer cells, than people at a table have."""
    if len(rows) > _MOST_PEOPLE:
        reason = _("it has {count} rows, and {most} is the most").format(count=len(rows), most=_MOST_PEOPLE)
        raise NoPeopleList(file=path, reason=reason)
    for row in rows:
        longest = max(
            (len(cell) for column, cell in zip(columns, row.cells, strict=False) if column.meaning), default=0
        )
        if longest > _LONGEST:
            told = _("line {line} has a cell of {count} characters, and {most} is the most")
            raise NoPeopleList(file=path, reason=told.format(line=row.line, count=longest, most=_LONGEST))


def _columns(rows: list[Row], findings: Findings) -> tuple[tuple[Column, ...], list[Row]]:
    """Understand the columns by their headings, or guess them where the first row holds none."""
    first, *others = rows
    meanings = meanings_of(first.cells)
    if any(meanings) and (not NAMING.isdisjoint(meanings) or not _holds_values(first)):
        columns = tuple(map(Column, first.cells, meanings))
        if NAMING.isdisjoint(meanings):
            findings.error(
                first.line,
                N_("None of the columns holds a name, so nobody could be read."),
                N_("Give the column with the names the heading `name`."),
            )
        _doubt_columns(first, meanings, findings)
        return columns, others
    guessed = guessed_meanings([row.cells for row in rows])
    findings.warning(
        first.line,
        N_("The columns have no headings; they were taken to be: {columns}."),
        N_("Put a line of headings first, such as name;sector;email."),
        columns=", ".join(str(meaning) if meaning else "–" for meaning in guessed),
    )
    return tuple(Column(str(number), meaning) for number, meaning in enumerate(guessed, 1)), rows


def _holds_values(row: Row) -> bool:
    """Say whether a row looks like a person and not like headings."""
    return any(mark in cell for cell in row.cells for mark in "@0123456789")


def _doubt_columns(row: Row, meanings: Sequence[Field | None], findings: Findings) -> None:
    for column, meaning in enumerate(meanings):
        alone = meanings_of([row.cells[column]])[0]
        if alone and not meaning:
            findings.warning(
                row.line,
                N_("Two columns seem to hold the same; “{heading}” was left out."),
                N_("Give one of the two another heading."),
                heading=row.cells[column],
            )


def _people(rows: list[Row], meanings: Sequence[Field | None], findings: Findings) -> tuple[Person, ...]:
    people: list[Person] = []
    lines: dict[str, int] = {}
    if NAMING.isdisjoint(meanings):
        return ()
    for row in rows:
        if len(row.cells) > len(meanings) and any(row.cells[len(meanings) :]):
            findings.warning(
                row.line,
                N_("This row has more cells than there are columns; the last were left out."),
                N_("Put a text that holds the separator in quotation marks."),
            )
        person = _person(row, meanings, findings)
        if not person:
            continue
        earlier = lines.setdefault(folded(person.name), row.line)
        if earlier == row.line:
            people.append(person)
        elif person in people:
            findings.warning(
                row.line,
                N_("{name} stands in line {earlier} already, and was left out here."),
                N_("Leave out one of the two lines."),
                name=person.name,
                earlier=earlier,
            )
        else:
            people.append(person)
            findings.warning(
                row.line,
                N_("{name} stands in line {earlier} as well, with other particulars; both were kept."),
                N_("Leave out one if they are the same person; otherwise give each a nickname."),
                name=person.name,
                earlier=earlier,
            )
    return tuple(people)


def _person(row: Row, meanings: Sequence[Field | None], findings: Findings) -> Person | None:
    cells = {meaning: cell for meaning, cell in zip(meanings, row.cells, strict=False) if meaning}
    parts = (cells.get(part, "") for part in (Field.FIRST, Field.PARTICLE, Field.LAST))
    name = cells.get(Field.NAME, "") or " ".join(part for part in parts if part)
    if not name:
        findings.error(
            row.line, N_("This row has no name and was left out."), N_("Write the name in its column.")
        )
        return None
    if "," in name:
        findings.warning(
            row.line,
            N_(
                "“{name}” holds a comma; it was kept, but the first word of a name is taken for the first name."
            ),
            N_("Write the first name first, or give the two a column each."),
            name=name,
        )
    person = Person(
        name,
        sector=cells.get(Field.SECTOR, ""),
        organisation=cells.get(Field.ORGANISATION, ""),
        role=cells.get(Field.ROLE, ""),
        nickname=cells.get(Field.NICKNAME, ""),
        email=cells.get(Field.EMAIL, ""),
    )
    if person.email and "@" not in person.email:
        findings.warning(
            row.line,
            N_("“{email}” is no e-mail address; it was kept as it is."),
            N_("Look whether the columns are the right ones."),
            email=person.email,
        )
    return replace(person, consent=read_consent(cells.get(Field.CONSENT, ""), row.line, findings))
