"""A Word file read back: parts and their paragraphs as they read once all tracked changes are accepted."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from roundtable.domain.text import clean_prose
from roundtable.report.document import (
    Cell,
    CodeBlock,
    Heading,
    Inline,
    Mark,
    Paragraph,
    PullQuote,
    Rule,
    Table,
    Text,
    plain,
)
from roundtable.report.docx.bookmarks import part_key, takeaway_key
from roundtable.report.docx.elements import Element, name, value
from roundtable.report.docx.opening import WordFile
from roundtable.report.docx.read_styles import Styles, numbered, switch, whole
from roundtable.report.pieces import Frame, Leaf, Piece
from roundtable.report.putting_back import inlines_of
from roundtable.report.runs import Run, flat, merged

_CLEAR = frozenset(
    name(f"w:{tag}")
    for tag in ("ins", "moveTo", "sdt", "sdtContent", "smartTag", "customXml", "fldSimple", "dir", "bdo")
)
_STRUCK = frozenset({name("w:del"), name("w:moveFrom")})
_TRACKED = _STRUCK | {name("w:ins"), name("w:moveTo")}
_MARKS = {"Label": Mark.LABEL, "Remark": Mark.REMARK, "Lead": Mark.LEAD, "TakeawayRemark": Mark.REMARK}
_SAFE = ("http://", "https://", "mailto:")
_P, _TBL, _BOOKMARK = name("w:p"), name("w:tbl"), name("w:bookmarkStart")


@dataclass(frozen=True, slots=True)
class ReadPart:
    """A part as it came: its title, the key that is bookmarked there (empty: none), what stands under it."""

    title: str
    key: str = ""
    pieces: tuple[Piece, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadPaper:
    """A Word file: its parts, and how many things of a kind were not taken over.

    `tracked` counts changes that were tracked, which read as accepted.
    """

    parts: tuple[ReadPart, ...]
    remarks: int = 0
    footnotes: int = 0
    boxes: int = 0
    pictures: int = 0
    tracked: int = 0


def read_docx(content: bytes, path: Path) -> ReadPaper:
    """Read a Word file. Raises NotWord, WordLocked, WordBroken, FileTooLarge."""
    return _Reading(WordFile(content, path)).paper()


@dataclass(slots=True)
class _Line:
    """A paragraph while it is read: its properties, words and bookmarks; `goes_on` if its end was struck."""

    properties: Element | None
    runs: list[Run]
    bookmarks: list[str]
    goes_on: bool = False


class _Reading:
    """A file while it is read: the parts so far, and the lists that the last paragraph stood in."""

    def __init__(self, file: WordFile) -> None:
        self._body = file.document.find(name("w:body"))
        self._styles = Styles(file.part_of_kind("styles"), file.part_of_kind("numbering"))
        self._links = file.links()
        self._parts: list[ReadPart] = []
        self._pieces: list[Piece] = []
        self._lists: tuple[Frame, ...] = ()
        self._counts: Counter[str] = Counter()
        self._waiting: list[str] = []  # bookmarks that stand between paragraphs
        self._before: _Line | None = None  # a paragraph of which the end was struck

    def paper(self) -> ReadPaper:
        """Read it through."""
        if self._body is not None:
            self._blocks(self._body)
        if self._before:
            self._take(self._before)
        self._end_part()
        told = {kind: self._counts[kind] for kind in ("remarks", "footnotes", "boxes", "pictures", "tracked")}
        return ReadPaper(tuple(self._parts), **told)

    def _blocks(self, holder: Element) -> None:
        for element in holder:
            if element.tag == _P:
                self._paragraph(element)
            elif element.tag == _TBL:
                self._table(element)
            elif element.tag == _BOOKMARK:
                self._waiting.append(element.get(name("w:name"), ""))
            elif element.tag in _CLEAR:
                self._blocks(element)

    # Paragraphs

    def _paragraph(self, element: Element) -> None:
        line = self._line(element)
        if before := self._before:
            # What stood there first says what the paragraph is, unless nothing of it is left.
            properties = (
                before.properties if any(run.text.strip() for run in before.runs) else line.properties
            )
            line = _Line(
                properties, [*before.runs, *line.runs], before.bookmarks + line.bookmarks, line.goes_on
            )
            self._before = None
        if line.goes_on:
            self._before = line
            return
        self._take(line)

    def _line(self, element: Element) -> _Line:
        properties = element.find(name("w:pPr"))
        mark = properties.find(name("w:rPr")) if properties is not None else None
        struck = mark is not None and any(one.tag in _STRUCK for one in mark)
        line = _Line(properties, [], self._waiting, struck)
        self._waiting = []
        self._inside(element, line, "")
        line.runs = merged(line.runs)
        return line

    def _inside(self, holder: Element, line: _Line, target: str) -> None:
        for element in holder:
            if element.tag in _TRACKED:
                self._counts["tracked"] += 1
            if element.tag == name("w:r"):
                line.runs += self._run(element, target)
            elif element.tag == _BOOKMARK:
                line.bookmarks.append(element.get(name("w:name"), ""))
            elif element.tag == name("w:hyperlink"):
                self._inside(element, line, self._links.get(element.get(name("r:id"), ""), ""))
            elif element.tag in _CLEAR:
                self._inside(element, line, target)

    def _run(self, element: Element, target: str) -> Iterator[Run]:
        properties = element.find(name("w:rPr"))
        if switch(properties, "w:vanish"):
            return
        look = self._look(properties, target if target.lower().startswith(_SAFE) else "")
        for one in element:
            match str(one.tag).rpartition("}")[2]:
                case "t":
                    yield replace(look, text=clean_prose(one.text or "").replace("\n", " "))
                case "tab":
                    yield replace(look, text=" ")
                case "noBreakHyphen":
                    yield replace(look, text="\u2011")
                case "br" | "cr":
                    yield replace(
                        look, text="\n" if one.get(name("w:type"), "") in {"", "textWrapping"} else ""
                    )
                case other:
                    self._count(other, one)

    def _count(self, tag: str, element: Element) -> None:
        """Count what is not taken over."""
        if tag == "commentReference":
            self._counts["remarks"] += 1
        elif tag in {"footnoteReference", "endnoteReference"}:
            self._counts["footnotes"] += 1
        elif tag in {"drawing", "pict", "object", "AlternateContent"} and self._parts:
            words = "".join(one.text or "" for one in element.iter(name("w:t")))
            self._counts["boxes" if words.strip() else "pictures"] += 1

    def _look(self, properties: Element | None, target: str) -> Run:
        style = value(properties, "w:rStyle") or ""
        bold, italic = switch(properties, "w:b"), switch(properties, "w:i")
        return Run(
            "",
            strong=self._styles.bold(style) if bold is None else bold,
            emphasis=self._styles.italic(style) if italic is None else italic,
            code=self._styles.key(style) == "Code",
            target=target,
        )

    # What they are

    def _take(self, line: _Line) -> None:
        """Put a paragraph in its place."""
        style = value(line.properties, "w:pStyle") or ""
        level = whole(value(line.properties, "w:outlineLvl"))
        level = self._styles.outline(style) if level is None else level
        inlines = _trimmed(inlines_of(line.runs))
        words = plain(inlines).strip()
        if level == 0 and words:
            self._end_part()
            key = next(filter(None, map(part_key, line.bookmarks)), "")
            self._parts.append(ReadPart(words, key))
            return
        named = self._styles.key(style)
        if not words and named != "Rule":
            self._waiting += line.bookmarks if any(map(takeaway_key, line.bookmarks)) else []
            return
        block = self._leaf(named, level, inlines)
        inside, begins = self._place(line, style, named, block)
        self._lists = tuple(frame for frame in inside if frame is not Frame.QUOTE)
        self._pieces.append(Piece(block, inside, begins, bookmarks=tuple(line.bookmarks)))

    def _leaf(self, named: str, level: int | None, inlines: tuple[Inline, ...]) -> Leaf:
        if level is not None and 0 < level < 9:  # noqa: PLR2004 - of which Word knows nine
            return Heading(level + 1, inlines)
        match named:
            case "IntenseQuote":
                return PullQuote(inlines)
            case "QuoteAttribution":
                return PullQuote((), inlines)
            case "Rule" if not plain(inlines).strip():
                return Rule()
            case "CodeBlock":
                return CodeBlock("".join(run.text for run in flat(inlines)))
            case "TakeawayTitle":
                return Paragraph(inlines, Mark.TITLE)
        return Paragraph(inlines, _MARKS.get(named))

    def _place(self, line: _Line, style: str, named: str, block: Leaf) -> tuple[tuple[Frame, ...], bool]:
        """Say in which lists a paragraph stands, and whether it begins a point."""
        if isinstance(block, Heading | PullQuote | Rule | CodeBlock):
            return (), False
        own = any(map(takeaway_key, line.bookmarks))
        if named.startswith("Takeaway"):
            return (Frame.NUMBERED,), own or named == "TakeawayTitle" or numbered(line.properties) is not None
        number, level = numbered(line.properties) or self._styles.listed(style) or ("0", 0)
        if named.startswith(("ListBullet", "ListNumber")):  # in Word's own, each depth is a list by itself
            level = max(level, (whole(named[-1:]) or 1) - 1)
        frame = self._styles.frame(number, level)
        if frame is not None:
            above = (*self._lists[:level], *(frame for _ in range(level - len(self._lists))))
            return (*above, frame), True
        if named.startswith("ListContinue") and self._lists:
            depth = whole(named[-1:]) or 1
            return self._lists[:depth], False
        return ((Frame.QUOTE,) if named == "Quote" else ()), False

    def _table(self, element: Element) -> None:
        rows = [
            tuple(self._cell(cell) for cell in _inside(row, name("w:tc")))
            for row in _inside(element, name("w:tr"))
            if not any(one.tag in _STRUCK for one in row.iterfind(f"{name('w:trPr')}/*"))
        ]
        self._lists = ()
        if rows:
            self._pieces.append(Piece(Table((), rows[0], tuple(rows[1:]))))

    def _cell(self, cell: Element) -> Cell:
        lines = [self._line(one) for one in cell.iter(_P)]
        runs = [run for line in lines for run in (Run(" "), *line.runs)][1:]
        return Cell(
            _trimmed(inlines_of(merged(run if not run.breaks else replace(run, text=" ") for run in runs)))
        )

    def _end_part(self) -> None:
        if self._parts:
            self._parts[-1] = replace(self._parts[-1], pieces=tuple(self._pieces))
        self._pieces, self._lists = [], ()


def _inside(holder: Element, tag: str) -> Iterator[Element]:
    """Give rows of a table, or cells of a row."""
    for one in holder:
        if one.tag == tag:
            yield one
        elif one.tag in _CLEAR:
            yield from _inside(one, tag)


def _trimmed(inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """Leave out blanks at the edges of a paragraph."""
    made = list(inlines)
    if made and isinstance(first := made[0], Text):
        made[0] = replace(first, text=first.text.lstrip(" "))
    if made and isinstance(last := made[-1], Text):
        made[-1] = replace(last, text=last.text.rstrip(" "))
    return tuple(one for one in made if one != Text(""))
