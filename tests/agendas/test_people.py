"""Reading a list of people."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roundtable.agendas.people import Field, PeopleReading, read_people
from roundtable.domain.people import Consent, Person
from roundtable.errors import FileMissing, FileNotText, NoPeopleList, RoundtableError


def read(folder: Path, text: str | bytes) -> PeopleReading:
    path = folder / "people.csv"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_people(path)


def said(reading: PeopleReading) -> list[tuple[int, str]]:
    return [(problem.line, str(problem.what)) for problem in reading.problems]


def test_only_a_name_is_needed(tmp_path: Path) -> None:
    reading = read(tmp_path, "naam\nEls Peeters\n\n ; ; \nAn\n")
    assert reading.people == (Person("Els Peeters"), Person("An"))
    assert not reading.problems


@pytest.mark.parametrize("separator", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_columns_may_stand_in_any_order_however_the_file_was_written(
    tmp_path: Path, separator: str, encoding: str, ending: str
) -> None:
    rows = [
        ["E-mail", "Secteur", "Nom", "Prénom", "Organisation", "Consentement"],
        ["e@x.be", "Santé", "Dubois", "Élise", '"Hôpital, Soins; Cie"', "nominatif"],
    ]
    reading = read(tmp_path, ending.join(separator.join(row) for row in rows).encode(encoding))
    assert reading.people == (
        Person("Élise Dubois", "Santé", "Hôpital, Soins; Cie", email="e@x.be", consent=Consent.NAMED),
    )
    assert not reading.problems


def test_how_each_column_was_understood_is_told(tmp_path: Path) -> None:
    reading = read(tmp_path, "Voornaam;Naam;Telefoon;Functie;Roepnaam\nEls;Peeters;0;arts;Elsje\n")
    assert [(column.heading, column.meaning) for column in reading.columns] == [
        ("Voornaam", Field.FIRST),
        ("Naam", Field.LAST),
        ("Telefoon", None),
        ("Functie", Field.ROLE),
        ("Roepnaam", Field.NICKNAME),
    ]
    assert reading.people == (Person("Els Peeters", role="arts", nickname="Elsje"),)


def test_windows_1252_is_read_and_the_first_odd_line_is_told(tmp_path: Path) -> None:
    reading = read(tmp_path, "naam;sector\nAn;Zorg\nLoïc;Santé\n".encode("cp1252"))
    assert reading.people[1] == Person("Loïc", "Santé")
    assert said(reading) == [(3, "This line is not UTF-8; the file was read as Windows-1252.")]


def test_without_headings_the_columns_are_guessed_and_that_is_told(tmp_path: Path) -> None:
    reading = read(tmp_path, "els@x.be,Els Peeters,RET\nan@x.be,An,LOG\n")
    assert reading.people == (
        Person("Els Peeters", "RET", email="els@x.be"),
        Person("An", "LOG", email="an@x.be"),
    )
    assert said(reading) == [
        (1, "The columns have no headings; they were taken to be: email, name, sector."),
    ]


@pytest.mark.parametrize(
    ("word", "consent"),
    [
        ("named", Consent.NAMED),
        ("Met naam", Consent.NAMED),
        ("nominatif", Consent.NAMED),
        ("sector", Consent.SECTOR),
        ("Secteur", Consent.SECTOR),
        ("geen", Consent.NONE),
        ("aucun", Consent.NONE),
        ("none", Consent.NONE),
        ("", Consent.UNASKED),
    ],
)
def test_consent_is_understood_in_three_languages(tmp_path: Path, word: str, consent: Consent) -> None:
    reading = read(tmp_path, f"name;consent\nEls;{word}\n")
    assert (reading.people[0].consent, reading.problems) == (consent, ())


def test_a_yes_that_does_not_say_to_what_counts_as_not_asked(tmp_path: Path) -> None:
    reading = read(tmp_path, "name;consent\nEls;ja\n")
    assert reading.people[0].consent is Consent.UNASKED
    assert said(reading) == [
        (2, "“ja” does not say how this person may be told; it counts as not asked yet.")
    ]


def test_everything_doubtful_is_told_with_its_line(tmp_path: Path) -> None:
    reading = read(
        tmp_path,
        'name;sector;email\nEls;RET;\n"An;LOG;\nEls;RET;\nEls;NPO;\n;SOF;x@y\nBo;RET;bo;extra\n"De Smet, Jo";NPO;\n',
    )
    assert [person.name for person in reading.people] == ["Els", "An", "Els", "Bo", "De Smet, Jo"]
    assert [(problem.line, problem.severity.value) for problem in reading.problems] == [
        (3, "error"),
        (4, "warning"),
        (5, "warning"),
        (6, "error"),
        (7, "warning"),
        (7, "warning"),
        (8, "warning"),
    ]
    assert all(
        str(problem).startswith(f"{tmp_path / 'people.csv'}:{problem.line}: ") for problem in reading.problems
    )


def test_a_cell_may_go_on_over_lines_but_swallows_no_row(tmp_path: Path) -> None:
    assert (
        read(tmp_path, 'name;role\nEls;"arts\nen bestuurder"\nAn;\n').people[0].role == "arts en bestuurder"
    )
    assert [one.name for one in read(tmp_path, 'name;role\n"Els;x\nAn;y\n"Bo;z\n').people] == [
        "Els",
        "An",
        "Bo",
    ]


def test_formulas_and_markup_are_plain_text(tmp_path: Path) -> None:
    reading = read(tmp_path, "name;role\n=HYPERLINK(1);[b]x[/b] <i>\n")
    assert reading.people == (Person("=HYPERLINK(1)", role="[b]x[/b] <i>"),)


@pytest.mark.parametrize(
    "text", ["", "\n\n", "name;sector\n", "telefoon;sector\n1;2\n", "tussenvoegsel;sector\nvan;RET\n"]
)
def test_a_file_with_nobody_in_it_is_told(tmp_path: Path, text: str) -> None:
    reading = read(tmp_path, text)
    assert not reading.people
    assert reading.problems


def test_a_file_of_another_kind_is_told(tmp_path: Path) -> None:
    (tmp_path / "people.docx").write_bytes(b"PK\x03\x04rest")
    with pytest.raises(FileNotText):
        read_people(tmp_path / "people.docx")
    with pytest.raises(FileMissing):
        read_people(tmp_path / "nobody.csv")


@given(st.binary(max_size=80) | st.text(max_size=80).map(str.encode))
def test_no_file_crashes_it(tmp_path_factory: pytest.TempPathFactory, raw: bytes) -> None:
    try:
        people = read(tmp_path_factory.mktemp("any"), raw).people
    except RoundtableError:
        return
    assert all(person.name for person in people)


cells = st.text(
    st.characters(codec="ascii", exclude_categories=["C", "Z"], exclude_characters='"'), min_size=1
)


@given(st.lists(st.tuples(cells, cells), min_size=1, max_size=8, unique_by=lambda row: row[0].casefold()))
def test_what_was_written_reads_back_equal(
    tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[str, str]]
) -> None:
    text = "sector;name\n" + "".join(f'"{sector}";"{name}"\n' for name, sector in rows)
    reading = read(tmp_path_factory.mktemp("rows"), text)
    assert [(person.name, person.sector) for person in reading.people] == rows


@pytest.mark.parametrize(
    "content",
    [
        b"\x89PNG\r\n\x1a\n",
        b"PK\x03\x04rest",
        b"GIF89a\x01\x00\x01\x00",
        b"name\nEls\0Peeters\n" + b"An\n" * 100,
    ],
)
def test_a_picture_an_archive_or_a_file_with_null_characters_is_no_list(
    tmp_path: Path, content: bytes
) -> None:
    with pytest.raises(FileNotText):
        read(tmp_path, content)


def test_far_too_many_rows_or_far_too_long_cells_are_no_list_of_people(tmp_path: Path) -> None:
    with pytest.raises(NoPeopleList, match="501 rows"):
        read(tmp_path, "name\n" + "".join(f"Person {number}\n" for number in range(501)))
    with pytest.raises(NoPeopleList, match="line 3 has a cell of 201"):
        read(tmp_path, f"name;role\nEls;Buyer\nAn;{'x' * 201}\n")
    assert len(read(tmp_path, f"name;why\nEls;{'x' * 300}\n").people) == 1
