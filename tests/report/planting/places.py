"""The places of a Word document in which names are planted."""

import unicodedata
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from html import escape
from urllib.parse import quote

from roundtable.report.scan import Found
from tests.report.planting.bearers import SPELLINGS, bearers, is_found
from tests.report.planting.files import pdf, spreadsheet
from tests.report.planting.pictures import exif, jpeg, png, svg, xmp
from tests.report.planting.word import (
    Plant,
    W,
    added,
    alternative,
    append,
    embedded,
    foot,
    header,
    house_property,
    house_xml,
    in_body,
    linked,
    opened,
    paper,
    paragraph,
    part,
    pictured,
    remark,
    replaced,
    run,
    zipped,
)


def apart(term: str) -> str:
    """Give a name with its accents and letters apart, as some systems write it."""
    return unicodedata.normalize("NFD", term[:1] + "\u00ad" + term[1:])


def _bookmarked(term: str) -> str:
    name = "_".join("".join(letter if letter.isalnum() else " " for letter in term).split())
    number = zlib.crc32(term.encode()) % 9999
    start = f'<w:bookmarkStart w:id="{number}" w:name="{escape(name)}"/>'
    return paragraph(f'{start}{run("een zin")}<w:bookmarkEnd w:id="{number}"/>')


_CHANGED = 'w:id="{}" w:author="Iemand" w:date="2026-11-20T09:00:00Z"'
_TEXT_BOX = (
    '<w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml" style="width:90pt;height:30pt"><v:textbox>'
    "<w:txbxContent>{}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
)
_TABLE = (
    '<w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/></w:tblPr><w:tblGrid><w:gridCol w:w="2000"/></w:tblGrid>'
    '<w:tr><w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr>{}</w:tc></w:tr></w:tbl>'
)

