"""Files and parts of XML: text by paragraph, and what stands in attributes, properties, remarks and changes."""

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

from roundtable.errors import FileBroken, FileEndless
from roundtable.i18n import _
from roundtable.report.scanning.kinds import pieces_of
from roundtable.report.scanning.paths import WORD, WORD_PARAGRAPH, Element, every
from roundtable.report.scanning.pieces import MEGABYTE, Piece, Role, Room, inside, one_line, unpacked
from roundtable.report.scanning.word_text import hidden_word_styles, without_field_name, word_pieces

MOST = 50  # megabytes of one part
_HIDDEN = frozenset({"none", "hidden", "veryHidden"})
_LETTER = re.compile(r"[^\W\d_]")
# Elements and attributes that say who made something.
_MAKERS = frozenset(
    "creator lastModifiedBy initial-creator author Author Manager Company printed-by Artist".split()
)
# In the vocabularies of Word, LibreOffice, Excel and pictures, these attributes may hold somebody's words; the others
# are names of styles, fonts and colours, some of which read like names of people (Georgia), or of firms (in addresses).
_WORDED = (
    "name descr title author initials instr tooltip displayText displayName value userId anchor docLocation alt href "
    "Target string prompt promptTitle error errorTitle caption location string-value author-name label current-value "
    "description user-name display-name help-text ref-name condition formula content text"
)
_KNOWN = " or ".join(
    f"starts-with(namespace-uri(), '{space}')"
    for space in (
        "http://schemas.openxmlformats.org/",
        "http://schemas.microsoft.com/",
        "urn:schemas-microsoft-com:",
        "urn:oasis:names:tc:opendocument:",
        "http://www.w3.org/",
        "http://purl.oclc.org/ooxml/",
    )
)
_ODF_STYLE = "urn:oasis:names:tc:opendocument:xmlns:style:1.0"
_ATTRIBUTES = every(
    f"//@*[contains(' {_WORDED} ', concat(' ', local-name(), ' '))"
    f" and not(local-name() = 'name' and (namespace-uri() = '{_ODF_STYLE}'"
    " or parent::*[local-name() = 'font' or local-name() = 'lsdException']))]"
    f" | //*[not(self::w:*) and not({_KNOWN})]/@*"
)
# In these a value is somebody's own words: variables, controls, fields of forms, names of styles, texts of tables.
_OWN_VALUES = every(
    "//*[contains(' docVar alias tag statusText helpText default name aliases result docPart listEntry lvlText attr"
    " tblCaption tblDescription caption query connectString mailSubject addressFieldName ',"
    " concat(' ', local-name(), ' '))]/@*[local-name() = 'val']"
)
_PARAGRAPHS = ("{*}p", "{*}h", "{*}si", "{*}is")
_REMARKS = ("{*}comment", "{*}annotation", "{*}threadedComment", "{*}cm")
# What parts two words without a letter between them, and what stands in the midst of a sentence of LibreOffice's.
_PARTING = ("{*}s", "{*}tab", "{*}br", "{*}line-break")
_CREATOR = "{*}creator"
_WITHIN = ("{*}p", "{*}h", "{*}note", "{*}date", "{*}creator-initials", "{*}title", "{*}desc", _CREATOR)
# The names of programs: firms sit at tables, too.
_PROGRAMS = frozenset("Application AppVersion generator CreatorTool Producer creatortool producer".split())
_CHANGES = "{*}changed-region"  # of LibreOffice; Word's are found with its text
_MAY_BE_HIDDEN = ("{*}hidden-text", "{*}hidden-paragraph", "{*}section", "{*}sheet")
_LOOSE = every(
    "//text()[not(parent::w:t or parent::w:delText or parent::w:instrText or parent::w:delInstrText)"
    " and normalize-space() and not(ancestor::*[(local-name() = 'p' or local-name() = 'h')"
    f" and namespace-uri() != '{WORD}' or local-name() = 'si' or local-name() = 'is'])]",
)
_HIDING = every("//*[local-name() = 'style' and .//@*[local-name() = 'display'] = 'none']")


