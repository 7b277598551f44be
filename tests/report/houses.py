"""A house's own template as a Dutch Word saves it, full of what must not get out; and files that are none."""

import io
import struct
import zipfile
import zlib

PLANTED = "Geheim"
"""What stands wherever the template would tell of who made it, and of what was in it."""

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
_DRAWN = (
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
)
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
MAIN = _WORD + "document.main+xml"
DOTX = _WORD + "template.main+xml"
DOCM = "application/vnd.ms-word.document.macroEnabled.main+xml"


def png(text: str = "") -> bytes:
    """Give a small picture, with a text in it beside what is drawn."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        return (
            struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
        )

    size = struct.pack(">IIBBBBB", 60, 20, 8, 0, 0, 0, 0)
    told = chunk(b"tEXt", b"Author\0" + text.encode()) if text else b""
    drawn = chunk(b"IDAT", zlib.compress((b"\0" + b"\x66" * 60) * 20))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", size) + told + drawn + chunk(b"IEND", b"") + text.encode()


def _style(key: str, name: str, inside: str = "", kind: str = "paragraph", more: str = "") -> str:
    based = "" if more else '<w:basedOn w:val="Standaard"/>' if kind == "paragraph" else ""
    return (
        f'<w:style w:type="{kind}" {more} w:styleId="{key}"><w:name w:val="{name}"/>{based}'
        f'<w:rsid w:val="00A1B2C3"/>{inside}</w:style>'
    )


_STYLES = "".join(
    (
        _style("Standaard", "Normal", '<w:rPr><w:lang w:val="nl-NL"/></w:rPr>', more='w:default="1"'),
        _style(
            "Kop1",
            "heading 1",
            '<w:pPr><w:keepNext/><w:numPr><w:numId w:val="2"/></w:numPr>'
            '<w:spacing w:before="480" w:after="240"/>'
            '<w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:rFonts w:ascii="Georgia" w:hAnsi="Georgia"/>'
            '<w:color w:val="7A1F3D"/><w:sz w:val="44"/></w:rPr>',
        ),
        _style("Kop2", "heading 2", '<w:pPr><w:keepNext/><w:outlineLvl w:val="1"/></w:pPr>'),
        _style(
            "Stijl7",
            "Kop 3",
            '<w:pPr><w:keepNext/><w:outlineLvl w:val="2"/></w:pPr>',
            more='w:customStyle="1"',
        ),
        _style(
            "Titel",
            "Title",
            '<w:rPr><w:rFonts w:ascii="Georgia" w:hAnsi="Georgia"/><w:sz w:val="60"/></w:rPr>',
        ),
        _style("Ondertitel", "Subtitle"),
        _style("Inhopg1", "toc 1", '<w:pPr><w:spacing w:after="100"/></w:pPr>'),
        _style("Lijstopsomteken", "List Bullet", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'),
        _style("Lijstnummering", "List Number"),
        _style("Citaat", "Quote", "<w:rPr><w:i/></w:rPr>"),
        _style(
            "Koptekst",
            "header",
            '<w:pPr><w:tabs><w:tab w:val="center" w:pos="4536"/><w:tab w:val="right" w:pos="9072"/>'
            "</w:tabs></w:pPr>",
        ),
        _style("Label", "Label", "<w:rPr><w:b/></w:rPr>", kind="character"),
        _style("Standaardalinea", "Default Paragraph Font", kind="character", more='w:default="1"'),
        _style("Standaardtabel", "Normal Table", kind="table", more='w:default="1"'),
    )
)
_FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> {0} </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>{1}</w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
_PICTURE = (
    '<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="720000" cy="240000"/>'
    f'<wp:docPr id="7" name="{PLANTED}.png" descr="C:\\Users\\{PLANTED}\\logo.png"/><a:graphic>'
    '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr>'
    f'<pic:cNvPr id="7" name="{PLANTED}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="rId1"/>'
    '<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/>'
    '<a:ext cx="720000" cy="240000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
    "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
)
_BOUND = (
    '<w:sdt><w:sdtPr><w:dataBinding w:xpath="/x" w:storeItemID="{1}"/></w:sdtPr>'
    f"<w:sdtContent><w:r><w:t>{PLANTED}</w:t></w:r></w:sdtContent></w:sdt>"
)
_HEADER = (
    f"<w:hdr {_W} {_R} {_A} {_DRAWN}>"
    f'<w:p w:rsidR="00A1B2C3"><w:pPr><w:pStyle w:val="Koptekst"/></w:pPr>{_PICTURE}'
    "<w:sdt><w:sdtPr/><w:sdtContent><w:r><w:t>Huis &amp; Co</w:t><w:tab/></w:r></w:sdtContent></w:sdt>"
    f'{_BOUND}{_FIELD.format("AUTHOR", PLANTED)}<w:fldSimple w:instr=" FILENAME "><w:r><w:t>{PLANTED}</w:t></w:r>'
    f"</w:fldSimple>{_FIELD.format('TITLE', PLANTED)}"
    f'<w:del w:id="1" w:author="{PLANTED}"><w:r><w:delText>{PLANTED}</w:delText></w:r></w:del>'
    f'<w:ins w:id="2" w:author="{PLANTED}"><w:r><w:t> nv</w:t></w:r></w:ins>'
    f'<w:bookmarkStart w:id="0" w:name="{PLANTED}"/><w:bookmarkEnd w:id="0"/>'
    f'<w:hyperlink r:id="rId2"><w:r><w:t xml:space="preserve"> sinds 1921</w:t></w:r></w:hyperlink></w:p></w:hdr>'
)
_FOOTER = f"<w:ftr {_W}><w:p><w:r><w:t>Huis &amp; Co, Gent</w:t></w:r></w:p></w:ftr>"
_NUMBERING = (
    f'<w:numbering {_W}><w:abstractNum w:abstractNumId="4"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0">'
    '<w:start w:val="1"/><w:numFmt w:val="bullet"/><w:pStyle w:val="Lijstopsomteken"/><w:lvlText w:val="■"/>'
    '<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="360" w:hanging="360"/></w:pPr></w:lvl></w:abstractNum>'
    '<w:abstractNum w:abstractNumId="7"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0">'
    '<w:start w:val="1"/>'
    '<w:numFmt w:val="decimal"/><w:pStyle w:val="Kop1"/><w:lvlText w:val="Hoofdstuk %1"/>'
    '<w:lvlJc w:val="left"/></w:lvl>'
    '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="4"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="7"/></w:num></w:numbering>'
)
_SETTINGS = (
    f'<w:settings {_W}><w:attachedTemplate xmlns:r="{_OFFICE[:-1]}" r:id="rId1"/><w:defaultTabStop w:val="708"/>'
    f'<w:rsids><w:rsidRoot w:val="00A1B2C3"/></w:rsids><w:docVars><w:docVar w:name="x" w:val="{PLANTED}"/></w:docVars>'
    '<w:themeFontLang w:val="nl-NL"/></w:settings>'
)
_COLOURS = "".join(
    f'<a:{name}><a:srgbClr val="{colour}"/></a:{name}>'
    for name, colour in (
        *(("dk1", "000000"), ("lt1", "FFFFFF"), ("dk2", "222222"), ("lt2", "EEEEEE"), ("accent1", "7A1F3D")),
        *((f"accent{number}", "888888") for number in range(2, 7)),
        *(("hlink", "7A1F3D"), ("folHlink", "888888")),
    )
)
_FILLS = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>' * 3
_THEME = (
    f'<a:theme {_A} name="Huis"><a:themeElements><a:clrScheme name="Huis">{_COLOURS}</a:clrScheme>'
    '<a:fontScheme name="Huis"><a:majorFont><a:latin typeface="Georgia"/><a:ea typeface=""/>'
    '<a:cs typeface=""/>'
    '</a:majorFont><a:minorFont><a:latin typeface="Verdana"/><a:ea typeface=""/><a:cs typeface=""/>'
    "</a:minorFont>"
    f'</a:fontScheme><a:fmtScheme name="Huis"><a:fillStyleLst>{_FILLS}</a:fillStyleLst><a:lnStyleLst>'
    + f"<a:ln>{_FILLS[: len(_FILLS) // 3]}</a:ln>" * 3
    + "</a:lnStyleLst><a:effectStyleLst>"
    + "<a:effectStyle><a:effectLst/></a:effectStyle>" * 3
    + f"</a:effectStyleLst><a:bgFillStyleLst>{_FILLS}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
)
_BODY = (
    f"<w:document {_W} {_R}><w:body><w:p><w:r><w:t>{PLANTED}</w:t></w:r></w:p>"
    f"<w:sdt><w:sdtPr/><w:sdtContent><w:p><w:r><w:t>{PLANTED}</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    '<w:sectPr><w:headerReference w:type="default" r:id="rId5"/>'
    '<w:footerReference w:type="default" r:id="rId6"/>'
    '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1985" w:right="1417" w:bottom="1417" w:left="1417" '
    'w:header="708" w:footer="708" w:gutter="0"/></w:sectPr></w:body></w:document>'
)
_DEFAULTS = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Verdana" w:hAnsi="Verdana"/><w:sz w:val="20"/>'
    '<w:lang w:val="nl-NL"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>'
    '<w:spacing w:after="120" w:line="276" '
    'w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>'
)
_CORE = (
    f'<cp:coreProperties xmlns:cp="{_PACKAGE}metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">'
    f"<dc:creator>{PLANTED}</dc:creator><cp:lastModifiedBy>{PLANTED}</cp:lastModifiedBy></cp:coreProperties>"
)
_APP = (
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    f"<Company>{PLANTED}</Company></Properties>"
)


def _relations(*targets: tuple[str, str]) -> str:
    told = "".join(
        f'<Relationship Id="rId{number}" Type="{kind if ":" in kind else _OFFICE + kind}" Target="{target}" '
        f'TargetMode="{"External" if ":" in target else "Internal"}"/>'
        for number, (kind, target) in enumerate(targets, 1)
    )
    return f'<Relationships xmlns="{_PACKAGE}relationships">{told}</Relationships>'


def parts(main: str = MAIN) -> dict[str, bytes]:
    """Give the parts of the template by their paths."""
    kinds = {
        "document": main,
        **{name: f"{_WORD}{name}+xml" for name in ("styles", "numbering", "settings", "comments")},
        "header1": f"{_WORD}header+xml",
        "footer1": f"{_WORD}footer+xml",
        "theme/theme1": "application/vnd.openxmlformats-officedocument.theme+xml",
    }
    types = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{kind}"/>' for name, kind in kinds.items()
    )
    made = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}content-types"><Default Extension="rels" ContentType="'
        'application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="'
        f'application/xml"/><Default Extension="png" ContentType="image/png"/>{types}</Types>',
        "_rels/.rels": _relations(
            ("officeDocument", "word/document.xml"),
            (f"{_PACKAGE}relationships/metadata/core-properties", "docProps/core.xml"),
            ("extended-properties", "docProps/app.xml"),
        ),
        "word/document.xml": _BODY,
        "word/_rels/document.xml.rels": _relations(
            ("styles", "styles.xml"),
            ("numbering", "numbering.xml"),
            ("settings", "settings.xml"),
            ("theme", "theme/theme1.xml"),
            ("header", "header1.xml"),
            ("footer", "footer1.xml"),
            ("comments", "comments.xml"),
        ),
        "word/styles.xml": f"<w:styles {_W}>{_DEFAULTS}{_STYLES}</w:styles>",
        "word/numbering.xml": _NUMBERING,
        "word/settings.xml": _SETTINGS,
        "word/_rels/settings.xml.rels": _relations(
            ("attachedTemplate", f"file:///C:/Users/{PLANTED}/huis.dotm")
        ),
        "word/theme/theme1.xml": _THEME,
        "word/header1.xml": _HEADER,
        "word/_rels/header1.xml.rels": _relations(
            ("image", "media/image1.png"), ("hyperlink", f"file:///C:/{PLANTED}.html")
        ),
        "word/footer1.xml": _FOOTER,
        "word/comments.xml": f'<w:comments {_W}><w:comment w:id="0" w:author="{PLANTED}"/></w:comments>',
        "word/people.xml": f"<people>{PLANTED}</people>",
        "customXml/item1.xml": f"<x>{PLANTED}</x>",
        "docProps/core.xml": _CORE,
        "docProps/app.xml": _APP,
    }
    return {
        **{path: text.encode() for path, text in made.items()},
        "word/media/image1.png": png(PLANTED),
        "docProps/thumbnail.jpeg": PLANTED.encode(),
    }


def zipped(told: dict[str, bytes]) -> bytes:
    """Give a file of parts."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, content in told.items():
            archive.writestr(path, content)
    return file.getvalue()


def house(main: str = MAIN) -> bytes:
    """Give the template as a file."""
    return zipped(parts(main))


def house_naming(name: str) -> bytes:
    """Give the template with somebody's name along the foot of its pages."""
    told = parts()
    foot = "word/footer1.xml"
    line = f"<w:p><w:r><w:t>Vragen aan {name}</w:t></w:r></w:p></w:ftr>"
    return zipped({**told, foot: told[foot].replace(b"</w:ftr>", line.encode())})
