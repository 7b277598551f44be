"""The paper put together: cover, contents, a section a part, and the parts of the file around them."""

import re
from dataclasses import dataclass
from pathlib import Path

from roundtable.i18n import N_, catalogue
from roundtable.report.document import OUR_ACCENT, Document
from roundtable.report.docx import contents, drawings, properties
from roundtable.report.docx.body import Body
from roundtable.report.docx.edges import RunningParts
from roundtable.report.docx.elements import Element, name, paragraph
from roundtable.report.docx.house import House, used_styles
from roundtable.report.docx.house_styles import add_styles, missing, rename, settle_styles
from roundtable.report.docx.inlines import Words, tag
from roundtable.report.docx.look import BAND, our_design
from roundtable.report.docx.numbering import Numbering
from roundtable.report.docx.package import Package
from roundtable.report.docx.pages import Pages, laid_out
from roundtable.report.docx.relations import CORE_PROPERTIES, Relations
from roundtable.report.docx.sections import section
from roundtable.report.docx.styles import style_names, styles_part
from roundtable.report.docx.theme import theme_part

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_OFFICE = "application/vnd.openxmlformats-officedocument."
_ACCENT = re.compile(r"#?([0-9A-Fa-f]{6})")
_BAND = N_("A coloured band along the edge of the page")
_LOGO = N_("Logo of {organiser}")


@dataclass(frozen=True, slots=True)
class Made:
    """A paper as DOCX, and the names of our styles that were added because the house's template lacks them."""

    content: bytes
    added: tuple[str, ...] = ()


def render_docx(document: Document) -> bytes:
    """Write a paper as DOCX, the same bytes for the same paper."""
    return make_docx(document).content


def make_docx(document: Document, pages: Pages | None = None, house: House | None = None) -> Made:
    """Write a paper as DOCX, in the template of a house if one is given.

    `pages` says where each bookmark of the contents is, where a layout told; otherwise it is estimated. Raises
    LogoNotReadable.
    """
    return _Renderer(document, house).made(pages)


class _Renderer:
    """What a document needs while it is put together."""

    def __init__(self, document: Document, house: House | None) -> None:
        self._document = document
        self._house = house
        self._package = Package()
        self._relations = Relations()
        self._numbering = Numbering(house.lists if house else None)
        found = _ACCENT.fullmatch(document.accent)
        accent = (found[1] if found else OUR_ACCENT[1:]).upper()
        self._design = house.design(accent) if house else our_design(accent)
        self._language = tag(document.language) or "en-GB"
        self._running = RunningParts(document, self._design, self._relations, house)

    def made(self, told: Pages | None) -> Made:
        """Give the file."""
        page, parts = self._design.page, self._document.parts
        first = self._running.of_section("") if parts and self._document.contents_title else ()
        body = Body(Words(self._relations), self._numbering, self._design)
        ends = [section(page, self._running.of_section(part.title)) for part in parts]
        for at, (part, end) in enumerate(zip(parts, ends, strict=True), 1):
            body.part(part)
            if at < len(ends):
                body.end_section(end)
        ends = ends or [section(page, self._running.of_cover(), cover=True)]
        front, pages = self._front(body, told, section(page, first))
        body.made[:0] = front
        body.made.append(ends[-1])
        body.whole.set(name("mc:Ignorable"), "adec")
        added = self._add_parts(body.whole, pages.last)
        return Made(self._package.zipped(), added)

    def _front(self, body: Body, told: Pages | None, end: Element) -> tuple[list[Element], Pages]:
        """Give what stands before the parts, and the pages that these are on; `end` ends the contents."""
        page = self._design.page
        if self._document.letter:
            return [], laid_out(body.flow, page, 1)
        front = [*contents.cover(self._document.cover, page, *self._drawn())]
        if not self._document.parts:
            return front, Pages(1)
        front.append(_ending(section(page, self._running.of_cover(), cover=True)))
        landmarks = contents.listed(body.landmarks)
        title, first = self._document.contents_title, 2
        if title:
            first = laid_out(contents.outline(title, landmarks, self._design), page, first).last + 1
        pages = laid_out(body.flow, page, first)
        if told:
            pages = Pages(told.last, pages.numbers | told.numbers)
        if title:
            front += contents.contents(title, landmarks, pages.numbers, self._design)
            front.append(_ending(end))
        return front, pages

    def _drawn(self) -> list[Element]:
        """Give what is drawn on the cover: no band where the house has a first page of its own, or no room for it."""
        texts = catalogue(self._document.language)
        room = self._design.page.left > BAND and not self._running.of_cover()
        drawn = [drawings.band(self._design, texts.gettext(_BAND))] if room else []
        if self._document.cover.logo:
            picture = drawings.read_picture(Path(self._document.cover.logo))
            path = f"media/logo.{picture.ending}"
            self._package.add_picture(f"word/{path}", picture.content)
            told = texts.gettext(_LOGO).format(organiser=self._document.author).strip()
            relation = self._relations.add("image", path)
            drawn.append(drawings.logo(picture, self._design.page, relation, told))
        return drawn

    def _add_parts(self, made: Element, pages: int) -> tuple[str, ...]:
        """Add the parts that every file has; give the styles that were added to the house's."""
        ours = [made, *self._running.write(self._package, pages)]
        there = self._house.fill(self._package) if self._house else {}
        added, styles = self._styles(ours)
        house_settings = self._house.settings() if self._house else []
        settings = properties.settings_part(self._language, house_settings, differ=self._running.differ)
        lists = self._numbering.part(self._design.accent)
        if self._house and self._house.lists.part is not None:
            related = self._house.carry_lists(lists, self._package)
            self._package.add_relations("word/numbering.xml", related)
        for path, part, content_type in (
            ("styles.xml", styles, _WORD + "styles+xml"),
            ("numbering.xml", lists, _WORD + "numbering+xml"),
            ("settings.xml", settings, _WORD + "settings+xml"),
            ("fontTable.xml", properties.fonts_part(), _WORD + "fontTable+xml"),
            ("theme/theme1.xml", theme_part(self._design.accent), _OFFICE + "theme+xml"),
        ):
            kind = path.removesuffix(".xml").partition("/")[0]
            if kind not in there:
                self._package.add(f"word/{path}", part, content_type)
            self._relations.add(kind, path)
        self._package.add("word/document.xml", made, _WORD + "document.main+xml")
        self._package.add_relations("word/document.xml", self._relations)
        self._add_properties(pages)
        return added

    def _styles(self, ours: list[Element]) -> tuple[tuple[str, ...], Element]:
        """Give the styles, and which of ours were added to a house's; what is `ours` is renamed to be found there."""
        if not self._house:
            return (), styles_part(self._language, self._design.accent, self._numbering)
        house = self._house.styles()
        settle_styles(house, self._design.page.measure, self._numbering, self._language)
        lacking = missing(house, used_styles(ours))
        ids = add_styles(house, lacking, self._design, self._numbering)
        for part in ours:
            rename(part, ids)
        return style_names(lacking), house.part

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