def marked_pieces(
    content: bytes, room: Room, part: str = "XML", hidden: frozenset[str] = frozenset()
) -> Iterator[Piece]:
    """Read XML of any kind; `hidden` are the styles that hide text. Raises FileBroken, FileEndless."""
    if not content:  # LibreOffice has parts with nothing in them
        return
    tree = _parsed(content, room, part)
    for one in tree.iter(*_PARTING, *_WITHIN):
        one.tail = " " + (one.tail or "")
    for one in tree.iter(*_WITHIN):
        one.text = " " + (one.text or "")
    yield from word_pieces(tree, hidden)
    yield from _remarks(tree)
    yield from _paragraphs(tree, hidden)
    yield from _loose(tree, room)
    yield from _attributes(tree, room)
    for remark in tree.iter(etree.Comment, etree.PI):
        yield Piece(remark.text or "", _("remark in XML"), Role.BEHIND)
    # Entities are not put in their places: some that are small grow to gigabytes.
    declared: Any = tree.getroottree().docinfo.internalDTD
    for entity in declared.iterentities() if declared is not None else ():
        yield Piece(entity.content or "", _("entity"), Role.BEHIND)


def hidden_styles(content: bytes, room: Room, part: str) -> frozenset[str]:
    """Give the styles that hide what stands in them, of Word and of LibreOffice. Raises FileBroken, FileEndless."""
    tree = _parsed(content, room, part)
    hiding = (style.get(f"{{{_ODF_STYLE}}}name") for style in _HIDING(tree))
    return hidden_word_styles(tree) | {name for name in hiding if name}


def _parsed(content: bytes, room: Room, part: str) -> Element:
    if len(content) > MOST * MEGABYTE:
        raise FileEndless(file=room.file, megabytes=MOST)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        return etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError):
        raise FileBroken(file=room.file, part=part) from None


def _remarks(tree: Element) -> Iterator[Piece]:
    """Give what people remarked beside the text, what they changed in LibreOffice, and what is marked as not shown."""
    for number, remark in enumerate(tree.iter(*_REMARKS), 1):
        yield Piece(_words(remark), _("comment {number}").format(number=number), Role.REMARK)
    for number, change in enumerate(tree.iter(_CHANGES), 1):
        yield Piece(_words(change), _("tracked change {number}").format(number=number), Role.CHANGE)
    for one in tree.iter(_CREATOR):
        yield Piece(_words(one), "creator", Role.AUTHOR)
    for one in tree.iter(*_MAY_BE_HIDDEN):
        values = [str(value) for value in one.values()]
        if "hidden-" in str(one.tag) or not _HIDDEN.isdisjoint(values):
            yield Piece(_words(one) or " ".join(values), _("hidden text"), Role.HIDDEN)


def _paragraphs(tree: Element, hidden: frozenset[str]) -> Iterator[Piece]:
    """Give the paragraphs of what is not Word's own XML: LibreOffice, drawings, cells of spreadsheets."""
    those = (one for one in tree.iter(*_PARAGRAPHS) if one.tag != WORD_PARAGRAPH)
    for number, paragraph in enumerate(those, 1):
        where = _("paragraph {number}").format(number=number)
        yield Piece(_words(paragraph), where)
        for one in paragraph.iter() if hidden else ():
            if not hidden.isdisjoint(str(value) for value in one.values()):
                yield Piece(_words(one), where, Role.HIDDEN)


def _loose(tree: Element, room: Room) -> Iterator[Piece]:
    """Give text that stands in no paragraph: properties, people, parts of a house's own."""
    for text in _LOOSE(tree):
        holder = etree.QName(text.getparent()).localname
        if _LETTER.search(text) and holder not in _PROGRAMS:
            yield from _value(str(text), holder, room, Role.AUTHOR if holder in _MAKERS else Role.BEHIND)


def _attributes(tree: Element, room: Room) -> Iterator[Piece]:
    """Give what attributes say, each value once."""
    found = {
        (one.attrname.rpartition("}")[2], str(one)): None for one in (*_ATTRIBUTES(tree), *_OWN_VALUES(tree))
    }
    for name, value in found:
        if _LETTER.search(value):
            yield from _value(value, name, room, Role.AUTHOR if name in _MAKERS else Role.BEHIND)


def _value(text: str, holder: str, room: Room, role: Role) -> Iterator[Piece]:
    if packed := unpacked(text):
        yield from inside(holder, pieces_of(packed, holder, room))
    else:
        yield Piece(one_line(without_field_name(text) if holder == "instr" else text), holder, role)


def _words(element: Element) -> str:
    return one_line("".join(map(str, element.itertext())))
