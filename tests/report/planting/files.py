"""Planting in files of other kinds: HTML, Markdown, PDF, spreadsheets, text, pictures."""

import base64
import io
from collections.abc import Callable, Mapping
from html import escape
from urllib.parse import quote

from tests.report.planting.pictures import png, svg, xmp


def spreadsheet(term: str) -> bytes:
    """Give a workbook with a word in a cell."""
    from openpyxl import Workbook

    book, file = Workbook(), io.BytesIO()
    sheet = book.worksheets[0]
    sheet.append(["Sector", f"gezegd door {term}"])
    book.save(file)
    return file.getvalue()


def pdf(term: str, place: str) -> bytes:
    """Give a PDF with a name in one of its places; those with a stroke are properties."""
    from pypdf import PdfWriter
    from pypdf.annotations import FreeText
    from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject, TextStringObject

    writer, file = PdfWriter(), io.BytesIO()
    page = writer.add_blank_page(400, 100)
    match place:
        case "text" | "text over two lines":
            font = DictionaryObject(
                {NameObject(f"/{key}"): NameObject(f"/{value}") for key, value in _FONT.items()}
            )
            page[NameObject("/Resources")] = DictionaryObject(
                {NameObject("/Font"): DictionaryObject({NameObject("/F1"): font})}
            )
            shown = DecodedStreamObject()
            words = term if place == "text" else term[:3] + "-) Tj 0 -14 Td (" + term[3:]
            shown.set_data(f"BT /F1 12 Tf 10 50 Td (zoals {words} zei) Tj ET".encode("cp1252"))
            page[NameObject("/Contents")] = writer._add_object(shown)  # noqa: SLF001 — there is no other way
        case "remark":
            writer.add_annotation(0, FreeText(text=f"vraag {term}", rect=(1, 1, 90, 20)))
        case "outline":
            writer.add_outline_item(title=f"van {term}", page_number=0)
        case "attachment":
            writer.add_attachment("lijst.txt", f"naam\n{term}\n".encode())
        case "alternative text":
            figure = {
                NameObject("/S"): NameObject("/Figure"),
                NameObject("/Alt"): TextStringObject(f"foto van {term}"),
            }
            writer._root_object[NameObject("/StructTreeRoot")] = DictionaryObject(figure)  # noqa: SLF001 — the same
        case "XMP":
            writer.xmp_metadata = xmp(term)
        case _:
            writer.add_metadata({place: f"van {term}"})
    writer.write(file)
    return file.getvalue()


_FONT = {"Type": "Font", "Subtype": "Type1", "BaseFont": "Helvetica", "Encoding": "WinAnsiEncoding"}


def _written_picture(term: str) -> bytes:
    return png((b"tEXt", b"Author\0" + term.encode("cp1252")))


def _page(inner: str, head: str = "") -> bytes:
    return f"<!doctype html><html lang=nl><head><title>x</title>{head}</head><body>{inner}</body></html>".encode()


# Files of other kinds: name of the file, and what is in it.
FILES: Mapping[str, tuple[str, Callable[[str], bytes]]] = {
    "HTML text": ("x.html", lambda term: _page(f"<p>zoals {escape(term)} zei</p>")),
    "HTML entities": (
        "x.html",
        lambda term: _page("<p>van " + "".join(f"&#{ord(letter)};" for letter in term) + "</p>"),
    ),
    "HTML halves": ("x.html", lambda term: _page(f"<p>zoals <b>{term[:2]}</b>{term[2:]} zei</p>")),
    "HTML remark": ("x.html", lambda term: _page(f"<!-- vraag {term} -->")),
    "HTML hidden": ("x.html", lambda term: _page(f"<div hidden><p>zei {term}</p></div>")),
    "HTML not displayed": ("x.html", lambda term: _page(f'<p style="display:none">zei {term}</p>')),
    "HTML picture": ("x.html", lambda term: _page(f'<img src="a.png" alt="foto van {escape(term)}">')),
    "HTML author": ("x.html", lambda term: _page("", f'<meta name="author" content="{escape(term)}">')),
    "HTML link": ("x.html", lambda term: _page(f'<a href="https://a.example/{quote(term)}">hier</a>')),
    "HTML attribute": ("x.html", lambda term: _page(f'<p data-wie="{escape(term)}">een zin</p>')),
    "HTML script": ("x.html", lambda term: _page(f"<script>var wie = '{term}';</script>")),
    "HTML drawing": ("x.html", lambda term: _page(svg(term).decode())),
    "HTML picture in it": (
        "x.html",
        lambda term: _page(
            f'<img src="data:image/png;base64,{base64.b64encode(_written_picture(term)).decode()}">'
        ),
    ),
    "Markdown text": ("x.md", lambda term: f"# Kop\n\nzoals {term} zei\n".encode()),
    "Markdown halves": ("x.md", lambda term: f"zoals **{term[:3]}**{term[3:]} zei\n".encode()),
    "Markdown escapes": (
        "x.md",
        lambda term: ("zoals " + term.replace("-", "\\-").replace(".", "\\.") + " zei").encode(),
    ),
    "Markdown entities": ("x.md", lambda term: f"van &#{ord(term[0])};{term[1:]}\n".encode()),
    "Markdown remark": ("x.md", lambda term: f"een zin\n\n<!-- vraag\n{term} -->\n".encode()),
    "Markdown link": ("x.md", lambda term: f"[hier](https://a.example/{quote(term)})\n".encode()),
    "Markdown picture": ("x.md", lambda term: f"![foto van {term}](a.png)\n".encode()),
    "Markdown author": ("x.md", lambda term: f"---\ntitle: x\nauthor: {term}\n---\n\neen zin\n".encode()),
    "Markdown table": ("x.md", lambda term: f"| a | b |\n|---|---|\n| x | {term} |\n".encode()),
    "PDF text": ("x.pdf", lambda term: pdf(term, "text")),
    "PDF text over two lines": ("x.pdf", lambda term: pdf(term, "text over two lines")),
    "PDF author": ("x.pdf", lambda term: pdf(term, "/Author")),
    "PDF keywords": ("x.pdf", lambda term: pdf(term, "/Keywords")),
    "PDF remark": ("x.pdf", lambda term: pdf(term, "remark")),
    "PDF outline": ("x.pdf", lambda term: pdf(term, "outline")),
    "PDF attachment": ("x.pdf", lambda term: pdf(term, "attachment")),
    "PDF alternative text": ("x.pdf", lambda term: pdf(term, "alternative text")),
    "PDF XMP": ("x.pdf", lambda term: pdf(term, "XMP")),
    "workbook": ("x.xlsx", spreadsheet),
    "CSV": ("x.csv", lambda term: f"sector;tekst\nzorg;zei {term}\n".encode("cp1252")),
    "text in two bytes": ("x.txt", lambda term: f"zoals {term} zei".encode("utf-16")),
    "picture alone": ("x.png", _written_picture),
}
