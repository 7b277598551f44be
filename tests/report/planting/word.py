"""Planting in a Word document, by editing the XML of its parts."""

import io
import zipfile
from collections.abc import Callable, Mapping
from functools import cache
from html import escape

from roundtable.report.docx import render_docx
from tests.report.papers import telework
from tests.report.planting.pictures import png

Parts = dict[str, bytes]
Plant = Callable[[Parts, str], None]
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_REL = "http://schemas.openxmlformats.org/package/2006/relationships"


@cache
def paper() -> bytes:
    """Give a clean paper."""
    return render_docx(telework())


def opened(content: bytes) -> Parts:
    """Give the parts of a zip."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(parts: Mapping[str, bytes], remark: str = "") -> bytes:
    """Give the zip of parts."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
        archive.comment = remark.encode()
    return file.getvalue()


# In the text of a Word document.


def append(parts: Parts, xml: str) -> None:
    """Put paragraphs at the end of the text."""
    text = parts["word/document.xml"].decode()
    place = text.rindex("<w:sectPr")
    parts["word/document.xml"] = (text[:place] + xml + text[place:]).encode()


def paragraph(inner: str) -> str:
    return f"<w:p>{inner}</w:p>"


def run(text: str, properties: str = "") -> str:
    rpr = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{rpr}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def in_body(made: Callable[[str], str]) -> Plant:
    return lambda parts, term: append(parts, made(term))


def _relation(
    parts: Parts, kind: str, target: str, *, outside: bool = False, of: str = "word/document.xml"
) -> str:
    folder, _, name = of.rpartition("/")
    path = f"{folder}/_rels/{name}.rels".lstrip("/")
    known = parts.get(path, f'<Relationships xmlns="{_REL}"></Relationships>'.encode()).decode()
    key = f"planted{known.count('<Relationship ')}"
    mode = ' TargetMode="External"' if outside else ""
    made = f'<Relationship Id="{key}" Type="{_R}/{kind}" Target="{escape(target)}"{mode}/>'
    parts[path] = known.replace("</Relationships>", made + "</Relationships>").encode()
    return key


def _typed(parts: Parts, path: str, kind: str) -> None:
    """Say what a part is."""
    types = parts["[Content_Types].xml"].decode()
    if f'PartName="/{path}"' not in types:
        made = f'<Override PartName="/{path}" ContentType="{kind}"/></Types>'
        parts["[Content_Types].xml"] = types.replace("</Types>", made).encode()


def _ending(parts: Parts, ending: str, kind: str) -> None:
    types = parts["[Content_Types].xml"].decode()
    if f'Extension="{ending}"' not in types:
        made = f'<Default Extension="{ending}" ContentType="{kind}"/><Override '
        parts["[Content_Types].xml"] = types.replace("<Override ", made, 1).encode()


_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}+xml"


def _word_part(parts: Parts, name: str, root: str, inner: str) -> None:
    """Put something into a part of Word's, made where there is none yet."""
    path = f"word/{name}.xml"
    if path not in parts:
        parts[path] = f'<w:{root} xmlns:w="{W}" xmlns:r="{_R}"></w:{root}>'.encode()
        _relation(parts, name, f"{name}.xml")
        _typed(parts, path, _WORD_TYPE.format(name))
    parts[path] = parts[path].replace(f"</w:{root}>".encode(), inner.encode() + f"</w:{root}>".encode())


def remark(parts: Parts, term: str, text: str, author: str) -> None:
    number = parts.get("word/comments.xml", b"").count(b"<w:comment ") + 50
    _word_part(
        parts,
        "comments",
        "comments",
        f'<w:comment w:id="{number}" w:author="{escape(author)}" w:date="2026-11-20T09:00:00Z" w:initials="x">'
        f"{paragraph(run(text))}</w:comment>",
    )
    anchor = f'<w:commentRangeStart w:id="{number}"/>{run("een zin")}<w:commentRangeEnd w:id="{number}"/>'
    append(parts, paragraph(f'{anchor}<w:r><w:commentReference w:id="{number}"/></w:r>'))
    assert term in text + author


def foot(kind: str) -> Plant:
    def plant(parts: Parts, term: str) -> None:
        path = f"word/{kind}s.xml"
        if path not in parts:
            dividers = "".join(
                f'<w:{kind} w:type="{name}" w:id="{number}">{paragraph(f"<w:r><w:{tag}/></w:r>")}</w:{kind}>'
                for number, (name, tag) in enumerate(
                    (("separator", "separator"), ("continuationSeparator", "continuationSeparator"))
                )
            )
            _word_part(parts, f"{kind}s", f"{kind}s", dividers)
        number = parts[path].count(f"<w:{kind} ".encode())
        _word_part(
            parts,
            f"{kind}s",
            f"{kind}s",
            f'<w:{kind} w:id="{number}">{paragraph(run(f" volgens {term} zelf"))}</w:{kind}>',
        )
        append(parts, paragraph(f'{run("een zin")}<w:r><w:{kind}Reference w:id="{number}"/></w:r>'))

    return plant


