"""Markdown and plain text: paragraph by paragraph, as written and as read."""

import codecs
import re
from collections.abc import Iterator
from html import unescape

from roundtable.i18n import _
from roundtable.report.scanning.pieces import Piece, Role, one_line

_REMARK = re.compile(
    r"<!--(.*?)(?:-->|\Z)|^[ ]{0,3}\[(?://|comment)\]:\s*#\s*(.*)$", re.DOTALL | re.MULTILINE
)
_FRONT = re.compile(r"\A---\s*\n(.*?)\n(?:---|\.\.\.)\s*\n", re.DOTALL)
_AUTHOR = re.compile(r"^(?:author|creator|auteur)s?:\s*[\"']?(.*?)[\"']?\s*$", re.MULTILINE | re.IGNORECASE)
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_MARKS = re.compile(r"<[^<>]*>|[*`~]+|(?<!\w)_+|_+(?!\w)")
_MARKING = re.compile(r"[\\<*`~_]")
_LINE = re.compile(r"[^\n]*\S[^\n]*")
_PARAGRAPH = re.compile(r"[^\n]*\S[^\n]*(?:\n[^\n]*\S[^\n]*)*")
_CONTROLS = bytes({*range(9), 11, *range(14, 27), *range(28, 32), 127})  # letters of no text
_MOST_CONTROLS = 0.01


def decoded(content: bytes) -> str | None:
    """Give a file's text, or nothing where it is none."""
    for mark, encoding in ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")):
        if content.startswith(mark):
            return content.decode(encoding, "replace")
    if len(content) - len(content.translate(None, _CONTROLS)) > _MOST_CONTROLS * len(content):
        return None
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")


def plain_pieces(text: str, *, table: bool = False) -> Iterator[Piece]:
    """Read Markdown, or a text that knows no marks: a paragraph a piece, of a `table` a line."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    lines = _Lines(text)
    for remark in _REMARK.finditer(text):
        words = unescape(remark[1] or remark[2] or "")
        yield Piece(one_line(words), lines.at(remark.start()), Role.REMARK)
    if front := _FRONT.match(text):
        yield from (Piece(one[1], lines.at(one.start()), Role.AUTHOR) for one in _AUTHOR.finditer(front[1]))
    for paragraph in (_LINE if table else _PARAGRAPH).finditer(text):
        written = one_line(unescape(paragraph[0]))
        readings = (_MARKS.sub("", _ESCAPED.sub(r"\1", written)),) if _MARKING.search(written) else ()
        yield Piece(written, lines.at(paragraph.start()), readings=readings)


class _Lines:
    """Tells in which line a place of a text is, for places that follow one another."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._place, self._line = 0, 1

    def at(self, place: int) -> str:
        if place < self._place:
            self._place, self._line = 0, 1
        self._line += self._text.count("\n", self._place, place)
        self._place = place
        return _("line {number}").format(number=self._line)