# Where a word processor takes over what was planted, so that the plant is there when it has saved the file.
SURVIVING: Mapping[str, Plant] = {
    "text": in_body(lambda term: paragraph(run(f"zoals {term} zei"))),
    "two runs": in_body(lambda term: paragraph(run("zoals " + term[:2], "<w:b/>") + run(term[2:] + " zei"))),
    "a run a letter": in_body(
        lambda term: paragraph("".join(run(letter, "<w:i/>") for letter in f"zo {term}"))
    ),
    "soft hyphen": in_body(lambda term: paragraph(run(f"zoals {term[:3]}\u00ad{term[3:]} zei"))),
    "no width": in_body(lambda term: paragraph(run(f"zoals {term[:2]}\u200b{term[2:]}\u2060 zei"))),
    "letters apart": in_body(lambda term: paragraph(run(f"zoals {apart(term)} zei"))),
    "right to left": in_body(lambda term: paragraph(run(f"\u05d0\u05d1 \u200f{term}\u200f \u0645\u0631 🙂"))),
    "emoji": in_body(lambda term: paragraph(run(f"👍{term}🙂‍↔️"))),
    "quotation marks": in_body(lambda term: paragraph(run(f"“{term}”"))),
    "cell": in_body(lambda term: _TABLE.format(paragraph(run(term))) + paragraph("")),
    "text box": in_body(lambda term: paragraph(_TEXT_BOX.format(paragraph(run(f"van {term}"))))),
    "hidden text": in_body(lambda term: paragraph(run("zichtbaar ") + run(f"zei {term}", "<w:vanish/>"))),
    "white text": in_body(lambda term: paragraph(run(f"zei {term}", '<w:color w:val="FFFFFF"/>'))),
    "tracked insertion": in_body(
        lambda term: paragraph(f"<w:ins {_CHANGED.format(801)}>{run(f'zei {term} toen')}</w:ins>")
    ),
    "tracked deletion": in_body(
        lambda term: paragraph(
            run("wij ")
            + f"<w:del {_CHANGED.format(802)}><w:r><w:delText>zei {escape(term)} toen</w:delText></w:r></w:del>"
        )
    ),
    "tracked author": in_body(
        lambda term: paragraph(
            f'<w:ins w:id="803" w:author="{escape(term)}" w:date="2026-11-20T09:00:00Z">{run("erbij")}</w:ins>'
        )
    ),
    "comment": lambda parts, term: remark(parts, term, f"vraag dit aan {term} zelf", "Redactie"),
    "comment author": lambda parts, term: remark(parts, term, "na te kijken", term),
    "alternative text": alternative("descr"),
    "title of a picture": alternative("title"),
    "name of a picture": alternative("name"),
    "bookmark": in_body(_bookmarked),
    "field": in_body(
        lambda term: paragraph(
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
            f'<w:r><w:instrText xml:space="preserve"> DOCPROPERTY "{escape(term)}" </w:instrText></w:r>'
            f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run("x")}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        )
    ),
    "link": linked(lambda term: f"https://voorbeeld.example/wie/{quote(term)}"),
    "link to mail": linked(lambda term: f"mailto:{quote(term)}"),
    "header": header("header"),
    "footer": header("footer"),
    "footnote": foot("footnote"),
    "endnote": foot("endnote"),
    "property title": replaced("docProps/core.xml", "dc:title"),
    "property subject": replaced("docProps/core.xml", "dc:subject"),
    "property author": replaced("docProps/core.xml", "dc:creator"),
    "property keywords": added(
        "docProps/core.xml", "</cp:coreProperties>", lambda term: f"<cp:keywords>{term}</cp:keywords>"
    ),
    "property description": added(
        "docProps/core.xml", "</cp:coreProperties>", lambda term: f"<dc:description>{term}</dc:description>"
    ),
    "property of the house": house_property,
    "content control": in_body(
        lambda term: (
            f'<w:sdt><w:sdtPr><w:alias w:val="{escape(term)}"/></w:sdtPr><w:sdtContent>'
            f"{paragraph(run('een zin'))}</w:sdtContent></w:sdt>"
        )
    ),
    "PNG tEXt": pictured(lambda term: png((b"tEXt", b"Author\0" + term.encode("cp1252")))),
    "PNG iTXt": pictured(lambda term: png((b"iTXt", b"Author\0\0\0nl\0\0" + term.encode()))),
    "PNG zTXt": pictured(
        lambda term: png((b"zTXt", b"Comment\0\0" + zlib.compress(b"van " + term.encode("cp1252"))))
    ),
    "EXIF of a PNG": pictured(lambda term: png((b"eXIf", exif(0x013B, term.encode())[6:]))),
    "EXIF artist": pictured(lambda term: jpeg(0xE1, exif(0x013B, term.encode() + b"\0")), "jpg"),
    "EXIF in two bytes": pictured(
        lambda term: jpeg(0xE1, exif(0x9C9D, term.encode("utf-16-le") + b"\0\0", 1)), "jpg"
    ),
    "XMP of a picture": pictured(
        lambda term: jpeg(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + xmp(term)), "jpg"
    ),
    "IPTC of a picture": pictured(
        lambda term: jpeg(
            0xED,
            b"Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0\x40\x1c\x02\x50\0\x20" + term.encode("cp1252"),
        ),
        "jpg",
    ),
    "remark of a picture": pictured(lambda term: jpeg(0xFE, b"gemaakt door " + term.encode()), "jpg"),
}