def header(kind: str) -> Plant:
    def plant(parts: Parts, term: str) -> None:
        path = min(name for name in parts if name.startswith(f"word/{kind}"))
        end = "</w:hdr>" if kind == "header" else "</w:ftr>"
        parts[path] = parts[path].replace(end.encode(), f"{paragraph(run(f'van {term} zelf'))}{end}".encode())

    return plant


def _picture_in_text(parts: Parts, path: str, descr: str = "", title: str = "", name: str = "x") -> str:
    key = _relation(parts, "image", path.removeprefix("word/"))
    number = len(parts) + parts["word/document.xml"].count(b"docPr ") + 900
    a = "http://schemas.openxmlformats.org/drawingml/2006"
    return paragraph(
        f'<w:r><w:drawing><wp:inline xmlns:wp="{a}/wordprocessingDrawing"><wp:extent cx="360000" cy="120000"/>'
        f'<wp:docPr id="{number}" name="{escape(name)}" descr="{escape(descr)}" title="{escape(title)}"/>'
        f'<a:graphic xmlns:a="{a}/main"><a:graphicData uri="{a}/picture"><pic:pic xmlns:pic="{a}/picture">'
        f'<pic:nvPicPr><pic:cNvPr id="{number}" name="x"/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{key}" xmlns:r="{_R}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        '<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="360000" cy="120000"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r>"
    )


def pictured(made: Callable[[str], bytes], ending: str = "png") -> Plant:
    """Put a picture into the text, in which something is written."""

    def plant(parts: Parts, term: str) -> None:
        path = f"word/media/planted{len(parts)}.{ending}"
        parts[path] = made(term)
        _ending(parts, ending, f"image/{'jpeg' if ending == 'jpg' else ending}")
        append(parts, _picture_in_text(parts, path))

    return plant


def alternative(which: str) -> Plant:
    def plant(parts: Parts, term: str) -> None:
        path = f"word/media/planted{len(parts)}.png"
        parts[path] = png()
        _ending(parts, "png", "image/png")
        append(parts, _picture_in_text(parts, path, **{which: f"foto van {term} aan tafel"}))

    return plant


def linked(target: Callable[[str], str]) -> Plant:
    def plant(parts: Parts, term: str) -> None:
        key = _relation(parts, "hyperlink", target(term), outside=True)
        append(parts, paragraph(f'<w:hyperlink r:id="{key}">{run("hier")}</w:hyperlink>'))

    return plant


def added(part: str, end: str, made: Callable[[str], str]) -> Plant:
    def plant(parts: Parts, term: str) -> None:
        parts[part] = parts[part].replace(end.encode(), made(escape(term)).encode() + end.encode())

    return plant


def replaced(part: str, tag: str) -> Plant:
    """Put a name in the place of what a property says."""

    def plant(parts: Parts, term: str) -> None:
        text = parts[part].decode()
        start = text.index(f"<{tag}>") + len(tag) + 2 if f"<{tag}>" in text else text.index(f"<{tag}/>")
        end = text.index(f"</{tag}>") if f"</{tag}>" in text else start
        made = text[:start] + escape(term) + text[end:]
        if f"</{tag}>" not in text:
            made = text.replace(f"<{tag}/>", f"<{tag}>{escape(term)}</{tag}>")
        parts[part] = made.encode()

    return plant


_CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"


def house_property(parts: Parts, term: str) -> None:
    path = "docProps/custom.xml"
    if path not in parts:
        parts[path] = f'<Properties xmlns="{_CUSTOM}" xmlns:vt="{_TYPES}"></Properties>'.encode()
        _relation(parts, "custom-properties", path, of="")
        _typed(parts, path, "application/vnd.openxmlformats-officedocument.custom-properties+xml")
    number = parts[path].count(b"<property ") + 2
    made = (
        f'<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="{number}" name="Klant {number}">'
        f"<vt:lpwstr>{escape(term)}</vt:lpwstr></property></Properties>"
    )
    parts[path] = parts[path].replace(b"</Properties>", made.encode())


def house_xml(made: Callable[[str], str]) -> Plant:
    def plant(parts: Parts, term: str) -> None:
        path = f"customXml/item{len(parts)}.xml"
        parts[path] = made(escape(term)).encode()
        _relation(parts, "customXml", f"../{path}")

    return plant


def embedded(ending: str, made: Callable[[str], bytes]) -> Plant:
    def plant(parts: Parts, term: str) -> None:
        path = f"word/embeddings/planted{len(parts)}.{ending}"
        parts[path] = made(term)
        _ending(parts, ending, "application/octet-stream")
        _relation(parts, "package", path.removeprefix("word/"))

    return plant


def part(path: str, made: Callable[[str], bytes]) -> Plant:
    def plant(parts: Parts, term: str) -> None:
        name = path.format(len(parts))
        parts[name] = made(term)
        _ending(parts, name.rpartition(".")[2], "application/octet-stream")

    return plant
