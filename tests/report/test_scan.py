"""What a finished file gives away: who may be named after all, paths, this computer, withdrawn words, bad files."""

import io
import socket
from dataclasses import replace
from typing import Any

import pytest
from pypdf import PdfReader, PdfWriter

from roundtable.domain.contributions import Choice, Decision
from roundtable.domain.disclosure import Disclosure, Form
from roundtable.domain.people import Consent, Participant
from roundtable.domain.records import Record
from roundtable.errors import FileBroken, FileEndless, FileLocked, FileOdd
from roundtable.report.scan import Found, scan, told
from roundtable.report.scanning.marked import MOST
from roundtable.report.scanning.pieces import MEGABYTE, Room
from roundtable.report.scanning.zipped import zipped_pieces
from tests.report.planting.files import pdf
from tests.report.planting.pictures import png
from tests.report.planting.word import Parts, opened, paper, zipped
from tests.report.tables import person, said, table

ELS = person("Els Peeters", None, nickname="lulu", organisation="Madelief NV", email="els@madelief.example")
ORGANISER = "De Ronde Tafel (voorbeeld)"


def found(
    text: str,
    *records: Record,
    form: Form = Form.SECTOR,
    name: str = "x.md",
    **details: Any,  # noqa: ANN401 — fields of a session
) -> list[Found]:
    disclosure = Disclosure.of(table(*(records or (ELS,)), **details), form)
    return list(scan(text.encode(), name, disclosure))


def sure(*arguments: Any, **more: Any) -> list[str]:  # noqa: ANN401 — those of `found`
    return [one.what for one in found(*arguments, **more) if one.sure]


def one(name: str, **more: object) -> Participant:
    fields: dict[str, Any] = more
    return person(name, None, **fields)


# Names.


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("zoals Els zei", "name"),
        ("ELS PEETERS", "name"),
        ("dat is Peeters’ idee", "name"),
        ("vraag het lulu", "nickname"),
        ("bij madelief", "organisation"),
        ("els@madelief.example", "address"),
        ("Els-Peeters", "name"),
        ("E\u00adls", "name"),
        ("P\u200bee\u2060ters", "name"),
        ("\u202bעם Els\u202c", "name"),
        ("🙂Els👍", "name"),
        ("https://x.example/els%2Dpeeters", "name"),
        ("zoals Els2 zei", "name"),
    ],
)
def test_a_name_that_may_not_stand_there_is_found(text: str, what: str) -> None:
    assert set(sure(text)) == {what}


@pytest.mark.parametrize(
    "text", ["vogels", "Elsewhere", "Peetersen", "een elsje", "de lulus2", "madeliefjes"]
)
def test_a_name_inside_another_word_is_none(text: str) -> None:
    assert found(text) == []


def test_what_was_found_is_told_with_a_bit_around_it_and_where() -> None:
    (only,) = found("# Kop\n\nEen lange zin waarin staat dat Els Peeters het ook zo ziet, zei iemand.\n")
    assert only.where == "line 3"
    assert only.text == "… en lange zin waarin staat dat Els Peeters het ook zo ziet, zei iemand."
    assert "Els Peeters" in told(only)
    assert "line 3" in told(only)


@pytest.mark.parametrize(
    ("name", "text", "sureness"),
    [
        ("Will Smith", "and Will said so", True),
        ("Will Smith", "we will see", False),
        ("Will Smith", "Will we see?", False),
        ("Will Smith", "So be it. Will we see?", False),
        ("Rose Miller", "as Rose said", True),
        ("Rose Miller", "“Rose to the occasion.”", False),
        ("Jan De Jong", "like De Jong", True),
        ("Jan De Jong", "the de jong", True),
        ("Tim O'Brien", "with O’Brien", True),
        ("Tim O'Brien", "with o'brien", True),
        ("Anne D’Hondt", "with D'Hondt", True),
        ("Zoë Kröger", "with Kro\u0308ger", True),
        ("Zoë Kröger", "with KROGER", True),
    ],
)
def test_an_ordinary_word_is_sure_only_as_a_name_is_written_and_not_where_a_sentence_begins(
    name: str, text: str, sureness: object
) -> None:
    (only,) = found(text, one(name), language="en")
    assert only.sure is sureness