# Where a word processor would lose what was planted, or is none.
PASSING: Mapping[str, Plant] = {
    "encoded": in_body(lambda term: paragraph(run(f"zie x/{quote(term)}"))),
    "hidden style": lambda parts, term: (
        added(
            "word/styles.xml",
            "</w:styles>",
            lambda _term: (
                '<w:style w:type="character" w:styleId="Weg"><w:name w:val="Weg"/>'
                "<w:rPr><w:vanish/></w:rPr></w:style>"
            ),
        )(parts, ""),
        append(parts, paragraph(run(f"zei {term}", '<w:rStyle w:val="Weg"/>'))),
    )[1],
    "simple field": in_body(
        lambda term: paragraph(f'<w:fldSimple w:instr=" AUTHOR {escape(term)} ">{run("x")}</w:fldSimple>')
    ),
    "field in two runs": in_body(
        lambda term: paragraph(
            f"<w:r><w:instrText> TC {escape(term[:3])}</w:instrText></w:r>"
            f"<w:r><w:instrText>{escape(term[3:])} </w:instrText></w:r>"
        )
    ),
    "tracked look": in_body(
        lambda term: paragraph(
            f'<w:r><w:rPr><w:b/><w:rPrChange w:id="9" w:author="{escape(term)}"><w:rPr/></w:rPrChange></w:rPr>'
            "<w:t>x</w:t></w:r>"
        )
    ),
    "moved": in_body(
        lambda term: paragraph(f"<w:moveFrom {_CHANGED.format(804)}>{run(f'zei {term} toen')}</w:moveFrom>")
    ),
    "halves of a change": in_body(
        lambda term: paragraph(
            run(term[:2])
            + f"<w:ins {_CHANGED.format(805)}>{run('xx')}</w:ins>"
            + f"<w:del {_CHANGED.format(806)}><w:r><w:delText>{escape(term[2:])}</w:delText></w:r></w:del>"
        )
    ),
    "tip of a link": in_body(
        lambda term: paragraph(
            f'<w:hyperlink w:anchor="x" w:tooltip="{escape(term)}">{run("hier")}</w:hyperlink>'
        )
    ),
    "tag of a control": in_body(
        lambda term: (
            f'<w:sdt><w:sdtPr><w:tag w:val="{escape(term)}"/></w:sdtPr><w:sdtContent>'
            f"{paragraph(run('een zin'))}</w:sdtContent></w:sdt>"
        )
    ),
    "choice of a control": in_body(
        lambda term: (
            f'<w:sdt><w:sdtPr><w:dropDownList><w:listItem w:displayText="{escape(term)}" w:value="1"/>'
            f"</w:dropDownList></w:sdtPr><w:sdtContent>{paragraph(run('een zin'))}</w:sdtContent></w:sdt>"
        )
    ),
    "field of a form": in_body(
        lambda term: paragraph(
            f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:textInput><w:default w:val="{escape(term)}"/>'
            "</w:textInput></w:ffData></w:fldChar></w:r>"
        )
    ),
    "description of a table": in_body(
        lambda term: _TABLE.format(paragraph("")).replace(
            "</w:tblPr>", f'<w:tblDescription w:val="{escape(term)}"/></w:tblPr>'
        )
    ),
    "mark of a list": added(
        "word/numbering.xml",
        "</w:numbering>",
        lambda term: (
            f'<w:abstractNum w:abstractNumId="99"><w:lvl><w:lvlText w:val="{term} %1"/></w:lvl></w:abstractNum>'
        ),
    ),
    "water mark": in_body(
        lambda term: paragraph(
            '<w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml">'
            f'<v:textpath string="voor {escape(term)}"/></v:shape></w:pict></w:r>'
        )
    ),
    "mark of a note": in_body(lambda term: paragraph(run(f"zoals {term}1 zei"))),
    "property changed by": replaced("docProps/core.xml", "cp:lastModifiedBy"),
    "property category": added(
        "docProps/core.xml", "</cp:coreProperties>", lambda term: f"<cp:category>{term}</cp:category>"
    ),
    "property company": added("docProps/app.xml", "</Properties>", lambda term: f"<Company>{term}</Company>"),
    "property manager": added("docProps/app.xml", "</Properties>", lambda term: f"<Manager>{term}</Manager>"),
    "property template": added(
        "docProps/app.xml", "</Properties>", lambda term: f"<Template>{term}.dotx</Template>"
    ),
    "text of custom XML": house_xml(lambda term: f"<klant><naam>{term}</naam></klant>"),
    "attribute of custom XML": house_xml(lambda term: f'<klant naam="{term}"/>'),
    "remark in custom XML": house_xml(lambda term: f"<klant><!-- {term} --></klant>"),
    "people": part(
        "word/people{}.xml",
        lambda term: f'<p:people xmlns:p="x"><p:person p:author="{escape(term)}"/></p:people>'.encode(),
    ),
    "variable": added(
        "word/settings.xml",
        "</w:settings>",
        lambda term: f'<w:docVars><w:docVar w:name="klant" w:val="{term}"/></w:docVars>',
    ),
    "name of a style": added(
        "word/styles.xml",
        "</w:styles>",
        lambda term: f'<w:style w:type="character" w:styleId="x9"><w:name w:val="Kop {term}"/></w:style>',
    ),
    "glossary": part(
        "word/glossary/document{}.xml",
        lambda term: (
            f'<w:document xmlns:w="{W}"><w:body>{paragraph(run(f"groet van {term}"))}</w:body></w:document>'.encode()
        ),
    ),
    "chart": part(
        "word/charts/chart{}.xml",
        lambda term: f'<c:c xmlns:c="c"><c:v>{escape(term)}</c:v></c:c>'.encode(),
    ),
    "drawing": part(
        "word/diagrams/data{}.xml",
        lambda term: (
            f'<a:p xmlns:a="a"><a:r><a:t>{escape(term[:2])}</a:t></a:r><a:r><a:t>{escape(term[2:])}'.encode()
            + b"</a:t></a:r></a:p>"
        ),
    ),
    "printer": part(
        "word/printerSettings{}.bin", lambda term: b"\1\2\0" + term.encode("utf-16-le") + b"\0\0\3"
    ),
    "name of a part": lambda parts, term: parts.update({f"word/media/{term.replace(' ', '_')}.png": png()}),
    "workbook": embedded("xlsx", spreadsheet),
    "document in it": embedded("docx", lambda term: _planted_alone("text", term)),
    "document in a document": embedded(
        "docx", lambda term: zipped({"word/embeddings/x.docx": _planted_alone("comment", term)})
    ),
    "old object": embedded(
        "bin", lambda term: b"\xd0\xcf\x11\xe0" + bytes(40) + term.encode("utf-16-le") + bytes(40)
    ),
    "drawing of a house": part("word/media/{}.svg", svg),
    "letters of a metafile": part(
        "word/media/{}.emf", lambda term: b"\1\0\0\0" + bytes(60) + term.encode("utf-16-le") + bytes(9)
    ),
    "PDF in it": embedded("pdf", lambda term: pdf(term, "/Subject")),
    "behind a picture": part("word/media/{}.jpg", lambda term: jpeg(0xFE, b"x", term.encode())),
    "behind a PNG": part("word/media/{}.png", lambda term: png() + term.encode()),
}


