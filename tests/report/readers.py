"""Other programs' readings of what we write: the words of each block, as they understand it."""

import json
import subprocess
from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import Element

import html5lib
from lxml import etree

_WRAPPING = {"Emph", "Strong"}
_SPACES = {"Space": " ", "SoftBreak": " ", "LineBreak": "\n"}


def pandoc_words(program: str, content: bytes, dialect: str) -> list[str]:
    """Give the words of each paragraph, heading, list point and cell that pandoc sees."""
    reading = subprocess.run(
        [program, "-f", dialect, "-t", "json"], input=content, capture_output=True, check=True
    )
    return _block_words(json.loads(reading.stdout)["blocks"])


def _block_words(blocks: list[dict[str, Any]]) -> list[str]:
    words: list[str] = []
    for block in blocks:
        content = block.get("c")
        match block["t"]:
            case "Para" | "Plain":
                words.append(_inline_words(content))
            case "Header":
                words.append(_inline_words(content[2]))
            case "BulletList":
                words += [told for point in content for told in _block_words(point)]
            case "OrderedList":
                words += [told for point in content[1] for told in _block_words(point)]
            case "BlockQuote":
                words += _block_words(content)
            case "Div":
                words += _block_words(content[1])
            case "Table":
                rows = [*content[3][1], *content[4][0][3]]
                words += ["".join(_block_words(cell[4])) for row in rows for cell in row[1]]
            case other:
                words.append(f"<{other}>")
    return words


def _inline_words(inlines: list[dict[str, Any]]) -> str:
    words = ""
    for inline in inlines:
        kind, content = inline["t"], inline.get("c")
        if kind == "Str":
            words += content
        elif kind in _SPACES:
            words += _SPACES[kind]
        elif kind in _WRAPPING:
            words += _inline_words(content)
        elif kind == "Span" and not content[0][1] and not content[1]:  # a bookmark
            words += ""
        elif kind in {"Link", "Cite", "Span"}:
            words += _inline_words(content[1])
        elif kind == "Code":
            words += content[1]
        else:
            words += f"<{kind}>"
    return words


def cmark_words(program: str, markdown: bytes) -> list[str]:
    """Give the words of each paragraph, heading and list point that cmark sees."""
    reading = subprocess.run([program, "-t", "xml"], input=markdown, capture_output=True, check=True)
    parser = etree.XMLParser(load_dtd=False, no_network=True, resolve_entities=False)
    root = etree.fromstring(reading.stdout, parser)
    holders = root.iter("{*}paragraph", "{*}heading")
    return ["".join(_cmark_inline(found) for found in holder.iter()) for holder in holders]


def _cmark_inline(found: etree._Element) -> str:
    match etree.QName(found).localname:
        case "text" | "code":
            return found.text or ""
        case "softbreak":
            return " "
        case "linebreak":
            return "\n"
        case "html_inline":
            return "<html>"
        case _:
            return ""


def html_page(content: bytes) -> Element:
    """Give a page of HTML as a browser builds it; whatever is wrong in it is an error."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    page: Element = parser.parse(content.decode())
    return page


_HOLDERS = {*(f"h{level}" for level in range(1, 7)), "p", "li", "caption", "th", "td", "figcaption", "pre"}


def html_words(content: bytes) -> list[str]:
    """Give the words of each paragraph, heading, list point and cell of a page's main text."""
    main = html_page(content).find(".//main")
    return [] if main is None else list(_holders(main))


def _holders(found: Element) -> Iterator[str]:
    for one in found:
        inside = list(_holders(one))
        if one.tag in _HOLDERS and not inside:
            yield "".join(_html_inline(one))
        yield from inside


def _html_inline(found: Element) -> Iterator[str]:
    yield "\n" if found.tag == "br" else found.text or ""
    for one in found:
        yield from _html_inline(one)
        yield one.tail or ""
