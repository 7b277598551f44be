"""A Word file read back: whatever program wrote it, its parts, lists and looks are found."""

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import docx
from docx.document import Document as Opened
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from roundtable.report.document import Heading, Mark, Paragraph, Part, PartKind, PullQuote, Table
from roundtable.report.docx import render_docx
from roundtable.report.docx.reading import ReadPaper, read_docx
from roundtable.report.pieces import Frame, pieces
from tests.report.papers import telework
from tests.report.test_docx import EVERYTHING, paper


def read(opened: Opened) -> ReadPaper:
    made = BytesIO()
    opened.save(made)
    return read_docx(made.getvalue(), Path("made.docx"))


def test_what_we_write_reads_as_it_was_composed() -> None:
    document = telework()
    found = read_docx(render_docx(document), Path())
    assert [part.title for part in found.parts] == [
        f"{one.number} {one.title}".strip() for one in document.parts
    ]
    for part, composed in zip(found.parts, document.parts, strict=True):
        plain = not any(isinstance(one, Table) for one in composed.blocks)
        if plain and composed.kind in {PartKind.CHAPTER, PartKind.INTRODUCTION}:
            assert [one.words for one in part.pieces] == [
                one.words for one in pieces(composed.blocks) if one.words
            ]
            assert [one.inside for one in part.pieces] == [
                one.inside for one in pieces(composed.blocks) if one.words
            ]


def test_each_kind_of_block_is_known_by_its_style() -> None:
    part = read_docx(render_docx(paper(*EVERYTHING)), Path()).parts[0]
    by_words = {one.words: one for one in part.pieces}
    assert isinstance(by_words["Drie"].block, Heading)
    assert by_words["Drie"].block.level == 3
    assert by_words["Voorgesteld"].block == Paragraph(by_words["Voorgesteld"].inlines, Mark.LABEL)
    assert by_words["Een lang citaat."].inside == (Frame.QUOTE,)
    assert isinstance(by_words["“Ja.”"].block, PullQuote)
    assert by_words["Iemand"].block == PullQuote((), by_words["Iemand"].inlines)
    assert any(isinstance(one.block, Table) for one in part.pieces)


def test_a_file_of_word_itself_is_read_by_its_built_in_styles() -> None:
    made = docx.Document()
    made.add_paragraph("A cover", "Title")
    made.add_paragraph("Part one", "Heading 1")
    made.add_paragraph("Point", "List Bullet")
    made.add_paragraph("Deeper", "List Bullet 2")
    made.add_paragraph("Going on", "List Continue")
    made.add_paragraph("First", "List Number")
    made.add_paragraph("Said", "Quote")
    line = made.add_paragraph("bold ")
    line.add_run("direct").bold = True
    line.add_run("\tand\u00a0on")
    part = read(made).parts[0]
    assert (part.title, part.key) == ("Part one", "")
    assert [(one.words, one.inside, one.begins) for one in part.pieces] == [
        ("Point", (Frame.BULLETS,), True),
        ("Deeper", (Frame.BULLETS, Frame.BULLETS), True),
        ("Going on", (Frame.BULLETS,), False),
        ("First", (Frame.NUMBERED,), True),
        ("Said", (Frame.QUOTE,), False),
        ("bold direct and\u00a0on", (), False),
    ]


def test_headings_are_known_by_name_in_other_languages_and_by_their_level() -> None:
    made = docx.Document()
    for name, told in (("Kop 1", "Eén"), ("Titre 1", "Deux")):
        made.styles.add_style(name, 1)
        made.add_paragraph(told, name)
    levelled = made.add_paragraph("Drei")
    level = OxmlElement("w:outlineLvl")
    level.set(qn("w:val"), "0")
    levelled._p.get_or_add_pPr().append(level)  # noqa: SLF001 — python-docx has no other way
    assert [part.title for part in read(made).parts] == ["Eén", "Deux", "Drei"]


def test_pictures_text_boxes_and_footnotes_are_counted_and_left() -> None:
    made = docx.Document()
    made.add_paragraph("Part", "Heading 1")
    line = made.add_paragraph("Words")
    for tag in ("w:footnoteReference", "w:pict", "w:commentReference"):
        line.add_run()._r.append(OxmlElement(tag))  # noqa: SLF001 — the same
    found = read(made)
    assert (found.footnotes, found.pictures, found.boxes, found.remarks) == (1, 1, 0, 1)
    assert [one.words for one in found.parts[0].pieces] == ["Words"]


def test_a_part_without_paragraphs_is_a_part() -> None:
    document = paper()
    part = Part(PartKind.CHAPTER, "Leeg", (), key="a1")
    found = read_docx(render_docx(type(document)("nl", document.cover, (part,))), Path())
    assert [(one.title, one.key, one.pieces) for one in found.parts] == [("Leeg", "a1", ())]


def test_the_document_is_found_by_what_the_file_says_wherever_it_lies() -> None:
    made = BytesIO()
    with ZipFile(BytesIO(render_docx(telework()))) as ours, ZipFile(made, "w") as theirs:
        for one in ours.namelist():
            content = ours.read(one)
            if one.endswith((".rels", "[Content_Types].xml")):
                content = content.replace(b"document.xml", b"document2.xml").replace(
                    b"styles.xml", b"look.xml"
                )
            named = one.replace("document.xml", "document2.xml").replace("styles.xml", "look.xml")
            theirs.writestr(named, content)
    assert read_docx(made.getvalue(), Path()) == read_docx(render_docx(telework()), Path())