def _planted_alone(place: str, term: str) -> bytes:
    parts = opened(paper())
    SURVIVING[place](parts, term)
    return zipped(parts)


@dataclass(frozen=True, slots=True)
class Planted:
    """A file in which names were planted: by place, and the spelling that was put there."""

    content: bytes
    plants: tuple[tuple[str, str], ...]

    def missed(self, found: Iterable[Found]) -> list[tuple[str, str]]:
        """Give the plants that were not found."""
        known = tuple(found)
        return [(place, term) for place, term in self.plants if not is_found(term, known)]


# A place that holds one value only, or is the whole file's.
_ONCE = frozenset(
    f"property {name}"
    for name in ("title", "subject", "author", "keywords", "description", "changed by", "category")
)


def planted(
    places: Mapping[str, Plant],
    count: int,
    first: int = 0,
    content: bytes | None = None,
) -> Planted:
    """Plant so many names, each another person's, in one place after another."""
    parts = opened(content or paper())
    plants: list[tuple[str, str]] = []
    rounds = 0
    while len(plants) < count:
        for place, plant in places.items():
            if len(plants) < count and not (rounds and place in _ONCE):
                # The spelling changes with each round, so that every place gets to see others.
                number = first + len(plants)
                term = SPELLINGS[(number + rounds * 3) % len(SPELLINGS)](bearers()[number % len(bearers())])
                plant(parts, term)
                plants.append((place, term))
        rounds += 1
    return Planted(zipped(parts), tuple(plants))
