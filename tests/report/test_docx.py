"""The paper as a Word document: what is in it, that programs take it, and that it says no more than it should."""

import io
import re
import struct
import subprocess
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from docx.document import Document as Opened
from hypothesis import given
from lxml import etree
from openxml_audit import FileFormat, OpenXmlValidator

from roundtable.errors import LogoNotReadable
from roundtable.report.document import (
    Block,
    BlockQuote,
    Break,
    Bullets,
    Cell,
    Code,
    CodeBlock,
    Cover,
    Document,
    Emphasis,
    Heading,
    Link,
    Mark,
    Numbered,
    Paragraph,
    Part,
    PartKind,
    PullQuote,
    Rule,
    Strong,
    Table,
    Text,
)
from roundtable.report.docx import make_docx, render_docx
from roundtable.report.docx.look import paragraph_looks
from roundtable.report.docx.measure import width
from roundtable.report.docx.pages import Pages
from roundtable.report.formats import Format
from roundtable.report.pictures import without_traces
from tests.report import houses
from tests.report.hostile import sampled, texts
from tests.report.papers import points, row, said, telework, words
from tests.report.readers import pandoc_words

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def paper(*blocks: Block, language: str = "nl") -> Document:
    return Document(
        language, Cover("Titel"), (Part(PartKind.CHAPTER, "Deel", blocks, "1"),), contents_title="Inhoud"
    )


def opened(document: Document) -> Opened:
    return docx.Document(io.BytesIO(render_docx(document)))


def parts(document: Document) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(render_docx(document))) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def tree(document: Document, part: str = "word/document.xml") -> etree._Element:
    return etree.fromstring(parts(document)[part])


def styled(document: Document) -> list[tuple[str, str]]:
    """Give style and words of what stands in the only part."""
    read = [
        (paragraph.style.name or "", paragraph.text)
        for paragraph in opened(document).paragraphs
        if paragraph.style
    ]
    return read[[style for style, _ in read].index("Heading 1") + 1 :]