def test_what_is_not_sure_is_told_once_with_how_many_places_there_are() -> None:
    (only,) = found("we will\n\nit will\n\nthey will\n", one("Will Smith"), language="en")
    assert only.where == "line 1, and 2 more places"
    assert told(only).startswith("perhaps name")


def test_who_agreed_is_named_in_a_paper_that_names() -> None:
    agreed = one("Els Peeters", consent=Consent.NAMED, email="els@madelief.example")
    text = "zoals Els Peeters zei"
    assert sure(text, agreed, form=Form.NAMED) == []
    assert sure(text, agreed, form=Form.SECTOR) == ["name"]
    assert sure("els@madelief.example", agreed, form=Form.NAMED) == ["address"]


def test_two_namesakes_must_both_have_agreed() -> None:
    both = (one("Els Peeters", consent=Consent.NAMED), replace(one("Els Maes"), id="another"))
    assert sure("zoals Els zei", *both, form=Form.NAMED) == ["name"]
    assert sure("zoals Els Peeters zei", *both, form=Form.NAMED) == []


@pytest.mark.parametrize("detail", ["title", "subtitle", "place", "organiser", "publisher", "contact"])
def test_what_the_organiser_decided_to_print_is_no_finding(detail: str) -> None:
    words = "Hallen van Madelief"
    assert found(f"In de {words}, vandaag", ELS, **{detail: words}) == []
    assert sure("zei iemand van Madelief", ELS, **{detail: words}) == ["organisation"]


def test_an_organiser_who_is_a_participants_organisation_may_be_told_of() -> None:
    assert found("zei iemand van Madelief", ELS, organiser="Madelief") == []


def test_a_name_stays_where_it_was_decided_to_keep_it_and_is_looked_at_elsewhere() -> None:
    statement = said("c1", "de methode van Peeters werkt overal", None, 1)
    keep = Decision(id="d", contribution="c1", name="Peeters", choice=Choice.KEEP)
    records = (ELS, statement, keep)
    assert found("Er is gezegd: de methode van Peeters werkt overal.", *records) == []
    (elsewhere,) = found("Volgens mevrouw Peeters gaat het.", *records)
    assert not elsewhere.sure
    (behind,) = found("een zin <!-- de methode van Peeters werkt -->", *records)[1:2]
    assert behind.sure


def scanned(content: bytes, name: str, *people: Participant) -> tuple[Found, ...]:
    return scan(content, name, Disclosure.of(table(*(people or (ELS,)), organiser=ORGANISER), Form.SECTOR))


def test_words_that_grew_together_in_a_name_of_a_file_are_parted() -> None:
    (only,) = scanned(b"een zin", "fotoElsPeeters2.md")
    assert only.where == "the name of the file"


@pytest.mark.parametrize("name", ["Jimmy Page", "Anna Georgia", "Anna Carlito"])
def test_what_word_writes_for_itself_is_nobodys_name(name: str) -> None:
    assert scanned(paper(), "x.docx", one(name)) == ()


def test_a_firm_that_makes_word_processors_may_sit_at_the_table() -> None:
    app = b'<Properties xmlns="x"><Application>Microsoft Office Word</Application></Properties>'
    content = zipped({**opened(paper()), "docProps/app.xml": app})
    firm = one("Els Peeters", organisation="Microsoft")
    assert scanned(content, "x.docx", firm) == ()
    assert [found.what for found in scanned(b"zei Microsoft", "x.md", firm)] == ["organisation"]


