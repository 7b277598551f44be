"""The text of Word's own XML: as it reads now, as it read before tracked changes, what is hidden, what fields hold."""

import re
from collections.abc import Iterator
from itertools import groupby

from lxml import etree

from roundtable.i18n import _
from roundtable.report.scanning.paths import WORD, WORD_PARAGRAPH, Element, every
from roundtable.report.scanning.pieces import Piece, Role, one_line

_T, _DELETED = (f"{{{WORD}}}{tag}" for tag in ("t", "delText"))
_FIELDS = tuple(f"{{{WORD}}}{tag}" for tag in ("instrText", "delInstrText"))
_PARTING = {f"{{{WORD}}}{tag}": " " for tag in ("tab", "br", "cr", "ptab")} | {
    f"{{{WORD}}}noBreakHyphen": "-"
}
_LEAVES = (_T, _DELETED, *_FIELDS, *_PARTING)
_ALL_REMARKS = f"{{{WORD}}}comments"
_ADDED = tuple(f"{{{WORD}}}{tag}" for tag in ("ins", "moveTo"))
_TAKEN = tuple(f"{{{WORD}}}{tag}" for tag in ("del", "moveFrom"))
_RESHAPED = tuple(
    f"{{{WORD}}}{tag}Change"
    for tag in ("rPr", "pPr", "sectPr", "tblPr", "tblGrid", "trPr", "tcPr", "numbering")
)
_AUTHOR, _VALUE = f"{{{WORD}}}author", f"{{{WORD}}}val"
_ON = "[not(@w:val) or @w:val = 'true' or @w:val = '1' or @w:val = 'on']"
_FIELD_NAME = re.compile(
    r"\A\s*(?:PAGE|NUMPAGES|SECTIONPAGES|PAGEREF|NOTEREF|REF|STYLEREF|TOC|TC|XE|SEQ|HYPERLINK|AUTHOR|TITLE|DATE|TIME"
    r"|INDEX|QUOTE|SUBJECT|COMMENTS|KEYWORDS|INFO|MERGEFIELD|DOCPROPERTY|DOCVARIABLE|FILENAME|INCLUDEPICTURE)\b"
)
_HIDDEN_RUNS = every(f"//w:r[w:rPr/w:vanish{_ON}]")
_STYLED_RUNS = every("//w:rStyle/ancestor::w:r[1] | //w:pPr/w:pStyle/ancestor::w:p[1]/w:r")
_STYLES_OF = every("w:rPr/w:rStyle/@w:val | ancestor::w:p[1]/w:pPr/w:pStyle/@w:val")
_FAINT_RUNS = every(
    "//w:r[w:rPr[(w:color[@w:val = 'FFFFFF' or @w:val = 'ffffff'] and not(w:shd or w:highlight))"
    " or w:sz[@w:val <= 4]]][not(ancestor::w:tc)]",
)
_HIDING = every(f"//w:style[w:rPr/w:vanish{_ON}]")
_BASED = every("//w:style[w:basedOn/@w:val = $style]")


def word_pieces(tree: Element, hidden: frozenset[str]) -> Iterator[Piece]:
    """Read a part of a Word document; `hidden` are the styles that hide text."""
    if tree.nsmap.get(tree.prefix) != WORD and tree.find(f".//{WORD_PARAGRAPH}") is None:
        return
    changes = list(tree.iter(*_ADDED, *_TAKEN, *_RESHAPED))
    where = _("paragraph {number}")
    told_with_remarks = tree.tag == _ALL_REMARKS
    for number, paragraph in enumerate(() if told_with_remarks else tree.iter(WORD_PARAGRAPH), 1):
        yield from _paragraph(paragraph, where.format(number=number), changed=bool(changes))
    for number, change in enumerate(changes, 1):
        told = _words(change) or change.get(_AUTHOR) or etree.QName(change).localname
        yield Piece(told, _("tracked change {number}").format(number=number), Role.CHANGE)
    runs = [*_HIDDEN_RUNS(tree), *_in_hidden_styles(tree, hidden)]
    for text in _in_a_row(runs):
        yield Piece(text, _("hidden text"), Role.HIDDEN)
    for text in _in_a_row(_FAINT_RUNS(tree)):
        yield Piece(text, _("text that cannot be seen"), Role.HIDDEN, sure=False)


def hidden_word_styles(tree: Element) -> frozenset[str]:
    """Give the styles (ids) that hide text, and those based on them."""
    known: set[str] = set()
    waiting = list(_HIDING(tree))
    while waiting:
        style = waiting.pop().get(f"{{{WORD}}}styleId") or ""
        if style not in known:
            known.add(style)
            waiting += _BASED(tree, style=style)
    return frozenset(known)


def _paragraph(paragraph: Element, where: str, *, changed: bool) -> Iterator[Piece]:
    nested = paragraph.find(f".//{WORD_PARAGRAPH}") is not None  # a text box in it has paragraphs of its own
    now, before, field = [], [], []
    for leaf in paragraph.iter(*_LEAVES):
        if nested and next(leaf.iterancestors(WORD_PARAGRAPH)) is not paragraph:
            continue
        if leaf.tag in _FIELDS:
            field.append(without_field_name(leaf.text or ""))
            continue
        words = _PARTING.get(leaf.tag) or leaf.text or ""
        if not (changed and _within(leaf, _TAKEN)):
            now.append(words)
        if changed and not _within(leaf, _ADDED):
            before.append(words)
    yield Piece("".join(now), where)
    if changed and before != now:
        was = _("{where}, before the tracked changes").format(where=where)
        yield Piece("".join(before), was, Role.BEHIND)
    if field:
        yield Piece("".join(field), _("{where}, field").format(where=where), Role.BEHIND)


def without_field_name(instruction: str) -> str:
    """Give what a field is told to do without its name: people are called Page, too."""
    return _FIELD_NAME.sub("", instruction)


def _within(leaf: Element, tags: tuple[str, ...]) -> bool:
    return next(leaf.iterancestors(*tags), None) is not None


def _in_hidden_styles(tree: Element, hidden: frozenset[str]) -> Iterator[Element]:
    for run in _STYLED_RUNS(tree) if hidden else ():
        if not hidden.isdisjoint(_STYLES_OF(run)):
            yield run


def _in_a_row(runs: list[Element]) -> Iterator[str]:
    """Give the words of runs, those of a paragraph together."""
    for _holder, those in groupby(runs, key=lambda run: run.getparent()):
        yield one_line("".join(_words(run) for run in those))


def _words(element: Element) -> str:
    return "".join(_PARTING.get(leaf.tag) or leaf.text or "" for leaf in element.iter(*_LEAVES))