def picture(path: Path, width: int = 600, height: int = 200) -> Path:
    """Write a PNG in one colour."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        return (
            struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
        )

    size = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    lines = zlib.compress((b"\0" + b"\x66" * width) * height)
    path.write_bytes(
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", size) + chunk(b"IDAT", lines) + chunk(b"IEND", b"")
    )
    return path


def pages_of(document: Document, tool: Callable[[str], str], folder: Path) -> list[str]:
    """Give the words of each page, as LibreOffice lays them out."""
    (folder / "paper.docx").write_bytes(render_docx(document))
    profile = f"-env:UserInstallation=file://{folder}/profile"
    convert = [tool("soffice"), profile, "--headless", "--convert-to", "pdf", "paper.docx"]
    subprocess.run(convert, cwd=folder, check=True, capture_output=True)
    show = [tool("pdftotext"), "-layout", "paper.pdf", "-"]
    return subprocess.run(show, cwd=folder, check=True, capture_output=True, text=True).stdout.split("\f")[
        :-1
    ]


EVERYTHING: tuple[Block, ...] = (
    said("Eerste woorden.", Mark.LEAD),
    said("Nog na te kijken.", Mark.REMARK),
    said("Voorgesteld", Mark.LABEL),
    Heading(2, words("Twee")),
    Heading(3, words("Drie")),
    Heading(5, words("Dieper")),
    Paragraph(
        (
            Emphasis(words("a")),
            Strong(words("b")),
            Code("c"),
            Break(),
            Link(words("d"), "https://example.org/é x"),
        )
    ),
    Paragraph((Text("Bonjour", "fr"), Emphasis((Strong(words("e")),)))),
    BlockQuote((said("Een lang citaat."), Bullets(points("in een citaat")))),
    PullQuote(words("“Ja.”"), words("Iemand")),
    PullQuote(words("“Nee.”")),
    Bullets(((said("a"), Bullets(((said("b"), Bullets(((said("c"), Bullets(points("d"))),))),))),)),
    Numbered(
        ((said("a"), said("meer"), CodeBlock("x\n  y")), (), (CodeBlock("z"),), (said("l", Mark.LABEL),)), 4
    ),
    Numbered(((said("t", Mark.TITLE), said("u"), said("v", Mark.REMARK)), (said("w"),))),
    Rule(),
    CodeBlock("x\n    y"),
    Table(
        words("T"), row("a", "b"), (row("c"), (Cell(words("1"), 0.5), Cell(words("2"), 7.0))), frozenset({1})
    ),
    Table((), (), (), frozenset()),
    Table((), row("a" * 200, "b"), (row("c " * 300, "d"),)),
)


@pytest.mark.parametrize(
    "document",
    [
        telework(),
        paper(*EVERYTHING),
        Document("fr", Cover(""), ()),
        replace(paper(), language="??", accent="rood", created="gisteren", page_label="p. {page}"),
    ],
    ids=["telework", "everything", "empty", "odd"],
)
def test_the_auditor_finds_nothing(document: Document, tmp_path: Path) -> None:
    path = tmp_path / "paper.docx"
    path.write_bytes(Format.DOCX.render(document))
    for version in (FileFormat.OFFICE_2013, FileFormat.MICROSOFT_365):
        assert OpenXmlValidator(file_format=version).validate(str(path)).errors == []


def test_the_same_paper_gives_the_same_bytes() -> None:
    assert render_docx(telework()) == render_docx(telework())
    with zipfile.ZipFile(io.BytesIO(render_docx(telework()))) as archive:
        assert {told.date_time for told in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.namelist()[0] == "[Content_Types].xml"


def test_every_block_has_its_named_style() -> None:
    assert styled(paper(*EVERYTHING))[:20] == [
        ("Lead", "Eerste woorden."),
        ("Remark", "Nog na te kijken."),
        ("Label", "Voorgesteld"),
        ("Heading 2", "Twee"),
        ("Heading 3", "Drie"),
        ("Heading 3", "Dieper"),
        ("Normal", "abc\nd"),
        ("Normal", "Bonjoure"),
        ("Quote", "Een lang citaat."),
        ("List Bullet", "in een citaat"),
        ("Intense Quote", "“Ja.”"),
        ("Quote Attribution", "Iemand"),
        ("Intense Quote", "“Nee.”"),
        ("List Bullet", "a"),
        ("List Bullet 2", "b"),
        ("List Bullet 3", "c"),
        ("List Bullet 3", "d"),
        ("List Number", "a"),
        ("List Continue", "meer"),
        ("Code Block", "x\n  y"),
    ]
    assert [style for style, _ in styled(paper(EVERYTHING[13]))] == [
        "Takeaway Title",
        "Takeaway Text",
        "Takeaway Remark",
        "Takeaway Text",
    ]


def test_what_stands_before_a_list_stays_on_its_page_and_a_short_list_on_one() -> None:
    short = styled(paper(said("De vragen:"), Bullets(points("a", "b")), said("Slot " * 40)))
    assert [style for style, _ in short] == ["List Opening", "List Bullet Kept", "List Bullet", "Normal"]
    closed = styled(paper(Bullets(points(*"abcde")), said("Drie mensen staan erachter.")))
    assert [style for style, _ in closed] == [*["List Bullet"] * 4, "List Bullet Kept", "Normal"]
    long = styled(paper(said("Vijf:"), Bullets(points(*"abcde"))))
    assert [style for style, _ in long] == ["List Opening", *["List Bullet"] * 5]
    styles = tree(paper(), "word/styles.xml")
    kept = {
        style.get(f"{W}styleId")
        for style in styles.iterfind(f"{W}style")
        if style.find(f"{W}pPr/{W}keepNext") is not None
    }
    assert {"ListOpening", "ListBulletKept", "Caption", "TakeawayTitle"} <= kept


def test_numbers_are_not_broken_where_a_table_has_many_columns() -> None:
    topics = ("Ondercuratelestelling van de zorginstelling", "Bouwregelgeving en energiebesparing")
    rows = tuple(row(title, *["1393"] * 8) for title in topics)
    table = Table((), row("Agendapunt", *["Softwareontwikkeling"] * 8), rows, frozenset(range(1, 9)))
    grid = [int(column.get(f"{W}w")) for column in tree(paper(table)).iter(f"{W}gridCol")]
    assert min(grid) >= 2 * 85 + width("1393", paragraph_looks()["TableNumber"])
    assert grid[0] == max(grid)


def test_no_word_of_a_table_is_broken_where_there_is_room_for_all() -> None:
    headings = ("GL", "SP", "D66", "CDA", "PVV", "CU", "KAB", "VVD", "Anderen", "Samen")
    counted = ("0", "42", "26", "17", "46", "0", "268", "34", "78", "511")
    rows = (row("Ondercuratelestelling zorginstelling", *counted),)
    table = Table((), row("Agendapunt", *headings), rows, frozenset(range(1, 11)))
    grid = [int(column.get(f"{W}w")) for column in tree(paper(table)).iter(f"{W}gridCol")]
    looks = paragraph_looks()
    assert grid[0] >= 2 * 85 + width("Ondercuratelestelling", looks["TableText"])
    for column, heading in zip(grid[1:], headings, strict=True):
        assert column >= 2 * 85 + width(heading, looks["TableHeadingNumber"])


def test_six_takeaways_of_three_sentences_have_a_page_of_their_own(
    tool: Callable[[str], str], tmp_path: Path
) -> None:
    sentence = "Wie ter plaatse werkt, krijgt evenveel inspraak in zijn uren als wie thuis een scherm heeft."
    six = tuple((said(f"Kernpunt {one}", Mark.TITLE), said(" ".join([sentence] * 3))) for one in range(6))
    parts = (
        Part(PartKind.TAKEAWAYS, "Kernpunten", (Numbered(six),)),
        Part(PartKind.ABOUT, "Over deze tafel", (said("Tien mensen."),)),
    )
    document = Document("nl", Cover("T"), parts, contents_title="Inhoud", page_label="{page} van {pages}")
    pages = pages_of(document, tool, tmp_path)
    assert len(pages) == 4
    assert pages[2].count("Kernpunt ") == 6
    assert "Over deze tafel" in pages[3]
    assert re.search(r"Over deze tafel[ .]+4", pages[1])


def test_nothing_is_formatted_directly() -> None:
    body = tree(paper(*EVERYTHING))
    of_runs = {etree.QName(told).localname for told in body.iterfind(f".//{W}rPr/*")}
    of_paragraphs = {etree.QName(told).localname for told in body.iterfind(f".//{W}pPr/*")}
    assert of_runs == {"rStyle", "lang"}
    assert of_paragraphs == {"pStyle", "numPr", "sectPr"}
    cover = tree(telework())
    assert {etree.QName(told).localname for told in cover.iterfind(f".//{W}pPr/*")} - of_paragraphs == {
        "framePr"
    }


def test_every_style_that_is_used_is_there() -> None:
    document = paper(*EVERYTHING)
    known = {style.get(f"{W}styleId") for style in tree(document, "word/styles.xml").iterfind(f"{W}style")}
    used = {
        told.get(f"{W}val")
        for kind in ("pStyle", "rStyle", "tblStyle")
        for told in tree(document).iter(f"{W}{kind}")
    }
    assert used <= known


def test_lists_with_numbers_start_anew() -> None:
    document = paper(Numbered(points("a")), said("x"), Numbered(points("b"), 3))
    lists = [told.get(f"{W}val") for told in tree(document).iter(f"{W}numId")]
    assert len(set(lists)) == 2
    numbering = tree(document, "word/numbering.xml")
    starts = {
        number.get(f"{W}numId"): number.find(f"{W}lvlOverride/{W}startOverride").get(f"{W}val")
        for number in numbering.iterfind(f"{W}num")
        if number.get(f"{W}numId") in lists
    }
    assert [starts[one] for one in lists] == ["1", "3"]


def test_the_cover_has_a_page_of_its_own_without_header_or_number() -> None:
    read = opened(telework())
    cover, contents, introduction = list(read.sections)[:3]
    assert cover.header.is_linked_to_previous
    assert cover.footer.is_linked_to_previous
    assert contents.header.paragraphs[0].text == "Telewerk en bedrijfsgroei"
    assert introduction.header.paragraphs[0].text == "Telewerk en bedrijfsgroei\tInleiding"
    assert introduction.footer.paragraphs[0].text == "2 van 13"
    assert [
        (paragraph.style.name, paragraph.text) for paragraph in read.paragraphs[:6] if paragraph.style
    ] == [
        ("Kicker", "White paper · rondetafel"),
        ("Title", "Telewerk en bedrijfsgroei"),
        ("Subtitle", telework().cover.subtitle),
        ("Draft Label", "Ontwerp"),
        ("Cover Line", "Gent, 19 november 2026"),
        ("Cover Line", "De Ronde Tafel (voorbeeld)"),
    ]


def test_a_long_title_leaves_room_for_the_part_in_the_header() -> None:
    document = replace(
        telework(), cover=Cover("Een titel die maar niet ophoudt en nog een eind doorgaat over van alles")
    )
    headers = [section.header.paragraphs[0].text for section in opened(document).sections]
    assert headers[1] == document.cover.title
    assert (
        headers[5]
        == "Een titel die maar niet ophoudt en nog een eind…\tSpontaan contact, innovatie en creativiteit"
    )


def test_a_title_of_five_hundred_letters_stays_on_its_page_and_in_its_places(
    tool: Callable[[str], str], tmp_path: Path
) -> None:
    title = ("Een titel die maar niet ophoudt en nog een eind doorgaat over van alles " * 7)[:500]
    document = replace(telework(), cover=replace(telework().cover, title=title))
    read = opened(document)
    assert (read.paragraphs[1].style.name, read.paragraphs[1].text) == ("Title Long", title)
    assert read.core_properties.title == title[:255]
    assert len(read.sections[1].header.paragraphs[0].text) < 100
    pages = pages_of(document, tool, tmp_path)
    assert len(pages) == 13
    assert "De Ronde Tafel" in pages[0]


def test_contents_lead_to_their_headings_and_are_no_heading() -> None:
    read = opened(telework())
    contents = [paragraph for paragraph in read.paragraphs if (paragraph.style.name or "").startswith("toc")]
    assert contents[0].text == "Inleiding\t3"
    assert contents[1].text == "1\tWerk van morgen, andere verwachtingen\t4"
    assert [one.style.name for one in contents[2:6]] == ["toc 1", "toc 2", "toc 2", "toc 1"]
    body = read.element.body
    anchors = [link.get(f"{W}anchor") for link in body.iter(f"{W}hyperlink") if link.get(f"{W}anchor")]
    bookmarks = {mark.get(f"{W}name") for mark in body.iter(f"{W}bookmarkStart")}
    assert len(anchors) == len(contents)
    assert set(anchors) == bookmarks
    (title,) = [paragraph for paragraph in read.paragraphs if paragraph.text == "Inhoud"]
    assert title.style.name == "TOC Heading"
    assert title.style.base_style.name == "Normal"


def test_a_title_narrower_than_a_number_keeps_its_leader() -> None:
    document = Document("nl", Cover("T"), (Part(PartKind.CONCLUSION, "Ik", ()),), contents_title="Inhoud")
    assert "Ik\t\t3" in [paragraph.text for paragraph in opened(document).paragraphs]


def test_a_title_too_long_for_its_line_leaves_room_for_the_number() -> None:
    title = "Een hoofdstuk met een heel lange titel die zeker over twee regels loopt"
    document = Document("nl", Cover("T"), (Part(PartKind.CHAPTER, title, (), "12"),), contents_title="Inhoud")
    told = [paragraph.text for paragraph in opened(document).paragraphs]
    assert "12\tEen hoofdstuk met een heel lange titel die zeker over twee regels\nloopt\t3" in told


def test_fields_have_results_and_nobody_is_asked_to_update_them() -> None:
    document = telework()
    for name, content in parts(document).items():
        if not name.endswith(".xml"):
            continue
        assert b"updateFields" not in content
        made = etree.fromstring(content)
        kinds = [mark.get(f"{W}fldCharType") for mark in made.iter(f"{W}fldChar")]
        assert kinds.count("begin") == kinds.count("separate") == kinds.count("end")
        assert not any(mark.get(f"{W}dirty") for mark in made.iter(f"{W}fldChar"))


def test_the_file_speaks_the_language_of_the_paper() -> None:
    for language, told in (("nl", "nl-BE"), ("fr", "fr-BE"), ("en", "en-GB")):
        document = paper(Paragraph((Text("a"), Text("b", "fr"))), language=language)
        styles = tree(document, "word/styles.xml")
        assert styles.find(f"{W}docDefaults//{W}lang").get(f"{W}val") == told
        assert tree(document, "word/settings.xml").find(f"{W}themeFontLang").get(f"{W}val") == told
        assert opened(document).core_properties.language == told
        assert [one.get(f"{W}val") for one in tree(document).iter(f"{W}lang")] == ["fr-BE"]


def test_properties_name_the_organiser_and_nothing_of_this_machine() -> None:
    properties = opened(telework()).core_properties
    assert properties.title == "Telewerk en bedrijfsgroei"
    assert properties.author == properties.last_modified_by == "De Ronde Tafel (voorbeeld)"
    assert properties.created is not None
    assert properties.created.isoformat() == "2026-11-20T08:00:00+00:00"
    nobody = opened(replace(telework(), author="", created="", cover=Cover("T" * 300))).core_properties
    assert (nobody.author, nobody.last_modified_by, nobody.created) == ("", "", None)
    assert nobody.title == "T" * 255
    assert not any(b"python-docx" in content for content in parts(telework()).values())


def test_tables_repeat_their_header_and_shade_by_weight() -> None:
    table = Table(
        words("Telling"), row("Onderwerp", "Aantal"), ((*row("a"), Cell(words("3"), 1.0)),), frozenset({1})
    )
    (made,) = opened(paper(table)).tables
    assert made.style is not None
    assert made.style.name == "Roundtable Table"
    assert [cell.text for line in made.rows for cell in line.cells] == ["Onderwerp", "Aantal", "a", "3"]
    assert [paragraph.style.name for paragraph in made.rows[1].cells[1].paragraphs] == ["Table Number"]
    body = tree(paper(table))
    assert len(list(body.iter(f"{W}tblHeader"))) == 1
    assert [shade.get(f"{W}fill") for shade in body.iter(f"{W}shd")] == ["A8C5BF"]
    assert [told.get(f"{W}val") for told in body.iter(f"{W}tblCaption")] == ["Telling"]


def test_what_is_drawn_is_described(tmp_path: Path) -> None:
    logo = picture(tmp_path / "logo.png")
    document = telework()
    made = tree(replace(document, cover=replace(document.cover, logo=str(logo))))
    drawn = [told for told in made.iter() if etree.QName(told).localname == "docPr"]
    assert len(drawn) == 2
    assert all(told.get("descr") for told in drawn)
    extent = (
        next(told for told in made.iter() if etree.QName(told).localname == "blip").getparent().getparent()
    )
    size = next(told for told in extent.iter() if etree.QName(told).localname == "ext")
    assert int(size.get("cx")) == pytest.approx(3 * int(size.get("cy")), abs=2)


def test_a_logo_tells_nothing_but_its_picture(tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_bytes(houses.png("Jan Peeters, Gent"))
    document = Document("nl", Cover("T", logo=str(tmp_path / "logo.png")), ())
    assert parts(document)["word/media/logo.png"] == houses.png()


def segment(kind: int, content: bytes) -> bytes:
    return bytes((0xFF, kind)) + struct.pack(">H", len(content) + 2) + content


def test_what_a_camera_wrote_is_dropped_and_the_picture_is_not() -> None:
    begun = b"\xff\xd8" + segment(0xE0, b"JFIF\0" + bytes(9))
    tells = segment(0xE1, b"Exif\0\0Gent") + segment(0xED, b"Photoshop 3.0\0Jan") + segment(0xFE, b"door Jan")
    drawn = segment(0xDB, bytes(65)) + segment(0xDA, bytes(10)) + b"a\xff\x00b\xff\xd0c"
    drawn += segment(0xC4, b"\xff\xd9in a table") + segment(0xDA, bytes(10)) + b"d"
    assert without_traces(begun + tells + drawn + b"\xff\xd9 Jan") == begun + drawn + b"\xff\xd9"
    gif = b"GIF89a" + struct.pack("<HHBBB", 1, 1, 0x80, 0, 0) + bytes(6)
    loops, says = b"!\xff\x0bNETSCAPE2.0\x03\x01\0\0\0", b"!\xfe\x03Jan\0" + b"!\xff\x0bXMP DataXMP\x03Jan\0"
    image = b"!\xf9\x04\0\0\0\0\0" + b"," + bytes(9) + b"\x02\x02\x4c\x01\0"
    assert without_traces(gif + loops + says + image + b"; Jan") == gif + loops + image + b";"
    for whole in (begun + tells + drawn, houses.png("Jan"), gif + says + image):
        for cut in range(len(whole)):
            assert len(without_traces(whole[:cut])) <= cut


@pytest.mark.parametrize("content", [None, b"", b"geen plaatje", b"\x89PNG\r\n\x1a\n"])
def test_a_logo_that_is_none_is_told(content: bytes | None, tmp_path: Path) -> None:
    path = tmp_path / "logo.png"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(LogoNotReadable):
        render_docx(Document("nl", Cover("T", logo=str(path)), ()))


@given(texts, texts)
def test_what_was_said_reads_back_to_the_letter(one: str, two: str) -> None:
    blocks: tuple[Block, ...] = (
        said(one),
        Bullets(points(two)),
        Paragraph((Text(one), Emphasis(words(two)))),
    )
    assert [text for _, text in styled(paper(*blocks))] == [one, two, one + two]


def test_what_xml_cannot_hold_is_left_out() -> None:
    assert styled(paper(said("a\x00b\x1b\ufffec\ud800d"))) == [("Normal", "abcd")]


def test_what_was_said_reads_back_to_the_letter_through_pandoc(tool: Callable[[str], str]) -> None:
    hostile = sampled(600, 6)
    made = render_docx(paper(*(said(text) for text in hostile)))
    read = pandoc_words(tool("pandoc"), made, "docx")
    assert read[read.index("1 Deel") + 1 :] == hostile


def test_libreoffice_lays_it_out_and_the_contents_are_right(
    tool: Callable[[str], str], tmp_path: Path
) -> None:
    pages = pages_of(telework(), tool, tmp_path)
    listed = re.findall(r"^\s*(?:\d+ +)?(\w.*?)\s*\.{3,}\s*(\d+)$", pages[1], re.MULTILINE)
    assert len(listed) == 13
    for title, number in listed:
        on_page = " ".join(pages[int(number) - 1].split())
        assert title in on_page
    assert "van 13" not in pages[0]
    assert all(f"{number} van 13" in page for number, page in enumerate(pages[1:], 2))


def test_pages_that_a_layout_told_stand_in_the_contents() -> None:
    made = docx.Document(io.BytesIO(make_docx(telework(), Pages(20, {"_Toc000000001": 9})).content))
    told = [one for one in made.paragraphs if (one.style.name or "") == "toc 1"]
    assert told[0].text == "Inleiding\t9"


def test_parts_and_takeaways_are_found_again_by_bookmarks() -> None:
    numbered = Numbered(points("Een kernpunt.", "Nog een."), keys=("b2", "c3"))
    parts_ = (
        Part(PartKind.CHAPTER, "Deel", (said("Woorden."),), "1", key="a1"),
        Part(PartKind.TAKEAWAYS, "Kernpunten", (numbered,)),
        Part(PartKind.CHAPTER, "Te lang", (), key="x" * 36),
    )
    document = tree(Document("nl", Cover("Titel"), parts_))
    names = [one.get(f"{W}name") or "" for one in document.iter(f"{W}bookmarkStart")]
    numbers = [one.get(f"{W}id") for one in document.iter(f"{W}bookmarkStart")]
    assert [name for name in names if not name.startswith("_Toc")] == [
        "part_a1",
        "takeaway_b2",
        "takeaway_c3",
    ]
    assert len(set(numbers)) == len(numbers)
    assert all(re.fullmatch(r"[A-Za-z_]\w{0,39}", name, re.ASCII) for name in names)