def test_the_mark_of_a_note_is_no_part_of_a_name_before_it() -> None:
    odt = (
        '<t:p xmlns:t="urn:oasis:names:tc:opendocument:xmlns:text:1.0">zoals Els<t:note><t:note-citation>1'
        "</t:note-citation><t:note-body><t:p>zie daar</t:p></t:note-body></t:note>zei</t:p>"
    )
    assert scanned(zipped({"content.xml": odt.encode()}), "x.odt")[0].sure
    assert scanned(b"<html><p>zoals Els<sup>1</sup>zei</p>", "x.html")[0].sure


def test_a_line_of_a_table_is_told_by_its_number() -> None:
    (only,) = scanned(b"sector;text\nzorg;een zin\nzorg;zei Els\n", "x.csv")
    assert only.where == "line 3"


def test_what_was_taken_out_of_a_pdf_is_found_where_it_is_still_in_the_file() -> None:
    writer = PdfWriter(io.BytesIO(pdf("Els Peeters", "/Subject")), incremental=True)
    writer.add_metadata({"/Subject": "niets"})
    file = io.BytesIO()
    writer.write(file)
    assert PdfReader(file).metadata.subject == "niets"
    (only,) = scanned(file.getvalue(), "x.pdf")
    assert only.where == "an earlier state of the file, Subject"


# Besides names.


def author_of(parts: Parts, author: str) -> bytes:
    core = parts["docProps/core.xml"].decode().replace(ORGANISER, author)
    return zipped({**parts, "docProps/core.xml": core.encode()})


@pytest.mark.parametrize(("author", "whats"), [(ORGANISER, set()), ("", set()), ("jdoe", {"author"})])
def test_an_author_is_the_organiser_or_nobody(author: str, whats: set[str]) -> None:
    disclosure = Disclosure.of(table(ELS, organiser=ORGANISER), Form.SECTOR)
    content = author_of(opened(paper()), author)
    assert {one.what for one in scan(content, "x.docx", disclosure)} == whats


@pytest.mark.parametrize(
    "path",
    [
        "/home/jdoe/papers/x.dotx",
        r"C:\Users\jdoe\x.dotx",
        "C:/Users/jdoe/x.dotx",
        r"\\server\share\x.dotx",
        "file:///C:/x.dotx",
    ],
)
def test_a_path_of_a_computer_is_found(path: str) -> None:
    assert sure(f"zie {path} daar") == ["path"]


@pytest.mark.parametrize(
    "text",
    [
        "https://a.example/home/els",
        "en/of",
        "24/7",
        "a://b",
        "1:2",
        "~/x",
        "http://x.example/tmp/",
        "<A>/MEDIA/x",
    ],
)
def test_an_address_or_a_stroke_is_no_path(text: str) -> None:
    assert sure(text.replace("els", "x")) == []


def test_a_path_that_somebody_spoke_of_is_told_and_blocks_nothing() -> None:
    statement = said("c1", "alles staat in /home/gedeeld/map", None, 1)
    (only,) = found("Alles staat in /home/gedeeld/map.", ELS, statement)
    assert (only.what, only.sure) == ("path", False)


