"""The paper put together: cover, contents, a section a part, and the parts of the file around them."""

import re
from collections.abc import Mapping
from pathlib import Path

from roundtable.i18n import N_, catalogue
from roundtable.report.document import Document
from roundtable.report.docx import contents, drawings, properties
from roundtable.report.docx.body import Body
from roundtable.report.docx.elements import Element, name, paragraph, root, w
from roundtable.report.docx.inlines import Words, tag
from roundtable.report.docx.numbering import Numbering
from roundtable.report.docx.package import Package
from roundtable.report.docx.pages import Pages, laid_out
from roundtable.report.docx.relations import CORE_PROPERTIES, Relations
from roundtable.report.docx.sections import footer_part, header_part, section
from roundtable.report.docx.styles import styles_part
from roundtable.report.docx.theme import theme_part

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_OFFICE = "application/vnd.openxmlformats-officedocument."
_ACCENT = re.compile(r"#?([0-9A-Fa-f]{6})")
_OUR_ACCENT = "2F7566"
_BAND = N_("A coloured band along the edge of the page")
_LOGO = N_("Logo of {organiser}")


def render_docx(document: Document, pages: Mapping[str, int] | None = None) -> bytes:
    """Write a paper as DOCX, the same bytes for the same paper.

    `pages` says on which page each bookmark of the contents is, where a layout told; otherwise it is estimated.
    """
    return _Renderer(document).rendered(pages or {})


class _Renderer:
    """What a document needs while it is put together."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._package = Package()
        self._relations = Relations()
        self._numbering = Numbering()
        found = _ACCENT.fullmatch(document.accent)
        self._accent = found[1].upper() if found else _OUR_ACCENT
        self._language = tag(document.language) or "en-GB"

    def rendered(self, told: Mapping[str, int]) -> bytes:
        """Give the file."""
        footer = self._relations.add("footer", "footer1.xml")
        body = Body(Words(self._relations), self._numbering, self._accent)
        ends = [
            section(self._header(at, part.title), footer) for at, part in enumerate(self._document.parts, 2)
        ]
        for at, (part, end) in enumerate(zip(self._document.parts, ends, strict=True), 1):
            body.part(part)
            if at < len(ends):
                body.end_section(end)
        front, pages = self._front(body, told, footer)
        last = ends[-1] if ends else section()
        made = root("w:document", "w r a wp wps pic adec mc", w("body", *front, *body.made, last))
        made.set(name("mc:Ignorable"), "adec")
        self._add_parts(made, pages.last)
        return self._package.zipped()

    def _header(self, number: int, title: str) -> str:
        """Add the header of a section, and give its relation's id."""
        path = f"header{number}.xml"
        part = header_part(self._document.cover.title, title)
        self._package.add(f"word/{path}", part, _WORD + "header+xml")
        return self._relations.add("header", path)

    def _front(self, body: Body, told: Mapping[str, int], footer: str) -> tuple[list[Element], Pages]:
        """Give what stands before the parts, and the pages that these are on."""
        if self._document.letter:
            return [], laid_out(body.flow, 1)
        front = [*contents.cover(self._document.cover, *self._drawn())]
        if not body.made:
            return front, Pages(1)
        front.append(_ending(section()))
        landmarks = contents.listed(body.landmarks)
        title, first = self._document.contents_title, 2
        if title:
            first = laid_out(contents.outline(title, landmarks), first).last + 1
        pages = laid_out(body.flow, first)
        if title:
            pages.numbers.update(told)
            front += contents.contents(title, landmarks, pages.numbers)
            front.append(_ending(section(self._header(1, ""), footer)))
        return front, pages

    def _drawn(self) -> list[Element]:
        """Give what is drawn on the cover."""
        texts = catalogue(self._document.language)
        drawn = [drawings.band(self._accent, texts.gettext(_BAND))]
        if self._document.cover.logo:
            picture = drawings.read_picture(Path(self._document.cover.logo))
            path = f"media/logo.{picture.ending}"
            self._package.add_picture(f"word/{path}", picture.content)
            told = texts.gettext(_LOGO).format(organiser=self._document.author).strip()
            drawn.append(drawings.logo(picture, self._relations.add("image", path), told))
        return drawn

    def _add_parts(self, made: Element, pages: int) -> None:
        """Add the parts that every file has."""
        footer = footer_part(self._document.page_label or "{page}", 2, pages)
        for kind, part, content_type in (
            ("footer1", footer, _WORD + "footer+xml"),
            ("styles", styles_part(self._language, self._accent), _WORD + "styles+xml"),
            ("numbering", self._numbering.part(self._accent), _WORD + "numbering+xml"),
            ("settings", properties.settings_part(self._language), _WORD + "settings+xml"),
            ("fontTable", properties.fonts_part(), _WORD + "fontTable+xml"),
            ("theme/theme1", theme_part(self._accent), _OFFICE + "theme+xml"),
        ):
            self._package.add(f"word/{kind}.xml", part, content_type)
            if kind != "footer1":
                self._relations.add(kind.partition("/")[0], f"{kind}.xml")
        self._package.add("word/document.xml", made, _WORD + "document.main+xml")
        self._package.add_relations("word/document.xml", self._relations)
        self._add_properties(pages)

    def _add_properties(self, pages: int) -> None:
        core = properties.core_part(self._document, self._language)
        self._package.add(
            "docProps/core.xml", core, "application/vnd.openxmlformats-package.core-properties+xml"
        )
        self._package.add("docProps/app.xml", properties.app_part(pages), _OFFICE + "extended-properties+xml")
        whole = Relations()
        whole.add("officeDocument", "word/document.xml")
        whole.add(CORE_PROPERTIES, "docProps/core.xml")
        whole.add("extended-properties", "docProps/app.xml")
        self._package.add_relations("", whole)


def _ending(end: Element) -> Element:
    """Give an empty paragraph that ends a section."""
    made = paragraph("Spacer")
    made[0].append(end)
    return made
