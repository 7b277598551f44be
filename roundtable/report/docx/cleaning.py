"""What is left of a house's parts once nothing in them tells of who made them, and when, and of what was there."""

from collections.abc import Iterator, Mapping
from copy import deepcopy

from lxml import etree

from roundtable.report.docx.elements import Element, field, name, run
from roundtable.report.docx.elements import element as element_of

_GONE = frozenset(
    """
    altChunk annotationRef bookmarkEnd bookmarkStart cellDel cellIns cellMerge commentRangeEnd commentRangeStart
    commentReference control customXmlDelRangeEnd customXmlDelRangeStart customXmlInsRangeEnd customXmlInsRangeStart
    customXmlPr del endnoteReference footnoteReference lastRenderedPageBreak moveFrom moveFromRangeEnd
    moveFromRangeStart moveToRangeEnd moveToRangeStart numberingChange object permEnd permStart proofErr pPrChange
    rPrChange rsid sdtEndPr sdtPr sectPr sectPrChange smartTagPr subDoc tblGridChange tblPrChange tblPrExChange
    tcPrChange trPrChange
    """.split()
)
_UNWRAPPED = frozenset({"customXml", "ins", "moveTo", "sdt", "sdtContent", "smartTag"})
_TRACES = ("rsid", "paraId", "textId", "gfxdata", "characterSet")
_SIDES = {"start": "left", "end": "right"}  # as LibreOffice writes them, where Word takes them not
_PLACEHOLDER, _BOUND = "w:sdtPr/w:showingPlcHdr", "w:sdtPr/w:dataBinding"
# What a level of a list says, in the order of the schema, which LibreOffice does not keep.
_LEVEL = "start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr".split()
_RELATIONS = name("r:id").removesuffix("id")
_LINKED, _EMBEDDED = name("r:link"), name("r:embed")
_LINKS = frozenset({"hlinkClick", "hlinkHover"})
_DRAWN = frozenset({"drawing", "object", "pict"})


def clean(part: Element) -> None:
    """Take out changes that were struck, comments, bookmarks, content controls and traces of editing, in place."""
    for control in list(part.iter(name("w:sdt"))):
        if _found(control, _PLACEHOLDER) is not None or _found(control, _BOUND) is not None:
            _remove(control)  # what it shows is a property of the template, or asks to type something
    for aside in list(part.iter(etree.Comment, etree.ProcessingInstruction)):
        _remove(aside)
    for element in list(part.iter(etree.Element)):
        _clean(element)
    for level in part.iter(name("w:lvl")):
        level[:] = sorted(level, key=_place_in_level)
    for holder in part.iter(name("w:tc"), name("w:hdr"), name("w:ftr")):
        if len(holder) == 0 or holder[-1].tag != name("w:p"):
            holder.append(element_of("w:p"))  # each ends with a paragraph


def _place_in_level(element: Element) -> int:
    local = etree.QName(element).localname
    return _LEVEL.index(local if local in _LEVEL else "numFmt")  # which may come in several versions


def _clean(element: Element) -> None:
    local = etree.QName(element).localname
    if local in _GONE:
        _remove(element)
        return
    for key in [str(key) for key in element.attrib]:
        if etree.QName(key).localname.startswith(_TRACES):
            del element.attrib[key]
    if local == "lvlJc" and (side := _SIDES.get(element.get(name("w:val")) or "")):
        element.set(name("w:val"), side)
    if local in _UNWRAPPED:
        _unwrap(element)


def relate(part: Element, known: Mapping[str, str]) -> None:
    """Give relations their new ids; what refers to one that is not carried over goes."""
    for element in list(part.iter(etree.Element)):
        for key in [key for key in map(str, element.attrib) if key.startswith(_RELATIONS)]:
            local = etree.QName(element).localname
            if told := known.get(str(element.attrib[key])):
                element.set(key, told)
            elif local == "hyperlink":
                _unwrap(element)
            elif (key == _LINKED and element.get(_EMBEDDED)) or not element.attrib[key]:
                del element.attrib[key]
            else:
                _remove(element if local in _LINKS else _drawing_of(element))
                break


def name_pictures(part: Element, first: int) -> None:
    """Give pictures numbers and names from `first` on; a description that is a path, as Word once wrote, goes."""
    for number, told in enumerate(part.iter(name("wp:docPr"), name("pic:cNvPr")), first):
        told.set("id", str(number))
        told.set("name", f"Picture {number}")
        described = told.get("descr") or ""
        if not described or {"/", "\\"} & set(described):
            told.set("descr", "Logo")  # what a header most likely shows


def settle_fields(part: Element, results: Mapping[str, str]) -> None:
    """Give fields their results in this paper; those that would tell of the template go, with what they showed."""
    for simple in list(part.iter(name("w:fldSimple"))):
        runs = list(simple.iter(name("w:r")))
        _put_field(simple, simple.get(name("w:instr")) or "", runs, results)
        _remove(simple)
    for runs in list(_fields(part)):
        told = [one.text or "" for each in runs for one in each.iter(name("w:instrText"))]
        _put_field(runs[0], "".join(told), runs, results)
        for each in runs:
            _remove(each)


def _fields(part: Element) -> Iterator[list[Element]]:
    """Give the runs of each field; those of a field inside another belong to the outer one."""
    depth, runs = 0, list[Element]()
    for each in list(part.iter(name("w:r"))):
        kinds = [mark.get(name("w:fldCharType")) for mark in each.iter(name("w:fldChar"))]
        if depth or kinds:
            runs.append(each)
        depth += kinds.count("begin") - kinds.count("end")
        if runs and depth <= 0:
            yield runs
            depth, runs = 0, []


def _put_field(before: Element, instruction: str, runs: list[Element], results: Mapping[str, str]) -> None:
    kind = (instruction.split() or [""])[0].upper()
    if kind in results:
        made = field(instruction.strip(), results[kind])
    elif kind == "HYPERLINK":
        made = [run("".join(one.text or "" for each in runs for one in each.iter(name("w:t"))))]
    else:
        return
    properties = next((one for each in runs for one in each.iterfind(name("w:rPr"))), None)
    for one in made:
        if properties is not None:
            one.insert(0, deepcopy(properties))
        before.addprevious(one)


def _found(element: Element, path: str) -> Element | None:
    return element.find("/".join(map(name, path.split("/"))))


def _drawing_of(element: Element) -> Element:
    """Give what a reference stands in: a whole drawing, else itself."""
    above = (one for one in element.iterancestors() if etree.QName(one).localname in _DRAWN)
    return next(above, element)


def _remove(element: Element) -> None:
    parent = element.getparent()
    if parent is None:
        return
    if element.tail:  # of what is no element of Word's
        element.tail = None
    parent.remove(element)


def _unwrap(element: Element) -> None:
    for child in list(element):
        element.addprevious(child)
    _remove(element)
