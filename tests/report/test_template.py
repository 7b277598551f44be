"""A paper in a house's own template: its looks are kept, what was in it is not, and what is none is told."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from docx.document import Document as Opened
from lxml import etree
from openxml_audit import OpenXmlValidator

from roundtable.errors import (
    RoundtableError,
    TemplateBroken,
    TemplateDotx,
    TemplateHasMacros,
    TemplateLocked,
    TemplateNoStyles,
    TemplateNotWord,
    TemplateStrict,
    TemplateTooLarge,
)
from roundtable.report.document import Bullets, Cover, Document, Numbered, Part, PartKind
from roundtable.report.docx.house import House
from roundtable.report.docx.house_styles import read_styles
from roundtable.report.docx.look import paragraph_looks
from roundtable.report.docx.render import Made, make_docx
from tests.report import houses
from tests.report.papers import points, said, telework

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
PATH = Path("huis.docx")


def made(document: Document, template: bytes | None = None) -> Made:
    return make_docx(document, house=House(PATH, houses.house() if template is None else template))


def opened(document: Document) -> Opened:
    return docx.Document(io.BytesIO(made(document).content))


def inside(document: Document) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(made(document).content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def changed(path: str, old: bytes, new: bytes) -> bytes:
    """Give the template with something in one of its parts changed."""
    told = houses.parts()
    assert old in told[path]
    return houses.zipped(told | {path: told[path].replace(old, new)})


def without(path: str) -> bytes:
    return houses.zipped({name: content for name, content in houses.parts().items() if name != path})


def test_styles_are_found_by_their_name_by_their_id_and_as_word_calls_them_elsewhere() -> None:
    read = opened(telework())
    used = {one.style.style_id: one.style.name for one in read.paragraphs if one.style}
    assert used["Kop1"] == "Heading 1"
    assert used["Titel"] == "Title"
    assert used["Inhopg1"] == "toc 1"
    assert used["Lijstopsomteken"] == "List Bullet"
    assert "Heading1" not in used


@pytest.mark.parametrize(
    ("key", "ids"),
    [
        (
            "Heading1",
            ["heading 1|Kop1", "Kop 1|x", "Titre 1|x", "Überschrift 1|x", "eigen|Kop1", "eigen|Titre1"],
        ),
        ("Heading1", ["huisstijl,kop 1|x"]),
        ("Title", ["Title|x", "Titel|x", "Titre|x", "x|Titel"]),
        ("TOC2", ["toc 2|x", "Inhopg 2|x", "TM 2|x", "Verzeichnis 2|x", "x|Inhopg2"]),
        ("ListBullet", ["List Bullet|x", "Lijst opsom.teken|x", "x|Lijstopsomteken", "Liste à puces|x"]),
        ("ListNumber2", ["Lijstnummering 2|x", "Liste à numéros 2|x", "x|Lijstnummering2"]),
        ("Quote", ["Citaat|x", "Citation|x", "Zitat|x"]),
    ],
)
def test_a_style_has_names_in_four_languages(key: str, ids: list[str]) -> None:
    for told in ids:
        called, own = told.split("|")
        first, _, alias = called.partition(",")
        aliases = f'<w:aliases w:val="{alias}"/>' if alias else ""
        style = f'<w:style w:type="paragraph" w:styleId="{own}"><w:name w:val="{first}"/>{aliases}</w:style>'
        assert read_styles(etree.fromstring(f'<w:styles xmlns:w="{W[1:-1]}">{style}</w:styles>')).ids == {
            key: own
        }


def test_what_is_missing_is_added_from_ours_and_named() -> None:
    document = Document(
        "nl",
        Cover("T"),
        (Part(PartKind.CHAPTER, "Deel", (Bullets(points("a")), Numbered(points("b"))), "1"),),
    )
    added = made(document).added
    assert {"Part Title", "Part Number", "Spacer", "footer"} <= set(added)
    assert not {"heading 1", "List Bullet", "List Number", "Title"} & set(added)
    assert "Takeaway Title" not in added, "only what this paper needs"
    known = {style.get(f"{W}styleId") for style in etree.fromstring(inside(document)["word/styles.xml"])}
    used = {
        told.get(f"{W}val")
        for part in ("word/document.xml", "word/footer-default.xml", "word/header-default.xml")
        for tag in ("pStyle", "rStyle", "tblStyle")
        for told in etree.fromstring(inside(document)[part]).iter(f"{W}{tag}")
    }
    assert used <= known


def test_page_theme_and_running_parts_are_the_houses() -> None:
    read = opened(telework())
    cover, contents = list(read.sections)[:2]
    assert contents.left_margin == contents.right_margin == 1417 * 635
    assert cover.header.is_linked_to_previous
    assert contents.header.paragraphs[0].text == "Huis & Co\tTelewerk en bedrijfsgroei nv sinds 1921"
    assert [one.text for one in contents.footer.paragraphs] == ["Huis & Co, Gent", "2 van 13"]
    parts = inside(telework())
    assert b'typeface="Verdana"' in parts["word/theme/theme1.xml"]
    assert b"7A1F3D" in parts["word/document.xml"], "the band is in the house's accent"
    assert b"2F7566" not in b"".join(parts.values())


def test_nothing_of_the_template_is_told() -> None:
    secret = houses.PLANTED.encode()
    template = houses.parts()
    assert sum(secret in content for content in template.values()) == 12
    parts = inside(telework())
    assert [name for name, content in parts.items() if secret in content or secret.decode() in name] == []
    assert not any(b"rsid" in content or b"nl-NL" in content for content in parts.values())
    assert b"<w:sdt" not in b"".join(parts.values())
    assert {name.partition("/")[0] for name in parts} == {"[Content_Types].xml", "_rels", "docProps", "word"}
    properties = opened(telework()).core_properties
    assert (properties.author, properties.language) == ("De Ronde Tafel (voorbeeld)", "nl-BE")


def test_lists_are_marked_as_in_the_house_and_start_anew() -> None:
    document = Document(
        "nl",
        Cover("T"),
        (
            Part(
                PartKind.CHAPTER,
                "D",
                (Bullets(points("x")), Numbered(points("a")), said("y"), Numbered(points("b"))),
                "1",
            ),
        ),
    )
    numbering = etree.fromstring(inside(document)["word/numbering.xml"])
    ids = [one.get(f"{W}numId") for one in numbering.iterfind(f"{W}num")]
    assert len(ids) == len(set(ids))
    body = etree.fromstring(inside(document)["word/document.xml"])
    used = [one.get(f"{W}val") for one in body.iter(f"{W}numId")]
    assert len(set(used)) == len(used) == 2
    assert set(used) <= set(ids)
    styles = etree.fromstring(inside(document)["word/styles.xml"])
    by_id = {one.get(f"{W}styleId"): one for one in styles}
    assert by_id["Lijstopsomteken"].find(f"{W}pPr/{W}numPr/{W}numId").get(f"{W}val") == "1"
    assert by_id["Kop1"].find(f"{W}pPr/{W}numPr/{W}numId").get(f"{W}val") == "0", (
        "chapters bring their numbers"
    )


def test_the_auditor_finds_nothing_and_the_bytes_are_the_same(tmp_path: Path) -> None:
    path = tmp_path / "paper.docx"
    path.write_bytes(made(telework()).content)
    assert OpenXmlValidator().validate(str(path)).errors == []
    house = House(PATH, houses.house())
    assert [make_docx(telework(), house=house).content for _ in range(2)] == [path.read_bytes()] * 2


def adding(path: str, content: bytes) -> bytes:
    return houses.zipped(houses.parts() | {path: content})


STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
REFUSED: dict[str, tuple[bytes, type[RoundtableError]]] = {
    "empty": (b"", TemplateNotWord),
    "rich text": (b"{\\rtf1 hallo}", TemplateNotWord),
    "encrypted, or old": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), TemplateLocked),
    "no zip in spite of its first letters": (b"PK\x03\x04 cut off", TemplateBroken),
    "cut off": (houses.house()[:-100], TemplateBroken),
    "of LibreOffice": (
        houses.zipped({"mimetype": b"application/vnd.oasis.opendocument.text"}),
        TemplateNotWord,
    ),
    "of nothing": (houses.zipped({"[Content_Types].xml": b"<Types/>"}), TemplateNotWord),
    "dotx": (houses.house(houses.DOTX), TemplateDotx),
    "docm": (houses.house(houses.DOCM), TemplateHasMacros),
    "macros in spite of its type": (adding("word/vbaProject.bin", b"x"), TemplateHasMacros),
    "no styles": (without("word/styles.xml"), TemplateNoStyles),
    "empty styles": (adding("word/styles.xml", b"<styles/>"), TemplateNoStyles),
    "broken styles": (adding("word/styles.xml", b"<styles"), TemplateBroken),
    "entities": (adding("word/styles.xml", b"<!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>"), TemplateBroken),
    "a bomb": (adding("word/media/bomb.png", bytes(40 << 20)), TemplateTooLarge),
    "a bomb of parts": (
        houses.zipped({f"word/{number}.xml": b"" for number in range(5001)}),
        TemplateTooLarge,
    ),
    "strict": (changed("word/document.xml", W[1:-1].encode(), STRICT), TemplateStrict),
}


@pytest.mark.parametrize("what", REFUSED)
def test_what_is_no_template_is_told_in_its_own_words(what: str) -> None:
    raw, error = REFUSED[what]
    with pytest.raises(RoundtableError) as told:
        made(telework(), raw)
    assert type(told.value) is error
    assert "huis.docx" in str(told.value)


def test_a_damaged_part_is_told_or_does_no_harm(tmp_path: Path) -> None:
    path = tmp_path / "paper.docx"
    document = Document(
        "nl", Cover("T"), (Part(PartKind.CHAPTER, "Deel", (said("a"),), "1"),), contents_title="I"
    )
    for name, content in houses.parts().items():
        for harmed in (
            b"",
            b"\0" * 20,
            content[: len(content) // 2],
            b"<x/>",
            content.replace(b"w:val", b"w:x"),
        ):
            try:
                path.write_bytes(made(document, houses.zipped(houses.parts() | {name: harmed})).content)
            except RoundtableError:
                continue
            docx.Document(str(path))


def test_a_page_on_which_no_paper_could_be_read_is_not_taken() -> None:
    narrow = changed("word/document.xml", b'w:w="11906"', b'w:w="4000"')
    assert House(PATH, narrow).page.width == 11906
    wide = changed("word/document.xml", b'w:w="11906" w:h="16838"', b'w:w="16838" w:h="11906"')
    read = docx.Document(io.BytesIO(made(telework(), wide).content))
    assert read.sections[1].orientation == 1
    assert House(PATH, houses.house()).design("123456").looks["Heading1"].size == 22
    assert House(PATH, houses.house()).design("123456").looks["Normal"].size == 10
    assert paragraph_looks()["Normal"].size == 11


def test_libreoffice_finds_the_contents_right_in_a_template(tool: Callable[[str], str]) -> None:
    from roundtable.report.pdf import pages
    from roundtable.services import office

    tool("soffice")
    house = House(PATH, houses.house())
    told = pages(office.pdf(make_docx(telework(), house=house).content))
    read = docx.Document(io.BytesIO(make_docx(telework(), told, house).content))
    listed = [one.text for one in read.paragraphs if one.style and one.style.name in {"toc 1", "toc 2"}]
    assert [int(one.rpartition("\t")[2]) for one in listed] == [
        told.numbers[key] for key in sorted(told.numbers)
    ]


def with_first_and_even_pages(footer: bytes) -> bytes:
    """Give the template with headers of their own for first and even pages, and another footer."""
    told = houses.parts()
    told["word/header2.xml"] = told["word/header1.xml"].replace(b"Huis &amp; Co", b"Even")
    told["word/_rels/header2.xml.rels"] = told["word/_rels/header1.xml.rels"]
    told["word/header3.xml"] = (
        told["word/footer1.xml"].replace(b"w:ftr", b"w:hdr").replace(b"Huis", b"Eerste")
    )
    told["word/footer1.xml"] = footer
    override = b'<Override PartName="/word/header1.xml" ContentType="'
    kind = told["[Content_Types].xml"].split(override)[1].split(b'"')[0]
    for number in (b"2", b"3"):
        one = override.replace(b"header1", b"header" + number) + kind + b'"/>'
        told["[Content_Types].xml"] = told["[Content_Types].xml"].replace(override, one + override)
    related = told["word/_rels/document.xml.rels"]
    for number in (b"2", b"3"):
        one = b'<Relationship Id="h%s" Type="%s/header" Target="header%s.xml"/>' % (
            number,
            b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            number,
        )
        related = related.replace(b"</Relationships>", one + b"</Relationships>")
    told["word/_rels/document.xml.rels"] = related
    body = told["word/document.xml"].replace(
        b"<w:footerReference",
        b'<w:headerReference w:type="even" r:id="h2"/><w:headerReference w:type="first" r:id="h3"/><w:footerReference',
    )
    told["word/document.xml"] = body.replace(b"</w:sectPr>", b"<w:titlePg/></w:sectPr>")
    told["word/settings.xml"] = told["word/settings.xml"].replace(
        b"<w:defaultTabStop", b"<w:evenAndOddHeaders/><w:defaultTabStop"
    )
    return houses.zipped(told)


def test_first_and_even_pages_have_the_house_s_own_and_pages_are_counted_once(tmp_path: Path) -> None:
    footer = houses.parts()["word/footer1.xml"]
    paged = footer.replace(
        b"</w:p>", b'<w:fldSimple w:instr=" PAGE "><w:r><w:t>7</w:t></w:r></w:fldSimple></w:p>'
    )
    path = tmp_path / "paper.docx"
    path.write_bytes(made(telework(), with_first_and_even_pages(paged)).content)
    assert OpenXmlValidator().validate(str(path)).errors == []
    read = docx.Document(str(path))
    cover, contents = list(read.sections)[:2]
    assert cover.header.paragraphs[0].text == "Eerste & Co, Gent"
    assert cover.footer.is_linked_to_previous
    assert contents.even_page_header.paragraphs[0].text.startswith("Even")
    assert [one.text for one in contents.footer.paragraphs] == ["Huis & Co, Gent2"]
    assert read.settings.odd_and_even_pages_header_footer
    assert "A coloured band" not in read.element.xml
    assert "Een gekleurde band" not in read.element.xml