def test_the_login_and_the_name_of_this_computer_are_found_where_no_reader_looks(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("LOGNAME", "jdoe4711")
    monkeypatch.setattr(socket, "gethostname", lambda: "LAPTOP-4711.intern")
    written = png((b"tEXt", b"Comment\0laptop-4711 jdoe4711"))
    disclosure = Disclosure.of(table(ELS), Form.SECTOR)
    assert {one.what for one in scan(written, "x.png", disclosure)} == {"computer"}
    assert len(scan(written, "x.png", disclosure)) == 2
    assert found("een zin over jdoe4711") == []
    monkeypatch.setenv("LOGNAME", "jan")
    (perhaps,) = found("een zin", name="verslag-jan.md")
    assert not perhaps.sure


def test_the_name_of_the_file_is_looked_at() -> None:
    (only,) = found("een zin", name="/tmp/verslag_els-peeters.md")  # noqa: S108 — a name alone
    assert only.where == "the name of the file"


def test_a_withdrawn_statement_is_found_where_six_words_of_it_stand_in_a_row() -> None:
    gone = said("c1", "dit blijft tussen ons en gaat nergens heen", None, 1, withdrawn=True)
    assert sure("Hij zei: dit blijft tussen ons en gaat nergens heen.", ELS, gone) == ["withdrawn"]
    assert sure("dit blijft tussen ons en", ELS, gone) == []


def test_what_somebody_else_said_as_well_is_not_withdrawn() -> None:
    words = "dit blijft tussen ons en gaat nergens heen"
    records = (ELS, said("c1", words, None, 1, withdrawn=True), said("c2", words, None, 2))
    assert found(words, *records) == []


# What cannot be looked through.


def test_a_word_document_that_is_no_zip_is_not_called_clean() -> None:
    for content in (b"", b"een tekst", paper()[:400], paper()[:-400]):
        with pytest.raises(FileBroken):
            scanned(content, "x.docx")


def test_a_document_with_a_password_is_not_called_clean() -> None:
    with pytest.raises(FileLocked):
        scanned(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "x.docx")


def test_a_pdf_with_a_password_is_not_called_clean() -> None:
    writer, file = PdfWriter(), io.BytesIO()
    writer.add_blank_page(100, 100)
    writer.encrypt("geheim", algorithm="RC4-128")
    writer.write(file)
    with pytest.raises(FileLocked):
        scanned(file.getvalue(), "x.pdf")


def test_a_pdf_that_is_none_is_not_called_clean() -> None:
    for content in (b"", b"%PDF-1.7\n", b"een tekst"):
        with pytest.raises(FileBroken):
            scanned(content, "x.pdf")


def test_a_part_of_broken_xml_is_told_by_its_name() -> None:
    with pytest.raises(FileBroken, match=r"word/document\.xml"):
        scanned(zipped({**opened(paper()), "word/document.xml": b"<w:document"}), "x.docx")


def test_a_part_with_nothing_in_it_is_no_broken_one() -> None:
    assert scanned(zipped({"content.xml": b"<x>een zin</x>", "Configurations2/x.xml": b""}), "x.odt") == ()


def test_a_part_whose_bytes_were_damaged_is_told() -> None:
    content = bytearray(paper())
    place = content.index(b"word/document.xml") + 60
    content[place : place + 20] = bytes(20)
    with pytest.raises(FileBroken):
        scanned(bytes(content), "x.docx")


def test_words_in_an_entity_are_found_and_entities_that_grow_are_not_followed() -> None:
    small = b'<!DOCTYPE x [<!ENTITY a "Els Peeters">]><x>&a;</x>'
    assert [one.what for one in scanned(zipped({"x.xml": small}), "x.docx")] == ["name"]
    more = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    with pytest.raises(FileBroken):
        scanned(f'<!DOCTYPE x [<!ENTITY a0 "Els">{more}]><x>&a9;</x>'.encode(), "x.xml")


def test_more_than_a_paper_ever_holds_is_not_unpacked() -> None:
    bomb = zipped({"word/media/x.bin": bytes(20 * MEGABYTE)})
    assert len(bomb) < MEGABYTE
    with pytest.raises(FileEndless):
        list(zipped_pieces(bomb, Room("x.docx", left=MEGABYTE)))
    with pytest.raises(FileEndless):
        scanned(zipped({"x.xml": b" " * (MOST + 1) * MEGABYTE}), "x.docx")


def test_zips_in_zips_are_followed_only_so_far() -> None:
    content = b"x"
    for _ in range(9):
        content = zipped({"x.docx": content})
    with pytest.raises(FileEndless):
        scanned(content, "x.docx")


def test_a_file_of_a_kind_that_nobody_knows_is_not_called_clean() -> None:
    for content in (bytes(range(256)) * 9, b"{\\rtf1 Els}"):
        with pytest.raises(FileOdd):
            scanned(content, "x.doc")
