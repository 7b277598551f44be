"""Elements of WordprocessingML, made with few words."""

import re
from functools import cache
from typing import TypeAlias

from lxml import etree

Element: TypeAlias = etree._Element  # noqa: SLF001 — lxml gives its elements no public name

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "adec": "http://schemas.microsoft.com/office/drawing/2017/decorative",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
}
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@cache
def name(tag: str) -> str:
    """Give the full name of a tag or attribute such as `w:p`; one without a prefix stays as it is."""
    prefix, _, local = tag.rpartition(":")
    return f"{{{NAMESPACES[prefix]}}}{local}" if prefix else local


# Of these, a paper has tens of thousands.
_RUN, _TEXT, _VALUE = name("w:r"), name("w:t"), name("w:val")
_RUN_PROPERTIES, _RUN_STYLE = name("w:rPr"), name("w:rStyle")


def element(tag: str, attributes: dict[str, str] | None = None, *children: Element | None) -> Element:
    """Make an element such as `wp:anchor`; children that are None are left out."""
    made = etree.Element(
        name(tag), {name(key): printable(value) for key, value in (attributes or {}).items()}
    )
    made.extend(child for child in children if child is not None)
    return made


def w(tag: str, *children: Element | None, **attributes: str) -> Element:
    """Make an element whose name, and whose attributes' names, are WordprocessingML's."""
    made = etree.Element(name("w:" + tag))
    for key, value in attributes.items():
        made.set(name("w:" + key), printable(value))
    made.extend(child for child in children if child is not None)
    return made


def root(tag: str, prefixes: str, *children: Element) -> Element:
    """Make the root of a part, which declares the prefixes (separated by spaces)."""
    declared = {prefix: NAMESPACES[prefix] for prefix in prefixes.split()}
    made: Element = etree.Element(name(tag), nsmap=declared)
    made.extend(children)
    return made


def run(text: str, style: str = "", language: str = "") -> Element:
    """Make a run of text; `style` is a character style's id, `language` a tag such as nl-BE."""
    made = etree.Element(_RUN)
    if style or language:
        properties = etree.SubElement(made, _RUN_PROPERTIES)
        if style:
            etree.SubElement(properties, _RUN_STYLE).set(_VALUE, style)
        if language:
            etree.SubElement(properties, name("w:lang")).set(_VALUE, language)
    told = etree.SubElement(made, _TEXT)  # made where it belongs: to move it there takes as long again
    told.text = printable(text)
    told.set(_SPACE, "preserve")
    return made


def paragraph(style: str, *children: Element | None, into: Element | None = None) -> Element:
    """Make a paragraph in a named style, behind what stands `into` an element already if one is given."""
    made = etree.Element(name("w:p")) if into is None else etree.SubElement(into, name("w:p"))
    properties = etree.SubElement(made, name("w:pPr"))
    etree.SubElement(properties, name("w:pStyle")).set(name("w:val"), style)
    made.extend(child for child in children if child is not None)
    return made


def field(instruction: str, result: str) -> list[Element]:
    """Make the runs of a field that shows `result` until Word works it out anew."""
    told = etree.Element(name("w:instrText"))
    told.text = f" {instruction} "
    told.set(_SPACE, "preserve")
    return [
        w("r", w("fldChar", fldCharType="begin")),
        w("r", told),
        w("r", w("fldChar", fldCharType="separate")),
        run(result),
        w("r", w("fldChar", fldCharType="end")),
    ]


def value(element: Element | None, tag: str) -> str | None:
    """Give the value of an element inside another; None where there is no such element, empty where it has none."""
    found = element.find(name(tag)) if element is not None else None
    return None if found is None else found.get(name("w:val"), "")


def printable(text: str) -> str:
    """Leave out what XML cannot hold."""
    return _NO_XML.sub("", text)


def serialised(made: Element) -> bytes:
    """Give a part's bytes."""
    return etree.tostring(made, xml_declaration=True, encoding="UTF-8", standalone=True)
